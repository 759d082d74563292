"""A released issue on paper and its card: whole, hostile words as words; a sentence where there is no typst."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import pytest
from pypdf import PdfReader

from kordon.site import paths, printing
from kordon.site.export import export
from kordon.site.model import SiteData
from kordon.vocabulary import LANGUAGES

A4 = (595.3, 841.9)


def test_an_issue_is_printed_in_every_language_on_a4(site: Path, data: SiteData) -> None:
    pytest.importorskip("typst")
    (week,) = data.issues
    for lang in LANGUAGES:
        reader = PdfReader(site / paths.pdf(lang, week))
        assert [round(float(x), 1) for x in reader.pages[0].mediabox[2:]] == list(A4)
        text = " ".join("\n".join(page.extract_text() for page in reader.pages).split())
        assert "Kordon" in text
        assert "People wrote this." in text
        assert "desk-3" in text
        assert "Two, not three." in text  # the correction
    printed = list(site.rglob("*.pdf"))
    assert len(printed) == len(LANGUAGES)  # drafts are not printed


def test_hostile_words_are_words_on_paper(site: Path, data: SiteData) -> None:
    pytest.importorskip("typst")
    (week,) = data.issues
    content = (site / paths.pdf("en", week)).read_bytes()
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    assert "#text(fill: red)[x] $x^2$" in text  # the markup of typst, and no red x
    assert "<script>alert(1)</script>" in text
    assert "\u202e" not in text
    links = [
        a.get_object()["/A"]["/URI"]
        for page in PdfReader(io.BytesIO(content)).pages
        for a in page.get("/Annots", [])
        if "/A" in a.get_object()
    ]
    assert links == ["https://service.example.org/a"]  # javascript: is no link


def test_the_front_week_and_released_issues_have_a_card(site: Path, data: SiteData) -> None:
    pytest.importorskip("typst")
    front = data.front()
    weeks = {*data.issues, front}
    cards = {p.relative_to(site).as_posix() for p in site.rglob("*.png")}
    assert cards == {paths.card(lang, week) for lang in LANGUAGES for week in weeks if week}
    for name in cards:
        content = (site / name).read_bytes()
        assert content[:8] == b"\x89PNG\r\n\x1a\n"
        assert struct.unpack(">II", content[16:24]) == (1200, 630)


def test_without_typst_a_sentence_says_so_and_nothing_is_linked(
    small: SiteData, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "available", lambda: False)
    done = export(small, tmp_path)
    assert done.notices == (
        "No PDF and no card was made: typst is not installed; `pip install 'kordon[pdf]'` and export again.",
    )
    assert list(tmp_path.rglob("*.pdf")) == list(tmp_path.rglob("*.png")) == []
    (week,) = small.issues
    for path in (paths.week("en", week), paths.area("en", week, "security")):
        assert "issue.pdf" not in (tmp_path / path).read_text("utf-8")


def test_with_typst_the_issue_is_linked(site: Path, data: SiteData) -> None:
    pytest.importorskip("typst")
    (week,) = data.issues
    for path in (paths.week("en", week), paths.area("en", week, "security")):
        assert 'href="issue.pdf"' in (site / path).read_text("utf-8")
