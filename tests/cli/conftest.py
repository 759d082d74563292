"""The command, run in this process."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from kordon_cli import NOTICE, Kordon

from kordon.cli.main import cli


@pytest.fixture
def kordon(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kordon:
    """Run ``kordon`` in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")

    def run(*arguments: str | Path) -> Result:
        return CliRunner().invoke(cli, [str(a) for a in arguments], catch_exceptions=False)

    return run


@pytest.fixture
def material(tmp_path: Path) -> Path:
    """A small folder of one's own: a notice, a table, and a note that is no report."""
    folder = tmp_path / "material"
    folder.mkdir()
    (folder / "2024-06-05-notice.txt").write_text(NOTICE, "utf-8")
    header = "border,period_start,period_end,count,rounding,unit,source_url,published_at,published_basis,note\n"
    row = "LT-BY,2024-06-{0:02},2024-06-{0:02},{0},exact,prevented,https://example.org/{0},2024-06-{1:02},note,\n"
    rows = "".join(row.format(day, day + 1) for day in range(3, 10))
    (folder / "attempts.csv").write_text(header + rows, "utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    return folder
