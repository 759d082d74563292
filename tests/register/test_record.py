"""The record: steps are checked and appended in one transaction, and a row that was touched is noticed."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kordon.domain.errors import DomainError, NotAllowed, RegisterError
from kordon.domain.record import Entry, Person
from kordon.measures.process import Process, entries_of, read_process, replayed, state_of
from kordon.register import Register, open_register
from kordon.register.values import RecordHead
from kordon.vocabulary.documents import parse_document

L = "{en: a, be: б, ru: в}"
TEXT = f"""\
id: paper
version: "1"
label: {L}
roles: [{{id: writer, label: {L}}}, {{id: chair, label: {L}}}]
states: [{{id: draft, label: {L}}}, {{id: agreed, label: {L}}}, {{id: gone, label: {L}, final: true}}]
steps:
  - {{id: write, label: {L}, to: draft, roles: [writer], needs: [title]}}
  - {{id: note, label: {L}, from: [draft, agreed], roles: [writer, chair]}}
  - {{id: agree, label: {L}, from: [draft], to: agreed, roles: [chair], not_by: [write],
     gates: [calm], reason: yes}}
  - {{id: shelve, label: {L}, from: [draft, agreed], to: gone, roles: [chair]}}
"""
NOON = dt.datetime(2025, 6, 1, 12, tzinfo=dt.UTC)
ANNA, BORIS = Person("office-a", ("writer", "chair")), Person("office-b", ("chair",))
CALM = {"calm": lambda entries, entry: "It is not calm." if entry.data.get("storm") else ""}


@pytest.fixture(scope="module")
def paper() -> Process:
    return read_process(parse_document(TEXT, "paper.yaml"))


def step(does: str, by: Person, subject: str = "p1", why: str = "", **data: Any) -> Callable[..., Entry]:
    """A maker that names its entry by how long the record is."""
    return lambda log, at: Entry(
        f"e{len(log) + 1}", "paper", subject, does, by, at, why, data.pop("evidence", ()), data
    )


def at(minutes: int) -> dt.datetime:
    return NOON + dt.timedelta(minutes=minutes)


def write_some(register: Register, paper: Process) -> tuple[Entry, ...]:
    told = {"title": "Назва", "pages": 3, "share": 1.0, "open": True, "none": None, "of": ("а", "b\nc")}
    return (
        register.take(paper, step("write", ANNA, evidence=("r1", "r 2"), **told), CALM, now=at(0)),
        register.take(paper, step("note", BORIS, why="Зроблена.\nДалей."), CALM, now=at(1)),
        register.take(paper, step("agree", BORIS, why="Good."), CALM, now=at(1)),
        register.take(paper, step("write", ANNA, "p2", title="B"), CALM, now=at(2)),
    )


def test_entries_come_back_as_they_were_taken(register_url: str, paper: Process) -> None:
    with open_register(register_url) as register:
        assert (register.record(), register.record_head()) == ((), RecordHead(0, ""))
        made = write_some(register, paper)
        head = register.record_head()
    with open_register(register_url) as register:
        assert register.record() == made
        assert [(type(v), v) for v in register.record()[0].data.values()] == [
            (type(v), v) for v in made[0].data.values()
        ]
        assert made[0].evidence == ("r1", "r 2")
        assert (register.record_head(), head.number) == (head, 4)
        assert register.record("paper", "p1") == made[:3]
        assert register.record("other") == ()
        assert replayed(paper, register.record(), CALM) == {"p1": "agreed", "p2": "draft"}
        assert register.record_is_whole() and register.record_is_whole(head)


def test_the_moment_is_now_where_nobody_brings_a_clock(register: Register, paper: Process) -> None:
    before = dt.datetime.now(dt.UTC)
    made = register.take(paper, step("write", ANNA, title="A"), CALM)
    assert before <= made.at <= dt.datetime.now(dt.UTC)


@pytest.mark.parametrize(
    ("make", "minutes", "sentence"),
    [
        (step("agree", ANNA, why="x"), 5, "'office-a' took 'write' and may not 'agree' the same"),
        (step("write", BORIS, "p3", title="A"), 5, "'office-b' may not 'write'"),
        (step("agree", BORIS, why="x", storm=True), 5, "It is not calm."),
        (step("agree", BORIS), 5, "'agree' needs a reason"),
        (step("write", ANNA, title="A"), 5, "'p1' is 'draft', and 'write' is no step from there"),
        (step("note", ANNA), -1, "set the clock right"),
        (step("write", ANNA, "p3", title="A"), -1, "The clock says 2025-06-01T11:59:00+00:00"),
        (lambda log, at: Entry("e1", "paper", "p1", "note", ANNA, at), 5, "holds an entry 'e1' already"),
        (lambda log, at: Entry("x", "other", "p1", "note", ANNA, at), 5, "cannot be checked against 'paper'"),
        (lambda log, at: Entry("x", "paper", "p1", "note", ANNA, NOON), 5, "use that moment"),
        (lambda log, at: Entry("x", "paper", "p1", "note", ANNA, at.replace(tzinfo=None)), 5, "has no zone"),
    ],
)
def test_what_is_not_allowed_changes_nothing(
    register: Register, paper: Process, make: Callable[..., Entry], minutes: int, sentence: str
) -> None:
    first = register.take(paper, step("write", ANNA, title="A"), CALM, now=at(0))
    with pytest.raises(NotAllowed) as caught:
        register.take(paper, make, CALM, now=at(minutes))
    assert sentence in str(caught.value) and str(caught.value).endswith(".")
    assert register.record() == (first,)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"when": NOON}, "'when' of 'write' is"),
        ({"of": ["a"]}, "'of' of 'write' is"),
        ({"of": ("a", 1)}, "'of' of 'write' is"),
        ({"n": float("nan")}, "a number that is none"),
    ],
)
def test_what_could_not_come_back_is_refused(
    register: Register, paper: Process, data: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(DomainError, match=sentence):
        register.take(paper, step("write", ANNA, title="A", **data), CALM)
    assert register.record() == ()


def test_what_a_maker_raises_goes_through(register: Register, paper: Process) -> None:
    def make(log: object, at: dt.datetime) -> Entry:
        raise NotAllowed("Not today.")

    with pytest.raises(NotAllowed, match=r"^Not today\.$"):
        register.take(paper, make, CALM)
    assert register.record() == ()


def test_steps_together_are_all_stored_or_none(register: Register, paper: Process) -> None:
    first, second = step("write", ANNA, title="A"), step("agree", BORIS, why="Good.")
    with pytest.raises(NotAllowed, match="is no step from there"):
        register.take_together([(paper, first, CALM), (paper, second, CALM), (paper, second, CALM)], now=at(0))
    assert register.record() == ()
    made = register.take_together([(paper, first, CALM), (paper, second, CALM)], now=at(0))
    assert register.record() == made and [e.does for e in made] == ["write", "agree"]
    assert register.record_is_whole()


def test_gates_may_be_made_of_the_record_as_it_stands(register: Register, paper: Process) -> None:
    def gates(log: Any) -> Any:
        return {"calm": lambda entries, entry: "Another paper is open." if len(log) > 1 else ""}

    register.take(paper, step("write", ANNA, title="A"), gates, now=at(0))
    register.take(paper, step("write", ANNA, "p2", title="B"), gates, now=at(0))
    with pytest.raises(NotAllowed, match="Another paper is open"):
        register.take(paper, step("agree", BORIS, why="x"), gates, now=at(1))


# ---- tampering -----------------------------------------------------------------------------------------------


def tamper(register: Register, *statements: str) -> None:
    """Change rows as somebody with the file in hand could: the guards are told to stand aside first."""
    from django.db import connections, transaction

    from kordon.register.guards import install

    connection = connections[register.alias]
    with transaction.atomic(using=register.alias), connection.cursor() as cursor:
        for act in ("update", "delete"):
            on = " ON register_entry" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER register_entry_no_{act}{on}")
        for statement in statements:
            cursor.execute(statement)
        install(register.alias)


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("UPDATE register_entry SET why = 'Bad.' WHERE number = 3", "Entry 3 of the record ('agree' about"),
        ("UPDATE register_entry SET \"by\" = 'office-a' WHERE number = 2", "Entry 2 of the record"),
        ("UPDATE register_entry SET data = '{}' WHERE number = 1", "Entry 1 of the record"),
        ("UPDATE register_entry SET rules = '' WHERE number = 1", "Entry 1 of the record"),
        ("DELETE FROM register_entry WHERE number = 2", "Between entry 1 and entry 3 of the record something is"),
        ("DELETE FROM register_entry WHERE number = 1", "Between entry 0 and entry 2 of the record something is"),
        ("UPDATE register_entry SET previous = 'x' WHERE number = 2", "Entry 2 of the record does not follow"),
    ],
)
def test_a_changed_or_missing_row_is_noticed(
    register: Register, paper: Process, statement: str, sentence: str
) -> None:
    write_some(register, paper)
    assert register.record_faults() == ()
    tamper(register, statement)
    assert sentence in register.record_faults()[0]
    assert not register.record_is_whole()
    before = register.record()
    with pytest.raises(RegisterError, match="is not whole, so nothing is added to it"):
        register.take(paper, step("note", ANNA), CALM, now=at(9))
    assert register.record() == before


def test_a_missing_tail_is_noticed_by_who_noted_the_head(register: Register, paper: Process) -> None:
    write_some(register, paper)
    head = register.record_head()
    tamper(register, "DELETE FROM register_entry WHERE number = 4")
    assert register.record_is_whole()  # a chain alone cannot tell
    assert register.record_faults(head) == ("Entry 4 was in the record once and is missing.",)
    register.take(paper, step("write", ANNA, "p9", title="C"), CALM, now=at(5))
    assert register.record_faults(head) == ("Entry 4 is not the one that was noted.",)


@pytest.mark.parametrize(
    "act",
    [
        lambda rows: rows.update(why="other"),
        lambda rows: rows.all().delete(),
        lambda rows: rows.first().save(),
        lambda rows: rows.first().delete(),
    ],
)
def test_an_entry_is_never_changed(register: Register, paper: Process, act: Callable[..., object]) -> None:
    from kordon.register import models

    made = write_some(register, paper)
    with pytest.raises(RegisterError, match=r"^What is recorded as entry of the record is never"):
        act(models.Entry.objects.using(register.alias))
    assert register.record() == made


def test_the_database_itself_refuses(register: Register, paper: Process) -> None:
    from django.db import DatabaseError, connections, transaction

    made = write_some(register, paper)
    for statement in ("UPDATE register_entry SET why = ''", "DELETE FROM register_entry"):
        with (
            pytest.raises(DatabaseError, match="never changed or deleted"),
            transaction.atomic(using=register.alias),
            connections[register.alias].cursor() as cursor,
        ):
            cursor.execute(statement)
    assert register.record() == made


# ---- more than one process, and registers of an earlier version ----------------------------------------------

TAKER = """
import sys
from kordon.domain.errors import NotAllowed
from kordon.domain.record import Entry, Person
from kordon.measures.process import read_process
from kordon.register import open_register
from kordon.vocabulary.documents import parse_document
url, name, text = sys.argv[1:]
paper = read_process(parse_document(text, "paper.yaml"))
calm = {"calm": lambda entries, entry: ""}
chair = Person(name, ("chair",))
agreed = 0
with open_register(url) as register:
    input()
    for n in range(8):
        register.take(paper, lambda log, at: Entry(f"{name}-{n}", "paper", f"p{n}", "note", chair, at), calm)
        try:
            agree = lambda log, at: Entry(f"{name}-a{n}", "paper", f"p{n}", "agree", chair, at, "y")
            register.take(paper, agree, calm)
            agreed += 1
        except NotAllowed as error:
            assert "is no step from there" in str(error), error
