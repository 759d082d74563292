"""Which triggers of the mechanism fire in what was reported, which nearly do, and why.

The tests are those of the criteria document; here every one of their conditions is told apart, so that a near miss
names what it lacks. Incidents that are one event, or acts of one clash, are one finding. What passes every test
but is told in words of doubt ('probably blanks') is doubtful: a person decides whether the consultation opens.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from kordon.criteria.incident_tests import meets, wounded
from kordon.criteria.model import Criteria, IncidentTest, TriggerRule
from kordon.criteria.triggers import doubted, one_event
from kordon.domain.coded import Figure, Incident, PlacePrecision
from kordon.domain.event import Validation
from kordon.domain.material import Material
from kordon.domain.time import ONE_DAY, Date, Span
from kordon.indicators.definition import means_of, reaches, side_of
from kordon.indicators.events import grade_of, week_of
from kordon.measures.mechanism.document import Mechanism, TriggerWatch
from kordon.vocabulary import Vocabulary


class Outcome(StrEnum):
    FIRES = "fires"
    DOUBTFUL = "doubtful"  # every test is passed, in words of doubt
    ASKS = "asks"  # a state's own trigger: the state is asked whether its case has come
    NEAR = "near"


@dataclass(frozen=True, slots=True)
class Finding:
    """One trigger and one event on one border.

    ``met`` and ``failed`` are conditions (see ``data/mechanism/words.yaml``) of the test that came nearest;
    ``doubt`` the word that makes it doubtful; ``about`` what it rests on, as ids, the deciding incident first.
    """

    trigger: str
    outcome: Outcome
    border: str
    span: Span
    about: tuple[str, ...]
    met: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()
    doubt: str = ""
    people: float | None = None
    grade: str = ""
    party: str = ""  # of a state's own trigger

    @property
    def id(self) -> str:
        return self.about[0]


def examine(
    criteria: Criteria,
    mechanism: Mechanism,
    material: Material,
    vocabulary: Vocabulary,
) -> tuple[Finding, ...]:
    """Every trigger that fires or nearly does, in the order of days. What a person has refuted does neither."""
    found: dict[tuple[str, str, str], Finding] = {}
    one = one_event(material)
    rules = {rule.id: rule for rule in criteria.triggers}
    for watch in mechanism.triggers:
        rule = rules.get(watch.id)
        for incident in sorted(material.incidents, key=_order):
            border = _border(incident, mechanism, criteria)
            refuted = material.validated.get(incident.id) is Validation.REFUTED
            if not border or rule is None or refuted:
                continue
            finding = _look(watch, rule, incident, border, criteria, material, vocabulary)
            if finding is None:
                continue
            key = (watch.id, border, one[incident.id])
            earlier = found.get(key)
            found[key] = finding if earlier is None else _joined(earlier, finding)
    return tuple(
        sorted(
            (*found.values(), *_asks(mechanism, criteria, material.figures, vocabulary)),
            key=lambda f: (_day(f.span), f.id),
        )
    )


def conditions(
    test: IncidentTest, incident: Incident, grade: str, criteria: Criteria, vocabulary: Vocabulary
) -> Mapping[str, bool]:
    """Each condition of a test and of the document, and whether the incident meets it. All true is a firing."""
    means, people, recipient = means_of(incident, vocabulary), incident.people, incident.recipient
    organisers = {p.type for p in (incident.actor, incident.sponsor) if p is not None}
    told: dict[str, bool] = {}
    if test.kinds:
        told["kind"] = incident.kind in test.kinds
    if test.actor_sides:
        told["actor"] = side_of(incident.actor, vocabulary) in test.actor_sides
    if test.recipients:
        told["recipient"] = recipient is not None and recipient.type in test.recipients
    if test.means:
        told["means"] = any(m in test.means for m in means)
    if test.not_means:
        told["not_means"] = not any(m in test.not_means for m in means)
    if test.people_at_least is not None:
        told["people"] = people is not None and max(people.low, people.best) >= test.people_at_least
    if test.organised_by:
        told["organised"] = bool(organisers & set(test.organised_by))
    if test.wounded is not None:
        told["wounded"] = wounded(incident) == test.wounded
    if test.warning_shots is not None:
        told["no_warning"] = incident.warning_shots == test.warning_shots
    told["happened"] = incident.modality.counts
    told["grade"] = reaches(grade, criteria.least_grade)
    told["dated"] = week_of(incident.occurred) is not None
    return told


def _look(
    watch: TriggerWatch,
    rule: TriggerRule,
    incident: Incident,
    border: str,
    criteria: Criteria,
    material: Material,
    vocabulary: Vocabulary,
) -> Finding | None:
    grade = grade_of(incident, material.reports)
    people = None if incident.people is None else max(incident.people.low, incident.people.best)
    looked = [conditions(test, incident, grade, criteria, vocabulary) for test in rule.tests]
    nearest = min(looked, key=lambda told: sum(not held for held in told.values()))
    failed = tuple(name for name, held in nearest.items() if not held)
    met = tuple(name for name, held in nearest.items() if held)
    finding = Finding(
        watch.id, Outcome.FIRES, border, incident.occurred, (incident.id,), met, failed, "", people, grade
    )
    if not failed:
        assert any(meets(test, incident, vocabulary) for test in rule.tests)
        doubt = doubted(rule, incident, material)
        return replace(finding, outcome=Outcome.DOUBTFUL, doubt=doubt) if doubt else finding
    of_kind = any(incident.kind in test.kinds for test in rule.tests)
    enough = watch.near_people is None or (people is not None and people >= watch.near_people)
    if of_kind or (incident.kind in watch.near_kinds and enough):
        return replace(finding, outcome=Outcome.NEAR)
    return None


def _border(incident: Incident, mechanism: Mechanism, criteria: Criteria) -> str:
    """The one border it is told of, where mechanism and criteria cover it; a group is never split by guess."""
    place = incident.place
    single = len(place.borders) == 1 and place.group is None and place.precision is not PlacePrecision.GROUP
    covered = single and place.borders[0] in mechanism.borders and place.borders[0] in criteria.borders
    return place.borders[0] if covered else ""


_RANK = {Outcome.FIRES: 0, Outcome.DOUBTFUL: 1, Outcome.ASKS: 2, Outcome.NEAR: 3}


def _joined(one: Finding, other: Finding) -> Finding:
    """Two findings about one event: the stronger one tells, and rests on both. One telling without words of doubt
    is enough for a firing."""
    better, worse = (one, other) if _strength(one) <= _strength(other) else (other, one)
    return replace(better, about=tuple(dict.fromkeys((*better.about, *worse.about))))


def _strength(finding: Finding) -> tuple[int, int]:
    return _RANK[finding.outcome], len(finding.failed)


def _asks(
    mechanism: Mechanism, criteria: Criteria, figures: Iterable[Figure], vocabulary: Vocabulary
) -> Iterable[Finding]:
    """Runs of days on which a state's own number was reached; days at most a week apart are one run."""
    figures = tuple(figures)
    for party in mechanism.parties.values():
        for own in party.own:
            if own.ask_at is None:
                continue
            for border in (border for border in party.borders if border in criteria.borders):
                days: dict[Date, Figure] = {}
                for figure in sorted(figures, key=lambda f: (f.quantity.best, f.id)):
                    day = figure.span.start
                    if (
                        _daily(figure, border, vocabulary)
                        and figure.quantity.best >= own.ask_at
                        and day is not None
                    ):
                        days[day] = figure
                for run in _runs(sorted(days)):
                    highest = max((days[day] for day in run), key=lambda f: f.quantity.best)
                    about = (highest.id, *(days[d].id for d in run if days[d].id != highest.id))
                    span = Span.between(run[0], run[-1])
                    people = highest.quantity.best
                    yield Finding(
                        own.id, Outcome.ASKS, border, span, about, ("figure",), ("declared",), "", people,
                        highest.grade, party.id,
                    )  # fmt: skip


def _daily(figure: Figure, border: str, vocabulary: Vocabulary) -> bool:
    return (
        figure.place.borders == (border,)
        and figure.place.group is None
        and figure.span.length == 1
        and figure.modality.counts
        and bool(vocabulary["units"][figure.unit].get("attempt"))
    )


def _runs(days: Sequence[Date]) -> list[list[Date]]:
    runs: list[list[Date]] = []
    for day in days:
        if runs and day - runs[-1][-1] <= 7 * ONE_DAY:
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


def _order(incident: Incident) -> tuple[Date, str]:
    return _day(incident.occurred), incident.id


def _day(span: Span) -> Date:
    return span.start or Date.max
