"""``kordon code``."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

import click

from kordon.api.coded import to_json
from kordon.chain import Setup, code
from kordon.cli.options import DateType, data_option
from kordon.domain.coded import Coded
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
@data_option
def command(
    files: tuple[Path, ...],
    published: dt.date | None,
    lang: str | None,
    jsonl: tuple[Path, ...],
    folders: tuple[Path, ...],
) -> None:
    """Print what is coded in each report, one JSON object a line."""
    if not files and not jsonl:
        raise click.UsageError("Name at least one file, or JSON Lines with --from-jsonl.")
    setup = Setup(*folders)
    failed = False
    for found in _coded(setup, (*files, *jsonl), published, lang):
        if isinstance(found, InputError):
            click.echo(f"kordon: {found}", err=True)
            failed = True
        else:
            for warning in found.warnings:
                click.echo(f"kordon: {found.report.source or found.report.id}: {warning}", err=True)
            click.echo(json.dumps(to_json(found), ensure_ascii=False))
    if failed:
        raise SystemExit(InputError.exit_code)


def _coded(
    setup: Setup, paths: tuple[Path, ...], published: dt.date | None, lang: str | None
) -> Iterator[Coded | InputError]:
    """Every report of every file, coded; a table's rows come coded already."""
    from kordon.intake.files import read
    from kordon.intake.tables import read_table

    for path in paths:
        try:
            if path.suffix.lower() == ".csv":
                table = read_table(path, setup.vocabulary, setup.sources, gazetteer=setup.gazetteer)
                yield from table.coded
                yield from table.errors
            else:
                found = read(path, published=published, lang=lang, keep_ids=True)
                yield from (code(setup, report) for report in found.reports)
                yield from found.errors
        except InputError as error:
            yield error
