"""What changed since the last sitting, and the minutes in every language."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from types import ModuleType

import pytest

from kordon.commentary.phrases import Phrases, load_phrases
from kordon.criteria.page import Page
from kordon.domain.assessment import Level
from kordon.domain.measure import Crossing
from kordon.domain.reading import Unknown
from kordon.measures.sitting import (
    HEADINGS,
    Estimate,
    Minutes,
    Moved,
    as_text,
    changes,
    describe,
    sitting_of,
    steps,
)
from kordon.site.paper import paper
from kordon.vocabulary import LANGUAGES, Vocabulary

LABELS = {
    "attacks": {"en": "Attacks on patrols", "be": "Напады на патрулі", "ru": "Нападения на патрули"},
    "prevented": {"en": "Prevented attempts", "be": "Прадухіленыя спробы", "ru": "Предотвращённые попытки"},
}


@pytest.fixture(scope="module")
def phrases(vocabulary: Vocabulary) -> Phrases:
    labels = {name: {lang: {"nom": label} for lang, label in said.items()} for name, said in LABELS.items()}
    return load_phrases(vocabulary, indicators=labels)


@pytest.fixture(scope="module")
def minutes(made: ModuleType) -> Minutes:
    opinion = steps.opine("S1", made.COMMAND, "border-command", "decisively_negative", "Not <b>needed</b>.")
    dissent = steps.dissent("S1", made.MEMBER, "Too much.")
    withdrawn = (made.put("C", "R5"), steps.withdraw("S1", made.ANALYSTS, "C", "Too far."))
    record = made.play(*made.BEGUN, *withdrawn, opinion, made.decided(options=("A", "B")), dissent)
    readings = {
        f"{a.id}/attacks": made.reading(f"{a.id}/attacks", v) for a, v in ((made.BEFORE, 1), (made.NOW, 7))
    }
    change = changes(made.BEFORE, made.NOW, readings)
    crossing = Crossing("pl-1", made.BORDER, "road", (("en", "One"), ("be", "Першы")), None, None, ("bus",))
    return Minutes(sitting_of(made.PROCESS, record), made.PROCESS, (change,), {"pl-1": crossing}, 9, "f" * 64)


def test_what_changed_is_told_level_by_level(made: ModuleType) -> None:
    readings = {
        "assessment-before/attacks": made.reading("x", 1.0),
        "assessment-now/attacks": made.reading("x", 7.0),
    }
    found = changes(made.BEFORE, made.NOW, readings)
    assert (found.before, found.now, found.moved) == (Level.MEDIUM, Level.HIGH, Moved.UP)
    attacks, prevented = found.indicators
    assert (attacks.before, attacks.now, attacks.moved) == (Level.LOW, Level.HIGH, Moved.UP)
    assert (attacks.value_before, attacks.value_now, attacks.unit) == (1.0, 7.0, "people")
    assert prevented.moved is Moved.SAME
    assert prevented.value_now == Unknown("sitting-not-read")  # the reading is not at hand, so no number is told


@pytest.mark.parametrize(
    ("before", "now", "moved"),
    [
        ({"attacks": "high"}, {"attacks": "medium"}, Moved.DOWN),
        ({"attacks": "not_assessed"}, {"attacks": "medium"}, Moved.NOT_TOLD),
        ({"attacks": "low"}, {"attacks": "not_assessed"}, Moved.NOT_TOLD),
        ({}, {"attacks": "critical"}, Moved.NOT_TOLD),
        ({"attacks": "critical"}, {}, Moved.NOT_TOLD),
    ],
)
def test_what_was_not_assessed_has_not_moved(
    made: ModuleType, before: dict[str, str], now: dict[str, str], moved: Moved
) -> None:
    found = changes(made.assessment("a", "2024-W20", before), made.assessment("b", "2024-W25", now), {})
    assert [one.moved for one in found.indicators] == [moved]


def test_levels_by_two_criteria_are_not_compared(made: ModuleType) -> None:
    found = changes(replace(made.BEFORE, criteria="d" * 64), made.NOW, {})
    assert not found.same_criteria
    assert {found.moved, *(one.moved for one in found.indicators)} == {Moved.NOT_TOLD}


def test_a_first_sitting_has_nothing_to_compare_with(made: ModuleType) -> None:
    found = changes(None, made.NOW, {})
    assert found.before == Unknown("sitting-no-earlier") == found.indicators[0].before
    assert found.moved is Moved.NOT_TOLD and found.same_criteria


def cells(page: Page) -> list[str]:
    return [cell for table in page.tables for row in table.rows for cell in row]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_minutes_tell_everything_in_every_language(minutes: Minutes, phrases: Phrases, lang: str) -> None:
    page = describe(minutes, lang, phrases)
    text, told = as_text(page), cells(page)
    for words in ("Pressure rose.", "Too much.", "Not <b>needed</b>.", "Too far.", "Eight buses a day.", "f" * 64):
        assert words in text.replace("\n  ", " ").replace("\n", ""), words
    assert all(len(row) == len(table.headers) for table in page.tables for row in table.rows)
    assert phrases.say(lang, "sitting-opinion-decisively-negative") in told
    assert told.count(phrases.say(lang, "sitting-not-estimated")) == 6  # three headings of two options
    assert any({"en": "One", "be": "Першы", "ru": "One"}[lang] in cell for cell in told)
    assert LABELS["attacks"][lang] in told and phrases.say(lang, "sitting-moved-up") in told
    assert [name for name in ("sitting-", "reason-", "basis-", "exception-", "{", "None") if name in text] == []
    assert len(page.tables[-1].rows) == len(minutes.sitting.entries)


def test_the_options_stand_from_the_least_to_the_most_restrictive(minutes: Minutes, phrases: Phrases) -> None:
    page = describe(minutes, "en", phrases)
    table = next(t for t in page.tables if t.title == "The range of options")
    assert [row[0] for row in table.rows] == ["A", "B", "C (withdrawn)"]
    assert table.rows[0][4] == "buses: One"
    assert table.rows[0][7] == "8 July 2024 to 30 September 2024"
    assert "Beyond the range that was proposed: Pressure rose." in table.rows[0][8]
    impact = next(t for t in page.tables if t.title == "What each option would touch")
    assert impact.rows[0][1] == "Eight buses a day. (6 to 10 buses a day)"


def test_an_estimate_made_of_ids_is_said_with_their_labels(
    made: ModuleType, minutes: Minutes, phrases: Phrases
) -> None:
    words = ("pl-1: bus, rail", "sitting-touches-none", "pl-1: boats", "xx-1: bus")
    impact = {h: Estimate(w) for h, w in zip(HEADINGS, words, strict=True)}
    record = made.play(made.opened(), made.heard(), made.put("A", impact=impact))
    page = describe(replace(minutes, sitting=sitting_of(made.PROCESS, record)), "be", phrases)
    (row,) = next(t for t in page.tables if t.title == "Што закране кожны варыянт").rows
    none = "ніводзін пункт пропуску не закранаецца"
    assert row == ("A", "Першы: аўтобусы, чыгунка", none, "pl-1: boats", "xx-1: bus")


def test_an_undecided_sitting_says_so(made: ModuleType, phrases: Phrases) -> None:
    empty = Minutes(sitting_of(made.PROCESS, made.play(made.opened())), made.PROCESS, ())
    text = as_text(describe(empty, "en", phrases))
    assert "Nothing has been decided." in text and "fingerprint" not in text
    deferred = (made.opened(), made.heard(""), steps.defer("S1", made.COUNCIL, made.REVIEW, "Too early."))
    record = made.play(*deferred)
    put_off = Minutes(sitting_of(made.PROCESS, record), made.PROCESS, (changes(None, made.NOW, {}),))
    text = as_text(describe(put_off, "en", phrases))
    assert "put off by council (commission)" in text and "Next review: 15 August 2024." in text
    assert "No sitting has looked at this border before" in text.replace("\n", " ")


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        if tag not in ("meta", "link", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_paper_is_one_sound_file_without_scripts(minutes: Minutes, phrases: Phrases, lang: str) -> None:
    page = describe(minutes, lang, phrases)
    html = paper(page, lang)
    tags = Tags()
    tags.feed(html)
    assert tags.open == []
    assert not {"script", "img", "link", "b"} & set(tags.seen)
    assert "Not &lt;b&gt;needed&lt;/b&gt;." in html
    assert f'<html lang="{lang}">' in html and page.title in html
    assert tags.seen.count("section") == len(page.tables)
