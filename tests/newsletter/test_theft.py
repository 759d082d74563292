"""Somebody takes a copy of the database, without the keys: what can be learnt from it, shown by looking."""

from __future__ import annotations

import re
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from kordon.newsletter.keys import make_keys
from kordon.newsletter.opening import Newsletter, open_newsletter
from kordon.newsletter.readers import Choice
from kordon.newsletter.tokens import Purpose, make_token

READERS = {
    "first.reader@example.org": Choice("be"),
    "second.reader@longer-domain.example.net": Choice("ru", ("security", "west"), True),
    "чытач@xn--e1afmkfd.xn--90ais": Choice("en", ("society",)),
}


@pytest.fixture
def lived(on_file: Newsletter, sending: Any, sink: Any, phrases: Any, made: Any, calendar: Any) -> Newsletter:
    """A newsletter with a past: readers, an issue that went out, a sign-up that waits, one who left."""
    from kordon.newsletter.letters import letter_of_issue
    from kordon.newsletter.models import Subscriber
    from kordon.newsletter.run import Run
    from kordon.newsletter.subscriptions import Subscriptions

    there = sending(on_file, sink.port)
    service, run = Subscriptions(there), Run(there, phrases)
    run.prepare()
    for address, choice in [*READERS.items(), ("gone@example.org", Choice("en"))]:
        service.ask(address, choice)
    service.handle()
    for row in Subscriber.objects.using(there.alias).values_list("id", flat=True):
        service.confirm(make_token(there.keys, Purpose.CONFIRM, row, there.today()))
    run.send([letter_of_issue(made.issue(), phrases, there.settings.site_url)])
    service.forget_address("gone@example.org")
    service.ask("waiting@example.org", Choice("ru", ("russia",)))
    service.ask("unconfirmed@example.org", Choice("be"))
    return there


def stolen(newsletter: Newsletter, tmp_path: Path) -> tuple[Path, bytes]:
    """The files as they lie there while the newsletter runs, write-ahead log and all, and every byte of them."""
    assert newsletter.path is not None
    folder = tmp_path / "stolen"
    folder.mkdir()
    for file in newsletter.path.parent.glob(f"{newsletter.path.name}*"):
        shutil.copy(file, folder / file.name)
    return folder / newsletter.path.name, b"".join(file.read_bytes() for file in folder.iterdir())


def test_no_address_name_or_network_is_in_the_files(lived: Newsletter, tmp_path: Path) -> None:
    _, raw = stolen(lived, tmp_path)
    folded = raw.lower()
    for address in [*READERS, "gone@example.org", "waiting@example.org", "unconfirmed@example.org"]:
        local, _, domain = address.partition("@")
        for form in ("utf-8", "utf-16-le"):
            assert address.encode(form) not in raw
            assert local.encode(form) not in folded
        if domain != "example.org":  # which the letter itself links to
            assert domain.encode() not in folded
    assert b"127.0.0.1" not in raw


def test_no_time_finer_than_a_day_is_in_the_tables(lived: Newsletter, tmp_path: Path) -> None:
    path, _ = stolen(lived, tmp_path)
    with sqlite3.connect(path) as database:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            if table in ("django_migrations", "sqlite_sequence"):
                continue
            columns = [row[1:3] for row in database.execute(f'PRAGMA table_info("{table}")')]
            assert "datetime" not in {kind for _, kind in columns}
            for row in database.execute(f'SELECT * FROM "{table}"'):
                for value in row:
                    assert not (isinstance(value, str) and re.search(r"\d\d:\d\d:\d\d", value)), table
    database.close()


