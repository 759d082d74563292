"""The policies that the steps of an issue's texts ask, by the names under which the process document calls them.

A policy that is asked before anything was told (which steps lead on from here?) speaks of the revision in work.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from kordon.commentary.issue.checks import Finding
from kordon.commentary.issue.fold import text_of
from kordon.commentary.issue.inert import intruder
from kordon.commentary.issue.model import Text, told_by
from kordon.commentary.issue.together import short, why_not_corrected, why_not_together
from kordon.criteria.labels import Label
from kordon.domain.assessment import Trend
from kordon.domain.errors import DomainError
from kordon.domain.issue import Revision
from kordon.domain.record import Entry
from kordon.domain.time import Week
from kordon.measures.process import Policies, Process

NOTICE = 2_000  # characters
CORRECTS = ("correct", "correct_again")


@dataclass(frozen=True)
class Facts:
    """What a step is checked against: the texts of the record, the revisions that they name, and the rules.

    ``computed`` gives the trend of an area and week as it is computed now, ``None`` where nothing computes one;
    ``labels`` are the analysts' trends by area and week; ``check`` gives what is wrong with a revision now.
    """

    texts: Mapping[str, Text]
    revisions: Mapping[str, Revision]
    languages: tuple[str, ...]
    areas: frozenset[str]
    check: Callable[[Revision], Sequence[Finding]]
    computed: Callable[[str, Week], Trend | None]
    labels: Mapping[tuple[str, Week], Label]

    def of_area(self, week: Week, area: str) -> tuple[Text, ...]:
        """The texts of one area and week, in the order of the languages."""
        found = [t for t in self.texts.values() if (t.week, t.area) == (week, area)]
        return tuple(sorted(found, key=lambda t: self.languages.index(t.lang)))


def policies(process: Process, facts: Facts) -> Policies:
    """All policies of a text."""
    found = {
        "known_text": _known_text,
        "own_revision": _own_revision,
        "follows": _follows,
        "same_revision": _same_revision,
        "sound": _sound,
        "labelled": _labelled,
        "second_person": _second_person,
        "together": _together,
        "amended": _amended,
        "notice": _notice,
        "corrected_together": _corrected_together,
    }
    return {name: partial(policy, process, facts) for name, policy in found.items()}


def _known_text(process: Process, facts: Facts, entries: Sequence[Entry], entry: Entry) -> str:
    if not entry.subject:
        return ""
    try:
        _, area, lang = told_by(entry.subject)
    except (DomainError, ValueError):
        return f"{entry.subject!r} is no text of an issue; name it as 2024-W22:security:en."
    if area not in facts.areas:
        return f"{area!r} is no area; use one of {', '.join(sorted(facts.areas))}, or add it to areas.yaml."
    if lang not in facts.languages:
        return f"{lang!r} is no language of the issue; it appears in {', '.join(facts.languages)}."
    return ""


def _revision(process: Process, facts: Facts, entries: Sequence[Entry], entry: Entry) -> Revision | None:
    """The revision that a step names, else the one in work."""
    name = str(entry.data.get("revision") or "")
    if not name and entries:
        text = text_of(process, entries)
        name = text.newest if entry.does in CORRECTS else text.current
    return facts.revisions.get(name)


def _own_revision(process: Process, facts: Facts, entries: Sequence[Entry], entry: Entry) -> str:
    name = str(entry.data.get("revision") or "")
    if not name:
        return ""
    found = facts.revisions.get(name)
    if found is None:
        return f"The register holds no revision {name!r}; store it with the step that names it."
    if (found.week, found.area, found.lang) != told_by(entry.subject):
        return f"{short(name)} is a revision of {found.week}:{found.area}:{found.lang}, not of {entry.subject!r}."
    if entry.by.id not in found.authors and not entry.does.startswith("import"):
        return f"{entry.by.id!r} hands {short(name)} in and is not among its authors; add the account to them."
    return ""


def _follows(process: Process, facts: Facts, entries: Sequence[Entry], entry: Entry) -> str:
    """Two who edit at once: the second is told, and overwrites nothing."""
    if not entries or not entry.data.get("before"):
        return ""
    text, before = text_of(process, entries), str(entry.data["before"])
    found = facts.revisions.get(str(entry.data.get("revision") or ""))
    if before != text.newest or (found is not None and found.before != before):
        return (
            f"The {text.lang} text of {text.area!r} in {text.week} is {short(text.newest)} now, and this edit was "
            f"made from {short(before)}; take the newest text and enter your changes there."
        )
    return ""


def _same_revision(process: Process, facts: Facts, entries: Sequence[Entry], entry: Entry) -> str:
    name = str(entry.data.get("revision") or "")
    if not name or not entries:
        return ""
    text = text_of(process, entries)
    if name != text.current:
        return (
            f"{entry.does!r} names {short(name)}, and the {text.lang} text is {short(text.current)} now; "
            "look at that one first."
        )
    return ""


def _sound(process: Process, facts: Facts, entries: Sequence[Entry], entry: Entry) -> str:
    """Nothing in the text is wrong as things are known now, the numbers among them."""
    if not entry.data:
        return ""  # what may lead on is asked often, and the check takes time
    found = _revision(process, facts, entries, entry)
    stops = [f for f in facts.check(found) if f.stops] if found is not None else []
    if not stops:
        return ""
    more = f" ({len(stops) - 1} more: see 'check')" if len(stops) > 1 else ""
    return f"{entry.subject}, {stops[0]}{more}"


def _labelled(process: Process, facts: Facts, entries: Sequence[Entry], entry: Entry) -> str:
    """Where the analysts' trend differs from the computed one, a reason is on record."""
    found = _revision(process, facts, entries, entry)
    if found is None:
        return ""
    computed, label = facts.computed(found.area, found.week), facts.labels.get((found.area, found.week))
    if computed is None:
        return ""
    remedy = f"say why with `kordon issue label {found.week} {found.area}`"
    if label is not None and label.analyst is not found.trend:
        return (
            f"{entry.subject} says {found.trend.value!r}, and the label of the trend on record is "
            f"{label.analyst.value!r}; make them agree, or {remedy}."
        )
    if found.trend is computed:
        return ""
    if label is None:
        return (
            f"{entry.subject} says {found.trend.value!r}, and the computed trend is {computed.value!r}; {remedy}."
        )
    if not label.why or label.computed is not computed:
        return (
            f"The trend of {found.area!r} in {found.week} was labelled {label.analyst.value!r} when "
            f"{label.computed.value!r} was computed, and now it is {computed.value!r}; {remedy}."
        )
    return ""


