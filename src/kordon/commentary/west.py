"""The area of relations across the border: measures, crossings, signals and their answers, what is proposed."""

from __future__ import annotations

from collections.abc import Sequence

from kordon.commentary.decisions import crossings, leading, ranges, standing_measures, step_clause, steps
from kordon.commentary.figures import part
from kordon.commentary.gaps import gaps
from kordon.commentary.levels import OF_LEVEL, level_part, raised
from kordon.commentary.news import COUNTS, News, View
from kordon.commentary.scene import Scene
from kordon.commentary.teller import Piece
from kordon.commentary.weave import weave
from kordon.domain.coded import Modality, Party, Signal
from kordon.domain.commentary import Sentence
from kordon.domain.time import Week

TOLD_STEPS = 6
TOLD_SIGNALS = 4


def body(scene: Scene, told: Sequence[News], lede: Sentence) -> list[list[Sentence]]:
    """Paragraphs: what was decided or that nothing was, what was said, what stands behind it, what is proposed,
    what is not known."""
    lead = leading(scene)
    new = [entry for entry in steps(scene)[:TOLD_STEPS] if entry != lead]  # the lede has told it
    decided = [s for step, measure in new for s in weave(scene, [step_clause(scene, step, measure)])]
    said = signals(scene)
    changes = [*decided, *crossings(scene)]
    behind = weave(scene, pressure(scene, told), shift=1)
    quiet = [] if eventful(scene) or lede.key.startswith("lede-no-step") else _nothing(scene)
    proposed = [*weave(scene, standing_measures(scene), shift=2), *weave(scene, ranges(scene), shift=3)]
    missing = gaps(scene, short=True)
    if not changes and not said:  # a short week: two paragraphs, and which comes first takes turns
        known = [[*quiet, *proposed], [*behind, *missing]]
        return known if scene.turn % 2 else [[*quiet, *behind], [*proposed, *missing]]
    if scene.turn % 3 == 0:
        return [[*changes, *said], [*behind, *proposed], missing]
    return [changes, said, behind, [*proposed, *missing]]


def eventful(scene: Scene) -> bool:
    """Whether a measure stepped, a crossing changed or a signal was sent in the week."""
    return bool(steps(scene) or of_the_week(scene) or crossings(scene))


def _nothing(scene: Scene) -> list[Sentence]:
    return [scene.teller.sentence(scene.variant("no-step"))]


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


def pressure(scene: Scene, told: Sequence[News]) -> list[Piece]:
    """The counts and the levels behind it, but for those that the lede has told."""
    t = scene.teller
    led = {n.view.border for n in told if n.topic in COUNTS}
    counted: Sequence[View] = [v for v in scene.views if v.count is not None and v.border not in led]
    clauses = []
    if counted:
        counts = t.join([part(scene, view) for view in counted])
        clauses.append(t.piece(scene.variant("behind-counts"), counts=counts))
    said = {n.view.border for n in told if n.topic in OF_LEVEL}
    if levels := [level_part(scene, v) for v in raised(scene.views) if v.border not in said]:
        clauses.append(t.piece(scene.variant("behind-levels"), levels=t.join(levels)))
    return clauses
