"""A sparse symmetric positive definite system: solutions, determinant, and some entries of the inverse."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]


@dataclass(frozen=True)
class Factored:
    """A matrix with its factors L D Lᵀ, rows and columns in the order ``order`` that keeps L sparse."""

    lu: Any  # scipy's SuperLU of the matrix in that order
    order: Array  # (n,) the unknown that stands at each place
    places: Array  # (n,) the place of each unknown

    @property
    def size(self) -> int:
        return len(self.order)

    def solve(self, right: Array) -> Array:
        """(n,) or (n, k): the inverse times ``right``."""
        found: Array = self.lu.solve(np.ascontiguousarray(right[self.order]))[self.places]
        return found

    @property
    def log_determinant(self) -> float:
        return float(np.log(np.abs(self.lu.U.diagonal())).sum())


def order_of(matrix: Any) -> Array:
    """(n,) an order of elimination that fills little, by minimum degree."""
    found: Array = _factor(matrix, "MMD_AT_PLUS_A").perm_c
    return np.argsort(found)


def factored(matrix: Any, order: Array) -> Factored:
    """The factors of a sparse matrix in an order that :func:`order_of` found for its pattern."""
    places = np.empty_like(order)
    places[order] = np.arange(len(order))
    return Factored(_factor(matrix[order][:, order], "NATURAL"), order, places)


def _factor(matrix: Any, order: str) -> Any:
    from scipy.sparse.linalg import splu  # type: ignore[import-untyped]

    # No pivoting: the matrix is positive definite, and pivots off the diagonal would destroy the symmetry.
    return splu(matrix.tocsc(), permc_spec=order, diag_pivot_thresh=0.0, options={"SymmetricMode": True})


@dataclass(frozen=True)
class Plan:
    """How to find the entries of the inverse for one pattern of L, made once and used at every step.

    The rows of each column are closed: all but the first are among those of the column that the first names (its
    parent), also where L happens to hold a zero.
    """

    keys: Array  # column x size + row of every closed entry below the diagonal, ascending
    ends: list[tuple[int, int]]  # where each column's rows stand among them
    parents: list[int]  # -1 where a column has no rows below the diagonal
    inside: list[Array | None]  # where each column's rows stand in its parent's front; None: they are all of it
    where: tuple[Array, Array]  # rows and columns of the entries of the inverse, in the order of the unknowns

    def values(self, lower: Any) -> Array | None:
        """The entries of L in their places; ``None`` where it has some that the plan has no place for."""
        size = lower.shape[0]
        columns = np.repeat(np.arange(size), np.diff(lower.indptr))
        kept = lower.indices > columns
        keys = columns[kept] * size + lower.indices[kept]
        places = np.searchsorted(self.keys, keys)
        if len(keys) and not (self.keys[np.minimum(places, len(self.keys) - 1)] == keys).all():
            return None
        found = np.zeros(len(self.keys))
        found[places] = lower.data[kept]
        return found


def plan_of(lower: Any, order: Array, earlier: Plan | None = None) -> Plan:
    """The plan for a factor L of a matrix in that order, with room for all that an earlier plan had."""
    size = lower.shape[0]
    closed = [set(lower.indices[a:b].tolist()) for a, b in zip(lower.indptr, lower.indptr[1:], strict=False)]
    if earlier is not None:
        for rows, (low, high) in zip(closed, earlier.ends, strict=True):
            rows.update((earlier.keys[low:high] % size).tolist())
    below: list[Array] = []
    for j, rows in enumerate(closed):
        one = sorted(row for row in rows if row > j)
        if one:
            closed[one[0]].update(one[1:])
        below.append(np.array(one, dtype=int))
    parents = [int(b[0]) if len(b) else -1 for b in below]
    inside: list[Array | None] = []
    for parent, own in zip(parents, below, strict=True):
        if parent < 0 or len(below[parent]) + 1 == len(own):
            inside.append(None)
            continue
        at = np.concatenate([[0], 1 + np.searchsorted(below[parent], own[1:])])
        inside.append(at[:, None] * (len(below[parent]) + 1) + at[None, :])
    counts = np.array([len(b) for b in below])
    offsets = np.concatenate([[0], np.cumsum(counts)]).tolist()
    columns, every = np.repeat(np.arange(size), counts), np.concatenate(below)
    where = (
        np.concatenate([order, order[every], order[columns]]),
        np.concatenate([order, order[columns], order[every]]),
    )
    ends = list(pairwise(offsets))
    return Plan(columns * size + every, ends, parents, inside, where)


def selected_inverse(found: Factored, plan: Plan | None = None) -> tuple[Any, Plan]:
    """The entries of the inverse where the matrix or its factor has any, as a sparse symmetric matrix.

    K. Takahashi, J. Fagan, M.-S. Chen, Proc. 8th PICA Conf. 1973, 63-69: from the last column to the first, each
    column of the inverse follows from those that its factor's column reaches. Those entries lie in the front of
    the column's parent, so one small dense matrix a column is all that is kept. ``plan`` is that of an earlier
    matrix with much the same pattern; the one that was used is handed back.
    """
    from scipy.sparse import csc_matrix  # type: ignore[import-untyped]

    lower = found.lu.L.tocsc()
    values = None if plan is None else plan.values(lower)
    if plan is None or values is None:
        plan = plan_of(lower, found.order, plan)
        values = plan.values(lower)
        assert values is not None
    size = found.size
    diagonal = 1 / found.lu.U.diagonal()
    entries = np.zeros_like(values)
    fronts: list[Any] = [None] * size
    for j in range(size - 1, -1, -1):
        low, high = plan.ends[j]
        front = np.empty((high - low + 1, high - low + 1))
        if high > low:
            part, chosen = fronts[plan.parents[j]], plan.inside[j]
            if chosen is not None:
                part = part.take(chosen)
            value = values[low:high]
            column = part @ value
            front[1:, 1:] = part
            front[1:, 0] = front[0, 1:] = -column
            entries[low:high] = -column
            diagonal[j] += value @ column
        front[0, 0] = diagonal[j]
        fronts[j] = front
    data = np.concatenate([diagonal, entries, entries])
    return csc_matrix((data, plan.where), shape=(size, size)), plan
