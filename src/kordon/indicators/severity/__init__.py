"""The escalation of means: what was used at a border in a week, by whom, how often, and whether it is new.

:func:`load_scale` reads the scale, :func:`means_weeks` puts the acts of every week on it, :func:`escalation` says
whether a class of means was not seen before, :func:`mix_shift` and :func:`probability_rose` with what probability
heavier means are used more often than before.
"""

from kordon.indicators.severity.compare import (
    Escalation,
    MixShift,
    escalation,
    mix_shift,
    probability_rose,
    probability_share_rose,
)
from kordon.indicators.severity.scale import AGAINST, USERS, Scale, load_scale, read_scale
from kordon.indicators.severity.weeks import Act, ClassCount, MeansWeek, coverage_of, means_weeks

__all__ = [
    "AGAINST",
    "USERS",
    "Act",
    "ClassCount",
    "Escalation",
    "MeansWeek",
    "MixShift",
    "Scale",
    "coverage_of",
    "escalation",
    "load_scale",
    "means_weeks",
    "mix_shift",
    "probability_rose",
    "probability_share_rose",
    "read_scale",
]
