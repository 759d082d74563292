"""Counts in words: the border that matters first, what the week is against the weeks before it, then the others.

A figure has several sides to it: the average before it, what is usual, the same week a year earlier, the most
since. Two or three are told, those that are news first; the rest take turns from week to week.
"""

from __future__ import annotations

from typing import Any

from kordon.commentary.facts import history_id
from kordon.commentary.history import history
from kordon.commentary.language import rough
from kordon.commentary.news import CHANGED, COUNTS, FEW, News, Topic, View, against_before, source_of
from kordon.commentary.scene import Scene
from kordon.commentary.teller import EMPTY, Fact, Piece, Teller, bare
from kordon.commentary.weave import weave
from kordon.domain.commentary import Sentence
from kordon.domain.reading import Baseline, Reading, WeekCount

DAYS = 7
HALF = 4  # of seven days: below it a count is said to rest on few days
COARSE = 2.0  # an interval whose end is so many times its beginning is a rough one
SIDES = 2  # sides of a figure told beside the figure itself
OF_COUNT = ("mean", "before", "ratio")
COMPARED = (Topic.COUNT_UP, Topic.COUNT_DOWN, Topic.COUNT_SAME, Topic.COUNT_UNCLEAR)


def figures(scene: Scene, lead: News | None, lede: Sentence) -> list[Sentence]:
    """The paragraph of figures; ``lead`` is what the lede has told, and is not told again."""
    counted = [v for v in scene.views if v.count is not None]
    if not counted:
        return []
    first = main(scene, lead, counted)
    led = {claim.source for claim in lede.claims if claim.source.startswith("count:")}  # of two it tells least
    told = lead is not None and lead.view is first and lead.topic in COUNTS and len(led) < 2
    named = lead is not None and lead.view is first
    sentences = weave(scene, _of_one(scene, first, told, named, _given(first, lede)), shift=0)
    rest = [v for v in counted if v is not first and source_of_view(v) not in led]
    return [*sentences, *weave(scene, _others(scene, first, rest), shift=1)]


def _given(view: View, lede: Sentence) -> set[str]:
    """The values of a border's count, and of what it is against the weeks before, that the lede has said."""
    sources = (source_of_view(view), history_id(view.border, view.week))
    return {bare(claim.name) for claim in lede.claims if claim.source in sources}


def main(scene: Scene, lead: News | None, counted: list[View]) -> View:
    """The border whose figure is told at length: the lede's own, else the one with the most attempts."""
    thick = [v for v in counted if v.count is not None and v.count.coverage.share * DAYS >= HALF]
    if lead is not None and lead.view in counted and (lead.view in thick or not thick):
        return lead.view
    return max(counted, key=lambda v: (v in thick, _mean(v)))


def _mean(view: View) -> float:
    return view.count.mean if view.count is not None else 0.0


def source_of_view(view: View) -> str:
    assert view.count is not None
    return source_of(view.count)


def _of_one(scene: Scene, view: View, told: bool, named: bool, given: set[str]) -> list[Piece]:
    """The figure, what it is against the weeks before, its interval, its other sides; ``given`` are the values of
    it that the lede has said."""
    t, count = scene.teller, view.count
    assert count is not None
    source, values = source_of(count), _values(scene, view, "short" if named else "full")
    if rough(count.high90) == 0:
        return [t.piece(scene.variant("fig-zero"), count.figures, **values)]
    topic = against_before(count, scene.context)
    clauses = []
    bracket = scene.turn % 3 == 0 and not told
    values["interval"] = _bracket(t, count, source) if bracket else EMPTY
    if topic in COMPARED:
        values["before"] = t.fact(source, "before")
    if not told:
        clauses.append(t.piece(scene.variant(f"fig-{topic}"), count.figures, **values))
    elif topic in (Topic.COUNT_UP, Topic.COUNT_DOWN) and "before" not in given:
        clauses.append(t.piece(scene.variant("fig-before"), count.figures, **values))
    elif topic is Topic.COUNT_UNCLEAR:
        clauses.append(t.piece(scene.variant("fig-before-unclear"), count.figures, **values))
    back = told and bool(given - set(OF_COUNT))  # the lede has looked back
    interval = EMPTY if bracket else _interval(scene, count, source)
    return [*clauses, *_sides(scene, view, topic, back), interval]


