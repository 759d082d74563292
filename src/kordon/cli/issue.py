"""``kordon issue``: the texts of a week from draft to release; each step stored in the register."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from kordon.cli.acting import acting, at_option
from kordon.cli.issue_steps import COMMANDS, Asked, json_option, week_argument
from kordon.cli.options import WeekType, data_option, register_option
from kordon.domain.errors import InputError
from kordon.domain.record import Person
from kordon.domain.time import Week


@click.group()
@register_option
@at_option
@data_option
@click.pass_context
def command(ctx: click.Context, register: str, now: dt.datetime | None, folders: tuple[Path, ...]) -> None:
    """Write a week's issue, review it, release it in all languages at once, and correct it.

    A text is one area in one language. An analyst takes it as a file ('text'), edits it and hands it in ('edit');
    a second person approves it; an editor releases. Numbers are checked against the register when a text is
    submitted and once more when it is released. Who may take which step: data/processes/issue.yaml.
    """
    ctx.obj = Asked(register, folders, now)


for added in COMMANDS:
    command.add_command(added)

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


# Writing


@command.command()
@week_argument
@click.option("--area", "areas", multiple=True, help="An area; by default every one that has a computed draft.")
@acting()
@click.pass_obj
def draft(asked: Asked, week: Week, areas: tuple[str, ...], who: Person) -> None:
    """Begin the texts of a week from its computed drafts. What is begun already stays as it is."""
    with asked.open() as desk:
        for text in desk.draft(week, who, areas):
            click.echo(f"Begun: {text.subject}.")


@command.command("text")
@week_argument
@click.argument("area")
@click.argument("lang")
@click.option("--revision", default="", help="Another revision than the newest.")
@click.option("-o", "--out", type=click.Path(dir_okay=False, path_type=Path), help="The file to write.")
@click.pass_obj
def text_(asked: Asked, week: Week, area: str, lang: str, revision: str, out: Path | None) -> None:
    """The file in which to write a text: what there is so far, or an empty one with everything to fill in."""
    with asked.open() as desk:
        told = desk.file(week, area, lang, revision)
    if out is None:
        click.echo(told, nl=False)
        return
    try:
        with out.open("x", encoding="utf-8") as file:  # what somebody has begun to edit is not written over
            file.write(told)
    except FileExistsError:
        raise InputError(str(out), "", "the file is there already", "name another, or move it away") from None
    except OSError as error:
        raise InputError(str(out), "", f"it cannot be written ({error.strerror})", "check the path") from None
    click.echo(f"The text is in {out}.")


@command.command()
@click.argument("files", nargs=-1, required=True, type=FILE)
@click.option("--why", default="", help="For what reason; needed where the text is released already.")
@acting()
@click.pass_obj
def edit(asked: Asked, files: tuple[Path, ...], why: str, who: Person) -> None:
    """Hand in edited files: all of them, or none where one cannot be read.

    What is wrong with the words is told at once, and stops the text only when it is submitted.
    """
    from kordon.cli import issue_views as views
    from kordon.commentary.issue import parse

    with asked.open() as desk:
        read = [(str(path), parse(_read(path), str(path))) for path in files]
        for handed in desk.edit(read, who, why):
            views.handed(handed)


@command.command()
@week_argument
@click.argument("area")
@click.argument("langs", nargs=-1)
@click.option("--why", default="", help="For what reason.")
@acting()
@click.pass_obj
def unchanged(asked: Asked, week: Week, area: str, langs: tuple[str, ...], why: str, who: Person) -> None:
    """Say that translations which are behind hold as they are after the change of their original."""
    with asked.open() as desk:
        for revision in desk.unchanged(week, area, langs, who, why):
            click.echo(f"Recorded: the {revision.lang} text of {area} in {week} holds as it is.")


@command.command()
@week_argument
@click.argument("area")
@click.option("--number", type=float, help="Only what tells this number.")
@json_option
@click.pass_obj
def cite(asked: Asked, week: Week, area: str, number: float | None, as_json: bool) -> None:
    """What a text may cite for its numbers: counts, readings, incidents and figures of the week."""
    from kordon.cli import issue_views as views

    with asked.open() as desk:
        views.citable(desk.issues, week, area, number, as_json=as_json)


# Looking


@command.command("list")
@json_option
@click.pass_obj
def list_(asked: Asked, as_json: bool) -> None:
    """Every week that has texts, and where they stand."""
    from kordon.cli import issue_views as views

    with asked.open() as desk:
        views.weeks(desk.issues, as_json=as_json)


@command.command()
@week_argument
@click.argument("area", default="")
@click.argument("lang", default="")
@click.option("--revision", default="", help="Another revision than the newest.")
@json_option
@click.pass_obj
def show(asked: Asked, week: Week, area: str, lang: str, revision: str, as_json: bool) -> None:
    """Where the texts of a week stand; with AREA and LANG one text, and what is wrong with it."""
    from kordon.cli import issue_views as views

    with asked.open() as desk:
        if lang:
            views.text(desk.issues, desk.issues.text(week, area, lang), revision, as_json=as_json)
        else:
            views.standing(desk.issues, week, area, as_json=as_json)


@command.command()
@week_argument
@click.argument("area")
@click.argument("lang")
@click.option("--from", "before", default="", help="A revision; by default the one before.")
@click.option("--to", "after", default="", help="A revision; by default the newest.")
@json_option
@click.pass_obj
def diff(asked: Asked, week: Week, area: str, lang: str, before: str, after: str, as_json: bool) -> None:
    """What is different between two revisions, word by word."""
    from kordon.cli import issue_views as views

    with asked.open() as desk:
        views.diff(desk.issues, desk.issues.text(week, area, lang), before, after, as_json=as_json)


@command.command()
@week_argument
@click.argument("area", default="")
@click.argument("lang", default="")
@json_option
@click.pass_obj
def history(asked: Asked, week: Week, area: str, lang: str, as_json: bool) -> None:
    """Every step of the texts of a week: who, when, why, and what it changed."""
    from kordon.cli import issue_views as views

    with asked.open() as desk:
        found = [t for t in desk.issues.of_week(week, area) if lang in ("", t.lang)]
        views.history(desk.issues, found, as_json=as_json)


@command.command()
@click.argument("week", type=WeekType(), required=False)
@json_option
@click.pass_obj
def behind(asked: Asked, week: Week | None, as_json: bool) -> None:
    """Texts whose original has a newer revision than the one that they were made from."""
    from kordon.cli import issue_views as views

    with asked.open() as desk:
        views.behind(desk.issues.behind(week), as_json=as_json)


@command.command()
@week_argument
@click.argument("area", default="")
@click.argument("lang", default="")
@json_option
@click.pass_obj
def check(asked: Asked, week: Week, area: str, lang: str, as_json: bool) -> None:
    """What is wrong with texts as things are known now. Exit code 2 where something stops a release."""
    from kordon.cli import issue_views as views

    with asked.open() as desk:
        found = [t for t in desk.issues.of_week(week, area) if lang in ("", t.lang) and t.state != "elsewhere"]
        stopped = views.checked(desk.issues, found, as_json=as_json)
    if stopped:
        raise SystemExit(2)


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except OSError as error:
        raise InputError(str(path), "", f"it cannot be read ({error.strerror})", "check the path") from None
    except UnicodeDecodeError as error:
        raise InputError(str(path), f"byte {error.start}", "it is not UTF-8", "save it as UTF-8") from None
