"""Options that several commands share, and how their values are read."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import click

from kordon.domain.errors import DomainError
from kordon.domain.time import Week


class DateType(click.ParamType[dt.date]):
    """A day as 2024-06-04."""

    name = "DATE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        if isinstance(value, dt.date):
            return value
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not a day; write it as 2024-06-04.", param, ctx)


class WeekType(click.ParamType[Week]):
    """A week as 2024-W22."""

    name = "WEEK"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Week:
        if isinstance(value, Week):
            return value
        try:
            return Week.parse(value)
        except DomainError as error:
            self.fail(str(error), param, ctx)


data_option = click.option(
    "--data",
    "folders",
    multiple=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder with vocabularies, criteria, lexicons or sources of your own (may be given several times).",
)
register_option = click.option(
    "--register",
    default="kordon.sqlite3",
    show_default=True,
    envvar="KORDON_REGISTER",
    help="The register: a SQLite file, or a postgresql:// address.",
)
as_of_option = click.option("--as-of", type=DateType(), help="See nothing that was published after this day.")
