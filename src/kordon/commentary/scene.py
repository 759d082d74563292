"""What is being told: one area, one week, one language; how its borders are named and its phrasings take turns."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kordon.commentary.context import DraftContext
from kordon.commentary.facts import Lookup
from kordon.commentary.news import View
from kordon.commentary.teller import Teller
from kordon.domain.time import Week

WHERE = {"where": "nom", **{f"where_{case}": case for case in ("gen", "dat", "acc", "ins", "loc", "short")}}
OWN_CASES = ("nom", "gen", "acc", "loc")  # of 'the border with', which every language writes out


@dataclass(frozen=True, slots=True)
class Scene:
    """What is being told: one area, one week, one language."""

    area: str
    week: Week
    context: DraftContext
    teller: Teller
    ask: Lookup
    views: tuple[View, ...]
    weak: frozenset[str] = frozenset()  # incidents that no reading of the week counts, for their grade

    @property
    def turn(self) -> int:
        """A number that steps by one from week to week and differs between areas."""
        return self.week.monday.toordinal() // 7 + sum(map(ord, self.area))

    def variant(self, key: str, shift: int = 0) -> str:
        """One of the phrasings ``key-a``, ``key-b`` ...: the next one each week, every key from its own start."""
        book = self.teller.phrases
        letters = [c for c in "abcdefgh" if book.has(self.teller.lang, f"{key}-{c}")]
        start = self.turn + shift + zlib.crc32(key.encode())
        return f"{key}-{letters[start % len(letters)]}" if letters else key

    def place(self, border: str | None, group: str | None = None, short: bool = False) -> dict[str, Any]:
        """A border, or a group of borders, in every case under one name; ``short`` where it was named before."""
        if short and border is not None and (forms := self._with([border])):
            return forms
        name, term = ("border", border) if border is not None else ("group", group)
        assert term is not None
        return {key: self.teller.label(name, term, case).text for key, case in WHERE.items()}

    def places(self, borders: Sequence[str]) -> dict[str, Any]:
        """Several borders in one breath: 'borders with Lithuania and Latvia'."""
        if forms := self._with(borders):
            return forms
        t = self.teller
        return {
            key: t.join([t.label("border", b, case) for b in borders]).text
            for key, case in WHERE.items()
            if case != "short"
        }

    def _with(self, borders: Sequence[str]) -> dict[str, Any]:
        """'border with Poland': only where all borders of the area have the same far side, and the name of each
        state is known in the form that the language needs."""
        t, terms = self.teller, self.context.vocabulary["borders"]
        fars = {terms[v.border].get("far") for v in self.views}
        states = [str(terms[b].get("near")) for b in borders]
        known = self.context.vocabulary["states"]
        if len(fars) != 1 or not all(s in known for s in states):
            return {}
        forms = [known[s].labels[t.lang] for s in states]
        if not all("ins" in form or len(form) == 1 for form in forms):
            return {}
        names = t.join([t.label("state", s, "ins") for s in states]).text
        number = "one" if len(borders) == 1 else "many"
        said = {
            case: t.phrases.say(t.lang, f"border-with-{case}", number=number, names=names) for case in OWN_CASES
        }
        return {key: said.get(case, said["nom"]) for key, case in WHERE.items()}
