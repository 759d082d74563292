"""The list of triggers as a reader sees it: each finding in words of one language, and the page of the manual."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kordon.domain.material import Material
from kordon.measures.mechanism.document import Mechanism
from kordon.measures.mechanism.triggers import Finding, Outcome
from kordon.measures.mechanism.words import Phrases, inert
from kordon.vocabulary import Vocabulary

_SIGNS = str.maketrans({c: f"\\{c}" for c in "\\`*_{}[]()#+!|~$@"} | {"<": "&lt;", ">": "&gt;", "&": "&amp;"})


@dataclass(frozen=True, slots=True)
class Line:
    """One finding in words. ``told`` are at most 25 words of the report that decides, ``source`` its outlet."""

    id: str
    day: str
    border: str
    trigger: str
    outcome: str
    why: str
    told: str
    source: str
    incidents: int


def lines_of(
    findings: Iterable[Finding],
    material: Material,
    texts: Mapping[str, str],
    phrases: Phrases,
    vocabulary: Vocabulary,
    lang: str,
) -> tuple[Line, ...]:
    """Each finding in ``lang``, in the order in which they come."""
    incidents = {incident.id: incident for incident in material.incidents}
    figures = {figure.id: figure for figure in material.figures}
    found = []
    for finding in findings:
        item = incidents.get(finding.id) or figures.get(finding.id)
        report = item.evidence[0].report if item is not None else ""
        source = material.reports[report].source if report in material.reports else ""
        said = _note(texts.get(report, ""))
        start, end = finding.span.start, finding.span.end
        found.append(
            Line(
                id=finding.id,
                day=str(start) if start == end else f"{start} – {end}",
                border=finding.border,
                trigger=vocabulary.label("triggers", finding.trigger, lang),
                outcome=phrases.say(f"outcomes.{finding.outcome.value}", lang),
                why=why(finding, phrases, lang),
                told=inert(said),
                source=source,
                incidents=len(finding.about),
            )
        )
    return tuple(found)


def why(finding: Finding, phrases: Phrases, lang: str) -> str:
    """What a firing met, what a near miss lacks, which word makes it doubtful."""
    if finding.outcome is Outcome.FIRES:
        shown, part = finding.met, "met"
    elif finding.outcome is Outcome.DOUBTFUL:
        return f"“{inert(finding.doubt)}”; " + "; ".join(
            phrases.say(f"conditions.{one}.met", lang) for one in finding.met
        )
    else:
        shown, part = finding.failed, "lacks"
    people = "" if finding.people is None else f" ({finding.people:g})"
    told = [phrases.say(f"conditions.{one}.{part}", lang) + (people if one == "people" else "") for one in shown]
    return "; ".join(told) + (people if finding.outcome is Outcome.ASKS else "")


def _note(text: str) -> str:
    """What the row of a table says in its note, or else the beginning of a report."""
    _, mark, note = text.partition(" Note: ")
    return note if mark else text


def markdown(text: str) -> str:
    """Words as Markdown shows them: no sign is read as markup, no table or list is broken."""
    return text.translate(_SIGNS).replace("://", ":&#47;&#47;")


def page(mechanism: Mechanism, lines: Sequence[Line], findings: Sequence[Finding], vocabulary: Vocabulary) -> str:
    """The page of the manual, in English: what fires, what is doubtful, whom it would ask, what nearly fires."""
    parts = [
        ("Fires", Outcome.FIRES, "Each would have opened a consultation of all parties at once."),
        (
            "Doubtful",
            Outcome.DOUBTFUL,
            "Every condition is met, but the report tells it in a word of doubt. A person of the watch would have "
            "had to open the consultation.",
        ),
        (
            "A state would have been asked",
            Outcome.ASKS,
            "A state's own trigger is declared by that state alone. On these days a number that we propose was "
            "reached, and the question would have been put to it.",
        ),
        ("Near misses", Outcome.NEAR, "What each lacks. None of them opens anything."),
    ]
    out = [
        "# Triggers in the public data",
        "",
        "Made by `python docs/triggers.py` from the incidents and figures that ship, by the criteria document and "
        f"`data/mechanism` (version {mechanism.version}). The tests and numbers are our proposal, not official.",
        "",
        "Incidents that were linked to one event, or are acts of one clash, are one line. *Told* is the note of "
        "the deciding row, in our words.",
    ]
    for title, outcome, about in parts:
        chosen = [
            (line, finding) for line, finding in zip(lines, findings, strict=True) if finding.outcome is outcome
        ]
        out += ["", f"## {title}: {len(chosen)}", "", about, ""]
        if not chosen:
            out.append("None.")
            continue
        out += ["| day | border | trigger | why | told | grade | rows |", "|---|---|---|---|---|---|---|"]
        for line, finding in chosen:
            cells = (line.day, line.border, line.trigger, line.why, line.told, finding.grade, str(line.incidents))
            out.append(f"| {' | '.join(markdown(cell) for cell in cells)} |")
    return "\n".join(out) + "\n"
