"""A week's issue: the commentaries of its areas in every language, as they were written, reviewed and released."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

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
class Elsewhere:
    """Where and on which day a text was published before it came into the archive; ``address`` may be empty."""

    address: str
    day: Date


@dataclass(frozen=True, slots=True)
class Commentary:
    """One area of a released issue: its revisions by language, and who reviewed them.

    A language may be missing only where ``exception`` says why. ``computed`` is the trend that was computed when
    the analysts gave theirs, ``None`` where nothing computes one, and ``why`` their reason where the two differ.
    ``elsewhere`` tells by language where an imported text was published; it is empty for our own.
    """

    area: str
    revisions: Mapping[str, Revision]
    reviewers: tuple[str, ...]
    exception: str = ""
    computed: Trend | None = None
    why: str = ""
    elsewhere: Mapping[str, Elsewhere] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Correction:
    """A notice that something released was wrong, in every language that it was released in.

    ``wrong`` and ``right`` are ids of revisions by language, of those languages that were wrong. ``notice`` says
    what was wrong and what is right. ``by`` is the account or office that corrected, ``why`` its reason.
    """

    id: str
    area: str
    day: Date
    wrong: Mapping[str, str]
    right: Mapping[str, str]
    notice: Mapping[str, str]
    by: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Issue:
    """What readers get of one week, corrections included.

    ``number`` counts the issues from 1 in the order in which they were released; an issue that was only imported
    has 0.
    """

    week: Week
    number: int
    released_on: Date
    commentaries: tuple[Commentary, ...]
    corrections: tuple[Correction, ...] = ()
