"""``kordon mechanism``: which triggers fire, a consultation led from the command line, and its CAP message."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from kordon_cli import Kordon

from kordon.api.record import lines_of
from kordon.domain.coded import Coded, Incident, Modality, Party, Place, PlacePrecision
from kordon.domain.report import Evidence, Report
from kordon.domain.time import Date, Span
from kordon.measures.mechanism.cap_rules import faults
from kordon.register import open_register

DAY = Date(2024, 5, 28)
WATCH = ("--by", "duty", "--role", "watch")


def office(party: str) -> tuple[str, ...]:
    return ("--by", f"office-{party.lower()}", "--role", "party", "--role", f"party:{party}")


def told(name: str, text: str, border: str = "PL-BY") -> Coded:
    report = Report(f"report-{name}", text, lang="en", source=f"{name}.example", published_at=DAY, grade="B2")
    incident = Incident(
        id=f"incident-{name}",
        kind="shots_fired",
        place=Place((border,), precision=PlacePrecision.BORDER),
        occurred=Span.day(DAY),
        modality=Modality.ACTUAL,
        evidence=(Evidence(report.id, 0, 5),),
        rule="test",
        means=("firearm",),
        actor=Party("far_state"),
        recipient=Party("near_state"),
    )
    return Coded(report, incidents=(incident,))


@pytest.fixture
def register(tmp_path: Path) -> Path:
    path = tmp_path / "kordon.sqlite3"
    with open_register(path) as opened:
        opened.store_many([told("a", "Shots at a patrol. \x1b[31m[bold]x[/bold] \u202etxet")])
    return path


def when(hour: int, minute: int = 0) -> tuple[str, str]:
    return ("--at", f"2024-05-28T{hour:02}:{minute:02}:00+00:00")


def opened(kordon: Kordon, register: Path) -> str:
    result = kordon("mechanism", "raise", register, "incident-a", *WATCH, *when(12))
    assert result.exit_code == 0, result.output
    return "joint-20240528-1"


def test_the_public_triggers_are_listed_with_why(kordon: Kordon) -> None:
    result = kordon("mechanism", "triggers", "--no-near", "--json")
    assert result.exit_code == 0, result.output
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(line["day"], line["border"]) for line in lines] == [
        ("2021-08-17", "LT-BY"), ("2021-10-07", "PL-BY"), ("2021-11-08", "PL-BY"), ("2021-11-15", "PL-BY"),
        ("2023-09-10", "LV-BY"),
    ]  # fmt: skip
    assert all(line["why"] for line in lines)


def test_a_day_hides_what_was_published_later(kordon: Kordon) -> None:
    result = kordon("mechanism", "triggers", "--no-near", "--as-of", "2021-10-30")
    assert result.exit_code == 0, result.output
    assert "fires: 1; doubtful: 1" in result.stdout


def test_triggers_of_a_register_show_letters_only(kordon: Kordon, register: Path) -> None:
    result = kordon("mechanism", "triggers", "--register", register)
    assert result.exit_code == 0, result.output
    assert "incident-a" in result.stdout
    assert "[bold]x[/bold]" in result.stdout
    assert "\x1b[31m[bold]" not in result.stdout
    assert "\u202e" not in result.stdout


def test_a_consultation_from_its_opening_to_its_message(kordon: Kordon, register: Path, tmp_path: Path) -> None:
    name = opened(kordon, register)
    step = ("mechanism", "step", register, name)
    assert kordon(*step, "agree", *office("LT"), "--set", "party=LT", *when(13)).exit_code == 0
    no = kordon(*step, "disagree", *office("PL"), "--set", "party=PL", "--why", "Our unit saw none.", *when(14))
    assert no.exit_code == 0, no.output
    assert kordon(*step, "agree", *office("LV"), "--set", "party=LV", *when(15)).exit_code == 0
    assert "conclude_partly" in kordon("mechanism", "advance", register, *when(18, 1)).stdout
    assert "Nothing was due." in kordon("mechanism", "advance", register, *when(18, 2)).stdout
    shown = kordon("mechanism", "show", register, "--json", *when(19))
    assert shown.exit_code == 0, shown.output
    found = json.loads(shown.stdout)
    assert found["state"] == "partial"
    assert [p["answer"] for p in found["parties"]] == ["disagrees", "agrees", "agrees", "silent"]
    assert kordon("mechanism", "show", register, name, "--lang", "be", *when(19)).exit_code == 0
    path = tmp_path / "alert.xml"
    result = kordon("mechanism", "alert", register, "--cap", path, "--sender", "watch@mechanism.example")
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith(f"Update {name}-")
    assert faults(path.read_bytes()) == ()
    with open_register(register) as again:
        (tmp_path / "record.jsonl").write_text(lines_of(again.record()), "utf-8")
        assert again.record_is_whole()
    from_file = kordon("mechanism", "show", tmp_path / "record.jsonl", "--json", *when(19))
    assert json.loads(from_file.stdout)["state"] == "partial"


def test_what_fires_opens_a_consultation_by_itself_once(kordon: Kordon, register: Path) -> None:
    watch = ("mechanism", "watch", register, "--since")
    assert "Nothing was due." in kordon(*watch, "2024-05-29", *when(12)).stdout
    assert "joint-20240528-1 open" in kordon(*watch, "2024-05-28", *when(12)).stdout
    assert "Nothing was due." in kordon(*watch, "2024-05-28", *when(13)).stdout
    with open_register(register) as again:
        again.store_many([told("b", "A patrol was shot at.", "LT-BY"), told("c", "Blanks, perhaps.", "LV-BY")])
    second = kordon(*watch, "2024-05-28", *when(14))
    assert "joint-20240528-1 join" in second.stdout
    assert "incident-c is told with 'Blanks'" in second.stderr
    assert "Nothing was due." in kordon(*watch, "2024-05-28", *when(14)).stdout
    gone = (
        "--set",
        "incident=incident-a",
        "--set",
        "how=withdrawn",
        "--why",
        "No shot.",
        "--evidence",
        "report-a",
    )
    result = kordon("mechanism", "step", register, "joint-20240528-1", "withdraw", *WATCH, *gone, *when(14))
    assert result.exit_code == 0, result.output
    assert "Nothing was due." in kordon(*watch, "2024-05-28", *when(15)).stdout  # a person's word holds


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("step", "agree", *office("LT"), "--set", "party=PL"), 4, "'office-lt' does not speak for PL."),
        (("step", "agree", *office("LT")), 4, "'agree' needs party"),
        (("step", "agree", *office("LT"), "--set", "party"), 1, "write it as name=value."),
        (("step", "agree", "--by", "x", "--role", "system", "--set", "party=LT"), 1, "Nobody acts as the system"),
    ],
)
def test_what_is_refused_gets_a_sentence_and_changes_nothing(
    kordon: Kordon, register: Path, words: tuple[str, ...], code: int, sentence: str
) -> None:
    name = opened(kordon, register)
    with open_register(register) as before:
        head = before.record_head()
    result = kordon("mechanism", words[0], register, name, *words[1:], *when(13))
    assert result.exit_code == code, result.output
    assert sentence in result.stderr
    with open_register(register) as after:
        assert after.record_head() == head


def test_bad_names_and_times_are_told(kordon: Kordon, register: Path, tmp_path: Path) -> None:
    for words, sentence in [
        (("show", register), "There is no consultation in"),
        (("raise", register, "incident-z", *WATCH), "0 findings begin with 'incident-z'"),
        (("raise", register, "incident-a", *WATCH, "--at", "noon"), "'noon' is not a time"),
        (("raise", register, "incident-a", *WATCH, "--at", "2024-05-28T12:00:00"), "has no zone"),
        (("show", tmp_path / "none.sqlite3"), "There is no register at"),
    ]:
        result = kordon("mechanism", *words)
        assert result.exit_code != 0
        assert sentence in result.stderr
    name = opened(kordon, register)
    out = tmp_path / "x.xml"
    for words, sentence in [
        (("show", register, "other"), f"it has {name}."),
        (("alert", register, "--cap", out, "--sender", "a b"), "cannot be a sender"),
        (("alert", register, "--cap", out, "--sender", "a", "--message", "2"), "The thread has 1 messages"),
        (("alert", register, "--cap", tmp_path / "no" / "x.xml", "--sender", "a"), "cannot be written"),
    ]:
        result = kordon("mechanism", *words)
        assert result.exit_code != 0
        assert sentence in result.stderr
    assert not out.exists()
