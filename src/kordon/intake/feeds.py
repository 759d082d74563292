"""RSS and Atom feeds, read by feedparser from their bytes: every entry is a text of its own."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from email.utils import parsedate_to_datetime
from typing import Any
from xml.parsers import expat

from kordon.domain.errors import InputError, UnreadableFile
from kordon.domain.time import Date
from kordon.intake.markup import day_at, host_of, lang_of, visible
from kordon.intake.told import Found, Told

LIMIT = 10_000_000  # bytes
LOOSE = 500_000  # bytes of a feed that is not well-formed: it is read by a slower reader
ENTRIES = 2_000
DEPTH = 200  # elements within elements
ATTRIBUTES = 200  # of an element
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_WIDE_TAG = re.compile(rb"<[^<>]{20000,}")
_WIDE_ENTITY = re.compile(rb"<\x00?!\x00?E\x00?N\x00?T\x00?I\x00?T\x00?Y", re.IGNORECASE)


def read_feed(raw: bytes, name: str) -> Found:
    """The entries of a feed in its order, each with its own title, link, day and language.

    An entry without words is an entry of ``errors``. Raises :class:`UnreadableFile` for what is no feed, for one
    that declares entities of its own, and for one of more than 10 MB or 2,000 entries.
    """
    if len(raw) > LIMIT:
        problem = f"it has {len(raw) / 1e6:,.0f} MB, more than the {LIMIT / 1e6:,.0f} MB that are read of a feed"
        raise UnreadableFile(name, "", problem, "split it into smaller files")
    if _ENTITY.search(raw) or _WIDE_ENTITY.search(raw):
        raise UnreadableFile(name, "", "it declares entities of its own", "write the words themselves in the feed")
    _check(raw, name)
    import feedparser  # type: ignore[import-untyped]  # slow to import, and only feeds need it

    try:
        feed = feedparser.parse(io.BytesIO(raw), sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # dates and addresses that break the parser
        problem = f"it is not a readable feed ({type(error).__name__})"
        raise UnreadableFile(name, "", problem, "save its entries as text or HTML") from None
    entries = feed.get("entries") or []
    if not feed.get("version") and not entries:
        raise UnreadableFile(name, "", "it is neither RSS nor Atom", "save the report as text or HTML")
    if not entries:
        raise UnreadableFile(name, "", "the feed has no entries", "check that it was saved whole")
    texts: list[Told] = []
    errors: list[InputError] = []
    for number, entry in enumerate(entries[:ENTRIES], 1):
        told = _entry(entry, feed.get("feed") or {}, number)
        if told.text.strip():
            texts.append(told)
        else:
            errors.append(
                UnreadableFile(name, f"entry {number}", "it holds no text", "save the page that it links to")
            )
    if not texts:
        raise errors[0]
    return Found(tuple(texts), tuple(errors))


class _TooMuch(Exception):
    pass


def _check(raw: bytes, name: str) -> None:
    """Refuse what would take feedparser long: deep nesting, thousands of entries or attributes, and large feeds
    that are not well-formed."""
    depth = entries = 0

    def opened(tag: str, attributes: Sequence[str]) -> None:
        nonlocal depth, entries
        depth += 1
        entries += tag.rpartition(":")[2].lower() in ("item", "entry")
        if depth > DEPTH:
            raise _TooMuch(f"its elements are nested more than {DEPTH} deep")
        if entries > ENTRIES:
            raise _TooMuch(f"it has more than the {ENTRIES:,} entries that are read")
        if len(attributes) > 2 * ATTRIBUTES:
            raise _TooMuch(f"an element has more than {ATTRIBUTES} attributes")

    def closed(tag: str) -> None:
        nonlocal depth
        depth -= 1

    parser = expat.ParserCreate()
    parser.ordered_attributes = True
    parser.StartElementHandler, parser.EndElementHandler = opened, closed
    try:
        parser.Parse(raw, True)
    except _TooMuch as error:
        raise UnreadableFile(name, "", str(error), "split it, or save its entries as text or HTML") from None
    except (expat.ExpatError, ValueError, LookupError) as error:
        if len(raw) > LOOSE or raw.count(b"<") > LOOSE // 10 or _WIDE_TAG.search(raw):
            line = getattr(error, "lineno", 0)
            place = f"line {line}" if line else ""
            raise UnreadableFile(name, place, "it is not well-formed XML", "save the feed again") from None


def _entry(entry: Any, feed: Any, number: int) -> Told:
    contents = [c for c in entry.get("content") or [] if c.get("value")]
    details = [entry[key] for key in ("summary_detail",) if entry.get(key) and entry[key].get("value")]
    best: Any = max([*contents, *details], key=lambda c: len(c["value"]), default={})
    title = visible(str(entry.get("title") or ""), "")[:1_000]
    value = str(best.get("value") or "")
    plain = best.get("type") == "text/plain" and "<" not in value
    text = value if plain else visible(value, "\n")
    link = str(entry.get("link") or "")[:2_000]
    languages = (best.get("language"), entry.get("language"), feed.get("language"))
    declared = next((str(lang) for lang in languages if lang), "")
    return Told(
        text=text if text.strip() else title,
        title=title,
        lang=lang_of(declared),
        source=host_of(link) or host_of(str(feed.get("link") or "")),
        published=_day(entry),
        address=link,
        part=str(number),
    )


def _day(entry: Any) -> Date | None:
    """The day of an entry as it is printed there, in the time zone of whoever printed it."""
    for key in ("published", "updated", "created"):
        printed = str(entry.get(key) or "")[:100]
        found = day_at(printed)
        if found is None and printed:
            try:
                found = parsedate_to_datetime(printed).date()
            except (ValueError, TypeError, IndexError, OverflowError):
                found = None
        if found is None and entry.get(f"{key}_parsed"):
            try:
                found = Date(*entry[f"{key}_parsed"][:3])
            except (ValueError, TypeError, OverflowError):
                found = None
        if found is not None:
            return found
    return None
