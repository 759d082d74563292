"""HTML pages: the text of the article, its title, its language, its address and the day of publication.

The day is only taken from markup that is there to say it. A date somewhere in the page may be any date.
"""

from __future__ import annotations

import html as entities
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kordon.domain.errors import UnreadableFile
from kordon.domain.time import Date

TAGS = 300_000  # of a page that is read at all
EXTRACTED = 20_000  # tags up to which the article is looked for
LETTERS = 3_000_000  # characters up to which it is
_DAY = re.compile(r"\s*(\d{4})-(\d\d)-(\d\d)(?!\d)", re.ASCII)
_JSON_DAY = re.compile(r'"datePublished"\s*:\s*"([^"]{10,40})"')
_LANG = re.compile(r"([a-zA-Z]{2,3})(?:[-_]|\Z)")
_HOST = re.compile(r"https?://([^/?#\s]{1,200})", re.IGNORECASE)
_TAG = re.compile(r"<[a-zA-Z/!?]")
_ANY_TAG = re.compile(r"<(?:!--[^<>]*(?:-->)?|(/?)([a-zA-Z][a-zA-Z0-9]{0,20})[^<>]*>?|[!?][^<>]*>?)")
_LONG_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9:-]{0,30})(?![a-zA-Z0-9:-])[^<>]{5000,}")
_RAW = frozenset({"script", "style", "template", "svg", "title", "select", "textarea"})
_PUBLISHED = frozenset(
    (
        *(
            "article:published_time",
            "og:article:published_time",
            "datepublished",
            "publish-date",
            "pubdate",
            "date",
        ),
        *("dc.date", "dc.date.issued", "dcterms.date", "dcterms.issued", "citation_publication_date"),
    )
)
_SILENT = frozenset(
    (
        *(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "head",
            "iframe",
            "object",
            "select",
            "option",
            "button",
        ),
        *("textarea", "figcaption", "nav", "footer", "aside", "math", "canvas", "audio", "video", "map"),
    )
)
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "div"),
        *(
            "dl",
            "dt",
            "fieldset",
            "figure",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "html",
            "li",
        ),
        *(
            "main",
            "ol",
            "p",
            "pre",
            "section",
            "summary",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "ul",
        ),
    )
)
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_SHORT = 300  # characters: below this the extractor breaks lines at every tag within a sentence
_LOST = 0.3  # a short extraction below this share of the page has lost the article
_RANGE = re.compile(r"[^.!?]{0,30}\d{1,2}[^.!?]{0,20}[-‐-―−][^.!?]{0,20}\d{1,2}[^.!?]{0,12}\.?")
_ABOVE = 8  # blocks above an article in which a line that names its week is looked for


@dataclass(frozen=True, slots=True)
class Page:
    """``lang``, ``host`` and ``address`` are empty where the markup does not tell them."""

    text: str
    title: str = ""
    lang: str = ""
    host: str = ""
    published: Date | None = None
    address: str = ""


def read_page(html: str, name: str = "") -> Page:
    """The article of a page; all visible text where no article can be told apart from the page around it.

    Raises :class:`UnreadableFile` for a page of more than 300,000 tags.
    """
    tags = sum(1 for _ in _TAG.finditer(html))
    if tags > TAGS:
        problem = f"it has {tags:,} tags, more than the {TAGS:,} that are read"
        raise UnreadableFile(name, "", problem, "save the report as text")
    html = _LONG_TAG.sub(r"<\1 ", html)
    root = _tree(html)
    blocks = [] if root is None else list(_blocks(root))
    if root is None or not blocks:  # more than the parser takes: too deep, or a text of more than 10 MB
        return Page("\n".join(_without_tags(html)))
    told = _Head(root, html)
    text = _article(root) if tags <= EXTRACTED and len(html) <= LETTERS else ""
    text = _with_week(text, blocks) if len(text) >= _SHORT else "\n".join(_kept(blocks, text))
    return Page(text, told.title, told.lang, host_of(told.address), told.published, told.address)


def visible(markup: str, between: str) -> str:
    """The visible words of a piece of HTML, its blocks joined by ``between`` (by a blank where that is empty)."""
    if "<" not in markup:
        return " ".join(entities.unescape(markup).split())
    many = sum(1 for _ in _TAG.finditer(markup)) > EXTRACTED
    root = None if many else _tree(_LONG_TAG.sub(r"<\1 ", f"<div>{markup}</div>"))
    blocks = [] if root is None else list(_blocks(root))
    return (between or " ").join(blocks or _without_tags(markup))


def squeezed(text: str) -> str:
    """Text with single blanks in its lines."""
    return "\n".join(" ".join(line.split()) for line in text.split("\n"))


def lang_of(declared: str) -> str:
    """The code in a language tag: ``be-BY`` is ``be``."""
    found = _LANG.match(declared.strip())
    return found[1].lower() if found else ""


def host_of(address: str) -> str:
    match = _HOST.match(address.strip())
    return match[1].lower() if match else ""


def day_at(text: str) -> Date | None:
    """The day with which a text begins, written as 2024-05-31."""
    match = _DAY.match(text)
    if match is None:
        return None
    try:
        return Date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def _tree(html: str) -> Any:
    """The page as a tree; ``None`` for one without a single element. What lies too deep is left out by lxml."""
    from lxml import etree  # type: ignore[import-untyped]  # slow to import, and only pages need it
    from lxml import html as lxml_html

    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        return lxml_html.document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):  # nothing but declarations, or nothing at all
        return None


