"""The area of relations across the border: measures, crossings, signals and their answers, what is proposed."""

from __future__ import annotations

from collections.abc import Sequence

from kordon.commentary.decisions import crossings, leading, ranges, steps, told
from kordon.commentary.news import View
from kordon.commentary.telling import Scene
from kordon.commentary.weighing import brief_count, levels_unknown, raised
from kordon.domain.coded import Modality, Party, Signal
from kordon.domain.commentary import Sentence
from kordon.domain.time import Week

TOLD_STEPS = 6
TOLD_SIGNALS = 4


def body(scene: Scene) -> list[list[Sentence]]:
    """Paragraphs: what was decided, what was said, the pressure behind it, what is proposed, what is not known."""
    lead = leading(scene)
    opened = told(scene, *lead).text if lead is not None else ""  # the lede has told it
    new = [told(scene, step, measure) for step, measure in steps(scene)[:TOLD_STEPS]]
    decided = [sentence for sentence in new if sentence.text != opened]
    return [
        [*decided, *crossings(scene)],
        signals(scene),
        [*pressure(scene), *standing(scene), *ranges(scene)],
        levels_unknown(scene, short=True),
    ]


def of_the_week(scene: Scene) -> list[Signal]:
    """Signals sent in the week, each side and content once."""
    found: dict[tuple[str, str | None, str], Signal] = {}
    for signal in scene.context.signals:
        start = signal.occurred.start
        counts = signal.modality in (Modality.ACTUAL, Modality.ATTEMPTED)
        if counts and start is not None and Week.of(start) == scene.week:
            found.setdefault((signal.content, signal.sender.country, signal.answer), signal)
    return sorted(found.values(), key=lambda s: (s.content, s.id))


def signals(scene: Scene) -> list[Sentence]:
    t = scene.teller
    sentences = []
    for signal in of_the_week(scene)[:TOLD_SIGNALS]:
        values = {"signal": signal.content, "answer": signal.answer}
        sender, receiver = _party(scene, signal.sender), _party(scene, signal.receiver)
        if sender is None:
            sentences.append(t.sentence("signal", [signal.id], **values))
        elif receiver is None:
            sentences.append(t.sentence("signal-from", [signal.id], sender=sender, **values))
        else:
            both = {"sender": sender, "receiver": receiver}
            sentences.append(t.sentence("signal-between", [signal.id], **both, **values))
    return sentences


def _party(scene: Scene, party: Party | None) -> str | None:
    known = scene.context.vocabulary["states"]
    if party is None or party.country is None or party.country not in known:
        return None
    return scene.teller.phrases.label(scene.teller.lang, "state", party.country)


def pressure(scene: Scene) -> list[Sentence]:
    """The counts of all borders in one sentence."""
    counted: Sequence[View] = [v for v in scene.views if v.count is not None]
    if not counted:
        return []
    t = scene.teller
    parts = t.join([brief_count(scene, view) for view in counted])
    return [t.sentence(scene.variant("count-list"), counts=parts)]


def standing(scene: Scene) -> list[Sentence]:
    """The levels of all assessed borders in one sentence."""
    t = scene.teller
    parts = [
        t.piece("level-part", [v.assessment.id], level=str(v.assessment.level), **scene.place(v.border))
        for v in raised(scene.views)
        if v.assessment is not None
    ]
    return [t.sentence(scene.variant("level-list"), levels=t.join(parts))] if parts else []
