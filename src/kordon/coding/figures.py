"""Figures: counts, rates and running totals of attempts, turn-backs and what else a service prints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from kordon.coding.automaton import Token
from kordon.coding.changes import COMPARED, with_changes
from kordon.coding.counting import BETWEEN, COUNTED, UNITS, cue_of, may_count, of_helpers, of_staff, zeros
from kordon.coding.modality import modality_of
from kordon.coding.numbers import Number
from kordon.coding.parties import attribution_of
from kordon.coding.places import ELSEWHERE, Mention
from kordon.coding.printed_dates import Time
from kordon.coding.reading import Reading
from kordon.coding.relative_times import EARLIER, earlier
from kordon.coding.sentences import Clause, Sentence
from kordon.domain.coded import Figure, FigureForm, Modality, Place, PlacePrecision
from kordon.domain.report import stable_id
from kordon.domain.time import Precision, Span

PEOPLE_UNITS = {"attempts", "prevented", "crossings", "detections"}
# Words that stand between the numbers of a list and tell of nothing themselves.
BETWEEN_NUMBERS = frozenset(
    (
        *("in", "role", "link", "clause", "pron", "approx", "size", "num", "noun", "zero", "total", "rate"),
        *("weekday", "month", "time", "state", "party", "change", "compare", "often", "share"),
    )
)
CARGO = ("fig.balloon", "object.contraband", "means.drone")
_JOINS = " .\u00a0–—-"


def figures_in(reading: Reading, sentence: Sentence, told: Sequence[Figure]) -> list[Figure]:
    """The figures of one sentence; a bare number may go on from the last of those ``told`` before it."""
    if not sentence.digits and not sentence.has("num", "vague", "zero"):
        return []
    cues = [t for t in sentence.cls("fig") if t.concept in UNITS]
    last = told[-1] if told else None
    going_on = _goes_on(reading, sentence, last)
    if not cues and not going_on:
        return []
    found: list[Figure] = []
    places: list[int] = []
    numbers = [*reading.numbers(sentence), *zeros(sentence, reading.numbers(sentence))]
    numbers = [n for n in sorted(numbers, key=lambda n: n.start) if may_count(n, sentence)]
    for number in numbers:
        clause = sentence.clause_at(number.start)
        cue = cue_of(sentence, clause, number, numbers, cues)
        previous = found[-1] if found else (last if going_on else None)
        if cue is None and (previous is None or not _continues(reading, number, sentence, clause, bool(found))):
            continue
        among = any(clause.start <= t.start < number.start for t in sentence.all("link.among"))
        repeats = cue is not None and previous is not None and UNITS[cue.concept] == previous.unit
        if among and repeats and not _has_its_time(reading, sentence, number):
            continue  # 'among them 12 women', but 'of them 12 on Friday'
        unit = UNITS[cue.concept] if cue is not None else (previous.unit if previous else "")
        if cue is not None and cue.concept == "fig.admit" and _refused(cue, clause):
            unit = "prevented"
        if unit == "detections" and (
            of_helpers(number, clause) or of_staff(number, clause) or _with_cargo(reading, sentence, clause)
        ):
            continue
        if not _is_border_matter(reading, cue):
            continue
        if cue is not None and previous is not None and previous.unit == "balloons" and _of_them(number, clause):
            unit = "balloons"
        figure = _figure(reading, sentence, clause, number, cue, unit, previous, _base([*told, *found]))
        if figure is not None:
            if cue is None:
                figure = _unit_of_its_border(_set_beside(figure, previous), previous, [*told, *found])
            found.append(figure)
            places.append(number.start)
    return with_changes(reading, sentence, found, places)


def _with_cargo(reading: Reading, sentence: Sentence, clause: Clause) -> bool:
    """'14 balloons were found, three people were detained', 'two men who had come for migrants': none crossed."""
    if not sentence.concepts.isdisjoint(CARGO) and "party.migrants" not in sentence.concepts:
        return True
    if not reading.concepts.isdisjoint(CARGO) and "party.migrants" not in reading.concepts:
        return True
    following = next((c for c in sentence.clauses if c.start == clause.end), None)
    if following is None or following.concepts.isdisjoint(("clause.relative", "clause.who")):
        return False
    return "fig.help" in following.concepts


def _has_its_time(reading: Reading, sentence: Sentence, number: Number) -> bool:
    """'of them 12 on Friday', 'of which on Saturday 246'."""
    times = reading.times(sentence)
    return any(0 <= t.start - number.stop <= 12 or 0 <= number.start - t.end <= 3 for t in times)


def _base(figures: Sequence[Figure]) -> Figure | None:
    """The last figure that is not only there to be compared with: what a later number goes on from."""
    return next((f for f in reversed(figures) if f.rule != COMPARED), None)


def _set_beside(figure: Figure, previous: Figure | None) -> Figure:
    """'12,046 people, in 2024 - 5,388': one of earlier days at the same place is there to be compared with."""
    if previous is None or previous.place.borders != figure.place.borders or previous.rule == COMPARED:
        return figure
    end, start = figure.span.end, previous.span.start
    return replace(figure, rule=COMPARED) if end is not None and start is not None and end < start else figure


def _of_them(number: Number, clause: Clause) -> bool:
    """'some 20 of them had crossed the border': of what was counted before."""
    return number.noun is None and any(
        t.concept == "link.among" and 0 <= t.start - number.end <= 2 for t in clause.tokens
    )


def _unit_of_its_border(figure: Figure, previous: Figure | None, told: Sequence[Figure]) -> Figure:
    """'Latvia turned back 34, Poland 189': a bare number at another border counts what was last counted there."""
    if previous is None or previous.place.borders == figure.place.borders or not figure.place.borders:
        return figure
    unit = next((f.unit for f in reversed(told) if f.place.borders == figure.place.borders), figure.unit)
    return replace(figure, unit=unit) if {unit, figure.unit} <= PEOPLE_UNITS else figure


def _refused(admitted: Token, clause: Clause) -> bool:
    """'were not allowed to enter', 'did not admit': a negation within two words before."""
    return any(t.concept == "mod.not" and 0 <= admitted.start - t.end <= 14 for t in clause.tokens)


def _goes_on(reading: Reading, sentence: Sentence, last: Figure | None) -> bool:
    """Whether the figure before stands in the sentence just before: in the same paragraph, or in the last sentence
    of the one before it where this one tells a total since a day."""
    if last is None:
        return False
    previous = reading.before(sentence)
    if previous is None and sentence.index and any(t.since for t in reading.times(sentence)):
        previous = reading.sentences[sentence.index - 1]
    if previous is None:
        return False
    if previous.has("change", "compare", "approx") and reading.before(previous) is not None:
        begin = reading.body.source(previous.start)
        if all(e.start < begin for e in last.evidence) and not any(not n.unit for n in reading.numbers(previous)):
            previous = reading.before(previous) or previous  # 'That is 21% fewer than a year before.'
    if "total.sum" in sentence.concepts:  # 'Last week's total was 1,186'
        previous = reading.before(previous) or previous
        previous = reading.before(previous) or previous
    begin = reading.body.source(previous.start)
    return any(e.start >= begin for e in last.evidence)


def _continues(reading: Reading, number: Number, sentence: Sentence, clause: Clause, same_sentence: bool) -> bool:
    """A number without a counting word goes on where a new place or time stands beside it: 'and Poland 117'."""
    than = {t.start for t in clause.tokens if t.cls == "compare"}  # 'ніж' is a knife, and 'than'
    if any(
        t.cls in ("harm", "means", "act", "measure", "money") and t.concept != "act.find" and t.start not in than
        for t in clause.tokens
    ):
        return False
    if number.noun is not None and number.noun.concept not in COUNTED and number.noun.cls != "zero":
        return False
    marks = [t for t in clause.tokens if t.cls in ("state", "weekday", "month", "time", "party", "border")]
    marks = [t for t in marks if t.concept != "party.migrants" and t.concept != "time.recently"]
    if not marks and clause.concepts.isdisjoint(("pron.they", "total.sum")):
        dated = any(clause.start <= t.start < clause.end for t in reading.times(sentence))
        joined = same_sentence and number.bare and clause.tokens and clause.tokens[0].cls == "clause"
        if not dated and not (joined and len(clause.tokens) <= 4):
            return False
    if number.noun is None and not same_sentence and "link.among" not in clause.concepts:
        content = {t.start for t in clause.tokens if t.cls not in BETWEEN_NUMBERS}
        return any(t.cls == "say" for t in clause.tokens) or len(content) <= 3
    return True


def _is_border_matter(reading: Reading, cue: Token | None) -> bool:
    if reading.names_border or reading.report.borders or "party.migrants" in reading.concepts:
        return True
    if cue is None or cue.entry.rel == "border":
        return True
    return cue.concept == "fig.balloon" or (cue.concept == "fig.prevent" and bool(reading.near))


def _figure(
    reading: Reading,
    sentence: Sentence,
    clause: Clause,
    number: Number,
    cue: Token | None,
    unit: str,
    previous: Figure | None,
    base: Figure | None,
) -> Figure | None:
    time = reading.time_at(sentence, clause, number.start)
    near = _near_time(reading, sentence, clause, number)
    time = near or time
    if near is None:
        time = _taken_up(reading, sentence, clause, number) or time
    if time is None and cue is None:
        time = _against_before(reading, sentence, number)
    of_another = time is not None and time.rel in EARLIER and _is_of_another(reading, sentence, number, time)
    later = reading.later(sentence, clause)
    if later is not None:
        span, time = later, None
    elif of_another and base is not None:
        span, time = base.span, None
    elif time is not None and time.rel in EARLIER and base is not None:
        span = earlier(base.span, time.rel) or time.span
    elif time is not None:
        span = time.span
    elif previous is not None and cue is None:
        span = (base or previous).span
    else:
        span = reading.happened(sentence, clause, number.start)[0]
        if span.start is None and base is not None and _is_of_the_paragraph(reading, sentence, base):
            span = base.span
    place, words = _place(reading, sentence, clause, number)
    if place is ELSEWHERE:
        return None  # a border that is none of ours
    if words is None and place.borders and not place.group:
        place = Place(
            place.borders, precision=PlacePrecision.BORDER
        )  # the spot told before was of what happened there
    form = FigureForm.COUNT
    per = number.per
    if per is None and (number.average or "rate.daily" in clause.concepts):
        per = "day"
    if per is not None:
        form = FigureForm.RATE
    elif "total.word" in clause.concepts or (time is not None and _adds_up(reading, time)):
        form = FigureForm.TOTAL
    if form is FigureForm.COUNT and time is None and cue is not None and _is_so_far(reading, span):
        form = FigureForm.TOTAL  # 'in the same time', after 'since 10 August'
    if form is FigureForm.TOTAL and time is not None and time.since:
        span = _until_told(reading, sentence, span)
    if form is FigureForm.TOTAL and _reaches_now(reading, span):
        span = Span(span.start, reading.anchor.day, Precision.DAYS)
    start = min(number.start, cue.start if cue is not None else number.start)
    end = max(number.end, number.stop, cue.end if cue is not None else number.end)
    modality = Modality.ACTUAL
    if number.quantity.best > 0:
        modality = modality_of(reading, sentence, clause, number.start, end, Span.untold())
        if modality in (Modality.HISTORICAL, Modality.ATTEMPTED, Modality.DENIED) and (
            "mod.deny" not in sentence.concepts
        ):
            modality = Modality.ACTUAL
    between = [n for n in reading.numbers(sentence) if n is not number and start <= n.start < end and not n.unit]
    spans = [(start, end)]
    if between and cue is not None:
        spans = [(number.start, max(number.end, number.stop)), (cue.start, cue.end)]
    if time is not None:
        spans.append((time.start, time.end))
    if words is not None:
        spans.append(words)
    return Figure(
        id=stable_id("figure", reading.report.id, unit, number.start, number.end),
        form=form,
        unit=unit,
        quantity=number.quantity,
        place=place,
        span=span,
        modality=modality,
        evidence=reading.rest_on(spans),
        rule=_rule(sentence, number, cue, time),
        per=per,
        attribution=attribution_of(reading, sentence, place),
        grade=reading.report.grade,
    )


def _rule(sentence: Sentence, number: Number, cue: Token | None, time: Time | None) -> str:
    against = any(
        0 <= number.start - t.end <= (60 if cue is None else 12)
        and not any(c.isdigit() for c in sentence.words(t.end, number.start))
        for t in sentence.cls("compare")
    )
    if against or (cue is None and time is not None and time.rel in EARLIER):
        return COMPARED
    return f"figure:{cue.concept}" if cue is not None else "figure:continued"


def _is_of_another(reading: Reading, sentence: Sentence, number: Number, time: Time) -> bool:
    """'1,612 against 1,002 a year earlier': a time of comparison is that of the number right before it."""
    return any(number.stop <= n.start < time.start and not n.unit for n in reading.numbers(sentence))


def _adds_up(reading: Reading, time: Time) -> bool:
    """'since 10 August', 'in 2024' in a report of that year: the sum so far."""
    return time.since or (time.span.precision is Precision.YEAR and _reaches_now(reading, time.span))


def _until_told(reading: Reading, sentence: Sentence, span: Span) -> Span:
    """'As of 9 June, 13,900 this year': a total that ends on a day that has come."""
    ends = [t.span.start for t in reading.times(sentence) if t.begins and t.span.length == 1]
    day = reading.anchor.day
    if len(ends) != 1 or ends[0] is None or day is None or span.start is None or not span.start < ends[0] <= day:
        return span
    return Span(span.start, ends[0], Precision.DAYS)


def _is_so_far(reading: Reading, span: Span) -> bool:
    return span.end is not None and span.end == reading.anchor.day and (span.length or 0) > 31


def _reaches_now(reading: Reading, span: Span) -> bool:
    day = reading.anchor.day
    return day is not None and span.start is not None and span.end is not None and span.start <= day < span.end


def _taken_up(reading: Reading, sentence: Sentence, clause: Clause, number: Number) -> Time | None:
    """'than in 2023, when 25,700 were counted': what follows 'when' takes the time before it."""
    whens = [t for t in clause.tokens if t.cls == "clause" and t.start < number.start]
    if not whens:
        return None
    when, times = whens[-1], reading.times(sentence)
    if any(when.start <= t.start < clause.end and not t.said for t in times):
        return None
    return next((t for t in reversed(times) if 0 <= when.start - t.end <= 3), None)


def _against_before(reading: Reading, sentence: Sentence, number: Number) -> Time | None:
    """'61% fewer than in 2023 (13,863)'."""
    return next((t for t in reading.times(sentence) if t.against and 0 <= number.start - t.end <= 4), None)


def _is_of_the_paragraph(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """Whether a figure stands in the same paragraph, so that its days are those of the next one."""
    first = next(s for s in reading.sentences if s.paragraph == sentence.paragraph)
    return figure.evidence[0].start >= reading.body.source(first.start)


def _near_time(reading: Reading, sentence: Sentence, clause: Clause, number: Number) -> Time | None:
    """The time beside a number where a clause tells several: the one that follows it before the next number."""
    inside = [t for t in reading.times(sentence) if clause.start <= t.start < clause.end and not t.said]
    if len(inside) < 2:
        return None
    return _told_for(number, inside, reading, sentence, clause)


_Mark = TypeVar("_Mark", Time, Mention)


def _told_for(
    number: Number, marks: Sequence[_Mark], reading: Reading, sentence: Sentence, clause: Clause
) -> _Mark | None:
    """Which of several times or places a number is told for: the one in its own piece between commas; else, where
    the clause begins with one of them, the last before the number ('on Monday 12, on Tuesday 15'), and where it
    begins with a number the next after it ('12 in Poland and 15 in Latvia')."""
    at_once = [m for m in marks if m.start > number.end and not sentence.words(number.end, m.start).strip(_JOINS)]
    if len(at_once) == 1:
        return at_once[0]  # '33 a week earlier', '44 on Saturday'
    beside = [m for m in marks if not BETWEEN.search(_words_between(sentence, number, m))]
    if len(beside) == 1:
        return beside[0]
    marks = beside or marks
    others = [n.start for n in reading.numbers(sentence) if clause.start <= n.start < clause.end and not n.unit]
    before = [m for m in marks if m.end <= number.start]
    after = [m for m in marks if m.start >= number.end]
    if before and marks[0].start < min(others, default=number.start):
        return before[-1]
    following = min((o for o in others if o > number.start), default=clause.end)
    if after and (after[0].start < following or not before):
        return after[0]
    return before[-1] if before else None


def _words_between(sentence: Sentence, number: Number, mark: Time | Mention) -> str:
    if mark.start >= number.end:
        return sentence.words(number.end, mark.start)
    return sentence.words(mark.end, number.start)


def _place(reading: Reading, sentence: Sentence, clause: Clause, number: Number):  # type: ignore[no-untyped-def]
    """The place of a figure: a border said outright in the clause, else the nearest name before the number, else
    after it; then as for anything else."""
    inside = [m for m in reading.mentions(sentence) if clause.start <= m.start < clause.end]
    inside = [m for m in inside if m.bordered]
    outright = [m for m in inside if m.rank == 0]
    states = [m for m in inside if m.rank == 2]
    if len({m.place.borders for m in states}) > 1:
        together = reading.world.together(sentence, number.start)
        if together is not None:
            return together, (states[0].start, states[-1].end)
        best = _told_for(number, states, reading, sentence, clause) or states[0]
        return best.place, (best.start, best.end)
    apart = outright and states and not set(states[0].place.borders) & set(outright[0].place.borders)
    if apart and not outright[0].place.group and outright[0].place is not ELSEWHERE:
        return states[0].place, (states[0].start, states[0].end)
    return reading.place_at(sentence, clause, number.start, number.end)
