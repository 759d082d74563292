"""A page of notices and tables as PDF, made by typst, to which every word is data, never markup or code.

As HTML the site makes it (:func:`kordon.site.paper.paper`).
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from kordon.criteria.page import Page
from kordon.domain.errors import KordonError

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


def pdf(page: Page, lang: str) -> bytes:
    """The page on A4. Raises :class:`NoTypst` where the package that makes it is not there."""
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
