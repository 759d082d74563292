"""Indicators over tables: the same definitions as Ibis expressions, for DuckDB in the process and for Spark.

:func:`tables_of` lays material out in columns, :func:`expression` turns a definition into an expression over them,
:func:`execute` runs it. :mod:`kordon.indicators.engine.rollup` keeps what a page asks for.
"""

from kordon.indicators.engine.engines import DuckEngine, Engine, SparkEngine, execute
from kordon.indicators.engine.expressions import expression, has_expression
from kordon.indicators.engine.tables import read_tables, tables_of, write_tables

__all__ = [
    "DuckEngine",
    "Engine",
    "SparkEngine",
    "execute",
    "expression",
    "has_expression",
    "read_tables",
    "tables_of",
    "write_tables",
]
