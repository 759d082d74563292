"""Figures: counts, rates and running totals of attempts, turn-backs and what else a service prints."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from kordon.coding.automaton import Token
from kordon.coding.dates import EARLIER, earlier
from kordon.coding.modality import modality_of
from kordon.coding.numbers import Number
from kordon.coding.parties import attribution_of
from kordon.coding.places import ELSEWHERE, Mention
from kordon.coding.printed_dates import Time
from kordon.coding.reading import Reading
from kordon.coding.sentences import Clause, Sentence
from kordon.domain.coded import Change, Figure, FigureForm, Modality, Place, PlacePrecision
from kordon.domain.quantity import Quantity
from kordon.domain.report import stable_id
from kordon.domain.time import Precision, Span

# A word that counts decides what is counted; where several stand near a number, the first of this order does.
UNITS = {
    "fig.admit": "admissions",
    "fig.refuse": "refusals",
    "fig.prevent": "prevented",
    "fig.balloon": "balloons",
    "fig.detect": "detections",
    "fig.enter": "crossings",
    "fig.attempt": "attempts",
    "fig.try": "attempts",
}
COUNTED = ("noun.person", "noun.case", "fig.attempt", "fig.balloon", "noun.attempt")
NOT_COUNTED = ("noun.group",)
HELPERS = ("fig.help", "party.smugglers")
SPREAD = 130
# Words that stand between the numbers of a list and tell of nothing themselves.
BETWEEN_NUMBERS = frozenset(
    (
        *("in", "role", "link", "clause", "pron", "approx", "size", "num", "noun", "zero", "total", "rate"),
        *("weekday", "month", "time", "state", "party", "change", "compare", "often", "share"),
    )
)
COMPARING = {"approx.over": "up_by", "approx.almost": "down_by", "approx.under": "down_by"}  # after a share
_ONE_MORE = re.compile(r"(?:\s*,)?\s+(?:\w{1,4}\s+)?\d{1,2}\s*-?\s*")
_APART = re.compile(r"[,.;:]")
_JOINS = " \u00a0–—-"
_ENDING = re.compile(r"-[^\W\d_]+")
_ENDS = re.compile(r"\s*(?:[,.;)]|\Z)")
_BETWEEN = re.compile(r"[,;:](?!\d)")


def figures_in(reading: Reading, sentence: Sentence, last: Figure | None) -> list[Figure]:
    """The figures of one sentence; ``last`` is the figure before it, which a bare number may go on from."""
    if not sentence.digits and not sentence.has("num", "vague", "zero"):
        return []
    cues = [t for t in sentence.cls("fig") if t.concept in UNITS]
    going_on = _goes_on(reading, sentence, last)
    if not cues and not going_on:
        return []
    found: list[Figure] = []
    numbers = [*reading.numbers(sentence), *_zeros(sentence, reading.numbers(sentence))]
    numbers = [n for n in sorted(numbers, key=lambda n: n.start) if _may_count(n, sentence)]
    for number in numbers:
        clause = sentence.clause_at(number.start)
        cue = _cue(sentence, clause, number, numbers, cues)
        previous = found[-1] if found else (last if going_on else None)
        if cue is None and (previous is None or not _continues(reading, number, sentence, clause, bool(found))):
            continue
        among = any(clause.start <= t.start < number.start for t in sentence.all("link.among"))
        repeats = cue is not None and previous is not None and UNITS[cue.concept] == previous.unit
        if among and repeats and not any(0 <= t.start - number.stop <= 12 for t in reading.times(sentence)):
            continue  # 'among them 12 women', but 'of them 12 on Friday'
        unit = UNITS[cue.concept] if cue is not None else (previous.unit if previous else "")
        if cue is not None and cue.concept == "fig.admit" and _refused(cue, clause):
            unit = "prevented"
        if unit == "detections" and _of_helpers(number, clause):
            continue
        if not _is_border_matter(reading, cue):
            continue
        figure = _figure(reading, sentence, clause, number, cue, unit, previous)
        if figure is not None:
            found.append(figure)
    return _with_changes(reading, sentence, found)


def _refused(admitted: Token, clause: Clause) -> bool:
    """'were not allowed to enter', 'did not admit': a negation within two words before."""
    return any(t.concept == "mod.not" and 0 <= admitted.start - t.end <= 14 for t in clause.tokens)


def _zeros(sentence: Sentence, numbers: Sequence[Number]) -> Iterable[Number]:
    """'no attempts', 'not a single migrant', 'nobody': a printed zero."""
    for token in sentence.cls("zero"):
        if token.entry.rel == "whole":
            yield Number(token.start, token.end, Quantity.exactly(0), token)
            continue
        if token.entry.rel == "after":  # 'attempts … were not recorded'
            clause = sentence.clause_at(token.start)
            told = [t for t in clause.tokens if t.end <= token.start and (t.concept in UNITS or t.cls == "noun")]
            if told and not any(n.noun is not None and n.noun.start == told[-1].start for n in numbers):
                yield Number(token.start, token.end, Quantity.exactly(0), told[-1])
            continue
        noun = next(
            (
                t
                for t in sentence.tokens
                if t.start >= token.end
                and t.start - token.end <= 40
                and (t.cls == "noun" or t.concept in UNITS)
                and not re.search(r"[,.;:]", sentence.words(token.end, t.start))
            ),
            None,
        )
        if noun is not None:
            yield Number(token.start, token.end, Quantity.exactly(0), noun)
        elif _ENDS.match(sentence.words(token.end, sentence.end)):
            yield Number(token.start, token.end, Quantity.exactly(0), None)  # 'on Saturday — none,'


def _may_count(number: Number, sentence: Sentence) -> bool:
    if number.unit or _is_ordinal(number, sentence):
        return False
    if any(0 <= t.start - number.end <= 2 for t in sentence.cls("change")) and sentence.has("compare"):
        return False  # '5 more than on Saturday'
    if number.noun is None and any(
        t.concept in COMPARING and 0 <= t.start - number.end <= 2 for t in sentence.cls("approx")
    ):
        return False  # 'two fewer than the week before'
    if number.bare and any(
        t.cls == "size" and t.entry.value == "year" and _leads_to_age(number, t, sentence)
        for t in sentence.cls("size")
    ):
        return False  # 'of 22 and 35 years'
    for token in sentence.all(*NOT_COUNTED):
        if follows_group(number, token, sentence) or sizes_group(number, token, sentence):
            return False  # 'a group of 30', 'a 30-strong group'
    for token in sentence.cls("age"):
        if 0 <= number.start - token.end <= 14 or (number.bare and _leads_to_age(number, token, sentence)):
            return False
    for token in sentence.all(*HELPERS):
        if number.end <= token.start < number.stop:
            return False  # '12 guides of migrants'
        if not _APART.search(_apart(sentence, token, number)):
            if 0 <= token.start - number.stop <= (20 if number.noun else 50):
                return False  # helpers, not people who cross
            if 0 <= number.start - token.end <= 50 and token.concept == "fig.help":
                return False  # 'for helping others across, two citizens'
    noun = number.noun
    return noun is None or noun.concept in COUNTED or noun.cls == "zero" or noun.concept in UNITS


def _is_ordinal(number: Number, sentence: Sentence) -> bool:
    """'23-ejų', '30-летний': a number with an ending counts nothing, unless the ending is what it counts."""
    tail = _ENDING.match(sentence.words(number.end, sentence.end))
    if tail is None:
        return False
    return number.noun is None or number.noun.start >= number.end + tail.end()


def _apart(sentence: Sentence, token: Token, number: Number) -> str:
    if token.start >= number.stop:
        return sentence.words(number.stop, token.start)
    return sentence.words(token.end, number.start)


def _leads_to_age(number: Number, age: Token, sentence: Sentence) -> bool:
    """'22 years old', 'aged 22 and 35': a word of age at once, or after one more number."""
    gap = age.start - number.end
    return 0 <= gap <= 2 or (
        0 < gap <= 12 and _ONE_MORE.fullmatch(sentence.words(number.end, age.start)) is not None
    )


def follows_group(number: Number, group: Token, sentence: Sentence) -> bool:
    """'a group of 30', 'группа примерно в 30 человек'."""
    gap = number.start - group.end
    return 0 <= gap <= 14 and not _APART.search(sentence.words(group.end, number.start))


def sizes_group(number: Number, group: Token, sentence: Sentence) -> bool:
    """'a 12-person group', '12 asmenų grupė': a word for a group follows a number at once, or after its noun."""
    noun = number.noun
    if noun is None:
        return 0 <= group.start - number.end <= 12 and "-" in sentence.words(number.end, group.start)[:1]
    if noun.concept == "noun.group":  # 'asmenų grupė' as one word; two groups stay two groups
        return noun.start - number.end <= 2 and " " in sentence.words(noun.start, noun.end)
    return noun.concept == "noun.person" and 0 < group.start - noun.end <= 2


def _of_its_own(
    clause: Clause, number: Number, numbers: Sequence[Number], cues: Sequence[Token]
) -> Sequence[Token]:
    """'122 were turned back and 18 were caught': where numbers stand before their counting words, the one that
    follows a number is its own."""
    places = [n.start for n in numbers if clause.start <= n.start < clause.end]
    if len(places) < 2 or places[0] > min(t.start for t in cues):
        return cues
    following = next((p for p in places if p > number.start), clause.end)
    own = [t for t in cues if number.end <= t.start < following]
    return own or cues


def _cue(
    sentence: Sentence, clause: Clause, number: Number, numbers: Sequence[Number], cues: Sequence[Token]
) -> Token | None:
    """The word that tells what a number counts: in its clause first, then in the clause that takes it up."""
    if number.noun is not None and number.noun.concept in ("fig.balloon",):
        return number.noun
    inside = [t for t in cues if clause.start <= t.start < clause.end]
    inside = [t for t in inside if _distance(t, number) <= SPREAD]
    if number.noun is not None and number.noun.concept in ("noun.person", "noun.case"):
        inside = [t for t in inside if t.concept != "fig.balloon"]
    if len(inside) > 1:
        inside = [t for t in inside if not _BETWEEN.search(_apart(sentence, t, number))] or inside
    if len(inside) > 1:
        inside = list(_of_its_own(clause, number, numbers, inside))
    if len(inside) < 2:
        return inside[0] if inside else None
    for concept in UNITS:
        fitting = [t for t in inside if t.concept == concept]
        if fitting and concept in ("fig.detect", "fig.enter"):
            others = [t for t in inside if t.concept in ("fig.attempt", "fig.try")]
            nearest = min((*fitting, *others), key=lambda t: _distance(t, number))
            if nearest.concept != concept:
                continue
        if fitting:
            return min(fitting, key=lambda t: _distance(t, number))
    return None


def _distance(token: Token, number: Number) -> int:
    return token.start - number.end if token.start >= number.end else max(0, number.start - token.end)


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
    begin = reading.body.source(previous.start)
    return any(e.start >= begin for e in last.evidence)


def _continues(reading: Reading, number: Number, sentence: Sentence, clause: Clause, same_sentence: bool) -> bool:
    """A number without a counting word goes on where a new place or time stands beside it: 'and Poland 117'."""
    if any(
        t.cls in ("harm", "means", "act", "measure", "money") and t.concept != "act.find" for t in clause.tokens
    ):
        return False
    if number.noun is not None and number.noun.concept not in COUNTED and number.noun.cls != "zero":
        return False
    marks = [t for t in clause.tokens if t.cls in ("state", "weekday", "month", "time", "party", "border")]
    marks = [t for t in marks if t.concept != "party.migrants" and t.concept != "time.recently"]
    if not marks and "pron.they" not in clause.concepts:
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
) -> Figure | None:
    time = reading.time_at(sentence, clause, number.start)
    near = _near_time(reading, sentence, clause, number)
    time = near or time
    if cue is None or time is None:
        time = _taken_up(reading, sentence, clause) or time
    later = reading.later(sentence, clause)
    if later is not None:
        span, time = later, None
    elif time is not None and time.rel in EARLIER and previous is not None:
        span = earlier(previous.span, time.rel) or time.span
    elif time is not None:
        span = time.span
    elif previous is not None and cue is None:
        span = previous.span
    else:
        span = reading.happened(sentence, clause, number.start)[0]
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
        rule=f"figure:{cue.concept if cue is not None else 'continued'}",
        per=per,
        attribution=attribution_of(reading, sentence, place),
        grade=reading.report.grade,
    )


def _adds_up(reading: Reading, time: Time) -> bool:
    """'since 10 August', 'in 2024' in a report of that year: the sum so far."""
    return time.since or (time.span.precision is Precision.YEAR and _reaches_now(reading, time.span))


def _reaches_now(reading: Reading, span: Span) -> bool:
    day = reading.anchor.day
    return day is not None and span.start is not None and span.end is not None and span.start <= day < span.end


def _taken_up(reading: Reading, sentence: Sentence, clause: Clause) -> Time | None:
    """'than in 2023, when 25,700 were counted': a clause without a time of its own takes the one before it."""
    if not clause.tokens or clause.tokens[0].cls != "clause":
        return None
    times = reading.times(sentence)
    if any(clause.start <= t.start < clause.end for t in times):
        return None
    return next((t for t in reversed(times) if 0 <= clause.start - t.end <= 3), None)


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
    beside = [m for m in marks if not _BETWEEN.search(_words_between(sentence, number, m))]
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


def _of_helpers(number: Number, clause: Clause) -> bool:
    """'nine people were detained for helping others across': none of them crossed."""
    if not any(t.concept in HELPERS for t in clause.tokens):
        return False
    noun = number.noun
    return noun is None or not any(t.concept == "party.migrants" and t.start == noun.start for t in clause.tokens)


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


def _with_changes(reading: Reading, sentence: Sentence, figures: list[Figure]) -> list[Figure]:
    """'after weeks of calm', 'its usual level', 'down by 65%': put on the figure they speak of."""
    if not figures:
        return figures
    changes = changes_in(reading, sentence)
    if changes:
        figures[0] = replace(figures[0], changes=changes)
    return figures


def changes_in(reading: Reading, sentence: Sentence) -> tuple[Change, ...]:
    words = sentence.cls("change")
    if not words and not sentence.has("approx"):
        return ()
    percents = [n for n in reading.numbers(sentence) if n.unit == "percent"]
    changes: list[Change] = []
    for percent in percents:  # '40% more than the week before', where 'more than' is no rounding
        than = next((t for t in sentence.cls("approx") if 0 <= t.start - percent.end <= 2), None)
        told = any(abs(w.start - percent.end) < 30 or abs(percent.start - w.end) < 30 for w in words)
        if than is not None and than.concept in COMPARING and not told:
            spans = [(percent.start, than.end)]
            changes.append(Change(COMPARING[than.concept], percent.quantity.best, "", reading.evidence(*spans)))
    for token in words:
        kind = token.concept.partition(".")[2]
        if kind in ("up_by", "down_by"):
            near = [p for p in percents if min(abs(p.start - token.end), abs(token.start - p.end)) < 30]
            told = token.entry.value  # 'half as many' is its own percentage
            if not near and told is None and not sentence.has("compare"):
                continue
            spans = [(token.start, token.end)]
            if near:
                spans = [(min(near[0].start, token.start), max(near[0].end, token.end))]
            share = near[0].quantity.best if near else told
            changes.append(Change(kind, share, "", reading.evidence(*spans)))
        elif not any(c.kind == kind for c in changes):
            changes.append(Change(kind, None, "", reading.evidence((token.start, token.end))))
    return tuple(changes)
