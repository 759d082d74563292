"""What leads a commentary, and what happened, in words. Variants turn with the week."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kordon.commentary.context import DraftContext
from kordon.commentary.facts import history_id, week_id
from kordon.commentary.history import history
from kordon.commentary.news import FEW, Group, News, Topic, source_of
from kordon.commentary.phrases import capital
from kordon.commentary.scene import Scene
from kordon.commentary.teller import EMPTY, Piece, Teller
from kordon.domain.time import Precision, Week

DAYS_NAMED = 3  # days of a group of incidents that are named one by one
FIRM = 0.5  # of the week's days: below it no estimate is called the most or the least
STANDING = 4  # weeks at one level that are worth a word


# ---------------------------------------------------------------------------------------------- what leads


def headline(scene: Scene, item: News) -> Piece:
    return _tell(scene, "headline", item)


def clause(scene: Scene, item: News, shift: int = 0, again: bool = False) -> Piece:
    """The news as part of a sentence, in small letters; ``again`` where its border has just been named."""
    return _tell(scene, "there" if again else "clause", item, shift)


def _tell(scene: Scene, form: str, item: News, shift: int = 0) -> Piece:
    t, view = scene.teller, item.view
    key = scene.variant(f"{form}-{item.topic}", shift)
    weeks = history(scene.context, view.border, view.week).level_weeks
    if form == "there" and item.topic is Topic.LEVEL_SAME and weeks >= STANDING and scene.turn % 3:
        return t.piece(
            scene.variant("there-level-weeks", shift),
            [view.assessment.id] if view.assessment is not None else [],
            level=str(view.assessment.level) if view.assessment is not None else "",
            weeks=t.fact(history_id(view.border, view.week), "level_weeks"),
        )
    if form == "there" and not t.phrases.has(t.lang, key):
        key = scene.variant(f"clause-{item.topic}", shift)
    values: dict[str, Any] = {**scene.place(view.border, short=form == "there")}
    values["back"] = looking_back(scene, item) if form == "clause" else EMPTY
    evidence: list[str] = [i for g in item.groups for i in g.ids]
    assessment = view.assessment
    match item.topic:
        case Topic.TRIGGER:
            assert assessment is not None
            values["trigger"] = assessment.triggers[0].trigger
            evidence += [assessment.id, *assessment.triggers[0].incidents]
        case Topic.KILLED:
            values["killed"] = _harm(t, item.groups, "killed")
        case Topic.WOUNDED:
            values["injured"] = _harm(t, item.groups, "injured")
        case Topic.LEVEL | Topic.LEVEL_SAME | Topic.LEVEL_UP | Topic.LEVEL_DOWN:
            assert assessment is not None
            values["level"] = str(assessment.level)
            values["from_level"] = str(view.before.level if view.before else assessment.level)
            evidence += [assessment.id, *([view.before.id] if view.before else [])]
        case Topic.HEAVIER:
            values["means"] = view.heavier
        case Topic.ATTACKS:
            kinds = [t.label("kind", g.kind) for g in item.groups[:3]]
            values["kinds"] = t.join(kinds)
        case Topic.EVENT:
            values["act"] = act(scene, item.groups[0])
        case Topic.TREND_WORSE | Topic.TREND_BETTER:
            assert assessment is not None
            first = assessment.trend_reason.children[:1]
            values["cause"] = next((r.key.removeprefix("reason-trend-") for r in first), "")
            evidence.append(assessment.id)
        case Topic.FACTOR_WORSE | Topic.FACTOR_BETTER:
            assert assessment is not None
            reason = assessment.trend_reason.children[0]
            values["factor"] = small(t.label("factor", str(reason.value("factor")), "short"))
            values["level"] = str(reason.value("level"))
            values["border_level"] = str(assessment.level)
            evidence.append(assessment.id)
        case _:
            assert view.count is not None
            source = source_of(view.count)
            values["mean"] = t.fact(source, "mean")
            if t.has(source, "before"):
                values["before"] = t.fact(source, "before")
            if t.has(source, "ratio"):
                values["ratio"] = t.fact(source, "ratio")
            evidence += view.count.figures
    return t.piece(key, evidence, **values)


def looking_back(scene: Scene, item: News) -> Piece:
    """The tail of a clause that looks back: 'the most since', 'after six weeks', 'for the third week running'."""
    t, view = scene.teller, item.view
    now, source = history(scene.context, view.border, view.week), history_id(view.border, view.week)

    def week(name: str) -> Piece:
        return t.piece("span", start=t.fact(source, f"{name} start"), end=t.fact(source, f"{name} end"))

    firm = view.count is not None and view.count.coverage.share >= FIRM and view.count.mean >= FEW
    match item.topic:
        case Topic.COUNT_UP if firm and now.most_since is not None:
            return t.piece("back-most", since=week("most_since"))
        case Topic.COUNT_UP if firm and now.record:
            return t.piece("back-record", seen=t.fact(source, "record"))
        case Topic.COUNT_UP if now.rises > 1:
            return t.piece("back-rises", weeks=t.fact(source, "rises"))
        case Topic.COUNT_DOWN if firm and now.least_since is not None:
            return t.piece("back-least", since=week("least_since"))
        case Topic.COUNT_DOWN if now.falls > 1:
            return t.piece("back-falls", weeks=t.fact(source, "falls"))
        case Topic.LEVEL_UP | Topic.LEVEL_DOWN if now.left_weeks > 1:
            left = str(view.before.level) if view.before is not None else ""
            return t.piece("back-level", weeks=t.fact(source, "left_weeks"), from_level=left)
        case Topic.WOUNDED | Topic.KILLED | Topic.ATTACKS if now.lull is not None:
            return t.piece("back-lull", since=week("lull"))
        case Topic.ATTACKS if now.attack_weeks > 1:
            return t.piece("back-attacks", weeks=t.fact(source, "attack_weeks"))
    return EMPTY


def uncounted(context: DraftContext, week: Week) -> frozenset[str]:
    """Incidents of a week that readings saw but did not count, because their grade is too weak."""
    weak: set[str] = set()
    counted_ids: set[str] = set()
    for reading in context.readings_of.get(week, ()):
        weak.update(reading.unconfirmed)
        counted_ids.update(reading.evidence)
    return frozenset(weak - counted_ids)


def _harm(t: Teller, groups: Sequence[Group], name: str) -> object:
    return t.total([i.id for g in groups for i in g.incidents], name)


# --------------------------------------------------------------------------------------------- incidents


def act(scene: Scene, group: Group) -> Piece:
    """What was done, as a clause without time and place; the label of the kind where no phrase tells it."""
    t = scene.teller
    dead = _harm(t, [group], "killed")
    if group.kind == "death" and _positive(dead):
        return t.piece("hurt-killed", group.ids, killed=dead)
    key = f"act-{group.kind.replace('_', '-')}"
    if group.kind == "shots_fired" and all(i.warning_shots for i in group.incidents):
        key = "act-warning-shots"
    if t.phrases.has(t.lang, key):
        return t.piece(key, group.ids)
    return t.piece("act-unnamed", group.ids, kind=group.kind)


def happened(scene: Scene, group: Group, shift: int = 0, again: bool = False) -> Piece:
    """A clause for all incidents of a kind on a border; ``again`` where the border has just been named."""
    t = scene.teller
    harm = [
        t.piece(f"hurt-{name}", evidence=(), **{name: total})
        for name in ("killed", "injured")
        if _positive(total := _harm(t, [group], name)) and not (group.kind == "death" and name == "killed")
    ]
    near = _near(scene, group)
    at = t.piece("at-there") if again else t.piece("at", **scene.place(group.border, group.group))
    values: dict[str, Any] = {
        "at": t.piece("at-again") if again and near.text else at,
        "act": act(scene, group),
        "near": near,
        "hurt": t.piece("hurt", hurt=t.join(harm)) if harm else EMPTY,
        "by": t.piece("by-far-side") if _far(scene, group) else EMPTY,
        "doubt": _doubt(scene, group),
    }
    dated = [i for i in group.incidents if i.occurred.precision is Precision.DAY]
    days = sorted({i.occurred.start for i in dated if i.occurred.start is not None})
    spans = [i for i in group.incidents if i.occurred.precision is Precision.DAYS]
    if days and not spans and len(days) <= DAYS_NAMED:
        first = [next(i for i in dated if i.occurred.start == day) for day in days]
        values["days"] = t.join([t.piece("day", day=t.fact(i.id, "start")) for i in first])
        return t.piece(scene.variant("happened", shift), group.ids, **values)
    if len(spans) == 1 and not days:
        span = t.piece("span", start=t.fact(spans[0].id, "start"), end=t.fact(spans[0].id, "end"))
        return t.piece(scene.variant("happened-span", shift), group.ids, days=span, **values)
    times = t.total(group.ids, "times")
    values["times"] = t.piece("times", times=times) if _more_than_one(times) else EMPTY
    return t.piece(scene.variant("happened-week", shift), group.ids, **values)


def _positive(total: object) -> bool:
    return bool(getattr(total, "value", 0))


def _more_than_one(total: object) -> bool:
    return float(getattr(total, "value", 0)) > 1


def _near(scene: Scene, group: Group) -> Piece:
    t = scene.teller
    ids = {place for i in group.incidents for place in i.place.settlements}
    name = scene.context.names.get(next(iter(ids)), {}).get(t.lang, "") if len(ids) == 1 else ""
    plain = bool(name) and not any(c.isdigit() for c in name)
    return t.piece("near", name=name) if plain else EMPTY


def _far(scene: Scene, group: Group) -> bool:
    parties = scene.context.vocabulary["parties"]
    types = [i.actor.type for i in group.incidents if i.actor is not None]
    return bool(types) and all(kind in parties and parties[kind].get("side") == "far" for kind in types)


def _doubt(scene: Scene, group: Group) -> Piece:
    """Say where only one side tells it, or where its sources are too weak to be counted."""
    t = scene.teller
    if all(i.id in scene.weak for i in group.incidents):
        return t.piece("doubt-unconfirmed")
    if all(i.attribution is not None and i.attribution.claim for i in group.incidents):
        return t.piece("doubt-claim")
    return EMPTY


# ------------------------------------------------------------------------------------------------ helpers


def small(piece: Piece) -> Piece:
    return Piece(piece.text[:1].lower() + piece.text[1:], piece.key, piece.claims, piece.evidence)


def the_week(scene: Scene) -> Piece:
    """The days of the week, for a sentence that has no other date."""
    t, source = scene.teller, week_id(scene.week)
    return t.piece("span", start=t.fact(source, "start"), end=t.fact(source, "end"))


def fitted(piece: Piece, most: int) -> bool:
    return len(capital(piece.text)) <= most
