"""The iCalendar feed, line by line (RFC 5545): stable UIDs, UTC stamps, folded lines, escaped text."""

from __future__ import annotations

import datetime as dt
import re

import icalendar
import pytest

from kordon.api.calendar import calendar, plain
from kordon.commentary.phrases import Phrases, load_phrases
from kordon.domain.time import Date
from kordon.measures.life import Happening, What
from kordon.vocabulary import Vocabulary

HOSTILE = "ZONE\r\nEND:VEVENT\nBEGIN:VALARM; a, b \\ \x07\x00 " + "ж" * 90
TOLD = dt.datetime(2024, 6, 12, 11, 30, tzinfo=dt.timezone(dt.timedelta(hours=2)))


@pytest.fixture(scope="module")
def phrases(vocabulary: Vocabulary) -> Phrases:
    return load_phrases(vocabulary, indicators={})


def happening(name: str = "ZONE-1", what: What = What.ENDS, **more: object) -> Happening:
    values = {"kind": "buffer_zone", "borders": ("PL-BY",), "day": Date(2024, 9, 10), "off": False, "told": TOLD,
              "changes": 3, "notice": 0}  # fmt: skip
    return Happening(id=f"happening-{what.value}", measure=name, what=what, **(values | more))  # type: ignore[arg-type]


@pytest.mark.parametrize("lang", ["en", "be", "ru"])
def test_a_day_is_an_event(phrases: Phrases, lang: str) -> None:
    days = [happening(what=what, notice=21 if what is What.DOSSIER else 0) for what in What]
    written = calendar(days, phrases, lang, "example.org")
    events = icalendar.Calendar.from_ical(written).walk("VEVENT")
    assert len(events) == 4
    for event, day in zip(events, days, strict=True):
        assert event["uid"] == f"{day.id}@example.org"
        assert event["dtstart"].dt == Date(2024, 9, 10)
        assert event["dtend"].dt == Date(2024, 9, 11)  # the day after: an end is not part of the event
        assert event["dtstamp"].dt == TOLD
        assert event["sequence"] == 3
        assert "ZONE-1" in event["summary"]
    assert b"DTSTAMP:20240612T093000Z\r\n" in written
    assert written.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert calendar(days, phrases, lang, "example.org") == written


def test_what_will_not_come_about_is_cancelled(phrases: Phrases) -> None:
    assert b"STATUS:CANCELLED" in calendar([happening(off=True)], phrases, "en")
    assert b"STATUS:CONFIRMED" in calendar([happening()], phrases, "en")


def test_hostile_text_stays_text(phrases: Phrases) -> None:
    written = calendar([happening(HOSTILE)], phrases, "be", "a\r\nb")
    lines = written.split(b"\r\n")
    assert written.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert b"\n" not in written.replace(b"\r\n", b"")
    assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", written)
    assert [line for line in lines if line.startswith((b"BEGIN:", b"END:"))] == [
        b"BEGIN:VCALENDAR", b"BEGIN:VEVENT", b"END:VEVENT", b"END:VCALENDAR",
    ]  # fmt: skip
    for line in lines:
        line.decode("utf-8")  # no letter is cut in two
    [event] = icalendar.Calendar.from_ical(written).walk("VEVENT")
    assert plain(HOSTILE) in str(event["summary"])
