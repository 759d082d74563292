"""What the public site is made from: values of the domain, nothing computed here that another link computes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kordon.commentary.phrases import Phrases
from kordon.criteria.labels import Label
from kordon.criteria.model import Criteria
from kordon.domain.assessment import Assessment
from kordon.domain.coded import Figure, Incident
from kordon.domain.commentary import Draft
from kordon.domain.issue import Commentary, Issue, Revision
from kordon.domain.measure import Crossing, CrossingStatus, Measure, Proposal
from kordon.domain.reading import Reading, WeekCount
from kordon.domain.report import Report
from kordon.domain.time import Date, Week
from kordon.geo.lines import BorderLine
from kordon.measures.hindcast import Call
from kordon.measures.life.dates import Happening
from kordon.measures.zones import Zone
from kordon.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class SiteData:
    """Everything that the pages show, as it could be known on ``as_of``; ``weeks`` are oldest first.

    ``issues`` are those released: what they say is shown in place of the drafts of their areas. ``labels`` are the
    trends of borders as analysts judged them, ``happenings`` the days of measures, ``zones`` the buffer zones with
    their extensions, ``calls`` what was proposed when governments decided.
    ``lines`` holds the borders to draw, the unassessed ones as a quiet base. ``letters`` are where readers
    subscribe to the newsletter: the address of its pages, a mail address, or both. ``base_url`` is the address
    under which the site is published, for links that must be absolute; empty when it is not known or there are
    many.
    """

    vocabulary: Vocabulary
    phrases: Phrases
    as_of: Date
    weeks: tuple[Week, ...]
    assessments: Mapping[tuple[str, Week], Assessment]
    proposals: Mapping[tuple[str, Week], Proposal]
    readings: Mapping[str, Reading]
    series: Mapping[str, tuple[WeekCount, ...]]
    drafts: Mapping[tuple[str, Week, str], Draft]
    figures: Mapping[str, Figure]
    incidents: Mapping[str, Incident]
    measures: tuple[Measure, ...]
    reports: Mapping[str, Report]
    crossings: tuple[Crossing, ...] = ()
    statuses: tuple[CrossingStatus, ...] = ()
    criteria: tuple[Criteria, ...] = ()
    issues: Mapping[Week, Issue] = field(default_factory=dict)
    labels: tuple[Label, ...] = ()
    happenings: tuple[Happening, ...] = ()
    zones: tuple[Zone, ...] = ()
    calls: tuple[Call, ...] = ()
    lines: Mapping[str, BorderLine] = field(default_factory=dict)
    base_url: str = ""
    letters: tuple[str, ...] = ()

    @property
    def today(self) -> Date:
        """The day whose measures and crossings are shown: the end of the last week, or ``as_of`` before it.

        A report may come out long after the last week that anything speaks of; what stands then is not told.
        """
        return min(self.as_of, self.weeks[-1].sunday) if self.weeks else self.as_of

    @property
    def borders(self) -> tuple[str, ...]:
        """The borders that get levels, in the order of the vocabulary."""
        return self.vocabulary.assessed_borders

    def commentary(self, area: str, week: Week) -> Commentary | None:
        """The released commentary of an area, if the week's issue has one."""
        issue = self.issues.get(week)
        return next((c for c in issue.commentaries if c.area == area), None) if issue else None

    def text(self, area: str, week: Week, lang: str) -> Revision | Draft | None:
        """What is shown: the released revision; a machine's draft only where nothing of the area is released."""
        released = self.commentary(area, week)
        if released is not None:
            return released.revisions.get(lang)
        return self.drafts.get((area, week, lang))

    def front(self) -> Week | None:
        """The week that the home page shows: the newest in which most borders are assessed, or at least one is.

        The newest week of all where none is; ``None`` where there is no week.
        """
        told = {
            week: sum(
                (found := self.assessments.get((border, week))) is not None and found.level.assessed
                for border in self.borders
            )
            for week in self.weeks
        }
        for least in (len(self.borders) // 2 + 1, 1, 0):
            for week in reversed(self.weeks):
                if told[week] >= least:
                    return week
        return None
