"""Take the picture of the README anew: ``python docs/pictures.py demo/site``, after ``make demo``."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

IMAGES = Path(__file__).parent / "images"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def main(site: Path) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1280, "height": 1120}, java_script_enabled=False)
        page.goto((site / "en" / "2024" / "w22" / "index.html").resolve().as_uri())
        page.screenshot(path=IMAGES / "week.png")
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
