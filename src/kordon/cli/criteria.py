"""``kordon criteria``: for those who write, approve and change criteria documents."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich import box
from rich.markup import escape
from rich.table import Table

from kordon.cli.labels import judge, label, labels
from kordon.cli.options import DateType, WeekType, as_of_option, data_option, register_option
from kordon.domain.errors import DomainError
from kordon.domain.time import Week

if TYPE_CHECKING:
    from kordon.chain import Setup
    from kordon.criteria import Criteria
    from kordon.criteria.page import Page

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
lang_option = click.option("--lang", type=click.Choice(["en", "be", "ru"]), default="en", show_default=True)


@click.group()
def command() -> None:
    """Check, show, compare, approve and test criteria documents; judge, and label trends, under them."""


for added in (judge, label, labels):
    command.add_command(added)


@command.command()
@click.argument("files", nargs=-1, type=FILE)
@data_option
def check(files: tuple[Path, ...], folders: tuple[Path, ...]) -> None:
    """Check documents: every line that says something wrong, and every rule that can never take effect.

    Without FILES, those that ship and those of --data are checked. Exit code 2 where something was found.
    """
    from kordon.criteria.document import SHIPPED, documents_in

    setup = _setup(folders)
    folders_of = (SHIPPED, *(folder / "criteria" for folder in folders))
    paths = files or tuple(path for root in folders_of for path in documents_in(root))
    wrong = 0
    for path in paths:
        sentences = _complaints(setup, path)
        wrong += bool(sentences)
        for sentence in sentences:
            click.echo(sentence)
        if not sentences:
            found = _read(setup, path)
            status = (
                f"approved by {found.approved_by} on {found.approved_on}" if found.approved_by else found.status
            )
            click.echo(f"{path}: sound; {found.id} {found.version}, {status}, hash {found.hash[:12]}.")
    if wrong:
        raise SystemExit(2)


@command.command()
@click.argument("file", type=FILE, required=False)
@lang_option
@click.option(
    "--html", "as_html", type=click.Path(dir_okay=False, path_type=Path), help="Write HTML to this file."
)
@click.option("--pdf", "as_pdf", type=click.Path(dir_okay=False, path_type=Path), help="Write PDF to this file.")
@click.option("--schema", is_flag=True, help="Print the JSON Schema of such documents instead.")
@data_option
def show(
    file: Path | None,
    lang: str,
    as_html: Path | None,
    as_pdf: Path | None,
    schema: bool,
    folders: tuple[Path, ...],
) -> None:
    """Show a document as a page that can be put before a commission; without FILE, the one that ships."""
    from kordon.criteria import describe
    from kordon.criteria.document import SHIPPED, documents_in
    from kordon.criteria.paper import pdf
    from kordon.criteria.schema import json_schema
    from kordon.site.paper import paper

    setup = _setup(folders)
    if schema:
        found = json_schema(setup.vocabulary, (i.id for i in setup.indicators))
        click.echo(json.dumps(found, indent=2, ensure_ascii=False))
        return
    criteria = _read(setup, file or documents_in(SHIPPED)[0])
    page = describe(criteria, lang, setup.phrases)
    if as_pdf is not None:
        made = pdf(page, lang)
        as_pdf.write_bytes(made)
        click.echo(f"The page is in {as_pdf}.", err=True)
    if as_html is not None:
        as_html.write_text(paper(page, lang), encoding="utf-8")
        click.echo(f"The page is in {as_html}.", err=True)
    if as_html is None and as_pdf is None:
        _print(page)


@command.command()
@click.argument("old", type=FILE)
@click.argument("new", type=FILE)
@lang_option
@click.option("--week", type=WeekType(), help="Also assess this week under both, as 2024-W22.")
@as_of_option
@register_option
@data_option
def diff(
    old: Path,
    new: Path,
    lang: str,
    week: Week | None,
    as_of: dt.date | None,
    register: str,
    folders: tuple[Path, ...],
) -> None:
    """What is different between two documents, in words; with --week also what each makes of that week."""
    from kordon.criteria.changes import differences
    from kordon.vocabulary.documents import read_document

    setup = _setup(folders)
    before, after = _read(setup, old), _read(setup, new)
    if before.hash == after.hash:
        click.echo(setup.phrases.say(lang, "criteria-diff-none"))
    else:
        names = (f"{c.id} {c.version} ({c.hash[:12]})" for c in (before, after))
        click.echo(setup.phrases.say(lang, "criteria-diff-title", before=next(names), after=next(names)))
        data = [read_document(path).data for path in (old, new)]
        found = differences((before, data[0]), (after, data[1]), lang, setup.phrases)
        for change in found:
            click.echo(f"  {change.sentence(lang, setup.phrases)}")
        if not found:
            click.echo(f"  {setup.phrases.say(lang, 'criteria-diff-order')}")
    if week is not None:
        _side_by_side(setup, before, after, lang, week, as_of, register)


@command.command()
@click.argument("file", type=FILE)
@click.option("--body", required=True, help="The office or commission that approves; never a private name.")
@click.option("--date", "day", type=DateType(), required=True, help="The day of the approval, as 2024-06-04.")
@click.option("--basis", help="The act or minute, where there is one to name.")
@data_option
def approve(file: Path, body: str, day: dt.date, basis: str | None, folders: tuple[Path, ...]) -> None:
    """Write beside a document who approved it, as it stands, and when."""
    from kordon.criteria import read_criteria
    from kordon.criteria.approval import approve as write
    from kordon.vocabulary.documents import read_document

    setup = _setup(folders)
    definitions = {i.id: i for i in setup.indicators}
    criteria = read_criteria(read_document(file), setup.vocabulary, definitions, definitions)
    made = write(file, criteria, body, day, basis)
    click.echo(f"{criteria.id} {criteria.version} (hash {criteria.hash[:12]}) is approved by {body}; see {made}.")


@command.command()
@click.argument("file", type=FILE)
@click.option("--cases", type=FILE, help="The cases, where they do not stand beside the document.")
@data_option
def test(file: Path, cases: Path | None, folders: tuple[Path, ...]) -> None:
    """Check the examples beside a document (NAME.expected.yaml). Exit code 1 where one comes out otherwise."""
    from kordon.cli import show as terminal
    from kordon.criteria.expected import expected_file, outcomes, read_expected

    setup = _setup(folders)
    criteria = _read(setup, file)
    path = cases or expected_file(file)
    if not path.exists():
        raise DomainError(f"There are no cases at {path}; write some, or name them with --cases.")
    found = outcomes(
        criteria,
        read_expected(path, criteria, setup.vocabulary, (i.id for i in setup.indicators)),
        setup.vocabulary,
    )
    failed = [outcome for outcome in found if not outcome.holds]
    if failed:
        table = Table(title=f"{path}: expected otherwise", title_justify="left", box=box.SIMPLE_HEAD)
        for name in ("case", "week", "line", "what", "expected", "found"):
            table.add_column(name)
        for one in failed:
            cells = (one.case, str(one.week), str(one.line), one.what, one.expected, one.found)
            table.add_row(*(escape(cell) for cell in cells))
        terminal.console().print(table)
    click.echo(f"{len(found) - len(failed)} of {len(found)} expectations hold; criteria {criteria.hash[:12]}.")
    if failed:
        raise SystemExit(1)


def _setup(folders: tuple[Path, ...]) -> Setup:
    from kordon.chain import Setup

    return Setup(*folders)


def _read(setup: Setup, path: Path) -> Criteria:
    from kordon.criteria.document import read_file

    return read_file(path, setup.vocabulary, setup.indicators)


def _complaints(setup: Setup, path: Path) -> list[str]:
    """The first mistake that keeps a document from being read, or else everything in it that is in vain."""
    from kordon.criteria.approval import approved, read_approvals
    from kordon.criteria.dead import faults
    from kordon.criteria.document import parse_criteria
    from kordon.domain.errors import InputError
    from kordon.vocabulary.documents import read_document

    definitions = {i.id: i for i in setup.indicators}
    try:
        document = read_document(path)
        criteria = parse_criteria(document, setup.vocabulary, definitions)
    except InputError as error:
        return [str(error)]
    found = [
        f"{document.name}, line {document.line(fault.place)}: {fault.problem}; {fault.remedy}."
        for fault in faults(criteria, definitions)
    ]
    try:
        approved(criteria, read_approvals(path), document)
    except InputError as error:
        found.append(str(error))
    return found


def _print(page: Page) -> None:
    from kordon.cli import show as terminal

    out = terminal.console()
    out.print(escape(page.title), style="bold")
    for notice in page.notices:
        out.print(escape(notice))
    for one in page.tables:
        table = Table(title=escape(one.title), title_justify="left", caption=escape(one.caption) or None,
                      caption_justify="left", box=box.SIMPLE_HEAD, show_lines=False)  # fmt: skip
        for header in one.headers:
            table.add_column(escape(header))
        for row in one.rows:
            table.add_row(*(escape(cell) for cell in row))
        out.print(table)


def _side_by_side(
    setup: Setup, old: Criteria, new: Criteria, lang: str, week: Week, as_of: dt.date | None, register: str
) -> None:
    from kordon.cli import show as terminal
    from kordon.cli.weeks import assessed_weeks
    from kordon.criteria import assess_all

    got = assessed_weeks(setup, register, week, as_of)
    borders = tuple(b for b in got.assessed.borders if b in {*old.borders, *new.borders})
    one, two = (
        assess_all(
            (criteria,), got.assessed.readings, got.assessed.series, got.material, borders, got.assessed.weeks,
            got.assessed.as_of, setup.vocabulary, draws=got.assessed.draws, judgements=got.judgements,
        )
        for criteria in (old, new)
    )  # fmt: skip
    table = Table(title=f"Week {week} under both", title_justify="left", box=box.SIMPLE_HEAD)
    for name in (
        "border",
        f"{old.version} ({old.hash[:8]})",
        f"{new.version} ({new.hash[:8]})",
        "why, under the new",
    ):
        table.add_column(name)
    for border in borders:
        before, after = one[border, week], two[border, week]
        cells = [
            f"{setup.vocabulary.label('levels', a.level, lang)}, {setup.vocabulary.label('trends', a.trend, lang)}"
            for a in (before, after)
        ]
        same = (before.level, before.trend) == (after.level, after.trend)
        table.add_row(
            border, *map(escape, cells), "" if same else escape(setup.phrases.because(lang, after.reason))
        )
    terminal.console().print(table)
