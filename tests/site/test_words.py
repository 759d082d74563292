"""What the site says: every phrase in every language, dates and numbers by their rules, relative addresses."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kordon.site
from kordon.commentary.phrases import load_phrases
from kordon.domain.coded import Figure, FigureForm, Modality, Place
from kordon.domain.quantity import Quantity, Rounding
from kordon.domain.report import Evidence
from kordon.domain.time import Precision, Span, Week
from kordon.site import paths
from kordon.site.words import Words
from kordon.vocabulary import LANGUAGES, Vocabulary

HERE = Path(kordon.site.__file__).parent


@pytest.fixture(scope="module")
def words(vocabulary: Vocabulary) -> dict[str, Words]:
    phrases = load_phrases(vocabulary)
    return {lang: Words(lang, phrases, vocabulary) for lang in LANGUAGES}


def test_every_phrase_is_there_in_every_language(vocabulary: Vocabulary) -> None:
    phrases = load_phrases(vocabulary)
    assert [gap for gap in phrases.gaps() if "'site-" in gap] == []


def test_every_phrase_of_the_site_is_used_and_every_used_one_exists(vocabulary: Vocabulary) -> None:
    code = "".join(p.read_text(encoding="utf-8") for p in (*HERE.rglob("*.py"), *HERE.rglob("*.html")))
    book = {key.removeprefix("site-") for key in load_phrases(vocabulary).book["en"] if key.startswith("site-")}
    used = set(re.findall(r"""\b(?:t|say)\(\s*["']([a-z0-9-]+[a-z0-9])["']""", code))
    used |= set(re.findall(r"""\bsay\(lang, "site-([a-z0-9-]+)"\)""", code))
    assert used - book == set()
    made = ("nav-", "about-", "answer-", "fact-", "policy-", "scores-")  # put together from a stem
    unused = {key for key in book - used if not key.startswith(made) and f'"{key}"' not in code}
    assert unused == set()


def test_a_range_of_days_reads_as_the_language_writes_it(words: dict[str, Words]) -> None:
    week = Week(2024, 22)
    assert words["en"].week(week) == "27 May – 2 June 2024"
    assert words["be"].week(week) == "27 мая – 2 чэрвеня 2024 года"
    assert words["ru"].week(week) == "27 мая – 2 июня 2024 года"
    assert words["en"].week_short(Week(2024, 20)) == "13–19 May"


@pytest.mark.parametrize(
    ("span", "said"),
    [
        (Span.untold(), "time not reported"),
        (Span(dt.date(2024, 6, 13), None, Precision.DAY), "from 13 June 2024"),
        (Span(None, dt.date(2024, 6, 13), Precision.DAY), "until 13 June 2024"),
        (Span(dt.date(2024, 2, 1), dt.date(2024, 2, 29), Precision.MONTH), "February 2024"),
        (Span(dt.date(2023, 1, 1), dt.date(2023, 12, 31), Precision.YEAR), "2023"),
        (Span(dt.date(2024, 6, 8), dt.date(2024, 6, 9), Precision.DAYS), "8–9 June 2024"),
    ],
)
def test_a_span_is_told_as_exactly_as_it_is_known(words: dict[str, Words], span: Span, said: str) -> None:
    assert words["en"].span(span) == said


def test_a_printed_number_keeps_its_own_word(words: dict[str, Words]) -> None:
    def figure(value: float, rounding: Rounding, per: str | None = None) -> Figure:
        form = FigureForm.RATE if per else FigureForm.COUNT
        quantity = Quantity.worded(value, rounding)
        evidence = (Evidence("r", 0, 1),)
        return Figure("f", form, "attempts", quantity, Place(), Span.untold(), Modality.ACTUAL, evidence, "r", per)

    assert words["en"].figure(figure(200, Rounding.OVER, "day")) == "over 200 a day (attempts to cross)"
    assert words["be"].figure(figure(3000, Rounding.ALMOST)).startswith("амаль 3\u00a0000")
    assert words["ru"].figure(figure(450, Rounding.EXACT)) == "450 (попытки пересечения)"


def test_plurals_follow_the_language(words: dict[str, Words]) -> None:
    assert [words["be"].say("days-left", days=n) for n in (0, 1, 3, 5, 21)] == [
        "апошні дзень", "застаўся 1 дзень", "засталося 3 дні", "засталося 5 дзён", "застаўся 21 дзень",
    ]  # fmt: skip
    assert [words["ru"].say("weeks", count=n) for n in (1, 2, 52)] == ["1 неделя", "2 недели", "52 недели"]


NAMES = st.lists(st.sampled_from(["en", "be", "2024", "w22", "borders"]), max_size=4)


@given(NAMES, NAMES)
def test_a_relative_address_leads_where_it_says(one: list[str], other: list[str]) -> None:
    source, target = "/".join([*one, "a.html"]), "/".join([*other, "b.html"])
    steps = source.split("/")[:-1]
    for step in paths.relative(source, target).split("/"):
        if step == "..":
            steps.pop()
        else:
            steps.append(step)
    assert "/".join(steps) == target


def test_a_fragment_on_the_same_page_is_only_a_fragment() -> None:
    assert paths.relative("en/a.html", "en/a.html#x") == "#x"
    assert paths.relative("en/a.html", "be/b.html#x") == "../be/b.html#x"


@given(st.text())
def test_a_slug_is_safe_in_an_address(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", paths.slug(name))


@pytest.mark.parametrize(
    ("chance", "en", "be"),
    [
        (0.934, "0.93", "0,93"),
        (0.5, "0.50", "0,50"),
        (0.0, "< 0.01", "< 0,01"),
        (0.004, "< 0.01", "< 0,01"),
        (0.997, "> 0.99", "> 0,99"),
        (1.0, "> 0.99", "> 0,99"),
    ],
)
def test_nothing_is_called_certain_or_impossible(words: dict[str, Words], chance: float, en: str, be: str) -> None:
    assert words["en"].probability(chance) == en
    assert words["be"].probability(chance) == words["ru"].probability(chance) == be