def test_what_is_learnt_is_how_many(lived: Newsletter, tmp_path: Path) -> None:
    """All that a thief gets: how many readers and sign-ups there are, which letters went out, to how many. Not
    who, in which language, for which areas, since when, or who got what: each reader's row is as long as every
    other's, each mark is a keyed hash, and no row points from a letter that was sent to a reader."""
    path, _ = stolen(lived, tmp_path)
    with sqlite3.connect(path) as database:
        readers = database.execute(
            "SELECT found_by, sealed, confirmed, asked_on FROM newsletter_subscriber"
        ).fetchall()
        assert len(readers) == 3
        assert {len(sealed) for _, sealed, _, _ in readers} == {2 + 12 + 512 + 16}
        assert all(re.fullmatch("[0-9a-f]{40}", found_by) for found_by, *_ in readers)
        assert {asked_on for *_, asked_on in readers} == {None}
        sent = database.execute(
            "SELECT mark, reader_id FROM newsletter_delivery WHERE letter_id = 'issue 2024-W22'"
        ).fetchall()
        assert len(sent) == 2  # one wants other areas; the one who was forgotten has left no mark
        assert {reader for _, reader in sent} == {None}
        assert database.execute("SELECT count(*) FROM newsletter_asked").fetchone() == (2,)
    database.close()


def test_two_lists_of_the_same_readers_have_nothing_in_common(
    tmp_path: Path, open_at: Any, subscribe: Any
) -> None:
    """The hashes are keyed: nobody can try addresses on a stolen copy, or match it with another list."""
    from dataclasses import replace

    from kordon.newsletter.models import Subscriber

    found = []
    for name in ("a", "b"):
        opened = open_at(str(tmp_path / f"{name}.sqlite3"))
        other = replace(opened, keys=make_keys())
        subscribe(other, *READERS)
        found.append(set(Subscriber.objects.using(opened.alias).values_list("found_by", flat=True)))
    assert not found[0] & found[1]


def test_without_the_keys_it_does_not_open(lived: Newsletter, tmp_path: Path) -> None:
    from dataclasses import replace

    from kordon.newsletter.errors import NewsletterError

    path, _ = stolen(lived, tmp_path)
    with pytest.raises(NewsletterError, match="the key file belongs to another database"):
        open_newsletter(replace(lived.settings, database=str(path)), make_keys())


def test_who_is_forgotten_is_not_in_the_files_any_more(lived: Newsletter, tmp_path: Path) -> None:
    """Not even sealed: the row's bytes are overwritten, in the write-ahead log too."""
    from kordon.newsletter.models import Subscriber
    from kordon.newsletter.subscriptions import Subscriptions

    assert lived.path is not None
    rows = list(Subscriber.objects.using(lived.alias).values_list("id", "sealed", "found_by"))
    for row, _, _ in rows:
        Subscriptions(lived).forget(make_token(lived.keys, Purpose.MANAGE, row, lived.today()))
    _, raw = stolen(lived, tmp_path)
    for _, sealed, found_by in rows:
        assert bytes(sealed)[14:46] not in raw
        assert found_by.encode() not in raw


def test_nobody_but_the_owner_may_read_the_files(lived: Newsletter) -> None:
    assert lived.path is not None
    for file in lived.path.parent.glob(f"{lived.path.name}*"):
        assert file.stat().st_mode & 0o077 == 0, file


def test_a_letter_that_was_sent_names_nobody_to_who_has_the_database(
    lived: Newsletter, sink: Any, tmp_path: Path
) -> None:
    """With the database and somebody's mailbox, but not the keys, the links of a letter lead to a row, as they
    must; a row leads to no mailbox."""
    path, _ = stolen(lived, tmp_path)
    with sqlite3.connect(path) as database:
        rows = {row for (row,) in database.execute("SELECT id FROM newsletter_subscriber")}
    database.close()
    assert all(row > 2**32 for row in rows)  # random numbers, not a sequence that tells who came first


def test_a_value_that_was_moved_or_changed_does_not_open(lived: Newsletter) -> None:
    from kordon.newsletter.errors import NewsletterError
    from kordon.newsletter.models import Subscriber

    one, two = Subscriber.objects.using(lived.alias).values_list("id", "sealed")[:2]
    for place, sealed in ((one[0], bytes(two[1])), (one[0], bytes(one[1])[:-1] + b"\0")):
        with pytest.raises(NewsletterError, match="does not open with its key"):
            lived.keys.unseal(f"reader {place}", sealed)
