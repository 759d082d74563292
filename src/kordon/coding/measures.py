"""Measures as a text speaks of them: what kind, how far, where, from when, on what condition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kordon.coding.automaton import Token
from kordon.coding.modality import is_long_past
from kordon.coding.parties import attribution_of
from kordon.coding.reading import Reading
from kordon.coding.rules import Match, RuleSet
from kordon.coding.sentences import Clause, Sentence
from kordon.coding.world import areas_in
from kordon.domain.coded import Condition, Place, PlacePrecision, ReportedMeasure, Status
from kordon.domain.report import Evidence, stable_id
from kordon.domain.time import Date, Precision, Span

# What a range of measures may hold, by the traffic that it stops.
OPTION_OF = {"persons": "movement_restriction", "transport": "transport_restriction", "goods": "goods_restriction"}
WEAK = (Status.REFERENCE,)


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
        matches = self.rules.matches(sentence, self.reading.concepts)
        if not matches and self._last is None:
            return False
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
            self.found[index] = self._conditioned(
                self._completed(self.found[index], sentence, sentence.clauses, own=False), sentence
            )
            self._last = (index, sentence.index)
        return False

    def _factors(self, sentence: Sentence) -> bool:
        """'... the following factors:' and the bullets under it belong to the criteria named last."""
        if not self.found:
            return False
        systems = [i for i, m in enumerate(self.found) if m.kind == "indicator_system"]
        if not systems:
            return False
        intro = next((t for t in sentence.tokens if t.concept == "link.factors"), None)
        after = self._list is not None and self._list[1] == sentence.index - 1 and sentence.bullet
        if intro is None and not after:
            return False
        index = systems[-1]
        self._list = (index, sentence.index)
        item = self.found[index]
        tokens = [t for t in sentence.tokens if intro is None or t.start >= intro.end]
        changes: dict[str, object] = {}
        evidence = list(item.evidence)
        self._collect(item, "factors", "factor", tokens, changes, evidence)
        if changes:
            self.found[index] = replace(item, evidence=tuple(dict.fromkeys(evidence)), **changes)  # type: ignore[arg-type]
        return sentence.bullet or not any(t.cls in ("measure", "status") for t in sentence.tokens)

    def _conditioned(self, item: ReportedMeasure, sentence: Sentence) -> ReportedMeasure:
        """'It will not be opened if the command objects': a condition told of the measure just named."""
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

    def _follows(self, sentence: Sentence) -> bool:
        assert self._last is not None
        index, spoken = self._last
        if sentence.index != spoken + 1:
            return False
        previous = self.reading.sentences[spoken]
        listing = (
            self.found[index].kind in ("indicator_system", "joint_mechanism") and sentence.index - spoken == 1
        )
        return previous.paragraph == sentence.paragraph or sentence.bullet or previous.bullet or listing

    def _measure(self, sentence: Sentence, match: Match, kinds: set[str]) -> ReportedMeasure | None:
        reading, rule, clause = self.reading, match.rule, match.clause
        start, end = match.start, match.end
        place, place_words = reading.place_at(sentence, clause, start, end)
        inherited = None
        if (
            place_words is None
            and self._last is not None
            and self._last[1] in (sentence.index - 1, sentence.index)
        ):
            inherited = self.found[self._last[0]]
            if inherited.place.borders:
                place = Place(inherited.place.borders, precision=PlacePrecision.BORDER)
        condition = self._condition(sentence, clause, match)
        status, words = self._status(sentence, clause, match, condition)
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
        countries = self._countries(sentence, match, inherited, place)
        place = _by_countries(place, countries, reading)
        item = ReportedMeasure(
            id=stable_id("measure", reading.report.id, rule.kind, start, end),
            kind=rule.kind,
            status=status,
            place=place,
            evidence=tuple(dict.fromkeys(evidence)),
            rule=rule.id,
            countries=countries,
            traffic=tuple(dict.fromkeys(t.concept.partition(".")[2] for t in clause.tokens if t.cls == "traffic")),
            condition=condition,
            options=self._options(clause, match) if rule.more.get("options") else (),
            attribution=attribution_of(reading, sentence, place),
        )
        return self._completed(item, sentence, [clause] if len(kinds) > 1 else sentence.clauses, own=True)

    # -- status ------------------------------------------------------------------------------------------------

    def _condition(self, sentence: Sentence, clause: Clause, match: Match) -> Condition | None:
        """'in case of an influx', 'unless the command objects': the condition, and its kind where it is known."""
        ifs = [t for t in sentence.tokens if t.concept == "mod.if"]
        if not ifs:
            return None
        cue = min(ifs, key=lambda t: abs(t.start - match.start))
        conds = [t for t in sentence.tokens if t.cls == "cond" and t.start >= cue.start]
        kind = conds[0].concept.partition(".")[2] if conds else "other"
        end = conds[0].end if conds else max(cue.end, sentence.clause_at(cue.start).end)
        end = sentence.start + len(sentence.words(sentence.start, end).rstrip(" ,;.!?"))
        return Condition(kind, self.reading.evidence((cue.start, max(end, cue.end))))

    def _status(
        self, sentence: Sentence, clause: Clause, match: Match, condition: Condition | None
    ) -> tuple[Status | None, list[tuple[int, int]]]:
        reading, rule = self.reading, match.rule
        tokens = clause.tokens
        denial = next(
            (t for t in sentence.tokens if t.concept == "mod.deny" and (t.end <= match.start or t in tokens)), None
        )
        if denial is not None:
            return Status.DENIED, [(denial.start, denial.end)]
        if condition is not None and not rule.more.get("usual"):
            return Status.CONDITIONAL, []
        statuses = [t for t in sentence.tokens if t.cls == "status"]
        inside = [t for t in statuses if clause.start <= t.start < clause.end]
        pool = inside or statuses
        cue = min(pool, key=lambda t: _gap(t, match), default=None)
        strong = [t for t in pool if t.entry.rel == "strong"]
        if strong:
            cue = min(strong, key=lambda t: _gap(t, match))
        past = next((t for t in tokens if t.concept == "mod.past"), None)
        time = reading.time_at(sentence, clause, match.start)
        ahead = any(t.concept in ("mod.plan", "status.planned", "status.announced") for t in tokens)
        if (
            time is not None
            and is_long_past(reading, time.near if ahead or time.begins or time.until else time.span)
            and not (time.since or time.said)
        ):
            return Status.HISTORICAL, [(time.start, time.end)]
        if cue is None:
            if past is not None:
                return Status.HISTORICAL, [(past.start, past.end)]
            plan = next(
                (t for t in tokens if t.concept in ("mod.plan", "mod.might") and t.start < match.end), None
            )
            if plan is None and time is not None and time.since and not time.said:
                return Status.IN_FORCE, [(time.start, time.end)]
            if plan is not None and not any(t.cls == "likely" and t.entry.rel == "not" for t in tokens):
                firm = plan.entry.rel == "firm"
                return Status.ANNOUNCED if firm else Status.PLANNED, [(plan.start, plan.end)]
            negation = next((t for t in tokens if t.concept == "mod.not" and 0 <= match.start - t.end < 30), None)
            if negation is not None:
                return Status.DENIED, [(negation.start, negation.end)]
            usual = rule.more.get("usual")
            done = next((t for t in match.tokens if t.entry.rel == "done"), None)
            if done is not None:
                return Status.LIFTED if rule.kind == "lifting" else Status.IN_FORCE, []
            return (Status(usual), []) if usual and usual != "none" else (None, [])
        status = Status(cue.concept.partition(".")[2])
        plan = next((t for t in tokens if t.concept == "mod.plan" and t.start < cue.start + 1), None)
        if status in (Status.IN_FORCE, Status.LIFTED) and plan is not None:
            status = Status.ANNOUNCED if status is Status.IN_FORCE else Status.PLANNED
        if status is Status.IN_FORCE and past is not None:
            status = Status.HISTORICAL
        if any(t.concept == "mod.not" and 0 <= cue.start - t.end <= 12 for t in tokens):
            status = Status.DENIED
        return status, [(cue.start, cue.end)] if cue in inside else []

    # -- attributes --------------------------------------------------------------------------------------------

    def _countries(
        self, sentence: Sentence, match: Match, inherited: ReportedMeasure | None, place: Place
    ) -> tuple[str, ...]:
        world = self.reading.world
        found = world._near_before(sentence, match.start) or world._near_before(sentence, match.end)
        if not found:
            near = [s for t in sentence.tokens if t.cls in ("state", "party") for s in world.states_of(t)]
            found = tuple(dict.fromkeys(s for s in near if s in world.near))
        if not found and inherited is not None:
            return inherited.countries
        return found or tuple(dict.fromkeys(world.near_of(b) for b in place.borders))

    def _options(self, clause: Clause, match: Match) -> tuple[str, ...]:
        """The measures of a range in the order of the text."""
        options: list[str] = []
        for token in clause.tokens:
            if token.cls == "traffic":
                options.append(OPTION_OF.get(token.concept.partition(".")[2], ""))
            elif token.concept == "act.close":
                following = [t for t in clause.tokens if t is not token and abs(t.start - token.start) < 40]
                wide = any(t.cls == "border" for t in following)
                options.append("border_closure" if wide else "checkpoint_closure")
            elif token.concept == "measure.zone":
                options.append("buffer_zone")
        return tuple(dict.fromkeys(o for o in options if o))

    def _completed(
        self, item: ReportedMeasure, sentence: Sentence, clauses: Sequence[Clause], *, own: bool
    ) -> ReportedMeasure:
        """The measure with what these clauses tell of it: days, depth, settlements, dates, factors, triggers."""
        reading = self.reading
        evidence: list[Evidence] = list(item.evidence)
        first, last = clauses[0].start, clauses[-1].end
        tokens = [t for t in sentence.tokens if first <= t.start < last]
        changes: dict[str, object] = {}

        def note(name: str, value: object, start: int, end: int) -> None:
            if getattr(item, name) in (None, ()) and name not in changes:
                changes[name] = value
                evidence.append(reading.body.evidence(start, end))

        zone, barrier = item.kind == "buffer_zone", item.kind == "barrier"
        sized = sentence.has("size") or "noun.settlement" in sentence.concepts
        for number in reading.numbers(sentence) if sized else ():
            if not first <= number.start < last:
                continue
            size = _size(sentence, number.end)
            end = size.end if size is not None else number.end
            unit = str(size.entry.value) if size is not None else ""
            if unit in ("m", "km") and zone:
                note("depth_m", number.quantity.best * (1000 if unit == "km" else 1), number.start, end)
            elif unit == "km" and barrier:
                note("barrier_km", float(number.quantity.best), number.start, end)
            elif unit == "day":
                note("days", int(number.quantity.best), number.start, end)
            elif unit == "month":
                note("days", int(number.quantity.best) * 30, number.start, end)
            elif number.noun is not None and number.noun.concept == "noun.settlement":
                note("settlements", int(number.quantity.best), number.start, number.noun.end)
        for token in sentence.cls("attr"):
            if not first <= token.start < last:
                continue
            if token.concept == "attr.extendable":
                note("extendable", True, token.start, token.end)
            elif token.concept == "attr.not_extendable":
                note("extendable", False, token.start, token.end)
        if item.kind == "indicator_system":
            self._collect(item, "factors", "factor", tokens, changes, evidence)
        if item.kind == "joint_mechanism":
            self._collect(item, "triggers", "trigger", tokens, changes, evidence)
        if own or item.effective.precision is Precision.UNKNOWN:
            self._dates(item, sentence, first, last, changes, evidence)
        areas = areas_in(sentence)
        if areas is not None and not item.place.areas and first <= areas[0] < last:
            precision = PlacePrecision.PART
            changes["place"] = replace(item.place, areas=areas[2], precision=precision)
            evidence.append(reading.body.evidence(areas[0], areas[1]))
        if not own and item.kind == "indicator_system":
            more = [m for m in reading.mentions(sentence) if m.rank == 0 and m.place.borders]
            if more and any(t.concept == "measure.criteria" for t in sentence.tokens):
                borders = (*item.place.borders, *(b for m in more for b in m.place.borders))
                changes["place"] = replace(item.place, borders=tuple(dict.fromkeys(borders)))
        elif own and item.kind == "indicator_system":
            own_borders = [b for m in reading.mentions(sentence) if m.rank == 0 for b in m.place.borders]
            if own_borders:
                place = Place(tuple(dict.fromkeys(own_borders)), precision=PlacePrecision.BORDER)
                changes["place"] = place
                evidence += [
                    reading.body.evidence(m.start, m.end) for m in reading.mentions(sentence) if m.rank == 0
                ]
        if not changes:
            return item
        return replace(item, evidence=tuple(dict.fromkeys(evidence)), **changes)  # type: ignore[arg-type]

    def _collect(
        self,
        item: ReportedMeasure,
        name: str,
        cls: str,
        tokens: Sequence[Token],
        changes: dict[str, object],
        evidence: list[Evidence],
    ) -> None:
        found = [t for t in tokens if t.cls == cls]
        known = getattr(item, name)
        values = [*known, *(t.concept.partition(".")[2] for t in found)]
        if found:
            changes[name] = tuple(dict.fromkeys(values))
            evidence += [self.reading.body.evidence(t.start, t.end) for t in found]

    def _dates(
        self,
        item: ReportedMeasure,
        sentence: Sentence,
        first: int,
        last: int,
        changes: dict[str, object],
        evidence: list[Evidence],
    ) -> None:
        """Effective from and to, and the day of the decision."""
        start: Date | None = None
        end: Date | None = None
        precision = Precision.DAY
        for time in self.reading.times(sentence):
            if time.said or not first <= time.start < last or time.span.precision is Precision.RECENT:
                continue
            used = True
            if time.until:
                end = time.near.end
            elif time.begins:
                start, precision = time.near.start, time.near.precision
            elif time.since:
                start = time.span.start
            elif item.status is Status.LIFTED:
                end = time.span.start
            elif item.status is Status.HISTORICAL:
                start, end, precision = time.span.start, time.span.end, time.span.precision
            elif self._decides(sentence, time.start, time.end):
                if "decided_on" not in changes and time.span.precision is Precision.DAY:
                    changes["decided_on"] = time.span.start
            elif item.status in (
                Status.PLANNED,
                Status.ANNOUNCED,
                Status.DECIDED,
                Status.IN_FORCE,
                Status.EXTENDED,
            ):
                span = time.near if item.status is not Status.IN_FORCE else time.span
                if span.precision in (Precision.DAY, Precision.DAYS, Precision.MONTH) and start is None:
                    start, precision = span.start, span.precision
                else:
                    used = False
            else:
                used = False
            if used:
                evidence.append(self.reading.body.evidence(time.start, time.end))
        if start is not None or end is not None:
            if start is not None and end is not None and end < start:
                end = None
            if start and not end and precision is Precision.DAYS:
                precision = Precision.DAY
            changes["effective"] = Span(start, end, precision)

    def _decides(self, sentence: Sentence, start: int, end: int) -> bool:
        """Whether the nearest word of status beside a time is one of deciding or announcing."""
        cues = [t for t in sentence.tokens if t.cls == "status"]
        cue = min(cues, key=lambda t: t.start - end if t.start >= end else start - t.end, default=None)
        if (
            cue is not None
            and cue.start >= end
            and any(t.cls == "act" and t.end <= start for t in sentence.tokens)
        ):
            return False  # 'will reopen on the 17th, the minister announced'
        words = ("status.decided", "status.announced", "status.agreed", "status.asked", "status.proposed")
        return cue is not None and cue.concept in words

    # -- together ----------------------------------------------------------------------------------------------

    def _keep(self, item: ReportedMeasure, sentence: Sentence) -> None:
        for index in range(len(self.found) - 1, -1, -1):
            other = self.found[index]
            if self._same(other, item, index, sentence):
                self.found[index] = _united(other, item)
                self._last = (index, sentence.index)
                return
        self.found.append(item)
        self._last = (len(self.found) - 1, sentence.index)

    def _same(self, old: ReportedMeasure, new: ReportedMeasure, index: int, sentence: Sentence) -> bool:
        """The same measure spoken of again: same kind and place, and nothing told twice in two ways."""
        if old.kind != new.kind or (Status.HISTORICAL in (old.status, new.status) and old.status != new.status):
            return False
        if old.countries and new.countries and not set(old.countries) & set(new.countries):
            return False
        if old.place.crossings and new.place.crossings and old.place.crossings != new.place.crossings:
            return False
        if old.place.borders and new.place.borders and not set(old.place.borders) & set(new.place.borders):
            return False
        for name in ("depth_m", "days", "settlements", "barrier_km", "decided_on"):
            a, b = getattr(old, name), getattr(new, name)
            if a is not None and b is not None and a != b:
                return False
        known = [m.effective for m in (old, new) if m.effective.precision is not Precision.UNKNOWN]
        if len(known) == 2 and known[0] != known[1]:
            return False
        if old.status == new.status:
            return True
        near = self._last is not None and index == self._last[0] and sentence.index - self._last[1] <= 2
        return near and (
            Status.CONDITIONAL in (old.status, new.status) or new.status in WEAK or old.status in WEAK
        )


def _united(old: ReportedMeasure, new: ReportedMeasure) -> ReportedMeasure:
    status = old.status
    if new.status is Status.CONDITIONAL or old.status in WEAK:
        status = new.status
    return replace(
        old,
        status=status,
        evidence=tuple(dict.fromkeys([*old.evidence, *new.evidence])),
        place=old.place if old.place.borders or not new.place.borders else new.place,
        condition=old.condition or new.condition,
        countries=tuple(dict.fromkeys([*old.countries, *new.countries]))
        if old.kind == "joint_mechanism"
        else (old.countries or new.countries),
        traffic=old.traffic or new.traffic,
        effective=old.effective if old.effective.precision is not Precision.UNKNOWN else new.effective,
        decided_on=old.decided_on or new.decided_on,
        depth_m=old.depth_m or new.depth_m,
        days=old.days or new.days,
        extendable=old.extendable if old.extendable is not None else new.extendable,
        settlements=old.settlements or new.settlements,
        barrier_km=old.barrier_km or new.barrier_km,
        factors=tuple(dict.fromkeys([*old.factors, *new.factors])),
        triggers=tuple(dict.fromkeys([*old.triggers, *new.triggers])),
        options=tuple(
            dict.fromkeys(o for m in sorted((old, new), key=lambda m: -len(m.options)) for o in m.options)
        ),
        attribution=old.attribution or new.attribution,
    )


def _by_countries(place: Place, countries: tuple[str, ...], reading: Reading) -> Place:
    """A measure of one state bears on that state's borders among those that are named; one of several states
    on the border of each."""
    if not countries or place.crossings or place.group or not place.borders:
        return place
    if len(countries) > 1 and len(place.borders) == 1:
        far = [reading.world.far_of(place.borders[0])]
        borders = dict.fromkeys(b for c in countries if (b := reading.world.border_of(c, far)))
        return replace(place, borders=tuple(borders) or place.borders)
    if len(place.borders) < 2:
        return place
    own = tuple(b for b in place.borders if reading.world.near_of(b) in countries)
    return replace(place, borders=own) if own else place


def _size(sentence: Sentence, end: int) -> Token | None:
    return next((t for t in sentence.tokens if t.cls == "size" and 0 <= t.start - end <= 2), None)


def _gap(token: Token, match: Match) -> int:
    return token.start - match.end if token.start >= match.end else max(0, match.start - token.end)
