"""What makes a border critical at once, and what does not.

Each row is one incident on one border: what was done, by whom, against whom, what else was told. A trigger
bypasses the score, so that a false one is a defect; the last test runs the rules over the public incidents and
names every one that fires.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import kordon
from kordon.chain import Setup
from kordon.cli.mechanism_desk import shipped
from kordon.criteria import Criteria, fired_in, load_criteria
from kordon.criteria.triggers import triggers_of
from kordon.domain.coded import Incident, Modality, Party, Place, PlacePrecision
from kordon.domain.event import Validation
from kordon.domain.material import Material
from kordon.domain.quantity import Quantity, Rounding
from kordon.domain.report import Evidence
from kordon.domain.time import Date, Precision, Span
from kordon.indicators import load_indicators
from kordon.vocabulary import Vocabulary

PUBLIC = Path(str(kordon.__file__)).parent / "data" / "public"
NONE: dict[str, Any] = {}
OVER_200 = Quantity.worded(200, Rounding.OVER)
ALMOST_200 = Quantity.worded(200, Rounding.ALMOST)


@pytest.fixture(scope="module")
def criteria(vocabulary: Vocabulary) -> Criteria:
    return load_criteria(vocabulary, load_indicators(vocabulary))[0]


def incident(kind: str, actor: str | None, recipient: str | None, told: dict[str, Any]) -> Incident:
    place = Place(borders=("PL-BY",), precision=PlacePrecision.BORDER)
    fields: dict[str, Any] = {
        "place": place, "occurred": Span.day(Date(2024, 5, 28)), "modality": Modality.ACTUAL, "grade": "B2",
    } | told  # fmt: skip
    sponsor = fields.pop("sponsor", None)
    return Incident(
        id="incident-1",
        kind=kind,
        evidence=(Evidence("report-1", 0, 1),),
        rule="test",
        actor=Party(actor) if actor else None,
        recipient=Party(recipient) if recipient else None,
        sponsor=Party(sponsor) if sponsor else None,
        **fields,
    )


def of(*incidents: Incident, **known: Any) -> Material:
    return Material(None, {}, (), incidents, (), **known)


@pytest.mark.parametrize(
    ("kind", "actor", "recipient", "told", "fires"),
    [
        # A weapon aimed or used against staff by the other side's state
        ("shots_fired", "far_state", "near_state", NONE, "weapon_use"),
        ("weapon_aimed", "far_state", "near_state", NONE, "weapon_use"),
        ("weapon_use", "far_state", "near_state", NONE, "weapon_use"),
        ("weapon_use", "far_state", "near_state", {"means": ("explosive",)}, "weapon_use"),
        ("shots_fired", "far_state", "near_state", {"modality": Modality.ATTEMPTED}, "weapon_use"),
        ("shots_fired", "far_state", "near_state", {"grade": "C3"}, "weapon_use"),
        ("shots_fired", "far_state", "near_state", {"grade": "A1"}, "weapon_use"),
        # Nobody knows who shot, or at whom; warning shots; one's own side
        ("shots_fired", "unknown", None, NONE, None),
        ("shots_fired", "unknown", "near_state", NONE, None),
        ("shots_fired", None, "near_state", NONE, None),
        ("shots_fired", "far_state", None, NONE, None),
        ("shots_fired", "far_state", "migrants", NONE, None),
        ("shots_fired", "far_state", "near_state", {"warning_shots": True}, None),
        ("shots_fired", "near_state", "migrants", NONE, None),
        ("shots_fired", "near_state", "migrants", {"warning_shots": True}, None),
        ("weapon_use", "near_state", "far_state", NONE, None),
        # Blades, stones and flares are no firearms, whoever holds them
        ("knife_attack", "migrants", "near_state", {"injured": Quantity.exactly(1)}, None),
        ("knife_attack", "far_state", "near_state", NONE, None),
        ("weapon_use", "far_state", "near_state", {"means": ("knife",)}, None),
        ("stone_throwing", "far_state", "near_state", NONE, None),
        ("pyrotechnics", "far_state", "near_state", NONE, None),
        ("laser", "far_state", "near_state", NONE, None),
        ("armed_incursion", "far_state", None, NONE, None),
        # Too weak a source, or not something that happened
        ("shots_fired", "far_state", "near_state", {"grade": "D4"}, None),
        ("shots_fired", "far_state", "near_state", {"grade": "A4"}, None),
        ("shots_fired", "far_state", "near_state", {"grade": "D1"}, None),
        ("shots_fired", "far_state", "near_state", {"grade": "F6"}, None),
        ("shots_fired", "far_state", "near_state", {"grade": ""}, None),
        ("shots_fired", "far_state", "near_state", {"modality": Modality.THREATENED}, None),
        ("shots_fired", "far_state", "near_state", {"modality": Modality.DENIED}, None),
        ("shots_fired", "far_state", "near_state", {"modality": Modality.HISTORICAL}, None),
        ("shots_fired", "far_state", "near_state", {"modality": Modality.CONDITIONAL}, None),
        # Organised movement across the border
        ("mass_push", "migrants", None, {"people": Quantity.exactly(200)}, "organised_crossing"),
        ("mass_push", "migrants", None, {"people": OVER_200}, "organised_crossing"),
        ("mass_push", "migrants", None, {"people": ALMOST_200}, "organised_crossing"),
        ("mass_push", "migrants", None, {"people": Quantity.exactly(199)}, None),
        ("mass_push", "migrants", None, NONE, None),
        ("mass_push", "far_state", None, {"people": Quantity.exactly(35)}, "organised_crossing"),
        ("mass_push", "migrants", None, {"sponsor": "far_state"}, "organised_crossing"),
        ("mass_push", "migrants", None, {"sponsor": "smugglers"}, None),
        ("crossing_attempt", "migrants", None, {"people": Quantity.exactly(500)}, None),
        ("mass_push", "migrants", None, {"people": OVER_200, "modality": Modality.PLANNED}, None),
        ("mass_push", "migrants", None, {"people": OVER_200, "grade": "D4"}, None),
    ],
)
def test_an_incident_fires(
    criteria: Criteria,
    vocabulary: Vocabulary,
    kind: str,
    actor: str | None,
    recipient: str | None,
    told: dict[str, Any],
    fires: str | None,
) -> None:
    found = fired_in(criteria, of(incident(kind, actor, recipient, told)), vocabulary)
    assert [t.trigger for triggers in found.values() for t in triggers] == ([fires] if fires else [])


@pytest.mark.parametrize(
    ("told", "weeks"),
    [
        ({}, ["2024-W22"]),
        ({"occurred": Span.between(Date(2024, 5, 31), Date(2024, 6, 3))}, ["2024-W22"]),
        ({"occurred": Span(Date(2024, 5, 27), Date(2024, 6, 2), Precision.WEEK)}, ["2024-W22"]),
        ({"occurred": Span(Date(2024, 5, 1), Date(2024, 5, 31), Precision.MONTH)}, []),
        ({"occurred": Span.untold()}, []),
        ({"place": Place(group="BY-EU", precision=PlacePrecision.GROUP)}, []),
        ({"place": Place(borders=("PL-BY", "LT-BY"), precision=PlacePrecision.BORDER)}, []),
        ({"place": Place(borders=("PL-RU",), precision=PlacePrecision.BORDER)}, []),
    ],
)
def test_a_trigger_has_one_week_and_one_border(
    criteria: Criteria, vocabulary: Vocabulary, told: dict[str, Any], weeks: list[str]
) -> None:
    found = fired_in(criteria, of(incident("shots_fired", "far_state", "near_state", told)), vocabulary)
    assert [str(week) for _, week in found] == weeks


@pytest.mark.parametrize(
    ("told", "known", "events"),
    [
        ("Shots were fired at a patrol.", {}, 1),
        ("Shots, probably blanks, were fired at a patrol.", {}, 0),
        (
            "Shots, probably blanks, were fired at a patrol.",
            {"validated": {"incident-1": Validation.CONFIRMED}},
            1,
        ),
        ("Shots were fired at a patrol.", {"validated": {"incident-1": Validation.REFUTED}}, 0),
    ],
)
def test_words_of_doubt_leave_it_to_a_person(
    criteria: Criteria, vocabulary: Vocabulary, told: str, known: dict[str, Any], events: int
) -> None:
    shots = incident("shots_fired", "far_state", "near_state", {})
    material = of(shots, told={shots.id: told}, **known)
    found = triggers_of(criteria, "PL-BY", (shots,), material, vocabulary)
    assert [t.reason.value("count") for t in found.fired] == [1] * events
    assert len(found.doubtful) == ("blanks" in told and not events)


def test_reports_of_one_event_fire_once(criteria: Criteria, vocabulary: Vocabulary) -> None:
    one = incident("shots_fired", "far_state", "near_state", {})
    other = replace(one, id="incident-2")
    doubt = {"incident-1": "Probably blanks."}
    for events, count, ids in (
        ({"incident-1": "e", "incident-2": "e"}, 1, 2),  # a report without the word is enough
        ({}, 1, 1),
    ):
        material = of(one, other, told=doubt, events=events)
        [fired] = triggers_of(criteria, "PL-BY", (one, other), material, vocabulary).fired
        assert (fired.reason.value("count"), len(fired.incidents)) == (count, ids)
    [fired] = triggers_of(criteria, "PL-BY", (one, other), of(one, other), vocabulary).fired
    assert fired.reason.value("count") == 2


def test_the_public_incidents_fire_these_and_no_other() -> None:
    setup = Setup()
    material, _ = shipped(setup)
    incidents = {i.id: i for i in material.incidents}
    found = fired_in(setup.criteria[0], material, setup.vocabulary)
    told = {
        (border, str(incidents[key].occurred.start), trigger.trigger)
        for (border, _), triggers in found.items()
        for trigger in triggers
        for key in trigger.incidents
    }
    assert told == {
        ("LT-BY", "2021-08-17", "organised_crossing"),  # officers of the far side push 35 people across
        ("PL-BY", "2021-11-08", "organised_crossing"),  # up to 2,000 people try to break through
        ("PL-BY", "2021-11-15", "organised_crossing"),  # about 3,500 people under guard at the crossing
    }  # and not the shots of 7 October 2021, 'probably blanks', which nobody has confirmed
