"""Measures and crossings in a week: what became known, took effect, lapsed, and what is due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from kordon.commentary.facts import history_id
from kordon.commentary.history import history, range_of
from kordon.commentary.scene import Scene
from kordon.commentary.teller import EMPTY, Piece
from kordon.domain.coded import Status
from kordon.domain.commentary import Sentence
from kordon.domain.measure import CrossingStatus, Measure

WRITTEN = dt.timedelta(days=3)  # within this time a week is written up; what is due is told as known by then
SAME_RANGE = 2  # weeks after which a range is told as the same
LATELY = dt.timedelta(weeks=10)  # a measure without a known end is said to be in force for so long
AHEAD = dt.timedelta(days=28)  # what is due within this time after the week is something to watch
SILENT = (Status.HISTORICAL, Status.REFERENCE)  # a measure that is only mentioned is no news
BINDING = ("in-force", "lifted", "extended", "decided", "lapsed")
EVERYWHERE = ("visa_restriction", "joint_mechanism", "indicator_system", "border_closure")  # of no one place
ENDLESS = (
    "barrier",
    "troop_deployment",
    "indicator_system",
    "joint_mechanism",
)  # no rule that is in force until a day
NAMELESS = ("other",)  # kinds whose name tells nothing
TOLD_BRIEFLY = 2  # steps that a commentary on another matter names
TOLD_STANDING = 1  # measures in force that are recalled in a week without a step of their own
TOLD_WHERE = 2  # borders that are named one by one

# How heavily a step weighs in a headline, heaviest first.
ORDER = ("in-force", "lifted", "extended", "decided", "lapsed", "agreed", "announced", "conditional", "planned",
         "proposed", "asked", "denied")  # fmt: skip


def steps(scene: Scene) -> list[tuple[str, Measure]]:
    """What measures did in the week, weightiest first; a plan is no news beside its own decision."""
    monday, sunday = scene.week.monday, scene.week.sunday
    found: list[tuple[str, Measure]] = []
    for measure in scene.context.measures([v.border for v in scene.views]):
        start, end = measure.in_force.start, measure.in_force.end
        if measure.status in SILENT:
            continue
        binds = measure.status in (Status.DECIDED, Status.IN_FORCE, Status.EXTENDED)
        happened = measure.decided_on or measure.known_from
        if measure.status is Status.EXTENDED and happened is not None and monday <= happened <= sunday:
            found.append(("extended", measure))
        elif binds and measure.status is not Status.EXTENDED and start is not None and monday <= start <= sunday:
            found.append(("in-force", measure))
        elif happened is not None and monday <= happened <= sunday:
            step = "decided" if measure.status is Status.IN_FORCE else str(measure.status).replace("_", "-")
            found.append((step, measure))
        elif binds and end is not None and monday <= end <= sunday and not scene.context.extended(measure):
            found.append(("lapsed", measure))
    bound = {(m.kind, m.countries) for step, m in found if step in BINDING}
    once: dict[tuple[str, str, tuple[str, ...], tuple[str, ...]], tuple[str, Measure]] = {}
    for step, measure in sorted(found, key=lambda s: (s[1].kind in NAMELESS, ORDER.index(s[0]), s[1].id)):
        if step in BINDING or (measure.kind, measure.countries) not in bound:
            once.setdefault((step, measure.kind, measure.countries, measure.place.borders), (step, measure))
    return list(once.values())


def leading(scene: Scene) -> tuple[str, Measure] | None:
    """The step that opens a commentary, if any has a name to open it with."""
    return next((found for found in steps(scene)[:1] if found[1].kind not in NAMELESS), None)


def step_clause(scene: Scene, step: str, measure: Measure) -> Piece:
    """One step of one measure as part of a sentence."""
    key = scene.variant(f"clause-step-{step}", 1)
    return scene.teller.piece(key, [measure.id, *measure.reports], **values(scene, measure))


def headline(scene: Scene, step: str, measure: Measure) -> Piece:
    return scene.teller.piece(scene.variant(f"headline-step-{step}"), [measure.id], **values(scene, measure))


def values(scene: Scene, measure: Measure) -> dict[str, Any]:
    """What the phrases about a measure are said with."""
    t = scene.teller
    start, end = measure.in_force.start, measure.in_force.end
    return {
        "measure": measure.kind,
        **_states(scene, measure),
        "on_border": _where(scene, measure),
        "starts": t.piece("measure-starts", start=t.fact(measure.id, "start")) if start else EMPTY,
        "ends": t.piece("measure-ends", end=t.fact(measure.id, "end")) if end else EMPTY,
        "since": t.piece("measure-since", start=t.fact(measure.id, "start")) if start else EMPTY,
        "lapse": t.piece("day", day=t.fact(measure.id, "end")) if end else EMPTY,
        "begin": t.piece("day", day=t.fact(measure.id, "start")) if start else EMPTY,
    }


def _states(scene: Scene, measure: Measure) -> dict[str, Any]:
    t, known = scene.teller, scene.context.vocabulary["states"]
    states = [s for s in measure.countries if s in known]
    return {
        name: t.join([t.label("state", s, case) for s in states]).text
        for name, case in (("states", "nom"), ("states_gen", "gen"), ("states_loc", "loc"))
    }


def _where(scene: Scene, measure: Measure) -> Piece:
    t, here = scene.teller, [v.border for v in scene.views]
    borders = [b for b in measure.place.borders if b in here]
    if not borders or len(borders) > TOLD_WHERE or measure.kind in EVERYWHERE:
        return EMPTY
    return t.piece("on-border", borders_loc=t.join([t.label("border", b, "loc") for b in borders]).text)


def crossings(scene: Scene) -> list[Sentence]:
    """Crossings whose status changed in the week."""
    t = scene.teller
    here = {v.border for v in scene.views}
    names = {c.id: dict(c.names) for c in scene.context.crossings if c.border in here}
    sentences = []
    for status in sorted(scene.context.statuses, key=lambda s: s.id):
        name = names.get(status.crossing, {}).get(t.lang, "")
        if name and not any(c.isdigit() for c in name) and _changed(scene, status):
            start = t.fact(status.id, "start")
            sentences.append(t.sentence("crossing", [status.id], name=name, status=status.status, start=start))
    return sentences


def _changed(scene: Scene, status: CrossingStatus) -> bool:
    start = status.span.start
    return start is not None and scene.week.monday <= start <= scene.week.sunday and start <= scene.context.as_of


def due(scene: Scene) -> list[Sentence]:
    """What is due in the weeks after: measures that begin or lapse, critical levels that end, consultations."""
    t, sunday = scene.teller, scene.week.sunday
    by = sunday + WRITTEN
    sentences = []
    for measure in scene.context.measures([v.border for v in scene.views], by):
        binds = measure.status in (Status.DECIDED, Status.IN_FORCE, Status.EXTENDED)
        start, end = measure.in_force.start, measure.in_force.end
        if not binds:
            continue
        if start is not None and sunday < start <= sunday + AHEAD:
            sentences.append(t.sentence("due-start", [measure.id], **values(scene, measure)))
        if end is not None and sunday < end <= sunday + AHEAD and not scene.context.extended(measure, by):
            sentences.append(t.sentence("due-lapse", [measure.id], **values(scene, measure)))
    consulted: dict[tuple[str, ...], list[str]] = {}
    for view in scene.views:
        assessment = view.assessment
        if assessment is not None and assessment.expires is not None:
            place = scene.place(view.border)
            expires = t.fact(assessment.id, "expires")
            sentences.append(t.sentence("due-critical", [assessment.id], expires=expires, **place))
        if assessment is not None and assessment.consult:
            consulted.setdefault(assessment.consult, []).append(view.border)
    for asked_by, borders in consulted.items():
        asking = t.join([t.label("border", b, "loc") for b in asked_by])
        where = {name: _labels(scene, borders, case) for name, case in (("where", "nom"), ("where_loc", "loc"))}
        found = [v.assessment.id for v in scene.views if v.border in borders and v.assessment is not None]
        sentences.append(t.sentence("due-consult", found, asking=asking, **where))
    return list({sentence.text: sentence for sentence in sentences}.values())


def standing_measures(scene: Scene) -> list[Piece]:
    """A measure in force at the end of a week in which nothing was decided: one whose end is known, or that began
    lately, as an end that was never reported would be missed otherwise. What a measure did is not told: nobody has
    measured it."""
    if steps(scene):
        return []
    t, sunday = scene.teller, scene.week.sunday
    binding = (Status.DECIDED, Status.IN_FORCE, Status.EXTENDED)

    def stands(measure: Measure) -> bool:
        start, end = measure.in_force.start, measure.in_force.end
        if measure.status not in binding or measure.kind in (*NAMELESS, *ENDLESS) or start is None:
            return False
        if not measure.in_force_on(sunday) or scene.context.extended(measure, sunday):
            return False
        return start > sunday - LATELY if end is None else end > sunday + AHEAD  # an end nearer is to be watched

    found = [m for m in scene.context.measures([v.border for v in scene.views], sunday) if stands(m)]
    found.sort(key=lambda m: (m.in_force.end is None, -(m.in_force.start or sunday).toordinal(), m.id))
    once: dict[tuple[str, tuple[str, ...]], Measure] = {}
    for measure in found:
        once.setdefault((measure.kind, measure.countries), measure)
    kept = list(once.values())
    start = scene.turn % len(kept) if kept else 0
    turned = [*kept[start:], *kept[:start]][:TOLD_STANDING]
    return [
        t.piece(
            scene.variant("in-force-until" if m.in_force.end else "in-force-since", n), [m.id], **values(scene, m)
        )
        for n, m in enumerate(turned)
    ]


def ranges(scene: Scene) -> list[Piece]:
    """The range of measures that is put before a government, least to most restrictive; one that has
    not changed for weeks is told every other week, with how many."""
    t = scene.teller
    by_range: dict[tuple[str, str], list[str]] = {}
    for view in scene.views:
        if (ends := range_of(scene.context, view.border, scene.week)) is not None:
            by_range.setdefault(ends, []).append(view.border)
    clauses = []
    for shift, ((low, high), borders) in enumerate(by_range.items()):
        weeks = {history(scene.context, b, scene.week).range_weeks for b in borders}
        if min(weeks) > SAME_RANGE and scene.turn % 2:
            continue  # no news, and told the week before
        key = "range" if low != high else "range-single"
        more: dict[str, Any] = {}
        if len(weeks) == 1 and min(weeks) > SAME_RANGE:
            key += "-weeks"
            more["weeks"] = t.fact(history_id(borders[0], scene.week), "range_weeks")
        ids = [scene.context.proposals[b, scene.week].id for b in borders]
        values = {**scene.places(borders), "low_measure": low, "high_measure": high, **more}
        clauses.append(t.piece(scene.variant(key, shift), ids, **values))
    return clauses


def _labels(scene: Scene, borders: Sequence[str], case: str) -> str:
    t = scene.teller
    return t.join([t.label("border", b, case) for b in borders]).text
