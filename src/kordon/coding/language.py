"""Which language a text is in: an alphabet rule first, then lingua, and 'und' where neither can tell."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Any

KNOWN = ("en", "be", "ru", "uk", "pl", "lt", "lv")
READ = 600  # letters that are looked at
LEAST = 12

# Letters that one language of the seven writes and its neighbours do not.
OWN = {
    "be": "ў",
    "uk": "їєґ",
    "ru": "ъщ",
    "pl": "ąęłńśźżóć",
    "lt": "ėįųąęū",
    "lv": "āēīģķļņ",
}
SHARED = {"be": "іэыё", "uk": "і", "ru": "эыё"}
# The commonest words of the language that has no letters of its own, so that most texts need no model.
COMMON = frozenset(("the", "of", "and", "was", "were", "that", "with", "from", "for", "has", "have", "are"))
_CYRILLIC = re.compile(r"[а-яёіўґєї]")
_LATIN = re.compile(r"[a-ząćęłńóśźżėįšųūčžāēģīķļņ]")
_WORD = re.compile(r"[^\W\d_]+")


def detect(text: str) -> str:
    """An ISO 639-1 code of the seven languages, or ``und``; only the first 600 characters are read."""
    head = (
        " ".join(text.split())[:READ].lower()
        if len(text) < 10 * READ
        else " ".join(text[: 4 * READ].split())[:READ].lower()
    )
    letters = Counter(head)
    cyrillic, latin = len(_CYRILLIC.findall(head)), len(_LATIN.findall(head))
    if cyrillic + latin < LEAST:
        return "und"
    if cyrillic > latin:
        return _cyrillic(head, letters)
    return _latin(head, letters)


def _cyrillic(head: str, letters: Counter[str]) -> str:
    if letters["ў"] and not letters["ї"] and not letters["є"]:
        return "be"
    if letters["ї"] or letters["є"] or letters["ґ"]:
        return "uk" if not letters["ы"] or letters["ї"] + letters["є"] > letters["ы"] else "und"
    if letters["і"]:
        if letters["ы"] or letters["э"] or letters["ё"]:
            return "be"
        return "uk" if letters["и"] else _lingua(head, ("be", "uk"))
    if letters["ъ"] or (letters["и"] and (letters["ы"] or letters["э"] or letters["щ"] or letters["ё"])):
        return "ru"
    return _lingua(head, ("be", "ru", "uk"))


def _latin(head: str, letters: Counter[str]) -> str:
    scores = {lang: sum(letters[c] for c in OWN[lang]) for lang in ("pl", "lt", "lv")}
    scores["pl"] += letters["ł"] + letters["ż"]
    scores["lt"] += 2 * (letters["ė"] + letters["į"] + letters["ų"])
    scores["lv"] += 2 * (letters["ā"] + letters["ī"] + letters["ķ"] + letters["ļ"] + letters["ņ"])
    found = _WORD.findall(head)
    words = max(1, len(found))
    if not any(scores.values()) and words >= LEAST and sum(w in COMMON for w in found) * 6 >= words:
        return "en"
    best = max(scores, key=lambda lang: scores[lang])
    others = max(v for k, v in scores.items() if k != best)
    if scores[best] >= max(4, words // 4) and scores[best] >= 2 * others:
        return best
    return _lingua(head, ("en", "pl", "lt", "lv"))


@cache
def _detector() -> Any:
    from lingua import Language, LanguageDetectorBuilder

    names = [lang for lang in Language.all() if lang.iso_code_639_1.name.lower() in KNOWN]
    return LanguageDetectorBuilder.from_languages(*names).build()


def _lingua(head: str, allowed: tuple[str, ...]) -> str:
    values = _detector().compute_language_confidence_values(head)
    best = next(((v.language.iso_code_639_1.name.lower(), v.value) for v in values), ("und", 0.0))
    return best[0] if best[1] >= 0.5 and best[0] in allowed else "und"
