"""WCAG by axe on every kind of page, in three languages, light and dark, at three widths; all fit a phone."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

KINDS = {
    "front": "index.html",
    "week": "2024/w22/index.html",
    "commentary": "2024/w22/security.html",
    "archive": "archive.html",
    "headlines": "all.html",
    "year": "2024/index.html",
    "borders": "borders/index.html",
    "border": "borders/pl-by.html",
    "records": "borders/pl-by-2024.html",
    "crossings": "crossings/index.html",
    "crossing": "crossings/lt-by-medininkai-kamienny-loh.html",
    "zone": "zones/pl-bz-2024-06.html",
    "criteria": "criteria.html",
    "scores": "scores.html",
    "policy": "policy.html",
    "about": "about.html",
    "search": "search.html",
}
WIDTHS = (320, 390, 1280)
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


def axe() -> str:
    """The script of axe, of the package that carries it."""
    import axe_playwright_python

    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")


def violations(page: Any) -> list[str]:
    found = page.evaluate("rules => axe.run(document, rules)", RULES)["violations"]
    return [f"{v['id']}: {v['nodes'][0]['target']} {v['nodes'][0]['html'][:150]}" for v in found]


# Every pair of a width and a theme is looked at in one of the languages; with KORDON_AXE=all each in all of them.
PAIRS = [(width, scheme) for width in WIDTHS for scheme in ("light", "dark")]
LOOKED = {
    "en": ((320, "light"), (1280, "dark")),
    "be": ((390, "dark"), (1280, "light")),
    "ru": ((320, "dark"), (390, "light")),
}


@pytest.mark.parametrize("lang", LOOKED)
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_accessible_and_fits(browser: Browser, published: Path, kind: str, lang: str) -> None:
    """Every 'why' is open while axe looks. The policy lets no script in, so axe comes past it."""
    looked = PAIRS if os.environ.get("KORDON_AXE") == "all" else LOOKED[lang]
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.goto((published / lang / KINDS[kind]).as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    page.add_script_tag(content=axe())
    for width, scheme in PAIRS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{kind} at {width}"
        if (width, scheme) in looked:
            assert violations(page) == [], f"{kind} at {width}, {scheme}"
    context.close()
