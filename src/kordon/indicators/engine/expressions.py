"""A definition as one Ibis expression over the tables of :mod:`kordon.indicators.engine.schema`.

Nothing here knows an engine. Every expression is built from the definition alone, so that what runs on a machine's
own DuckDB over five hundred rows is what runs on Spark over more than one machine can hold.
"""

from __future__ import annotations

import functools
import operator
from typing import TYPE_CHECKING

from kordon.domain.errors import DomainError
from kordon.indicators.definition import Counts, Indicator, Measure, Silence
from kordon.indicators.engine.schema import unbound

if TYPE_CHECKING:
    import ibis.expr.types as ir

_BY_CLASH = {Measure.WOUNDED: "hurt", Measure.DEATHS: "killed"}
_LARGEST = {Measure.LARGEST_GROUP: "people", Measure.MEANS_RANK: "means_rank"}


def has_expression(indicator: Indicator) -> bool:
    """Whether a definition is read from events and figures; fused series and lengths are no tables of these."""
    return indicator.measure.of_incidents or indicator.measure is Measure.FIGURES


def expression(indicator: Indicator, *, whole_acts: bool = False) -> ir.Table:
    """``border, week, value, reason, n, coverage`` for every row of ``calendar``.

    ``value`` is null where it is unknown, and ``reason`` then says why; ``n`` is the number of acts or figures
    that it was read from, ``coverage`` the share of the window's days for which somebody spoke. ``whole_acts``:
    each row of ``events`` is an act of its own, as in imported data, so that nothing has to be taken together.

    Raises :class:`DomainError` for a measure that is not read from events or figures.
    """
    if not has_expression(indicator):
        raise DomainError(
            f"The measure {indicator.measure} of the indicator {indicator.id!r} is not read from events or "
            f"figures; take its values from read_all."
        )
    if indicator.measure is Measure.FIGURES:
        return _figures(indicator)
    return answer(indicator, found(indicator, whole_acts=whole_acts))


def answer(indicator: Indicator, told: ir.Table) -> ir.Table:
    """What was ``found`` for a border and week, set beside printed figures, coverage and silence."""
    import ibis

    days = in_window(_spoken(), indicator.window).group_by("border", "week").agg(days=lambda t: t.days.sum())
    rows = unbound("calendar").left_join(told.select("border", "week", "value", "n"), ["border", "week"])
    rows = rows.drop("border_right", "week_right").left_join(days, ["border", "week"])
    rows = rows.drop("border_right", "week_right")
    rows = rows.mutate(
        n=rows.n.coalesce(0), coverage=rows.days.coalesce(0).cast("float64") / (7 * indicator.window)
    )
    if indicator.measure is Measure.INCIDENTS and indicator.counts.units:
        printed = unbound("printed")
        printed = printed.filter(printed.indicator == indicator.id)
        printed = printed.select("border", "week", "total", of=printed.n)
        rows = rows.left_join(printed, ["border", "week"]).drop("border_right", "week_right")
        larger = (rows.of > 0) & ((rows.total > rows.value.coalesce(0.0)) | (rows.n == 0))
        larger = larger.coalesce(False)
        rows = rows.mutate(value=larger.ifelse(rows.total, rows.value), n=larger.ifelse(rows.of, rows.n))
    none = rows.n == 0
    if indicator.silence is Silence.UNKNOWN:
        reason = none.ifelse("no-source-for-factor", ibis.null("string"))
        value = rows.value
    else:
        poor = none & (rows.coverage < indicator.settings.covered)
        reason = poor.ifelse("poor-coverage", ibis.null("string"))
        value = poor.ifelse(ibis.null("float64"), rows.value.coalesce(0.0))
    return rows.select(
        "border", "week", value=value, reason=reason, n=rows.n.cast("int64"), coverage=rows.coverage
    )


