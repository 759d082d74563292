"""A small world to write about, made of values of the domain; nothing in it is real but the names of borders."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from kordon.commentary.context import DraftContext
from kordon.commentary.phrases import Phrases, load_phrases
from kordon.domain.assessment import Assessment, FactorLevel, IndicatorLevel, Level, Reason, Trend
from kordon.domain.coded import Incident, Modality, Party, Place, PlacePrecision, Signal, Status
from kordon.domain.commentary import Draft
from kordon.domain.material import Material
from kordon.domain.measure import Measure, Option, Proposal
from kordon.domain.quantity import Quantity
from kordon.domain.reading import Baseline, Coverage, Reading, WeekCount
from kordon.domain.report import Evidence
from kordon.domain.time import Date, Precision, Span, Week
from kordon.vocabulary import Vocabulary

AS_OF = Date(2024, 7, 1)
EXTRA = {
    "en": "reason-test-level = { $border }: { $level }.\n"
    "reason-test-reading = Counted: { $value } against a bound of { $bound }, first on { DAY($day) }.\n",
    "be": "reason-test-level = { $border }: узровень { $level }.\n"
    "reason-test-reading = Налічана: { $value } пры парозе { $bound }, упершыню { DAY($day) }.\n",
    "ru": "reason-test-level = { $border }: уровень { $level }.\n"
    "reason-test-reading = Насчитано: { $value } при пороге { $bound }, впервые { DAY($day) }.\n",
}


@pytest.fixture(scope="session")
def phrases(vocabulary: Vocabulary) -> Phrases:
    """The book as it ships."""
    return load_phrases(vocabulary)


@pytest.fixture(scope="session")
def book(vocabulary: Vocabulary, tmp_path_factory: pytest.TempPathFactory) -> Phrases:
    """The book with two reasons of a made-up criteria document."""
    folder = tmp_path_factory.mktemp("deployment")
    for lang, text in EXTRA.items():
        (folder / "phrases" / lang).mkdir(parents=True)
        (folder / "phrases" / lang / "test.ftl").write_text(text, encoding="utf-8")
    return load_phrases(vocabulary, folder, indicators={})


def _evidence(name: str) -> tuple[Evidence, ...]:
    return (Evidence(f"report-{name}", 0, 1),)


@dataclass
class World:
    """Add things week by week, then take the context."""

    vocabulary: Vocabulary
    phrases: Phrases
    as_of: Date = AS_OF
    assessments: dict[tuple[str, Week], Assessment] = field(default_factory=dict)
    series: dict[str, list[WeekCount]] = field(default_factory=dict)
    readings: dict[str, Reading] = field(default_factory=dict)
    proposals: dict[tuple[str, Week], Proposal] = field(default_factory=dict)
    incidents: list[Incident] = field(default_factory=list)
    measures: list[Measure] = field(default_factory=list)
    signals: list[Signal] = field(default_factory=list)

    def count(self, border: str, week: Week, mean: float, spread: float = 0.1, share: float = 1.0) -> None:
        low, high = mean * (1 - spread), mean * (1 + spread)
        coverage = Coverage(share)
        one = WeekCount(
            border, week, mean, low, high, low, high, low, high, coverage, (f"figure-{border}-{week}",)
        )
        self.series.setdefault(border, []).append(one)

    def assess(
        self, border: str, week: Week, level: Level, trend: Trend = Trend.SAME, value: float = 12.5, **more: Any
    ) -> Assessment:
        reading = Reading(
            f"reading-{border}-{week}", "x", border, week, self.as_of, value, "attempts", Coverage(1.0),
            baseline=Baseline(value * 0.8, value, value * 2, value * 3, 26, "test"),
        )  # fmt: skip
        values = (("value", value), ("bound", 7), ("day", week.monday))
        reason = Reason("reason-test-reading", values, (reading.id,))
        factors = (
            FactorLevel(
                "migration", "threat", True, level, (IndicatorLevel("x", reading.id, level, reason),), reason
            ),
            FactorLevel("military", "threat", False, Level.NOT_ASSESSED, (), reason),
        )
        named = Reason("reason-test-level", (("border", border), ("level", str(level))))
        assessment = Assessment(
            f"assessment-{border}-{week}", border, week, self.as_of, "hash", level, level, trend, factors,
            1, 2, named, Reason("reason-test-level", named.values, (), (reason,)), **more,
        )  # fmt: skip
        self.readings[reading.id] = reading
        self.assessments[border, week] = assessment
        return assessment

    def happen(self, border: str, day: Date, kind: str, injured: int | None = None, **more: Any) -> Incident:
        given: dict[str, Any] = {
            "place": Place((border,), precision=PlacePrecision.BORDER),
            "occurred": Span.day(day),
            "modality": Modality.ACTUAL,
            "grade": "B2",
            "injured": None if injured is None else Quantity.exactly(injured),
            **more,
        }
        number = len(self.incidents)
        incident = Incident(f"incident-{number}", kind, evidence=_evidence(str(number)), rule="test", **given)
        self.incidents.append(incident)
        return incident

    def measure(self, border: str, kind: str, status: Status, start: Date | None, end: Date | None = None,
                known: Date | None = None, extends: str | None = None) -> Measure:  # fmt: skip
        states = (self.vocabulary.term("borders", border).get("near"),)
        known = known or start or Date(2024, 5, 28)
        number = len(self.measures)
        measure = Measure(
            f"measure-{number}", kind, status, states, Place((border,)), (), known,
            Span(start, end, Precision.DAYS), extends, "", "", known, (),
        )  # fmt: skip
        self.measures.append(measure)
        return measure

    def signal(self, week: Week, content: str, answer: str, country: str) -> None:
        number = len(self.signals)
        sender = Party("far_government", country)
        self.signals.append(
            Signal(f"signal-{number}", "cooperative", content, sender, None, answer, Modality.ACTUAL, week.span,
                   _evidence(f"s{number}"), "test")
        )  # fmt: skip

    def propose(self, border: str, week: Week, *kinds: str) -> None:
        reason = Reason("reason-test-level", (("border", border), ("level", "low")))
        options = tuple(Option("R1", kind, "", (), 90, (), (), (), reason) for kind in kinds)
        proposal = Proposal(f"proposal-{border}-{week}", border, week, "", "", "R1", "R1", options, reason, ())
        self.proposals[border, week] = proposal

    def context(self) -> DraftContext:
        material = Material(self.as_of, {}, (), tuple(self.incidents), tuple(self.measures))
        series = {border: tuple(counts) for border, counts in self.series.items()}
        return DraftContext(
            self.as_of, self.vocabulary, self.phrases, material, self.assessments, series, self.readings,
            self.proposals, tuple(self.signals),
        )  # fmt: skip


def _module(name: str, path: Path) -> Any:
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def scenes() -> dict[str, Callable[[World], None]]:
    """Weeks with one thing in them that a draft should notice, by name."""
    found: dict[str, Callable[[World], None]] = _module("scenes", Path(__file__).with_name("scenes.py")).SCENES
    return found


@pytest.fixture(scope="session")
def ten_weeks() -> Any:
    """The script that writes the examples of the manual."""
    return _module("ten_weeks", Path(__file__).parents[2] / "docs" / "ten_weeks.py")


@pytest.fixture(scope="session")
def public(ten_weeks: Any) -> tuple[Any, DraftContext, tuple[Week, ...]]:
    """Everything that ships, assessed and ready to be written about; about ten seconds, once a session."""
    found: tuple[Any, DraftContext, tuple[Week, ...]] = ten_weeks.public()
    return found


@pytest.fixture(scope="session")
def drafts(public: Any, ten_weeks: Any) -> dict[tuple[str, Week, str], Draft]:
    """The draft of every week, area and language of what ships."""
    _, context, weeks = public
    found: dict[tuple[str, Week, str], Draft] = ten_weeks.every_draft(context, weeks)
    return found


@pytest.fixture
def world(vocabulary: Vocabulary, book: Phrases) -> World:
    return World(vocabulary, book)


@pytest.fixture(scope="session")
def make_world(vocabulary: Vocabulary, book: Phrases) -> Callable[[], World]:
    return lambda: World(vocabulary, book)


@pytest.fixture
def busy(world: World) -> World:
    """A week in which much happens on the first border, a little on the second, nothing on the third."""
    first, second, _ = world.vocabulary.assessed_borders
    week = Week(2024, 22)
    for back in range(1, 5):
        world.count(first, week - back, 1000 + back)
        world.count(second, week - back, 80)
    world.count(first, week, 1612.3, 0.12)
    world.count(second, week, 82.0)
    world.assess(first, week - 1, Level.MEDIUM)
    world.assess(first, week, Level.HIGH, Trend.WORSE, 228.57)
    world.assess(second, week, Level.LOW)
    world.happen(first, Date(2024, 5, 28), "knife_attack", 1)
    world.happen(first, Date(2024, 6, 1), "knife_attack", 1)
    world.happen(first, Date(2024, 5, 30), "stone_throwing")
    world.measure(first, "buffer_zone", Status.DECIDED, Date(2024, 6, 13), Date(2024, 9, 10), Date(2024, 5, 29))
    world.measure(second, "checkpoint_closure", Status.IN_FORCE, Date(2024, 5, 31))
    world.measure(first, "movement_restriction", Status.IN_FORCE, Date(2024, 3, 1), Date(2024, 6, 20))
    world.signal(week, "dialogue", "mistrust", "BY")
    world.propose(first, week, "reinforced_control", "checkpoint_closure")
    return world


@pytest.fixture(scope="session")
def source() -> Path:
    return Path(__file__).parents[2] / "src" / "kordon"
