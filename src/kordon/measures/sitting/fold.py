"""Read a sitting off its entries, and write what an entry tells: the two sides of the same plain data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kordon.domain.reading import Unknown
from kordon.domain.record import Entry, Value
from kordon.domain.time import Date
from kordon.measures.process import Process, state_of
from kordon.measures.sitting.model import (
    HEADINGS,
    NOT_ESTIMATED,
    PROCESS,
    Decision,
    Deferral,
    Dissent,
    Estimate,
    Impact,
    Item,
    Offer,
    Opinion,
    Put,
    Sitting,
)


def sittings(process: Process, record: Iterable[Entry]) -> Mapping[str, Sitting]:
    """Every sitting of a record, in the order in which they were called."""
    found: dict[str, list[Entry]] = {}
    for entry in record:
        if entry.process == PROCESS:
            found.setdefault(entry.subject, []).append(entry)
    return {subject: sitting_of(process, entries) for subject, entries in found.items()}


def sitting_of(process: Process, entries: Sequence[Entry]) -> Sitting:
    """One sitting from its entries, of which there must be one at least, and which must have been checked."""
    agenda: dict[str, Item] = {}
    options: dict[str, Put] = {}
    opinions: list[Opinion] = []
    dissents: list[Dissent] = []
    decision: Decision | None = None
    deferral: Deferral | None = None
    for entry in entries:
        match entry.does:
            case "agenda":
                item = item_of(entry)
                agenda[item.border] = item
            case "option":
                put = Put(offer_of(entry.data), entry.by, entry.at, entry.why, entry.evidence, entry.id)
                options[put.offer.id] = put
            case "withdraw":
                name = text(entry.data, "option")
                options[name] = replace(options[name], withdrawn=True)
            case "opine":
                opinions.append(_opinion(entry))
            case "decide":
                decision = _decision(entry)
            case "defer":
                deferral = Deferral(_sure(entry.data, "next_review"), entry.by, entry.at, entry.why)
            case "dissent":
                dissents.append(Dissent(entry.by, entry.at, entry.why))
    called = entries[0]
    return Sitting(
        id=called.subject,
        state=state_of(process, entries) or "",
        body=text(called.data, "body"),
        borders=words(called.data, "borders"),
        called=called,
        agenda=tuple(agenda.values()),
        options=tuple(options.values()),
        opinions=tuple(opinions),
        decision=decision,
        deferral=deferral,
        dissents=tuple(dissents),
        entries=tuple(entries),
    )


def item_of(entry: Entry) -> Item:
    border, assessment, since = (text(entry.data, name) for name in ("border", "assessment", "since"))
    return Item(border, assessment, since, entry.at)


def _opinion(entry: Entry) -> Opinion:
    office, opinion, about = (text(entry.data, name) for name in ("office", "opinion", "about"))
    return Opinion(office, opinion, about, entry.by, entry.at, entry.why)


def _decision(entry: Entry) -> Decision:
    return Decision(
        choice=text(entry.data, "choice"),
        options=words(entry.data, "options"),
        other=text(entry.data, "other"),
        next_review=_sure(entry.data, "next_review"),
        by=entry.by,
        at=entry.at,
        why=entry.why,
        evidence=entry.evidence,
        entry=entry.id,
    )


def offer_of(data: Mapping[str, Value]) -> Offer:
    """An option from an entry's data; ``ValueError`` for a day that is none."""
    rank = data.get("rank")
    return Offer(
        id=text(data, "option"),
        rank=rank if isinstance(rank, int) and not isinstance(rank, bool) else -1,
        starts=day(data, "starts"),
        ends=day(data, "ends"),
        impact={heading: _estimate(data, heading) for heading in HEADINGS},
        kind=text(data, "kind"),
        rung=text(data, "rung"),
        border=text(data, "border"),
        basis=text(data, "basis"),
        step=text(data, "step"),
        proposal=text(data, "proposal"),
        traffic=words(data, "traffic"),
        crossings=words(data, "crossings"),
        exceptions=words(data, "exceptions"),
    )


def data_of(offer: Offer) -> dict[str, Value]:
    """What an entry tells of an option; :func:`offer_of` reads it back."""
    return {
        "option": offer.id,
        "kind": offer.kind,
        "rung": offer.rung,
        "rank": offer.rank,
        "border": offer.border,
        "basis": offer.basis,
        "starts": None if offer.starts is None else offer.starts.isoformat(),
        "ends": None if offer.ends is None else offer.ends.isoformat(),
        "traffic": offer.traffic,
        "crossings": offer.crossings,
        "exceptions": offer.exceptions,
        "step": offer.step,
        "proposal": offer.proposal,
        **_impact(offer),
    }


def _impact(offer: Offer) -> dict[str, Value]:
    """An estimate's words, numbers and evidence under the name of its heading; an unknown by its reason."""
    data: dict[str, Value] = {}
    for heading in HEADINGS:
        told, name = offer.estimate(heading), f"impact_{heading}"
        if isinstance(told, Unknown):
            data[f"{name}_unknown"] = told.reason
            continue
        data[name] = told.words
        if told.low is not None or told.high is not None:
            data |= {f"{name}_low": told.low, f"{name}_high": told.high, f"{name}_unit": told.unit}
        if told.evidence:
            data[f"{name}_evidence"] = told.evidence
    return data


def _estimate(data: Mapping[str, Value], heading: str) -> Estimate | Unknown:
    name = f"impact_{heading}"
    if not data.get(name):
        reason = text(data, f"{name}_unknown")
        return Unknown(reason) if reason else NOT_ESTIMATED
    return Estimate(
        words=text(data, name),
        low=_number(data.get(f"{name}_low")),
        high=_number(data.get(f"{name}_high")),
        unit=text(data, f"{name}_unit"),
        evidence=words(data, f"{name}_evidence"),
    )


def _number(value: Value) -> float | None:
    return value if isinstance(value, int | float) else None


def impact_evidence(impact: Impact) -> tuple[str, ...]:
    """The ids that the estimates rest on, each once."""
    told = (one for one in impact.values() if isinstance(one, Estimate))
    return tuple(dict.fromkeys(name for one in told for name in one.evidence))


def text(data: Mapping[str, Value], name: str) -> str:
    """What data tells as one text; '' where it tells nothing."""
    value = data.get(name)
    return "" if value is None else str(value)


def words(data: Mapping[str, Value], name: str) -> tuple[str, ...]:
    """What data tells as several texts; one text is a list of one."""
    value = data.get(name)
    if isinstance(value, tuple):
        return value
    return () if value in (None, "") else (str(value),)


def day(data: Mapping[str, Value], name: str) -> Date | None:
    """A day as data tells it; ``None`` where it tells none, ``ValueError`` for what is no day."""
    told = text(data, name)
    return Date.fromisoformat(told) if told else None


def _sure(data: Mapping[str, Value], name: str) -> Date:
    found = day(data, name)
    assert found is not None  # the process document needs it, and the policy has read it
    return found
