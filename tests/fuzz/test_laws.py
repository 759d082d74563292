"""Laws of coding that hold for any text in any language, with marks that nobody sees within its words."""

from __future__ import annotations

import datetime as dt
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kordon.coding import Coder, load_coder
from kordon.coding.body import Body, lines_of
from kordon.coding.language import KNOWN, detect
from kordon.domain.report import Report
from kordon.geo.gazetteer import load_gazetteer
from kordon.vocabulary import Vocabulary

MARKS = "\u00ad\u200b\u200d\u200e\u200f\u202b\u202e\u2066\u2069\ufeff\u0301"
WORDS = {
    "en": "migrants threw stones at Polish guards on 3 May , over 200 people were turned back . Latvia will",
    "be": "мігранты кідалі камяні ў польскіх памежнікаў 3 мая , больш за 200 не пусцілі . Латвія",
    "ru": "мигранты бросали камни в польских пограничников 3 мая , более 200 не пропустили . Латвия",
    "lt": "pasieniečiai gegužės 3 d. apgręžė daugiau kaip 200 migrantų , Lenkijoje buvo 12 . Latvija",
    "lv": "robežsargi 3. maijā novērsa vairāk nekā 200 mēģinājumus , Polijā bija 12 . Latvija slēgs robežu",
}
MARKED = st.builds(
    lambda a, b: a.join(b), st.sampled_from(["", *MARKS]), st.lists(st.sampled_from("abcdя12ё.,"), max_size=8)
)
PIECE = st.one_of(
    st.sampled_from(sorted({w for words in WORDS.values() for w in words.split()})),
    MARKED,
    st.text(max_size=12),
    st.sampled_from(
        ["\n", "\n\n", "\r\n", "\u2028", "\x0c", "\u00a0", "May 6 – May 12, 2024", "The situation got worse"]
    ),
)
TEXT = st.lists(PIECE, max_size=40).map(" ".join) | st.lists(PIECE, max_size=20).map("".join)


@pytest.fixture(scope="module")
def coder(vocabulary: Vocabulary) -> Coder:
    return load_coder(vocabulary, load_gazetteer())


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=TEXT, lang=st.sampled_from([*WORDS, "und"]), published=st.none() | st.dates(dt.date(2001, 1, 1)))
def test_any_text_codes_and_every_quotation_stands_in_it(
    coder: Coder, text: str, lang: str, published: dt.date | None
) -> None:
    report = Report(id="r", text=text, lang=lang, published_at=published)
    coded = coder.code(report)
    items = (*coded.incidents, *coded.figures, *coded.measures, *coded.signals, *coded.compositions, *coded.rungs)
    for item in (*items, *([coded.header] if coded.header else [])):
        assert item.evidence
        for evidence in item.evidence:
            assert 0 <= evidence.start < evidence.end <= len(text)
            assert report.quote(evidence) == text[evidence.start : evidence.end]
            assert report.quote(evidence).strip()


@settings(max_examples=120, deadline=None)
@given(TEXT)
def test_every_letter_of_a_body_stands_where_it_says(text: str) -> None:
    body = Body("r", text, lines_of(text))
    for place, letter in enumerate(body.text):
        if letter.isspace():
            continue
        evidence = body.evidence(place, place + 1)
        printed = unicodedata.normalize("NFC", text[evidence.start : evidence.end])
        assert letter in printed or not (letter + printed).isascii()
        assert evidence.end - evidence.start <= 1 + sum(
            unicodedata.combining(c) > 0 for c in text[evidence.start :]
        )
    starts = [body.source(place) for place, letter in enumerate(body.text) if not letter.isspace()]
    assert starts == sorted(set(starts))


@settings(max_examples=40, deadline=None)
@given(
    lang=st.sampled_from(sorted(WORDS)),
    mark=st.sampled_from(MARKS),
    places=st.lists(st.integers(1, 90), max_size=6),
)
def test_invisible_marks_change_nothing(coder: Coder, lang: str, mark: str, places: list[int]) -> None:
    plain = WORDS[lang]
    marked = plain
    for place in sorted(places, reverse=True):
        if plain[place - 1 : place + 1].isalpha() and (mark != "\u0301" or plain[place - 1] in "еюэы"):
            marked = marked[:place] + mark + marked[place:]
    one, other = (
        coder.code(Report(id="r", text=t, lang=lang, published_at=dt.date(2024, 6, 4))) for t in (plain, marked)
    )
    assert [(i.kind, i.occurred, i.place) for i in one.incidents] == [
        (i.kind, i.occurred, i.place) for i in other.incidents
    ]
    assert [(f.quantity, f.span, f.unit) for f in one.figures] == [
        (f.quantity, f.span, f.unit) for f in other.figures
    ]


@settings(max_examples=80, deadline=None)
@given(TEXT)
def test_a_language_is_told_or_not(text: str) -> None:
    assert detect(text) in (*KNOWN, "und")
