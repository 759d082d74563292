"""Coded reports against gold: which expected item each coded one is, and every difference by name.

Two questions are asked of an item. *Right* (strict): does every field that the gold gives agree? *Found* (item):
is it the same thing, whatever its other fields say?

========================  ==========================================================================
figure                    the same unit, and the same count or the words that the gold quotes
incident, measure         the same kind, told by the words that the gold quotes
signal                    the same content, told by the words that the gold quotes
composition               the same attribute and value, told by the words that the gold quotes
judgement, rung           the same kind or rung, told by the words that the gold quotes
========================  ==========================================================================

Words are told by an item whose evidence overlaps with them (for *right*: with each quotation, for *found*: with
one of them). Where the gold quotes none, or leaves out the unit or kind, that part is not asked for. Every coded
item is paired with at most one expected item: the right ones first, each with the first that agrees; then those
that are found, fewest differences first. What is left of either is missing or too much. A missing item and one
that is too much, told by the same words (a figure without quoted words: of the same count), are shown together as
taken for another; they are counted as missing and as too much, because that is what they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from kordon.coding.agreement import Difference, agrees, differences, have_of, header_differences, touches
from kordon.coding.gold import TYPES, Case, load_cases
from kordon.domain.coded import Coded
from kordon.domain.report import Report

__all__ = [
    "TYPES",
    "Case",
    "Difference",
    "Outcome",
    "Pair",
    "Score",
    "Verdict",
    "compare",
    "load_cases",
    "pairs_of",
]

# What an item is: the fields that must agree for it to be the same thing, besides the words that tell it.
SAME: Mapping[str, tuple[str, ...]] = {
    "figures": ("unit",),
    "incidents": ("kind",),
    "measures": ("kind",),
    "signals": ("content",),
    "compositions": ("attribute", "value"),
    "judgements": ("kind",),
    "rungs": ("rung",),
}


@dataclass(frozen=True, slots=True)
class Score:
    """How many items of a type were right, missing, and too many."""

    right: int = 0
    missing: int = 0
    extra: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.missing + other.missing, self.extra + other.extra)

    @property
    def precision(self) -> float:
        made = self.right + self.extra
        return self.right / made if made else 1.0

    @property
    def recall(self) -> float:
        wanted = self.right + self.missing
        return self.right / wanted if wanted else 1.0

    @property
    def f1(self) -> float:
        total = 2 * self.right + self.missing + self.extra
        return 2 * self.right / total if total else 1.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """The scores by type and every error as a sentence."""

    scores: Mapping[str, Score] = field(default_factory=dict)
    errors: tuple[str, ...] = ()


class Verdict(StrEnum):
    RIGHT = "right"
    WRONG = "wrong field"  # found, with a field that disagrees
    TAKEN = "taken for another"  # the same words, another unit or kind
    MISSING = "missing"
    EXTRA = "not expected"


@dataclass(frozen=True, slots=True)
class Pair:
    """An expected item, a coded one, or both, and how they stand to one another. Of a missing item
    ``differences`` are those to the nearest coded item that is paired with none."""

    type: str
    verdict: Verdict
    want: Mapping[str, Any] | None
    made: Any
    differences: tuple[Difference, ...] = ()

    @property
    def found(self) -> bool:
        return self.verdict in (Verdict.RIGHT, Verdict.WRONG)


def pairs_of(case: Case, coded: Coded) -> tuple[Pair, ...]:
    """Every item of a case and of what was coded from it, each in one pair. Pure and in a fixed order."""
    pairs: list[Pair] = []
    header = case.expect.get("header")
    if header is not None:
        problems = tuple(header_differences(header, coded))
        verdict = Verdict.MISSING if coded.header is None else Verdict.WRONG if problems else Verdict.RIGHT
        pairs.append(Pair("header", verdict, header, coded.header, problems))
    for name in TYPES:
        pairs += _pairs(name, case.expect.get(name) or (), getattr(coded, name), case.report)
    return tuple(pairs)


def _pairs(name: str, wanted: Sequence[Mapping[str, Any]], made: Sequence[Any], report: Report) -> list[Pair]:
    apart = [[differences(want, item, report) for item in made] for want in wanted]
    of: dict[int, tuple[int, Verdict]] = {}  # by expected item
    left = list(range(len(made)))
    for i, row in enumerate(apart):
        right = next((j for j in left if not row[j]), None)
        if right is not None:
            left.remove(right)
            of[i] = right, Verdict.RIGHT
    for test, verdict in ((_is_same, Verdict.WRONG), (_is_met, Verdict.TAKEN)):
        near = sorted(
            (len(apart[i][j]), i, j)
            for i, want in enumerate(wanted)
            if i not in of
            for j in left
            if test(name, want, made[j], report)
        )
        for _, i, j in near:
            if i not in of and j in left:
                left.remove(j)
                of[i] = j, verdict
    pairs = []
    for i, want in enumerate(wanted):
        if i in of:
            j, verdict = of[i]
            pairs.append(Pair(name, verdict, want, made[j], tuple(apart[i][j])))
        else:
            nearest = min((apart[i][j] for j in left), key=len, default=[])
            pairs.append(Pair(name, Verdict.MISSING, want, None, tuple(nearest)))
    return pairs + [Pair(name, Verdict.EXTRA, None, made[j]) for j in left]


def _is_same(name: str, want: Mapping[str, Any], item: Any, report: Report) -> bool:
    if any(key in want and not agrees(have_of(item, key), want[key]) for key in SAME[name]):
        return False
    same_count = name == "figures" and "count" in want and agrees(item.quantity, want["count"])
    if "words" in want:
        return same_count or touches(item, report, want["words"])
    return same_count or "count" not in want


def _is_met(name: str, want: Mapping[str, Any], item: Any, report: Report) -> bool:
    if "words" in want:
        return touches(item, report, want["words"])
    return name == "figures" and "count" in want and agrees(item.quantity, want["count"])


def compare(case: Case, coded: Coded) -> Outcome:
    """The strict scores of one case: an item is right where every field that the gold gives agrees."""
    scores: dict[str, Score] = {name: Score() for name in TYPES}
    errors: list[str] = []
    for pair in pairs_of(case, coded):
        right = pair.verdict is Verdict.RIGHT
        extra = pair.type != "header" and pair.made is not None and not right
        scores[pair.type] = scores.get(pair.type, Score()) + Score(
            int(right), int(pair.want is not None and not right), int(extra)
        )
        if right:
            continue
        apart = ", ".join(str(d) for d in pair.differences)
        if pair.type == "header":
            errors.append(f"{case.id}: header: {apart or 'none was read'}")
            continue
        if pair.want is not None:
            near = f"; nearest: {apart}" if apart else ""
            errors.append(f"{case.id}: {pair.type}: missing {dict(pair.want)}{near}")
        if extra:
            errors.append(f"{case.id}: {pair.type}: not expected: {shown(pair.made, case.report)}")
    return Outcome(scores, tuple(errors))


def total(outcomes: Iterable[Outcome]) -> Outcome:
    """All outcomes together."""
    scores: dict[str, Score] = {}
    errors: list[str] = []
    for outcome in outcomes:
        errors += outcome.errors
        for name, score in outcome.scores.items():
            scores[name] = scores.get(name, Score()) + score
    return Outcome(scores, tuple(errors))


def shown(item: Any, report: Report) -> str:
    """An item in a few words: what it is, the rule that made it, the words it rests on first."""
    return f"{name_of(item)} by {item.rule}, from {report.quote(item.evidence[0])!r}"


def name_of(item: Any) -> str:
    """The unit or kind of an item, as its vocabulary calls it."""
    names = ("kind", "unit", "content", "attribute", "rung")
    return str(next((v for n in names if (v := getattr(item, n, None))), type(item).__name__))
