"""``kordon criteria judge``, ``label`` and ``labels``: what people add to what is computed, in the register."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Sequence

import click
from rich import box
from rich.markup import escape
from rich.table import Table

from kordon.cli.acting import acting, open_known
from kordon.cli.options import DateType, WeekType, as_of_option, register_option
from kordon.domain.assessment import Level, Trend
from kordon.domain.errors import DomainError
from kordon.domain.record import Entry, Person
from kordon.domain.time import Week

TRENDS = [t.value for t in Trend if t is not Trend.NOT_ASSESSED]
LEVELS = [level.value for level in Level if level.assessed]


analyst = acting("A role that you hold.", default=("analyst",))


@click.command()
@click.option("--border", required=True, help="The border, as PL-BY.")
@click.option("--week", type=WeekType(), required=True, help="The week, as 2024-W22.")
@click.option("--trend", type=click.Choice(TRENDS), required=True, help="The label as you see it.")
@click.option("--why", default="", help="The reason; needed where it differs from the computed label.")
@register_option
@analyst
def label(border: str, week: Week, trend: str, why: str, who: Person, register: str) -> None:
    """Set the analyst's label of a week's trend beside the computed one. Both are kept."""
    from kordon.criteria.labels import POLICIES, PROCESS, label_of, subject
    from kordon.measures.process import load_process

    about = subject(border, week)
    with open_known(register) as opened:
        found = opened.assessment(border, week)
        if found is None:
            raise DomainError(f"The register holds no assessment of {border} in {week}; run `kordon run` first.")
        data = {"border": border, "week": str(week), "computed": found.trend.value, "trend": trend}

        def make(record: Sequence[Entry], now: dt.datetime) -> Entry:
            again = any(e.process == PROCESS and e.subject == about for e in record)
            does = "relabel" if again else "label"
            return Entry(_new(), PROCESS, about, does, who, now, why, (found.id,), data)

        kept = label_of(opened.take(load_process(PROCESS), make, POLICIES))
    agrees = "as computed" if kept.agrees else f"computed {kept.computed.value}"
    click.echo(f"Recorded: {border} {week} {kept.analyst.value}, {agrees}, by {kept.by}.")


@click.command()
@as_of_option
@register_option
def labels(as_of: dt.date | None, register: str) -> None:
    """Both labels of every week that has one, and how often they agree so far."""
    from kordon.cli import show
    from kordon.criteria.labels import PROCESS, running
    from kordon.criteria.labels import labels as labels_of

    with open_known(register) as opened:
        found = labels_of(opened.record(PROCESS), as_of)
    if not found:
        click.echo("No week has an analyst's label yet; `kordon criteria label` sets one.")
        return
    so_far = dict(running(found))
    table = Table(title="Labels of trends", title_justify="left", box=box.SIMPLE_HEAD)
    for name in ("week", "border", "computed", "analyst", "agree so far", "kappa", "by", "reason"):
        table.add_column(name)
    for one in found:
        told = so_far[one.week]
        kappa = "" if told.kappa is None else f"{told.kappa:.2f}"
        cells = (
            str(one.week), one.border, one.computed.value, one.analyst.value,
            f"{told.same} of {told.labels}", kappa, one.by, one.why,
        )  # fmt: skip
        table.add_row(*map(escape, cells))
    show.console().print(table)


@click.command()
@click.argument("indicator")
@click.option("--border", required=True, help="The border, as PL-BY.")
@click.option("--level", type=click.Choice(LEVELS), required=True, help="The level as you judge it.")
@click.option("--until", type=DateType(), required=True, help="The last day of the judgement.")
@click.option("--why", required=True, help="The reason.")
@click.option("--evidence", multiple=True, required=True, help="The id of a report, incident or reading.")
@register_option
@analyst
def judge(
    indicator: str, border: str, level: str, until: dt.date, why: str, evidence: tuple[str, ...], who: Person,
    register: str,
) -> None:  # fmt: skip
    """Judge the level of INDICATOR where the criteria ask an office for it; it stands until its last day."""
    from kordon.criteria.judgements import POLICIES, PROCESS
    from kordon.measures.process import load_process

    about = f"{indicator}:{border}"
    data = {"indicator": indicator, "border": border, "level": level, "until": until.isoformat()}

    def make(record: Sequence[Entry], now: dt.datetime) -> Entry:
        does = "renew" if any(e.process == PROCESS and e.subject == about for e in record) else "judge"
        return Entry(_new(), PROCESS, about, does, who, now, why, evidence, data)

    with open_known(register) as opened:
        opened.take(load_process(PROCESS), make, POLICIES)
    click.echo(f"Recorded: {indicator} on {border} is {level} until {until}, by {who.id}.")


def _new() -> str:
    return f"entry-{uuid.uuid4().hex[:16]}"
