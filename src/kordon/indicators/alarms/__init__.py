"""Weekly counts -> alarms: flexible Farrington, EARS and a negative-binomial CUSUM, two of the three.

:func:`of_series` judges the weeks of one series, :func:`of_many` those of many at once.
"""

from kordon.indicators.alarms.judge import of_many, of_series
from kordon.indicators.alarms.settings import AlarmSettings, changed, shipped

__all__ = ["AlarmSettings", "changed", "of_many", "of_series", "shipped"]
