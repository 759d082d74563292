"""Headers as printed, weeks with one year or none, and what is left of a page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from kordon.coding.lexicon import load_lexicon
from kordon.coding.page import week_line
from kordon.domain.coded import Coded
from kordon.domain.time import Precision

Code = Callable[..., Coded]
ENGLISH = load_lexicon("en")


@pytest.mark.parametrize(
    ("line", "first", "last"),
    [
        ("September 25 – October 1, 2023", dt.date(2023, 9, 25), dt.date(2023, 10, 1)),
        ("January 9 – January 15, 2023", dt.date(2023, 1, 9), dt.date(2023, 1, 15)),
        ("January 9–15, 2023", dt.date(2023, 1, 9), dt.date(2023, 1, 15)),
        ("27 May – 2 June 2024", dt.date(2024, 5, 27), dt.date(2024, 6, 2)),
        ("December 26 – January 1, 2022", dt.date(2022, 12, 26), dt.date(2023, 1, 1)),
        ("December 30 – January 5, 2025", dt.date(2024, 12, 30), dt.date(2025, 1, 5)),
        ("December 26, 2022 – January 1, 2023", dt.date(2022, 12, 26), dt.date(2023, 1, 1)),
    ],
)
def test_a_week_runs_from_monday_to_sunday(line: str, first: dt.date, last: dt.date) -> None:
    span = week_line(line, ENGLISH, None)
    assert span is not None
    assert (span.start, span.end, span.precision) == (first, last, Precision.WEEK)


def test_a_week_without_a_year_needs_a_day_of_publication() -> None:
    assert week_line("May 13 – May 19", ENGLISH, None) is None
    span = week_line("May 13 – May 19", ENGLISH, dt.date(2024, 6, 3))
    assert span is not None
    assert span.start == dt.date(2024, 5, 13)


@pytest.mark.parametrize(
    "line", ["February 30 – March 5, 2024", "May 2024", "May 13", "Week of May 13 – May 19, 2024"]
)
def test_other_lines_are_no_week(line: str) -> None:
    assert week_line(line, ENGLISH, None) is None


PAGE = """{above}May 6 – May 12, 2024
Security issues

Quiet days at the line

{trend}
Quiet days at the line

{body}
"""


@pytest.mark.parametrize(
    ("printed", "trend"),
    [("The situation has not changed", "has_not_changed"), ("The situation improved", "got_better")],
)
def test_the_trend_is_read(code: Code, printed: str, trend: str) -> None:
    coded = code(PAGE.format(above="", trend=printed, body="The situation got worse for nobody at the border."))
    assert coded.header is not None
    assert (coded.header.trend, coded.header.trend_words) == (trend, printed)


def test_the_trend_is_never_inferred(code: Code) -> None:
    body = "The situation got worse: migrants threw stones at Polish guards."
    coded = code(PAGE.format(above="", trend="", body=body))
    assert coded.header is not None
    assert (coded.header.trend, coded.header.trend_words) == (None, "")
    assert coded.header.area == "security"


def test_weeks_of_a_pager_are_not_the_week_of_the_page(code: Code) -> None:
    above = "April 29 – May 5\nView all\n\n"
    coded = code(
        PAGE.format(above=above, trend="The situation has not changed", body="Nothing happened.")
        + "\nMay 13 – May 19"
    )
    assert coded.header is not None
    assert coded.header.week.start == dt.date(2024, 5, 6)


def test_the_headline_of_a_page_is_not_coded(code: Code) -> None:
    page = PAGE.replace("Quiet days at the line", "Migrants threw stones at Polish guards")
    coded = code(page.format(above="", trend="The situation has not changed", body="It was quiet at the border."))
    assert coded.incidents == ()


def test_a_notice_has_no_header(code: Code) -> None:
    assert code("On Saturday 12 people tried to cross from Belarus into Poland.").header is None
