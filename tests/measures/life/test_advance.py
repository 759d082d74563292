"""What takes effect by itself: once, in order, however late it is asked for; and extensions."""

from __future__ import annotations

import collections
import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kordon.domain.errors import NotAllowed
from kordon.measures.life import Joint, advanced, chain_of, policies, states
from kordon.measures.process import choices, replayed

NEXT = {"extends": "one", "ends": "2024-12-09"}


def first(story: Any, **more: Any) -> None:
    story.adopt("one", "2024-06-12", "2024-06-13", **({"ends": "2024-09-10"} | more))
    story.advance("2024-06-13")


@pytest.mark.parametrize(
    ("adopted", "starts", "state", "joint", "days"),
    [
        ("2024-09-09", "2024-09-11", "extended", Joint.MEETS, 0),
        ("2024-09-09", "2024-09-14", "lapsed", Joint.GAP, 3),
        ("2024-09-01", "2024-09-06", "extended", Joint.OVERLAP, 5),
        ("2024-09-10", "2024-09-11", "extended", Joint.MEETS, 0),
    ],
)
def test_how_an_extension_carries_on(
    story: Any, adopted: str, starts: str, state: str, joint: Joint, days: int
) -> None:
    first(story)
    story.adopt("two", adopted, starts, **NEXT)
    story.advance("2024-10-01")
    assert story.states == {"one": state, "two": "in_force"}
    [link] = chain_of(story.lives, "two").links
    assert (link.before, link.after, link.joint, link.days) == ("one", "two", joint, days)
    assert chain_of(story.lives, "one") == chain_of(story.lives, "two")


def test_an_extension_that_comes_too_late_finds_it_lapsed(story: Any) -> None:
    first(story)
    story.do("two", "propose_extension", "desk", "2024-09-10", kind="buffer_zone", borders=("PL-BY",),
             states=("PL",), extends="one")  # fmt: skip
    story.do("two", "draft", "office", "2024-09-10", basis="act")
    story.do("two", "adopt", "cabinet", "2024-09-11 08:00", starts="2024-09-11", ends="2024-12-09")
    assert story.advance("2024-09-11 09:00") == [("one", "lapse"), ("two", "take_force")]


def test_nothing_is_left_to_extend_after_the_end(story: Any) -> None:
    first(story)
    story.advance("2024-09-11")
    sentence = story.why_not("two", "propose_extension", "desk", "2024-09-12", kind="buffer_zone",
                             borders=("PL-BY",), states=("PL",), extends="one")  # fmt: skip
    assert "'one' is 'lapsed', so nothing is left to extend" in sentence


def test_an_extension_needs_evidence_of_its_own(story: Any) -> None:
    first(story)
    asked = {"kind": "buffer_zone", "borders": ("PL-BY",), "states": ("PL",), "extends": "one"}
    same = story.why_not("two", "propose_extension", "desk", "2024-09-01", **asked, evidence=("incident-one",))
    assert "'two' names nothing but what 'one' rested on" in same
    more = ("incident-one", "incident-2")
    assert story.why_not("two", "propose_extension", "desk", "2024-09-01", **asked, evidence=more) == ""


def test_a_measure_without_end_passes_into_what_widens_it(story: Any) -> None:
    first(story, ends="", without_end="until further notice")
    story.adopt("two", "2024-08-01", "2024-08-16", extends="one", without_end="until further notice")
    assert story.advance("2024-08-15") == []
    assert sorted(story.advance("2024-08-16")) == [("one", "extend"), ("two", "take_force")]
    assert chain_of(story.lives, "one").links[0].joint is Joint.WIDENS


def test_an_extension_that_was_not_adopted_carries_nothing_on(story: Any) -> None:
    first(story)
    story.do("two", "propose_extension", "desk", "2024-09-01", kind="buffer_zone", borders=("PL-BY",),
             states=("PL",), extends="one")  # fmt: skip
    assert story.advance("2024-09-11") == [("one", "lapse")]
    assert chain_of(story.lives, "one").pending == ("two",)


