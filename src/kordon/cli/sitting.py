"""``kordon sitting``: what changed, a range of options, opinions, a decision; each step stored in the register."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kordon.cli.acting import OnRegister, acting, at_option
from kordon.cli.options import DateType, data_option, register_option
from kordon.cli.suggest import inert
from kordon.domain.errors import DomainError, RegisterError
from kordon.domain.record import Person

if TYPE_CHECKING:
    from kordon.measures.sitting import Impact, Offer
    from kordon.measures.sitting.steps import Make
    from kordon.register.sittings import Sittings


class Asked(OnRegister):
    @contextmanager
    def open(self) -> Iterator[Sittings]:
        from kordon.register.sittings import Sittings

        with self.opened() as (register, setup):
            yield Sittings(register, setup)

    @property
    def moment(self) -> dt.datetime:
        return dt.datetime.now(dt.UTC) if self.now is None else self.now


@click.group()
@register_option
@at_option
@data_option
@click.pass_context
def command(ctx: click.Context, register: str, now: dt.datetime | None, folders: tuple[Path, ...]) -> None:
    """Hold a sitting: hear what changed, weigh a range of options, decide, and keep the record of it.

    Every step is stored with who took it, when, why and on which evidence; a step that is not allowed gets a
    sentence and changes nothing. Who may take which step is told by the document data/processes/sitting.yaml.
    """
    ctx.obj = Asked(register, folders, now)


why_option = click.option("--why", required=True, help="For what reason.")
evidence_option = click.option("--evidence", multiple=True, help="An id of the register that it rests on.")
json_option = click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")


def _take(asked: Asked, make: Make) -> None:
    with asked.open() as held:
        sitting = held.take(make, now=asked.now)
        label = held.process.steps[sitting.entries[-1].does].label["en"]
        state = held.process.states[sitting.state].label["en"]
    click.echo(inert(f"Recorded: {label}, by {sitting.entries[-1].by.id}. The sitting {sitting.id} is {state}."))


@command.command("open")
@click.argument("sitting")
@click.option("--body", required=True, help="The office that sits.")
@click.option("--border", "borders", multiple=True, required=True, help="A border it is about, as PL-BY.")
@click.option("--why", default="", help="For what reason.")
@acting()
@click.pass_obj
def open_(asked: Asked, sitting: str, body: str, borders: tuple[str, ...], why: str, who: Person) -> None:
    """Call a sitting on one or more borders."""
    from kordon.measures.sitting import steps

    _take(asked, steps.call(sitting, who, body, borders, why))


@command.command()
@click.argument("sitting")
@click.option("--border", required=True, help="A border of the sitting.")
@click.option("--assessment", default="", help="The id of its assessment; by default the newest assessed week's.")
@click.option("--since", default=None, help="The assessment to compare with; by default the last sitting's.")
@acting()
@click.pass_obj
def agenda(
    asked: Asked,
    sitting: str,
    border: str,
    assessment: str,
    since: str | None,
    who: Person,
) -> None:
    """Put a border's assessment on the agenda, and what to compare it with."""
    from kordon.measures.sitting import steps

    with asked.open() as held:
        found = held.sitting(sitting)
        name = assessment or held.newest(border).id
        before = held.last_heard(found, border) if since is None else since
    _take(asked, steps.put_on_agenda(sitting, who, border, name, before))


@command.command()
@click.argument("sitting")
@click.argument("option")
@click.option("--border", required=True, help="The border it is about.")
@click.option("--step", default="", help="Which of the proposed range, as option-buffer-zone; see 'range'.")
@click.option("--kind", default="", help="Beyond the range: the kind of measure.")
@click.option("--rung", default="", help="Beyond the range: its rung of the ladder, as R2.")
@click.option("--basis", default="", help="The legal basis; by default that of the range.")
@click.option("--starts", type=DateType(), required=True, help="Its first day.")
@click.option("--ends", type=DateType(), help="Its last day; by default after the ladder's number of days.")
@click.option(
    "--crossing", "crossings", multiple=True, help="A crossing it touches; by default those of the range."
)
@click.option("--traffic", multiple=True, help="A class of traffic; by default those of the range.")
@click.option("--except", "exceptions", multiple=True, help="An exception, besides those of the range.")
@click.option("--passes", default="", help="Who and what passes there; by default what the register tells.")
@click.option("--trade", default="", help="What it means for trade.")
@click.option("--labour", default="", help="What it means for labour.")
@click.option("--last-time", default="", help="What was seen last time.")
@click.option("--why", default="", help="For what reason; an option beyond the range needs one.")
@evidence_option
@acting()
@click.pass_obj
def option(asked: Asked, /, sitting: str, who: Person, **given: Any) -> None:
    """Put an option under a name of its own, as A1, with its reach, exceptions, impact and last day.

    The assessment on the agenda is evidence without being named again.
    """
    from dataclasses import replace

    from kordon.measures.sitting import steps

    with asked.open() as held:
        offer = _offer(held, sitting, given)
        known = held.estimate(offer, who, asked.moment)
        item = held.sitting(sitting).item(given["border"])
    offer = replace(offer, impact={**known, **_impact(given)})
    evidence = (*given["evidence"], item.assessment if item is not None else "")
    _take(asked, steps.put_option(sitting, who, offer, given["why"], evidence))


