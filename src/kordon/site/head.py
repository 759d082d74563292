"""What a page says of itself to machines: its card for other sites, and structured data.

Both formats want absolute addresses for a page and its picture; where the site's own address is not known (many
mirrors, a stick), those are left out and the rest stays.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from kordon.domain.time import Date
from kordon.site.safe import clean

LOCALES = {"en": "en_GB", "be": "be_BY", "ru": "ru_RU"}
_ENDS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&'\u2028\u2029"}
Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Head:
    """``kind`` is a type of Open Graph, ``card`` the path of a picture, ``more`` structured data of schema.org."""

    description: str = ""
    kind: str = "website"
    day: Date | None = None
    changed: Date | None = None
    card: str = ""
    more: tuple[Data, ...] = ()


def properties(head: Head, title: str, lang: str, url: str, base: str) -> list[tuple[str, str]]:
    """Open Graph, in order: what every reader of it needs first."""
    found = [("og:title", title), ("og:type", head.kind), ("og:site_name", "Kordon")]
    found.append(("og:locale", LOCALES.get(lang, lang)))
    if head.description:
        found.append(("og:description", head.description))
    if url:
        found.append(("og:url", url))
    if head.card and base:
        found += [("og:image", f"{base}/{head.card}"), ("og:image:width", "1200"), ("og:image:height", "630")]
        found.append(("og:image:alt", title))
    if head.day and head.kind == "article":
        found.append(("article:published_time", head.day.isoformat()))
    if head.changed and head.kind == "article":
        found.append(("article:modified_time", head.changed.isoformat()))
    return found


def structured(head: Head, url: str, base: str) -> Markup:
    """The structured data as JSON-LD; nothing where there is none."""
    if not head.more:
        return Markup("")
    told = []
    for one in head.more:
        data = {"@context": "https://schema.org", **one}
        if url:
            data["url"] = url
        if head.card and base:
            data["image"] = f"{base}/{head.card}"
        told.append(data)
    return script_json(told[0] if len(told) == 1 else told)


def script_json(data: object) -> Markup:
    """JSON that may stand in a script element: no sign in it can end the element, open one, or break a line."""
    text = json.dumps(_cleaned(data), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return Markup(text.translate(_ENDS))


def _cleaned(data: object) -> object:
    if isinstance(data, str):
        return clean(data)
    if isinstance(data, Mapping):
        return {str(key): _cleaned(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_cleaned(value) for value in data]
    return data
