"""The measured trust in the intervals, on the figures that ship."""

from __future__ import annotations

import numpy as np

from kordon.counts.holdout import leave_one_span_out
from kordon.counts.naive import METHODS, hold_out
from kordon.counts.observations import observations
from kordon.domain.coded import Figure
from kordon.domain.time import Week
from kordon.vocabulary import Vocabulary

BORDERS = ("PL-BY", "LT-BY", "LV-BY")
FIRST, LAST = Week(2021, 31), Week(2025, 26)


def test_left_out_figures_fall_into_their_intervals_and_are_told_better_than_by_naive_methods(
    shipped: tuple[Figure, ...], vocabulary: Vocabulary
) -> None:
    """Every sixth span of each border is left out with all rows that share it.

    The benchmark leaves out every span in turn and aims at 87 to 93 %; the limits here are three standard errors
    of a share of the smaller sample around that.
    """
    held = leave_one_span_out(shipped, BORDERS, FIRST, LAST, vocabulary, every=6)
    assert len(held) > 60
    inside = float(np.mean([h.inside(0.9) for h in held]))
    print(f"{len(held)} figures held out, {inside:.1%} inside their 90 % intervals")
    assert 0.78 <= inside <= 0.99
    assert 0.40 <= float(np.mean([h.inside(0.5) for h in held])) <= 0.75
    ours = {h.figure: h.log_score for h in held if h.border == "LT-BY"}
    heard = observations(shipped, ["LT-BY"], (FIRST - 26).monday, (LAST + 26).sunday, vocabulary)
    for method in METHODS.values():
        theirs = {h.figure: h.log_score for h in hold_out(heard, method) if h.figure in ours}
        assert theirs.keys() == ours.keys()
        assert np.mean(list(ours.values())) > np.mean(list(theirs.values())) + 0.1


def test_a_left_out_span_is_left_out_with_all_its_rows(
    shipped: tuple[Figure, ...], vocabulary: Vocabulary
) -> None:
    """The three rows of one month do not vouch for one another: what is expected is not what they print."""
    october = [f for f in shipped if f.place.borders == ("PL-BY",) and str(f.span.start) == "2021-10-01"]
    others = [f for f in shipped if f not in october]
    one_span = [f for f in october if f.span.length == 31]
    held = leave_one_span_out([*others, *one_span], ["PL-BY"], Week(2021, 31), Week(2022, 10), vocabulary, every=3)
    found = [h for h in held if h.figure in {f.id for f in one_span}]
    assert len(found) == len(one_span) == 3
    assert len({h.mean for h in found}) == 1
    assert found[0].sd > 100
