from __future__ import annotations

from collections.abc import Callable, Sequence
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
MakePdf = Callable[..., bytes]


@pytest.fixture(scope="session")
def make_pdf() -> MakePdf:
    """A PDF of pages, each the bytes of its content; ``extra`` are further objects, ``trailer`` further keys."""

    def stream(content: bytes, keys: bytes = b"") -> bytes:
        return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(content), keys, content)

    def make(
        *pages: bytes, keys: bytes = b"", resources: bytes = b"", extra: Sequence[bytes] = (), trailer: bytes = b""
    ) -> bytes:
        first = 4 + len(extra)
        kids = b" ".join(b"%d 0 R" % (first + 2 * n) for n in range(len(pages)))
        objects = [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(pages)),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            *extra,
        ]
        for n, page in enumerate(pages):
            inside = b"<</Font<</F 3 0 R>>%s>>" % resources
            contents = first + 2 * n + 1
            objects.append(
                b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents %d 0 R/Resources %s>>"
                % (contents, inside)
            )
            objects.append(stream(page, keys))
        out, places = b"%PDF-1.7\n", []
        for n, each in enumerate(objects, 1):
            places.append(len(out))
            out += b"%d 0 obj\n%s\nendobj\n" % (n, each)
        table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
        table += b"".join(b"%010d 00000 n \n" % place for place in places)
        end = b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, trailer, len(out))
        return out + table + end

    return make


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
