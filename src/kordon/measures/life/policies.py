"""The policies that the steps of a measure ask, by the names under which the process document calls them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from kordon.domain.record import Entry
from kordon.domain.time import Date
from kordon.measures.life.advance import due
from kordon.measures.life.gate import OPINIONS, blocked
from kordon.measures.life.measure import BEGUN, DAYS, FACTS, LISTS, Life, day_of, life_of, words_of
from kordon.measures.life.rules import Rules
from kordon.measures.process import Policies

# For so many weeks up to a day a border was at or below a level: see kordon.measures.life.ease. None: not known.
Calm = Callable[[Life, Date], int | None]


_NOT_BACKDATED = "Only what takes effect by itself tells 'effective'; a step of a person counts from its entry."


class Around:
    """The record around an entry: what stood before it, so that a replay asks what was asked at the time."""

    def __init__(self, rules: Rules, record: Iterable[Entry]) -> None:
        self.rules = rules
        self._place: dict[str, int] = {}
        self._entries: dict[str, list[tuple[int, Entry]]] = {}
        self._extend: dict[str, set[str]] = {}
        for place, entry in enumerate(e for e in record if e.process == rules.process.id):
            self._place.setdefault(entry.id, place)
            self._entries.setdefault(entry.subject, []).append((place, entry))
            if entry.data.get("extends"):
                self._extend.setdefault(str(entry.data["extends"]), set()).add(entry.subject)

    def before(self, subject: str, entry: Entry) -> Life | None:
        """A measure as it stood before an entry, which need not be in the record yet."""
        place = self._place.get(entry.id)
        known = [e for p, e in self._entries.get(subject, []) if place is None or p < place]
        return life_of(self.rules.process, known) if known else None

    def extensions(self, subject: str, entry: Entry) -> list[Life]:
        found = (self.before(name, entry) for name in sorted(self._extend.get(subject, ())))
        return [life for life in found if life is not None]


def policies(rules: Rules, record: Iterable[Entry] = (), calm: Calm | None = None) -> Policies:
    """All policies over a record. ``calm``, where at hand, checks what a lifting says of the weeks before."""
    around = Around(rules, record)
    return {
        "facts": partial(_facts, rules),
        "as_adopted": _as_adopted,
        "next_review": partial(_next_review, rules),
        "span": partial(_span, rules),
        "extension": partial(_extension, rules, around),
        "opinion": partial(_opinion, rules),
        "opinions": partial(_opinions, rules),
        "easing": partial(_easing, rules, calm),
        "up_to_date": partial(_up_to_date, rules, around),
        "due": partial(_due, rules, around),
    }


def _facts(rules: Rules, entries: Sequence[Entry], entry: Entry) -> str:
    """What an entry tells of a measure must be words of the vocabularies, days, and a span that is one."""
    if "effective" in entry.data:
        return _NOT_BACKDATED
    lists = {"kind": "measures", "borders": "borders", "states": "states", "traffic": "traffic"}
    for name, where in lists.items():
        for word in words_of(entry.data.get(name)):
            if word not in rules.vocabulary[where]:
                return f"{word!r} is not in {where}.yaml, so {name!r} cannot be {word!r}; add it there or mend it."
    for name in LISTS:
        if not isinstance(entry.data.get(name, ()), tuple):
            return f"{name!r} must be a list; give every part of it."
    if entry.data.get("extends") and entry.does != "propose_extension":
        return f"{entry.does!r} cannot make a measure an extension; begin with 'propose_extension'."
    for name in DAYS:
        try:
            day_of(entry.data.get(name))
        except ValueError:
            return f"{entry.data[name]!r} is not a day, so {name!r} cannot be that; write it as 2024-06-13."
    life = life_of(rules.process, [*entries, entry])
    if life.starts and life.ends and life.ends < life.starts:
        return f"{entry.subject!r} would end on {life.ends}, before it starts on {life.starts}; mend a day."
    return ""


def _as_adopted(entries: Sequence[Entry], entry: Entry) -> str:
    if "effective" in entry.data:
        return _NOT_BACKDATED
    told = [name for name in FACTS if name in entry.data]
    if told:
        return (
            f"{entry.does!r} cannot change {', '.join(told)} of {entry.subject!r}: before its adoption change the "
            f"draft, after it propose an extension or a new measure."
        )
    return ""


def _next_review(rules: Rules, entries: Sequence[Entry], entry: Entry) -> str:
    rest = {k: v for k, v in entry.data.items() if k != "review"}
    if sentence := _as_adopted(entries, Entry("", "", entry.subject, entry.does, entry.by, entry.at, data=rest)):
        return sentence
    if sentence := _facts(rules, entries, entry):
        return sentence
    review, life = day_of(entry.data.get("review")), life_of(rules.process, entries)
    today = rules.settings.today(life.decides, entry.at)
    if review is not None and (review <= today or (life.ends and review > life.ends)):
        last = f" and no later than its end on {life.ends}" if life.ends else ""
        return f"The next review of {entry.subject!r} on {review} must come after {today}{last}; name another day."
    return ""


def _span(rules: Rules, entries: Sequence[Entry], entry: Entry) -> str:
    """An adopted measure has a first day that is not over, and an end, a review or a reason to have neither."""
    life = life_of(rules.process, [*entries, entry])
    if life.decides not in rules.settings.zones:
        known = ", ".join(rules.settings.zones)
        return (
            f"No zone is told for the state {life.decides!r}; add it to the zones ({known}) in life/measures.yaml."
        )
    today = rules.settings.today(life.decides, entry.at)
    if entry.does != "enter" and life.starts is None:
        return ""  # what a step needs is asked apart
    if entry.does != "enter" and life.starts is not None and life.starts < today:
        first = f"{entry.subject!r} cannot take force on {life.starts}"
        return f"{first}, before it is adopted on {today}; name a later day."
    if entry.does == "adopt" and not life.basis:
        return f"{entry.subject!r} has no legal basis yet; draft it, or give the 'basis'."
    if life.ends and life.ends < today:
        return f"{entry.subject!r} would have ended on {life.ends}, before {today}; name a later day."
    if not (life.ends or life.review or life.without_end):
        return (
            f"{entry.subject!r} has no end; give it 'ends', or a day for its 'review', or say in 'without_end' "
            f"why it can have neither."
        )
    if life.review and ((life.starts and life.review < life.starts) or (life.ends and life.review > life.ends)):
        return f"The review of {entry.subject!r} on {life.review} lies outside its time; name a day between."
    return ""


def _extension(rules: Rules, around: Around, entries: Sequence[Entry], entry: Entry) -> str:
    life = life_of(rules.process, [*entries, entry])
    if not life.extends:
        return ""
    if life.extends == entry.subject:
        return f"{entry.subject!r} cannot extend itself; an extension is a measure of its own with its own name."
    before = around.before(life.extends, entry)
    if before is None:
        return f"There is no {life.extends!r} that {entry.subject!r} could extend; enter it first."
    if entry.does == "propose_extension" and before.state not in BEGUN:
        return f"{life.extends!r} is {before.state!r}, so nothing is left to extend; propose a new measure."
    given = {name for e in before.entries for name in e.evidence}
    if entry.does == "propose_extension" and entry.evidence and given >= set(entry.evidence):
        return (
            f"{entry.subject!r} names nothing but what {life.extends!r} rested on; an extension needs evidence "
            f"of its own, so name what has been since."
        )
    if life.starts and before.starts and life.starts <= before.starts:
        return (
            f"{entry.subject!r} would begin on {life.starts}, not after {life.extends!r}, which began on "
            f"{before.starts}; name a later day."
        )
    return ""


def _opinion(rules: Rules, entries: Sequence[Entry], entry: Entry) -> str:
    given = {e.id: e for e in entries if e.does == "opine"}
    if entry.does == "withdraw_opinion":
        return _withdrawal(given, entries, entry)
    opinion, office = entry.data.get("opinion"), entry.data.get("office")
    if opinion is not None and opinion not in OPINIONS:
        return f"{opinion!r} is not an opinion; use one of {', '.join(OPINIONS)}."
    if office is not None and office not in entry.by.roles:
        return f"{entry.by.id!r} does not speak for {office!r}; an account of that office has to."
    life = life_of(rules.process, entries)
    about = words_of(entry.data.get("about"))
    strange = [c for c in about if life.crossings and c not in life.crossings]
    if strange:
        known = ", ".join(life.crossings)
        return f"{entry.subject!r} does not touch {', '.join(strange)}; its crossings are {known}."
    try:
        last = day_of(entry.data.get("until"))
    except ValueError:
        return f"{entry.data['until']!r} is not a day, so an opinion cannot hold to it; write it as 2024-06-13."
    if last is not None and last < rules.settings.today(life.decides, entry.at):
        return f"The opinion would have run out on {last}, before it is given; name a later day."
    return ""


def _withdrawal(given: dict[str, Entry], entries: Sequence[Entry], entry: Entry) -> str:
    name = entry.data.get("withdraws")
    if name is None:
        return ""
    if name not in given:
        return f"There is no opinion {name!r} on {entry.subject!r}; the opinions are {', '.join(given) or 'none'}."
    if any(e.does == "withdraw_opinion" and e.data.get("withdraws") == name for e in entries):
        return f"The opinion {name!r} has been withdrawn already."
    office = given[str(name)].data["office"]
    if office not in entry.by.roles:
        return (
            f"{entry.by.id!r} does not speak for {office!r}, which gave the opinion {name!r}; that office has to."
        )
    return ""


def _opinions(rules: Rules, entries: Sequence[Entry], entry: Entry) -> str:
    life = life_of(rules.process, [*entries, entry])
    if life.decides not in rules.settings.zones:
        return ""  # the policy on the span says so where it matters
    blocks = (blocked(gate, rules.settings, life, entry.does, entry.at) for gate in rules.gates)
    return next((block.sentence for block in blocks if block is not None), "")


def _easing(rules: Rules, calm: Calm | None, entries: Sequence[Entry], entry: Entry) -> str:
    """Down only after sustained evidence, or with a reason to do so all the same."""
    if str(entry.data.get("despite") or "").strip():
        return ""
    rule = rules.settings.easing
    wanted = (
        f"{rule.weeks} assessed weeks in a row at {rule.at_most.value!r} or below, and {rule.trigger_days} days "
        f"without a trigger"
    )
    remedy = "wait, or say in 'despite' why it is lifted all the same"
    told = entry.data.get("calm_weeks")
    if not isinstance(told, int) or isinstance(told, bool):
        return (
            f"Lifting {entry.subject!r} early asks for {wanted}; give 'calm_weeks' with the evidence, or {remedy}."
        )
    if told < rule.weeks:
        return f"Lifting {entry.subject!r} early asks for {wanted}, and there were {told}; {remedy}."
    if calm is not None:
        life = life_of(rules.process, entries)
        known = calm(life, rules.settings.today(life.decides, entry.at))
        if known is None or known < told:
            found = f"the assessments show {known or 0}"
            return f"Lifting {entry.subject!r} names {told} calm weeks, but {found}; {remedy}."
    return ""


def _up_to_date(rules: Rules, around: Around, entries: Sequence[Entry], entry: Entry) -> str:
    """Nobody acts on a measure as if it still stood, once it has come to its end by itself."""
    life = life_of(rules.process, entries)
    step = due(rules, life, around.extensions(entry.subject, entry), entry.at)
    if step is None:
        return ""
    at = step.effective.isoformat(timespec="minutes")
    return f"{step.step!r} took effect on {entry.subject!r} by itself at {at}; bring the record up to date first."


def _due(rules: Rules, around: Around, entries: Sequence[Entry], entry: Entry) -> str:
    """An entry about what takes effect by itself stands where exactly that was due by then."""
    if told := [name for name in FACTS if name in entry.data]:
        return f"{entry.does!r} takes effect by itself and cannot change {', '.join(told)} of {entry.subject!r}."
    life = life_of(rules.process, entries)
    step = due(rules, life, around.extensions(entry.subject, entry), entry.at)
    if step is None or step.step != entry.does:
        return f"{entry.does!r} of {entry.subject!r} is not due at {entry.at.isoformat(timespec='minutes')}."
    try:
        effective = dt.datetime.fromisoformat(str(entry.data.get("effective")))
        same = effective == step.effective
    except (ValueError, TypeError):
        return f"{entry.data.get('effective')!r} is not a time; write it as 2024-06-13T00:00+02:00."
    wrong = [name for name, value in step.told if entry.data.get(name) != value]
    if wrong or not same:
        at = step.effective.isoformat(timespec="minutes")
        return f"{entry.does!r} of {entry.subject!r} takes effect at {at}, and the entry tells another thing."
    return ""
