"""``kordon mechanism``: critical incidents, and the consultation of all parties that they open."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from pathlib import Path

import click

from kordon.cli.acting import acting, at_option, open_known, told
from kordon.cli.mechanism_desk import (
    Asked,
    crossings_of,
    grades_of,
    held,
    named,
    shipped,
    store,
)
from kordon.cli.options import DateType, as_of_option, data_option
from kordon.domain.errors import DomainError
from kordon.domain.record import Person
from kordon.vocabulary import LANGUAGES


@click.group()
@data_option
@click.pass_context
def command(ctx: click.Context, folders: tuple[Path, ...]) -> None:
    """Show critical incidents, and lead the consultation of all parties that one of them opens."""
    ctx.obj = Asked(folders)


register_argument = click.argument("register")
ROLES = "watch, or party and party:STATE (each with --role)."
json_option = click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
lang_option = click.option("--lang", type=click.Choice(LANGUAGES), default="en", show_default=True)


@command.command()
@click.option("--register", default="", help="The register; without one, the public data that ship are used.")
@as_of_option
@click.option("--near/--no-near", default=True, help="Whether near misses are shown too.")
@lang_option
@json_option
@click.pass_obj
def triggers(asked: Asked, register: str, as_of: dt.date | None, near: bool, lang: str, as_json: bool) -> None:
    """List each trigger that fires in what was reported, each doubtful one, and each near miss, with why."""
    from rich.text import Text

    from kordon.cli import show as shown
    from kordon.measures.mechanism import Outcome
    from kordon.measures.mechanism.report import lines_of

    material, texts = held(asked.setup, register, as_of) if register else shipped(asked.setup, as_of)
    findings = [f for f in asked.findings(material) if near or f.outcome is not Outcome.NEAR]
    lines = lines_of(findings, material, texts, asked.phrases, asked.setup.vocabulary, lang)
    if as_json:
        for line in lines:
            click.echo(json.dumps(dataclasses.asdict(line), ensure_ascii=False))
        return
    out = shown.console()
    for line, finding in zip(lines, findings, strict=True):
        style = {Outcome.FIRES: "bold", Outcome.NEAR: "dim"}.get(finding.outcome, "")
        out.print(Text(f"{line.day}  {line.border}  {line.trigger}: {line.outcome}  [{line.id}]", style))
        out.print(Text(f"    {line.why}", style))
        out.print(Text(f"    {line.told}" + (f" ({line.source})" if line.source else ""), "dim"))
    counts = {outcome: sum(f.outcome is outcome for f in findings) for outcome in Outcome}
    click.echo("; ".join(f"{outcome.value}: {count}" for outcome, count in counts.items() if count) or "none")


@command.command("raise")
@register_argument
@click.argument("finding")
@click.option("--why", default="", help="For what reason; needed for a state's own trigger.")
@at_option
@acting(ROLES)
@click.pass_obj
def raise_(asked: Asked, register: str, finding: str, who: Person, why: str, now: dt.datetime | None) -> None:
    """Open a consultation for a finding of ``triggers``, or let it join the one that is open."""
    from kordon.measures.mechanism import raised

    with open_known(register) as opened:
        material, _ = held(asked.setup, register, None)
        found = [one for one in asked.findings(material) if one.id.startswith(finding)]
        if len(found) != 1:
            raise DomainError(
                f"{len(found)} findings begin with {finding!r}; name one of 'kordon mechanism triggers'."
            )
        at, record = now or dt.datetime.now(dt.UTC), opened.record()
        entries = raised(asked.mechanism, asked.process, record, found[0], at, who, why)
        store(asked, opened, entries, at)


@command.command()
@register_argument
@click.option("--since", type=DateType(), required=True, help="Leave out what happened before this day.")
@at_option
@click.pass_obj
def watch(asked: Asked, register: str, since: dt.date, now: dt.datetime | None) -> None:
    """Open a consultation by itself for whatever fires without a doubt and was never part of one.

    Meant to be run after every 'kordon run'; what is open already is joined, and doing it twice changes nothing.
    """
    from kordon.measures.mechanism import Outcome, advanced, raised, unheard

    with open_known(register) as opened:
        material, _ = held(asked.setup, register, None)
        at, record = now or dt.datetime.now(dt.UTC), opened.record()
        entries = advanced(asked.mechanism, asked.process, record, at)
        for found in unheard(asked.process, record, asked.findings(material), since):
            if found.outcome is Outcome.FIRES:
                entries += raised(asked.mechanism, asked.process, (*record, *entries), found, at)
            elif found.outcome is Outcome.DOUBTFUL:
                click.echo(f"note: {found.id} is told with {found.doubt!r}; a person has to decide.", err=True)
            else:
                click.echo(f"note: {found.id}: {found.party} may declare {found.trigger}.", err=True)
        store(asked, opened, entries, at)


@command.command()
@register_argument
@click.argument("consultation")
@click.argument("step")
@click.option("--set", "pairs", multiple=True, help="What the step has to tell, as party=LT (may be repeated).")
@click.option("--why", default="", help="For what reason.")
@click.option("--evidence", multiple=True, help="An id of what it rests on (may be repeated).")
@at_option
@acting(ROLES)
@click.pass_obj
def step(
    asked: Asked,
    register: str,
    consultation: str,
    step: str,
    who: Person,
    pairs: tuple[str, ...],
    why: str,
    evidence: tuple[str, ...],
    now: dt.datetime | None,
) -> None:
    """Take a step in a consultation.

    STEP is agree, disagree, ask_time, withdraw, carry_out, extend, reopen or stand_down.
    """
    from kordon.domain.record import Entry
    from kordon.measures.mechanism import added

    data = told(pairs, numbers=("hours", "days"))
    with open_known(register) as opened:
        at, record = now or dt.datetime.now(dt.UTC), opened.record()
        name = f"{consultation}-{who.id}-{step}-{len(record) + 1}"
        entry = Entry(name, asked.process.id, consultation, step, who, at, why, tuple(evidence), data)
        store(asked, opened, added(asked.mechanism, asked.process, record, entry), at)


@command.command()
@register_argument
@at_option
@click.pass_obj
def advance(asked: Asked, register: str, now: dt.datetime | None) -> None:
    """Record every deadline that has passed. Doing it twice records nothing twice."""
    from kordon.measures.mechanism import advanced

    with open_known(register) as opened:
        at = now or dt.datetime.now(dt.UTC)
        store(asked, opened, advanced(asked.mechanism, asked.process, opened.record(), at), at)


@command.command("show")
@click.argument("record")
@click.argument("consultation", required=False)
@at_option
@lang_option
@json_option
@click.pass_obj
def show_(
    asked: Asked, record: str, consultation: str | None, now: dt.datetime | None, lang: str, as_json: bool
) -> None:
    """Show a consultation: its incidents, each party's answer and plan, and what was told.

    RECORD is a register, or a file of entries that ends in .jsonl. Without a name the newest one is shown.
    """
    from kordon.cli import mechanism_views as views
    from kordon.measures.mechanism import unsupported
    from kordon.measures.mechanism.notices import notices
    from kordon.measures.mechanism.plan import plan

    found = named(asked, record, consultation)
    at = now or dt.datetime.now(dt.UTC)
    crossings, statuses = crossings_of(asked, record)
    steps = plan(asked.mechanism, found, crossings, statuses, at)
    notes = notices(asked.mechanism, asked.process, found, asked.phrases, asked.setup.vocabulary)
    if as_json:
        click.echo(json.dumps(views.as_json(found, steps, notes), ensure_ascii=False))
        return
    views.show(asked.setup, asked.process, found, steps, notes, asked.phrases, lang)
    if not record.endswith(".jsonl"):
        for alarm in unsupported(found, asked.findings(held(asked.setup, record, None)[0])):
            click.echo(f"note: nothing that was reported makes {alarm.incident} a trigger any more.", err=True)


@command.command()
@click.argument("record")
@click.argument("consultation", required=False)
@click.option("--cap", "path", required=True, type=click.Path(dir_okay=False, path_type=Path), help="Where to.")
@click.option(
    "--message", "number", type=int, help="Which message of the thread, from 1; the newest, if left out."
)
@click.option("--sender", required=True, help="Who sends, as an address without spaces.")
@click.option("--status", default="Test", show_default=True, help="Test, Exercise, Actual, System or Draft.")
@click.option("--scope", default="Restricted", show_default=True, help="Restricted or Public.")
@click.option("--restriction", default="For the offices of the parties only", show_default=True)
@click.option("--exercise", default="", help="The name of the exercise, for the status Exercise.")
@click.pass_obj
def alert(
    asked: Asked,
    record: str,
    consultation: str | None,
    path: Path,
    number: int | None,
    sender: str,
    status: str,
    scope: str,
    restriction: str,
    exercise: str,
) -> None:
    """Write a message of a consultation in CAP 1.2, checked against the rules of the standard."""
    from kordon.measures.mechanism.cap import Desk, alerts

    desk = Desk(sender, status, scope, restriction, exercise)
    found = named(asked, record, consultation)
    grades = grades_of(asked, record)
    thread = alerts(
        asked.mechanism,
        asked.process,
        found,
        desk,
        asked.phrases,
        asked.setup.lines,
        asked.setup.vocabulary,
        grades,
    )
    if number is not None and not 1 <= number <= len(thread):
        raise DomainError(f"The thread has {len(thread)} messages; ask for one from 1 to {len(thread)}.")
    message = thread[-1 if number is None else number - 1]
    try:
        path.write_bytes(message.xml)
    except OSError as error:
        raise DomainError(f"{path} cannot be written ({error.strerror}); name another file.") from None
    click.echo(f"{message.type} {message.identifier} of {message.sent} is in {path}.")
