"""What stands under a reason: cards of figures and incidents with their quotations, readings, factors."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from kordon.domain.assessment import FactorLevel


@dataclass(frozen=True, slots=True)
class Source:
    """Where words come from. ``link`` only where it is a plain page; ``lang`` only where it is a language code."""

    name: str
    link: str | None
    grade: str
    published: str
    assumed: bool
    lang: str | None


@dataclass(frozen=True, slots=True)
class Quoted:
    parts: tuple[tuple[str, bool], ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Card:
    """A figure, incident or measure: what, when, where, what else is known, and the words it rests on."""

    kind: str
    what: str
    facts: tuple[str, ...]
    quotes: tuple[Quoted, ...]
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """A reading in words; ``facts`` are the usual, the days that sources spoke for, and how many sources."""

    value: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Factored:
    """A factor told: why it has its level, its indicators that were read, and in one text those that were not."""

    factor: FactorLevel
    because: str
    indicators: tuple[tuple[str, str, Markup], ...]  # level, why, evidence
    silent: str
