"""A week's issue: the commentaries of its areas in every language, as they were written, reviewed and released."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kordon.domain.assessment import Trend
from kordon.domain.commentary import Sentence
from kordon.domain.time import Date, Week


@dataclass(frozen=True, slots=True)
class Source:
    """What a commentary says it rests on; ``address`` is empty where there is none."""

    name: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Revision:
    """The whole text of one area in one language; whatever changes is a new revision.

    ``id`` is made of the content. ``before`` is the revision that this one takes the place of, ``made_from`` the
    one in another language that it was written after: both empty for the first of an original. ``authors`` are
    offices or accounts, never private names.
    """

    id: str
    week: Week
    area: str
    lang: str
    trend: Trend
    headline: Sentence
    lede: Sentence
    body: tuple[tuple[Sentence, ...], ...]  # paragraphs
    bullets: tuple[Sentence, ...]
    sources: tuple[Source, ...]
    authors: tuple[str, ...]
    before: str = ""
    made_from: str = ""


@dataclass(frozen=True, slots=True)
class Commentary:
    """One area of a released issue: its revisions by language, and who reviewed them.

    A language may be missing only where ``exception`` says why.
    """

    area: str
    revisions: Mapping[str, Revision]
    reviewers: tuple[str, ...]
    exception: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """A notice that something released was wrong, in every language that it was released in.

    ``wrong`` and ``right`` are ids of revisions by language. ``notice`` says what was wrong and what is right.
    """

    id: str
    area: str
    day: Date
    wrong: Mapping[str, str]
    right: Mapping[str, str]
    notice: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Issue:
    """What readers get of one week, corrections included; ``number`` counts the issues from 1, oldest first."""

    week: Week
    number: int
    released_on: Date
    commentaries: tuple[Commentary, ...]
    corrections: tuple[Correction, ...] = ()
