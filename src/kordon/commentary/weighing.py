"""Counts, levels and gaps in words: what the week weighs, by the figures and by the criteria."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from kordon.commentary.facts import reasons
from kordon.commentary.language import rough
from kordon.commentary.news import CHANGED, Topic, View, against_before, source_of
from kordon.commentary.teller import EMPTY, Fact, Piece, Teller
from kordon.commentary.telling import Scene, small
from kordon.domain.assessment import Level, Reason, Trend
from kordon.domain.commentary import Sentence
from kordon.domain.reading import Baseline, Reading, WeekCount

HALF = 4  # of seven days: below it a count is said to rest on few days


# ------------------------------------------------------------------------------------------------- counts


def counted(scene: Scene, view: View, shift: int = 0) -> list[Sentence]:
    """The count on a border, against the weeks before, against what was to be expected, against last year."""
    t, count = scene.teller, view.count
    if count is None:
        return []
    source = source_of(count)
    mean = _estimate(t, count)
    values: dict[str, Any] = {**scene.place(view.border), "mean": mean}
    if rough(count.high90) == 0:
        return [t.sentence("count-zero", count.figures, **values)]
    values["interval"] = _interval(t, count, source)
    topic = against_before(count, scene.context)
    if topic is not Topic.COUNT:
        values["before"] = t.fact(source, "before")
    sentences = [t.sentence(scene.variant(f"told-{topic}", shift), count.figures, **values)]
    usual = _usual(scene, view)
    if usual is not None and topic is not Topic.COUNT_SAME:
        sentences.append(usual)
    if t.has(source, "year") and (scene.turn + shift) % 2 == 0:
        sentences.append(t.sentence("told-year", year=t.fact(source, "year")))
    covered = t.fact(source, "covered")
    if isinstance(covered.value, int) and 0 < covered.value < HALF:
        sentences.append(t.sentence("told-thin", covered=covered))
    return sentences


def brief_count(scene: Scene, view: View) -> Piece:
    """'about 1,600 on the Poland–Belarus border', for a list."""
    assert view.count is not None
    mean = _estimate(scene.teller, view.count)
    return scene.teller.piece("count-part", view.count.figures, mean=mean, **scene.place(view.border))


def _estimate(t: Teller, count: WeekCount) -> Fact:
    """The mean; where the interval ends below one attempt, its end, because a mean may lie above it."""
    return t.fact(source_of(count), "high90" if rough(count.high90) == 0 else "mean")


def _interval(t: Teller, count: WeekCount, source: str) -> Piece:
    if rough(count.low90) == rough(count.high90):
        return EMPTY
    return t.piece("interval-90", low90=t.fact(source, "low90"), high90=t.fact(source, "high90"))


def _usual(scene: Scene, view: View) -> Sentence | None:
    """What the indicator's own baseline would have led one to expect."""
    count, reading = view.count, _baseline(scene, view)
    if count is None or reading is None:
        return None
    baseline = reading.baseline
    assert isinstance(baseline, Baseline)
    if count.mean > baseline.q90:
        place = "above"
    elif count.high90 < baseline.expected:
        place = "below"
    elif abs(count.mean - baseline.expected) <= CHANGED * baseline.expected:
        place = "near"
    else:
        return None
    return scene.teller.sentence(f"usual-{place}", expected=scene.teller.fact(reading.id, "expected"))


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


# ------------------------------------------------------------------------------------------------- levels


def level(scene: Scene, view: View, shift: int = 0) -> Sentence:
    """The level, where it was before, and on how many factors it rests."""
    assessment, before = view.assessment, view.before
    assert assessment is not None
    if before is None:
        key = "level-first"
    elif before.level is assessment.level:
        key = scene.variant("level-same", shift)
    else:
        key = scene.variant("level-up" if assessment.level.rank > before.level.rank else "level-down", shift)
    t = scene.teller
    evidence = [assessment.id, *([before.id] if before else [])]
    return t.sentence(
        key,
        evidence,
        **scene.place(view.border),
        level=str(assessment.level),
        from_level=str(before.level if before else assessment.level),
        assessed=t.fact(assessment.id, "assessed"),
        of=t.fact(assessment.id, "of"),
    )


