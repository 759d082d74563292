"""Take the pictures of the README and the guides: ``python docs/pictures.py demo/site``, after ``make demo``."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

IMAGES = Path(__file__).parent / "images"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
# Picture -> page and height of the view.
PICTURES = {
    "week.png": ("en/2024/w22/index.html", 1120),
    "crossing.png": ("en/crossings/lt-by-medininkai-kamienny-loh.html", 1000),
}


def take(browser: Browser, site: Path, images: Path) -> None:
    """Every picture of a site into a folder, without script."""
    for name, (path, height) in PICTURES.items():
        page = browser.new_page(viewport={"width": 1280, "height": height}, java_script_enabled=False)
        page.goto((site / path).resolve().as_uri())
        page.screenshot(path=images / name)
        page.close()


def main(site: Path) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        take(browser, site, IMAGES)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
