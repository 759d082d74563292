"""The addresses of the pages, all relative, so that a copy on any host, in any folder or on a stick works."""

from __future__ import annotations

import re
import unicodedata

from kordon.domain.time import Week

STYLE = "style.css"
SCRIPT = "search.js"
ICON = "favicon.svg"
ROOT = "index.html"
LOST = "404.html"
LATIN = "be-latn"  # the folder of Belarusian in Latin letters


def slug(name: str) -> str:
    """Lower-case ASCII letters, digits and hyphens of an id."""
    text = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-") or "x"


def home(lang: str) -> str:
    return f"{lang}/index.html"


def week(lang: str, when: Week) -> str:
    return f"{lang}/{when.year}/w{when.number:02d}/index.html"


def area(lang: str, when: Week, name: str) -> str:
    return f"{lang}/{when.year}/w{when.number:02d}/{slug(name)}.html"


def year(lang: str, number: int) -> str:
    return f"{lang}/{number}/index.html"


def pdf(lang: str, when: Week) -> str:
    """The released issue of a week, to be printed."""
    return f"{lang}/{when.year}/w{when.number:02d}/issue.pdf"


def card(lang: str, when: Week) -> str:
    """The picture that other sites show beside a link to a week."""
    return f"{lang}/{when.year}/w{when.number:02d}/card.png"


def headlines(lang: str) -> str:
    return f"{lang}/all.html"


def crossings(lang: str) -> str:
    return f"{lang}/crossings/index.html"


def crossing(lang: str, name: str) -> str:
    return f"{lang}/crossings/{slug(name)}.html"


def zone(lang: str, name: str) -> str:
    return f"{lang}/zones/{slug(name)}.html"


def scores(lang: str) -> str:
    return f"{lang}/scores.html"


def policy(lang: str) -> str:
    return f"{lang}/policy.html"


def search(lang: str) -> str:
    return f"{lang}/search.html"


def shard(lang: str, key: str) -> str:
    """A piece of the search index."""
    return f"{lang}/search/{slug(key)}.js"


def feed(lang: str, area: str = "") -> str:
    """The Atom feed of a language, or of one area in it; without a language that of all of them."""
    if not lang:
        return "feed.xml"
    return f"{lang}/feeds/{slug(area)}.xml" if area else f"{lang}/feed.xml"


def dates(lang: str) -> str:
    return f"{lang}/dates.ics"


def archive(lang: str) -> str:
    return f"{lang}/archive.html"


def borders(lang: str) -> str:
    return f"{lang}/borders/index.html"


def border(lang: str, name: str) -> str:
    return f"{lang}/borders/{slug(name)}.html"


def records(lang: str, name: str, number: int) -> str:
    """What was read of a border in a year."""
    return f"{lang}/borders/{slug(name)}-{number}.html"


def criteria(lang: str) -> str:
    return f"{lang}/criteria.html"


def elsewhere(lang: str) -> str:
    """A whole page that a bundle puts where a page was left out; it has no address of its own."""
    return f"copies/{lang}.stub"


def about(lang: str) -> str:
    return f"{lang}/about.html"


def relative(source: str, target: str) -> str:
    """How ``target`` is written in a link on ``source``; either may carry a fragment."""
    path, hash_, fragment = target.partition("#")
    if path == source and hash_:
        return f"#{fragment}"
    here, there = source.split("/")[:-1], path.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    return "../" * (len(here) - shared) + "/".join(there[shared:]) + hash_ + fragment