def found(indicator: Indicator, *, whole_acts: bool = False, by_kind: bool = False) -> ir.Table:
    """``border, week, [kind,] value, n`` where there is an act; a week is that in which the window ends."""
    keys = ("border", "week", "kind") if by_kind else ("border", "week")
    events = unbound("events")
    rows = events.filter(counted(events, indicator))
    measure = indicator.measure
    if whole_acts:
        acts = with_hurt(rows)
        if measure not in _BY_CLASH:  # a sum of sums, a largest of largest: the week first, then the window
            weekly = _measured(acts, measure, keys)
            return (
                _regrouped(in_window(weekly, indicator.window), measure, keys) if indicator.window > 1 else weekly
            )
        clashes = _clashes(acts, _BY_CLASH[measure], keys)
        return _by_clash(in_window(clashes, indicator.window), keys)
    acts = _acts(in_window(rows.filter(rows.gate == indicator.min_grade), indicator.window))
    return _measured(acts, measure, keys)


def counted(rows: ir.Table, indicator: Indicator) -> ir.BooleanValue:
    """Whether a row is what a definition counts; null where it cannot be told, which is no."""
    return both(of_kind(rows, indicator.counts), conditions(rows, indicator))


def of_kind(rows: ir.Table, counts: Counts) -> ir.BooleanValue:
    """Whether its kind counts, or somebody died where that is enough."""
    import ibis

    named = rows.kind.isin(sorted(counts.kinds)) if counts.kinds else ibis.literal(False)
    return named | (rows.killed > 0) if "killed" in counts.classes else named


def conditions(rows: ir.Table, indicator: Indicator) -> ir.BooleanValue:
    """Everything that a definition asks beside the kind: means, side, warning shots, grade."""
    import ibis

    counts, whole = indicator.counts, ibis.literal(True)
    if counts.means:
        used = [rows.means.contains(means) for means in sorted(counts.means)]
        whole = both(whole, functools.reduce(operator.or_, used))
    if counts.sides:
        whole = both(whole, rows.side.isin(sorted(counts.sides)))
    if counts.warning_shots is not None:
        whole = both(whole, rows.warning_shots if counts.warning_shots else ~rows.warning_shots)
    return both(whole, good(rows, indicator.min_grade))


def both(one: ir.BooleanValue, other: ir.BooleanValue) -> ir.BooleanValue:
    """``one & other``, without a part that always holds."""
    import ibis

    always = ibis.literal(True)
    if one.equals(always):
        return other
    return one if other.equals(always) else one & other


def with_hurt(rows: ir.Table) -> ir.Table:
    """Rows that are whole acts, with numbers that were not told as they count, and the hurt: wounded or killed."""
    killed = rows.killed.coalesce(0.0)
    return rows.mutate(
        times=rows.times.coalesce(1.0),
        people=rows.people.coalesce(0.0),
        means_rank=rows.means_rank.coalesce(0.0),
        killed=killed,
        hurt=rows.injured.coalesce(0.0) + (rows.kind == "death").ifelse(0.0, killed),
    )


def _acts(rows: ir.Table) -> ir.Table:
    """Tellings -> acts: the highest that any of them tells; kind and clash of the first that tells it."""
    acts = rows.group_by("border", "week", "act").agg(
        kind=rows.kind.argmin(rows.id),
        clash=rows.clash.argmin(rows.id, where=rows.clash.notnull()),
        times=rows.times.max().coalesce(1.0),
        people=rows.people.max().coalesce(0.0),
        injured=rows.injured.max(),
        killed=rows.killed.max(),
        means_rank=rows.means_rank.max(),
    )
    return with_hurt(acts)


def _measured(acts: ir.Table, measure: Measure, keys: tuple[str, ...]) -> ir.Table:
    if measure in _BY_CLASH:
        return _by_clash(_clashes(acts, _BY_CLASH[measure], keys), keys)
    value = acts[_LARGEST[measure]].max() if measure in _LARGEST else acts.times.sum()
    return acts.group_by(*keys).agg(value=value, n=acts.count())


