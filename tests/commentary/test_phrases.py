"""The phrase book: the same messages in every language, numbers and dates by the rules of each, nothing silent."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast, visitor

from kordon.commentary.book import PhraseError
from kordon.commentary.language import Day, rough
from kordon.commentary.phrases import LISTS, Phrases, load_phrases
from kordon.domain.assessment import Reason
from kordon.domain.time import Date
from kordon.vocabulary import LANGUAGES, Vocabulary
from kordon.vocabulary.loader import CASES

NBSP = "\u00a0"


def test_every_language_has_the_same_messages_with_the_same_values(phrases: Phrases) -> None:
    assert list(phrases.gaps()) == []


def test_a_gap_is_told_as_a_sentence(vocabulary: Vocabulary, tmp_path: Path) -> None:
    for lang, text in (("en", "gap-a = x\ngap-b = { $count }\n"), ("be", "gap-b = { $other }\n"),
                       ("ru", "gap-b = { $count }\n")):  # fmt: skip
        (tmp_path / "phrases" / lang).mkdir(parents=True)
        (tmp_path / "phrases" / lang / "x.ftl").write_text(text, encoding="utf-8")
    gaps = list(load_phrases(vocabulary, tmp_path, indicators={}).gaps())
    assert any("'gap-a' is missing in be, ru" in gap for gap in gaps)
    assert any("'gap-b' uses other values" in gap for gap in gaps)


def test_every_reason_that_code_makes_is_in_the_book(phrases: Phrases, source: Path) -> None:
    keys = {
        key
        for path in source.rglob("*.py")
        for key in re.findall(r'"(reason-[a-z0-9-]*[a-z0-9])"', path.read_text(encoding="utf-8"))
    }
    assert keys, "no reason was found in the code: the pattern is out of date"
    missing = {key for key in keys if not phrases.has("en", key)}
    assert not missing


@pytest.mark.parametrize(
    ("lang", "count", "told"),
    [
        ("be", 1, "паранены адзін чалавек"),
        ("be", 2, "паранены два чалавекі"),
        ("be", 5, "паранена пяць чалавек"),
        ("be", 11, "паранена 11 чалавек"),
        ("be", 21, "паранены 21 чалавек"),
        ("be", 22, "паранены 22 чалавекі"),
        ("be", 25.0, "паранена 25 чалавек"),
        ("ru", 1, "ранен один человек"),
        ("ru", 2, "ранены два человека"),
        ("ru", 5, "ранено пять человек"),
        ("ru", 12, "ранено 12 человек"),
        ("ru", 21, "ранен 21 человек"),
        ("ru", 23.0, "ранены 23 человека"),
        ("en", 1, "one person was wounded"),
        ("en", 2, "two people were wounded"),
        ("en", 21, "21 people were wounded"),
    ],
)
def test_people_are_counted_in_the_right_form(phrases: Phrases, lang: str, count: float, told: str) -> None:
    assert phrases.say(lang, "hurt-injured", injured=count) == told


@pytest.mark.parametrize(
    ("lang", "count", "told"),
    [
        ("be", 1, "Каля 1 спробы"),
        ("be", 2, "Каля 2 спроб"),
        ("be", 21, "Каля 21 спробы"),
        ("be", 1612.3, f"Каля 1{NBSP}600 спроб"),
        ("ru", 1, "Около 1 попытки"),
        ("ru", 5, "Около 5 попыток"),
        ("ru", 21, "Около 21 попытки"),
        ("ru", 12_345, f"Около 12{NBSP}000 попыток"),
        ("en", 1, "About 1 attempt "),
        ("en", 1612.3, "About 1,600 attempts"),
    ],
)
def test_attempts_are_counted_in_the_right_form(phrases: Phrases, lang: str, count: float, told: str) -> None:
    said = phrases.say(lang, "headline-count-a", mean=count, where="W", where_acc="W")
    assert said.startswith(told)


@pytest.mark.parametrize(
    ("lang", "start", "end", "told"),
    [
        ("en", Date(2024, 5, 27), Date(2024, 6, 2), "27 May – 2 June 2024"),
        ("en", Date(2024, 6, 3), Date(2024, 6, 9), "3–9 June 2024"),
        ("en", Date(2024, 12, 30), Date(2025, 1, 5), "30 December 2024 – 5 January 2025"),
        ("en", Date(2024, 6, 3), Date(2024, 6, 3), "3 June 2024"),
        ("be", Date(2024, 5, 27), Date(2024, 6, 2), "27 мая – 2 чэрвеня 2024 года"),
        ("be", Date(2024, 12, 30), Date(2025, 1, 5), "30 снежня 2024 года – 5 студзеня 2025 года"),
        ("ru", Date(2024, 5, 27), Date(2024, 6, 2), "27 мая – 2 июня 2024 года"),
    ],
)
def test_ranges(phrases: Phrases, lang: str, start: Date, end: Date, told: str) -> None:
    assert phrases.say(lang, "span", start=start, end=end) == told


def test_a_near_day_goes_without_its_year(phrases: Phrases) -> None:
    day = Date(2024, 6, 4)
    assert phrases.say("be", "day", day=day) == "4 чэрвеня 2024 года"
    assert phrases.say("be", "day", day=Day(day, dated=False)) == "4 чэрвеня"


@pytest.mark.parametrize(
    ("value", "said"),
    [(0.4, 0), (9.6, 10), (84.3, 84), (99.6, 100), (1612.3, 1600), (1650, 1700), (25_571, 26_000)],
)
def test_an_estimate_is_said_with_two_digits(value: float, said: int) -> None:
    assert rough(value) == said


def test_spelling_that_depends_on_the_neighbour(phrases: Phrases) -> None:
    belarusian, russian = phrases.languages["be"], phrases.languages["ru"]
    assert belarusian.tidy("на мяжы у выніку") == "на мяжы ў выніку"
    assert belarusian.tidy("напад у выніку") == "напад у выніку"
    assert belarusian.tidy("на Украіне") == "на Украіне"
    assert russian.tidy("решение о ограничении") == "решение об ограничении"
    assert russian.tidy("решение о закрытии") == "решение о закрытии"
    assert russian.tidy("с 2 июня") == "со 2 июня"
    assert russian.tidy("с 12 июня") == "с 12 июня"
    assert russian.tidy("с среднего до низкого") == "со среднего до низкого"


def test_ids_are_said_by_their_labels_in_every_case(phrases: Phrases, vocabulary: Vocabulary) -> None:
    border = vocabulary.assessed_borders[0]
    said = phrases.say("be", "reason-trend-same", border=border)
    assert border not in said
    assert vocabulary.label("borders", border, "be").casefold() in said.casefold()


class _Variables(visitor.Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.names.add(node.id.name)


def test_every_case_that_a_phrase_asks_for_is_written_out(vocabulary: Vocabulary, source: Path) -> None:
    """A form that is not there would silently be the nominative. Borders and groups stand behind `where`."""
    kinds = {**LISTS, "where": "borders", "low_measure": "measures", "high_measure": "measures",
             "from_level": "levels", "borders": "borders", "states": "states"}  # fmt: skip
    lacking = set()
    for lang in ("be", "ru"):
        for path in (source / "commentary" / "phrases" / lang).glob("*.ftl"):
            found = _Variables()
            found.visit(FluentParser().parse(path.read_text(encoding="utf-8")))
            for name in found.names:
                stem, _, case = name.rpartition("_")
                if case not in CASES or case == "short" or stem not in kinds:
                    continue
                for term in vocabulary[kinds[stem]].values():
                    if case not in term.labels[lang] and term.id != "not_assessed":
                        lacking.add((lang, kinds[stem], term.id, case))
    assert not lacking


def test_the_draft_writes_no_number_into_a_phrase(phrases: Phrases, source: Path) -> None:
    """A digit or number word in a phrase of the draft stands only where the count itself picks the wording."""
    for lang in LANGUAGES:
        text = (source / "commentary" / "phrases" / lang / "draft.ftl").read_text(encoding="utf-8")
        words = phrases.languages[lang].words
        for line in text.splitlines():
            plain = re.sub(r"\{[^{}]*\}", "", line)
            if line.startswith("#") or re.match(r"\s*\*?\[\w+\]", plain):
                continue
            plain = plain.partition("=")[2] if re.match(r"[a-z0-9-]+ =", plain) else plain
            assert not re.search(r"\d", plain), line
            assert not set(re.findall(r"\w+", plain.lower())) & set(words), line


@pytest.mark.parametrize(
    ("key", "values", "problem"),
    [
        ("no-such-message", {}, "'no-such-message' is missing"),
        ("hurt-injured", {}, "Unknown external: injured"),
        ("hurt-injured", {"injured": None}, "Unknown external: injured"),
        ("day", {"day": "yesterday"}, "cannot be said"),
    ],
)
def test_what_cannot_be_said_is_an_error_with_its_place(
    phrases: Phrases, key: str, values: dict[str, object], problem: str
) -> None:
    with pytest.raises(PhraseError, match=problem):
        phrases.say("en", key, **values)


@pytest.mark.parametrize(
    ("lang", "indicator", "value", "bound", "told"),
    [
        ("en", "v1", 56, 20, ": 56%; from 20% on"),
        ("be", "v1", 56, 20, ": 56 %; ад 20 %"),
        ("en", "b4", 35, 20, ": 35 people; from 20 on"),
        ("be", "b4", 33, 20, ": 33 чалавекі; ад 20"),
        ("ru", "b4", 35, 20, ": 35 человек; от 20"),
        ("en", "p2", 3, 1.75, ": 3 times as many; from 1.75 times on"),
        ("be", "p2", 3, 1.75, ": больш у 3 разы; ад 1,75 раза"),
        ("ru", "p2", 2.5, 1.75, ": больше в 2,5 раза; от 1,75 раза"),
    ],
)
def test_a_reason_says_its_value_with_the_unit(
    phrases: Phrases, lang: str, indicator: str, value: float, bound: float, told: str
) -> None:
    values = (("indicator", indicator), ("level", "high"), ("value", value), ("bound", bound))
    assert told in phrases.because(lang, Reason("reason-threshold-reached", values))


def test_a_reason_rounds_an_estimate_as_the_draft_does(phrases: Phrases) -> None:
    values = (("indicator", "p1"), ("level", "low"), ("value", 1191), ("bound", 3171), ("expected", 900))
    assert "about 1,200 in the week" in phrases.because("en", Reason("reason-p-usual", values))
    none = (("indicator", "b3"), ("level", "low"), ("value", 0), ("bound", 1))
    assert ": none; " in phrases.because("en", Reason("reason-threshold-not-reached", none))


def test_a_reason_about_an_unknown_id_is_an_error(book: Phrases) -> None:
    with pytest.raises(PhraseError, match="'XX-YY', which no list of borders has"):
        book.because("en", Reason("reason-test-level", (("border", "XX-YY"), ("level", "low"))))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("broken = { $a\n", "line 1: it is not valid Fluent"),
        ("day = { $day }\n", "already written in phrases/en/"),
    ],
)
def test_a_folder_with_bad_phrases_is_refused(
    vocabulary: Vocabulary, tmp_path: Path, text: str, problem: str
) -> None:
    (tmp_path / "phrases" / "en").mkdir(parents=True)
    (tmp_path / "phrases" / "en" / "x.ftl").write_text(text, encoding="utf-8")
    with pytest.raises(PhraseError, match=problem):
        load_phrases(vocabulary, tmp_path, indicators={})


def test_a_tree_of_reasons_keeps_its_shape(book: Phrases, vocabulary: Vocabulary) -> None:
    border = vocabulary.assessed_borders[0]
    child = Reason("reason-test-reading", (("value", 1612), ("bound", 5), ("day", Date(2024, 6, 4))), ("r1",))
    told = book.tree("en", Reason("reason-test-level", (("border", border), ("level", "high")), ("a1",), (child,)))
    assert told.text == f"{vocabulary.label('borders', border, 'en')}: high."
    assert [(c.text, c.evidence) for c in told.children] == [
        ("Counted: 1,612 against a bound of 5, first on 4 June 2024.", ("r1",))
    ]
