"""The area of security: incidents, counts, levels, means, what is not known."""

from __future__ import annotations

from kordon.commentary.news import grouped
from kordon.commentary.telling import Scene, happened
from kordon.commentary.weighing import counted, level, levels_unknown, raised, why
from kordon.domain.commentary import Sentence

TOLD_GROUPS = 5  # kinds of incident told one by one; the rest is counted in the figures of the week


def body(scene: Scene) -> list[list[Sentence]]:
    """Paragraphs: what happened, against what is usual, what it means under the criteria, what is not known."""
    return [events(scene), figures(scene), meaning(scene), levels_unknown(scene)]


def events(scene: Scene) -> list[Sentence]:
    borders = [v.border for v in scene.views]
    groups = grouped(scene.context.incidents(borders, scene.week), borders, scene.context)
    sentences = []
    named: str | None = None
    for shift, group in enumerate(groups[:TOLD_GROUPS]):
        sentences.append(happened(scene, group, shift, group.border is not None and group.border == named))
        named = group.border
    for view in scene.views:
        if view.heavier is not None:
            evidence = [i for g in view.groups for i in g.ids]
            values = scene.place(view.border, again=view.border == named)
            sentences.append(scene.teller.sentence("told-heavier", evidence, means=view.heavier, **values))
    return sentences


def figures(scene: Scene) -> list[Sentence]:
    told = [counted(scene, view, shift) for shift, view in enumerate(scene.views)]
    return [sentence for sentences in told for sentence in sentences]


def meaning(scene: Scene) -> list[Sentence]:
    sentences: list[Sentence] = []
    for shift, view in enumerate(raised(scene.views)):
        sentences.append(level(scene, view, shift))
        sentences.extend(why(scene, view, 2 if shift == 0 else 1))
    return sentences