def _impact(given: dict[str, Any]) -> Impact:
    from kordon.measures.sitting import HEADINGS, Estimate

    return {heading: Estimate(given[heading]) for heading in HEADINGS if given[heading]}


def _offer(held: Sittings, sitting: str, given: dict[str, Any]) -> Offer:
    """The option that the words of the command mean; the policies say what is wrong with it."""
    from dataclasses import replace

    from kordon.measures.sitting import Offer

    if not given["step"]:
        rank = held.rungs.index(given["rung"]) if given["rung"] in held.rungs else -1
        return Offer(
            id=given["option"],
            kind=given["kind"],
            rung=given["rung"],
            rank=rank,
            border=given["border"],
            basis=given["basis"],
            starts=given["starts"],
            ends=given["ends"],
            traffic=given["traffic"],
            crossings=given["crossings"],
            exceptions=given["exceptions"],
        )
    offer = held.offered(
        held.sitting(sitting),
        given["border"],
        given["step"],
        given["option"],
        given["starts"],
        ends=given["ends"],
        traffic=given["traffic"] or None,
        crossings=given["crossings"] or None,
        exceptions=given["exceptions"],
    )
    return replace(offer, basis=given["basis"]) if given["basis"] else offer


@command.command()
@click.argument("sitting")
@click.argument("option")
@why_option
@acting()
@click.pass_obj
def withdraw(asked: Asked, sitting: str, option: str, why: str, who: Person) -> None:
    """Withdraw an option; only who put it can. It stays in the record."""
    from kordon.measures.sitting import steps

    _take(asked, steps.withdraw(sitting, who, option, why))


@command.command()
@click.argument("sitting")
@click.argument("opinion", type=click.Choice(["positive", "negative", "decisively_negative"]))
@click.option("--office", required=True, help="Whose opinion it is; the account holds that role too.")
@click.option("--about", default="", help="The option it is about; all of them where this is left out.")
@click.option("--why", required=True, help="The opinion in its own words.")
@evidence_option
@acting()
@click.pass_obj
def opinion(
    asked: Asked,
    sitting: str,
    opinion: str,
    office: str,
    about: str,
    why: str,
    evidence: tuple[str, ...],
    who: Person,
) -> None:
    """Give the opinion of an office."""
    from kordon.measures.sitting import steps

    _take(asked, steps.opine(sitting, who, office, opinion, why, about, evidence))


@command.command()
@click.argument("sitting")
@click.option(
    "--choose", "chosen", multiple=True, help="An option that is decided on (may be given several times)."
)
@click.option("--none", "none", is_flag=True, help="None of the options.")
@click.option("--other", default="", help="What was decided, where it was not among the options.")
@click.option("--next-review", type=DateType(), required=True, help="The day of the next review.")
@why_option
@evidence_option
@acting()
@click.pass_obj
def decide(
    asked: Asked,
    sitting: str,
    chosen: tuple[str, ...],
    none: bool,
    other: str,
    next_review: dt.date,
    why: str,
    evidence: tuple[str, ...],
    who: Person,
) -> None:
    """Decide on options, on none of them, or on something else. Who put an option does not decide.

    What was assessed is evidence without being named again.
    """
    from kordon.measures.sitting import steps

    if (bool(chosen), none, bool(other)).count(True) != 1:
        raise DomainError("A decision is one of --choose, --none and --other; give exactly one of them.")
    choice = "options" if chosen else "none" if none else "other"
    with asked.open() as held:
        heard = tuple(item.assessment for item in held.sitting(sitting).agenda)
    rests = (*heard, *evidence)
    make = steps.decide(sitting, who, choice, next_review, why, options=chosen, other=other, evidence=rests)
    _take(asked, make)


