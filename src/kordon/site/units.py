"""What a page is made from: a part of the site's data, cut out so that a page is made anew only when it changed.

A page of a unit shows nothing that is not in the unit's part: :meth:`Cuts.part` gives that part as a smaller
:class:`SiteData`, and tests make every page from its part alone and from all of the data, and compare. A page
without a narrower unit is made from everything, which is always right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import Any

from kordon.domain.assessment import Assessment, Reason, Trend
from kordon.domain.coded import Figure
from kordon.domain.commentary import Draft, Sentence
from kordon.domain.issue import Commentary, Issue
from kordon.domain.measure import Proposal
from kordon.domain.reading import Baseline, Reading, WeekCount
from kordon.domain.time import Date, Week
from kordon.site.digest import Digests, Undigestible, digest, plain, plainly_quoted
from kordon.site.index import RECENT
from kordon.site.model import SiteData
from kordon.site.records import Records

NEVER = Date(1, 1, 1)
NO_REASON = Reason("")
NO_SENTENCE = Sentence("", "")

# What every page stands on, besides its part; ``weeks`` and what hangs on weeks are cut.
COMMON = ("vocabulary", "phrases", "as_of", "lines", "base_url", "letters")
UNORDERED = ("measures", "crossings", "statuses", "labels", "happenings", "zones", "calls")


@dataclass(frozen=True, slots=True)
class Unit:
    """The part of the data that a page is made from. ``kind`` names a method of :class:`Cuts`."""

    kind: str
    week: Week | None = None
    border: str = ""
    year: int = 0

    @property
    def narrow(self) -> bool:
        """Whether pages of it are made without the day that the whole site is told for."""
        return self.kind != "all"


ALL = Unit("all")  # everything
RULES = Unit("rules")  # the criteria and nothing that was measured
FIXED = Unit("fixed")  # nothing but words
ARCHIVE = Unit("archive")  # every week with its levels


def week_unit(week: Week) -> Unit:
    return Unit("week", week=week)


def year_unit(year: int) -> Unit:
    return Unit("year", year=year)


def record_unit(border: str, year: int) -> Unit:
    return Unit("record", border=border, year=year)


class Cuts:
    """The parts of one :class:`SiteData`, and a key for each that changes when anything in the part does."""

    def __init__(self, data: SiteData, version: str) -> None:
        self.data = data
        self._digests = Digests(self._evidence)
        self._keys: dict[Unit, str] = {}
        self._names: dict[Any, str] = {}
        self._thin: dict[tuple[int, Callable[[Any], Any]], tuple[object, Any]] = {}
        self._version = version

    def key(self, unit: Unit, lang: str) -> str:
        """The key of a unit's pages in a language; empty, which fits nothing, where it cannot be told."""
        if unit not in self._keys:
            try:
                part = self.part(unit)
                common = self._common
                told = [(f.name, self._told(f.name, getattr(part, f.name))) for f in fields(part)]
                self._keys[unit] = digest(common, unit.narrow, told)
            except Undigestible:
                self._keys[unit] = ""
        return self._keys[unit] and digest(self._keys[unit], lang)

    @cached_property
    def _common(self) -> str:
        data = self.data
        if not data.phrases.digest:
            raise Undigestible("These phrases have no digest.")
        if not all(map(plainly_quoted, self._evidence)):
            raise Undigestible("Ids with quotes in them cannot be followed.")
        return digest(
            self._version,
            data.phrases.digest,
            plain(data.vocabulary),
            plain(data.phrases.indicators),
            plain(data.as_of),
            data.base_url,
            data.letters,
            sorted((name, self._digests.of(line)) for name, line in data.lines.items()),
        )

    def _told(self, name: str, value: Any) -> Any:
        """A field by the digests of its members. Pages mind no order of mappings, nor of what is in UNORDERED."""
        if name in COMMON:
            return ""
        if isinstance(value, Mapping):
            return sorted([(self._named(key), self._told("", held)) for key, held in value.items()])
        if isinstance(value, tuple):
            told = [self._digests.of(held) for held in value]
            return sorted(told) if name in UNORDERED else told
        return self._digests.of(value)

    def _named(self, key: Any) -> str:
        """A key of a mapping in a form that can be put in order."""
        found = self._names.get(key)
        if found is None:
            found = self._names[key] = repr(plain(key))
        return found

    # -- the parts

    def part(self, unit: Unit) -> SiteData:
        """What pages of a unit are made from."""
        cut: Callable[[Unit], SiteData] = getattr(self, f"_{unit.kind}")
        return cut(unit)

    def _all(self, _: Unit) -> SiteData:
        return self.data

    def _fixed(self, _: Unit) -> SiteData:
        return self._only()

    def _rules(self, _: Unit) -> SiteData:
        return self._only(criteria=self.data.criteria)

    def _archive(self, _: Unit) -> SiteData:
        return self._only(weeks=self.data.weeks, assessments=self._levels(self.data.weeks))

    def _year(self, unit: Unit) -> SiteData:
        """Every week, as other years are linked to; the levels and headlines of one year."""
        held = [w for w in self.data.weeks if w.year == unit.year]
        drafts = {k: self._thinned(d, _headline_only) for w in held for k, d in self._drafts.get(w, {}).items()}
        issues = {w: self.data.issues[w] for w in held if w in self.data.issues}
        return self._only(weeks=self.data.weeks, assessments=self._levels(held), drafts=drafts, issues=issues)

    def _record(self, unit: Unit) -> SiteData:
        """What was read of a border in a year, and one thing of each other year, as those are linked to."""
        pages = self._records.by_page
        ids = [
            *pages.get((unit.border, unit.year), ()),
            *(held[0] for (border, _), held in pages.items() if border == unit.border),
        ]
        return self._with(ids)

    def _week(self, unit: Unit) -> SiteData:
        """A week with what its statements rest on; the half year before it as counts, levels and usual bands.

        Of the weeks before and after it, that they are there and which areas they have.
        """
        week, data = unit.week, self.data
        assert week is not None
        at = data.weeks.index(week)
        near = data.weeks[max(0, at - 1) : at + 2]
        window = [week - back for back in range(RECENT)]
        own = self._assessments.get(week, {})
        proposals = self._proposals.get(week, {})
        drafts = {
            key: d if w == week else self._thinned(d, _no_text)
            for w in near
            for key, d in self._drafts.get(w, {}).items()
        }
        counts = {b: tuple(held[w] for w in reversed(window) if w in held) for b, held in self._counts.items()}
        readings = self._readings
        bands = {
            r.id: self._thinned(r, _band_only)
            for w in window[1:]
            for r in readings.get(w, ())
            if isinstance(r.baseline, Baseline)
        }
        issues = {w: self._of_near(data.issues[w], w == week) for w in near if w in data.issues}
        roots: list[object] = [*own.values(), *proposals.values(), *self._drafts.get(week, {}).values()]
        roots += [issues[week]] if week in issues else []
        ids = [name for root in roots for name in self._digests.named(root)]
        ids += [r.id for r in readings.get(week, ())]
        first, last = (week - (RECENT - 1)).monday, week.sunday
        marked = {f.id: f for f in data.figures.values() if _overlaps(f, first, last)}  # drawn, but not opened
        part = self._with(ids)
        named = {a.week for a in part.assessments.values()} | {p.week for p in part.proposals.values()}
        for border, told in part.series.items():  # counts of other weeks, which are told but not drawn
            held = {c.week: c for c in (*told, *counts.get(border, ()))}
            counts[border] = tuple(held[w] for w in sorted(held))
            named |= {c.week for c in told}
        return replace(
            part,
            weeks=tuple(w for w in data.weeks if w in near or w in named),
            assessments={**self._levels(window[1:]), **part.assessments, **own},
            proposals={**part.proposals, **proposals},
            drafts=drafts,
            issues=issues,
            series=counts,
            readings={**bands, **part.readings},
            figures={**marked, **part.figures},
        )

    # -- below

    def _only(self, **held: Any) -> SiteData:
        """The data without anything that hangs on weeks, borders or reports, but with ``held``."""
        empty: dict[str, Any] = {
            "weeks": (), "assessments": {}, "proposals": {}, "readings": {}, "series": {}, "drafts": {},
            "figures": {}, "incidents": {}, "measures": (), "reports": {}, "crossings": (), "statuses": (),
            "criteria": (), "issues": {}, "labels": (), "happenings": (), "zones": (), "calls": (),
        }  # fmt: skip
        return replace(self.data, **(empty | held))

    def _with(self, ids: Iterable[str]) -> SiteData:
        """The part that holds ``ids`` and whatever they rest on."""
        data, found, waiting = self.data, dict[str, object](), list(ids)
        while waiting:
            name = waiting.pop()
            if name in found:
                continue
            value = self._evidence.get(name)
            if value is not None:
                found[name] = value
                if not isinstance(value, Assessment | Proposal):  # which are told here and reasoned elsewhere
                    waiting += self._digests.named(value)
        counts: dict[str, list[WeekCount]] = {}
        for value in found.values():
            if isinstance(value, WeekCount):
                counts.setdefault(value.border, []).append(value)
        return self._only(
            assessments={(a.border, a.week): a for a in found.values() if isinstance(a, Assessment)},
            proposals={(p.border, p.week): p for p in found.values() if isinstance(p, Proposal)},
            series={border: tuple(sorted(told, key=lambda c: c.week)) for border, told in counts.items()},
            crossings=tuple(c for c in data.crossings if c.id in found),
            statuses=tuple(s for s in data.statuses if s.id in found),
            readings={n: data.readings[n] for n in found if n in data.readings},
            figures={n: data.figures[n] for n in found if n in data.figures},
            incidents={n: data.incidents[n] for n in found if n in data.incidents},
            reports={n: data.reports[n] for n in found if n in data.reports},
            measures=tuple(m for m in data.measures if m.id in found),
        )

    @cached_property
    def _evidence(self) -> Mapping[str, object]:
        """Everything that something can rest on, by id."""
        data = self.data
        counts = {f"count:{border}:{c.week}": c for border, told in data.series.items() for c in told}
        named = (data.crossings, data.statuses, data.assessments.values(), data.proposals.values(), data.measures)
        held = {thing.id: thing for things in named for thing in things}
        return {**counts, **held, **data.reports, **data.incidents, **data.figures, **data.readings}

    @cached_property
    def _records(self) -> Records:
        return Records(self.data)

    @cached_property
    def _assessments(self) -> Mapping[Week, Mapping[tuple[str, Week], Assessment]]:
        return _by_week(self.data.assessments)

    @cached_property
    def _proposals(self) -> Mapping[Week, Mapping[tuple[str, Week], Proposal]]:
        return _by_week(self.data.proposals)

    @cached_property
    def _drafts(self) -> Mapping[Week, Mapping[tuple[str, Week, str], Draft]]:
        return _by_week(self.data.drafts)

    @cached_property
    def _counts(self) -> Mapping[str, Mapping[Week, WeekCount]]:
        return {border: {c.week: c for c in counts} for border, counts in self.data.series.items()}

    @cached_property
    def _readings(self) -> Mapping[Week, list[Reading]]:
        found: dict[Week, list[Reading]] = {}
        for reading in self.data.readings.values():
            found.setdefault(reading.week, []).append(reading)
        return found

    def _levels(self, weeks: Iterable[Week]) -> dict[tuple[str, Week], Assessment]:
        return {k: self._thinned(a, _level_only) for w in weeks for k, a in self._assessments.get(w, {}).items()}

    def _of_near(self, issue: Issue, whole: bool) -> Issue:
        """The issue of a week, or of one beside it, of which it is shown which areas it has."""
        return issue if whole else self._thinned(issue, _areas_only)

    def _thinned(self, value: Any, thin: Callable[[Any], Any]) -> Any:
        """One thinned value for each value, so that its digest is made once."""
        found = self._thin.get((id(value), thin))
        if found is None:
            found = self._thin[id(value), thin] = (value, thin(value))
        return found[1]


