"""A reader with scripts off: the week, why, another language, the archive; on a phone and at a desk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

SIZES = [(320, 640), (390, 844), (1280, 900)]


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}px")
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    width, height = request.param
    context = browser.new_context(viewport={"width": width, "height": height}, java_script_enabled=False)
    opened = context.new_page()
    asked: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    yield opened
    context.close()
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []


def test_from_the_week_to_the_words_of_a_report(page: Page, published: Path) -> None:
    page.goto((published / "index.html").as_uri())
    page.get_by_role("link", name="English").first.click()
    page.get_by_role("link", name="Archive").click()
    page.get_by_role("link", name="27 May – 2 June").first.click()
    assert page.locator("h1").inner_text() == "27 May – 2 June 2024"
    why = page.locator("details.why").first
    assert not why.locator("q").first.is_visible()
    why.locator("summary").first.click()
    for factor in why.locator("li.factor > details > summary").all():
        factor.click()
    quoted = why.locator("q").first
    assert quoted.is_visible()
    assert quoted.inner_text().strip()
    assert (why.locator("cite a").first.get_attribute("href") or "").startswith("http")


def test_the_same_page_in_another_language(page: Page, published: Path) -> None:
    page.goto((published / "en" / "2024" / "w22" / "index.html").as_uri())
    page.get_by_role("link", name="Беларуская").click()
    assert page.locator("html").get_attribute("lang") == "be"
    assert "чэрвеня 2024" in page.locator("h1").inner_text()
    page.get_by_role("link", name="Русский").click()
    assert "июня 2024" in page.locator("h1").inner_text()


PLACES = ["{}/index.html", "{}/2024/w22/index.html", "{}/2024/w22/security.html", "{}/archive.html"]
PLACES += [
    "{}/borders/pl-by.html",
    "{}/borders/pl-by-2024.html",
    "{}/criteria.html",
    "{}/about.html",
    "{}/2024/index.html",
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["en", "be", "ru"])
def test_nothing_is_wider_than_the_narrowest_phone(
    browser: Browser, published: Path, lang: str, scheme: str
) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    for place in PLACES:
        page.goto((published / place.format(lang)).as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, place
    context.close()
