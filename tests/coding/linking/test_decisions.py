"""People's decisions: laws of the log, and a sentence for each one that cannot be."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kordon.coding.linking import Linking, State, fold, join, split, suggest, undo, validate
from kordon.domain.coded import Incident
from kordon.domain.errors import DomainError
from kordon.domain.event import Act, Basis, Decision, Validation
from kordon.domain.report import Report
from kordon.geo.gazetteer import Gazetteer

Made = tuple[Incident, Report]
Make = Callable[..., Made]
Fold = Callable[..., State]
NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
DAY = dt.date(2024, 6, 5)
WHO = ("A. Analyst", "the same car is in both pictures", NOW)
FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def folded(rules: Linking, gazetteer: Gazetteer) -> Fold:
    def fold_(made: Sequence[Made], log: Sequence[Decision] = ()) -> State:
        found = suggest([i for i, _ in made], {r.id: r for _, r in made}, rules, gazetteer)
        return fold(found, log, rules)

    return fold_


def parts(state: State) -> set[tuple[str, ...]]:
    return {event.incidents for event in state.events}


def together(state: State, *names: str) -> bool:
    return len({state.of[f"incident-{name}"].id for name in names}) == 1


# Incidents that are alike in many ways, so that machine and people have something to disagree about.
SPECS = st.lists(
    st.fixed_dictionaries(
        {
            "day": st.integers(0, 2).map(lambda n: DAY + dt.timedelta(days=n)),
            "at": st.sampled_from(["bialowieza", "grudki", "kuznica", ""]),
            "kind": st.sampled_from(["stone_throwing", "assault", "knife_attack"]),
            "people": st.sampled_from([None, 20, 30, 200]),
            "source": st.sampled_from(["x.example", "y.example", "z.example"]),
        }
    ),
    min_size=2,
    max_size=9,
)


def build(make: Make, specs: Sequence[dict[str, object]]) -> list[Made]:
    return [make(f"{number}", **dict(spec)) for number, spec in enumerate(specs)]


def decide(data: st.DataObject, state: State, log: list[Decision]) -> Decision | None:
    """Any decision that may be taken now, or none where it is refused."""
    acts = ["join", "split", "undo", "validate"]
    event, other = (data.draw(st.sampled_from(state.events)) for _ in range(2))
    try:
        match data.draw(st.sampled_from(acts)):
            case "join":
                return join(log, event.incidents, other.incidents, *WHO)
            case "split":
                return split(log, data.draw(st.sampled_from(event.incidents)), event.incidents, *WHO)
            case "undo":
                return undo(log, data.draw(st.sampled_from(log)).id, *WHO) if log else None
            case _:
                return validate(log, event.incidents, Validation.CONFIRMED, *WHO)
    except DomainError as error:
        assert str(error).endswith(".")
        return None


@FEW
@given(specs=SPECS, data=st.data())
def test_the_order_of_the_reports_changes_nothing(
    make: Make, folded: Fold, specs: list[dict[str, object]], data: st.DataObject
) -> None:
    made = build(make, specs)
    mixed = data.draw(st.permutations(made))
    one, other = folded(made), folded(mixed)
    assert one.events == other.events
    assert one.open == other.open


@FEW
@given(specs=SPECS, data=st.data())
def test_undoing_gives_the_state_before_and_replaying_the_same_state(
    make: Make, folded: Fold, specs: list[dict[str, object]], data: st.DataObject
) -> None:
    made, log = build(make, specs), list[Decision]()
    for _ in range(data.draw(st.integers(1, 6))):
        state = folded(made, log)
        decision = decide(data, state, log)
        if decision is None:
            continue
        log.append(decision)
        after = folded(made, log)
        assert folded(made, tuple(log)) == after  # replay
        assert not after.unkept
        back = undo(log, decision.id, *WHO)
        assert folded(made, [*log, back]).events == state.events
        again = undo([*log, back], back.id, *WHO)
        assert folded(made, [*log, back, again]).events == after.events


@FEW
@given(specs=SPECS, data=st.data())
def test_new_reports_never_change_what_a_person_decided(
    make: Make, folded: Fold, specs: list[dict[str, object]], data: st.DataObject
) -> None:
    made = build(make, specs)
    known = data.draw(st.integers(1, len(made)))
    log = list[Decision]()
    for _ in range(4):
        decision = decide(data, folded(made[:known], log), log)
        if decision is not None:
            log.append(decision)
    before, after = folded(made[:known], log), folded(made, log)
    for one, other in before.verdicts.together:
        assert after.of[one] == after.of[other]
        assert after.of[one].basis is Basis.DECIDED
    for one, other in before.verdicts.apart:
        assert after.of[one] != after.of[other]


def test_a_join_holds_over_everything_that_a_machine_would_say(make: Make, folded: Fold) -> None:
    made = [make("a"), make("b", kind="smuggling", border="LV-BY", at="")]
    state = folded(made, [join([], ["incident-a"], ["incident-b"], *WHO)])
    assert together(state, "a", "b")
    assert state.of["incident-a"].basis is Basis.DECIDED


def test_a_split_incident_stays_out_when_the_next_report_is_like_both(make: Make, folded: Fold) -> None:
    made = [make("a"), make("b")]
    assert together(folded(made), "a", "b")
    log = [split([], "incident-b", ["incident-a", "incident-b"], *WHO)]
    state = folded([*made, make("c")], log)
    assert not together(state, "a", "b")
    assert len(state.events) == 2


def test_joining_what_a_person_keeps_apart_names_the_decision(make: Make, folded: Fold) -> None:
    log = [split([], "incident-b", ["incident-a", "incident-b"], *WHO)]
    with pytest.raises(
        DomainError, match=rf"^Decision {log[0].id} of A\. Analyst keeps incident-a and incident-b"
    ):
        join(log, ["incident-a"], ["incident-b"], *WHO)
    log.append(undo(log, log[0].id, *WHO))
    log.append(join(log, ["incident-a"], ["incident-b"], *WHO))
    assert together(folded([make("a"), make("b")], log), "a", "b")


def test_a_split_holds_over_the_join_before_it(make: Make, folded: Fold) -> None:
    made = [make(name, day=DAY + dt.timedelta(days=9 * n)) for n, name in enumerate("abc")]
    log = [join([], ["incident-a"], ["incident-b", "incident-c"], *WHO)]
    log.append(split(log, "incident-c", folded(made, log).of["incident-c"].incidents, *WHO))
    assert parts(folded(made, log)) == {("incident-a", "incident-b"), ("incident-c",)}


def test_what_was_undone_cannot_be_undone_again(make: Make, folded: Fold) -> None:
    log = [join([], ["incident-a"], ["incident-b"], *WHO)]
    log.append(undo(log, log[0].id, *WHO))
    with pytest.raises(DomainError, match=rf"was undone already by {log[1].id} of A\. Analyst; undo {log[1].id} "):
        undo(log, log[0].id, *WHO)
    log.append(undo(log, log[1].id, *WHO))  # brings the join back
    made = [make("a"), make("b", kind="smuggling")]
    assert together(folded(made, log), "a", "b")
    log.append(undo(log, log[0].id, *WHO))  # and it can be taken back again
    assert not together(folded(made, log), "a", "b")


def test_an_undo_that_would_contradict_another_decision_is_refused() -> None:
    log = [split([], "incident-a", ["incident-a", "incident-b"], *WHO)]
    log.append(join(log, ["incident-a"], ["incident-c"], *WHO))
    log.append(split(log, "incident-c", ["incident-a", "incident-c"], *WHO))
    log.append(join(log, ["incident-b"], ["incident-c"], *WHO))
    with pytest.raises(DomainError, match=rf"{log[0].id} of A\. Analyst keeps incident-a and incident-b apart"):
        undo(log, log[2].id, *WHO)


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (lambda: undo([], "decision-x", *WHO), "There is no decision decision-x"),
        (lambda: split([], "incident-a", ["incident-a"], *WHO), "stands alone in its event"),
        (lambda: split([], "incident-x", ["incident-a", "incident-b"], *WHO), "is not of that event"),
        (lambda: join([], ["incident-a"], ["incident-b"], " ", "why", NOW), "needs the name"),
        (lambda: join([], ["incident-a"], ["incident-b"], "who", "\n", NOW), "needs its reason"),
        (lambda: join([], ["incident-a"], ["incident-b"], "who", "why\x1b[2J", NOW), "nobody can see"),
        (lambda: join([], ["incident-a"], ["incident-b"], "who", "y" * 9000, NOW), "at most 2000 letters"),
    ],
)
def test_a_decision_that_cannot_be_gets_a_sentence(act: Callable[[], object], sentence: str) -> None:
    with pytest.raises(DomainError, match=sentence):
        act()


def test_a_link_that_a_person_confirmed_is_decided_once(make: Make, folded: Fold) -> None:
    made = [make("a"), make("b")]
    event = folded(made).of["incident-a"]
    assert event.basis is Basis.SUGGESTED
    log = [join([], event.incidents, event.incidents, *WHO)]
    assert folded(made, log).of["incident-a"].basis is Basis.DECIDED
    with pytest.raises(DomainError, match="are one event already, by a decision"):
        join(log, event.incidents, event.incidents, *WHO)


def test_a_decision_about_an_incident_that_is_gone_still_holds_for_the_rest(make: Make, folded: Fold) -> None:
    made = [make(name, day=DAY + dt.timedelta(days=9 * n)) for n, name in enumerate("abc")]
    log = [join([], ["incident-a"], ["incident-b"], *WHO)]
    log.append(join(log, ["incident-a", "incident-b"], ["incident-c"], *WHO))
    state = folded([made[0], made[2]], log)
    assert together(state, "a", "c")
    assert state.stale == tuple(log)


def test_a_confirmation_stays_with_the_event_that_was_seen(make: Make, folded: Fold) -> None:
    log = [validate([], ["incident-a", "incident-b"], Validation.CONFIRMED, *WHO)]
    assert log[0].act is Act.VALIDATE
    assert folded([make("a"), make("b")], log).verdicts.standing == tuple(log)
