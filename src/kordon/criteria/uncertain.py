"""How likely each level is, when this week's count is not known exactly.

Joint draws of the fused weekly counts go through the level rules: each draw gives every indicator that is made of
counts another value, the readings give another score, and the history, held fixed, another level. Baselines,
floors, earlier weeks and readings that are not made of counts stay as they are.

The rules rise or fall with each reading and never turn back (:mod:`kordon.criteria.rules`), so an indicator's
level is looked for only where it changes, and the score is made once for each set of levels that some draw gives.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import product
from typing import Any, Protocol

from kordon.criteria.basis import Basis, changed
from kordon.criteria.model import IndicatorRule, Thresholds
from kordon.criteria.rules import assess_indicator
from kordon.criteria.week import context_of
from kordon.domain.assessment import RANKED, Level
from kordon.domain.reading import Reading, Unknown
from kordon.domain.time import Week

YEAR = 52  # weeks between a week and the same one of the year before, as the ratio takes them
DIGITS = 4  # what the last bits of a machine's arithmetic do is no part of an assessment

Chances = tuple[tuple[Level, float], ...]


class Counted(Protocol):
    """What is asked of an indicator: how it is measured, and over how many weeks."""

    @property
    def id(self) -> str: ...
    @property
    def measure(self) -> str: ...
    @property
    def window(self) -> int: ...


def drawn_shares(
    indicators: Iterable[Counted], draws: Any, weeks: Sequence[Week], week: Week
) -> Mapping[str, Any]:
    """For each indicator that is made of counts, (n,) factors by which draws differ from their mean.

    ``draws`` are (n, weeks) joint draws of the counts of one border, in the order of ``weeks``.
    """
    place = list(weeks).index(week)
    found: dict[str, Any] = {}
    for one in indicators:
        first = place - one.window + 1
        if one.measure not in ("attempts", "year_ratio") or first < 0:
            continue
        told = draws[:, first : place + 1].sum(axis=1)
        if one.measure == "year_ratio":
            if first < YEAR:
                continue
            before = draws[:, first - YEAR : place + 1 - YEAR].sum(axis=1)
            if not (before > 0).all():
                continue
            told = told / before
        mean = float(told.mean())
        if mean > 0:
            found[one.id] = told / mean
    return found


def level_chances(at: Basis, shares: Mapping[str, Any]) -> Chances | None:
    """The probability of each level, low to critical, to four digits.

    ``None`` where the week is not assessed, or nothing in it is made of counts.
    """
    if not at.level(at.scored().level).assessed:
        return None
    kept = {name: drawn for name, drawn in shares.items() if _known(at, name)}
    if not kept:
        return None
    number = len(next(iter(kept.values())))

    def drawn(draw: int) -> Mapping[str, Reading]:
        return _readings(at, {name: float(told[draw]) for name, told in kept.items()})

    ranks = [_ranks(at, rule, kept, drawn) for rule in _rules(at)]
    alike: dict[tuple[int, ...], list[int]] = {}
    for draw, levels in enumerate(zip(*ranks, strict=True) if ranks else [()] * number):
        alike.setdefault(levels, []).append(draw)
    found = dict.fromkeys(RANKED, 0)
    for draws in alike.values():
        found[at.level(at.scored(drawn(draws[0])).level)] += len(draws)
    return tuple((level, round(times / number, DIGITS)) for level, times in found.items())


def _rules(at: Basis) -> Iterable[IndicatorRule]:
    return (rule for factor in at.known.criteria.factors for rule in factor.indicators)


def _readings(at: Basis, factors: Mapping[str, float]) -> Mapping[str, Reading]:
    """The week's readings with those of counts multiplied."""
    found = dict(at.known.readings)
    for name, factor in factors.items():
        value = found[name].value
        assert not isinstance(value, Unknown)
        found[name] = changed(at.known, name, value * max(0.0, factor))[name]
    return found


def _ranks(
    at: Basis, rule: IndicatorRule, kept: Mapping[str, Any], drawn: Callable[[int], Mapping[str, Reading]]
) -> Sequence[int]:
    """The rank of an indicator's level in each draw; -1 where it is not assessed."""
    looked = {rule.indicator, *(r.floor_from for r in rule.rules if isinstance(r, Thresholds) and r.floor_from)}
    moved = [name for name in kept if name in looked]
    number = len(next(iter(kept.values())))

    def rank(readings: Mapping[str, Reading]) -> int:
        level = assess_indicator(rule, readings.get(rule.indicator), context_of(at.known, rule, readings)).level
        return level.rank if level.assessed else -1

    if not moved:
        return [rank(at.known.readings)] * number
    if len(moved) > 1:
        ends = product(*((float(kept[name].min()), float(kept[name].max())) for name in moved))
        corners = {rank(_readings(at, dict(zip(moved, end, strict=True)))) for end in ends}
        return list(corners) * number if len(corners) == 1 else [rank(drawn(draw)) for draw in range(number)]
    factors = kept[moved[0]]
    order = factors.argsort(kind="stable").tolist()
    found = [0] * number

    def fill(first: int, last: int, low: int, high: int) -> None:
        if low == high or last - first <= 1:
            for place in range(first, last + 1):
                found[order[place]] = high if place == last else low
            return
        middle = (first + last) // 2
        between = rank(_readings(at, {moved[0]: float(factors[order[middle]])}))
        fill(first, middle, low, between)
        fill(middle, last, between, high)

    low, high = (rank(_readings(at, {moved[0]: float(factors[order[place]])})) for place in (0, number - 1))
    fill(0, number - 1, low, high)
    return found


def _known(at: Basis, indicator: str) -> bool:
    reading = at.known.readings.get(indicator)
    return reading is not None and not isinstance(reading.value, Unknown) and reading.value > 0