@command.command()
@click.argument("sitting")
@json_option
@click.pass_obj
def begin(asked: Asked, sitting: str, as_json: bool) -> None:
    """Enter the measures that were decided on, with the first steps of each: all of them, or none."""
    from kordon.cli import sitting_views as views

    with asked.open() as held:
        entries = held.begin(sitting, now=asked.now)
    views.entries(entries, as_json=as_json)
    if not entries and not as_json:
        click.echo("The decision named no option, so no measure begins with it.")


@command.command()
@click.argument("sitting")
@click.option("--next-review", type=DateType(), required=True, help="The day it is put off to.")
@why_option
@acting()
@click.pass_obj
def defer(asked: Asked, sitting: str, next_review: dt.date, why: str, who: Person) -> None:
    """Put the decision off."""
    from kordon.measures.sitting import steps

    _take(asked, steps.defer(sitting, who, next_review, why))


@command.command()
@click.argument("sitting")
@click.option("--until", type=DateType(), required=True, help="The day on which it goes on.")
@why_option
@acting()
@click.pass_obj
def adjourn(asked: Asked, sitting: str, until: dt.date, why: str, who: Person) -> None:
    """Adjourn the sitting."""
    from kordon.measures.sitting import steps

    _take(asked, steps.adjourn(sitting, who, until, why))


def _simple(name: str, does: str, doc: str, *, why: bool) -> None:
    @command.command(name, help=doc)
    @click.argument("sitting")
    @acting()
    @click.pass_obj
    def simple(asked: Asked, /, sitting: str, who: Person, **more: str) -> None:
        from kordon.measures.sitting import steps

        _take(asked, getattr(steps, does)(sitting, who, **more))

    if why:
        simple.params.append(click.Option(["--why"], required=True, help="For what reason."))


_simple("resume", "resume", "Go on after an adjournment.", why=False)
_simple("dissent", "dissent", "Record a dissent from the decision.", why=True)
_simple("close", "close", "Close the sitting.", why=False)
_simple("call-off", "call_off", "Call the sitting off.", why=True)


@command.command("range")
@click.argument("sitting")
@click.pass_obj
def range_(asked: Asked, sitting: str) -> None:
    """The ranges proposed for the assessments on the agenda: what options can be put from."""
    from kordon.cli import sitting_views as views

    with asked.open() as held:
        views.ranges(held, held.sitting(sitting))


@command.command()
@click.argument("sitting")
@click.option("--lang", type=click.Choice(["en", "be", "ru"]), default="en", show_default=True)
@click.option("--html", type=click.Path(dir_okay=False, path_type=Path), help="Write the minutes to an HTML file.")
@json_option
@click.pass_obj
def show(asked: Asked, sitting: str, lang: str, html: Path | None, as_json: bool) -> None:
    """The minutes of a sitting: what changed, the options, opinions, the decision, and every step."""
    from kordon.cli import sitting_views as views

    with asked.open() as held:
        if as_json:
            views.entries(held.sitting(sitting).entries, as_json=True)
        else:
            views.minutes(held, held.minutes(sitting), lang, html)


@command.command("list")
@json_option
@click.pass_obj
def list_(asked: Asked, as_json: bool) -> None:
    """Every sitting of the register, and whether the record is whole."""
    from kordon.cli import sitting_views as views

    with asked.open() as held:
        views.sittings(held, as_json=as_json)


@command.command()
@click.argument("number", type=int, required=False)
@click.argument("fingerprint", required=False)
@click.pass_obj
def check(asked: Asked, number: int | None, fingerprint: str | None) -> None:
    """Whether the record is whole: no entry was changed or taken out.

    NUMBER and FINGERPRINT are those that minutes print; without them nobody can tell that newest entries are gone.
    """
    from kordon.register.values import RecordHead

    noted = None if number is None else RecordHead(number, fingerprint or "")
    with asked.open() as held:
        faults, head = held.register.record_faults(noted), held.register.record_head()
    if faults:
        raise RegisterError(" ".join(faults))
    click.echo(
        f"The record is whole: {head.number} in all, the newest with the fingerprint {head.hash or 'none'}."
    )
