"""Which incidents are one event: a pure fold over what people decided and what a machine suggests.

People's groups come first and are never taken apart. Then the suggestions of at least 'link' are taken, the
strongest first; one is left out where it would bring together two incidents that a person keeps apart or that
cannot be one event. The same values give the same state in whatever order they come.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kordon.coding.linking.decisions import Verdicts, groups, verdicts
from kordon.coding.linking.profiles import UNTOLD, Point, Profile, apart_km
from kordon.coding.linking.rules import Linking
from kordon.coding.linking.suggestions import Suggestions
from kordon.domain.event import Basis, Decision, Suggestion
from kordon.domain.report import stable_id


@dataclass(frozen=True, slots=True)
class Linked:
    """The incidents of one event in the order of publication, and why they are together."""

    id: str
    incidents: tuple[str, ...]
    basis: Basis
    links: tuple[Suggestion, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """All events. ``of`` finds the event of an incident; ``open`` are suggestions between two events, for a
    person.

    ``stale`` are standing decisions about incidents that are no longer in use (a report was coded anew); they
    still hold for the others. ``unkept`` could not be kept, because a later one contradicts them.
    """

    events: tuple[Linked, ...]
    of: Mapping[str, Linked]
    open: tuple[Suggestion, ...]
    verdicts: Verdicts
    stale: tuple[Decision, ...]
    unkept: tuple[Decision, ...]


def fold(suggestions: Suggestions, log: Sequence[Decision], rules: Linking) -> State:
    """The state of all incidents of ``suggestions`` under the decisions of ``log`` (oldest first)."""
    found = verdicts(log)
    joined, unkept = groups(found)
    apart: dict[str, set[str]] = {}
    for one, other in found.apart:
        apart.setdefault(one, set()).add(other)
        apart.setdefault(other, set()).add(one)
    wanted = {name for pair in suggestions.pairs if pair.score >= rules.link for name in (pair.one, pair.other)}
    home = _people_first(suggestions.profiles, wanted, joined, apart)
    left: list[Suggestion] = []
    for pair in suggestions.pairs:
        a, b = home.get(pair.one), home.get(pair.other)
        if a is None or b is None:
            left.append(pair)
        elif a is b:
            a.links.append(pair)
        elif pair.score >= rules.link and _may_meet(a, b, rules):
            _merge(a, b, home).links.append(pair)
        else:
            left.append(pair)
    known = suggestions.profiles
    clusters = {id(c): c for c in home.values()}.values()
    events = [_linked(c) for c in clusters]
    events += [Linked(_event_id(name), (name,), Basis.SINGLE) for name in known if name not in home]
    events.sort(key=lambda event: _order(known[event.incidents[0]]))
    of = {name: event for event in events for name in event.incidents}
    stale = [d for d in found.standing if d.incidents and not all(name in known for name in d.incidents)]
    still = tuple(pair for pair in left if of[pair.one] is not of[pair.other] and not _decided(pair, found))
    return State(tuple(events), of, still, found, tuple(stale), unkept)


def _decided(pair: Suggestion, found: Verdicts) -> bool:
    return (pair.one, pair.other) in found.apart


@dataclass(slots=True, eq=False)
class _Cluster:
    """A growing event with what is asked for before another one is merged into it."""

    members: list[Profile]
    latest_first: int
    earliest_last: int
    touch: int
    kinds: frozenset[str]
    borders: frozenset[str]
    modal: int
    pages: dict[str, tuple[str | None, str]]
    places: tuple[tuple[Point, ...], ...]
    apart: frozenset[str]
    decided: bool = False
    links: list[Suggestion] = field(default_factory=list)


def _people_first(
    profiles: Mapping[str, Profile],
    wanted: set[str],
    joined: Mapping[str, set[str]],
    apart: Mapping[str, set[str]],
) -> dict[str, _Cluster]:
    """A cluster for each incident that may be linked, or for each group that people made of those in use."""
    home: dict[str, _Cluster] = {}
    alone_of = {profile.kind: frozenset({profile.kind}) for profile in profiles.values()}
    for name in sorted(wanted | joined.keys()):
        profile = profiles.get(name)
        if profile is None:
            continue
        alone = _Cluster(
            members=[profile],
            latest_first=profile.first if profile.told != UNTOLD else -(10**7),
            earliest_last=profile.last if profile.told != UNTOLD else 10**7,
            touch=profile.touch,
            kinds=alone_of[profile.kind],
            borders=profile.borders,
            modal=profile.modal,
            pages={profile.page: (profile.incident.clash, profile.kind)},
            places=(profile.points,) if profile.points else (),
            apart=frozenset(apart.get(name, ())),
        )
        group = joined.get(name, ())
        other = next((home[member] for member in sorted(group) if member in home), None)
        if other is None:
            home[name] = alone
            alone.decided = len([member for member in group if member in profiles]) > 1
        else:
            home[name] = alone
            _merge(other, alone, home).decided = True
    return home


def _may_meet(a: _Cluster, b: _Cluster, rules: Linking) -> bool:
    """Whether nothing in one cluster excludes anything in the other.

    What people joined may be unlike in anything, so there only their own splits and the reports that tell acts of
    one kind apart speak against it.
    """
    if len(a.members) > len(b.members):
        a, b = b, a
    # What is kept apart is told of both sides, so that looking from the smaller one is enough.
    if b.apart and any(p.id in b.apart for p in a.members):
        return False
    free = a.decided or b.decided
    for page, (clash, kind) in a.pages.items():
        other = b.pages.get(page)
        if other is None or (clash is not None and (clash, kind) == other):
            continue
        if not free or kind == other[1]:
            return False
    if free:
        return True
    if max(a.latest_first, b.latest_first) - min(a.earliest_last, b.earliest_last) > max(a.touch, b.touch):
        return False
    if any(not b.kinds <= rules.compatible[kind] for kind in a.kinds) or not a.modal & b.modal:
        return False
    if a.borders and b.borders and a.borders.isdisjoint(b.borders):
        return False
    return all(
        (km := apart_km(one, other)) is None or km <= rules.far_km for one in a.places for other in b.places
    )


def _merge(a: _Cluster, b: _Cluster, home: dict[str, _Cluster]) -> _Cluster:
    """Pour the smaller cluster into the larger one, which is returned."""
    if len(a.members) < len(b.members):
        a, b = b, a
    a.members += b.members
    a.links += b.links
    a.latest_first = max(a.latest_first, b.latest_first)
    a.earliest_last = min(a.earliest_last, b.earliest_last)
    a.touch = max(a.touch, b.touch)
    if a.kinds != b.kinds:
        a.kinds |= b.kinds
    a.borders = (a.borders & b.borders) or a.borders if a.borders and b.borders else a.borders or b.borders
    a.modal &= b.modal
    a.pages |= b.pages
    if a.places != b.places:
        a.places = tuple(dict.fromkeys(a.places + b.places))
    if b.apart:
        a.apart |= b.apart
    a.decided = a.decided or b.decided
    for member in b.members:
        home[member.id] = a
    return a


def _linked(cluster: _Cluster) -> Linked:
    members = tuple(p.id for p in sorted(cluster.members, key=_order))
    basis = Basis.SINGLE if len(members) == 1 else Basis.DECIDED if cluster.decided else Basis.SUGGESTED
    links = tuple(sorted(cluster.links, key=lambda s: (-s.score, s.one, s.other)))
    return Linked(_event_id(members[0]), members, basis, links)


def _event_id(first: str) -> str:
    return stable_id("event", first)


def _order(profile: Profile) -> tuple[int, str, str]:
    """The order of publication; what has no day of publication comes last."""
    return (profile.published or 10**7, profile.report, profile.id)


def find(state: State, name: str) -> Linked:
    """The event of an id: its own, an incident's, or the beginning of one, where it means one event only.

    Raises :class:`DomainError` with a sentence.
    """
    from kordon.domain.errors import DomainError

    exact = state.of.get(name)
    if exact is not None:
        return exact
    ids: Iterable[tuple[str, Linked]] = [*((e.id, e) for e in state.events), *state.of.items()]
    found = {e.id: e for key, e in ids if key == name} or {e.id: e for key, e in ids if key.startswith(name)}
    if len(found) == 1 and name:
        return next(iter(found.values()))
    if not found or not name:
        raise DomainError(f"There is no event or incident {name!r}; 'kordon events REGISTER list' shows them.")
    raise DomainError(f"{name!r} is the beginning of {len(found)} events; write more of the id.")
