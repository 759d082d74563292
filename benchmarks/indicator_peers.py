"""The peers of ``benchmarks/indicators.py`` that are not DuckDB: the shipped indicators, written by hand.

Each takes a folder of events and gives its answer's digest and what it took; what it takes to start, and for
SQLite to load, is not in it.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

Digest = list[tuple[Any, ...]]
Took = tuple[float, float]  # seconds by the clock, and of all processors

BY_HAND = Path(__file__).parent / "indicators.sql"
KEYS = ["border", "week", "kind"]
ATTACKS = ["stone_throwing", "slingshot", "pepper_spray", "pyrotechnics", "laser", "knife_attack", "assault"]
DAMAGE = ["fence_damage", "tunnel"]
SHOTS = ["shots_fired", "weapon_use"]
# indicator, factor, weeks, kinds, column of the value, of the number of acts, how kinds and weeks are put together
SUMMED = [
    ("b1", "incidents", 1, ATTACKS, "often", "n_often", "sum"),
    ("b2", "incidents", 1, DAMAGE, "often", "n_often", "sum"),
    (
        *("b3", "incidents", 1, [*ATTACKS, *DAMAGE, "armed_incursion", "weapon_aimed", "mass_push"]),
        *("often_far", "n_far", "sum"),
    ),
    ("m1", "military", 1, ["exercise", "deployment"], "often", "n_often", "sum"),
    ("m3", "military", 1, [*SHOTS, "weapon_aimed"], "often_sharp", "n_sharp", "sum"),
    ("s1", "intelligence", 4, ["espionage"], "often", "n_often", "sum"),
    ("i1", "information", 1, ["information_attack"], "often", "n_often", "sum"),
    ("i3", "information", 1, ["cyber"], "often", "n_often", "sum"),
    ("a1", "airspace", 1, ["balloon", "drone"], "often", "n_often", "sum"),
    ("a3", "airspace", 4, ["airspace_violation"], "often", "n_often", "sum"),
    ("b4", "incidents", 1, [*ATTACKS, *DAMAGE, "mass_push", "crossing_attempt"], "people", "n_often", "max"),
    (
        *("means", "incidents", 1, [*ATTACKS, *DAMAGE, *SHOTS, "weapon_aimed", "mass_push"]),
        *("means_rank", "n_sharp", "max"),
    ),
]
# indicator, factor, kinds (None: any), column of the value, of the number of acts
BY_CLASH: list[tuple[str, str, list[str] | None, str, str]] = [
    ("b1-wounded", "incidents", [*ATTACKS, *SHOTS], "hurt", "n_hurt"),
    ("p5", "protection", None, "killed", "n_killed"),
]


def clock() -> Took:
    return time.perf_counter(), time.process_time()


def since(began: Took) -> Took:
    return time.perf_counter() - began[0], time.process_time() - began[1]


def in_polars(folder: Path, last: int) -> tuple[Digest, Took]:
    """Lazily from the files, by the streaming engine."""
    import polars as pl

    began = clock()
    col, zero = pl.col, pl.lit(0.0)
    outside, sharp = col("side").is_in(["far", "none"]), ~col("warning_shots")
    dead, is_death = col("killed").fill_null(0.0), col("kind") == "death"
    good = (
        pl.scan_parquet(folder / "events" / "*.parquet")
        .filter(col("grade_letter").is_in(["A", "B", "C"]) & (col("grade_digit") <= 3))
        .select(
            *KEYS,
            "clash",
            outside.alias("outside"),
            (outside & sharp).alias("sharp"),
            (col("side") == "far").alias("far"),
            ((dead > 0) | is_death).alias("dead"),
            col("times").fill_null(1.0),
            col("people").fill_null(0.0),
            col("means_rank").fill_null(0.0),
            dead.alias("killed"),
            (col("injured").fill_null(0.0) + pl.when(col("kind") == "death").then(zero).otherwise(dead)).alias(
                "hurt"
            ),
        )
    )
    alone = col("clash").is_null()
    acts = good.group_by(KEYS).agg(
        often=col("times").filter("outside").sum(),
        n_often=col("outside").sum(),
        often_sharp=col("times").filter("sharp").sum(),
        n_sharp=col("sharp").sum(),
        often_far=col("times").filter("far").sum(),
        n_far=col("far").sum(),
        people=col("people").filter("outside").max(),
        means_rank=col("means_rank").filter("sharp").max(),
        hurt=col("hurt").filter(col("outside") & alone).sum(),
        n_hurt=(col("outside") & alone).sum(),
        killed=col("killed").filter(col("dead") & alone).sum(),
        n_killed=(col("dead") & alone).sum(),
    )
    clashes = (
        good.filter(col("clash").is_not_null())
        .group_by(*KEYS, "clash")
        .agg(
            hurt=col("hurt").filter("outside").max(),
            n_hurt=col("outside").sum(),
            killed=col("killed").filter("dead").max(),
            n_killed=col("dead").sum(),
        )
    )
    table, pairs = pl.collect_all([acts, clashes], engine="streaming")
    answers = []

    def labelled(rows: Any, indicator: str, factor: str) -> Any:
        named = {"factor": pl.lit(factor), "indicator": pl.lit(indicator), "n": col("n").cast(pl.Int64)}
        return rows.with_columns(**named).select(
            "border", col("week").cast(pl.Int32), "factor", "indicator", "kind", "value", "n"
        )

    for indicator, factor, weeks, kinds, value, n, how in SUMMED:
        own = table.filter(col("kind").is_in(kinds) & (col(n) > 0)).select(*KEYS, value=col(value), n=col(n))
        answers.append(labelled(own, indicator, factor))
        spread = pl.concat([own.with_columns(week=col("week") + later) for later in range(weeks)])
        put = col("value").sum() if how == "sum" else col("value").max()
        whole = spread.filter(col("week") <= last).group_by("border", "week").agg(value=put, n=col("n").sum())
        answers.append(labelled(whole.with_columns(kind=pl.lit("*")), indicator, factor))
    for indicator, factor, of_kinds, value, n in BY_CLASH:
        kept = (col(n) > 0) if of_kinds is None else col("kind").is_in(of_kinds) & (col(n) > 0)
        own = table.filter(kept).select(*KEYS, value=col(value), n=col(n))
        mine = pairs.filter(kept).select(*KEYS, "clash", value=col(value), n=col(n))
        both = pl.concat([own, mine.drop("clash")])
        answers.append(labelled(both.group_by(KEYS).agg(col("value").sum(), col("n").sum()), indicator, factor))
        once = mine.group_by("border", "week", "clash").agg(col("value").max(), col("n").sum())
        rows = pl.concat([own.drop("kind"), once.drop("clash")]).group_by("border", "week")
        whole = rows.agg(col("value").sum(), col("n").sum())
        answers.append(labelled(whole.with_columns(kind=pl.lit("*")), indicator, factor))
    answer = pl.concat(answers)
    took = since(began)
    told = answer.with_columns(whole=col("kind") == "*").group_by("indicator", "whole")
    found = told.agg(pl.len(), col("value").sum(), n=col("n").sum()).sort("indicator", "whole")
    return [tuple(row) for row in found.rows()], took


def in_pandas(folder: Path, last: int) -> tuple[Digest, Took]:
    """Words as categories, which is what somebody who knows pandas would do first."""
    import pandas as pd

    began = clock()
    read = ["border", "week", "kind", "side", "clash", "times", "people", "means_rank", "injured", "killed"]
    words = ["border", "kind", "side", "clash", "grade_letter"]
    parts = [
        pd.read_parquet(path, columns=[*read, "warning_shots", "grade_letter", "grade_digit"]).astype(
            dict.fromkeys(words, "category")
        )
        for path in sorted((folder / "events").glob("*.parquet"))
    ]
    rows = parts[0] if len(parts) == 1 else pd.concat(parts)
    rows = rows[rows["grade_letter"].isin(["A", "B", "C"]) & (rows["grade_digit"] <= 3)]
    rows = rows.fillna({"times": 1.0, "people": 0.0, "means_rank": 0.0, "injured": 0.0, "killed": 0.0})
    rows["hurt"] = rows["injured"] + rows["killed"].where(rows["kind"] != "death", 0.0)
    outside = rows["side"].isin(["far", "none"])
    flags = {
        "often": outside,
        "sharp": outside & ~rows["warning_shots"],
        "far": rows["side"] == "far",
        "hurt": outside & rows["clash"].isna(),
        "killed": ((rows["killed"] > 0) | (rows["kind"] == "death")) & rows["clash"].isna(),
    }
    columns = {
        "often": ("often", "times", "sum"),
        "often_sharp": ("sharp", "times", "sum"),
        "often_far": ("far", "times", "sum"),
        "people": ("often", "people", "max"),
        "means_rank": ("sharp", "means_rank", "max"),
        "hurt": ("hurt", "hurt", "sum"),
        "killed": ("killed", "killed", "sum"),
    }
    sums = {}
    for flag, holds in flags.items():
        grouped = rows[holds].groupby(KEYS, observed=True)
        sums[f"n_{flag}"] = grouped.size()
        for name, (of, column, how) in columns.items():
            if of == flag:
                sums[name] = grouped[column].agg(how)
    table = pd.DataFrame(sums).fillna(0.0).reset_index()
    fought = rows[rows["clash"].notna()]
    dead = (fought["killed"] > 0) | (fought["kind"] == "death")
    of_clash = {"hurt": fought[fought["side"].isin(["far", "none"])], "killed": fought[dead]}
    answers = []

    def labelled(rows: Any, indicator: str, factor: str, kind: str | None = None) -> Any:
        told = rows.reset_index() if kind is None else rows.reset_index().assign(kind=kind)
        return told.assign(indicator=indicator, factor=factor)

    for indicator, factor, weeks, kinds, value, n, how in SUMMED:
        own = table[table["kind"].isin(kinds) & (table[n] > 0)]
        own = own[[*KEYS, value, n]].rename(columns={value: "value", n: "n"})
        answers.append(labelled(own.set_index(KEYS), indicator, factor))
        spread = pd.concat([own.assign(week=own["week"] + later) for later in range(weeks)])
        spread = spread[spread["week"] <= last]
        whole = spread.groupby(["border", "week"], observed=True).agg(value=("value", how), n=("n", "sum"))
        answers.append(labelled(whole, indicator, factor, "*"))
    for indicator, factor, of_kinds, value, n in BY_CLASH:
        own, mine = table[table[n] > 0], of_clash[value]
        if of_kinds is not None:
            own, mine = own[own["kind"].isin(of_kinds)], mine[mine["kind"].isin(of_kinds)]
        own = own[[*KEYS, value, n]].rename(columns={value: "value", n: "n"})
        asked = {"value": (value, "max"), "n": (value, "size")}
        pairs = mine.groupby([*KEYS, "clash"], observed=True).agg(**asked).reset_index()
        both = pd.concat([own, pairs]).groupby(KEYS, observed=True)[["value", "n"]].sum()
        answers.append(labelled(both, indicator, factor))
        once = pairs.groupby(["border", "week", "clash"], observed=True)
        together = pd.concat([own, once.agg(value=("value", "max"), n=("n", "sum")).reset_index()])
        whole = together.groupby(["border", "week"], observed=True)[["value", "n"]].sum()
        answers.append(labelled(whole, indicator, factor, "*"))
    answer = pd.concat(answers)
    took = since(began)
    told = answer.assign(whole=answer["kind"] == "*").groupby(["indicator", "whole"])
    found = told.agg(rows=("n", "size"), value=("value", "sum"), n=("n", "sum")).reset_index()
    return [tuple(row) for row in found.itertuples(index=False)], took


def in_sqlite(folder: Path, last: int) -> tuple[Digest, Took]:
    """The SQL that is written for DuckDB, over a table of what it reads; an index would not be used."""
    import pyarrow.parquet as pq

    read = "border, week, kind, means_rank, side, times, people, injured, killed, clash, grade_letter, grade_digit"
    names = [*read.split(", "), "warning_shots"]
    database = folder / "events.sqlite"
    database.unlink(missing_ok=True)
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA journal_mode = off")
    connection.execute("PRAGMA cache_size = -400000")
    connection.execute("PRAGMA temp_store = file")
    connection.execute(f"CREATE TABLE events ({', '.join(names)})")
    marks = ", ".join("?" for _ in names)
    for path in sorted((folder / "events").glob("*.parquet")):
        for batch in pq.ParquetFile(path).iter_batches(50_000, columns=names):
            columns = [batch.column(name).to_pylist() for name in names]
            connection.executemany(f"INSERT INTO events VALUES ({marks})", zip(*columns, strict=True))
    connection.commit()
    began = clock()
    connection.execute(f"CREATE TEMP TABLE answer AS {BY_HAND.read_text()}", {"last": last})
    took = since(began)
    sql = "SELECT indicator, kind = '*', count(*), sum(value), sum(n) FROM answer GROUP BY 1, 2 ORDER BY 1, 2"
    found = connection.execute(sql).fetchall()
    connection.close()
    database.unlink()
    return found, took


PEERS: dict[str, Callable[[Path, int], tuple[Digest, Took]]] = {
    "Polars": in_polars,
    "pandas": in_pandas,
    "SQLite": in_sqlite,
}
