"""The language of a text: alphabet first, lingua where letters do not tell, 'und' where nothing does."""

from __future__ import annotations

import pytest

from kordon.coding.language import detect
from kordon.domain.coded import Coded


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The border guards turned back twelve people on Saturday.", "en"),
        ("За суткі памежнікі спынілі дванаццаць чалавек, якія ішлі праз мяжу.", "be"),
        ("Пограничники за сутки развернули двенадцать человек, сообщило ведомство.", "ru"),
        ("Прикордонники затримали дванадцять осіб, які йшли з Білорусі до Польщі.", "uk"),
        ("Straż Graniczna zatrzymała dwanaście osób, które przekroczyły granicę.", "pl"),
        ("Pasieniečiai per parą apgręžė dvylika neteisėtų migrantų prie sienos.", "lt"),
        ("Robežsargi diennakts laikā atturēja divpadsmit cilvēkus no robežas šķērsošanas.", "lv"),
        ("", "und"),
        ("12 345 – 2024", "und"),
    ],
)
def test_the_seven_languages(text: str, lang: str) -> None:
    assert detect(text) == lang


@pytest.mark.parametrize("text", ["Он сказал это", "Мы ждём ещё людей у реки"])
def test_short_russian_is_not_taken_for_belarusian(text: str) -> None:
    assert detect(text) in ("ru", "und")


def test_a_language_without_a_lexicon_gives_a_warning(code) -> None:  # type: ignore[no-untyped-def]
    coded: Coded = code("Hraničáři vrátili dvanáct lidí.", lang="cs")
    assert coded.empty
    assert coded.warnings == ("Report r was read but not coded: there is no lexicon for 'cs'.",)
    assert "could not be told" in code("12 12", lang="und").warnings[0]


@pytest.mark.parametrize(
    "text",
    [
        "Der Grenzschutz hat am Samstag zwölf Menschen an der Grenze zu Polen zurückgewiesen, sagte ein Sprecher.",
        "Hraničáři vrátili dvanáct lidí, kteří se pokusili překročit hranici z Běloruska.",
        "La polizia ha respinto dodici persone sabato alla frontiera con la Bielorussia e non ci sono feriti.",
        "Piirivalve pidas laupäeval kinni kaksteist inimest, kes üritasid ületada piiri Valgevenest.",
        "Гранична полиција је вратила дванаест особа које су покушале да пређу границу.",
        "حرس الحدود أوقفوا اثني عشر شخصا عند الحدود",
    ],
)
def test_other_languages_are_not_taken_for_one_of_the_seven(text: str) -> None:
    assert detect(text) == "und"


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Пагранiчнiкi затрымалi дванаццаць чалавек каля мяжы, паведамiла служба.", "be"),  # typed with a Latin i
        ("Прикордонники не пропустили дванадцять осіб, сказав речник служби у Києві.", "uk"),
        ("The government in Vilnius closed the checkpoints in Medininkai and Šalčininkai on Monday.", "en"),
        ("Straz Graniczna zatrzymala dwanascie osob, ktore przekroczyly granice z Bialorusi.", "pl"),
        ("Latvia: 12 attempts prevented", "en"),
        ("Пры\u00adкардоннікі спы\u200bнілі дванаццаць чалавек каля мяжы, піша агенцтва.", "be"),
    ],
)
def test_letters_that_mislead(text: str, lang: str) -> None:
    assert detect(text) == lang


def test_only_the_first_letters_are_read() -> None:
    assert detect("The guards were at the border. " * 30 + "Пограничники у границы. " * 500) == "en"
