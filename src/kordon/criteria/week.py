"""One border in one week, scored: the factors and the border's level from the week's own readings.

A pure function of what was known, without any memory of levels: :mod:`kordon.criteria.history` has that.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kordon.criteria.combine import factor_level, raise_impact, score
from kordon.criteria.judgements import Judgement
from kordon.criteria.model import Criteria, IndicatorRule
from kordon.criteria.rules import Context, assess_indicator
from kordon.domain.assessment import FactorLevel, Level, Reason
from kordon.domain.coded import Incident
from kordon.domain.material import ReadReport
from kordon.domain.reading import Reading
from kordon.domain.time import Date, Week
from kordon.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Known:
    """All that the score of a week looks at. ``before`` holds the earlier readings of each indicator, the latest
    first, one a week (``None`` where there was none)."""

    criteria: Criteria
    border: str
    week: Week
    as_of: Date
    readings: Mapping[str, Reading]
    before: Mapping[str, Sequence[Reading | None]]
    incidents: Mapping[str, Incident]
    reports: Mapping[str, ReadReport]
    vocabulary: Vocabulary
    judgements: Sequence[Judgement] = ()


@dataclass(frozen=True, slots=True)
class Scored:
    """``assessed`` of ``of`` threat factors could be read."""

    factors: tuple[FactorLevel, ...]
    level: Level
    reason: Reason
    assessed: int
    of: int


def context_of(known: Known, rule: IndicatorRule, readings: Mapping[str, Reading]) -> Context:
    """What the rules of an indicator look at besides its reading, where the week's readings are these."""
    return Context(
        known.criteria,
        known.vocabulary,
        known.incidents,
        known.reports,
        known.before.get(rule.indicator, ()),
        readings,
        known.judgements,
        (known.border, known.week, known.as_of),
    )


def scored(known: Known) -> Scored:
    """The levels of the factors and of the border."""
    criteria = known.criteria
    factors = []
    supports = {j.id: len(set(j.evidence)) for j in known.judgements}
    for factor in criteria.factors:
        levels = []
        for rule in factor.indicators:
            context = context_of(known, rule, known.readings)
            levels.append(assess_indicator(rule, known.readings.get(rule.indicator), context))
        factors.append(factor_level(factor, levels, known.readings, criteria.combination, supports))
    together = raise_impact(factors, criteria.combination)
    level, reason, assessed, of = score(known.border, together, criteria.combination)
    return Scored(together, level, reason, assessed, of)
