"""One page that shows a report with its marks, and why each item was coded. It needs no other file and no script.

The text of a report is hostile: it is escaped by the template and cleaned on its way out, like every text here.
The page's policy lets nothing in but the one style sheet that stands in it, by its hash.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kordon.coding.explained import SINGULAR, Explained, Told, decided, segments
from kordon.site.safe import clean, line, safe_link

HERE = Path(__file__).parent
_LINES = re.compile(r"\r\n|[\r\n\u0085\u2028\u2029]")
_LANG = re.compile(r"[a-z]{2,3}\Z")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the text, and the items that rest on them; ``ends`` are those whose words end here, ``first`` those
    whose first words these are."""

    words: str
    items: tuple[Told, ...]
    ends: tuple[Told, ...]
    title: str
    first: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """One report as the page has it: paragraphs of pieces."""

    number: int
    name: str
    lang: str
    source: str
    link: str | None
    published: str
    found: Explained
    paragraphs: tuple[tuple[Piece, ...], ...]
    counts: str


def page(found: Sequence[tuple[str, Explained]]) -> str:
    """The page of some reports, each with the name to call it by."""
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: clean(value) if type(value) is str else value,
    )
    shown = [_shown(number, name, one) for number, (name, one) in enumerate(found, 1)]
    style = _style(shown)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return environment.get_template("explain.html").render(
        reports=shown,
        title=line(shown[0].name) if len(shown) == 1 else f"{len(shown)} reports",
        style=Markup(style),
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
        singular=SINGULAR,
        decides=decided,
    )


def _style(shown: Sequence[Shown]) -> str:
    """The sheet of the site, what this page adds, and a rule an item: its words stand out when it is looked at."""
    sheets = [(HERE / name).read_text("utf-8") for name in ("style.css", "explain.css")]
    items = [f"r{one.number}-{item.number}" for one in shown for item in one.found.items]
    rules = [f"body:has(#{name}:target) mark.{name} {{ background: var(--band50); }}" for name in items]
    return "\n".join([*sheets, *rules])


def _shown(number: int, name: str, found: Explained) -> Shown:
    report = found.report
    counts: dict[str, int] = {}
    for item in found.items:
        counts[item.type] = counts.get(item.type, 0) + 1
    told = [f"{n} {SINGULAR[kind] if n == 1 else kind}" for kind, n in counts.items()]
    return Shown(
        number=number,
        name=line(name),
        lang=report.lang if _LANG.match(report.lang) and report.lang != "und" else "",
        source=line(report.source),
        link=safe_link(report.address),
        published=f"{report.published_at} ({report.published_basis})" if report.published_at else "",
        found=found,
        paragraphs=tuple(_paragraphs(found)),
        counts=", ".join(told),
    )


def _paragraphs(found: Explained) -> Iterator[tuple[Piece, ...]]:
    """The lines of the text that hold something, cut where marks begin and end."""
    items = {item.number: item for item in found.items}
    ends: dict[int, list[Told]] = {}
    for item in found.items:
        for _, end in item.spans:
            ends.setdefault(end, []).append(item)
    now: list[Piece] = []
    met: set[int] = set()
    at = 0
    for words, numbers in segments(found.report, found.items):
        at += len(words)
        here = tuple(items[n] for n in numbers)
        title = "; ".join(f"{i.number} {SINGULAR[i.type]}: {i.label}" for i in here)
        parts = _LINES.split(words)
        for position, part in enumerate(parts):
            if position:
                if any(piece.words.strip() for piece in now):
                    yield tuple(now)
                now = []
            last = position == len(parts) - 1
            if part or last:
                closing = ends.get(at, ()) if last and here else ()
                marked = here if part.strip() else ()
                first = tuple(i.number for i in marked if i.number not in met)
                met.update(first)
                now.append(Piece(part, marked, tuple(closing), title, first))
    if any(piece.words.strip() for piece in now):
        yield tuple(now)
