"""One incident, many reports: which incidents are one event, and what their reports tell of it together.

::

    suggest   incidents, reports      -> pairs that may be one event, each with its reasons and their weights
    fold      suggestions, decisions  -> the events: people's word first, then the machine's strongest suggestions
    Teller    state                   -> events with who says what, independent sources, grade and validation

Nothing is merged away. Values in, values out: the same incidents, reports and decisions give the same events in
whatever order they come.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kordon.coding.linking.decisions import join, split, undo, validate, verdicts
from kordon.coding.linking.rules import Linking, load_linking
from kordon.coding.linking.state import Linked, State, find, fold
from kordon.coding.linking.suggestions import Suggestions, suggest
from kordon.coding.linking.telling import Teller, event_ids
from kordon.domain.coded import Incident
from kordon.domain.event import Act, Decision, Validation
from kordon.domain.report import Report
from kordon.geo.gazetteer import Gazetteer

__all__ = [
    "Linked",
    "Linking",
    "State",
    "Suggestions",
    "Teller",
    "event_ids",
    "events_of",
    "find",
    "fold",
    "join",
    "load_linking",
    "split",
    "suggest",
    "undo",
    "validate",
    "validated",
]


def events_of(
    incidents: Iterable[Incident],
    decisions: Sequence[Decision],
    reports: Mapping[str, Report],
    rules: Linking,
    gazetteer: Gazetteer,
) -> Mapping[str, str]:
    """The id of the event of each incident: all that a count of events has to know."""
    return event_ids(fold(suggest(incidents, reports, rules, gazetteer), decisions, rules))


def validated(events: Mapping[str, str], decisions: Sequence[Decision]) -> Mapping[str, Validation]:
    """What a person said last of the event of each incident; events that nobody spoke of are left out.

    As in :func:`kordon.coding.linking.sources.status_of`, a person's word stays with the event that holds the
    first incident it was about.
    """
    said: dict[str, Validation] = {}
    for decision in verdicts(decisions).standing:
        if decision.act is Act.VALIDATE and decision.status is not None and decision.incidents[0] in events:
            said[events[decision.incidents[0]]] = decision.status
    return {incident: said[event] for incident, event in events.items() if event in said}
