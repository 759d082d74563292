"""What was proposed when a government decided: hits, misses, and weeks that were not assessed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from kordon.domain.assessment import Assessment, Level, Reason, Trend
from kordon.domain.coded import Place, Status
from kordon.domain.measure import Measure, Option, Proposal
from kordon.domain.time import Precision, Span, Week
from kordon.measures.hindcast import LOOK_BACK, calls

WEEK = Week(2024, 24)
MEASURE = Measure(
    "M", "buffer_zone", Status.IN_FORCE, ("PL",), Place(borders=("PL-BY",)), (), WEEK.monday,
    Span(WEEK.sunday, None, Precision.DAY), None, "", "", WEEK.monday, (),
)  # fmt: skip


def assessed(week: Week, level: Level = Level.HIGH) -> Assessment:
    return Assessment(
        id=f"a-{week}", border="PL-BY", week=week, as_of=week.sunday, criteria="c", level=level, scored=level,
        trend=Trend.SAME, assessed=2, of=6, factors=(), triggers=(), consult=(), expires=None,
        reason=Reason("r"), trend_reason=Reason("r"),
    )  # fmt: skip


def proposed(week: Week, kind: str) -> Proposal:
    option = Option("R3", kind, "b", (), 90, (), (), (), Reason("r"))
    return Proposal(f"p-{week}", "PL-BY", week, "a", "0", "R2", "R4", (option,), Reason("r"), ())


def tables(back: int, kind: str) -> tuple[dict[tuple[str, Week], Assessment], dict[tuple[str, Week], Proposal]]:
    weeks = [WEEK - n for n in range(back)]
    return {("PL-BY", w): assessed(w) for w in weeks}, {("PL-BY", w): proposed(w, kind) for w in weeks}


def test_a_hit_tells_for_how_many_weeks_without_a_break() -> None:
    assessments, proposals = tables(5, "buffer_zone")
    proposals["PL-BY", WEEK - 3] = proposed(WEEK - 3, "barrier")
    (call,) = calls([MEASURE], assessments, proposals)
    assert (call.proposed, call.weeks, call.level, call.lowest, call.highest) == (True, 3, Level.HIGH, "R2", "R4")


def test_it_looks_no_further_back_than_it_says() -> None:
    (call,) = calls([MEASURE], *tables(30, "buffer_zone"))
    assert call.weeks == LOOK_BACK


def test_a_miss_is_told_and_so_is_a_week_that_was_not_assessed() -> None:
    assessments, proposals = tables(1, "barrier")
    proposals["PL-BY", WEEK - 1] = proposed(WEEK - 1, "buffer_zone")  # the range knows the kind
    (call,) = calls([MEASURE], assessments, proposals)
    assert (call.proposed, call.weeks) == (False, 0)
    assessments["PL-BY", WEEK] = assessed(WEEK, Level.NOT_ASSESSED)
    (call,) = calls([MEASURE], assessments, proposals)
    assert call.level is Level.NOT_ASSESSED


def test_only_measures_taken_and_of_kinds_that_a_range_holds_are_looked_at() -> None:
    assessments, proposals = tables(1, "buffer_zone")
    planned = replace(MEASURE, id="planned", status=Status.PLANNED)
    other = replace(MEASURE, id="other", kind="visa_restriction")
    elsewhere = replace(MEASURE, id="elsewhere", decided_on=dt.date(1999, 1, 1))
    assert calls([planned, other, elsewhere], assessments, proposals) == ()
