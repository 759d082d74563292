"""Explanations: the words that made an item, what each decides, where they are written, and what was not taken."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kordon.coding import Coder
from kordon.coding.explain import explain
from kordon.coding.explained import Explained, Told, segments
from kordon.coding.gold import load_cases
from kordon.coding.lexicon import ROOT
from kordon.domain.report import Report
from kordon.vocabulary import Vocabulary

GOLD = Path(__file__).parents[1] / "gold"
TEXT = (
    "On Tuesday, border guards in Lithuania turned back 12 people who tried to cross illegally from Belarus. "
    "Four migrants threw stones at a Lithuanian patrol; no shots were fired.\n\nThe patrol walked 14 kilometres."
)


@pytest.fixture(scope="module")
def found(coder: Coder, vocabulary: Vocabulary) -> Explained:
    return explain(coder, Report("r", TEXT, lang="en", published_at=dt.date(2024, 6, 5)), vocabulary)


def item(found: Explained, name: str) -> Told:
    return next(item for item in found.items if item.name == name)


def decided(told: Told, words: str) -> dict[str, str]:
    return {key: without for clue in told.clues if clue.words == words for key, without in clue.decides}


def test_an_item_is_made_by_the_words_without_which_it_is_gone(found: Explained) -> None:
    stones = item(found, "stone_throwing")
    assert decided(stones, "threw") == decided(stones, "stones") == {"makes it": ""}
    assert all(clue.meets for clue in stones.clues if clue.words in ("threw", "stones"))
    assert "makes it" not in decided(stones, "migrants")


def test_a_word_decides_the_fields_that_change_without_it(found: Explained) -> None:
    figure = item(found, "prevented")
    assert decided(figure, "Tuesday") == {"span": ""}
    assert decided(figure, "12") == {"count": ""}
    assert dict(figure.fields)["span"] == "2024-06-04 (day)"


def test_why_a_modality_is_what_it_is(found: Explained) -> None:
    shots = item(found, "shots_fired")
    assert shots.why == "denied, because of “no” (zero.no; without it: actual)"
    assert item(found, "stone_throwing").why == "actual: no word of the text says otherwise"


def test_words_and_rules_are_found_where_they_are_written(found: Explained) -> None:
    checked = 0
    for told in found.items:
        for origin, concept in [(told.origin, told.rule), *((c.origin, c.concept) for c in told.clues)]:
            if origin is None or not origin.file.startswith("data/lexicon/"):
                continue
            row = (ROOT.parent.parent / origin.file).read_text("utf-8").splitlines()[origin.line - 1]
            assert concept.removeprefix("figure:") in row
            checked += 1
    assert checked >= 8
    assert {c.origin is None for told in found.items for c in told.clues if c.concept != "number"} == {False}


def test_a_number_that_came_to_nothing_is_told_with_its_reason(found: Explained) -> None:
    (number,) = found.numbers
    assert (number.words, TEXT[number.start : number.end]) == ("14", "14")
    assert "km" in number.why


def test_a_word_that_holds_an_item_back_is_told(coder: Coder, vocabulary: Vocabulary) -> None:
    text = "Near the border with Belarus Lithuanian officers found slingshots used against them by migrants."
    found = explain(coder, Report("r", text, lang="en", published_at=dt.date(2024, 6, 5)), vocabulary)
    assert [(h.words, h.item) for h in found.held] == [("found", "incident: slingshot attack, actual")]
    assert found.empty


def test_a_report_that_holds_nothing_lists_the_words_that_are_known(coder: Coder, vocabulary: Vocabulary) -> None:
    found = explain(coder, Report("r", "The market in Vilnius opens at nine.", lang="en"), vocabulary)
    assert found.empty
    assert "Vilnius" in [clue.words for clue in found.seen]


def test_a_report_in_no_language_has_a_note(coder: Coder, vocabulary: Vocabulary) -> None:
    found = explain(coder, Report("r", "Lorem ipsum.", lang="und"), vocabulary)
    assert found.empty
    assert "language could not be told" in found.notes[0]


def test_a_bound_on_the_work_is_kept_and_told(coder: Coder, vocabulary: Vocabulary) -> None:
    report = Report("r", TEXT, lang="en", published_at=dt.date(2024, 6, 5))
    found = explain(coder, report, vocabulary, work=0)
    assert len(found.items) == 3
    assert "not tried one by one" in found.notes[-1]


def test_explaining_a_report_codes_it_as_coding_does(coder: Coder, vocabulary: Vocabulary) -> None:
    for case in load_cases(GOLD / "lv")[:6]:
        coded = coder.code(case.report)
        found = explain(coder, case.report, vocabulary)
        items = [*coded.figures, *coded.incidents, *coded.measures, *coded.signals, *coded.compositions]
        assert len(found.items) == len(items) + len(coded.judgements) + len(coded.rungs) + bool(coded.header)
        for told in found.items:
            for clue in told.clues:
                assert re.sub(r"\s+", " ", case.report.text[clue.start : clue.end]) == clue.words


spans = st.lists(st.tuples(st.integers(0, 20), st.integers(1, 12)), max_size=4)


@given(st.text(min_size=32, max_size=40), st.lists(spans, max_size=4))
def test_pieces_make_up_the_text_and_know_their_items(text: str, of_items: list[list[tuple[int, int]]]) -> None:
    items = [
        Told(n, "figures", "x", "x", "x", None, (), tuple(sorted({(a, a + b) for a, b in of})), (), "")
        for n, of in enumerate(of_items, 1)
    ]
    at = 0
    for words, numbers in segments(Report("r", text), items):
        assert words == text[at : at + len(words)]
        for place in range(at, at + len(words)):
            expected = {i.number for i in items if any(start <= place < end for start, end in i.spans)}
            assert set(numbers) == expected
        at += len(words)
    assert at == len(text)


WORDS = [
    "12",
    "people",
    "turned back",
    "no",
    "Lithuania",
    "Belarus",
    "border",
    "threw stones",
    "shots",
    ".",
    ",",
    "\n",
]


@settings(deadline=None, max_examples=25)
@given(st.lists(st.sampled_from(WORDS), max_size=18))
def test_any_jumble_of_words_is_explained(coder: Coder, vocabulary: Vocabulary, words: list[str]) -> None:
    text = " ".join(words)
    found = explain(coder, Report("r", text, lang="en"), vocabulary)
    assert "".join(piece for piece, _ in segments(found.report, found.items)) == text
