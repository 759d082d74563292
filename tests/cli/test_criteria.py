"""``kordon criteria`` and what ``kordon assess`` tells beside a level."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from kordon_cli import Kordon

from kordon.chain import Setup
from kordon.cli.weeks import assessed_weeks
from kordon.criteria.document import SHIPPED, read_file
from kordon.criteria.judgements import POLICIES, from_record
from kordon.domain.assessment import Assessment, Level, Reason, Trend
from kordon.domain.record import Entry, Person
from kordon.domain.time import Date, Week
from kordon.measures.process import load_process
from kordon.register import open_register
from kordon.run import Told, read

WEEK = "2024-W23"
BECAUSE = Reason("reason-score-nothing", (("border", "PL-BY"), ("assessed", 0), ("of", 6)))
ASSESSED = Assessment(
    "assessment-1", "PL-BY", Week.parse(WEEK), Date(2024, 6, 30), "hash", Level.LOW, Level.LOW, Trend.SAME, (), 2,
    6, BECAUSE, BECAUSE,
)  # fmt: skip


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.yaml"
    path.write_text((SHIPPED / "three-borders.yaml").read_text("utf-8"), "utf-8")
    return path


def change(path: Path, old: str, new: str, to: Path | None = None) -> Path:
    text = path.read_text("utf-8")
    assert old in text
    to = to or path
    to.write_text(text.replace(old, new, 1), "utf-8")
    return to


def test_what_ships_is_sound(kordon: Kordon) -> None:
    result = kordon("criteria", "check")
    assert result.exit_code == 0
    assert "three-borders.yaml: sound; three-borders 0.2, proposal, hash " in result.output


def test_check_tells_every_dead_rule_with_its_line(kordon: Kordon, own: Path) -> None:
    change(own, "high_at: 3", "high_at: 1")
    change(own, "floor_from: p1", "floor_from: p2")
    result = kordon("criteria", "check", own)
    assert result.exit_code == 2
    told = result.output.strip().splitlines()
    assert len(told) == 2
    for sentence, words in zip(told, ("takes its floor from itself", "the border is never medium"), strict=True):
        assert words in sentence and sentence.endswith(".")
        number = int(sentence.partition("line ")[2].partition(":")[0])
        assert own.read_text("utf-8").splitlines()[number - 1].strip().startswith(("floor_from", "high_at"))


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("id: three-borders\n", "id: [three\n", "it is not valid YAML"),
        ("critical_days: 14", "critical_days: soon", "'soon' does not fit here"),
        ("valid: {from: null, to: null}", "valid: {from: 2025-02-01, to: 2025-01-01}", "before it begins"),
    ],
)
def test_check_tells_what_cannot_be_read(kordon: Kordon, own: Path, old: str, new: str, problem: str) -> None:
    change(own, old, new)
    result = kordon("criteria", "check", own)
    assert result.exit_code == 2
    assert problem in result.output


@pytest.mark.parametrize(
    ("lang", "words"), [("en", "Not official"), ("be", "не афіцыйны"), ("ru", "не официальный")]
)
def test_show_writes_a_page(kordon: Kordon, tmp_path: Path, lang: str, words: str) -> None:
    page = tmp_path / "page.html"
    assert kordon("criteria", "show", "--lang", lang, "--html", page).exit_code == 0
    assert words in page.read_text("utf-8")


def test_show_prints_a_page(kordon: Kordon) -> None:
    printed = kordon("criteria", "show")
    assert printed.exit_code == 0
    assert "Not official" in printed.output and "Irregular migration" in printed.output


def test_show_writes_pdf(kordon: Kordon, tmp_path: Path) -> None:
    pytest.importorskip("typst")
    assert kordon("criteria", "show", "--pdf", tmp_path / "page.pdf").exit_code == 0
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF-")


def test_without_typst_a_sentence_and_no_file(
    kordon: Kordon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "typst", None)
    result = kordon("criteria", "show", "--pdf", tmp_path / "page.pdf")
    assert result.exit_code == 1
    assert "A PDF is made by typst, which is not installed" in result.output
    assert not (tmp_path / "page.pdf").exists()


def test_the_schema_is_printed(kordon: Kordon) -> None:
    schema = json.loads(kordon("criteria", "show", "--schema").output)
    Draft202012Validator.check_schema(schema)
    assert schema["title"] == "A criteria document of Kordon"


def test_diff_tells_changes_in_words(kordon: Kordon, own: Path, tmp_path: Path) -> None:
    new = change(own, "critical_days: 14", "critical_days: 21", tmp_path / "new.yaml")
    result = kordon("criteria", "diff", own, new)
    assert result.exit_code == 0
    assert "14 days" in result.output and "21 days" in result.output
    assert len(result.output.strip().splitlines()) == 2
    assert "говорят одно и то же" in kordon("criteria", "diff", own, own, "--lang", "ru").output


def test_diff_tells_what_the_page_does_not(kordon: Kordon, own: Path, tmp_path: Path) -> None:
    new = change(own, "lower_bound: true", "lower_bound: false", tmp_path / "new.yaml")
    result = kordon("criteria", "diff", own, new)
    assert "factors.military.indicators.m1.lower_bound: was “True”, now “False”" in result.output


def test_approve_and_what_follows_from_a_change(kordon: Kordon, own: Path) -> None:
    assert kordon("criteria", "approve", own, "--body", "The commission", "--date", "2025-03-04").exit_code == 0
    assert "approved by The commission on 2025-03-04" in kordon("criteria", "check", own).output
    again = kordon("criteria", "approve", own, "--body", "The commission", "--date", "2025-03-05")
    assert again.exit_code == 1 and "nothing is to be done" in again.output
    change(own, "critical_days: 14", "critical_days: 21")
    result = kordon("criteria", "check", own)
    assert result.exit_code == 2
    assert "it has changed since The commission approved version 0.2 on 2025-03-04" in result.output


def test_a_document_that_is_wrong_cannot_be_approved(kordon: Kordon, own: Path) -> None:
    change(own, "high_at: 3", "high_at: 1")
    result = kordon("criteria", "approve", own, "--body", "The commission", "--date", "2025-03-04")
    assert result.exit_code == 2
    assert [p.name for p in own.parent.glob("*.approval.yaml")] == []


def test_test_checks_the_examples_beside_a_document(kordon: Kordon, own: Path) -> None:
    missing = kordon("criteria", "test", own)
    assert missing.exit_code == 1 and "There are no cases at" in missing.output
    cases = own.with_name("own.expected.yaml")
    cases.write_text(
        "cases:\n  - name: quiet\n    border: PL-BY\n    weeks:\n"
        "      - {readings: {b1: 0, p1: 10}, expect: {level: low, factors: {migration: low}}}\n",
        "utf-8",
    )
    result = kordon("criteria", "test", own)
    assert (result.exit_code, "2 of 2 expectations hold" in result.output) == (0, True)
    cases.write_text(cases.read_text("utf-8").replace("level: low", "level: high"), "utf-8")
    result = kordon("criteria", "test", own)
    assert result.exit_code == 1
    assert "1 of 2 expectations hold" in result.output
    [row] = [line for line in result.output.splitlines() if "quiet" in line]
    assert row.split() == ["quiet", "2024-W01", "5", "level", "high", "low"]


def test_a_week_of_a_register(kordon: Kordon, own: Path, tmp_path: Path, material: Path) -> None:
    """The week under two versions; what moves it, what it hangs on, and how sure it is."""
    with open_register("kordon.sqlite3") as opened:
        read(Setup(), opened, material, Told())
    old = "LT-BY: {medium: 5, high: 20, critical: 60}"
    new = change(own, old, old.replace("medium: 5", "medium: 19"), tmp_path / "new.yaml")
    result = kordon("criteria", "diff", own, new, "--week", WEEK)
    assert result.exit_code == 0, result.output
    [row] = [line for line in result.output.splitlines() if line.strip().startswith("LT-BY")]
    assert "Week 2024-W23 under both" in result.output
    assert row.split()[1].strip(",") == "medium" and row.split()[4:6] != ["medium,", "not"], row

    asked = ("assess", "--border", "LT-BY", "--week", WEEK, "--what-if", "p1=0", "--sensitivity")
    data = json.loads(kordon(*asked, "--json").stdout)
    found = data["assessment"]
    assert (found["border"], data["schema"], found["level"]) == ("LT-BY", "kordon.assessment/1", "medium")
    assert len(found["criteria"]) == 64 and found["as_of"] and found["factors"]
    [moved] = data["what_if"]
    assert (moved["indicator"], moved["scored"]) == ("p1", ["medium", "low"])
    chances = data["level_chances"]
    assert sum(chances.values()) == pytest.approx(1, abs=3e-4)
    assert max(chances, key=chances.get) == "medium"
    p1 = next(h for h in data["sensitivity"] if h["indicator"] == "p1")
    assert p1["down"] == 34 and p1["down_level"] == "low"  # under the floor of 5 a day


def test_a_judgement_of_the_register_reaches_the_assessment(kordon: Kordon, own: Path, material: Path) -> None:
    """The step is taken on a Tuesday of the week, and known from that day on."""
    change(own, "- {kind: presence, otherwise: medium}", "- {kind: judged, by: [office-a], days: 28}")
    setup = Setup()
    setup.__dict__["criteria"] = (read_file(own, setup.vocabulary, setup.indicators),)
    now = dt.datetime(2024, 6, 4, 12, tzinfo=dt.UTC)
    data = {"indicator": "m1", "border": "LT-BY", "level": "high", "until": "2024-06-30"}
    entry = Entry(
        "entry-1",
        "judgement",
        "m1:LT-BY",
        "judge",
        Person("office-a", ("analyst",)),
        now,
        "seen",
        ("a", "b"),
        data,
    )
    with open_register("kordon.sqlite3") as opened:
        read(Setup(), opened, material, Told())
        opened.take(load_process("judgement"), lambda record, at: replace(entry, at=at), POLICIES, now=now)
    for as_of, level in ((None, "high"), (Date(2024, 6, 3), "not_assessed")):
        found = assessed_weeks(setup, "kordon.sqlite3", Week.parse(WEEK), as_of).assessed
        [military] = [f for f in found.assessments["LT-BY", Week.parse(WEEK)].factors if f.factor == "military"]
        assert military.level == level


def test_a_label_and_a_judgement_go_into_the_record(kordon: Kordon, tmp_path: Path) -> None:
    with open_register("kordon.sqlite3") as opened:
        opened.record_assessments([ASSESSED])
    asked = ("criteria", "label", "--border", "PL-BY", "--week", WEEK, "--by", "office-a", "--trend")
    refused = kordon(*asked, "got_worse")
    assert refused.exit_code == 4
    assert "differs from the computed 'has_not_changed'; say why" in refused.output
    assert "No week has an analyst's label yet" in kordon("criteria", "labels").output
    kept = kordon(*asked, "got_worse", "--why", "an outlet fell silent")
    assert (kept.exit_code, "got_worse, computed has_not_changed, by office-a" in kept.output) == (0, True)
    told = kordon("criteria", "labels").output
    assert "0 of 1" in told and "an outlet fell silent" in told

    judge = (
        "criteria",
        "judge",
        "m1",
        "--border",
        "PL-BY",
        "--level",
        "high",
        "--why",
        "seen",
        "--by",
        "office-a",
    )
    past = kordon(*judge, "--evidence", ASSESSED.id, "--until", "2020-01-01")
    assert (past.exit_code, "would expire on 2020-01-01" in past.output) == (4, True)
    other = kordon(*judge, "--evidence", ASSESSED.id, "--until", "2999-01-01", "--role", "guest")
    assert other.exit_code == 4 and "that is for analyst" in other.output
    assert kordon(*judge, "--evidence", ASSESSED.id, "--until", "2999-01-01").exit_code == 0
    with open_register("kordon.sqlite3") as opened:
        [found] = from_record(opened.record("judgement"))
    assert (found.indicator, found.level, found.by) == ("m1", Level.HIGH, "office-a")


@pytest.mark.parametrize(
    ("asked", "code", "problem"),
    [(("--what-if", "p1"), 2, "write it as p1=700"), (("--what-if", "zz=1"), 1, "do not look at 'zz'")],
)
def test_assess_refuses_a_supposition_that_is_none(
    kordon: Kordon, asked: tuple[str, ...], code: int, problem: str
) -> None:
    result = kordon("assess", "--border", "LT-BY", "--week", WEEK, *asked)
    assert result.exit_code == code
    assert problem in result.output
