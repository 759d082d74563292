"""Issues on a register, for tests: what a run leaves there, as far as issues look at it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from kordon.domain.assessment import Assessment, Level, Reason, Trend
from kordon.domain.commentary import Claim, Draft, Sentence
from kordon.domain.reading import Coverage, Reading
from kordon.domain.record import Person
from kordon.domain.time import Date, Week
from kordon.register import Register

WEEK = Week(2024, 22)
AS_OF = Date(2024, 6, 3)
NOON = dt.datetime(2024, 6, 3, 12, tzinfo=dt.UTC)
WRITER = Person("desk-1", ("analyst",))
SECOND = Person("desk-2", ("analyst", "reviewer"))
EDITOR = Person("desk-3", ("editor",))
SAID = {
    "en": ("Guards counted 412 attempts", "About 2,500 attempts were made.", "A patrol was met with stones."),
    "be": ("Памежнікі налічылі 412 спроб", "Было каля 2 500 спроб.", "У патруль кідалі камяні."),
    "ru": ("Пограничники насчитали 412 попыток", "Было около 2 500 попыток.", "В патруль бросали камни."),
}


def reading(value: float, as_of: Date = AS_OF) -> Reading:
    return Reading(f"reading-p1-{as_of}", "p1", "PL-BY", WEEK, as_of, value, "attempts", Coverage(1.0))


def draft(area: str, lang: str, trend: Trend = Trend.WORSE) -> Draft:
    exact = (Claim("value", 412.0, reading(412).id),)
    rough = (Claim("~low", 2512.0, "reading-range"),)
    head, lede, more = SAID[lang]
    return Draft(
        f"draft-{area}-{lang}", area, WEEK, lang, AS_OF, trend,
        Sentence(head, "head", exact, (reading(412).id,)), Sentence(lede, "lede", rough, ("reading-range",)),
        ((Sentence(more, "more"),),), (), ("assessment-1",),
    )  # fmt: skip


def fill(register: Register, areas: tuple[str, ...] = ("security",)) -> None:
    """What a run leaves in a register, as far as issues look at it."""
    wide = replace(reading(2512.0), id="reading-range", indicator="p2", low=2512.0)
    register.record_readings([reading(412.0), wide])
    why = Reason("reason-level")
    register.record_assessments(
        [Assessment("assessment-1", "PL-BY", WEEK, AS_OF, "c" * 64, Level.LOW, Level.LOW, Trend.WORSE, (), 1, 1,
                    why, why)]
    )  # fmt: skip
    register.record_drafts(draft(area, lang) for area in areas for lang in SAID)
