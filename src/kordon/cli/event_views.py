"""What ``kordon events`` shows in a terminal: the list of events, one event, a candidate."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from rich import box
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from kordon.chain import Setup
from kordon.cli.show import LANG, console
from kordon.coding.linking import Linking, State, Suggestions, Teller, fold
from kordon.domain.event import Decision, Event, Suggestion
from kordon.domain.report import Report

CUT = 120  # letters of a report that are shown beside what was taken from it


@dataclass(frozen=True)
class Desk:
    """Everything that the commands ask of one register; it is read once."""

    setup: Setup
    rules: Linking
    suggestions: Suggestions
    reports: Mapping[str, Report]

    def state(self, log: Iterable[Decision]) -> State:

        return fold(self.suggestions, tuple(log), self.rules)

    def teller(self, state: State) -> Teller:

        return Teller(state, self.suggestions, self.reports, self.rules, self.setup.sources, self.setup.vocabulary)


def show(what: Table | Tree) -> None:

    console().print(what)


def inert(words: str) -> str:
    """Words of a report as a terminal may show them: no control, no change of direction, no invisible letters."""
    return "".join("\N{REPLACEMENT CHARACTER}" if unicodedata.category(c) in _UNSEEN else c for c in words)


_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})


def _text(words: str) -> Text:

    return Text(inert(words))


def table(desk: Desk, events: Iterable[Event]) -> Table:

    table = Table(box=box.SIMPLE_HEAD)
    for name in (
        "event",
        "when",
        "where",
        "what",
        "reports",
        "sources",
        "grade",
        "validation",
        "linked",
        "differ",
    ):
        table.add_column(name, no_wrap=name == "event")
    for event in events:
        table.add_row(
            *map(
                _text,
                (
                    event.id,
                    _values(event, "span"),
                    _values(event, "place"),
                    desk.setup.vocabulary.label("kinds", event.kind, LANG),
                    str(len(event.reports)),
                    str(len(event.sources)),
                    event.grade.grade,
                    desk.setup.vocabulary.label("validations", event.status.validation, LANG),
                    event.basis.value,
                    ", ".join(aspect.name for aspect in event.disagreements),
                ),
            )
        )
    return table


def _values(event: Event, name: str) -> str:
    aspect = event.aspect(name)
    return "" if aspect is None else " / ".join(said.value for said in aspect.said)


def tree(desk: Desk, event: Event, state: State) -> Tree:

    vocabulary = desk.setup.vocabulary
    kind = vocabulary.label("kinds", event.kind, LANG)
    tree = Tree(_text(f"{event.id}: {kind}, {_values(event, 'span')}, {_values(event, 'place')}"))
    letter, digit = event.grade.grade[0], event.grade.grade[1]
    words = f"{vocabulary.label('reliabilities', letter, LANG)}; {vocabulary.label('credibilities', digit, LANG)}"
    tree.add(_text(f"grade {event.grade.grade} ({words}); {event.grade.rule}: {', '.join(event.grade.steps)}"))
    status = vocabulary.label("validations", event.status.validation, LANG)
    tree.add(
        _text(f"{status} ({event.status.decision or event.status.rule}); {'' if event.counts else 'not '}counted")
    )
    said = tree.add("what is said")
    for aspect in event.aspects:
        aspect_branch = said.add(_text(f"{aspect.name}{'' if aspect.agreed else ' (they differ)'}"))
        for one in aspect.said:
            aspect_branch.add(_text(f"{one.value}: {', '.join(map(_namer(desk), one.reports))}"))
    sources = tree.add(_text(f"{len(event.sources)} independent sources"))
    for source in event.sources:
        why = f" (one source: {', '.join(source.because)})" if source.because else ""
        denies = ", denies it" if source.denies else ""
        branch = sources.add(_text(f"{source.grade}{denies}{why}"))
        for name in source.reports:
            report = desk.reports.get(name)
            branch.add(_text(f"{name} {_line(report)}"))
    held = tree.add(_text(f"held together: {event.basis}"))
    for link in event.links:
        held.add(_text(f"{link.one} + {link.other}: {_reasons(link)}"))
    for name in event.incidents:
        held.add(_text(f"incident {name}"))
    for follow_up in event.follow_ups:
        other = follow_up.of if follow_up.incident in event.incidents else follow_up.incident
        word = "came of" if follow_up.incident in event.incidents else "was followed by"
        tree.add(_text(f"{word} {state.of[other].id} ({follow_up.score:g} points)"))
    known = {decision.id: decision for decision in state.verdicts.standing}
    for name in event.decisions:
        decision = known[name]
        tree.add(_text(f"{decision.act} by {decision.by} on {decision.at.date()}: {decision.why} ({name})"))
    return tree


def _namer(desk: Desk) -> Callable[[str], str]:
    """How a report is named in a line: its outlet and its day."""

    def name(report: str) -> str:
        found = desk.reports.get(report)
        return report if found is None else f"{found.source or report} {found.published_at or ''}".strip()

    return name


def _line(report: Report | None) -> str:
    if report is None:
        return ""
    words = " ".join((report.title or report.text).split())
    cut = words if len(words) <= CUT else f"{words[:CUT]}…"
    return f"{report.source} {report.published_at or ''} [{report.lang}] {cut}"


def pair(desk: Desk, candidate: Suggestion) -> Tree:

    tree = Tree(_text(_reasons(candidate)))
    for name in (candidate.one, candidate.other):
        report = desk.reports.get(desk.suggestions.profiles[name].report)
        tree.add(_text(f"{name} {_line(report)}"))
    return tree


def _reasons(suggestion: Suggestion) -> str:
    told = ", ".join(f"{w.reason} {w.weight:+g}" for w in suggestion.reasons)
    return f"{suggestion.score:g} points ({told})"
