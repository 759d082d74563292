"""Which incidents are one event, what speaks for it, and what an event says of its reports."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from kordon.coding.linking import Linking, Teller, events_of, find, fold, load_linking, suggest
from kordon.coding.linking.decisions import validate
from kordon.coding.linking.texts import same_text
from kordon.domain.coded import Attribution, Incident, Modality, Party
from kordon.domain.errors import BadDocument, DomainError
from kordon.domain.event import Basis, Decision, Event, Validation
from kordon.domain.quantity import Quantity
from kordon.domain.report import Report
from kordon.domain.time import Precision, Span
from kordon.geo.gazetteer import Gazetteer
from kordon.intake.sources import Sources, load_sources
from kordon.vocabulary import Vocabulary

Made = tuple[Incident, Report]
Make = Callable[..., Made]
Tell = Callable[..., tuple[Event, ...]]
DAY = dt.date(2024, 6, 5)
NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
LONG = "On Wednesday evening a group of {} people threw stones at a patrol by the river and broke two windows."


@pytest.fixture(scope="module")
def sources() -> Sources:
    return load_sources()


@pytest.fixture
def tell(rules: Linking, gazetteer: Gazetteer, sources: Sources, vocabulary: Vocabulary) -> Tell:
    def told(made: Sequence[Made], log: Sequence[Decision] = ()) -> tuple[Event, ...]:
        reports = {report.id: report for _, report in made}
        found = suggest([incident for incident, _ in made], reports, rules, gazetteer)
        return Teller(fold(found, log, rules), found, reports, rules, sources, vocabulary).events()

    return told


def test_two_outlets_with_one_act_are_one_event_that_shows_both(make: Make, tell: Tell) -> None:
    (event,) = tell([make("a", people=30), make("b", people=45)])
    assert event.basis is Basis.SUGGESTED
    assert event.incidents == ("incident-a", "incident-b")
    people = event.aspect("people")
    assert people is not None and not people.agreed
    assert {said.value: said.reports for said in people.said} == {"30": ("report-a",), "45": ("report-b",)}
    assert people.said[0].evidence[0].report == "report-a"
    assert [aspect.name for aspect in event.disagreements] == ["people"]
    (link,) = event.links
    assert link.score == pytest.approx(sum(reason.weight for reason in link.reasons))
    assert {"kind-same", "place-same", "span-same", "people-differ"} <= {r.reason for r in link.reasons}


@pytest.mark.parametrize(
    "other",
    [
        {"day": DAY + dt.timedelta(days=1)},
        {"border": "LT-BY", "at": ""},
        {"kind": "fence_damage"},
        {"at": "kuznica"},
        {"people": 300},
        {"modality": Modality.PLANNED},
        {"occurred": Span(DAY.replace(day=1), DAY.replace(day=30), Precision.MONTH), "at": ""},
    ],
    ids=["next day", "other border", "other kind", "far place", "other people", "only planned", "a month"],
)
def test_what_only_looks_alike_stays_apart(make: Make, tell: Tell, other: dict[str, object]) -> None:
    assert len(tell([make("a", people=20), make("b", **other)])) == 2


def test_what_one_report_tells_apart_stays_apart(make: Make, tell: Tell) -> None:
    one, report = make("a")
    two, _ = make("b", report=report)
    other = make("c")
    events = tell([(one, report), (two, report), other])
    assert len(events) == 2
    assert all(not {"incident-a", "incident-b"} <= set(event.incidents) for event in events)


def test_what_one_report_tells_apart_is_no_candidate(make: Make, rules: Linking, gazetteer: Gazetteer) -> None:
    one, report = make("a")
    two, _ = make("b", report=report)
    found = suggest([one, two], {report.id: report}, rules, gazetteer)
    assert (found.pairs, found.compared) == ((), 1)
    clash = [
        replace(one, clash="bridge"),
        replace(two, clash="bridge"),
    ]  # acts of one kind in one clash are one act
    assert len(suggest(clash, {report.id: report}, rules, gazetteer).pairs) == 1


def test_a_general_word_does_not_bring_two_kinds_together(make: Make, tell: Tell) -> None:
    made = [make("a"), make("b", kind="knife_attack"), make("c", kind="assault")]
    assert sorted(len(event.incidents) for event in tell(made)) == [1, 2]


def test_a_denial_is_of_the_event_and_confirms_nothing(make: Make, tell: Tell) -> None:
    denied = make("b", modality=Modality.DENIED, attribution=Attribution(Party("far_state", "BY")))
    (event,) = tell([make("a", attribution=Attribution(Party("near_state", "PL"))), denied])
    assert event.counts
    assert {source.denies for source in event.sources} == {True, False}
    assert event.status.validation is Validation.UNCONFIRMED
    assert "denied-by-1" in event.grade.steps
    assert event.grade.grade == "B3"
    (alone,) = tell([denied])
    assert not alone.counts


def test_independent_sources_raise_the_credibility_and_no_machine_confirms(make: Make, tell: Tell) -> None:
    (one,) = tell([make("a", grade="C4")])
    (two,) = tell([make("a", grade="C4"), make("b", grade="C4")])
    (many,) = tell([make(name, grade="C4") for name in "abcdef"])
    assert (one.grade.grade, two.grade.grade, many.grade.grade) == ("C4", "C3", "C2")
    assert two.grade.steps == ("best-of-2", "confirmed-by-2")
    assert [e.status.validation for e in (one, two, many)] == ["unconfirmed", "probable", "probable"]
    log = [validate([], many.incidents, Validation.CONFIRMED, "A. B.", "seen by two of us", NOW)]
    (confirmed,) = tell([make(name, grade="C4") for name in "abcdef"], log)
    assert confirmed.status.validation is Validation.CONFIRMED
    assert confirmed.status.decision == log[0].id
    assert confirmed.grade.grade == "C1"


def test_poor_sources_confirm_nothing(make: Make, tell: Tell) -> None:
    (event,) = tell([make(name, grade="D4") for name in "abc"])
    assert event.grade.grade == "D4"
    assert event.status.validation is Validation.UNCONFIRMED


def test_copies_and_retellings_of_one_voice_are_one_source(make: Make, tell: Tell) -> None:
    text = LONG.format(30)
    guards = Attribution(Party("near_state", "PL"))
    made = [
        make("a", text=text),
        make("b", text=text.replace("and broke", "and also broke")),
        make("c", lang="be", text="Крыніца.", attribution=guards),
        make("d", lang="lt", text="Šaltinis.", attribution=guards),
        make("e", source="a.example", text="A second item of the first outlet."),
    ]
    (event,) = tell(made)
    assert {source.reports: source.because for source in event.sources} == {
        ("report-a", "report-b", "report-e"): ("same-text", "outlet"),
        ("report-c", "report-d"): ("attribution",),
    }


def test_a_service_and_those_who_quote_it_are_one_source(make: Make, tell: Tell) -> None:
    guards = Attribution(Party("near_state", "PL"))
    (event,) = tell([make("a", source="strazgraniczna.pl"), make("b", attribution=guards)])
    assert len(event.sources) == 1


def test_a_death_of_the_wound_is_an_event_of_its_own_that_is_shown(make: Make, tell: Tell) -> None:
    guard = Party("near_state", "PL")
    stab = make("a", kind="knife_attack", injured=Quantity.exactly(1), recipient=guard)
    death = make("b", kind="death", day=DAY + dt.timedelta(days=9), killed=Quantity.exactly(1), recipient=guard)
    first, second = tell([stab, death])
    assert first.follow_ups == second.follow_ups
    assert (first.follow_ups[0].incident, first.follow_ups[0].of) == ("incident-b", "incident-a")
    stranger = (replace(death[0], recipient=Party("migrants")), death[1])
    assert not any(event.follow_ups for event in tell([stab, stranger]))


def test_copies_are_found_and_daily_notices_are_not_copies(make: Make, rules: Linking) -> None:
    text = LONG.format(30) + " Nobody was hurt. There were 17 attempts on that day."
    copy = text.replace("Nobody was hurt.", "No one was hurt.")
    cut = LONG.format(30) + " Nobody was hurt."
    other_day = text.replace("30", "12").replace("17", "41")
    reports = [make(n, text=t)[1] for n, t in (("a", text), ("b", copy), ("c", cut), ("d", other_day))]
    late = make("e", text=text, published=DAY + dt.timedelta(days=40))[1]
    assert same_text([*reports, late], rules.duplicates) == {
        "report-a": "report-a", "report-b": "report-a", "report-c": "report-a"
    }  # fmt: skip
    assert same_text([], rules.duplicates) == {}


def test_a_correction_is_linked_though_its_number_differs(make: Make, tell: Tell) -> None:
    later = DAY + dt.timedelta(days=2)
    plain = make("b", people=90, text="Ninety people.", published=later)
    corrects = make("b", people=90, text="The service clarified that there were 90.", published=later)
    assert len(tell([make("a", people=30), plain])) == 2
    assert len(tell([make("a", people=30), corrects])) == 1


def test_a_flood_on_one_day_is_compared_in_linear_time(make: Make, rules: Linking, gazetteer: Gazetteer) -> None:
    made = [make(f"{number:04}", people=number % 50) for number in range(1500)]
    found = suggest([i for i, _ in made], {r.id: r for _, r in made}, rules, gazetteer)
    assert found.compared <= 2 * rules.neighbours * len(made)


def test_an_event_is_found_by_any_of_its_ids(make: Make, rules: Linking, gazetteer: Gazetteer) -> None:
    made = [make("a"), make("b"), make("c", day=DAY + dt.timedelta(days=9))]
    reports = {report.id: report for _, report in made}
    incidents = [incident for incident, _ in made]
    state = fold(suggest(incidents, reports, rules, gazetteer), (), rules)
    event = find(state, "incident-b")
    assert find(state, event.id) == find(state, event.id[:12]) == find(state, "incident-a") == event
    with pytest.raises(DomainError, match=r"^'incident' is the beginning of 2 events; write more of the id\.$"):
        find(state, "incident")
    with pytest.raises(DomainError, match=r"^There is no event or incident 'x'; "):
        find(state, "x")
    ids = events_of(incidents, (), reports, rules, gazetteer)
    assert ids["incident-a"] == ids["incident-b"] == event.id != ids["incident-c"]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("kind-same: 2.0", "kind-alike: 2.0", "'kind-alike' is not a known key"),
        ("kind-same: 2.0", "kind-same: much", "'much' is not a number"),
        ("candidate: 3.5", "candidate: 9", "it is above 'link'"),
        ("outcome: death", "outcome: deth", "'deth' is not in kinds.yaml"),
        ("block: 24", "block: 1", "compares nothing"),
        ("shingle: 3", "shingle: 30", "no run of the shortest text"),
    ],
)
def test_a_mistake_in_the_rules_is_named(
    tmp_path: Path, vocabulary: Vocabulary, old: str, new: str, problem: str
) -> None:
    from kordon.coding.linking.rules import ROOT

    text = (ROOT / "rules.yaml").read_text("utf-8")
    assert old in text
    (tmp_path / "linking").mkdir()
    (tmp_path / "linking" / "rules.yaml").write_text(text.replace(old, new), "utf-8")
    with pytest.raises(BadDocument, match=problem):
        load_linking(vocabulary, tmp_path)


def test_a_deployment_grades_by_a_rule_of_its_own(tmp_path: Path, vocabulary: Vocabulary) -> None:
    from kordon.coding.linking.rules import ROOT

    text = (ROOT / "grading.yaml").read_text("utf-8")
    (tmp_path / "linking").mkdir()
    (tmp_path / "linking" / "grading.yaml").write_text(text.replace("name: grading-1", "name: ours"), "utf-8")
    assert load_linking(vocabulary, tmp_path).grading.name == "ours"
