"""``kordon measures``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from kordon_cli import Kordon

from kordon.register import open_register

AT = "2024-06-12T10:00+02:00"
NEW = ("--set", "kind=buffer_zone", "--set", "borders=PL-BY", "--set", "states=PL")
SAID = ("--why", "As the situation asks.", "--evidence", "incident-1")


def step(kordon: Kordon, at: str, name: str, does: str, by: str, role: str, *more: str) -> str:
    done = kordon(
        "measures", "--record", "r.jsonl", "--at", at, "step", name, does, "--by", by, "--role", role, *more
    )
    assert done.exit_code == 0, done.stderr
    return done.stdout


@pytest.fixture
def adopted(kordon: Kordon) -> Kordon:
    step(kordon, AT, "ZONE", "propose", "desk", "analyst", *NEW, *SAID)
    step(kordon, AT, "ZONE", "draft", "office", "secretariat", "--set", "basis=an act")
    days = ("--set", "starts=2024-06-13", "--set", "ends=2024-09-10")
    assert "ZONE is adopted" in step(kordon, AT, "ZONE", "adopt", "cabinet", "government", *days, *SAID)
    return kordon


def test_a_measure_is_followed_through_its_life(adopted: Kordon) -> None:
    at = ("measures", "--record", "r.jsonl", "--at", "2024-08-25T10:00+02:00")
    assert "in force" in adopted(*at, "list").stdout  # though nobody has entered that yet
    assert len(Path("r.jsonl").read_text("utf-8").splitlines()) == 3
    advanced = adopted(*at, "advance").stdout
    assert "ZONE: take_force at 2024-06-13T00:00:00+02:00" in advanced
    assert "0 entries are new." in adopted(*at, "advance").stdout
    shown = adopted(*at, "show", "ZONE", "--by", "cabinet", "--role", "government").stdout
    assert "may not lift. Lifting 'ZONE' early asks for" in shown
    assert "may repeal the act." in shown
    told = json.loads(adopted(*at, "show", "ZONE", "--json").stdout)
    assert (told["state"], told["starts"], told["ends"]) == ("in_force", "2024-06-13", "2024-09-10")
    late = ("measures", "--record", "r.jsonl", "--at", "2024-10-01T10:00+02:00")
    assert json.loads(adopted(*late, "list", "--state", "lapsed", "--json").stdout)["id"] == "ZONE"


def test_what_may_not_be_done_changes_nothing(adopted: Kordon) -> None:
    before = Path("r.jsonl").read_bytes()
    for at, arguments, sentence in (
        (AT, ("ZONE", "lapse", "--by", "cabinet", "--role", "government"), "nobody takes it"),
        (AT, ("ZONE", "take_force", "--by", "desk", "--role", "system"), "Nobody acts as the system"),
        (AT, ("ZONE", "draft", "--by", "office", "--role", "secretariat"), "'draft' is no step from there"),
        (AT, ("ZONE", "repeal", "--by", "desk", "--role", "analyst"), "'desk' may not 'repeal'"),
        ("2024-06-12T09:00+02:00", ("ZONE", "repeal", "--by", "c", "--role", "government"), "set the clock right"),
        (AT, ("ZONE", "repeal", "--by", "c", "--role", "government", "--set", "ends"), "does not say what is set"),
    ):
        refused = kordon_at(adopted, at, "step", *arguments)
        assert refused.exit_code != 0
        assert sentence in refused.stderr
        assert Path("r.jsonl").read_bytes() == before


def kordon_at(kordon: Kordon, at: str, *arguments: str):  # type: ignore[no-untyped-def]
    return kordon("measures", "--record", "r.jsonl", "--at", at, *arguments)


def test_a_record_that_was_changed_is_refused(adopted: Kordon) -> None:
    path = Path("r.jsonl")
    path.write_text(path.read_text("utf-8").replace('"id": "cabinet"', '"id": "desk"'), "utf-8")
    refused = kordon_at(adopted, AT, "list")
    assert refused.exit_code == 4
    assert "of the record cannot stand: 'desk' took 'propose'" in refused.stderr
    path.write_text("{}\n", "utf-8")
    refused = kordon_at(adopted, AT, "list")
    assert refused.exit_code == 2
    assert "r.jsonl, line 1: the key 'id' is missing" in refused.stderr


def test_the_dossier_the_feed_and_the_drawing(adopted: Kordon) -> None:
    for lang, part in (("en", "lapses by itself"), ("be", "спыніцца сама"), ("ru", "прекратится сама")):
        told = kordon_at(adopted, "2024-08-25T10:00+02:00", "dossier", "ZONE", "--lang", lang)
        assert part in told.stdout
    feed = kordon_at(adopted, "2024-08-25T10:00+02:00", "calendar", "--domain", "example.org").stdout_bytes
    assert feed.count(b"BEGIN:VEVENT\r\n") == 4
    assert "stateDiagram-v2" in kordon_at(adopted, AT, "diagram", "--lang", "be").stdout


def test_without_a_record_the_public_ledger_is_shown(kordon: Kordon) -> None:
    listed = kordon("measures", "--at", "2025-06-30T12:00+02:00", "list", "--json", "--border", "PL-BY").stdout
    known = {told["id"]: told["state"] for told in map(json.loads, listed.splitlines())}
    assert known["PL-BZ-2025-06"] == "in_force"
    assert known["PL-BZ-2025-03"] == "extended"
    told = kordon("measures", "--at", "2025-06-30T12:00+02:00", "ledger").stdout
    assert "3 rows do not replay:" in told
    refused = kordon("measures", "--at", AT, "step", "X", "propose", "--by", "d", "--role", "analyst", *NEW, *SAID)
    assert "Nothing can be added to the public ledger" in refused.stderr


@pytest.mark.parametrize("at", ["yesterday", "2024-06-12T10:00"])
def test_a_time_that_is_none(kordon: Kordon, at: str) -> None:
    refused = kordon("measures", "--at", at, "list")
    assert refused.exit_code == 2
    assert "write it as 2024-06-13T09:00+02:00" in refused.stderr


def test_a_register_keeps_the_record(kordon: Kordon) -> None:
    def done(at: str, *arguments: str):  # type: ignore[no-untyped-def]
        return kordon("measures", "--register", "kordon.sqlite3", "--at", at, *arguments)

    missing = done(AT, "list")  # a mistyped name makes no new register
    assert (missing.exit_code, "There is no register at" in missing.stderr) == (3, True)
    with open_register("kordon.sqlite3"):
        pass
    who = ("--by", "desk", "--role", "analyst")
    assert "ZONE is proposed" in done(AT, "step", "ZONE", "propose", *who, *NEW, *SAID).stdout
    done(AT, "step", "ZONE", "draft", "--by", "office", "--role", "secretariat", "--set", "basis=an act")
    days = ("--set", "starts=2024-06-13", "--set", "ends=2024-09-10")
    refused = done(AT, "step", "ZONE", "adopt", *who[:2], "--role", "government", *days, *SAID)
    assert (refused.exit_code, "another person has to" in refused.stderr) == (4, True)
    done(AT, "step", "ZONE", "adopt", "--by", "cabinet", "--role", "government", *days, *SAID)
    later = "2024-08-25T10:00+02:00"
    assert "take_force" in done(later, "advance").stdout
    assert "0 entries are new." in done(later, "advance").stdout
    with open_register("kordon.sqlite3") as register:
        assert [e.does for e in register.record("measure")][:4] == ["propose", "draft", "adopt", "take_force"]
        assert register.record_is_whole()
    both = kordon("measures", "--register", "kordon.sqlite3", "--record", "r.jsonl", "list")
    assert "give --register or --record, not both" in both.stderr
