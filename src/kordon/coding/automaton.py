"""One pass over a text that finds every word of a lexicon and every name of the gazetteer.

The automaton also matches inside words, so every form begins with a blank and a whole form ends with one; the text
is searched with everything that is not a letter or digit turned into a blank, letter by letter, so places hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

import ahocorasick_rs

from kordon.coding.lexicon import Entry, Form, fold_letters

_NOT_WORD = re.compile(r"[^\w ]")
_TAIL = re.compile(r"\w*")


_compiled = cache(re.compile)


class Token(NamedTuple):
    """A concept found at ``start..end`` (characters of the searched text)."""

    start: int
    end: int
    concept: str
    cls: str
    entry: Entry


_token = tuple.__new__  # without the keywords that a named tuple looks through: thousands are made


GUARDED = 3  # forms of one literal that go on in their own ways


class Automaton:
    """All forms of a language in one Aho-Corasick automaton."""

    def __init__(self, forms: Iterable[Form]) -> None:
        table: dict[str, list[Form]] = {}
        looked_at: set[str] = set()  # literals of forms that need a look at the text
        for form in forms:
            _, literal, rest, cased = form
            found = table.get(literal)
            if found is None:
                table[literal] = [form]
            elif form not in found:  # an ending that is written twice in a lexicon is one form
                found.append(form)
            if cased or rest is not None or literal[-1] != " ":
                looked_at.add(literal)
        self._forms: Sequence[list[Form]] = list(table.values())
        # Whole forms in any case need no look at the text: their entries, else None.
        self._plain: Sequence[list[Entry] | None] = [
            None if literal in looked_at else [f.entry for f in found] for literal, found in table.items()
        ]
        # One look instead of one for each of many forms of a literal: most often none of them goes on.
        self._guards = [_guard(found) if literal in looked_at else "" for literal, found in table.items()]
        self._search = ahocorasick_rs.AhoCorasick(
            list(table) or ["\x00"], matchkind=ahocorasick_rs.MatchKind.Standard, store_patterns=False
        )

    def scan(self, text: str) -> list[Token]:
        """Tokens in order of place. Where forms overlap the leftmost and longest wins, so that 'border guard'
        is no mention of a border; forms of the same length at the same place all stay."""
        hay = f" {_NOT_WORD.sub(' ', fold_letters(text))} "
        longest: dict[int, tuple[int, list[Entry]]] = {}  # by start: the furthest end and what ends there
        plain = self._plain
        for index, start, stop in self._search.find_matches_as_indexes(hay, overlapping=True):
            entries = plain[index]
            if entries is None:
                for entry, end in self._ends(index, text, hay, start, stop):
                    _keep(longest, start, end, [entry])
            elif start not in longest or stop - 2 > longest[start][0]:  # matches come in order of their ends
                longest[start] = stop - 2, entries
            else:
                _keep(longest, start, stop - 2, entries)
        tokens: list[Token] = []
        at = 0
        for start in sorted(longest):
            if start >= at:
                at, entries = longest[start]
                for entry in entries:  # mostly one, for which a comprehension costs more than it saves
                    tokens.append(_token(Token, (start, at, entry[0], entry[1], entry)))  # noqa: PERF401
        return tokens

    def _ends(self, index: int, text: str, hay: str, start: int, stop: int) -> Iterable[tuple[Entry, int]]:
        """The forms of a literal that the text goes on with, and where each ends."""
        guard = self._guards[index]
        barred = guard != "" and _compiled(guard).match(hay, stop) is None
        for form in self._forms[index]:
            if form.rest is not None:
                if barred:
                    continue
                match = _compiled(form.rest).match(hay, stop)
                if match is None:
                    continue
                end = match.end() - 1
            elif form.literal[-1] == " ":
                end = stop - 2
            else:
                tail = _TAIL.match(hay, stop)
                end = (tail.end() if tail else stop) - 1
            if not form.cased or text.startswith(form.cased, start):
                yield form.entry, end


def _guard(found: Iterable[Form]) -> str:
    """A pattern of all ways in which forms go on; empty for a few."""
    rests = [form.rest for form in found if form.rest is not None]
    return "|".join(f"(?:{rest})" for rest in rests) if len(rests) > GUARDED else ""


def _keep(longest: dict[int, tuple[int, list[Entry]]], start: int, end: int, entries: list[Entry]) -> None:
    known = longest.get(start)
    if known is None or end > known[0]:
        longest[start] = end, entries
    elif end == known[0]:
        longest[start] = end, known[1] + [e for e in entries if e not in known[1]]
