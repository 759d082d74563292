"""Drafts: what they lead with, what they own up to, and how they read."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kordon.commentary.check import check, sentences
from kordon.commentary.draft import AREAS, HEADLINE, draft
from kordon.commentary.facts import lookup
from kordon.domain.assessment import Level, Trend, TriggerFired
from kordon.domain.coded import Attribution, Modality, Party, Status
from kordon.domain.commentary import Draft
from kordon.domain.errors import DomainError
from kordon.domain.quantity import Quantity
from kordon.domain.time import Date, Precision, Span, Week
from kordon.vocabulary import LANGUAGES, Vocabulary, load

WEEK = Week(2024, 22)
BORDERS = load().assessed_borders
KINDS = tuple(load()["kinds"])
MEASURES = tuple(load()["measures"])

# What a reader must never see.
SOILED = re.compile(r"[{}_]|\bNone\b|Unknown|\b[A-Z]{2}-[A-Z]{2}\b|  |\.\.| [,.;:]|\(\)")


def text_of(written: Draft) -> str:
    return " ".join(s.text for s in sentences(written))


def test_the_headline_and_the_lede_lead_with_the_change(busy: Any) -> None:
    written = draft("security", WEEK, "en", busy.context())
    assert written.trend is Trend.WORSE
    assert re.search(r"[Tt]wo people", written.headline.text)
    assert "wounded" in written.lede.text
    assert "Poland–Belarus border" in written.lede.text


def test_the_body_tells_events_counts_levels_and_gaps(busy: Any) -> None:
    told = text_of(draft("security", WEEK, "en", busy.context()))
    assert "28 May and 1 June" in told
    assert "about 1,600" in told.lower()
    assert re.search("1,400(–| to | and )1,800", told)  # the interval
    assert "about 1,000" in told  # the four weeks before
    assert re.search("from medium to high|high, (up )?from medium", told)
    assert re.search("[Bb]order with Latvia", told)  # which was not assessed
    assert "military threat" in told


def test_the_west_tells_measures_signals_and_what_is_due(busy: Any) -> None:
    written = draft("west", WEEK, "en", busy.context())
    told = text_of(written)
    assert "closing of crossing points" in written.headline.text.lower()
    assert "took effect on 31 May" in told
    assert "offer of dialogue (met with mistrust)" in told
    assert re.search("from more patrols and sensors to the closing of crossing points", told)
    bullets = " ".join(s.text for s in written.bullets)
    assert "20 June" in bullets
    assert "13 June" in bullets


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("area", AREAS)
def test_silence_is_never_told_as_calm(busy: Any, area: str, lang: str) -> None:
    """A border without a level is named every week, and calm is spoken of only to say that it is not known."""
    calm = {"en": "calm|quiet", "be": "спако[йяі]|ціх", "ru": "спокой|тих"}[lang]
    for back in range(6):
        written = draft(area, WEEK - back, lang, busy.context())
        gaps = [s for s in sentences(written) if s.key.startswith("gap-")]
        assert any(s.key.startswith(("gap-borders", "gap-all")) for s in gaps)
        assert not [s.text for s in sentences(written) if s not in gaps and re.search(calm, s.text)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_empty_week_gives_a_short_honest_draft(world: Any, lang: str) -> None:
    for area in AREAS:
        written = draft(area, WEEK, lang, world.context())
        assert written.trend is Trend.NOT_ASSESSED
        assert sum(len(p) for p in written.body) <= 4
        assert not written.bullets
        assert check(written, lookup(world.context()), world.phrases) == ()


def test_the_trend_of_an_area_is_the_worst_of_its_assessed_borders(world: Any) -> None:
    first, second, third = BORDERS
    world.assess(first, WEEK, Level.LOW, Trend.BETTER)
    assert draft("security", WEEK, "en", world.context()).trend is Trend.BETTER
    world.assess(second, WEEK, Level.LOW, Trend.SAME)
    assert draft("security", WEEK, "en", world.context()).trend is Trend.SAME
    world.assess(third, WEEK, Level.NOT_ASSESSED, Trend.NOT_ASSESSED)
    assert draft("security", WEEK, "en", world.context()).trend is Trend.SAME
    world.assess(third, WEEK, Level.LOW, Trend.WORSE)
    assert draft("security", WEEK, "en", world.context()).trend is Trend.WORSE


def test_only_what_happened_is_told(world: Any) -> None:
    world.happen(BORDERS[0], Date(2024, 5, 28), "knife_attack", 2, modality=Modality.PLANNED)
    assert "knife" not in text_of(draft("security", WEEK, "en", world.context()))


def test_an_incident_of_weak_sources_is_told_as_unconfirmed(world: Any) -> None:
    incident = world.happen(BORDERS[0], Date(2024, 5, 28), "fence_damage", grade="E5")
    world.assess(BORDERS[0], WEEK, Level.LOW)
    reading = next(iter(world.readings.values()))
    world.readings[reading.id] = replace(reading, unconfirmed=(incident.id,))
    assert "(not confirmed)" in text_of(draft("security", WEEK, "en", world.context()))
    world.readings[reading.id] = replace(reading, unconfirmed=(incident.id,), evidence=(incident.id,))
    assert "(not confirmed)" not in text_of(draft("security", WEEK, "en", world.context()))


def test_a_claim_of_one_side_is_told_as_one(world: Any) -> None:
    side = Attribution(Party("near_government"), claim=True)
    world.happen(BORDERS[0], Date(2024, 5, 28), "shots_fired", attribution=side)
    assert "only the accusing side says so" in text_of(draft("security", WEEK, "en", world.context()))


def test_heavier_means_than_in_the_weeks_before_are_told(world: Any) -> None:
    world.happen(BORDERS[0], (WEEK - 2).monday, "stone_throwing")
    world.happen(BORDERS[0], WEEK.monday, "knife_attack")
    assert "a knife" in text_of(draft("security", WEEK, "en", world.context()))
    world.happen(BORDERS[0], (WEEK - 1).monday, "knife_attack")
    told = text_of(draft("security", WEEK, "en", world.context()))
    assert "had not seen" not in told
    assert "heavier" not in told


def test_a_kind_that_no_phrase_knows_is_told_by_its_label(world: Any, vocabulary: Vocabulary) -> None:
    kinds = dict(vocabulary["kinds"])
    kinds["flood"] = replace(kinds["other"], id="flood", labels={lang: {"nom": "flood"} for lang in LANGUAGES})
    wider = Vocabulary({**vocabulary.lists, "kinds": kinds})
    world.vocabulary, world.phrases = wider, replace(world.phrases, vocabulary=wider)
    world.happen(BORDERS[0], WEEK.monday, "flood")
    assert "the following was recorded: flood" in text_of(draft("security", WEEK, "en", world.context()))


def test_a_measure_only_spoken_of_is_not_in_force(world: Any) -> None:
    world.measure(BORDERS[0], "border_closure", Status.CONDITIONAL, None, known=WEEK.monday)
    told = text_of(draft("west", WEEK, "en", world.context()))
    assert "depend on a condition (not in force)" in told
    assert "took effect" not in told


def test_a_zone_that_lapses_soon_is_something_to_watch_unless_prolonged(world: Any) -> None:
    zone = world.measure(BORDERS[0], "buffer_zone", Status.IN_FORCE, Date(2024, 3, 1), WEEK.sunday + (
        Date(2024, 1, 22) - Date(2024, 1, 1)))  # three weeks on  # fmt: skip
    (bullet,) = draft("west", WEEK, "en", world.context()).bullets
    assert "Until 23 June, unless extended: buffer zone" in bullet.text
    assert zone.id in bullet.evidence
    world.measure(
        BORDERS[0], "buffer_zone", Status.EXTENDED, Date(2024, 6, 24), known=WEEK.monday, extends=zone.id
    )
    assert "unless extended" not in " ".join(b.text for b in draft("west", WEEK, "en", world.context()).bullets)


def test_what_is_due_is_told_as_it_was_known_when_the_week_was_written(world: Any) -> None:
    later = WEEK.sunday + (Date(2024, 1, 11) - Date(2024, 1, 1))
    world.measure(BORDERS[0], "buffer_zone", Status.IN_FORCE, later, known=later)
    assert draft("west", WEEK, "en", world.context()).bullets == ()


def test_a_critical_incident_leads_although_another_border_made_the_trend(world: Any) -> None:
    first, second, _ = BORDERS
    incident = world.happen(second, WEEK.monday, "weapon_use")
    fired = TriggerFired("weapon_use", (incident.id,), world.assess(second, WEEK, Level.HIGH).reason)
    world.assess(first, WEEK - 1, Level.LOW)
    world.assess(first, WEEK, Level.HIGH, Trend.WORSE)
    world.assess(second, WEEK, Level.CRITICAL, Trend.NOT_ASSESSED, triggers=(fired,))
    written = draft("security", WEEK, "en", world.context())
    assert "Lithuania–Belarus border" in written.headline.text
    assert "critical incident" in written.headline.text.lower()
    assert "the Poland–Belarus border" in written.lede.text


def test_one_attempt_is_no_headline(world: Any) -> None:
    for back in range(5):
        world.count(BORDERS[1], WEEK - back, 1)
        world.assess(BORDERS[1], WEEK - back, Level.LOW)
    headline = draft("security", WEEK, "en", world.context()).headline.text
    assert "attempt" not in headline
    assert "low" in headline


def test_a_measure_that_the_lede_tells_is_not_told_again(world: Any) -> None:
    world.measure(BORDERS[0], "buffer_zone", Status.IN_FORCE, WEEK.monday, known=WEEK.monday)
    assert text_of(draft("west", WEEK, "en", world.context())).count("a buffer zone") == 1


def test_consultations_after_one_incident_are_one_thing_to_watch(world: Any) -> None:
    first, second, third = BORDERS
    for border in (second, third):
        world.assess(border, WEEK, Level.LOW, consult=(first,))
    (bullet,) = draft("security", WEEK, "en", world.context()).bullets
    assert "Lithuania–Belarus border and Latvia–Belarus border" in bullet.text


def test_a_trigger_leads_and_asks_for_consultations(world: Any) -> None:
    first, second, _ = BORDERS
    incident = world.happen(first, WEEK.monday, "weapon_use", 1)
    reason = world.assess(first, WEEK, Level.HIGH).reason
    fired = TriggerFired("weapon_use", (incident.id,), reason)
    world.assess(first, WEEK, Level.CRITICAL, Trend.WORSE, triggers=(fired,), expires=Date(2024, 6, 16))
    world.assess(second, WEEK, Level.LOW, consult=(first,))
    written = draft("security", WEEK, "en", world.context())
    assert "critical incident" in written.headline.text.lower()
    bullets = " ".join(s.text for s in written.bullets)
    assert "ends on 16 June" in bullets
    assert "calls for consultations on the Lithuania–Belarus border" in bullets


@pytest.mark.parametrize("lang", LANGUAGES)
def test_ten_weeks_on_end_have_ten_ledes_of_several_shapes(make_world: Callable[[], Any], lang: str) -> None:
    """The same numbers every week, so that only the phrasing can differ, and weeks with nothing at all."""
    world = make_world()
    for number in range(-4, 10):
        world.count(BORDERS[0], WEEK + number, 300)
        world.assess(BORDERS[0], WEEK + number, Level.MEDIUM)
    for area in AREAS:
        ledes = [draft(area, WEEK + n, lang, world.context()).lede.text for n in range(10)]
        assert len({*ledes}) >= 6
        assert all(one != other for one, other in itertools.pairwise(ledes))
        empty = make_world().context()
        assert len({draft(area, WEEK + n, lang, empty).lede.text for n in range(10)}) == 10


@pytest.mark.parametrize("lang", LANGUAGES)
def test_ten_weeks_with_their_own_numbers_have_ten_ledes(make_world: Callable[[], Any], lang: str) -> None:
    world = make_world()
    for number in range(-4, 10):
        world.count(BORDERS[0], WEEK + number, 300 + 41 * ((number * 7) % 10))
        world.assess(BORDERS[0], WEEK + number, Level.MEDIUM, (Trend.SAME, Trend.WORSE, Trend.BETTER)[number % 3])
    for area in AREAS:
        assert len({draft(area, WEEK + n, lang, world.context()).lede.text for n in range(10)}) == 10


def test_the_same_context_gives_the_same_draft(busy: Any) -> None:
    assert draft("security", WEEK, "be", busy.context()) == draft("security", WEEK, "be", busy.context())


def test_every_sentence_knows_its_phrase_and_what_it_rests_on(busy: Any) -> None:
    context = busy.context()
    ask = lookup(context)
    for sentence in sentences(draft("security", WEEK, "en", context)):
        assert context.phrases.has("en", sentence.key)
        assert all(ask(claim.source) is not None for claim in sentence.claims)


def test_another_area_is_refused(world: Any) -> None:
    with pytest.raises(DomainError, match="no draft for the area 'society'"):
        draft("society", WEEK, "en", world.context())


# --------------------------------------------------------------------------------------------- any world

days = st.integers(-40, 12).map(lambda n: WEEK.monday.fromordinal(WEEK.monday.toordinal() + n))
levels = st.sampled_from(list(Level))
trends = st.sampled_from(list(Trend))
counts = st.tuples(st.floats(0, 60_000), st.floats(0, 1), st.sampled_from([0.0, 1 / 7, 3 / 7, 1.0]))
incident = st.fixed_dictionaries(
    {
        "border": st.sampled_from(BORDERS),
        "day": days,
        "kind": st.sampled_from(KINDS),
        "injured": st.none() | st.integers(0, 40),
        "killed": st.none() | st.integers(0, 25),
        "times": st.none() | st.integers(1, 30),
        "span": st.sampled_from(["day", "days", "week"]),
        "party": st.sampled_from(["migrants", "far_state", None]),
    }
)
measure = st.fixed_dictionaries(
    {
        "border": st.sampled_from(BORDERS),
        "kind": st.sampled_from(MEASURES),
        "status": st.sampled_from(list(Status)),
        "start": st.none() | days,
        "length": st.none() | st.integers(0, 120),
        "known": days,
    }
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    weeks=st.lists(st.tuples(st.sampled_from(BORDERS), st.integers(0, 5), counts), max_size=12),
    assessed=st.lists(st.tuples(st.sampled_from(BORDERS), st.integers(0, 3), levels, trends, st.floats(0, 9_999))),
    incidents=st.lists(incident, max_size=6),
    measures=st.lists(measure, max_size=4),
    signal=st.none() | st.sampled_from(sorted(load()["signals"])),
)
def test_any_world_can_be_written_about(
    make_world: Callable[[], Any], weeks: Any, assessed: Any, incidents: Any, measures: Any, signal: str | None
) -> None:
    world = make_world()
    for (border, back), (mean, spread, share) in {(b, n): c for b, n, c in weeks}.items():
        world.count(border, WEEK - back, mean, spread, share)
    for border, back, level, trend, value in assessed:
        world.assess(border, WEEK - back, level, trend, value)
    for one in incidents:
        span = {
            "day": Span.day(one["day"]),
            "days": Span.between(one["day"], one["day"].fromordinal(one["day"].toordinal() + 2)),
            "week": Span(Week.of(one["day"]).monday, Week.of(one["day"]).sunday, Precision.WEEK),
        }[one["span"]]
        world.happen(
            one["border"], one["day"], one["kind"], one["injured"],
            killed=None if one["killed"] is None else Quantity.exactly(one["killed"]),
            times=None if one["times"] is None else Quantity.exactly(one["times"]),
            occurred=span, actor=Party(one["party"]) if one["party"] else None,
        )  # fmt: skip
    for one in measures:
        end = None
        if one["start"] is not None and one["length"] is not None:
            end = one["start"].fromordinal(one["start"].toordinal() + one["length"])
        world.measure(one["border"], one["kind"], one["status"], one["start"], end, one["known"])
    if signal is not None:
        world.signal(WEEK, signal, "mistrust", "BY")
    context = world.context()
    ask = lookup(context)
    for lang in LANGUAGES:
        for area in AREAS:
            written = draft(area, WEEK, lang, context)
            assert [str(m) for m in check(written, ask, context.phrases)] == []
            assert len(written.headline.text) <= HEADLINE
            for sentence in sentences(written):
                assert not SOILED.search(sentence.text), sentence.text
                assert sentence.text[:1] == sentence.text[:1].upper()
                assert sentence.text.endswith(".") or sentence is written.headline, sentence.text
