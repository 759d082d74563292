"""The form in which search compares words: one for capitals, for diacritics, and for Belarusian in either script.

The script of the search page does the same with the tables that are handed to it, so both sides read alike.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Signs that decomposition does not take apart.
PLAIN = {"ł": "l", "đ": "d", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"}
CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "д": "d", "ж": "z", "з": "z", "и": "i", "і": "i", "й": "j", "к": "k", "л": "l",
    "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ў": "u", "ф": "f", "х": "ch",
    "ц": "c", "ч": "c", "ш": "s", "щ": "sc", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "u", "я": "a", "е": "e",
    "є": "e", "ї": "i", "ґ": "g",
}  # fmt: skip
LANGUAGE = {"be": {"г": "h", "ё": "o"}, "ru": {"г": "g", "ё": "e"}, "en": {"г": "h", "ё": "o"}}
_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_APOSTROPHE = re.compile("['’ʼ]")
_GLIDE = re.compile("j|i(?=[aeou])")
SHORTEST = 2  # letters of a word that is kept; numbers are kept whole


def table(lang: str) -> dict[str, str]:
    """Every sign that stands for others, for the script of the page."""
    return {**PLAIN, **CYRILLIC, **LANGUAGE.get(lang, {})}


def words(text: str, lang: str) -> tuple[str, ...]:
    """The words of a text, folded, in order; those that fold to less than two letters are left out."""
    folded = (fold(_APOSTROPHE.sub("", found), lang) for found in _WORD.findall(text))
    return tuple(word for word in folded if len(word) >= SHORTEST or word.isdigit())


@lru_cache(200_000)
def fold(word: str, lang: str) -> str:
    """One word: 'Гродна' and 'Hrodna' are 'hrodna', 'Łacinka' is 'lacinka', 'дзень' and 'dzień' are 'dzen'."""
    signs = table(lang)
    text = "".join(signs.get(letter, letter) for letter in word.lower())
    text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    text = "".join(signs.get(letter, letter) for letter in text)
    return _GLIDE.sub("", text)
