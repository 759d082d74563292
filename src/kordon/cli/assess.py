"""``kordon assess``."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kordon.cli.options import WeekType, as_of_option, data_option, register_option
from kordon.domain.errors import DomainError
from kordon.domain.time import Week

if TYPE_CHECKING:
    from rich.console import Console

    from kordon.chain import Setup
    from kordon.criteria.basis import Basis
    from kordon.criteria.whatif import Hinge, Moved
    from kordon.domain.assessment import Assessment, Level


class ChangeType(click.ParamType[tuple[str, float]]):
    """A supposed reading as p1=700."""

    name = "INDICATOR=VALUE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, float]:
        if isinstance(value, tuple):
            return value
        name, _, number = value.partition("=")
        try:
            return name.strip(), float(number)
        except ValueError:
            self.fail(f"{value!r} is no supposed reading; write it as p1=700.", param, ctx)


@click.command()
@click.option("--border", required=True, help="The border, as PL-BY.")
@click.option("--week", type=WeekType(), required=True, help="The week, as 2024-W22.")
@click.option(
    "--what-if",
    "supposed",
    type=ChangeType(),
    multiple=True,
    help="Also tell what moves when this reading is another, as p1=700 (each by itself, history held fixed).",
)
@click.option("--sensitivity", is_flag=True, help="Also tell which reading the level hangs on.")
@click.option("--json", "as_json", is_flag=True, help="Print all of it as JSON.")
@as_of_option
@register_option
@data_option
def command(
    border: str,
    week: Week,
    supposed: tuple[tuple[str, float], ...],
    sensitivity: bool,
    as_json: bool,
    as_of: dt.date | None,
    register: str,
    folders: tuple[Path, ...],
) -> None:
    """Assess a border in a week from the register, and print the level with its reasons and how sure it is.

    Where there is no register yet, the public dataset that ships is used.
    """
    from kordon.chain import Setup
    from kordon.cli import show
    from kordon.cli.weeks import assessed_weeks
    from kordon.criteria.whatif import basis, rule_of, what_if
    from kordon.criteria.whatif import sensitivity as hinges_of

    setup = Setup(*folders)
    if border not in setup.vocabulary.assessed_borders:
        known = ", ".join(setup.vocabulary.assessed_borders)
        raise DomainError(f"There is no assessed border {border!r}; the assessed borders are {known}.")
    criteria = next((c for c in setup.criteria if border in c.borders), None)
    for name, _ in supposed:
        if criteria is not None:
            rule_of(criteria, name)
    got = assessed_weeks(setup, register, week, as_of)
    assessed = got.assessed
    found = assessed.assessments[border, week]
    at: Basis | None = None
    if criteria is not None and criteria.holds_in(week):
        at = basis(
            criteria, assessed.readings, got.material, border, assessed.weeks, week, assessed.as_of,
            setup.vocabulary, got.judgements,
        )  # fmt: skip
    moved = [] if at is None else [what_if(at, name, value) for name, value in supposed]
    hinges = () if at is None or not sensitivity else hinges_of(at)
    if as_json:
        click.echo(json.dumps(_data(found, moved, hinges), indent=2, ensure_ascii=False))
        return
    out = show.console()
    out.print(show.week_table(setup, assessed, week, (found,)))
    out.print(show.assessment(setup, found))
    _sure(setup, out, found.chances)
    for one in moved:
        _moved(setup, out, one)
    if sensitivity:
        _hinges(setup, out, hinges)
    out.print(show.proposal(setup, assessed.proposals[border, week]))
    known = f"as known on {assessed.as_of}" if as_of else f"from all that the register holds, to {assessed.as_of}"
    out.print(f"{known}; criteria {found.criteria[:12]}; assessment {found.id}", style="dim")


def _label(setup: Setup, level: Level) -> str:
    from kordon.cli.show import LANG

    return setup.vocabulary.label("levels", level, LANG)


def _name(setup: Setup, indicator: str) -> str:
    from kordon.cli.show import LANG

    labels = {i.id: i.label(LANG) for i in setup.indicators}
    return f"{indicator} ({labels[indicator]})" if indicator in labels else indicator


def _sure(setup: Setup, out: Console, chances: tuple[tuple[Level, float], ...] | None) -> None:
    if chances is None:
        return
    told = ", ".join(f"{_label(setup, level)} {chance:.0%}" for level, chance in chances if chance > 0)
    out.print(f"By how sure the week's count is, all else as read: {told}.")


def _moved(setup: Setup, out: Console, one: Moved) -> None:
    from rich.markup import escape

    was = "not known" if one.value is None else f"{one.value:g}"
    moves = [f"{_name(setup, i)}: {_label(setup, a)} to {_label(setup, b)}" for i, a, b in one.indicators]
    moves += [
        f"factor {setup.vocabulary.label('factors', f, 'en')}: {_label(setup, a)} to {_label(setup, b)}"
        for f, a, b in one.factors
    ]
    before, after = one.level
    stands = "stays" if before is after else f"goes from {_label(setup, before)} to"
    moves.append(f"the border {stands} {_label(setup, after)}")
    text = f"If {_name(setup, one.indicator)} were {one.changed:g} instead of {was}: {'; '.join(moves)}."
    out.print(escape(text))


def _hinges(setup: Setup, out: Console, hinges: tuple[Hinge, ...]) -> None:
    from rich import box
    from rich.markup import escape
    from rich.table import Table

    if not hinges:
        out.print("No single reading moves the week's own score.")
        return
    table = Table(title="What the week's own score hangs on", title_justify="left", box=box.SIMPLE_HEAD)
    for name in ("indicator", "read", "up from", "down from"):
        table.add_column(name)
    for one in hinges:
        up = "" if one.up is None or one.up_level is None else f"{one.up:g}: {_label(setup, one.up_level)}"
        down = (
            "" if one.down is None or one.down_level is None else f"{one.down:g}: {_label(setup, one.down_level)}"
        )
        read = "not known" if one.value is None else f"{one.value:g}"
        table.add_row(escape(_name(setup, one.indicator)), read, up, down)
    out.print(table)


def _data(found: Assessment, moved: list[Moved], hinges: tuple[Hinge, ...]) -> dict[str, Any]:
    from kordon.api.shape import plain

    return {
        "schema": "kordon.assessment/1",
        "assessment": plain(found),
        "level_chances": None if found.chances is None else {level.value: p for level, p in found.chances},
        "what_if": plain(moved),
        "sensitivity": plain(hinges),
    }