def _article(root: Any) -> str:
    import trafilatura

    try:
        found = trafilatura.extract(
            root,
            output_format="txt",
            include_comments=False,
            include_tables=True,
            favor_recall=True,
            prune_xpath="//figcaption",
        )
    except Exception:  # a page that breaks the extractor still has its visible text
        return ""
    return (found or "").replace("\r\n", "\n").replace("\r", "\n").strip()


def _blocks(root: Any) -> Iterator[str]:
    """Visible text, block by block, in the order of the page."""
    parts: list[str] = []
    # Elements are walked with a stack, and text after an element belongs to what is around it.
    stack: list[tuple[Any, bool]] = [(root, False)]
    while stack:
        element, leaving = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        if leaving:
            if tag in _BLOCKS and (block := _words(parts)):
                yield block
            if element.tail:
                parts.append(element.tail)
            continue
        if not tag or tag in _SILENT or _is_hidden(element):
            if element.tail:
                parts.append(element.tail)
            continue
        if tag in _BLOCKS and (block := _words(parts)):
            yield block
        if element.text:
            parts.append(element.text)
        stack.append((element, True))
        stack += [(child, False) for child in reversed(element)]
    if block := _words(parts):
        yield block


def _without_tags(html: str) -> list[str]:
    """The words between the tags, where there is no tree to walk."""
    blocks: list[str] = []
    parts: list[str] = []
    silent, at = "", 0
    for match in _ANY_TAG.finditer(html):
        if not silent:
            parts.append(html[at : match.start()])
        at = match.end()
        closing, tag = bool(match[1]), (match[2] or "").lower()
        if silent:
            silent = "" if closing and tag == silent else silent
        elif not closing and tag in _RAW:
            silent = tag
        if tag in _BLOCKS:
            blocks.append(entities.unescape(_words(parts)))
    if not silent:
        parts.append(html[at:])
    blocks.append(entities.unescape(_words(parts)))
    return [block for block in blocks if block.strip()]


def _words(parts: list[str]) -> str:
    words = " ".join("".join(parts).split())
    parts.clear()
    return words


def _is_hidden(element: Any) -> bool:
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or bool(_HIDDEN.search((element.get("style") or "")[:500]))
    )


def _kept(blocks: list[str], article: str) -> list[str]:
    """The blocks of the page that a short article is made of; all of them where it is lost."""
    squashed = "".join(article.split())
    kept = [block for block in blocks if "".join(block.split()) in squashed]
    if sum(map(len, kept)) < _LOST * sum(map(len, blocks)):
        return blocks
    return kept


def _with_week(article: str, blocks: list[str]) -> str:
    """The article with the labels above it, where one of them is a range of days: a weekly page names its week
    outside of what the extractor takes for the text."""
    squashed = "".join(article.split())
    first = next((i for i, b in enumerate(blocks) if len(b) > 60 and "".join(b.split()) in squashed), 0)
    above = blocks[max(0, first - _ABOVE) : first]
    missing = [block for block in above if "".join(block.split()) not in squashed]
    start = next((i for i, block in enumerate(missing) if len(block) < 80 and _RANGE.fullmatch(block)), None)
    if start is None or any(len(block) > 160 for block in missing):
        return article
    return "\n".join([*missing, article])


class _Head:
    """What the markup says of the page."""

    def __init__(self, root: Any, html: str) -> None:
        self.lang = lang_of(root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "")
        self.address = ""
        self.published: Date | None = None
        title = ""
        for element in root.iter("meta", "link"):
            values = {key: (element.get(key) or "")[:2_000] for key in ("property", "name", "itemprop", "content")}
            key = (values["property"] or values["name"] or values["itemprop"]).lower()
            if key in _PUBLISHED and self.published is None:
                self.published = day_at(values["content"])
            elif key == "og:title" and not title:
                title = " ".join(values["content"].split())
            elif key == "og:url" and not self.address:
                self.address = values["content"].strip()
            elif (element.get("rel") or "").lower() == "canonical":
                self.address = self.address or (element.get("href") or "")[:2_000].strip()
        self.title = title or self._printed_title(root)
        self.published = self.published or self._marked(root, html)

    @staticmethod
    def _printed_title(root: Any) -> str:
        for element in root.iter("title"):
            parent = element.getparent()
            if parent is None or parent.tag != "svg":
                return " ".join((element.text or "")[:2_000].split())
        return ""

    @staticmethod
    def _marked(root: Any, html: str) -> Date | None:
        """A day that is marked as that of publication, else the one day of all times of the article."""
        match = _JSON_DAY.search(html)
        day = day_at(match[1]) if match else None
        if day is not None:
            return day
        for element in root.xpath("//*[@itemprop='datePublished' or @pubdate]"):
            day = day_at(element.get("datetime") or element.get("content") or "")
            if day is not None:
                return day
        days = {day_at(e.get("datetime") or "") for e in root.xpath("//article//time[not(ancestor::aside)]")[:50]}
        return days.pop() if len(days) == 1 else None
