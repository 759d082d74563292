"""Belarusian in Latin letters: Łacinka, letter by letter from the official orthography.

The letters are those of the interwar practice (ł beside l, ŭ, ch, the acute for softness), which readers of
Łacinka use. The spelling is that of the Cyrillic text: softness that the official orthography does not write is
not written either ('снег' is 'snieh'). A word with a letter that Belarusian lacks is left as it is: it is a
quotation from another language.
"""

from __future__ import annotations

import re
from functools import lru_cache

_PLAIN = {
    "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "g", "д": "d", "ж": "ž", "з": "z", "і": "i", "й": "j", "к": "k",
    "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ў": "ŭ", "ф": "f", "х": "ch",
    "ц": "c", "ч": "č", "ш": "š", "ы": "y", "э": "e",
}  # fmt: skip
_IOTATED = {"е": "e", "ё": "o", "ю": "u", "я": "a"}
_ACUTE = {"з": "ź", "н": "ń", "с": "ś", "ц": "ć"}
_SOFTENING = frozenset("іеёюяь")
_CONSONANTS = frozenset("бвгґджзйклмнпрстфхцчш") - {"й"}
_APOSTROPHES = "'’ʼ"
_LETTERS = frozenset(_PLAIN) | frozenset(_IOTATED) | {"л", "ь"}
_WORD = re.compile(rf"[^\W\d_]+(?:[{_APOSTROPHES}][^\W\d_]+)*")
_CYRILLIC = re.compile("[\u0400-\u04ff]")


def lacinka(text: str) -> str:
    """The text with every Belarusian word in Latin letters; all else stays as it is."""
    return _WORD.sub(lambda found: word(found[0]), text) if _CYRILLIC.search(text) else text


@lru_cache(100_000)
def word(written: str) -> str:
    """One word; unchanged where it has a letter that is not of the Belarusian alphabet."""
    lower = written.lower()
    if not all(letter in _LETTERS or letter in _APOSTROPHES for letter in lower):
        return written
    parts = [_letter(lower, at) for at in range(len(lower))]
    return "".join(_cased(written, at, part) for at, part in enumerate(parts))


def _letter(lower: str, at: int) -> str:
    """What stands for the letter at a place; empty for a sign that the letter beside it has taken in."""
    letter, before, after = lower[at], lower[at - 1] if at else "", lower[at + 1 : at + 2]
    if letter in _IOTATED:
        return _iotated(letter, before)
    if letter == "л":
        return "l" if _soft(lower, at) else "ł"
    if letter in _ACUTE and after == "ь":
        return _ACUTE[letter]
    if letter == "ь":
        return ""
    if letter in _APOSTROPHES:
        return "" if after and after in "еёюяіу" else letter
    if letter == "і" and before and before in _APOSTROPHES:
        return "ji"
    return _PLAIN[letter]


def _iotated(letter: str, before: str) -> str:
    vowel = _IOTATED[letter]
    if before == "л":
        return vowel
    return f"i{vowel}" if before and before in _CONSONANTS else f"j{vowel}"


def _soft(lower: str, at: int) -> bool:
    """Whether an л is soft: what follows it, past a doubled л, softens."""
    rest = lower[at:].lstrip("л")
    return bool(rest) and rest[0] in _SOFTENING


def _cased(written: str, at: int, part: str) -> str:
    """Capitals as in the original; a letter that became two is all capital only among capitals."""
    if not written[at].isupper() or not part:
        return part
    letters = written[at + 1 :].lstrip(_APOSTROPHES)[:1] or written[:at].rstrip(_APOSTROPHES)[-1:]
    return part.upper() if letters.isupper() else part[0].upper() + part[1:]
