"""One report being read: its sentences with their numbers, times, places and parties, found once and shared.

A reading is made, used and dropped within one call of :meth:`kordon.coding.coder.Coder.code`.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kordon.coding.automaton import Token
from kordon.coding.body import Body
from kordon.coding.dates import is_beside, times_of
from kordon.coding.lexicon import Settings
from kordon.coding.numbers import Number, numbers_of
from kordon.coding.places import ELSEWHERE, Mention, place_in
from kordon.coding.printed_dates import Anchor, Time
from kordon.coding.sentences import Clause, Sentence
from kordon.coding.world import World
from kordon.domain.coded import Header, Place, PlacePrecision
from kordon.domain.report import Evidence, Report
from kordon.domain.time import Precision, Span

if TYPE_CHECKING:
    from kordon.coding.parties import Who

NOWHERE = Place()
LATER = ("day_later", "days_later")


class Reading:
    """What the steps share. Numbers and times of a sentence are worked out when first asked for."""

    def __init__(
        self,
        report: Report,
        header: Header | None,
        body: Body,
        sentences: Sequence[Sentence],
        settings: Settings,
        world: World,
    ) -> None:
        self.report = report
        self.header = header
        self.body = body
        self.sentences = sentences
        self.settings = settings
        self.world = world
        self.anchor = Anchor(report.published_at, header.week if header is not None else None)
        self.concepts = set[str]().union(*(s.concepts for s in sentences))
        states = [s for sentence in sentences for t in sentence.cls("state") for s in world.states_of(t)]
        served = [t.entry.value for s in sentences for t in (*s.cls("party"), *s.cls("office"))]
        sides = {s for border in world.assessed for s in (world.near_of(border), world.far_of(border))}
        states += [value for value in served if value in sides]  # a mercenary's state is no side of a border
        self.far = tuple(dict.fromkeys(s for s in states if s in world.far))
        self.near = tuple(dict.fromkeys(s for s in states if s in world.near))
        if not self.near and self.far and settings.home in world.near:
            self.near = (settings.home,)  # 'at the border with Belarus' in a language of one near side
        self.names_border = bool(self.far and self.near) or any(
            s.has("border", "group") or any(t.entry.rel == "border" for t in s.tokens) for s in sentences
        )
        self._times: dict[int, list[Time]] = {}
        self._dated: dict[int, list[Span]] = {}
        self._around: dict[int, Place] = {}
        self._numbers: dict[int, list[Number]] = {}
        self.parties: dict[tuple[int, tuple[str, ...]], list[Who]] = {}  # by sentence and borders
        self._mentions: dict[int, list[Mention]] = {}
        self._usual: Place | None = None

    def times(self, sentence: Sentence) -> list[Time]:
        found = self._times.get(sentence.index)
        if found is None:
            found = self._times[sentence.index] = times_of(sentence, self.settings, self.anchor)
        return found

    def numbers(self, sentence: Sentence) -> list[Number]:
        found = self._numbers.get(sentence.index)
        if found is None:
            found = []
            if sentence.digits or sentence.has("num", "vague"):
                taken = [(t.start, t.end) for t in self.times(sentence)]
                found = numbers_of(sentence, self.settings, taken)
            self._numbers[sentence.index] = found
        return found

    def mentions(self, sentence: Sentence) -> list[Mention]:
        found = self._mentions.get(sentence.index)
        if found is None:
            found = self._mentions[sentence.index] = self.world.mentions(self, sentence)
        return found

    def evidence(self, *spans: tuple[int, int]) -> tuple[Evidence, ...]:
        """Evidence for spans of the body, without doubles, in order of place."""
        return tuple(sorted({self.body.evidence(start, end) for start, end in spans}))

    def rest_on(self, spans: Sequence[tuple[int, int]]) -> tuple[Evidence, ...]:
        """Evidence for spans of the body, the chief one first; what lies inside another adds nothing."""
        kept: list[tuple[int, int]] = []
        for span in spans:
            if not any(a <= span[0] and span[1] <= b for a, b in kept):
                kept.append(span)
        return tuple(self.body.evidence(start, end) for start, end in kept)

    def before(self, sentence: Sentence) -> Sentence | None:
        """The sentence before, within the same paragraph."""
        if sentence.index == 0:
            return None
        previous = self.sentences[sentence.index - 1]
        return previous if previous.paragraph == sentence.paragraph or sentence.bullet else None

    def happened(self, sentence: Sentence, clause: Clause, place: int) -> tuple[Span, Time | None]:
        """When a thing told at a place happened: by its clause, its sentence, the sentence before, the week
        of the page; untold otherwise."""
        later = self.later(sentence, clause)
        if later is not None:
            return later, None
        time = self.time_at(sentence, clause, place, past=True)
        if time is not None:
            return time.span, time
        same = _same(clause) or next((rel for c in sentence.clauses if (rel := _same(c)) is not None), None)
        if same is not None:
            told = self._told_before(sentence, clause, week=same == "same_week")
            return (self.header.week if told.start is None and self.header is not None else told), None
        previous = self.before(sentence)
        steps = 0
        while previous is not None and steps < 3:
            earlier = self._events(previous)
            if earlier:
                whole = next((s for s in earlier if all(_covers(s, other) for other in earlier)), None)
                if whole is not None and whole.precision in (Precision.DAY, Precision.DAYS):
                    return whole, None  # of 'from 1 to 5 May, 254 of them on Sunday' the five days
                break
            previous = self.before(previous)
            steps += 1
        if self.header is not None:
            return self.header.week, None
        only = self._only_day(sentence)
        return (self._of_the_lede(sentence) if only.start is None else only), None

    def later(self, sentence: Sentence, clause: Clause) -> Span | None:
        """'a day later', 'two days later': counted from the day told last before."""
        token = next((t for t in sentence.cls("time") if t.entry.rel in LATER and t.start < clause.end), None)
        if token is None:
            return None
        days: float = 1
        if token.entry.rel == "days_later":
            told = next((n for n in self.numbers(sentence) if 0 <= token.start - n.end <= 2), None)
            if told is None or told.quantity.best != int(told.quantity.best):
                return None
            days = told.quantity.best
        span = self._told_before(sentence, clause, week=False)
        if span.start is None or span.start != span.end or days > 60:
            return None
        return Span.day(span.start + dt.timedelta(days=int(days)))

    def _events(self, sentence: Sentence) -> list[Span]:
        """The days that a sentence tells events of: not the day of a statement, nor, beside others, the day of
        publication."""
        found = self._dated.get(sentence.index)
        if found is None:
            told = [t.span for t in self.times(sentence) if _dates(t) and not t.said and not t.since]
            spans = list(dict.fromkeys(told)) if len(told) > 1 else told
            found = [s for s in spans if s.start != self.report.published_at] or spans
            self._dated[sentence.index] = found
        return found

    def _only_day(self, sentence: Sentence) -> Span:
        """The day of everything told so far, where it is one day or one run of days: a text about one event tells
        its day once."""
        told: dict[Span, None] = {}
        for earlier in self.sentences[: sentence.index]:
            for span in self._events(earlier):
                told[span] = None
                if len(told) > 1:
                    return Span.untold()
        only = next(iter(told), None)
        if only is None or only.length is None or only.length > 3:
            return Span.untold()
        return only

    def _of_the_lede(self, sentence: Sentence) -> Span:
        """The day, night or weekend of the first sentence that tells of something, for a paragraph that tells no
        time at all: a notice goes on about the same days."""
        here = [s for s in self.sentences[: sentence.index + 1] if s.paragraph == sentence.paragraph]
        if any(self.times(s) for s in here):
            return Span.untold()
        lede = next((s for s in self.sentences[: sentence.index] if s.has("fig", "act") and self.times(s)), None)
        if lede is None or sentence.paragraph - lede.paragraph > 1:
            return Span.untold()
        spans = self._events(lede)
        whole = next((s for s in spans if all(_covers(s, other) for other in spans)), None)
        return whole if whole is not None and whole.length is not None and whole.length <= 3 else Span.untold()

    def _told_before(self, sentence: Sentence, clause: Clause, *, week: bool) -> Span:
        """'that same day', 'over the same week': what the sentences before tell last, in whichever paragraph."""
        limit = next((t.start for t in clause.tokens if t.entry.rel.startswith("same")), clause.start)
        beside: Span | None = None  # the day of a statement or of a comparison, where there is no other
        for earlier in reversed(self.sentences[max(0, sentence.index - 8) : sentence.index + 1]):
            times = [t for t in self.times(earlier) if _dates(t) and not t.since and t.end <= limit]
            if week:
                times = [t for t in times if t.span.length is not None and 5 <= t.span.length <= 8]
            told = [t.span for t in times if not t.said]
            told = [s for s in told if s.start != self.report.published_at] or told
            if told:
                return told[-1]
            so_far = [t for t in self.times(earlier) if t.since and t.end <= limit]
            beside = beside or next((t.span for t in (*times[-1:], *so_far[-1:])), None)
        return beside or Span.untold()

    def _is_ahead(self, time: Time) -> bool:
        day = self.anchor.day
        return day is not None and time.near.start is not None and time.near.start > day

    def time_at(self, sentence: Sentence, clause: Clause, place: int, *, past: bool = False) -> Time | None:
        """The time that a sentence itself gives to what is told at a place: in the clause, else at the head of
        the sentence, else nearest; the day of a statement only where there is no other."""
        every = self.times(sentence)
        if not every:
            return None
        times = [t for t in every if _dates(t)]
        if past:
            times = [t for t in times if not (t.begins and self._is_ahead(t))]
        if not times or _same(clause) is not None:
            return None
        told = [t for t in times if not t.said] or [t for t in times if not t.against]
        inside = [t for t in told if clause.start <= t.start < clause.end]
        after = [t for t in inside if 0 <= t.start - place <= 60]
        if len(inside) > 1 and after:
            return after[0]  # 'stabbed on May 28, died on June 6': a day follows its verb
        if inside:
            return min(inside, key=lambda t: abs(t.start - place))
        told = [t for t in told if t.span.precision is not Precision.RECENT]
        before = [t for t in told if t.start < place]
        if before:
            return before[-1]
        following = [t for t in told if t.start >= clause.end]
        return following[0] if len(following) == 1 else None

    def place_at(
        self, sentence: Sentence, clause: Clause, start: int, end: int
    ) -> tuple[Place, tuple[int, int] | None]:
        """Where a thing told at ``start..end`` is, and the words that say so, if its own sentence does."""
        found = place_in(self.mentions(sentence), clause, start, end)
        if found is not None and (found[0] is ELSEWHERE or found[0].borders or found[0].group):
            return found
        around = self._place_around(sentence)
        if found is None:
            return around, None
        if around is ELSEWHERE or not around.borders:
            return found
        return replace(found[0], borders=around.borders), found[1]  # a district of the border spoken of

    def _place_around(self, sentence: Sentence) -> Place:
        """The place that the sentences before tell, or the one that the whole text is about."""
        known = self._around.get(sentence.index)
        if known is None:
            known = self._around[sentence.index] = self._told_around(sentence)
        return known

    def _told_around(self, sentence: Sentence) -> Place:
        previous = self.before(sentence)
        steps = 0
        while previous is not None and steps < 3:
            last = previous.clauses[-1]
            found = place_in(self.mentions(previous), last, previous.end, previous.end)
            if found is not None and (found[0] is ELSEWHERE or found[0].borders or found[0].group):
                return found[0]
            previous = self.before(previous)
            steps += 1
        return self.usual_place()

    def at_spot(self, sentence: Sentence, place: Place) -> Place:
        """A place with the settlement or crossing that the sentence before tells, where its own tells none."""
        if not place.borders or place.settlements or place.crossings or place.areas or place.ambiguous:
            return place
        own = {
            m.place for m in self.mentions(sentence) if m.rank == 1 and set(m.place.borders) & set(place.borders)
        }
        if len(own) == 1:
            spot = own.pop()
            return replace(place, settlements=spot.settlements, crossings=spot.crossings, precision=spot.precision)
        if any(m.rank in (1, 3) for m in self.mentions(sentence)):
            return place
        previous = self.before(sentence)
        for _ in range(3):
            if previous is None:
                return place
            spots = [
                m.place
                for m in self.mentions(previous)
                if m.rank == 1 and set(m.place.borders) & set(place.borders)
            ]
            if len({s.settlements or s.crossings for s in spots}) == 1:
                spot = spots[0]
                return replace(
                    place, settlements=spot.settlements, crossings=spot.crossings, precision=spot.precision
                )
            if spots:
                return place
            previous = self.before(previous)
        return place

    def usual_place(self) -> Place:
        """The one border that a text is about, where it is about one."""
        if len(self.report.borders) == 1:
            return Place(borders=self.report.borders, precision=PlacePrecision.BORDER)
        if self._usual is None:
            self._usual = self._most_told()
        return self._usual

    def _most_told(self) -> Place:
        """The one border that follows from the states named; else the one that most places named are at, if it is
        told first or more than twice as often as any other. Borders that are assessed go before others."""
        if not self.names_border:
            return NOWHERE
        home = self._home()
        if home is not None:
            return Place(borders=(home,), precision=PlacePrecision.BORDER)
        borders = {b for state in self.near for b in [self.world.border_of(state, self.far)] if b}
        if len(borders) == 1 and borders <= self.world.assessed:
            return Place(borders=tuple(borders), precision=PlacePrecision.BORDER)
        told: Counter[str] = Counter()
        for mention in (m for s in self.sentences for m in self.mentions(s)):
            if len(mention.place.borders) == 1 and mention.rank < 3:
                told[mention.place.borders[0]] += 1
        assessed = {b: weight for b, weight in told.items() if b in self.world.assessed}
        ranked = Counter(assessed or told).most_common()
        if not ranked:
            return NOWHERE
        (first, most), second = ranked[0], ranked[1][1] if len(ranked) > 1 else 0
        if most <= 2 * second and first != next(iter(assessed or told)):
            return NOWHERE
        return Place(borders=(first,), precision=PlacePrecision.BORDER)

    def _home(self) -> str | None:
        """The border of the language's own state, where the first sentence that tells of something names the far
        side and no near one: a neighbour named later is told of in its own sentence."""
        home = self.settings.home
        if home not in self.world.near or self.near == (home,):
            return None
        first = next((s for s in self.sentences if s.has("fig", "act")), None)
        if first is None:
            return None
        states = {s for t in first.cls("state") for s in self.world.states_of(t)}
        if not states & set(self.world.far) or states & set(self.world.near):
            return None
        border = self.world.border_of(home, self.far)
        return border if border in self.world.assessed else None

    def token_before(self, sentence: Sentence, place: int, *classes: str) -> Token | None:
        return next((t for t in reversed(sentence.tokens) if t.end <= place and t.cls in classes), None)


def _covers(whole: Span, part: Span) -> bool:
    if whole.start is None or whole.end is None or part.start is None or part.end is None:
        return whole == part
    return whole.start <= part.start and part.end <= whole.end


def _same(clause: Clause) -> str | None:
    """How a clause takes up the time told before: 'that same day', 'the same week'."""
    for token in clause.tokens:
        if token.cls == "time" and token.entry.rel.startswith("same"):
            if any(t.entry.rel == "last_year" and is_beside(token, t) for t in clause.tokens):
                continue  # 'in the same period last year' is a time of its own
            return token.entry.rel
    return None


def _dates(time: Time) -> bool:
    return not time.until or time.since
