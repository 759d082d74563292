"""What goes in from outside: addresses, keys, settings."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest

from kordon.domain.errors import BadDocument, KordonError, RegisterError
from kordon.newsletter.address import read_address
from kordon.newsletter.errors import BadAddress, BadToken, NewsletterError
from kordon.newsletter.keys import Keys, make_keys, read_keys, rotated, write_keys
from kordon.newsletter.settings import read_settings
from kordon.newsletter.tokens import LENGTH, Purpose, make_token, read_token

TODAY = dt.date(2024, 6, 4)


@pytest.mark.parametrize(
    ("typed", "wire", "box", "international"),
    [
        (" Reader@Example.ORG\n", "Reader@example.org", "reader@example.org", False),
        ("reader+tag@example.org", "reader+tag@example.org", "reader@example.org", False),
        ("reader@пример.бел", "reader@xn--e1afmkfd.xn--90ais", "reader@xn--e1afmkfd.xn--90ais", False),
        ("Чытач@пример.бел", "Чытач@xn--e1afmkfd.xn--90ais", "чытач@xn--e1afmkfd.xn--90ais", True),
        ("reader@XN--E1AFMKFD.XN--90AIS", "reader@xn--e1afmkfd.xn--90ais", "reader@xn--e1afmkfd.xn--90ais", False),
        ("o'neill_x-1@sub.example.org", "o'neill_x-1@sub.example.org", "o'neill_x-1@sub.example.org", False),
    ],
)
def test_addresses_that_are_taken(typed: str, wire: str, box: str, international: bool) -> None:
    found = read_address(typed)
    assert (found.wire, found.box, found.international) == (wire, box, international)
    assert found.same == wire.lower()


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("a" * 250 + "@example.org", "long"),
        ("reader@example.org\r\nBcc: all@example.org", "unseen"),
        ("reader@example.org\x00", "unseen"),
        ("rea\u200bder@example.org", "unseen"),
        ("reader@exam\u202eple.org", "unseen"),
        ("reаder@example.org", "mixed"),  # a Cyrillic а among Latin letters
        ("reader@exаmple.org", "mixed"),
        ("reader@xn--exmple-4nf.org", "mixed"),  # the same, in its ASCII form
        ("ｒeader@example.org", "mixed"),  # a full-width r
        ("reader", "wrong"),
        ("reader@localhost", "wrong"),
        ("reader@[127.0.0.1]", "wrong"),
        ('"rea der"@example.org', "wrong"),
        ("reader@example.org, other@example.org", "wrong"),
        ("Reader <reader@example.org>", "wrong"),
        ("a" * 65 + "@example.org", "wrong"),
        ("reader@-example.org", "wrong"),
        ("reader@@example.org", "wrong"),
    ],
)
def test_addresses_that_are_refused(typed: str, why: str) -> None:
    with pytest.raises(BadAddress) as caught:
        read_address(typed)
    assert caught.value.why == why
    assert "reader@" not in str(caught.value).replace("reader@example.org.", "")  # a log must not learn it
    assert str(caught.value).endswith(".")


def test_addresses_that_look_alike_are_two() -> None:
    """One in Cyrillic letters throughout is somebody else's, however much it looks like the other."""
    assert read_address("оса@example.org").same != read_address("oca@example.org").same
    assert read_address("straße@example.org").same != read_address("strasse@example.org").same


def test_every_refusal_has_its_words_on_the_page(phrases: Any) -> None:
    source = Path(__file__).parents[2] / "src" / "kordon" / "newsletter" / "address.py"
    reasons = set(re.findall(r'BadAddress\(\s*"(\w+)"', source.read_text("utf-8")))
    assert reasons == {"empty", "long", "unseen", "mixed", "wrong"}
    assert all(phrases.has("en", f"page-bad-{reason}") for reason in reasons)


def test_a_token_says_who_and_from_when(keys: Keys) -> None:
    token = make_token(keys, Purpose.MANAGE, 2**62 - 1, TODAY)
    assert re.fullmatch(rf"[a-z2-7]{{{LENGTH}}}", token)
    assert read_token(keys, Purpose.MANAGE, token, TODAY) == 2**62 - 1
    assert read_token(rotated(keys), Purpose.MANAGE, token, TODAY) == 2**62 - 1
    assert len("news0123456+unsubscribe-") + LENGTH <= 64  # before the @ of a reply address


@pytest.mark.parametrize("purpose", list(Purpose))
def test_every_changed_letter_of_a_token_is_seen(keys: Keys, purpose: Purpose) -> None:
    token = make_token(keys, purpose, 12345, TODAY)
    for place in range(LENGTH - 1):  # the last letter holds four bits that mean nothing
        changed = token[:place] + ("a" if token[place] != "a" else "b") + token[place + 1 :]
        with pytest.raises(BadToken):
            read_token(keys, purpose, changed, TODAY)
    with pytest.raises(BadToken):
        read_token(make_keys(), purpose, token, TODAY)


@pytest.mark.parametrize("token", ["", "a", "A" * 36, "é" * 36, "1" * 36, "=" * 36, "a" * 5000])
def test_what_is_no_token_is_no_error_of_ours(keys: Keys, token: str) -> None:
    with pytest.raises(BadToken):
        read_token(keys, Purpose.MANAGE, token, TODAY)


def test_keys_are_written_for_their_owner_only_and_never_over_others(tmp_path: Path, keys: Keys) -> None:
    path = tmp_path / "keys"
    write_keys(keys, path, new=True)
    assert path.stat().st_mode & 0o777 == 0o600
    assert read_keys(path) == keys
    with pytest.raises(NewsletterError, match="There is a key file at"):
        write_keys(keys, path, new=True)
    path.chmod(0o640)
    with pytest.raises(NewsletterError, match="may be read by others; run 'chmod 600"):
        read_keys(path)


