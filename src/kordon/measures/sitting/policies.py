"""The policies that the steps of a sitting ask, by the names under which the process document calls them.

A policy that is asked before anything was told (which steps lead on from here?) speaks of what it can see: who
acts and what was put. What a step needs to be told is asked by the process itself.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from kordon.domain.assessment import Assessment
from kordon.domain.measure import Proposal
from kordon.domain.record import Entry
from kordon.domain.time import Date
from kordon.measures.life.gate import OPINIONS
from kordon.measures.process import Policies, Process
from kordon.measures.sitting.fold import day, item_of, offer_of, sitting_of, text, words
from kordon.measures.sitting.model import CHOICES, HEADINGS, OPTIONS, OTHER, Offer, Sitting


def utc_day(at: dt.datetime) -> Date:
    return at.astimezone(dt.UTC).date()


@dataclass(frozen=True, slots=True)
class Facts:
    """What a sitting is checked against: what the register holds, and the words of the vocabularies.

    ``crossings``: border by crossing. ``rungs``: the ladder's, least restrictive first. ``knows``: whether an id
    is in the register. ``today``: the day that a moment belongs to where the body sits.
    """

    borders: frozenset[str]
    kinds: frozenset[str]
    traffic: frozenset[str]
    rungs: tuple[str, ...]
    crossings: Mapping[str, str]
    assessments: Mapping[str, Assessment]
    proposals: Mapping[str, Proposal]
    knows: Callable[[str], bool]
    today: Callable[[dt.datetime], Date] = field(default=utc_day)


def policies(process: Process, facts: Facts) -> Policies:
    """All policies of a sitting."""
    found = {
        "known_borders": _known_borders,
        "agenda": _agenda,
        "option": _option,
        "withdrawal": _withdrawal,
        "opinion": _opinion,
        "later": _later,
        "heard": _heard,
        "range": _range,
        "decision": _decision,
        "dissent": _dissent,
    }
    return {name: partial(policy, process, facts) for name, policy in found.items()}


def _known_borders(process: Process, facts: Facts, entries: Sequence[Entry], entry: Entry) -> str:
    for border in words(entry.data, "borders"):
        if border not in facts.borders:
            return f"{border!r} is no border that is assessed; use one of {', '.join(sorted(facts.borders))}."
    return ""


def _agenda(process: Process, facts: Facts, entries: Sequence[Entry], entry: Entry) -> str:
    """The assessment now and the one before are in the register, of this border, and in the order of time."""
    sitting, item = sitting_of(process, entries), item_of(entry)
    if not item.border or not item.assessment:
        return ""
    if item.border not in sitting.borders:
        return f"{sitting.id!r} was called for {', '.join(sitting.borders)}, not for {item.border!r}."
    for name in filter(None, (item.assessment, item.since)):
        found = facts.assessments.get(name)
        if found is None:
            return f"There is no assessment {name!r} in the register; run the assessment first, and name its id."
        if found.border != item.border:
            return f"The assessment {name!r} is of {found.border!r}, not of {item.border!r}; name another."
        if found.as_of > facts.today(entry.at):
            return f"The assessment {name!r} holds for {found.as_of}, which has not come yet; name another."
    if item.since:
        before, now = facts.assessments[item.since], facts.assessments[item.assessment]
        if (before.week, before.as_of) >= (now.week, now.as_of):
            return (
                f"{item.since!r} (week {before.week}) does not come before {item.assessment!r} (week {now.week}); "
                "name the assessment that the last sitting had."
            )
    former = sitting.item(item.border)
    if former is not None and former.assessment == item.assessment:
        return f"{item.assessment!r} is on the agenda of {sitting.id!r} already."
    return _evidence(facts, entry)


def _option(process: Process, facts: Facts, entries: Sequence[Entry], entry: Entry) -> str:
    """An option speaks of a border on the agenda and of its crossings, in words that are known, and has an end."""
    sitting = sitting_of(process, entries)
    try:
        offer = offer_of(entry.data)
    except ValueError:
        told = f"{entry.data.get('starts')!r} to {entry.data.get('ends')!r}"
        return f"An option cannot run from {told}; write both days as 2024-06-13."
    if not offer.id:
        return "" if sitting.agenda else f"No border is on the agenda of {sitting.id!r}; put its assessment there."
    if sitting.option(offer.id) is not None:
        return f"{sitting.id!r} has an option {offer.id!r} already; give this one another name."
    return (
        _words(facts, offer)
        or _place(facts, sitting, offer)
        or _time(facts, offer, entry)
        or _origin(facts, sitting, offer, entry)
        or _estimates(entry)
        or _evidence(facts, entry)
    )


def _words(facts: Facts, offer: Offer) -> str:
    if offer.kind not in facts.kinds:
        return f"{offer.kind!r} is no kind of measure; use one of measures.yaml."
    if offer.rung not in facts.rungs:
        return f"{offer.rung!r} is no rung of the ladder; the rungs are {', '.join(facts.rungs)}."
    if offer.rank != facts.rungs.index(offer.rung):
        place = facts.rungs.index(offer.rung)
        return f"The rung {offer.rung!r} has place {place} on the ladder, not {offer.rank}."
    for name in offer.traffic:
        if name not in facts.traffic:
            known = ", ".join(sorted(facts.traffic))
            return f"{name!r} is no class of traffic; use one of {known}."
    return ""


def _place(facts: Facts, sitting: Sitting, offer: Offer) -> str:
    if sitting.item(offer.border) is None:
        listed = ", ".join(item.border for item in sitting.agenda) or "nothing"
        return f"{offer.border!r} is not on the agenda of {sitting.id!r}, which has {listed}; put it there first."
    for name in offer.crossings:
        border = facts.crossings.get(name)
        if border is None:
            return f"There is no crossing {name!r} in the register; use the id of one that is."
        if border != offer.border:
            return f"The crossing {name!r} is on {border!r}, not on {offer.border!r}; take it out of {offer.id!r}."
    return ""


def _time(facts: Facts, offer: Offer, entry: Entry) -> str:
    if offer.starts is None or offer.ends is None:
        return f"The option {offer.id!r} needs a first and a last day; give both."
    if offer.ends < offer.starts:
        return f"The option {offer.id!r} ends on {offer.ends}, before it starts on {offer.starts}; mend a day."
    if offer.starts < (today := facts.today(entry.at)):
        return f"The option {offer.id!r} starts on {offer.starts}, before it is put on {today}; mend the day."
    return ""


def _origin(facts: Facts, sitting: Sitting, offer: Offer, entry: Entry) -> str:
    """An option is one of the range that was proposed for the assessment, or says why it goes beyond it."""
    if not offer.proposal:
        if entry.why.strip():
            return ""
        return f"The option {offer.id!r} is none of a proposed range, so it needs a reason; say why it is put."
    proposal, item = facts.proposals.get(offer.proposal), sitting.item(offer.border)
    if proposal is None:
        return f"There is no proposal {offer.proposal!r} in the register; name the id of one that is."
    if item is None or proposal.assessment != item.assessment:
        return f"The proposal {offer.proposal!r} does not answer the assessment of {offer.border!r} on the agenda."
    steps = [(o.reason.key, o.measure, o.rung) for o in proposal.options]
    if (offer.step, offer.kind, offer.rung) not in steps:
        listed = ", ".join(step for step, _, _ in steps) or "nothing"
        return f"{offer.step!r} is not in the proposed range, which has {listed}; put it with a reason of its own."
    return ""


def _estimates(entry: Entry) -> str:
    for heading in HEADINGS:
        low, high = (entry.data.get(f"impact_{heading}_{side}") for side in ("low", "high"))
        for bound in (low, high):
            if bound is not None and (isinstance(bound, bool) or not isinstance(bound, int | float)):
                return f"The estimate of {heading!r} has the bound {bound!r}; give a number."
        if isinstance(low, int | float) and isinstance(high, int | float) and high < low:
            return f"The estimate of {heading!r} runs from {low:g} to {high:g}; give the smaller number first."
    return ""


def _withdrawal(process: Process, facts: Facts, entries: Sequence[Entry], entry: Entry) -> str:
    name, sitting = text(entry.data, "option"), sitting_of(process, entries)
    if not name:
        return ""
    if sentence := _standing(sitting, name):
        return sentence
    put = sitting.option(name)
    if put is not None and put.by.id != entry.by.id:
        return f"The option {name!r} was put by {put.by.id!r}, so {entry.by.id!r} cannot withdraw it."
    return ""


def _opinion(process: Process, facts: Facts, entries: Sequence[Entry], entry: Entry) -> str:
    office, opinion, about = (text(entry.data, name) for name in ("office", "opinion", "about"))
    if opinion and opinion not in OPINIONS:
        return f"{opinion!r} is not an opinion; use one of {', '.join(OPINIONS)}."
    if office and office not in entry.by.roles:
        return f"{entry.by.id!r} does not speak for {office!r}; an account of that office has to."
    sentence = _standing(sitting_of(process, entries), about) if about else ""
    return sentence or _evidence(facts, entry)


def _later(process: Process, facts: Facts, entries: Sequence[Entry], entry: Entry) -> str:
    """What is to come comes after the day on which it is said."""
    for name in ("until", "next_review"):
        try:
            told = day(entry.data, name)
        except ValueError:
            return f"{entry.data[name]!r} is not a day; write it as 2024-06-13."
        if told is not None and told <= (today := facts.today(entry.at)):
            what = "The sitting would go on" if name == "until" else "The next review would be"
            return f"{what} on {told}, and it is {today}; name a later day."
    return ""


def _heard(process: Process, facts: Facts, entries: Sequence[Entry], entry: Entry) -> str:
    sitting = sitting_of(process, entries)
    missing = [border for border in sitting.borders if sitting.item(border) is None]
    if missing:
        return f"{sitting.id!r} has not heard the assessment of {', '.join(missing)}; put it on the agenda."
    return _evidence(facts, entry)


def _range(process: Process, facts: Facts, entries: Sequence[Entry], entry: Entry) -> str:
    """A range, never a single answer: two options at least, that differ, on every border that has any."""
    sitting = sitting_of(process, entries)
    remedy = "put another, or put the decision off"
    if not sitting.range:
        return f"No option was put in {sitting.id!r}, so there is nothing to choose from; {remedy}."
    for border in dict.fromkeys(put.offer.border for put in sitting.range):
        found = {put.offer.content for put in sitting.range if put.offer.border == border}
        if len(found) < 2:
            return f"{sitting.id!r} has a single option for {border!r}, which is no choice; {remedy}."
    return ""


def _decision(process: Process, facts: Facts, entries: Sequence[Entry], entry: Entry) -> str:
    choice, chosen, other = text(entry.data, "choice"), words(entry.data, "options"), text(entry.data, "other")
    if not choice:
        return ""
    sitting = sitting_of(process, entries)
    if choice not in CHOICES:
        return f"{choice!r} is no choice; use one of {', '.join(CHOICES)}."
    if choice != OPTIONS and chosen:
        return f"The choice is {choice!r} and names {', '.join(chosen)}; choose {OPTIONS!r}, or name none."
    if choice != OTHER and other:
        return f"The choice is {choice!r} and tells of something else; choose {OTHER!r}, or leave that out."
    if choice == OTHER and not other.strip():
        return "A decision that is none of the options needs its words; say in 'other' what was decided."
    if choice == OPTIONS and not chosen:
        return f"The choice is {OPTIONS!r} and names none; name those that were decided on, or choose 'none'."
    if len(set(chosen)) < len(chosen):
        return f"The decision names an option twice ({', '.join(chosen)}); name each once."
    today = facts.today(entry.at)
    for name in chosen:
        if sentence := _standing(sitting, name):
            return sentence
        put = sitting.option(name)
        if put is not None and put.offer.starts is not None and put.offer.starts < today:
            return f"The option {name!r} was to start on {put.offer.starts}, and it is {today}; put it anew."
    return ""


def _dissent(process: Process, facts: Facts, entries: Sequence[Entry], entry: Entry) -> str:
    if any(dissent.by.id == entry.by.id for dissent in sitting_of(process, entries).dissents):
        return f"{entry.by.id!r} has dissented in {entry.subject!r} already."
    return ""


def _standing(sitting: Sitting, name: str) -> str:
    put = sitting.option(name)
    listed = ", ".join(put.offer.id for put in sitting.range) or "none"
    if put is None:
        return f"{sitting.id!r} has no option {name!r}; the options are {listed}."
    if put.withdrawn:
        return f"The option {name!r} was withdrawn; those that stand are {listed}."
    return ""


def _evidence(facts: Facts, entry: Entry) -> str:
    missing = [name for name in entry.evidence if not facts.knows(name)]
    if missing:
        return f"The register holds nothing named {', '.join(missing)}; name evidence by an id that it holds."
    return ""
