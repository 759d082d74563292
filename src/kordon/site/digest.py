"""Digests of values: the same for equal values on any machine, another one for whatever differs in any field."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache
from typing import Any

SIZE = 16  # bytes; keys tell a change, they are no proof against anybody


class Undigestible(TypeError):
    """A value of a kind that has no digest, so that nothing may be left out for its sake."""


def plain(value: object) -> Any:
    """``value`` as nested tuples of text, numbers and days, each with the name of its type; ``repr`` is exact.

    The order of a mapping counts, as the order of a vocabulary does. Raises :class:`Undigestible`.
    """
    kind = type(value)
    if value is None or kind in (str, int, float, bool, bytes, dt.date):
        return value
    if kind is tuple or kind is list:
        return tuple([plain(v) for v in value])  # type: ignore[attr-defined]
    names = _fields(kind)
    if names is not None:
        return (kind.__name__, *[plain(getattr(value, name)) for name in names])
    if isinstance(value, Enum):
        return (kind.__name__, value.value)
    if isinstance(value, Mapping):
        return ("{}", *[(plain(k), plain(v)) for k, v in value.items()])
    if isinstance(value, set | frozenset):
        return ("set", *sorted(repr(plain(v)) for v in value))
    if kind is dt.datetime:
        return ("datetime", str(value))
    raise Undigestible(f"A {kind.__name__} has no digest.")


@cache
def _fields(kind: Any) -> tuple[str, ...] | None:
    return tuple(f.name for f in dataclasses.fields(kind)) if dataclasses.is_dataclass(kind) else None


def texts(told: Any) -> Iterator[str]:
    """Every text in what :func:`plain` gave."""
    if type(told) is str:
        yield told
    elif type(told) is tuple:
        for part in told:
            yield from texts(part)


def digest(*told: Any) -> str:
    """The digest of what :func:`plain` gave, as hexadecimal digits."""
    return hashlib.blake2b(repr(told).encode("utf-8", "surrogatepass"), digest_size=SIZE).hexdigest()


@dataclasses.dataclass(slots=True)
class Digests:
    """Digests with a memory: a value that is held is looked at once."""

    _made: dict[int, tuple[object, str, tuple[str, ...]]] = dataclasses.field(default_factory=dict)

    def of(self, value: object) -> str:
        return self._look(value)[1]

    def texts(self, value: object) -> tuple[str, ...]:
        """Every different short text in a value: among them the ids of what it rests on."""
        return self._look(value)[2]

    def _look(self, value: object) -> tuple[object, str, tuple[str, ...]]:
        found = self._made.get(id(value))
        if found is None:
            told = plain(value)
            short = tuple(dict.fromkeys(t for t in texts(told) if len(t) < 200))
            found = self._made[id(value)] = (value, digest(told), short)
        return found
