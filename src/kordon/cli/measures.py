"""``kordon measures``: the life of measures, from the record of a register or of a file."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import click

from kordon.cli.acting import acting, at_option, told
from kordon.cli.measure_record import Asked, plain
from kordon.cli.options import DateType, data_option
from kordon.domain.errors import DomainError
from kordon.domain.record import Person

lang_option = click.option("--lang", type=click.Choice(["en", "be", "ru"]), default="en", show_default=True)
json_option = click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")


@click.group()
@click.option("--register", help="A register that keeps the record: a SQLite file, or a postgresql:// address.")
@click.option(
    "--record", type=click.Path(dir_okay=False, path_type=Path), help="A record in a file, as JSON Lines."
)
@at_option
@data_option
@click.pass_context
def command(
    ctx: click.Context,
    register: str | None,
    record: Path | None,
    now: dt.datetime | None,
    folders: tuple[Path, ...],
) -> None:
    """Follow measures through their life: list, show, take a step, prepare a review.

    Without --register and --record the public ledger that ships is shown, replayed through the process. What takes
    effect by itself is shown whether it was entered yet or not.
    """
    if register is not None and record is not None:
        raise DomainError("A record is in a register or in a file; give --register or --record, not both.")
    ctx.obj = Asked(record, register, folders, now or dt.datetime.now(dt.UTC))


@command.command("list")
@click.option("--state", help="Only those in this state, as in_force.")
@click.option("--border", help="Only those of this border, as PL-BY.")
@lang_option
@json_option
@click.pass_obj
def list_(asked: Asked, state: str | None, border: str | None, lang: str, as_json: bool) -> None:
    """Every measure with its state and days."""
    from rich.table import Table

    from kordon.cli import show
    from kordon.measures.life import lives

    rules = asked.rules
    if state and state not in rules.process.states:
        raise DomainError(f"{state!r} is not a state; the states are {', '.join(rules.process.states)}.")
    table = Table(box=None)
    for name in ("measure", "state", "kind", "borders", "from", "to"):
        table.add_column(name, no_wrap=name in ("measure", "from", "to"))
    for life in lives(rules.process, asked.entries).values():
        if (state and life.state != state) or (border and border not in life.borders):
            continue
        days = [str(d) if d else "" for d in (life.starts, life.ends)]
        if as_json:
            click.echo(json.dumps(plain(life), ensure_ascii=False))
            continue
        kind = asked.setup.vocabulary.label("measures", life.kind, lang)
        table.add_row(life.id, rules.process.states[life.state].label[lang], kind, " ".join(life.borders), *days)
    if not as_json:
        show.console().print(table)


@command.command("show")
@click.argument("name")
@click.option("--by", help="The account whose choices are shown.")
@click.option("--role", "roles", multiple=True, help="A role of that account (may be given several times).")
@lang_option
@json_option
@click.pass_obj
def show_(asked: Asked, name: str, by: str | None, roles: tuple[str, ...], lang: str, as_json: bool) -> None:
    """One measure: its entries, its chain of extensions, and which steps lead on."""
    from kordon.cli import show
    from kordon.domain.record import Person
    from kordon.measures.life import chain_of, held, lives, policies
    from kordon.measures.life.measure import effective_of
    from kordon.measures.process import choices

    life, rules, entries = asked.life(name), asked.rules, asked.entries
    if as_json:
        click.echo(json.dumps(plain(life), ensure_ascii=False))
        return
    out = show.console()
    out.print(f"{life.id}: {rules.process.states[life.state].label[lang]}", style="bold")
    for entry in life.entries:
        step = rules.process.steps[entry.does].label[lang]
        when = effective_of(entry).isoformat(timespec="minutes")
        out.print(f"  {when}  {step}  ({entry.by.id})  {entry.why}", markup=False)
    chain = chain_of(lives(rules.process, entries), name)
    for link in chain.links:
        days = f", {link.days} days" if link.days else ""
        out.print(f"  {link.before} -> {link.after}: {link.joint.value}{days}", markup=False)
    for waiting in held(rules, entries, asked.now):
        if waiting.measure == name:
            out.print(f"  {waiting.block.sentence}", markup=False)
    if by:
        person = Person(by, roles)
        for choice in choices(rules.process, life.entries, person, asked.now, policies(rules, entries)):
            label = choice.step.label[lang]
            out.print(
                f"  {'may' if choice.allowed else 'may not'} {label}. {choice.why_not}".rstrip(), markup=False
            )


@command.command()
@click.argument("name")
@click.argument("does")
@click.option("--why", default="", help="The reason.")
@click.option("--evidence", multiple=True, help="The id of an incident, reading, assessment or report.")
@click.option("--set", "sets", multiple=True, help="What the step needs to know, as ends=2024-09-10.")
@acting()
@click.pass_obj
def step(
    asked: Asked,
    name: str,
    does: str,
    who: Person,
    why: str,
    evidence: tuple[str, ...],
    sets: tuple[str, ...],
) -> None:
    """Take a step on a measure. Lists are written with semicolons: --set crossings=one;two."""
    from kordon.domain.record import Entry
    from kordon.domain.report import stable_id
    from kordon.measures.life import policies
    from kordon.measures.life.measure import LISTS
    from kordon.measures.process import check, entries_of, state_of

    process, so_far = asked.rules.process, asked.entries
    data = told(sets, numbers=("calm_weeks",), lists=(*LISTS, "about"))
    about = entries_of(process, so_far, name)
    entry_id = stable_id("entry", name, does, who.id, asked.now.isoformat(), str(len(about)))
    entry = Entry(entry_id, process.id, name, does, who, asked.now, why, evidence, data)
    check(process, about, entry, policies(asked.rules, so_far))
    asked.append((*so_far[len(asked.stored) :], entry))
    state = state_of(process, (*about, entry)) or ""
    click.echo(f"{name} is {process.states[state].label['en']}; entry {entry.id}.")


@command.command()
@click.pass_obj
def advance(asked: Asked) -> None:
    """Enter what has taken effect by itself, and say what a gate holds back."""
    from kordon.measures.life import held

    new = asked.entries[len(asked.stored) :]
    if new:
        asked.append(new)
    for entry in new:
        click.echo(f"{entry.subject}: {entry.does} at {entry.data['effective']}")
    for waiting in held(asked.rules, (*asked.stored,), asked.now):
        click.echo(f"{waiting.measure} is held back: {waiting.block.sentence}")
    click.echo(f"{len(new)} entries are new.")


@command.command()
@click.argument("name")
@lang_option
@click.option("--on", "day", type=DateType(), help="As of this day; today where it is left out.")
@click.pass_obj
def dossier(asked: Asked, name: str, lang: str, day: dt.date | None) -> None:
    """The review dossier of a measure, from the record and what is known of its crossings.

    Readings and incidents since its first day come from the register and stand here as not looked up.
    """
    from kordon.api.dossier import text
    from kordon.intake.tables import read_table
    from kordon.measures import life as lives_
    from kordon.run import SHIPPED

    life, rules, setup = asked.life(name), asked.rules, asked.setup
    known = lives_.lives(rules.process, asked.entries)
    day = day or rules.settings.today(life.decides, asked.now)
    crossings, statuses = (
        read_table(SHIPPED / file, setup.vocabulary, setup.sources, gazetteer=setup.gazetteer)
        for file in ("crossings.csv", "crossing_status.csv")
    )
    points = [named.crossing for named in crossings.crossings]
    since = lives_.Since(impact=lives_.impact(life, points, statuses.statuses, known, day))
    click.echo(text(rules, setup.phrases, lang, lives_.dossier(rules, known, name, day, since)), nl=False)


@command.command()
@click.argument("name")
@lang_option
@click.pass_obj
def effect(asked: Asked, name: str, lang: str) -> None:
    """What came after a measure began, against other borders: a ratio with its interval, or why there is none.

    Counts are those of the public dataset that ships.
    """
    from kordon.api.dossier import told
    from kordon.counts import fuse
    from kordon.domain.assessment import Reason
    from kordon.domain.reading import Unknown
    from kordon.domain.time import Week
    from kordon.intake.tables import read_table
    from kordon.measures import life as lives_
    from kordon.run import SHIPPED, SHIPPED_FIRST

    life, rules, setup = asked.life(name), asked.rules, asked.setup
    if life.starts is None:
        raise DomainError(f"The first day of {name!r} is not told, so its effect cannot be.")
    tables = [
        read_table(SHIPPED / file, setup.vocabulary, setup.sources, gazetteer=setup.gazetteer)
        for file in ("attempts.csv", "totals_combined.csv")
    ]
    figures = [figure for table in tables for coded in table.coded for figure in coded.figures]
    last = Week.of(max(f.span.end for f in figures if f.span.end is not None))
    series = fuse(figures, list(setup.vocabulary.assessed_borders), SHIPPED_FIRST, last, setup.vocabulary)
    known = lives_.lives(rules.process, asked.entries)
    begun = [
        (o.id, b, o.starts) for o in known.values() if o.id != name and o.began and o.starts for b in o.borders
    ]
    same = [b for other, b, day in begun if known[other].kind == life.kind and abs((day - life.starts).days) <= 90]
    for border in life.borders:
        found = lives_.effect(
            rules.settings.effect, series, border, life.starts, end=life.ends, begun=begun, disturbed=same
        )
        reason = Reason(found.reason) if isinstance(found, Unknown) else found.reason
        branch = told(rules, setup.phrases, lang, reason)
        click.echo("\n".join([f"{border}: {branch.text}", *(f"  {child.text}" for child in branch.children)]))


@command.command()
@lang_option
@click.option("--domain", default="kordon.invalid", show_default=True, help="What makes the UIDs yours.")
@click.pass_obj
def calendar(asked: Asked, lang: str, domain: str) -> None:
    """The days of measures as an iCalendar feed."""
    from kordon.api.calendar import calendar as feed
    from kordon.measures.life import happenings, lives

    known = lives(asked.rules.process, asked.entries)
    click.echo(feed(happenings(asked.rules, known.values()), asked.setup.phrases, lang, domain), nl=False)


@command.command()
@lang_option
@click.pass_obj
def diagram(asked: Asked, lang: str) -> None:
    """The process as a Mermaid state diagram."""
    from kordon.measures.process import diagram as drawn

    click.echo(drawn(asked.rules.process, lang), nl=False)


@command.command()
@click.pass_obj
def ledger(asked: Asked) -> None:
    """Replay the public ledger: where each row ends, what was derived by which rule, what does not replay."""
    from kordon.measures.life import replay
    from kordon.measures.life.ledger import RULES

    found = replay(asked.rules, asked.measures, asked.now)
    for state, count in found.counts.items():
        click.echo(f"{count:4} {state}")
    click.echo(f"{len(found.assumed)} entries were derived:")
    for rule, count in found.by_rule.items():
        click.echo(f"{count:4} {rule}: {RULES[rule]}")
    click.echo(f"{len(found.refused)} rows do not replay:")
    for one in found.refused:
        click.echo(f"     {one.measure}: {one.why}")
