"""The check: what is written must be what the sources say, whoever wrote it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kordon.commentary.check import check, check_sentence, sentences
from kordon.commentary.draft import draft
from kordon.commentary.facts import lookup
from kordon.commentary.numerals import read
from kordon.commentary.phrases import Phrases
from kordon.domain.commentary import Claim, Draft, Sentence
from kordon.domain.time import Date, Week
from kordon.vocabulary import LANGUAGES

WEEK = Week(2024, 22)
NBSP, THIN = "\u00a0", "\u202f"


@pytest.mark.parametrize(
    ("lang", "text", "values"),
    [
        ("en", "About 1,600 attempts (90% interval 1,400–1,900).", [1600, 90, 1400, 1900]),
        ("en", "from 27 May to 2 June 2024", [Date(2024, 5, 27), Date(2024, 6, 2)]),
        ("en", "27 May – 2 June 2021", [Date(2021, 5, 27), Date(2021, 6, 2)]),
        ("en", "on 3–9 June", [Date(2024, 6, 3), Date(2024, 6, 9)]),
        ("en", "June 4, 2024 and 2024-06-05", [Date(2024, 6, 4), Date(2024, 6, 5)]),
        ("en", "two soldiers and twenty patrols, 12.5 km", [12.5, 2, 20]),
        ("en", "no one was hurt at once", []),
        ("en", "on 31 June", [31]),
        ("en", "in 2023", [2023]),
        ("be", f"каля 1{NBSP}600 спроб, 97,5{NBSP}%", [1600, 97.5]),
        ("be", f"каля 12{THIN}345 спроб", [12345]),
        ("be", "27 мая – 2 чэрвеня 2024 года", [Date(2024, 5, 27), Date(2024, 6, 2)]),
        ("be", "дзве атакі і пяць нападаў", [2, 5]),
        ("be", "4 чэрвеня", [Date(2024, 6, 4)]),
        ("ru", "около 1 600 попыток со 2 июня", [Date(2024, 6, 2), 1600]),
        ("ru", "двух человек, трое ранены", [2, 3]),
        ("ru", "30 декабря 2024 года – 5 января 2025 года", [Date(2024, 12, 30), Date(2025, 1, 5)]),
    ],
)
def test_numbers_and_dates_are_read_as_a_reader_reads_them(
    phrases: Phrases, lang: str, text: str, values: list[object]
) -> None:
    assert [token.value for token in read(text, phrases.languages[lang], WEEK.monday)] == values


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("area", ["security", "west"])
def test_an_untouched_draft_holds(busy: Any, area: str, lang: str) -> None:
    context = busy.context()
    written = draft(area, WEEK, lang, context)
    assert check(written, lookup(context), context.phrases) == ()
    assert any(s.claims for s in sentences(written))


def _edited(written: Draft, old: str, new: str) -> Draft:
    """The draft after an analyst changed some words wherever they stand."""

    def edit(sentence: Sentence) -> Sentence:
        return replace(sentence, text=sentence.text.replace(old, new))

    return replace(
        written,
        headline=edit(written.headline),
        lede=edit(written.lede),
        body=tuple(tuple(edit(s) for s in p) for p in written.body),
        bullets=tuple(edit(s) for s in written.bullets),
    )


@pytest.mark.parametrize(
    ("lang", "old", "new"),
    [
        ("en", "1,600", "6,100"),
        ("en", "1,600", "1,612"),
        ("en", "28 May", "29 May"),
        ("en", "wounded", "wounded by 40 men"),
        ("en", "wo people", "hree people"),
        ("en", "90%", "95%"),
        ("en", "four weeks", "six weeks"),
        ("be", f"1{NBSP}600", f"1{NBSP}060"),
        ("be", "28 мая", "28 чэрвеня"),
        ("be", "два чалавекі", "тры чалавекі"),
        ("be", "чатыры", "шэсць"),
        ("ru", f"1{NBSP}600", "16 000"),
        ("ru", "28 мая", "28 мая 2023 года"),
        ("ru", "два человека", "четыре человека"),
    ],
)
def test_a_corrupted_text_is_caught(busy: Any, lang: str, old: str, new: str) -> None:
    context = busy.context()
    written = draft("security", WEEK, lang, context)
    edited = _edited(written, old, new)
    assert edited != written, f"{old!r} is not in the draft"
    found = check(edited, lookup(context), context.phrases)
    assert found
    assert all(m.sentence.text in str(m).replace("\\xa0", NBSP) or m.said in str(m) for m in found)


def test_words_without_numbers_may_be_edited_freely(busy: Any) -> None:
    context = busy.context()
    edited = _edited(draft("security", WEEK, "en", context), "officers", "soldiers on patrol")
    assert check(edited, lookup(context), context.phrases) == ()


def test_a_count_that_changed_since_is_caught_beyond_its_rounding(busy: Any) -> None:
    written = draft("security", WEEK, "en", busy.context())
    border = busy.vocabulary.assessed_borders[0]
    before = busy.series[border][-1]
    busy.series[border][-1] = replace(before, mean=1649.0)
    assert not [m for m in check(written, lookup(busy.context()), busy.phrases) if "mean" in _names(m)]
    busy.series[border][-1] = replace(before, mean=1700.0)
    found = check(written, lookup(busy.context()), busy.phrases)
    assert {(m.stated, m.actual) for m in found if m.source.startswith("count:")} >= {(1612.3, 1700.0)}
    assert "1612.3" in str(found[0])
    assert "1700.0" in str(found[0])


def _names(mismatch: Any) -> str:
    return " ".join(c.name for c in mismatch.sentence.claims if c.value == mismatch.stated)


def test_a_reading_that_changed_since_is_caught(busy: Any) -> None:
    written = draft("security", WEEK, "ru", busy.context())
    busy.assess(busy.vocabulary.assessed_borders[0], WEEK, written_level(busy), value=999.0)
    found = check(written, lookup(busy.context()), busy.phrases)
    assert any(m.stated == 228.57 and m.actual == 999.0 for m in found)


def written_level(busy: Any) -> Any:
    return busy.assessments[busy.vocabulary.assessed_borders[0], WEEK].level


def test_an_incident_or_measure_that_changed_or_went_is_caught(busy: Any) -> None:
    security = draft("security", WEEK, "en", busy.context())
    west = draft("west", WEEK, "en", busy.context())
    busy.incidents[0] = replace(busy.incidents[0], injured=None)
    assert check(security, lookup(busy.context()), busy.phrases)
    gone = busy.measures.pop(1)
    found = check(west, lookup(busy.context()), busy.phrases)
    assert any(m.source == gone.id and m.actual is None for m in found)


def test_one_claim_covers_one_number(phrases: Phrases) -> None:
    claim = Claim("villages", 27, "zone")
    facts = {"zone": {"villages": 27.0}}
    once = Sentence("It holds 27 villages.", "x", (claim,))
    twice = Sentence("It holds 27 villages and 27 patrols.", "x", (claim,))
    english = phrases.languages["en"]
    assert list(check_sentence(once, WEEK, english, facts.get)) == []
    (found,) = check_sentence(twice, WEEK, english, facts.get)
    assert (found.said, found.source) == ("27", "")
    assert "rests on nothing it claims" in str(found)


@pytest.mark.parametrize(("text", "holds"), [("It is 228.6.", True), ("It is 229.", True), ("It is 228.", False),
                                             ("It is 228.5.", False), ("It is 228.57.", True)])  # fmt: skip
def test_a_number_holds_to_the_decimals_it_shows(phrases: Phrases, text: str, holds: bool) -> None:
    sentence = Sentence(text, "x", (Claim("value", 228.57, "r"),))
    found = list(check_sentence(sentence, WEEK, phrases.languages["en"], {"r": {"value": 228.57}}.get))
    assert (found == []) is holds


def test_a_sum_rests_on_every_part(busy: Any) -> None:
    ask = lookup(busy.context())
    facts = ask("incident-0+incident-1")
    assert facts is not None
    assert facts["injured"] == 2
    assert ask("incident-0+nothing") is None
