"""What a crossing is on a day."""

from __future__ import annotations

import pytest

from kordon.domain.measure import Crossing, CrossingStatus
from kordon.domain.reading import Unknown
from kordon.domain.time import Date, Precision, Span
from kordon.measures import status_on

CROSSING = Crossing("x", "PL-BY", "road", (("en", "X"),), None, None, ("passenger", "truck"))
END, NOT_TOLD = Unknown("status-end-unknown"), Unknown("status-not-told")


def row(
    status: str,
    start: str | None,
    end: str | None = None,
    traffic: tuple[str, ...] = ("all",),
    end_unknown: bool = False,
    crossing: str = "x",
) -> CrossingStatus:
    days = [None if d is None else Date.fromisoformat(d) for d in (start, end)]
    span = Span(days[0], days[1], Precision.DAY if any(days) else Precision.UNKNOWN)
    return CrossingStatus(
        f"{crossing}-{start}-{status}", crossing, status, traffic, span, end_unknown, "", "", "r"
    )


PANDEMIC = row("restricted", "2020-03-15", None, ("passenger",), end_unknown=True)
SUPERSEDED = row("restricted", "2020-03-15", "2021-11-08", ("passenger",), end_unknown=True)
CLOSED = row("closed", "2021-11-09")
OPEN = row("open", "2019-01-01")
ONE_DAY = row("closed", "2025-03-16", "2025-03-16")


@pytest.mark.parametrize(
    ("rows", "day", "passenger", "truck"),
    [
        ([], "2024-01-01", NOT_TOLD, NOT_TOLD),
        ([OPEN], "2018-12-31", NOT_TOLD, NOT_TOLD),
        ([OPEN], "2024-01-01", "open", "open"),
        ([PANDEMIC], "2020-03-15", "restricted", NOT_TOLD),  # on its first day it is sure
        ([PANDEMIC], "2020-03-16", END, NOT_TOLD),  # afterwards nothing tells
        ([PANDEMIC], "2024-01-01", END, NOT_TOLD),
        ([SUPERSEDED], "2021-06-01", END, NOT_TOLD),  # it may have ended before its successor began
        ([SUPERSEDED, CLOSED], "2021-11-09", "closed", "closed"),
        ([PANDEMIC, CLOSED], "2024-01-01", "closed", "closed"),
        ([OPEN, PANDEMIC], "2024-01-01", END, "open"),  # whether the limit still holds is not told
        ([OPEN, CLOSED], "2021-11-08", "open", "open"),
        ([CLOSED, row("open", "2022-01-01", None, ("truck",))], "2024-01-01", "closed", "open"),
        ([OPEN, ONE_DAY], "2025-03-16", "closed", "closed"),
        ([OPEN, ONE_DAY], "2025-03-17", "open", "open"),  # what stood before stands again
        ([row("open", "2023-02-01", "2023-02-28")], "2023-03-01", NOT_TOLD, NOT_TOLD),  # seen in a month
        ([row("closed", None)], "2024-01-01", NOT_TOLD, NOT_TOLD),
        ([row("closed", "2021-01-01", None, ())], "2024-01-01", "closed", "closed"),  # traffic not told
        ([row("closed", "2021-01-01", crossing="y")], "2024-01-01", NOT_TOLD, NOT_TOLD),
    ],
)
def test_status_on_a_day(
    rows: list[CrossingStatus], day: str, passenger: str | Unknown, truck: str | Unknown
) -> None:
    for order in (rows, rows[::-1]):
        found = status_on(CROSSING, order, Date.fromisoformat(day))
        assert found == {"passenger": passenger, "truck": truck}


def test_traffic_that_only_a_row_speaks_of_is_told_too() -> None:
    found = status_on(CROSSING, [row("restricted", "2025-03-19", None, ("pedestrian",))], Date(2025, 4, 1))
    assert found == {"passenger": NOT_TOLD, "truck": NOT_TOLD, "pedestrian": "restricted"}


def test_a_crossing_without_traffic_is_asked_for_all() -> None:
    bare = Crossing("x", "PL-BY", "road", (), None, None, ())
    assert status_on(bare, [CLOSED], Date(2024, 1, 1)) == {"all": "closed"}
