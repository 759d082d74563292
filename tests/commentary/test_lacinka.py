"""Łacinka: real words, letter by letter; what is not Belarusian stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kordon.commentary.lacinka import lacinka

WORDS = """
Беларусь Biełaruś | Мінск Minsk | Гродна Hrodna | Брэст Brest | Віцебск Viciebsk | Магілёў Mahiloŭ
Гомель Homiel | Слонім Słonim | Баранавічы Baranavičy | Ліда Lida | Белавежа Biełavieža | Чаромха Čaromcha
Беняконі Bieniakoni | Польшча Polšča | Літва Litva | Латвія Łatvija | Украіна Ukraina | Еўропа Jeŭropa
мяжа miaža | межы miežy | тыдзень tydzień | дзень dzień | дзесяць dziesiać | узровень uzrovień | ўзровень ŭzrovień
студзень studzień | люты luty | сакавік sakavik | красавік krasavik | май maj | мая maja | чэрвень červień
ліпень lipień | жнівень žnivień | верасень vierasień | кастрычнік kastryčnik | лістапад listapad | снежань sniežań
вайна vajna | ваенны vajenny | здароўе zdaroŭje | паездка pajezdka | ёсць josć | язык jazyk | юнак junak
соль sol | лес les | лёс los | люд lud | ляск lask | ліпа lipa | хлеб chleb | вольны volny | вяселле viasielle
калоссе kałossie | пытанне pytannie | жыццё žyccio | суддзя suddzia | мільён miljon | бульён buljon
дождж doždž | джала džała | будзь budź | з'ява zjava | аб’ява abjava | сям'я siamja | вераб'і vierabji
уяўленне ujaŭlennie | ўяўленне ŭjaŭlennie | Марыя Maryja | ганак hanak | ґанак ganak | шчыт ščyt | экран ekran
цэнтр centr | цень cień | вучань vučań | восень vosień | рэвалюцыя revalucyja | сітуацыя situacyja
""".replace("\n", " | ").split("|")
PAIRS = [tuple(pair.split()) for pair in WORDS if pair.strip()]


@pytest.mark.parametrize(("cyrillic", "latin"), PAIRS)
def test_a_word_is_written_as_readers_of_lacinka_write_it(cyrillic: str, latin: str) -> None:
    assert lacinka(cyrillic) == latin


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("Хойнікі", "Chojniki"),
        ("ХОЙНІКІ", "CHOJNIKI"),
        ("ЕС", "JES"),
        ("ЗША", "ZŠA"),
        ("Я", "Ja"),
        ("Юлія", "Julija"),
        ("СЯМ'Я", "SIAMJA"),
    ],
)
def test_capitals_stay_capitals(cyrillic: str, latin: str) -> None:
    assert lacinka(cyrillic) == latin


def test_what_is_no_belarusian_word_stays() -> None:
    assert lacinka("27 мая – 2 чэрвеня 2024 года, 90 %: R2, B2") == "27 maja – 2 červienia 2024 hoda, 90 %: R2, B2"
    assert lacinka("«Общее» Kuźnica, rock'n'roll") == "«Общее» Kuźnica, rock'n'roll"
    assert lacinka("рынак і границы") == "rynak i границы"


def test_a_sentence_reads_whole() -> None:
    said = "Было каля 2 500 спроб перасекчы польска-беларускую мяжу; гэта больш, чым звычайна."
    assert lacinka(said) == (
        "Było kala 2 500 sprob pierasiekčy polska-biełaruskuju miažu; heta bolš, čym zvyčajna.".replace(
            "kala", "kala"
        )
    )


@given(st.text(alphabet="абвгґдеёжзійклмнопрстуўфхцчшыьэюяАБВЛЯЮЕ'’ -.,1"))
def test_no_belarusian_letter_is_left_and_a_second_turn_changes_nothing(text: str) -> None:
    once = lacinka(text)
    assert not any("\u0400" <= letter <= "\u04ff" for letter in once)
    assert lacinka(once) == once
