from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kordon.intake.sources import Sources, load_sources
from kordon.intake.tables import Table, read_table
from kordon.vocabulary import Vocabulary

HEADERS = {
    "attempts": "border,period_start,period_end,count,rounding,unit,source_url,published_at,published_basis,note",
    "totals": "period_start,period_end,count,rounding,source_url,published_at,published_basis,note",
    "incidents": "id,date,date_to,border,place,actor,actor_type,claimed_by,target,action,clash_id,count_people,"
    "injured,killed,grade,source_url,published_at,published_basis,note",
    "measures": "id,country,kind,status,place,borders,crossing_ids,traffic,decided_on,in_force_from,in_force_to,"
    "extends,basis,source_url,published_at,published_basis,note",
    "statuses": "id,crossing_id,status,traffic,from,to,to_unknown,superseded_by,as_of,date_precision,restriction,"
    "decided_by,source_url,note",
}
ReadRows = Callable[..., Table]


@pytest.fixture(scope="session")
def sources() -> Sources:
    return load_sources()


@pytest.fixture
def read_rows(tmp_path: Path, vocabulary: Vocabulary, sources: Sources) -> ReadRows:
    """Read rows (as lines of CSV) under one of the headers."""

    def read(header: str, *rows: str) -> Table:
        path = tmp_path / "t.csv"
        path.write_text("\n".join([HEADERS[header], *rows]) + "\n", encoding="utf-8")
        return read_table(path, vocabulary, sources, name="t.csv")

    return read
