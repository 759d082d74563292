"""Gather what the pages show from the register and the data that ship."""

from __future__ import annotations

from kordon.chain import Assessed, Setup
from kordon.domain.time import Week
from kordon.register import Register
from kordon.site.model import SiteData


def load_site(setup: Setup, register: Register, assessed: Assessed, base_url: str = "") -> SiteData:
    """The site of one run: its weeks, with everything that its statements rest on.

    ``assessed`` is the run that was just recorded; drafts and evidence come from the register, so that a page can
    show nothing that is not on record.
    """
    material = register.material(assessed.cut)
    drafts = {(d.area, d.week, d.lang): d for d in register.drafts(assessed.as_of)}
    weeks: tuple[Week, ...] = assessed.weeks
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
        lines=setup.lines,
        base_url=base_url,
    )
