"""Border lines: lengths as the file states them, nearest points, and thin lines that stay near the full ones."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kordon.domain.errors import BadDocument
from kordon.geo.gazetteer import PUBLIC, load_gazetteer
from kordon.geo.lines import EARTH_KM, BorderLine, distance_km, load_lines, parse_lines, pixel_km
from kordon.vocabulary import Vocabulary

degrees = st.tuples(st.floats(20, 32), st.floats(50, 60))


def feature(kind: str, coordinates: str) -> str:
    geometry = f'{{"type": "{kind}", "coordinates": {coordinates}}}'
    return f'{{"features": [{{"properties": {{"border": "A"}}, "geometry": {geometry}}}]}}'


def test_lengths_are_those_that_the_file_states() -> None:
    features = json.loads((PUBLIC / "borders.geojson").read_text(encoding="utf-8"))["features"]
    lines = load_lines()
    assert list(lines) == [f["properties"]["border"] for f in features]
    for stated in (f["properties"] for f in features):
        line = lines[stated["border"]]
        assert line.length_km == pytest.approx(stated["length_km"], rel=0.005)
        assert line.official_km == stated["official_length_km"]


def test_every_assessed_border_has_a_line(vocabulary: Vocabulary) -> None:
    assert set(vocabulary.assessed_borders) <= set(load_lines())


def test_crossings_lie_at_their_border() -> None:
    lines = load_lines()
    for entry in load_gazetteer().crossings.values():
        crossing = entry.crossing
        if crossing.lat is not None and crossing.lon is not None:
            assert lines[crossing.border].nearest(crossing.lat, crossing.lon).km < 6, crossing.id


def test_a_degree_of_a_meridian() -> None:
    assert distance_km((25, 54), (25, 55)) == pytest.approx(EARTH_KM * math.pi / 180)


@given(degrees, degrees)
def test_distance_is_symmetric_and_zero_only_at_the_place(a: tuple[float, float], b: tuple[float, float]) -> None:
    assert distance_km(a, b) == pytest.approx(distance_km(b, a), abs=1e-9)
    assert distance_km(a, a) == 0


@given(st.integers(0, 2000), st.floats(0, 1))
def test_a_point_of_the_line_is_its_own_nearest(position: int, share: float) -> None:
    line = load_lines()["PL-BY"]
    points = line.parts[0]
    a, b = points[position % (len(points) - 1)], points[position % (len(points) - 1) + 1]
    lon, lat = a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])
    assert line.nearest(lat, lon).km < 0.001


@settings(deadline=None, max_examples=20)
@given(degrees)
def test_no_vertex_is_nearer_than_the_nearest_point(place: tuple[float, float]) -> None:
    lon, lat = place
    line = load_lines()["LV-BY"]
    nearest = line.nearest(lat, lon)
    vertices = min(distance_km((lon, lat), point) for part in line.parts for point in part)
    assert nearest.km <= vertices * 1.02 + 0.001  # the plane around the place errs far away from it


@pytest.mark.parametrize("pixels", [100, 300, 1000])
def test_a_thin_line_stays_within_half_a_pixel(pixels: int) -> None:
    for line in load_lines().values():
        thin = line.for_map(pixels)
        assert sum(map(len, thin.parts)) < sum(map(len, line.parts))
        for kept, part in zip(thin.parts, line.parts, strict=True):
            assert kept[0] == pytest.approx(part[0])
            assert kept[-1] == pytest.approx(part[-1])
        allowed = pixel_km([line], pixels) / 2 * 1.1
        for part in line.parts:
            for lon, lat in part[:: max(1, len(part) // 20)]:
                assert thin.nearest(lat, lon).km <= allowed


def test_several_lines_share_one_scale() -> None:
    lines = load_lines()
    one, both = pixel_km([lines["LV-BY"]], 300), pixel_km([lines["LV-BY"], lines["PL-BY"]], 300)
    assert both > one > 0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "not valid JSON"),
        ("[]", "no GeoJSON collection"),
        ("[" * 100_000, "not valid JSON"),
        ('{"features": [1]}', "feature 1: it has no border"),
        (feature("Point", "[1, 2]"), "no line"),
        (feature("LineString", "[[1, 2]]"), "fewer than two points"),
        (feature("LineString", "[[1, 2], [NaN, 3]]"), "not on Earth"),
        (feature("LineString", '[[1], "x"]'), "no pair of numbers"),
    ],
)
def test_a_broken_file_gets_a_sentence(text: str, words: str) -> None:
    with pytest.raises(BadDocument, match=words):
        parse_lines(text, "lines.geojson")


def test_a_folder_adds_a_line_and_may_not_repeat_one(tmp_path: Path) -> None:
    public = tmp_path / "public"
    public.mkdir()
    more = {
        "properties": {"border": "EE-RU"},
        "geometry": {"type": "LineString", "coordinates": [[28.0, 59.0], [28.2, 59.4]]},
    }
    (public / "more.geojson").write_text(json.dumps({"features": [more]}))
    line = load_lines(tmp_path)["EE-RU"]
    assert isinstance(line, BorderLine)
    assert line.official_km is None
    (public / "twice.geojson").write_text(json.dumps({"features": [more]}))
    load_lines.cache_clear()
    with pytest.raises(BadDocument, match="it has a line already"):
        load_lines(tmp_path)
