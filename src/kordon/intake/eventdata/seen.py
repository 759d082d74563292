"""Which ids were met before, in memory that does not grow with the import.

Sixty-four bits of each id's hash are kept in sorted files. A question reads all of them once, some at a time,
which is why the ids of a whole part of the import are asked for at once. Two ids among a hundred million share a
hash with a chance of 3 in 10,000, and then the later row is set aside, not lost.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt

_READ = 1 << 19  # hashes of a file that are in memory at once

Hashes = npt.NDArray[np.uint64]


class Seen:
    """Sorted files of hashes; a file is merged into the one before it when it has grown to half its size."""

    def __init__(self, folder: Path) -> None:
        """``folder`` is made and must not be there: it is a cache, made anew from the parts that were written."""
        folder.mkdir()
        self._folder, self._made = folder, 0
        self._files: list[tuple[Path, int]] = []

    def repeats(self, ids: Iterable[str]) -> list[int]:
        """The places of ids that were met before, in an earlier call or in this one; the others are kept."""
        hashes = _hashes(ids)
        order = np.argsort(hashes, kind="stable")  # of equal ones the first stays first
        ordered = hashes[order]
        again = np.zeros(len(ordered), bool)
        again[1:] = ordered[1:] == ordered[:-1]
        for path, _ in self._files:
            for known in _blocks(path):
                low = np.searchsorted(ordered, known[0])
                high = np.searchsorted(ordered, known[-1], "right")
                asked = ordered[low:high]
                again[low:high] |= known[np.minimum(np.searchsorted(known, asked), len(known) - 1)] == asked
        self._add(ordered[~again])
        return sorted(order[again].tolist())

    def _add(self, fresh: Hashes) -> None:
        if not len(fresh):
            return
        path = self._next()
        fresh.tofile(path)
        self._files.append((path, len(fresh)))
        while len(self._files) > 1 and self._files[-2][1] <= 2 * self._files[-1][1]:
            (small, few), (large, many) = sorted((self._files.pop(), self._files.pop()), key=lambda file: file[1])
            merged = self._next()
            _merge(large, small, merged)
            large.unlink()
            small.unlink()
            self._files.append((merged, few + many))

    def _next(self) -> Path:
        self._made += 1
        return self._folder / str(self._made)


def _blocks(path: Path) -> Iterator[Hashes]:
    with path.open("rb") as stream:
        while len(block := np.fromfile(stream, np.uint64, _READ)):
            yield block


def _merge(large: Path, small: Path, into: Path) -> None:
    others = _blocks(small)
    other = next(others)
    with into.open("wb") as stream:
        for block in _blocks(large):
            pieces = [block]
            while len(other) and other[0] <= block[-1]:
                end = int(np.searchsorted(other, block[-1], "right"))
                pieces.append(other[:end])
                other = other[end:] if end < len(other) else next(others, other[:0])
            np.sort(np.concatenate(pieces)).tofile(stream)
        while len(other):
            other.tofile(stream)
            other = next(others, other[:0])


def _hashes(ids: Iterable[str]) -> Hashes:
    blake = hashlib.blake2b
    return np.frombuffer(b"".join([blake(i.encode(), digest_size=8).digest() for i in ids]), "<u8")
