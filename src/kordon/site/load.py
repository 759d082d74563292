"""Gather what the pages show from the register and the data that ship."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from kordon.chain import Assessed, Setup
from kordon.criteria.labels import PROCESS as LABELS
from kordon.criteria.labels import labels
from kordon.domain.errors import RegisterError
from kordon.domain.issue import Issue
from kordon.domain.measure import Measure
from kordon.domain.time import Date, Week
from kordon.measures.hindcast import calls
from kordon.measures.life import Happening, What, happenings, lives, load_rules, replay
from kordon.measures.zones import load_reaches, zones_of
from kordon.register import Register
from kordon.register.issues import Issues
from kordon.site.model import SiteData


def load_site(
    setup: Setup,
    register: Register,
    assessed: Assessed,
    base_url: str = "",
    issues: Iterable[Issue] | None = None,
    letters: tuple[str, ...] = (),
) -> SiteData:
    """The site of one run: its weeks, with everything that its statements rest on.

    ``assessed`` is the run that was just recorded; drafts and evidence come from the register, so that a page can
    show nothing that is not on record. ``issues`` are those of the register where none are given; a week of theirs
    that was not assessed has pages too.
    """
    material = register.material(assessed.cut)
    drafts = {(d.area, d.week, d.lang): d for d in register.drafts(assessed.as_of)}
    told = Issues(register, setup).archive() if issues is None else issues
    released = {i.week: i for i in told if assessed.cut is None or i.released_on <= assessed.cut}
    weeks: tuple[Week, ...] = tuple(sorted({*assessed.weeks, *released}))
    statuses = register.statuses()
    reports = register.reports([*material.reports, *(status.report for status in statuses)])
    return SiteData(
        vocabulary=setup.vocabulary,
        phrases=setup.phrases,
        as_of=assessed.as_of,
        weeks=weeks,
        assessments=assessed.assessments,
        proposals=assessed.proposals,
        readings={reading.id: reading for found in assessed.readings.values() for reading in found},
        series=assessed.series,
        drafts=drafts,
        figures={figure.id: figure for figure in material.figures},
        incidents={incident.id: incident for incident in material.incidents},
        measures=material.measures,
        reports=reports,
        crossings=register.crossings(),
        statuses=statuses,
        criteria=setup.criteria,
        issues=released,
        labels=labels(register.record(LABELS), assessed.cut),
        happenings=_happenings(setup, register, material.measures, assessed.as_of),
        zones=zones_of(material.measures, load_reaches(setup.gazetteer.places, *setup.folders)),
        calls=calls(material.measures, assessed.assessments, assessed.proposals),
        lines=setup.lines,
        base_url=base_url,
        letters=letters,
    )


def load_recorded(setup: Setup, register: Register, base_url: str = "", letters: tuple[str, ...] = ()) -> SiteData:
    """The site of the latest run that a register has recorded, without calculating anything.

    Raises :class:`kordon.domain.errors.RegisterError` where there is no run that made results.
    """
    run = register.latest_run()
    if run is None or run.scope.as_of is None or run.scope.first is None or run.scope.last is None:
        raise RegisterError(
            f"The register {register.shown} holds no completed run, so there is nothing to publish; run 'kordon "
            "run' with it first."
        )
    scope = run.scope
    weeks = tuple(run.scope.first.until(run.scope.last))
    cut = dict(run.parameters).get("as_of", "")
    places = [(border, week) for border in scope.borders for week in weeks]
    assessed = Assessed(
        cut=Date.fromisoformat(cut) if cut else None,
        as_of=run.scope.as_of,
        weeks=weeks,
        borders=scope.borders,
        series=register.series(),
        readings={place: register.readings_of(*place) for place in places},
        assessments={(a.border, a.week): a for a in register.assessments()},
        proposals={(p.border, p.week): p for p in register.proposals()},
    )
    return load_site(setup, register, assessed, base_url, letters=letters)


def _happenings(
    setup: Setup, register: Register, measures: Iterable[Measure], as_of: Date
) -> tuple[Happening, ...]:
    """The days of measures by the register's record; where it holds none, by the rows that reports told of."""
    rules = load_rules(setup.vocabulary, *setup.folders)
    now = dt.datetime.combine(as_of, dt.time(), dt.UTC) + dt.timedelta(days=1)
    entries = register.record(rules.process.id) or replay(rules, measures, now).record
    found = happenings(rules, lives(rules.process, entries).values())
    return tuple(one for one in found if one.what is not What.DOSSIER)  # which is of the desk, not of readers
