"""``kordon site``: a key, an export, a check, a bundle; sentences, exit codes, JSON, and no secret in sight."""

from __future__ import annotations

import json
import shutil
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner
from kordon_cli import Kordon

from kordon.cli.main import cli
from kordon.site.manifest import LOCAL


@pytest.fixture(scope="module")
def run_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register and the site that ``kordon run`` made of it."""
    folder = tmp_path_factory.mktemp("run")
    (folder / "in").mkdir()
    header = "border,period_start,period_end,count,rounding,unit,source_url,published_at,published_basis,note\n"
    row = (
        "LT-BY,2024-{2}-{0:02},2024-{2}-{0:02},{0},exact,prevented,https://example.org/{0},2024-{2}-{1:02},note,\n"
    )
    rows = "".join(row.format(day, day + 1, month) for month in ("05", "06") for day in range(3, 20))
    (folder / "in" / "attempts.csv").write_text(header + rows, "utf-8")
    arguments = ["run", str(folder / "in"), "--register", str(folder / "r.sqlite3"), "--out", str(folder / "site")]
    assert CliRunner().invoke(cli, arguments, catch_exceptions=False).exit_code == 0
    return folder


@pytest.fixture
def made(run_once: Path, kordon: Kordon, tmp_path: Path) -> Path:
    """A register, a key and its signed site in the current folder."""
    shutil.copy(run_once / "r.sqlite3", tmp_path)
    new = kordon("site", "key", "new", "site.key")
    assert new.exit_code == 0
    (tmp_path / "site.pub").write_text(new.stdout)
    done = kordon("site", "export", "r.sqlite3", "out", "--key", "site.key")
    assert done.exit_code == 0, done.output
    assert "number 1, signed by the key" in done.stdout
    return tmp_path


def pages(folder: Path) -> dict[str, bytes]:
    found = {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    return {n: c for n, c in found.items() if not n.startswith((LOCAL, "kordon")) or n.endswith(".html")}


def test_what_is_published_from_the_register_is_what_the_run_published(run_once: Path, made: Path) -> None:
    assert pages(made / "out") == pages(run_once / "site")


def test_help_tells_what_there_is(kordon: Kordon) -> None:
    told = kordon("site", "--help").stdout
    for command in ("key", "export", "verify", "bundle"):
        assert f"  {command} " in told
    assert "Exit code 0" in kordon("site", "verify", "--help").stdout


def test_a_signed_site_is_proven_with_the_key_and_only_with_it(made: Path, kordon: Kordon) -> None:
    proven = kordon("site", "verify", "out", "--key", "site.pub")
    assert proven.exit_code == 0
    assert "out is whole: number 1" in proven.stdout
    line = (made / "site.pub").read_text().splitlines()[1]
    assert kordon("site", "verify", "out", "--key", line).exit_code == 0
    alone = kordon("site", "verify", "out", "--pins", "pins.json")
    assert alone.exit_code == 5
    assert "which it brought along itself" in alone.stdout
    assert kordon("site", "verify", "out", "--pins", "pins.json", "--pin").exit_code == 0
    assert kordon("site", "verify", "out", "--pins", "pins.json").exit_code == 0

    (made / "out" / "en" / "about.html").write_bytes(b"other")
    altered = kordon("site", "verify", "out", "--key", "site.pub")
    assert altered.exit_code == 1
    assert altered.stdout.splitlines() == [
        "en/about.html is not as it was published.",
        "Do not trust out: 1 thing is wrong with it.",
    ]
    found = json.loads(kordon("site", "verify", "out", "--key", "site.pub", "--json").stdout)
    assert (found["whole"], found["changed"], found["schema"]) == (False, ["en/about.html"], "kordon.site-check/1")


def test_an_older_copy_than_was_seen_is_refused(made: Path, kordon: Kordon) -> None:
    shutil.copytree(made / "out", made / "old")
    done = kordon(
        "site", "export", "r.sqlite3", "out", "--key", "site.key", "--base-url", "https://k.example", "--json"
    )
    assert json.loads(done.stdout)["number"] == 2
    assert (
        kordon("site", "verify", "out", "--key", "site.pub", "--since", "old/kordon-manifest.json").exit_code == 0
    )
    for since in ("2", "out/kordon-manifest.json"):
        old = kordon("site", "verify", "old", "--key", "site.pub", "--since", since)
        assert old.exit_code == 1
        assert "older than number 2" in old.stdout


def test_a_bundle_is_made_and_proven(made: Path, kordon: Kordon) -> None:
    done = kordon("site", "bundle", "week.zip", "--site", "out", "--weeks", "2024-W19..2024-W20", "--lang", "be")
    assert done.exit_code == 0, done.output
    assert "with a note in place of" in done.stdout
    assert kordon("site", "verify", "week.zip", "--key", "site.pub").exit_code == 0
    one = json.loads(kordon("site", "bundle", "w.tar", "--site", "out", "--weeks", "2024-W19", "--json").stdout)
    assert one["signed"] is True
    assert kordon("site", "bundle", "w.zip", "--site", "out", "--weeks", "2024-19").exit_code == 2
    wrong = kordon("site", "bundle", "w.zip", "--site", "out", "--lang", "xx")
    assert wrong.exit_code == 1
    assert wrong.stderr.startswith("kordon: The site in out has no language 'xx'")


def test_only_what_changed_is_made(made: Path, kordon: Kordon) -> None:
    again = json.loads(kordon("site", "export", "r.sqlite3", "out", "--key", "site.key", "--json").stdout)
    assert (again["made"], again["written"], again["number"]) == (0, 0, 1)
    fresh = kordon("site", "export", "r.sqlite3", "out", "--key", "site.key", "--fresh", "--json")
    assert json.loads(fresh.stdout)["made"] > 100
    assert json.loads(fresh.stdout)["written"] == 0


def test_a_signed_site_is_not_published_unsigned_by_mistake(made: Path, kordon: Kordon) -> None:
    refused = kordon("site", "export", "r.sqlite3", "out")
    assert refused.exit_code == 4
    assert "would be published unsigned" in refused.stderr
    assert kordon("site", "export", "r.sqlite3", "out", "--unsign").exit_code == 0
    unsigned = kordon("site", "verify", "out")
    assert unsigned.exit_code == 5
    assert "It is not signed" in unsigned.stdout


def test_a_passphrase_comes_from_the_environment_a_file_or_a_prompt(
    made: Path, kordon: Kordon, monkeypatch: pytest.MonkeyPatch
) -> None:
    (made / "phrase").write_text("праз лес\n", "utf-8")
    new = kordon("site", "key", "new", "locked", "--passphrase-file", "phrase")
    assert new.exit_code == 0
    assert "under a passphrase" in new.stderr
    assert stat.S_IMODE((made / "locked").stat().st_mode) == 0o600
    public = new.stdout
    assert kordon("site", "key", "show", "locked", "--passphrase-file", "phrase").stdout == public
    monkeypatch.setenv("KORDON_SITE_PASSPHRASE", "праз лес")
    assert kordon("site", "key", "show", "locked").stdout == public
    monkeypatch.setenv("KORDON_SITE_PASSPHRASE", "не той")
    wrong = kordon("site", "key", "show", "locked")
    assert wrong.exit_code == 2
    assert "the passphrase does not open it" in wrong.stderr
    assert "не той" not in wrong.output
    monkeypatch.delenv("KORDON_SITE_PASSPHRASE")
    asked = CliRunner().invoke(cli, ["site", "key", "show", "locked"], input="праз лес\n")
    assert public in asked.stdout
    assert "праз" not in asked.output
    assert kordon("site", "key", "new", "site.key").exit_code == 2  # never written over


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("verify", "nowhere"), 1, "There is no nowhere; name a folder, a bundle, or an address"),
        (("verify", "."), 2, "no site that Kordon exported"),
        (("verify", ".", "--key", "nonsense"), 2, "not a public key"),
        (("verify", ".", "--since", "nonsense"), 1, "There is no manifest nonsense; give a number"),
        (("export", "none.sqlite3", "out"), 3, "There is no register at none.sqlite3"),
        (("bundle", "x.zip", "--site", "."), 2, "no exported site"),
    ],
)
def test_each_mistake_gets_one_sentence(kordon: Kordon, arguments: tuple[str, ...], code: int, told: str) -> None:
    result = kordon("site", *arguments)
    assert result.exit_code == code
    assert told in result.stderr
    assert result.stderr.count("\n") == 1
    assert "Traceback" not in result.output


def test_a_register_without_a_run_has_nothing_to_publish(kordon: Kordon, tmp_path: Path) -> None:
    from kordon.register import open_register

    open_register(tmp_path / "empty.sqlite3").close()
    result = kordon("site", "export", "empty.sqlite3", "out")
    assert result.exit_code == 3
    assert "holds no completed run" in result.stderr
    assert not (tmp_path / "out").exists()
