"""Reports that hold the same text: a syndicated copy, a mirror, an item with small edits.

Candidates come from MinHash signatures in an LSH index (Broder 1997; datasketch), and each is then compared
exactly on its runs of words, so that chance decides nothing. A service's daily notices share every word but the
numbers: the numbers have to agree too, and the days of publication to be near.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from kordon.coding.linking.rules import Duplicates
from kordon.domain.report import Report, ReportKind

_WORD = re.compile(r"\w+")
LONGEST = 50_000  # letters of a report that are compared


@dataclass(frozen=True, slots=True)
class Shingled:
    """A report's runs of words and its numbers; the same text gives the same values."""

    id: str
    runs: frozenset[int]
    numbers: frozenset[str]
    published: int | None


def same_text(reports: Iterable[Report], rules: Duplicates) -> Mapping[str, str]:
    """The name of its group for each report that shares its text with another one; the others are left out.

    Rows of a table are never the same text: their words are ours. A group is named by the id of the report that
    was out first; later ones are compared with that one, so that a flood of copies stays cheap.
    """
    found = [one for report in reports if (one := shingled(report, rules)) is not None]
    found.sort(key=lambda one: (one.published is None, one.published or 0, one.id))
    home: dict[str, str] = {}
    for copy, first in _copies(found, rules):
        home[copy] = home[first] = first
    return {name: home[name] for name in sorted(home)}


def shingled(report: Report, rules: Duplicates) -> Shingled | None:
    """The runs of a report's words; ``None`` for rows of tables and texts too short to tell."""
    if report.kind is ReportKind.RECORD:
        return None
    text = unicodedata.normalize("NFKC", f"{report.title}\n{report.text}"[:LONGEST]).casefold()
    words = _WORD.findall(text)
    if len(words) < rules.least_words:
        return None
    runs = _runs(words, rules.shingle)
    numbers = frozenset(word for word in words if word[0].isdigit())
    day = None if report.published_at is None else report.published_at.toordinal()
    return Shingled(report.id, runs, numbers, day)


def _runs(words: list[str], size: int) -> frozenset[int]:
    """A 32-bit number for each run of ``size`` words, the same on every machine."""
    known: dict[str, int] = {}
    for word in words:
        if word not in known:
            known[word] = zlib.crc32(word.encode("utf-8", "surrogatepass"))
    hashes = np.array([known[word] for word in words], dtype=np.uint64)
    mixed = np.zeros(len(words) - size + 1, dtype=np.uint64)
    for place in range(size):  # a polynomial in an odd number, so that the order of the words tells
        mixed = mixed * np.uint64(_ODD) + hashes[place : place + len(mixed)]
    return frozenset((mixed >> np.uint64(32)).tolist())


_ODD = 0x9E3779B97F4A7C15  # 2 to the 64th over the golden ratio


def alike(one: Shingled, other: Shingled, rules: Duplicates) -> bool:
    """Whether two texts are the same text by the rules."""
    dated = one.published is not None and other.published is not None
    if dated and abs((one.published or 0) - (other.published or 0)) > rules.days:
        return False
    both, short = len(one.runs & other.runs), min(len(one.runs), len(other.runs))
    if not short:
        return False
    of_all = both / (len(one.runs) + len(other.runs) - both)
    if of_all < rules.alike and both / short < rules.contained:
        return False
    numbers = min(len(one.numbers), len(other.numbers))
    if one.numbers == other.numbers:
        return True
    return bool(numbers) and len(one.numbers & other.numbers) / numbers > rules.numbers


def _copies(found: list[Shingled], rules: Duplicates) -> Iterator[tuple[str, str]]:
    """Each copy with the first report of its text; ``found`` is in the order of publication."""
    if len(found) < 2:
        return
    from datasketch import MinHash, MinHashLSH  # type: ignore[import-untyped]  # slow, so only where it is needed

    first: dict[str, Shingled] = {}
    indexes: dict[int | None, Any] = {}
    signatures = MinHash.generator(
        (one.runs for one in found), num_perm=rules.permutations, seed=1, hashfunc=_itself
    )
    for one, signature in zip(found, signatures, strict=True):
        here = None if one.published is None else one.published // (rules.days + 1)
        near = (here,) if here is None else (here - 1, here)  # no copy is found further back than that
        names = {name for key in near if key in indexes for name in indexes[key].query(signature)}
        same = next((name for name in sorted(names) if alike(first[name], one, rules)), None)
        if same is not None:
            yield one.id, same
            continue
        first[one.id] = one
        if here not in indexes:
            rows = rules.permutations // rules.bands
            indexes[here] = MinHashLSH(num_perm=rules.permutations, params=(rules.bands, rows))
        indexes[here].insert(one.id, signature, check_duplication=False)


def _itself(run: int) -> int:
    return run
