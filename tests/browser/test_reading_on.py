"""What a reader does beyond the week: opens why, walks to crossings and zones, searches, prints."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


@pytest.fixture(params=[False, True], ids=["scripts-off", "scripts-on"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=request.param)
    opened = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.on("console", lambda message: said.append(message.text))
    yield opened
    context.close()
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert said == []


@pytest.mark.parametrize(
    ("lang", "why"), [("en", "Why"), ("be", "Чаму"), ("ru", "Почему"), ("be-latn", "Čamu")], ids=lambda v: v
)
def test_a_sentence_opens_down_to_a_report(page: Page, published: Path, lang: str, why: str) -> None:
    page.goto((published / lang / "2024" / "w22" / "security.html").as_uri())
    reasons = page.locator(".story details.why")
    first = reasons.nth(1)
    assert first.locator("summary").inner_text() == why
    assert not first.locator(".inside").is_visible()
    first.locator("summary").click()
    assert first.locator("cite a").first.is_visible()
    assert (first.locator("cite a").first.get_attribute("href") or "").startswith("http")
    assert page.locator(".draft-note").first.is_visible()


def test_from_a_border_to_a_crossing_and_to_the_zone(page: Page, published: Path) -> None:
    page.goto((published / "en" / "borders" / "pl-by.html").as_uri())
    page.get_by_role("link", name="Kuźnica–Bruzgi").first.click()
    assert page.locator("h1").inner_text() == "Kuźnica–Bruzgi"
    assert page.get_by_text("closed").first.is_visible()
    assert page.locator("svg.lanes").is_visible()
    page.go_back()
    page.locator("summary", has_text="measures asked for").click()
    page.get_by_role("link", name="buffer zone").first.click()
    assert "Buffer zone" in page.locator("h1").inner_text()


def test_every_headline_leads_to_its_text(page: Page, published: Path) -> None:
    page.goto((published / "ru" / "all.html").as_uri())
    headline = page.locator(".heads ul a").first
    said = headline.inner_text()
    headline.click()
    assert page.locator("h1").inner_text() == said


def test_without_script_search_is_a_plain_list(browser: Browser, published: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((published / "en" / "search.html").as_uri())
    assert not page.get_by_role("search").is_visible()
    page.get_by_role("link", name="Kuźnica–Bruzgi").click()
    assert page.locator("h1").inner_text() == "Kuźnica–Bruzgi"
    context.close()


@pytest.mark.parametrize(
    ("lang", "typed", "found"),
    [
        ("en", "KUZNICA bruz", "Kuźnica–Bruzgi"),
        ("be", "БРУЗГІ", "Брузгі"),
        ("be", "bieraście", None),
        ("be", "bruzhi", "Брузгі"),
        ("ru", "гродно", "Гродно"),
        ("en", "xyzzy", None),
    ],
)
def test_search_finds_from_a_stick(
    browser: Browser, published: Path, lang: str, typed: str, found: str | None
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((published / lang / "search.html").as_uri())
    page.get_by_role("searchbox").fill(typed)
    status = page.get_by_role("status")
    expect(status).not_to_be_empty()
    if found is None:
        assert page.locator("#found li").count() == 0
    else:
        expect(page.locator("#found li a", has_text=re.compile(re.escape(found))).first).to_be_visible()
        page.locator("#found li a").first.click()
        assert page.locator("h1").is_visible()
    pieces = {url.rpartition("/")[2] for url in asked if "/search/" in url}
    assert len([piece for piece in pieces if piece.startswith("w-")]) <= len(typed.split())
    assert all(url.startswith("file:") for url in asked)
    context.close()


def test_on_paper_there_are_the_words_and_no_menu(browser: Browser, published: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.emulate_media(media="print")
    page.goto((published / "en" / "2024" / "w22" / "security.html").as_uri())
    assert page.locator("h1").is_visible()
    assert page.locator(".lede").first.is_visible()
    assert not page.locator("nav.menu").is_visible()
    assert not page.locator(".pager").first.is_visible()
    printed = page.pdf(format="A4")
    assert printed.startswith(b"%PDF")
    context.close()


def test_the_pictures_of_the_guides_are_taken_of_these_pages(
    browser: Browser, published: Path, tmp_path: Path
) -> None:
    """By the same code as the ones in docs/images, so that a page which is gone or moved is missed here."""
    spec = importlib.util.spec_from_file_location("pictures", Path(__file__).parents[2] / "docs" / "pictures.py")
    assert spec is not None and spec.loader is not None
    pictures = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(pictures)
    pictures.take(browser, published, tmp_path)
    for name in pictures.PICTURES:
        assert (tmp_path / name).stat().st_size > 20_000
        assert (pictures.IMAGES / name).is_file()
