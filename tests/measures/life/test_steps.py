"""The life of a measure, step by step: who may do what, and what gets a sentence instead."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kordon.domain.errors import NotAllowed
from kordon.domain.record import Person
from kordon.measures.life import policies
from kordon.measures.process import entries_of, replayed, why_not

NEW = {"kind": "buffer_zone", "borders": ("PL-BY",), "states": ("PL",)}


def test_a_measure_lives_from_proposal_to_lapse(story: Any) -> None:
    story.do("zone", "propose", "desk", "2024-05-29", **NEW)
    story.do("zone", "draft", "office", "2024-05-30", basis="act", starts="2024-06-04", ends="2024-09-01")
    story.do("zone", "announce", "cabinet", "2024-05-30")
    story.do("zone", "recommend", "board", "2024-06-01")
    story.do("zone", "redraft", "office", "2024-06-03", starts="2024-06-13", ends="2024-09-10")
    story.do("zone", "adopt", "cabinet", "2024-06-12", starts="2024-06-13")
    assert story.states == {"zone": "adopted"}
    assert story.advance("2024-06-13") == [("zone", "take_force")]
    story.do("zone", "note_execution", "guards", "2024-06-14")
    assert story.advance("2024-09-10") == []
    assert story.advance("2024-09-11") == [("zone", "lapse")]
    assert story.states == {"zone": "lapsed"}
    assert str(story.lives["zone"].began) == "2024-06-13 00:00:00+02:00"
    assert str(story.lives["zone"].over) == "2024-09-11 00:00:00+02:00"


@pytest.mark.parametrize(
    ("does", "who", "data", "sentence"),
    [
        ("propose", "cabinet", NEW, "'cabinet' may not 'propose'"),
        ("propose", "desk", {**NEW, "kind": "moat"}, "'moat' is not in measures.yaml"),
        ("propose", "desk", {**NEW, "borders": ("XX-YY",)}, "'XX-YY' is not in borders.yaml"),
        ("propose", "desk", {**NEW, "borders": "PL-BY"}, "'borders' must be a list"),
        ("propose", "desk", {**NEW, "starts": "13 June"}, "'13 June' is not a day"),
        (
            "propose",
            "desk",
            {**NEW, "starts": "2024-06-13", "ends": "2024-06-01"},
            "before it starts on 2024-06-13",
        ),
        ("propose", "desk", {**NEW, "why": " "}, "'propose' needs a reason"),
        ("propose", "desk", {**NEW, "evidence": ()}, "'propose' needs evidence"),
        ("propose", "desk", {**NEW, "extends": "other"}, "begin with 'propose_extension'"),
        ("propose_extension", "desk", {**NEW, "extends": "other"}, "There is no 'other'"),
        ("propose_extension", "desk", {**NEW, "extends": "zone"}, "'zone' cannot extend itself"),
        ("enter", "office", NEW, "'zone' has no end"),
        (
            "enter",
            "office",
            {**NEW, "states": ("BY",), "without_end": "so it is"},
            "No zone is told for the state 'BY'",
        ),
    ],
)
def test_what_cannot_begin(story: Any, does: str, who: str, data: dict[str, Any], sentence: str) -> None:
    assert sentence in story.why_not("zone", does, who, "2024-06-01", **data)
    with pytest.raises(NotAllowed, match=r"\.\Z"):
        story.do("zone", does, who, "2024-06-01", **data)
    assert story.record == []


@pytest.mark.parametrize(
    ("who", "data", "sentence"),
    [
        ("cabinet", {}, "'adopt' needs starts"),
        ("office", {"starts": "2024-06-13"}, "that is for government"),
        ("cabinet", {"starts": "2024-06-13"}, "give it 'ends', or a day for its 'review'"),
        ("cabinet", {"starts": "2024-06-11", "ends": "2024-09-10"}, "before it is adopted on 2024-06-12"),
        ("cabinet", {"starts": "2024-06-13", "ends": "2024-06-12"}, "before it starts"),
        ("cabinet", {"starts": "2024-06-13", "review": "2024-06-10"}, "lies outside its time"),
        (
            "cabinet",
            {"starts": "2024-06-13", "ends": "2024-09-10", "review": "2024-09-11"},
            "lies outside its time",
        ),
    ],
)
def test_what_cannot_be_adopted(story: Any, who: str, data: dict[str, Any], sentence: str) -> None:
    story.do("zone", "propose", "desk", "2024-06-10", **NEW)
    story.do("zone", "draft", "office", "2024-06-11", basis="act")
    assert sentence in story.why_not("zone", "adopt", who, "2024-06-12", **data)


def test_what_was_announced_without_a_draft_needs_a_basis(story: Any) -> None:
    story.do("zone", "propose", "desk", "2024-06-10", **NEW)
    story.do("zone", "announce", "cabinet", "2024-06-11")
    told = {"starts": "2024-06-13", "ends": "2024-09-10"}
    assert "'zone' has no legal basis yet" in story.why_not("zone", "adopt", "cabinet", "2024-06-12", **told)
    assert story.why_not("zone", "adopt", "cabinet", "2024-06-12", basis="an act", **told) == ""


def test_who_proposes_does_not_decide(story: Any, rules: Any) -> None:
    """Also where an account holds both roles."""
    story.do("zone", "propose", "desk", "2024-06-10", **NEW)
    story.do("zone", "draft", "office", "2024-06-11", basis="act")
    asked = story.entry("zone", "adopt", "cabinet", "2024-06-12", starts="2024-06-13", ends="2024-09-10")
    for name in ("desk", "office"):
        both = replace(asked, by=replace(asked.by, id=name, roles=("analyst", "secretariat", "government")))
        sentence = why_not(rules.process, story.record, both, policies(rules, story.record))
        assert f"'{name}' took " in sentence
        assert "another person has to" in sentence


def test_an_adopted_measure_is_not_changed(story: Any) -> None:
    story.adopt("zone", "2024-06-12", "2024-06-13", ends="2024-09-10")
    story.advance("2024-06-13")
    sentence = story.why_not("zone", "note_execution", "guards", "2024-06-14", ends="2024-12-31")
    assert "cannot change ends of 'zone'" in sentence
    assert "propose an extension" in sentence


def test_nobody_acts_on_what_is_over_by_itself(story: Any) -> None:
    """Though nobody has entered yet that it lapsed."""
    story.adopt("zone", "2024-06-12", "2024-06-13", ends="2024-09-10")
    story.advance("2024-06-13")
    sentence = story.why_not("zone", "note_execution", "guards", "2024-09-11")
    assert "'lapse' took effect on 'zone' by itself at 2024-09-11T00:00+02:00" in sentence
    assert story.why_not("zone", "note_execution", "guards", "2024-09-10") == ""


def test_a_review_is_called_for_and_sets_the_next(story: Any) -> None:
    story.adopt("zone", "2024-06-12", "2024-06-13", review="2024-07-01")
    assert story.advance("2024-07-01") == [("zone", "take_force"), ("zone", "call_review")]
    assert story.advance("2024-07-02") == []
    assert "must come after 2024-07-02" in story.why_not(
        "zone", "review", "board", "2024-07-02", review="2024-07-02"
    )
    assert "cannot change ends" in story.why_not("zone", "review", "board", "2024-07-02", ends="2024-08-01")
    story.do("zone", "review", "board", "2024-07-02", review="2024-10-01")
    assert story.advance("2024-12-31") == [("zone", "call_review")]
    assert story.states == {"zone": "in_force"}


def test_lifting_early_asks_for_sustained_evidence(story: Any) -> None:
    story.adopt("zone", "2024-06-12", "2024-06-13", ends="2024-09-10")
    story.advance("2024-06-13")
    assert "asks for 4 assessed weeks in a row" in story.why_not("zone", "lift", "cabinet", "2024-07-01")
    assert "and there were 3" in story.why_not("zone", "lift", "cabinet", "2024-07-01", calm_weeks=3)
    assert story.why_not("zone", "lift", "cabinet", "2024-07-01", despite="The court asked for it.") == ""
    story.do("zone", "lift", "cabinet", "2024-07-20", calm_weeks=4)
    assert story.states == {"zone": "lifted"}
    assert story.advance("2025-01-01") == []


def test_lifting_cannot_claim_more_calm_than_there_was(story: Any, rules: Any) -> None:
    story.adopt("zone", "2024-06-12", "2024-06-13", ends="2024-09-10")
    story.advance("2024-06-13")
    asked = story.entry("zone", "lift", "cabinet", "2024-07-20", calm_weeks=5)
    for known, part in ((5, ""), (4, "the assessments show 4"), (None, "the assessments show 0")):
        checks = policies(rules, story.record, lambda life, day, known=known: known)
        sentence = why_not(rules.process, story.record, asked, checks)
        assert part in sentence
        assert bool(sentence) == bool(part)


def test_nobody_dates_a_step_back(story: Any) -> None:
    sentence = story.why_not("zone", "propose", "desk", "2024-06-10", **NEW, effective="2020-01-01T00:00:00+00:00")
    assert "a step of a person counts from its entry" in sentence


VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=4),
    st.lists(st.text(max_size=3)).map(tuple),
    st.sampled_from(["2024-06-13", "2024-02-30", "PL", "buffer_zone", ("PL-BY",), ("PL",), "zone", "positive"]),
)  # fmt: skip
NAMES = ("kind", "borders", "states", "extends", "starts", "ends", "review", "effective", "opinion", "office",
         "until", "about", "withdraws", "calm_weeks", "despite", "basis", "without_end", "crossings")  # fmt: skip


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_whatever_an_entry_tells_gets_a_sentence_or_stands(new_story: Any, data: st.DataObject) -> None:
    story = new_story()
    story.adopt("zone", "2024-06-12", "2024-06-13", ends="2024-09-10")
    if data.draw(st.booleans()):
        story.advance("2024-06-13")
    process = story.rules.process
    step = data.draw(st.sampled_from(sorted(process.steps)))
    roles = (*process.steps[step].roles, "border_command") if process.steps[step].roles else ("system",)
    told = data.draw(st.dictionaries(st.sampled_from(NAMES), VALUES))
    name = data.draw(st.sampled_from(["zone", "other"]))
    asked = replace(story.entry(name, step, "desk", "2024-06-20", **told), by=Person("someone", roles))
    about = entries_of(process, story.record, name)
    sentence = why_not(process, about, asked, policies(story.rules, story.record))
    assert sentence == "" or sentence.endswith(".")
    if not sentence:
        story.record.append(asked)
        story.advance("2026-01-01")
        assert set(story.states.values()) <= set(process.states)


def test_a_system_entry_that_is_not_due_does_not_stand(story: Any, rules: Any) -> None:
    story.adopt("zone", "2024-06-12", "2024-06-13", ends="2024-09-10")
    story.advance("2024-10-01")
    assert story.states == {"zone": "lapsed"}
    early = [
        replace(e, data={**e.data, "effective": "2024-08-01T00:00:00+02:00"}) if e.does == "lapse" else e
        for e in story.record
    ]
    with pytest.raises(NotAllowed, match="takes effect at 2024-09-11"):
        replayed(rules.process, early, policies(rules, early))
