"""Cells of an export -> columns of the common schema; what is wrong with a row is one sentence."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from typing import Any

import numpy as np

from kordon.intake.eventdata.borders import Borders
from kordon.intake.eventdata.columns import COLUMNS, REQUIRED, schema
from kordon.intake.eventdata.layout import SECONDS, Field, Layout, Rule

_NUMBER = r"^[+-]?(\d{1,15}(\.\d{0,30})?|\.\d{1,30})([eE][+-]?\d{1,2})?$"
_COUNT = r"^\d{1,9}(\.0+)?$"
_LIMITS = {"latitude": 90.0, "longitude": 180.0}
_ESTIMATES = ("fatalities_low", "fatalities_best", "fatalities_high")
_VAGUE = ("month", "longer")  # days that no week can be told from
_EPOCH = dt.date(1970, 1, 1)
_SHOWN = 60  # characters of a cell that a reason repeats
_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})
_REMEMBERED = 100_000  # combinations of codes whose rule is kept
_NO_ACT = Rule({}, None)

Reasons = dict[int, str]


class Converter:
    """Converts block by block; remembers which rule a combination of codes falls under."""

    def __init__(self, layout: Layout, borders: Borders, ranks: Mapping[str, float], latest: dt.date) -> None:
        """``ranks`` are those of the means; a day after ``latest`` has not come yet."""
        self._layout, self._borders, self._ranks, self._latest = layout, borders, ranks, latest
        self._rules: dict[tuple[str | None, ...], int] = {}
        self._days: dict[tuple[str, ...], dict[str, dt.date | None]] = {}

    def convert(self, cells: Mapping[str, Any], name: str, lines: Sequence[int]) -> tuple[Any, Reasons]:
        """A table with every row, and by its place the reason for each row that cannot be used.

        ``cells`` are the used columns of the export, ``name`` and ``lines`` say where each row stood.
        """
        import pyarrow as pa

        size, reasons = len(lines), Reasons()
        given = {column: self._clean(one) for column, one in cells.items()}
        found: dict[str, Any] = {}
        for ours, field in self._layout.fields.items():
            if field.always:
                found[ours] = pa.repeat(pa.scalar(field.always), size)
            elif field.column in given:
                found[ours] = self._column(ours, field, given[field.column], reasons)
        self._check_days(found, reasons)
        _contradictions(found, reasons)
        found |= {"dataset": self._same(self._layout.name, size), "file": self._same(name, size)}
        found["line"] = pa.array(lines, pa.int64())
        found |= self._for_indicators(found, given, size)
        shape = schema(self._layout)
        arrays = [found[f.name].cast(f.type) if f.name in found else pa.nulls(size, f.type) for f in shape]
        return pa.table(arrays, schema=shape), reasons

    @staticmethod
    def _same(word: str, size: int) -> Any:
        import pyarrow as pa

        return pa.repeat(pa.scalar(word, pa.string()), size)

    def _clean(self, cells: Any) -> Any:
        """Without spaces around; what stands for an empty cell is null."""
        import pyarrow as pa
        import pyarrow.compute as pc

        cells = pc.utf8_trim_whitespace(cells)
        empty = pc.is_in(cells, pa.array(["", *self._layout.empty]))
        return pc.if_else(empty, pa.scalar(None, pa.string()), cells)

    def _column(self, name: str, field: Field, cells: Any, reasons: Reasons) -> Any:
        """One of our columns; notes the rows whose cell does not fit."""
        import pyarrow as pa
        import pyarrow.compute as pc

        if name in REQUIRED:
            for row in _where(pc.is_null(cells)):
                reasons.setdefault(row, f"The column {field.column!r} is empty, and an event needs it.")
        kind = COLUMNS[name][0]
        if kind == "day":
            known = self._days.setdefault(field.formats, {})
            if len(known) > _REMEMBERED:
                known.clear()
            found = _mapped(cells, lambda text: _day(text, field.formats, known), pa.date32())
            problem = "is no day"
        elif kind == "number":
            found, problem = _matching(cells, _NUMBER, pa.float64()), "is no number"
        elif kind == "count":
            found, problem = _matching(cells, _COUNT, pa.int32()), "is no whole number from 0"
        elif field.codes is None:
            return cells
        else:
            codes = field.codes
            found, problem = _mapped(cells, codes.get, pa.string()), f"is none of the codes {', '.join(codes)}"
            if field.others:
                return found
            for_nothing = pa.array([code for code, ours in codes.items() if ours is None], pa.string())
            cells = pc.if_else(pc.is_in(cells, for_nothing), pa.scalar(None, pa.string()), cells)
        unread = pc.and_(pc.is_valid(cells), pc.is_null(found))
        _note(unread, cells, field.column, problem, reasons)
        if name in _LIMITS:
            beyond = f"is no {name}: it is beyond {_LIMITS[name]:g} degrees"
            _note(pc.greater(pc.abs(found), _LIMITS[name]), cells, field.column, beyond, reasons)
        return found

    def _check_days(self, found: dict[str, Any], reasons: Reasons) -> None:
        """Days that the dataset cannot tell of, and an end before the start; no end is the same day."""
        import pyarrow.compute as pc

        first = self._layout.first_day
        start = found["day_start"]
        end = found["day_end"] = pc.coalesce(found.get("day_end", start), start)
        for row in _where(pc.less(start, first)):
            reasons.setdefault(
                row, f"The event is dated {start[row]}, before {first}, with which the dataset begins."
            )
        for row in _where(pc.less(end, start)):
            told = f"ends on {end[row]}, before it starts on {start[row]}"
            reasons.setdefault(row, f"The event {told}; correct the dates in the export.")
        for row in _where(pc.greater(end, self._latest)):
            reasons.setdefault(row, f"The event is dated {end[row]}, a day that has not come yet.")

    def _for_indicators(self, found: Mapping[str, Any], given: Mapping[str, Any], size: int) -> dict[str, Any]:
        """The columns that indicators are evaluated over."""
        import pyarrow as pa
        import pyarrow.compute as pc

        days = [pc.add(pc.cast(found[name], pa.int32()), _EPOCH.toordinal()) for name in ("day_start", "day_end")]
        start, end = (pc.fill_null(d, 1).to_numpy(zero_copy_only=False).astype(np.int64) for d in days)
        no_day = pc.is_null(days[0]).to_numpy(zero_copy_only=False)
        no_week = no_day | _among(found.get("day_precision"), _VAGUE, size)
        rules = [*self._layout.kinds, _NO_ACT]
        ruled = pa.array(self._ruled(given, size), pa.int32())
        ranks = [max((self._ranks[m] for m in rule.means), default=None) for rule in rules]
        made = {
            "id": pc.binary_join_element_wise(found["dataset"], found["source_id"], ":"),
            "border": pa.array(self._at_border(found, size), pa.string()),
            "day": days[0],
            "week": pa.array(main_week(start, end), pa.int32(), mask=no_week),
            "kind": pa.array([rule.kind for rule in rules], pa.string()).take(ruled),
            "means": pa.array([list(rule.means) for rule in rules], pa.list_(pa.string())).take(ruled),
            "means_rank": pa.array(ranks, pa.float64()).take(ruled),
        }
        if "fatalities_best" in found:
            made["killed"] = found["fatalities_best"]
        if self._layout.grade:
            made["grade_letter"] = self._same(self._layout.grade[0], size)
            made["grade_digit"] = pa.repeat(pa.scalar(int(self._layout.grade[1])), size)
        return made

    def _at_border(self, found: Mapping[str, Any], size: int) -> list[str | None]:
        if "latitude" not in found or "longitude" not in found:
            return [None] * size
        lat, lon = (found[n].to_numpy(zero_copy_only=False).astype(float) for n in ("latitude", "longitude"))
        known = _among(found.get("place_precision"), self._layout.border_precision, size)
        return self._borders.nearest(np.where(known, lat, np.nan), lon, self._layout.border_km)

    def _ruled(self, given: Mapping[str, Any], size: int) -> list[int]:
        """The place of the rule that each row falls under; that after the last for none."""
        ruled, known = self._layout.ruled, self._rules
        if len(known) > _REMEMBERED:
            known.clear()
        columns = [given[c].to_pylist() if c in given else [None] * size for c in ruled]
        found = []
        for codes in zip(*columns, strict=True) if ruled else [()] * size:
            if codes not in known:
                known[codes] = self._rule(dict(zip(ruled, codes, strict=True)))
            found.append(known[codes])
        return found

    def _rule(self, codes: Mapping[str, str | None]) -> int:
        for place, rule in enumerate(self._layout.kinds):
            if all(self._words(column, codes[column]) & values for column, values in rule.when.items()):
                return place
        return len(self._layout.kinds)

    def _words(self, column: str, told: str | None) -> set[str]:
        signs = re.escape(self._layout.lists.get(column, ""))
        words = re.split(f"[{signs}]", told or "") if signs else [told or ""]
        return {word.strip().casefold() for word in words} - {""}


def main_week(start: Any, end: Any) -> Any:
    """The week, (day - 1) // 7, in which most days of each span lie; the earliest of equals."""
    first, last = (start - 1) // 7, (end - 1) // 7
    in_first, in_last = 7 - (start - 1) % 7, (end - 1) % 7 + 1
    later = np.where(last - first > 1, in_first < 7, in_last > in_first) & (last > first)
    return first + later


