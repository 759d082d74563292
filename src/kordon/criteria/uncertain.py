"""How likely each level is, when this week's count is not known exactly.

Joint draws of the fused weekly counts go through the level rules: each draw gives every indicator that is made of
counts another value, the readings give another score, and the history, held fixed, another level. Baselines,
floors, earlier weeks and readings that are not made of counts stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol

from kordon.criteria.whatif import Basis, changed
from kordon.domain.assessment import RANKED, Level
from kordon.domain.reading import Unknown
from kordon.domain.time import Week

YEAR = 52  # weeks between a week and the same one of the year before, as the ratio takes them
DIGITS = 4  # what the last bits of a machine's arithmetic do is no part of an assessment


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


def level_chances(at: Basis, shares: Mapping[str, Any]) -> tuple[tuple[Level, float], ...] | None:
    """The probability of each level, low to critical, to four digits.

    ``None`` where the week is not assessed, or nothing in it is made of counts.
    """
    if not at.level(at.scored().level).assessed:
        return None
    kept = {name: drawn for name, drawn in shares.items() if _known(at, name)}
    if not kept:
        return None
    number = len(next(iter(kept.values())))
    found = dict.fromkeys(RANKED, 0)
    for draw in range(number):
        known = at.known
        for name, drawn in kept.items():
            value = known.readings[name].value
            assert not isinstance(value, Unknown)
            known = replace(known, readings=changed(known, name, value * max(0.0, float(drawn[draw]))))
        found[at.level(at.scored(known.readings).level)] += 1
    return tuple((level, round(times / number, DIGITS)) for level, times in found.items())


def _known(at: Basis, indicator: str) -> bool:
    reading = at.known.readings.get(indicator)
    return reading is not None and not isinstance(reading.value, Unknown) and reading.value > 0
