"""The mechanism is data: what is wrong in it is named by line, and a state more comes by an entry alone."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from kordon.chain import Setup
from kordon.domain.errors import BadDocument, DomainError
from kordon.domain.measure import Crossing, CrossingStatus
from kordon.domain.record import Entry, Person
from kordon.domain.time import Date, Precision, Span
from kordon.measures.mechanism import (
    Consultation,
    Finding,
    Mechanism,
    Outcome,
    added,
    advanced,
    consultations,
    ended_elsewhere,
    load_consultation,
    load_mechanism,
    raised,
    replay,
)
from kordon.measures.mechanism.document import SHIPPED
from kordon.measures.mechanism.notices import notices
from kordon.measures.mechanism.plan import plan
from kordon.measures.mechanism.words import Phrases, inert, load_words
from kordon.measures.process import Process, diagram
from kordon.vocabulary import LANGUAGES

NOON = dt.datetime(2024, 5, 28, 12, tzinfo=dt.UTC)
FIFTH = """\
- id: XN
  office: {en: Ministry of Northland, be: Міністэрства Паўночнага краю, ru: Министерство Северного края}
  borders: [XN-XS]
  closes:
    - id: all
      measure: border_closure
      traffic: [all]
      after_hours: 2
      days: 10
      basis: basis-national
      exceptions: []
  own: []
