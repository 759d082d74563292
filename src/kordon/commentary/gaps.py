"""What is not known, said once: borders without a level, factors without a word, and that this is no calm."""

from __future__ import annotations

from collections.abc import Sequence

from kordon.commentary.news import View
from kordon.commentary.scene import Scene
from kordon.commentary.teller import Piece
from kordon.commentary.telling import small
from kordon.commentary.weave import weave
from kordon.domain.assessment import Assessment
from kordon.domain.commentary import Sentence

FULLY = 3  # every so many weeks a gap that goes on is told with all that it lacks


def gaps(scene: Scene, short: bool = False) -> list[Sentence]:
    """The paragraph of what could not be assessed; ``short`` names only the borders."""
    silent = [v for v in scene.views if not v.assessed]
    clauses = [_borders(scene, silent)] if silent else []
    if not short:
        clauses += [_factors(scene, missing, views) for missing, views in _missing(scene).items()]
    return weave(scene, clauses, shift=4)


def _borders(scene: Scene, silent: Sequence[View]) -> Piece:
    """Borders without a level, whether figures are known there, and which essential factors lack."""
    t = scene.teller
    all_of_them = len(silent) == len(scene.views)
    lacking = list(dict.fromkeys(f for v in silent for f in _lacking(v)))
    borders = [v.border for v in silent]
    evidence = [v.assessment.id for v in silent if v.assessment is not None]
    places = {
        "borders": t.join([t.label("border", b, "short") for b in borders]),
        **scene.places(borders),
    }
    if not all_of_them and scene.turn % FULLY and all(_silent_before(scene, b) for b in borders):
        return t.piece(scene.variant("gap-borders-again"), evidence, **places)
    same = all(_lacking(v) == _lacking(silent[0]) for v in silent)
    if not lacking or not same:
        return t.piece(scene.variant("gap-borders-plain"), evidence, **places)
    factors = t.join([small(t.label("factor", f, "acc")) for f in lacking])
    key = "gap-all" if all_of_them else "gap-borders"
    return t.piece(scene.variant(key), evidence, factors=factors, **places)


def _factors(scene: Scene, missing: tuple[str, ...], views: Sequence[View]) -> Piece:
    t = scene.teller
    factors = t.join([small(t.label("factor", f, "acc")) for f in missing])
    found = [v.assessment.id for v in views if v.assessment is not None]
    values = {"factors": factors, **scene.places([v.border for v in views])}
    first = found[0]
    before = [v.before for v in views if v.before is not None and v.before.week == scene.week - 1]
    if scene.turn % 2 and len(before) == len(views) and all(_missing_of(a) == missing for a in before):
        again = scene.variant("gap-factors-again")
        return t.piece(again, found, missing=t.fact(first, "missing"), **scene.places([v.border for v in views]))
    values["of"] = t.fact(first, "of")
    values["assessed"] = t.fact(first, "assessed")
    return t.piece(scene.variant("gap-factors"), found, **values)


def _lacking(view: View) -> tuple[str, ...]:
    factors = view.assessment.factors if view.assessment is not None else ()
    return tuple(f.factor for f in factors if f.essential and not f.level.assessed)


def _missing(scene: Scene) -> dict[tuple[str, ...], list[View]]:
    """Assessed borders by the threat factors that could not be assessed on them."""
    found: dict[tuple[str, ...], list[View]] = {}
    for view in scene.views:
        if view.assessed and view.assessment is not None and (missing := _missing_of(view.assessment)):
            found.setdefault(missing, []).append(view)
    return found


def _missing_of(assessment: Assessment | None) -> tuple[str, ...]:
    factors = assessment.factors if assessment is not None else ()
    return tuple(f.factor for f in factors if f.dimension == "threat" and not f.level.assessed)


def _silent_before(scene: Scene, border: str) -> bool:
    found = scene.context.assessments.get((border, scene.week - 1))
    return found is None or not found.level.assessed
