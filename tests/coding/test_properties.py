"""Laws: any text codes, evidence lies inside it, and furniture changes nothing."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kordon.coding import Coder
from kordon.coding.evaluate import TYPES, load_cases
from kordon.coding.language import KNOWN, detect
from kordon.domain.coded import Coded
from kordon.domain.report import Evidence, Report, ReportKind

CASES = [case for case in load_cases(Path(__file__).parent.parent / "gold") if case.report.lang == "en"]

# Words that the lexicon knows, in no order, with marks and numbers between them.
WORDS = (
    "migrants Polish Belarus border guards threw stones at on Saturday 12 3,000 attempts prevented turned back "
    "Latvia Lithuania no not if in case of buffer zone 200 metres from June 4 until 2021-2022 will be extended "
    "closed checkpoint Bobrowniki – , . : • “ ” Minsk said that denied dozens of per day weekend May 31 February "
    "30 criteria following factors: mechanism agreed knife twice wounded soldiers since the beginning of the year "
    "99999999999"
)
SOUP = st.lists(st.sampled_from(WORDS.split()), max_size=60).map(" ".join)
PIECES = st.lists(st.one_of(SOUP, st.text(max_size=40)), max_size=6).map("\n".join)

FURNITURE = (
    "You have been successfully subscribed",
    "May 13 – May 19\nView all",
    "Subscribe to our newsletter",
    "Similar articles",
    "Photo: press service of the border guard, 3 May 2022",
    "Read more",
)


def items(coded: Coded) -> list[object]:
    return [item for name in TYPES for item in getattr(coded, name)]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=PIECES, published=st.one_of(st.none(), st.dates(dt.date(2001, 1, 1), dt.date(2040, 12, 31))))
def test_any_text_codes_and_evidence_lies_in_it(coder: Coder, text: str, published: dt.date | None) -> None:
    coded = coder.code(Report(id="r", text=text, lang="en", published_at=published))
    for item in items(coded):
        assert item.evidence  # type: ignore[attr-defined]
        for evidence in item.evidence:  # type: ignore[attr-defined]
            assert 0 <= evidence.start < evidence.end <= len(text)
            assert coded.report.quote(evidence).strip()
    assert coder.code(coded.report) == coded


@settings(max_examples=40, deadline=None)
@given(
    case=st.sampled_from(CASES),
    before=st.lists(st.sampled_from(FURNITURE), max_size=2),
    after=st.lists(st.sampled_from(FURNITURE), max_size=4),
)
def test_furniture_changes_nothing(coder: Coder, case: object, before: list[str], after: list[str]) -> None:
    report: Report = case.report  # type: ignore[attr-defined]
    prefix = "".join(f"{line}\n\n" for line in before)
    dressed = replace(report, text=prefix + report.text + "\n\n" + "\n\n".join(after))
    plain, coded = coder.code(report), coder.code(dressed)
    for name in ("header", *TYPES):
        one, other = getattr(plain, name), getattr(coded, name)
        assert strip(one, report, len(prefix)) == strip(other, dressed, 0), name


PAGES = [case for case in CASES if case.report.kind is ReportKind.COMMENTARY]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_above_or_below_a_page_changes_nothing_of_its_header(coder: Coder, line: str) -> None:
    """Every page with every line, where chance may take long to bring them together."""
    wrong = []
    for case in PAGES:
        report = case.report
        header = coder.code(report).header
        above = replace(report, text=f"{line}\n\n{report.text}")
        below = replace(report, text=f"{report.text}\n\n{line}")
        found = strip(coder.code(above).header, above, 0), strip(coder.code(below).header, below, 0)
        if found != (strip(header, report, len(line) + 2), strip(header, report, 0)):
            wrong.append(report.id)
    assert len(PAGES) > 10
    assert wrong == []


def strip(value: object, report: Report, shift: int) -> object:
    """Items without ids, with evidence moved by ``shift``."""
    if isinstance(value, Evidence):
        return (value.start + shift, value.end + shift, report.quote(value))
    if isinstance(value, tuple):
        return [strip(part, report, shift) for part in value]
    if hasattr(value, "__dataclass_fields__"):
        names = [n for n in value.__dataclass_fields__ if n not in ("id", "clash")]
        return {n: strip(getattr(value, n), report, shift) for n in names}
    return value


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80))
def test_a_language_is_one_of_the_seven_or_untold(text: str) -> None:
    assert detect(text) in (*KNOWN, "und")


def test_a_very_long_line_ends(coder: Coder) -> None:
    line = "Migrants threw stones at Polish guards on 3 May " * 4000
    coded = coder.code(Report(id="r", text=line, lang="en", published_at=dt.date(2024, 6, 1)))
    assert coded.incidents


def test_a_zero_with_a_number_before_its_word_rests_on_words(coder: Coder) -> None:
    text = "Poland and Belarus: no migrants, on 3 posts 12 guards, were turned back at the border."
    coded = coder.code(Report(id="r", text=text, lang="en", published_at=dt.date(2024, 6, 1)))
    assert all(coded.report.quote(e) for item in items(coded) for e in item.evidence)  # type: ignore[attr-defined]


RUN = """
from kordon.coding import load_coder
from kordon.domain.report import Report
from kordon.geo.gazetteer import load_gazetteer
from kordon.vocabulary import load
text = "Migrants with knives attacked and stabbed Polish soldiers twice and wounded them with a knife near Krynki."
print(load_coder(load(), load_gazetteer()).code(Report(id="r", text=text, lang="en")))
"""


def test_every_run_codes_alike() -> None:
    """Sets of words have another order in every run; what is coded, and its ids, must not."""
    printed = {
        subprocess.run(
            [sys.executable, "-c", RUN],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(printed) == 1
