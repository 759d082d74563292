"""``kordon sitting``: from the call to the minutes, every refusal a sentence that leaves the record as it was."""

from __future__ import annotations

import datetime as dt
import importlib.util
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import Result
from kordon_cli import Kordon

from kordon.api.record import entries_of_lines
from kordon.chain import Setup
from kordon.domain.measure import Crossing
from kordon.measures.sitting import offered, steps
from kordon.register import open_register
from kordon.register.sittings import Sittings

MADE = Path(__file__).parents[1] / "measures" / "sitting" / "made.py"
SECRETARIAT = ("--by", "secretariat", "--role", "secretariat")
ANALYSTS = ("--by", "analysts", "--role", "analyst")
CABINET = ("--by", "cabinet", "--role", "commission", "--role", "government")
MEMBER = ("--by", "member", "--role", "commission")
REVIEW = ("--next-review", "2024-08-15")
SETUP = Setup()
Do = Callable[..., Result]


@pytest.fixture(scope="module")
def m() -> ModuleType:
    spec = importlib.util.spec_from_file_location("cli_sitting_made", MADE)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def register(tmp_path: Path, m: ModuleType) -> Path:
    path = tmp_path / "kordon.sqlite3"
    with open_register(path) as opened:
        for assessed, value in ((m.BEFORE, 1.0), (m.NOW, 7.0)):
            opened.record_readings([replace(m.reading(f"{assessed.id}/attacks", value), week=assessed.week)])
        opened.record_assessments([m.BEFORE, m.NOW, m.FOREIGN])
        opened.record_proposals([m.RANGE])
        opened.store_reference([Crossing("pl-1", m.BORDER, "road", (("en", "One"),), None, None, ("bus",))])
        opened.store_reference([Crossing("lt-1", m.OTHER, "road", (("en", "Two"),), None, None, ("bus",))])
    return path


@pytest.fixture
def do(kordon: Kordon, register: Path) -> Do:
    def run(*arguments: str, at: str = "2024-07-01T14:00+02:00") -> Result:
        return kordon("sitting", "--register", register, "--at", at, *arguments)

    return run


def well(result: Result) -> str:
    assert result.exit_code == 0, result.output
    return str(result.stdout)


def option(do: Do, name: str, *more: str, who: tuple[str, ...] = ANALYSTS) -> Result:
    given = dict(zip(more[::2], more[1::2], strict=True))
    told = {"--border": "PL-BY", "--starts": "2024-07-08"} | given
    return do("option", "S1", name, *(word for pair in told.items() for word in pair), *who)


def prepare(do: Do) -> None:
    well(do("open", "S1", "--body", "council", "--border", "PL-BY", *SECRETARIAT))
    well(do("agenda", "S1", "--border", "PL-BY", *SECRETARIAT))
    well(option(do, "A", "--step", "option-bus-permits", "--trade", "Two carriers run daily."))
    well(option(do, "B", "--step", "option-buffer-zone"))


@pytest.fixture
def ready(register: Path, m: ModuleType) -> Path:
    """A register with a sitting that has come to a range of two, as :func:`prepare` makes it."""
    at = dt.datetime(2024, 7, 1, 12, tzinfo=dt.UTC)
    with open_register(register) as opened:
        held = Sittings(opened, SETUP)
        for make in (
            steps.call("S1", m.SECRETARIAT, "council", (m.BORDER,)),
            steps.put_on_agenda("S1", m.SECRETARIAT, m.BORDER, m.NOW.id),
            *(
                steps.put_option("S1", m.ANALYSTS, offered(m.RANGE, m.RUNGS, step, name, m.FIRST))
                for name, step in (("A", "option-bus-permits"), ("B", "option-buffer-zone"))
            ),
        ):
            held.take(make, now=at)
    return register


