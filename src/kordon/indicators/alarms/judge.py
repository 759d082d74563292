"""Three detectors, one verdict: a week is an alarm where two of them say so."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from kordon.domain.reading import Alarm, Detector, Unknown, Verdict
from kordon.domain.time import Date
from kordon.indicators.alarms.cusum import cusum
from kordon.indicators.alarms.ears import ears
from kordon.indicators.alarms.farrington import farrington
from kordon.indicators.alarms.settings import AlarmSettings

Array = npt.NDArray[Any]
NEEDED = 2  # detectors of three
NOT_ENOUGH = Unknown("not-enough-data")
NOT_COVERED = Unknown("poor-coverage")


def of_series(
    values: Sequence[float | None], targets: Sequence[int], settings: AlarmSettings, first_monday: Date
) -> list[Alarm | Unknown]:
    """One verdict for each target, a position in ``values``: counts of consecutive weeks, ``None`` where a week
    was not covered; the first begins on ``first_monday``.

    ``Unknown('poor-coverage')`` where the week itself was not covered, ``Unknown('not-enough-data')`` where the
    detectors that could judge leave it open whether two of the three would be above.
    """
    if not targets:
        return []
    counts = np.array([[math.nan if v is None else v for v in values]], dtype=float)
    return of_many(counts, targets, settings, first_monday)[0]


def of_many(
    counts: Array, targets: Sequence[int], settings: AlarmSettings, first_monday: Date
) -> list[list[Alarm | Unknown]]:
    """The same for many series at once: ``counts`` (series, weeks), NaN where a week was not covered."""
    places = np.asarray(targets, dtype=np.intp)
    regression = farrington(counts, list(targets), settings.farrington, first_monday)
    near = ears(counts, settings.ears)
    summed = cusum(counts, places, settings.cusum)
    known = ~np.isnan(counts[:, places])
    verdicts = {
        "farrington": _verdicts(regression.fired, regression.enough & known),
        "ears": _verdicts(near.fired[:, places], ~np.isnan(near.statistic[:, places])),
        "cusum": _verdicts(summed.fired, ~np.isnan(summed.total)),
    }
    return [
        [
            _alarm(
                {name: Verdict(told[row, column]) for name, told in verdicts.items()},
                float(counts[row, place]),
                _told(regression.expected[row, column]),
                _told(regression.bound[row, column]),
            )
            for column, place in enumerate(targets)
        ]
        for row in range(len(counts))
    ]


def _verdicts(fired: Array, known: Array) -> Array:
    told = np.where(fired, Verdict.ALARM.value, Verdict.QUIET.value)
    return np.where(known, told, Verdict.NOT_ENOUGH.value)


def _alarm(
    verdicts: dict[str, Verdict], value: float, expected: float | None, bound: float | None
) -> Alarm | Unknown:
    if math.isnan(value):
        return NOT_COVERED
    above = sum(verdict is Verdict.ALARM for verdict in verdicts.values())
    quiet = sum(verdict is Verdict.QUIET for verdict in verdicts.values())
    if above < NEEDED and quiet <= len(verdicts) - NEEDED:
        return NOT_ENOUGH
    exceedance = None
    if expected is not None and bound is not None and bound > expected:
        exceedance = (value - expected) / (bound - expected)
    detectors = tuple(Detector(name, verdict) for name, verdict in verdicts.items())
    return Alarm(above >= NEEDED, detectors, expected, bound, exceedance)


def _told(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None
