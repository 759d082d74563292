"""A commentary that was published elsewhere as a revision: its words as they stand, and where they stood."""

from __future__ import annotations

from collections.abc import Collection

from kordon.coding.body import BULLET, Body
from kordon.commentary.issue.inert import harmless
from kordon.commentary.issue.revision import FREE, identified
from kordon.commentary.issue.sentences import split
from kordon.domain.assessment import Trend
from kordon.domain.coded import Header
from kordon.domain.commentary import Sentence
from kordon.domain.errors import DomainError
from kordon.domain.issue import Elsewhere, Revision, Source
from kordon.domain.report import Report
from kordon.domain.time import ONE_DAY, Week

DOT = "•"
UNSIGNED = "elsewhere"  # the author of what came without the name of an outlet


def imported(
    report: Report, header: Header | None, body: Body, languages: Collection[str], abbreviations: Collection[str]
) -> tuple[Revision, Elsewhere]:
    """The revision of a page, and where and when it was published; raises :class:`DomainError` with a sentence
    where the page does not tell what a commentary must."""
    if header is None:
        raise DomainError("It has no line that names its week, so it is no weekly commentary.")
    if header.area is None:
        raise DomainError(f"The area {header.area_words!r} is not known; add it to 'printed' in areas.yaml.")
    if report.lang not in languages:
        raise DomainError(f"It is in {report.lang!r}, and issues are in {', '.join(languages)}.")
    monday, sunday = header.week.start, header.week.end
    if monday is None or sunday is None or Week.of(monday).sunday != sunday:
        raise DomainError(f"{header.week_words!r} does not run from a Monday to its Sunday.")
    paragraphs, bullets = _parts(body, abbreviations)
    if not paragraphs:
        raise DomainError("Below its header there is no text.")
    outlet = report.source or UNSIGNED
    name = header.headline or report.title
    if not name:
        raise DomainError("It has no headline.")
    lede, *rest = paragraphs
    revision = Revision(
        id="",
        week=Week.of(monday),
        area=header.area,
        lang=report.lang,
        trend=Trend(header.trend) if header.trend else Trend.NOT_ASSESSED,
        headline=Sentence(harmless(name), FREE),
        lede=Sentence(" ".join(s.text for s in lede), FREE),
        body=tuple(rest),
        bullets=tuple(bullets),
        sources=(Source(outlet, report.address if report.address.startswith(("https://", "http://")) else ""),),
        authors=(outlet.lower().removeprefix("www."),),
    )
    day = report.published_at if report.published_at is not None and report.published_at > monday else None
    address = revision.sources[0].address
    return identified(revision), Elsewhere(address, day or sunday + ONE_DAY)


def _parts(body: Body, abbreviations: Collection[str]) -> tuple[list[tuple[Sentence, ...]], list[Sentence]]:
    """The paragraphs, and the bullets below the last of them; a list amid the text stays where it stood."""
    paragraphs: list[tuple[Sentence, ...]] = []
    bullets: list[Sentence] = []
    for start, end, bullet in body.blocks:
        words = harmless(body.text[start:end]).strip()
        if bullet:
            bullets.append(Sentence(BULLET.sub("", words, count=1), FREE))
        elif words:
            paragraphs += [(Sentence(f"{DOT} {listed.text}", FREE),) for listed in bullets]
            bullets = []
            spans = split(words, (), abbreviations)
            paragraphs.append(tuple(Sentence(words[a:b], FREE) for a, b in spans))
    return paragraphs, bullets
