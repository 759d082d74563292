"""``kordon suggestions``: what other coders suggest for a register, and what people say to it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kordon.cli.acting import open_known
from kordon.cli.options import data_option
from kordon.cli.suggest import coder_of, coder_options, inert, told
from kordon.domain.errors import DomainError
from kordon.domain.suggested import Answer, Item, Ruling, Suggested, suggested_in

if TYPE_CHECKING:
    from kordon.register import Register

SHOWN = 100  # letters of the quoted words in a list


@dataclass(frozen=True)
class Asked:
    """Which register, and which folders of data."""

    register: str
    folders: tuple[Path, ...]

    def open(self) -> Register:
        return open_known(self.register)


@click.group()
@click.argument("register")
@data_option
@click.pass_context
def command(ctx: click.Context, register: str, folders: tuple[Path, ...]) -> None:
    """Find, list and answer suggestions of other coders than the rules.

    REGISTER is a SQLite file or a postgresql:// address. A suggestion counts for nothing until a person accepts
    it; it is named by its id or the beginning of one.
    """
    ctx.obj = Asked(register, folders)


json_option = click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")


@command.command()
@coder_options
@click.pass_obj
def find(asked: Asked, which: str, endpoint: str, model: str, format_: str, seconds: float) -> None:
    """Let a coder read every report of the register, and keep what it suggests."""
    from kordon.chain import Setup
    from kordon.domain.coded import Coded

    setup = Setup(*asked.folders)
    coder = coder_of(setup, which, endpoint, model, format_, seconds)
    read = new = 0
    with asked.open() as opened:
        for name in opened.report_ids():
            known = opened.coded(name) or Coded(opened.reports([name])[name])
            new += opened.suggest(suggested_in(told(setup, coder, known)))
            read += 1
    click.echo(f"{read} reports were read; {new} suggestions are new.")
    click.echo("Nothing counts them until they are accepted.")


@command.command("list")
@click.option("--all", "everything", is_flag=True, help="Also those that were answered.")
@json_option
@click.pass_obj
def list_(asked: Asked, everything: bool, as_json: bool) -> None:
    """Suggestions that wait for an answer, by report and place in the text."""
    from kordon.api.suggested import suggested_json
    from kordon.coding.suggesting import last_words

    with asked.open() as opened:
        found, held = opened.suggestions(), last_words(opened.answers())
    shown = [one for one in found if everything or one.id not in held]
    for one in shown:
        if as_json:
            click.echo(json.dumps(suggested_json(one, held.get(one.id)), ensure_ascii=False))
        else:
            click.echo(inert(_line(one, held.get(one.id))))
    if not as_json:
        click.echo(f"{len(found)} suggestions, {sum(one.id not in held for one in found)} of them open.")


def _line(one: Suggested, held: Answer | None) -> str:
    item = one.item
    kind = getattr(item, "kind", "") or getattr(item, "unit", "")
    quantity = getattr(item, "quantity", None)
    count = f" {quantity.best:g}" if quantity is not None else ""
    mood = str(getattr(item, "modality", "") or getattr(item, "status", ""))
    where = item.place.group or ", ".join(item.place.borders) or "nowhere told"
    words = one.words if len(one.words) <= SHOWN else one.words[:SHOWN] + "…"
    answered = f" [{held.ruling} by {held.by}: {held.why}]" if held is not None else ""
    return f"{one.id} {item.rule} {kind}{count} ({mood}; {where}) in {one.report}: “{words}”{answered}"


def _answering(ruling: Ruling, name: str, doc: str) -> None:
    @command.command(name, help=doc)
    @click.argument("suggestion")
    @click.option("--by", required=True, help="Who decides.")
    @click.option("--why", required=True, help="For what reason.")
    @click.pass_obj
    def answering(asked: Asked, suggestion: str, by: str, why: str) -> None:
        from kordon.coding.suggesting import answer

        with asked.open() as opened:
            one = _named(opened, suggestion)
            known = _known(opened, one.report)
            made = opened.answer(one.id, lambda log, given, at: answer(log, given, ruling, by, why, at, known))
        click.echo(f"The suggestion {one.id} is {made.ruling}.")


_answering(Ruling.ACCEPTED, "accept", "Accept a suggestion: from the next run on it counts.")
_answering(Ruling.REJECTED, "reject", "Reject a suggestion; one that was accepted no longer counts.")
_answering(Ruling.REOPENED, "reopen", "Take the last answer to a suggestion back.")


def _named(opened: Register, name: str) -> Suggested:
    found = [one for one in opened.suggestions() if one.id.startswith(name)]
    exact = [one for one in found if one.id == name]
    if len(exact or found) == 1:
        return (exact or found)[0]
    problem = "no suggestion" if not found else "more than one suggestion"
    raise DomainError(f"The name {name} means {problem}; list them to see the ids.")


def _known(opened: Register, report: str) -> tuple[Item, ...]:
    """The items of a report, accepted ones included."""
    material = opened.material()
    items: tuple[Item, ...] = (*material.incidents, *material.figures, *opened.reported_measures())
    return tuple(item for item in items if item.evidence[0].report == report)


@command.command()
@json_option
@click.pass_obj
def log(asked: Asked, as_json: bool) -> None:
    """What was answered by whom, when and why; nothing is ever taken out of it."""
    from kordon.api.suggested import answer_json

    with asked.open() as opened:
        found = opened.answers()
    for made in found:
        if as_json:
            click.echo(json.dumps(answer_json(made), ensure_ascii=False))
        else:
            when = made.at.isoformat(timespec="seconds")
            click.echo(inert(f"{made.id} {when} {made.by}: {made.suggested} {made.ruling} ({made.why})"))
