"""What commands show in a terminal: the table of a week, reasons, progress, the end of a run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from kordon.chain import Assessed, Setup
from kordon.chain import Progress as Report
from kordon.domain.assessment import Assessment, Level, Trend
from kordon.domain.measure import Proposal
from kordon.domain.time import Week
from kordon.run import Told

if TYPE_CHECKING:
    from kordon.commentary.phrases import Told as Branch

LANG = "en"
SHAPES = {Trend.WORSE: "▲", Trend.SAME: "▬", Trend.BETTER: "▼", Trend.NOT_ASSESSED: "·"}
STYLES = {
    Level.LOW: "default",
    Level.MEDIUM: "bold",
    Level.HIGH: "bold reverse",
    Level.CRITICAL: "bold reverse red",
    Level.NOT_ASSESSED: "dim italic",
}


def console(*, error: bool = False) -> Console:
    """A console that never takes report text for markup of its own."""
    return Console(stderr=error, highlight=False, soft_wrap=False)


@contextmanager
def progress() -> Iterator[Report]:
    """Bars on standard error, one a step; nothing but the bars is lost where that is no terminal."""
    columns = (
        TextColumn("{task.description:<20}"),
        BarColumn(bar_width=32),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console(error=True)) as bars:
        tasks: dict[str, int] = {}
        group = {
            "fusing counts": "assessing",
            "reading indicators": "assessing",
            "proposing": "assessing",
        }

        def report(what: str, done: int, of: int) -> None:
            name = group.get(what, what)
            if name not in tasks:
                tasks[name] = bars.add_task(name, total=of or None)
            bars.update(tasks[name], completed=done, total=of or None)  # type: ignore[arg-type]

        yield report


def week_table(setup: Setup, assessed: Assessed, week: Week, found: Sequence[Assessment] | None = None) -> Table:
    """Border, level, factors assessed, trend and the two strongest reasons of one week."""
    table = Table(title=f"Week {week}, {week.monday} to {week.sunday}", title_justify="left", box=box.SIMPLE_HEAD)
    for name in ("border", "level", "factors", "trend"):
        table.add_column(name, no_wrap=True)
    table.add_column("strongest reasons")
    for one in assessed.table(week) if found is None else found:
        table.add_row(
            one.border,
            Text(setup.vocabulary.label("levels", one.level, LANG), STYLES[one.level]),
            f"{one.assessed}/{one.of}",
            f"{SHAPES[one.trend]} {setup.vocabulary.label('trends', one.trend, LANG)}",
            escape("\n".join(reasons(setup, one))),
        )
    return table


def weeks(setup: Setup, assessed: Assessed, least: int) -> None:
    """The newest week in which at least ``least`` borders are assessed; the later ones in a line each."""
    out = console()
    newest = assessed.newest(least)
    if newest is None:
        newest = assessed.weeks[-1]
    out.print(week_table(setup, assessed, newest))
    later = [week for week in assessed.weeks if week > newest]
    if later:
        out.print("Later weeks")
    for run in _alike(assessed, later):
        when = str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}"
        shown = " · ".join(
            f"{a.border} {setup.vocabulary.label('levels', a.level, LANG)}" for a in assessed.table(run[0])
        )
        out.print(Text(f"  {when:<21} {shown}", "dim"))


def _alike(assessed: Assessed, later: Iterable[Week]) -> list[list[Week]]:
    """Runs of weeks in which every border has the same level."""
    runs: list[list[Week]] = []
    for week in later:
        levels = [a.level for a in assessed.table(week)]
        if runs and [a.level for a in assessed.table(runs[-1][-1])] == levels:
            runs[-1].append(week)
        else:
            runs.append([week])
    return runs


def proposal(setup: Setup, found: Proposal) -> Tree:
    """The range of measures, least to most restrictive."""
    tree = Tree(escape(setup.phrases.because(LANG, found.reason)))
    for option in found.options:
        label = setup.vocabulary.label("measures", option.measure, LANG)
        tree.add(escape(f"{option.rung} {label}: {setup.phrases.because(LANG, option.reason)}"))
    return tree


def reasons(setup: Setup, found: Assessment) -> list[str]:
    """The two strongest reasons of an assessment, or why there is none."""
    strongest = found.strongest(2) or (found.reason,)
    return [setup.phrases.because(LANG, reason) for reason in strongest]


def assessment(setup: Setup, found: Assessment) -> Tree:
    """An assessment with every reason down to its readings."""
    phrases = setup.phrases
    tree = Tree(escape(phrases.because(LANG, found.reason)))
    _grow(tree, phrases.tree(LANG, found.reason))
    _grow(tree.add(escape(phrases.because(LANG, found.trend_reason))), phrases.tree(LANG, found.trend_reason))
    for fired in found.triggers:
        tree.add(escape(phrases.because(LANG, fired.reason)), style="bold")
    return tree


def _grow(tree: Tree, branch: Branch) -> None:
    for child in branch.children:
        _grow(tree.add(escape(child.text)), child)


def told(result: Told) -> None:
    """The end of a run: what was read, then every sentence about what was not."""
    out = console(error=True)
    for notice in result.notices:
        out.print(escape(f"note: {notice}"), style="dim", soft_wrap=True)
    for error in result.errors:
        out.print(escape(f"not used: {error}"), style="bold", soft_wrap=True)
    for mismatch in result.mismatches:
        out.print(escape(f"not published: {mismatch}"), style="bold", soft_wrap=True)
    counts = f"{result.files} files, {result.reports} reports ({result.new} new, {result.empty} without findings)"
    out.print(f"{counts}; {len(result.errors)} complaints.")
