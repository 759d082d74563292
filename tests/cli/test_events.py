"""``kordon events``: what is one event, who decided it, and how it is taken back."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import jsonschema
import pytest
from kordon_cli import Kordon

from kordon.api.events import event_schema
from kordon.domain.coded import Coded, Incident, Modality, Place
from kordon.domain.quantity import Quantity
from kordon.domain.report import Evidence, Report
from kordon.domain.time import Span
from kordon.register import open_register

DAY = dt.date(2024, 6, 5)
HOSTILE = "Stones \x1b[31m[bold]fell[/bold]\x1b]0;title\x07 \u202etxet\u202c [/] near the river."
WHO = ("--by", "A. Analyst", "--why", "the same car")


def coded(name: str, people: int, day: dt.date = DAY, text: str = "Stones were thrown.") -> Coded:
    report = Report(f"report-{name}", text, lang="en", source=f"{name}.example", published_at=day, grade="C3")
    incident = Incident(
        id=f"incident-{name}",
        kind="stone_throwing",
        place=Place(("PL-BY",), settlements=("bialowieza",)),
        occurred=Span.day(day),
        modality=Modality.ACTUAL,
        evidence=(Evidence(report.id, 0, 6),),
        rule="test",
        people=Quantity.exactly(people),
    )
    return Coded(report, incidents=(incident,))


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """Two reports of one act (b tells it otherwise), and one of another day; a tells it in hostile letters."""
    path = tmp_path / "kordon.sqlite3"
    with open_register(path) as opened:
        opened.store_many(
            [coded("a", 30, text=HOSTILE), coded("b", 40), coded("c", 30, DAY + dt.timedelta(days=1))]
        )
    return path


def objects(output: str) -> list[dict]:  # type: ignore[type-arg]
    return [json.loads(line) for line in output.splitlines() if line.startswith("{")]


def events(kordon: Kordon, register: Path) -> list[list[str]]:
    result = kordon("events", register, "list", "--json")
    assert result.exit_code == 0, result.output
    return [event["incidents"] for event in objects(result.stdout)]


def test_the_list_and_an_event_are_valid_json_of_the_schema(kordon: Kordon, register: Path) -> None:
    validator = jsonschema.Draft202012Validator(event_schema())
    listed = objects(kordon("events", register, "list", "--json").stdout)
    (shown,) = objects(kordon("events", register, "show", "incident-b", "--json").stdout)
    for event in (*listed, shown):
        validator.validate(event)
    assert shown in listed
    assert shown["schema"] == "kordon.event/1"
    assert shown["incidents"] == ["incident-a", "incident-b"]
    people = next(aspect for aspect in shown["aspects"] if aspect["name"] == "people")
    assert not people["agreed"]
    assert [said["value"] for said in people["said"]] == ["30", "40"]
    assert people["said"][0]["evidence"] == [{"report": "report-a", "start": 0, "end": 6}]
    assert (shown["grade"]["grade"], shown["grade"]["rule"]) == ("C2", "grading-1")
    assert shown["status"]["validation"] == "probable"


def test_the_terminal_shows_who_says_what(kordon: Kordon, register: Path) -> None:
    listed = kordon("events", register, "list")
    assert listed.exit_code == 0
    assert "incidents: 3; events: 2; candidates that wait for a person: 0" in listed.stdout
    shown = kordon("events", register, "show", "incident-a").stdout
    assert "people (they differ)" in shown
    assert "30: a.example 2024-06-05" in shown
    assert "40: b.example 2024-06-05" in shown
    assert "2 independent sources" in shown
    assert "kind-same +2" in shown


def test_hostile_letters_of_a_report_do_nothing_in_a_terminal(kordon: Kordon, register: Path) -> None:
    shown = kordon("events", register, "show", "incident-a").stdout
    assert "[bold]fell[/bold]" in shown
    assert not {"\x1b", "\x07", "\u202e", "\u202c"} & set(shown)
    assert kordon("events", register, "candidates").exit_code == 0


def test_a_person_splits_joins_and_takes_back(kordon: Kordon, register: Path) -> None:
    start = events(kordon, register)
    assert start == [["incident-a", "incident-b"], ["incident-c"]]
    assert kordon("events", register, "split", "incident-a", "incident-b", *WHO).exit_code == 0
    assert events(kordon, register) == [["incident-a"], ["incident-b"], ["incident-c"]]
    assert kordon("events", register, "join", "incident-b", "incident-c", *WHO).exit_code == 0
    assert events(kordon, register) == [["incident-a"], ["incident-b", "incident-c"]]
    log = objects(kordon("events", register, "log", "--json").stdout)
    assert [(row["act"], row["by"], row["undone_by"]) for row in log] == [
        ("split", "A. Analyst", None),
        ("join", "A. Analyst", None),
    ]
    for row in reversed(log):
        assert kordon("events", register, "undo", row["id"], *WHO).exit_code == 0
    assert events(kordon, register) == start
    told = kordon("events", register, "log").stdout.splitlines()
    assert len(told) == 4
    assert "split incident-b incident-a (the same car) [undone by decision-" in told[0]


def test_only_a_person_confirms(kordon: Kordon, register: Path) -> None:
    result = kordon("events", register, "validate", "incident-a", "confirmed", *WHO)
    assert result.exit_code == 0, result.output
    (shown,) = objects(kordon("events", register, "show", "incident-a", "--json").stdout)
    assert (shown["status"]["validation"], shown["grade"]["grade"]) == ("confirmed", "C1")
    assert shown["decisions"] == [shown["status"]["decision"]]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("show", "event-x"), "There is no event or incident 'event-x'"),
        (("show", "incident"), "is the beginning of 2 events"),
        (("split", "incident-c", "incident-c", *WHO), "stands alone in its event"),
        (("undo", "decision-x", *WHO), "There is no decision decision-x"),
        (("join", "incident-a", "incident-c", "--by", " ", "--why", "x"), "needs the name of whoever takes it"),
    ],
)
def test_what_cannot_be_gets_a_sentence_and_no_row(
    kordon: Kordon, register: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    result = kordon("events", register, *arguments)
    assert result.exit_code == 1
    assert sentence in result.stderr
    assert "Traceback" not in result.output
    assert objects(kordon("events", register, "log", "--json").stdout) == []


def test_a_join_that_a_split_forbids_names_the_way_back(kordon: Kordon, register: Path) -> None:
    kordon("events", register, "split", "incident-a", "incident-b", *WHO)
    result = kordon("events", register, "join", "incident-a", "incident-b", *WHO)
    assert result.exit_code == 1
    assert "keeps incident-a and incident-b apart (the same car); undo that decision first" in result.stderr


def test_a_register_that_is_not_there_is_not_made(kordon: Kordon, tmp_path: Path) -> None:
    result = kordon("events", "none.sqlite3", "list")
    assert result.exit_code == 3
    assert "There is no register at none.sqlite3" in result.stderr
    assert not (tmp_path / "none.sqlite3").exists()
