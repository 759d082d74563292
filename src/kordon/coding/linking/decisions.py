"""The log of what people decided, and what of it stands.

The log is only ever added to. A decision stands until an undo that itself stands points at it, so that undoing an
undo brings the decision back. Of two standing decisions about the same two incidents the later one holds. What a
new decision may say is checked here, against the log and the state that it would change; each refusal is a
sentence.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from kordon.domain.errors import DomainError
from kordon.domain.event import Act, Decision, Validation
from kordon.domain.report import stable_id

Pair = tuple[str, str]
LONGEST = 2000  # letters of a reason


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What stands: for two incidents (in the order of ids) whether they are together, and by which decision."""

    standing: tuple[Decision, ...]
    undone_by: Mapping[str, Decision]
    together: Mapping[Pair, Decision]
    apart: Mapping[Pair, Decision]


def verdicts(log: Sequence[Decision]) -> Verdicts:
    """Fold the log, oldest first."""
    undone_by: dict[str, Decision] = {}
    standing: list[Decision] = []
    for decision in reversed(log):
        if decision.id in undone_by:
            continue
        if decision.act is Act.UNDO and decision.undoes is not None:
            undone_by.setdefault(decision.undoes, decision)
        standing.append(decision)
    standing.reverse()
    together: dict[Pair, Decision] = {}
    apart: dict[Pair, Decision] = {}
    for decision in standing:
        if decision.act is Act.JOIN:
            for pair in combinations(sorted(set(decision.incidents)), 2):
                together[pair] = decision
                apart.pop(pair, None)
        elif decision.act is Act.SPLIT:
            leaving, *others = decision.incidents
            for other in others:
                pair = (min(leaving, other), max(leaving, other))
                apart[pair] = decision
                together.pop(pair, None)
    return Verdicts(tuple(standing), undone_by, together, apart)


def groups(found: Verdicts) -> tuple[dict[str, set[str]], tuple[Decision, ...]]:
    """The sets of incidents that people joined, by each of their members, and decisions that could not be kept.

    The newest decisions go first. A join through a third incident that would bring together what a standing split
    keeps apart is left out; :func:`check` never lets such a decision in.
    """
    apart: dict[str, set[str]] = {}
    for one, other in found.apart:
        apart.setdefault(one, set()).add(other)
        apart.setdefault(other, set()).add(one)
    order = {decision.id: number for number, decision in enumerate(found.standing)}
    home: dict[str, set[str]] = {}
    refused: dict[str, Decision] = {}
    for (one, other), decision in sorted(found.together.items(), key=lambda i: (-order[i[1].id], i[0])):
        a, b = home.setdefault(one, {one}), home.setdefault(other, {other})
        if a is b:
            continue
        small, large = sorted((a, b), key=len)
        if any(not large.isdisjoint(apart.get(member, ())) for member in small):
            refused[decision.id] = decision
            continue
        large |= small
        for member in small:
            home[member] = large
    return home, tuple(refused.values())


def join(
    log: Sequence[Decision], one: Iterable[str], other: Iterable[str], by: str, why: str, at: dt.datetime
) -> Decision:
    """Decide that two events are one; ``one`` and ``other`` are their incidents, as they stand.

    Raises :class:`DomainError` where a person joined them already, or keeps any of them apart.
    """
    first, second = sorted(set(one)), sorted(set(other))
    found = verdicts(log)
    if set(first) & set(second):
        home, _ = groups(found)
        if all(home.get(member) is home.get(first[0]) for member in (*first, *second)) and first[0] in home:
            raise DomainError(f"{_many(first)} are one event already, by a decision; there is nothing to join.")
    made = _made(log, Act.JOIN, by, why, at, tuple(sorted({*first, *second})))
    for pair in combinations(made.incidents, 2):
        kept = found.apart.get(pair)
        if kept is not None:
            raise DomainError(
                f"Decision {kept.id} of {kept.by} keeps {pair[0]} and {pair[1]} apart ({kept.why}); "
                f"undo that decision first if they are one event."
            )
    check([*log, made])
    return made