def why(scene: Scene, view: View, most: int) -> list[Sentence]:
    """The reasons of a level as the criteria give them: what stands against the week's own score, what made the
    trend, and the strongest readings above low."""
    assessment, t = view.assessment, scene.teller
    assert assessment is not None
    low = {id(i.reason) for f in assessment.factors for i in f.indicators if i.level is Level.LOW}
    strong = [r for r in assessment.strongest(most) if id(r) not in low]
    moved = assessment.trend_reason.children[:1] if assessment.trend in (Trend.WORSE, Trend.BETTER) else ()
    held = [assessment.reason] if assessment.level is not assessment.scored and not assessment.triggers else []
    paths = {id(reason): path for path, reason in reasons(assessment)}
    return [t.because(paths[id(r)], assessment.id, _after_level(t, r)) for r in (*held, *moved, *strong)]


def _after_level(t: Teller, reason: Reason) -> Reason:
    """The reason in the words that it has next to the level and the count, which need not be named again."""
    key = f"told-{reason.key}"
    return replace(reason, key=key) if t.phrases.has(t.lang, key) else reason


def levels_unknown(scene: Scene, short: bool = False) -> list[Sentence]:
    """What could not be assessed, and that this is no calm; ``short`` names only the borders."""
    t = scene.teller
    sentences = []
    for lacking, views in _silent(scene).items():
        borders = t.join([t.label("border", v.border, "short") for v in views])
        found = [v.assessment.id for v in views if v.assessment is not None]
        if lacking:
            factors = t.join([small(t.label("factor", f, "acc")) for f in lacking])
            sentences.append(t.sentence("unknown-borders", found, borders=borders, factors=factors))
        else:
            sentences.append(t.sentence("unknown-borders-plain", found, borders=borders))
    without = [] if short else [v for v in scene.views if v.count is None]
    if without:
        borders = t.join([t.label("border", v.border, "short") for v in without])
        sentences.append(t.sentence("unknown-counts", borders=borders))
    for missing, views in ({} if short else _missing(scene)).items():
        factors = t.join([small(t.label("factor", f, "acc")) for f in missing])
        borders_loc = t.join([t.label("border", v.border, "loc") for v in views]).text
        evidence = [v.assessment.id for v in views if v.assessment is not None]
        sentences.append(t.sentence("unknown-factors", evidence, factors=factors, borders_loc=borders_loc))
    if sentences:
        sentences.append(t.sentence(scene.variant("silence")))
    return sentences


def _silent(scene: Scene) -> dict[tuple[str, ...], list[View]]:
    """Borders that were not assessed, by the essential factors that were not."""
    found: dict[tuple[str, ...], list[View]] = {}
    for view in scene.views:
        if not view.assessed:
            factors = view.assessment.factors if view.assessment is not None else ()
            lacking = tuple(f.factor for f in factors if f.essential and not f.level.assessed)
            found.setdefault(lacking, []).append(view)
    return found


def _missing(scene: Scene) -> dict[tuple[str, ...], list[View]]:
    """Assessed borders by the threat factors that could not be assessed on them."""
    found: dict[tuple[str, ...], list[View]] = {}
    for view in scene.views:
        if view.assessed and view.assessment is not None:
            threats = [f for f in view.assessment.factors if f.dimension == "threat"]
            if missing := tuple(f.factor for f in threats if not f.level.assessed):
                found.setdefault(missing, []).append(view)
    return found


def raised(views: Sequence[View]) -> list[View]:
    """Assessed borders, highest level first."""
    assessed = [v for v in views if v.assessed and v.assessment is not None]
    return sorted(assessed, key=lambda v: -(v.assessment.level.rank if v.assessment else 0))
