"""Which triggers fire, which nearly do, and why; and the public incidents, each firing named."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kordon.chain import Setup
from kordon.cli.mechanism_desk import shipped
from kordon.criteria import Criteria, fired_in
from kordon.criteria.triggers import paragraphs
from kordon.domain.coded import Figure, FigureForm, Incident, Modality, Party, Place, PlacePrecision
from kordon.domain.event import Validation
from kordon.domain.material import Material
from kordon.domain.quantity import Quantity
from kordon.domain.report import Evidence
from kordon.domain.time import Date, Precision, Span
from kordon.measures.mechanism import Finding, Mechanism, Outcome, examine
from kordon.measures.mechanism.report import lines_of, markdown, why
from kordon.measures.mechanism.words import Phrases

PLACE = Place(borders=("PL-BY",), precision=PlacePrecision.BORDER)
SHOT = ("shots_fired", "far_state", "near_state")
PUSH = ("mass_push", "migrants", None)


@pytest.fixture(scope="module")
def criteria(setup: Setup) -> Criteria:
    return setup.criteria[0]


@pytest.fixture(scope="module")
def public(setup: Setup) -> Any:
    return shipped(setup)


def incident(name: str, kind: str, actor: str | None, recipient: str | None, **told: Any) -> Incident:
    fields: dict[str, Any] = {
        "place": PLACE, "occurred": Span.day(Date(2024, 5, 28)), "modality": Modality.ACTUAL, "grade": "B2",
    } | told  # fmt: skip
    return Incident(
        id=name,
        kind=kind,
        evidence=(Evidence(f"report-{name}", 0, 5),),
        rule="test",
        actor=Party(actor) if actor else None,
        recipient=Party(recipient) if recipient else None,
        **fields,
    )


def figure(name: str, day: Date, count: float, **told: Any) -> Figure:
    fields: dict[str, Any] = {
        "unit": "prevented",
        "place": replace(PLACE, borders=("LV-BY",)),
        "span": Span.day(day),
    }
    fields["modality"] = Modality.ACTUAL
    return Figure(
        id=name,
        form=FigureForm.COUNT,
        quantity=Quantity.exactly(count),
        evidence=(Evidence(f"report-{name}", 0, 5),),
        rule="test",
        **(fields | told),
    )


def look(
    setup: Setup,
    mechanism: Mechanism,
    *incidents: Incident,
    figures: tuple[Figure, ...] = (),
    events: dict[str, str] | None = None,
    texts: dict[str, str] | None = None,
    validated: dict[str, Validation] | None = None,
) -> tuple[Finding, ...]:
    told = paragraphs(setup.criteria, incidents, texts or {})
    material = Material(None, {}, figures, incidents, (), events or {}, told, validated or {})
    return examine(setup.criteria[0], mechanism, material, setup.vocabulary)


@pytest.mark.parametrize(
    ("case", "told", "outcome", "failed"),
    [
        (SHOT, {}, "fires", ()),
        (("weapon_aimed", "far_state", "near_state"), {}, "fires", ()),
        (("weapon_use", "far_state", "near_state"), {"means": ("explosive",)}, "fires", ()),
        (SHOT, {"warning_shots": True}, "near", ("no_warning",)),
        (("shots_fired", "near_state", "migrants"), {}, "near", ("actor", "recipient")),
        (("shots_fired", "unknown", None), {}, "near", ("actor", "recipient")),
        (("weapon_use", "far_state", "near_state"), {"means": ("knife",)}, "near", ("means",)),
        (SHOT, {"grade": "D4"}, "near", ("grade",)),
        (SHOT, {"modality": Modality.DENIED}, "near", ("happened",)),
        (SHOT, {"occurred": Span.untold()}, "near", ("dated",)),
        (("armed_incursion", "far_state", None), {}, "near", ("kind", "recipient", "means")),
        (("knife_attack", "migrants", "near_state"), {}, None, ()),
        (SHOT, {"place": Place(borders=("PL-RU",), precision=PlacePrecision.BORDER)}, None, ()),
        (SHOT, {"place": Place(group="BY-EU", precision=PlacePrecision.GROUP)}, None, ()),
        (PUSH, {"people": Quantity.exactly(200)}, "fires", ()),
        (PUSH, {"people": Quantity.exactly(199)}, "near", ("people",)),
        (PUSH, {}, "near", ("people",)),
        (("mass_push", "far_state", None), {"people": Quantity.exactly(35)}, "fires", ()),
        (("fence_damage", "far_state", None), {"people": Quantity.exactly(100)}, "near", ("kind",)),
        (("fence_damage", "migrants", None), {"people": Quantity.exactly(49)}, None, ()),
    ],
)
def test_one_incident(
    setup: Setup, mechanism: Mechanism, case: tuple[str, str, str], told: Any, outcome: str | None, failed: Any
) -> None:
    found = look(setup, mechanism, incident("i", *case, **told))
    assert [(f.outcome.value, f.failed) for f in found] == ([(outcome, failed)] if outcome else [])


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("Shots, probably blanks, were fired.", "blanks"),
        ("BLANK rounds were fired at a patrol.", "BLANK"),
        ("Стреляли холостыми патронами.", "холостыми"),
        ("Стралялі халастымі патронамі.", "халастымі"),
        ("Strzelano ślepakami.", "ślepakami"),
        ("Shots were fired at a patrol. A blanket was found.", ""),
        ("Shots were fired.\nElsewhere blanks were used.", ""),
        ("", ""),
    ],
)
def test_words_of_doubt_leave_it_to_a_person(setup: Setup, mechanism: Mechanism, text: str, doubt: str) -> None:
    [found] = look(setup, mechanism, incident("i", *SHOT), texts={"report-i": text})
    assert (found.outcome, found.doubt) == (Outcome.DOUBTFUL if doubt else Outcome.FIRES, doubt)


def test_a_person_confirms_or_refutes(setup: Setup, mechanism: Mechanism) -> None:
    said, texts = incident("i", *SHOT), {"report-i": "Shots, probably blanks, were fired."}
    [found] = look(setup, mechanism, said, texts=texts, validated={"i": Validation.CONFIRMED})
    assert (found.outcome, found.doubt) == (Outcome.FIRES, "")
    assert look(setup, mechanism, said, validated={"i": Validation.REFUTED}) == ()


def test_reports_of_one_event_are_one_finding(setup: Setup, mechanism: Mechanism) -> None:
    told = [incident("a", *SHOT), incident("b", *SHOT, warning_shots=True), incident("c", *SHOT)]
    one = look(setup, mechanism, *told, events={"a": "e", "b": "e", "c": "e"})
    assert [(f.outcome.value, f.about) for f in one] == [("fires", ("a", "b", "c"))]
    apart = look(setup, mechanism, *told, events={"a": "e", "b": "f", "c": "e"})
    assert sorted(f.about for f in apart) == [("a", "c"), ("b",)]


def test_acts_of_one_clash_are_one_finding(setup: Setup, mechanism: Mechanism) -> None:
    many = {"people": Quantity.exactly(300), "clash": "k"}
    acts = [incident("a", "fence_damage", "migrants", None, **many), incident("b", *PUSH, **many)]
    assert [(f.outcome.value, f.about) for f in look(setup, mechanism, *acts)] == [("fires", ("b", "a"))]


def test_one_report_without_doubt_is_enough(setup: Setup, mechanism: Mechanism) -> None:
    told = [incident("a", *SHOT), incident("b", *SHOT)]
    texts = {"report-a": "Blanks, they say.", "report-b": "Live rounds at a patrol."}
    [found] = look(setup, mechanism, *told, events={"a": "e", "b": "e"}, texts=texts)
    assert (found.outcome, found.about) == (Outcome.FIRES, ("b", "a"))


def test_a_state_is_asked_where_its_number_was_reached(setup: Setup, mechanism: Mechanism) -> None:
    day = Date(2023, 9, 8)
    figures = (
        figure("f1", day, 149),
        figure("f2", Date(2023, 9, 9), 150),
        figure("f3", Date(2023, 9, 10), 256),
        figure("f4", Date(2023, 10, 1), 160),
        figure("f5", Date(2023, 10, 2), 900, unit="detections"),
        figure("f6", Date(2023, 10, 3), 900, span=Span(Date(2023, 9, 1), Date(2023, 9, 30), Precision.MONTH)),
        figure("f7", Date(2023, 10, 4), 900, modality=Modality.PLANNED),
        figure("f8", Date(2023, 10, 5), 900, place=PLACE),
    )
    found = look(setup, mechanism, figures=figures)
    assert [(f.outcome.value, f.party, f.people, f.about) for f in found] == [
        ("asks", "LV", 256, ("f3", "f2")),
        ("asks", "LV", 160, ("f4",)),
    ]


def test_a_border_is_looked_at_under_its_own_criteria(
    setup: Setup, mechanism: Mechanism, criteria: Criteria
) -> None:
    material = Material(None, {}, (figure("f", Date(2023, 9, 9), 256),), (incident("i", *SHOT),), ())
    elsewhere = replace(criteria, borders=("LT-BY",))
    assert len(examine(criteria, mechanism, material, setup.vocabulary)) == 2
    assert examine(elsewhere, mechanism, material, setup.vocabulary) == ()


def test_what_fires_is_what_the_criteria_fire(
    setup: Setup, mechanism: Mechanism, criteria: Criteria, public: Any
) -> None:
    """The conditions that are told one by one agree with the criteria's own tests, incident by incident."""
    material, _ = public
    alone = [replace(material, incidents=(one,), figures=()) for one in material.incidents]
    by_criteria = {
        (trigger.trigger, key)
        for one in alone
        for triggers in fired_in(criteria, one, setup.vocabulary).values()
        for trigger in triggers
        for key in trigger.incidents
    }
    found = {
        (f.trigger, f.id)
        for one in alone
        for f in examine(criteria, mechanism, one, setup.vocabulary)
        if f.outcome is Outcome.FIRES
    }
    assert found == by_criteria


