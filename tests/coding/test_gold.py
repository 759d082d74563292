"""Every gold case comes out right: nothing missing, nothing too many, every item with the words it rests on."""

from __future__ import annotations

from pathlib import Path

import pytest

from kordon.coding import Coder
from kordon.coding.evaluate import Case, compare, load_cases, total

GOLD = Path(__file__).parent.parent / "gold"
CASES = load_cases(GOLD)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_gold_case_comes_out_right(case: Case, coder: Coder) -> None:
    assert compare(case, coder.code(case.report)).errors == ()


def test_cases_have_names_of_their_own() -> None:
    assert len({case.id for case in CASES}) == len(CASES)


def test_a_third_of_the_english_cases_is_hard() -> None:
    english = [case for case in CASES if case.report.lang == "en"]
    assert len(english) >= 14
    assert sum(case.hard for case in english) * 3 >= len(english)


def test_the_matcher_sees_what_is_missing_wrong_and_too_much(coder: Coder) -> None:
    case = next(c for c in CASES if c.id == "en-zero-day")
    coded = coder.code(case.report)
    wrong = Case(case.id, case.report, {"figures": [{"unit": "prevented", "count": 7}]}, True, "")
    outcome = compare(wrong, coded)
    assert outcome.scores["figures"].missing == 1
    assert outcome.scores["figures"].extra == 1
    assert "count is" in outcome.errors[0]
    nothing = Case(case.id, case.report, {}, True, "")
    both = total([compare(nothing, coded), compare(case, coded)])
    assert both.scores["figures"].precision == 0.5
    assert both.scores["figures"].recall == 1.0
    assert 0 < both.scores["figures"].f1 < 1


def test_evidence_must_touch_the_words(coder: Coder) -> None:
    case = next(c for c in CASES if c.id == "en-zero-day")
    want = {"figures": [{"unit": "prevented", "words": "Nobody was injured"}]}
    outcome = compare(Case(case.id, case.report, want, True, ""), coder.code(case.report))
    assert "evidence lacks" in outcome.errors[0]
