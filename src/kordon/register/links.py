"""What a value rests on: the ids that it names, read off the value itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kordon.domain.assessment import Assessment, Reason
from kordon.domain.commentary import Draft, Sentence
from kordon.domain.issue import Revision
from kordon.domain.measure import CrossingStatus, Measure, Proposal
from kordon.domain.reading import Reading, WeekCount


def uses(value: object) -> tuple[str, ...]:
    """The ids that a value rests on directly, each once, in the order in which the value names them."""
    return tuple(dict.fromkeys(name for name in _named(value) if name))


def _named(value: object) -> Iterable[str]:
    match value:
        case Measure():
            return (*value.reports, value.extends or "")
        case CrossingStatus():
            return (value.report, value.crossing)
        case WeekCount():
            return (*value.figures, *value.coverage.reports)
        case Reading():
            return (*value.evidence, *value.unconfirmed, *value.coverage.reports)
        case Assessment():
            return _assessment(value)
        case Proposal():
            already = (name for option in value.options for name in option.already)
            reasons = (value.reason, *(option.reason for option in value.options))
            return (value.assessment, value.ladder, *value.evidence, *already, *_evidence(reasons))
        case Draft():
            sentences = (value.headline, value.lede, *(s for part in value.body for s in part), *value.bullets)
            return (*value.assessments, *_said(sentences))
        case Revision():
            sentences = (value.headline, value.lede, *(s for part in value.body for s in part), *value.bullets)
            return (value.before, value.made_from, *_said(sentences))
    return ()


def _assessment(value: Assessment) -> Iterator[str]:
    yield value.criteria
    for factor in value.factors:
        for level in factor.indicators:
            yield level.reading
            yield from _evidence((level.reason,))
        yield from _evidence((factor.reason,))
    for fired in value.triggers:
        yield from fired.incidents
        yield from _evidence((fired.reason,))
    yield from _evidence((value.reason, value.trend_reason))


def _evidence(reasons: Iterable[Reason]) -> Iterator[str]:
    for reason in reasons:
        yield from reason.evidence
        yield from _evidence(reason.children)


def _said(sentences: Iterable[Sentence]) -> Iterator[str]:
    for sentence in sentences:
        yield from sentence.evidence
        for claim in sentence.claims:
            yield claim.source
