"""All definitions of incidents at once, by border, week, factor and kind: one pass over the events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kordon.indicators.definition import Indicator, Measure
from kordon.indicators.engine.expressions import both, conditions, found, good, in_window, of_kind, with_hurt
from kordon.indicators.engine.schema import unbound

if TYPE_CHECKING:
    import ibis.expr.types as ir

ALL_KINDS = "*"  # stands for the kind in the rows of an indicator's whole value
_KEYS = ("border", "week", "kind")
_PAIRS = (*_KEYS, "clash")
_COLUMN = {
    Measure.INCIDENTS: "times",
    Measure.LARGEST_GROUP: "people",
    Measure.MEANS_RANK: "means_rank",
    Measure.WOUNDED: "hurt",
    Measure.DEATHS: "killed",
}
_BY_CLASH = (Measure.WOUNDED, Measure.DEATHS)
_LARGEST = (Measure.LARGEST_GROUP, Measure.MEANS_RANK)


def weekly(
    indicators: Sequence[Indicator],
    *,
    whole_acts: bool = False,
    since: int | None = None,
    until: int | None = None,
) -> ir.Table:
    """``border, week, factor, indicator, kind, value, n`` where there is an act.

    Rows of the kind ``*`` hold the indicator's own value, with its window, as :func:`found` gives it; the others
    what acts of one kind come to in one week. They need not add up to it: people hurt in one clash count once.
    ``since`` and ``until`` bound the weeks (numbers, both inclusive) that are given.
    """
    import ibis

    told = [i for i in indicators if i.measure.of_incidents]
    if whole_acts:
        kinds, wholes = _in_one_pass(told, since, until)
    else:
        kinds = [_labelled(i, found(replace(i, window=1), by_kind=True)) for i in told]
        wholes = [_labelled(i, found(i).mutate(kind=ibis.literal(ALL_KINDS))) for i in told]
    rows = ibis.union(*kinds, *wholes)
    if since is not None:
        rows = rows.filter(rows.week >= since)
    if until is not None:
        rows = rows.filter(rows.week <= until)
    return rows


def _in_one_pass(
    indicators: Sequence[Indicator], since: int | None, until: int | None
) -> tuple[list[ir.Table], list[ir.Table]]:
    """Every row is an act: what each week comes to by kind, and from that what each definition's window does."""
    import ibis

    events = unbound("events")
    if since is not None:
        events = events.filter(events.week > since - max(i.window for i in indicators))
    if until is not None:
        events = events.filter(events.week <= until)
    gates = {i.min_grade for i in indicators}
    if len(gates) == 1:  # asked of every row once, and not again in each of the sums
        events = events.filter(good(events, gates.pop()))
        indicators = [replace(i, min_grade="F6") for i in indicators]
    acts = with_hurt(events).alias("acts")  # by name, so that the two passes below read the events once
    wide = _Wide(acts, _KEYS, indicators)
    hurting = [i for i in indicators if i.measure in _BY_CLASH]
    clashes = _Wide(acts.filter(acts.clash.notnull()), _PAIRS, hurting) if hurting else None
    kinds: list[ir.Table] = []
    wholes: list[ir.Table] = []
    for indicator in indicators:
        own = wide.of(indicator)
        if clashes is not None and indicator.measure in _BY_CLASH:
            pairs = clashes.of(indicator)
            by_kind = ibis.union(own, pairs.drop("clash")).group_by(*_KEYS)
            kinds.append(_labelled(indicator, by_kind.agg(value=lambda t: t.value.sum(), n=lambda t: t.n.sum())))
            wholes.append(_labelled(indicator, _whole_clashes(indicator, own, pairs)))
        else:
            kinds.append(_labelled(indicator, own))
            wholes.append(_labelled(indicator, _whole(indicator, own)))
    return kinds, wholes


