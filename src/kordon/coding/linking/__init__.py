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

from kordon.coding.linking.decisions import join, split, undo, validate
from kordon.coding.linking.rules import Linking, load_linking
from kordon.coding.linking.state import Linked, State, find, fold
from kordon.coding.linking.suggestions import Suggestions, suggest
from kordon.coding.linking.telling import Teller, event_ids
from kordon.domain.coded import Incident
from kordon.domain.event import Decision
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
