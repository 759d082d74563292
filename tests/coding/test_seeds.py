"""What must come out of the two captured commentaries, which are read from outside the repository."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kordon.coding import Coder
from kordon.domain.coded import Coded, FigureForm, Incident, Modality, ReportedMeasure, Signal, Status
from kordon.domain.quantity import Rounding
from kordon.domain.report import Report
from kordon.domain.time import Precision

REPOSITORY = Path(__file__).parents[2]
RUN = 6  # words; shorter runs are labels and the common wording of the field
TEXTS = frozenset((".py", ".yaml", ".yml", ".md", ".txt", ".csv", ".ftl", ".html", ".json", ".toml"))
WORD = re.compile(r"[^\W_]+")


def read(coder: Coder, seeds: Path, part: str) -> Coded:
    path = next(p for p in sorted(seeds.glob("*.txt")) if part in p.name)
    return coder.code(Report(id=path.stem, text=path.read_text(encoding="utf-8"), lang="en"))


@pytest.fixture(scope="module")
def autumn(coder: Coder, seeds: Path) -> Coded:
    return read(coder, seeds, "2023-09-25")


@pytest.fixture(scope="module")
def spring(coder: Coder, seeds: Path) -> Coded:
    return read(coder, seeds, "2024-05-27")


def quoted(coded: Coded, item: Incident | ReportedMeasure | Signal) -> str:
    return " | ".join(coded.report.quote(e) for e in item.evidence)


def measure(coded: Coded, kind: str, status: Status | None = None) -> ReportedMeasure:
    [found] = [m for m in coded.measures if m.kind == kind and status in (None, m.status)]
    return found


def signal(coded: Coded, content: str) -> Signal:
    [found] = [s for s in coded.signals if s.content == content]
    return found


def incident(coded: Coded, kind: str) -> Incident:
    [found] = [i for i in coded.incidents if i.kind == kind]
    return found


def test_headers_are_read_as_printed(autumn: Coded, spring: Coded) -> None:
    for coded, monday, area, area_words in (
        (autumn, dt.date(2023, 9, 25), "west", "Belarus-West relations"),
        (spring, dt.date(2024, 5, 27), "security", "Security issues"),
    ):
        header = coded.header
        assert header is not None
        assert (header.week.start, header.week.precision) == (monday, Precision.WEEK)
        assert (header.area, header.area_words) == (area, area_words)
        assert (header.trend, header.trend_words) == ("got_worse", "The situation got worse")
        assert header.headline in coded.report.text.splitlines()
        assert header.headline not in ("", header.trend_words, area_words)
        assert header.week_words == coded.report.text.splitlines()[0]


def test_the_rate_belongs_to_the_group_of_borders(autumn: Coded) -> None:
    [figure] = autumn.figures
    assert (figure.form, figure.per, figure.unit) == (FigureForm.RATE, "day", "attempts")
    assert (figure.quantity.low, figure.quantity.high, figure.quantity.rounding) == (200, None, Rounding.OVER)
    assert (figure.place.group, figure.place.borders) == ("BY-EU", ())
    assert figure.span.precision is Precision.WEEK
    assert {c.kind for c in figure.changes} == {"after_calm", "usual_level"}
    assert "200 cases per day" in autumn.report.quote(figure.evidence[0])


def test_the_group_with_shovels_and_the_stones(autumn: Coded) -> None:
    push, stones = autumn.incidents
    assert (push.means, push.place.borders) == (("shovels",), ("PL-BY",))
    assert push.actor is not None
    assert push.actor.type == "migrants"
    assert (stones.kind, stones.modality, stones.place.borders) == ("stone_throwing", Modality.ACTUAL, ("PL-BY",))
    assert stones.recipient is not None
    assert stones.recipient.type == "near_state"
    for item in (push, stones):
        assert item.modality.counts
        assert item.occurred.precision is Precision.WEEK


def test_nothing_is_closed_by_a_readiness_to_close(autumn: Coded) -> None:
    closure = measure(autumn, "border_closure", Status.CONDITIONAL)
    assert closure.countries == ("LV",)
    assert closure.place.borders == ("LV-BY",)
    assert closure.condition is not None
    assert closure.condition.kind == "influx"
    assert not [m for m in autumn.measures if m.status in (Status.IN_FORCE, Status.ANNOUNCED)]


def test_criteria_range_mechanism_and_barrier(autumn: Coded) -> None:
    criteria = measure(autumn, "indicator_system")
    assert (criteria.status, criteria.countries) == (Status.DECIDED, ("LT",))
    assert criteria.factors == ("military", "intelligence", "information", "incidents")
    assert set(criteria.place.borders) == {"LT-BY", "PL-BY", "LV-BY"}
    options = measure(autumn, "measures_range")
    assert options.status is Status.PROPOSED
    assert options.options == (
        "movement_restriction",
        "transport_restriction",
        "goods_restriction",
        "border_closure",
    )
    mechanism = measure(autumn, "joint_mechanism")
    assert (mechanism.status, set(mechanism.countries)) == (Status.AGREED, {"PL", "LT", "LV", "EE"})
    assert set(mechanism.triggers) == {"weapon_use", "organised_crossing"}
    barrier = measure(autumn, "barrier")
    assert (barrier.status, barrier.countries) == (Status.PLANNED, ("LT",))
    assert set(barrier.place.borders) == {"LT-BY", "LT-RU"}


def test_offers_are_met_with_mistrust(autumn: Coded) -> None:
    for content in ("dialogue", "joint_exercises", "cooperation"):
        offer = signal(autumn, content)
        assert (offer.stance, offer.sender.country, offer.answer) == ("cooperative", "BY", "mistrust")
    assert signal(autumn, "cooperation").receiver is not None
    assert signal(autumn, "pressure").stance == "hostile"


def test_the_knife_attacks(spring: Coded) -> None:
    knife = incident(spring, "knife_attack")
    assert knife.times is not None
    assert knife.times.best == 2
    assert knife.injured is not None
    assert knife.injured.low == 2
    assert (knife.place.borders, knife.modality) == (("PL-BY",), Modality.ACTUAL)
    assert knife.occurred.start == dt.date(2024, 5, 27)
    assert incident(spring, "fence_damage").modality is Modality.ATTEMPTED


def test_newer_means_are_not_stones(spring: Coded) -> None:
    for kind in ("slingshot", "pepper_spray", "pyrotechnics"):
        item = incident(spring, kind)
        assert (item.modality, item.occurred.precision) == (Modality.ACTUAL, Precision.RECENT)
        assert item.means == (kind,)
    stones = incident(spring, "stone_throwing")
    assert stones.modality is Modality.HISTORICAL
    assert not stones.modality.counts
    assert stones.means == ("stones", "objects")


def test_the_push_is_told_by_an_office_and_not_by_a_name(spring: Coded) -> None:
    push = incident(spring, "mass_push")
    assert push.modality is Modality.ATTEMPTED
    assert push.sponsor is not None
    assert (push.sponsor.type, push.sponsor.country) == ("far_state", "BY")
    assert push.attribution is not None
    words = push.attribution.party.words
    assert words.startswith("Deputy Minister")
    assert not [name for name in ("Czeslaw", "Mrochek", "Tusk", "Wladyslaw") if name in repr(spring.incidents)]
    assert not [name for name in ("Donald", "Tusk", "Kosiniak") if name in repr((spring.measures, spring.signals))]


def test_the_zone_and_the_one_before(spring: Coded) -> None:
    zone = measure(spring, "buffer_zone", Status.ANNOUNCED)
    assert zone.effective.start == dt.date(2024, 6, 4)
    assert (zone.depth_m, zone.settlements, zone.days, zone.extendable) == (200, 27, 90, True)
    assert len(zone.place.areas) == 2
    assert zone.place.borders == ("PL-BY",)
    earlier = measure(spring, "buffer_zone", Status.HISTORICAL)
    assert (earlier.effective.start, earlier.effective.end) == (dt.date(2021, 1, 1), dt.date(2022, 12, 31))


def test_the_checkpoint_hangs_on_an_opinion(spring: Coded) -> None:
    opening = measure(spring, "checkpoint_opening")
    assert opening.status is Status.CONDITIONAL
    assert opening.place.crossings == ("pl-by-bobrowniki-bierastavica",)
    assert opening.condition is not None
    assert opening.condition.kind == "negative_opinion"
    assert signal(spring, "reopening").sender.country == "PL"


def test_who_crosses_what_is_meant_and_the_rungs(spring: Coded) -> None:
    [composition] = spring.compositions
    assert (composition.attribute, composition.value, composition.share) == ("visa", "RU", "most")
    offer = signal(spring, "de_escalation")
    assert offer.receiver is not None
    assert (offer.sender.country, offer.receiver.country, offer.answer) == ("PL", "BY", "not_in_kind")
    assert "likely" in {j.likelihood for j in spring.judgements}
    assert [r.rung for r in spring.rungs] == [
        "border_incident",
        "military_political_crisis",
        "use_of_force",
        "nuclear_use",
    ]


def test_nothing_comes_from_the_page_around_the_text(autumn: Coded, spring: Coded) -> None:
    for coded in (autumn, spring):
        end = coded.report.text.index("You have been successfully subscribed")
        items: tuple[Any, ...] = (
            *coded.incidents,
            *coded.figures,
            *coded.measures,
            *coded.signals,
            *coded.judgements,
            *coded.rungs,
        )
        assert all(e.end <= end for item in items for e in item.evidence)
        assert all(item.rule and item.evidence for item in items)


def runs(text: str) -> Iterator[str]:
    """Every run of so many words, without case and marks."""
    words = WORD.findall(text.lower())
    return (" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1))


def test_no_sentence_of_them_stands_in_the_repository(seeds: Path) -> None:
    captured = {run for path in seeds.glob("*.txt") for run in runs(path.read_text(encoding="utf-8"))}
    assert len(captured) > 500
    files = [p for name in ("src", "tests", "docs", "benchmarks") for p in (REPOSITORY / name).rglob("*")]
    files += REPOSITORY.glob("*")
    copied = [
        f"{path.relative_to(REPOSITORY)}: {run}"
        for path in files
        if path.suffix in TEXTS and path.is_file() and "_build" not in path.parts
        for run in runs(path.read_text(encoding="utf-8", errors="ignore"))
        if run in captured
    ]
    assert copied == []
