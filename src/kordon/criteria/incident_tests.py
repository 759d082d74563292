"""Whether an incident meets a test of the document. Week, grade, side and means are read as the indicators do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kordon.criteria.model import IncidentTest
from kordon.domain.coded import Incident, PlacePrecision
from kordon.domain.time import Week
from kordon.indicators.definition import means_of, side_of
from kordon.indicators.events import by_week
from kordon.vocabulary import Vocabulary


def wounded(incident: Incident) -> bool:
    """Whether somebody was hurt or killed in this incident, as told of it alone."""
    return any(q is not None and q.best > 0 for q in (incident.injured, incident.killed))


def meets(test: IncidentTest, incident: Incident, vocabulary: Vocabulary) -> bool:
    """Whether every condition of the test holds for the incident.

    What is not told does not hold; an actor who is not told is on neither side.
    """
    means = means_of(incident, vocabulary)
    people, recipient = incident.people, incident.recipient
    organisers = {p.type for p in (incident.actor, incident.sponsor) if p is not None}
    return (
        (not test.kinds or incident.kind in test.kinds)
        and (not test.actor_sides or side_of(incident.actor, vocabulary) in test.actor_sides)
        and (not test.recipients or (recipient is not None and recipient.type in test.recipients))
        and (not test.means or any(m in test.means for m in means))
        and not any(m in test.not_means for m in means)
        and (
            test.people_at_least is None
            or (people is not None and max(people.low, people.best) >= test.people_at_least)
        )
        and (not test.organised_by or bool(organisers & set(test.organised_by)))
        and (test.wounded is None or wounded(incident) == test.wounded)
        and (test.warning_shots is None or incident.warning_shots == test.warning_shots)
    )


def dated(
    incidents: Sequence[Incident], borders: Sequence[str]
) -> Mapping[tuple[str, Week], tuple[Incident, ...]]:
    """Incidents that count, by border and week, as the indicators date them.

    A group of borders is never split by guess, and an incident told no better than to a month is in no week: else
    it would fire in every one of them.
    """
    single = [i for i in incidents if i.place.group is None and i.place.precision is not PlacePrecision.GROUP]
    return {key: tuple(items) for key, items in by_week(single, borders).items()}
