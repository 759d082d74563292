"""How well coding does on gold: precision, recall and F1 by half, language, type and kind, with intervals.

Intervals are 95 % percentile intervals of a bootstrap over cases: the cases of each language and half are drawn
anew with replacement ``DRAWS`` times from a fixed seed, and everything is computed again for each draw (Efron and
Tibshirani 1993, ch. 13). Cases are drawn, not items, because the items of one report go wrong together. Where no
case has an error no draw has one either: an interval of 1 to 1 says only that nothing differed among so many
cases.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kordon.coding.evaluate import SAME, Verdict
from kordon.coding.gold import PLACE, SAID, SPAN, TYPES
from kordon.coding.strata import ALL, MODALITY, SEED, WITHOUT_MODALITY, Result, Stratum, Tally

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

__all__ = ["DRAWS", "SEED", "Accuracy", "FieldLine", "Line", "ModalityLine", "Rate", "Result", "Scores", "measure"]

DRAWS = 1000

# Fields that are told together are counted together: a place is right where all that the gold gives of it is.
TOGETHER: Mapping[str, str] = {
    **dict.fromkeys(PLACE, "place"),
    **dict.fromkeys(SPAN, "span"),
    **dict.fromkeys(("effective_from", "effective_to"), "effective"),
    **dict.fromkeys(SAID, "attribution"),
    **dict.fromkeys(("changes", "percent_change"), "changes"),
    **dict.fromkeys(("sender_country", "receiver_country"), "countries"),
}
OWN = {("measures", "settlements"): "settlements"}  # of a measure it is their number, not a place


@dataclass(frozen=True, slots=True)
class Rate:
    """A share with its interval, each 0 to 1; ``None`` where there is nothing to have a share of."""

    value: float | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Scores:
    """Precision, recall and F1 of the items that were right, or found."""

    right: int
    precision: Rate
    recall: Rate
    f1: Rate


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table. ``lang`` is ``all`` for every language together; then ``average`` is ``micro`` (all
    items alike) or ``macro`` (the mean over languages, or over kinds). ``kind`` is empty for all kinds.

    ``cases`` hold an item of the line, expected or coded; ``wanted`` items are in the gold, ``made`` were coded.
    """

    half: str
    lang: str
    type: str
    kind: str
    average: str
    cases: int
    wanted: int
    made: int
    strict: Scores
    item: Scores


@dataclass(frozen=True, slots=True)
class FieldLine:
    """How often a field is right in the items of a type that the gold gives it for and that were found; for the
    unit and the kind, also in those that were taken for another."""

    half: str
    lang: str
    type: str
    field: str
    right: int
    compared: int
    accuracy: float


