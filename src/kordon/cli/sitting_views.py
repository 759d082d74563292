"""What ``kordon sitting`` shows: ranges, minutes, entries, the list."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kordon.api.record import line_of
from kordon.cli.suggest import inert
from kordon.domain.errors import RegisterError
from kordon.domain.record import Entry
from kordon.measures.sitting import Minutes, Sitting, as_text, describe

if TYPE_CHECKING:
    from kordon.register.sittings import Sittings

LANG = "en"


def ranges(held: Sittings, sitting: Sitting) -> None:
    """The options of each range that was proposed for what is on the agenda, least restrictive first."""
    say = held.setup.phrases.say
    for item in sitting.agenda:
        for proposal in held.register.proposals_for(item.assessment):
            click.echo(f"{proposal.border} {proposal.id}")
            for option in proposal.options:
                days = "" if option.days is None else f" {option.days} days."
                traffic, key = ", ".join(option.traffic) or "no traffic", option.reason.key
                click.echo(inert(f"  {option.rung} {key} ({traffic}): {say(LANG, key)}{days}"))


def minutes(held: Sittings, told: Minutes, lang: str, html: Path | None) -> None:
    """The minutes as text, or as a file of HTML."""
    page = describe(told, lang, held.setup.phrases)
    if html is None:
        for line in as_text(page).splitlines():
            click.echo(inert(line))
        return
    from kordon.site.paper import paper

    try:
        html.write_text(paper(page, lang), "utf-8")
    except OSError as error:
        raise RegisterError(f"{html} cannot be written ({error.strerror}); check the path.") from None
    click.echo(f"The minutes are in {html}.")


def entries(found: Iterable[Entry], *, as_json: bool) -> None:
    for entry in found:
        click.echo(line_of(entry) if as_json else inert(f"{entry.subject}: {entry.does}, by {entry.by.id}"))


def sittings(held: Sittings, *, as_json: bool) -> None:
    """A line a sitting; then, on standard error, what is wrong with the record."""
    found, faults = held.all(), held.register.record_faults()
    for sitting in found.values():
        state = held.process.states[sitting.state].label[LANG]
        named = f"{sitting.called.at:%Y-%m-%d} {sitting.id} of {sitting.body} on {', '.join(sitting.borders)}"
        click.echo(json.dumps(_told(sitting), ensure_ascii=False) if as_json else inert(f"{named}: {state}"))
    for fault in faults:
        click.echo(inert(fault), err=True)
    if not as_json:
        click.echo(f"{len(found)} in all; the record is {'not whole' if faults else 'whole'}.")


def _told(sitting: Sitting) -> dict[str, object]:
    decision = sitting.decision
    return {
        "id": sitting.id,
        "state": sitting.state,
        "body": sitting.body,
        "borders": list(sitting.borders),
        "called": sitting.called.at.isoformat(),
        "options": [put.offer.id for put in sitting.range],
        "choice": None if decision is None else decision.choice,
        "chosen": [put.offer.id for put in sitting.chosen],
        "next_review": None if decision is None else decision.next_review.isoformat(),
    }
