"""What is different between two criteria documents, in the words of their pages.

The page tells every rule; what differs and has no words there (an id, the text of another language) is told by its
place in the document.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from kordon.criteria.model import Criteria
from kordon.criteria.page import Page, Speaker, Table, describe


class How(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


SAID = {
    How.ADDED: "criteria-diff-added",
    How.REMOVED: "criteria-diff-removed",
    How.CHANGED: "criteria-diff-changed",
}


# What stands on no page, or on that of another language.
SILENT = re.compile(r"^id$|^version$|\.lower_bound$|^(title|note)\.|^trend\.(means|wounded)$")


@dataclass(frozen=True, slots=True)
class Change:
    """``where`` is the part in words; ``before`` is empty for what was added, ``after`` for what was taken out."""

    how: How
    where: str
    before: str
    after: str

    def sentence(self, lang: str, phrases: Speaker) -> str:
        values = {"where": self.where or "none", "before": self.before, "after": self.after}
        return phrases.say(lang, SAID[self.how], **values)


def changes(old: Criteria, new: Criteria, lang: str, phrases: Speaker) -> tuple[Change, ...]:
    """Everything that a reader of the two pages would find different, in the order of the pages."""
    before, after = describe(old, lang, phrases), describe(new, lang, phrases)
    return tuple(_pages(before, after))


def differences(
    old: tuple[Criteria, Any], new: tuple[Criteria, Any], lang: str, phrases: Speaker
) -> tuple[Change, ...]:
    """Every change of meaning between two documents, each as its criteria and its data.

    First what the pages tell, but for the hash, which is always another one; then, by place, what they do not.
    """
    told = [c for c in changes(old[0], new[0], lang, phrases) if old[0].hash[:12] not in c.before]
    silent = [c for c in unspoken(old[1], new[1]) if SILENT.search(c.where) and f".{lang}" not in c.where]
    return (*told, *silent)


def unspoken(old: Any, new: Any, path: str = "") -> Iterator[Change]:
    """Differences between the data of two documents by place: ``borders.2``, ``title.be``; for what
    :func:`changes` has no words for."""
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for key in [*old, *(k for k in new if k not in old)]:
            yield from _part(old, new, key, f"{path}.{key}" if path else str(key))
    elif isinstance(old, list) and isinstance(new, list):
        was, now = _named(old), _named(new)
        for name in [*was, *(n for n in now if n not in was)]:
            yield from _part(was, now, name, f"{path}.{name}")
    elif old != new or type(old) is not type(new):
        yield Change(How.CHANGED, path, str(old), str(new))


def _part(old: Mapping[Any, Any], new: Mapping[Any, Any], key: Any, path: str) -> Iterator[Change]:
    if key not in new:
        yield Change(How.REMOVED, path, str(old[key]), "")
    elif key not in old:
        yield Change(How.ADDED, path, "", str(new[key]))
    else:
        yield from unspoken(old[key], new[key], path)


def _named(entries: Sequence[Any]) -> dict[str, Any]:
    """Entries by their id where they have one, else by their number."""
    return {str(e["id"]) if isinstance(e, Mapping) and "id" in e else str(n): e for n, e in enumerate(entries, 1)}


def _pages(old: Page, new: Page) -> Iterator[Change]:
    if old.title != new.title:
        yield Change(How.CHANGED, old.title, old.title, new.title)
    yield from _sentences("", old.notices, new.notices)
    was, now = ({t.title: t for t in page.tables} for page in (old, new))
    for title, table in was.items():
        if title not in now:
            yield Change(How.REMOVED, title, "; ".join(" · ".join(filter(None, r)) for r in table.rows) or "—", "")
            continue
        yield from _tables(table, now[title])
    for title, table in now.items():
        if title not in was:
            yield Change(How.ADDED, title, "", "; ".join(" · ".join(filter(None, r)) for r in table.rows) or "—")


def _tables(old: Table, new: Table) -> Iterator[Change]:
    if old.caption != new.caption:
        yield Change(How.CHANGED, old.title, old.caption, new.caption)
    if len(old.headers) == 1:
        yield from _sentences(old.title, [r[0] for r in old.rows], [r[0] for r in new.rows])
        return
    was, now = _by_name(old), _by_name(new)
    for name, rows in was.items():
        yield from _rows(f"{old.title}, {name}", old.headers, rows, now.get(name, []))
    for name, rows in now.items():
        if name not in was:
            yield from _rows(f"{new.title}, {name}", new.headers, [], rows)


def _by_name(table: Table) -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for row in table.rows:
        found[row[0]].append(row)
    return found


def _rows(
    where: str, headers: Sequence[str], old: Sequence[tuple[str, ...]], new: Sequence[tuple[str, ...]]
) -> Iterator[Change]:
    """Rows that are alike say nothing; those left over are compared with the one most like them, cell by cell."""
    gone, come = [r for r in old if r not in new], [r for r in new if r not in old]
    for row in gone:
        like = max(come, key=lambda r: sum(a == b for a, b in zip(row, r, strict=True)), default=None)
        if like is None or sum(a == b for a, b in zip(row[1:], like[1:], strict=True)) == 0:
            yield Change(How.REMOVED, where, " · ".join(filter(None, row[1:])), "")
            continue
        come.remove(like)
        same = next((cell for cell, other in zip(row[1:], like[1:], strict=True) if cell == other and cell), "")
        for header, before, after in zip(headers, row, like, strict=True):
            if before != after:
                named = ", ".join(part for part in (where, same, header) if part)
                yield Change(How.CHANGED, named, before or "—", after or "—")
    for row in come:
        yield Change(How.ADDED, where, "", " · ".join(filter(None, row[1:])))


def _sentences(where: str, old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    gone, come = [s for s in old if s not in new], [s for s in new if s not in old]
    for before, after in zip(gone, come, strict=False):
        yield Change(How.CHANGED, where, before, after)
    for before in gone[len(come) :]:
        yield Change(How.REMOVED, where, before, "")
    for after in come[len(gone) :]:
        yield Change(How.ADDED, where, "", after)
