"""``kordon run``."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from kordon.cli.options import WeekType, as_of_option, data_option, register_option
from kordon.domain.time import Week


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@register_option
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default="site",
    show_default=True,
    help="Where the public site is written.",
)
@click.option("--from", "first", type=WeekType(), help="The first week to assess; by default the first told of.")
@click.option("--to", "last", type=WeekType(), help="The last week to assess; by default the last told of.")
@click.option("--public-data", is_flag=True, help="Read the public dataset that ships as well.")
@as_of_option
@data_option
def command(
    folder: Path,
    register: str,
    out: Path,
    first: Week | None,
    last: Week | None,
    public_data: bool,
    as_of: dt.date | None,
    folders: tuple[Path, ...],
) -> None:
    """Read everything readable in FOLDER into a register, assess, draft, and publish a static site.

    A file or row that cannot be used is named with its place and a remedy; the rest is used, and the exit
    code says that something was left out. Running again changes nothing; after a crash it completes.
    """
    from kordon.chain import Setup
    from kordon.cli import show
    from kordon.run import SHIPPED, Told, run

    setup = Setup(*folders)
    told = Told()
    inputs = (SHIPPED, folder) if public_data else (folder,)
    with show.progress() as progress:
        assessed = run(setup, register, inputs, out, told, as_of=as_of, first=first, last=last, progress=progress)
    show.told(told)
    if assessed is None:
        click.echo("Nothing that was read has a date, so there is no week to assess.", err=True)
    else:
        show.weeks(setup, assessed, least=1)
        click.echo(f"The site is in {out}; open {out / 'index.html'}.")
    if not told.clean:
        raise SystemExit(2)
