"""Every value of the domain comes back as it was written down, to the type of each number."""

from __future__ import annotations

import dataclasses
import datetime as dt
import importlib
import inspect
import json
import pkgutil
import types
from collections.abc import Mapping
from enum import Enum
from functools import cache
from types import ModuleType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import kordon.domain
import kordon.geo.gazetteer as gazetteer
from kordon.domain.assessment import Level, Reason
from kordon.domain.coded import Place
from kordon.domain.commentary import Claim
from kordon.domain.errors import DomainError, RegisterError
from kordon.domain.measure import Crossing
from kordon.domain.quantity import Quantity, Rounding
from kordon.domain.reading import Baseline, Coverage, Reading, Unknown
from kordon.domain.report import Evidence
from kordon.domain.time import Precision, Span, Week
from kordon.register.payload import dump, dumps, load, loads
from kordon.register.values import Document, Scope

NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
DAYS = st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 20))


@st.composite
def spans(draw: st.DrawFn) -> Span:
    days = sorted(draw(st.lists(DAYS, min_size=2, max_size=2)))
    start, end = draw(st.sampled_from([(days[0], days[1]), (days[0], None), (None, days[1]), (None, None)]))
    return Span(start, end, draw(st.sampled_from(Precision)))


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    numbers = st.floats(0, 1e18) | st.integers(0, 10**18)
    low, best, high = sorted(draw(st.lists(numbers, min_size=3, max_size=3)))
    return Quantity(best, low, draw(st.sampled_from([high, None])), draw(st.sampled_from(Rounding)))


@st.composite
def evidences(draw: st.DrawFn) -> Evidence:
    start = draw(st.integers(0, 10**6))
    return Evidence(draw(st.text()), start, start + draw(st.integers(1, 10**6)))


def reasons() -> st.SearchStrategy[Reason]:
    values = st.none() | st.text() | st.integers() | NUMBERS | DAYS
    pairs = st.lists(st.tuples(st.text(), values), max_size=4).map(tuple)
    ids = st.lists(st.text(), max_size=3).map(tuple)
    return st.recursive(
        st.builds(Reason, st.text(), pairs, ids),
        lambda inner: st.builds(Reason, st.text(), pairs, ids, st.lists(inner, max_size=2).map(tuple)),
        max_leaves=4,
    )


KNOWN: dict[Any, st.SearchStrategy[Any]] = {
    str: st.text(max_size=8),
    int: st.integers(),
    float: NUMBERS | st.integers(-(10**6), 10**6),
    bool: st.booleans(),
    types.NoneType: st.none(),
    dt.date: DAYS,
    dt.datetime: st.datetimes(timezones=st.just(dt.UTC)).map(lambda moment: moment.replace(fold=0)),
    Week: DAYS.map(Week.of),
    Span: spans(),
    Quantity: quantities(),
    Evidence: evidences(),
    Reason: reasons(),
}


