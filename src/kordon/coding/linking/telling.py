"""An event told: who says what, where the reports differ, how sure it is, and what holds it together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

from kordon.coding.linking.profiles import Profile, meet, place_name
from kordon.coding.linking.rules import Linking
from kordon.coding.linking.sources import grade_of, sources_of, status_of
from kordon.coding.linking.state import Linked, State
from kordon.coding.linking.suggestions import Suggestions
from kordon.domain.coded import Modality, Party
from kordon.domain.event import Act, Aspect, Event, FollowUp, Said
from kordon.domain.quantity import Quantity, Rounding
from kordon.domain.report import Report
from kordon.domain.time import Date, Span
from kordon.intake.sources import Sources
from kordon.vocabulary import Vocabulary

_HAPPENED = {Modality.ACTUAL, Modality.ATTEMPTED, Modality.HISTORICAL}
_FORESEEN = {Modality.THREATENED, Modality.PLANNED, Modality.CONDITIONAL}


class Teller:
    """Tells events of one state; what is looked up for all of them is looked up once."""

    def __init__(
        self,
        state: State,
        suggestions: Suggestions,
        reports: Mapping[str, Report],
        rules: Linking,
        outlets: Sources,
        vocabulary: Vocabulary,
    ) -> None:
        self._state = state
        self._profiles = suggestions.profiles
        self._reports = reports
        self._rules = rules
        self._outlets = outlets
        self._vocabulary = vocabulary
        self._follow_ups: dict[str, list[FollowUp]] = {}
        for follow_up in suggestions.follow_ups:
            ends = {state.of[follow_up.incident].id, state.of[follow_up.of].id}
            if len(ends) > 1:  # else a person joined them
                for event in ends:
                    self._follow_ups.setdefault(event, []).append(follow_up)
        self._decisions: dict[str, list[str]] = {}
        for decision in state.verdicts.standing:
            if decision.act is not Act.UNDO:
                for event in {state.of[name].id for name in decision.incidents if name in state.of}:
                    self._decisions.setdefault(event, []).append(decision.id)

    def events(self) -> tuple[Event, ...]:
        """Every event, in the order of the first publication."""
        return tuple(map(self.tell, self._state.events))

    def tell(self, linked: Linked) -> Event:
        """One event with everything that is known of it."""
        members = [self._profiles[name] for name in linked.incidents]
        rules = self._rules.grading
        sources = sources_of(members, self._reports, self._outlets, rules, self._vocabulary)
        status = status_of(sources, linked.incidents, self._state.verdicts.standing, rules)
        return Event(
            id=linked.id,
            kind=_kind(members, self._rules),
            incidents=linked.incidents,
            reports=tuple(dict.fromkeys(p.report for p in members)),
            aspects=tuple(_aspects(members)),
            sources=sources,
            grade=grade_of(sources, rules, status),
            status=status,
            basis=linked.basis,
            counts=any(p.incident.modality.counts for p in members),
            links=linked.links,
            decisions=tuple(self._decisions.get(linked.id, ())),
            follow_ups=tuple(self._follow_ups.get(linked.id, ())),
        )


def event_ids(state: State) -> Mapping[str, str]:
    """The id of the event of each incident: what a count of events needs to know."""
    return {name: event.id for name, event in state.of.items()}


def _kind(members: Sequence[Profile], rules: Linking) -> str:
    """The kind that most incidents tell; of equally many the more exact one, which fewer kinds are compatible
    with.
    """
    told = [p.kind for p in members]
    return min(set(told), key=lambda k: (-told.count(k), len(rules.compatible[k]), k))


def _aspects(members: Sequence[Profile]) -> Iterable[Aspect]:
    incidents = [(p, p.incident) for p in members]
    yield _aspect("kind", [(p, i.kind) for p, i in incidents], _all_equal)
    yield _aspect("place", [(p, place_name(i.place)) for p, i in incidents], _places(members))
    yield _aspect("span", [(p, span_words(i.occurred)) for p, i in incidents], _spans(members))
    yield _aspect("modality", [(p, i.modality.value) for p, i in incidents], _modalities(members))
    for name in ("actor", "recipient", "sponsor"):
        told = [(p, party_words(getattr(i, name))) for p, i in incidents]
        if any(value for _, value in told):
            yield _aspect(name, told, _all_equal)
    for name in ("people", "injured", "killed", "times"):
        quantities = [(p, getattr(i, name)) for p, i in incidents if getattr(i, name) is not None]
        if quantities:
            agreed = all(meet(a, b) for (_, a), (_, b) in combinations(quantities, 2))
            yield _aspect(name, [(p, quantity_words(q)) for p, q in quantities], _always(agreed))
    means = [(p, ", ".join(i.means)) for p, i in incidents if i.means]
    if means:
        yield _aspect("means", means, _all_equal)
    voices = [(p, party_words(i.attribution.party)) for p, i in incidents if i.attribution is not None]
    if voices:
        yield _aspect("attribution", voices, _always(True))


def _aspect(name: str, told: Sequence[tuple[Profile, str]], agreed: Callable[[set[str]], bool]) -> Aspect:
    by_value: dict[str, list[Profile]] = {}
    for profile, value in told:
        if value:
            by_value.setdefault(value, []).append(profile)
    said = tuple(
        Said(
            value,
            tuple(p.id for p in some),
            tuple(dict.fromkeys(p.report for p in some)),
            tuple(dict.fromkeys(e for p in some for e in p.incident.evidence)),
        )
        for value, some in by_value.items()
    )
    return Aspect(name, agreed(set(by_value)), said)


def _always(agreed: bool) -> Callable[[set[str]], bool]:
    return lambda _: agreed


def _all_equal(values: set[str]) -> bool:
    return len(values) <= 1


def _places(members: Sequence[Profile]) -> Callable[[set[str]], bool]:
    exact = [p.places for p in members if p.places]
    borders = [p.borders for p in members if p.borders]
    agreed = all(a & b for some in (exact, borders) for a, b in combinations(dict.fromkeys(some), 2))
    return _always(agreed)


def _spans(members: Sequence[Profile]) -> Callable[[set[str]], bool]:
    agreed = max(p.first for p in members) <= min(p.last for p in members)
    return _always(agreed)


def _modalities(members: Sequence[Profile]) -> Callable[[set[str]], bool]:
    told = {p.incident.modality for p in members}
    return _always(told <= _HAPPENED or told <= _FORESEEN or len(told) == 1)


def quantity_words(quantity: Quantity) -> str:
    """'9', '445-455', '200-' for a quantity without an upper bound: the same in every language."""
    if quantity.rounding is Rounding.EXACT:
        return f"{quantity.best:g}"
    high = "" if quantity.high is None else f"{quantity.high:g}"
    return f"{quantity.best:g} ({quantity.low:g}-{high})"


def span_words(span: Span) -> str:
    """First and last day, with the precision where it is not exact; empty for a span that is not told."""
    if span.start is None and span.end is None:
        return ""

    def day(one: Date | None) -> str:
        return "" if one is None else one.isoformat()

    words = day(span.start) if span.start == span.end else f"{day(span.start)}..{day(span.end)}"
    return words if span.precision.value in ("day", "days") else f"{words} ({span.precision})"


def party_words(party: Party | None) -> str:
    """Type and country of a party; nothing for one that is not known."""
    if party is None or party.type == "unknown":
        return ""
    return f"{party.type} {party.country}" if party.country else party.type
