"""Digests of values: the same for equal values on any machine, another one for whatever differs in any field."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
from collections.abc import Callable, Container, Mapping
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any

SIZE = 16  # bytes; keys tell a change, they are no proof against anybody


class Undigestible(TypeError):
    """A value of a kind that has no digest, so that nothing may be left out for its sake."""


LEAVES = frozenset({type(None), str, int, float, bool, bytes, dt.date})


def plain(value: object) -> Any:
    """``value`` as nested tuples of text, numbers and days, each with the name of its type; ``repr`` is exact.

    The order of a mapping counts, as the order of a vocabulary does. Raises :class:`Undigestible`.
    """
    kind: Any = type(value)
    if kind in LEAVES:
        return value
    if kind is tuple or kind is list:  # what has no parts is taken as it stands, without a call for each
        return tuple([p if type(p) in LEAVES else plain(p) for p in value])  # type: ignore[attr-defined]
    parts = _reader(kind)
    if parts is not None:
        return (kind.__name__, *[p if type(p) in LEAVES else plain(p) for p in parts(value)])
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
def _reader(kind: Any) -> Callable[[object], tuple[object, ...]] | None:
    """What gives the fields of a dataclass, all at once."""
    if not dataclasses.is_dataclass(kind):
        return None
    names = tuple(field.name for field in dataclasses.fields(kind))
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


def digest(*told: Any) -> str:
    """The digest of what :func:`plain` gave, as hexadecimal digits."""
    return _digest(repr(told))


def _digest(written: str) -> str:
    return hashlib.blake2b(written.encode("utf-8", "surrogatepass"), digest_size=SIZE).hexdigest()


class Digests:
    """Digests with a memory, and which of the ``known`` ids a value names; each value is looked at once."""

    def __init__(self, known: Container[str]) -> None:
        self._known = known
        self._digests: dict[int, tuple[object, str]] = {}
        self._named: dict[int, tuple[object, tuple[str, ...]]] = {}

    def of(self, value: object) -> str:
        found = self._digests.get(id(value))
        if found is None:
            found = self._digests[id(value)] = (value, _digest(repr(plain(value))))
        return found[1]

    def named(self, value: object) -> tuple[str, ...]:
        """The known ids that stand anywhere in a value, as whole texts; an id must be :func:`plainly_quoted`."""
        found = self._named.get(id(value))
        if found is None:
            written = repr(plain(value))
            self._digests[id(value)] = (value, _digest(written))
            # Between two quotes that follow one another stands every text without a quote, whatever else does.
            pieces = dict.fromkeys(written.split("'"))
            found = self._named[id(value)] = (value, tuple(piece for piece in pieces if piece in self._known))
        return found[1]


def plainly_quoted(name: str) -> bool:
    """Whether ``repr`` writes a text as it stands, between two quotes."""
    return repr(name) == f"'{name}'" and "'" not in name
