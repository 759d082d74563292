"""How many independent sources an event has, how it is graded, and how far a machine may validate it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kordon.coding.linking.profiles import Profile
from kordon.coding.linking.rules import Grading
from kordon.domain.coded import Modality
from kordon.domain.event import Act, Decision, EventGrade, EventStatus, Source, Validation
from kordon.domain.report import Report
from kordon.intake.sources import Sources
from kordon.vocabulary import Vocabulary

UNGRADED = "F6"
Node = tuple[str, bool]  # a report, and whether it denies


def sources_of(
    members: Sequence[Profile],
    reports: Mapping[str, Report],
    outlets: Sources,
    rules: Grading,
    vocabulary: Vocabulary,
) -> tuple[Source, ...]:
    """The reports of an event, grouped into those that count as one source; those that deny it apart from the
    others.

    Reports are one source where they hold the same text, stand with one outlet (a mirror is its original), or
    quote the same voice. Nothing is compared across languages but outlet and voice.
    """
    nodes: dict[Node, list[Profile]] = {}
    for member in members:
        nodes.setdefault((member.report, member.incident.modality is Modality.DENIED), []).append(member)
    home: dict[Node, Node] = {node: node for node in nodes}
    why: dict[Node, set[str]] = {}

    def top(node: Node) -> Node:
        while home[node] != node:
            node = home[node]
        return node

    for rule in rules.same_source:
        seen: dict[tuple[str, bool], Node] = {}
        for node in sorted(nodes):
            for key in sorted(_keys(rule, nodes[node], reports.get(node[0]), outlets, rules, vocabulary)):
                first = seen.setdefault((key, node[1]), node)
                low, high = sorted((top(first), top(node)))
                if low != high:
                    home[high] = low
                    why[low] = why.pop(high, set()) | why.get(low, set()) | {rule}
    grouped: dict[Node, list[Node]] = {}
    for node in nodes:  # in the order of publication, as the members are
        grouped.setdefault(top(node), []).append(node)
    return tuple(
        Source(
            reports=tuple(name for name, _ in some),
            because=tuple(rule for rule in rules.same_source if rule in why.get(first, ())),
            grade=_best([_grade(p, reports) for node in some for p in nodes[node]]),
            denies=first[1],
        )
        for first, some in grouped.items()
    )


def _keys(
    rule: str,
    told: Sequence[Profile],
    report: Report | None,
    outlets: Sources,
    rules: Grading,
    vocabulary: Vocabulary,
) -> set[str]:
    if rule == "same-text":
        return {p.text for p in told if p.text}
    source = "" if report is None else report.source
    if rule == "outlet":
        return {outlets.independent(source)} if source else set()
    voices = {p.voice for p in told if p.voice is not None}
    outlet = outlets.outlet(source) if source else None
    party = rules.speaks_for.get(outlet.kind) if outlet is not None else None
    if party is not None and outlet is not None:
        side = str(vocabulary.term("parties", party).get("side"))
        states = {vocabulary.term("borders", b).get(side) for b in outlet.borders if b in vocabulary["borders"]}
        if len(states) == 1:
            voices.add(f"{party} {states.pop()}")
    return voices


def _grade(member: Profile, reports: Mapping[str, Report]) -> str:
    report = reports.get(member.report)
    return member.incident.grade or (report.grade if report is not None else "") or UNGRADED


def _best(grades: Sequence[str]) -> str:
    """The best letter and the best digit that any of them has; what cannot be judged only where all are so."""
    letters = sorted({g[0] for g in grades})
    digits = sorted({g[1] for g in grades})
    return f"{letters[0]}{digits[0]}"


def grade_of(found: Sequence[Source], rules: Grading, status: EventStatus) -> EventGrade:
    """The grade of an event by the document's rule; ``steps`` name what moved it, in order."""
    affirm = [s for s in found if not s.denies]
    if not affirm:
        return EventGrade(_best([s.grade for s in found] or [UNGRADED]), rules.name, ("only-denied",))
    best = _best([s.grade for s in affirm])
    letter, digit = best[0], int(best[1])
    steps = [f"best-of-{len(affirm)}"]
    strong = [s for s in affirm if s.grade[0] <= rules.confirming]
    if digit < 6 and len(strong) > 1:
        raised = max(rules.best, digit - (len(strong) - 1)) if digit > rules.best else digit
        if raised != digit:
            steps.append(f"confirmed-by-{len(strong)}")
        digit = raised
    denying = [s for s in found if s.denies and s.grade[0] <= rules.confirming]
    if digit < 6 and denying:
        digit = max(digit, min(rules.worst, digit + 1))
        steps.append(f"denied-by-{len(denying)}")
    if status.decision is not None and status.validation in rules.decided:
        digit = rules.decided[status.validation]
        steps.append(f"decided-{status.validation}")
    return EventGrade(f"{letter}{digit}", rules.name, tuple(steps))


def status_of(
    found: Sequence[Source], incidents: Sequence[str], standing: Sequence[Decision], rules: Grading
) -> EventStatus:
    """What a person said last of the event, else what the rule gives: 'probable' at most.

    A person's word is about the incidents that were seen. It stays with the event that holds the first of them
    that is still in use, so that new reports of the event do not take it away and a part that is split off does
    not keep it.
    """
    members = set(incidents)
    for decision in reversed(standing):
        if decision.act is Act.VALIDATE and decision.status is not None and decision.incidents[0] in members:
            return EventStatus(decision.status, rules.name, decision.id)
    affirm = [s for s in found if not s.denies and s.grade[0] <= rules.confirming]
    denied = any(s.denies and s.grade[0] <= rules.confirming for s in found)
    probable = len(affirm) >= rules.probable and not denied
    return EventStatus(Validation.PROBABLE if probable else Validation.UNCONFIRMED, rules.name)
