"""The gazetteer: settlements, crossings, organisations and sections, with every form in which reports name them.

All of it is data: ``data/public/*.csv`` and the ``public/`` folder of a deployment. A name may mean several things
(there are seven places called Bobrowniki), so a look-up answers with candidates and never picks one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from kordon.domain.measure import Crossing
from kordon.domain.time import Span
from kordon.geo.rows import Row, Shape, header_of, read_sheet, read_text, shape_of
from kordon.geo.shapes import ACTORS, CROSSINGS, PLACES, SECTIONS, SHAPES

Entry = TypeVar("Entry", "Settlement", "NamedCrossing", "Actor", "Section")

PUBLIC = Path(__file__).parent.parent / "data" / "public"

REFERENCE = (PLACES, CROSSINGS, ACTORS, SECTIONS)


class FormKind(StrEnum):
    """Where a form comes from. ``made`` forms follow a rule of grammar and were not met in a report."""

    BASE = "base"
    MET = "met"
    ABBREVIATION = "abbreviation"
    MADE = "made"


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing a name. ``lang`` is ISO 639-1, or ``und`` where the language is not evident.

    ``checked`` is false for names that were filled in from general knowledge.
    """

    text: str
    lang: str
    kind: FormKind
    checked: bool = True


@dataclass(frozen=True, slots=True)
class Settlement:
    """A settlement, river or landmark, or a ``namesake`` far from the border; degrees are WGS 84."""

    id: str
    kind: str
    country: str
    admin: str
    lat: float | None
    lon: float | None
    forms: tuple[Form, ...]

    def name(self, lang: str) -> str:
        """The base name in a language, else in English."""
        return _name(self.forms, lang)


@dataclass(frozen=True, slots=True)
class NamedCrossing:
    """A crossing with its forms; ``guard`` is the post or unit that guards it."""

    crossing: Crossing
    guard: str
    forms: tuple[Form, ...]

    @property
    def id(self) -> str:
        return self.crossing.id

    def name(self, lang: str) -> str:
        return _name(self.forms, lang)


@dataclass(frozen=True, slots=True)
class Actor:
    """An organisation: a border service, a ministry, an army. An international body has no ``country``."""

    id: str
    country: str | None
    kind: str
    forms: tuple[Form, ...]

    @property
    def abbreviations(self) -> tuple[str, ...]:
        return tuple(f.text for f in self.forms if f.kind is FormKind.ABBREVIATION)

    def name(self, lang: str) -> str:
        return _name(self.forms, lang)


@dataclass(frozen=True, slots=True)
class Section:
    """A post, unit or barrier segment, or (``kind`` ``total``) a length told of a whole border. Lengths in km.

    ``since`` is open at its end; its start is the first day of the day, month or year that is told.
    """

    id: str
    border: str
    kind: str
    name: str
    unit_above: str
    lat: float | None
    lon: float | None
    length_km: float | None
    barrier_physical_km: float | None
    barrier_electronic_km: float | None
    share_pct: float | None
    since: Span
    note: str
    source_url: str
    forms: tuple[Form, ...]


class EntryKind(StrEnum):
    PLACE = "place"
    CROSSING = "crossing"
    ACTOR = "actor"
    SECTION = "section"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing that a name may mean: an entry of the gazetteer and the form by which it was found."""

    kind: EntryKind
    id: str
    form: Form


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Everything by id, in the order of the tables, and an index from a folded form to all it may mean."""

    places: Mapping[str, Settlement]
    crossings: Mapping[str, NamedCrossing]
    actors: Mapping[str, Actor]
    sections: Mapping[str, Section]
    index: Mapping[str, tuple[Candidate, ...]]

    def candidates(self, words: str) -> tuple[Candidate, ...]:
        """All that a name may mean, whatever its case and dashes; an empty tuple when it is not known."""
        return self.index.get(fold(words), ())

    def crossings_of(self, border: str) -> tuple[Crossing, ...]:
        return tuple(c.crossing for c in self.crossings.values() if c.crossing.border == border)

    def sections_of(self, border: str, kind: str | None = None) -> tuple[Section, ...]:
        """Sections of a border in the order of the table, of one kind where it is given."""
        return tuple(s for s in self.sections.values() if s.border == border and kind in (None, s.kind))


