"""Where the regimes begin: the exact posterior over all ways to cut a series, and what was known week by week.

A regime ends after any week with the same probability, so that its length is geometric. The recursion forwards
over the week in which the present regime began is that of R. P. Adams, D. J. C. MacKay (arXiv:0710.3742); with the
one backwards it gives the exact posterior of every change (P. Fearnhead, Statistics and Computing 16 (2006)
203-213).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from kordon.indicators.regimes.model import Settings, Sums, Weekly

Array = npt.NDArray[Any]
_NEGLIGIBLE = 1e-5  # share of the posterior


@dataclass(frozen=True)
class Cuts:
    """The posterior over the cuts of one series of t weeks. ``pieces[d, i, j]``: log of the marginal probability
    of the weeks i to j as (part of) one regime, with the regime's going on, -inf where j < i."""

    pieces: Array
    hazard: float

    @classmethod
    def of(cls, sums: Sums, between: float) -> Cuts:
        weeks = sums.weeks
        hazard = 1 / max(between, 1 + 1e-9)
        starts, ends = np.triu_indices(weeks)
        pieces = np.full((len(sums.dispersions), weeks, weeks), -np.inf)
        pieces[:, starts, ends] = sums.log_marginals(starts, ends) + (ends - starts) * np.log1p(-hazard)
        return cls(pieces, hazard)

    @property
    def weeks(self) -> int:
        return int(self.pieces.shape[1])

    @cached_property
    def forward(self) -> Array:
        """(d, t + 1): log probability of the weeks before week i, with a regime beginning at week i."""
        found = np.full((self.pieces.shape[0], self.weeks + 1), -np.inf)
        found[:, 0] = 0.0
        change = np.log(self.hazard)
        for end in range(self.weeks):
            found[:, end + 1] = _sum(found[:, : end + 1] + self.pieces[:, : end + 1, end]) + change
        return found

    @cached_property
    def backward(self) -> Array:
        """(d, t + 1): log probability of the weeks from i on, with a regime beginning at week i."""
        found = np.full((self.pieces.shape[0], self.weeks + 1), -np.inf)
        change = np.log(self.hazard)
        found[:, self.weeks] = -change  # the series ends, and nothing changed for that
        for start in range(self.weeks - 1, -1, -1):
            found[:, start] = _sum(self.pieces[:, start, start:] + change + found[:, start + 1 :])
        return found

    @cached_property
    def total(self) -> Array:
        """(d,) log probability of the series, which ends after its last week without a change."""
        found: Array = self.forward[:, self.weeks] - np.log(self.hazard)
        return found

    @property
    def likely(self) -> Array:
        """(d,) the pairs that make a difference to the answer."""
        found: Array = self.shares > _NEGLIGIBLE
        return found

    def among(self, kept: Array) -> Cuts:
        """The same with some of the pairs."""
        found = Cuts(self.pieces[kept], self.hazard)
        found.__dict__["forward"] = self.forward[kept]
        return found

    @cached_property
    def shares(self) -> Array:
        """(d,) posterior of the pairs, which are alike before anything is seen."""
        return _shares(self.total)

    @property
    def changes(self) -> Array:
        """(t,) probability that a regime begins at each week; 1 for the first."""
        joint = self.forward[:, :-1] + self.backward[:, :-1] - self.total[:, None]
        found: Array = np.clip(self.shares @ np.exp(joint), 0.0, 1.0)
        return found

    def unbroken(self, first: int, last: int) -> float:
        """The probability that one regime holds all of the weeks ``first`` to ``last``."""
        change = np.log(self.hazard)
        paths = (
            self.forward[:, : first + 1, None]
            + self.pieces[:, : first + 1, last:]
            + change
            + self.backward[:, None, last + 1 :]
        )
        inside = _sum(paths.reshape(len(paths), -1)) - self.total
        return float(min(1.0, self.shares @ np.exp(inside)))

    def likeliest(self) -> tuple[int, ...]:
        """The weeks at which regimes begin in the most probable cut under the most probable pair."""
        pieces = self.pieces[int(np.argmax(self.total))]
        best = np.full(self.weeks + 1, -np.inf)
        best[0] = 0.0
        came = np.zeros(self.weeks + 1, dtype=int)
        change = np.log(self.hazard)
        for end in range(self.weeks):
            ways = best[: end + 1] + pieces[: end + 1, end] + change
            came[end + 1] = int(np.argmax(ways))
            best[end + 1] = ways[came[end + 1]]
        found = [int(came[self.weeks])]
        while found[-1] > 0:
            found.append(int(came[found[-1]]))
        return tuple(reversed(found))

    def fresh(self, within: int) -> Array:
        """(t,) for every week, from what was known up to it, the probability that its regime began in it or in one
        of the ``within`` - 1 weeks before; the first regime never counts as a change."""
        found = np.zeros(self.weeks)
        for end in range(self.weeks):
            paths = self.forward[:, : end + 1] + self.pieces[:, : end + 1, end]
            total = _sum(paths)
            young = np.exp(paths - total[:, None])[:, max(1, end - within + 1) :].sum(axis=1)
            found[end] = _shares(total) @ young
        return found


def change_probabilities(weekly: Weekly, settings: Settings = Settings()) -> Array:  # noqa: B008 (frozen)
    """(t,) the probability that the level changed at each week, from the whole series; the first is 0."""
    found = Cuts.of(Sums.of(weekly, settings), settings.between).changes.copy()
    found[0] = 0.0
    return found


def online(weekly: Weekly, settings: Settings = Settings()) -> Array:  # noqa: B008 (frozen)
    """(t,) the probability, from the weeks up to each, that the level changed within the last ``within``."""
    return Cuts.of(Sums.of(weekly, settings), settings.between).fresh(settings.within)


def _sum(logs: Array) -> Array:
    """Log of the sum of exponentials over the last axis."""
    top = logs.max(axis=-1)
    found: Array = top + np.log(np.exp(logs - top[..., None]).sum(axis=-1))
    return found


def _shares(logs: Array) -> Array:
    weights = np.exp(logs - logs.max())
    found: Array = weights / weights.sum()
    return found
