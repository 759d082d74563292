"""Which acts stand on the scale, in which class, and whose they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kordon.domain.coded import Incident, Modality, Party, Place, PlacePrecision
from kordon.domain.material import Material, ReadReport
from kordon.domain.quantity import Quantity
from kordon.domain.reading import Coverage, Unknown
from kordon.domain.report import Evidence, PublishedBasis, ReportKind
from kordon.domain.time import Date, Span, Week
from kordon.indicators import Indicator
from kordon.indicators.severity import AGAINST, MeansWeek, Scale, coverage_of, load_scale, means_weeks
from kordon.vocabulary import Vocabulary

WEEK = Week.parse("2024-W22")
DAY = Date(2024, 5, 28)
Weekly = Callable[..., MeansWeek]


@pytest.fixture(scope="module")
def scale(vocabulary: Vocabulary) -> Scale:
    return load_scale(vocabulary)


def material_of(*incidents: Incident) -> Material:
    reports = {
        e.report: ReadReport(e.report, "", None, PublishedBasis.UNKNOWN, ReportKind.RECORD, "", ())
        for i in incidents
        for e in i.evidence
    }
    return Material(None, reports, (), incidents, ())


@pytest.fixture
def read(scale: Scale, vocabulary: Vocabulary) -> Weekly:
    def one(*incidents: Incident, share: float = 1.0) -> MeansWeek:
        told = {("PL-BY", WEEK): Coverage(share)}
        return means_weeks(scale, material_of(*incidents), ["PL-BY"], [WEEK], told, vocabulary)["PL-BY", WEEK]

    return one


@pytest.mark.parametrize(
    ("kind", "told", "means", "user"),
    [
        ("stone_throwing", {"actor": "migrants"}, "objects", "crossers"),
        ("slingshot", {"actor": "migrants"}, "irritants", "crossers"),
        ("pepper_spray", {"actor": "migrants"}, "irritants", "crossers"),
        ("pyrotechnics", {"actor": "unknown"}, "pyrotechnics", "other"),
        ("knife_attack", {"actor": "migrants"}, "blades", "crossers"),
        ("shots_fired", {"actor": "far_state"}, "firearms", "far"),
        ("shots_fired", {"actor": "near_state"}, "firearms", "own"),
        ("laser", {}, "objects", "other"),
        ("mass_push", {"actor": "migrants"}, "none", "crossers"),
        ("mass_push", {"actor": "migrants", "means": ("shovels", "knife", "stones")}, "blades", "crossers"),
        ("fence_damage", {"actor": "migrants", "means": ("tools",)}, "objects", "crossers"),
        ("stone_throwing", {"actor": "migrants", "modality": Modality.ATTEMPTED}, "objects", "crossers"),
    ],
)
def test_an_act_stands_in_the_class_of_its_heaviest_means(
    make: Any, read: Weekly, kind: str, told: dict[str, Any], means: str, user: str
) -> None:
    [act] = read(make.incident(kind, Span.day(DAY), **told)).acts
    assert (act.means, act.user, act.times) == (means, user, 1.0)


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("shots_fired", {"warning_shots": True}),
        ("knife_attack", {"grade": "D4"}),
        ("knife_attack", {"modality": Modality.THREATENED}),
        ("knife_attack", {"modality": Modality.DENIED}),
        ("exercise", {"means": ("firearm",)}),
        ("death", {}),
    ],
)
def test_what_is_no_attack_has_no_place_on_it(make: Any, read: Weekly, kind: str, told: dict[str, Any]) -> None:
    week = read(make.incident(kind, Span.day(DAY), **told))
    assert week.acts == ()
    assert week.highest() is None


def test_numbers_of_acts_and_of_hurt_are_kept_by_class(make: Any, read: Weekly, scale: Scale) -> None:
    week = read(
        make.incident("stone_throwing", Span.day(DAY), actor="migrants", times=3),
        make.incident("knife_attack", Span.day(DAY), actor="migrants", injured=2),
        make.incident("pepper_spray", Span.day(Date(2024, 5, 30)), actor="far_state"),
    )
    counted = week.by_class(scale)
    assert not isinstance(counted, Unknown)
    assert {c.means: (c.acts, c.hurt) for c in counted} == {
        "none": (0, 0), "objects": (3, 0), "irritants": (1, 0), "pyrotechnics": (0, 0), "blades": (1, 2),
        "firearms": (0, 0),
    }  # fmt: skip
    crossers = week.by_class(scale, ["crossers"])
    assert not isinstance(crossers, Unknown)
    assert [c.acts for c in crossers] == [0, 3, 0, 0, 1, 0]
    assert week.at_or_above(2) == 2
    assert week.at_or_above(2, ["far"]) == 1


def test_its_own_services_means_are_no_pressure_on_a_border(make: Any, read: Weekly) -> None:
    week = read(
        make.incident("shots_fired", Span.day(DAY), actor="near_state"),
        make.incident("stone_throwing", Span.day(DAY), actor="migrants"),
    )
    everybody, against = week.highest(), week.highest(AGAINST)
    assert getattr(everybody, "means", None) == "firearms"
    assert getattr(against, "means", None) == "objects"


def test_one_act_of_several_reports_is_one_and_that_of_two_users_two(make: Any, read: Weekly) -> None:
    same = [make.incident("pyrotechnics", Span.day(DAY), actor="migrants", report=r) for r in ("one", "two")]
    assert len(read(*same).acts) == 1
    other = make.incident("pyrotechnics", Span.day(DAY), actor="far_state", report="three")
    assert sorted(a.user for a in read(*same, other).acts) == ["crossers", "far"]


def test_the_hurt_of_a_clash_are_told_once_with_its_heaviest_act(make: Any, read: Weekly) -> None:
    week = read(
        make.incident("stone_throwing", Span.day(DAY), actor="migrants", injured=2, clash="c"),
        make.incident("knife_attack", Span.day(DAY), actor="migrants", injured=3, clash="c"),
        make.incident("stone_throwing", Span.day(Date(2024, 5, 29)), actor="migrants", injured=1),
    )
    assert sorted((a.means, a.hurt) for a in week.acts) == [("blades", 3.0), ("objects", 0.0), ("objects", 1.0)]


def test_nothing_told_of_a_covered_week_is_none_and_of_another_unknown(read: Weekly, scale: Scale) -> None:
    assert read(share=0.5).highest() is None
    silent = read(share=0.4)
    assert silent.highest() == Unknown("poor-coverage")
    assert silent.by_class(scale) == Unknown("poor-coverage")
    quiet = read(share=1.0).by_class(scale)
    assert not isinstance(quiet, Unknown)
    assert [c.acts for c in quiet] == [0] * len(scale.classes)


def test_an_act_in_a_week_that_nobody_covered_is_told_all_the_same(make: Any, read: Weekly) -> None:
    week = read(make.incident("knife_attack", Span.day(DAY)), share=0.1)
    assert not week.covered
    assert getattr(week.highest(), "means", None) == "blades"


def test_coverage_is_that_of_the_readings(
    make: Any, scale: Scale, vocabulary: Vocabulary, indicators: tuple[Indicator, ...]
) -> None:
    settings = indicators[0].settings
    incidents = make.incident("knife_attack", Span.day(DAY)), make.incident("laser", Span.day(Date(2024, 5, 31)))
    material = material_of(*incidents)
    told = coverage_of(material, ["PL-BY"], [WEEK, WEEK + 1], settings)
    assert told["PL-BY", WEEK].share == pytest.approx(2 / 7)
    assert told["PL-BY", WEEK + 1].share == 0.0
    weeks = means_weeks(scale, material, ["PL-BY"], [WEEK, WEEK + 1], told, vocabulary)
    assert [weeks["PL-BY", w].covered for w in (WEEK, WEEK + 1)] == [False, False]


KINDS = ("stone_throwing", "slingshot", "pyrotechnics", "knife_attack", "shots_fired", "mass_push", "exercise")


@given(st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 6), st.integers(1, 4)), max_size=8))
def test_no_act_is_lost_between_the_classes(told: list[tuple[str, int, int]]) -> None:
    from kordon.vocabulary import load

    vocabulary = load()
    scale = load_scale(vocabulary)
    incidents = [
        Incident(
            f"i{n}", kind, Place(borders=("PL-BY",), precision=PlacePrecision.BORDER),
            Span.day(Date(2024, 5, 27 + day) if day < 5 else Date(2024, 6, day - 4)), Modality.ACTUAL,
            (Evidence(f"r{n}", 0, 1),), "test", times=Quantity.exactly(times), grade="B2", actor=Party("migrants"),
            people=Quantity.exactly(100 + n),
        )
        for n, (kind, day, times) in enumerate(told)
    ]  # fmt: skip
    week = means_weeks(
        scale, material_of(*incidents), ["PL-BY"], [WEEK], {("PL-BY", WEEK): Coverage(1.0)}, vocabulary
    )["PL-BY", WEEK]
    counted = week.by_class(scale)
    assert not isinstance(counted, Unknown)
    assert sum(c.acts for c in counted) == sum(times for kind, _, times in told if kind != "exercise")
    assert [c.acts for c in counted] == [
        week.at_or_above(c.rank) - (week.at_or_above(n.rank) if n else 0)
        for c, n in zip(scale.classes, [*scale.classes[1:], None], strict=True)
    ]
