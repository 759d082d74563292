"""Figures in the languages: how numbers and days are written decides what is counted and for which days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from kordon.domain.coded import Coded, Figure, FigureForm
from kordon.domain.quantity import Rounding

Code = Callable[..., Coded]
WEDNESDAY = dt.date(2024, 6, 12)


def only(code: Code, text: str, lang: str) -> Figure:
    figures = code(text, WEDNESDAY, lang).figures
    assert len(figures) == 1, figures
    return figures[0]


@pytest.mark.parametrize(
    ("lang", "text", "count"),
    [
        ("lt", "Pasienyje su Baltarusija šiemet apgręžti 2 tūkst. 643 migrantai.", 2643),
        ("ru", "С начала года на границе с Беларусью предотвращено 2 тыс. 643 попытки.", 2643),
        ("en", "Latvia has prevented 2,643 attempts to cross the border with Belarus this year.", 2643),
        ("lt", "Pasienyje su Baltarusija šiemet apgręžti 2.643 migrantai.", 2643),
        ("be", "Сёлета на мяжы з Беларуссю Літва не прапусціла 2 643 мігрантаў.", 2643),
    ],
)
def test_thousands_are_written_in_many_ways(code: Code, lang: str, text: str, count: int) -> None:
    assert only(code, text, lang).quantity.best == count


def test_a_hyphen_between_numbers_makes_a_range(code: Code) -> None:
    figure = only(code, "Polish guards prevented 20-30 attempts to cross the border with Belarus on Monday.", "en")
    assert (figure.quantity.low, figure.quantity.high) == (20, 30)
    assert figure.quantity.rounding is Rounding.RANGE


def test_and_makes_a_range_only_after_between(code: Code) -> None:
    figure = only(code, "Poland prevents between 100 and 200 attempts to cross the Belarusian border.", "en")
    assert (figure.quantity.low, figure.quantity.high) == (100, 200)


@pytest.mark.parametrize(
    ("lang", "text", "first", "last"),
    [
        ("ru", "В ночь на вторник литовские пограничники не пропустили 12 мигрантов.", (6, 10), (6, 11)),
        ("be", "У ноч на аўторак памежнікі Літвы не прапусцілі 12 мігрантаў.", (6, 10), (6, 11)),
        ("en", "In the night to Tuesday Lithuanian guards turned back 12 migrants.", (6, 10), (6, 11)),
        ("ru", "С 1 по 7 июня литовские пограничники не пропустили 12 мигрантов.", (6, 1), (6, 7)),
        ("en", "From 1 to 7 June Lithuanian guards turned back 12 migrants.", (6, 1), (6, 7)),
        ("en", "On June 4 Lithuanian guards turned back 12 migrants.", (6, 4), (6, 4)),
        ("lt", "Birželio 4 d. Lietuvos pasieniečiai apgręžė 12 migrantų.", (6, 4), (6, 4)),
    ],
)
def test_days_are_those_of_the_text(
    code: Code, lang: str, text: str, first: tuple[int, int], last: tuple[int, int]
) -> None:
    figure = only(code, text, lang)
    assert figure.span.start == dt.date(2024, *first)
    assert figure.span.end == dt.date(2024, *last)
    assert figure.form is FigureForm.COUNT


@pytest.mark.parametrize(
    ("lang", "text", "month"),
    [
        ("en", "In October last year Lithuania turned back 120 migrants at the border with Belarus.", (2023, 10)),
        ("ru", "В октябре прошлого года Литва не пропустила через границу с Беларусью 120 мигрантов.", (2023, 10)),
        ("lt", "Pernai spalį Lietuvos pasieniečiai apgręžė 120 migrantų.", (2023, 10)),
    ],
)
def test_a_month_has_the_year_beside_it(code: Code, lang: str, text: str, month: tuple[int, int]) -> None:
    span = only(code, text, lang).span
    assert span.start == dt.date(*month, 1)


def test_in_a_language_whose_days_go_first_a_number_after_a_month_counts(code: Code) -> None:
    figure = only(code, "У маі 12 чалавек спрабавалі перасекчы мяжу Літвы з Беларуссю.", "be")
    assert figure.quantity.best == 12
    assert (figure.span.start, figure.span.end) == (dt.date(2024, 5, 1), dt.date(2024, 5, 31))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "A 12-person group was seen at the border with Belarus; Lithuanian guards prevented 3 attempts."),
        ("lt", "Pasienyje su Baltarusija pastebėta 12 asmenų grupė, apgręžti 3 migrantai."),
    ],
)
def test_the_size_of_a_group_is_no_figure(code: Code, lang: str, text: str) -> None:
    assert only(code, text, lang).quantity.best == 3


def test_since_runs_to_the_report_and_from_runs_ahead(code: Code) -> None:
    figure = only(code, "С 1 июня литовские пограничники не пропустили 12 мигрантов.", "ru")
    assert figure.form is FigureForm.TOTAL
    assert (figure.span.start, figure.span.end) == (dt.date(2024, 6, 1), WEDNESDAY)


def test_a_question_tells_of_nothing(code: Code) -> None:
    coded = code("Will Poland close the border with Belarus? Did migrants throw stones at the guards?", WEDNESDAY)
    assert not coded.measures
    assert not coded.incidents
