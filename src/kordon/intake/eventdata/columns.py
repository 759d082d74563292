"""The one table in which events of every dataset are kept.

The first columns are those of the table of events that indicators are evaluated over, under the same names and
with the same meaning, so that a folder of imported events can be evaluated as it is; the rest is what the dataset
says.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from kordon.intake.eventdata.layout import Layout

Type = Literal["text", "texts", "day", "number", "count", "line", "flag"]

# Name -> (type, what stands there). An empty cell is "not told", never zero.
COLUMNS: Mapping[str, tuple[Type, str]] = {
    "gate": ("text", "empty: a row is one whole act"),
    "act": ("text", "empty: a row is one whole act"),
    "id": ("text", "dataset:source_id; never empty, once only"),
    "report": ("text", "empty: no report of the register tells of it"),
    "border": ("text", "the border that the place lies at, by the distance and precision that the document names"),
    "day": ("count", "the first day as a number: days since the end of the year 0, as date.toordinal() counts"),
    "week": ("count", "the week with most of its days, (day - 1) // 7; empty where days are known to the month"),
    "kind": ("text", "our kind of incident by the rules of the document; empty where no act is told"),
    "means": ("texts", "means that the rule names, or that the kind implies"),
    "means_rank": ("number", "the highest rank of these means"),
    "side": ("text", "empty: not told"),
    "times": ("number", "empty: not told"),
    "people": ("number", "empty: not told"),
    "injured": ("number", "empty: not told"),
    "killed": ("number", "best estimate of deaths"),
    "clash": ("text", "empty: not told"),
    "grade_letter": ("text", "reliability of the dataset where the document grades it"),
    "grade_digit": ("count", "credibility of the dataset where the document grades it"),
    "warning_shots": ("flag", "empty: not told"),
    "dataset": ("text", "the name of the dataset's document"),
    "source_id": ("text", "the id of the event in its dataset; never empty, once only"),
    "day_start": ("day", "first day; never empty"),
    "day_end": ("day", "last day, inclusive; never empty; the first where the dataset tells one day"),
    "day_precision": ("text", "how well the days are known: day, days, week, month, longer"),
    "country": ("text", "the country as the dataset writes it (a name, or a code)"),
    "admin1": ("text", "the first-order unit as the dataset writes it"),
    "place": ("text", "the place as named"),
    "latitude": ("number", "degrees north, WGS84"),
    "longitude": ("number", "degrees east, WGS84"),
    "place_precision": (
        "text",
        "what the coordinates stand for: place, near, admin2, admin1, area, country, international",
    ),
    "actor": ("text", "who acted, as named; of two sides the first named"),
    "actor_country": ("text", "the actor's country, as coded"),
    "actor_type": ("text", "the actor's type, as coded"),
    "recipient": ("text", "the other side, as named"),
    "recipient_country": ("text", "its country, as coded"),
    "recipient_type": ("text", "its type, as coded"),
    "event_type": ("text", "the type as in the dataset"),
    "event_subtype": ("text", "the subtype, mode or full code as in the dataset"),
    "event_context": ("text", "the contexts or the interaction as in the dataset"),
    "text": ("text", "what the dataset writes about the event"),
    "fatalities_low": ("count", "lowest estimate of deaths"),
    "fatalities_best": ("count", "best estimate of deaths, or the only one"),
    "fatalities_high": ("count", "highest estimate of deaths"),
    "intensity": ("number", "conflict to cooperation, -10 to 10, on the dataset's own scale"),
    "tone": ("number", "average tone of the documents"),
    "source_url": ("text", "address of the source"),
    "source_text": ("text", "the source as named"),
    "known_on": ("day", "day on which the dataset says that the row, or its report, was published"),
    "file": ("text", "the file that the row stood in"),
    "line": ("line", "the line on which the row began, counted from 1"),
}
REQUIRED = ("source_id", "day_start")  # a row without them is no event
FROM_EXPORT = tuple(list(COLUMNS)[list(COLUMNS).index("source_id") : list(COLUMNS).index("file")])


def schema(layout: Layout) -> Any:
    """The pyarrow schema, with the licence of the dataset in its metadata."""
    import pyarrow as pa

    types = {
        "text": pa.string(),
        "texts": pa.list_(pa.string()),
        "day": pa.date32(),
        "number": pa.float64(),
        "count": pa.int32(),
        "line": pa.int64(),
        "flag": pa.bool_(),
    }
    fields = [pa.field(name, types[kind], metadata={"told": told}) for name, (kind, told) in COLUMNS.items()]
    return pa.schema(fields, metadata=layout.metadata)
