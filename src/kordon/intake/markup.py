"""HTML pages: the text of the article, its title, its language and the day on which it was published.

The day is only taken from markup that is there to say it. A date somewhere in the page may be any date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser

from kordon.domain.time import Date

_DAY = re.compile(r"\s*(\d{4})-(\d\d)-(\d\d)(?!\d)")
_JSON_DAY = re.compile(r'"datePublished"\s*:\s*"([^"]{10,40})"')
_LANG = re.compile(r"([a-zA-Z]{2,3})(?:[-_]|\Z)")
_HOST = re.compile(r"https?://([^/?#\s]{1,200})", re.IGNORECASE)
_PUBLISHED = frozenset(
    {
        *(
            "article:published_time",
            "og:article:published_time",
            "datepublished",
            "publish-date",
            "pubdate",
            "date",
        ),
        *("dc.date", "dc.date.issued", "dcterms.date", "dcterms.issued", "citation_publication_date"),
    }
)
_SILENT = frozenset({"script", "style", "noscript", "template", "svg", "head", "iframe", "object", "select"})
_BLOCKS = frozenset(
    {
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "br",
            "dd",
            "div",
            "dl",
            "dt",
            "figcaption",
            "figure",
            "footer",
        ),
        *(
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "li",
            "main",
            "nav",
            "ol",
            "p",
            "pre",
            "section",
        ),
        *("table", "td", "th", "tr", "ul"),
    }
)
_SHORT = 300  # characters: below this the extractor breaks lines at every tag within a sentence
_LOST = 0.3  # a short extraction below this share of the page has lost the article


@dataclass(frozen=True, slots=True)
class Page:
    """``lang`` and ``host`` are empty where the markup does not tell them."""

    text: str
    title: str = ""
    lang: str = ""
    host: str = ""
    published: Date | None = None


def read_page(html: str) -> Page:
    """The article of a page; all visible text where no article can be told apart from the page around it."""
    parser = _Parser()
    try:
        parser.feed(html)
        parser.close()
    except (AssertionError, ValueError):  # broken declarations: what was read before them stands
        pass
    match = _JSON_DAY.search(html)
    published = parser.published or (_day(match[1]) if match else None)
    text = _article(html)
    if len(text) < _SHORT:
        text = "\n".join(_kept(parser.blocks(), text))
    return Page(
        text, parser.meta_title or " ".join("".join(parser.title).split()), parser.lang, parser.host, published
    )


def _article(html: str) -> str:
    import trafilatura  # heavy, and only pages need it

    try:
        found = trafilatura.extract(
            html, output_format="txt", include_comments=False, include_tables=True, favor_recall=True
        )
    except Exception:  # a page that breaks the extractor still has its visible text
        return ""
    return (found or "").replace("\r\n", "\n").replace("\r", "\n").strip()


def _kept(blocks: list[str], article: str) -> list[str]:
    """The blocks of the page that a short article is made of; all of them where it is lost."""
    squashed = "".join(article.split())
    kept = [block for block in blocks if "".join(block.split()) in squashed]
    if sum(map(len, kept)) < _LOST * sum(map(len, blocks)):
        return blocks
    return kept


def _day(text: str) -> Date | None:
    match = _DAY.match(text)
    if match is None:
        return None
    try:
        return Date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


class _Parser(HTMLParser):
    """Collects visible text block by block, and what the head says."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.title: list[str] = []
        self.meta_title = ""
        self.lang = ""
        self.host = ""
        self.published: Date | None = None
        self._blocks: list[list[str]] = [[]]
        self._silent: list[str] = []
        self._in_title = False

    def blocks(self) -> list[str]:
        blocks = (" ".join("".join(block).split()) for block in self._blocks)
        return [block for block in blocks if block]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        match tag:
            case "html":
                found = _LANG.match(values.get("lang", ""))
                self.lang = found[1].lower() if found else ""
            case "meta":
                self._meta(values)
            case "link" if values.get("rel") == "canonical":
                self._address(values.get("href", ""))
            case "title":
                self._in_title = not self._silent or self._silent == ["head"]
        if self.published is None and values.get("itemprop") == "datePublished":
            self.published = _day(values.get("datetime", "") or values.get("content", ""))
        if tag in _SILENT:
            self._silent.append(tag)
        elif tag == "body":
            self._silent.clear()  # a head that was never closed
        if tag in _BLOCKS:
            self._blocks.append([])

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self._in_title = False
        if tag in self._silent:
            while self._silent.pop() != tag:
                pass
        if tag in _BLOCKS:
            self._blocks.append([])

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title.append(data)
        elif not self._silent:
            self._blocks[-1].append(data)

    def _meta(self, values: dict[str, str]) -> None:
        key = (values.get("property") or values.get("name") or values.get("itemprop") or "").lower()
        content = values.get("content", "")
        if key in _PUBLISHED and self.published is None:
            self.published = _day(content)
        elif key == "og:title" and not self.meta_title:
            self.meta_title = " ".join(content.split())
        elif key == "og:url":
            self._address(content)

    def _address(self, address: str) -> None:
        match = _HOST.match(address)
        if match and not self.host:
            self.host = match[1].lower()
