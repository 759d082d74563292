"""The steps of a sitting: what each asks for, and what a sitting is once they are taken."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kordon.domain.errors import DomainError, NotAllowed
from kordon.domain.reading import Unknown
from kordon.measures.life import load_rules
from kordon.measures.life import policies as measure_policies
from kordon.measures.process import check, choices, entries_of, replayed, state_of
from kordon.measures.sitting import NOT_ESTIMATED, Estimate, begun, offered, policies, sitting_of, steps
from kordon.measures.sitting.fold import data_of, offer_of
from kordon.vocabulary import Vocabulary


def refused(made: ModuleType, *makers: steps.Make, minutes: Any = ()) -> str:
    with pytest.raises(NotAllowed) as caught:
        made.play(*makers, minutes=minutes)
    sentence = str(caught.value)
    assert (sentence.endswith(".") and sentence[0].isupper()) or sentence[0] == "'", sentence
    return sentence


def test_a_sitting_from_its_call_to_its_end(made: ModuleType) -> None:
    opinion = steps.opine("S1", made.COMMAND, "border-command", "negative", "Not needed.", "B")
    dissent = steps.dissent("S1", made.MEMBER, "Too much.")
    record = made.play(*made.BEGUN, opinion, made.decided(), dissent, steps.close("S1", made.SECRETARIAT))
    sitting = sitting_of(made.PROCESS, record)
    assert (sitting.state, sitting.body, sitting.borders) == ("closed", "council", (made.BORDER,))
    assert [(i.border, i.assessment, i.since) for i in sitting.agenda] == [
        (made.BORDER, made.NOW.id, made.BEFORE.id)
    ]
    given = (made.offer("A"), made.offer("B", "R3"))
    assert [data_of(put.offer) for put in sitting.range] == [data_of(offer) for offer in given]
    assert [(o.office, o.opinion, o.about) for o in sitting.opinions] == [("border-command", "negative", "B")]
    assert sitting.decision is not None
    assert (sitting.decision.by, sitting.decision.next_review) == (made.COUNCIL, made.REVIEW)
    assert [put.offer.id for put in sitting.chosen] == ["A"]
    assert [(d.by.id, d.why) for d in sitting.dissents] == [("member", "Too much.")]


def test_the_range_goes_from_the_least_to_the_most_restrictive(made: ModuleType) -> None:
    record = made.play(made.opened(), made.heard(), made.put("C", "R5"), made.put("A", "R1"), made.put("B", "R3"))
    assert [put.offer.id for put in sitting_of(made.PROCESS, record).range] == ["A", "B", "C"]


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ((), "No option was put in 'S1', so there is nothing to choose from"),
        (("A",), "'S1' has a single option for 'PL-BY', which is no choice"),
    ],
)
@pytest.mark.parametrize("choice", ["options", "none", "other"])
def test_a_single_answer_cannot_be_decided_on(
    made: ModuleType, options: tuple[str, ...], sentence: str, choice: str
) -> None:
    makers = [made.opened(), made.heard(), *(made.put(name) for name in options)]
    asked = made.decided(choice=choice, options=options if choice == "options" else (), other="x")
    assert sentence in refused(made, *makers, asked)


def test_the_same_option_twice_is_no_range(made: ModuleType) -> None:
    assert "single option" in refused(
        made, made.opened(), made.heard(), made.put("A"), made.put("B"), made.decided()
    )
    withdrawn = steps.withdraw("S1", made.ANALYSTS, "B", "Too far.")
    assert "single option" in refused(made, *made.BEGUN, withdrawn, made.decided())


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"by": "ANALYSTS"}, "'analysts' may not 'decide': that is for commission or government."),
        ({"by": "GUEST"}, "'guest' may not 'decide'"),
        ({"by": "SECRETARIAT"}, "'secretariat' may not 'decide'"),
        ({"why": " "}, "'decide' needs a reason"),
        ({"evidence": ()}, "'decide' needs evidence"),
        ({"evidence": ("assessment-x",)}, "The register holds nothing named assessment-x"),
        ({"options": ("C",)}, "'S1' has no option 'C'; the options are A, B."),
        ({"options": ("A", "A")}, "names an option twice"),
        ({"options": ()}, "names none"),
        ({"choice": "none"}, "The choice is 'none' and names A"),
        (
            {"choice": "none", "options": (), "other": "a letter"},
            "The choice is 'none' and tells of something else",
        ),
        ({"choice": "other", "options": ()}, "needs its words; say in 'other' what was decided"),
        ({"choice": "all", "options": ()}, "'all' is no choice; use one of options, none, other."),
        ({"next_review": dt.date(2024, 7, 1)}, "The next review would be on 2024-07-01, and it is 2024-07-01"),
    ],
)
def test_a_decision_that_is_not_allowed(made: ModuleType, more: dict[str, Any], sentence: str) -> None:
    given = {k: getattr(made, v) if k == "by" else v for k, v in more.items()}
    assert sentence in refused(made, *made.BEGUN, made.decided(**given))


def test_who_proposes_does_not_decide(made: ModuleType) -> None:
    both = type(made.ANALYSTS)("both", ("analyst", "commission"))
    makers = (made.opened(), made.heard(), made.put("A", by=both), made.put("B", "R3"))
    assert "'both' took 'option' and may not 'decide' the same" in refused(made, *makers, made.decided(both))
    withdrawn = steps.withdraw("S1", both, "A", "Too soft.")  # whoever proposed stays a proposer
    again = (*makers, withdrawn, made.put("C", "R4"))
    assert "took 'option'" in refused(made, *again, made.decided(both, options=("B",)))


def test_a_sitting_is_decided_once(made: ModuleType) -> None:
    assert "'S1' is 'decided', and 'decide' is no step from there" in refused(
        made, *made.BEGUN, made.decided(), made.decided(made.CABINET)
    )
    deferred = steps.defer("S1", made.COUNCIL, made.REVIEW, "Too early.")
    assert "'S1' is 'deferred'" in refused(made, *made.BEGUN, deferred, made.decided())


def test_a_decision_that_is_none_of_the_options_is_recorded_as_such(made: ModuleType) -> None:
    record = made.play(*made.BEGUN, made.decided(choice="other", options=(), other="Ask the neighbours first."))
    sitting = sitting_of(made.PROCESS, record)
    assert sitting.decision is not None
    assert (sitting.decision.choice, sitting.decision.other) == ("other", "Ask the neighbours first.")
    assert sitting.chosen == ()
    assert begun(sitting, {made.BORDER: "PL"}, made.NOON) == ()


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"ends": dt.date(2024, 7, 7)}, "The option 'C' ends on 2024-07-07, before it starts on 2024-07-08"),
        ({"starts": dt.date(2024, 6, 30)}, "starts on 2024-06-30, before it is put on 2024-07-01"),
        ({"ends": None}, "'option' needs ends"),
        ({"crossings": ("lt-1",)}, "The crossing 'lt-1' is on 'LT-BY', not on 'PL-BY'"),
        ({"crossings": ("nowhere",)}, "There is no crossing 'nowhere' in the register"),
        ({"border": "LT-BY"}, "'LT-BY' is not on the agenda of 'S1', which has PL-BY"),
        ({"kind": "picnic"}, "'picnic' is no kind of measure"),
        ({"traffic": ("bus", "boats")}, "'boats' is no class of traffic"),
        ({"rung": "R9"}, "'R9' is no rung of the ladder; the rungs are R0"),
        ({"rank": 4}, "The rung 'R2' has place 2 on the ladder, not 4."),
        ({"basis": ""}, "'option' needs basis"),
        ({"id": "A"}, "'S1' has an option 'A' already"),
        ({"proposal": "proposal-x"}, "There is no proposal 'proposal-x' in the register"),
        ({"proposal": "proposal-now", "step": "option-lorries"}, "'option-lorries' is not in the proposed range"),
        ({"impact": {"trade": Estimate("?", 9, 1)}}, "The estimate of 'trade' runs from 9 to 1"),
        ({"impact": {"trade": Estimate("?", evidence=("x",))}}, "The register holds nothing named x"),
    ],
)
def test_an_option_that_is_not_allowed(made: ModuleType, more: dict[str, Any], sentence: str) -> None:
    makers = (made.opened(), made.heard(), made.put("A"))
    assert sentence in refused(
        made, *makers, made.put(**{"name": "C", **more} if "id" not in more else {"name": "A"})
    )


def test_an_option_beyond_the_range_says_why(made: ModuleType) -> None:
    silent = steps.put_option("S1", made.ANALYSTS, made.offer("A"), "", (made.NOW.id,))
    assert "is none of a proposed range, so it needs a reason" in refused(
        made, made.opened(), made.heard(), silent
    )
    of_range = offered(made.RANGE, made.RUNGS, "option-bus-permits", "A", made.FIRST)
    record = made.play(made.opened(), made.heard(), steps.put_option("S1", made.ANALYSTS, of_range))
    assert record[-1].evidence == (made.RANGE.id,)


def test_an_option_of_the_range_has_its_content(made: ModuleType) -> None:
    found = offered(made.RANGE, made.RUNGS, "option-bus-permits", "A", made.FIRST, exceptions=("medicine",))
    assert (found.rung, found.rank, found.kind, found.basis) == (
        "R2",
        2,
        "transport_restriction",
        "basis-national",
    )
    assert (found.traffic, found.crossings) == (("bus",), ("pl-1",))
    assert found.exceptions == ("exception-post", "medicine")
    assert found.ends is not None and (found.ends - made.FIRST).days == 179  # 180 days, both ends counted
    assert offered(made.RANGE, made.RUNGS, "option-bus-permits", "A", made.FIRST, crossings=()).crossings == ()
    with pytest.raises(DomainError, match="tells no number of days for 'option-regular-control'"):
        offered(made.RANGE, made.RUNGS, "option-regular-control", "A", made.FIRST)
    with pytest.raises(DomainError, match="'option-x' is not in the range"):
        offered(made.RANGE, made.RUNGS, "option-x", "A", made.FIRST)


def test_what_nobody_estimated_stays_unknown(made: ModuleType) -> None:
    told = made.offer("A", impact={"passes": Estimate("Eight."), "trade": Unknown("impact-trade-not-told")})
    back = offer_of(data_of(told))
    assert [back.estimate(h) for h in ("passes", "trade", "labour", "last_time")] == [
        Estimate("Eight."), Unknown("impact-trade-not-told"), NOT_ESTIMATED, NOT_ESTIMATED,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("border", "assessment", "since", "sentence"),
    [
        ("LT-BY", "assessment-foreign", "", "'S1' was called for PL-BY, not for 'LT-BY'."),
        ("PL-BY", "assessment-x", "", "There is no assessment 'assessment-x' in the register"),
        ("PL-BY", "assessment-foreign", "", "is of 'LT-BY', not of 'PL-BY'"),
        ("PL-BY", "assessment-future", "", "holds for 2024-07-28, which has not come yet"),
        ("PL-BY", "assessment-before", "assessment-now", "does not come before 'assessment-before'"),
        ("PL-BY", "assessment-now", "assessment-now", "does not come before 'assessment-now'"),
        ("PL-BY", "assessment-now", "assessment-x", "There is no assessment 'assessment-x'"),
    ],
)
def test_an_agenda_that_is_not_allowed(
    made: ModuleType, border: str, assessment: str, since: str, sentence: str
) -> None:
    asked = steps.put_on_agenda("S1", made.SECRETARIAT, border, assessment, since)
    assert sentence in refused(made, made.opened(), asked)


def test_a_newer_assessment_takes_the_place_of_the_one_on_the_agenda(made: ModuleType) -> None:
    old = steps.put_on_agenda("S1", made.SECRETARIAT, made.BORDER, made.BEFORE.id)
    record = made.play(made.opened(), old, made.heard())
    assert [i.assessment for i in sitting_of(made.PROCESS, record).agenda] == [made.NOW.id]
    assert "is on the agenda of 'S1' already" in refused(made, made.opened(), made.heard(), made.heard())


def test_every_border_is_heard_before_a_decision(made: ModuleType) -> None:
    makers = (made.opened(made.BORDER, made.OTHER), *made.BEGUN[1:])
    assert "'S1' has not heard the assessment of LT-BY" in refused(made, *makers, made.decided())
    other = steps.put_on_agenda("S1", made.SECRETARIAT, made.OTHER, made.FOREIGN.id)
    single = made.put("C", border=made.OTHER, crossings=("lt-1",))
    assert "single option for 'LT-BY'" in refused(made, *makers, other, single, made.decided())
    assert sitting_of(made.PROCESS, made.play(*makers, other, made.decided())).state == "decided"


def test_an_opinion_is_that_of_the_office(made: ModuleType) -> None:
    asked = steps.opine("S1", made.COMMAND, "other-office", "negative", "No.")
    assert "'command' does not speak for 'other-office'" in refused(made, *made.BEGUN, asked)
    asked = steps.opine("S1", made.COMMAND, "border-command", "lukewarm", "No.")
    assert "'lukewarm' is not an opinion; use one of positive" in refused(made, *made.BEGUN, asked)
    asked = steps.opine("S1", made.COMMAND, "border-command", "negative", "No.", "C")
    assert "has no option 'C'" in refused(made, *made.BEGUN, asked)


def test_an_adjournment_keeps_what_was_put(made: ModuleType) -> None:
    adjourned = steps.adjourn("S1", made.COUNCIL, dt.date(2024, 7, 3), "Figures are awaited.")
    resumed = steps.resume("S1", made.SECRETARIAT)
    assert "'S1' is 'adjourned'" in refused(made, *made.BEGUN, adjourned, made.decided())
    late = (0, 1, 2, 3, 4, 2880, 2881)
    record = made.play(*made.BEGUN, adjourned, resumed, made.decided(), minutes=late)
    assert sitting_of(made.PROCESS, record).state == "decided"
    past = steps.adjourn("S1", made.COUNCIL, dt.date(2024, 6, 3), "Figures are awaited.")
    assert "would go on on 2024-06-03" in refused(made, *made.BEGUN, past)
    too_late = (0, 1, 2, 3, 4, 5, 14 * 1440)
    sentence = refused(made, *made.BEGUN, adjourned, resumed, made.decided(), minutes=too_late)
    assert "The option 'A' was to start on 2024-07-08, and it is 2024-07-15; put it anew." in sentence


def test_a_deferral_has_its_reason_and_day(made: ModuleType) -> None:
    record = made.play(made.opened(), made.heard(), steps.defer("S1", made.COUNCIL, made.REVIEW, "Too early."))
    sitting = sitting_of(made.PROCESS, record)
    assert sitting.deferral is not None and sitting.deferral.next_review == made.REVIEW
    assert (sitting.state, sitting.decision) == ("deferred", None)
    with pytest.raises(NotAllowed, match="has not decided anything"):
        begun(sitting, {}, made.NOON)
    assert "'defer' needs a reason" in refused(
        made, made.opened(), made.heard(), steps.defer("S1", made.COUNCIL, made.REVIEW, "")
    )


def test_dissent_is_of_those_who_did_not_decide_and_once_each(made: ModuleType) -> None:
    makers = (*made.BEGUN, made.decided())
    assert "took 'decide' and may not 'dissent'" in refused(made, *makers, steps.dissent("S1", made.COUNCIL, "x"))
    dissent = steps.dissent("S1", made.MEMBER, "x")
    assert "'member' has dissented in 'S1' already" in refused(made, *makers, dissent, dissent)


def test_only_who_put_an_option_withdraws_it(made: ModuleType) -> None:
    asked = steps.withdraw("S1", made.SECRETARIAT, "A", "x")
    assert "was put by 'analysts', so 'secretariat' cannot" in refused(made, *made.BEGUN, asked)
    mine = steps.withdraw("S1", made.ANALYSTS, "A", "x")
    assert "The option 'A' was withdrawn; those that stand are B." in refused(made, *made.BEGUN, mine, mine)


def test_a_clock_set_back_is_refused(made: ModuleType) -> None:
    assert "set the clock right" in refused(made, made.opened(), made.heard(), minutes=(5, 4))


def test_choices_answer_a_page_with_the_same_sentences(made: ModuleType) -> None:
    record = made.play(made.opened(), made.heard(), made.put("A"))
    found = {
        c.step.id: c.why_not
        for c in choices(made.PROCESS, record, made.COUNCIL, made.NOON.replace(hour=13), made.POLICIES)
    }
    assert "single option" in found["decide"]
    assert found["defer"] == "" and found["adjourn"] == ""
    assert "'council' may not 'option'" in found["option"]


# ---- the measures that begin -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("by", "last", "state"), [("COUNCIL", "recommend", "drafted"), ("CABINET", "adopt", "adopted")]
)
def test_a_decision_begins_the_life_of_its_measures(
    made: ModuleType, vocabulary: Vocabulary, by: str, last: str, state: str
) -> None:
    decision = made.decided(getattr(made, by), options=("A", "B"))
    sitting = sitting_of(made.PROCESS, made.play(*made.BEGUN, decision))
    entries = begun(sitting, {made.BORDER: "PL"}, made.NOON)
    assert [(e.subject, e.does) for e in entries] == [
        (f"S1.{name}", does) for name in "AB" for does in ("propose", "draft", last)
    ]
    rules = load_rules(vocabulary)
    log: list[Any] = []
    for entry in entries:
        check(rules.process, entries_of(rules.process, log, entry.subject), entry, measure_policies(rules, log))
        log.append(entry)
    assert {state_of(rules.process, entries_of(rules.process, log, f"S1.{n}")) for n in "AB"} == {state}
    first, _, closing = entries[:3]
    assert (first.by, closing.by, closing.why) == (made.ANALYSTS, getattr(made, by), "Pressure rose.")
    assert sitting.decision is not None and sitting.decision.entry in closing.evidence
    assert sitting.options[0].entry in first.evidence


def test_an_opinion_goes_with_the_measure_to_the_gate(made: ModuleType, vocabulary: Vocabulary) -> None:
    """A decisively negative opinion of the named command, given in the sitting, shuts the gate."""
    rules = load_rules(vocabulary)
    gate = next(g for g in rules.gates if g.speaks_of("adopt", "checkpoint_opening"))
    office = gate.commands_of(("PL",))[0]
    command = type(made.COMMAND)("command", ("adviser", office))
    opening = made.put("A", "R0", kind="checkpoint_opening")
    kinds = made.FACTS.kinds | {"checkpoint_opening"}
    checks = policies(made.PROCESS, replace(made.FACTS, kinds=kinds))

    def adopted(opinion: str) -> None:
        asked = steps.opine("S1", command, office, opinion, "The road is mined.", "A")
        log: list[Any] = []
        for make in (made.opened(), made.heard(), opening, made.put("B", "R3"), asked, made.decided(made.CABINET)):
            entry = make(log, made.NOON)
            check(made.PROCESS, log, entry, checks)
            log.append(entry)
        measure: list[Any] = []
        for entry in begun(sitting_of(made.PROCESS, log), {made.BORDER: "PL"}, made.NOON):
            check(rules.process, measure, entry, measure_policies(rules, measure))
            measure.append(entry)
        assert state_of(rules.process, measure) == "adopted"

    adopted("positive")
    with pytest.raises(NotAllowed, match=f"(?s){office}.*The road is mined"):
        adopted("decisively_negative")


# ---- laws ------------------------------------------------------------------------------------------------------

PEOPLE = ["SECRETARIAT", "ANALYSTS", "COMMAND", "COUNCIL", "CABINET", "MEMBER", "GUEST"]
RIGHT = {
    "call": "SECRETARIAT", "agenda": "SECRETARIAT", "option": "ANALYSTS", "withdraw": "ANALYSTS",
    "opine": "COMMAND", "adjourn": "COUNCIL", "resume": "SECRETARIAT", "decide": "CABINET",
    "defer": "CABINET", "dissent": "MEMBER", "close": "SECRETARIAT", "call_off": "COUNCIL",
}  # fmt: skip
NAMES = st.sampled_from(["A", "B", "C"])


@st.composite
def makers(draw: st.DrawFn) -> Any:
    """Any step by anybody, with words that may or may not make sense."""
    kind = draw(st.sampled_from(list(RIGHT)))
    by = RIGHT[kind] if draw(st.integers(0, 3)) else draw(st.sampled_from(PEOPLE))
    name, rung = draw(NAMES), draw(st.sampled_from(["R1", "R3", "R9"]))
    choice = draw(st.sampled_from(["options", "none", "other"]))
    chosen = draw(st.lists(NAMES, max_size=2)) if choice == "options" or draw(st.booleans()) else []
    day = draw(st.dates(dt.date(2024, 7, 1), dt.date(2024, 8, 1)))

    def built(made: ModuleType) -> steps.Make:
        who = getattr(made, by)
        match kind:
            case "call":
                return steps.call("S1", who, "council", (made.BORDER,))
            case "agenda":
                return steps.put_on_agenda("S1", who, made.BORDER, made.NOW.id)
            case "option":
                return made.put(name, rung, by=who, ends=day)
            case "withdraw":
                return steps.withdraw("S1", who, name, "x")
            case "opine":
                return steps.opine("S1", who, "border-command", "positive", "x", name)
            case "adjourn":
                return steps.adjourn("S1", who, day, "x")
            case "decide":
                return made.decided(
                    who, choice, tuple(chosen), other="x" if choice == "other" else "", next_review=day
                )
            case "defer":
                return steps.defer("S1", who, day, "x")
            case "dissent":
                return steps.dissent("S1", who, "x")
            case "call_off":
                return steps.call_off("S1", who, "x")
        return getattr(steps, kind)("S1", who)

    return built


@given(st.booleans(), st.lists(st.tuples(makers(), st.integers(-1, 1500)), max_size=14))
@settings(max_examples=150, deadline=None)
def test_no_sequence_of_steps_leads_to_an_undefined_state(
    made: ModuleType, begun_already: bool, attempts: list[tuple[Any, int]]
) -> None:
    """Every step is taken or gets a sentence; what stands replays to the same state, and decides by the rules."""
    log = list(made.play(*made.BEGUN)) if begun_already else []
    minute = len(log)
    for build, later in attempts:
        minute += later
        before = list(log)
        try:
            log = list(made.play(build(made), minutes=(minute,), log=log))
        except NotAllowed as error:
            assert str(error).endswith(".")
            assert log == before
    states = replayed(made.PROCESS, log, made.POLICIES)
    if not log:
        assert states == {}
        return
    sitting = sitting_of(made.PROCESS, log)
    assert states == {"S1": sitting.state} and sitting.state in made.PROCESS.states
    assert sum(e.does == "decide" for e in log) <= 1
    if sitting.decision is not None:
        assert len({put.offer.content for put in sitting.range}) >= 2
        assert sitting.decision.by.id not in {put.by.id for put in sitting.options}
        assert (sitting.decision.choice == "options") == bool(sitting.chosen)
