"""``kordon code``."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from kordon.api.coded import to_json
from kordon.api.corpus import Line, all_cores, lines, setup_of
from kordon.cli.options import DateType, data_option
from kordon.domain.errors import InputError


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--published", type=DateType(), help="The day of publication, where the text can't tell it.")
@click.option("--lang", help="The language (en, be, ru, uk, pl, lt, lv), where you know it better.")
@click.option(
    "--from-jsonl",
    "jsonl",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Read reports from JSON Lines: id, text; title, lang, published, source where known.",
)
@click.option(
    "--cores",
    type=click.IntRange(0),
    default=0,
    help="How many processes code a corpus; 0, the usual, for all cores.",
)
@data_option
def command(
    files: tuple[Path, ...],
    published: dt.date | None,
    lang: str | None,
    jsonl: tuple[Path, ...],
    cores: int,
    folders: tuple[Path, ...],
) -> None:
    """Print what is coded in each report, one JSON object a line."""
    if not files and not jsonl:
        raise click.UsageError("Name at least one file, or JSON Lines with --from-jsonl.")
    failed = False
    for line in _lines(folders, (*files, *jsonl), published, lang, cores or all_cores()):
        if line.error:
            click.echo(f"kordon: {line.error}", err=True)
            failed = True
        else:
            for warning in line.warnings:
                click.echo(f"kordon: {line.name}: {warning}", err=True)
            click.echo(line.coded)
    if failed:
        raise SystemExit(InputError.exit_code)


def _lines(
    folders: tuple[Path, ...], paths: tuple[Path, ...], published: dt.date | None, lang: str | None, cores: int
) -> Iterator[Line]:
    """Every report of every file, coded; a table's rows come coded already."""
    from kordon.intake.files import read
    from kordon.intake.tables import read_table

    for path in paths:
        try:
            if path.suffix.lower() == ".csv":
                setup = setup_of(folders)
                table = read_table(path, setup.vocabulary, setup.sources, gazetteer=setup.gazetteer)
                for coded in table.coded:
                    name = coded.report.source or coded.report.id
                    yield Line(name, json.dumps(to_json(coded), ensure_ascii=False), coded.warnings)
                errors: Iterable[InputError] = table.errors
            else:
                found = read(path, published=published, lang=lang, keep_ids=True)
                yield from lines(found.reports, cores, folders)
                errors = found.errors
            yield from (Line("", error=str(error)) for error in errors)
        except InputError as error:
            yield Line("", error=str(error))
