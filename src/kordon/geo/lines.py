"""Border lines: their length, the point on a line that is nearest to a place, and thinner lines for small maps.

Coordinates are degrees (WGS 84), longitude first as in GeoJSON. Distances are great-circle on a sphere of the mean
Earth radius, which is within 0.6 % of the ellipsoid.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kordon.domain.errors import BadDocument
from kordon.geo.gazetteer import PUBLIC
from kordon.geo.rows import read_text

Point = tuple[float, float]  # lon, lat
EARTH_KM = 6371.0088


@dataclass(frozen=True, slots=True)
class Nearest:
    """A point on a line, and how far it lies from the place that was asked for."""

    lon: float
    lat: float
    km: float


@dataclass(frozen=True, slots=True)
class BorderLine:
    """One border as lines, in the order of the file. ``official_km`` is the length as published, where it is."""

    border: str
    parts: tuple[tuple[Point, ...], ...]
    official_km: float | None = None

    @property
    def length_km(self) -> float:
        """The length of these lines; at about 10 m detail it exceeds most published lengths."""
        return sum(distance_km(a, b) for part in self.parts for a, b in _pairs(part))

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east and north in degrees."""
        lons = [lon for part in self.parts for lon, _ in part]
        lats = [lat for part in self.parts for _, lat in part]
        return min(lons), min(lats), max(lons), max(lats)

    def nearest(self, lat: float, lon: float) -> Nearest:
        """The point of the line nearest to a place.

        Segments are taken as straight in a plane around the place (equirectangular), which errs by less than 0.5 %
        of the distance up to about 100 km; the distance given is great-circle.
        """
        squeeze = math.cos(math.radians(lat))
        best, found = math.inf, self.parts[0][0]
        for part in self.parts:
            for a, b in _pairs(part):
                ax, ay = (a[0] - lon) * squeeze, a[1] - lat
                bx, by = (b[0] - lon) * squeeze, b[1] - lat
                dx, dy = bx - ax, by - ay
                length = dx * dx + dy * dy
                t = 0.0 if length == 0 else max(0.0, min(1.0, -(ax * dx + ay * dy) / length))
                x, y = ax + t * dx, ay + t * dy
                if x * x + y * y < best:
                    best = x * x + y * y
                    found = (a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]))
        return Nearest(found[0], found[1], distance_km((lon, lat), found))

    def simplified(self, tolerance_km: float) -> BorderLine:
        """The line with fewer points; those left out lay within ``tolerance_km`` (Douglas and Peucker 1973)."""
        # Heavy, and only maps need it; it ships no types.
        from shapely.geometry import LineString  # type: ignore[import-untyped]

        _, south, _, north = self.bounds
        squeeze = math.cos(math.radians((south + north) / 2))
        tolerance = math.degrees(tolerance_km / EARTH_KM)
        parts = []
        for part in self.parts:
            line = LineString([(lon * squeeze, lat) for lon, lat in part]).simplify(
                tolerance, preserve_topology=False
            )
            parts.append(tuple((x / squeeze, y) for x, y in line.coords))
        return BorderLine(self.border, tuple(parts), self.official_km)

    def for_map(self, pixels: int) -> BorderLine:
        """The line as thin as a map of it that is ``pixels`` wide and high can show: half a pixel of tolerance."""
        return self.simplified(pixel_km([self], pixels) / 2)


def pixel_km(lines: Iterable[BorderLine], pixels: int) -> float:
    """The kilometres of a pixel when all ``lines`` together fill a map of ``pixels`` by ``pixels``."""
    boxes = [line.bounds for line in lines]
    west, south = min(box[0] for box in boxes), min(box[1] for box in boxes)
    east, north = max(box[2] for box in boxes), max(box[3] for box in boxes)
    middle = (south + north) / 2
    width = distance_km((west, middle), (east, middle))
    height = distance_km((west, south), (west, north))
    return max(width, height) / pixels


def distance_km(a: Point, b: Point) -> float:
    """The great-circle distance of two points (haversine formula)."""
    lat1, lat2 = math.radians(a[1]), math.radians(b[1])
    dlat, dlon = lat2 - lat1, math.radians(b[0] - a[0])
    h = math.sin(dlat / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin(dlon / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(h)))


@cache
def load_lines(*folders: Path) -> Mapping[str, BorderLine]:
    """Read ``data/public/*.geojson`` and ``public/*.geojson`` of each folder: lines by border, in file order.

    Raises :class:`~kordon.domain.errors.BadDocument` with file, place and remedy.
    """
    lines: dict[str, BorderLine] = {}
    for root in (PUBLIC, *(folder / "public" for folder in folders)):
        for path in sorted(root.glob("*.geojson")):
            name = f"data/public/{path.name}" if root == PUBLIC else str(path)
            for line in parse_lines(read_text(path, name), name):
                if line.border in lines:
                    raise BadDocument(name, f"border {line.border!r}", "it has a line already", "keep one of them")
                lines[line.border] = line
    return MappingProxyType(lines)


def parse_lines(text: str, name: str) -> tuple[BorderLine, ...]:
    """The lines of a GeoJSON text; see :func:`load_lines`."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadDocument(name, "", f"it is not valid JSON ({error})", "save it as GeoJSON") from None
    features = data.get("features") if isinstance(data, dict) else None
    if not isinstance(features, list):
        raise BadDocument(
            name, "", "it is no GeoJSON collection", 'write {"type": "FeatureCollection", "features": []}'
        )
    return tuple(_line(feature, f"feature {number}", name) for number, feature in enumerate(features, 1))


def _line(feature: Any, place: str, name: str) -> BorderLine:
    try:
        border = feature["properties"]["border"]
        official = feature["properties"].get("official_length_km")
        kind, coordinates = feature["geometry"]["type"], feature["geometry"]["coordinates"]
    except (TypeError, KeyError, AttributeError):
        remedy = "give it the property 'border' and a LineString or MultiLineString"
        raise BadDocument(name, place, "it has no border or no geometry", remedy) from None
    if not isinstance(border, str) or kind not in ("LineString", "MultiLineString"):
        raise BadDocument(name, place, "it is no line of a border", "use a LineString or MultiLineString")
    try:
        parts = tuple(
            tuple((float(p[0]), float(p[1])) for p in part)
            for part in ([coordinates] if kind == "LineString" else coordinates)
        )
        fits = all(-180 <= lon <= 180 and -90 <= lat <= 90 for part in parts for lon, lat in part)
    except (TypeError, ValueError, IndexError):
        raise BadDocument(name, place, "a coordinate is no pair of numbers", "write it as [lon, lat]") from None
    if not parts or not fits or any(len(part) < 2 for part in parts):
        problem = "a line has fewer than two points, or a point that is not on Earth"
        raise BadDocument(name, place, problem, "write coordinates as [lon, lat] in degrees")
    return BorderLine(border, parts, float(official) if isinstance(official, int | float) else None)


def _pairs(part: tuple[Point, ...]) -> Iterable[tuple[Point, Point]]:
    return pairwise(part)
