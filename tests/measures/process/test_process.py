"""A process document is read strictly; a record is played, checked and drawn by it alone."""

from __future__ import annotations

import datetime as dt

import pytest

from kordon.domain.errors import BadDocument, NotAllowed
from kordon.domain.record import Entry, Person
from kordon.measures.process import check, choices, diagram, read_process, replayed, state_of, why_not
from kordon.vocabulary.documents import parse_document

L = "{en: a, be: б, ru: в}"
TEXT = f"""\
id: paper
version: "1"
label: {L}
roles:
  - {{id: writer, label: {L}}}
  - {{id: chair, label: {L}}}
states:
  - {{id: draft, label: {L}}}
  - {{id: agreed, label: {L}}}
  - {{id: gone, label: {L}, final: true}}
steps:
  - {{id: write, label: {L}, to: draft, roles: [writer], needs: [title]}}
  - {{id: note, label: {L}, from: [draft, agreed], roles: [writer, chair]}}
  - {{id: agree, label: {L}, from: [draft], to: agreed, roles: [chair], not_by: [write], gates: [ok], reason: yes}}
  - {{id: expire, label: {L}, from: [agreed], to: gone}}
"""
NOON = dt.datetime(2025, 6, 1, 12, tzinfo=dt.UTC)
POLICIES = {"ok": lambda entries, entry: "It is not calm." if entry.data.get("storm") else ""}
ANNA, BORIS, CLOCK = Person("anna", ("writer", "chair")), Person("boris", ("chair",)), Person("clock", ("system",))


def read(text: str = TEXT):  # type: ignore[no-untyped-def]
    return read_process(parse_document(text, "paper.yaml"))


def entry(does: str, by: Person, hours: int = 0, why: str = "", **data: object) -> Entry:
    return Entry(does, "paper", "p1", does, by, NOON + dt.timedelta(hours=hours), why, (), data)  # type: ignore[arg-type]


WRITTEN = entry("write", ANNA, title="A")


@pytest.mark.parametrize(
    ("so_far", "asked", "sentence"),
    [
        ([], entry("agree", BORIS, why="x"), "There is no 'p1' yet"),
        ([], entry("write", BORIS, title="A"), "'boris' may not 'write': that is for writer."),
        ([], entry("write", ANNA), "'write' needs title; give it as data."),
        ([WRITTEN], entry("publish", ANNA), "'publish' is not a step of 'paper'"),
        ([WRITTEN], entry("expire", CLOCK), "'p1' is 'draft', and 'expire' is no step from there"),
        ([WRITTEN], entry("agree", ANNA, 1, "good"), "'anna' took 'write' and may not 'agree' the same"),
        ([WRITTEN], entry("agree", BORIS, 1, "  "), "'agree' needs a reason"),
        ([WRITTEN], entry("agree", BORIS, -1, "good"), "set the clock right"),
        ([WRITTEN], entry("agree", BORIS, 1, "good", storm=True), "It is not calm."),
        ([WRITTEN, entry("agree", BORIS, 1, "good")], entry("expire", BORIS, 2), "takes effect by itself"),
    ],
)
def test_what_is_not_allowed_gets_a_sentence(so_far: list[Entry], asked: Entry, sentence: str) -> None:
    process = read()
    assert sentence in why_not(process, so_far, asked, POLICIES)
    with pytest.raises(NotAllowed, match=r"\.\Z"):
        check(process, so_far, asked, POLICIES)


def test_a_record_leads_to_a_state() -> None:
    process = read()
    record = [WRITTEN, entry("note", BORIS, 1), entry("agree", BORIS, 2, "good"), entry("expire", CLOCK, 3)]
    assert [state_of(process, record[:n]) for n in range(5)] == [None, "draft", "draft", "agreed", "gone"]
    assert replayed(process, record, POLICIES) == {"p1": "gone"}


def test_a_record_that_was_changed_does_not_replay() -> None:
    record = [WRITTEN, entry("agree", BORIS, 2, "good"), entry("expire", BORIS, 3)]
    with pytest.raises(NotAllowed, match="Entry 'expire' of the record cannot stand"):
        replayed(read(), record, POLICIES)


def test_choices_say_what_leads_on_and_why_not() -> None:
    found = choices(read(), [WRITTEN], ANNA, NOON, POLICIES)
    assert [(c.step.id, c.allowed) for c in found] == [("note", True), ("agree", False)]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("from: [agreed], to: gone", "from: [agred], to: gone", "line 15: 'agred' is not a state"),
        ("roles: [writer], needs", "roles: [writr], needs", "line 12: 'writr' is not a role"),
        ("not_by: [write]", "not_by: [wrote]", "line 14: 'wrote' is not a step"),
        (", final: true", "", "line 10: no step leads on from 'gone'"),
        ("from: [agreed], to: gone", "from: [draft], to: draft", "no step leads on from 'agreed'"),
        ("from: [draft], to: agreed", "from: [draft], to: gone", "line 9: no step reaches 'agreed'"),
        ("from: [draft, agreed]", "from: [gone], to: draft", "'gone' is final"),
        ("{id: chair,", "{id: writer,", "line 6: 'writer' is written twice"),
    ],
)
def test_a_document_that_cannot_be_meant_is_complained_about(old: str, new: str, sentence: str) -> None:
    assert old in TEXT
    with pytest.raises(BadDocument) as caught:
        read(TEXT.replace(old, new, 1))
    assert sentence in str(caught.value)


def test_the_drawing_holds_every_state_and_step() -> None:
    process = read()
    drawn = diagram(process, "en")
    assert drawn.count("-->") == 4  # write, agree, expire, and the end
    assert all(f" as {state}" in drawn for state in process.states)
