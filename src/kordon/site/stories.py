"""Commentaries for a page: their paragraphs, who wrote them, and under each what it rests on.

Where an issue is released its revisions are told, with their authors, reviewers, sources and corrections; else the
machine's draft, which says that it is one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from kordon.domain.commentary import Draft, Sentence
from kordon.domain.issue import Revision
from kordon.domain.time import Week
from kordon.site import paths
from kordon.site.model import SiteData
from kordon.site.safe import host, line, safe_link, shorten
from kordon.site.why import Why
from kordon.site.words import Words

OPENING = 9  # words of a sentence that stand before what it rests on


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph and, sentence by sentence, what it rests on: the opening words and the evidence."""

    text: str
    rests: tuple[tuple[str, Markup], ...]


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction for a reader: its day, the notice, and where it stands on the page."""

    anchor: str
    day: str
    notice: str


@dataclass(frozen=True, slots=True)
class Story:
    """One commentary. ``written`` is false where this language has none, and ``others`` has it.

    ``draft`` is true for a machine's text that nobody reviewed; ``released``, ``authors`` and ``reviewers`` are
    words of an issue's commentary, ``sources`` names with an address that may be opened.
    """

    area: str
    label: str
    link: str
    written: bool
    trend: str
    trend_word: str
    headline: Passage
    lede: Passage
    body: tuple[Passage, ...]
    bullets: tuple[Passage, ...]
    others: tuple[str, ...] = ()
    draft: bool = True
    released: str = ""
    authors: str = ""
    reviewers: str = ""
    sources: tuple[tuple[str, str | None], ...] = ()
    corrections: tuple[Corrected, ...] = ()
    exception: str = ""


EMPTY = Passage("", ())


@dataclass(frozen=True, slots=True)
class Stories:
    """The commentaries of one language."""

    data: SiteData
    words: Words
    why: Why

    def story(self, week: Week, area: str, path: str) -> Story:
        text = self.data.text(area, week, self.words.lang)
        link = paths.relative(path, paths.area(self.words.lang, week, area))
        label = self.words.label("areas", area)
        released = self.data.commentary(area, week)
        if text is None:
            others = tuple(sorted(self._languages(area, week)))
            why = line(released.exception) if released else ""
            return Story(area, label, link, False, "not_assessed", "", EMPTY, EMPTY, (), (), others, exception=why)
        rests = self._rests(text, week)
        issue = self.data.issues.get(week)
        told = isinstance(text, Revision) and released is not None and issue is not None
        return Story(
            area=area,
            label=label,
            link=link,
            written=True,
            trend=text.trend.value,
            trend_word=self.words.label("trends", text.trend.value),
            headline=self._passage((text.headline,), rests),
            lede=self._passage((text.lede,), rests),
            body=tuple(self._passage(paragraph, rests) for paragraph in text.body),
            bullets=tuple(self._passage((bullet,), rests) for bullet in text.bullets),
            draft=isinstance(text, Draft),
            released=self.words.say("released", number=issue.number, day=self.words.day(issue.released_on))
            if told and issue
            else "",
            authors=self._people(text.authors) if isinstance(text, Revision) else "",
            reviewers=self._people(released.reviewers) if told and released else "",
            sources=tuple((line(s.name) or host(s.address), safe_link(s.address)) for s in text.sources)
            if isinstance(text, Revision)
            else (),
            corrections=self._corrections(area, week),
        )

    def _languages(self, area: str, week: Week) -> Iterable[str]:
        released = self.data.commentary(area, week)
        if released is not None:
            return released.revisions
        return (lang for a, w, lang in self.data.drafts if (a, w) == (area, week))

    def _people(self, accounts: Sequence[str]) -> str:
        return self.words.join([shorten(account, 6) for account in accounts]) if accounts else ""

    def _corrections(self, area: str, week: Week) -> tuple[Corrected, ...]:
        issue = self.data.issues.get(week)
        return tuple(
            Corrected(paths.slug(c.id), self.words.day(c.day), line(notice))
            for c in (issue.corrections if issue else ())
            if c.area == area and (notice := c.notice.get(self.words.lang) or c.notice.get("en", ""))
        )

    def _rests(self, text: Draft | Revision, week: Week) -> tuple[str, ...]:
        """What a sentence rests on that names nothing of its own: the assessments behind the text."""
        if isinstance(text, Draft):
            return text.assessments
        borders = (
            self.data.vocabulary["areas"][text.area].get("borders")
            if text.area in self.data.vocabulary["areas"]
            else None
        )
        found = (self.data.assessments.get((border, week)) for border in borders or ())
        return tuple(a.id for a in found if a is not None)

    def _passage(self, sentences: Sequence[Sentence], fallback: Sequence[str]) -> Passage:
        text = " ".join(line(s.text) for s in sentences)
        rests: list[tuple[list[str], Markup]] = []
        for sentence in sentences:
            shown = self.why.evidence((*sentence.evidence, *(c.source for c in sentence.claims)))
            shown = shown or self.why.evidence(fallback)
            opening = shorten(sentence.text, OPENING)
            if shown and rests and rests[-1][1] == shown:
                rests[-1][0].append(opening)
            elif shown:
                rests.append(([opening], shown))
        single = len(sentences) == 1
        return Passage(text, tuple(("" if single else " / ".join(said), shown) for said, shown in rests))
