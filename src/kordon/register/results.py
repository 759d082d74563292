"""Record what was calculated, each batch in one transaction.

Results for several days (``as_of``) and several criteria stand beside one another. The same result again is
nothing; another result for the same place, week, day and document supersedes the former one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kordon.domain.assessment import Assessment
from kordon.domain.commentary import Draft
from kordon.domain.errors import RegisterError
from kordon.domain.measure import Proposal
from kordon.domain.reading import Reading, WeekCount
from kordon.domain.report import stable_id
from kordon.domain.time import Date
from kordon.register import models as rows
from kordon.register.links import uses
from kordon.register.payload import dumps
from kordon.register.store import Store
from kordon.register.versions import Entry, append, chunks, current


def record_counts(where: Store, series: Mapping[str, Iterable[WeekCount]], as_of: Date, basis: str) -> int:
    def entry(count: WeekCount) -> Entry:
        identity = (count.border, count.week, as_of)
        week = {"border": count.border, "week": str(count.week), "as_of": as_of, "basis": basis}
        return Entry("count", identity, stable_id("count", *identity), dumps(count), week, uses(count), basis)

    return append(rows.WeekCount, where, [entry(count) for counts in series.values() for count in counts])


def record_readings(where: Store, readings: Iterable[Reading]) -> int:
    def entry(reading: Reading) -> Entry:
        r = reading
        place = {"indicator": r.indicator, "border": r.border, "week": str(r.week), "as_of": r.as_of}
        return Entry("reading", (r.indicator, r.border, r.week, r.as_of), r.id, dumps(r), place, uses(r))

    return append(rows.Reading, where, [entry(reading) for reading in readings])


def record_assessments(where: Store, assessments: Iterable[Assessment]) -> int:
    def entry(assessment: Assessment) -> Entry:
        a = assessment
        columns = {
            "border": a.border,
            "week": str(a.week),
            "as_of": a.as_of,
            "criteria": a.criteria,
            "level": a.level.value,
            "trend": a.trend.value,
        }
        return Entry("assessment", (a.border, a.week, a.as_of, a.criteria), a.id, dumps(a), columns, uses(a))

    return append(rows.Assessment, where, [entry(assessment) for assessment in assessments])


def record_proposals(where: Store, proposals: Iterable[Proposal]) -> int:
    """Raises :class:`RegisterError` for a proposal whose assessment is not recorded."""
    everything = list(proposals)
    days: dict[str, Date] = {}
    with where.reading():
        for some in chunks(list({p.assessment for p in everything})):
            found = current(rows.Assessment, where).filter(value_id__in=some)
            days |= dict(found.values_list("value_id", "as_of"))

    def entry(proposal: Proposal) -> Entry:
        p = proposal
        if p.assessment not in days:
            raise RegisterError(
                f"The proposal {p.id} answers the assessment {p.assessment}, which is not recorded; "
                "record that first."
            )
        columns = {
            "border": p.border,
            "week": str(p.week),
            "as_of": days[p.assessment],
            "assessment": p.assessment,
            "ladder": p.ladder,
        }
        return Entry("proposal", (p.assessment, p.ladder), p.id, dumps(p), columns, uses(p))

    return append(rows.Proposal, where, [entry(proposal) for proposal in everything])


def record_drafts(where: Store, drafts: Iterable[Draft]) -> int:
    def entry(draft: Draft) -> Entry:
        d = draft
        columns = {
            "area": d.area,
            "week": str(d.week),
            "lang": d.lang,
            "as_of": d.as_of,
            "trend": d.trend.value,
        }
        return Entry("draft", (d.area, d.week, d.lang, d.as_of), d.id, dumps(d), columns, uses(d))

    return append(rows.Draft, where, [entry(draft) for draft in drafts])
