"""The area of security: incidents, counts, levels, decisions, what is not known."""

from __future__ import annotations

from collections.abc import Sequence

from kordon.commentary.decisions import TOLD_BRIEFLY, step_clause, steps
from kordon.commentary.facts import history_id
from kordon.commentary.figures import figures
from kordon.commentary.gaps import gaps
from kordon.commentary.history import history
from kordon.commentary.levels import meaning
from kordon.commentary.news import News, Topic, View, grouped
from kordon.commentary.scene import Scene
from kordon.commentary.teller import Piece
from kordon.commentary.telling import happened
from kordon.commentary.weave import weave
from kordon.domain.commentary import Sentence

TOLD_GROUPS = 5  # kinds of incident told one by one; the rest is counted in the figures of the week
OF_INCIDENTS = (Topic.TRIGGER, Topic.KILLED, Topic.WOUNDED, Topic.HEAVIER, Topic.ATTACKS, Topic.EVENT)


def body(scene: Scene, told: Sequence[News], lede: Sentence) -> list[list[Sentence]]:
    """Paragraphs: what happened, what it means under the criteria, against what is usual, what was decided, what
    is not known. What led the commentary comes first: figures where it was one, levels where it was one."""
    lead = told[0] if told else None
    happenings, numbers, levels = events(scene, told), figures(scene, lead, lede), meaning(scene, told)
    criteria_first = lead is not None and lead.topic in (
        Topic.LEVEL_UP, Topic.LEVEL_DOWN, Topic.FACTOR_WORSE, Topic.FACTOR_BETTER, Topic.LEVEL_SAME, Topic.LEVEL
    )  # fmt: skip
    weighed = [levels, numbers] if criteria_first else [numbers, levels]
    if len(numbers) + len(levels) < 3:
        weighed = [[sentence for part in weighed for sentence in part]]
    events_last = bool(happenings) and lead is not None and lead.topic not in OF_INCIDENTS
    told_first = [*weighed, happenings] if events_last else [happenings, *weighed]
    return [*told_first, decided(scene), gaps(scene)]


def events(scene: Scene, told: Sequence[News]) -> list[Sentence]:
    borders = [v.border for v in scene.views]
    groups = grouped(scene.context.incidents(borders, scene.week), borders, scene.context)
    clauses: list[Piece] = []
    named: str | None = None
    for shift, group in enumerate(groups[:TOLD_GROUPS]):
        clauses.append(happened(scene, group, shift, group.border is not None and group.border == named))
        named = group.border
    for view in scene.views:
        clauses.extend(_looking_back(scene, view, told))
    return weave(scene, clauses, shift=5)


def _looking_back(scene: Scene, view: View, told: Sequence[News]) -> list[Piece]:
    """That means are heavier than before, and for how many weeks on end there have been attacks; each only where
    the lede has not told it."""
    t = scene.teller
    here = {n.topic for n in told if n.view is view}
    values = scene.place(view.border, short=True)
    clauses = []
    if view.heavier is not None and Topic.HEAVIER not in here:
        evidence = [i for g in view.groups for i in g.ids]
        clauses.append(t.piece(scene.variant("told-heavier"), evidence, means=view.heavier, **values))
    weeks = history(scene.context, view.border, view.week).attack_weeks
    if weeks > 1 and Topic.ATTACKS not in here:
        running = t.fact(history_id(view.border, view.week), "attack_weeks")
        clauses.append(t.piece(scene.variant("told-attack-weeks"), weeks=running, **values))
    return clauses


def decided(scene: Scene) -> list[Sentence]:
    """The weightiest steps of measures, in short: the commentary on relations tells them all."""
    found = [(step, measure) for step, measure in steps(scene) if measure.kind != "other"][:TOLD_BRIEFLY]
    clauses = [step_clause(scene, step, measure) for step, measure in found]
    if len({measure.countries for _, measure in found}) < len(found):  # two steps of one state are two sentences
        return [sentence for clause in clauses for sentence in weave(scene, [clause])]
    return weave(scene, clauses, shift=6)