print(agreed)
"""


def test_two_processes_take_steps_one_after_the_other(register_url: str, paper: Process) -> None:
    """Both agree to the same papers: each paper is agreed to once, and no step is lost."""
    with open_register(register_url) as register:
        for n in range(8):
            register.take(paper, step("write", ANNA, f"p{n}", title="A"), CALM)
    started = [
        subprocess.Popen(
            [sys.executable, "-c", TAKER, register_url, name, TEXT],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        for name in ("office-x", "office-y")
    ]  # fmt: skip
    for process in started:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    ended = [(*process.communicate(timeout=120), process.returncode) for process in started]
    assert [status for _, _, status in ended] == [0, 0], ended
    assert sum(int(out) for out, _, _ in ended) == 8
    with open_register(register_url) as register:
        assert len(register.record()) == 8 + 16 + 8
        assert register.record_is_whole()
        assert set(replayed(paper, register.record(), CALM).values()) == {"agreed"}


def test_a_register_of_the_version_before_gets_the_table(make_url: Callable[..., str], paper: Process) -> None:
    from django.db import connections
    from django.db.migrations.executor import MigrationExecutor

    url = make_url(empty=True)
    with open_register(url) as register:
        connection = connections[register.alias]
        connection.disable_constraint_checking()
        MigrationExecutor(connection).migrate([("register", "0003_suggested")])
        assert "register_entry" not in connection.introspection.table_names()
    with open_register(url) as register:
        assert register.record() == ()
        made = write_some(register, paper)
        assert register.record() == made
        with pytest.raises(RegisterError, match="never deleted"):
            from kordon.register import models

            models.Entry.objects.using(register.alias).all().delete()


def test_the_models_and_the_migrations_say_the_same(register: Register) -> None:
    from django.core.management import call_command

    call_command("makemigrations", "register", check=True, dry_run=True, verbosity=0)


# ---- laws ----------------------------------------------------------------------------------------------------

ATTEMPTS = st.lists(
    st.tuples(
        st.sampled_from(["write", "note", "agree", "shelve", "publish"]),
        st.sampled_from([ANNA, BORIS, Person("guest", ())]),
        st.sampled_from(["p1", "p2"]),
        st.integers(-2, 5),
        st.booleans(),
    ),
    max_size=12,
)


@given(ATTEMPTS)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_sequence_of_attempts_leads_to_an_undefined_state(
    make_url: Callable[..., str], paper: Process, attempts: list[tuple[str, Person, str, int, bool]]
) -> None:
    """What is told after each step is what a replay of the stored record tells."""
    moment, states = NOON, dict[str, str | None]()
    with open_register(make_url()) as register:
        for does, by, subject, minutes, storm in attempts:
            moment += dt.timedelta(minutes=minutes)
            before = register.record()
            try:
                register.take(paper, step(does, by, subject, "x", title="A", storm=storm), CALM, now=moment)
            except NotAllowed as error:
                assert str(error).endswith(".")
                assert register.record() == before
            else:
                log = register.record()
                assert log[:-1] == before
                states[subject] = state_of(paper, entries_of(paper, log, subject))
                assert states[subject] in paper.states
        assert replayed(paper, register.record(), CALM) == states
        assert register.record_is_whole()
