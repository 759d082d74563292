"""How much the drafts smell of a template, the measure itself, and the pages of the manual that show it."""

from __future__ import annotations

import itertools
import re
import statistics
from pathlib import Path
from typing import Any

import pytest

from kordon.commentary.draft import AREAS
from kordon.commentary.phrases import Phrases
from kordon.commentary.smell import Smell, Text, masker, smell, text_of_page, windows
from kordon.domain.time import Week
from kordon.vocabulary import LANGUAGES

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"

# The most that may come back: what was measured (docs/examples/ten-weeks-smell.md) and a little room, so that a
# new phrase does not break the test and a template does. Each lies far below what the drafts had before.
MEDIAN = {"frames": 0.30, "openings": 0.52, "phrases": 0.66, "orders": 0.70}
WORST = {"frames": 0.50, "openings": 0.75, "phrases": 0.82}
IN_A_ROW = {"frames": 0.05, "openings": 0.10, "phrases": 0.25}  # of two drafts, medians


# --------------------------------------------------------------------------------------------- the measure


def of(phrases: Phrases, *pages: str) -> Smell:
    mask = masker(phrases, "en")
    return smell([text_of_page(page, mask) for page in pages])


def test_numbers_dates_and_names_are_masked(phrases: Phrases) -> None:
    mask = masker(phrases, "en", ["Kuźnica"])
    assert mask("About 1,600 attempts were made near Kuźnica on 4 June 2024.") == mask(
        "About 12 attempts were made near Kuźnica on 31 December."
    )
    assert mask("The level on the Poland–Belarus border is high.") == mask(
        "The level on the border with Latvia is low."
    )
    assert mask("The level is high.") != mask("The level stays high.")


def test_a_template_smells_and_two_texts_do_not(phrases: Phrases) -> None:
    template = [f"About {n} attempts were made in the week.\n\nThe level is low." for n in (10, 20, 30)]
    assert of(phrases, *template).frames == 1.0
    assert of(phrases, *template).openings == 1.0
    assert of(phrases, *template).phrases == pytest.approx(8 / 12)  # the short sentence holds no run of five
    free = of(phrases, "Nobody saw it coming.", "The patrol found an open gate at dawn.")
    assert (free.frames, free.openings, free.phrases) == (0.0, 0.0, 0.0)


def test_what_comes_back_within_one_week_only_does_not_count(phrases: Phrases) -> None:
    assert of(phrases, "It rained. It rained.", "The sun shone.").frames == 0.0


def test_the_order_of_paragraphs_is_compared(phrases: Phrases) -> None:
    one, other = (("it", "rains"),), (("they", "left"),)
    texts = [Text((one, other), ("fig", "gap")), Text((other, one), ("gap", "fig")), Text((one,), ("fig", "gap"))]
    assert smell(texts).orders == pytest.approx(2 / 3)


def test_rhythm_is_the_spread_of_sentence_lengths(phrases: Phrases) -> None:
    assert of(phrases, "One two three. Four five six.", "Seven eight nine.").rhythm == 0.0
    assert of(phrases, "Go. They went on for a long and weary while.", "Stop.").rhythm > 0.5


def test_one_text_has_no_smell(phrases: Phrases) -> None:
    with pytest.raises(ValueError, match="at least two"):
        of(phrases, "It rained.")


def test_windows_go_week_by_week(phrases: Phrases) -> None:
    mask = masker(phrases, "en")
    weeks = [(Week(2024, n), text_of_page(f"Week number {n}.", mask)) for n in range(1, 6)]
    assert [week for week, _ in windows(weeks, 3)] == [Week(2024, 1), Week(2024, 2), Week(2024, 3)]


# ----------------------------------------------------------------------------------------------- the drafts


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("area", AREAS)
def test_ten_weeks_on_end_do_not_smell_of_a_template(
    public: Any, drafts: Any, ten_weeks: Any, area: str, lang: str
) -> None:
    """Every window of ten weeks with news in what ships: about 175 of them an area."""
    found = ten_weeks.measured(public[0], drafts, area, lang)
    assert len(found) > 150
    for name, most in MEDIAN.items():
        assert statistics.median(getattr(s, name) for s in found) <= most, name
        assert most < getattr(ten_weeks.BEFORE[area, lang], name) - 0.15, name  # a bound that means something
    for name, most in WORST.items():
        assert max(getattr(s, name) for s in found) <= most, name


@pytest.mark.parametrize("area", AREAS)
def test_two_drafts_in_a_row_are_two_texts(public: Any, drafts: Any, ten_weeks: Any, area: str) -> None:
    texts = [text for _, text in ten_weeks.texts(public[0], ten_weeks.of_area(drafts, area, "en"))]
    pairs = [smell(pair) for pair in itertools.pairwise(texts)]
    for name, most in IN_A_ROW.items():
        assert statistics.median(getattr(s, name) for s in pairs) <= most, name


def test_what_people_wrote_is_measured_the_same_way(public: Any, ten_weeks: Any, seeds: Path) -> None:
    mask = masker(public[0].phrases, "en")
    pages = [path.read_text("utf-8").partition("You have been")[0] for path in sorted(seeds.glob("*.txt"))]
    found = smell([text_of_page(page, mask) for page in pages])
    told = ten_weeks.PEOPLE
    for name in ten_weeks.FIGURES:
        assert getattr(found, name) == pytest.approx(getattr(told, name), abs=0.02), name


def test_the_pages_of_the_manual_say_what_the_drafts_say(public: Any, drafts: Any, ten_weeks: Any) -> None:
    setup, context, _ = public
    for name, text in ten_weeks.pages(setup, context, drafts).items():
        path = EXAMPLES / name
        assert path.exists(), f"{name} is not there; run `python docs/ten_weeks.py`."
        assert path.read_text("utf-8") == text, (
            f"The drafts have changed since {name}; run `python docs/ten_weeks.py`."
        )


def test_the_ten_weeks_of_the_manual_are_ten_in_a_row_with_news(drafts: Any, ten_weeks: Any) -> None:
    page = (EXAMPLES / "ten-weeks.md").read_text("utf-8")
    assert len(re.findall(r"(?m)^### ", page)) == ten_weeks.LENGTH * len(AREAS)
    headlines = [drafts["security", ten_weeks.FIRST + n, "en"].headline.text for n in range(ten_weeks.LENGTH)]
    assert len(set(headlines)) == ten_weeks.LENGTH
    assert all(headline in page for headline in headlines)
