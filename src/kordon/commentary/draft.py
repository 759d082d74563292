"""The draft of one area's commentary for one week in one language.

A draft leads with the change and ends with what is not known. Its phrasings turn with the week, never by chance:
the same context gives the same draft on every machine.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from kordon.commentary import decisions, security, west
from kordon.commentary.context import DraftContext
from kordon.commentary.facts import lookup
from kordon.commentary.news import BETTER, OF_BORDERS, WORSE, News, Topic, against, area_trend, leading, look, news
from kordon.commentary.teller import Piece, Teller, finished
from kordon.commentary.telling import Scene, clause, fitted, headline, the_week, uncounted
from kordon.domain.assessment import Trend
from kordon.domain.commentary import Draft, Sentence
from kordon.domain.errors import DomainError
from kordon.domain.report import stable_id
from kordon.domain.time import Week

HEADLINE = 110  # characters at most

BODIES: Mapping[str, Callable[[Scene], list[list[Sentence]]]] = {"security": security.body, "west": west.body}
AREAS = tuple(BODIES)


def draft(area: str, week: Week, lang: str, context: DraftContext) -> Draft:
    """Write the draft of an area (``security`` or ``west``); raises :class:`DomainError` for any other."""
    if area not in BODIES:
        raise DomainError(f"There is no draft for the area {area!r}; write one of {', '.join(BODIES)}.")
    ask = lookup(context)
    teller = Teller(context.phrases, lang, week, ask)
    views = tuple(look(context, border, week) for border in context.borders(area))
    scene = Scene(area, week, context, teller, ask, views, uncounted(context, week))
    trend = area_trend(views)
    items = [item for view in views for item in news(view, context)]
    if area == "west":
        items = [i for i in items if i.topic not in OF_BORDERS] or items
    found = leading([item for item in items if _firm(item, scene)], trend)
    head, lede = _opening(scene, trend, found)
    body = tuple(_once(paragraph) for paragraph in BODIES[area](scene) if paragraph)
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


def _opening(scene: Scene, trend: Trend, found: Sequence[News]) -> tuple[Sentence, Sentence]:
    """The headline and the lede: what changed first, then the next weightiest thing."""
    lead, sent = (decisions.leading(scene), west.of_the_week(scene)) if scene.area == "west" else (None, [])
    if lead is not None:
        step, measure = lead
        head = decisions.headline(scene, step, measure)
        main = scene.teller.piece(f"clause-step-{step}", [measure.id], **decisions.values(scene, measure))
        return _titled(scene, head), _plain(scene, main, found)
    if sent and trend is not Trend.WORSE:
        values = {"signal": sent[0].content, "answer": sent[0].answer}
        head = scene.teller.piece("headline-signal", [sent[0].id], **values)
        main = scene.teller.piece("clause-signal", [sent[0].id], **values)
        return _titled(scene, head), _plain(scene, main, found)
    if found:
        rest = _other(found)[:1]
        also = [clause(scene, n, 1, n.view.border == found[0].view.border) for n in rest]
        told = _joined(scene, clause(scene, found[0]), also, any(against(n, trend) for n in rest))
        lede = scene.teller.piece(scene.variant(f"lede-{_tone(trend, found[0])}"), told=told)
        slight = trend is Trend.NOT_ASSESSED and found[0].slight
        head = scene.teller.piece(scene.variant("quiet-headline")) if slight else headline(scene, found[0])
        return _titled(scene, head), finished(lede)
    quiet = scene.teller.piece(scene.variant("quiet-lede"), week=the_week(scene))
    return _titled(scene, scene.teller.piece(scene.variant("quiet-headline"))), finished(quiet)


def _plain(scene: Scene, main: Piece, found: Sequence[News]) -> Sentence:
    """A lede that a measure or a signal opens: no trend is read into it."""
    also = [clause(scene, item) for item in found[:1]]
    return finished(scene.teller.piece("lede-plain", told=_joined(scene, main, also, False)))


def _joined(scene: Scene, main: Piece, also: Sequence[Piece], contrary: bool) -> Piece:
    if not also:
        return main
    return scene.teller.piece("also-but" if contrary else scene.variant("also"), main=main, also=also[0])


def _tone(trend: Trend, first: News) -> str:
    if trend is Trend.BETTER and against(first, trend):
        return "plain"
    if trend is Trend.SAME and first.topic in (*WORSE, *BETTER, Topic.ATTACKS):
        return "moved"
    if trend is Trend.NOT_ASSESSED and first.view.assessed:
        return "untrended"
    return {Trend.WORSE: "worse", Trend.BETTER: "better", Trend.SAME: "same"}.get(trend, "open")


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