def split(
    log: Sequence[Decision], leaving: str, event: Iterable[str], by: str, why: str, at: dt.datetime
) -> Decision:
    """Decide that an incident is not of its event. It holds over an earlier join, because it says more exactly
    which.

    Raises :class:`DomainError` where the incident is not of the event, or is all of it.
    """
    members = set(event)
    if leaving not in members:
        raise DomainError(f"{leaving} is not of that event; its incidents are {_many(sorted(members))}.")
    if members == {leaving}:
        raise DomainError(f"{leaving} stands alone in its event; there is nothing to split it from.")
    made = _made(log, Act.SPLIT, by, why, at, (leaving, *sorted(members - {leaving})))
    check([*log, made])
    return made


def validate(
    log: Sequence[Decision], event: Iterable[str], status: Validation, by: str, why: str, at: dt.datetime
) -> Decision:
    """Say how far an event is validated; ``event`` holds its incidents, the first one first."""
    return _made(log, Act.VALIDATE, by, why, at, tuple(dict.fromkeys(event)), status=status)


def undo(log: Sequence[Decision], decision: str, by: str, why: str, at: dt.datetime) -> Decision:
    """Take a decision back. Undoing an undo brings back what it undid.

    Raises :class:`DomainError` for a decision that is not known, was undone already, or without which what people
    decided would contradict itself.
    """
    known = {d.id: d for d in log}
    if decision not in known:
        raise DomainError(f"There is no decision {decision}; 'kordon events REGISTER log' lists them.")
    undone = verdicts(log).undone_by.get(decision)
    if undone is not None:
        raise DomainError(
            f"Decision {decision} was undone already by {undone.id} of {undone.by}; "
            f"undo {undone.id} to bring it back."
        )
    made = _made(log, Act.UNDO, by, why, at, undoes=decision)
    check([*log, made])
    return made


def check(log: Sequence[Decision]) -> None:
    """Raise :class:`DomainError` where what stands contradicts itself: joined by a detour, and kept apart."""
    found = verdicts(log)
    for decision in groups(found)[1]:
        pair = _contradiction(found, decision)
        kept = found.apart[pair] if pair else None
        told = (
            f"decision {kept.id} of {kept.by} keeps {pair[0]} and {pair[1]}" if kept and pair else "a split keeps"
        )
        raise DomainError(
            f"With this, decision {decision.id} would bring together what {told} apart; undo one of them first."
        )


def _contradiction(found: Verdicts, refused: Decision) -> Pair | None:
    """A pair that is kept apart and that all joins together would bring into one event."""
    home: dict[str, set[str]] = {}
    for one, other in found.together:
        a, b = home.setdefault(one, {one}), home.setdefault(other, {other})
        if a is not b:
            a |= b
            for member in b:
                home[member] = a
    touched = {member for name in refused.incidents for member in home.get(name, ())}
    return min((p for p in found.apart if set(p) <= touched and home[p[0]] is home[p[1]]), default=None)


def _made(
    log: Sequence[Decision],
    act: Act,
    by: str,
    why: str,
    at: dt.datetime,
    incidents: tuple[str, ...] = (),
    *,
    status: Validation | None = None,
    undoes: str | None = None,
) -> Decision:
    by, why = " ".join(by.split()), " ".join(why.split())
    if not by:
        raise DomainError("A decision needs the name of whoever takes it; give it with --by.")
    if not why:
        raise DomainError("A decision needs its reason; give it with --why.")
    if max(len(by), len(why)) > LONGEST:
        raise DomainError(f"A name or a reason has at most {LONGEST} letters; shorten it.")
    if any(unicodedata.category(letter) in ("Cc", "Cf", "Cs") for letter in by + why):
        raise DomainError("The name or the reason holds a letter that nobody can see; type it anew.")
    key = stable_id("decision", len(log), act, by, why, at.isoformat(), status, undoes, *incidents)
    return Decision(key, act, by, at, why, incidents, status, undoes)


def _many(names: Sequence[str]) -> str:
    shown = ", ".join(names[:4])
    return f"{shown} and {len(names) - 4} more" if len(names) > 4 else shown