def _by_week(mapping: Mapping[Any, Any]) -> dict[Week, dict[Any, Any]]:
    """What is kept by a key whose second part is the week, week by week."""
    found: dict[Week, dict[Any, Any]] = {}
    for key, value in mapping.items():
        found.setdefault(key[1], {})[key] = value
    return found


def _overlaps(figure: Figure, first: Date, last: Date) -> bool:
    start, end = figure.span.start, figure.span.end
    return start is not None and end is not None and start <= last and end >= first


def _level_only(found: Assessment) -> Assessment:
    """Of the assessment of another week its level and trend are shown."""
    return replace(
        found, id="", as_of=NEVER, criteria="", scored=found.level, factors=(), assessed=0, of=0, reason=NO_REASON,
        trend_reason=NO_REASON, triggers=(), consult=(), expires=None, worse=None, better=None,
    )  # fmt: skip


def _band_only(reading: Reading) -> Reading:
    """Of the reading of another week the usual band is drawn."""
    return replace(
        reading, as_of=NEVER, value=0.0, low=None, high=None, per_day=None, evidence=(), unconfirmed=(), sources=0,
        alarm=None,
    )  # fmt: skip


def _no_text(draft: Draft) -> Draft:
    """Of the commentary of another week it is shown that it is there."""
    return replace(_headline_only(draft), headline=NO_SENTENCE, trend=Trend.NOT_ASSESSED)


def _areas_only(issue: Issue) -> Issue:
    areas = tuple(Commentary(c.area, {}, ()) for c in issue.commentaries)
    return replace(issue, number=0, released_on=NEVER, commentaries=areas, corrections=())


def _headline_only(draft: Draft) -> Draft:
    return replace(
        draft, id="", as_of=NEVER, lede=NO_SENTENCE, body=(), bullets=(), assessments=(),
        headline=replace(draft.headline, evidence=(), claims=()),
    )  # fmt: skip