def test_an_extension_repealed_before_the_end_carries_nothing_on(story: Any) -> None:
    first(story)
    story.adopt("two", "2024-09-01", "2024-09-11", **NEXT)
    story.do("two", "repeal", "cabinet", "2024-09-05")
    assert story.advance("2024-09-11") == [("one", "lapse")]


def test_what_was_repealed_later_had_carried_on_all_the_same(story: Any) -> None:
    """Nobody entered anything between the end and the repeal."""
    first(story)
    story.adopt("two", "2024-09-01", "2024-09-11", **NEXT)
    story.record += advanced(story.rules, story.record, dt.datetime(2024, 9, 11, 0, 30, tzinfo=dt.UTC))
    story.do("two", "repeal", "cabinet", "2024-09-20")
    story.advance("2024-10-01")
    assert story.states == {"one": "extended", "two": "repealed"}


def test_a_clock_that_was_set_back_enters_nothing(story: Any) -> None:
    first(story)
    with pytest.raises(NotAllowed, match="later than 2024-06-01T08:00"):
        story.advance("2024-06-01")
    with pytest.raises(NotAllowed, match="no zone"):
        advanced(story.rules, story.record, dt.datetime(2024, 7, 1))


def test_days_begin_where_the_state_decides(story: Any) -> None:
    first(story)
    end = dt.datetime(2024, 9, 10, 22, tzinfo=dt.UTC)  # midnight in summer time, two hours east
    assert advanced(story.rules, story.record, end - dt.timedelta(seconds=1)) == ()
    assert [e.does for e in advanced(story.rules, story.record, end)] == ["lapse"]


# ---- no sequence of events leads anywhere undefined ------------------------------------------------------------

NAMES = ("a", "b", "c")
DAY0 = dt.date(2024, 1, 1)
OFFSET = st.integers(-5, 40)


def day(number: int) -> str:
    return (DAY0 + dt.timedelta(days=number)).isoformat()


WHO = {
    "propose": "desk", "propose_extension": "desk", "enter": "office", "draft": "office", "redraft": "office",
    "opine": "border", "withdraw_opinion": "border", "announce": "cabinet", "adopt": "cabinet", "drop": "office",
    "review": "board", "recommend": "board", "lift": "cabinet", "repeal": "cabinet", "note_execution": "guards",
    "lapse": "cabinet",
}  # fmt: skip


@st.composite
def events(draw: st.DrawFn) -> list[tuple[Any, ...]]:
    """Steps by the right and the wrong people, with data that is mostly such as they need, on rising days."""
    found, now = [], 0
    steps = ["whole", "whole", "next", "next", "next", "next", "advance", *WHO]
    for _ in range(draw(st.integers(8, 24))):
        now += draw(st.integers(0, 9))
        starts = now + draw(st.integers(-1, 6))
        ends = starts + draw(st.integers(-1, 20))
        found.append((
            now, draw(st.sampled_from(NAMES)), draw(st.sampled_from(steps)),
            draw(st.sampled_from([True, True, True, False])), starts,
            draw(st.one_of(st.none(), st.just(ends))), draw(st.sampled_from(NAMES)),
            draw(st.sampled_from(["buffer_zone", "checkpoint_opening", "checkpoint_closure"])),
            draw(st.sampled_from(["positive", "negative", "decisively_negative"])), draw(st.integers(0, 11)),
        ))  # fmt: skip
    return found


def data_of(story: Any, event: tuple[Any, ...]) -> dict[str, Any]:
    _, name, does, _, starts, ends, other, kind, opinion, _ = event
    span = {"ends": day(ends)} if ends is not None else {"review": day(starts + 3)}
    new = {"kind": kind, "borders": ("PL-BY",), "states": ("PL",)}
    given = [e.id for e in story.record if e.subject == name and e.does == "opine"]
    return {
        "propose": new, "propose_extension": {**new, "extends": other}, "enter": {**new, **span},
        "draft": {"basis": "act"}, "redraft": span, "adopt": {"starts": day(starts), **span},
        "opine": {"office": "border_command", "opinion": opinion}, "lift": {"despite": "an order"},
        "withdraw_opinion": {"withdraws": given[-1] if given else "none"}, "review": {"review": day(starts + 30)},
    }.get(does, {})  # fmt: skip


