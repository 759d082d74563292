"""The draft of one area's commentary for one week in one language.

A draft leads with the change and ends with what is not known. What its lede has told, the body does not tell
again; what has not changed since the week before is told shortly or not at all. Phrasings turn with the week,
never by chance: the same context gives the same draft on every machine.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from kordon.commentary import decisions, security, west
from kordon.commentary.context import DraftContext
from kordon.commentary.facts import lookup, rests_of
from kordon.commentary.figures import part
from kordon.commentary.news import (
    BETTER,
    COUNTS,
    GRAVE,
    OF_BORDERS,
    WORSE,
    News,
    Topic,
    against,
    area_trend,
    leading,
    look,
    news,
)
from kordon.commentary.scene import Scene
from kordon.commentary.teller import Piece, Teller, finished
from kordon.commentary.telling import clause, fitted, headline, the_week, uncounted
from kordon.domain.assessment import Trend
from kordon.domain.commentary import Draft, Sentence
from kordon.domain.errors import DomainError
from kordon.domain.report import stable_id
from kordon.domain.time import Week

HEADLINE = 110  # characters at most

Body = Callable[[Scene, Sequence[News], Sentence], list[list[Sentence]]]
BODIES: Mapping[str, Body] = {"security": security.body, "west": west.body}
AREAS = tuple(BODIES)


def draft(area: str, week: Week, lang: str, context: DraftContext) -> Draft:
    """Write the draft of an area (``security`` or ``west``); raises :class:`DomainError` for any other."""
    if area not in BODIES:
        raise DomainError(f"There is no draft for the area {area!r}; write one of {', '.join(BODIES)}.")
    ask = lookup(context)
    teller = Teller(context.phrases, lang, week, ask, rests_of(context))
    views = tuple(look(context, border, week) for border in context.borders(area))
    scene = Scene(area, week, context, teller, ask, views, uncounted(context, week))
    trend = area_trend(views)
    items = [item for view in views for item in news(view, context)]
    if area == "west":
        items = [i for i in items if i.topic not in OF_BORDERS] or items
    found = leading([item for item in items if _firm(item, scene)], trend)
    head, lede, told = _opening(scene, trend, found)
    body = tuple(_once(paragraph) for paragraph in BODIES[area](scene, told, lede) if paragraph)
    assessments = tuple(v.assessment.id for v in views if v.assessment is not None)
    return Draft(
        id=stable_id("draft", area, week, lang, context.as_of, *assessments),
        area=area,
        week=week,
        lang=lang,
        as_of=context.as_of,
        trend=trend,
        headline=head,
        lede=lede,
        body=body,
        bullets=tuple(decisions.due(scene)),
        assessments=assessments,
    )


Opening = tuple[Sentence, Sentence, list[News]]  # headline, lede, the news that they have told


def _opening(scene: Scene, trend: Trend, found: Sequence[News]) -> Opening:
    """The headline and the lede: what changed first, then the next weightiest thing."""
    lead, sent = (decisions.leading(scene), west.of_the_week(scene)) if scene.area == "west" else (None, [])
    if lead is not None:
        step, measure = lead
        head = decisions.headline(scene, step, measure)
        main = scene.teller.piece(f"clause-step-{step}", [measure.id], **decisions.values(scene, measure))
        return _titled(scene, head), _plain(scene, main, found), list(found[:1])
    if sent and trend is not Trend.WORSE:
        values = {"signal": sent[0].content, "answer": sent[0].answer}
        head = scene.teller.piece("headline-signal", [sent[0].id], **values)
        main = scene.teller.piece("clause-signal", [sent[0].id], **values)
        return _titled(scene, head), _plain(scene, main, found), list(found[:1])
    if found:
        return _of_news(scene, trend, found)
    quiet = scene.teller.piece(scene.variant("quiet-lede"), week=the_week(scene))
    return _titled(scene, scene.teller.piece(scene.variant("quiet-headline"))), finished(quiet), []


def _of_news(scene: Scene, trend: Trend, found: Sequence[News]) -> Opening:
    first, rest = found[0], _other(found)[:1]
    if rest and _as_one(first, rest[0]):
        told = _both(scene, (first, rest[0]))
    else:
        shift = 1 + scene.turn // 4  # so that the two halves do not turn in step
        again = [clause(scene, n, shift, n.view.border == first.view.border) for n in rest]
        told = _joined(scene, clause(scene, first), again, any(against(n, trend) for n in rest))
    tone = _tone(trend, first)
    if tone == "moved" and sum(v.assessed for v in scene.views) == 1:
        tone = "moved-one"
    if scene.area == "west" and tone == "plain" and first.topic not in GRAVE and not west.eventful(scene):
        tone = "no-step"
    lede = scene.teller.piece(scene.variant(f"lede-{tone}"), told=told)
    slight = trend is Trend.NOT_ASSESSED and first.slight
    head = scene.teller.piece(scene.variant("quiet-headline")) if slight else headline(scene, first)
    return _titled(scene, head), finished(lede), [first, *rest]


def _as_one(first: News, other: News) -> bool:
    """Whether two borders stand at one level or go one way, which a sentence says of both."""
    levels = {_level(n) for n in (first, other)}
    same_level = first.topic in (Topic.LEVEL, Topic.LEVEL_SAME) and len(levels) == 1
    return first.topic is other.topic and (same_level or first.topic in (Topic.COUNT_UP, Topic.COUNT_DOWN))


def _both(scene: Scene, items: Sequence[News]) -> Piece:
    t, topic = scene.teller, items[0].topic
    places = scene.places([n.view.border for n in items])
    if topic in COUNTS:
        counts = t.join([part(scene, n.view) for n in items])
        return t.piece(scene.variant(f"clause-both-{topic}"), counts=counts, **places)
    ids = [n.view.assessment.id for n in items if n.view.assessment is not None]
    return t.piece(scene.variant(f"clause-both-{topic}"), ids, level=_level(items[0]), **places)


def _level(item: News) -> str:
    return str(item.view.assessment.level) if item.view.assessment is not None else ""


def _plain(scene: Scene, main: Piece, found: Sequence[News]) -> Sentence:
    """A lede that a measure or a signal opens: no trend is read into it."""
    also = [clause(scene, item) for item in found[:1]]
    return finished(scene.teller.piece("lede-plain", told=_joined(scene, main, also, False)))


def _joined(scene: Scene, main: Piece, also: Sequence[Piece], contrary: bool) -> Piece:
    if not also:
        return main
    return scene.teller.piece(scene.variant("also-but" if contrary else "also"), main=main, also=also[0])


def _tone(trend: Trend, first: News) -> str:
    """Whether the lede has to say a word on the trend: only where its own news would let one think otherwise."""
    if trend is Trend.SAME and first.topic in (*WORSE, *BETTER):
        return "moved"
    if trend is Trend.NOT_ASSESSED:
        return "untrended" if first.view.assessed else "open"
    return "plain"


def _firm(item: News, scene: Scene) -> bool:
    """Whether harm that would lead is told by a source that counts."""
    name = {Topic.KILLED: "killed", Topic.WOUNDED: "injured"}.get(item.topic)
    if name is None:
        return True
    hurt = [i for g in item.groups for i in g.incidents if (told := getattr(i, name)) is not None and told.best]
    return any(i.id not in scene.weak for i in hurt)


def _other(found: Sequence[News]) -> list[News]:
    """News of another topic or another border than the first, the first's own border last."""
    first = found[0]
    others = [n for n in found[1:] if (n.topic is not first.topic or n.view.border != first.view.border)]
    told = set(first.groups)
    return [n for n in others if not (n.view.border == first.view.border and told & set(n.groups))]


def _once(paragraph: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """A paragraph without sentences that say the same thing again."""
    return tuple({s.text: s for s in reversed(paragraph)}.values())[::-1]


def _titled(scene: Scene, head: Piece) -> Sentence:
    """A headline that fits; a plain one where the told one is too long."""
    if not fitted(head, HEADLINE):
        head = scene.teller.piece("headline-plain", head.evidence, week=the_week(scene))
    return finished(head)
