"""Incidents as events of a border's week: each act once, however many reports tell of it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kordon.domain.coded import Figure, Incident
from kordon.domain.material import ReadReport
from kordon.domain.quantity import Quantity
from kordon.domain.time import Precision, Span, Week
from kordon.indicators.definition import Indicator, Measure, killed, means_of, reaches
from kordon.vocabulary import Vocabulary

_TOO_VAGUE = (Precision.MONTH, Precision.YEAR, Precision.RECENT, Precision.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Event:
    """One act, with all incidents and reports that tell of it. Numbers are the highest that any of them tells."""

    kind: str
    clash: str | None
    times: float
    people: float
    hurt: float  # wounded or killed
    killed: float
    means: tuple[str, ...]
    incidents: tuple[str, ...]
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WeekEvents:
    """What was told of one border in one week: graded well enough to count, and the rest."""

    counted: tuple[Incident, ...] = ()
    unconfirmed: tuple[Incident, ...] = ()


def week_of(span: Span) -> Week | None:
    """The week in which most of the days of a span lie, the earlier of two with as many; ``None`` for a span
    that is told no better than to the month, or has no end."""
    if span.start is None or span.end is None or span.precision in _TOO_VAGUE:
        return None
    weeks = Week.of(span.start).until(Week.of(span.end))
    return max(weeks, key=lambda w: (span.overlap(w.monday, w.sunday), -w.monday.toordinal()))


def grade_of(item: Incident | Figure, reports: Mapping[str, ReadReport]) -> str:
    """The grade of the item, or that of its report where it has none of its own."""
    report = reports.get(item.evidence[0].report)
    return item.grade or (report.grade if report is not None else "")


def by_week(
    incidents: Iterable[Incident], borders: Sequence[str], of: Mapping[str, str] | None = None
) -> dict[tuple[str, Week], list[Incident]]:
    """The incidents that count (modality, a week, exactly one border), by border and week, in the order of ids.

    What several reports tell of one event ``of`` a border is in the week of the one that dates it best, the
    earliest of equals: an attack told for Monday and for the weekend happened once.
    """
    found: dict[tuple[str, Week], list[Incident]] = {}
    counted: list[tuple[Incident, str, Week]] = []
    best: dict[tuple[str, str], tuple[int, Week]] = {}
    for incident in sorted(incidents, key=lambda i: i.id):
        if not incident.modality.counts or len(incident.place.borders) != 1:
            continue
        border, week = incident.place.borders[0], week_of(incident.occurred)
        if week is None or border not in borders:
            continue
        counted.append((incident, border, week))
        event = (of or {}).get(incident.id)
        if event is not None:
            told = (incident.occurred.length or 0, week)
            best[border, event] = min(best.get((border, event), told), told)
    for incident, border, week in counted:
        _, settled = best.get((border, (of or {}).get(incident.id, "")), (0, week))
        found.setdefault((border, settled), []).append(incident)
    return found


def select(
    told: Iterable[Incident], indicator: Indicator, reports: Mapping[str, ReadReport], vocabulary: Vocabulary
) -> WeekEvents:
    """Those that an indicator counts, and those that it would count if they were graded better."""
    matching = [i for i in told if indicator.counts.holds(i, vocabulary)]
    good = tuple(i for i in matching if reaches(grade_of(i, reports), indicator.min_grade))
    kept = {i.id for i in good}
    return WeekEvents(good, tuple(i for i in matching if i.id not in kept))


def events(
    incidents: Sequence[Incident],
    vocabulary: Vocabulary,
    of: Mapping[str, str] | None = None,
    settled: Mapping[str, str] | None = None,
) -> tuple[Event, ...]:
    """Acts, each once.

    ``settled`` names the act of each incident; without it that is asked of :func:`settle` with ``of``, incident to
    event.
    """
    ordered = sorted(incidents, key=lambda i: i.id)
    act_of = settle(ordered, of) if settled is None else settled
    groups: dict[str, list[Incident]] = {}
    for incident in ordered:
        groups.setdefault(act_of[incident.id], []).append(incident)
    return tuple(_event(g, vocabulary) for g in groups.values())


def settle(incidents: Iterable[Incident], of: Mapping[str, str] | None = None) -> dict[str, str]:
    """The act that each incident tells of, named by the first incident that does.

    Incidents of one kind in one clash are one act. Incidents of different reports are one act when they are linked
    to one event (``of``: incident to event), or when kind, days and place are the same and nothing that both tell
    (number of people, of hurt, of dead, clash, actor) differs. What one report tells apart stays apart. Where a
    telling could be of either of two acts that differ, it is of the one that was told first, in the order of ids.
    """
    linked = of or {}
    groups: list[list[Incident]] = []
    alike: dict[Hashable, list[int]] = {}  # what two tellings of one act have in common: the groups that have it
    act_of: dict[str, str] = {}
    for incident in sorted(incidents, key=lambda i: i.id):
        traits = _traits(incident, linked)
        for place in sorted({place for trait in traits for place in alike.get(trait, ())}):
            if all(_same(incident, other, linked) for other in groups[place]):
                break
        else:
            place = len(groups)
            groups.append([])
        groups[place].append(incident)
        act_of[incident.id] = groups[place][0].id
        for trait in traits:
            if place not in alike.setdefault(trait, []):
                alike[trait].append(place)
    return act_of


def acts_of(
    told: Mapping[tuple[str, Week], Sequence[Incident]],
    gate: str,
    reports: Mapping[str, ReadReport],
    of: Mapping[str, str],
) -> dict[str, str]:
    """The act of every incident that reaches a grade, settled for each border once, whatever is counted later.

    What is graded too low says nothing about which of the others are one act.
    """
    by_border: dict[str, list[Incident]] = {}
    for (border, _), found in told.items():
        by_border.setdefault(border, []).extend(i for i in found if reaches(grade_of(i, reports), gate))
    return {key: act for incidents in by_border.values() for key, act in settle(incidents, of).items()}


def _traits(incident: Incident, of: Mapping[str, str]) -> tuple[Hashable, ...]:
    """Two incidents can be one act only where they share one of these."""
    kind, span = incident.kind, incident.occurred
    traits: list[Hashable] = [("told", kind, incident.place.borders, span.start, span.end, _where(incident))]
    if incident.clash is not None:
        traits.append(("clash", kind, incident.place.borders, incident.clash))
    if incident.id in of:
        traits.append(("event", of[incident.id]))
    return tuple(traits)


def _same(one: Incident, other: Incident, of: Mapping[str, str]) -> bool:
    different_reports = not {e.report for e in one.evidence} & {e.report for e in other.evidence}
    event = of.get(one.id)
    if event is not None and event == of.get(other.id) and different_reports:
        return True
    if one.kind != other.kind or one.place.borders != other.place.borders:
        return False
    if one.clash is not None and one.clash == other.clash:
        return True
    same_act = (
        (one.occurred.start, one.occurred.end) == (other.occurred.start, other.occurred.end)
        and _where(one) == _where(other)
        and _agree(one.people, other.people)
        and _agree(one.injured, other.injured)
        and _agree(one.killed, other.killed)
        and (one.clash is None or other.clash is None)
        and (one.actor is None or other.actor is None or one.actor.type == other.actor.type)
    )
    return different_reports and same_act


def _where(incident: Incident) -> tuple[tuple[str, ...], ...]:
    place = incident.place
    return (tuple(sorted(place.settlements)), tuple(sorted(place.areas)), tuple(sorted(place.crossings)))


def _agree(one: Quantity | None, other: Quantity | None) -> bool:
    """Whether two quantities can be of the same thing: one is not told, or their intervals meet."""
    if one is None or other is None:
        return True
    return (one.high is None or other.low <= one.high) and (other.high is None or one.low <= other.high)


def _event(group: Sequence[Incident], vocabulary: Vocabulary) -> Event:
    def most(quantities: Iterable[Quantity | None], default: float) -> float:
        return max((float(q.best) for q in quantities if q is not None), default=default)

    dead = max(killed(i) for i in group)
    return Event(
        kind=group[0].kind,
        clash=next((i.clash for i in group if i.clash), None),
        times=most((i.times for i in group), 1.0),
        people=most((i.people for i in group), 0.0),
        hurt=most((i.injured for i in group), 0.0) + (dead if group[0].kind != "death" else 0.0),
        killed=dead,
        means=tuple(dict.fromkeys(m for i in group for m in means_of(i, vocabulary))),
        incidents=tuple(i.id for i in group),
        reports=tuple(dict.fromkeys(e.report for i in group for e in i.evidence)),
    )


def measure(name: Measure, acts: Sequence[Event], vocabulary: Vocabulary) -> tuple[float, tuple[Event, ...]]:
    """The value of an evaluator over acts, and the acts that it rests on (of a largest value: that reach it)."""
    match name:
        case Measure.WOUNDED:
            return _by_clash(acts, lambda act: act.hurt)
        case Measure.DEATHS:
            return _by_clash(acts, lambda act: act.killed)
        case Measure.LARGEST_GROUP:
            return _largest(acts, lambda act: act.people)
        case Measure.MEANS_RANK:
            ranks = {m.id: float(m.get("rank")) for m in vocabulary["means"].values()}
            return _largest(acts, lambda act: max((ranks.get(m, 0.0) for m in act.means), default=0.0))
        case _:
            return sum(act.times for act in acts), tuple(acts)


def _by_clash(acts: Sequence[Event], of: Callable[[Event], float]) -> tuple[float, tuple[Event, ...]]:
    """The sum over acts, with the acts of one clash taken together: they may tell of the same people."""
    most: dict[str, float] = {}
    for number, act in enumerate(acts):
        key = f"clash {act.clash}" if act.clash else f"act {number}"
        most[key] = max(most.get(key, 0.0), of(act))
    return sum(most.values()), tuple(a for a in acts if of(a) > 0)


def _largest(acts: Sequence[Event], of: Callable[[Event], float]) -> tuple[float, tuple[Event, ...]]:
    top = max((of(a) for a in acts), default=0.0)
    return top, tuple(a for a in acts if top > 0 and of(a) == top)
