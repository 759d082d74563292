"""Headers as printed, weeks with one year or none, and what is left of a page."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Callable

import pytest

from kordon.coding.lexicon import load_lexicon
from kordon.coding.week_lines import week_line
from kordon.domain.coded import Coded
from kordon.domain.time import Precision

Code = Callable[..., Coded]
ENGLISH = load_lexicon("en")


def range_of(line: str, lang: str = "en", published: dt.date | None = None) -> tuple[dt.date | None, ...] | None:
    span = week_line(line, load_lexicon(lang), published)
    return None if span is None else (span.start, span.end)


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


def test_every_week_of_ten_years_reads_back_whichever_year_is_printed() -> None:
    for number in range(530):
        first = dt.date(2015, 12, 28) + dt.timedelta(weeks=number)
        last = first + dt.timedelta(days=6)
        days = f"{first:%B} {first.day} – {last:%B} {last.day}"
        for year in {first.year, last.year}:
            assert range_of(f"{days}, {year}") == (first, last)
        assert range_of(days, published=last + dt.timedelta(days=9)) == (first, last)


@pytest.mark.parametrize(
    ("line", "lang", "first", "last"),
    [
        ("Жнівень 9 – Жнівень 15, 2021", "be", (2021, 8, 9), (2021, 8, 15)),
        ("9–15 жніўня 2021 г.", "be", (2021, 8, 9), (2021, 8, 15)),
        ("Снежань 26 – Студзень 1, 2022", "be", (2022, 12, 26), (2023, 1, 1)),
        ("27 траўня – 2 чэрвеня 2024 года", "be", (2024, 5, 27), (2024, 6, 2)),
        ("Июль 28 – Август 3, 2025", "ru", (2025, 7, 28), (2025, 8, 3)),
        ("25 сентября – 1 октября 2023 года", "ru", (2023, 9, 25), (2023, 10, 1)),
        ("25 сентября 2023 г. — 1 октября 2023 г.", "ru", (2023, 9, 25), (2023, 10, 1)),
        ("July 28 – August 3, 2025", "en", (2025, 7, 28), (2025, 8, 3)),
        ("Sept. 25 - Oct. 1, 2023", "en", (2023, 9, 25), (2023, 10, 1)),
        ("MAY 27\u00a0—\u00a0JUNE 2,\u00a02024", "en", (2024, 5, 27), (2024, 6, 2)),
        ("\u200eMay 27 – June\u00ad 2, 2024\u200b", "en", (2024, 5, 27), (2024, 6, 2)),
        ("27.05 – 02.06.2024", "ru", (2024, 5, 27), (2024, 6, 2)),
        ("2024-05-27 – 2024-06-02", "be", (2024, 5, 27), (2024, 6, 2)),
        ("December 19 – January 8, 2023", "en", (2022, 12, 19), (2023, 1, 8)),  # a holiday issue of three weeks
        ("December 26, 2022 – January 1, 2022", "en", (2022, 12, 26), (2023, 1, 1)),  # the year was not turned
    ],
)
def test_weeks_in_the_layouts_of_three_languages(
    line: str, lang: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    assert range_of(line, lang) == (dt.date(*first), dt.date(*last))


def test_a_range_that_is_no_week_belongs_to_the_year_printed() -> None:
    assert range_of("December 27 – January 3, 2023") == (dt.date(2022, 12, 27), dt.date(2023, 1, 3))
    near_the_start = range_of("December 27 – January 3, 2022", published=dt.date(2023, 1, 4))
    assert near_the_start == (dt.date(2022, 12, 27), dt.date(2023, 1, 3))
    assert range_of("January 2 – January 8, 2022") == (dt.date(2022, 1, 2), dt.date(2022, 1, 8))


BODY = {
    "en": "Patrols along the river met nobody on any of the days, and the services reported no change at all.",
    "be": "Патрулі ўздоўж ракі за ўвесь тыдзень нікога не сустрэлі, і службы не паведамілі ні пра якія змены.",
    "ru": "Патрули вдоль реки за всю неделю никого не встретили, и службы не сообщили ни о каких переменах.",
}


@pytest.mark.parametrize(
    ("lang", "week", "area", "label", "trend"),
    [
        ("be", "Жнівень 9 – Жнівень 15, 2021", "Беларусь – Захад", "Сітуацыя пагоршылася", "got_worse"),
        ("be", "Жнівень 9 – Жнівень 15, 2021", "Беларусь-Захад", "Сітуацыя не змянілася", "has_not_changed"),
        ("be", "9–15 жніўня 2021 г.", "БЕЛАРУСЬ — ЗАХАД", "Сітуацыя палепшылася", "got_better"),
        ("be", "9–15 жніўня 2021 г.", "Беларусь – Захад", "Сытуацыя не зьмянілася", "has_not_changed"),
        ("ru", "9–15 августа 2021", "Беларусь – Запад", "Ситуация ухудшилась", "got_worse"),
        ("ru", "Август 9 – Август 15, 2021", "Отношения Беларусь–Запад", "Ситуация улучшилась.", "got_better"),
        ("en", "August 9 – August 15, 2021", "Belarus–West relations", "The situation improved", "got_better"),
    ],
)
@pytest.mark.parametrize("layout", ["new", "old", "labels last", "one line"])
def test_headers_of_old_and_new_pages(
    code: Code, lang: str, week: str, area: str, label: str, trend: str, layout: str
) -> None:
    headline = {"en": "A calm week", "be": "Ціхі тыдзень", "ru": "Тихая неделя"}[lang]
    head = {
        "new": f"{week}\n{area}\n\n{headline}\n\n{label}\n{headline}",
        "old": f"{headline}\n\n{area}\n{week}\n{label}",
        "labels last": f"{headline}\n{week}\n{label}\n{area}",
        "one line": f"{area} | {week} | {label}\n{headline}",
    }[layout]
    coded = code(f"{head}\n\n{BODY[lang]}\n\n{BODY[lang]}", lang=lang, published=None)
    header = coded.header
    assert header is not None
    assert (header.area, header.trend, header.headline) == ("west", trend, headline)
    assert (header.week.start, header.week.end) == (dt.date(2021, 8, 9), dt.date(2021, 8, 15))
    printed = {coded.report.quote(evidence) for evidence in header.evidence}
    assert {header.week_words, header.area_words, header.trend_words, header.headline} == printed
    assert header.trend_words == label


def test_the_first_line_of_text_is_no_headline(code: Code) -> None:
    text = "On 10 August 12 people tried to cross from Belarus into Poland and were turned back."
    coded = code(f"Security issues\nAugust 9 – August 15, 2021\nThe situation got worse\n{text}")
    assert coded.header is not None
    assert coded.header.headline == ""
    assert [figure.quantity.best for figure in coded.figures] == [12]


def test_a_list_of_pages_is_no_commentary(code: Code) -> None:
    weeks = "\n".join(f"Headline of page {n}\nMay {n} – May {n + 6}" for n in (3, 10, 17, 24))
    assert code(f"All trends\nSecurity issues\n{weeks}").header is None


ABOUT = "On 10 June 12 people tried to cross from Belarus into Poland and were turned back."


@pytest.mark.parametrize(
    ("lang", "tail"),
    [
        ("en", "Similar articles\nMigrants threw stones at Polish guards on 3 May\nMay 6 – May 12"),
        ("en", "Upcoming events\n3 May 2022, Krynki: migrants threw stones at Polish guards"),
        ("en", "We use cookies to remember you. Accept all\nShare on Facebook\nPhoto: border guard, 3 May 2022"),
        ("en", "Once a week, together with analysts, we provide commentaries.\nSubscribe to our newsletter"),
        ("en", "Previous article »\nPage 2 of 7\n3 / 7\n5 min read"),
    ],
)
def test_what_follows_a_text_on_a_page_is_not_coded(code: Code, lang: str, tail: str) -> None:
    plain, dressed = code(ABOUT, lang=lang), code(f"{ABOUT}\n\n{tail}", lang=lang)
    assert len(plain.figures) == 1
    assert (dressed.figures, dressed.incidents) == (plain.figures, plain.incidents)


def test_a_text_goes_on_after_a_list_of_other_pages(code: Code) -> None:
    more = "On 11 June 15 people tried to cross from Belarus into Poland and were turned back."
    coded = code(f"{ABOUT}\n\nRead also:\nMigrants threw stones at guards on 3 May\n\n{more}")
    assert [figure.quantity.best for figure in coded.figures] == [12, 15]
    assert coded.incidents == ()


@pytest.mark.parametrize(
    ("lang", "label"),
    [
        ("be", "Чытайце таксама:"),
        ("ru", "Читайте также:"),
        ("lt", "Susiję straipsniai"),
        ("lv", "Saistītie raksti"),
    ],
)
def test_lists_of_other_pages_in_each_language(lang: str, label: str) -> None:
    lexicon = load_lexicon(lang)
    assert lexicon is not None
    assert [opened for opened, _ in lexicon.settings.blocks if opened.fullmatch(label)]


SENTENCE = "Migrants threw stones at Polish border guards near Krynki on 10 June."


@pytest.mark.parametrize(
    "marks",
    [
        lambda text: text.replace("Migrants", "Mi\u00adgrants").replace("stones", "sto\u200bnes"),
        lambda text: "\u200f" + text.replace("guards", "gu\u200dards") + "\u200e",
        lambda text: "\u202b" + text.replace(" ", "\u00a0") + "\u202c",
        lambda text: text.replace("threw", "\u2066threw\u2069").replace("Polish", "Pol\ufeffish"),
        lambda text: text.replace("o", "\u043e"),  # Cyrillic letters that look like Latin ones
    ],
)
def test_marks_within_words_do_not_hide_them(code: Code, marks: Callable[[str], str]) -> None:
    plain, coded = code(SENTENCE), code(marks(SENTENCE))
    assert len(plain.incidents) == 1
    assert [(i.kind, i.place, i.occurred, i.actor) for i in coded.incidents] == [
        (i.kind, i.place, i.occurred, i.actor) for i in plain.incidents
    ]
    for incident in coded.incidents:
        for evidence in incident.evidence:
            words = coded.report.quote(evidence)
            assert words == coded.report.text[evidence.start : evidence.end]
            assert words.strip()


def test_letters_with_accents_of_their_own_are_whole_letters(code: Code) -> None:
    text = "Памежнікі 10 чэрвеня не пусцілі праз мяжу ў Польшчу 12 чалавек."
    plain = code(text, lang="be")
    for other in (
        unicodedata.normalize("NFD", text),
        text.replace("і", "i"),
        text.replace("чалавек", "чалаве\u0301к"),
    ):
        coded = code(other, lang="be")
        assert [(f.quantity, f.span) for f in coded.figures] == [(f.quantity, f.span) for f in plain.figures]
        for figure in coded.figures:
            for evidence in figure.evidence:
                quoted = unicodedata.normalize("NFC", other[evidence.start : evidence.end])
                assert not quoted.startswith("\u0301")
