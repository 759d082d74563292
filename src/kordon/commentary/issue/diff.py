"""What is different between two revisions, part by part and word by word, for pages and the terminal alike."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from kordon.commentary.issue.sentences import LIKE, likeness
from kordon.domain.commentary import Sentence
from kordon.domain.issue import Revision, Source

_TOKEN = re.compile(r"\s+|\w+(?:[.,]\d+)*|[^\w\s]")


class Op(StrEnum):
    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Run:
    """Words that are in both texts, only in the older, or only in the newer one."""

    op: Op
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """One part that differs: ``trend``, ``headline``, ``lede``, ``paragraph``, ``bullet`` or ``sources``; its
    number in the newer revision from 1 (0 where there is but one, or it is gone)."""

    part: str
    number: int
    runs: tuple[Run, ...]


def differences(before: Revision | None, after: Revision) -> tuple[Change, ...]:
    """Every part that differs, in reading order; all of it is new where there is nothing before."""
    return tuple(c for c in _changes(before, after) if any(run.op is not Op.SAME for run in c.runs))


def _changes(before: Revision | None, after: Revision) -> Iterator[Change]:
    old = before
    yield Change("trend", 0, words(old.trend.value if old else "", after.trend.value))
    yield Change("headline", 0, words(old.headline.text if old else "", after.headline.text))
    yield Change("lede", 0, words(old.lede.text if old else "", after.lede.text))
    yield from _listed("paragraph", [_text(p) for p in old.body] if old else [], [_text(p) for p in after.body])
    yield from _listed("bullet", [s.text for s in old.bullets] if old else [], [s.text for s in after.bullets])
    yield Change("sources", 0, words(_told(old.sources) if old else "", _told(after.sources)))


def _text(paragraph: Sequence[Sentence]) -> str:
    return " ".join(sentence.text for sentence in paragraph)


def _told(sources: Sequence[Source]) -> str:
    return "\n".join(f"{s.name} {s.address}".strip() for s in sources)


def _listed(part: str, old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    """Paragraphs or bullets, the likest beside one another and in their order."""
    at = 0
    for number, place in enumerate(_pairs(old, new), 1):
        if place is None:
            yield Change(part, number, words("", new[number - 1]))
            continue
        yield from (Change(part, 0, words(gone, "")) for gone in old[at:place])
        yield Change(part, number, words(old[place], new[number - 1]))
        at = place + 1
    yield from (Change(part, 0, words(gone, "")) for gone in old[at:])


def _pairs(old: Sequence[str], new: Sequence[str]) -> list[int | None]:
    """For each new part the old one that it came from, never crossing: the longest run of like ones."""
    like = [[likeness(o, n) if o != n else 1.0 for n in new] for o in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            taken = like[i][j] + best[i + 1][j + 1] if like[i][j] >= LIKE else 0.0
            best[i][j] = max(taken, best[i + 1][j], best[i][j + 1])
    pairs: list[int | None] = [None] * len(new)
    i = j = 0
    while i < len(old) and j < len(new):
        if like[i][j] >= LIKE and best[i][j] == like[i][j] + best[i + 1][j + 1]:
            pairs[j] = i
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def words(old: str, new: str) -> tuple[Run, ...]:
    """Two texts word by word: joining what is not new gives the old text, what is not gone the new one."""
    one, two = _TOKEN.findall(old), _TOKEN.findall(new)
    runs: list[Run] = []
    for tag, a, b, c, d in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        if tag == "equal":
            runs.append(Run(Op.SAME, "".join(one[a:b])))
            continue
        runs += [Run(op, text) for op, text in ((Op.GONE, "".join(one[a:b])), (Op.NEW, "".join(two[c:d]))) if text]
    return tuple(runs)
