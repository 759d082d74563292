"""One pass over a text that finds every word of a lexicon and every name of the gazetteer.

The automaton also matches inside words, so every form begins with a blank and a whole form ends with one; the text
is searched with everything that is not a letter or digit turned into a blank, letter by letter, so places hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import ahocorasick_rs

from kordon.coding.lexicon import Entry, Form, fold_letters

_NOT_WORD = re.compile(r"\W")
_TAIL = re.compile(r"\w*")


class Token(NamedTuple):
    """A concept found at ``start..end`` (characters of the searched text)."""

    start: int
    end: int
    concept: str
    cls: str
    entry: Entry


class Automaton:
    """All forms of a language in one Aho-Corasick automaton."""

    def __init__(self, forms: Iterable[Form]) -> None:
        table: dict[str, list[Form]] = {}
        for form in forms:
            table.setdefault(form.literal, []).append(form)
        self._forms: Sequence[list[Form]] = list(table.values())
        self._search = ahocorasick_rs.AhoCorasick(
            list(table) or ["\x00"], matchkind=ahocorasick_rs.MatchKind.Standard, store_patterns=False
        )

    def scan(self, text: str) -> list[Token]:
        """Tokens in order of place. Where forms overlap the leftmost and longest wins, so that 'border guard'
        is no mention of a border; forms of the same length at the same place all stay."""
        hay = f" {_NOT_WORD.sub(' ', fold_letters(text))} "
        found: list[tuple[int, int, Entry]] = []
        forms = self._forms
        for index, start, stop in self._search.find_matches_as_indexes(hay, overlapping=True):
            for entry, literal, rest, cased in forms[index]:
                if rest is not None:
                    match = rest.match(hay, stop)
                    if match is None:
                        continue
                    end = match.end() - 1
                elif literal[-1] == " ":
                    end = stop - 2
                else:
                    tail = _TAIL.match(hay, stop)
                    end = (tail.end() if tail else stop) - 1
                if cased and not text.startswith(cased, start):
                    continue
                found.append((start, -end, entry))
        found.sort(key=_place)
        tokens: list[Token] = []
        at, last = 0, (-1, -1)
        for start, minus_end, entry in found:
            if start >= at or (start, minus_end) == last:
                tokens.append(Token(start, -minus_end, entry.concept, entry.cls, entry))
                at, last = -minus_end, (start, minus_end)
        return tokens


def _place(item: tuple[int, int, Entry]) -> tuple[int, int]:
    return item[0], item[1]
