"""The days of measures as an iCalendar feed (RFC 5545), which calendars can subscribe to.

Written by the package ``icalendar``, which folds long lines and escapes text; control characters, which no text of
the format may hold, are taken out before.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from icalendar import Calendar, Event

from kordon.commentary.phrases import Phrases
from kordon.measures.life.dates import Happening, What

PRODUCT = "-//Kordon//Measures//EN"
_HIDDEN = {n: None for n in (*range(32), *range(127, 160), 0x2028, 0x2029) if n != 10}


def calendar(
    happenings: Iterable[Happening], phrases: Phrases, lang: str, domain: str = "kordon.invalid"
) -> bytes:
    """The feed in one language. ``domain`` makes UIDs those of one deployment; they stay when a day moves."""
    feed = Calendar()
    feed.add("prodid", PRODUCT)
    feed.add("version", "2.0")
    feed.add("calscale", "GREGORIAN")
    feed.add("method", "PUBLISH")
    feed.add("x-wr-calname", plain(phrases.say(lang, "life-calendar")))
    for one in happenings:
        event = Event()
        stamp = one.told.astimezone(dt.UTC)
        event.add("uid", f"{one.id}@{plain(domain)}")
        event.add("dtstamp", stamp)
        event.add("last-modified", stamp)
        event.add("sequence", one.changes)
        event.add("dtstart", one.day)
        event.add("dtend", one.day + dt.timedelta(days=1))
        event.add("summary", plain(summary(one, phrases, lang)))
        event.add("categories", [one.what.value])
        event.add("status", "CANCELLED" if one.off else "CONFIRMED")
        event.add("transp", "TRANSPARENT")
        feed.add_component(event)
    written: bytes = feed.to_ical()
    return written


def summary(one: Happening, phrases: Phrases, lang: str) -> str:
    """One day in a few words."""
    words = {"measure": one.kind, "name": one.measure}
    if one.what is What.DOSSIER:
        return phrases.sentence(lang, "life-date-dossier", **words, days=one.notice)
    return phrases.sentence(lang, f"life-date-{one.what.value}", **words)


def plain(text: str) -> str:
    """Text without the control characters that RFC 5545 forbids; line ends become one kind."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_HIDDEN)