def test_from_the_call_to_the_minutes(do: Do, register: Path, m: ModuleType) -> None:
    prepare(do)
    assert "R3 option-buffer-zone (no traffic): A zone along the border" in well(do("range", "S1"))
    command = ("--by", "command", "--role", "adviser", "--role", "border-command")
    well(
        do(
            "opinion",
            "S1",
            "negative",
            "--office",
            "border-command",
            "--about",
            "B",
            "--why",
            "No need.",
            *command,
        )
    )
    told = well(do("decide", "S1", "--choose", "A", *REVIEW, "--why", "Pressure rose.", *CABINET))
    assert told == "Recorded: decide, by cabinet. The sitting S1 is decided.\n"
    well(do("dissent", "S1", "--why", "Too much.", *MEMBER))
    assert well(do("begin", "S1")).splitlines() == [
        "S1.A: propose, by analysts",
        "S1.A: draft, by secretariat",
        "S1.A: adopt, by cabinet",
    ]
    well(do("close", "S1", *SECRETARIAT))
    shown = well(do("show", "S1"))
    for words in (
        "Decided: A.",
        "Two carriers run daily.",
        "Too much.",
        "Opinion: negative",
        "State of the sitting: closed",
    ):
        assert words in shown
    assert "Пратакол пасяджэння S1" in well(do("show", "S1", "--lang", "be"))
    with open_register(register) as opened:
        stored = opened.record("sitting", "S1")
        assert opened.record_is_whole()
    assert entries_of_lines(well(do("show", "S1", "--json")), "out") == stored
    assert stored[1].data["assessment"] == m.NOW.id  # the newest week that could be assessed
    (listed,) = (json.loads(line) for line in well(do("list", "--json")).splitlines())
    assert (listed["state"], listed["chosen"], listed["next_review"]) == ("closed", ["A"], "2024-08-15")
    assert "1 in all; the record is whole." in well(do("list"))


def test_the_minutes_as_a_file(do: Do, ready: Path, tmp_path: Path) -> None:
    well(do("show", "S1", "--html", str(tmp_path / "minutes.html"), "--lang", "ru"))
    assert "Протокол заседания S1" in (tmp_path / "minutes.html").read_text("utf-8")
    result = do("show", "S1", "--html", str(tmp_path / "nowhere" / "minutes.html"))
    assert (result.exit_code, "cannot be written" in result.stderr) == (3, True)


