"""The page of a criteria document as a file: HTML that needs nothing else, or PDF made by typst.

Every word of the document is text: it is escaped for HTML, and handed to typst as strings of data that it never
reads as markup or code.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from html import escape

from kordon.criteria.page import Page, Table
from kordon.domain.errors import KordonError

STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#111}"
    "table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}"
    "th,td{border:1px solid #999;padding:.3rem .5rem;text-align:left;vertical-align:top}"
    "th{background:#eee}h2{margin:1.5rem 0 .25rem}.notice{border-left:4px solid #111;padding-left:.75rem}"
    "@media print{body{margin:0;max-width:none}tr{break-inside:avoid}}"
)

# The document comes in as data (`page`); nothing of it is spliced into this text.
TEMPLATE = """
#let page-data = json(bytes(sys.inputs.page))
#set document(title: page-data.title)
#set page(paper: "a4", flipped: true, margin: 2cm, numbering: "1 / 1")
#set text(lang: page-data.lang, size: 9.5pt, hyphenate: false)
#set text(font: ("Noto Sans", "DejaVu Sans", "Libertinus Serif"))
#set par(justify: false)
#heading(level: 1, outlined: false, text(page-data.title))
#for notice in page-data.notices { block(inset: (left: 8pt), stroke: (left: 2pt), text(notice)) }
#for t in page-data.tables {
  block(sticky: true, above: 1.4em)[
    #heading(level: 2, text(t.title))
    #if t.caption != "" { text(t.caption) }
  ]
  table(
    columns: t.widths.map(w => w * 1fr),
    inset: 5pt,
    stroke: 0.5pt,
    table.header(..t.headers.map(h => strong(text(h)))),
    ..t.rows.flatten().map(c => text(c)),
  )
}
"""


class NoTypst(KordonError):
    """The optional part that makes PDF is not installed."""


def html(page: Page, lang: str) -> str:
    """One file, without scripts, images or links."""
    parts = [
        "<!doctype html>",
        f'<html lang="{escape(lang)}"><head><meta charset="utf-8"><title>{escape(page.title)}</title>',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<style>{STYLE}</style></head><body><main>",
        f"<h1>{escape(page.title)}</h1>",
        *(f'<p class="notice">{escape(notice)}</p>' for notice in page.notices),
        *(_table(table) for table in page.tables),
        "</main></body></html>",
    ]
    return "\n".join(parts) + "\n"


def _table(table: Table) -> str:
    caption = f"<p>{escape(table.caption)}</p>" if table.caption else ""
    heads = "".join(f'<th scope="col">{escape(h)}</th>' for h in table.headers)
    rows = "\n".join("<tr>" + "".join(f"<td>{escape(c)}</td>" for c in row) + "</tr>" for row in table.rows)
    body = f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody>"
    return f"<h2>{escape(table.title)}</h2>{caption}\n<table>{body}</table>"


def pdf(page: Page, lang: str) -> bytes:
    """The same page on A4. Raises :class:`NoTypst` where the package that makes it is not there."""
    try:
        import typst
    except ImportError:
        raise NoTypst(
            "A PDF is made by typst, which is not installed; `pip install 'kordon[pdf]'`, or ask for HTML."
        ) from None
    data = {
        "title": page.title,
        "lang": lang,
        "notices": page.notices,
        "tables": [
            {
                "title": t.title,
                "caption": t.caption,
                "headers": t.headers,
                "rows": t.rows,
                "widths": _widths(t.headers, t.rows),
            }
            for t in page.tables
        ],
    }
    made: bytes = typst.compile(TEMPLATE.encode(), sys_inputs={"page": json.dumps(data, ensure_ascii=False)})
    return made


def _widths(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> list[float]:
    """Shares of the width: room for each column's longest word, and more for longer texts by their square root."""
    columns = list(zip(headers, *rows, strict=True))
    words = [max((len(word) for cell in column for word in cell.split()), default=0) for column in columns]
    texts = [max(len(cell) for cell in column) for column in columns]
    return [round(word + 2 + 1.5 * text**0.5, 2) for word, text in zip(words, texts, strict=True)]
