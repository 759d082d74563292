"""What the readers of rows look things up in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kordon.domain.coded import Place, PlacePrecision
from kordon.domain.quantity import Quantity, Rounding, leading_step
from kordon.geo.gazetteer import EntryKind, Gazetteer
from kordon.geo.rows import Row
from kordon.intake.sources import Sources
from kordon.vocabulary import Vocabulary

_SEPARATOR = re.compile(r",|;|\band\b")
_ROUND_FROM = 100.0  # a last told digit of hundreds or more: nobody counted to the head


@dataclass(frozen=True, slots=True)
class Context:
    """Vocabulary, sources and, where names of places are to be looked up, a gazetteer."""

    vocabulary: Vocabulary
    sources: Sources
    gazetteer: Gazetteer | None = None

    def label(self, name: str, term: str) -> str:
        return self.vocabulary.label(name, term, self.sources.words.text.lang)

    def border(self, row: Row, column: str = "border") -> str:
        """The border of a row; raises :class:`BadTable` for one that the vocabulary does not have."""
        return row.known(column, row.needed(column), self.vocabulary["borders"], "borders.yaml of the vocabulary")

    def state(self, border: str, side: str) -> str | None:
        """The state on the near or far side of a border; ``None`` for a party that belongs to neither."""
        return self.vocabulary["borders"][border].get(side) if side in ("near", "far") else None

    def side_named(self, border: str, words: str) -> str | None:
        """The side whose state the words name ('State Border Committee of Belarus', 'Belarusian post')."""
        for side in ("far", "near"):
            state = self.state(border, side)
            if state is not None and self.label("states", state).casefold() in words.casefold():
                return side
        return None

    def place(self, border: str, words: str) -> Place:
        """The place that a row names. A settlement is told only where its name stands alone and means one place.

        Namesakes and places in states that do not touch the border are no candidates: the row names its border.
        """
        if not words:
            return Place(borders=(border,), precision=PlacePrecision.BORDER)
        settlements: list[str] = []
        ambiguous: list[str] = []
        for name in self._names(words):
            found = self._candidates(border, name)
            (settlements if len(found) == 1 else ambiguous).extend(found)
        crossings = self._crossings(border, words)
        exact = len(settlements) == 1 or len(crossings) == 1
        return Place(
            borders=(border,),
            crossings=crossings,
            settlements=tuple(dict.fromkeys(settlements)),
            areas=(words,),
            precision=PlacePrecision.POINT if exact else PlacePrecision.PART,
            ambiguous=tuple(dict.fromkeys(ambiguous)),
        )

    def _names(self, words: str) -> list[str]:
        if self.sources.words.areas.search(words):
            return []
        around = self.sources.words.around
        names = [part.strip() for part in _SEPARATOR.split(words)]
        for word in around:
            names = [name.removeprefix(f"{word} ").strip() for name in names]
        return [name for name in names if name]

    def _candidates(self, border: str, name: str) -> list[str]:
        if self.gazetteer is None:
            return []
        term = self.vocabulary["borders"][border]
        sides = (term.get("near"), term.get("far"))
        places = self.gazetteer.places
        return [
            c.id
            for c in self.gazetteer.candidates(name)
            if c.kind is EntryKind.PLACE and places[c.id].kind != "namesake" and places[c.id].country in sides
        ]

    def _crossings(self, border: str, words: str) -> tuple[str, ...]:
        if self.gazetteer is None:
            return ()
        crossings = self.gazetteer.crossings
        found = (c.id for c in self.gazetteer.candidates(words) if c.kind is EntryKind.CROSSING)
        return tuple(c for c in found if crossings[c].crossing.border == border and _is_pair(words))


def _is_pair(words: str) -> bool:
    """A crossing is named by both of its ends; one name alone may as well mean the settlement."""
    return bool(re.search(r"[-–—]", words))


def people(number: int) -> Quantity:
    """A count of people as a table holds it: round hundreds and thousands are open by half of their last digit."""
    rounded = number > 0 and leading_step(number) >= _ROUND_FROM
    return Quantity.worded(number, Rounding.ROUNDED if rounded else Rounding.EXACT)
