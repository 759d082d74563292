"""Run an expression: on DuckDB inside this process, or on Spark where one machine is too small.

An expression becomes the engine's SQL text here, and is run by the engine's own client. Neither pandas nor the
connectors of Ibis, which lag behind their engines, are needed for that.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from kordon.indicators.engine.schema import COLUMNS, NAMES

if TYPE_CHECKING:
    import duckdb
    import ibis.expr.types as ir
    import pyarrow as pa

Row = dict[str, Any]


class Engine(Protocol):
    """Something that holds the tables under their names and answers in one dialect of SQL."""

    dialect: str

    def rows(self, sql: str) -> list[Row]: ...


def execute(expression: ir.Table, engine: Engine) -> list[Row]:
    """The rows of an expression, one mapping each, in no order."""
    return engine.rows(sql_of(expression, engine.dialect))


def sql_of(expression: ir.Table, dialect: str) -> str:
    import ibis

    if dialect == "pyspark":
        ibis.pyspark  # noqa: B018  (its options exist only once it was looked up)
    return str(ibis.to_sql(expression, dialect=dialect))


class DuckEngine:
    """DuckDB in this process.

    ``tables`` are Arrow tables; ``folder`` holds ``NAME.parquet``, or a folder ``NAME`` of such files, for the
    tables that are not given; a table that is nowhere is empty. ``memory`` ('800MB') bounds what DuckDB takes,
    beyond which it writes to files in the folder ``spill``.
    """

    dialect = "duckdb"

    def __init__(
        self,
        tables: Mapping[str, pa.Table] | None = None,
        folder: Path | None = None,
        *,
        database: Path | None = None,
        memory: str | None = None,
        threads: int | None = None,
        spill: Path | None = None,
    ) -> None:
        import duckdb

        self.connection: duckdb.DuckDBPyConnection = duckdb.connect(str(database or ":memory:"))
        settings = {"memory_limit": memory, "threads": threads, "temp_directory": spill}
        for key, value in settings.items():
            if value is not None:
                self.connection.execute(f"SET {key} = {_quoted(value)}")
        self.connection.execute("SET preserve_insertion_order = false")
        for name in NAMES:
            given = (tables or {}).get(name)
            files = None if folder is None else parquet_of(folder, name)
            if given is not None:
                self.connection.register(name, given)
            elif files is not None:
                view = f"CREATE OR REPLACE TEMP VIEW {name} AS FROM read_parquet({_quoted(files)})"
                self.connection.execute(view)
            else:
                self.connection.execute(f"CREATE OR REPLACE TEMP TABLE {name} ({_columns(name)})")

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        answer = self.connection.execute(sql, list(parameters))
        names = [column[0] for column in answer.description or ()]
        return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]

    def close(self) -> None:
        self.connection.close()


class SparkEngine:
    """Spark, through a session that the caller opened and closes.

    ``tables`` are Arrow tables, ``folder`` as for :class:`DuckEngine`, on any file system that Spark reads.
    """

    dialect = "pyspark"

    def __init__(
        self, session: Any, tables: Mapping[str, pa.Table] | None = None, folder: Path | None = None
    ) -> None:
        self.session = session
        for name in NAMES:
            given = (tables or {}).get(name)
            files = None if folder is None else parquet_of(folder, name)
            if given is None and files is not None:
                frame = session.read.parquet(files)
            else:
                rows = [] if given is None else [tuple(row.values()) for row in given.to_pylist()]
                frame = session.createDataFrame(rows, _spark_schema(name))
            frame.createOrReplaceTempView(name)

    def rows(self, sql: str) -> list[Row]:
        return [row.asDict() for row in self.session.sql(sql).collect()]


def parquet_of(folder: Path, name: str) -> str | None:
    """The file or files of a table in a folder, as engines take them; ``None`` where there is none."""
    if (folder / f"{name}.parquet").is_file():
        return str(folder / f"{name}.parquet")
    if (folder / name).is_dir():
        return str(folder / name / "*.parquet")
    return None


_SQL = {
    "string": ("VARCHAR", "string"),
    "int32": ("INTEGER", "int"),
    "int64": ("BIGINT", "bigint"),
    "float64": ("DOUBLE", "double"),
    "boolean": ("BOOLEAN", "boolean"),
    "array<string>": ("VARCHAR[]", "array<string>"),
}


def _quoted(value: object) -> str:
    return "'" + str(value).replace("'", "''") + "'"


def _columns(name: str) -> str:
    return ", ".join(f'"{column}" {_SQL[kind][0]}' for column, kind in COLUMNS[name].items())


def _spark_schema(name: str) -> str:
    return ", ".join(f"`{column}` {_SQL[kind][1]}" for column, kind in COLUMNS[name].items())
