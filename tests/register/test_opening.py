"""Opening a register: what is made, what is refused, and that it is said in a sentence."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from kordon.domain.errors import RegisterError
from kordon.register import Register, open_register

SENTENCE = r"^(The|A) .+\.$"


def refused(place: str | Path) -> str:
    with pytest.raises(RegisterError, match=SENTENCE) as caught:
        open_register(place).close()
    return str(caught.value)


def pragma(register: Register, name: str) -> object:
    from django.db import connections

    with connections[register.alias].cursor() as cursor:
        cursor.execute(f"PRAGMA {name}")
        return cursor.fetchone()[0]


def test_a_new_register_is_made_and_opened_again(make_url: Callable[..., str], made: ModuleType) -> None:
    url = make_url(empty=True)
    with open_register(url) as register:
        assert register.store(made.coded(1))
    with open_register(url) as register:
        assert not register.store(made.coded(1))
        assert register.report(made.report(1).id) == made.report(1)


def test_sqlite_settings(tmp_path: Path) -> None:
    with open_register(tmp_path / "r.sqlite3") as register:
        assert pragma(register, "journal_mode") == "wal"
        assert pragma(register, "synchronous") == 1
        assert pragma(register, "foreign_keys") == 1
        assert pragma(register, "busy_timeout") == 30_000
    assert sorted(p.name for p in tmp_path.iterdir()) == ["r.sqlite3"]


def test_several_registers_live_in_one_process(make_url: Callable[..., str], made: ModuleType) -> None:
    with open_register(make_url()) as one, open_register(make_url()) as other:
        one.store(made.coded(1))
        assert other.report(made.report(1).id) is None
        assert one.report(made.report(1).id) == made.report(1)


def test_closing_twice_does_no_harm(register_url: str) -> None:
    register = open_register(register_url)
    register.close()
    register.close()


def test_an_empty_file_becomes_a_register(tmp_path: Path) -> None:
    path = tmp_path / "r.sqlite3"
    path.touch()
    with open_register(path) as register:
        assert register.runs() == ()


def test_a_file_that_is_no_database_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("These are my notes on the border.")
    assert "is not a Kordon register" in refused(path)
    assert path.read_text() == "These are my notes on the border."
    assert list(tmp_path.iterdir()) == [path]


def test_a_database_of_something_else_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite3"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE bookmarks (address TEXT)")
    connection.close()
    before = path.read_bytes()
    assert "is not a Kordon register" in refused(path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder(tmp_path: Path) -> None:
    assert "is a folder" in refused(tmp_path)


def test_a_folder_that_does_not_exist(tmp_path: Path) -> None:
    assert str(tmp_path / "missing") in refused(tmp_path / "missing" / "r.sqlite3")


def test_a_place_that_cannot_be_written() -> None:
    place = Path("/sys/kordon.sqlite3")  # not even root can make a file there
    if not place.parent.is_dir():
        pytest.skip("This system has no /sys, which is the place that nobody can write to.")
    assert "make the file and its folder writable" in refused(place)


def test_a_file_that_cannot_be_written(tmp_path: Path, template: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "r.sqlite3"
    path.write_bytes(template.read_bytes())

    def refuse(self: Path, *arguments: object, **more: object) -> None:  # root is refused nothing by the system
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "open", refuse)
    assert "make the file writable" in refused(path)


def test_a_damaged_file(tmp_path: Path, template: Path) -> None:
    path = tmp_path / "r.sqlite3"
    whole = template.read_bytes()
    path.write_bytes(whole[:100] + b"\xff" * (len(whole) - 100))
    assert "cannot be read" in refused(path)


def test_a_register_of_a_newer_version(make_url: Callable[..., str]) -> None:
    url = make_url(empty=True)
    with open_register(url) as register:
        from django.db import connections
        from django.db.migrations.recorder import MigrationRecorder

        MigrationRecorder(connections[register.alias]).record_applied("register", "9999_tomorrow")
    said = refused(url)
    assert "newer version of Kordon" in said
    assert "9999_tomorrow" in said


def test_a_database_that_is_used_for_something_else(make_url: Callable[..., str]) -> None:
    url = make_url(empty=True)
    if url.startswith("postgresql"):
        import psycopg

        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("CREATE TABLE bookmarks (address TEXT)")
        assert "holds tables of something else" in refused(url)


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("", "is empty"),
        ("mysql://localhost/kordon", "mysql:// address"),
        ("postgresql://user:secret@localhost/?port=none%zz", "malformed"),
        ("postgresql://user:secret@localhost", "names no database"),
        ("postgresql://user:secret@127.0.0.1:1/kordon", "kordon on 127.0.0.1"),
    ],
)
def test_an_address_that_leads_nowhere(place: str, said: str) -> None:
    message = refused(place)
    assert said in message
    assert "secret" not in message


def test_django_is_imported_only_when_a_register_is_opened() -> None:
    code = "import sys, kordon.register; sys.exit('django' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_program_with_settings_of_its_own_must_list_the_application(tmp_path: Path) -> None:
    code = (
        "from django.conf import settings; settings.configure(INSTALLED_APPS=[])\n"
        "from kordon.register import open_register\n"
        "from kordon.domain.errors import RegisterError\n"
        "try: open_register('unused.sqlite3')\n"
        "except RegisterError as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=tmp_path)
    assert list(tmp_path.iterdir()) == []
    assert "add it to INSTALLED_APPS." in done.stdout


def test_the_migrations_say_what_the_models_say(tmp_path: Path) -> None:
    """As a command with the settings module, which is what tools and administrators use."""
    done = subprocess.run(
        [sys.executable, "-m", "django", "makemigrations", "--check", "--dry-run"],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "kordon.register.settings",
             "KORDON_REGISTER": str(tmp_path / "r.sqlite3")},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No changes detected" in done.stdout


def test_a_register_made_by_the_migrate_command_is_guarded_too(tmp_path: Path, made: ModuleType) -> None:
    path = tmp_path / "r.sqlite3"
    subprocess.run(
        [sys.executable, "-m", "django", "migrate", "-v0"],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "kordon.register.settings", "KORDON_REGISTER": str(path)},
        check=True,
    )
    with open_register(path) as register:
        register.store(made.coded(1))
    connection = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError, match="never changed or deleted"):
        connection.execute("DELETE FROM register_figure")
    connection.close()
