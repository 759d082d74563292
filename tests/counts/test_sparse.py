"""Sparse systems against the dense inverse."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse import csc_matrix, diags
from scipy.sparse import random as random_sparse

from kordon.counts.sparse import factored, order_of, selected_inverse


def matrix(size: int, seed: int, density: float, wide: int = 3) -> csc_matrix:
    """Positive definite: a chain, some far ties and a few unknowns that touch all others."""
    dice = np.random.default_rng(seed)
    chain = diags([np.full(size, 3.0), -np.ones(size - 1)], [0, 1])
    far = random_sparse(size, size, density=density, random_state=dice)
    arrow = csc_matrix(dice.normal(0, 0.1, (wide, size)))
    half = chain + far
    return csc_matrix(half @ half.T + arrow.T @ arrow + 0.1 * diags(np.ones(size)))


@pytest.mark.parametrize(("size", "seed", "density"), [(1, 1, 0.0), (2, 2, 0.0), (40, 3, 0.02), (150, 4, 0.005)])
def test_solutions_determinant_and_entries_are_those_of_the_dense_matrix(
    size: int, seed: int, density: float
) -> None:
    sparse = matrix(size, seed, density) if size > 1 else csc_matrix(np.array([[2.0]]))
    dense = np.linalg.inv(sparse.toarray())
    found = factored(sparse, order_of(sparse))
    right = np.random.default_rng(seed).normal(size=(size, 3))
    assert found.solve(right) == pytest.approx(dense @ right)
    assert found.solve(right[:, 0]) == pytest.approx(dense @ right[:, 0])
    assert found.log_determinant == pytest.approx(np.linalg.slogdet(sparse.toarray())[1])
    inverse = selected_inverse(found)[0].toarray()
    there = inverse != 0
    assert there[sparse.toarray() != 0].all()
    assert inverse[there] == pytest.approx(dense[there])


def test_a_plan_serves_the_next_matrix_and_is_made_anew_where_it_does_not_fit() -> None:
    first = matrix(60, 5, 0.0, wide=0)
    order = order_of(first)
    plan = selected_inverse(factored(first, order))[1]
    doubled = csc_matrix(2 * first)
    inverse, same = selected_inverse(factored(doubled, order), plan)
    assert same is plan
    assert inverse.diagonal() == pytest.approx(np.diag(np.linalg.inv(doubled.toarray())))
    other = matrix(60, 6, 0.05, wide=0)
    inverse, made = selected_inverse(factored(other, order), plan)
    assert made is not plan
    assert inverse.diagonal() == pytest.approx(np.diag(np.linalg.inv(other.toarray())))
