"""Regimes of a weekly series: for how long the level has been what it is, and with what probability it changed.

:func:`regimes` reads a series of counts (``None`` for a week that nobody spoke for) and answers with
:class:`Regimes`, :class:`Steady` where it has not changed, or ``Unknown``; :func:`online` gives for every week the
probability, as it stood then, that the level had just changed. :func:`of_counts` and :func:`of_readings` make such
series from fused counts and from readings.
"""

from kordon.indicators.regimes.model import Settings, Weekly, of_counts, of_readings
from kordon.indicators.regimes.segments import change_probabilities, online
from kordon.indicators.regimes.tell import Change, Regime, Regimes, Steady, regimes

__all__ = [
    "Change",
    "Regime",
    "Regimes",
    "Settings",
    "Steady",
    "Weekly",
    "change_probabilities",
    "of_counts",
    "of_readings",
    "online",
    "regimes",
]
