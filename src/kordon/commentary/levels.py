"""What the week means under the criteria: where the level stands, what moved it, what holds it, how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from kordon.commentary.facts import history_id, next_id, reasons
from kordon.commentary.history import history
from kordon.commentary.news import TREND_OF_COUNT, News, Topic, View
from kordon.commentary.outlook import nearest
from kordon.commentary.scene import Scene
from kordon.commentary.teller import Piece
from kordon.commentary.weave import weave
from kordon.domain.assessment import Assessment, Level, Reason, Trend
from kordon.domain.commentary import Sentence

OF_LEVEL = (Topic.LEVEL, Topic.LEVEL_SAME, Topic.LEVEL_UP, Topic.LEVEL_DOWN)
OF_FACTOR = ("reason-trend-factor-worse", "reason-trend-factor-better")
SPOKEN = ("likely", "very_likely", "almost_certain")  # words that read well in a sentence of one outcome


def meaning(scene: Scene, told: Sequence[News]) -> list[Sentence]:
    """The paragraph under the criteria; ``told`` is what the lede has said already."""
    assessed = raised(scene.views)
    if not assessed:
        return []
    first = next((v for v in assessed if told and v.border == told[0].view.border), assessed[0])
    sentences = weave(scene, _of_one(scene, first, told), shift=2)
    rest = [v for v in assessed if v is not first]
    return [*sentences, *weave(scene, _others(scene, rest, told), shift=3)]


def _of_one(scene: Scene, view: View, told: Sequence[News]) -> list[Piece]:
    here = [n for n in told if n.view is view]
    said = any(n.topic in OF_LEVEL for n in here)
    clauses = [] if said else [stands(scene, view, short=bool(here))]
    lean = leaning(scene, view)
    because = why(scene, view, here, sure=bool(lean))
    if because and not said and scene.turn % 2:
        clauses = [*because[:1], *clauses, *because[1:]]  # the cause first, every other week
    else:
        clauses += because
    return [*clauses, *lean, *upcoming(scene, view)]


def stands(scene: Scene, view: View, short: bool = True) -> Piece:
    """The level and where it was before, without the reasons."""
    t, assessment, before = scene.teller, view.assessment, view.before
    assert assessment is not None
    weeks = history(scene.context, view.border, view.week).level_weeks
    key = "stands-first"
    if before is not None and before.level is not assessment.level:
        key = "stands-up" if assessment.level.rank > before.level.rank else "stands-down"
    elif weeks > 2:
        key = "stands-weeks"
    elif before is not None:
        key = "stands"
    values: dict[str, Any] = {
        **scene.place(view.border, short=short),
        "level": str(assessment.level),
        "from_level": str(before.level if before else assessment.level),
    }
    if key == "stands-weeks":
        values["weeks"] = t.fact(history_id(view.border, view.week), "level_weeks")
    evidence = [assessment.id, *([before.id] if before else [])]
    return t.piece(scene.variant(key), evidence, **values)


def why(scene: Scene, view: View, told: Sequence[News], sure: bool = False) -> list[Piece]:
    """What holds the level against the week's own score, what made the trend, and the strongest readings: each
    only where it is new since the week before, but for what holds the level. ``sure``: how likely the change of
    the count is will be said in a word, and not here."""
    assessment = view.assessment
    assert assessment is not None
    low = {id(i.reason) for f in assessment.factors for i in f.indicators if i.level is Level.LOW}
    strong = [r for r in assessment.strongest(2) if id(r) not in low]
    same = view.before is not None and view.before.level is assessment.level
    known = _reasons_before(view) if same else set()
    strong = [r for r in strong if (r.key, r.value("indicator"), r.value("level")) not in known]
    made = assessment.trend_reason.children[:1] if assessment.trend in (Trend.WORSE, Trend.BETTER) else ()
    moved = [r for r in made if not _told_of(r, told) and not (sure and r.key in TREND_OF_COUNT)]
    held = [assessment.reason] if assessment.level is not assessment.scored and not assessment.triggers else []
    paths = {id(reason): path for path, reason in reasons(assessment)}
    return [_because(scene, paths[id(r)], assessment, r) for r in (*held, *moved, *strong)]


def _told_of(reason: Reason, told: Sequence[News]) -> bool:
    """Whether the lede has given this reason of the trend."""
    topics = {n.topic for n in told}
    if reason.key in OF_FACTOR:
        return bool(topics & {Topic.FACTOR_WORSE, Topic.FACTOR_BETTER})
    if reason.key == "reason-trend-trigger":
        return Topic.TRIGGER in topics
    return reason.key.endswith(("wounded-worse", "hurt-worse")) and bool(topics & {Topic.WOUNDED, Topic.KILLED})


def _reasons_before(view: View) -> set[tuple[str, object, object]]:
    assert view.before is not None
    return {(r.key, r.value("indicator"), r.value("level")) for r in view.before.strongest(2)}


def _because(scene: Scene, path: str, assessment: Assessment, reason: Reason) -> Piece:
    """A reason in the words that it has inside a paragraph: those of its indicator or its kind, else the plain."""
    t, indicator = scene.teller, reason.value("indicator")
    keys = [f"told-{reason.key}-{indicator}"] if indicator else []
    for key in (*keys, f"told-{reason.key}"):
        turned = scene.variant(key)
        if t.phrases.has(t.lang, turned):
            return _piece(t.because(path, assessment.id, replace(reason, key=turned)))
    return _piece(t.because(path, assessment.id, reason))


def _piece(sentence: Sentence) -> Piece:
    text = sentence.text if sentence.text.endswith(".") else sentence.text[:1].lower() + sentence.text[1:]
    return Piece(text, sentence.key, sentence.claims, sentence.evidence)


def leaning(scene: Scene, view: View) -> list[Piece]:
    """How likely the week was worse or better than those before it, where the trend itself does not say so."""
    assessment, t = view.assessment, scene.teller
    if assessment is None or assessment.worse is None or assessment.better is None:
        return []
    side = "worse" if assessment.worse > assessment.better else "better"
    chance = max(assessment.worse, assessment.better)
    settled = {Trend.WORSE: "worse", Trend.BETTER: "better"}.get(assessment.trend)
    word = word_for(scene, chance)
    if word is None or (settled is not None and (settled != side or scene.turn % 2)):
        return []
    source = f"likelihood:{word}"
    values = {
        "likelihood": word,
        "low": t.fact(source, "low"),
        "high": t.fact(source, "high"),
        "chance": t.fact(assessment.id, side),
    }
    key = f"leaning-{side}" if settled is None else f"settled-{side}"
    return [t.piece(scene.variant(key), [assessment.id], **values)]


def upcoming(scene: Scene, view: View) -> list[Piece]:
    """What the border lacks for a higher level, where it lacks little."""
    near = nearest(scene.context, view.border, view.week)
    if near is None:
        return []
    t, source = scene.teller, next_id(view.border, view.week)
    values: dict[str, Any] = {
        "level": str(near.level),
        "need": t.fact(source, "need"),
        "indicator": near.indicator,
    }
    values |= {"gap": t.fact(source, "gap"), "now": t.fact(source, "now")}
    return [t.piece(scene.variant("next-daily" if near.daily else "next-value"), **values)]


def word_for(scene: Scene, chance: float) -> str | None:
    """The likelihood word whose range holds a probability, of those that a sentence may say."""
    for word, term in scene.context.vocabulary["likelihood"].items():
        if word in SPOKEN and term.get("low") <= chance * 100 < term.get("high"):
            return word
    return None


def _others(scene: Scene, rest: Sequence[View], told: Sequence[News]) -> list[Piece]:
    """Levels of the other borders: those that moved one by one, the rest in one breath."""
    t = scene.teller
    clauses, still = [], []
    for view in rest:
        assert view.assessment is not None
        if any(n.view is view and n.topic in OF_LEVEL for n in told):
            continue
        if view.before is not None and view.before.level is not view.assessment.level:
            clauses.append(stands(scene, view))
        else:
            still.append(view)
    if still:
        levels = t.join([level_part(scene, view) for view in still])
        clauses.append(t.piece(scene.variant("stands-others"), levels=levels))
    return clauses


def level_part(scene: Scene, view: View) -> Piece:
    assert view.assessment is not None
    values = {"level": str(view.assessment.level), **scene.place(view.border, short=True)}
    return scene.teller.piece("level-part", [view.assessment.id], **values)


def raised(views: Sequence[View]) -> list[View]:
    """Assessed borders, highest level first."""
    assessed = [v for v in views if v.assessed and v.assessment is not None]
    return sorted(assessed, key=lambda v: -(v.assessment.level.rank if v.assessment else 0))
