"""From an assessed border to a range of options."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kordon.domain.assessment import Assessment, Level, Reason, Trend, TriggerFired
from kordon.domain.coded import Place, Status
from kordon.domain.material import Material
from kordon.domain.measure import Crossing, CrossingStatus, Measure, Proposal
from kordon.domain.time import Date, Precision, Span, Week
from kordon.measures import Ladder, load_ladder, propose
from kordon.vocabulary import Vocabulary

WEEK = Week.parse("2024-W25")
AS_OF = Date(2024, 6, 30)
CROSSINGS = (
    Crossing("road", "PL-BY", "road", (), None, None, ("passenger", "bus", "truck")),
    Crossing("rail", "PL-BY", "rail", (), None, None, ("rail",)),
    Crossing("shut", "PL-BY", "road", (), None, None, ("passenger",)),
    Crossing("dark", "PL-BY", "road", (), None, None, ("bus",)),
    Crossing("else", "LT-BY", "road", (), None, None, ("bus",)),
)


def status(crossing: str, word: str) -> CrossingStatus:
    span = Span(Date(2023, 1, 1), None, Precision.DAY)
    return CrossingStatus(f"s-{crossing}", crossing, word, ("all",), span, False, "", "", "r")


STATUSES = (status("road", "open"), status("rail", "restricted"), status("shut", "closed"), status("else", "open"))


@pytest.fixture(scope="module")
def ladder(vocabulary: Vocabulary) -> Ladder:
    return load_ladder(vocabulary)


def assessment(level: str, **more: Any) -> Assessment:
    return Assessment(
        id="assessment-1", border=more.pop("border", "PL-BY"), week=WEEK, as_of=AS_OF, criteria="c",
        level=Level(level), scored=Level(level), trend=Trend.SAME, factors=(), assessed=2, of=6,
        reason=Reason("reason-score-low"), trend_reason=Reason("reason-trend-same"), **more,
    )  # fmt: skip


def measure(kind: str, start: str, end: str | None, **more: Any) -> Measure:
    days = [None if d is None else Date.fromisoformat(d) for d in (start, end)]
    return Measure(
        id=more.pop("id", f"M-{kind}"), kind=kind, status=Status.IN_FORCE, countries=("PL",),
        place=Place(borders=(more.pop("border", "PL-BY"),)), traffic=more.pop("traffic", ()), decided_on=None,
        in_force=Span(days[0], days[1], Precision.DAYS), extends=None, basis="", where="",
        known_from=more.pop("known", Date(2024, 6, 1)), reports=(),
    )  # fmt: skip


def proposal(ladder: Ladder, given: Assessment, *measures: Measure) -> Proposal:
    material = Material(AS_OF, {}, (), (), tuple(measures))
    return propose(ladder, given, material, CROSSINGS, STATUSES)


@pytest.mark.parametrize(
    ("level", "lowest", "highest"),
    [("low", "R0", "R0"), ("medium", "R1", "R2"), ("high", "R2", "R4"), ("critical", "R4", "R6")],
)
def test_a_level_opens_a_range(ladder: Ladder, level: str, lowest: str, highest: str) -> None:
    found = proposal(ladder, assessment(level))
    assert (found.lowest, found.highest) == (lowest, highest)
    rungs = [o.rung for o in found.options]
    assert rungs == sorted(rungs) and rungs[0] == lowest and rungs[-1] == highest
    assert level == "low" or len(found.options) > 1
    assert (found.ladder, found.assessment) == (ladder.hash, "assessment-1")


def test_not_assessed_proposes_nothing_and_says_why(ladder: Ladder) -> None:
    found = proposal(ladder, assessment("not_assessed"))
    assert (found.options, found.lowest, found.highest) == ((), "", "")
    assert found.reason.key == "reason-proposal-not-assessed"
    assert found.reason.children == (Reason("reason-score-low"),)


def test_joint_options_only_when_critical(ladder: Ladder) -> None:
    kinds = {
        level: {o.measure for o in proposal(ladder, assessment(level)).options} for level in ("high", "critical")
    }
    assert "joint_mechanism" in kinds["critical"]
    assert "joint_mechanism" not in kinds["high"]


def test_a_trigger_and_a_call_for_consultation_are_told(ladder: Ladder) -> None:
    fired = (TriggerFired("weapon_use", ("incident-1",), Reason("reason-trigger")),)
    hit = proposal(ladder, assessment("critical", triggers=fired))
    assert hit.evidence == ("incident-1",)
    assert "reason-proposal-joint" in {c.key for c in hit.reason.children}
    called = proposal(ladder, assessment("low", consult=("LT-BY",)))
    assert [c.value("border") for c in called.reason.children if c.key == "reason-proposal-consult"] == ["LT-BY"]


@pytest.mark.parametrize(
    ("given", "already"),
    [
        (measure("buffer_zone", "2024-06-13", "2024-09-10"), True),
        (measure("buffer_zone", "2024-06-23", None), True),  # the last day of the week
        (measure("buffer_zone", "2024-06-24", None), False),
        (measure("buffer_zone", "2024-01-01", "2024-06-17"), True),  # its first day
        (measure("buffer_zone", "2024-01-01", "2024-06-16"), False),
        (measure("buffer_zone", "2024-06-13", None, border="LT-BY"), False),
        (measure("buffer_zone", "2024-06-13", None, known=Date(2024, 7, 1)), False),  # not yet published
        (measure("buffer_zone", "2024-06-13", None, known=None), False),
        (measure("state_of_emergency", "2024-06-13", None), False),
    ],
)
def test_what_is_in_force_already(ladder: Ladder, given: Measure, already: bool) -> None:
    (option,) = [o for o in proposal(ladder, assessment("high"), given).options if o.measure == "buffer_zone"]
    assert option.already == ((given.id,) if already else ())
    assert ("reason-option-already" in {c.key for c in option.reason.children}) is already


def test_a_limit_on_other_traffic_is_not_the_same_limit(ladder: Ladder) -> None:
    cars = measure("transport_restriction", "2024-01-01", None, traffic=("passenger",), id="cars")
    buses = measure("transport_restriction", "2024-01-01", None, traffic=("bus",), id="buses")
    found = {o.traffic: o.already for o in proposal(ladder, assessment("high"), cars, buses).options}
    assert (found["bus",], found["rail",]) == (("buses",), ())


def test_the_crossings_that_an_option_would_touch(ladder: Ladder) -> None:
    options = {(o.measure, o.traffic): o for o in proposal(ladder, assessment("high")).options}
    bus = options["transport_restriction", ("bus",)]
    assert bus.crossings == ("road",)
    untold = [c.evidence for c in bus.reason.children if c.key == "reason-option-status-not-told"]
    assert untold == [("dark",)]
    assert options["transport_restriction", ("rail",)].crossings == ("rail",)
    assert options["checkpoint_closure", ("all",)].crossings == ("road", "rail")
    assert options["buffer_zone", ()].crossings == ()


def test_the_legal_basis_is_that_of_the_state_that_decides(ladder: Ladder) -> None:
    def basis(border: str) -> str:
        options = proposal(ladder, assessment("high", border=border)).options
        return next(o.legal_basis for o in options if o.measure == "buffer_zone")

    assert [basis(b) for b in ("PL-BY", "LT-BY")] == ["basis-zone-pl", "basis-national"]
    other = replace(ladder, near={})
    options = propose(other, assessment("high"), Material(AS_OF, {}, (), (), ()), CROSSINGS, STATUSES).options
    assert {o.legal_basis for o in options if o.measure == "buffer_zone"} == {"basis-national"}


def test_the_same_arguments_give_the_same_proposal(ladder: Ladder) -> None:
    zone = measure("buffer_zone", "2024-06-13", None)
    assert repr(proposal(ladder, assessment("high"), zone)) == repr(proposal(ladder, assessment("high"), zone))
    assert proposal(ladder, assessment("high")).id != proposal(ladder, assessment("high"), zone).id
