"""Characters that have no place in a text for readers: they would act on a terminal, or hide or turn words."""

from __future__ import annotations

import unicodedata

_FAMILIES = (
    "Cc",
    "Cf",
    "Cs",
    "Co",
    "Cn",
    "Zl",
    "Zp",
)  # controls, marks of direction and width, private, unassigned


def intruder(text: str) -> tuple[int, str] | None:
    """The place and the name of the first such character, as ``U+202E RIGHT-TO-LEFT OVERRIDE``; ``None``: there is
    none. Line ends and tabs are no intruders."""
    if text.isprintable():
        return None
    for place, letter in enumerate(text):
        if letter not in "\n\t" and unicodedata.category(letter) in _FAMILIES:
            name = unicodedata.name(letter, "a control character")
            return place, f"U+{ord(letter):04X} {name}"
    return None


def harmless(text: str) -> str:
    """The text without such characters, for what others have published and only the archive shows."""
    if intruder(text) is None:
        return text
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in _FAMILIES)
