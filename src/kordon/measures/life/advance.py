"""What takes effect by itself: taking force, the call for a review, lapsing, passing into an extension.

A step that is due has one moment at which it takes effect, which the record alone decides. It is entered when
somebody asks, however late, and asking twice enters nothing twice: :func:`advanced` at ten moments gives the same
states as :func:`advanced` once at the last of them.

A measure whose last day is over passes into an extension where one was adopted by then and begins on the next day
at the latest; else it lapses. One without an end passes into its extension when that takes force.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kordon.domain.errors import NotAllowed
from kordon.domain.record import SYSTEM, Entry, Value
from kordon.domain.report import stable_id
from kordon.measures.life.gate import Block, blocked, opinions_of
from kordon.measures.life.measure import BEGUN, Life, effective_of, life_of, lives, until
from kordon.measures.life.rules import Rules


@dataclass(frozen=True, slots=True)
class Due:
    """A step that takes effect by itself at a moment. ``told``: what its entry has to tell besides."""

    step: str
    effective: dt.datetime
    told: tuple[tuple[str, str], ...] = ()

    @property
    def data(self) -> dict[str, Value]:
        return {"effective": self.effective.isoformat(), **dict(self.told)}


@dataclass(frozen=True, slots=True)
class Held:
    """A measure that would be in force by now, if a gate were not shut."""

    measure: str
    block: Block


def advanced(rules: Rules, record: Sequence[Entry], now: dt.datetime) -> tuple[Entry, ...]:
    """The entries to append so that a record says what holds at ``now`` (aware), in the order of their effect.

    Raises :class:`NotAllowed` where the record has an entry that is later than ``now``: the clock was set back,
    and nothing is entered.
    """
    _check_clock(rules, record, now)
    known = dict(lives(rules.process, record))
    waiting = {name: due(rules, life, known.values(), now) for name, life in known.items()}
    entered = []
    while ready := [(d.effective, name, d) for name, d in waiting.items() if d is not None]:
        _, name, step = min(ready, key=lambda r: (r[0], r[1]))
        entry = entry_of(rules, name, step, now)
        entered.append(entry)
        known[name] = life_of(rules.process, [*known[name].entries, entry])
        touched = {name, known[name].extends, *(n for n, life in known.items() if life.extends == name)}
        for other in touched & known.keys():
            waiting[other] = due(rules, known[other], known.values(), now)
    return tuple(entered)


def held(rules: Rules, record: Sequence[Entry], now: dt.datetime) -> tuple[Held, ...]:
    """The measures whose first day has come and that a gate keeps from taking force."""
    found = []
    for life in lives(rules.process, record).values():
        if life.state == "adopted" and life.starts and rules.settings.midnight(life.decides, life.starts) <= now:
            found += [Held(life.id, block) for block in [_shut(rules, life, now)] if block is not None]
    return tuple(found)


def entry_of(rules: Rules, measure: str, step: Due, now: dt.datetime) -> Entry:
    """The entry for a step that is due; its id depends on what it says, not on when it is entered."""
    name = stable_id("entry", rules.process.id, measure, step.step, step.effective.astimezone(dt.UTC).isoformat())
    return Entry(name, rules.process.id, measure, step.step, SYSTEM, now, data=step.data)


def due(rules: Rules, life: Life, others: Iterable[Life], now: dt.datetime) -> Due | None:
    """The next step that takes effect by itself on a measure at ``now`` or before; ``None`` where none does."""
    if life.state not in BEGUN:
        return None
    found = _force(rules, life, now) if life.state == "adopted" else _review(rules, life)
    end = _end(rules, life, [o for o in others if o.extends == life.id])
    steps = [step for step in (found, end) if step is not None and step.effective <= now]
    return min(steps, key=lambda step: step.effective, default=None)  # of two at once the first: force before end


def _force(rules: Rules, life: Life, now: dt.datetime) -> Due | None:
    """Taking force: on the first day, not before it is adopted, and as soon as no gate is shut."""
    if life.starts is None:
        return None
    settings = rules.settings
    adopted = max(e.at for e in life.entries if rules.process.steps[e.does].to == "adopted")
    first = max(settings.midnight(life.decides, life.starts), adopted)
    moments = [first]
    if any(gate.speaks_of("take_force", life.kind) for gate in rules.gates):
        moments += [e.at for e in life.entries if e.does in ("opine", "withdraw_opinion")]
        for gate in rules.gates:
            ends = (o.until + dt.timedelta(days=1) for o in opinions_of(gate, settings, life))
            moments += [settings.midnight(life.decides, day) for day in ends]
    for moment in sorted(m for m in moments if first <= m <= now):
        if _shut(rules, life, moment) is None:
            return Due("take_force", moment)
    return None


def _shut(rules: Rules, life: Life, moment: dt.datetime) -> Block | None:
    then = until(rules.process, life, moment)
    assert then is not None  # it was adopted by then
    blocks = (blocked(gate, rules.settings, then, "take_force", moment) for gate in rules.gates)
    return next((b for b in blocks if b is not None), None)


def _review(rules: Rules, life: Life) -> Due | None:
    if life.review is None or (life.ends and life.review > life.ends):
        return None
    day = life.review.isoformat()
    if any(e.does == "call_review" and e.data.get("called_for") == day for e in life.entries):
        return None
    moment = rules.settings.midnight(life.decides, life.review)
    begun = life.began or moment
    return Due("call_review", max(moment, begun), (("called_for", day),))


def _end(rules: Rules, life: Life, extensions: Sequence[Life]) -> Due | None:
    if life.after is None:
        taken = [(o.began, o.id) for o in extensions if o.began is not None and life.state == "in_force"]
        return Due("extend", min(taken)[0], (("extended_by", min(taken)[1]),)) if taken else None
    end = rules.settings.midnight(life.decides, life.after)
    begun = [effective_of(e) for e in life.entries if rules.process.steps[e.does].to in BEGUN]
    moment = max(end, *begun)
    if life.state == "in_force" and (next_one := _carries_on(rules, life, extensions, end)):
        return Due("extend", moment, (("extended_by", next_one),))
    return Due("lapse", moment)


def _carries_on(rules: Rules, life: Life, extensions: Sequence[Life], end: dt.datetime) -> str:
    """The extension that had been adopted when a measure ended and begins no later than the day after."""
    found = []
    for other in extensions:
        then = until(rules.process, other, end)
        if then is None or then.state not in BEGUN or then.starts is None or life.after is None:
            continue
        if then.starts <= life.after:
            found.append((then.starts, then.id))
    return min(found)[1] if found else ""


def _check_clock(rules: Rules, record: Iterable[Entry], now: dt.datetime) -> None:
    if now.tzinfo is None:
        raise NotAllowed("The time to advance to has no zone; give it one, such as +00:00.")
    last = max((e.at for e in record if e.process == rules.process.id), default=None)
    if last is not None and last > now:
        raise NotAllowed(
            f"The record has an entry of {last.isoformat(timespec='minutes')}, which is later than "
            f"{now.isoformat(timespec='minutes')}; set the clock right. Nothing was entered."
        )


def states(rules: Rules, record: Iterable[Entry]) -> Mapping[str, str]:
    """The state of every measure of a record, by id."""
    return {name: life.state for name, life in lives(rules.process, record).items()}
