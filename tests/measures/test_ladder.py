"""The ladder document and the range it opens."""

from __future__ import annotations

from pathlib import Path

import pytest

from kordon.domain.assessment import RANKED, Level
from kordon.domain.errors import BadDocument
from kordon.measures import Ladder, load_ladder, read_ladder
from kordon.measures.ladder import SHIPPED
from kordon.vocabulary import Vocabulary
from kordon.vocabulary.documents import parse_document

TEXT = (SHIPPED / "graduated.yaml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def ladder(vocabulary: Vocabulary) -> Ladder:
    return load_ladder(vocabulary)


@pytest.mark.parametrize(
    ("level", "rungs"),
    [("low", "R0"), ("medium", "R1 R2"), ("high", "R2 R3 R4"), ("critical", "R4 R5 R6")],
)
def test_the_range_of_a_level(ladder: Ladder, level: str, rungs: str) -> None:
    assert [rung.id for rung in ladder.range_of(Level(level))] == rungs.split()


def test_what_ships_is_a_proposal_with_bases_that_say_whether_they_were_checked(ladder: Ladder) -> None:
    assert ladder.status == "proposal"
    assert {b.verified for b in ladder.bases.values()} == {True, False}
    assert all(step.basis("nowhere") in ladder.bases for rung in ladder.rungs for step in rung.steps)
    used = {key for rung in ladder.rungs for step in rung.steps for _, key in step.bases}
    assert used == set(ladder.bases)


def test_joint_options_stand_on_the_last_rung_only(ladder: Ladder) -> None:
    joint = {rung.id for rung in ladder.rungs for step in rung.steps if step.joint}
    assert joint == {"R6"}
    assert "R6" not in {r.id for level in RANKED[:-1] for r in ladder.range_of(level)}


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("low: [R0, R0]", "low: [R0, R9]", "'R9' is not a rung"),
        ("low: [R0, R0]", "low: [R0]", "a lowest and a highest rung"),
        ("medium: [R1, R2]", "medium: [R2, R1]", "a lowest and a highest rung"),
        ("high: [R2, R4]", "high: [R1, R1]", "a higher level reaches less high"),
        ("measure: buffer_zone", "measure: moat", "'moat' is not in measures.yaml"),
        ("traffic: [bus]", "traffic: [hovercraft]", "'hovercraft' is not in traffic.yaml"),
        ("basis: {any: basis-treaty}", "basis: {any: basis-magic}", "'basis-magic' is not listed"),
        ("basis: {any: basis-treaty}", "basis: {PL: basis-treaty}", "a basis for any state is needed"),
        ("basis: {any: basis-treaty}", "basis: {any: basis-treaty, XX: basis-treaty}", "'XX' is not in states"),
        ("exception-medicine, exception-post", "exception-medicine, post", "'post' is not a key of a message"),
        ("days: 28", "days: -1", "-1 is not a number of days"),
        ("joint: true", "joint: perhaps", "true or false is expected"),
        ("id: on-foot", "id: bus-permits", "'bus-permits' is written twice"),
        ("- id: R1", "- id: R0", "'R0' is written twice"),
        ("status: proposal", "status: law", "'law' is not a status"),
    ],
)
def test_a_mistake_is_told_with_line_and_remedy(vocabulary: Vocabulary, old: str, new: str, problem: str) -> None:
    assert old in TEXT
    with pytest.raises(BadDocument) as caught:
        read_ladder(parse_document(TEXT.replace(old, new, 1), "own.yaml"), vocabulary)
    assert problem in str(caught.value)
    assert str(caught.value).startswith("own.yaml, line ")


def test_a_deployment_may_bring_its_own_ladder_but_only_one(vocabulary: Vocabulary, tmp_path: Path) -> None:
    folder = tmp_path / "ladder"
    folder.mkdir()
    (folder / "own.yaml").write_text(TEXT.replace('version: "0.1"', 'version: "2"'), encoding="utf-8")
    assert load_ladder(vocabulary, tmp_path).version == "2"
    (folder / "second.yaml").write_text(TEXT, encoding="utf-8")
    with pytest.raises(BadDocument, match="there is already a ladder"):
        load_ladder(vocabulary, tmp_path)
