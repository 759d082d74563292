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
from kordon.domain.errors import InputError
from kordon.domain.report import Report


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
    for found in _reports((*files, *jsonl), published, lang):
        if isinstance(found, InputError):
            click.echo(f"kordon: {found}", err=True)
            failed = True
        else:
            coded = code(setup, found)
            for warning in coded.warnings:
                click.echo(f"kordon: {found.source or found.id}: {warning}", err=True)
            click.echo(json.dumps(to_json(coded), ensure_ascii=False))
    if failed:
        raise SystemExit(InputError.exit_code)


def _reports(
    paths: tuple[Path, ...], published: dt.date | None, lang: str | None
) -> Iterator[Report | InputError]:
    from kordon.intake.files import read

    for path in paths:
        try:
            found = read(path, published=published, lang=lang, keep_ids=True)
        except InputError as error:
            yield error
            continue
        yield from found.reports
        yield from found.errors
