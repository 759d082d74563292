"""What leads a commentary, and what happened, in words. Variants turn with the week."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kordon.commentary.context import DraftContext
from kordon.commentary.facts import Lookup, week_id
from kordon.commentary.news import Group, News, Topic, View, source_of
from kordon.commentary.phrases import capital
from kordon.commentary.teller import EMPTY, Piece, Teller
from kordon.domain.commentary import Sentence
from kordon.domain.time import Precision, Week

DAYS_NAMED = 3  # days of a group of incidents that are named one by one


@dataclass(frozen=True, slots=True)
class Scene:
    """What is being told: one area, one week, one language."""

    area: str
    week: Week
    context: DraftContext
    teller: Teller
    ask: Lookup
    views: tuple[View, ...]
    weak: frozenset[str] = frozenset()  # incidents that no reading of the week counts, for their grade

    @property
    def turn(self) -> int:
        """A number that steps by one from week to week and differs between areas."""
        return self.week.monday.toordinal() // 7 + sum(map(ord, self.area))

    def variant(self, key: str, shift: int = 0) -> str:
        """One of the phrasings ``key-a``, ``key-b`` ...: the next one in the next week."""
        book = self.teller.phrases
        letters = [c for c in "abcdef" if book.has(self.teller.lang, f"{key}-{c}")]
        return f"{key}-{letters[(self.turn + shift) % len(letters)]}" if letters else key

    def place(self, border: str | None, group: str | None = None, again: bool = False) -> dict[str, Any]:
        """A border, or a group of borders, in every case under one name; ``again`` says 'the same border'."""
        if again:
            return self._same()
        name, term = ("border", border) if border is not None else ("group", group)
        assert term is not None
        label = self.teller.phrases.label
        cases = ("gen", "dat", "acc", "ins", "loc", "short")
        return {
            "where": label(self.teller.lang, name, term),
            **{f"where_{case}": label(self.teller.lang, name, term, case) for case in cases},
        }

    def _same(self) -> dict[str, Any]:
        say, lang = self.teller.phrases.say, self.teller.lang
        forms = {case: say(lang, f"same-border-{case}") for case in ("nom", "gen", "acc", "loc")}
        return {"where": forms["nom"], **{f"where_{case}": form for case, form in forms.items()}}


# ---------------------------------------------------------------------------------------------- what leads


def headline(scene: Scene, item: News) -> Piece:
    return _tell(scene, "headline", item)


def clause(scene: Scene, item: News, shift: int = 0, again: bool = False) -> Piece:
    """The news as part of a sentence, in small letters; ``again`` where its border has just been named."""
    return _tell(scene, "clause", item, shift, again)


def _tell(scene: Scene, form: str, item: News, shift: int = 0, again: bool = False) -> Piece:
    t, view = scene.teller, item.view
    key = scene.variant(f"{form}-{item.topic}", shift)
    values: dict[str, Any] = {**scene.place(view.border, again=again)}
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
            evidence += view.count.figures
    return t.piece(key, evidence, **values)


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


def happened(scene: Scene, group: Group, shift: int = 0, again: bool = False) -> Sentence:
    """One sentence for all incidents of a kind on a border; ``again`` where the border has just been named."""
    t = scene.teller
    harm = [
        t.piece(f"hurt-{name}", evidence=(), **{name: total})
        for name in ("killed", "injured")
        if _positive(total := _harm(t, [group], name)) and not (group.kind == "death" and name == "killed")
    ]
    values: dict[str, Any] = {
        **scene.place(group.border, group.group, again),
        "act": act(scene, group),
        "near": _near(scene, group),
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
        return t.sentence(scene.variant("happened", shift), group.ids, **values)
    if len(spans) == 1 and not days:
        span = t.piece("span", start=t.fact(spans[0].id, "start"), end=t.fact(spans[0].id, "end"))
        return t.sentence("happened-span", group.ids, days=span, **values)
    times = t.total(group.ids, "times")
    values["times"] = t.piece("times", times=times) if _more_than_one(times) else EMPTY
    return t.sentence(scene.variant("happened-week", shift), group.ids, **values)


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
