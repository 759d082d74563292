"""One language's way of writing numbers, dates and phrases, with a memory: a site says the same things often."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from babel.dates import format_date
from babel.numbers import format_decimal

from kordon.commentary.language import rough
from kordon.commentary.phrases import Phrases
from kordon.domain.assessment import Level, Reason
from kordon.domain.coded import Figure, FigureForm
from kordon.domain.measure import Crossing
from kordon.domain.quantity import Quantity, Rounding
from kordon.domain.time import Date, Span, Week
from kordon.site.safe import shorten
from kordon.vocabulary import Vocabulary

_FREE = (Rounding.EXACT, Rounding.ROUNDED, Rounding.VAGUE)


class Words:
    """Words of one language. Every method gives plain text; escaping is the templates' business."""

    def __init__(self, lang: str, phrases: Phrases, vocabulary: Vocabulary) -> None:
        self.lang = lang
        self._phrases = phrases
        self._vocabulary = vocabulary
        self._language = phrases.languages[lang]
        self._memory: dict[Any, str] = {}

    def _once(self, key: Any, make: Callable[[], str]) -> str:
        found = self._memory.get(key)
        if found is None:
            found = self._memory[key] = make()
        return found

    def say(self, key: str, **values: object) -> str:
        """A phrase of the site, made once for the same values; ``key`` is written without ``site-``."""
        return self._once(
            ("say", key, *values.items()), lambda: self._phrases.say(self.lang, f"site-{key}", **values).strip()
        )

    def because(self, reason: Reason) -> str:
        return self._once((reason.key, reason.values), lambda: self._phrases.because(self.lang, reason).strip())

    def label(self, name: str, term: str, case: str = "nom") -> str:
        """A label of the vocabulary; the id itself where the vocabulary that is loaded does not know it."""
        terms = self._vocabulary[name]
        return terms[term].label(self.lang, case) if term in terms else term

    def border(self, name: str) -> str:
        """The short name of a border, for headings and tables."""
        return self.label("borders", name, "short")

    def crossing(self, crossing: Crossing) -> str:
        """The name of a crossing point in this language, else in English, else any."""
        names = dict(crossing.names)
        name = names.get(self.lang) or names.get("en") or next(iter(names.values()), crossing.id)
        return shorten(name, 12)

    def number(self, value: float) -> str:
        """A count: no decimals from ten on, one below where there is a rest."""
        rounded = round(value) if abs(value) >= 10 or float(value).is_integer() else round(value, 1)
        return self._once(("n", rounded), lambda: self._language.number(rounded))

    def exact(self, value: float) -> str:
        """A length or a share as it was printed, to two decimals: '60.67', '60,67'."""
        return self._once(
            ("x", value), lambda: str(format_decimal(value, "#,##0.##", locale=self._language.locale))
        )

    def probability(self, value: float) -> str:
        """'0.93', '0,93'; nothing is called certain or impossible: '> 0.99', '< 0.01'."""
        hundredths = round(100 * value)
        sign = "< " if hundredths < 1 else "> " if hundredths > 99 else ""
        return sign + self._once(
            ("p", hundredths),
            lambda: str(format_decimal(min(99, max(1, hundredths)) / 100, "0.00", locale=self._language.locale)),
        )

    def chances(self, found: tuple[tuple[Level, float], ...]) -> str:
        """How likely each level is, likeliest first; levels without a chance are left out."""
        told = sorted((c for c in found if c[1] > 0), key=lambda c: (-c[1], c[0].rank))
        parts = [f"{self.label('levels', level.value)} {self.probability(chance)}" for level, chance in told]
        return self.say("level-chances", levels=", ".join(parts), count=len(parts))

    def rough(self, value: float) -> str:
        """An estimate, to the two digits that it can carry."""
        return self.number(rough(value))

    def interval(self, low: float, high: float) -> str:
        return self.say("interval", low=self.rough(low), high=self.rough(high))

    def join(self, parts: list[str]) -> str:
        """'a, b and c'."""
        return self._language.join(parts)

    def day(self, date: Date) -> str:
        """'2 June 2024', '2 чэрвеня 2024 года'."""
        return self._once(("day", date), lambda: self._language.day(date))

    def day_month(self, date: Date) -> str:
        """'2 June'."""
        return self._once(("dm", date), lambda: self._language.day(date, dated=False))

    def month(self, date: Date, width: str = "LLL") -> str:
        return self._once(("m", date.month, width), lambda: format_date(date, width, locale=self._language.locale))

    def week(self, week: Week) -> str:
        """The week's days with the year: '27 May – 2 June 2024'."""
        return self.days(week.monday, week.sunday)

    def week_short(self, week: Week) -> str:
        """The week's days without the year, for pagers and tables: '13–19 May'."""
        return self._once(("ws", week), lambda: self._language.range(week.monday, week.sunday, dated=False))

    def days(self, first: Date, last: Date) -> str:
        """A run of days with the year, which is written twice only where it changes."""
        return self._once(("days", first, last), lambda: self._language.range(first, last))

    def span(self, span: Span) -> str:
        """When something happened, as exactly as it is known and no more."""
        first, last = span.start, span.end
        if first is None and last is None:
            return self.say("span-untold")
        if first is None:
            assert last is not None
            return self.say("span-until", day=self.day(last))
        if last is None:
            return self.say("span-since", day=self.day(first))
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
            return self.say("span-year", year=str(first.year))
        if _whole_month(first, last):
            return self._once(("month", first), lambda: self._language.month(first))
        return self.days(first, last)

    def quantity(self, quantity: Quantity) -> str:
        """A printed number with its own word: 'almost 3,000'."""
        number = self.number(quantity.best)
        if quantity.rounding is Rounding.RANGE and quantity.high is not None:
            return self.say("interval", low=self.number(quantity.low), high=self.number(quantity.high))
        if quantity.rounding in _FREE:
            return number
        return self.say("rounded", word=str(quantity.rounding), number=number)

    def figure(self, figure: Figure) -> str:
        """'over 200 attempts to cross a day'."""
        return self.say(
            "figure",
            number=self.quantity(figure.quantity),
            unit=self.label("units", figure.unit),
            per=figure.per or "",
            form="rate" if figure.form is FigureForm.RATE else "count",
        )


def _whole_month(first: Date, last: Date) -> bool:
    return (
        first.day == 1
        and (first.year, first.month) == (last.year, last.month)
        and (last + dt.timedelta(days=1)).day == 1
    )
