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
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
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
    text = content.decode()
    open_: list[tuple[str, bool]] = []  # element, whether what is in it is kept
    out: list[str] = []
    for token in _TOKEN.split(text):
        if not token:
            continue
        if not token.startswith("<"):
            out.append(token if open_ and open_[-1][1] else _written(token))
            continue
        found = _TAG.match(token)
        if found is None:
            out.append(token)
            continue
        name = found[2].lower()
        if found[1]:
            while open_ and open_.pop()[0] != name:
                pass
            out.append(token)
            continue
        kept = _keeps(token, name, bool(open_) and open_[-1][1])
        out.append(token if kept else _tag(token))
        if name not in _VOID and not token.endswith("/>"):
            open_.append((name, kept))
    return _linked("".join(out), path, mirrored).encode()


def _keeps(token: str, name: str, outside: bool) -> bool:
    lang = _LANG.search(token)
    if name in KEPT or "hreflang=" in token or (lang is not None and lang[1] != SOURCE):
        return True
    return outside and lang is None


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
