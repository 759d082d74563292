"""The cases of one language and half, counted by type and kind, and drawn anew for the bootstrap."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from kordon.coding.evaluate import SAME, Pair, Verdict, name_of
from kordon.coding.gold import Case

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

SEED = 2024
ALL = "all"  # every language together
WITHOUT_KIND = "not given"  # an expected item whose unit or kind the gold leaves out
WITHOUT_MODALITY = ("header", "judgements", "rungs")
MODALITY: Mapping[str, str] = {"measures": "status"}  # what says in what way a thing is told; else 'modality'


@dataclass(frozen=True, slots=True)
class Result:
    """One case with its pairs."""

    case: Case
    pairs: tuple[Pair, ...]


@dataclass(slots=True)
class Tally:
    """Counts by case: rows of right, found, wanted, made."""

    rows: dict[int, list[int]] = field(default_factory=dict)
    drawn: Array | None = None

    def add(self, number: int, right: int, found: int, wanted: int, made: int) -> None:
        row = self.rows.setdefault(number, [0, 0, 0, 0])
        for i, count in enumerate((right, found, wanted, made)):
            row[i] += count

    def sum(self, column: int) -> int:
        return sum(row[column] for row in self.rows.values())


class Stratum:
    """The cases of one half in one language: what is drawn from."""

    def __init__(self, half: str, lang: str, results: Sequence[Result], draws: int) -> None:
        self.half = half
        self.lang = lang
        self.results = results
        self.draws = draws
        self.tallies: dict[tuple[str, str], Tally] = {}  # by type and kind
        self.moods: dict[str, Tally] = {}
        moody = _moody(results)
        for number, result in enumerate(results):
            for pair in result.pairs:
                for kind in dict.fromkeys(("", kind_of(pair))):
                    self.tallies.setdefault((pair.type, kind), Tally()).add(number, *_counts(pair))
                counts = _mood_counts(pair, moody)
                if counts is not None:
                    for name in (pair.type, ALL):
                        if name != ALL or pair.type not in MODALITY:
                            self.moods.setdefault(name, Tally()).add(number, *counts)

    @cached_property
    def weights(self) -> Array:
        """How often each case is drawn: draws x cases."""
        import numpy as np

        count = len(self.results)
        random = np.random.default_rng([SEED, *self.half.encode(), *self.lang.encode()])
        return random.multinomial(count, np.full(count, 1 / count), size=self.draws).astype(float)

    def drawn(self, tally: Tally) -> Array:
        """Sums of right, found, wanted and made for every draw: draws x 4."""
        import numpy as np

        if tally.drawn is None:
            numbers = list(tally.rows)
            rows = np.array([tally.rows[n] for n in numbers], dtype=float).reshape(len(numbers), 4)
            tally.drawn = self.weights[:, numbers] @ rows
        return tally.drawn


def _counts(pair: Pair) -> tuple[int, int, int, int]:
    right = int(pair.verdict is Verdict.RIGHT)
    return right, int(pair.found), int(pair.want is not None), int(pair.made is not None)


def kind_of(pair: Pair) -> str:
    """The unit or kind of a pair: the gold's, and of an item too much its own."""
    if pair.type == "header":
        return ""
    if pair.want is None:
        return name_of(pair.made)
    return str(pair.want.get(SAME[pair.type][0], WITHOUT_KIND))


def _moody(results: Sequence[Result]) -> set[str]:
    """The types whose gold gives a modality for at least half of the items: there an item too much counts."""
    told: dict[str, list[bool]] = {}
    for pair in (p for result in results for p in result.pairs if p.want is not None):
        told.setdefault(pair.type, []).append(MODALITY.get(pair.type, "modality") in (pair.want or ()))
    return {name for name, given in told.items() if 2 * sum(given) >= len(given)}


def _mood_counts(pair: Pair, moody: set[str]) -> tuple[int, int, int, int] | None:
    name = MODALITY.get(pair.type, "modality")
    if pair.type in WITHOUT_MODALITY:
        return None
    if pair.want is None:
        return (0, 0, 0, 1) if pair.type in moody else None
    if name not in pair.want:
        return None
    right = pair.found and name not in {d.field for d in pair.differences}
    return int(right), int(right), 1, int(pair.made is not None)