@cache
def values_of(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of a type, read off the type as the register reads it; tuples are short, since they are many."""
    if kind in KNOWN:
        return KNOWN[kind]
    if dataclasses.is_dataclass(kind):
        hints = get_type_hints(kind)
        return st.builds(kind, **{f.name: values_of(hints[f.name]) for f in dataclasses.fields(kind)})
    if isinstance(kind, type) and issubclass(kind, Enum):
        return st.sampled_from(kind)
    origin, items = get_origin(kind), get_args(kind)
    if origin is tuple and items[-1] is Ellipsis:
        return st.lists(values_of(items[0]), max_size=2).map(tuple)
    if origin is tuple:
        return st.tuples(*map(values_of, items))
    if origin is Mapping:
        return st.dictionaries(*map(values_of, items), max_size=3)
    assert origin in (Union, types.UnionType), kind
    return st.one_of(*map(values_of, items))


def dataclasses_of(module: ModuleType) -> list[Any]:
    return [
        member
        for _, member in inspect.getmembers(module, inspect.isclass)
        if dataclasses.is_dataclass(member) and member.__module__ == module.__name__
    ]


def domain_types() -> list[Any]:
    names = [info.name for info in pkgutil.iter_modules(kordon.domain.__path__)]
    return [kind for name in names for kind in dataclasses_of(importlib.import_module(f"kordon.domain.{name}"))]


REFERENCE_TYPES = [gazetteer.Settlement, gazetteer.NamedCrossing, gazetteer.Actor, gazetteer.Section]
WRITTEN = [kind for kind in domain_types() if kind is not Week]  # a week is text, never a record of its own


def test_the_domain_was_found() -> None:
    assert {"Coded", "Assessment", "Draft", "Reading", "Measure", "Material"} <= {k.__name__ for k in WRITTEN}


@pytest.mark.parametrize("kind", [*WRITTEN, *REFERENCE_TYPES, Document, Scope], ids=lambda k: k.__name__)
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_round_trip(kind: Any, data: st.DataObject) -> None:
    value = data.draw(values_of(kind))
    text = dumps(value)
    back = loads(kind, text)
    assert back == value
    assert repr(back) == repr(value)  # 1 and 1.0, a day and its text, are told apart
    assert dumps(back) == text
    json.loads(text, parse_constant=pytest.fail)  # no NaN, no Infinity: JSON that others can read


VALUES = st.text() | st.integers() | NUMBERS | DAYS | st.none()


@given(st.lists(st.tuples(st.text(), VALUES)).map(tuple))
def test_values_of_a_reason_keep_their_types(values: tuple[tuple[str, Any], ...]) -> None:
    back = load(Reason, dump(Reason("key", values)))
    assert [type(v) for _, v in back.values] == [type(v) for _, v in values]
    assert back.values == values


@given(st.dates(), st.dates())
def test_different_values_are_written_differently(one: dt.date, other: dt.date) -> None:
    assume(one != other)
    assert dumps(Claim("day", one, "x")) != dumps(Claim("day", other, "x"))
    assert dumps(Claim("day", one, "x")) != dumps(Reason("day", (("x", one.isoformat()),)))


def test_the_text_of_a_day_is_not_a_day() -> None:
    text, day = Reason("k", (("v", "2024-05-27"),)), Reason("k", (("v", dt.date(2024, 5, 27)),))
    assert dump(text)["values"] == [["v", "2024-05-27"]]
    assert dump(day)["values"] == [["v", {"date": "2024-05-27"}]]
    assert (load(Reason, dump(text)), load(Reason, dump(day))) == (text, day)


def test_the_written_form() -> None:
    reading = Reading(
        "r", "attempts", "AA-ZZ", Week(2024, 22), dt.date(2024, 6, 3), Unknown("silent"), "attempts",
        Coverage(0.5), baseline=Baseline(1.0, 2.0, 3.0, 4.0, 52, "nb"),
    )  # fmt: skip
    written = dump(reading)
    assert written["week"] == "2024-W22"
    assert written["as_of"] == "2024-06-03"
    assert written["value"] == {"Unknown": {"reason": "silent"}}
    assert written["baseline"]["Baseline"]["weeks"] == 52
    assert written["low"] is None


def test_a_field_added_later_takes_its_default_in_older_rows() -> None:
    written = dump(Place(borders=("AA-ZZ",)))
    del written["ambiguous"]
    assert load(Place, written) == Place(borders=("AA-ZZ",))


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (Crossing, {"id": "x"}),
        (Place, {"borders": ["AA-ZZ"], "colour": "red"}),
        (Quantity, {"best": 1, "low": 2, "high": 3, "rounding": "exact"}),
        (Quantity, {"best": 1, "low": 1, "high": 3, "rounding": "sort of"}),
        (Claim, {"name": "n", "value": {"Week": "2024-W22"}, "source": "s"}),
        (Span, {"start": "2024-02-30", "end": None, "precision": "day"}),
        (Evidence, [1, 2]),
    ],
)
def test_a_payload_of_another_kind_is_refused_with_a_sentence(kind: Any, data: Any) -> None:
    with pytest.raises(RegisterError, match=rf"^A stored {kind.__name__} cannot be read \(.+\); .+\.$"):
        load(kind, data)


@pytest.mark.parametrize(
    "value",
    [
        Claim("n", float("nan"), "s"),
        Claim("n", float("inf"), "s"),
        Claim("n", dt.datetime(2024, 1, 1), "s"),
        Claim("n", Level.LOW.rank + 1j, "s"),  # type: ignore[arg-type]
        Crossing("x", "b", "road", (("en", "A"),), dt.date(2024, 1, 1), None, ()),  # type: ignore[arg-type]
        Span(dt.datetime(2024, 1, 1), None, Precision.DAY),
        Span(None, None, "day"),  # type: ignore[arg-type]
    ],
    ids=str,
)
def test_a_value_that_its_types_do_not_allow_is_refused_with_a_sentence(value: Any) -> None:
    with pytest.raises(DomainError, match=rf"^A {type(value).__name__} holds something .+\.$"):
        dumps(value)
