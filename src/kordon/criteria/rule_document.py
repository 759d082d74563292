"""The rules and tests inside a criteria document, read strictly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from kordon.criteria.model import (
    STEPS,
    Bounds,
    Case,
    IncidentTest,
    Judged,
    PerBorder,
    Presence,
    PRule,
    Rule,
    Thresholds,
    Wounded,
)
from kordon.domain.assessment import Level
from kordon.vocabulary import Vocabulary
from kordon.vocabulary.documents import Document, Steps

LEVELS = tuple(level.value for level in STEPS)
RULES = ("thresholds", "presence", "wounded", "p_rule", "judged")
SIDES = ("near", "far", "none")
# Key of an incident test -> the vocabulary list of its words, or None where it is not a list of words of one.
TESTS = {
    "kinds": "kinds",
    "actor_sides": None,
    "recipients": "parties",
    "means": "means",
    "not_means": "means",
    "people_at_least": None,
    "organised_by": "parties",
    "wounded": None,
    "warning_shots": None,
}


@dataclass(frozen=True, slots=True)
class Reader:
    """A document with what its words are checked against."""

    document: Document
    vocabulary: Vocabulary
    indicators: frozenset[str]
    borders: tuple[str, ...]

    def one_of(self, steps: Steps, value: object, known: Sequence[str]) -> str:
        if value not in known:
            self.document.complain(steps, f"{value!r} is not known here", f"use one of {', '.join(known)}")
        return str(value)

    def term(self, steps: Steps, name: str, value: object) -> str:
        if not isinstance(value, str) or value not in self.vocabulary[name]:
            self.document.complain(steps, f"{value!r} is not in {name}.yaml", "add it there or mend the word")
        return str(value)

    def indicator(self, steps: Steps, value: object) -> str:
        if not isinstance(value, str) or value not in self.indicators:
            known = ", ".join(sorted(self.indicators)) or "none"
            self.document.complain(steps, f"the indicator {value!r} is not known", f"use one of {known}")
        return str(value)

    def level(self, steps: Steps, value: object) -> Level:
        return Level(self.one_of(steps, value, (Level.LOW.value, *LEVELS)))

    def number(self, steps: Steps, value: object, least: float, most: float = float("inf")) -> float:
        fits = isinstance(value, int | float) and not isinstance(value, bool) and least <= value <= most
        if not fits:
            reach = f"from {least:g} to {most:g}" if most != float("inf") else f"of at least {least:g}"
            self.document.complain(steps, f"{value!r} does not fit here", f"write a number {reach}")
        assert isinstance(value, int | float)
        return float(value)

    def whole(self, steps: Steps, value: object, least: int, most: int) -> int:
        if isinstance(value, float) or not float(self.number(steps, value, least, most)).is_integer():
            self.document.complain(steps, f"{value!r} is not a whole number", "write it without a decimal point")
        assert isinstance(value, int)
        return value


def rule(reader: Reader, steps: Steps, entry: Any) -> Rule:
    """One rule of an indicator."""
    if not isinstance(entry, dict) or "kind" not in entry:
        reader.document.complain(steps, "a rule begins with its kind", f"use one of {', '.join(RULES)}")
    kind = reader.one_of((*steps, "kind"), entry["kind"], RULES)
    match kind:
        case "thresholds":
            return _thresholds(reader, steps, entry)
        case "presence":
            return _presence(reader, steps, entry)
        case "wounded":
            return _wounded(reader, steps, entry)
        case "judged":
            return _judged(reader, steps, entry)
        case _:
            return _p_rule(reader, steps, entry)


def _thresholds(reader: Reader, steps: Steps, entry: Any) -> Thresholds:
    optional = (
        "bounds",
        "bounds_by_border",
        "on",
        "falling",
        "sustained",
        "floors",
        "floors_by_border",
        "floor_from",
    )
    reader.document.check_keys(steps, entry, ("kind",), optional)
    falling = entry.get("falling", False)
    if not isinstance(falling, bool):
        reader.document.complain((*steps, "falling"), "true or false is expected", "write one of them")
    has_floors = "floors" in entry or "floors_by_border" in entry
    if "floor_from" in entry and not has_floors:
        at = (*steps, "floor_from")
        reader.document.complain(at, "there is no floor for it", "write floors, or take the line out")
    return Thresholds(
        bounds=_per_border(reader, steps, entry, "bounds", falling=falling),
        on=reader.one_of((*steps, "on"), entry.get("on", "value"), ("value", "per_day")),
        falling=falling,
        sustained=_sustained(reader, (*steps, "sustained"), entry.get("sustained", {})),
        floors=_per_border(reader, steps, entry, "floors", strictly=False) if has_floors else None,
        floor_from=reader.indicator((*steps, "floor_from"), entry["floor_from"])
        if "floor_from" in entry
        else None,
    )


def _sustained(reader: Reader, steps: Steps, value: Any) -> tuple[tuple[Level, int], ...]:
    reader.document.check_keys(steps, value, (), LEVELS)
    return tuple((Level(key), reader.whole((*steps, key), weeks, 2, 8)) for key, weeks in value.items())


def _presence(reader: Reader, steps: Steps, entry: Any) -> Presence:
    reader.document.check_keys(steps, entry, ("kind", "otherwise"), ("cases",))
    cases = []
    given = entry.get("cases", [])
    if not isinstance(given, list):
        reader.document.complain((*steps, "cases"), "a list of cases is expected", "begin each with '- level:'")
    for position, case in enumerate(given):
        at = (*steps, "cases", position)
        reader.document.check_keys(at, case, ("level", "if"))
        level = reader.level((*at, "level"), case["level"])
        cases.append(Case(level, incident_test(reader, (*at, "if"), case["if"])))
    return Presence(tuple(cases), reader.level((*steps, "otherwise"), entry["otherwise"]))


def _wounded(reader: Reader, steps: Steps, entry: Any) -> Wounded:
    reader.document.check_keys(steps, entry, ("kind", "any", "means", "by_means"))
    any_wounding = reader.level((*steps, "any"), entry["any"])
    by_means = reader.level((*steps, "by_means"), entry["by_means"])
    if by_means.rank < any_wounding.rank:
        at = (*steps, "by_means")
        reader.document.complain(at, "a wound by a weapon is less than any wound", "give it the higher level")
    return Wounded(any_wounding, _words(reader, (*steps, "means"), "means", entry["means"]), by_means)


def _judged(reader: Reader, steps: Steps, entry: Any) -> Judged:
    reader.document.check_keys(steps, entry, ("kind", "by", "days"))
    offices, at = entry["by"], (*steps, "by")
    if not isinstance(offices, list) or not offices:
        reader.document.complain(at, "a list of accounts or offices is expected", "name at least one")
    for position, office in enumerate(offices):
        if not isinstance(office, str) or not office.strip():
            reader.document.complain((*at, position), f"{office!r} is no account or office", "write its id")
    return Judged(tuple(offices), reader.whole((*steps, "days"), entry["days"], 1, 366))


def _p_rule(reader: Reader, steps: Steps, entry: Any) -> PRule:
    required = ("kind", "floor_of", "without_baseline")
    reader.document.check_keys(steps, entry, required, ("floors", "floors_by_border"))
    return PRule(
        floors=_per_border(reader, steps, entry, "floors", strictly=False),
        floor_of=reader.one_of((*steps, "floor_of"), entry["floor_of"], ("day", "four_weeks")),
        without_baseline=reader.level((*steps, "without_baseline"), entry["without_baseline"]),
    )


def _per_border(
    reader: Reader, steps: Steps, entry: Any, key: str, *, falling: bool = False, strictly: bool = True
) -> PerBorder:
    """``bounds`` for all borders or ``bounds_by_border`` for each of them: exactly one of the two."""
    split = f"{key}_by_border"
    if (key in entry) == (split in entry):
        at = (*steps, split) if split in entry else steps
        reader.document.complain(at, f"either {key!r} or {split!r} is needed", "write exactly one of them")
    if key in entry:
        return PerBorder(_bounds(reader, (*steps, key), entry[key], falling, strictly), {})
    reader.document.check_keys((*steps, split), entry[split], reader.borders)
    return PerBorder(
        None,
        {b: _bounds(reader, (*steps, split, b), entry[split][b], falling, strictly) for b in reader.borders},
    )


def _bounds(reader: Reader, steps: Steps, value: Any, falling: bool, strictly: bool) -> Bounds:
    reader.document.check_keys(steps, value, (), LEVELS)
    if not value:
        reader.document.complain(steps, "no bound is given", f"give at least one of {', '.join(LEVELS)}")
    numbers = {key: reader.number((*steps, key), value[key], 0) for key in LEVELS if key in value}
    order = list(numbers.items())
    for (lower, first), (key, second) in pairwise(order):
        right = second < first if falling else second > first if strictly else second >= first
        if not right:
            way = "fall" if falling else "rise"
            problem = f"the bound of {key} ({second:g}) comes after that of {lower} ({first:g})"
            reader.document.complain((*steps, key), problem, f"let the bounds {way} from medium to critical")
    return Bounds(*(numbers.get(key) for key in LEVELS))


def incident_test(reader: Reader, steps: Steps, entry: Any) -> IncidentTest:
    """The conditions on an incident; at least one."""
    reader.document.check_keys(steps, entry, (), tuple(TESTS))
    if not entry:
        reader.document.complain(steps, "a test without a condition holds for everything", "write a condition")
    found: dict[str, Any] = {}
    for key, value in entry.items():
        at = (*steps, key)
        words = TESTS[key]
        if words is not None:
            found[key] = _words(reader, at, words, value)
        elif key == "actor_sides":
            if not isinstance(value, list) or not value:
                reader.document.complain(at, "a list of sides is expected", f"use {', '.join(SIDES)}")
            found[key] = tuple(reader.one_of((*at, n), side, SIDES) for n, side in enumerate(value))
        elif key == "people_at_least":
            found[key] = reader.number(at, value, 1)
        else:
            if not isinstance(value, bool):
                reader.document.complain(at, "true or false is expected", "write one of them")
            found[key] = value
    return IncidentTest(**found)


def _words(reader: Reader, steps: Steps, name: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        reader.document.complain(steps, "a list of words is expected", f"name at least one of {name}.yaml")
    return tuple(reader.term((*steps, position), name, word) for position, word in enumerate(value))
