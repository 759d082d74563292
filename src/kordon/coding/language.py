"""Which language a text is in: its letters and commonest words first, then lingua, and 'und' where neither can
tell. How languages are written is data (``data/languages.yaml``)."""

from __future__ import annotations

from functools import cache
from typing import Any

from kordon.intake.alphabets import by_letters, written

KNOWN = tuple(written())
SURE = 0.5  # the share that lingua must give


def detect(text: str) -> str:
    """The ISO 639-1 code of a language that is described, or ``und``; only the first 600 characters are read."""
    told = by_letters(text)
    if told.lang is not None:
        return told.lang
    return _lingua(told.head, told.possible) if told.possible else "und"


@cache
def _detector() -> Any:
    from lingua import Language, LanguageDetectorBuilder

    names = [lang for lang in Language.all() if lang.iso_code_639_1.name.lower() in KNOWN]
    return LanguageDetectorBuilder.from_languages(*names).build()


def _lingua(head: str, allowed: tuple[str, ...]) -> str:
    """The language that lingua finds, if it is one that letters and words have left."""
    values = _detector().compute_language_confidence_values(head)
    best = next(((v.language.iso_code_639_1.name.lower(), v.value) for v in values), ("und", 0.0))
    return best[0] if best[1] >= SURE and best[0] in allowed else "und"
