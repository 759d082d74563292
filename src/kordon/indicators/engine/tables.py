"""Material -> the tables that expressions are evaluated over, and to Parquet and back.

What has to be settled one item after another is settled here, by the same functions as everywhere: the week of an
incident, which tellings are one act, which printed figures speak for a window. All that is left is relational.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kordon.domain.coded import Figure, Incident
from kordon.domain.errors import DomainError
from kordon.domain.material import Material
from kordon.domain.quantity import Quantity
from kordon.domain.time import Week
from kordon.indicators.covered import spoken_days
from kordon.indicators.definition import Indicator, Measure, killed, means_of, reaches, side_of
from kordon.indicators.engine.schema import NAMES, arrow_schema, week_number
from kordon.indicators.events import acts_of, by_week, grade_of
from kordon.indicators.figures import figures_of, printed_figures
from kordon.vocabulary import Vocabulary

if TYPE_CHECKING:
    import pyarrow as pa

Tables = Mapping[str, "pa.Table"]


def tables_of(
    material: Material,
    indicators: Sequence[Indicator],
    borders: Sequence[str],
    weeks: Sequence[Week],
    vocabulary: Vocabulary,
) -> Tables:
    """All tables, by name, for these definitions, borders and weeks.

    Raises :class:`DomainError` where the definitions do not share their settings, which say who speaks for a day.
    """
    import pyarrow as pa

    settings = {i.settings for i in indicators}
    if len(settings) != 1:
        raise DomainError("The tables are made for one set of settings; hand over definitions that share theirs.")
    spoken = spoken_days(material, borders, settings.pop())
    figures = figures_of(material.figures, borders)
    rows: dict[str, list[dict[str, Any]]] = {
        "events": list(_events(material, indicators, borders, vocabulary)),
        "figures": [_figure(f, material) for b in borders for f in figures[b] if f.span.length is not None],
        "printed": list(_printed(material, indicators, figures, weeks)),
        "coverage": [{"border": b, "day": d.toordinal()} for b in borders for d in sorted(spoken[b])],
        "calendar": [{"border": b, "week": week_number(w)} for b in borders for w in weeks],
    }
    return {name: pa.Table.from_pylist(rows[name], schema=arrow_schema(name)) for name in NAMES}


def write_tables(tables: Tables, folder: Path) -> None:
    """Each table as ``NAME.parquet``; the folder is made where it is missing."""
    import pyarrow.parquet as pq

    folder.mkdir(parents=True, exist_ok=True)
    for name, table in tables.items():
        pq.write_table(table, folder / f"{name}.parquet", compression="zstd")


def read_tables(folder: Path) -> Tables:
    """What :func:`write_tables` wrote, in memory."""
    import pyarrow.parquet as pq

    return {name: pq.read_table(folder / f"{name}.parquet", schema=arrow_schema(name)) for name in NAMES}


def _events(
    material: Material, indicators: Sequence[Indicator], borders: Sequence[str], vocabulary: Vocabulary
) -> Iterable[dict[str, Any]]:
    """A row for every telling and every grade that a definition of incidents asks for."""
    told = by_week(material.incidents, borders, material.events)
    ranks = {m.id: float(m.get("rank")) for m in vocabulary["means"].values()}
    for gate in sorted({i.min_grade for i in indicators if i.measure.of_incidents}):
        acts = acts_of(told, gate, material.reports, material.events)
        for (border, week), found in told.items():
            for incident in found:
                if reaches(grade_of(incident, material.reports), gate):
                    row = _event(incident, grade_of(incident, material.reports), ranks, vocabulary)
                    yield row | {
                        "gate": gate,
                        "act": acts[incident.id],
                        "border": border,
                        "week": week_number(week),
                    }


def _event(incident: Incident, grade: str, ranks: Mapping[str, float], vocabulary: Vocabulary) -> dict[str, Any]:
    means = means_of(incident, vocabulary)
    start = incident.occurred.start
    return {
        "id": incident.id,
        "report": incident.evidence[0].report,
        "day": None if start is None else start.toordinal(),
        "kind": incident.kind,
        "means": list(means),
        "means_rank": max((ranks.get(m, 0.0) for m in means), default=None),
        "side": side_of(incident.actor, vocabulary),
        "times": _best(incident.times),
        "people": _best(incident.people),
        "injured": _best(incident.injured),
        "killed": killed(incident) if incident.killed is not None or incident.kind == "death" else None,
        "clash": incident.clash or None,
        "warning_shots": incident.warning_shots,
        **_grade(grade),
    }


def _figure(figure: Figure, material: Material) -> dict[str, Any]:
    start, days = figure.span.start, figure.span.length
    return {
        "id": figure.id,
        "report": figure.evidence[0].report,
        "border": figure.place.borders[0],
        "unit": figure.unit,
        "start": None if start is None else start.toordinal(),
        "days": days,
        "best": float(figure.quantity.best),
        "low": float(figure.quantity.low),
        "high": None if figure.quantity.high is None else float(figure.quantity.high),
        **_grade(grade_of(figure, material.reports)),
    }


def _printed(
    material: Material,
    indicators: Sequence[Indicator],
    figures: Mapping[str, Sequence[Figure]],
    weeks: Sequence[Week],
) -> Iterable[dict[str, Any]]:
    for indicator in indicators:
        if indicator.measure is not Measure.INCIDENTS or not indicator.counts.units:
            continue
        for border, found in figures.items():
            mine = [f for f in found if f.unit in indicator.counts.units]
            for week in weeks if mine else ():
                apart, _ = printed_figures(mine, indicator, week, material.reports)
                if apart:
                    total = float(sum(f.quantity.best for f in apart))
                    yield {
                        "indicator": indicator.id,
                        "border": border,
                        "week": week_number(week),
                        "total": total,
                        "n": len(apart),
                    }


def _best(quantity: Quantity | None) -> float | None:
    return None if quantity is None else float(quantity.best)


def _grade(grade: str) -> dict[str, Any]:
    judged = len(grade) == 2 and grade[0] in "ABCDE" and grade[1] in "12345"
    return {"grade_letter": grade[0] if judged else None, "grade_digit": int(grade[1]) if judged else None}
