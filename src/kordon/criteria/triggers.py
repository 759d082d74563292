"""Critical incidents: what makes a border critical at once, apart from the score.

The rules are the document's. What they have in common is fixed here: only what is told as having happened or been
attempted counts, dated to a week, on one border, at the document's least grade or better.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kordon.criteria.incident_tests import dated, meets
from kordon.criteria.model import Criteria, TriggerRule
from kordon.domain.assessment import Reason, TriggerFired, Value
from kordon.domain.coded import Incident
from kordon.domain.material import ReadReport
from kordon.domain.time import Date, Week
from kordon.indicators.definition import reaches
from kordon.indicators.events import grade_of
from kordon.vocabulary import Vocabulary


def fired(
    criteria: Criteria,
    border: str,
    incidents: Sequence[Incident],
    reports: Mapping[str, ReadReport],
    vocabulary: Vocabulary,
) -> tuple[TriggerFired, ...]:
    """The triggers that the incidents of one border and week fire, in the order of the document.

    ``incidents`` are those that :func:`kordon.criteria.incident_tests.dated` gives for the border and week;
    several incidents that meet one trigger are one firing.
    """
    usable = [i for i in incidents if reaches(grade_of(i, reports), criteria.least_grade)]
    found = []
    for rule in criteria.triggers:
        meeting = [i for i in usable if any(meets(test, i, vocabulary) for test in rule.tests)]
        if meeting:
            found.append(_firing(rule, border, meeting, reports))
    return tuple(found)


def fired_in(
    criteria: Criteria,
    incidents: Sequence[Incident],
    reports: Mapping[str, ReadReport],
    vocabulary: Vocabulary,
) -> Mapping[tuple[str, Week], tuple[TriggerFired, ...]]:
    """Every week of every border of the document in which a trigger fires, and the triggers."""
    found = {
        (border, week): fired(criteria, border, items, reports, vocabulary)
        for (border, week), items in dated(incidents, criteria.borders).items()
    }
    return {key: triggers for key, triggers in found.items() if triggers}


def last_day(triggers: Sequence[TriggerFired], incidents: Mapping[str, Incident], week: Week) -> Date:
    """The last day of what fired, from which a critical level runs; never after the week's Sunday."""
    days = [
        incidents[key].occurred.end or week.sunday
        for trigger in triggers
        for key in trigger.incidents
        if key in incidents
    ]
    return min(max(days, default=week.sunday), week.sunday)


def _firing(
    rule: TriggerRule, border: str, incidents: Sequence[Incident], reports: Mapping[str, ReadReport]
) -> TriggerFired:
    ordered = sorted(incidents, key=lambda i: (i.occurred.start or Date.min, i.id))
    ids = tuple(i.id for i in ordered)
    children = tuple(_incident_reason(i, reports) for i in ordered)
    values: tuple[tuple[str, Value], ...] = (("trigger", rule.id), ("border", border), ("count", len(ids)))
    return TriggerFired(rule.id, ids, Reason("reason-trigger", values, ids, children))


def _incident_reason(incident: Incident, reports: Mapping[str, ReadReport]) -> Reason:
    values: tuple[tuple[str, Value], ...] = (
        ("kind", incident.kind),
        ("date", incident.occurred.start),
        ("grade", grade_of(incident, reports)),
    )
    if incident.people is None:
        return Reason("reason-trigger-incident", values, (incident.id,))
    values = (*values, ("people", round(incident.people.best)))
    return Reason("reason-trigger-incident-people", values, (incident.id,))
