"""What came after a measure began, against what would have come without it: a ratio with its interval, or nothing.

The weekly counts of a border before the start are explained by those of the other borders: with ``y`` the
logarithm of one and the count of a week and ``x`` those of the controls, standardised,

    y_t = a + sum_c b_c x_ct + u_t,    u_t = r u_(t-1) + e_t,    b_c ~ N(0, 1),    e_t ~ N(0, s^2)

fitted to the weeks before by ridge regression, whose covariance is widened for ``r``; ``r`` is corrected for few
weeks as by Kendall (1954). Drawn again and again are the counts themselves (each within its own interval), the
coefficients, ``r``, ``s`` and the path of ``u`` after the start. The ratio is the sum of the counts after it to
the sum of what is drawn for the same weeks.

A before-after figure without controls changes with the window, so none is given. The same sum is done for
stretches before the start: where it finds effects there, it is not to be trusted here either.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from kordon.domain.assessment import Reason
from kordon.domain.reading import Unknown, WeekCount
from kordon.domain.time import Date, Week
from kordon.measures.life.settings import EffectRule

Array = npt.NDArray[Any]
Series = Mapping[str, Mapping[Week, WeekCount]]

SETS, PATHS = 100, 10  # draws of the counts, and of what would have come for each
_FEWEST = 4  # weeks after a start, and stretches tried
_TO_SD = 2 * 1.6449  # a 90 % interval in standard deviations

TOO_SHORT = Unknown("effect-too-short")
POOR_COVERAGE = Unknown("effect-poor-coverage")
NO_CONTROLS = Unknown("effect-no-controls")
UNTRIED = Unknown("effect-untried")
NOT_TRUSTED = Unknown("effect-not-trusted")


@dataclass(frozen=True, slots=True)
class Effect:
    """Counts of ``first`` to ``last`` as a ratio to what was to be expected; ``low`` and ``high`` bound 90 %.

    ``observed`` and ``expected`` are sums over these weeks. ``tried`` stretches before the start were looked at in
    the same way, and ``found`` of them showed an effect that was not there. ``together``: measures that began on
    the border at about the same time, which cannot be told from this one.
    """

    border: str
    first: Week
    last: Week
    ratio: float
    low: float
    high: float
    observed: float
    expected: float
    controls: tuple[str, ...]
    tried: int
    found: int
    together: tuple[str, ...] = ()

    @property
    def reason(self) -> Reason:
        """As a sentence of the phrase book, always with its interval."""
        key = "effect-told" if self.low > 1 or self.high < 1 else "effect-none"
        weeks = (self.last.monday - self.first.monday).days // 7 + 1
        values = (
            ("border", self.border),
            ("weeks", weeks),
            ("ratio", round(self.ratio, 2)),
            ("low", round(self.low, 2)),
            ("high", round(self.high, 2)),
            ("controls", len(self.controls)),
        )
        tried = Reason("effect-tried", (("tried", self.tried), ("found", self.found)))
        together = (Reason("effect-together", (("count", len(self.together)),), self.together),)
        return Reason(key, values, (), (tried, *(together if self.together else ())))


def effect(
    rule: EffectRule,
    series: Mapping[str, Sequence[WeekCount]],
    border: str,
    start: Date,
    *,
    end: Date | None = None,
    begun: Sequence[tuple[str, str, Date]] = (),
    disturbed: Sequence[str] = (),
) -> Effect | Unknown:
    """The effect on ``border`` of what began on ``start`` and holds to ``end``.

    ``series``: fused weekly counts by border. ``begun``: other measures as name, border and first day, to tell
    what began at the same time. ``disturbed``: borders that are no controls, because the same began there.
    """
    known: Series = {name: {w.week: w for w in weeks} for name, weeks in series.items()}
    first = Week.of(start) if start == Week.of(start).monday else Week.of(start) + 1
    last_known = max(known.get(border, {}), default=None)
    if last_known is None:
        return TOO_SHORT
    last = min(first + (rule.weeks_after - 1), last_known, *([Week.of(end)] if end else []))
    before = Week.of(start) - 1
    candidates = [name for name in known if name != border and name not in disturbed]
    told = _compare(rule, known, border, candidates, before, (first, last))
    if isinstance(told, Unknown):
        return told
    tried = [
        found
        for back in range(1, rule.placebos + 1)
        if not isinstance(
            found := _placebo(rule, known, border, candidates, before - back * rule.weeks_after), Unknown
        )
    ]
    if len(tried) < min(_FEWEST, rule.placebos):
        return UNTRIED
    false = sum(low > 1 or high < 1 for (_, low, high), *_ in tried)
    if false > rule.placebo_share * len(tried):
        return NOT_TRUSTED
    (ratio, low, high), observed, expected, controls = told
    near = tuple(
        name for name, where, day in begun if where == border and abs((day - start).days) <= 7 * rule.alone_weeks
    )
    return Effect(border, first, last, ratio, low, high, observed, expected, controls, len(tried), false, near)


Told = tuple[tuple[float, float, float], float, float, tuple[str, ...]]


def _placebo(
    rule: EffectRule, known: Series, border: str, candidates: Sequence[str], before: Week
) -> Told | Unknown:
    return _compare(rule, known, border, candidates, before, (before + 1, before + rule.weeks_after))


def _compare(
    rule: EffectRule,
    known: Series,
    border: str,
    candidates: Sequence[str],
    before: Week,
    after: tuple[Week, Week],
) -> Told | Unknown:
    first, last = after
    weeks = [*(before - (rule.weeks_before - 1)).until(before)]
    later = [*first.until(last)] if first <= last else []
    if len(later) < _FEWEST or any(w not in known[border] for w in (*weeks, *later)):
        return TOO_SHORT
    if not _covered(rule, known[border], weeks, later):
        return POOR_COVERAGE
    controls = [
        name
        for name in candidates
        if all(w in known[name] for w in (*weeks, *later)) and _covered(rule, known[name], weeks, later)
    ]
    if len(controls) < max(1, rule.controls):
        return NO_CONTROLS
    rng = np.random.default_rng(zlib.crc32(f"{border} {before}".encode()))
    drawn = {name: _drawn(rng, [known[name][w] for w in (*weeks, *later)]) for name in (border, *controls)}
    here = drawn[border]
    others = np.stack([np.log1p(drawn[name]) for name in controls], axis=-1)
    observed = here[:, len(weeks) :].sum(axis=1)
    expected = np.stack(
        [_expected(rng, np.log1p(here[n, : len(weeks)]), others[n], len(later)) for n in range(SETS)]
    )
    ratios = (observed[:, None] + 0.5) / (expected + 0.5)
    low, middle, high = (float(q) for q in np.quantile(ratios, (0.05, 0.5, 0.95)))
    return (middle, low, high), float(observed.mean()), float(np.median(expected)), tuple(controls)


def _covered(
    rule: EffectRule, known: Mapping[Week, WeekCount], weeks: Sequence[Week], later: Sequence[Week]
) -> bool:
    def share(of: Sequence[Week]) -> float:
        return sum(known[w].coverage.enough(rule.covered_week) for w in of) / len(of)

    return share(weeks) >= rule.covered_before and share(later) >= rule.covered_after


def _drawn(rng: np.random.Generator, weeks: Sequence[WeekCount]) -> Array:
    """``SETS`` draws of each week's count: a gamma distribution with its mean and the width of its interval."""
    mean = np.array([max(w.mean, 1e-3) for w in weeks])
    spread = np.array([max(w.high90 - w.low90, 1e-6) / _TO_SD for w in weeks])
    shape = (mean / spread) ** 2
    drawn: Array = rng.gamma(shape, mean / shape, size=(SETS, len(weeks)))
    return drawn


