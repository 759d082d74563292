"""The page of ``kordon explain``: it fits a phone, asks for nothing, and shows the words of an item."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

TEXT = (
    "On Tuesday, border guards in Lithuania turned back 12 people who tried to cross illegally from Belarus. "
    "Four migrants threw stones at a Lithuanian patrol and one officer was injured; no shots were fired."
)


@pytest.fixture(scope="module")
def explained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("explained")
    (folder / "2024-06-05-notice.txt").write_text(TEXT, "utf-8")
    command = [sys.executable, "-m", "kordon.cli", "explain", "2024-06-05-notice.txt", "--html", "page.html"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return folder / "page.html"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_the_page_fits_and_asks_for_nothing(browser: Browser, explained: Path, width: int, scheme: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(explained.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert asked == [explained.as_uri()]
    assert said == []  # the policy let its own style sheet in
    assert page.evaluate("getComputedStyle(document.querySelector('.text mark')).borderBottomStyle") == "solid"
    context.close()


def test_an_item_that_is_looked_at_shows_its_words(browser: Browser, explained: Path) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, java_script_enabled=False)
    page = context.new_page()
    page.goto(explained.as_uri())
    marks = page.locator("mark.r1-2")
    ground = "e => getComputedStyle(e).backgroundColor"
    before = marks.first.evaluate(ground)
    page.get_by_role("link", name="item 2, incident").first.click()
    assert page.url.endswith("#r1-2")
    assert marks.first.evaluate(ground) != before
    page.locator("#r1-2").get_by_role("link", name="its words in the report").click()
    assert page.url.endswith("#m1-2")
    context.close()
