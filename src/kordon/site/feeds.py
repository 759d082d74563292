"""Atom feeds (RFC 4287): the newest commentaries of a language, of an area, of all; corrections are entries.

As soon as an issue is released a feed holds released texts alone; until then it holds the machine's drafts, each
called so in its title. Ids are UUIDs made of what an entry is about, so that every mirror gives the same entry the
same id; links are relative to the feed where the site's own address is not known, and no link to the feed itself
is given then.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from kordon.domain.commentary import Draft, Sentence
from kordon.domain.issue import Revision
from kordon.domain.time import ONE_DAY, Date, Week
from kordon.site import paths
from kordon.site.index import Index
from kordon.site.safe import line
from kordon.site.words import Words

ATOM = "http://www.w3.org/2005/Atom"
NEWEST = 40  # entries of a feed
SPACE = uuid.UUID("5b0f7c1e-7a51-5d5e-9d5b-6f3f4c2a8e10")  # of ids of entries, the same on every mirror
_XML = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(127, 160), 65534, 65535))


@dataclass(frozen=True, slots=True)
class Entry:
    """``published`` is the day a text came out, ``updated`` the last day on which it changed."""

    key: tuple[str, ...]
    lang: str
    title: str
    path: str
    published: Date
    updated: Date
    authors: tuple[str, ...]
    summary: str
    paragraphs: tuple[str, ...]
    bullets: tuple[str, ...] = ()
    category: str = ""
    label: str = ""


def entries(index: Index, words: Words, area: str = "") -> tuple[Entry, ...]:
    """The newest entries of a language, of one area where it is given, newest first."""
    found: list[Entry] = []
    for week in reversed(index.data.weeks):
        if len(found) >= NEWEST:
            break
        found += _of_week(index, words, week, area)
    return tuple(sorted(found, key=lambda e: (e.updated, e.key), reverse=True)[:NEWEST])


def _of_week(index: Index, words: Words, week: Week, area: str) -> Iterator[Entry]:
    issues = bool(index.data.issues)
    for name in index.areas.get(week, ()):
        text = index.data.text(name, week, words.lang)
        if text is None or (area and name != area) or (issues and isinstance(text, Draft)):
            continue
        yield _commentary(index, words, week, name, text)
    issue = index.data.issues.get(week)
    for correction in issue.corrections if issue else ():
        notice = correction.notice.get(words.lang)
        if notice and (not area or correction.area == area):
            label = words.label("areas", correction.area)
            yield Entry(
                ("correction", correction.id, words.lang),
                words.lang,
                words.say("feed-correction", area=label, week=words.week(week)),
                f"{paths.area(words.lang, week, correction.area)}#{paths.slug(correction.id)}",
                correction.day,
                correction.day,
                (),
                line(notice),
                (line(notice),),
                (),
                correction.area,
                label,
            )


def _commentary(index: Index, words: Words, week: Week, area: str, text: Draft | Revision) -> Entry:
    issue = index.data.issues.get(week)
    released = issue.released_on if issue and isinstance(text, Revision) else week.sunday + ONE_DAY
    corrected = [c.day for c in (issue.corrections if issue else ()) if c.area == area]
    headline = line(text.headline.text)
    draft = isinstance(text, Draft)
    return Entry(
        ("commentary", str(week), area, words.lang),
        words.lang,
        words.say("feed-draft", headline=headline) if draft else headline,
        paths.area(words.lang, week, area),
        released,
        max([released, *corrected]),
        () if isinstance(text, Draft) else text.authors,
        line(text.lede.text),
        (
            *([words.say("draft-note")] if draft else []),
            line(text.lede.text),
            *(_paragraph(p) for p in text.body),
        ),
        tuple(line(b.text) for b in text.bullets),
        area,
        words.label("areas", area),
    )


def _paragraph(sentences: Sequence[Sentence]) -> str:
    return " ".join(line(s.text) for s in sentences)


def atom(found: Sequence[Entry], here: str, title: str, subtitle: str, base: str, lang: str = "") -> bytes:
    """A feed as bytes. ``here`` is its own path; ``base`` the site's address, empty where it is not known."""
    root = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})
    if lang:
        root.set("{http://www.w3.org/XML/1998/namespace}lang", lang)
    _text(root, "id", _id("feed", here))
    _text(root, "title", title)
    _text(root, "subtitle", subtitle)
    _text(root, "updated", _time(max((e.updated for e in found), default=Date(2000, 1, 1))))
    _author(root, "Kordon")
    _text(root, "generator", "Kordon")
    if base:
        _link(root, "self", f"{base}/{here}", "application/atom+xml")
    home = paths.home(lang) if lang else paths.ROOT
    _link(root, "alternate", _address(home, here, base), "text/html")
    for entry in found:
        root.append(_entry(entry, here, base))
    written: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _entry(entry: Entry, here: str, base: str) -> Any:
    node = etree.Element(f"{{{ATOM}}}entry")
    node.set("{http://www.w3.org/XML/1998/namespace}lang", entry.lang)
    _text(node, "id", _id(*entry.key))
    _text(node, "title", entry.title)
    _text(node, "published", _time(entry.published))
    _text(node, "updated", _time(entry.updated))
    for author in entry.authors or ("Kordon",):
        _author(node, author)
    _link(node, "alternate", _address(entry.path, here, base), "text/html")
    if entry.category:
        category = etree.SubElement(node, f"{{{ATOM}}}category")
        category.set("term", _plain(entry.category))
        category.set("label", _plain(entry.label))
    _text(node, "summary", entry.summary)
    content = etree.SubElement(node, f"{{{ATOM}}}content")
    content.set("type", "xhtml")
    content.append(_div(entry))
    return node


