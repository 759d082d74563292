"""The analysts' trend of an area beside the computed one, as steps that go with those of its texts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from kordon.commentary.issue import Text
from kordon.criteria import labels
from kordon.domain.assessment import Trend
from kordon.domain.record import Entry, Person, Value
from kordon.domain.report import stable_id
from kordon.domain.time import Week
from kordon.measures.process import Process, load_process
from kordon.register.issues import Issues
from kordon.register.record import Taking
from kordon.vocabulary import LANGUAGES


def labelling(issues: Issues, week: Week, area: str, trend: Trend, why: str, by: Person) -> Taking | None:
    """The step that labels, or labels anew; ``None`` where nothing computes a trend of the area."""
    drafts = issues.register.drafts(area=area, week=str(week), lang=LANGUAGES[0])
    if not drafts or not drafts[0].assessments:
        return None
    about, computed = labels.subject(area, week), drafts[0].trend.value
    data: dict[str, Value] = {"border": area, "week": str(week), "computed": computed, "trend": trend.value}

    def make(record: Sequence[Entry], at: dt.datetime) -> Entry:
        so_far = [e for e in record if e.process == labels.PROCESS and e.subject == about]
        name = stable_id("entry", labels.PROCESS, about, len(so_far), by.id, at.isoformat())
        does = "relabel" if so_far else "label"
        return Entry(name, labels.PROCESS, about, does, by, at, why, drafts[0].assessments, data)

    return _process(issues), make, labels.POLICIES


def agreeing(issues: Issues, texts: Iterable[Text], by: Person) -> list[Taking]:
    """Labels for areas that have none yet, where the texts say what is computed: both are on record then."""
    known, found = issues.labels(), dict[tuple[str, Week], Taking]()
    for text in texts:
        key, trend = (text.area, text.week), issues.revisions[text.current].trend
        if key in known or key in found or issues.computed(*key) is not trend:
            continue
        taking = labelling(issues, text.week, text.area, trend, "", by)
        if taking is not None:
            found[key] = taking
    return list(found.values())


def settling(issues: Issues, texts: Iterable[Text], by: Person) -> list[Taking]:
    """The labels that are printed with a release: from then on they stand."""
    process, known = _process(issues), issues.labels()
    takings: list[Taking] = []
    for area, week in dict.fromkeys((t.area, t.week) for t in texts):
        about = labels.subject(area, week)
        held = issues.register.record(labels.PROCESS, about)
        if (area, week) in known and held and held[-1].does != "settle":

            def make(record: Sequence[Entry], at: dt.datetime, about: str = about) -> Entry:
                name = stable_id("entry", labels.PROCESS, about, "settle", by.id, at.isoformat())
                return Entry(name, labels.PROCESS, about, "settle", by, at)

            takings.append((process, make, labels.POLICIES))
    return takings


def _process(issues: Issues) -> Process:
    return load_process(labels.PROCESS, *issues.setup.folders)