@dataclass(frozen=True, slots=True)
class ModalityLine:
    """Modality (of measures: status) over the items that were found and whose modality the gold gives.

    ``f1`` is the mean F1 over the modalities that occur. ``strict`` counts an item as right where it was found and
    its modality agrees, against all that the gold gives a modality for and all that was coded for them; items too
    much are counted of the types for which the gold of the language and half mostly gives a modality.
    """

    half: str
    lang: str
    type: str
    found: int
    right: int
    accuracy: float | None
    f1: float | None
    strict: Scores


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Everything that is measured over the cases of some halves."""

    cases: int
    lines: tuple[Line, ...]
    fields: tuple[FieldLine, ...]
    modality: tuple[ModalityLine, ...]


def measure(results: Iterable[Result], *, draws: int = DRAWS, types: Sequence[str] = ()) -> Accuracy:
    """Everything over some results; ``types`` limits it to some types of items."""
    by: dict[tuple[str, str], list[Result]] = {}
    for result in results:
        by.setdefault((result.case.half, result.case.report.lang), []).append(result)
    strata = [Stratum(half, lang, by[half, lang], draws) for half, lang in sorted(by)]
    names = [name for name in ("header", *TYPES) if not types or name in types]
    return Accuracy(
        cases=sum(len(s.results) for s in strata),
        lines=tuple(line for half in _halves(strata) for name in names for line in _lines(strata, half, name)),
        fields=tuple(_fields(strata, names)),
        modality=tuple(_moods(strata, names)),
    )


def _halves(strata: Sequence[Stratum]) -> list[str]:
    return list(dict.fromkeys(s.half for s in strata))


def _lines(strata: Sequence[Stratum], half: str, name: str) -> Iterator[Line]:
    here = [s for s in strata if s.half == half and (name, "") in s.tallies]
    if not here:
        return
    kinds = sorted({kind for s in here for n, kind in s.tallies if n == name and kind})
    for stratum in here:
        for kind in ("", *kinds):
            if (name, kind) in stratum.tallies:
                yield _line(half, stratum.lang, name, kind, "", [stratum])
    for kind in ("", *kinds):
        yield _line(half, ALL, name, kind, "micro", [s for s in here if (name, kind) in s.tallies])
    yield _line(half, ALL, name, "", "macro", here)
    if len(kinds) > 1:
        yield _line(half, ALL, name, "each", "macro", here, kinds)


def _line(
    half: str,
    lang: str,
    name: str,
    kind: str,
    average: str,
    strata: Sequence[Stratum],
    kinds: Sequence[str] = (),
) -> Line:
    """``average`` macro without ``kinds`` is the mean over languages, with them over kinds."""
    chosen = [(s, s.tallies[name, kind if not kinds else ""]) for s in strata]
    if kinds:
        groups = [[(s, s.tallies[name, k]) for s in strata if (name, k) in s.tallies] for k in kinds]
    elif average == "macro":
        groups = [[one] for one in chosen]
    else:
        groups = [chosen]
    return Line(
        half=half,
        lang=lang,
        type=name,
        kind=kind,
        average=average,
        cases=sum(len(t.rows) for _, t in chosen),
        wanted=sum(t.sum(2) for _, t in chosen),
        made=sum(t.sum(3) for _, t in chosen),
        strict=_scores(groups, 0),
        item=_scores(groups, 1),
    )


Group = Sequence[tuple[Stratum, Tally]]


def _scores(groups: Sequence[Group], column: int) -> Scores:
    """Scores of the right ones (column 0) or those found (1): of one group, or the mean over several."""
    import numpy as np

    told = [np.array([sum(t.sum(c) for _, t in g) for c in range(4)], dtype=float)[None, :] for g in groups]
    drawn = [sum((s.drawn(t) for s, t in group), start=np.zeros(())) for group in groups]
    points, spreads = _three(told, column)[:, 0], _three(drawn, column)
    rates = [_rate(float(point), spread) for point, spread in zip(points, spreads, strict=True)]
    return Scores(int(sum(sum(t.sum(column) for _, t in g) for g in groups)), *rates)


def _three(sums: Sequence[Array], column: int) -> Array:
    """Precision, recall and F1 for each row of sums, as three rows; the mean over groups that have one."""
    import numpy as np

    shares = []
    for row in sums:
        right, wanted, made = row[:, column], row[:, 2], row[:, 3]
        with np.errstate(divide="ignore", invalid="ignore"):
            shares.append(np.stack([right / made, right / wanted, 2 * right / (wanted + made)]))
    if len(shares) == 1:
        return shares[0]
    table = np.stack(shares)
    there = ~np.isnan(table)
    count = there.sum(axis=0)
    mean: Array = np.where(count > 0, np.where(there, table, 0.0).sum(axis=0) / np.maximum(count, 1), np.nan)
    return mean


def _rate(value: float, spread: Array) -> Rate:
    """A share with the middle 95 % of its draws, sorted and read off without interpolation."""
    import numpy as np

    if np.isnan(value):
        return Rate(None)
    ordered = np.sort(spread[~np.isnan(spread)])
    last = len(ordered) - 1
    return Rate(value, float(ordered[round(0.025 * last)]), float(ordered[round(0.975 * last)]))


def field_of(name: str, key: str) -> str:
    """The name under which a key of the gold is counted."""
    return OWN.get((name, key)) or TOGETHER.get(key, key)


def _fields(strata: Sequence[Stratum], names: Sequence[str]) -> Iterator[FieldLine]:
    tallies: dict[tuple[str, str, str, str], list[int]] = {}
    for stratum in strata:
        for pair in (p for result in stratum.results for p in result.pairs if p.type in names):
            taken = pair.verdict is Verdict.TAKEN
            if pair.want is None or not (pair.found or taken):
                continue
            keys = [k for k in pair.want if not taken or k in SAME.get(pair.type, ())]
            wrong = {field_of(pair.type, d.field) for d in pair.differences}
            for told in dict.fromkeys(field_of(pair.type, key) for key in keys):
                for lang in (stratum.lang, ALL):
                    row = tallies.setdefault((stratum.half, lang, pair.type, told), [0, 0])
                    row[0] += told not in wrong
                    row[1] += 1
    order = {name: i for i, name in enumerate(names)}
    for half, lang, name, told in sorted(tallies, key=lambda t: (t[0], t[1] == ALL, t[1], order[t[2]], t[3])):
        right, compared = tallies[half, lang, name, told]
        yield FieldLine(half, lang, name, told, right, compared, right / compared)


def _moods(strata: Sequence[Stratum], names: Sequence[str]) -> Iterator[ModalityLine]:
    for half in _halves(strata):
        here = [s for s in strata if s.half == half]
        for lang in (*(s.lang for s in here), ALL):
            chosen = [s for s in here if lang in (ALL, s.lang)]
            for name in (*(n for n in names if n not in WITHOUT_MODALITY), ALL):
                if name == ALL and not any(n in names and n not in MODALITY for n in TYPES):
                    continue
                line = _mood(half, lang, name, chosen, names)
                if line is not None:
                    yield line


def _mood(half: str, lang: str, name: str, strata: Sequence[Stratum], names: Sequence[str]) -> ModalityLine | None:
    types = [n for n in names if n not in MODALITY] if name == ALL else [name]
    told: list[tuple[str, str]] = []  # what the gold says and what was coded, of items that were found
    for pair in (p for s in strata for r in s.results for p in r.pairs if p.type in types and p.found):
        key = MODALITY.get(pair.type, "modality")
        if pair.want is not None and key in pair.want:
            told.append((str(pair.want[key]), str(getattr(pair.made, key))))
    groups = [[(s, s.moods[name]) for s in strata if name in s.moods]]
    if not any(t.sum(2) for g in groups for _, t in g):
        return None
    right = sum(want == made for want, made in told)
    classes = {c for pair in told for c in pair}
    f1 = [
        2 * sum(w == m == c for w, m in told) / (sum(w == c for w, _ in told) + sum(m == c for _, m in told))
        for c in sorted(classes)
    ]
    return ModalityLine(
        half=half,
        lang=lang,
        type=name,
        found=len(told),
        right=right,
        accuracy=right / len(told) if told else None,
        f1=sum(f1) / len(f1) if f1 else None,
        strict=_scores(groups, 0),
    )
