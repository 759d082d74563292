"""A crossing is not opened against a decisively negative opinion of a named command."""

from __future__ import annotations

from typing import Any

import pytest

from kordon.domain.errors import BadDocument
from kordon.measures.life import gate as gates
from kordon.measures.life import held, read_gate
from kordon.vocabulary import Vocabulary
from kordon.vocabulary.documents import parse_document

NO, YES = "decisively_negative", "positive"


def drafted(story: Any, kind: str = "checkpoint_opening", **more: Any) -> Any:
    story.do("open", "propose", "desk", "2024-05-01", kind=kind, borders=("PL-BY",), states=("PL",), **more)
    story.do("open", "draft", "office", "2024-05-02", basis="act")
    return story


def opinion(story: Any, who: str, at: str, word: str, **more: Any) -> str:
    office = {"border": "border_command", "army": "military_command", "mayors": "municipalities"}[who]
    entry = story.do("open", "opine", who, at, office=office, opinion=word, **more)
    return str(entry.id)


def adopting(story: Any, at: str = "2024-05-20") -> str:
    return str(story.why_not("open", "adopt", "cabinet", at, starts="2024-06-01", review="2024-09-01"))


def test_the_gate_says_who_blocks_what_and_why(story: Any) -> None:
    drafted(story, crossings=("one", "two"))
    opinion(story, "border", "2024-05-10", NO, about=("two",), why="No staff for the second lane.")
    sentence = adopting(story)
    assert sentence == (
        "The gate 'opening' is shut for two: border_command gave the opinion 'decisively_negative' on 2024-05-10 "
        "(No staff for the second lane), which holds to 2024-08-08. It opens when border_command withdraws or "
        "changes its opinion, or when that runs out."
    )


def test_two_commands_disagree(story: Any) -> None:
    drafted(story)
    opinion(story, "army", "2024-05-10", YES)
    opinion(story, "border", "2024-05-11", NO)
    assert "The opinion of military_command does not lift that." in adopting(story)


def test_an_opinion_that_is_only_negative_does_not_block(story: Any) -> None:
    drafted(story)
    opinion(story, "border", "2024-05-10", "negative")
    assert adopting(story) == ""


def test_an_office_that_the_gate_does_not_name_does_not_block(story: Any) -> None:
    drafted(story)
    opinion(story, "mayors", "2024-05-10", NO)
    assert adopting(story) == ""


def test_an_office_speaks_for_itself_only(story: Any) -> None:
    drafted(story)
    asked = {"office": "military_command", "opinion": NO}
    assert "'border' does not speak for 'military_command'" in story.why_not(
        "open", "opine", "border", "2024-05-10", **asked
    )
    given = opinion(story, "army", "2024-05-10", NO)
    assert "does not speak for" in story.why_not(
        "open", "withdraw_opinion", "border", "2024-05-11", withdraws=given
    )


def test_an_opinion_withdrawn_opens_and_cannot_be_withdrawn_twice(story: Any) -> None:
    drafted(story)
    given = opinion(story, "border", "2024-05-10", NO)
    story.do("open", "withdraw_opinion", "border", "2024-05-12", withdraws=given)
    assert adopting(story) == ""
    again = story.why_not("open", "withdraw_opinion", "border", "2024-05-13", withdraws=given)
    assert "has been withdrawn already" in again
    assert "There is no opinion 'x'" in story.why_not(
        "open", "withdraw_opinion", "border", "2024-05-13", withdraws="x"
    )


def test_what_was_withdrawn_does_not_bring_back_what_was_before(story: Any) -> None:
    drafted(story)
    opinion(story, "border", "2024-05-10", NO)
    later = opinion(story, "border", "2024-05-11", YES)
    story.do("open", "withdraw_opinion", "border", "2024-05-12", withdraws=later)
    assert adopting(story) == ""


def test_an_opinion_runs_out_on_its_last_day(story: Any) -> None:
    drafted(story)
    assert "before it is given" in story.why_not("open", "opine", "border", "2024-05-10", office="border_command",
                                                 opinion=NO, until="2024-05-09")  # fmt: skip
    opinion(story, "border", "2024-05-10", NO, until="2024-05-20")
    assert "which holds to 2024-05-20" in adopting(story, "2024-05-20")
    assert adopting(story, "2024-05-21") == ""


def test_an_opinion_about_a_crossing_that_is_not_touched(story: Any) -> None:
    drafted(story, crossings=("one",))
    sentence = story.why_not(
        "open", "opine", "border", "2024-05-10", office="border_command", opinion=NO, about=("two",)
    )
    assert sentence == "'open' does not touch two; its crossings are one."


def test_an_opening_that_was_adopted_is_held_back_until_the_opinion_runs_out(story: Any) -> None:
    drafted(story)
    story.do("open", "adopt", "cabinet", "2024-05-20", starts="2024-06-01", review="2024-09-01")
    opinion(story, "army", "2024-05-25", NO, until="2024-06-10")
    assert story.advance("2024-06-05") == []
    [waiting] = held(story.rules, story.record, story.record[-1].at.replace(month=6, day=5))
    assert waiting.measure == "open"
    assert "military_command" in waiting.block.sentence
    assert story.advance("2024-07-01") == [("open", "take_force")]
    assert str(story.lives["open"].began) == "2024-06-11 00:00:00+02:00"


def test_a_closure_is_not_lifted_against_it_but_runs_out_by_itself(story: Any) -> None:
    drafted(story, kind="checkpoint_closure")
    story.do("open", "adopt", "cabinet", "2024-05-20", starts="2024-06-01", ends="2024-06-30")
    story.advance("2024-06-01")
    opinion(story, "border", "2024-06-02", NO)
    for does in ("lift", "repeal"):
        assert "The gate 'opening' is shut" in story.why_not(
            "open", does, "cabinet", "2024-06-10", despite="an order"
        )
    assert story.advance("2024-07-01") == [("open", "lapse")]


def test_a_gate_that_asks_for_an_opinion_first(story: Any, rules: Any) -> None:
    from dataclasses import replace

    drafted(story)
    strict = replace(rules.gates[0], silence=gates.BLOCKS)
    story.rules = replace(rules, gates=(strict,))
    assert "border_command gave no opinion" in adopting(story)
    opinion(story, "border", "2024-05-10", YES)
    assert "military_command gave no opinion" in adopting(story)
    opinion(story, "army", "2024-05-11", "negative")
    assert adopting(story) == ""


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("kinds: [checkpoint_opening]", "kinds: [tunnel]", "line 12: 'tunnel' is not in measures.yaml"),
        ("steps: [adopt, take_force]", "steps: [open]", "line 12: 'open' is not a step of the process"),
        ("any: [border_command", "any: [borderland", "'borderland' is not an office of the gate"),
        ("any: [", "XX: [", "the commands for any state are needed"),
        ("silence: passes", "silence: golden", "'golden' is no answer to silence"),
        ("blocks: [decisively_negative]", "blocks: [loud]", "'loud' is not an opinion"),
        ("days: 90", "days: 0", "0 is not a number of days"),
    ],
)
def test_a_gate_that_cannot_be_meant(rules: Any, vocabulary: Vocabulary, old: str, new: str, problem: str) -> None:
    text = (gates.SHIPPED / "opening.yaml").read_text("utf-8")
    assert old in text
    with pytest.raises(BadDocument) as caught:
        read_gate(parse_document(text.replace(old, new, 1), "opening.yaml"), rules.process, vocabulary)
    assert problem in str(caught.value)