def _div(entry: Entry) -> Any:
    xhtml = "http://www.w3.org/1999/xhtml"
    div = etree.Element(f"{{{xhtml}}}div", nsmap={None: xhtml})
    for paragraph in entry.paragraphs:
        etree.SubElement(div, f"{{{xhtml}}}p").text = _plain(paragraph)
    if entry.bullets:
        items = etree.SubElement(div, f"{{{xhtml}}}ul")
        for bullet in entry.bullets:
            etree.SubElement(items, f"{{{xhtml}}}li").text = _plain(bullet)
    return div


def _text(node: Any, name: str, value: str) -> None:
    etree.SubElement(node, f"{{{ATOM}}}{name}").text = _plain(value)


def _author(node: Any, name: str) -> None:
    _text(etree.SubElement(node, f"{{{ATOM}}}author"), "name", name)


def _link(node: Any, rel: str, href: str, kind: str) -> None:
    link = etree.SubElement(node, f"{{{ATOM}}}link")
    link.set("rel", rel)
    link.set("type", kind)
    link.set("href", href)


def _address(target: str, here: str, base: str) -> str:
    return f"{base}/{target}" if base else paths.relative(here, target)


def _id(*key: str) -> str:
    return uuid.uuid5(SPACE, "\x1f".join(key)).urn


def _time(day: Date) -> str:
    """Days are all that is known; a day begins at midnight UTC."""
    return dt.datetime.combine(day, dt.time()).isoformat() + "Z"


def _plain(text: str) -> str:
    """Without the characters that XML 1.0 forbids or that turn and hide text."""
    return line(text).translate(_XML)


def files(index: Index, editions: Iterable[Words]) -> Iterator[tuple[str, bytes]]:
    """Every feed: path and bytes."""
    base = index.data.base_url.rstrip("/")
    everything: list[Entry] = []
    for words in editions:
        found = entries(index, words)
        everything += found
        title, strap = "Kordon", words.say("strap")
        yield paths.feed(words.lang), atom(found, paths.feed(words.lang), title, strap, base, words.lang)
        for area in areas(index):
            label = words.label("areas", area)
            here = paths.feed(words.lang, area)
            some = entries(index, words, area)
            yield here, atom(some, here, words.say("feed-title", area=label), strap, base, words.lang)
    newest = sorted(everything, key=lambda e: (e.updated, e.key), reverse=True)[: 2 * NEWEST]
    yield paths.feed(""), atom(newest, paths.feed(""), "Kordon", "English · Беларуская · Русский", base)


def areas(index: Index) -> tuple[str, ...]:
    """The areas that any commentary is about, in the order in which they are met."""
    return tuple(dict.fromkeys(area for week in index.data.weeks for area in index.areas.get(week, ())))
