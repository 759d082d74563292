"""``kordon events``: one incident, many reports."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kordon.cli.acting import open_known
from kordon.cli.options import data_option

if TYPE_CHECKING:
    from kordon.cli.event_views import Desk
    from kordon.coding.linking import State
    from kordon.domain.event import Decision
    from kordon.register import Register


@dataclass(frozen=True)
class Asked:
    """Which register, and which folders of data."""

    register: str
    folders: tuple[Path, ...]

    def open(self) -> Register:
        return open_known(self.register)

    def desk(self, opened: Register) -> Desk:
        from kordon.chain import Setup
        from kordon.cli.event_views import Desk
        from kordon.coding.linking import load_linking, suggest

        setup = Setup(*self.folders)
        incidents = opened.material().incidents
        reports = opened.reports(evidence.report for i in incidents for evidence in i.evidence[:1])
        rules = load_linking(setup.vocabulary, *self.folders)
        return Desk(setup, rules, suggest(incidents, reports, rules, setup.gazetteer), reports)


@click.group()
@click.argument("register")
@data_option
@click.pass_context
def command(ctx: click.Context, register: str, folders: tuple[Path, ...]) -> None:
    """Show which incidents of a register are one event, and decide it.

    REGISTER is a SQLite file or a postgresql:// address. An event is named by its id, by that of any of its
    incidents, or by the beginning of one.
    """
    ctx.obj = Asked(register, folders)


json_option = click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
by_option = click.option("--by", required=True, help="Who decides.")
why_option = click.option("--why", required=True, help="For what reason.")


@command.command("list")
@click.option("--linked", is_flag=True, help="Only events with several incidents.")
@json_option
@click.pass_obj
def list_(asked: Asked, linked: bool, as_json: bool) -> None:
    """Every event, in the order of the first publication."""
    from kordon.api.events import event_json
    from kordon.cli import event_views as views

    with asked.open() as opened:
        desk, log = asked.desk(opened), opened.decisions()
    state = desk.state(log)
    events = [event for event in desk.teller(state).events() if not linked or len(event.incidents) > 1]
    if as_json:
        _print_json(event_json(event) for event in events)
        return
    views.show(views.table(desk, events))
    told = sum(len(event.incidents) for event in events)
    click.echo(f"incidents: {told}; events: {len(events)}; candidates that wait for a person: {len(state.open)}")
    for decision in state.stale:
        click.echo(
            views.inert(f"Decision {decision.id} of {decision.by} is about incidents no longer in use."), err=True
        )


@command.command()
@click.argument("event")
@json_option
@click.pass_obj
def show(asked: Asked, event: str, as_json: bool) -> None:
    """One event: who says what, where they differ, how sure it is and what holds it together."""
    from kordon.api.events import event_json
    from kordon.cli import event_views as views
    from kordon.coding.linking import find

    with asked.open() as opened:
        desk, log = asked.desk(opened), opened.decisions()
    state = desk.state(log)
    told = desk.teller(state).tell(find(state, event))
    if as_json:
        _print_json([event_json(told)])
    else:
        views.show(views.tree(desk, told, state))


@command.command()
@json_option
@click.pass_obj
def candidates(asked: Asked, as_json: bool) -> None:
    """Pairs of events that may be one, with what speaks for and against; the strongest first."""
    from kordon.api.events import candidate_json
    from kordon.cli import event_views as views

    with asked.open() as opened:
        desk, log = asked.desk(opened), opened.decisions()
    state = desk.state(log)
    if as_json:
        _print_json(candidate_json(c, (state.of[c.one].id, state.of[c.other].id)) for c in state.open)
        return
    for candidate in state.open:
        views.show(views.pair(desk, candidate))
    click.echo(f"{len(state.open)} candidates; {desk.rules.link:g} points and more are linked by themselves.")


@command.command()
@click.argument("one")
@click.argument("other")
@by_option
@why_option
@click.pass_obj
def join(asked: Asked, one: str, other: str, by: str, why: str) -> None:
    """Decide that two events are one. Naming one event twice makes a suggested link a decided one."""
    from kordon.coding.linking import find
    from kordon.coding.linking import join as joined

    def make(state: State) -> Callable[..., Decision]:
        a, b = find(state, one).incidents, find(state, other).incidents
        return lambda log, at: joined(log, a, b, by, why, at)

    _decide(asked, make)


@command.command()
@click.argument("event")
@click.argument("incident")
@by_option
@why_option
@click.pass_obj
def split(asked: Asked, event: str, incident: str, by: str, why: str) -> None:
    """Decide that an incident is not of its event."""
    from kordon.coding.linking import find
    from kordon.coding.linking import split as parted

    def make(state: State) -> Callable[..., Decision]:
        members = find(state, event).incidents
        leaving = [name for name in members if name.startswith(incident)]
        name = leaving[0] if len(leaving) == 1 else incident
        return lambda log, at: parted(log, name, members, by, why, at)

    _decide(asked, make)


@command.command()
@click.argument("event")
@click.argument("status", type=click.Choice(["unconfirmed", "probable", "confirmed", "refuted"]))
@by_option
@why_option
@click.pass_obj
def validate(asked: Asked, event: str, status: str, by: str, why: str) -> None:
    """Say how far an event is validated; only a person confirms or refutes."""
    from kordon.coding.linking import find
    from kordon.coding.linking import validate as validated
    from kordon.domain.event import Validation

    def make(state: State) -> Callable[..., Decision]:
        members = find(state, event).incidents
        return lambda log, at: validated(log, members, Validation(status), by, why, at)

    _decide(asked, make)


@command.command()
@click.argument("decision")
@by_option
@why_option
@click.pass_obj
def undo(asked: Asked, decision: str, by: str, why: str) -> None:
    """Take a decision back; undoing an undo brings it back."""
    from kordon.coding.linking import undo as undone

    with asked.open() as opened:
        made = opened.decide(lambda log, at: undone(log, decision, by, why, at))
    click.echo(f"Decision {made.id} takes back {decision}.")


@command.command()
@json_option
@click.pass_obj
def log(asked: Asked, as_json: bool) -> None:
    """What was decided by whom, when and why; nothing is ever taken out of it."""
    from kordon.api.events import decision_json
    from kordon.cli import event_views as views
    from kordon.coding.linking.decisions import verdicts

    with asked.open() as opened:
        found = opened.decisions()
    undone = {key: decision.id for key, decision in verdicts(found).undone_by.items()}
    if as_json:
        _print_json(decision_json(decision, undone.get(decision.id)) for decision in found)
        return
    for decision in found:
        about = decision.undoes or f"{decision.status or ''} {' '.join(decision.incidents)}".strip()
        taken = f" [undone by {undone[decision.id]}]" if decision.id in undone else ""
        when = decision.at.isoformat(timespec="seconds")
        click.echo(
            views.inert(f"{decision.id} {when} {decision.by}: {decision.act} {about} ({decision.why}){taken}")
        )


def _decide(asked: Asked, make: Callable[[State], Callable[..., Decision]]) -> None:
    """Append a decision; the state that it is checked against is folded inside the transaction."""
    from kordon.coding.linking import find

    with asked.open() as opened:
        desk = asked.desk(opened)
        made = opened.decide(lambda log, at: make(desk.state(log))(log, at))
        state = desk.state(opened.decisions())
    click.echo(f"Decision {made.id} is recorded.")
    events = dict.fromkeys(find(state, name).id for name in made.incidents if name in state.of)
    click.echo(f"Now: {', '.join(events)}.")


def _print_json(values: Iterable[Mapping[str, Any]]) -> None:
    for value in values:
        click.echo(json.dumps(value, ensure_ascii=False))