class _Wide:
    """The sums that one pass over the acts makes for many definitions.

    Kind is among the ``keys``, so that definitions which differ in nothing but the kinds share a sum. Acts of one
    clash, few beside the others, may tell of the same people: of those, people are counted in a second pass, which
    has the clash among its keys and takes the most, and the first leaves them out.
    """

    def __init__(self, acts: ir.Table, keys: Sequence[str], indicators: Sequence[Indicator]) -> None:
        self.keys = tuple(keys)
        self.flags: dict[object, tuple[str, ir.BooleanValue]] = {}  # each condition is worked out once for a row
        self.sums: dict[str, tuple[str, str, str]] = {}  # column of the answer: flag, how, column of the acts
        self.asked = {i.id: self._ask(acts, i) for i in indicators}
        rows = acts.mutate(**dict(self.flags.values()))
        columns = {
            name: rows.count(where=rows[flag]) if how == "count" else getattr(rows[column], how)(where=rows[flag])
            for name, (flag, how, column) in self.sums.items()
        }
        self.table = rows.group_by(*keys).agg(**columns)

    def of(self, indicator: Indicator) -> ir.Table:
        """``value`` and ``n`` (more than 0) of a definition by the keys."""
        value, n = self.asked[indicator.id]
        rows = self.table.filter(self.table[n] > 0)
        if not _by_deaths(indicator):
            rows = rows.filter(rows.kind.isin(sorted(indicator.counts.kinds)))
        return rows.select(*self.keys, value=rows[value], n=rows[n])

    def _ask(self, acts: ir.Table, indicator: Indicator) -> tuple[str, str]:
        """The names of the columns with a definition's value and its number of acts."""
        counts, measure = indicator.counts, indicator.measure
        alone = measure in _BY_CLASH and "clash" not in self.keys
        kinds = counts.kinds if _by_deaths(indicator) else None
        key = (counts.sides, counts.means, counts.warning_shots, indicator.min_grade, alone, kinds)
        if key not in self.flags:
            holds = conditions(acts, indicator)
            if alone:
                holds = both(acts.clash.isnull(), holds)
            if kinds is not None:
                holds = both(holds, of_kind(acts, counts))
            self.flags[key] = (f"holds{len(self.flags)}", holds)
        flag = self.flags[key][0]
        how = "max" if measure in _LARGEST or "clash" in self.keys else "sum"
        value, n = f"{how}_{_COLUMN[measure]}_{flag}", f"n_{flag}"
        self.sums |= {value: (flag, how, _COLUMN[measure]), n: (flag, "count", "")}
        return value, n


def _by_deaths(indicator: Indicator) -> bool:
    """Whether acts of any kind may count, so that the kinds cannot be chosen after the sums are made."""
    return "killed" in indicator.counts.classes


def _whole(indicator: Indicator, own: ir.Table) -> ir.Table:
    rows = in_window(own, indicator.window).group_by("border", "week")
    largest = indicator.measure in _LARGEST
    whole = rows.agg(
        value=lambda t: t.value.max() if largest else t.value.sum(),
        n=lambda t: t.n.sum(),
    )
    return _all_kinds(whole)


def _whole_clashes(indicator: Indicator, own: ir.Table, pairs: ir.Table) -> ir.Table:
    import ibis

    clashes = in_window(pairs, indicator.window).group_by("border", "week", "clash")
    together = clashes.agg(value=lambda t: t.value.max(), n=lambda t: t.n.sum()).drop("clash")
    alone = in_window(own, indicator.window).select("border", "week", "value", "n")
    rows = ibis.union(alone, together).group_by("border", "week")
    return _all_kinds(rows.agg(value=lambda t: t.value.sum(), n=lambda t: t.n.sum()))


def _all_kinds(rows: ir.Table) -> ir.Table:
    import ibis

    return rows.mutate(kind=ibis.literal(ALL_KINDS))


def _labelled(indicator: Indicator, rows: ir.Table) -> ir.Table:
    import ibis

    return rows.select(
        "border",
        "week",
        factor=ibis.literal(indicator.factor),
        indicator=ibis.literal(indicator.id),
        kind=rows.kind,
        value=rows.value.cast("float64"),
        n=rows.n.cast("int64"),
    )
