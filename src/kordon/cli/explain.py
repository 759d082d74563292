"""``kordon explain``."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kordon.cli.options import DateType, data_option
from kordon.domain.errors import InputError, KordonError

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from kordon.chain import Setup
    from kordon.coding.explained import Clue, Explained, Told

STYLES = {
    "header": "bold",
    "figures": "cyan",
    "incidents": "magenta",
    "measures": "yellow",
    "signals": "green",
    "compositions": "blue",
    "judgements": "blue",
    "rungs": "blue",
}
LONG = 6000  # letters of a text above which stretches without a mark are cut short
KEPT = 160  # letters of such a stretch that stay on either side


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--published", type=DateType(), help="The day of publication, where the text can't tell it.")
@click.option("--lang", help="The language (en, be, ru, uk, pl, lt, lv), where you know it better.")
@click.option("--item", type=click.IntRange(1), help="Only this item, by its number.")
@click.option("--html", type=click.Path(path_type=Path), help="Write one page here instead of to the terminal.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line; `kordon schema explained` has it.")
@data_option
def command(
    file: Path,
    published: dt.date | None,
    lang: str | None,
    item: int | None,
    html: Path | None,
    as_json: bool,
    folders: tuple[Path, ...],
) -> None:
    """Show what is coded in the report of FILE, and why: the words, the rule, and what each word decides."""
    from kordon.chain import Setup

    setup = Setup(*folders)
    errors: list[InputError] = []
    found = [_only(one, item) for one in _explained(setup, file, published, lang, errors)]
    for error in errors:
        click.echo(f"kordon: {error}", err=True)
    if html is not None:
        _write(html, file, found)
    elif as_json:
        from kordon.api.explained import to_json

        for one in found:
            click.echo(json.dumps(to_json(one), ensure_ascii=False))
    else:
        for one in found:
            show(one, name_of(one, file, len(found)))
    if errors:
        raise SystemExit(InputError.exit_code)


def _explained(
    setup: Setup, path: Path, published: dt.date | None, lang: str | None, errors: list[InputError]
) -> Iterator[Explained]:
    from kordon.chain import code
    from kordon.coding.explain import explain, record
    from kordon.intake.files import read
    from kordon.intake.tables import read_table

    if path.suffix.lower() == ".csv":
        table = read_table(path, setup.vocabulary, setup.sources, gazetteer=setup.gazetteer)
        errors += table.errors
        yield from (record(coded, setup.vocabulary) for coded in table.coded)
        return
    files = read(path, published=published, lang=lang, keep_ids=True)
    errors += files.errors
    for report in files.reports:
        known = code(setup, report).report
        # As it was coded: a commentary is dated only when its week has been read.
        asked = replace(
            known, published_at=report.published_at, published_basis=report.published_basis, kind=report.kind
        )
        yield replace(explain(setup.coder, asked, setup.vocabulary, *setup.folders), report=known)


def _only(found: Explained, number: int | None) -> Explained:
    if number is None:
        return found
    items = tuple(item for item in found.items if item.number == number)
    if not items:
        raise KordonError(
            f"There is no item {number} in {found.report.source or found.report.id}; it has {len(found.items)}."
        )
    return replace(found, items=items, numbers=(), held=())


def _write(out: Path, file: Path, found: Sequence[Explained]) -> None:
    from kordon.site.explain import page

    if out.exists() and out.resolve() == file.resolve():
        raise KordonError(f"{out} is the report itself; name another file for the page.")
    try:
        out.write_text(page([(name_of(one, file, len(found)), one) for one in found]), "utf-8")
    except OSError as error:
        raise KordonError(f"{out} cannot be written ({error.strerror}); name another file.") from None
    click.echo(f"kordon: wrote {out}", err=True)


def name_of(found: Explained, file: Path, of: int) -> str:
    """What to call a report: its title, else its file, else, where a file holds several, its id."""
    return found.report.title or (file.name if of == 1 else found.report.id)


# In a terminal: -----------------------------------------------------------------------------------


def show(found: Explained, name: str) -> None:
    """The text with its marks, then every item; readable without colour, because every mark has its number."""
    from rich.text import Text

    from kordon.cli.show import console

    out = console()
    report = found.report
    told = [name, report.source, report.lang]
    if report.published_at:
        told.append(f"published {report.published_at} ({report.published_basis})")
    out.print(Text(" · ".join(_clean(part) for part in told if part), "bold"))
    out.print()
    out.print(_marked(found))
    out.print()
    for note in found.notes:
        out.print(Text(_clean(note), "italic"))
    if found.empty:
        out.print(Text("Nothing was coded: the report was read, and no rule was met."))
        _seen(out, found)
    for item in found.items:
        _item(out, item)
    _rest(out, found)


def _clean(text: str) -> str:
    """One line without anything that a terminal would act on."""
    from kordon.site.safe import line

    return line(text)


def _marked(found: Explained) -> Text:
    from rich.text import Text

    from kordon.coding.explained import segments
    from kordon.site.safe import clean

    types = {item.number: item.type for item in found.items}
    long = len(found.report.text) > LONG
    text = Text()
    for piece, numbers in segments(found.report, found.items):
        words = clean(piece).replace("\t", " ")
        if not numbers:
            if long and len(words) > 2 * KEPT + 20:
                words = f"{words[:KEPT]} […] {words[-KEPT:]}"
            text.append(words)
            continue
        style = STYLES[types[numbers[0]]]
        text.append(f"[{','.join(map(str, numbers))}:", f"bold {style}")
        text.append(words, f"underline {style}")
        text.append("]", f"bold {style}")
    return text


def _item(out: Console, item: Told) -> None:
    from rich.text import Text

    from kordon.coding.explained import SINGULAR

    head = Text.assemble(
        (f"[{item.number}]", f"bold {STYLES[item.type]}"), " ", (f"{SINGULAR[item.type]}: {item.label}", "bold")
    )
    out.print(head)
    where = f"  {item.origin}" if item.origin else ""
    _row(out, "rule", f"{item.rule}{where}")
    for name, value in item.fields:
        if item.why and name in ("modality", "status"):
            value = item.why
        _row(out, name.replace("_", " "), value)
    if item.clues:
        _clues(out, item.clues)
    out.print()


def _row(out: Console, name: str, value: str) -> None:
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=15)
    grid.add_column(overflow="fold")
    grid.add_row(Text(f"    {name}", "dim"), Text(_clean(value)))
    out.print(grid)


def decides(clue: Clue) -> str:
    """What a word decides, in words."""
    from kordon.coding.explained import decided

    return "; ".join(f"{name} (without it: {without})" if without else name for name, without in decided(clue))


def _clues(out: Console, clues: Sequence[Clue]) -> None:
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=4)
    grid.add_column(overflow="fold", ratio=1)
    grid.add_column(overflow="fold", ratio=2)
    grid.expand = True
    for clue in clues:
        where = f"{clue.concept}  {clue.origin}" if clue.origin else clue.concept
        told = Text.assemble(_clean(decides(clue)), "\n", (_clean(where), "dim"))
        grid.add_row("", Text(f"“{_clean(clue.words)}”"), told)
    out.print(grid)


def _seen(out: Console, found: Explained) -> None:
    if found.seen:
        words = ", ".join(f"“{_clean(c.words)}” ({c.concept})" for c in found.seen[:40])
        _row(out, "words known", words + (" …" if len(found.seen) > 40 else ""))


def _rest(out: Console, found: Explained) -> None:
    from rich.text import Text

    if found.numbers:
        out.print(Text("Numbers that came to nothing", "bold"))
        for number in found.numbers:
            _row(out, _clean(number.words)[:11], number.why)
        out.print()
    if found.held:
        out.print(Text("Held back: without the word there would be another item", "bold"))
        for held in found.held:
            where = f", {held.origin}" if held.origin else ""
            _row(out, "", f"“{_clean(held.words)}” ({held.concept}{where}): {held.item}")
        out.print()