def _sides(scene: Scene, view: View, topic: Topic, back: bool) -> list[Piece]:
    """What else a figure can be held against: what is news first, then by turns."""
    t, count = scene.teller, view.count
    assert count is not None
    source, looking_back = source_of(count), history_id(view.border, view.week)
    now = history(scene.context, view.border, view.week)
    usual_place, usual = _usual(scene, view)
    news: list[Piece] = []
    turns: list[Piece] = []
    firm = count.coverage.share * DAYS >= HALF and count.mean >= FEW and not back
    for name, week in (("most", now.most_since), ("least", now.least_since)):
        if week is not None and firm:
            start, end = (t.fact(looking_back, f"{name}_since {edge}") for edge in ("start", "end"))
            since = t.piece("span", start=start, end=end)
            news.append(t.piece(scene.variant(f"fig-{name}-since"), since=since))
    if firm and now.record:
        news.append(t.piece(scene.variant("fig-record"), seen=t.fact(looking_back, "record")))
    for name, steps in (("rises", now.rises), ("falls", now.falls)):
        if steps > 1 and not back:
            news.append(t.piece(scene.variant(f"fig-{name}"), weeks=t.fact(looking_back, name)))
    if usual is not None and usual_place != "near":
        news.append(t.piece(scene.variant(f"fig-usual-{usual_place}"), expected=usual))
    elif usual is not None and topic is not Topic.COUNT_SAME:
        turns.append(t.piece(scene.variant("fig-usual-near"), expected=usual))
    if t.has(source, "year"):
        turns.append(t.piece(scene.variant("fig-year"), year=t.fact(source, "year")))
    if t.has(source, "last") and topic is not Topic.COUNT_SAME:
        turns.append(t.piece(scene.variant("fig-last"), last=t.fact(source, "last")))
    if count.mean >= FEW * DAYS:
        turns.append(t.piece(scene.variant("fig-daily"), daily=t.fact(source, "daily")))
    if _thin(t, source):
        news.insert(0, t.piece(scene.variant("fig-thin"), covered=t.fact(source, "covered")))
    turned = scene.turn % len(turns) if turns else 0
    return [*news, *turns[turned:], *turns[:turned]][: SIDES if news else 1 + scene.turn % SIDES]


def _others(scene: Scene, first: View, rest: list[View]) -> list[Piece]:
    """The other borders in one breath; where one rises and another falls, that is said."""
    if not rest:
        return []
    t = scene.teller
    clauses = []
    topics = {v.border: against_before(v.count, scene.context) for v in (first, *rest) if v.count is not None}
    mine = topics[first.border]
    other = {Topic.COUNT_UP: Topic.COUNT_DOWN, Topic.COUNT_DOWN: Topic.COUNT_UP}.get(mine)
    for view in [v for v in rest if topics[v.border] is other and _mean(v) >= FEW]:
        assert view.count is not None
        values = {**_values(scene, view), "before": t.fact(source_of(view.count), "before")}
        clauses.append(t.piece(scene.variant(f"fig-apart-{topics[view.border]}"), view.count.figures, **values))
    left = [v for v in rest if topics[v.border] is not other or _mean(v) < FEW]
    if left:
        parts = t.join([part(scene, view) for view in left])
        thin = all(_thin(t, source_of(v.count)) for v in left if v.count is not None)
        key = "fig-others-thin" if thin else "fig-others"
        none = any(v.count is not None and rough(v.count.high90) == 0 for v in left)
        clauses.append(t.piece(f"{key}-a" if none else scene.variant(key), counts=parts))
    return clauses


def part(scene: Scene, view: View) -> Piece:
    """'about 1,600 on the border with Poland', for a list."""
    assert view.count is not None
    evidence = view.count.figures
    if rough(view.count.high90) == 0:
        return scene.teller.piece("fig-part-zero", evidence, **scene.place(view.border, short=True))
    return scene.teller.piece("fig-part", evidence, **_values(scene, view))


def _values(scene: Scene, view: View, form: str = "short") -> dict[str, Any]:
    assert view.count is not None
    return {
        **scene.place(view.border, short=form == "short"),
        "mean": _estimate(scene.teller, view.count),
    }


def _thin(t: Teller, source: str) -> bool:
    covered = t.fact(source, "covered").value
    return isinstance(covered, int) and 0 < covered < HALF


def _estimate(t: Teller, count: WeekCount) -> Fact:
    """The mean; where the interval ends below one attempt, its end, because a mean may lie above it."""
    return t.fact(source_of(count), "high90" if rough(count.high90) == 0 else "mean")


def _bounds(t: Teller, source: str) -> dict[str, Any]:
    return {"low90": t.fact(source, "low90"), "high90": t.fact(source, "high90")}


def _bracket(t: Teller, count: WeekCount, source: str) -> Piece:
    return EMPTY if rough(count.low90) == rough(count.high90) else t.piece("interval-90", **_bounds(t, source))


def _interval(scene: Scene, count: WeekCount, source: str) -> Piece:
    if rough(count.low90) == rough(count.high90):
        return EMPTY
    coarse = count.high90 > COARSE * max(count.low90, 1.0)
    key = scene.variant("fig-coarse" if coarse else "fig-firm")
    return scene.teller.piece(key, **_bounds(scene.teller, source))


def _usual(scene: Scene, view: View) -> tuple[str, Fact | None]:
    """Where the count lies to what the indicator's own baseline would have led one to expect, and that number."""
    count, reading = view.count, _baseline(scene, view)
    if count is None or reading is None:
        return "", None
    baseline = reading.baseline
    assert isinstance(baseline, Baseline)
    expected = scene.teller.fact(reading.id, "expected")
    if count.mean > baseline.q90:
        return "above", expected
    if count.high90 < baseline.expected:
        return "below", expected
    if abs(count.mean - baseline.expected) <= CHANGED * baseline.expected:
        return "near", expected
    return "", None


def _baseline(scene: Scene, view: View) -> Reading | None:
    if view.assessment is None:
        return None
    units = scene.context.vocabulary["units"]
    for factor in view.assessment.factors:
        for indicator in factor.indicators:
            reading = scene.context.readings.get(indicator.reading)
            counts = reading is not None and reading.unit in units and units[reading.unit].get("attempt")
            if reading is not None and counts and isinstance(reading.baseline, Baseline):
                return reading
    return None
