"""Measures as a text speaks of them: what kind, how far, where, from when, on what condition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kordon.coding.measure_details import (
    Details,
    at_crossings,
    by_countries,
    completed,
    countries_of,
    options_of,
    traffic_of,
)
from kordon.coding.measure_identity import is_same, united
from kordon.coding.measure_status import WEAK, condition_of, status_of
from kordon.coding.parties import attribution_of
from kordon.coding.reading import Reading
from kordon.coding.rules import Match, RuleSet
from kordon.coding.sentences import Sentence
from kordon.domain.coded import Condition, Place, PlacePrecision, ReportedMeasure, Status
from kordon.domain.report import stable_id
from kordon.domain.time import Precision

CLOSINGS = ("border_closure", "checkpoint_closure", "checkpoint_opening")
NAMED = ("object", "border", "name", "means")  # what is closed is named here


class Measures:
    """Collects the measures of a text sentence by sentence; what the next one adds goes to the last."""

    def __init__(self, reading: Reading, rules: RuleSet) -> None:
        self.reading = reading
        self.rules = rules
        self.found: list[ReportedMeasure] = []
        self._last: tuple[int, int] | None = None  # index in found, index of the sentence that spoke of it last
        self._list: tuple[int, int] | None = None  # the same for a list of factors that is being read

    def read(self, sentence: Sentence) -> bool:
        """Take what one sentence says; true when it belongs to the list of factors of a system of criteria."""
        if self._factors(sentence):
            return True
        if sentence.asks:
            return False
        matches = self.rules.matches(sentence, self.reading.concepts)
        if not matches and self._last is None:
            return False
        matches = list(self._joint(sentence, matches))
        kinds = {m.rule.kind for m in matches}
        ranged = any(m.rule.more.get("options") for m in matches)
        made = False
        for match in matches:
            if ranged and not match.rule.more.get("options"):
                continue
            if any(match.rule.kind in m.rule.over for m in matches if m is not match):
                continue
            item = self._measure(sentence, match, kinds)
            if item is not None:
                self._keep(item, sentence)
                made = True
        if not made and self._last is not None and self._follows(sentence):
            index, _ = self._last
            item = completed(self.reading, self.found[index], sentence, sentence.clauses, own=False)
            self.found[index] = self._decided(self._conditioned(item, sentence), sentence)
            self._last = (index, sentence.index)
        return False

    def _joint(self, sentence: Sentence, matches: Sequence[Match]) -> Sequence[Match]:
        """'The ministers of four states agreed to close the border': theirs together, and no closure of one."""
        together = [m for m in matches if m.rule.more.get("states")]
        others = [m for m in matches if m not in together]
        if not together:
            return matches
        near = self.reading.world.near
        named = {s for t in sentence.cls("state") for s in self.reading.world.states_of(t) if s in near}
        return together[:1] if len(named) >= together[0].rule.more["states"] else others

    def _factors(self, sentence: Sentence) -> bool:
        """'... the following factors:' and the bullets under it belong to the criteria named last."""
        if not self.found or (self._list is None and not sentence.has("factor", "link")):
            return False
        systems = [i for i, m in enumerate(self.found) if m.kind == "indicator_system"]
        if not systems:
            return False
        intro = next((t for t in sentence.tokens if t.concept == "link.factors"), None)
        told_next = self._last is not None and self._last == (systems[-1], sentence.index - 1)
        if intro is None and told_next and len({t.concept for t in sentence.cls("factor")}) > 1:
            return self._take_factors(sentence, systems[-1], after=0)
        after = self._list is not None and self._list[1] == sentence.index - 1 and sentence.bullet
        if intro is None and not after:
            return False
        return self._take_factors(sentence, systems[-1], after=0 if intro is None else intro.end)

    def _take_factors(self, sentence: Sentence, index: int, after: int) -> bool:
        self._list = (index, sentence.index)
        details = Details(self.reading, self.found[index], sentence, sentence.start, sentence.end)
        details.terms("factors", "factor", after=after)
        self.found[index] = details.item_with_them()
        return sentence.bullet or not any(t.cls in ("measure", "status") for t in sentence.tokens)

    def _conditioned(self, item: ReportedMeasure, sentence: Sentence) -> ReportedMeasure:
        """'not to be opened if the command objects': a condition told of the measure just named."""
        if item.condition is not None or not sentence.cls("cond") or item.kind == "joint_mechanism":
            return item
        cue = next((t for t in sentence.tokens if t.concept == "mod.if"), None)
        after = [t for t in sentence.cls("cond") if cue is not None and t.start >= cue.start]
        if cue is None or not after:
            return item
        kind = after[0].concept.partition(".")[2]
        evidence = self.reading.evidence((cue.start, after[0].end))
        status = Status.CONDITIONAL if item.status in (Status.PLANNED, Status.ANNOUNCED, *WEAK) else item.status
        together = tuple(dict.fromkeys([*item.evidence, *evidence]))
        return replace(item, status=status, condition=Condition(kind, evidence), evidence=together)

    def _decided(self, item: ReportedMeasure, sentence: Sentence) -> ReportedMeasure:
        """'The minister signed the order on Monday.': what was announced is decided; 'It has been in force since
        Tuesday': what was decided is in force."""
        if item.status in (Status.ANNOUNCED, Status.DECIDED) and self._holds_now(sentence):
            item = replace(item, status=Status.IN_FORCE)
        cue = next((t for t in sentence.cls("status") if t.concept == "status.decided"), None)
        if cue is None or item.status not in (Status.ANNOUNCED, Status.PLANNED):
            return item
        clause = sentence.clause_at(cue.start)
        if any(t.cls == "mod" and t.concept != "mod.past" for t in clause.tokens):
            return item
        time = self.reading.time_at(sentence, clause, cue.start)
        day = time.span.start if time is not None and time.span.precision is Precision.DAY else None
        words = self.reading.evidence((cue.start, cue.end), *([(time.start, time.end)] if time and day else []))
        together = tuple(dict.fromkeys([*item.evidence, *words]))
        return replace(item, status=Status.DECIDED, decided_on=item.decided_on or day, evidence=together)

    def _holds_now(self, sentence: Sentence) -> bool:
        """'is in force since', with a day that is not ahead."""
        published = self.reading.anchor.day
        for cue in sentence.all("status.in_force"):
            clause = sentence.clause_at(cue.start)
            if published is None or any(t.cls == "mod" for t in clause.tokens):
                continue
            for time in self.reading.times(sentence):
                start = time.span.start
                inside = clause.start <= time.start < clause.end
                if inside and (time.since or time.begins) and start is not None and start <= published:
                    return True
        return False

    def _follows(self, sentence: Sentence) -> bool:
        assert self._last is not None
        index, spoken = self._last
        if sentence.index != spoken + 1 or sentence.has("fig"):
            return False
        previous = self.reading.sentences[spoken]
        listing = (
            self.found[index].kind in ("indicator_system", "joint_mechanism") and sentence.index - spoken == 1
        )
        return previous.paragraph == sentence.paragraph or sentence.bullet or previous.bullet or listing

    def _measure(self, sentence: Sentence, match: Match, kinds: set[str]) -> ReportedMeasure | None:
        reading, rule, clause = self.reading, match.rule, match.clause
        start, end = match.start, match.end
        if rule.more.get("takes_up"):
            return self._taken_up(sentence, match)
        names = [t for t in match.tokens if t.cls == "name"]
        if names and not any(reading.world.is_crossing(t) for t in names):
            return None  # a season opens in Białowieża, but no crossing does
        place, place_words = reading.place_at(sentence, clause, start, end)
        inherited = self._just_told(sentence) if place_words is None else None
        if inherited is not None and inherited.place.borders:
            place = Place(inherited.place.borders, precision=PlacePrecision.BORDER)
        condition = condition_of(reading, sentence, match)
        status, words = status_of(reading, sentence, match, condition)
        if status is None:
            return None
        spans = (
            [(min(start, *(w[0] for w in words)), max(end, *(w[1] for w in words)))] if words else [(start, end)]
        )
        if place_words is not None:
            spans.append(place_words)
        evidence = [reading.body.evidence(*s) for s in spans]
        if condition is not None:
            evidence += condition.evidence
        countries = countries_of(reading, sentence, match, inherited, place)
        if rule.more.get("near") and countries and not set(countries) & set(reading.world.near):
            return None  # what the far side does with its own forces
        place = by_countries(place, countries, reading)
        place = at_crossings(place, sentence, clause, rule, reading)
        item = ReportedMeasure(
            id=stable_id("measure", reading.report.id, rule.kind, start, end),
            kind=rule.kind,
            status=status,
            place=place,
            evidence=tuple(dict.fromkeys(evidence)),
            rule=rule.id,
            countries=countries,
            traffic=traffic_of(clause),
            condition=condition,
            options=options_of(clause, match) if rule.more.get("options") else (),
            attribution=attribution_of(reading, sentence, place),
        )
        item = completed(reading, item, sentence, [clause] if len(kinds) > 1 else sentence.clauses, own=True)
        previous = reading.before(sentence)
        if item.effective.precision is Precision.UNKNOWN and previous is not None and self._enacts(previous):
            item = completed(reading, item, previous, previous.clauses, own=False)
        return item

    def _taken_up(self, sentence: Sentence, match: Match) -> ReportedMeasure | None:
        """'We will close them again.': what a pronoun stands for is the crossings that were just spoken of."""
        told = self._just_told(sentence)
        if told is None or told.kind not in CLOSINGS or any(t.cls in NAMED for t in match.clause.tokens):
            return None
        condition = condition_of(self.reading, sentence, match)
        status, words = status_of(self.reading, sentence, match, condition)
        if status is None:
            return None
        kind = told.kind if match.rule.kind == CLOSINGS[1] and told.kind == CLOSINGS[0] else match.rule.kind
        evidence = [self.reading.body.evidence(*s) for s in ((match.start, match.end), *words)]
        item = ReportedMeasure(
            id=stable_id("measure", self.reading.report.id, kind, match.start, match.end),
            kind=kind,
            status=status,
            place=told.place,
            evidence=tuple(dict.fromkeys([*evidence, *(condition.evidence if condition is not None else ())])),
            rule=match.rule.id,
            countries=told.countries,
            condition=condition,
            attribution=attribution_of(self.reading, sentence, told.place),
        )
        return completed(self.reading, item, sentence, [match.clause], own=True)

    def settled(self) -> tuple[ReportedMeasure, ...]:
        """The measures of the text; a crossing that has opened again was closed until then."""
        opened = {
            crossing
            for m in self.found
            if m.kind == "checkpoint_opening" and m.status is Status.IN_FORCE
            for crossing in m.place.crossings
        }
        return tuple(
            replace(m, status=Status.HISTORICAL)
            if m.kind == "checkpoint_closure"
            and m.status is Status.IN_FORCE
            and m.place.crossings
            and opened.issuperset(m.place.crossings)
            else m
            for m in self.found
        )

    def _enacts(self, sentence: Sentence) -> bool:
        """'A new order takes effect on 9 June.': the day of a measure that only the next sentence names."""
        if self._last is not None and self._last[1] == sentence.index:
            return False
        return sentence.has("status") and any(t.begins for t in self.reading.times(sentence))

    def spoke_of(self, sentence: Sentence) -> bool:
        """Whether a measure was found in a sentence, or one spoken of before was taken up there."""
        return self._last is not None and self._last[1] == sentence.index

    def _just_told(self, sentence: Sentence) -> ReportedMeasure | None:
        """The measure that this sentence or the one before spoke of."""
        if self._last is None or self._last[1] not in (sentence.index - 1, sentence.index):
            return None
        return self.found[self._last[0]]

    def _keep(self, item: ReportedMeasure, sentence: Sentence) -> None:
        for index in range(len(self.found) - 1, -1, -1):
            near = self._last is not None and index == self._last[0] and sentence.index - self._last[1] <= 2
            if is_same(self.found[index], item, near):
                self.found[index] = united(self.found[index], item)
                self._last = (index, sentence.index)
                return
        self.found.append(item)
        self._last = (len(self.found) - 1, sentence.index)
