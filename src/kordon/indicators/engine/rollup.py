"""What a page asks for, kept: every answer of every definition by border and week, and what each kind came to.

A rollup is one DuckDB file beside the events. ``weekly`` holds what was found (:func:`weekly`), ``answers`` what
:func:`expression` gives, so that nothing is worked out while a page waits. Weeks whose events changed are worked
out again, with every week whose window they lie in; the others stay. It remembers the definitions that it was made
from, and gives no answer by others.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kordon.domain.errors import DomainError
from kordon.domain.time import Week
from kordon.indicators.definition import Indicator
from kordon.indicators.engine.engines import DuckEngine, Row, sql_of
from kordon.indicators.engine.expressions import answer, expression, has_expression
from kordon.indicators.engine.schema import week_number
from kordon.indicators.engine.weekly import ALL_KINDS, weekly

_WEEKLY = "border VARCHAR, week INTEGER, factor VARCHAR, indicator VARCHAR, kind VARCHAR, value DOUBLE, n BIGINT"
_ANSWERS = (
    "border VARCHAR, week INTEGER, factor VARCHAR, indicator VARCHAR, value DOUBLE, reason VARCHAR, n BIGINT, "
    "coverage DOUBLE"
)
_MADE_FROM = "indicator VARCHAR, definition VARCHAR"


class Rollup:
    """``engine`` holds the tables and a ``database`` to keep the answers in; ``whole_acts`` as for
    :func:`expression`."""

    def __init__(self, engine: DuckEngine, indicators: Sequence[Indicator], *, whole_acts: bool = False) -> None:
        self.engine = engine
        self.indicators = tuple(i for i in indicators if has_expression(i))
        self.whole_acts = whole_acts
        for name, columns in (("weekly", _WEEKLY), ("answers", _ANSWERS), ("made_from", _MADE_FROM)):
            engine.connection.execute(f"CREATE TABLE IF NOT EXISTS {name} ({columns})")
        self.made_from = sorted((i.id, f"{i.definition} {i.settings}") for i in self.indicators)
        kept = [tuple(row.values()) for row in engine.rows("SELECT * FROM made_from ORDER BY indicator")]
        self.stale = bool(kept) and kept != self.made_from

    def update(self, first: Week, last: Week) -> None:
        """Work out anew what the weeks from ``first`` to ``last``, whose events, figures or coverage changed, are
        read for; every week where the definitions are not those that the rollup was made from.

        All or nothing: a run that is broken off leaves the rollup as it was.
        """
        since = week_number(first)
        until = week_number(last) + max((i.window for i in self.indicators), default=1) - 1
        connection = self.engine.connection
        connection.execute("BEGIN")
        try:
            if self.stale:
                weeks = connection.execute("SELECT min(week), max(week) FROM calendar").fetchone()
                since, until = weeks if weeks and weeks[0] is not None else (since, until)
                connection.execute("DELETE FROM weekly")
                connection.execute("DELETE FROM answers")
            connection.execute("DELETE FROM made_from")
            if self.made_from:
                connection.executemany("INSERT INTO made_from VALUES (?, ?)", self.made_from)
            connection.execute("DELETE FROM weekly WHERE week BETWEEN ? AND ?", [since, until])
            found = weekly(self.indicators, whole_acts=self.whole_acts, since=since, until=until)
            connection.execute(f"INSERT INTO weekly {sql_of(found.order_by('border', 'week'), 'duckdb')}")
            connection.execute("DELETE FROM answers WHERE week BETWEEN ? AND ?", [since, until])
            for indicator in self.indicators:
                self._answer(indicator, since, until)
            connection.execute("COMMIT")
            self.stale = False
        except BaseException:
            connection.execute("ROLLBACK")
            raise

    def _answer(self, indicator: Indicator, since: int, until: int) -> None:
        import ibis

        if indicator.measure.of_incidents:
            kept = ibis.table(
                {"border": "string", "week": "int32", "indicator": "string", "kind": "string"}
                | {"value": "float64", "n": "int64"},
                name="weekly",
            )
            rows = answer(indicator, kept.filter(kept.indicator == indicator.id, kept.kind == ALL_KINDS))
        else:
            rows = expression(indicator)
        rows = rows.filter(rows.week >= since, rows.week <= until)
        rows = rows.select(
            "border",
            "week",
            factor=ibis.literal(indicator.factor),
            indicator=ibis.literal(indicator.id),
            value=rows.value,
            reason=rows.reason,
            n=rows.n,
            coverage=rows.coverage,
        )
        self.engine.connection.execute(f"INSERT INTO answers {sql_of(rows, 'duckdb')}")

    def page(self, border: str, first: Week, last: Week) -> list[Row]:
        """Every indicator of a border for the weeks from ``first`` to ``last``, in the order of weeks.

        Raises :class:`DomainError` where the definitions changed since the last update.
        """
        return self._ask("answers", "week, indicator", border, first, last)

    def kinds(self, border: str, first: Week, last: Week) -> list[Row]:
        """What each kind of incident came to in each week, by factor and indicator."""
        kept = f"(SELECT * FROM weekly WHERE kind <> '{ALL_KINDS}')"
        return self._ask(kept, "week, indicator, kind", border, first, last)

    def _ask(self, table: str, order: str, border: str, first: Week, last: Week) -> list[Row]:
        if self.stale:
            raise DomainError(
                "The rollup was made from other definitions of indicators than these; run update, which works "
                "out every week anew."
            )
        sql = f"SELECT * FROM {table} WHERE border = ? AND week BETWEEN ? AND ? ORDER BY {order}"
        return self.engine.rows(sql, [border, week_number(first), week_number(last)])

    def write(self, folder: Path) -> None:
        """``weekly.parquet`` and ``answers.parquet``, for readers that have no DuckDB."""
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("weekly", "answers"):
            shown = str(folder / f"{name}.parquet").replace("'", "''")
            self.engine.connection.execute(
                f"COPY (SELECT * FROM {name} ORDER BY border, week, indicator) TO '{shown}' (FORMAT parquet)"
            )
