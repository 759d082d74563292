"""The JSON of a coded report is what its schema says."""

from __future__ import annotations

import datetime as dt

import jsonschema

from kordon.api.coded import json_schema, to_json
from kordon.domain.coded import Coded, Figure, FigureForm, Modality, Place
from kordon.domain.quantity import Quantity, Rounding
from kordon.domain.report import Evidence, Report
from kordon.domain.time import Span

TEXT = "Guards turned back 12 people on Tuesday."


def coded() -> Coded:
    report = Report("report-1", TEXT, published_at=dt.date(2024, 6, 5))
    figure = Figure(
        id="figure-1",
        form=FigureForm.COUNT,
        unit="prevented",
        quantity=Quantity.worded(12, Rounding.EXACT),
        place=Place(),
        span=Span.day(dt.date(2024, 6, 4)),
        modality=Modality.ACTUAL,
        evidence=(Evidence("report-1", 7, 28),),
        rule="test",
    )
    return Coded(report, figures=(figure,))


def test_every_item_carries_the_words_it_rests_on() -> None:
    shown = to_json(coded())
    assert shown["figures"][0]["evidence"] == [
        {"report": "report-1", "start": 7, "end": 28, "words": "turned back 12 people"}
    ]
    assert shown["figures"][0]["span"] == {"start": "2024-06-04", "end": "2024-06-04", "precision": "day"}


def test_what_is_printed_is_valid_under_the_schema() -> None:
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(to_json(coded()))


def test_the_schema_refuses_what_is_not_in_it() -> None:
    validator = jsonschema.Draft202012Validator(json_schema())
    shown = to_json(coded())
    assert not validator.is_valid({**shown, "surprise": 1})
    assert not validator.is_valid({key: value for key, value in shown.items() if key != "figures"})
