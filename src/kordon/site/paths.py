"""The addresses of the pages, all relative, so that a copy on any host, in any folder or on a stick works."""

from __future__ import annotations

import re
import unicodedata

from kordon.domain.time import Week

STYLE = "style.css"
ROOT = "index.html"


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
