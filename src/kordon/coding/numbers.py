"""Numbers as they are printed: digits with the marks of the language, words, 'almost', ranges, 'several'."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from operator import itemgetter
from typing import NamedTuple

from kordon.coding.automaton import Token
from kordon.coding.lexicon import Settings
from kordon.coding.sentences import Sentence
from kordon.domain.quantity import Quantity, Rounding

SCALES = (100.0, 1000.0, 1_000_000.0)
NEAR = 34  # letters between a number and the noun it counts, at most


_PERCENT = re.compile(r"\s*%")
_SHORTENED = re.compile(r"\.\s+[^\W\d_A-Z]")
_BREAK = re.compile(r"[;:.(]|,\s")
_APART = re.compile(r"[,.;]|\d")
_START = itemgetter(0)


class Number(NamedTuple):
    """A quantity at ``start..end``, the noun that it counts, and what the words around it say.

    ``unit`` is ``percent``, a unit of length or time, or empty for things that are counted. ``times`` is true of
    'twice'. ``bare``: no noun follows.
    """

    start: int
    end: int
    quantity: Quantity
    noun: Token | None
    unit: str = ""
    per: str | None = None
    average: bool = False
    stop: int = 0  # where the words that belong to the number end

    @property
    def bare(self) -> bool:
        return self.noun is None


class _Raw(NamedTuple):
    start: int
    end: int
    value: float
    quantity: Quantity | None
    whole: bool


@cache
def _digits(thousands: str, decimal: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A number in digits, and the marks in it that only part its thousands."""
    mark = re.escape(thousands)
    if thousands == " ":
        mark = r"[ \u00a0\u202f]"
    marks = [mark, r"[\u00a0\u202f]", r"\."] if decimal != "." else [mark, r"[\u00a0\u202f]"]
    parted = "|".join(rf"\d{{1,3}}(?:{m}\d{{3}})+(?!\d)" for m in marks)
    number = re.compile(
        rf"(?<![\w.,:/])(?:(?<!-)|(?<=\d-))(?:{parted}|\d+)(?:{re.escape(decimal)}\d+)?(?![\d:/]|[.,]\d)"
    )
    point = "" if decimal == "." else "."
    return number, re.compile(rf"[{re.escape(thousands)}{point}\u00a0\u202f]")