def shown(cell: str) -> str:
    """The beginning of a cell for a sentence, without what a terminal would act on."""
    cut = cell if len(cell) <= _SHOWN else cell[:_SHOWN] + "…"
    return "".join("\N{REPLACEMENT CHARACTER}" if unicodedata.category(c) in _UNSEEN else c for c in cut)


def _day(text: str, formats: Sequence[str], known: dict[str, dt.date | None]) -> dt.date | None:
    if text not in known:
        known[text] = next((day for form in formats if (day := _parsed(text, form)) is not None), None)
    return known[text]


def _parsed(text: str, form: str) -> dt.date | None:
    """The day that a text writes in exactly this form: strptime takes 2024611 for a day, which we do not."""
    if form == SECONDS:
        return _EPOCH + dt.timedelta(seconds=int(text)) if re.fullmatch(r"\d{9,10}", text, re.ASCII) else None
    try:
        found = dt.datetime.strptime(text, form)
    except ValueError:
        return None
    return found.date() if found.strftime(form).lstrip("0").casefold() == text.lstrip("0").casefold() else None


def _among(words: Any, wanted: Sequence[str], size: int) -> Any:
    import pyarrow as pa
    import pyarrow.compute as pc

    if words is None:
        return np.zeros(size, bool)
    return pc.is_in(words, pa.array(wanted, pa.string())).to_numpy(zero_copy_only=False)


