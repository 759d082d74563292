"""What the letters of a text tell of its language, by ``data/languages.yaml``; nothing here knows a language.

A letter that a language does not write speaks against it; a few may stand in a text, because names keep theirs.
Words are looked at where letters leave more than one language, and nothing is guessed where both leave several.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from kordon.vocabulary.documents import read_document

SHIPPED = Path(__file__).parent.parent / "data" / "languages.yaml"
READ = 600  # letters that are looked at
LEAST = 12  # letters below which nothing can be told
ENOUGH = 12  # one word in so many is one of the commonest
_STRANGE = 0.03  # the share of letters that may be foreign: those of names
_NAMES = 2  # foreign letters that one name may bring
_MARKED = 2  # letters of its own that speak for a language without a common word
_MARK = re.compile(r"[\u00ad\u0301\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPT = {"latin": re.compile(r"[a-z\u00df-\u024f]"), "cyrillic": re.compile(r"[\u0430-\u045f\u0491]")}


@dataclass(frozen=True, slots=True)
class Written:
    """How a language is written. ``encodings`` are names that ``bytes.decode`` knows."""

    lang: str
    script: str
    alphabet: frozenset[str]
    common: frozenset[str]
    encodings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """``lang`` where the letters leave one language and its words bear it out; else ``possible`` are what is left,
    and none are where the text is in no language that is known."""

    lang: str | None
    possible: tuple[str, ...]
    head: str = ""


@cache
def written() -> Mapping[str, Written]:
    """Every language by its code, in the order of the document."""
    document = read_document(SHIPPED, "data/languages.yaml")
    found: dict[str, Written] = {}
    for position, row in enumerate(document.data):
        document.check_keys((position,), row, ("lang", "alphabet", "common", "encodings"))
        alphabet = frozenset(str(row["alphabet"]))
        script = next(name for name, letters in _SCRIPT.items() if letters.match(min(alphabet)))
        common, encodings = frozenset(str(row["common"]).split()), tuple(str(row["encodings"]).split())
        found[row["lang"]] = Written(row["lang"], script, alphabet, common, encodings)
    return MappingProxyType(found)


def head_of(text: str) -> str:
    """The first 600 characters of a text in lower case, with single blanks and without invisible marks."""
    start = text if len(text) < 10 * READ else text[: 4 * READ]
    words = " ".join(start.split())[: 2 * READ]
    if not words.isascii():
        words = _MARK.sub("", unicodedata.normalize("NFC", words))
    return words[:READ].lower()


def by_letters(text: str) -> Told:
    """What the first 600 characters of a text tell."""
    head = head_of(text)
    letters = Counter(head)
    counts = {name: sum(letters[c] for c in letters if of.match(c)) for name, of in _SCRIPT.items()}
    script = max(counts, key=lambda name: counts[name])
    if counts[script] < LEAST:
        return Told(None, (), head)
    own = Counter({c: n for c, n in letters.items() if _SCRIPT[script].match(c)})
    words = _WORD.findall(head)
    scores = [_score(w, own, words) for w in written().values() if w.script == script]
    bearable = [
        s for s in scores if s.strange <= max(_NAMES, _STRANGE * counts[script]) or s.common * 5 >= len(words)
    ]
    best = min(bearable, key=lambda s: (s.strange, -s.common), default=None)
    if best is None:
        return Told(None, (), head)
    # A language is left where its letters speak against it no more than against the best, whose own letters may be
    # those of a name, and where its words or enough letters of its own speak for it.
    most = 2 * best.strange + (_NAMES if best.marked <= _NAMES else 0)
    left = [s for s in bearable if s.strange <= most]
    left = [s for s in left if s.marked >= _MARKED or s.common * ENOUGH >= len(words) or len(words) < ENOUGH]
    if len(left) == 1:
        return Told(left[0].lang, (left[0].lang,), head)
    left.sort(key=lambda s: -s.common)
    if left and left[0].common >= 2 + 2 * left[1].common:
        return Told(left[0].lang, (left[0].lang,), head)
    return Told(None, tuple(s.lang for s in left), head)


class _Score(NamedTuple):
    lang: str
    strange: int  # letters that it does not write
    marked: int  # letters that it writes and not every language of its script does
    common: int  # its commonest words


def _score(language: Written, own: Mapping[str, int], words: list[str]) -> _Score:
    strange = sum(n for c, n in own.items() if c not in language.alphabet)
    marked = sum(n for c, n in own.items() if c in language.alphabet and c not in _plain(language.script))
    return _Score(language.lang, strange, marked, sum(word in language.common for word in words))


@cache
def _plain(script: str) -> frozenset[str]:
    """Letters that tell nothing: those of every language of the script, and unmarked Latin ones."""
    shared = frozenset.intersection(*(w.alphabet for w in written().values() if w.script == script))
    return shared | frozenset("abcdefghijklmnopqrstuvwxyz")


def agrees(lang: str, text: str) -> bool:
    """Whether a language that a page gives for itself is one that its letters leave; templates often name another.

    A language that is not described here is believed.
    """
    if lang not in written():
        return True
    told = by_letters(text)
    return lang in told.possible or (not told.possible and len(told.head) < LEAST)
