"""The steps of ``kordon issue`` that judge and publish: from the label of a trend to the correction."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kordon.cli.acting import OnRegister, acting
from kordon.cli.options import WeekType
from kordon.cli.suggest import inert
from kordon.domain.errors import DomainError
from kordon.domain.record import Person
from kordon.domain.time import Week

if TYPE_CHECKING:
    from kordon.commentary.issue import Text
    from kordon.register.issue_desk import Desk


class Asked(OnRegister):
    @contextmanager
    def open(self) -> Iterator[Desk]:
        with self.opened() as (register, setup):
            from kordon.register.issue_desk import Desk  # which wants a register that is open
            from kordon.register.issues import Issues

            yield Desk(Issues(register, setup), self.now)


week_argument = click.argument("week", type=WeekType())
why_option = click.option("--why", required=True, help="For what reason.")
json_option = click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")


@click.command()
@week_argument
@click.argument("area")
@click.option("--trend", required=True, help="The trend as you see it: got_worse, has_not_changed or got_better.")
@click.option("--why", default="", help="The reason; needed where it differs from the computed trend.")
@acting()
@click.pass_obj
def label(asked: Asked, week: Week, area: str, trend: str, why: str, who: Person) -> None:
    """Set the analysts' trend of an area beside the computed one. Both are kept, with the reason."""
    from kordon.domain.assessment import Trend

    known = [t.value for t in Trend]
    if trend not in known:
        raise DomainError(f"{trend!r} is no trend; use one of {', '.join(known)}.")
    with asked.open() as desk:
        kept = desk.label(week, area, Trend(trend), why, who)
    agrees = "as computed" if kept.agrees else f"computed {kept.computed.value}"
    click.echo(f"Recorded: {area} {week} {kept.analyst.value}, {agrees}, by {kept.by}.")


def _told(desk: Desk, texts: tuple[Text, ...]) -> None:
    for text in texts:
        state = desk.issues.process.states[text.state].label["en"]
        last = text.entries[-1]
        step = desk.issues.process.steps[last.does].label["en"]
        click.echo(inert(f"Recorded: {step}, by {last.by.id}. {text.subject} is {state}."))


def _judging(name: str, does: str, states: tuple[str, ...], doc: str, *, why: bool) -> click.Command:
    @click.command(name, help=f"{doc} Without LANGS all languages of AREA that can be.")
    @week_argument
    @click.argument("area")
    @click.argument("langs", nargs=-1)
    @acting()
    @click.pass_obj
    def judged(asked: Asked, /, week: Week, area: str, langs: tuple[str, ...], who: Person, why: str = "") -> None:
        with asked.open() as desk:
            if langs:
                texts = tuple(desk.issues.text(week, area, lang) for lang in langs)
            else:
                texts = tuple(t for t in desk.issues.of_week(week, area) if t.state in states)
            if not texts:
                told = " or ".join(state.replace("_", " ") for state in states)
                raise DomainError(f"No text of {area!r} in {week} is {told}; 'show' tells where its texts stand.")
            _told(desk, desk.act(does, texts, who, why))

    help_ = "For what reason."
    judged.params.append(click.Option(["--why"], required=why, default=None if why else "", help=help_))
    return judged


@click.command()
@week_argument
@click.option("--area", "areas", multiple=True, help="An area; by default every one that has texts.")
@click.option("--without", multiple=True, help="A language that is missing; say why.")
@click.option("--why", default="", help="Why a language is missing.")
@acting()
@click.pass_obj
def release(
    asked: Asked, week: Week, areas: tuple[str, ...], without: tuple[str, ...], why: str, who: Person
) -> None:
    """Release the approved texts of a week in all languages at once, or none of them."""
    with asked.open() as desk:
        _told(desk, desk.release(week, who, areas, without, why))


@click.command()
@week_argument
@click.argument("area")
@click.option("--notice", "notices", multiple=True, metavar="LANG=TEXT", help="What was wrong, for its readers.")
@why_option
@acting()
@click.pass_obj
def correct(asked: Asked, week: Week, area: str, notices: tuple[str, ...], why: str, who: Person) -> None:
    """Put written corrections in the place of what is released, with a notice in each language.

    First hand the mended file in with 'edit' and a reason; then another person corrects.
    """
    pairs = dict(notice.partition("=")[::2] for notice in notices)
    with asked.open() as desk:
        _told(desk, desk.correct(week, area, who, pairs, why))


@click.command("import")
@click.argument("source", type=click.Path(exists=True, path_type=Path))
@json_option
@acting()
@click.pass_obj
def import_(asked: Asked, source: Path, as_json: bool, who: Person) -> None:
    """Take an archive in: a folder of pages or a feed of commentaries that were published elsewhere.

    What cannot be read is named, a sentence a file, and the exit code is 2. Again, it changes only
    what has changed.
    """
    from kordon.cli import issue_views as views

    with asked.open() as desk:
        from kordon.register.issue_archive import take_in

        taken = take_in(desk.issues, source, who, asked.now)
        views.taken(taken, as_json=as_json)
    if taken.errors:
        raise SystemExit(2)


COMMANDS: tuple[click.Command, ...] = (
    label,
    _judging("submit", "submit", ("draft",), "Submit texts for review, if nothing in them is wrong.", why=False),
    _judging("withdraw", "withdraw", ("in_review",), "Withdraw texts from review.", why=False),
    _judging("return", "return", ("in_review",), "Return texts to their authors.", why=True),
    _judging("approve", "approve", ("in_review",), "Approve texts that another person wrote.", why=False),
    _judging(
        "take-back", "take_back", ("approved",), "Take approvals back, so that texts can be edited.", why=True
    ),
    _judging("discard", "discard", ("draft",), "Lay texts aside; an edit takes them up again.", why=True),
    _judging("drop", "drop", ("released", "corrected"), "Drop corrections that were written.", why=True),
    release,
    correct,
    import_,
)
