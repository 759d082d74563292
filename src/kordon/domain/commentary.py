"""A week's commentary: sentences that know which readings their numbers came from."""

from __future__ import annotations

from dataclasses import dataclass

from kordon.domain.assessment import Trend
from kordon.domain.time import Date, Week


@dataclass(frozen=True, slots=True)
class Claim:
    """A number or date that a sentence states, and the id of what it was read from."""

    name: str
    value: float | Date
    source: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence in one language, with the claims in it and the ids it rests on."""

    text: str
    key: str  # of the phrase book: the rule that made it
    claims: tuple[Claim, ...] = ()
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """The draft of one area's commentary for one week in one language."""

    id: str
    area: str
    week: Week
    lang: str
    as_of: Date
    trend: Trend
    headline: Sentence
    lede: Sentence
    body: tuple[tuple[Sentence, ...], ...]  # paragraphs
    bullets: tuple[Sentence, ...]
    assessments: tuple[str, ...]