def _note(wrong: Any, cells: Any, column: str, problem: str, reasons: Reasons) -> None:
    for row in _where(wrong):
        reasons.setdefault(row, f"The column {column!r} holds '{shown(cells[row].as_py())}', which {problem}.")


def _where(mask: Any) -> list[int]:
    import pyarrow.compute as pc

    found: list[int] = pc.indices_nonzero(pc.fill_null(mask, False)).to_pylist()
    return found


def _mapped(cells: Any, read: Callable[[str], object], type_: Any) -> Any:
    """Each distinct cell read once: days and codes repeat."""
    import pyarrow as pa

    encoded = cells.dictionary_encode()
    return pa.array([read(text) for text in encoded.dictionary.to_pylist()], type_).take(encoded.indices)


def _matching(cells: Any, pattern: str, type_: Any) -> Any:
    """Numbers where a cell is one in plain digits; null elsewhere, so that one bad cell spoils no other."""
    import pyarrow as pa
    import pyarrow.compute as pc

    plain = pc.if_else(pc.match_substring_regex(cells, pattern), cells, pa.scalar(None, pa.string()))
    return pc.cast(pc.replace_substring_regex(plain, r"^\+|\.0*$", ""), type_)


def _contradictions(found: Mapping[str, Any], reasons: Reasons) -> None:
    """Half a place, and estimates that are not in order."""
    import pyarrow.compute as pc

    if "latitude" in found and "longitude" in found:
        for row in _where(pc.xor(pc.is_valid(found["latitude"]), pc.is_valid(found["longitude"]))):
            reasons.setdefault(row, "The row has one of latitude and longitude and not the other.")
    for less, more in combinations([name for name in _ESTIMATES if name in found], 2):
        for row in _where(pc.greater(found[less], found[more])):
            low, high = (f"{name.split('_')[1]} estimate of deaths, {found[name][row]}" for name in (less, more))
            reasons.setdefault(row, f"The {low}, is above the {high}.")
