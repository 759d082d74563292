"""Rows in the layout of each dataset, made by rule; none is copied from a dataset."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from kordon.geo.lines import load_lines
from kordon.intake.eventdata import Outcome, import_files, load_layouts
from kordon.vocabulary import load

VOCABULARY, LINES = load(), load_lines()
LAYOUTS = load_layouts(VOCABULARY)


def _acled(n: int) -> dict[str, object]:
    types = (("Battles", "Armed clash"), ("Riots", "Mob violence"), ("Protests", "Peaceful protest"))
    kind = types[n % 3]
    return {
        "event_id_cnty": f"ZZZ{n}",
        "event_date": f"2024-06-{n % 28 + 1:02}",
        "year": 2024,
        "time_precision": n % 3 + 1,
        "event_type": kind[0],
        "sub_event_type": kind[1],
        "actor1": f"Group {n % 7}",
        "inter1": "Rebel group",
        "actor2": "Police, first unit" if n % 2 else "",
        "inter2": "State forces",
        "country": "Sampleland",
        "admin1": "North",
        "location": f"Town {n % 50}",
        "latitude": f"{50 + n % 1000 / 1000:.4f}",
        "longitude": f"{20 + n % 700 / 1000:.4f}",
        "geo_precision": n % 3 + 1,
        "source": 'The "Daily"; Other News',
        "notes": f"Made up, for row {n}:{chr(10) if n % 50 == 0 else ' '}nobody did anything, said 'some'.",
        "fatalities": n % 4,
        "timestamp": 1718000000 + n // 50,
    }


def _gdelt(n: int) -> dict[str, object]:
    return {
        "GLOBALEVENTID": 1_000_000 + n,
        "SQLDATE": f"202406{n % 28 + 1:02}",
        "Actor1Name": "POLICE" if n % 2 else "",
        "Actor1CountryCode": "XXA",
        "Actor2Name": "CITIZEN",
        "EventCode": ("193", "154", "010", "0211")[n % 4],
        "EventBaseCode": ("193", "154", "010", "021")[n % 4],
        "EventRootCode": ("19", "15", "01", "02")[n % 4],
        "QuadClass": (4, 4, 1, 1)[n % 4],
        "GoldsteinScale": ("-10.0", "-7.2", "0.0", "3.4")[n % 4],
        "AvgTone": f"{n % 1000 / 100 - 5:.6f}",
        "ActionGeo_Type": 4,
        "ActionGeo_FullName": f"Town {n % 50}, Sampleland",
        "ActionGeo_CountryCode": "XX",
        "ActionGeo_ADM1Code": "XX01",
        "ActionGeo_Lat": f"{50 + n % 1000 / 1000:.4f}",
        "ActionGeo_Long": f"{20 + n % 700 / 1000:.4f}",
        "DATEADDED": "20240630121500",
        "SOURCEURL": f"https://example.org/news/{n}",
    }


def _ged(n: int) -> dict[str, object]:
    return {
        "id": 500_000 + n,
        "relid": f"ZZZ-2024-1-{n}",
        "year": 2024,
        "type_of_violence": n % 3 + 1,
        "side_a": "Government of Sampleland",
        "side_b": f"Group {n % 7}",
        "source_article": f'"News, 2024-06-{n % 28 + 1:02}, Title with, commas"',
        "where_prec": n % 7 + 1,
        "where_coordinates": f"Town {n % 50}",
        "adm_1": "North province",
        "latitude": f"{50 + n % 1000 / 1000:.6f}",
        "longitude": f"{20 + n % 700 / 1000:.6f}",
        "country": "Sampleland",
        "date_prec": n % 5 + 1,
        "date_start": f"2024-06-{n % 28 + 1:02} 00:00:00.000",
        "date_end": f"2024-06-{n % 28 + 1:02} 00:00:00.000",
        "best": n % 5,
        "high": n % 5 + 2,
        "low": 0,
    }


def _polecat(n: int) -> dict[str, object]:
    mode = (("ASSAULT", "firearms"), ("MOBILIZE", "troops"), ("COERCE", "cyber"), ("CONSULT", "visit"))[n % 4]
    return {
        "Event ID": f"PC{n}",
        "Event Date": f"2024-06-{n % 28 + 1:02}",
        "Event Type": mode[0],
        "Event Mode": mode[1],
        "Intensity": "-9.0",
        "Quad Code": "VERBAL COOPERATION" if mode[0] == "CONSULT" else "MATERIAL CONFLICT",
        "Contexts": "military;territory" if n % 8 < 4 else "territory",
        "Actor Name": "Sampleland" if n % 2 else "None",
        "Actor Country": "XXA",
        "Primary Actor Sector": "MIL",
        "Recipient Name": "Otherland",
        "Placename": f"Town {n % 50}",
        "Province": "North",
        "Country": "XXA",
        "Latitude": f"{50 + n % 1000 / 1000:.4f}",
        "Longitude": f"{20 + n % 700 / 1000:.4f}",
        "Feature Type": "PPL",
        "Source": "Example News",
        "Publication Date": "2024-06-30",
        "Story People": "Nobody",
    }


MADE: Mapping[str, Callable[[int], dict[str, object]]] = {
    "acled": _acled,
    "gdelt": _gdelt,
    "polecat": _polecat,
    "ucdp-ged": _ged,
}


class Exports:
    """Makes exports, imports them and reads what came of it."""

    names = tuple(MADE)
    layouts = LAYOUTS

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.to = folder / "to"

    @staticmethod
    def row(name: str, n: int, **changed: object) -> dict[str, object]:
        """One made row; ``changed`` replaces cells (with ``_`` for a space in a column's name)."""
        made = MADE[name](n)
        for column, value in changed.items():
            made[column if column in LAYOUTS[name].columns else column.replace("_", " ")] = value
        return made

    @staticmethod
    def text(
        name: str,
        rows: Iterable[Mapping[str, object]],
        *,
        columns: Iterable[str] | None = None,
        header: bool | None = None,
        end: str = "\n",
        spell: Callable[[str], str] = str,
    ) -> str:
        """An export as its dataset writes it."""
        layout = LAYOUTS[name]
        columns = tuple(columns or layout.columns)
        out = io.StringIO()
        quoting: Any = csv.QUOTE_MINIMAL if layout.quotes else csv.QUOTE_NONE
        writer = csv.writer(out, delimiter=layout.delimiter, lineterminator=end, quoting=quoting, quotechar='"')
        if header if header is not None else name != "gdelt":
            writer.writerow([spell(column) for column in columns])
        writer.writerows([one.get(column, "") for column in columns] for one in rows)
        return out.getvalue()

    def made(self, name: str, count: int, start: int = 0) -> str:
        return self.text(name, (self.row(name, n) for n in range(start, start + count)))

    def file(self, content: str | bytes, name: str = "export.csv") -> Path:
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def run(self, name: str, *paths: Path, to: Path | None = None, **more: Any) -> Outcome:
        return import_files(LAYOUTS[name], paths, to or self.to, vocabulary=VOCABULARY, lines=LINES, **more)

    def table(self, to: Path | None = None) -> pa.Table:
        return pq.read_table((to or self.to) / "events")

    def rows(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.table().to_pylist()
        return found

    def set_aside(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in (self.to / "set-aside.jsonl").read_text("utf-8").splitlines()]


@pytest.fixture
def exports(tmp_path: Path) -> Exports:
    return Exports(tmp_path)
