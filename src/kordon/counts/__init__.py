"""Printed figures of days, weekends, months and running totals -> one weekly series with its uncertainty.

:func:`fuse` gives the series, :mod:`~kordon.counts.statements` says plain things about it ('after three weeks of
calm'), and :mod:`~kordon.counts.holdout` measures how far its intervals can be trusted.
"""

from kordon.counts.fusion import Noise, disputed, fuse
from kordon.counts.statements import (
    Band,
    at_usual_level,
    calm_weeks,
    probability_above,
    usual_level,
)

__all__ = [
    "Band",
    "Noise",
    "at_usual_level",
    "calm_weeks",
    "disputed",
    "fuse",
    "probability_above",
    "usual_level",
]
