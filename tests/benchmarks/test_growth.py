"""The picture of growth: a standalone document whose lines lie where the numbers say."""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[2]))  # benchmarks is a folder beside src, not a package of it

from benchmarks.growth import HEIGHT, WIDTH, plot

SVG = "{http://www.w3.org/2000/svg}"
NUMBERS = st.floats(1e-6, 1e12, allow_nan=False)
LINES = st.dictionaries(
    st.text(min_size=1, max_size=60).filter(lambda t: t.isprintable()),
    st.lists(st.tuples(NUMBERS, NUMBERS), min_size=1, max_size=6),
    min_size=1,
    max_size=7,
)


@given(LINES)
def test_every_point_and_name_lies_on_the_paper(series: Mapping[str, Sequence[tuple[float, float]]]) -> None:
    drawn = ET.fromstring(plot("Growth", series, "rows", "seconds"))
    assert len(drawn.findall(f"{SVG}polyline")) == len(series)
    dots = drawn.findall(f"{SVG}circle")
    assert len(dots) == sum(len(line) for line in series.values())
    for dot in dots:
        assert 0 < float(dot.attrib["cx"]) < WIDTH and 0 < float(dot.attrib["cy"]) < HEIGHT
    for text in drawn.findall(f"{SVG}text"):
        assert 0 < float(text.attrib["y"]) <= HEIGHT


def test_ten_times_the_work_is_one_step_wherever_it_is() -> None:
    drawn = ET.fromstring(plot("Growth", {"ours": [(1, 1), (10, 10), (100, 100)]}, "rows", "seconds"))
    a, b, c = (float(dot.attrib["cx"]) for dot in drawn.findall(f"{SVG}circle"))
    assert b - a == pytest.approx(c - b, abs=0.11)
    told = [t.text for t in drawn.findall(f"{SVG}text")]
    assert {"1", "10", "100", "ours", "rows", "seconds"} <= set(told)
    assert drawn.find(f"{SVG}title") is not None and "prefers-color-scheme: dark" in (
        drawn.find(f"{SVG}style").text or ""
    )  # type: ignore[union-attr]


def test_names_of_lines_do_not_cover_one_another() -> None:
    lines = {name: [(1.0, 1.0), (10.0, 5.0 + i / 100)] for i, name in enumerate(("one", "two", "three"))}
    drawn = ET.fromstring(plot("Growth", lines, "rows", "seconds"))
    heights = sorted(float(t.attrib["y"]) for t in drawn.findall(f"{SVG}text") if t.text in lines)
    assert all(b - a >= 15 for a, b in pairwise(heights))


@pytest.mark.parametrize("series", [{}, {"ours": []}, {"ours": [(1, 0)]}, {"ours": [(1, float("nan"))]}])
def test_what_a_log_axis_cannot_hold_is_refused(series: Mapping[str, Sequence[tuple[float, float]]]) -> None:
    with pytest.raises(ValueError, match="Growth"):
        plot("Growth", series, "rows", "seconds")