def _second_person(process: Process, facts: Facts, entries: Sequence[Entry], entry: Entry) -> str:
    """Who wrote any revision of a text approves neither it nor its correction."""
    text = text_of(process, entries)
    names = (text.amended,) if entry.does in CORRECTS else text.revisions
    authors = {a for name in names if name in facts.revisions for a in facts.revisions[name].authors}
    if entry.does in CORRECTS:
        authors |= {e.by.id for e in entries if e.does == "amend" and e.data.get("revision") == text.amended}
    if entry.by.id in authors:
        return (
            f"{entry.by.id!r} wrote a revision of the {text.lang} text of {text.area!r} in {text.week} and may "
            f"not {entry.does!r} it; another person has to."
        )
    return ""


def _together(process: Process, facts: Facts, entries: Sequence[Entry], entry: Entry) -> str:
    week, area, lang = told_by(entry.subject)
    without = entry.data.get("without") or ()
    left_out = without if isinstance(without, tuple) else (str(without),)
    if lang in left_out:
        return f"The {lang} text is left out of the release and released at once; do one of both."
    return why_not_together(facts.of_area(week, area), facts.revisions, facts.languages, left_out, entry.why)


def _amended(process: Process, facts: Facts, entries: Sequence[Entry], entry: Entry) -> str:
    return "" if text_of(process, entries).amended else f"No correction of {entry.subject!r} is written."


def _notice(process: Process, facts: Facts, entries: Sequence[Entry], entry: Entry) -> str:
    notice = str(entry.data.get("notice") or "")
    if (found := intruder(notice)) is not None:
        return f"The notice for {entry.subject!r} holds {found[1]}, which nobody sees; take it out."
    if len(notice) > NOTICE:
        return f"The notice for {entry.subject!r} has more than {NOTICE:,} letters; shorten it."
    return ""


def _corrected_together(process: Process, facts: Facts, entries: Sequence[Entry], entry: Entry) -> str:
    week, area, _ = told_by(entry.subject)
    texts, text = facts.of_area(week, area), text_of(process, entries)
    if entry.data.get("revision") not in (None, text.newest):
        return f"{entry.subject!r} is {short(text.newest)} now; look at that one before it is corrected."
    done = str(entry.data.get("correction") or "")
    if done and any(c.id == done for t in texts for c in t.corrections):
        return ""  # one of the languages that are corrected at once: the first was checked with all of them
    return why_not_corrected(texts, facts.revisions)
