"""Critical incidents: what makes a border critical at once, apart from the score.

The rules are the document's. What they have in common is fixed here: only what is told as having happened or been
attempted counts, dated to a week, on one border, at the document's least grade or better. What several reports
tell of is one event. An event that is told in words of doubt alone ('probably blanks') fires where a person has
confirmed it, and one that a person has refuted never does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kordon.criteria.incident_tests import dated, meets
from kordon.criteria.model import Criteria, TriggerRule
from kordon.domain.assessment import Reason, TriggerFired, Value
from kordon.domain.coded import Incident
from kordon.domain.event import Validation
from kordon.domain.material import Material, ReadReport
from kordon.domain.time import Date, Week
from kordon.indicators.definition import reaches
from kordon.indicators.events import grade_of
from kordon.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Triggers:
    """What fires, and the reasons of what would fire if a person confirmed it."""

    fired: tuple[TriggerFired, ...] = ()
    doubtful: tuple[Reason, ...] = ()


def triggers_of(
    criteria: Criteria, border: str, incidents: Sequence[Incident], material: Material, vocabulary: Vocabulary
) -> Triggers:
    """The triggers that the incidents of one border and week fire, in the order of the document.

    ``incidents`` are those that :func:`kordon.criteria.incident_tests.dated` gives for the border and week;
    several events that meet one trigger are one firing.
    """
    reports = material.reports
    usable = [
        i
        for i in incidents
        if reaches(grade_of(i, reports), criteria.least_grade)
        and material.validated.get(i.id) is not Validation.REFUTED
    ]
    fired, doubtful = [], []
    for rule in criteria.triggers:
        meeting = [i for i in usable if any(meets(test, i, vocabulary) for test in rule.tests)]
        if not meeting:
            continue
        events = _events(meeting, one_event(material))
        sure = [event for event in events if any(not doubted(rule, i, material) for i in event)]
        if sure:
            fired.append(_firing(rule, border, sure, reports))
        doubtful += [_doubtful(rule, border, event, material) for event in events if event not in sure]
    return Triggers(tuple(fired), tuple(doubtful))


def fired_in(
    criteria: Criteria, material: Material, vocabulary: Vocabulary
) -> Mapping[tuple[str, Week], tuple[TriggerFired, ...]]:
    """Every week of every border of the document in which a trigger fires, and the triggers."""
    found = {
        (border, week): triggers_of(criteria, border, items, material, vocabulary).fired
        for (border, week), items in dated(material.incidents, criteria.borders).items()
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


def paragraphs(
    criteria: Iterable[Criteria], incidents: Iterable[Incident], texts: Mapping[str, str]
) -> Mapping[str, str]:
    """For :attr:`Material.told`: the paragraph of each incident of a kind that some trigger looks at with words of
    doubt. ``texts`` are those of reports, by id."""
    kinds = {k for c in criteria for rule in c.triggers if rule.doubt for test in rule.tests for k in test.kinds}
    told = {i.id: _paragraph(i, texts.get(i.evidence[0].report, "")) for i in incidents if i.kind in kinds}
    return {name: text for name, text in told.items() if text}


def doubted(rule: TriggerRule, incident: Incident, material: Material) -> str:
    """The first word of doubt in the paragraph that tells of the incident, as it stands there; '' for none, and
    where a person has confirmed the event."""
    text = material.told.get(incident.id, "")
    if not rule.doubt or not text or material.validated.get(incident.id) is Validation.CONFIRMED:
        return ""
    words = (re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "") for word in rule.doubt)
    told = re.search(rf"\b(?:{'|'.join(words)})\b", text, re.IGNORECASE)
    return told[0] if told else ""


def one_event(material: Material) -> Mapping[str, str]:
    """For each incident the first, by day, of those that are one event or acts of one clash with it."""
    first: dict[str, str] = {}
    lead: dict[str, str] = {}

    def top(key: str) -> str:
        while lead[key] != key:
            key = lead[key]
        return key

    for incident in sorted(material.incidents, key=_order):
        lead[incident.id] = incident.id
        groups = [f"event {material.events.get(incident.id, incident.id)}"]
        groups += [f"clash {border} {incident.clash}" for border in incident.place.borders if incident.clash]
        for group in groups:
            if group in first:
                lead[top(incident.id)] = top(first[group])
            else:
                first[group] = incident.id
    return {key: top(key) for key in lead}


def _paragraph(incident: Incident, text: str) -> str:
    own = [e for e in incident.evidence if e.report == incident.evidence[0].report]
    start = text.rfind("\n", 0, min(e.start for e in own)) + 1
    end = text.find("\n", max(e.end for e in own))
    return text[start : len(text) if end < 0 else end]


def _order(incident: Incident) -> tuple[Date, str]:
    return incident.occurred.start or Date.max, incident.id


def _events(incidents: Iterable[Incident], one: Mapping[str, str]) -> list[list[Incident]]:
    """Incidents by event, events by their first day."""
    found: dict[str, list[Incident]] = {}
    for incident in sorted(incidents, key=lambda i: (i.occurred.start or Date.min, i.id)):
        found.setdefault(one.get(incident.id, incident.id), []).append(incident)
    return list(found.values())


def _firing(
    rule: TriggerRule, border: str, events: Sequence[Sequence[Incident]], reports: Mapping[str, ReadReport]
) -> TriggerFired:
    ids = tuple(i.id for event in events for i in event)
    children = tuple(_incident_reason(i, reports) for event in events for i in event)
    values: tuple[tuple[str, Value], ...] = (("trigger", rule.id), ("border", border), ("count", len(events)))
    return TriggerFired(rule.id, ids, Reason("reason-trigger", values, ids, children))


def _doubtful(rule: TriggerRule, border: str, event: Sequence[Incident], material: Material) -> Reason:
    ids = tuple(i.id for i in event)
    word = next(told for i in event if (told := doubted(rule, i, material)))
    values: tuple[tuple[str, Value], ...] = (("trigger", rule.id), ("border", border), ("word", word))
    children = tuple(_incident_reason(i, material.reports) for i in event)
    return Reason("reason-trigger-doubtful", values, ids, children)


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
