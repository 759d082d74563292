"""What is compared of an incident: everything that linking asks for, looked up once."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kordon.coding.linking.rules import Linking
from kordon.domain.coded import Incident, Party, Place
from kordon.domain.quantity import Quantity
from kordon.domain.report import Report, ReportKind
from kordon.domain.time import Precision
from kordon.geo.gazetteer import Gazetteer, fold

Point = tuple[float, float]
EXACT, WEEK, MONTH, VAGUE, UNTOLD = range(5)  # how well a span is told, best first
_NOBODY: frozenset[str] = frozenset({"unknown", "other"})
_LOWEST, _HIGHEST = -(10**7), 10**7


@dataclass(slots=True, eq=False)
class Profile:
    """One incident as linking sees it. ``first`` and ``last`` are day numbers; an open side lies far off.

    ``page`` is what tells acts apart: a report, or the page that several rows of a table were read on.
    """

    incident: Incident
    id: str
    kind: str
    borders: frozenset[str]
    group: str | None
    first: int
    last: int
    told: int
    touch: int
    places: frozenset[str]
    maybe: frozenset[str]
    points: tuple[Point, ...]
    areas: frozenset[str]
    actor: str | None
    recipient: str | None
    means: tuple[str, ...]
    modal: int
    report: str
    page: str
    lang: str
    voice: str | None
    published: int
    text: str  # name of the group of reports that hold the same text; empty where there is none


class _Where:
    """What is asked of a place, looked up once for all incidents there."""

    __slots__ = ("areas", "borders", "maybe", "places", "points")

    def __init__(self, place: Place, rules: Linking, gazetteer: Gazetteer) -> None:
        exact = sorted({*place.settlements, *place.crossings})
        self.borders = frozenset(place.borders or rules.groups.get(place.group or "", ()))
        self.places = frozenset(exact)
        self.maybe = frozenset(place.ambiguous)
        self.points = tuple(point for name in exact if (point := _point(name, gazetteer)) is not None)
        self.areas = frozenset(map(fold, place.areas))


def profiles(
    incidents: Iterable[Incident],
    reports: Mapping[str, Report],
    rules: Linking,
    gazetteer: Gazetteer,
    same_text: Mapping[str, str],
) -> list[Profile]:
    """One profile an incident, in the order of ids, each id once."""
    modal = {
        word: sum(1 << n for n, group in enumerate(rules.modalities) if word in group)
        for group in rules.modalities
        for word in group
    }
    known: dict[tuple[object, ...], _Where] = {}
    unique = {incident.id: incident for incident in incidents}
    found = []
    for name in sorted(unique):
        incident = unique[name]
        place = incident.place
        key = (place.borders, place.group, place.settlements, place.crossings, place.areas, place.ambiguous)
        where = known.get(key)
        if where is None:
            where = known[key] = _Where(place, rules, gazetteer)
        found.append(_profile(incident, where, reports, rules, modal.get(incident.modality, 0), same_text))
    return found


def _profile(
    incident: Incident,
    where: _Where,
    reports: Mapping[str, Report],
    rules: Linking,
    modal: int,
    same_text: Mapping[str, str],
) -> Profile:
    span = incident.occurred
    name = incident.evidence[0].report
    report = reports.get(name)
    first = span.start.toordinal() if span.start else _LOWEST
    last = span.end.toordinal() if span.end else _HIGHEST
    page, lang, published = name, "", 0
    if report is not None:
        lang = report.lang
        if report.kind is ReportKind.RECORD and report.address:
            page = report.address
        if report.published_at is not None:
            published = report.published_at.toordinal()
    means = incident.means
    if means:
        implied = rules.implied.get(incident.kind)
        means = tuple(m for m in means if m != implied)
    return Profile(
        incident=incident,
        id=incident.id,
        kind=incident.kind,
        borders=where.borders,
        group=incident.place.group,
        first=first,
        last=last,
        told=how_told(first, last, span.precision, rules.short_days),
        touch=rules.touch[span.precision],
        places=where.places,
        maybe=where.maybe,
        points=where.points,
        areas=where.areas,
        actor=_type(incident.actor),
        recipient=_type(incident.recipient),
        means=means,
        modal=modal,
        report=name,
        page=page,
        lang=lang,
        voice=voice_of(incident),
        published=published,
        text=same_text.get(name, ""),
    )


def how_told(first: int, last: int, precision: Precision, short: int) -> int:
    """How well a span is told: to days, to a week, to a month, worse, or not at all."""
    length = last - first + 1
    if length <= short and precision in (Precision.DAY, Precision.DAYS):
        return EXACT
    if length <= 7:
        return WEEK
    if length <= 31:
        return MONTH
    return UNTOLD if first == _LOWEST and last == _HIGHEST else VAGUE


def voice_of(incident: Incident) -> str | None:
    """Who is quoted: a service where it is known, else a side's kind of party; ``None`` where nobody is."""
    if incident.attribution is None or incident.attribution.party.type in _NOBODY:
        return None
    party = incident.attribution.party
    return f"{party.type} {party.country}" if party.country else party.actor or party.type


def _type(party: Party | None) -> str | None:
    return None if party is None or party.type in _NOBODY else party.type


def _point(place: str, gazetteer: Gazetteer) -> Point | None:
    found = gazetteer.places.get(place)
    if found is None:
        crossing = gazetteer.crossings.get(place)
        lat, lon = (None, None) if crossing is None else (crossing.crossing.lat, crossing.crossing.lon)
    else:
        lat, lon = found.lat, found.lon
    return None if lat is None or lon is None else (lat, lon)


def apart_km(ones: Iterable[Point], others: Iterable[Point]) -> float | None:
    """The least distance between two sets of points (great circle on a sphere of 6,371 km), ``None`` without
    any.
    """
    others = tuple(others)
    return min((_km(one, other) for one in ones for other in others), default=None)


def _km(one: Point, other: Point) -> float:
    # Haversine: 2 R asin sqrt(sin²(Δφ/2) + cos φ1 cos φ2 sin²(Δλ/2)).
    lat1, lon1, lat2, lon2 = map(math.radians, (*one, *other))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(min(1.0, half)))


def meet(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities can be of the same thing: their intervals have a number in common."""
    return (one.high is None or other.low <= one.high) and (other.high is None or one.low <= other.high)


def place_name(place: Place) -> str:
    """A place as ids, the most exact that is told."""
    exact = (*place.settlements, *place.crossings)
    return ", ".join(exact or place.areas or ((place.group,) if place.group else place.borders))