def test_an_adjournment_a_deferral_and_the_next_sitting(do: Do, m: ModuleType) -> None:
    well(do("open", "S0", "--body", "council", "--border", "PL-BY", *SECRETARIAT))
    well(do("agenda", "S0", "--border", "PL-BY", "--assessment", m.BEFORE.id, *SECRETARIAT))
    well(do("adjourn", "S0", "--until", "2024-07-02", "--why", "Figures are awaited.", *MEMBER))
    well(do("resume", "S0", *SECRETARIAT))
    well(do("defer", "S0", *REVIEW, "--why", "Too early.", *MEMBER))
    prepare(do)
    shown = " ".join(well(do("show", "S1")).split())
    assert "Level at the last sitting: medium; now: high (higher)." in shown
    assert "Value before: 1 (people) Value now: 7 (people)" in shown
    well(do("withdraw", "S1", "B", "--why", "Too far.", *ANALYSTS))
    well(do("call-off", "S1", "--why", "No quorum.", *SECRETARIAT))
    assert "S1 of council on PL-BY: called off" in well(do("list"))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("decide", "S1", "--choose", "A", *REVIEW, "--why", "x", *ANALYSTS), "'analysts' may not 'decide'"),
        (("decide", "S1", "--choose", "C", *REVIEW, "--why", "x", *CABINET), "'S1' has no option 'C'"),
        (("option", "S1", "C", "--border", "PL-BY", "--step", "option-buffer-zone", "--starts", "2024-07-08",
          "--ends", "2024-07-01", *ANALYSTS), "The option 'C' ends on 2024-07-01, before it starts on 2024-07-08"),
        (("option", "S1", "C", "--border", "PL-BY", "--step", "option-bus-permits", "--starts", "2024-07-08",
          "--crossing", "lt-1", *ANALYSTS), "The crossing 'lt-1' is on 'LT-BY', not on 'PL-BY'"),
        (("option", "S1", "C", "--border", "PL-BY", "--kind", "buffer_zone", "--rung", "R9",
          "--starts", "2024-07-08", "--ends", "2024-07-09", "--basis", "x", "--why", "x", *ANALYSTS),
         "'R9' is no rung of the ladder"),
        (("agenda", "S1", "--border", "PL-BY", "--assessment", "assessment-x", *SECRETARIAT),
         "There is no assessment 'assessment-x' in the register"),
        (("open", "S1", "--body", "council", "--border", "PL-BY", *SECRETARIAT), "'S1' is 'in_session'"),
    ],
)  # fmt: skip
def test_what_is_not_allowed_exits_with_4_and_changes_nothing(
    do: Do, ready: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    with open_register(ready) as opened:
        before = opened.record()
    result = do(*arguments)
    assert (result.exit_code, result.stdout) == (4, "")
    assert result.stderr.startswith("kordon: ") and sentence in result.stderr
    with open_register(ready) as opened:
        assert opened.record() == before


def test_a_second_decision_and_a_clock_set_back_are_refused(do: Do, ready: Path) -> None:
    decide = ("decide", "S1", "--choose", "A", *REVIEW, "--why", "x", *CABINET)
    result = do(*decide, at="2024-07-01T11:00+00:00")
    assert (result.exit_code, "set the clock right" in result.stderr) == (4, True)
    well(do(*decide))
    result = do(*decide)
    assert (result.exit_code, "'S1' is 'decided'" in result.stderr) == (4, True)


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ((), "exactly one"),
        (("--none", "--choose", "A"), "exactly one"),
        (("--none", "--other", "x"), "exactly one"),
    ],
)
def test_a_decision_is_of_one_sort(do: Do, ready: Path, more: tuple[str, ...], sentence: str) -> None:
    result = do("decide", "S1", *more, *REVIEW, "--why", "x", *CABINET)
    assert (result.exit_code, sentence in result.stderr) == (1, True)


def test_the_record_is_checked_against_the_fingerprint_of_the_minutes(do: Do, ready: Path) -> None:
    with open_register(ready) as opened:
        head = opened.record_head()
    assert f"4 in all, the newest with the fingerprint {head.hash}" in well(do("check", "4", head.hash))
    well(do("withdraw", "S1", "B", "--why", "Too far.", *ANALYSTS))
    well(do("check", "4", head.hash))
    result = do("check", "9", head.hash)
    assert (result.exit_code, "Entry 9 was in the record once and is missing." in result.stderr) == (3, True)
    result = do("check", "3", head.hash)
    assert (result.exit_code, "Entry 3 is not the one that was noted." in result.stderr) == (3, True)


def test_what_is_not_there_gets_a_sentence(do: Do, kordon: Kordon) -> None:
    result = do("show", "S9")
    assert (result.exit_code, "There is no sitting 'S9' in the register" in result.stderr) == (1, True)
    result = kordon("sitting", "--register", "nowhere.sqlite3", "list")
    assert (result.exit_code, "There is no register at nowhere.sqlite3" in result.stderr) == (3, True)
    well(do("open", "S1", "--body", "council", "--border", "LV-BY", *SECRETARIAT))
    result = do("agenda", "S1", "--border", "LV-BY", *SECRETARIAT)
    assert (result.exit_code, "holds no assessed week of 'LV-BY'" in result.stderr) == (1, True)
    result = option(do, "A", "--border", "LV-BY", "--step", "option-buffer-zone")
    assert (result.exit_code, "No range was proposed for 'LV-BY'" in result.stderr) == (1, True)


def test_the_clock_is_that_of_the_machine_where_none_is_given(kordon: Kordon, register: Path) -> None:
    before = dt.datetime.now(dt.UTC)
    well(kordon("sitting", "--register", register, "open", "S1", "--body", "b", "--border", "PL-BY", *SECRETARIAT))
    with open_register(register) as opened:
        assert before <= opened.record()[0].at <= dt.datetime.now(dt.UTC)
