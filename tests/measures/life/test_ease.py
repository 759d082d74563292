"""Down only after sustained evidence."""

from __future__ import annotations

import pytest

from kordon.domain.assessment import Level
from kordon.domain.time import Date, Week
from kordon.measures.life import calm_weeks
from kordon.measures.life.settings import Easing

RULE = Easing(Level.MEDIUM, 4, 14)
NOW = Date(2024, 7, 3)  # a Wednesday: the last whole week is the one before
LAST = Week.of(NOW) - 1
WORDS = {"l": Level.LOW, "m": Level.MEDIUM, "h": Level.HIGH, "c": Level.CRITICAL, "?": Level.NOT_ASSESSED}


@pytest.mark.parametrize(
    ("levels", "fired", "count"),
    [
        ("lllll", None, 5),
        ("mlmlm", None, 5),
        ("hllll", None, 4),
        ("llhll", None, 2),
        ("lllll?", None, 0),
        ("lll?ll", None, 2),
        ("llllc", None, 0),
        ("llllll", 0, 0),
        ("llllll", 1, 0),
        ("llllll", 2, 2),
        ("", None, 0),
    ],
)
def test_how_many_weeks_were_calm(levels: str, fired: int | None, count: int) -> None:
    """``levels``: oldest first, to the last whole week. ``fired``: a trigger so many weeks before that one."""
    weeks = [(LAST - back, WORDS[word], fired == back) for back, word in enumerate(reversed(levels))]
    assert calm_weeks(RULE, weeks, NOW) == count


def test_the_week_that_is_not_over_counts_for_nothing_but_its_trigger() -> None:
    weeks = [(LAST + 1, Level.LOW, False), *((LAST - back, Level.LOW, False) for back in range(4))]
    assert calm_weeks(RULE, weeks, NOW) == 4
    assert calm_weeks(RULE, [(LAST + 1, Level.LOW, True), *weeks[1:]], NOW) == 0
    assert calm_weeks(RULE, weeks[2:], NOW) == 0  # the last whole week is not known
