"""Buffer zones: terms in a chain, days left on a day, the reach that a document tells."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from kordon.domain.coded import Place, Status
from kordon.domain.errors import BadDocument
from kordon.domain.measure import Measure
from kordon.domain.time import Precision, Span
from kordon.geo.gazetteer import load_gazetteer
from kordon.measures.zones import load_reaches, zones_of

DAY = dt.date


def measure(name: str, start: dt.date | None, end: dt.date | None, extends: str = "", **more: object) -> Measure:
    values: dict[str, object] = {
        "id": name,
        "kind": "buffer_zone",
        "status": Status.IN_FORCE if not extends else Status.EXTENDED,
        "countries": ("PL",),
        "place": Place(borders=("PL-BY",)),
        "traffic": (),
        "decided_on": start,
        "in_force": Span(start, end, Precision.DAY) if start else Span.untold(),
        "extends": extends or None,
        "basis": "",
        "where": "",
        "known_from": start,
        "reports": (),
    }
    return Measure(**(values | more))  # type: ignore[arg-type]


FIRST = measure("A", DAY(2024, 6, 13), DAY(2024, 9, 10))
SECOND = measure("B", DAY(2024, 9, 11), DAY(2024, 12, 9), "A")
PLAN = measure("P", None, None, status=Status.ANNOUNCED, decided_on=DAY(2024, 5, 29))


def test_extensions_are_terms_of_one_zone_and_a_plan_is_none() -> None:
    (zone,) = zones_of([SECOND, PLAN, FIRST])
    assert [term.id for term in zone.terms] == ["A", "B"]
    assert [said.id for said in zone.spoken] == ["P"]


@pytest.mark.parametrize(
    ("day", "term", "left"),
    [
        (DAY(2024, 6, 12), None, None),  # the day before it took force
        (DAY(2024, 6, 13), "A", 89),
        (DAY(2024, 9, 10), "A", 0),  # the last day
        (DAY(2024, 9, 11), "B", 89),
        (DAY(2024, 12, 9), "B", 0),
        (DAY(2024, 12, 10), None, None),  # over
    ],
)
def test_days_left_are_counted_as_of_a_day(day: dt.date, term: str | None, left: int | None) -> None:
    (zone,) = zones_of([FIRST, SECOND])
    found = zone.term_on(day)
    assert (found.id if found else None, zone.days_left(day)) == (term, left)


def test_a_term_without_an_end_has_no_days_left() -> None:
    (zone,) = zones_of([measure("A", DAY(2024, 6, 13), None)])
    assert zone.term_on(DAY(2030, 1, 1)) is not None
    assert zone.days_left(DAY(2030, 1, 1)) is None


def test_a_lifted_zone_is_not_in_force() -> None:
    lifted = measure("L", None, None, "A", status=Status.LIFTED, decided_on=DAY(2024, 7, 1))
    (zone,) = zones_of([FIRST, lifted])
    assert zone.term_on(DAY(2024, 6, 30)) is not None
    assert zone.term_on(DAY(2024, 7, 1)) is None


def test_the_reach_that_ships_names_lengths_depths_and_places() -> None:
    (told,) = load_reaches(load_gazetteer().places)
    reaches = {reach.measure: reach for reach in told[1]}
    newest = reaches["PL-BZ-2025-06"]
    assert newest.km == pytest.approx(78.29)  # as the earlier term was told to be as a whole
    assert [(s.km, s.depth_m) for s in newest.stretches] == [(59.24, 200), (15.26, 2000), (3.79, 4000)]
    assert reaches["PL-BZ-2024-06"].settlements == 27
    assert {post.names["be"] for post in newest.posts} >= {"Белавежа", "Чаромха"}
    assert all(reach.source.startswith("https://") for reach in reaches.values())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("border: X\nterms: []\n", "there is no term"),
        ("border: X\nterms: [{measure: A, source: s, km: -3}]\n", "-3 is no length"),
        ("border: X\nterms: [{measure: A, source: s, places: [nowhere]}]\n", "'nowhere' is no place"),
        ("border: X\nterms: [{measure: A}]\n", "source"),
        ("border: X\nterms: [{measure: A, source: s, stretches: [{km: 1}]}]\n", "depth_m"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "zones").mkdir()
    (tmp_path / "zones" / "bad.yaml").write_text(text, "utf-8")
    with pytest.raises(BadDocument, match=said) as caught:
        load_reaches(load_gazetteer().places, tmp_path)
    assert "bad.yaml" in str(caught.value)