"""


def at(hours: float) -> dt.datetime:
    return NOON + dt.timedelta(hours=hours)


def finding(border: str = "PL-BY", incident: str = "i1") -> Finding:
    return Finding("weapon_use", Outcome.FIRES, border, Span.day(Date(2024, 5, 28)), (incident,))


def agreed(mechanism: Mechanism, process: Process, *parties: str, border: str = "PL-BY") -> tuple[Entry, ...]:
    """A record in which these parties agree two hours after the opening, and the deadline has passed."""
    record = raised(mechanism, process, (), finding(border), NOON)
    for party in parties:
        by = Person(party.lower(), ("party", f"party:{party}"))
        told = {"party": party}
        entry = Entry(f"e-{party}", process.id, record[0].subject, "agree", by, at(2), data=told)
        record += added(mechanism, process, record, entry)
    return record + advanced(mechanism, process, record, at(7))


def only(mechanism: Mechanism, process: Process, record: tuple[Entry, ...]) -> Consultation:
    [found] = consultations(mechanism, process, record).values()
    return found


def test_a_fifth_state_and_its_border_come_by_data_alone(tmp_path: Path, process: Process) -> None:
    (tmp_path / "mechanism").mkdir()
    (tmp_path / "mechanism" / "parties.yaml").write_text(FIFTH, "utf-8")
    fourth = Path(__file__).parents[3] / "docs" / "examples" / "fourth-border"
    setup = Setup(fourth, tmp_path)
    mechanism = load_mechanism(setup.vocabulary, fourth, tmp_path)
    assert tuple(mechanism.parties) == ("PL", "LT", "LV", "EE", "XN")
    assert "XN-XS" in mechanism.borders
    found = only(mechanism, process, agreed(mechanism, process, *mechanism.parties, border="XN-XS"))
    assert (found.state, found.regional) == ("joint", ("PL-BY", "LT-BY", "LV-BY"))
    steps = plan(mechanism, found, (), (), at(3))
    assert [(s.border, s.starts, s.state) for s in steps if s.party == "XN"] == [("XN-XS", at(4), "planned")]
    told = notices(mechanism, process, found, load_words(), setup.vocabulary)
    assert told[0].to == tuple(mechanism.parties)
    assert any("Паўночнага краю" in notice.text["be"] for notice in told)


def test_a_record_is_read_under_the_document_it_was_made_under(
    tmp_path: Path, mechanism: Mechanism, process: Process
) -> None:
    record = agreed(mechanism, process)
    (tmp_path / "mechanism").mkdir()
    joint = (SHIPPED / "joint.yaml").read_text("utf-8").replace("answer: 6", "answer: 8")
    (tmp_path / "mechanism" / "joint.yaml").write_text(joint, "utf-8")
    other = load_mechanism(Setup().vocabulary, tmp_path)
    assert (mechanism.hours.answer, other.hours.answer) == (6, 8)
    with pytest.raises(DomainError, match="was opened under another document"):
        consultations(other, process, record)
    with pytest.raises(DomainError, match="was opened under another document"):
        raised(other, process, record, finding(incident="i2"), at(8))
    record += advanced(mechanism, process, record, at(40))  # the file is closed: nothing of it stands in the way
    assert consultations(other, process, record) == {}
    assert ended_elsewhere(other, process, record) == (record[0].subject,)
    assert ended_elsewhere(mechanism, process, record) == ()
    later = record + raised(other, process, record, finding(incident="i2"), at(41))
    [found] = replay(other, process, later).values()
    assert (found.state, len(later) - len(record)) == ("consulting", 1)
    assert found.id != record[0].subject


@pytest.mark.parametrize(
    ("name", "old", "new", "sentence"),
    [
        ("joint.yaml", "id: weapon_use", "id: weapon_abuse", "'weapon_abuse' is not in triggers.yaml"),
        ("joint.yaml", "kinds: [armed_incursion]", "kinds: [armed_intrusion]", "is not in kinds.yaml"),
        ("joint.yaml", "remind: 3", "remind: 6", "a reminder after the deadline reminds nobody"),
        ("joint.yaml", "answer: 6", "answer: soon", "'soon' is not a whole number from 1 on"),
        ("joint.yaml", "status: proposal", "status: law", "'law' is not a status"),
        ("joint.yaml", "exception-rescue", "rescue", "'rescue' is not a key of a message"),
        ("joint.yaml", "stand_down_days: 14", "stand_down_days: -1", "is not a whole number from 0 on"),
        ("parties.yaml", "borders: [LT-BY]", "borders: [PL-BY]", "PL-BY is not watched by LT"),
        ("parties.yaml", "id: LT\n", "id: PL\n", "is not watched by PL"),
        ("parties.yaml", "id: EE\n", "id: PL\n", "the party 'PL' is written twice"),
        ("parties.yaml", "id: EE\n", "id: XX\n", "'XX' is not in states.yaml"),
        ("parties.yaml", "borders: [LV-BY]", "borders: []", "a party with borders closes something"),
        ("parties.yaml", "traffic: [rail]", "traffic: [boats]", "'boats' is not in traffic.yaml"),
        ("parties.yaml", "measure: goods_restriction", "measure: bribe", "'bribe' is not in measures.yaml"),
        ("parties.yaml", "basis: basis-minister-pl", "basis: because", "a legal basis is expected"),
        ("parties.yaml", "{id: goods,", "{id: persons,", "a step is written twice"),
        ("parties.yaml", "said_on: 2023-09-28", "said_on: once", "a day is expected"),
        ("parties.yaml", "source: weekly commentary", "source: #", "nothing tells where it was said"),
        ("words.yaml", "Agrees: {party}. {why}", "Agrees: {party}.", "the languages name different values"),
    ],
)  # fmt: skip
def test_a_bad_document_is_named_with_its_line(
    tmp_path: Path, setup: Setup, name: str, old: str, new: str, sentence: str
) -> None:
    folder = tmp_path / "mechanism"
    folder.mkdir()
    text = (SHIPPED / name).read_text("utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(BadDocument) as caught:
        if name == "words.yaml":
            load_words(tmp_path)
        else:
            load_mechanism(setup.vocabulary, tmp_path)
    assert sentence in str(caught.value)
    assert f"{name}, line " in str(caught.value)


def test_everything_that_is_declared_names_its_source(mechanism: Mechanism) -> None:
    owned = [(party.id, own) for party in mechanism.parties.values() for own in party.own]
    assert owned
    assert all(own.source and own.said_on_basis for _, own in owned)


def test_the_words_cover_every_step_and_every_condition(process: Process, phrases: Phrases) -> None:
    for step in process.steps:
        assert f"notices.{step}" in phrases.texts, step
    for key, texts in phrases.texts.items():
        assert set(texts) == set(LANGUAGES), key
        assert all(texts.values()), key


def test_every_basis_and_exception_is_a_message(setup: Setup, mechanism: Mechanism) -> None:
    keys = set(mechanism.exceptions)
    for party in mechanism.parties.values():
        for close in party.closes:
            keys |= {close.basis, *close.exceptions}
    folder = Path(SHIPPED).parent.parent / "commentary" / "phrases"
    for lang in LANGUAGES:
        text = (folder / lang / "measures.ftl").read_text("utf-8")
        assert [key for key in sorted(keys) if f"\n{key} = " not in text] == []


def test_the_process_is_drawn(process: Process) -> None:
    for lang in LANGUAGES:
        drawn = diagram(process, lang)
        assert all(f" as {state}" in drawn for state in process.states)


def crossing(name: str, border: str, *traffic: str) -> Crossing:
    return Crossing(name, border, "road", (), None, None, traffic)


def status(crossing: str, what: str, *traffic: str, end_unknown: bool = False) -> CrossingStatus:
    span = Span(Date(2024, 1, 1), None, Precision.DAY)
    return CrossingStatus(f"s-{crossing}-{what}", crossing, what, traffic, span, end_unknown, "", "", "")


def test_a_plan_says_what_closes_where_and_when(mechanism: Mechanism, process: Process) -> None:
    found = only(mechanism, process, agreed(mechanism, process, "LT", "LV"))
    assert found.state == "partial"
    crossings = (
        crossing("a", "LT-BY", "passenger", "truck"),
        crossing("b", "LT-BY", "passenger"),
        crossing("c", "LT-BY", "truck"),
        crossing("d", "PL-BY", "passenger"),
        crossing("e", "LT-BY", "passenger"),
    )
    statuses = (
        status("a", "open"),
        status("b", "closed"),
        status("d", "open"),
        status("e", "open", end_unknown=True),
    )
    steps = {(s.party, s.step): s for s in plan(mechanism, found, crossings, statuses, at(13))}
    persons = steps["LT", "persons"]
    assert (persons.closes, persons.closed, persons.untold) == (("a",), ("b",), ("e",))
    assert (persons.starts, persons.ends, persons.state) == (at(12), at(12 + 30 * 24), "due")
    assert set(mechanism.exceptions) < set(persons.exceptions)
    goods = steps["LT", "goods"]
    assert (goods.closes, goods.untold, goods.starts, goods.state) == (("a",), ("c",), at(30), "planned")
    poland = steps["PL", "persons"]
    assert (poland.state, poland.starts, poland.closes) == ("not_taken", None, ("d",))
    assert not any(party == "EE" for party, _ in steps)


def test_a_declaring_state_closes_from_its_declaration_on(mechanism: Mechanism, process: Process) -> None:
    by = Person("lv", ("party", "party:LV"))
    found = Finding("influx", Outcome.ASKS, "LV-BY", Span.day(Date(2024, 5, 28)), ("f1",), party="LV")
    record = raised(mechanism, process, (), found, NOON, by, "The case has come.")
    steps = {(s.party, s.step): s for s in plan(mechanism, only(mechanism, process, record), (), (), NOON)}
    assert (steps["LV", "persons"].starts, steps["PL", "persons"].state) == (at(6), "asked")


def test_a_notice_goes_to_all_and_a_reminder_to_one(
    setup: Setup, mechanism: Mechanism, process: Process, phrases: Phrases
) -> None:
    found = only(mechanism, process, agreed(mechanism, process, "PL", "LT", "LV"))
    told = notices(mechanism, process, found, phrases, setup.vocabulary)
    kinds = [(notice.kind, notice.to) for notice in told if notice.kind in ("open", "remind", "fall_silent")]
    everyone = ("PL", "LT", "LV", "EE")
    assert kinds == [("open", everyone), ("remind", ("EE",)), ("fall_silent", everyone)]
    assert [notice.at for notice in told][-3:] == [
        at(3),
        at(6),
        at(6),
    ]  # when it fell due, not when it was recorded
    assert "take effect from 2024-05-28 18:00 UTC" in told[-1].text["en"]
    opened = told[0]
    assert opened.values["deadline"] == at(6).isoformat()
    assert opened.values["regional"] == "LT-BY LV-BY"
    for lang in LANGUAGES:
        assert "2024-05-28 18:00 UTC" in opened.text[lang]
        assert setup.vocabulary.label("borders", "LV-BY", lang) in opened.text[lang]
        assert not any("{" in notice.text[lang] for notice in told)


def test_words_of_others_are_never_read_as_templates(
    setup: Setup, mechanism: Mechanism, process: Process, phrases: Phrases
) -> None:
    record = raised(mechanism, process, (), finding(), NOON)
    by = Person("pl", ("party", "party:PL"))
    why = "{deadline} {party} \x1b[31m\u202e " + "long " * 40
    told = {"party": "PL"}
    entry = Entry("e", process.id, record[0].subject, "disagree", by, at(1), why, data=told)
    record += added(mechanism, process, record, entry)
    notice = notices(mechanism, process, only(mechanism, process, record), phrases, setup.vocabulary)[-1]
    assert "{deadline} {party} \ufffd[31m\ufffd long" in notice.text["en"]
    assert notice.text["en"].endswith("long …")
    assert "\x1b" not in notice.values["why"]


@pytest.mark.parametrize(
    ("words", "shown"),
    [("a\nb\tc", "a b c"), ("a\u202eb", "a\ufffdb"), ("a\u200bb", "a\ufffdb"), ("", ""), ("\x00", "\ufffd")],
)
def test_inert(words: str, shown: str) -> None:
    assert inert(words) == shown


def test_the_process_of_a_deployment_takes_the_place(tmp_path: Path) -> None:
    (tmp_path / "processes").mkdir()
    text = (SHIPPED.parent / "processes" / "consultation.yaml").read_text("utf-8")
    (tmp_path / "processes" / "consultation.yaml").write_text(
        text.replace('version: "0.1"', 'version: "9"'), "utf-8"
    )
    assert (load_consultation().version, load_consultation(tmp_path).version) == ("0.1", "9")
