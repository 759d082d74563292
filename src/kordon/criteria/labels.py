"""The label of a trend as an analyst sees it, beside the computed one: both are kept, and how often they agree.

The record holds entries of the process ``data/processes/trend_label.yaml``. The subject is ``border:week``; the
data name the computed label as it was when the analyst looked, so that a later correction of the data changes
nothing of what was judged.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kordon.domain.assessment import Trend
from kordon.domain.errors import DomainError
from kordon.domain.record import Entry
from kordon.domain.time import Date, Week

PROCESS = "trend_label"
LABELS = ("label", "relabel")  # the steps of the process that give one


@dataclass(frozen=True, slots=True)
class Label:
    """Both labels of one border and week. ``why`` is the analyst's reason, needed where the two differ."""

    border: str
    week: Week
    computed: Trend
    analyst: Trend
    by: str
    why: str
    entry: str

    @property
    def agrees(self) -> bool:
        return self.computed is self.analyst


@dataclass(frozen=True, slots=True)
class Agreement:
    """How often the two labels were the same. ``kappa`` is Cohen's: agreement beyond what their frequencies give
    by chance; ``None`` where chance alone would make them agree always. ``table`` counts (computed, analyst)."""

    labels: int
    same: int
    kappa: float | None
    table: Mapping[tuple[Trend, Trend], int]

    @property
    def share(self) -> float | None:
        return self.same / self.labels if self.labels else None


def subject(border: str, week: Week) -> str:
    return f"{border}:{week}"


def labels(record: Iterable[Entry], as_of: Date | None = None) -> tuple[Label, ...]:
    """The last label of every border and week that the record holds, by week and border, as known on a day.

    Raises :class:`DomainError` for an entry that is no label, with its id.
    """
    found: dict[str, Label] = {}
    for entry in record:
        if entry.process == PROCESS and entry.does in LABELS and (as_of is None or entry.at.date() <= as_of):
            found[entry.subject] = label_of(entry)
    return tuple(sorted(found.values(), key=lambda one: (one.week, one.border)))


def label_of(entry: Entry) -> Label:
    """One entry of the record as a label."""
    data = entry.data
    try:
        computed, analyst = Trend(str(data.get("computed"))), Trend(str(data.get("trend")))
        week = Week.parse(str(data.get("week")))
    except ValueError:
        known = ", ".join(t.value for t in Trend)
        raise DomainError(
            f"Entry {entry.id!r} is no label of a trend: 'computed' and 'trend' must be one of {known}, and "
            "'week' a week such as 2024-W22."
        ) from None
    border = str(data.get("border"))
    if entry.subject != subject(border, week):
        raise DomainError(f"Entry {entry.id!r} is about {entry.subject!r}, but labels {subject(border, week)!r}.")
    return Label(border, week, computed, analyst, entry.by.id, entry.why.strip(), entry.id)


def agreement(found: Sequence[Label]) -> Agreement:
    """How far both labels agree, over weeks in which both assessed the trend."""
    both = [one for one in found if Trend.NOT_ASSESSED not in (one.computed, one.analyst)]
    table: dict[tuple[Trend, Trend], int] = {}
    for one in both:
        table[one.computed, one.analyst] = table.get((one.computed, one.analyst), 0) + 1
    same = sum(one.agrees for one in both)
    return Agreement(len(both), same, _kappa(both, same), table)


def running(found: Sequence[Label]) -> tuple[tuple[Week, Agreement], ...]:
    """The agreement so far, after each week that has a label."""
    weeks = sorted({one.week for one in found})
    return tuple((week, agreement([one for one in found if one.week <= week])) for week in weeks)


def _kappa(found: Sequence[Label], same: int) -> float | None:
    if not found:
        return None
    number = len(found)
    chance = sum(
        sum(one.computed is trend for one in found) * sum(one.analyst is trend for one in found) for trend in Trend
    )
    if chance == number**2:
        return None
    expected = chance / number**2
    return (same / number - expected) / (1 - expected)


def _known_label(entries: Sequence[Entry], entry: Entry) -> str:
    try:
        label_of(entry)
    except DomainError as error:
        return str(error)
    return ""


def _reason_where_it_differs(entries: Sequence[Entry], entry: Entry) -> str:
    if entry.data.get("computed") != entry.data.get("trend") and not entry.why.strip():
        return (
            f"The label {entry.data.get('trend')!r} differs from the computed {entry.data.get('computed')!r}; "
            "say why in a sentence."
        )
    return ""


# The gates that the process document names; a caller hands them to `check` and to the register.
POLICIES = {"known_label": _known_label, "reason_where_it_differs": _reason_where_it_differs}
