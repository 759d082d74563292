"""What a bundle holds of a site: some weeks, some languages, and what is no week's and no language's."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kordon.domain.errors import DomainError, InputError
from kordon.domain.time import Week

if TYPE_CHECKING:
    from kordon.site.copies import Copy

SCOPE = "kordon-bundle.json"
FORMAT = 1
_WEEK = re.compile(r"[a-z-]+/(\d{4})/w(\d{2})/")
_LANGUAGE = re.compile(r"([a-z]{2,3}(?:-[a-z]+)*)/")


@dataclass(frozen=True, slots=True)
class Scope:
    """``languages`` and ``weeks`` are those held; empty: all. ``known`` are the languages that the site has."""

    known: tuple[str, ...]
    languages: tuple[str, ...] = ()
    first: Week | None = None
    last: Week | None = None

    def holds(self, name: str) -> bool:
        """Whether a file of the site is in the bundle."""
        lang = _LANGUAGE.match(name)
        said = "" if lang is None else lang[1].partition("-")[0]  # in Latin letters it is the same language
        if self.languages and said in self.known and said not in self.languages:
            return False
        found = _WEEK.match(name)
        if found is None or (self.first is None and self.last is None):
            return True
        try:
            week = Week(int(found[1]), int(found[2]))
        except DomainError:
            return True
        return (self.first is None or week >= self.first) and (self.last is None or week <= self.last)

    def dump(self) -> bytes:
        data = {
            "first": None if self.first is None else str(self.first),
            "format": FORMAT,
            "known": list(self.known),
            "languages": list(self.languages),
            "last": None if self.last is None else str(self.last),
        }
        return (json.dumps(data, indent=1) + "\n").encode()


def read_scope(copy: Copy) -> Scope | None:
    """What a copy says it holds; ``None`` where it says nothing, and so must hold everything."""
    content = copy.read(SCOPE, 100_000)
    if content is None:
        return None
    try:
        data = json.loads(content)
        if data["format"] != FORMAT:
            raise ValueError
        weeks = [None if data[name] is None else Week.parse(data[name]) for name in ("first", "last")]
        return Scope(tuple(map(str, data["known"])), tuple(map(str, data["languages"])), weeks[0], weeks[1])
    except (ValueError, KeyError, TypeError, AttributeError):
        raise InputError(
            f"{copy.shown}, {SCOPE}",
            "",
            "it does not say what the bundle holds",
            "take another copy of the bundle",
        ) from None
