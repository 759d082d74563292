"""An assessment names what it rests on, and the same input gives the same bytes, in whatever order it comes."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from kordon.api.shape import plain
from kordon.criteria import Criteria, assess_all
from kordon.criteria.judgements import Judgement
from kordon.domain.assessment import Assessment, Level
from kordon.domain.material import Material
from kordon.domain.time import Date, Week
from kordon.vocabulary import Vocabulary

LAST = Week.of(Date(2024, 5, 28))
WEEKS = [LAST - 5 + n for n in range(6)]
AS_OF = Date(2024, 6, 10)


def told(found: Assessment) -> bytes:
    return json.dumps(plain(found), sort_keys=True, ensure_ascii=False).encode()


def inputs(make: Any) -> dict[str, Any]:
    incidents = [
        make.incident("shots_fired", actor="far_state", recipient="near_state", means=("firearm",), id="one"),
        make.incident("stone_throwing", id="two"),
        make.incident("mass_push", people=250, id="three"),
    ]
    readings = {
        ("PL-BY", week): (
            make.reading("b1", n, week=week, baseline=make.baseline, evidence=("two",)),
            make.reading("p1", 100.0 * n + 70, per_day=10.0 + n, week=week, baseline=make.baseline),
            make.reading("b4", 30, week=week, sources=1),
        )
        for n, week in enumerate(WEEKS)
    }
    dice = np.random.default_rng(7)
    draws = np.maximum(0, dice.normal(300, 60, (200, 6)))
    series = {"PL-BY": tuple(make.count(week, 100.0 * n + 70, 30) for n, week in enumerate(WEEKS))}
    return {"incidents": incidents, "readings": readings, "series": series, "draws": {"PL-BY": draws}}


def assess(criteria: Criteria, vocabulary: Vocabulary, material: Material, given_: dict[str, Any]) -> bytes:
    found = assess_all(
        (criteria,), given_["readings"], given_["series"], material, ("PL-BY",), WEEKS, AS_OF, vocabulary,
        draws=given_["draws"],
    )  # fmt: skip
    return b"\n".join(told(found["PL-BY", week]) for week in WEEKS)


@settings(max_examples=15, deadline=None)
@given(st.randoms(use_true_random=False))
def test_it_recomputes_to_the_same_bytes(make: Any, criteria: Criteria, vocabulary: Vocabulary, dice: Any) -> None:
    given_ = inputs(make)
    first = assess(criteria, vocabulary, make.material(*given_["incidents"]), given_)
    shuffled = dict(given_)
    dice.shuffle(shuffled["incidents"])
    readings = list(shuffled["readings"].items())
    dice.shuffle(readings)
    shuffled["readings"] = {key: tuple(dice.sample(found, len(found))) for key, found in readings}
    assert assess(criteria, vocabulary, make.material(*shuffled["incidents"]), shuffled) == first


def test_it_names_its_criteria_day_and_every_reading(
    make: Any, criteria: Criteria, vocabulary: Vocabulary
) -> None:
    given_ = inputs(make)
    found = assess_all(
        (criteria,), given_["readings"], given_["series"], make.material(), ("PL-BY",), WEEKS, AS_OF, vocabulary
    )["PL-BY", LAST]
    assert (found.criteria, found.as_of) == (criteria.hash, AS_OF)
    named = {i.reading for f in found.factors for i in f.indicators if i.reading}
    assert named == {r.id for r in given_["readings"]["PL-BY", LAST]}
    assert {f.dimension for f in found.factors} == {"threat", "vulnerability", "impact"}


def test_whatever_moves_it_gives_another_id(make: Any, criteria: Criteria, vocabulary: Vocabulary) -> None:
    given_ = inputs(make)

    def key(document: Criteria = criteria, as_of: Date = AS_OF, **other: Any) -> str:
        used = {**given_, **other}
        found = assess_all(
            (document,), used["readings"], used["series"], make.material(), ("PL-BY",), WEEKS, as_of, vocabulary
        )
        return found["PL-BY", LAST].id

    b1, p1, b4 = given_["readings"]["PL-BY", LAST]
    moved = {**given_["readings"], ("PL-BY", LAST): (b1, replace(p1, id="another"), b4)}
    assert key() == key()
    assert (
        len({key(), key(replace(criteria, hash="other")), key(as_of=Date(2024, 6, 11)), key(readings=moved)}) == 4
    )


def test_threat_vulnerability_and_impact_stay_apart(make: Any, criteria: Criteria, vocabulary: Vocabulary) -> None:
    """However bad the guard and however many the dead, the border's level is the threat's."""
    calm = (make.reading("b1", 0), make.reading("p1", 7, per_day=1.0, baseline=make.baseline))
    worse = (*calm, make.reading("v1", 60), make.reading("v2", 10, id="v2"), make.reading("p5", 3, id="p5"))
    held = {("PL-BY", LAST): worse}
    found = assess_all((criteria,), held, {}, make.material(), ("PL-BY",), [LAST], AS_OF, vocabulary)[
        "PL-BY", LAST
    ]
    by_dimension = {f.factor: (f.dimension, f.level) for f in found.factors}
    assert by_dimension["vulnerability"] == ("vulnerability", Level.CRITICAL)
    assert by_dimension["protection"] == ("impact", Level.MEDIUM)
    assert found.level is Level.LOW


def test_a_judgement_is_named_like_a_reading(
    make: Any, shipped: str, vocabulary: Vocabulary, indicators: Any
) -> None:
    from kordon.criteria import read_criteria
    from kordon.vocabulary.documents import parse_document

    old = "- {kind: presence, otherwise: medium}"
    text = shipped.replace(old, "- {kind: judged, by: [staff], days: 28}", 1)
    document = read_criteria(parse_document(text, "own.yaml"), vocabulary, {i.id for i in indicators})
    calm = (make.reading("b1", 0), make.reading("p1", 7, per_day=1.0, baseline=make.baseline))
    told_ = Judgement(
        "judgement-1", "m1", "PL-BY", Level.HIGH, "staff", LAST.monday, Date(2024, 7, 1), "why", ("a", "b")
    )
    weeks = [LAST + n for n in range(5)]
    found = assess_all(
        (document,), {("PL-BY", w): calm for w in weeks}, {}, make.material(), ("PL-BY",), weeks, Date(2025, 1, 1),
        vocabulary, judgements=[told_],
    )  # fmt: skip
    military = [next(f for f in found["PL-BY", w].factors if f.factor == "military") for w in weeks]
    assert military[0].indicators[0].reading == "judgement-1"
    assert [f.level.value for f in military] == ["high", "high", "high", "high", "not_assessed"]
    assert military[-1].indicators[0].reason.key == "reason-judged-expired"
