"""The phrases of criteria and measures, and the page that tells a document, in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import kordon.criteria
import kordon.measures
from kordon.commentary.phrases import Phrases, load_phrases
from kordon.criteria import Criteria, assess_all, describe
from kordon.domain.assessment import Reason
from kordon.domain.reading import Unknown
from kordon.domain.time import Week
from kordon.indicators import Indicator
from kordon.measures import load_ladder
from kordon.vocabulary import LANGUAGES, Vocabulary

KEY = re.compile(r'f?"((?:reason|criteria|status)-[a-z{}_.-]+)"')
FILLED = {
    "{factor.dimension}": ("threat", "vulnerability", "impact"),
    "{side}": ("near", "far", "none"),
    "{key}": ("border", "factor", "kind", "means", "party"),
    "{suffix}": ("day", "weeks"),
    "{reached}": ("reached", "not-reached"),
}


@pytest.fixture(scope="module")
def phrases(vocabulary: Vocabulary, indicators: tuple[Indicator, ...]) -> Phrases:
    labels = {i.id: {lang: {"nom": i.label(lang)} for lang in LANGUAGES} for i in indicators}
    return load_phrases(vocabulary, indicators=labels)


def keys_in_code() -> Iterator[str]:
    for package in (kordon.criteria, kordon.measures):
        for path in Path(str(package.__file__)).parent.glob("*.py"):
            for key in KEY.findall(path.read_text(encoding="utf-8")):
                yield from _filled(key)


def _filled(key: str) -> list[str]:
    for slot, words in FILLED.items():
        if slot in key:
            return [full for word in words for full in _filled(key.replace(slot, word))]
    return [key]


def test_every_key_of_the_code_is_in_the_book(phrases: Phrases) -> None:
    wanted = set(keys_in_code())
    assert len(wanted) > 120
    missing = {(lang, key) for lang in LANGUAGES for key in wanted if not phrases.has(lang, key)}
    assert not missing


def test_the_languages_use_the_same_values(phrases: Phrases) -> None:
    ours = [g for g in phrases.gaps() if "criteria" in g or "reason-" in g or "option-" in g or "basis-" in g]
    assert ours == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_tells_every_rule(criteria: Criteria, phrases: Phrases, lang: str) -> None:
    page = describe(criteria, lang, phrases)
    assert page.title == criteria.title[lang]
    assert page.notices[0] == phrases.say(lang, "criteria-status-proposal")
    assert all(len(row) == len(table.headers) for table in page.tables for row in table.rows)
    assert len(page.tables) == len(criteria.factors) + 4
    for factor, table in zip(criteria.factors, page.tables, strict=False):
        assert len({row[0] for row in table.rows}) == len(factor.indicators)
    text = repr(page)
    assert "{" not in text and "criteria-" not in text
    assert re.search(r"\b250\b", text) and re.search(r"1[.,]25", text)


def test_every_option_basis_and_exception_has_its_words(phrases: Phrases, vocabulary: Vocabulary) -> None:
    ladder = load_ladder(vocabulary)
    steps = [step for rung in ladder.rungs for step in rung.steps]
    keys = {s.message for s in steps} | {e for s in steps for e in s.exceptions} | set(ladder.bases)
    assert {(lang, k) for lang in LANGUAGES for k in keys if not phrases.has(lang, k)} == set()
    for basis in ladder.bases.values():
        for lang, mark in (("en", "not verified"), ("be", "не прав"), ("ru", "не провер")):
            assert (mark in phrases.say(lang, basis.key)) is not basis.verified, (lang, basis.key)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_reasons_are_said_with_the_values_they_bring(
    make: Any, criteria: Criteria, vocabulary: Vocabulary, phrases: Phrases, lang: str
) -> None:
    """One border through everything that can happen to it: every reason of every week can be said."""
    first = Week.parse("2024-W01")
    weeks = [first + n for n in range(40)]
    incidents = [
        make.incident("shots_fired", actor="far_state", recipient="near_state", day=(first + 5).monday, id="i1"),
        make.incident("mass_push", actor="migrants", people=300, day=(first + 6).monday, id="i2"),
        make.incident("knife_attack", injured=1, day=(first + 9).monday, id="i3"),
    ]
    readings, counts = {}, []
    for n, week in enumerate(weeks):
        level = (7, 300, 900, 2000, 3000)[n % 5] if n < 20 else 7
        told: dict[str, Any] = {"week": week, "per_day": level / 7}
        usual = make.baseline if n % 3 else Unknown("not-enough-data")
        named = [
            make.reading("p1", level, baseline=usual, **told),
            make.reading("p2", 1.1 + n % 3, week=week),
            make.reading("b1", n % 7 * 60, week=week, baseline=usual, unconfirmed=("x",), sources=1 + n % 2),
            make.reading("b1-wounded", n % 4 % 2, week=week, evidence=("i3",)),
            make.reading("b4", 10 * (n % 4), week=week, coverage=(n % 6) / 5),
            make.reading("m1", n % 2, week=week),
            make.reading("m3", n % 2, week=week, evidence=("i1",)),
            make.reading("a3", n % 4, week=week),
            make.reading("v1", 3 * (n % 9), week=week),
            make.reading("v2", 99 - 4 * (n % 6), week=week),
            make.reading("p5", n % 2, week=week),
            make.reading("means", n % 5, week=week),
        ]
        readings["PL-BY", week] = tuple(named) if n % 11 != 10 else tuple(named[2:])
        counts.append(make.count(week, level, spread=level / 5, coverage=0.2 if n % 9 == 8 else 1.0))
    found = assess_all(
        [criteria], readings, {"PL-BY": tuple(counts)}, make.material(*incidents), ("PL-BY", "LT-BY"), weeks,
        weeks[-1].sunday, vocabulary,
    )  # fmt: skip
    said = set()
    for assessment in found.values():
        for reason in (assessment.reason, assessment.trend_reason):
            said |= _say(phrases, lang, reason)
    assert len(said) > 50


def _say(phrases: Phrases, lang: str, reason: Reason) -> set[str]:
    text = phrases.because(lang, reason)
    assert text and "{" not in text
    keys = {reason.key}
    for child in reason.children:
        keys |= _say(phrases, lang, child)
    return keys


@pytest.mark.parametrize(
    ("lang", "days", "words"),
    [
        ("en", 1, "1 day "),
        ("en", 14, "14 days"),
        ("be", 1, "1 дзень"),
        ("be", 2, "2 дні"),
        ("be", 14, "14 дзён"),
        ("be", 21, "21 дзень"),
        ("ru", 1, "1 день"),
        ("ru", 3, "3 дня"),
        ("ru", 14, "14 дней"),
        ("ru", 21, "21 день"),
    ],
)
def test_days_agree_with_their_number(phrases: Phrases, lang: str, days: int, words: str) -> None:
    assert words in phrases.say(lang, "criteria-fall-critical", days=days)