def fold(words: str) -> str:
    """The key of a name in the index: composed, lower case, one kind of dash and apostrophe, single spaces."""
    text = unicodedata.normalize("NFC", words).translate(_SAME)
    return " ".join(text.lower().split())


_SAME = str.maketrans({**dict.fromkeys("‐‑‒–—―−", "-"), **dict.fromkeys("’ʼ`´", "'")})


@cache
def load_gazetteer(*folders: Path) -> Gazetteer:
    """Read ``data/public/*.csv`` and ``public/*.csv`` of each folder; tables of other kinds are left alone.

    Raises :class:`~kordon.domain.errors.BadTable` for the first thing that is wrong, because a gazetteer with
    holes would make coding silently worse.
    """
    places: dict[str, Settlement] = {}
    crossings: dict[str, NamedCrossing] = {}
    actors: dict[str, Actor] = {}
    sections: dict[str, Section] = {}
    for shape, row in _rows([PUBLIC, *(folder / "public" for folder in folders)]):
        match shape.name:
            case "places":
                _add(places, row, settlement_of(row))
            case "crossings":
                _add(crossings, row, crossing_of(row))
            case "actors":
                _add(actors, row, actor_of(row))
            case _:
                _add(sections, row, section_of(row))
    index: dict[str, dict[tuple[EntryKind, str], Candidate]] = {}
    for kind, entries in (
        (EntryKind.PLACE, places),
        (EntryKind.CROSSING, crossings),
        (EntryKind.ACTOR, actors),
        (EntryKind.SECTION, sections),
    ):
        for entry in entries.values():
            for form in entry.forms:
                index.setdefault(fold(form.text), {}).setdefault((kind, entry.id), Candidate(kind, entry.id, form))
    return Gazetteer(
        MappingProxyType(places),
        MappingProxyType(crossings),
        MappingProxyType(actors),
        MappingProxyType(sections),
        MappingProxyType({key: tuple(found.values()) for key, found in index.items()}),
    )


def _rows(folders: Iterable[Path]) -> Iterator[tuple[Shape, Row]]:
    for folder in folders:
        for path in sorted(folder.glob("*.csv")):
            name = f"data/public/{path.name}" if folder == PUBLIC else str(path)
            text = read_text(path, name)
            if shape_of(header_of(text, name), SHAPES) not in REFERENCE:
                continue  # figures, incidents, measures, statuses: the business of intake
            sheet = read_sheet(text, name, SHAPES)
            if sheet.errors:
                raise sheet.errors[0]
            for row in sheet.rows:
                yield sheet.shape, row


def _add(entries: dict[str, Entry], row: Row, entry: Entry) -> None:
    if entry.id in entries:
        row.complain("id", f"the id {entry.id!r} is used twice", "give the row another id")
    entries[entry.id] = entry


def settlement_of(row: Row) -> Settlement:
    """A row of ``places``; raises :class:`BadTable`."""
    lat, lon = _point(row, "lat", "lon")
    forms = _forms(row, "names_not_in_source")
    return Settlement(
        row.needed("id"), row.needed("kind"), row.needed("country"), row.text("admin"), lat, lon, forms
    )


