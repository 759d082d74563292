"""``kordon send`` and ``kordon newsletter`` as an operator types them."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from kordon_cli import Kordon

from kordon.domain.time import Week

HERE = Path(__file__).parent.parent / "newsletter"


def module(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"newsletter_{name}", HERE / f"{name}.py")
    assert spec is not None and spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = made
    spec.loader.exec_module(made)
    return made


MADE = module("made")
KORDON = [sys.executable, "-m", "kordon.cli"]
SETTINGS = """\
from: news@example.org
base_url: https://news.example.org
site_url: https://example.org
database: readers.sqlite3
keys: keys
smtp: {host: 127.0.0.1, port: PORT, security: none}
"""


@pytest.fixture
def sink() -> Any:
    with module("mailserver").Sink() as running:
        yield running


@pytest.fixture
def folder(kordon: Kordon, tmp_path: Path, sink: Any, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, keys and a register with one issue: what the register will tell stands in for the register."""
    assert kordon("newsletter", "keys", "keys").exit_code == 0
    (tmp_path / "newsletter.yaml").write_text(SETTINGS.replace("PORT", str(sink.port)))
    (tmp_path / "kordon.sqlite3").touch()
    issues = (MADE.issue(Week(2024, 21), number=6), MADE.issue())
    monkeypatch.setattr("kordon.newsletter.content.released_issues", lambda register, setup: issues)
    return tmp_path


