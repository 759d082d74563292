"""Printed figures of days, weekends, months and running totals -> one weekly series with its uncertainty.

:func:`fuse` gives the series, :func:`posterior` also joint draws and which figure pulls a week where,
:func:`check` names figures that cannot all be true, :mod:`~kordon.counts.statements` says plain things about it
('after three weeks of calm'), and :mod:`~kordon.counts.holdout` measures how far its intervals can be trusted.
"""

from kordon.counts.contradictions import Checked, Contradiction, check
from kordon.counts.fusion import Disputed, Posterior, Pull, disputed, fuse, posterior
from kordon.counts.noise import Noise
from kordon.counts.statements import (
    Band,
    at_usual_level,
    calm_weeks,
    probability_above,
    usual_level,
)

__all__ = [
    "Band",
    "Checked",
    "Contradiction",
    "Disputed",
    "Noise",
    "Posterior",
    "Pull",
    "at_usual_level",
    "calm_weeks",
    "check",
    "disputed",
    "fuse",
    "posterior",
    "probability_above",
    "usual_level",
]
