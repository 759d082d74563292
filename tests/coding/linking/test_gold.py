"""Links against gold: the open half, on which weights may be set, and the held-out one, on which none is."""

from __future__ import annotations

from pathlib import Path

import pytest

from kordon.coding.linking import Linking
from kordon.coding.linking.gold import judge, read_cases, score
from kordon.domain.errors import BadDocument
from kordon.geo.gazetteer import Gazetteer

GOLD = Path(__file__).parents[2] / "gold" / "linking"


@pytest.mark.parametrize("half", ["open.yaml", "test/held-out.yaml"])
def test_pairs_are_linked_as_an_analyst_would(
    half: str, rules: Linking, gazetteer: Gazetteer, capsys: pytest.CaptureFixture[str]
) -> None:
    outcomes = [judge(case, rules, gazetteer) for case in read_cases(GOLD / half)]
    precision, recall, errors = score(outcomes)
    with capsys.disabled():
        print(f"\nlinking, {half}: precision {precision:.2f}, recall {recall:.2f}", *errors, sep="\n  ")
    assert len(outcomes) >= 20
    assert precision >= 0.95
    assert recall >= 0.9
    assert not any(o.follow_wrong or o.follow_missed for o in outcomes)


def test_a_case_that_names_no_incident_is_refused(tmp_path: Path) -> None:
    report = "{id: a, lang: en, source: x.org, published: 2024-06-05, text: Stones., is: [{kind: stone_throwing}]}"
    path = tmp_path / "gold.yaml"
    path.write_text(f"- id: one\n  about: same\n  reports:\n  - {report}\n  same: [[a, b]]\n")
    with pytest.raises(BadDocument, match=r"line 5.*no incident 'b'"):
        read_cases(path)
