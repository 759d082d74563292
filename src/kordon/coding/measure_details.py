"""What a text tells of a measure: days, depth, dates, factors, and whose it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kordon.coding.automaton import Token
from kordon.coding.parties import FAR, parties_in
from kordon.coding.places import areas_in
from kordon.coding.printed_dates import Time
from kordon.coding.reading import Reading
from kordon.coding.rules import Match, Rule
from kordon.coding.sentences import Clause, Sentence
from kordon.domain.coded import Place, PlacePrecision, ReportedMeasure, Status
from kordon.domain.report import Evidence
from kordon.domain.time import Date, Precision, Span

# What a range of measures may hold, by the traffic that it stops.
OPTION_OF = {"persons": "movement_restriction", "transport": "transport_restriction", "goods": "goods_restriction"}
GENERAL = ("transport", "goods", "persons")
DECIDING = ("status.decided", "status.announced", "status.agreed", "status.asked", "status.proposed")
HEAD = frozenset(("in", "role", "time", "link"))  # may stand before what begins a sentence
DATED = (Status.PLANNED, Status.ANNOUNCED, Status.DECIDED, Status.IN_FORCE, Status.EXTENDED)


def completed(
    reading: Reading, item: ReportedMeasure, sentence: Sentence, clauses: Sequence[Clause], *, own: bool
) -> ReportedMeasure:
    """The measure with what these clauses tell of it; ``own``: they are those that name it."""
    details = Details(reading, item, sentence, clauses[0].start, clauses[-1].end)
    details.sizes()
    details.extension()
    if item.kind == "indicator_system":
        details.terms("factors", "factor")
    if item.kind == "joint_mechanism":
        details.terms("triggers", "trigger")
    if own or item.effective.start is None or item.effective.end is None:
        details.dates(kept=None if own else item.effective)
    details.areas()
    if item.kind == "indicator_system":
        details.borders(own)
    return details.item_with_them()


class Details:
    """Gathers what the part ``first..last`` of a sentence adds to a measure, with the words that say so."""

    def __init__(self, reading: Reading, item: ReportedMeasure, sentence: Sentence, first: int, last: int) -> None:
        self.reading = reading
        self.item = item
        self.sentence = sentence
        self.first = first
        self.last = last
        self._changes: dict[str, object] = {}
        self._evidence: list[Evidence] = list(item.evidence)

    def item_with_them(self) -> ReportedMeasure:
        if not self._changes:
            return self.item
        evidence = tuple(dict.fromkeys(self._evidence))
        return replace(self.item, evidence=evidence, **self._changes)  # type: ignore[arg-type]

    def sizes(self) -> None:
        """Depth, length, days and settlements, by the unit after a number."""
        if not self.sentence.has("size") and "noun.settlement" not in self.sentence.concepts:
            return
        zone, barrier = self.item.kind == "buffer_zone", self.item.kind == "barrier"
        for number in self.reading.numbers(self.sentence):
            if not self._holds(number.start):
                continue
            size = _size(self.sentence, number.end)
            end = size.end if size is not None else number.end
            unit = str(size.entry.value) if size is not None else ""
            best = number.quantity.best
            long = any(t.cls == "border" and 0 <= t.start - end <= 14 for t in self.sentence.tokens)
            if unit in ("m", "km") and zone and not (unit == "km" and long):  # '78 km of the border' is its length
                self._note("depth_m", best * (1000 if unit == "km" else 1), number.start, end)
            elif unit == "km" and barrier:
                self._note("barrier_km", float(best), number.start, end)
            elif unit in ("day", "month"):
                self._note("days", int(best) * (30 if unit == "month" else 1), number.start, end)
            elif number.noun is not None and number.noun.concept == "noun.settlement":
                self._note("settlements", int(best), number.start, number.noun.end)

    def extension(self) -> None:
        """Whether it may be extended."""
        for token in self.sentence.cls("attr"):
            if self._holds(token.start) and token.concept in ("attr.extendable", "attr.not_extendable"):
                self._note("extendable", token.concept == "attr.extendable", token.start, token.end)

    def terms(self, name: str, cls: str, after: int = 0) -> None:
        """Factors or triggers that stand here, after those that are known."""
        found = [t for t in self.sentence.cls(cls) if self._holds(t.start) and t.start >= after]
        if found:
            values = (*getattr(self.item, name), *(t.concept.partition(".")[2] for t in found))
            self._changes[name] = tuple(dict.fromkeys(values))
            self._evidence += [self.reading.body.evidence(t.start, t.end) for t in found]

    def areas(self) -> None:
        found = areas_in(self.sentence)
        if found is not None and not self.item.place.areas and self._holds(found[0]):
            self._changes["place"] = replace(self.item.place, areas=found[2], precision=PlacePrecision.PART)
            self._evidence.append(self.reading.body.evidence(found[0], found[1]))

    def borders(self, own: bool) -> None:
        """The borders that criteria are for: those that their own sentence says outright, and those that a later
        one adds."""
        outright = [m for m in self.reading.mentions(self.sentence) if m.rank == 0 and m.place.borders]
        borders = [b for m in outright for b in m.place.borders]
        if own and borders:
            self._changes["place"] = Place(tuple(dict.fromkeys(borders)), precision=PlacePrecision.BORDER)
            self._evidence += [self.reading.body.evidence(m.start, m.end) for m in outright]
        elif borders and "measure.criteria" in self.sentence.concepts:
            together = tuple(dict.fromkeys((*self.item.place.borders, *borders)))
            self._changes["place"] = replace(self.item.place, borders=together)

    def dates(self, kept: Span | None = None) -> None:
        """Effective from and to, and the day of the decision; a start that is ``kept`` from before stays."""
        start: Date | None = None
        end: Date | None = None
        precision = Precision.DAY
        for time in self.reading.times(self.sentence):
            if time.said or not self._holds(time.start) or time.span.precision is Precision.RECENT:
                continue
            if time.until:
                end = time.near.end
                start = time.span.start if time.since else start  # 'from 1 May until 31 July'
            elif time.begins and not (time.since and self.item.status is Status.IN_FORCE):
                near = time.near
                if self.item.status is Status.IN_FORCE and time.rel == "weekday" and self._is_past(time):
                    near = time.span  # 'has banned lorries since Friday'
                start, precision = near.start, near.precision
            elif time.since:
                if kept is not None and self.item.status is Status.EXTENDED:
                    continue  # since when what was extended has been there
                start = time.span.start
            elif self.item.status is Status.LIFTED:
                end = time.span.start
            elif self.item.status is Status.HISTORICAL:
                start, end, precision = time.span.start, time.span.end, time.span.precision
            elif time.rel == "night" and self.item.status in DATED and start is None:
                start = time.near.end  # what begins in the night to Friday holds from Friday
            elif time.span.precision is Precision.DAY and (
                _decides(self.sentence, time) or self._is_day_of_extension(time)
            ):
                self._changes.setdefault("decided_on", time.span.start)
            else:
                span = time.span if self.item.status is Status.IN_FORCE else time.near
                exact = span.precision in (Precision.DAY, Precision.DAYS, Precision.MONTH)
                if self.item.status not in DATED or not exact or start is not None:
                    continue
                start, precision = span.start, span.precision
                if precision is Precision.DAYS and (kept is None or kept.start in (None, start)):
                    end = end or span.end
            self._evidence.append(self.reading.body.evidence(time.start, time.end))
        if kept is not None and kept.start is not None:
            if end is None:
                return
            start, precision = kept.start, kept.precision
        elif kept is not None and kept.end is not None:
            if start is None:
                return
            end = kept.end
        if self.item.kind == "checkpoint_opening":
            end = None  # an opening has no end: the day beside it is that of a closure
        if start is None and end is None:
            return
        if start is not None and end is not None and end < start:
            end = None
        if start and not end and precision is Precision.DAYS:
            precision = Precision.DAY
        self._changes["effective"] = Span(start, end, precision)

    def _is_day_of_extension(self, time: Time) -> bool:
        """'The government extended the zone on Tuesday': a day that has come, beside the word for it."""
        if self.item.status is not Status.EXTENDED or not self._is_past(time):
            return False
        cues = self.sentence.cls("status")
        cue = min(cues, key=lambda t: abs(t.start - time.start), default=None)
        return cue is None or cue.concept != "status.in_force"

    def _is_past(self, time: Time) -> bool:
        published = self.reading.anchor.day
        return published is not None and time.span.end is not None and time.span.end <= published

    def _holds(self, place: int) -> bool:
        return self.first <= place < self.last

    def _note(self, name: str, value: object, start: int, end: int) -> None:
        """Keep what is told first: a later number of the same kind speaks of something else."""
        if getattr(self.item, name) in (None, ()) and name not in self._changes:
            self._changes[name] = value
            self._evidence.append(self.reading.body.evidence(start, end))


def _decides(sentence: Sentence, time: Time) -> bool:
    """Whether the nearest word of status beside a time is one of deciding or announcing."""
    start, end = time.start, time.end
    cues = sentence.cls("status")
    clause = sentence.clause_at(start)
    if not any(t.cls == "status" for t in clause.tokens) and any(t.cls == "act" for t in clause.tokens):
        return False  # 'announced that on 12 September it will close the border'
    cue = min(cues, key=lambda t: t.start - end if t.start >= end else start - t.end, default=None)
    if cue is None:
        return False
    if cue.start >= end and any(t.end <= start for t in sentence.cls("act")):
        return False  # 'will reopen on the 17th, the minister announced'
    if any(
        t.concept == "mod.plan" and t.entry.rel == "firm" and end <= t.start < cue.start for t in sentence.tokens
    ):
        return False  # 'on Friday traffic will be suspended, the minister announced'
    return cue.concept in DECIDING


def countries_of(
    reading: Reading, sentence: Sentence, match: Match, inherited: ReportedMeasure | None, place: Place
) -> tuple[str, ...]:
    """Whose measure it is: the near states named last before it, else any that the sentence names, else those of
    the measure it goes on from, else the near sides of its place."""
    world = reading.world
    subject = _far_subject(reading, sentence, match, place)
    if subject is not None:
        return (subject,)
    found = world.near_before(sentence, match.start) or world.near_before(sentence, match.end)
    if not found:
        near = [s for t in sentence.tokens if t.cls in ("state", "party") for s in world.states_of(t)]
        found = tuple(dict.fromkeys(s for s in near if s in world.near))
    if not found and inherited is not None:
        return inherited.countries
    return found or tuple(dict.fromkeys(world.near_of(b) for b in place.borders))


def _far_subject(reading: Reading, sentence: Sentence, match: Match, place: Place) -> str | None:
    """The far state whose government begins the sentence: 'The council of ministers of Belarus adopted ...'."""
    subject: str | None = None
    act = next((t.start for t in match.tokens if t.cls == "act"), match.start)
    for who in parties_in(reading, sentence, place):
        if who.start >= act:
            break
        token = who.token
        led = any(t.cls in ("in", "role", "link") and 0 <= who.start - t.end <= 2 for t in sentence.tokens)
        if led and token.entry.rel == "capital":  # 'В Минске ограничили': in the capital, they did
            led = any(t.end <= token.start and t.cls not in HEAD for t in sentence.tokens)
        if led or token.concept in ("party.migrants", "party.smugglers"):
            continue
        if who.party.type not in FAR:
            return None  # 'Minsk says that Poland is closing': the near side is nearer
        at_head = not any(t.end <= token.start and t.cls != "time" for t in sentence.tokens)
        first = token.cls != "state" or token.entry.rel == "capital" or at_head
        subject = subject or (who.party.country if first else None)
    return subject


def traffic_of(clause: Clause) -> tuple[str, ...]:
    """The classes of traffic that a clause names; 'vehicles' and 'goods' add nothing beside lorries or trains."""
    found = list(dict.fromkeys(t.concept.partition(".")[2] for t in clause.tokens if t.cls == "traffic"))
    special = [name for name in found if name not in GENERAL and not (name == "passenger" and "bus" in found)]
    return tuple(special or found)


def at_crossings(place: Place, sentence: Sentence, clause: Clause, rule: Rule, reading: Reading) -> Place:
    """What closes or opens at a name that is both a village and a crossing closes at the crossing."""
    rail = "traffic.rail" in clause.concepts
    if (place.crossings and not rail) or not rule.more.get("crossings"):
        return place
    names = [t for t in clause.tokens if t.cls == "name"] or list(sentence.cls("name"))
    found = tuple(dict.fromkeys(c for t in names if (c := reading.world.crossing_of(t, place.borders, rail))))
    if not found:
        return place
    border = reading.world.gazetteer.crossings[found[0]].crossing.border
    same = tuple(c for c in found if reading.world.gazetteer.crossings[c].crossing.border == border)
    return replace(place, borders=(border,), crossings=same, settlements=(), precision=PlacePrecision.POINT)


def options_of(clause: Clause, match: Match) -> tuple[str, ...]:
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


def by_countries(place: Place, countries: tuple[str, ...], reading: Reading) -> Place:
    """A measure of one state bears on that state's borders among those that are named; one of several states
    on the border of each."""
    if not countries or place.crossings or place.group or not place.borders:
        return place
    if len(countries) > 1:
        far = [reading.world.far_of(place.borders[0])]
        borders = dict.fromkeys(b for c in countries if (b := reading.world.border_of(c, far)))
        return replace(place, borders=tuple(borders) or place.borders)
    if len(place.borders) < 2:
        return place
    own = tuple(b for b in place.borders if reading.world.near_of(b) in countries)
    return replace(place, borders=own) if own else place


def _size(sentence: Sentence, end: int) -> Token | None:
    return next((t for t in sentence.cls("size") if 0 <= t.start - end <= 2), None)