def _regrouped(weekly: ir.Table, measure: Measure, keys: tuple[str, ...]) -> ir.Table:
    value = weekly.value.max() if measure in _LARGEST else weekly.value.sum()
    return weekly.group_by(*keys).agg(value=value, n=weekly.n.sum())


def _clashes(acts: ir.Table, column: str, keys: tuple[str, ...]) -> ir.Table:
    """Acts of one clash may tell of the same people, so the largest of them counts; acts without one all count."""
    of = acts[column]
    return acts.group_by(*keys, "clash").agg(alone=of.sum(), most=of.max(), n=acts.count())


def _by_clash(clashes: ir.Table, keys: tuple[str, ...]) -> ir.Table:
    whole = clashes.group_by(*keys, "clash").agg(
        alone=clashes.alone.sum(), most=clashes.most.max(), n=clashes.n.sum()
    )
    value = whole.clash.isnull().ifelse(whole.alone, whole.most)
    return whole.group_by(*keys).agg(value=value.sum(), n=whole.n.sum())


def _figures(indicator: Indicator) -> ir.Table:
    """Printed figures shared over the days of their spans; where they overlap, the shortest speaks for a day."""
    import ibis

    figures, longest = unbound("figures"), indicator.settings.longest_span
    keep = figures.unit.isin(sorted(indicator.counts.units)) & (figures.days <= longest)
    spread = figures.filter(both(keep, good(figures, indicator.min_grade)))
    spread = spread.mutate(after=ibis.array(list(range(longest))).unnest())
    spread = spread.filter(spread.after < spread.days)
    spread = spread.mutate(day=spread.start + spread.after, rate=spread.best / spread.days)
    order = ibis.window(group_by=[spread.border, spread.day], order_by=[spread.days, spread.id])
    spread = spread.mutate(place=ibis.row_number().over(order))
    days = spread.filter(spread.place == 0)
    days = days.select("border", "rate", "id", week=((days.day - 1) // 7).cast("int32"))
    days = in_window(days, indicator.window)
    told = days.group_by("border", "week").agg(total=days.rate.sum(), days=days.count(), n=days.id.nunique())
    rows = unbound("calendar").left_join(told, ["border", "week"]).drop("border_right", "week_right")
    covered = rows.days.coalesce(0).cast("float64") / (7 * indicator.window)
    known = covered >= indicator.settings.covered
    unknown = (covered > 0).ifelse("poor-coverage", "no-source-for-factor")
    return rows.select(
        "border",
        "week",
        value=known.ifelse(rows.total.coalesce(0.0), ibis.null("float64")),
        reason=known.ifelse(ibis.null("string"), unknown),
        n=rows.n.coalesce(0).cast("int64"),
        coverage=covered,
    )


def _spoken() -> ir.Table:
    """How many days of each week somebody spoke for."""
    coverage = unbound("coverage").distinct()
    coverage = coverage.mutate(week=((coverage.day - 1) // 7).cast("int32"))
    return coverage.group_by("border", "week").agg(days=coverage.count())


def in_window(rows: ir.Table, weeks: int) -> ir.Table:
    """Each row once for every week whose window it lies in."""
    import ibis

    if weeks == 1:
        return rows
    rows = rows.mutate(later=ibis.array(list(range(weeks))).unnest())
    return rows.mutate(week=(rows.week + rows.later).cast("int32")).drop("later")


def good(rows: ir.Table, min_grade: str) -> ir.BooleanValue:
    """Graded as well as this on both axes; F6 takes everything."""
    import ibis

    if min_grade == "F6":
        return ibis.literal(True)
    letter, digit = min_grade[0], min_grade[1]
    return rows.grade_letter.isin([c for c in "ABCDE" if c <= letter]) & (rows.grade_digit <= int(digit))
