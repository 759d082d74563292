"""Buffer zones: a first term, its extensions, how far each reaches, and what was said before it took force.

A zone is a chain of measures of kind ``buffer_zone`` that each extend the one before. How far a term reaches is
told in ``data/zones/*.yaml`` (a deployment's ``zones/`` folder adds to them): its row of measures has no room.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kordon.domain.measure import Measure
from kordon.domain.time import Date
from kordon.geo.gazetteer import FormKind, Settlement
from kordon.measures.ledger import TAKES_FORCE, standing_on
from kordon.vocabulary.documents import Document, Steps, read_document

SHIPPED = Path(__file__).parent.parent / "data" / "zones"
KIND = "buffer_zone"
BEFORE = dt.timedelta(days=60)  # what was announced so long before the first term belongs to the zone


@dataclass(frozen=True, slots=True)
class Stretch:
    """So many kilometres of border with a closed strip so many metres deep."""

    km: float
    depth_m: int
    about: bool = False
    up_to: bool = False


@dataclass(frozen=True, slots=True)
class Post:
    """The seat of a post of the guard whose stretch of the line was named: names by language, degrees."""

    names: Mapping[str, str]
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Reach:
    """What reports tell of one term. ``km`` is the whole length told, else the sum of the stretches."""

    measure: str
    km: float | None
    stretches: tuple[Stretch, ...]
    posts: tuple[Post, ...]
    settlements: int | None
    source: str


@dataclass(frozen=True, slots=True)
class Zone:
    """``terms`` are oldest first. ``spoken`` was announced or planned and never took force in that form;
    ``earlier`` are bans on the same ground under other names."""

    id: str
    borders: tuple[str, ...]
    terms: tuple[Measure, ...]
    spoken: tuple[Measure, ...] = ()
    earlier: tuple[Measure, ...] = ()
    reaches: Mapping[str, Reach] | None = None

    def term_on(self, day: Date) -> Measure | None:
        """The term in force on a day."""
        standing = {m.id for border in self.borders for m in standing_on(self.terms, border, day)}
        return next((term for term in reversed(self.terms) if term.id in standing), None)

    def days_left(self, day: Date) -> int | None:
        """Whole days after ``day`` up to the last day told: 0 on the last; ``None`` without one."""
        term = self.term_on(day)
        return None if term is None or term.in_force.end is None else (term.in_force.end - day).days

    def reach(self, term: Measure) -> Reach | None:
        return (self.reaches or {}).get(term.id)


def zones_of(
    measures: Iterable[Measure], told: Sequence[tuple[Document, tuple[Reach, ...]]] = ()
) -> tuple[Zone, ...]:
    """Every chain of buffer zones, oldest first."""
    known = {m.id: m for m in measures}
    binding = {m.id: m for m in known.values() if m.kind == KIND and m.status in TAKES_FORCE and m.in_force.start}
    after: dict[str, list[Measure]] = {}
    for measure in binding.values():
        if measure.extends in binding:
            after.setdefault(str(measure.extends), []).append(measure)
    firsts = [m for m in binding.values() if m.extends not in binding]
    zones = [_zone(first, after, known, told) for first in sorted(firsts, key=_start)]
    return tuple(zones)


def _zone(
    first: Measure,
    after: Mapping[str, list[Measure]],
    known: Mapping[str, Measure],
    told: Sequence[tuple[Document, tuple[Reach, ...]]],
) -> Zone:
    terms, waiting = [], [first]
    while waiting:
        term = waiting.pop(0)
        terms.append(term)
        waiting += sorted(after.get(term.id, ()), key=_start)
    terms.sort(key=_start)
    start = first.in_force.start
    assert start is not None
    spoken = [
        m
        for m in known.values()
        if m.kind == KIND
        and m.status not in TAKES_FORCE
        and set(m.place.borders) & set(first.place.borders)
        and (day := m.decided_on or m.known_from) is not None
        and start - BEFORE <= day <= start
    ]
    ids = {term.id for term in terms}
    reaches: dict[str, Reach] = {}
    earlier: list[Measure] = []
    for document, found in told:
        if any(reach.measure in ids for reach in found):
            reaches |= {reach.measure: reach for reach in found}
            earlier += [known[name] for name in document.data.get("earlier", ()) if name in known]
    return Zone(
        first.id,
        first.place.borders,
        tuple(terms),
        tuple(sorted(spoken, key=lambda m: (m.decided_on or m.known_from or Date.min, m.id))),
        tuple(sorted(earlier, key=_start)),
        reaches,
    )


def _start(measure: Measure) -> tuple[Date, str]:
    return measure.in_force.start or Date.max, measure.id


def load_reaches(
    places: Mapping[str, Settlement], *folders: Path
) -> tuple[tuple[Document, tuple[Reach, ...]], ...]:
    """What the documents tell. Raises :class:`kordon.domain.errors.BadDocument` with line and remedy."""
    paths = [
        path for folder in (SHIPPED, *(f / "zones" for f in folders)) for path in sorted(folder.glob("*.yaml"))
    ]
    return tuple(_document(read_document(path), places) for path in paths)


def _document(document: Document, places: Mapping[str, Settlement]) -> tuple[Document, tuple[Reach, ...]]:
    document.check_keys((), document.data, ("border", "terms"), ("earlier",))
    terms = document.data["terms"]
    if not isinstance(terms, list) or not terms:
        document.complain(("terms",), "there is no term", "name at least one measure with its reach")
    return document, tuple(_reach(document, ("terms", n), term, places) for n, term in enumerate(terms))


def _reach(document: Document, at: Steps, term: Any, places: Mapping[str, Settlement]) -> Reach:
    document.check_keys(at, term, ("measure", "source"), ("km", "stretches", "places", "settlements"))
    stretches = tuple(
        _stretch(document, (*at, "stretches", n), told) for n, told in enumerate(term.get("stretches", ()))
    )
    posts = []
    for n, name in enumerate(term.get("places", ())):
        place = places.get(str(name))
        if place is None or place.lat is None or place.lon is None:
            document.complain((*at, "places", n), f"{name!r} is no place with a position", "add it to places.csv")
        names = {form.lang: form.text for form in place.forms if form.kind is FormKind.BASE}
        posts.append(Post(names, place.lat, place.lon))
    km = term.get("km")
    if km is None and stretches:
        km = round(sum(s.km for s in stretches), 2)
    settlements = term.get("settlements")
    return Reach(
        str(term["measure"]),
        _positive(document, (*at, "km"), km),
        stretches,
        tuple(posts),
        None if settlements is None else int(_positive(document, (*at, "settlements"), settlements) or 0),
        str(term["source"]),
    )


def _stretch(document: Document, at: Steps, told: Any) -> Stretch:
    document.check_keys(at, told, ("km", "depth_m"), ("about", "up_to"))
    km, depth = (_positive(document, (*at, key), told[key]) for key in ("km", "depth_m"))
    return Stretch(km or 0.0, int(depth or 0), told.get("about") is True, told.get("up_to") is True)


def _positive(document: Document, at: Steps, value: Any) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or value <= 0:
        document.complain(at, f"{value!r} is no length", "write a number above zero")
    return float(value)
