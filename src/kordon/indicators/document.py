"""Read the definitions of indicators, strictly: every complaint names the line and the remedy."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import fields
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from kordon.domain.errors import BadDocument
from kordon.indicators import alarms
from kordon.indicators.definition import (
    CLASSES,
    NO_COUNTS,
    SIDES,
    UNITS,
    Counts,
    Dimension,
    Direction,
    Indicator,
    Measure,
    Settings,
    Silence,
)
from kordon.vocabulary import LANGUAGES, Vocabulary
from kordon.vocabulary.documents import Document, Steps, read_document

SHIPPED = Path(__file__).parent.parent / "data" / "indicators"
_SETTINGS = "settings.yaml"
_REQUIRED = (
    *("id", "label", "source", "factor", "dimension", "unit", "window", "direction"),
    *("measure", "silence", "min_grade", "counts"),
)
_COUNTS = ("kinds", "means", "actor_sides", "units", "classes", "warning_shots")
_ID = re.compile(r"[a-z][a-z0-9-]*")
_GRADE = re.compile(r"[A-E][1-5]|F6")
_Member = TypeVar("_Member", bound=StrEnum)


def load_indicators(vocabulary: Vocabulary, *folders: Path) -> tuple[Indicator, ...]:
    """Read ``data/indicators/*.yaml``, then ``indicators/*.yaml`` of each folder, which may add definitions and
    set settings anew; definitions in the order of the factors, then of the documents.

    Raises :class:`~kordon.domain.errors.BadDocument` with file, line and remedy.
    """
    paths = [(path, f"data/indicators/{path.name}") for path in sorted(SHIPPED.glob("*.yaml"))]
    paths += [(path, str(path)) for folder in folders for path in sorted((folder / "indicators").glob("*.yaml"))]
    settings = read_settings(read_document(path, name) for path, name in paths if path.name == _SETTINGS)
    found: dict[str, Indicator] = {}
    for path, name in paths:
        if path.name == _SETTINGS:
            continue
        document = read_document(path, name)
        for steps, indicator in read_indicators(document, vocabulary, settings):
            if indicator.id in found:
                problem = f"the indicator {indicator.id!r} is defined twice"
                document.complain((*steps, "id"), problem, "give it another id")
            found[indicator.id] = indicator
    order = list(vocabulary["factors"])
    return tuple(sorted(found.values(), key=lambda i: order.index(i.factor)))


def read_settings(documents: Iterable[Document]) -> Settings:
    """Merge the settings of all documents, the later ones over the earlier."""
    whole = {f.name for f in fields(Settings) if f.type == "int"}
    names = tuple(f.name for f in fields(Settings))
    merged: dict[str, Any] = {}
    last = "settings.yaml"
    for document in documents:
        last = document.name
        document.check_keys((), document.data, ("settings",))
        document.check_keys(("settings",), document.data["settings"], (), names)
        for key, value in document.data["settings"].items():
            steps: Steps = ("settings", key)
            if isinstance(value, bool) or not isinstance(value, int if key in whole else int | float):
                kind = "a whole number" if key in whole else "a number"
                document.complain(steps, f"{value!r} is not {kind}", f"write {kind}")
            if value < 0 or (key == "covered" and value > 1):
                limits = "from 0 to 1" if key == "covered" else "of 0 or more"
                document.complain(steps, f"{value!r} cannot be", f"write a number {limits}")
            merged[key] = value if key in whole else float(value)
    missing = [n for n in names if n not in merged]
    if missing:
        raise BadDocument(last, "", f"the setting {missing[0]!r} is missing", "add it under 'settings:'")
    return Settings(**merged)


def read_indicators(
    document: Document, vocabulary: Vocabulary, settings: Settings
) -> list[tuple[Steps, Indicator]]:
    """The definitions of one document, each with its place in it."""
    if not isinstance(document.data, list):
        document.complain((), "indicators are a list", "begin each with '- id:'")
    return [
        ((position,), _Reader(document, vocabulary, settings, (position,)).indicator(entry))
        for position, entry in enumerate(document.data)
    ]


class _Reader:
    """Reads one definition and complains about its parts by line."""

    def __init__(self, document: Document, vocabulary: Vocabulary, settings: Settings, steps: Steps) -> None:
        self.document = document
        self.vocabulary = vocabulary
        self.settings = settings
        self.steps = steps

    def indicator(self, entry: Any) -> Indicator:
        self.document.check_keys(self.steps, entry, _REQUIRED, ("baseline", "alarm"))
        if not isinstance(entry["id"], str) or not _ID.fullmatch(entry["id"]):
            self.complain("id", f"{entry['id']!r} is no id", "write lower-case letters, digits and dashes")
        window, baseline = entry["window"], entry.get("baseline", False)
        if isinstance(window, bool) or not isinstance(window, int) or not 1 <= window <= 52:
            self.complain("window", f"{window!r} is no window", "write whole weeks from 1 to 52")
        if not isinstance(baseline, bool):
            self.complain("baseline", f"{baseline!r} is neither true nor false", "write one of them")
        grade = entry["min_grade"]
        if not isinstance(grade, str) or not _GRADE.fullmatch(grade):
            self.complain("min_grade", f"{grade!r} is no grade", "write A1 to E5, or F6 where all count")
        measure = self.member("measure", entry["measure"], Measure)
        unit = self.term(("unit",), "units", entry["unit"])
        counts = self.counts(entry["counts"], measure)
        self.check_units(unit, measure, counts, entry["counts"])
        return Indicator(
            id=entry["id"],
            labels=self.texts("label", entry["label"]),
            sources=self.texts("source", entry["source"]),
            factor=self.term(("factor",), "factors", entry["factor"]),
            dimension=self.member("dimension", entry["dimension"], Dimension),
            unit=unit,
            window=window,
            direction=self.member("direction", entry["direction"], Direction),
            measure=measure,
            silence=self.member("silence", entry["silence"], Silence),
            counts=counts,
            min_grade=grade,
            baseline=baseline,
            settings=self.settings,
            definition=self.document.sha256,
            alarm=self.alarm(entry.get("alarm", False)),
        )

    def alarm(self, entry: Any) -> alarms.AlarmSettings | None:
        """True for the settings that ship, or the part of them that is to be different."""
        if isinstance(entry, bool):
            return alarms.shipped() if entry else None
        return alarms.changed(self.document, (*self.steps, "alarm"), entry, alarms.shipped())

    def counts(self, entry: Any, measure: Measure) -> Counts:
        self.document.check_keys((*self.steps, "counts"), entry, (), _COUNTS)
        classes = self.among("classes", entry, CLASSES)
        kinds = self.terms("kinds", entry, "kinds")
        of_class = {k.id for k in self.vocabulary["kinds"].values() for c in classes if k.get(c)}
        units = self.terms("units", entry, "units")
        shots = entry.get("warning_shots")
        if shots is not None and not isinstance(shots, bool):
            self.complain("counts", f"{shots!r} is neither true nor false", "write one of them", "warning_shots")
        if measure.of_incidents and not kinds and not classes:
            self.complain("counts", f"{measure} counts no kind of incident", "name kinds or classes")
        if measure is Measure.FIGURES and not units:
            self.complain("counts", "figures are counted in no unit", "name units")
        return Counts(
            kinds=frozenset(kinds) | of_class,
            means=frozenset(self.terms("means", entry, "means")),
            sides=frozenset(self.among("actor_sides", entry, SIDES)),
            units=frozenset(units),
            classes=frozenset(classes),
            warning_shots=shots,
        )

    def check_units(self, unit: str, measure: Measure, counts: Counts, entry: Any) -> None:
        """The unit is what the measure counts in, and figures are in units that can be set beside it."""
        fitting = self.fitting(measure, counts)
        if unit not in fitting:
            remedy = f"write unit: {' or '.join(fitting)}, or another measure"
            self.complain("unit", f"{measure} is not counted in {unit!r}", remedy)
        if counts.units and measure not in (Measure.FIGURES, Measure.INCIDENTS):
            self.complain("counts", f"{measure} reads no figures", "leave units out", "units")
        for place, one in enumerate(entry.get("units", ())):
            if one in NO_COUNTS or (measure is Measure.INCIDENTS and self.counts_people(one)):
                problem = f"figures in {one!r} cannot be set beside {unit!r}"
                self.complain("counts", problem, "name units that count the same", "units", place)
            if measure is Measure.FIGURES and self.counts_people(one) != self.counts_people(unit):
                problem = f"figures in {one!r} cannot be added to those in {unit!r}"
                self.complain("counts", problem, "make an indicator of each", "units", place)

    def fitting(self, measure: Measure, counts: Counts) -> tuple[str, ...]:
        """The units that the values of a measure can be in; of figures any of those that are read."""
        if measure is Measure.FIGURES:
            return tuple(sorted(counts.units))
        if measure is Measure.ATTEMPTS:
            return tuple(u.id for u in self.vocabulary["units"].values() if u.get("attempt"))
        return (UNITS[measure],)

    def counts_people(self, unit: str) -> bool:
        """Whether one person each time is counted, or people."""
        return unit == UNITS[Measure.WOUNDED] or bool(self.vocabulary["units"][unit].get("attempt"))

    def terms(self, key: str, entry: Any, name: str) -> tuple[str, ...]:
        values = self.listed(key, entry)
        return tuple(self.term(("counts", key, i), name, v) for i, v in enumerate(values))

    def among(self, key: str, entry: Any, known: tuple[str, ...]) -> tuple[str, ...]:
        for position, value in enumerate(self.listed(key, entry)):
            if value not in known:
                remedy = f"use one of {', '.join(known)}"
                self.complain("counts", f"{value!r} is none of the {key}", remedy, key, position)
        return tuple(entry.get(key, ()))

    def listed(self, key: str, entry: Any) -> list[Any]:
        value = entry.get(key, [])
        if not isinstance(value, list):
            self.complain("counts", f"{key} is not a list", "write it in brackets: [one, two]", key)
        return list(value)

    def term(self, steps: Steps, name: str, value: Any) -> str:
        if not isinstance(value, str) or value not in self.vocabulary[name]:
            problem = f"{value!r} is not in the vocabulary list {name!r}"
            self.document.complain((*self.steps, *steps), problem, f"add it to {name}.yaml or correct it")
        return value

    def texts(self, key: str, value: Any) -> dict[str, str]:
        self.document.check_keys((*self.steps, key), value, LANGUAGES)
        return {lang: str(text) for lang, text in value.items()}

    def member(self, key: str, value: Any, kind: type[_Member]) -> _Member:
        try:
            return kind(value)
        except ValueError:
            known = ", ".join(kind)
            self.document.complain(
                (*self.steps, key), f"{value!r} is no {kind.__name__.lower()}", f"use one of {known}"
            )

    def complain(self, key: str, problem: str, remedy: str, *deeper: str | int) -> None:
        self.document.complain((*self.steps, key, *deeper), problem, remedy)
