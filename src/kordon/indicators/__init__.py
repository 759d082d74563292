"""Incidents, figures and lengths -> readings of indicators, which are documents (``data/indicators/*.yaml``).

:func:`load_indicators` reads the definitions, :func:`read_all` evaluates each of them for every border and week.
"""

from kordon.indicators.definition import Dimension, Direction, Indicator, Measure, Settings, Silence
from kordon.indicators.document import load_indicators
from kordon.indicators.evaluate import read_all

__all__ = [
    "Dimension",
    "Direction",
    "Indicator",
    "Measure",
    "Settings",
    "Silence",
    "load_indicators",
    "read_all",
]
