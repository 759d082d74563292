"""The checking of an answer: what its quotation does not bear out is dropped, with a sentence.

Of an item is taken only what can be checked. The quotation must stand in the report; a number must stand in the
quotation, as our own reading of the language reads it; a kind must be of the vocabulary; a border must be one that
the report is about; a day must be one that the report can mean. Where our reading finds a denial or a condition,
it holds over a model that says 'actual'.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from kordon.coding.modality import is_long_past, modality_of
from kordon.coding.places import ELSEWHERE
from kordon.coding.reading import Reading
from kordon.coding.sentences import Clause, Sentence
from kordon.domain.coded import (
    Coded,
    Figure,
    FigureForm,
    Incident,
    Modality,
    Place,
    PlacePrecision,
    ReportedMeasure,
    Status,
)
from kordon.domain.quantity import Quantity
from kordon.domain.report import Evidence, Report, stable_id
from kordon.domain.time import Date, Span
from kordon.vocabulary import Vocabulary

SHORTEST, LONGEST = 8, 400  # letters of a quotation
MOST = 40  # items of one type of one report
LARGEST = 10_000_000  # a count beyond it is nonsense, whatever is printed
SHOWN = 60  # letters of a quotation that a sentence repeats
BEFORE = dt.timedelta(days=45)  # how far back a day may lie that the text only tells relative to its own
AHEAD = dt.timedelta(days=366)  # how far ahead a measure or a plan may reach
LISTS = ("incidents", "figures", "measures")


class Wrong(Exception):
    """Why an item is dropped, as the end of a sentence."""


class Quoted(NamedTuple):
    """A quotation at its place: the evidence, its sentence, and where it stands in the body."""

    evidence: Evidence
    sentence: Sentence
    start: int
    end: int


def check(answer: str, reading: Reading, vocabulary: Vocabulary, rule: str) -> Coded:
    """What of an answer the report bears out, each item with ``rule`` as its mark; a sentence in ``warnings`` for
    each that was dropped, and for an answer that is none. Never raises for an answer."""
    report = reading.report
    try:
        data = json.loads(answer)
    except (ValueError, RecursionError) as error:
        return Coded(report, warnings=(f"The answer on report {report.id} is no JSON ({str(error)[:80]}).",))
    if not isinstance(data, dict):
        return Coded(report, warnings=(f"The answer on report {report.id} is no JSON object.",))
    return _Check(reading, vocabulary, rule).all(data)


class _Check:
    """The checks of one answer."""

    def __init__(self, reading: Reading, vocabulary: Vocabulary, rule: str) -> None:
        self.reading = reading
        self.report: Report = reading.report
        self.vocabulary = vocabulary
        self.rule = rule
        self.dropped: list[str] = []
        self.days = {
            day
            for sentence in reading.sentences
            for time in reading.times(sentence)
            for span in (time.span, time.near)
            for day in (span.start, span.end)
            if day is not None
        }
        named = (m.place for s in reading.sentences for m in reading.mentions(s))
        self.borders = {b for place in named for b in place.borders} | set(self.report.borders)
        self.borders |= set(reading.usual_place().borders)

    def all(self, data: Mapping[str, Any]) -> Coded:
        found: dict[str, list[Any]] = {name: [] for name in LISTS}
        unknown = [str(key)[:SHOWN] for key in data if key not in LISTS]
        if unknown:
            self._drop(f"its answer has unknown keys ({', '.join(unknown[:5])}), which were left out")
        for name in LISTS:
            rows = data.get(name, [])
            if not isinstance(rows, list):
                self._drop(f"its {name} are no list")
                continue
            if len(rows) > MOST:
                self._drop(f"of its {len(rows)} {name} only the first {MOST} were looked at")
            for row in rows[:MOST]:
                try:
                    item = self._item(name, row)
                except Wrong as why:
                    quote = row.get("quote") if isinstance(row, dict) else None
                    words = f" {quote[:SHOWN]!r}" if isinstance(quote, str) else ""
                    self._drop(f"one of the {name}{words} was dropped: {why}")
                    continue
                if any(item.id == other.id for other in found[name]):
                    self._drop(f"one of the {name} was given twice")
                else:
                    found[name].append(item)
        return Coded(
            self.report,
            incidents=tuple(found["incidents"]),
            figures=tuple(found["figures"]),
            measures=tuple(found["measures"]),
            warnings=tuple(self.dropped),
        )

    def _drop(self, what: str) -> None:
        self.dropped.append(f"Report {self.report.id}: {what}.")

    def _item(self, name: str, row: Any) -> Any:
        if not isinstance(row, dict):
            raise Wrong("it is no object")
        quoted = self._quoted(row.get("quote"))
        match name:
            case "incidents":
                return self._incident(row, quoted)
            case "figures":
                return self._figure(row, quoted)
            case _:
                return self._measure(row, quoted)

    def _incident(self, row: Mapping[str, Any], quoted: Quoted) -> Incident:
        kind = self._word(row, "kind", self.vocabulary["kinds"])
        span = self._span(row, quoted, ahead=row.get("modality") not in ("actual", "attempted"))
        return Incident(
            id=stable_id("incident", self.report.id, self.rule, kind, quoted.start, quoted.end),
            kind=kind,
            place=self._place(row, quoted),
            occurred=span,
            modality=self._modality(row, quoted, span),
            evidence=(quoted.evidence,),
            rule=self.rule,
            people=self._counted(row, "people", quoted),
            injured=self._counted(row, "injured", quoted),
            killed=self._counted(row, "killed", quoted),
            grade=self.report.grade,
        )

    def _figure(self, row: Mapping[str, Any], quoted: Quoted) -> Figure:
        unit = self._word(row, "unit", self.vocabulary["units"])
        form = FigureForm(self._word(row, "form", tuple(FigureForm)))
        quantity = self._counted(row, "count", quoted)
        if quantity is None:
            raise Wrong("it has no number")
        span = self._span(row, quoted, ahead=False)
        return Figure(
            id=stable_id("figure", self.report.id, self.rule, unit, quantity.best, quoted.start, quoted.end),
            form=form,
            unit=unit,
            quantity=quantity,
            place=self._place(row, quoted),
            span=span,
            modality=self._modality(row, quoted, span),
            evidence=(quoted.evidence,),
            rule=self.rule,
            grade=self.report.grade,
        )

    def _measure(self, row: Mapping[str, Any], quoted: Quoted) -> ReportedMeasure:
        kind = self._word(row, "kind", self.vocabulary["measures"])
        status = Status(self._word(row, "status", tuple(Status)))
        effective = self._span(row, quoted, ahead=True)
        read = self._read_modality(quoted, effective)
        careful = {
            Modality.DENIED: Status.DENIED,
            Modality.CONDITIONAL: Status.CONDITIONAL,
            Modality.PLANNED: Status.PLANNED,
        }
        if status in (Status.IN_FORCE, Status.EXTENDED, Status.DECIDED, Status.LIFTED) and read in careful:
            self._drop(f"{quoted.sentence.text.strip()[:SHOWN]!r} reads as {read}, so the measure is not {status}")
            status = careful[read]
        return ReportedMeasure(
            id=stable_id("measure", self.report.id, self.rule, kind, quoted.start, quoted.end),
            kind=kind,
            status=status,
            place=self._place(row, quoted),
            evidence=(quoted.evidence,),
            rule=self.rule,
            effective=effective,
        )

    # Parts of an item

    def _quoted(self, quote: Any) -> Quoted:
        if not isinstance(quote, str) or not quote.strip():
            raise Wrong("it quotes nothing")
        words = quote.split()
        length = len(" ".join(words))
        if not SHORTEST <= length <= LONGEST:
            raise Wrong(f"a quotation has {SHORTEST} to {LONGEST} letters, and this one {length}")
        body = self.reading.body
        match = re.search(r"(?<!\w)" + r"\s+".join(map(re.escape, words)) + r"(?!\w)", body.text)
        if match is None:
            raise Wrong("its quotation does not stand in the report")
        start, end = match.span()
        sentence = next((s for s in self.reading.sentences if s.start <= start < s.end), None)
        if sentence is None or end > sentence.end:
            raise Wrong("its quotation is not from one sentence")
        return Quoted(body.evidence(start, end), sentence, start, end)

    def _word(self, row: Mapping[str, Any], key: str, words: Mapping[str, Any] | Sequence[str]) -> str:
        value = row.get(key)
        if not isinstance(value, str) or value not in words:
            raise Wrong(f"its {key} {str(value)[:SHOWN]!r} is not in the vocabulary")
        return value

    def _counted(self, row: Mapping[str, Any], key: str, quoted: Quoted) -> Quantity | None:
        """The quantity as our reading of the quoted words has it, where it is the number given."""
        value = row.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= LARGEST:
            raise Wrong(f"its {key} {str(value)[:SHOWN]!r} is no count")
        for number in self.reading.numbers(quoted.sentence):
            if quoted.start <= number.start and number.end <= quoted.end and number.quantity.best == value:
                if number.unit:
                    raise Wrong(f"its {key} {value:g} is a number of {number.unit}, not of people or acts")
                return number.quantity
        raise Wrong(f"its {key} {value:g} does not stand in the words that it quotes")

    def _place(self, row: Mapping[str, Any], quoted: Quoted) -> Place:
        """The place as our reading has it; the border that the model names only where the report names it too."""
        clause = quoted.sentence.clause_at(quoted.start)
        read, _ = self.reading.place_at(quoted.sentence, clause, quoted.start, quoted.end)
        border = row.get("border")
        if border is None or border in read.borders:
            return read
        if not isinstance(border, str) or border not in self.vocabulary["borders"]:
            raise Wrong(f"its border {str(border)[:SHOWN]!r} is not in the vocabulary")
        if border not in self.borders or read.borders or read is ELSEWHERE:
            self._drop(f"the border {border} was left out of an item, because its words do not tell it")
            return read
        return Place(borders=(border,), precision=PlacePrecision.BORDER)

    def _span(self, row: Mapping[str, Any], quoted: Quoted, *, ahead: bool) -> Span:
        """The days given where the report can mean them, else those of our reading; never a day out of reach."""
        clause = quoted.sentence.clause_at(quoted.start)
        start, end = self._day(row, "start", ahead), self._day(row, "end", ahead)
        if start is not None and end is not None and end < start:
            raise Wrong(f"it ends on {end}, before it starts on {start}")
        days = [day for day in (start, end) if day is not None]
        if ahead and not days:
            return Span.untold()  # a day beside a plan may be that of the word and not of the thing
        time = self.reading.time_at(quoted.sentence, clause, quoted.start)
        if time is not None:
            return time.near if ahead else time.span
        if not days:
            return self.reading.happened(quoted.sentence, clause, quoted.start)[0]
        return Span.between(days[0], days[-1])

    def _day(self, row: Mapping[str, Any], key: str, ahead: bool) -> Date | None:
        value = row.get(key)
        if value is None:
            return None
        try:
            day = dt.date.fromisoformat(str(value))
        except ValueError:
            raise Wrong(f"its {key} {str(value)[:SHOWN]!r} is no day") from None
        if day in self.days:
            return day
        anchor = self.reading.anchor.day
        if anchor is not None and anchor - BEFORE <= day <= anchor + (AHEAD if ahead else dt.timedelta(0)):
            return day
        raise Wrong(f"its {key} {day} is a day that the report cannot mean")

    def _modality(self, row: Mapping[str, Any], quoted: Quoted, span: Span) -> Modality:
        """That of the model, unless our reading finds the words more careful: a denial, a condition, a plan."""
        told = Modality(self._word(row, "modality", tuple(Modality)))
        read = self._read_modality(quoted, span)
        if told.counts and not read.counts:
            self._drop(f"{quoted.sentence.text.strip()[:SHOWN]!r} reads as {read}, so it is not {told}")
            return read
        return told

    def _read_modality(self, quoted: Quoted, span: Span) -> Modality:
        """The most careful modality among the words of the quotation that mean something."""
        sentence = quoted.sentence
        inside = [t for t in sentence.tokens if quoted.start <= t.start < quoted.end]
        leads = [(t.start, t.end) for t in inside if t.cls in ("act", "fig", "harm", "measure", "status")]
        for start, end in leads or [(quoted.start, quoted.end)]:
            clause: Clause = sentence.clause_at(start)
            read = modality_of(self.reading, sentence, clause, start, end, span)
            if not read.counts:
                return read
        return Modality.HISTORICAL if is_long_past(self.reading, span) else Modality.ACTUAL
