"""``kordon evaluate``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from kordon.cli.options import data_option
from kordon.domain.errors import InputError

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from kordon.chain import Setup
    from kordon.coding.accuracy import Accuracy, FieldLine, Line, ModalityLine, Rate
    from kordon.coding.gold import Case
    from kordon.coding.mistakes import Mistake
    from kordon.coding.strata import Result

TEST = "test"
HALVES = ("open", TEST, "all")
TYPES = ("figures", "incidents", "measures", "signals", "compositions", "judgements", "rungs")
DASH = "–"
NOTICE = (
    "The errors of the test half are listed. Once they have been read it is no longer untouched: say so beside "
    "any figure that is taken from it from now on."
)


@click.command()
@click.argument("gold", type=click.Path(path_type=Path))
@click.option("--lang", "langs", multiple=True, help="Only cases in this language (may be given several times).")
@click.option(
    "--half", type=click.Choice(HALVES), default="all", show_default=True, help="Folders `test` are the test half."
)
@click.option("--kind", "kinds", multiple=True, type=click.Choice(TYPES), help="Only items of this type.")
@click.option(
    "--errors/--no-errors",
    default=None,
    help="List every error; without the option, those of the open half only.",
)
@click.option(
    "--json", "as_json", is_flag=True, help="One JSON object; `kordon schema accuracy` prints its schema."
)
@data_option
def command(
    gold: Path,
    langs: tuple[str, ...],
    half: str,
    kinds: tuple[str, ...],
    errors: bool | None,
    as_json: bool,
    folders: tuple[Path, ...],
) -> None:
    """Code the cases of GOLD, a file or a folder, and print how much of what they expect came out.

    tests/gold/README.md describes the files, and the guide 'Label your own gold' begins with one case.
    """
    from kordon.chain import Setup
    from kordon.coding.accuracy import measure
    from kordon.coding.gold import load_cases
    from kordon.coding.mistakes import mistakes

    setup = Setup(*folders)
    cases = _chosen(gold, load_cases(gold, setup.vocabulary), langs, half)
    results = list(_results(setup, cases))
    found = measure(results, types=kinds)
    listed = _listed(results, errors)
    wrong = list(mistakes((r for r in results if r.case.half in listed), kinds))
    if as_json:
        from kordon.api.accuracy import to_json

        click.echo(json.dumps(to_json(found, wrong, listed), ensure_ascii=False, indent=2))
    else:
        show(found, wrong, [r.case for r in results])
    if errors and TEST in listed:
        click.echo(f"kordon: {NOTICE}", err=True)


def _chosen(gold: Path, cases: Sequence[Case], langs: tuple[str, ...], half: str) -> list[Case]:
    chosen = [
        case for case in cases if (not langs or case.report.lang in langs) and (half == "all" or case.half == half)
    ]
    if not chosen:
        known = ", ".join(sorted({f"{case.report.lang} ({case.half})" for case in cases})) or "nothing"
        raise InputError(str(gold), "", "no case is left to evaluate", f"ask for what is there: {known}")
    return chosen


def _results(setup: Setup, cases: Iterable[Case]) -> Iterator[Result]:
    from kordon.coding.evaluate import pairs_of
    from kordon.coding.strata import Result

    warned = set()
    for case in cases:
        coded = setup.coder.code(case.report)
        if coded.warnings and case.report.lang not in warned:
            warned.add(case.report.lang)
            click.echo(f"kordon: {case.path}, line {case.line}: {coded.warnings[0]}", err=True)
        yield Result(case, pairs_of(case, coded))


def _listed(results: Sequence[Result], errors: bool | None) -> list[str]:
    """The halves whose errors are listed: an untouched half stays so unless somebody asks."""
    if errors is False:
        return []
    halves = dict.fromkeys(r.case.half for r in results)
    return [half for half in halves if errors or half != TEST]


def show(found: Accuracy, wrong: Sequence[Mistake], cases: Sequence[Case]) -> None:
    """Everything on standard output, no wider than a terminal of 80 columns."""
    from rich.text import Text

    from kordon.cli.show import console

    out = console()
    halves = sorted({case.half for case in cases})
    counts = ", ".join(f"{sum(c.half == half for c in cases)} {half}" for half in halves)
    langs = sorted({case.report.lang for case in cases})
    out.print(Text(f"{found.cases} cases ({counts}) in {', '.join(langs)}"))
    out.print()
    types = list(dict.fromkeys(line.type for line in found.lines))
    for name in types:
        out.print(_languages(name, [x for x in found.lines if x.type == name]), "")
    for name in types:
        if table := _kinds(name, [x for x in found.lines if x.type == name and x.lang == "all" and x.kind]):
            out.print(table, "")
    if found.fields:
        out.print(_fields([x for x in found.fields if x.lang == "all"], halves), "")
    if any(line.found for line in found.modality):
        out.print(_modality(found.modality), "")
    _errors(out.print, wrong)
    from kordon.api.accuracy import FOUND, INTERVAL, RIGHT

    for note in (f"P, R, F1: items that are right. {RIGHT}", f"found: F1 of items that are found. {FOUND}"):
        out.print(Text(note, "dim"))
    out.print(
        Text(f"In brackets: {INTERVAL} all: every item alike; mean: of the languages, or of the kinds.", "dim")
    )


def _table(title: str, *columns: str, left: int = 2) -> Table:
    from rich import box
    from rich.table import Table

    table = Table(
        title=title,
        title_justify="left",
        title_style="bold",
        box=box.SIMPLE_HEAD,
        show_edge=False,
        pad_edge=False,
        padding=(0, 1, 0, 0),
    )
    for number, name in enumerate(columns):
        folds = number < left and name != "half"
        justify: Literal["left", "right"] = "left" if number < left else "right"
        table.add_column(name, justify=justify, no_wrap=not folds, overflow="fold")
    return table


def share(rate: float | None) -> str:
    return DASH if rate is None else f"{rate:.2f}"


def interval(rate: Rate) -> str:
    """``0.92 [0.85–0.97]``."""
    if rate.value is None or rate.low is None or rate.high is None:
        return DASH
    return f"{rate.value:.2f} [{rate.low:.2f}–{rate.high:.2f}]"


def _cells(line: Line) -> tuple[str, ...]:
    return (
        str(line.cases),
        str(line.wanted),
        str(line.made),
        share(line.strict.precision.value),
        share(line.strict.recall.value),
        interval(line.strict.f1),
        share(line.item.f1.value),
    )


COLUMNS = ("cases", "gold", "coded", "P", "R", "F1", "found")


def _languages(name: str, lines: Sequence[Line]) -> Table:
    table = _table(name, "language", "half", *COLUMNS)
    halves = list(dict.fromkeys(line.half for line in lines))
    for lang in sorted({line.lang for line in lines} - {"all"}):
        for line in (x for x in lines if x.lang == lang and not x.kind):
            table.add_row(_plain(lang), line.half, *_cells(line))
    if len({line.lang for line in lines}) > 2:
        table.add_section()
        for average, word in (("micro", "all"), ("macro", "mean")):
            for half in halves:
                for line in (x for x in lines if x.half == half and x.average == average and not x.kind):
                    table.add_row(word, half, *_cells(line))
    return table


def _kinds(name: str, lines: Sequence[Line]) -> Table | None:
    if not any(line.kind != "each" for line in lines):
        return None
    table = _table(f"{name} by kind, all languages", "kind", "half", *COLUMNS[1:])
    for line in sorted((x for x in lines if x.kind != "each"), key=lambda x: (x.kind, x.half)):
        table.add_row(_plain(line.kind), line.half, *_cells(line)[1:])
    table.add_section()
    for line in (x for x in lines if x.kind == "each"):
        table.add_row("mean of kinds", line.half, *_cells(line)[1:])
    return table


def _fields(lines: Sequence[FieldLine], halves: Sequence[str]) -> Table:
    table = _table("fields of items that were found", "type", "field", *halves)
    keys = list(dict.fromkeys((x.type, x.field) for x in lines))
    before = ""
    for name, told in sorted(keys, key=lambda key: (TYPES.index(key[0]) if key[0] in TYPES else -1, key[1])):
        cells = []
        for half in halves:
            line = next((x for x in lines if (x.half, x.type, x.field) == (half, name, told)), None)
            cells.append(f"{line.accuracy:.2f} ({line.right}/{line.compared})" if line else DASH)
        table.add_row(_plain(name if name != before else ""), _plain(told), *cells)
        before = name
    return table


def _modality(lines: Sequence[ModalityLine]) -> Table:
    table = _table(
        "modality (of measures: status) where found; F1 of found with the right one",
        *("language", "half", "type", "items", "right", "share", "by kind", "F1"),
        left=3,
    )
    for line in sorted(lines, key=lambda x: (x.lang == "all", x.lang)):
        shown = ("incidents", "measures", "all") if line.lang == "all" else ("incidents", "measures")
        if line.type in shown and line.found:  # of the other types gold seldom gives it
            table.add_row(
                _plain(line.lang),
                line.half,
                "all others" if line.type == "all" else line.type,
                *(str(line.found), str(line.right), share(line.accuracy), share(line.f1)),
                interval(line.strict.f1),
            )
    return table


def _plain(text: str) -> Text:
    """Text of a file, without what a terminal would act on."""
    from rich.text import Text

    from kordon.site.safe import line

    return Text(line(text))


def _errors(out: object, wrong: Sequence[Mistake]) -> None:
    from rich.text import Text

    from kordon.coding.explained import SINGULAR

    assert callable(out)
    before = ""
    for one in wrong:
        if one.case != before:
            out(Text(""))
            out(Text.assemble(_plain(one.case), "  ", (f"{_plain(one.file)}, line {one.line}", "dim")))
            before = one.case
        told = Text.assemble("  ", (one.verdict, "bold"), f" {SINGULAR[one.type]}: ", _plain(one.kind))
        if one.words:
            told.append_text(Text.assemble(", “", _plain(one.words), "”"))
        if one.rule:
            told.append_text(Text.assemble(", by rule ", _plain(one.rule)))
        out(told, soft_wrap=True)
        for name, expected, coded in one.fields:
            words = f"lacks the words {expected!r}" if name == "words" else f"{name}: {coded!s}, not {expected!s}"
            near = "nearest: " if one.verdict == "missing" else ""
            out(Text.assemble("      ", near, _plain(words)), soft_wrap=True)
    if wrong:
        out(Text(""))
