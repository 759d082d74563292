"""A letter as text and as HTML, with marks (``@@manage@@``) on lines of their own where a reader's links go.

The HTML keeps to what mail programs show alike: tables for the frame, styles on each element, no picture,
nothing from elsewhere; the style sheet adds a dark theme where it is understood and is missed nowhere else.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kordon.commentary.phrases import Phrases
from kordon.newsletter.letters import SERVICE, Letter

TEMPLATES = Path(__file__).parent / "templates"
WIDTH = 72
_OWN_LINKS = re.compile(r"<!-- own -->.*?<!-- /own -->", re.DOTALL)
_RUNS = re.compile(r"\n{4,}")


@dataclass(frozen=True, slots=True)
class Rendered:
    """Both parts of a letter in one language, for readers of some areas."""

    subject: str
    text: str
    html: str
    url: str


@lru_cache(1)
def environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=lambda name: bool(name and name.endswith(".html")),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["wrap"] = _wrapped
    made.filters["bullet"] = lambda text: _wrapped(text, "* ", "  ")
    return made


def _wrapped(text: str, first: str = "", rest: str = "") -> str:
    return textwrap.fill(
        text, WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )


def render(letter: Letter, lang: str, areas: Collection[str], phrases: Phrases, name: str) -> Rendered:
    """The letter for readers of ``areas`` (none means all). What is told may hold a mark's letters by chance or by
    malice; there they are parted, so that a reader's link stands only where the template puts it."""
    edition = letter.editions[lang]
    edition = replace(
        edition,
        subject=_unmarked(edition.subject),
        title=_unmarked(edition.title),
        intro=tuple(map(_unmarked, edition.intro)),
        pieces=tuple(
            replace(
                piece,
                headline=_unmarked(piece.headline),
                lede=_unmarked(piece.lede),
                paragraphs=tuple(map(_unmarked, piece.paragraphs)),
                bullets=tuple(map(_unmarked, piece.bullets)),
            )
            for piece in edition.pieces
        ),
    )
    pieces = [piece for piece in edition.pieces if not areas or piece.area in areas]
    first = next((piece.headline for piece in pieces if piece.headline), "")
    context = {
        "lang": lang,
        "kind": letter.kind.value,
        "service": letter.kind in SERVICE,
        "edition": edition,
        "pieces": pieces,
        "first": first,
        "name": name,
        "t": lambda key, **values: phrases.say(lang, key, **values),
    }
    text = environment().get_template("mail/letter.txt").render(context)
    html = environment().get_template("mail/letter.html").render(context)
    return Rendered(edition.subject, _RUNS.sub("\n\n\n", text), html, edition.url)


def _unmarked(text: str) -> str:
    return text.replace("@@", "@ @")


def filled(text: str, links: Mapping[str, str]) -> str:
    """The text with a reader's links in their places."""
    for mark, link in links.items():
        text = text.replace(f"@@{mark}@@", link)
    return text


def impersonal(text: str) -> str:
    """The text without the lines that are for one reader, as the archive shows it."""
    if "<html" not in text:
        return text.partition("\n-- \n")[0].rstrip() + "\n"
    return _OWN_LINKS.sub("", text)