def crossing_of(row: Row) -> NamedCrossing:
    """A row of ``crossings``; raises :class:`BadTable`.

    The name on the near side has no language of its own in the table; it stands under ``und``.
    """
    lat, lon = _point(row, "lat", "lon")
    base = [("und", row.needed("name_eu_side")), ("en", row.needed("name_en"))]
    base += [(c.removeprefix("name_by_side_"), v) for c, v in row.cells.items() if c.startswith("name_by_side_")]
    forms = [Form(text, lang, FormKind.BASE) for lang, text in base if text]
    bare = row.text("name_en").partition(" (")[0]  # 'A–B (rail)': reports leave the bracket out
    forms += [Form(text, "und", FormKind.MET) for text in (bare, *row.many("other_names"))]
    names = tuple((form.lang, form.text) for form in forms if form.kind is FormKind.BASE)
    crossing = Crossing(
        row.needed("id"), row.needed("border"), row.needed("kind"), names, lat, lon, row.many("traffic")
    )
    return NamedCrossing(crossing, row.text("section_guard"), _once(forms))


def actor_of(row: Row) -> Actor:
    """A row of ``actors``; raises :class:`BadTable`."""
    return Actor(row.needed("id"), row.text("country") or None, row.needed("kind"), _forms(row, "names_unchecked"))


def section_of(row: Row) -> Section:
    """A row of ``sections``; raises :class:`BadTable`. Totals are told of a border and have no name to look up."""
    lat, lon = _point(row, "seat_lat", "seat_lon")
    since = row.part("since")
    name, kind = row.needed("name_native"), row.needed("kind")
    return Section(
        id=row.needed("id"),
        border=row.needed("border"),
        kind=kind,
        name=name,
        unit_above=row.text("unit_above"),
        lat=lat,
        lon=lon,
        length_km=row.number_in("length_km", 0),
        barrier_physical_km=row.number_in("barrier_physical_km", 0),
        barrier_electronic_km=row.number_in("barrier_electronic_km", 0),
        share_pct=row.number_in("share_pct", 0, 100),
        since=Span.untold() if since is None else Span(since.start, None, since.precision),
        note=row.text("note"),
        source_url=row.text("source_url"),
        forms=() if kind == "total" else (Form(name, "und", FormKind.BASE),),
    )


def _forms(row: Row, unchecked_column: str) -> tuple[Form, ...]:
    """Base names, forms met, abbreviations and forms made by rule, each form once a language."""
    unchecked = set(row.many(unchecked_column))
    forms: list[Form] = []
    for column, kind in _form_columns(tuple(row.cells)):
        lang = column.partition("_")[2] if column.startswith(("name_", "forms_")) else "und"
        lang = "und" if lang == "other" else lang
        cells = (row.text(column),) if column.startswith("name_") else row.many(column)
        checked = not (kind is FormKind.BASE and lang in unchecked)
        forms += [Form(text, lang, kind, checked) for text in cells if text]
    row.needed("name_en")
    return _once(forms)


@cache
def _form_columns(columns: tuple[str, ...]) -> list[tuple[str, FormKind]]:
    found = [(c, FormKind.BASE) for c in columns if c.startswith("name_")]
    found += [(c, FormKind.MET) for c in columns if c.startswith("forms_") or c == "other_names"]
    found += [(c, FormKind.ABBREVIATION) for c in columns if c == "abbreviations"]
    return found + [(c, FormKind.MADE) for c in columns if c == "inflected_forms_grammar"]


def _once(forms: Iterable[Form]) -> tuple[Form, ...]:
    seen: dict[tuple[str, str], Form] = {}
    for form in forms:
        seen.setdefault((form.text, form.lang), form)
    return tuple(seen.values())


def _name(forms: tuple[Form, ...], lang: str) -> str:
    base = {form.lang: form.text for form in forms if form.kind is FormKind.BASE}
    return base.get(lang) or base.get("en") or forms[0].text


def _point(row: Row, lat: str, lon: str) -> tuple[float | None, float | None]:
    point = row.number_in(lat, -90, 90), row.number_in(lon, -180, 180)
    if (point[0] is None) != (point[1] is None):
        row.complain(lat, "only one half of the point is given", f"give {lat!r} and {lon!r}, or neither")
    return point