def _expected(rng: np.random.Generator, y: Array, others: Array, later: int) -> Array:
    """``PATHS`` draws of the sum of what would have come in the ``later`` weeks after those of ``y``."""
    n = len(y)
    centre, scale = others[:n].mean(axis=0), np.maximum(others[:n].std(axis=0), 1e-6)
    x = np.column_stack([np.ones(len(others)), (others - centre) / scale])
    prior = np.diag([0.0, *np.ones(x.shape[1] - 1)])
    gram, s2 = x[:n].T @ x[:n] + 1e-9 * np.eye(x.shape[1]), float(np.var(y))
    for _ in range(3):
        beta = np.linalg.solve(gram + s2 * prior, x[:n].T @ y)
        u = y - x[:n] @ beta
        s2 = max(float(np.var(u)), 1e-6)
    raw = float(u[1:] @ u[:-1] / max(float(u[:-1] @ u[:-1]), 1e-9))
    r = min(max(raw + (1 + 3 * raw) / n, 0.0), 0.97)
    e = u[1:] - r * u[:-1]
    s2s = float(e @ e) / rng.chisquare(max(n - 1 - x.shape[1], 2), PATHS)
    # Errors that hang together tell less of the coefficients than as many that do not.
    cover = np.linalg.inv(gram + s2 * prior) * ((1 + r) / (1 - r) / (1 - r * r))
    root = np.linalg.cholesky((cover + cover.T) / 2)
    spread = np.sqrt(s2s)[:, None]
    betas = beta + spread * (rng.standard_normal((PATHS, len(beta))) @ root.T)
    rs = np.clip(r + np.sqrt((1 - r * r) / n) * rng.standard_normal(PATHS), 0.0, 0.99)
    lines = betas @ x.T
    left = y[-1] - lines[:, n - 1]
    sums = np.zeros(PATHS)
    for week in range(n, n + later):
        left = rs * left + spread[:, 0] * rng.standard_normal(PATHS)
        sums += np.expm1(np.minimum(lines[:, week] + left, 20.0)).clip(min=0.0)
    return sums
