"""The unknowns of a fit and the lines that tie them: the model of :mod:`kordon.counts.model` as a sparse system.

The unknowns of a border are the walk and the log intensity of every week, its level, the coefficients of the
yearly wave, the weekdays' effects, and the running sum of the counts at every cut. A line ``a · z = b`` with
variance ``v`` is a factor of the posterior: a part of the prior, the scatter of a piece's count around its
intensity (linearised), or a printed figure, which is a difference of two running sums a border. Because running
sums stand for the counts, a year's figure touches as few unknowns as a day's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from kordon.counts.grid import Grid, Pieces
from kordon.counts.noise import Noise
from kordon.counts.observations import Combined

Array = npt.NDArray[Any]

_YEAR = 365.25 / 7  # weeks
_HARMONICS = (1.0, 0.5)  # shares of the yearly variance
_TINY = 1e-9


@dataclass(frozen=True)
class Unknowns:
    """Where the unknowns of one border stand."""

    pieces: Pieces
    base: int

    @property
    def weeks(self) -> int:
        return self.pieces.grid.weeks

    @property
    def walk(self) -> Array:
        return self.base + np.arange(self.weeks)

    @property
    def log(self) -> Array:
        return self.base + self.weeks + np.arange(self.weeks)

    @property
    def level(self) -> int:
        return self.base + 2 * self.weeks

    @property
    def wave(self) -> Array:
        return self.level + 1 + np.arange(2 * len(_HARMONICS))

    @property
    def weekday(self) -> Array:
        return self.level + 1 + 2 * len(_HARMONICS) + np.arange(7)

    @property
    def running(self) -> Array:
        """(pieces + 1,) of the running sums; that before the first day is zero and has no place: -1."""
        first = self.level + 8 + 2 * len(_HARMONICS)
        return np.concatenate([[-1], first + np.arange(self.pieces.count)])

    @property
    def end(self) -> int:
        return self.level + 8 + 2 * len(_HARMONICS) + self.pieces.count


@dataclass(frozen=True)
class System:
    """All lines but for their values: which unknowns each touches, and the ones that never change."""

    noise: Noise
    unknowns: tuple[Unknowns, ...]
    observed: tuple[Combined, ...]
    borders: tuple[str, ...]

    @property
    def size(self) -> int:
        return self.unknowns[-1].end

    @cached_property
    def kinds(self) -> Array:
        """(lines of the prior,) what each is about."""
        rest = ["first", "week", "level", "wave", "weekday"]
        found = ["step"] * self.steps
        for u in self.unknowns:
            counts = (1, u.weeks, 1, 2 * len(_HARMONICS), 7)
            found += [kind for kind, count in zip(rest, counts, strict=True) for _ in range(count)]
        return np.array(found)

    @property
    def steps(self) -> int:
        """How many lines are steps of walks; they come first."""
        return sum(u.weeks - 1 for u in self.unknowns)

    @cached_property
    def prior(self) -> tuple[Any, Array, Array]:
        """The lines of the prior: a sparse matrix, right-hand sides and variances; the steps of walks first."""
        noise, lines = self.noise, Lines()
        keep = float(np.exp(-1 / noise.memory))
        for u in self.unknowns:
            lines.add(u.weeks - 1, [(u.walk[1:], 1.0), (u.walk[:-1], -keep)], 0.0, noise.walk**2 * (1 - keep**2))
        for u in self.unknowns:
            lines.add(1, [(u.walk[:1], 1.0)], 0.0, noise.walk**2)
            time = 2 * np.pi * np.arange(u.weeks) / _YEAR
            waves = [wave(h * time) for h in range(1, len(_HARMONICS) + 1) for wave in (np.cos, np.sin)]
            parts = [(u.log, 1.0), (u.walk, -1.0), (np.full(u.weeks, u.level), -1.0)]
            parts += [(np.full(u.weeks, at), -wave) for at, wave in zip(u.wave, waves, strict=True)]
            lines.add(u.weeks, parts, noise.start, noise.week**2)
            lines.add(1, [(np.array([u.level]), 1.0)], 0.0, noise.level**2)
            for harmonic, share in enumerate(_HARMONICS):
                variance = noise.yearly**2 * share / sum(_HARMONICS) + _TINY
                lines.add(2, [(u.wave[2 * harmonic : 2 * harmonic + 2], 1.0)], 0.0, variance)
            lines.add(7, [(u.weekday, 1.0)], 0.0, noise.weekday**2 + _TINY)
        return lines.matrix(self.size), np.concatenate(lines.right), np.concatenate(lines.variance)

    @cached_property
    def printed(self) -> Any:
        """(observed, unknowns) which running sums each figure is the difference of."""
        return self.counts([(o.borders, o.span) for o in self.observed])

    def counts(self, asked: Sequence[tuple[tuple[str, ...], tuple[int, int]]]) -> Any:
        """(asked, unknowns) the differences of running sums that are the counts of spans."""
        from scipy.sparse import csr_matrix  # type: ignore[import-untyped]

        rows, columns, values = [], [], []
        for border, u in zip(self.borders, self.unknowns, strict=True):
            mine = np.array([i for i, (of, _) in enumerate(asked) if border in of], dtype=int)
            ends = u.running[u.pieces.ends([asked[i][1] for i in mine])]
            for side, sign in ((0, -1.0), (1, 1.0)):
                there = ends[:, side] >= 0
                rows.append(mine[there])
                columns.append(ends[there, side])
                values.append(np.full(there.sum(), sign))
        where = (np.concatenate(rows), np.concatenate(columns))
        return csr_matrix((np.concatenate(values), where), shape=(len(asked), self.size))

    def rates(self, z: Array) -> list[Array]:
        """(days,) the daily intensities of each border."""
        return [
            np.exp(np.clip(z[u.log][u.pieces.grid.week] + z[u.weekday][u.pieces.grid.weekday], -12.0, 16.0))
            for u in self.unknowns
        ]

    def scatter(self, z: Array) -> tuple[Any, Array, Array]:
        """The lines of the pieces: the count of each, linear in the logs around where ``z`` puts them."""
        lines = Lines()
        for u, rate in zip(self.unknowns, self.rates(z), strict=True):
            pieces, sums = u.pieces, u.pieces.sums(rate)
            weekday = pieces.grid.weekday
            there = pieces.sums(rate * z[u.weekday][weekday])
            right = sums - sums * z[u.log][pieces.week] - there
            variance = self.noise.groups * sums + self.noise.days * pieces.sums(rate**2) + 1e-6
            first = lines.add(
                pieces.count,
                [(u.running[1:], 1.0), (u.running[:-1], -1.0), (u.log[pieces.week], -sums)],
                right,
                variance,
            )
            lines.put(first + pieces.of_day, u.weekday[weekday], -rate)
        return lines.matrix(self.size), np.concatenate(lines.right), np.concatenate(lines.variance)


class Lines:
    """Collects lines; an unknown with a negative place is zero and left out."""

    def __init__(self) -> None:
        self.count = 0
        self.rows: list[Array] = []
        self.columns: list[Array] = []
        self.values: list[Array] = []
        self.right: list[Array] = []
        self.variance: list[Array] = []

    def add(
        self,
        count: int,
        parts: Sequence[tuple[Array, Array | float]],
        right: Array | float,
        variance: Array | float,
    ) -> int:
        """``count`` lines, each with one unknown of every part; the number of the first."""
        first = self.count
        self.count += count
        for columns, values in parts:
            self.put(first + np.arange(count), columns, np.broadcast_to(values, count))
        self.right.append(np.broadcast_to(right, count))
        self.variance.append(np.broadcast_to(variance, count))
        return first

    def put(self, rows: Array, columns: Array, values: Array) -> None:
        there = columns >= 0
        self.rows.append(rows[there])
        self.columns.append(columns[there])
        self.values.append(values[there])

    def matrix(self, size: int) -> Any:
        from scipy.sparse import csr_matrix

        where = (np.concatenate(self.rows), np.concatenate(self.columns))
        return csr_matrix((np.concatenate(self.values), where), shape=(self.count, size))


def system_of(
    grid: Grid,
    observed: Sequence[Combined],
    borders: Sequence[str],
    noise: Noise,
    asked: Sequence[tuple[int, int]],
) -> System:
    """The system of some borders; ``asked`` are spans whose counts will be asked for besides weeks."""
    unknowns: list[Unknowns] = []
    for border in borders:
        spans = [o.span for o in observed if border in o.borders]
        base = unknowns[-1].end if unknowns else 0
        unknowns.append(Unknowns(Pieces.cut(grid, [*spans, *asked]), base))
    return System(noise, tuple(unknowns), tuple(observed), tuple(borders))
