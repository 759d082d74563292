"""What was proposed in the week in which a government took a measure: an honest look back, not a forecast.

Assessments are made from all that is known when they are made, later reports among them; a caller that wants to
know what could have been said on the day hands over assessments as of that day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kordon.domain.assessment import Assessment, Level
from kordon.domain.measure import Measure, Proposal
from kordon.domain.time import Date, Week
from kordon.measures.ledger import TAKES_FORCE

LOOK_BACK = 8  # weeks before a decision in which the same measure may have been proposed already


@dataclass(frozen=True, slots=True)
class Call:
    """A measure taken, and what stood on its border in the week of the decision.

    ``proposed`` tells whether the range held a measure of this kind, ``weeks`` since when without a break (1: only
    that week; 0: not at all), at most ``LOOK_BACK`` weeks back. ``level`` is ``not_assessed`` where it was not.
    """

    measure: Measure
    border: str
    week: Week
    level: Level
    lowest: str
    highest: str
    proposed: bool
    weeks: int


def calls(
    measures: Iterable[Measure],
    assessments: Mapping[tuple[str, Week], Assessment],
    proposals: Mapping[tuple[str, Week], Proposal],
) -> tuple[Call, ...]:
    """One call for each binding measure of a kind that proposals speak of, and each border it stands on."""
    kinds = {option.measure for proposal in proposals.values() for option in proposal.options}
    found = []
    for measure in measures:
        day = measure.decided_on or measure.in_force.start
        if day is None or measure.status not in TAKES_FORCE or measure.kind not in kinds:
            continue
        for border in measure.place.borders:
            call = _call(measure, border, day, assessments, proposals)
            if call is not None:
                found.append(call)
    return tuple(
        sorted(found, key=lambda c: (c.measure.decided_on or c.measure.in_force.start or Date.min, c.measure.id))
    )


def _call(
    measure: Measure,
    border: str,
    day: Date,
    assessments: Mapping[tuple[str, Week], Assessment],
    proposals: Mapping[tuple[str, Week], Proposal],
) -> Call | None:
    week = Week.of(day)
    assessment, proposal = assessments.get((border, week)), proposals.get((border, week))
    if assessment is None:
        return None
    weeks = 0
    while weeks < LOOK_BACK and _holds(proposals.get((border, week - weeks)), measure.kind):
        weeks += 1
    lowest, highest = (proposal.lowest, proposal.highest) if proposal and proposal.options else ("", "")
    return Call(measure, border, week, assessment.level, lowest, highest, weeks > 0, weeks)


def _holds(proposal: Proposal | None, kind: str) -> bool:
    return proposal is not None and any(option.measure == kind for option in proposal.options)
