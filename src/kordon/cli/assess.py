"""``kordon assess``."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path

import click

from kordon.cli.options import WeekType, as_of_option, data_option, register_option
from kordon.domain.errors import DomainError
from kordon.domain.time import Week


@click.command()
@click.option("--border", required=True, help="The border, as PL-BY.")
@click.option("--week", type=WeekType(), required=True, help="The week, as 2024-W22.")
@as_of_option
@register_option
@data_option
def command(border: str, week: Week, as_of: dt.date | None, register: str, folders: tuple[Path, ...]) -> None:
    """Assess a border in a week from the register, and print the level with its reasons.

    Where there is no register yet, the public dataset that ships is used.
    """
    from kordon.chain import Setup, assess
    from kordon.cli import show
    from kordon.register import open_register
    from kordon.run import SHIPPED, SHIPPED_FIRST, Told, material_of, read, weeks_of

    setup = Setup(*folders)
    if border not in setup.vocabulary.assessed_borders:
        known = ", ".join(setup.vocabulary.assessed_borders)
        raise DomainError(f"There is no assessed border {border!r}; the assessed borders are {known}.")
    with tempfile.TemporaryDirectory() as scratch:
        fresh = "://" not in register and not Path(register).exists()
        if fresh:
            click.echo(f"There is no register at {register}; using the public dataset that ships.", err=True)
        with open_register(Path(scratch, "kordon.sqlite3") if fresh else register) as opened:
            if fresh:
                read(setup, opened, SHIPPED, Told())
            material = material_of(setup, opened, as_of)
            weeks = weeks_of(opened, material, week)
            if fresh:
                weeks = tuple(min(SHIPPED_FIRST, week).until(weeks[-1]))
            assessed = assess(setup, material, weeks, opened.crossings(), opened.statuses())
    out = show.console()
    found = assessed.assessments[border, week]
    out.print(show.week_table(setup, assessed, week, (found,)))
    out.print(show.assessment(setup, found))
    out.print(show.proposal(setup, assessed.proposals[border, week]))
    known = f"as known on {assessed.as_of}" if as_of else f"from all that the register holds, to {assessed.as_of}"
    out.print(f"{known}; criteria {found.criteria[:12]}; assessment {found.id}", style="dim")