def whole(story: Any, event: tuple[Any, ...]) -> dict[str, Any]:
    """From a proposal to its adoption, an extension of another where that still stands."""
    now, name, _, extending, _, _, other, *_ = event
    for does in ("propose_extension" if extending and other in story.lives else "propose", "draft", "adopt"):
        try:
            story.do(name, does, WHO[does], day(now), **data_of(story, (now, name, does, *event[3:])))
        except NotAllowed:
            return {}
    return {name: (story.lives[name].starts, story.lives[name].ends)}


COUNTED: collections.Counter[str] = collections.Counter()


@given(events(), st.integers(0, 200))
@settings(max_examples=120, deadline=None, derandomize=True)
def test_no_sequence_of_events_reaches_an_undefined_state(
    new_story: Any, happened: list[tuple[Any, ...]], later: int
) -> None:
    story, told = new_story(), {}
    for event in happened:
        now, name, does, right, *_ = event
        if does == "next":  # one of the steps that lead on from where the measure is
            state = story.lives[name].state if name in story.lives else None
            nexts = [s.id for s in story.rules.process.steps_from(state) if not s.by_itself] or ["advance"]
            does = nexts[event[-1] % len(nexts)]
        if does == "advance":
            story.advance(day(now))
            continue
        before = list(story.record)
        if does == "whole":
            told |= whole(story, event)
            continue
        who = WHO[does] if right else "mayors"
        try:
            entry = story.do(name, does, who, day(now), **data_of(story, (now, name, does, *event[3:])))
        except NotAllowed as refusal:
            assert str(refusal).endswith(".")
            assert story.record == before
            continue
        if entry.does == "adopt":
            told[name] = (story.lives[name].starts, story.lives[name].ends)
    rules, known = story.rules, story.rules.process.states
    assert set(story.states.values()) <= set(known)
    assert story.states == states(rules, story.record)  # as told, and as checked entry by entry

    end = dt.datetime.combine(DAY0, dt.time(), dt.UTC) + dt.timedelta(days=happened[-1][0] + later + 1)
    once = [*story.record, *advanced(rules, story.record, end)]
    assert advanced(rules, once, end) == ()
    by_day = list(story.record)
    for back in range(later, -1, -7):
        by_day += advanced(rules, by_day, end - dt.timedelta(days=back))
    by_day += advanced(rules, by_day, end)
    assert states(rules, once) == states(rules, by_day)
    said = [
        {(e.subject, e.does, str(e.data.get("effective"))) for e in r if e.by.id == "system"}
        for r in (once, by_day)
    ]
    assert said[0] == said[1]
    assert replayed(rules.process, once, policies(rules, once)) == states(rules, once)

    from kordon.measures.life import lives

    ended = lives(rules.process, once)
    COUNTED.update([*story.states.values(), *(life.state for life in ended.values())])
    for name, life in ended.items():
        if name in told:
            assert (life.starts, life.ends) == told[name]  # an extension leaves the span of what it extends alone
        assert name in chain_of(ended, name).measures or life.state in (
            "proposed",
            "drafted",
            "announced",
            "dropped",
        )
        steps = choices(rules.process, life.entries, story.entry(name, "lift", "cabinet", day(999)).by,
                        end, policies(rules, once))  # fmt: skip
        assert bool(steps) != known[life.state].final
        if life.state == "in_force":
            assert life.after is None or rules.settings.midnight("PL", life.after) > end


def test_the_sequences_reached_the_states_that_matter() -> None:
    """Else the law above would be about less than it says. Runs after it, in the order of this file."""
    if COUNTED:
        assert set(COUNTED) >= {"proposed", "in_force", "extended", "lapsed"}, COUNTED
