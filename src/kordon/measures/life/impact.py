"""What a measure does to people and goods, as far as public data tells: who passes where, and what came before.

Nothing is estimated that nobody tells. How many people and how much freight pass a crossing, what trade is worth
and who works on the other side is not in the public tables; that stands here as not known, so that a dossier asks
for it instead of leaving it out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kordon.domain.assessment import Reason
from kordon.domain.measure import Crossing, CrossingStatus
from kordon.domain.reading import Unknown
from kordon.domain.time import ONE_DAY, Date
from kordon.measures.life.measure import Life
from kordon.measures.status import ALL, classes_of, covers, status_on

PASSES = ("open", "restricted")
PASSENGERS = Unknown("impact-passengers-not-told")
TRADE = Unknown("impact-trade-not-told")
LABOUR = Unknown("impact-labour-not-told")


@dataclass(frozen=True, slots=True)
class Touched:
    """A crossing that a measure touches: the classes of traffic that pass there now, those of which nobody knows,
    and those shut already."""

    crossing: str
    passing: tuple[str, ...]
    untold: tuple[str, ...]
    shut: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier measure of the kind. ``days`` until it ceased, or to the day asked for where it stands; ``None``
    where its start is not told."""

    measure: str
    border: str
    state: str
    since: Date | None
    days: int | None
    extensions: int


@dataclass(frozen=True, slots=True)
class Impact:
    """``traffic``: whether it is about traffic at all. ``left``: crossings of the same borders that stay open for
    some of it. ``earlier``: newest first. ``day``: on which what passes was looked up.

    ``passengers``, ``trade`` and ``labour`` are numbers where a deployment has them.
    """

    measure: str
    day: Date
    traffic: bool
    touched: tuple[Touched, ...]
    left: tuple[tuple[str, tuple[str, ...]], ...]
    earlier: tuple[Earlier, ...]
    passengers: float | Unknown = PASSENGERS
    trade: float | Unknown = TRADE
    labour: float | Unknown = LABOUR

    @property
    def reason(self) -> Reason:
        """The whole as sentences of the phrase book."""
        earlier = tuple(_reason(one) for one in self.earlier) or (Reason("impact-first-of-kind"),)
        if not self.traffic:
            return Reason("impact-no-traffic", (), (), earlier)
        passing = [t for t in self.touched if t.passing]
        untold = [t.crossing for t in self.touched if t.untold]
        children = [
            Reason("impact-left", (("count", len(self.left)),), tuple(name for name, _ in self.left)),
            *(Reason(u.reason) for u in (self.passengers, self.trade, self.labour) if isinstance(u, Unknown)),
        ]
        if untold:
            children.insert(0, Reason("impact-untold", (("count", len(untold)),), tuple(untold)))
        for traffic in sorted({c for t in passing for c in t.passing}):
            names = tuple(t.crossing for t in passing if traffic in t.passing)
            children.append(Reason("impact-passes", (("traffic", traffic), ("count", len(names))), names))
        names = tuple(t.crossing for t in passing)
        values = (("count", len(passing)), ("date", self.day))
        return Reason("impact-touches", values, names, (*children, *earlier))


def _reason(one: Earlier) -> Reason:
    values = (("name", one.measure), ("border", one.border), ("count", one.extensions))
    if one.days is None or one.since is None:
        return Reason("impact-earlier-undated", values, (one.measure,))
    key = "impact-stands" if one.state == "in_force" else "impact-earlier"
    return Reason(key, (*values, ("date", one.since), ("days", one.days)), (one.measure,))


def impact(
    life: Life,
    crossings: Iterable[Crossing],
    statuses: Sequence[CrossingStatus],
    known: Mapping[str, Life],
    day: Date,
) -> Impact:
    """The impact of a measure as of ``day``; what passes is looked up before it begins, if it has begun by then.

    ``known``: the measures of the record, by id.
    """
    seen = min(day, life.starts - ONE_DAY) if life.starts else day
    near = [c for c in crossings if c.border in life.borders]
    scope = [c for c in near if c.id in life.crossings] if life.crossings else near
    concerns = bool(life.traffic or life.crossings)  # else it is not about traffic
    touched = [_touched(c, statuses, life.traffic, seen) for c in scope] if concerns else []
    names = {t.crossing for t in touched}
    return Impact(
        measure=life.id,
        day=seen,
        traffic=concerns,
        touched=tuple(t for t in touched if t.passing or t.untold or t.shut),
        left=tuple(_left(near, names, statuses, life.traffic, seen)) if concerns else (),
        earlier=_earlier(life, known, day),
    )


def _touched(crossing: Crossing, statuses: Sequence[CrossingStatus], traffic: Sequence[str], day: Date) -> Touched:
    found = _classes(crossing, statuses, traffic, day)
    return Touched(
        crossing.id,
        tuple(c for c, s in found.items() if s in PASSES),
        tuple(c for c, s in found.items() if isinstance(s, Unknown)),
        tuple(c for c, s in found.items() if s == "closed"),
    )


def _classes(
    crossing: Crossing, statuses: Sequence[CrossingStatus], traffic: Sequence[str], day: Date
) -> Mapping[str, str | Unknown]:
    """What holds for the classes of a crossing's traffic that a measure is about."""
    about = [c for c in classes_of(crossing, statuses) if c == ALL or covers(traffic, c)]
    return {c: s for c, s in status_on(crossing, statuses, day).items() if c in about}


def _left(
    near: Iterable[Crossing],
    touched: Iterable[str],
    statuses: Sequence[CrossingStatus],
    traffic: Sequence[str],
    day: Date,
) -> Iterable[tuple[str, tuple[str, ...]]]:
    for crossing in near:
        if crossing.id in touched:
            continue
        passing = [c for c, s in _classes(crossing, statuses, traffic, day).items() if s in PASSES]
        if passing:
            yield crossing.id, tuple(passing)


def _earlier(life: Life, known: Mapping[str, Life], day: Date) -> tuple[Earlier, ...]:
    """Measures of the same kind that took force, on any border; a chain of extensions is told by its first."""
    found = []
    for other in known.values():
        begun = other.began is not None and (other.starts is None or other.starts <= day)
        if (
            other.id == life.id
            or other.kind != life.kind
            or other.extends in known
            or not (begun and other.borders)
        ):
            continue
        last, extensions, seen = other, 0, {other.id}
        while following := [o for o in known.values() if o.extends == last.id and o.began and o.id not in seen]:
            last, extensions = following[0], extensions + 1
            seen.add(last.id)
        if life.id in seen:
            continue
        over = last.over.date() if last.over is not None and last.over.date() <= day else None
        end = last.ends if over and last.ends and last.state in ("lapsed", "extended") else over
        days = None if other.starts is None else ((end or day) - other.starts).days + 1
        state = last.state if over else "in_force"
        found.append(Earlier(other.id, other.borders[0], state, other.starts, days, extensions))
    return tuple(sorted(found, key=lambda e: (e.since is not None, e.since or day, e.measure), reverse=True))
