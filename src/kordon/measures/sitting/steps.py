"""The steps of a sitting as functions: each gives a maker, which makes the entry of the record and the moment.

``register.take(process, maker, policies)`` checks and stores what a maker makes. A maker checks nothing itself.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence

from kordon.domain.errors import DomainError
from kordon.domain.measure import Proposal
from kordon.domain.record import Entry, Person, Value
from kordon.domain.report import stable_id
from kordon.domain.time import Date
from kordon.measures.sitting.fold import data_of, impact_evidence
from kordon.measures.sitting.model import PROCESS, Impact, Offer

Make = Callable[[Sequence[Entry], dt.datetime], Entry]


def call(sitting: str, by: Person, body: str, borders: Iterable[str], why: str = "") -> Make:
    """Call a sitting of a body (an office's id) on one or more borders."""
    data: dict[str, Value] = {"body": body, "borders": tuple(borders)}
    return _maker(sitting, "open", by, why, (), data)


def put_on_agenda(sitting: str, by: Person, border: str, assessment: str, since: str = "") -> Make:
    """Put a border's assessment on the agenda, with the one that the last sitting had of it ('' for none)."""
    evidence = tuple(filter(None, (assessment, since)))
    data: dict[str, Value] = {"border": border, "assessment": assessment, "since": since}
    return _maker(sitting, "agenda", by, "", evidence, data)


def put_option(sitting: str, by: Person, offer: Offer, why: str = "", evidence: Iterable[str] = ()) -> Make:
    """Put an option. Its proposal and what its estimates rest on are evidence without being named again."""
    rests = (*evidence, offer.proposal, *impact_evidence(offer.impact))
    return _maker(sitting, "option", by, why, rests, data_of(offer))


def withdraw(sitting: str, by: Person, option: str, why: str) -> Make:
    return _maker(sitting, "withdraw", by, why, (), {"option": option})


def opine(
    sitting: str, by: Person, office: str, opinion: str, why: str, about: str = "", evidence: Iterable[str] = ()
) -> Make:
    """Give the opinion of an office on one option, or with ``about`` empty on all of them."""
    return _maker(sitting, "opine", by, why, evidence, {"office": office, "opinion": opinion, "about": about})


def adjourn(sitting: str, by: Person, until: Date, why: str) -> Make:
    return _maker(sitting, "adjourn", by, why, (), {"until": until.isoformat()})


def resume(sitting: str, by: Person) -> Make:
    return _maker(sitting, "resume", by, "", (), {})


def decide(
    sitting: str,
    by: Person,
    choice: str,
    next_review: Date,
    why: str,
    *,
    options: Iterable[str] = (),
    other: str = "",
    evidence: Iterable[str] = (),
) -> Make:
    """Decide on options that were put, on none of them, or on something else told in ``other``."""
    data: dict[str, Value] = {"choice": choice, "options": tuple(options), "other": other}
    data["next_review"] = next_review.isoformat()
    return _maker(sitting, "decide", by, why, evidence, data)


def defer(sitting: str, by: Person, next_review: Date, why: str) -> Make:
    """Put the decision off to a day."""
    return _maker(sitting, "defer", by, why, (), {"next_review": next_review.isoformat()})


def dissent(sitting: str, by: Person, why: str) -> Make:
    return _maker(sitting, "dissent", by, why, (), {})


def close(sitting: str, by: Person) -> Make:
    return _maker(sitting, "close", by, "", (), {})


def call_off(sitting: str, by: Person, why: str) -> Make:
    return _maker(sitting, "call_off", by, why, (), {})


def _maker(
    sitting: str, does: str, by: Person, why: str, evidence: Iterable[str], data: Mapping[str, Value]
) -> Make:
    rests = tuple(dict.fromkeys(name for name in evidence if name))

    def make(log: Sequence[Entry], at: dt.datetime) -> Entry:
        so_far = sum(1 for entry in log if entry.process == PROCESS and entry.subject == sitting)
        name = stable_id("entry", PROCESS, sitting, so_far, does, by.id, at.astimezone(dt.UTC).isoformat())
        return Entry(name, PROCESS, sitting, does, by, at, why, rests, dict(data))

    return make


def offered(
    proposal: Proposal,
    rungs: Sequence[str],
    step: str,
    name: str,
    starts: Date,
    *,
    ends: Date | None = None,
    traffic: Iterable[str] | None = None,
    crossings: Iterable[str] | None = None,
    exceptions: Iterable[str] = (),
    impact: Impact | None = None,
) -> Offer:
    """An option of the proposed range, by the key of its message (``option-buffer-zone``), as the range has it.

    ``traffic`` and ``crossings`` narrow its reach where they are given, ``exceptions`` are added to its own.
    ``ends`` follows from the days of the ladder where it is not given. Raises :class:`DomainError` for a step that
    the range has not, and where the ladder tells no days and ``ends`` is not given.
    """
    found = next((option for option in proposal.options if option.reason.key == step), None)
    if found is None:
        listed = ", ".join(option.reason.key for option in proposal.options) or "nothing"
        raise DomainError(f"{step!r} is not in the range of the proposal {proposal.id!r}, which has {listed}.")
    if ends is None:
        if found.days is None:
            raise DomainError(f"The ladder tells no number of days for {step!r}; give the option a last day.")
        ends = starts + dt.timedelta(days=found.days - 1)
    return Offer(
        id=name,
        kind=found.measure,
        rung=found.rung,
        rank=rungs.index(found.rung),
        border=proposal.border,
        basis=found.legal_basis,
        starts=starts,
        ends=ends,
        traffic=found.traffic if traffic is None else tuple(traffic),
        crossings=found.crossings if crossings is None else tuple(crossings),
        exceptions=tuple(dict.fromkeys((*found.exceptions, *exceptions))),
        step=step,
        proposal=proposal.id,
        impact=dict(impact or {}),
    )