def _raw_digits(sentence: Sentence, settings: Settings, taken: list[tuple[int, int]]) -> list[_Raw]:
    found = []
    pattern, marks = _digits(settings.thousands, settings.decimal)
    for match in pattern.finditer(sentence.text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        if taken and any(a < end and start < b for a, b in taken):
            continue
        text = match[0]
        if not text.isdecimal():
            whole, _, part = text.partition(settings.decimal)
            text = f"{marks.sub('', whole)}.{part}" if part else marks.sub("", whole)
        try:
            value = float(text)
        except ValueError:
            continue
        if value < 1e9:
            found.append(_Raw(start, end, value, None, "." not in text))
    return found


def _raw_words(sentence: Sentence, taken: list[tuple[int, int]]) -> list[_Raw]:
    """Number words; a run of them is put together: 'two hundred and fifty'."""
    found: list[_Raw] = []
    run: list[Token] = []

    def close() -> None:
        if run:
            total = 0.0
            part = 0.0
            for token in run:
                value = float(token.entry.value)
                if value >= 100:
                    part = max(part, 1.0) * value
                    if value >= 1000:
                        total, part = total + part, 0.0
                else:
                    part += value
            found.append(_Raw(run[0].start, run[-1].end, total + part, None, True))
            run.clear()

    for token in sentence.tokens:
        if token.cls == "vague":
            close()
            best, low, high = token.entry.value
            quantity = Quantity(best, low, high, Rounding.VAGUE)
            found.append(_Raw(token.start, token.end, float(best), quantity, True))
        elif token.cls == "num" and not any(a < token.end and token.start < b for a, b in taken):
            if run and len(sentence.words(run[-1].end, token.start)) > 5:
                close()
            elif run and float(run[-1].entry.value) < 20 and float(token.entry.value) < 100:
                close()  # 'two, three'
            run.append(token)
        elif token.concept != "link.and":
            close()
    close()
    return found


def _scaled(raws: list[_Raw], sentence: Sentence) -> list[_Raw]:
    """Digits before a word of size: '11.2 thousand'."""
    result: list[_Raw] = []
    for raw in sorted(raws):
        before = result[-1] if result else None
        if before is None or raw.quantity is not None or before.quantity is not None:
            result.append(raw)
        elif raw.value in SCALES and before.value < 1000 and sentence.words(before.end, raw.start).strip() == "":
            result[-1] = _Raw(before.start, raw.end, before.value * raw.value, None, True)
        elif (
            before.value >= 1000
            and before.value % 1000 == 0
            and 0 < raw.value < 1000
            and sentence.words(before.end, raw.start).strip(" .\u00a0") == ""
            and not sentence.text[before.start - sentence.start : before.end - sentence.start].isdecimal()
        ):
            result[-1] = _Raw(before.start, raw.end, before.value + raw.value, None, True)  # '2 tys. 643'
        else:
            result.append(raw)
    return result


def numbers_of(sentence: Sentence, settings: Settings, taken: list[tuple[int, int]]) -> list[Number]:
    """Every number of a sentence in order, but those that are part of a date (``taken``)."""
    raws = _raw_digits(sentence, settings, taken) if sentence.digits else []
    if sentence.has("num", "vague"):
        raws += _raw_words(sentence, taken)
        raws = _scaled(raws, sentence)
    if not raws:
        return []
    joined = _ranges(raws, sentence, settings)
    return [_number(raw, _approximation(raw, sentence), sentence) for raw in joined]


def _approximation(raw: _Raw, sentence: Sentence) -> Token | None:
    """The word beside a number that says how exact it is: 'almost 300', '300 or so'."""
    approx: Sequence[Token] = sentence.cls("approx")
    for token in approx[::-1]:
        if (
            token.end <= raw.start
            and token.entry.rel != "after"
            and not sentence.words(token.end, raw.start).strip(" .\u00a0\n")
        ):
            return token
    for token in approx:
        if (
            token.entry.rel == "after"
            and 0 <= token.start - raw.end < NEAR // 2
            and not _APART.search(sentence.words(raw.end, token.start))
        ):
            return token
    return None


def _ranges(raws: list[_Raw], sentence: Sentence, settings: Settings) -> list[_Raw]:
    """'2,000 to 4,000', '20–30', 'three or four' become one number."""
    if len(raws) < 2:
        return raws
    joiners = {"-", "–", "—", *settings.between}
    ands, betweens = sentence.all("link.and"), sentence.all("link.between")
    result: list[_Raw] = []
    for raw in raws:
        before = result[-1] if result else None
        if (
            before is not None
            and before.quantity is None
            and raw.quantity is None
            and before.value < raw.value <= before.value * 100
            and sentence.words(before.end, raw.start).strip().lower() in joiners
            and (
                not any(before.end <= t.start < raw.start for t in ands)  # '5 in Latvia and 12', unless
                or any(0 <= before.start - t.end <= 2 for t in betweens)  # 'between 20 and 30'
            )
        ):
            scale = 1000.0 if before.value < 10 and raw.value >= 1000 and raw.value % 1000 == 0 else 1.0
            low = before.value * scale
            quantity = Quantity((low + raw.value) / 2, low, raw.value, Rounding.RANGE)
            result[-1] = _Raw(before.start, raw.end, raw.value, quantity, True)
        else:
            result.append(raw)
    return result


def _number(raw: _Raw, cue: Token | None, sentence: Sentence) -> Number:
    start = raw.start
    if raw.quantity is not None:
        quantity = raw.quantity
        if cue is not None and cue.start < start:
            start = cue.start
    elif cue is not None:
        quantity = Quantity.worded(raw.value, Rounding(cue.entry.value))
        start = min(start, cue.start)
    else:
        quantity = Quantity.exactly(raw.value)
    mark = _PERCENT.match(sentence.text, raw.end - sentence.start)
    if mark is not None:
        end = sentence.start + mark.end()
        return Number(start, end, quantity, None, "percent", stop=end)
    return _counting(start, raw, quantity, sentence)


def _counts_years(size: Token, sentence: Sentence) -> bool:
    """Whether a word of size is anything but a bare word for years, which has no number before it."""
    if size.entry.value != "year":
        return True
    before = sentence.text[max(0, size.start - sentence.start - 5) : size.start - sentence.start]
    numbered = any(c.isdigit() for c in before) or any(0 <= size.start - t.end <= 2 for t in sentence.cls("num"))
    return numbered or any(0 <= size.start - t.end <= 12 for t in sentence.cls("time"))


def _counting(start: int, raw: _Raw, quantity: Quantity, sentence: Sentence) -> Number:
    """A number with the noun, the size and the rate that the words after it tell."""
    noun: Token | None = None
    unit, per, stop = "", None, raw.end
    tokens = sentence.tokens
    first = bisect_left(tokens, raw.end, key=_START)
    average = any(0 <= raw.start - t.end < 12 for t in sentence.all("rate.average"))
    if any(t.entry.value == "hour" and 0 <= raw.start - t.end <= 2 for t in sentence.cls("size")):
        unit = "hour"  # 'godz. 5'
    if any(0 < raw.start - t.end <= 2 and not _counts_years(t, sentence) for t in sentence.cls("size")):
        unit = "year"  # 'лет тридцати'
    limit = raw.end + NEAR * 2
    after = raw.end - sentence.start
    if _SHORTENED.match(sentence.text, after):
        after += 1  # '3.5 tys. osób': the full stop of an abbreviation parts nothing
    mark = _BREAK.search(sentence.text, after, limit - sentence.start)
    if mark is not None:
        limit = sentence.start + mark.end() - 1
    for token in tokens[first:]:
        if token.start > limit:
            break
        gap = token.start - raw.end
        if token.cls == "size" and noun is None and gap < 4:
            unit = str(token.entry.value)
        elif token.cls == "noun" and noun is None and gap <= NEAR:
            noun = token
        elif token.cls in ("num", "number", "clause") and token.start > raw.end:
            break
        elif token.concept == "rate.per" and per is None:
            per, stop = str(token.entry.value), token.end
        elif token.concept == "rate.average":
            average = True
    if noun is not None:
        stop = max(stop, noun.end)
    return Number(start, raw.end, quantity, noun, unit, per, average, stop)
