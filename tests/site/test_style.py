"""Contrast and order of the colours, computed from the style sheet's own custom properties."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

import kordon.site

CSS = (Path(kordon.site.__file__).parent / "style.css").read_text(encoding="utf-8")
LEVELS = ("low", "medium", "high", "critical")


def colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z0-9]+): (#[0-9a-f]{6});", block))


def themes() -> dict[str, dict[str, str]]:
    light = CSS[CSS.index(":root {") : CSS.index("}")]
    dark_from = CSS.index("@media (prefers-color-scheme: dark)")
    dark = CSS[dark_from : CSS.index("}", dark_from)]
    return {"light": colours(light), "dark": {**colours(light), **colours(dark)}}


THEMES = themes()


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_dark_theme_sets_every_colour_anew() -> None:
    assert colours(CSS[CSS.index("@media (prefers-color-scheme: dark)") :]).keys() == THEMES["light"].keys()


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    ("front", "back", "least"),
    [
        ("ink", "paper", 7.0),
        ("ink", "usual", 7.0),
        ("soft", "paper", 4.5),
        ("soft", "usual", 4.5),  # the word 'usual' stands on its band
        ("soft", "band90", 4.5),
        ("accent", "paper", 4.5),
        ("edge", "paper", 3.0),  # every level is outlined, so that a pale one is seen on paper
        ("accent", "band50", 3.0),  # the line of a chart on its bands
        ("accent", "band90", 3.0),
        ("accent", "usual", 3.0),
    ],
)
def test_contrast_meets_wcag_aa(theme: str, front: str, back: str, least: float) -> None:
    found = contrast(THEMES[theme][front], THEMES[theme][back])
    assert found >= least, f"{front} on {back} in the {theme} theme has {found:.2f}:1, but needs {least}:1."


@pytest.mark.parametrize("theme", THEMES)
def test_levels_are_ordered_by_lightness_alone(theme: str) -> None:
    ramp = [luminance(THEMES[theme][level]) for level in LEVELS]
    assert ramp in (sorted(ramp), sorted(ramp, reverse=True))
    for one, other in pairwise(LEVELS):
        found = contrast(THEMES[theme][one], THEMES[theme][other])
        assert found >= 1.5, f"{one} and {other} are too alike in the {theme} theme ({found:.2f}:1)."


@pytest.mark.parametrize("theme", THEMES)
def test_a_worse_level_stands_out_more_from_the_paper(theme: str) -> None:
    away = [contrast(THEMES[theme][level], THEMES[theme]["paper"]) for level in LEVELS]
    assert away == sorted(away)


def test_colours_are_named_once_and_used_by_name() -> None:
    body = re.sub(r"--[a-z0-9]+: #[0-9a-f]{3,6};", "", CSS)
    assert re.findall(r"#[0-9a-f]{3,8}\b", body) == []


def test_the_sheet_asks_for_nothing() -> None:
    assert "url(" not in CSS
    assert "@import" not in CSS
    assert "@font-face" not in CSS