def test_keys_may_stand_in_the_environment(tmp_path: Path, keys: Keys, monkeypatch: pytest.MonkeyPatch) -> None:
    write_keys(keys, tmp_path / "keys")
    monkeypatch.setenv("KORDON_NEWSLETTER_KEYS", (tmp_path / "keys").read_text())
    assert read_keys(None) == keys


@pytest.mark.parametrize(
    "text",
    ["", "{}", "[]", "null", '{"format": "kordon-newsletter-keys/1", "generations": []}', '{"format": "other"}',
     '{"format": "kordon-newsletter-keys/1", "generations": [{"number": 1, "sign": "eA=="}]}', "\x00"],
)  # fmt: skip
def test_what_are_no_keys_is_a_sentence(tmp_path: Path, text: str) -> None:
    path = tmp_path / "keys"
    path.touch(0o600)
    path.write_text(text)
    with pytest.raises(NewsletterError, match="are no keys of a newsletter"):
        read_keys(path)


def test_no_key_shows_in_an_error_or_a_log(keys: Keys) -> None:
    assert keys.newest.sign.hex() not in repr(keys)
    assert repr(keys.newest) == "Generation(1)"


GOOD = "from: news@example.org\nbase_url: https://news.example.org\ndatabase: readers.sqlite3\n"


def test_settings_are_read_beside_their_file(tmp_path: Path) -> None:
    path = tmp_path / "newsletter.yaml"
    path.write_text(
        GOOD + "keys: my.keys\nsmtp: {host: mail.example.org, port: 587, user: x}\nthrottle: {default: 60}\n"
    )
    found = read_settings(path)
    assert found.database == str(tmp_path / "readers.sqlite3")
    assert found.keys == tmp_path / "my.keys"
    assert (found.smtp.security, found.uncertain, found.throttle) == ("starttls", "hold", {"default": 60.0})


def test_the_settings_that_ship_can_be_read() -> None:
    import kordon.newsletter

    assert read_settings(Path(kordon.newsletter.__file__).parent / "example.yaml").smtp.connections == 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "the document is empty"),
        ("from: news@example.org\n", "the key 'base_url' is missing"),
        (GOOD + "colour: red\n", "line 4: 'colour' is not a known key"),
        (GOOD.replace("news@", "новости@"), "line 1: the part before the @ must be ASCII"),
        (GOOD.replace("news@", "newsletter-of-all@"), "ten letters at most"),
        (GOOD.replace("https://news", "http://news"), "line 2: the pages would be asked for unencrypted"),
        (GOOD.replace("https://news.example.org", "news"), "is not an address of pages"),
        (
            GOOD + "smtp: {host: mail.example.org, security: none}\n",
            "line 4: mail would leave this machine unencrypted",
        ),
        (GOOD + "smtp: {port: many}\n", "'port' cannot be 'many'"),
        (GOOD + "smtp: {port: -1}\n", "'port' cannot be -1"),
        (GOOD + "smtp: {password: secret}\n", "'password' is not a known key"),
        (GOOD + "dkim: {domain: example.org}\n", "the key 'selector' is missing"),
        (GOOD + "throttle: {example.org: fast}\n", "'fast' is no number of messages a minute"),
        (GOOD + "uncertain: perhaps\n", "'uncertain' cannot be 'perhaps'"),
        (GOOD + "behind_proxy: 3\n", "'behind_proxy' is yes or no"),
        (GOOD + 'name: "a\\nb"\n', "'name' is not a line of text"),
    ],
)
def test_bad_settings_are_one_sentence_with_the_line(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "newsletter.yaml"
    path.write_text(text)
    with pytest.raises(BadDocument) as caught:
        read_settings(path)
    assert told in str(caught.value)
    assert str(path) in str(caught.value)


def test_a_register_is_no_list_of_readers(tmp_path: Path, open_at: Any, keys: Keys) -> None:
    """Neither is made in the other's file, and the register has no table of readers."""
    import sqlite3

    from kordon.register import open_register

    open_register(tmp_path / "kordon.sqlite3").close()
    with pytest.raises(NewsletterError, match="holds tables of something else"):
        open_at(str(tmp_path / "kordon.sqlite3"))
    with sqlite3.connect(tmp_path / "kordon.sqlite3") as database:
        tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    database.close()
    assert not any(name.startswith("newsletter") for name in tables)
    open_at(str(tmp_path / "readers.sqlite3"))
    with pytest.raises(RegisterError, match="is not a Kordon register"):
        open_register(tmp_path / "readers.sqlite3")


@pytest.mark.parametrize("place", ["", "folder", "nowhere/readers.sqlite3", "notes.txt", "mysql://x/y"])
def test_a_place_that_cannot_be_used_is_a_sentence(tmp_path: Path, open_at: Any, place: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "notes.txt").write_text("not a database, but somebody's notes\n")
    path = place if not place or "://" in place else str(tmp_path / place)
    with pytest.raises(KordonError) as caught:
        open_at(path)
    assert "list of readers" in str(caught.value)
    assert (tmp_path / "notes.txt").read_text().startswith("not a database")
    assert list((tmp_path / "folder").iterdir()) == []


def test_the_models_have_their_migrations(on_file: Any) -> None:
    from django.apps import apps
    from django.db import connections
    from django.db.migrations.autodetector import MigrationAutodetector
    from django.db.migrations.loader import MigrationLoader
    from django.db.migrations.state import ProjectState

    before = MigrationLoader(connections[on_file.alias]).project_state()
    changes = MigrationAutodetector(before, ProjectState.from_apps(apps)).changes(MigrationLoader(None).graph)
    assert "newsletter" not in changes
