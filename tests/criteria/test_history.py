"""Up at once, down slowly: sequences of weeks, a letter a week."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kordon.criteria.history import Standing, advance
from kordon.criteria.model import DeEscalation
from kordon.domain.assessment import Level
from kordon.domain.time import Date, Week

RULE = DeEscalation(critical_days=14, weeks_below=4, lapse_weeks=8)
FIRST = Week.parse("2024-W01")
LETTERS = {"_": Level.NOT_ASSESSED, "l": Level.LOW, "m": Level.MEDIUM, "h": Level.HIGH, "c": Level.CRITICAL}
NAMES = {level: letter for letter, level in LETTERS.items()}


def run(scores: str, triggers: Sequence[tuple[int, int]] = ()) -> str:
    """The levels of consecutive weeks; ``triggers`` are (week from 0, day from Monday as 0)."""
    days = {week: (FIRST + week).days()[day] for week, day in triggers}
    standing, shown = Standing(), ""
    for number, letter in enumerate(scores):
        step = advance(standing, FIRST + number, LETTERS[letter], days.get(number), RULE)
        standing, shown = step.standing, shown + NAMES[step.level]
    return shown


@pytest.mark.parametrize(
    ("scores", "levels"),
    [
        ("lmh", "lmh"),  # up at once
        ("lc", "lc"),
        ("hlll", "hhhh"),  # three weeks below are not enough
        ("hllll", "hhhhm"),  # the fourth takes it one step down
        ("hllllll", "hhhhmmm"),  # and the next step needs its own four weeks
        ("hllllllll", "hhhhmmmml"),
        ("hlllhllll", "hhhhhhhhm"),  # a week at the level starts the count again
        ("mmlllh", "mmmmmh"),
        ("hmmmm", "hhhhm"),  # below is below, however little
        ("hmmmml", "hhhhmm"),
        ("cl", "cc"),  # critical stands for 14 days after the Sunday of its week
        ("clll", "ccch"),  # and then falls to high, whatever the count
        ("clllllll", "ccchhhhm"),
        ("clclll", "ccccch"),  # renewed
        ("ccc", "ccc"),
        ("h_lll", "h_hhh"),  # a week that is not assessed neither counts nor breaks the run
        ("h_llll", "h_hhhm"),
        ("hl_l_l_l", "hh_h_h_m"),
        ("h________l", "h________h"),  # eight silent weeks are remembered
        ("h_________l", "h_________l"),  # nine are not
        ("____l", "____l"),
        ("c__l", "c__h"),  # a scored critical level is not shown while nothing is assessed
    ],
)
def test_levels_over_weeks(scores: str, levels: str) -> None:
    assert run(scores) == levels


@pytest.mark.parametrize(
    ("scores", "triggers", "levels"),
    [
        ("l", [(0, 0)], "c"),
        ("_", [(0, 0)], "c"),  # a trigger does not hang on the score
        ("lll", [(0, 0)], "cch"),  # Monday and 14 days: the Sunday of the third week is past them
        ("lll", [(0, 6)], "ccc"),  # Sunday and 14 days: the Sunday of the third week is the last
        ("llll", [(0, 6)], "ccch"),
        ("____", [(0, 0)], "cc__"),
        ("lllll", [(0, 0), (2, 0)], "cccch"),  # renewed by a second one
        ("cl__", [(0, 0)], "cc__"),
        ("llllllll", [(0, 0)], "cchhhhmm"),
        ("__________l", [(0, 0)], "cc________l"),  # ten silent weeks: the memory has ended
    ],
)
def test_triggers_over_weeks(scores: str, triggers: list[tuple[int, int]], levels: str) -> None:
    assert run(scores, triggers) == levels


def test_a_critical_level_always_has_an_end() -> None:
    step = advance(Standing(), FIRST, Level.LOW, Date(2024, 1, 3), RULE)
    assert step.standing.expires == Date(2024, 1, 17)
    step = advance(step.standing, FIRST + 1, Level.CRITICAL, None, RULE)
    assert step.standing.expires == Date(2024, 1, 28)
    assert step.standing.trigger_expires == Date(2024, 1, 17)


weeks = st.lists(st.tuples(st.sampled_from("lmhc"), st.sampled_from("lmhc")), min_size=1, max_size=25)


@given(weeks, st.sets(st.integers(0, 24)), st.sets(st.integers(0, 24)))
def test_worse_weeks_never_give_lower_levels(
    pairs: list[tuple[str, str]], silent: set[int], fired: set[int]
) -> None:
    """Over whole sequences, not only from one week to the next; the same weeks are not assessed in both."""
    order = "lmhc".index
    calm = "".join("_" if n in silent else min(p, key=order) for n, p in enumerate(pairs))
    grave = "".join("_" if n in silent else max(p, key=order) for n, p in enumerate(pairs))
    triggers = [(n, 2) for n in fired if n < len(pairs)]
    for less, more in zip(run(calm, triggers), run(grave, triggers), strict=True):
        assert less == "_" or order(less) <= order(more)


@given(weeks)
def test_a_level_is_never_below_its_weeks_score(pairs: list[tuple[str, str]]) -> None:
    scores = "".join(p[0] for p in pairs)
    assert all("lmhc".index(s) <= "lmhc".index(x) for s, x in zip(scores, run(scores), strict=True))
