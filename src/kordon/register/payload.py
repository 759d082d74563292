"""Frozen values as JSON and back, exactly.

The form is read off the types: a dataclass is an object with all of its fields, a tuple a list, a day
``"2024-05-27"``, a week ``"2024-W22"``, a moment ``"2024-05-27T08:30:00+00:00"`` (always UTC), a member of an
enumeration its value. Numbers stay what they are (``1`` and ``1.0`` differ). Where a type leaves a choice that
JSON does not tell apart (``float | Unknown``, ``str | int | float | Date``), everything but text and numbers is
wrapped in its type's name: ``{"date": "2024-05-27"}``, ``{"Unknown": {"reason": ...}}``.

A field that a payload lacks takes its default, so that a field added to a value later does not make older
rows unreadable; a field that the value does not have is an error.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import types
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache, lru_cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from kordon.domain.errors import DomainError, RegisterError
from kordon.domain.time import Week

Value = TypeVar("Value")
Json = Any
Turn = Callable[[Any], Any] | None  # None: JSON holds the value as it is

_PLAIN = (str, int, float, bool)


def dump(value: object) -> dict[str, Json]:
    """A dataclass value as JSON-able data; raises :class:`DomainError` for one that its types do not allow."""
    kind: Any = type(value)
    turn = _codec(kind).dump
    assert turn is not None
    try:
        return turn(value)  # type: ignore[no-any-return]
    except (AttributeError, TypeError, ValueError, LookupError) as error:
        raise DomainError(
            f"A {type(value).__name__} holds something that its type does not allow ({error})."
        ) from error


def load(kind: type[Value], data: Mapping[str, Json]) -> Value:
    """The value that :func:`dump` wrote; raises :class:`RegisterError` when the data is not of that kind."""
    key: Any = kind
    turn = _codec(key).load
    assert turn is not None
    try:
        return turn(data)  # type: ignore[no-any-return]
    except (AttributeError, TypeError, ValueError, LookupError) as error:
        raise RegisterError(
            f"A stored {kind.__name__} cannot be read ({error}); it was changed by hand or written by another "
            "version of Kordon, so open it with that version or build the register anew."
        ) from error


def dumps(value: object) -> str:
    """:func:`dump` as one line of JSON, the same bytes for the same value."""
    data = dump(value)
    try:
        return _encode(data)
    except (TypeError, ValueError) as error:
        raise DomainError(
            f"A {type(value).__name__} holds something that cannot be written down ({error})."
        ) from error


def loads(kind: type[Value], text: str) -> Value:
    """The value that :func:`dumps` wrote."""
    return load(kind, json.loads(text))


_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode


@dataclasses.dataclass(frozen=True, slots=True)
class _Codec:
    dump: Turn
    load: Turn


@cache
def _codec(kind: Any) -> _Codec:
    if kind in _PLAIN:
        return _Codec(None, None)
    if kind is dt.datetime:
        return _Codec(_dump_moment, _load_moment)
    if kind is dt.date:
        return _Codec(_dump_date, _load_date)
    if kind is Week:
        return _Codec(_dump_week, _load_week)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _Codec(_enum_dumper(kind), kind)
    if dataclasses.is_dataclass(kind):
        return _record(kind)
    origin, parameters = get_origin(kind), get_args(kind)
    if origin is tuple:
        return _tuple(parameters)
    if origin in (Union, types.UnionType):
        return _choice(parameters)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _mapping(parameters[1])
    raise DomainError(f"The register has no way to write down a {kind!r}.")


def _dump_date(day: dt.date) -> str:
    if type(day) is not dt.date:  # a datetime is a date to isinstance, and would lose its hour
        raise TypeError(f"{day!r} is not a day")
    return day.isoformat()


def _dump_moment(moment: dt.datetime) -> str:
    if type(moment) is not dt.datetime or moment.tzinfo is None:
        raise TypeError(f"{moment!r} is not a moment with its offset from UTC")
    return moment.astimezone(dt.UTC).isoformat()


def _load_moment(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).astimezone(dt.UTC)


def _dump_week(week: Week) -> str:
    return f"{week.year:04d}-W{week.number:02d}"


_load_date = lru_cache(8192)(dt.date.fromisoformat)
_load_week = lru_cache(8192)(Week.parse)


def _enum_dumper(kind: type[Enum]) -> Callable[[Any], Any]:
    values = {member: member.value for member in kind}

    def turn(member: Any) -> Any:
        if type(member) is not kind:
            raise TypeError(f"{member!r} is not a {kind.__name__}")
        return values[member]

    return turn


def _record(kind: Any) -> _Codec:
    """Fields are looked up at the first use, because a type may hold itself (a reason its children)."""

    @cache
    def fields() -> tuple[tuple[str, Turn, Turn], ...]:
        hints = get_type_hints(kind)
        codecs = [(field.name, _codec(hints[field.name])) for field in dataclasses.fields(kind)]
        return tuple((name, codec.dump, codec.load) for name, codec in codecs)

    def dump_record(value: Any) -> dict[str, Json]:
        if type(value) is not kind:
            raise TypeError(f"{value!r} is not a {kind.__name__}")
        return {
            name: getattr(value, name) if turn is None else turn(getattr(value, name))
            for name, turn, _ in fields()
        }

    def load_record(data: Mapping[str, Json]) -> Any:
        found = {
            name: data[name] if turn is None else turn(data[name]) for name, _, turn in fields() if name in data
        }
        if len(found) < len(data):
            unknown = ", ".join(sorted(set(data) - set(found)))
            raise ValueError(f"a {kind.__name__} has no field {unknown}")
        return kind(**found)

    return _Codec(dump_record, load_record)


def _tuple(parameters: tuple[Any, ...]) -> _Codec:
    if parameters[-1] is not Ellipsis:
        codecs = [_codec(parameter) for parameter in parameters]
        dumps_, loads_ = [c.dump or _same for c in codecs], [c.load or _same for c in codecs]
        return _Codec(
            lambda items: [turn(item) for turn, item in zip(dumps_, items, strict=True)],
            lambda items: tuple([turn(item) for turn, item in zip(loads_, items, strict=True)]),
        )
    codec = _codec(parameters[0])
    dump_one, load_one = codec.dump, codec.load
    if dump_one is None or load_one is None:
        return _Codec(list, tuple)
    return _Codec(
        lambda items: [dump_one(item) for item in items], lambda items: tuple([load_one(item) for item in items])
    )


def _mapping(parameter: Any) -> _Codec:
    codec = _codec(parameter)
    dump_one, load_one = codec.dump or _same, codec.load or _same
    return _Codec(
        lambda items: {key: dump_one(item) for key, item in items.items()},
        lambda items: {key: load_one(item) for key, item in items.items()},
    )


def _choice(parameters: tuple[Any, ...]) -> _Codec:
    members = [parameter for parameter in parameters if parameter is not types.NoneType]
    if len(members) == 1:
        return _optional(_codec(members[0]))
    plain = tuple(member for member in members if member in _PLAIN)
    if float in plain:
        plain += (int,)  # as types go, a whole number is a number
    wrapped = {get_origin(member) or member: _codec(member) for member in members if member not in _PLAIN}
    by_name = {member.__name__: codec for member, codec in wrapped.items()}
    may_be_none = len(members) < len(parameters)

    def dump_choice(value: Any) -> Json:
        if isinstance(value, plain) or (value is None and may_be_none):
            return value
        codec = wrapped.get(type(value))
        if codec is None or codec.dump is None:
            raise TypeError(f"{value!r} is none of {', '.join(m.__name__ for m in members)}")
        return {type(value).__name__: codec.dump(value)}

    def load_choice(data: Json) -> Any:
        if not isinstance(data, dict):
            return data
        ((name, inner),) = data.items()
        turn = by_name[name].load
        return inner if turn is None else turn(inner)

    return _Codec(dump_choice, load_choice)


def _optional(codec: _Codec) -> _Codec:
    dump_one, load_one = codec.dump, codec.load
    if dump_one is None or load_one is None:
        return codec
    return _Codec(
        lambda value: None if value is None else dump_one(value),
        lambda data: None if data is None else load_one(data),
    )


def _same(value: Any) -> Any:
    return value
