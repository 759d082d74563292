"""What a reader takes out of a file: texts and what the file says of them."""

from __future__ import annotations

from dataclasses import dataclass

from kordon.domain.errors import InputError
from kordon.domain.time import Date


@dataclass(frozen=True, slots=True)
class Told:
    """One text and what its file says of it. ``address`` is where it says that it stands; ``part`` names it within
    a file that holds several."""

    text: str
    title: str = ""
    lang: str = ""
    source: str = ""
    published: Date | None = None
    address: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """The texts of a file, in its order, and a sentence for every part of it that could not be used."""

    texts: tuple[Told, ...]
    errors: tuple[InputError, ...] = ()
