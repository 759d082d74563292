"""Belarusian pages in Latin letters, made of the Cyrillic ones: every text but quotations and other languages.

A page of ours has no ``<`` or ``>`` but those of its tags, as templates escape them everywhere else, so tags and
texts can be told apart by those signs alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from kordon.commentary.lacinka import lacinka
from kordon.site import paths

SOURCE = "be"
CODE = "be-Latn"
NAME = "Łacinka"
KEPT = frozenset({"q", "cite", "script", "style", "code"})  # words of others, and what is no prose
_TOKEN = re.compile(r"(<[^>]*>)")
_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9]*)")
_LANG = re.compile(r'\slang="([^"]*)"')
_SAID = re.compile(r'(\s(?:aria-label|title|alt)=")([^"]*)(")')
_META = re.compile(
    r'(<meta (?:name="description"|property="og:(?:title|description|image:alt)") content=")([^"]*)(">)'
)
_HREF = re.compile(r'(\shref=")([^"#:]*)((?:#[^"]*)?")')
_VOID = frozenset({"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})


def path_of(path: str) -> str:
    """Where the page of a Belarusian page stands in Latin letters."""
    return f"{paths.LATIN}/{path.partition('/')[2]}"


def latin(path: str, content: bytes, mirrored: Collection[str]) -> bytes:
    """A Belarusian page in Latin letters. ``mirrored``: the paths of all pages that exist in Latin letters."""
    open_: list[tuple[str, bool]] = []  # element, whether what is in it is kept
    out: list[str] = []
    kept = False
    for n, token in enumerate(_TOKEN.split(content.decode())):
        if n % 2 == 0:  # a text between two tags
            out.append(token if kept or token.isascii() else _written(token))
        elif token.startswith("</"):
            name = token[2:-1]
            while open_ and open_.pop()[0] != name:
                pass
            kept = bool(open_) and open_[-1][1]
            out.append(token)
        else:
            name, void, foreign, tag = _opened(token)
            inside = foreign or (kept and ' lang="be"' not in token)
            out.append(token if inside else tag)
            if not void:
                open_.append((name, inside))
                kept = inside
    return _linked("".join(out), path, mirrored).encode()


@lru_cache(50_000)
def _opened(token: str) -> tuple[str, bool, bool, str]:
    """A tag that opens: its name, whether it is empty, whether it holds words of others, and itself written."""
    found = _TAG.match(token)
    name = found[1] if found else ""
    lang = _LANG.search(token)
    foreign = name in KEPT or "hreflang=" in token or (lang is not None and lang[1] != SOURCE)
    void = not found or name in _VOID or token.endswith("/>") or token.startswith("<!")
    return name, void, foreign, token if token.isascii() and not token.startswith("<html") else _tag(token)


def _tag(token: str) -> str:
    if token.startswith(f'<html lang="{SOURCE}"'):
        return token.replace(f'lang="{SOURCE}"', f'lang="{CODE}"', 1)
    token = _META.sub(lambda m: m[1] + _written(m[2]) + m[3], token)
    return _SAID.sub(lambda m: m[1] + _written(m[2]) + m[3], token)


@lru_cache(100_000)
def _written(text: str) -> str:
    return lacinka(text)


def _linked(text: str, path: str, mirrored: Collection[str]) -> str:
    """Links to pages that there are not in Latin letters lead to the Cyrillic ones; the switch names this page."""
    here = path_of(path)

    def target(found: re.Match[str]) -> str:
        href = _resolve(here, found[2])
        if href.startswith(f"{paths.LATIN}/") and href not in mirrored:
            href = f"{SOURCE}/{href.partition('/')[2]}"
            return f"{found[1]}{paths.relative(here, href)}{found[3]}"
        return found[0]

    text = _HREF.sub(target, text)
    own = paths.relative(here, path)
    this = here.rpartition("/")[2]
    text = re.sub(
        rf'<a href="[^"]*" lang="{SOURCE}" hreflang="{SOURCE}" aria-current="true">',
        f'<a href="{own}" lang="{SOURCE}" hreflang="{SOURCE}">',
        text,
        count=1,
    )
    return re.sub(
        rf'<a href="[^"]*" lang="{CODE}" hreflang="{CODE}">',
        f'<a href="{this}" lang="{CODE}" hreflang="{CODE}" aria-current="true">',
        text,
        count=1,
    )


@lru_cache(100_000)
def _resolve(here: str, href: str) -> str:
    if not href:
        return here
    steps = here.split("/")[:-1]
    for step in href.split("/"):
        if step == "..":
            if steps:
                steps.pop()
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)
