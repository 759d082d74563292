"""The review dossier of a measure, prepared before it ends: what it is, what has been since, what expires when."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kordon.domain.assessment import Reason, Value
from kordon.domain.coded import Incident
from kordon.domain.reading import Reading, Unknown
from kordon.domain.time import Date
from kordon.measures.life.chain import chain_of
from kordon.measures.life.effect import Effect
from kordon.measures.life.gate import opinions_of
from kordon.measures.life.impact import Impact
from kordon.measures.life.measure import Life
from kordon.measures.life.rules import Rules

AHEAD = dt.timedelta(days=60)  # how far ahead other measures' ends are shown


@dataclass(frozen=True, slots=True)
class Dossier:
    """``reason`` is the whole text as a tree of messages; ``due`` the day of notice that it was prepared for."""

    measure: str
    day: Date
    due: Date | None
    ends: Date | None
    reason: Reason


@dataclass(frozen=True, slots=True)
class Since:
    """What a dossier is told from outside the record; ``None`` where nobody asked."""

    readings: Sequence[Reading] | None = None
    incidents: Sequence[Incident] | None = None
    effect: Effect | Unknown | None = None
    impact: Impact | None = None


def dossiers_due(rules: Rules, known: Iterable[Life], day: Date) -> tuple[tuple[str, int], ...]:
    """The measures in force whose dossier is due on ``day`` or was before, each with the days left."""
    most = max(rules.settings.dossier)
    return tuple(
        (life.id, (life.ends - day).days)
        for life in known
        if life.state == "in_force" and life.ends is not None and 0 <= (life.ends - day).days <= most
    )


def dossier(
    rules: Rules, known: Mapping[str, Life], measure: str, day: Date, since: Since | None = None
) -> Dossier:
    """The dossier of a measure of the record as of ``day``; days are days where it is decided."""
    life, since = known[measure], since or Since()
    due = None
    if life.ends is not None:
        left = (life.ends - day).days
        reached = [n for n in rules.settings.dossier if left <= n]
        due = life.ends - dt.timedelta(days=min(reached, default=max(rules.settings.dossier)))
    children = [
        *_what(life),
        *_end(life, day),
        *_chain(known, life),
        *_opinions(rules, life, day),
        *_incidents(life, day, since.incidents),
        *_readings(life, day, since.readings),
        *_effect(since.effect),
        *([since.impact.reason] if since.impact is not None else []),
        *_neighbours(known, life, day),
    ]
    title: tuple[tuple[str, Value], ...] = (("measure", life.kind), ("name", life.id), ("date", day))
    return Dossier(life.id, day, due, life.ends, Reason("dossier-title", title, (life.id,), tuple(children)))


def _what(life: Life) -> list[Reason]:
    found = [Reason("dossier-border", (("border", border),)) for border in life.borders]
    if life.starts is not None:
        found.append(Reason("dossier-starts", (("date", life.starts),)))
    else:
        found.append(Reason("dossier-start-not-told"))
    known = life.basis and life.basis != "not told"
    found.append(Reason("dossier-basis", (("basis", life.basis),)) if known else Reason("dossier-basis-not-told"))
    if life.exceptions:
        found += [Reason("dossier-exception", (("exception", name),)) for name in life.exceptions]
    else:
        found.append(Reason("dossier-no-exceptions"))
    return found


def _end(life: Life, day: Date) -> list[Reason]:
    if life.ends is None:
        review = [Reason("dossier-review", (("date", life.review),))] if life.review else []
        return [Reason("dossier-no-end"), *review]
    left = (life.ends - day).days
    if left < 0:
        return [Reason("dossier-ended", (("date", life.ends),))]
    return [Reason("dossier-ends", (("date", life.ends), ("days", left)))]


def _chain(known: Mapping[str, Life], life: Life) -> list[Reason]:
    chain = chain_of(known, life.id)
    found = []
    first = known[chain.measures[0]].starts if chain.measures else None
    if len(chain.measures) > 1 and first is not None:
        values: tuple[tuple[str, Value], ...] = (("count", len(chain.measures)), ("date", first))
        found.append(Reason("dossier-chain", values, chain.measures))
    found += [
        Reason("dossier-gap", (("name", link.after), ("days", link.days)), (link.before, link.after))
        for link in chain.gaps
    ]
    for link in chain.overlaps:
        values = (("name", link.after), ("days", link.days))
        found.append(Reason("dossier-overlap", values, (link.before, link.after)))
    nexts = [o.id for o in known.values() if o.extends == life.id]
    adopted = [n for n in nexts if n in chain.measures]
    if adopted:
        found.append(Reason("dossier-extension-adopted", (("name", adopted[0]),), tuple(adopted)))
    elif any(n in chain.pending for n in nexts):
        waiting = tuple(n for n in nexts if n in chain.pending)
        found.append(Reason("dossier-extension-pending", (("name", waiting[0]),), waiting))
    elif life.ends is not None:
        found.append(Reason("dossier-no-extension"))
    return found


def _opinions(rules: Rules, life: Life, day: Date) -> list[Reason]:
    found = []
    for gate in rules.gates:
        for opinion in opinions_of(gate, rules.settings, life):
            if opinion.withdrawn or opinion.until < day or opinion.office not in gate.offices:
                continue
            values = (("office", opinion.office), ("until", opinion.until))
            found.append(Reason(f"dossier-opinion-{opinion.opinion.replace('_', '-')}", values, (opinion.entry,)))
    return found


def _incidents(life: Life, day: Date, incidents: Sequence[Incident] | None) -> list[Reason]:
    if incidents is None:
        return [Reason("dossier-incidents-not-asked")]
    start = life.starts
    since = [
        i
        for i in incidents
        if set(i.place.borders) & set(life.borders)
        and i.modality.counts
        and i.occurred.start is not None
        and (start is None or i.occurred.start >= start)
        and i.occurred.start <= day
    ]
    if not since:
        return [Reason("dossier-no-incidents")]
    counts = Counter(i.kind for i in since)
    children = tuple(
        Reason(
            "dossier-incidents-kind",
            (("kind", kind), ("count", count)),
            tuple(i.id for i in since if i.kind == kind),
        )
        for kind, count in counts.most_common()
    )
    return [Reason("dossier-incidents", (("count", len(since)),), tuple(i.id for i in since), children)]


def _readings(life: Life, day: Date, readings: Sequence[Reading] | None) -> list[Reason]:
    """The newest reading of each indicator on each border of the measure."""
    if readings is None:
        return [Reason("dossier-readings-not-asked")]
    newest: dict[tuple[str, str], Reading] = {}
    for reading in readings:
        if reading.border not in life.borders or reading.week.monday > day:
            continue
        if isinstance(reading.value, Unknown):
            continue
        key = (reading.border, reading.indicator)
        if key not in newest or reading.week > newest[key].week:
            newest[key] = reading
    if not newest:
        return [Reason("dossier-no-readings")]
    children = []
    for (border, indicator), reading in sorted(newest.items()):
        assert not isinstance(reading.value, Unknown)
        values: tuple[tuple[str, Value], ...] = (
            ("border", border),
            ("indicator", indicator),
            ("value", round(reading.value, 1)),
            ("date", reading.week.monday),
        )
        children.append(Reason("dossier-reading", values, (reading.id,)))
    return [Reason("dossier-readings", (("count", len(children)),), (), tuple(children))]


def _effect(found: Effect | Unknown | None) -> list[Reason]:
    if found is None:
        return []
    return [Reason(found.reason)] if isinstance(found, Unknown) else [found.reason]


def _neighbours(known: Mapping[str, Life], life: Life, day: Date) -> list[Reason]:
    found = []
    for other in sorted(known.values(), key=lambda o: (o.ends or day, o.id)):
        if other.id == life.id or other.state != "in_force" or other.ends is None:
            continue
        if set(other.borders) & set(life.borders) and day <= other.ends <= day + AHEAD:
            values = (("measure", other.kind), ("name", other.id), ("date", other.ends))
            found.append(Reason("dossier-expires", values, (other.id,)))
    return found
