"""CAP 1.2: the thread of a consultation, and what our schema and rules catch in a message."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]

from kordon.chain import Setup
from kordon.domain.errors import DomainError
from kordon.domain.record import Entry, Person
from kordon.domain.time import Date, Span
from kordon.measures.mechanism import Finding, Mechanism, Outcome, added, consultations, raised
from kordon.measures.mechanism.cap import Desk, Message, alerts, band
from kordon.measures.mechanism.cap_rules import CAP, faults
from kordon.measures.mechanism.words import Phrases
from kordon.measures.process import Process

NOON = dt.datetime(2024, 5, 28, 14, tzinfo=dt.timezone(dt.timedelta(hours=2)))
DESK = Desk("watch@mechanism.example")
HOSTILE = (
    "<script>alert(1)</script> ]]> &amp; \x1b[31m \u202etxet {party} {why} 'DROP' \x00 https://evil.example [x](y)"
)


def at(hours: float) -> dt.datetime:
    return NOON + dt.timedelta(hours=hours)


@pytest.fixture
def thread(setup: Setup, mechanism: Mechanism, process: Process, phrases: Phrases) -> Any:
    """The messages of a consultation in which ``steps`` (hours, party or watch, step, data) are taken."""

    def make(
        *steps: tuple[float, str, str, dict[str, Any]],
        why: str = "A reason.",
        desk: Desk = DESK,
        grade: str = "B2",
    ) -> tuple[Message, ...]:
        found = Finding("weapon_use", Outcome.FIRES, "PL-BY", Span.day(Date(2024, 5, 28)), ("i1",))
        record = raised(mechanism, process, (), found, NOON)
        for n, (hours, who, does, data) in enumerate(steps):
            by = Person(who, ("watch",)) if who == "watch" else Person(who, ("party", f"party:{who}"))
            told = data if who == "watch" else {"party": who} | data
            entry = Entry(f"e{n}", process.id, record[0].subject, does, by, at(hours), why, ("r",), told)
            record += added(mechanism, process, record, entry)
        [one] = consultations(mechanism, process, record).values()
        return alerts(mechanism, process, one, desk, phrases, setup.lines, setup.vocabulary, {"i1": grade})

    return make


def texts(message: Message, name: str) -> list[str]:
    return [e.text for e in etree.fromstring(message.xml).iter(f"{{{CAP}}}{name}")]


ALL = [(2.0, party, "agree", {}) for party in ("PL", "LT", "LV", "EE")]
GONE = (3.0, "watch", "withdraw", {"incident": "i1", "how": "withdrawn"})


def test_a_false_alarm_is_an_alert_and_its_cancel(thread: Any) -> None:
    alert, cancel = thread((1.0, "watch", "withdraw", {"incident": "i1", "how": "downgraded"}))
    assert (alert.type, cancel.type) == ("Alert", "Cancel")
    assert texts(cancel, "references") == [f"{DESK.sender},{alert.identifier},{alert.sent}"]
    assert texts(alert, "references") == []
    assert set(texts(cancel, "responseType")) == {"AllClear"}


def test_each_message_refers_to_all_before_it(thread: Any) -> None:
    reopened = [(5.0, party, "reopen", {}) for party in ("PL", "LT", "LV")]
    messages = thread(*ALL, GONE, *reopened)
    assert [m.type for m in messages] == ["Alert", *["Update"] * 3]
    for n, message in enumerate(messages[1:], 1):
        [references] = texts(message, "references")
        assert references.split() == [f"{DESK.sender},{m.identifier},{m.sent}" for m in messages[:n]]
    assert texts(messages[0], "headline")[0] == "Critical incident: consultation of all parties is open"
    assert set(texts(messages[-1], "responseType")) == {"AllClear"}


def test_a_message_speaks_three_languages_and_names_the_border(thread: Any) -> None:
    [alert] = thread()
    assert texts(alert, "language") == ["en", "be", "ru"]
    assert texts(alert, "sent") == ["2024-05-28T12:00:00-00:00"]
    assert texts(alert, "expires") == ["2024-05-28T18:00:00-00:00"] * 3  # the deadline for answers
    assert set(texts(alert, "certainty")) == {"Observed"}
    assert set(texts(alert, "category")) == {"Security"}
    root = etree.fromstring(alert.xml)
    codes = [e.findtext(f"{{{CAP}}}value") for e in root.iter(f"{{{CAP}}}geocode")]
    assert codes == ["PL-BY"] * 3


@pytest.mark.parametrize(
    ("grade", "certainty"),
    [
        ("A1", "Observed"),
        ("B2", "Observed"),
        ("C3", "Likely"),
        ("D4", "Possible"),
        ("E5", "Unlikely"),
        ("F6", "Unknown"),
        ("", "Unknown"),
    ],
)
def test_certainty_comes_from_the_grade(thread: Any, grade: str, certainty: str) -> None:
    assert set(texts(thread(grade=grade)[0], "certainty")) == {certainty}


def test_where_all_close_every_border_is_named_until_the_closing_ends(thread: Any) -> None:
    joint = thread(*ALL)[-1]
    codes = {e.findtext(f"{{{CAP}}}value") for e in etree.fromstring(joint.xml).iter(f"{{{CAP}}}geocode")}
    assert codes == {"PL-BY", "LT-BY", "LV-BY"}
    assert set(texts(joint, "expires")) == {"2024-06-29T14:00:00-00:00"}  # 48 hours and 30 days after 14:00 UTC


def test_an_exercise_and_a_public_message(thread: Any) -> None:
    [exercise] = thread(desk=Desk("a@b.example", "Exercise", "Public", exercise="Autumn drill"))
    assert (texts(exercise, "status"), texts(exercise, "note")) == (["Exercise"], ["Autumn drill"])
    assert (texts(exercise, "scope"), texts(exercise, "restriction")) == (["Public"], [])


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        (("two words",), "cannot be a sender"),
        (("a,b",), "cannot be a sender"),
        (("a<b",), "cannot be a sender"),
        (("a&b",), "cannot be a sender"),
        (("a", "Real"), "'Real' is no status"),
        (("a", "Test", "Secret"), "'Secret' is no scope"),
        (("a", "Exercise"), "An Exercise has a name"),
        (("a", "Test", "Public", "", "Drill"), "An Exercise has a name"),
    ],
)
def test_a_sender_that_the_standard_forbids_is_refused(fields: tuple[str, ...], sentence: str) -> None:
    with pytest.raises(DomainError, match=sentence):
        Desk(*fields)


def test_hostile_words_come_out_inert(thread: Any) -> None:
    messages = thread((1.0, "PL", "ask_time", {"hours": 1}), GONE, why=HOSTILE)
    assert [m.type for m in messages] == ["Alert", "Cancel"]
    joined = thread((2.0, "watch", "join", {"trigger": "weapon_use", "border": "LT-BY", "incident": HOSTILE}))
    for message in (*messages, *joined):
        assert faults(message.xml) == ()
        root = etree.fromstring(message.xml)
        assert not [e for e in root.iter() if not isinstance(e.tag, str) or not e.tag.startswith(f"{{{CAP}}}")]
        text = "".join(root.itertext())
        assert not set(text) & set("\x1b\u202e\x00")
    assert any("<script>alert(1)</script>" in d and "{party}" in d for d in texts(joined[-1], "description"))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(min_size=1, max_size=60).filter(str.strip))
def test_no_words_break_a_message(thread: Any, words: str) -> None:
    others = {"trigger": "weapon_use", "border": "LT-BY", "incident": words}
    messages = thread(
        (1.0, "watch", "join", others), (2.0, "LT", "withdraw", others | {"how": "withdrawn"}), why=words
    )
    assert [message.type for message in messages] == ["Alert", "Update", "Update"]
    assert [fault for message in messages for fault in faults(message.xml)] == []


@pytest.mark.parametrize(
    ("name", "listed"),
    [("i2", "i1 i2"), ("two words", 'i1 "two words"'), ('a "b" c', "i1 \"a 'b' c\"")],
)
def test_incidents_are_a_list_that_spaces_part(thread: Any, name: str, listed: str) -> None:
    joined = thread((1.0, "watch", "join", {"trigger": "weapon_use", "border": "LT-BY", "incident": name}))[-1]
    assert texts(joined, "incidents") == [listed]


SOUND = f"""<alert xmlns="{CAP}"><identifier>a-1</identifier><sender>s@x</sender>
<sent>2024-05-28T12:00:00-00:00</sent><status>Test</status><msgType>Update</msgType><scope>Restricted</scope>
<restriction>offices</restriction><references>s@x,a-0,2024-05-28T11:00:00-00:00</references>
<info><language>be</language><category>Security</category><event>e</event><urgency>Immediate</urgency>
<severity>Severe</severity><certainty>Observed</certainty><effective>2024-05-28T12:00:00-00:00</effective>
<expires>2024-05-28T18:00:00-00:00</expires><area><areaDesc>line</areaDesc>
<polygon>52.1,23.1 52.2,23.1 52.2,23.2 52.1,23.1</polygon></area></info></alert>"""


def test_a_sound_message_has_no_fault() -> None:
    assert faults(SOUND.encode()) == ()


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        # by the schema
        ("<sender>s@x</sender>", "<sender>s x</sender>", "pattern"),
        ("<sender>s@x</sender>", "<sender>s,x</sender>", "pattern"),
        ("<identifier>a-1</identifier>", "<identifier>a&amp;1</identifier>", "pattern"),
        ("<identifier>a-1</identifier>", "<identifier>a&lt;1</identifier>", "pattern"),
        ("<identifier>a-1</identifier>", "", "identifier"),
        ("<sent>2024-05-28T12:00:00-00:00", "<sent>2024-05-28T12:00:00Z", "pattern"),
        ("<sent>2024-05-28T12:00:00-00:00", "<sent>2024-05-28T12:00:00.5-00:00", "pattern"),
        ("<sent>2024-05-28T12:00:00-00:00", "<sent>2024-02-30T12:00:00-00:00", "not a valid"),
        ("<status>Test", "<status>Real", "enumeration"),
        ("<msgType>Update", "<msgType>Note", "enumeration"),
        ("<scope>Restricted", "<scope>Secret", "enumeration"),
        ("<category>Security", "<category>War", "enumeration"),
        ("<urgency>Immediate</urgency>", "", "urgency"),
        ("<category>Security</category>", "", "category"),
        ("<severity>Severe</severity>", "<severity>Severe</severity><severity>Severe</severity>", "severity"),
        ("<areaDesc>line</areaDesc>", "", "areaDesc"),
        # by the rules
        ("<references>s@x,a-0,2024-05-28T11:00:00-00:00</references>", "", "needs references"),
        ("<msgType>Update", "<msgType>Alert", "refers to no other"),
        ("s@x,a-0,2024-05-28T11:00:00-00:00", "a-0", "sender,identifier,sent"),
        ("s@x,a-0,2024-05-28T11:00:00-00:00", "s@x,a-1,2024-05-28T12:00:00-00:00", "refers to itself"),
        ("s@x,a-0,2024-05-28T11:00:00-00:00", "s@x,a-0,2024-05-28T13:00:00-00:00", "sent after"),
        ("<restriction>offices</restriction>", "", "A restriction is told"),
        ("<scope>Restricted", "<scope>Public", "A restriction is told"),
        ("<status>Test", "<status>Exercise", "names the exercise"),
        ("<expires>2024-05-28T18", "<expires>2024-05-28T12", "not after"),
        ("<expires>2024-05-28T18", "<expires>2024-05-28T11", "not after"),
        ("52.2,23.2 52.1,23.1<", "52.2,23.2 52.1,23.2<", "its first one again"),
        ("52.1,23.1 52.2,23.1 52.2,23.2 52.1,23.1", "52.1,23.1 52.2,23.1 52.1,23.1", "at least four points"),
        ("52.2,23.2", "92.2,23.2", "range of degrees"),
        ("52.2,23.2", "52.2;23.2", "range of degrees"),
        ("<language>be", "<language>be-", "language"),
        ("<alert", "<!DOCTYPE alert><alert", "document type"),
        ("</alert>", "", "not well-formed"),
    ],
)
def test_a_fault_is_named(old: str, new: str, sentence: str) -> None:
    assert old in SOUND
    found = faults(SOUND.replace(old, new, 1).encode())
    assert any(sentence in fault for fault in found), found


def test_an_entity_is_never_followed(tmp_path: Any) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret")
    doctype = f'<!DOCTYPE alert [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    [fault] = faults((doctype + SOUND.replace("<event>e<", "<event>&x;<")).encode())
    assert "document type" in fault


def test_the_band_lies_along_its_border(setup: Setup) -> None:
    for name, line in setup.lines.items():
        rings = band(line)
        assert rings, name
        assert all(ring[0] == ring[-1] and len(ring) >= 4 for ring in rings)
        west, south, east, north = line.bounds
        assert all(
            west - 0.2 < x < east + 0.2 and south - 0.1 < y < north + 0.1 for ring in rings for x, y in ring
        )