def alone(folder: Path, *words: str, given: str = "") -> str:
    """What a command prints that runs in a process of its own."""
    done = subprocess.run([*KORDON, *words], cwd=folder, input=given, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def readers(folder: Path, *addresses: str, lang: str = "en") -> None:
    """Sign up and confirm, past the mail."""
    from kordon.newsletter.opening import newsletter
    from kordon.newsletter.settings import read_settings

    with newsletter(read_settings(folder / "newsletter.yaml")) as opened:
        from kordon.newsletter.models import Subscriber
        from kordon.newsletter.readers import Choice
        from kordon.newsletter.subscriptions import Subscriptions
        from kordon.newsletter.tokens import Purpose, make_token

        service = Subscriptions(opened)
        for address in addresses:
            service.ask(address, Choice(lang))
        for kind in ("confirm", "known"):
            service.outbox.replace(service_words(kind))
        service.handle()
        for row in Subscriber.objects.using(opened.alias).filter(confirmed=False):
            service.confirm(make_token(opened.keys, Purpose.CONFIRM, row.id, opened.today()))


def service_words(kind: str) -> Any:
    from kordon.newsletter.letters import Edition, Kind, Letter

    edition = Edition("Confirm", "", "Confirm", (), (), "https://news.example.org/")
    return Letter(kind, Kind(kind), (), dict.fromkeys(("en", "be", "ru"), edition))


def test_a_dry_run_shows_and_changes_nothing(kordon: Kordon, folder: Path, sink: Any) -> None:
    readers(folder, "one@example.org", "two@example.org")
    readers(folder, "three@example.org", lang="be")
    before = (folder / "readers.sqlite3").read_bytes()
    done = kordon("send", "--register", "kordon.sqlite3", "--dry-run", "--out", "letters")
    assert done.exit_code == 0
    assert "issue 2024-W22: 3 readers (be: 1, en: 2)" in done.output
    assert "be: 27 мая – 2 чэрвеня 2024 года: Спробаў на адной мяжы зноў больш" in done.output
    assert done.output.endswith("Nothing was sent, nothing was changed.\n")
    assert sink.got == []
    assert (folder / "readers.sqlite3").read_bytes() == before
    assert {path.name for path in (folder / "letters").iterdir()} == {
        "issue-2024-W22-be.eml", "issue-2024-W22-en.eml", "issue-2024-W22-ru.eml"
    }  # fmt: skip
    assert "example.org" not in done.output.replace("letters/", "")  # no reader's address


def test_send_sends_once(kordon: Kordon, folder: Path, sink: Any) -> None:
    readers(folder, "one@example.org", "two@example.org")
    done = kordon("send", "--register", "kordon.sqlite3")
    assert "issue 2024-W22: 2 copies put into the outbox" in done.output
    assert kordon("newsletter", "send", "--register", "kordon.sqlite3").output == "Nothing was waiting.\n"
    issues = [mail for mail in sink.got if b"Auto-Submitted" not in mail.content]
    assert sorted(mail.recipient for mail in issues) == ["one@example.org", "two@example.org"]
    status = json.loads(kordon("newsletter", "status", "--json").output)
    assert status["confirmed"] == 2 and status["letters"]["issue 2024-W22"] == {"sent": 2}
    told = kordon("newsletter", "status").output
    assert "readers      2 (en: 2)" in told and "issue 2024-W22: sent 2" in told
    copy = kordon("newsletter", "copy", "issue 2024-W22", "--lang", "ru").output
    assert "Попыток на одной границе снова больше" in copy and "/manage/" not in copy


def test_a_message_on_its_way_is_finished_when_the_service_is_stopped(folder: Path, sink: Any) -> None:
    sink.plan = lambda address, before: "slow after data"
    (folder / "mail").write_bytes(b"From: reader@example.org\nTo: news@example.org\nSubject: subscribe be\n\n")
    alone(folder, "newsletter", "receive", "mail")
    serve = ["newsletter", "serve", "--listen", "127.0.0.1:0", "--send-every", "1"]
    with subprocess.Popen([*KORDON, *serve], cwd=folder, stdout=subprocess.PIPE, text=True) as process:
        end = time.monotonic() + 60
        while not sink.got and time.monotonic() < end:
            time.sleep(0.05)
        process.terminate()  # while the server has the text and has not answered
        process.communicate(timeout=60)
    assert process.returncode == 0
    assert len(sink.got) == 1
    assert json.loads(alone(folder, "newsletter", "status", "--json"))["letters"] == {}  # left, and not in doubt


@pytest.mark.parametrize(
    ("words", "given", "told"),
    [
        (["send", "--dry-run"], "", "There is no new letter."),
        (["send"], "", "Nothing was waiting."),
        (["newsletter", "status"], "", "readers      0"),
        (["newsletter", "purge"], "", "Deleted 0 rows."),
        (["newsletter", "receive"], "From: a@example.org\nSubject: subscribe ru\n\n", "subscribe"),
        (["newsletter", "receive"], "", "nothing"),
        (["newsletter", "forget"], "a@example.org\n", "Nothing is kept about 1 address."),
        (["newsletter", "rotate"], "", "Sealed 0 readers"),
        (["newsletter", "rotate", "--retire"], "", "Keys older than"),
        (["newsletter", "copy"], "", ""),
    ],
)
def test_each_command_stands_alone(folder: Path, words: list[str], given: str, told: str) -> None:
    """In a process of its own, where nothing was loaded for another."""
    assert alone(folder, *words, given=given).startswith(told)


def test_another_week_by_name(kordon: Kordon, folder: Path) -> None:
    readers(folder, "one@example.org")
    assert "issue 2024-W21: 1" in kordon("send", "--register", "kordon.sqlite3", "--week", "2024-W21").output
    missing = kordon("send", "--register", "kordon.sqlite3", "--week", "2023-W01")
    assert missing.exit_code == 1
    assert "No issue of 2023-W01 is released" in missing.output
    assert kordon("send", "--week", "2024-W21").exit_code == 2


def test_a_sign_up_a_bounce_and_forgetting(kordon: Kordon, folder: Path, sink: Any) -> None:
    (folder / "mail").write_bytes(b"From: reader@example.org\nTo: news@example.org\nSubject: subscribe be\n\n")
    assert kordon("newsletter", "receive", "mail").output == "subscribe\n"
    done = kordon("send")
    assert done.output == "1 sign-ups worked off\n1 sent\n"
    assert sink.got[0].recipient == "reader@example.org"
    (folder / "mail").write_bytes(b"Subject: hello\n\n")
    assert kordon("newsletter", "receive", "mail").output == "nothing\n"
    from click.testing import CliRunner

    from kordon.cli.main import cli

    done = CliRunner().invoke(cli, ["newsletter", "forget"], input="reader@example.org\n")
    assert done.output == "Nothing is kept about 1 address.\n"
    assert json.loads(kordon("newsletter", "status", "--json").output)["unconfirmed"] == 0
    assert "Deleted" in kordon("newsletter", "purge").output


def test_a_mail_server_is_asked_to_come_back_when_the_list_cannot_be_opened(kordon: Kordon, folder: Path) -> None:
    (folder / "mail").write_bytes(b"From: reader@example.org\nSubject: subscribe be\n\n")
    (folder / "keys").rename(folder / "keys.away")
    done = kordon("newsletter", "receive", "mail")
    assert done.exit_code == 75 and "There is no key file" in done.output
    (folder / "keys.away").rename(folder / "keys")
    assert kordon("newsletter", "receive", "mail").output == "subscribe\n"


def test_new_keys(kordon: Kordon, folder: Path) -> None:
    readers(folder, "one@example.org", "two@example.org")
    assert "Sealed 2 readers with generation 2" in kordon("newsletter", "rotate").output
    assert "older than generation 2 open nothing" in kordon("newsletter", "rotate", "--retire").output
    assert "generation 2: 2" in kordon("newsletter", "status").output
    assert (folder / "keys").stat().st_mode & 0o777 == 0o600


def test_a_server_that_is_not_there_is_a_sentence_and_an_exit_code(
    kordon: Kordon, folder: Path, sink: Any
) -> None:
    readers(folder, "one@example.org")
    text = (folder / "newsletter.yaml").read_text()
    (folder / "newsletter.yaml").write_text(text.replace(f"port: {sink.port}", "port: 1"))
    done = kordon("send", "--register", "kordon.sqlite3")
    assert done.exit_code == 3
    assert "kordon: The mail server 127.0.0.1:1 does not take our mail" in done.output


@pytest.mark.parametrize("arguments", [["send"], ["newsletter", "status"], ["newsletter", "serve"]])
def test_without_settings_is_a_sentence(kordon: Kordon, arguments: list[str]) -> None:
    done = kordon(*arguments)
    assert done.exit_code == 2
    assert (
        done.output == "kordon: newsletter.yaml: it cannot be read (No such file or directory); check the path.\n"
    )


def test_a_new_folder_to_begin_with(kordon: Kordon, tmp_path: Path) -> None:
    assert kordon("newsletter", "init", "news").exit_code == 0
    assert (tmp_path / "news" / "newsletter.keys").stat().st_mode & 0o777 == 0o600
    assert "There are settings" in kordon("newsletter", "init", "news").output
