"""The columns of every public table, so that a table is recognised by its header and not by its file name."""

from __future__ import annotations

from kordon.geo.rows import Shape

_PUBLISHED = ("published_at", "published_basis", "note")

ATTEMPTS = Shape(
    "attempts",
    ("border", "period_start", "period_end", "count", "rounding", "unit", "source_url"),
    (*_PUBLISHED, "grade"),
)
TOTALS = Shape(
    "totals_combined",
    ("period_start", "period_end", "count", "rounding", "source_url"),
    (*_PUBLISHED, "grade", "group"),
)
INCIDENTS = Shape(
    "incidents",
    ("id", "date", "border", "actor_type", "action", "source_url"),
    (
        *("date_to", "place", "actor", "claimed_by", "target", "clash_id"),
        *("count_people", "injured", "killed", "grade"),
        *_PUBLISHED,
    ),
)
MEASURES = Shape(
    "measures",
    ("id", "country", "kind", "status", "place", "borders", "in_force_from", "in_force_to", "source_url"),
    ("crossing_ids", "traffic", "decided_on", "extends", "basis", "grade", *_PUBLISHED),
)
STATUSES = Shape(
    "crossing_status",
    ("id", "crossing_id", "status", "traffic", "from", "to", "source_url"),
    ("to_unknown", "superseded_by", "as_of", "date_precision", "restriction", "decided_by", "note"),
)
PLACES = Shape(
    "places",
    ("id", "kind", "country", "lat", "lon", "name_en"),
    (
        *("admin", "name_*", "forms_*", "inflected_forms_grammar", "names_not_in_source"),
        *("source_url", "note", "priority"),
    ),
)
CROSSINGS = Shape(
    "crossings",
    ("id", "border", "kind", "name_eu_side", "name_en", "lat", "lon", "traffic"),
    ("name_by_side_*", "other_names", "section_guard", "source_url", "coord_basis", "priority"),
)
ACTORS = Shape(
    "actors",
    ("id", "country", "kind", "name_en", "abbreviations"),
    ("name_*", "other_names", "names_unchecked", "source_url", "note", "priority"),
)
SECTIONS = Shape(
    "sections",
    ("id", "border", "kind", "name_native", "length_km", "since"),
    (
        *("unit_above", "seat_lat", "seat_lon", "barrier_physical_km", "barrier_electronic_km", "share_pct"),
        *("terrain", "source_url", "note"),
    ),
)
SHAPES = (ATTEMPTS, TOTALS, INCIDENTS, MEASURES, CROSSINGS, STATUSES, SECTIONS, PLACES, ACTORS)