def test_the_public_incidents(setup: Setup, mechanism: Mechanism, criteria: Criteria, public: Any) -> None:
    material, _ = public
    found = examine(criteria, mechanism, material, setup.vocabulary)
    told = {
        (f.outcome.value, str(f.span.start), f.border, f.trigger) for f in found if f.outcome is not Outcome.NEAR
    }
    assert told == {
        ("fires", "2021-08-17", "LT-BY", "organised_crossing"),  # officers of the far side push 35 people across
        ("fires", "2021-11-08", "PL-BY", "organised_crossing"),  # several hundred to 2,000 people
        ("fires", "2021-11-15", "PL-BY", "organised_crossing"),  # about 3,500 people; two rows, one event
        ("doubtful", "2021-10-07", "PL-BY", "weapon_use"),  # shots towards a patrol, 'probably blanks'
        ("asks", "2023-09-10", "LV-BY", "influx"),  # 256 attempts in a day
    }
    assert [len(f.about) for f in found if str(f.span.start) == "2021-11-15"] == [2]
    near = {(str(f.span.start), f.trigger): f.failed for f in found if f.outcome is Outcome.NEAR}
    assert near["2022-04-11", "weapon_use"] == ("actor", "recipient")  # a claim of the far side about this side
    assert near["2023-08-09", "weapon_use"] == ("actor", "recipient", "no_warning", "grade")  # own warning shots
    assert near["2024-03-25", "weapon_use"] == ("actor", "recipient")  # one's own soldier
    assert near["2021-11-16", "organised_crossing"] == ("people",)  # no number is told
    assert not any(str(f.span.start) == "2024-05-28" for f in found)  # migrants' blades


def test_why_is_told_in_three_languages(
    setup: Setup, mechanism: Mechanism, criteria: Criteria, public: Any, phrases: Phrases
) -> None:
    material, texts = public
    found = examine(criteria, mechanism, material, setup.vocabulary)
    for lang in ("en", "be", "ru"):
        lines = lines_of(found, material, texts, phrases, setup.vocabulary, lang)
        assert all(line.why and line.told and line.outcome for line in lines)
        assert all(len(line.told.split()) <= 26 for line in lines)
    doubtful = next(f for f in found if f.outcome is Outcome.DOUBTFUL)
    assert why(doubtful, phrases, "be").startswith("“blanks”; ")


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("a | b", "a \\| b"),
        ("<b>x</b> &", "&lt;b&gt;x&lt;/b&gt; &amp;"),
        ("[y](http://z)", "\\[y\\]\\(http:&#47;&#47;z\\)"),
        ("`q` *s* _t_ # u", "\\`q\\` \\*s\\* \\_t\\_ \\# u"),
        ("{{ x }} $m$ @w", "\\{\\{ x \\}\\} \\$m\\$ \\@w"),
    ],
)
def test_words_of_a_report_are_no_markup_on_the_page(words: str, shown: str) -> None:
    assert markdown(words) == shown
