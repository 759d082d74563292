"""From an assessed level to a range of measures: least to most restrictive, never one answer; a person decides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kordon.domain.assessment import Assessment, Level, Reason, Value
from kordon.domain.material import Material
from kordon.domain.measure import Crossing, CrossingStatus, Measure, Option, Proposal
from kordon.domain.reading import Unknown
from kordon.domain.report import stable_id
from kordon.measures.ladder import Ladder, LadderRung, Step
from kordon.measures.ledger import standing_on
from kordon.measures.status import ALL, covers, status_on

Values = tuple[tuple[str, Value], ...]


@dataclass(frozen=True, slots=True)
class _Situation:
    """What stands on the border in the week: measures in force, and each crossing's status by traffic."""

    measures: tuple[Measure, ...]
    crossings: tuple[tuple[str, tuple[tuple[str, str | Unknown], ...]], ...]
    critical: bool
    state: str


def propose(
    ladder: Ladder,
    assessment: Assessment,
    material: Material,
    crossings: Iterable[Crossing],
    statuses: Iterable[CrossingStatus],
) -> Proposal:
    """The range of the ladder for an assessed border: each option with its basis, reach, and what is in force.

    ``material`` is what could be known on the assessment's ``as_of``; of its measures those count that were
    published by then. A measure is in force in the week if it was on any of its days. Crossings are taken as they
    were on the week's Sunday. A border that is not assessed gets a proposal without options, and the reason why.
    """
    named: Values = (("border", assessment.border),)
    if not assessment.level.assessed:
        reason = Reason("reason-proposal-not-assessed", named, (), (assessment.reason,))
        return _proposal(ladder, assessment, (), (), reason)
    situation = _situation(ladder, assessment, material, crossings, statuses)
    rungs = ladder.range_of(assessment.level)
    options = tuple(
        _option(rung, step, ladder, situation)
        for rung in rungs
        for step in rung.steps
        if situation.critical or not step.joint
    )
    values: Values = (
        *named,
        ("level", assessment.level.value),
        ("lowest", rungs[0].id),
        ("highest", rungs[-1].id),
        ("count", len(options)),
    )
    children = [Reason("reason-proposal-person-decides")]
    if situation.critical and any(step.joint for rung in rungs for step in rung.steps):
        children.append(Reason("reason-proposal-joint", named))
    children.extend(Reason("reason-proposal-consult", (("border", b),)) for b in assessment.consult)
    return _proposal(
        ladder, assessment, rungs, options, Reason("reason-proposal-range", values, (), tuple(children))
    )


def _situation(
    ladder: Ladder,
    assessment: Assessment,
    material: Material,
    crossings: Iterable[Crossing],
    statuses: Iterable[CrossingStatus],
) -> _Situation:
    border, week = assessment.border, assessment.week
    known = [m for m in material.measures if m.known_from is not None and m.known_from <= assessment.as_of]
    standing = {m.id: m for day in week.days() for m in standing_on(known, border, day)}
    rows: dict[str, list[CrossingStatus]] = {}
    for row in statuses:
        rows.setdefault(row.crossing, []).append(row)
    here = tuple(
        (c.id, tuple(status_on(c, rows.get(c.id, ()), week.sunday).items()))
        for c in crossings
        if c.border == border
    )
    critical = assessment.level is Level.CRITICAL or bool(assessment.triggers)
    return _Situation(tuple(standing.values()), here, critical, ladder.near.get(border, ""))


def _option(rung: LadderRung, step: Step, ladder: Ladder, situation: _Situation) -> Option:
    already = tuple(m for m in situation.measures if m.kind == step.measure and _meet(m.traffic, step.traffic))
    touched, untold = _crossings(step, situation)
    basis = step.basis(situation.state)
    children: list[Reason] = []
    if already:
        ids = tuple(m.id for m in already)
        children.append(Reason("reason-option-already", (("count", len(ids)),), ids))
    endless = tuple(m.id for m in already if m.in_force.end is None)
    if endless:
        children.append(Reason("reason-option-end-not-told", (("count", len(endless)),), endless))
    if step.traffic:
        children.append(Reason("reason-option-touches", (("count", len(touched)),), touched))
    if untold:
        children.append(Reason("reason-option-status-not-told", (("count", len(untold)),), untold))
    if step.days is not None:
        children.append(Reason("reason-option-days", (("days", step.days),)))
    if not ladder.bases[basis].verified:
        children.append(Reason("reason-option-basis-unverified"))
    return Option(
        rung=rung.id,
        measure=step.measure,
        legal_basis=basis,
        exceptions=step.exceptions,
        days=step.days,
        traffic=step.traffic,
        crossings=touched,
        already=tuple(m.id for m in already),
        reason=Reason(step.message, (), (), tuple(children)),
    )


def _meet(told: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether a measure's traffic and an option's have a class in common; without a class either speaks of all."""
    if not told or not wanted or ALL in told or ALL in wanted:
        return True
    return any(traffic in wanted for traffic in told)


def _crossings(step: Step, situation: _Situation) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Crossings that the option would touch (open or restricted for its traffic), and those not told."""
    if not step.traffic:
        return (), ()
    touched, untold = [], []
    for crossing, states in situation.crossings:
        concerned = [s for traffic, s in states if traffic == ALL or covers(step.traffic, traffic)]
        if any(s in ("open", "restricted") for s in concerned):
            touched.append(crossing)
        elif any(isinstance(s, Unknown) for s in concerned):
            untold.append(crossing)
    return tuple(touched), tuple(untold)


def _proposal(
    ladder: Ladder,
    assessment: Assessment,
    rungs: Sequence[LadderRung],
    options: tuple[Option, ...],
    reason: Reason,
) -> Proposal:
    incidents = tuple(i for t in assessment.triggers for i in t.incidents)
    readings = tuple(
        i.reading
        for f in assessment.factors
        for i in f.indicators
        if i.level.assessed and i.level is not Level.LOW
    )
    key = stable_id("proposal", assessment.id, ladder.hash, repr(options), repr(reason))
    return Proposal(
        id=key,
        border=assessment.border,
        week=assessment.week,
        assessment=assessment.id,
        ladder=ladder.hash,
        lowest=rungs[0].id if rungs else "",
        highest=rungs[-1].id if rungs else "",
        options=options,
        reason=reason,
        evidence=tuple(dict.fromkeys((*incidents, *readings))),
    )
