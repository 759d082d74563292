"""``kordon suggest``: what other coders than the rules take from a file. Nothing is stored."""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kordon.cli.options import DateType, data_option
from kordon.domain.errors import InputError, KordonError

if TYPE_CHECKING:
    from kordon.chain import Setup
    from kordon.coding.suggesting import ReportCoder
    from kordon.domain.coded import Coded

Command = TypeVar("Command", bound=Callable[..., Any])
KEY = "KORDON_MODEL_KEY"


def coder_options(command: Command) -> Command:
    """Which coder, and where a model is to be asked; its key comes from the environment alone, because options
    can be seen by everyone on the machine."""
    for option in (
        click.option(
            "--seconds", type=click.FloatRange(1, 3600), default=120.0, show_default=True, help="For one report."
        ),
        click.option(
            "--format",
            "format_",
            type=click.Choice(["json_schema", "json_object"]),
            envvar="KORDON_MODEL_FORMAT",
            default="json_schema",
            show_default=True,
            help="How the endpoint is told the schema; json_object for servers that do not know the other.",
        ),
        click.option("--model", envvar="KORDON_MODEL", default="", help="The name of the model."),
        click.option(
            "--endpoint",
            envvar="KORDON_MODEL_ENDPOINT",
            default="",
            help="Base of an OpenAI-compatible endpoint, as http://127.0.0.1:8000/v1. Reports are sent to it.",
        ),
        click.option(
            "--coder",
            "which",
            type=click.Choice(["semantic", "model"]),
            default="semantic",
            show_default=True,
            help="A sentence encoder on this machine, or a language model behind --endpoint.",
        ),
    ):
        command = option(command)
    return command


def coder_of(setup: Setup, which: str, endpoint: str, model: str, format_: str, seconds: float) -> ReportCoder:
    """The coder that the options name; raises :class:`KordonError` with what is missing."""
    if which == "semantic":
        from kordon.coding.semantic import load_semantic

        return load_semantic(setup.coder, setup.vocabulary)
    from kordon.llm import Endpoint, Format, Limits, ModelCoder, Secret

    if not endpoint or not model:
        raise KordonError(
            "The coder 'model' needs an endpoint and the name of a model; give --endpoint and --model (and a key, "
            f"where one is wanted, in the environment variable {KEY})."
        )
    key = os.environ.get(KEY, "")
    limits = Limits(seconds=seconds)
    asked = Endpoint(endpoint, model, Secret(key) if key else None, limits, Format(format_))
    return ModelCoder(setup.coder, setup.vocabulary, asked)


def told(setup: Setup, coder: ReportCoder, known: Coded) -> Coded:
    """What a coder finds in a report beside what the rules know; its warnings go to standard error."""
    from kordon.coding.suggesting import beside

    found = beside(coder.code(known.report), known)
    for warning in dict.fromkeys(found.warnings):
        click.echo(f"kordon: {inert(warning)}", err=True)
    return found


def inert(text: str) -> str:
    """Without what a terminal would act on: the words are a stranger's."""
    return "".join(c if c.isprintable() else " " for c in text)


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--published", type=DateType(), help="The day of publication, where the text can't tell it.")
@click.option("--lang", help="The language (en, be, ru, uk, pl, lt, lv), where you know it better.")
@coder_options
@data_option
def command(
    files: tuple[Path, ...],
    published: dt.date | None,
    lang: str | None,
    which: str,
    endpoint: str,
    model: str,
    format_: str,
    seconds: float,
    folders: tuple[Path, ...],
) -> None:
    """Print what another coder than the rules would suggest for each file, one JSON object a suggestion.

    Nothing is stored or counted. `kordon suggestions REGISTER find` keeps suggestions for people to answer.
    """
    from kordon.api.suggested import suggested_json
    from kordon.chain import Setup, code
    from kordon.domain.suggested import suggested_in
    from kordon.intake.files import read

    setup = Setup(*folders)
    coder = coder_of(setup, which, endpoint, model, format_, seconds)
    failed = False
    for path in files:
        try:
            found = read(path, published=published, lang=lang, keep_ids=True)
        except InputError as error:
            click.echo(f"kordon: {error}", err=True)
            failed = True
            continue
        for complaint in found.errors:
            click.echo(f"kordon: {complaint}", err=True)
            failed = True
        for report in found.reports:
            for one in suggested_in(told(setup, coder, code(setup, report))):
                click.echo(json.dumps(suggested_json(one), ensure_ascii=False))
    if failed:
        raise SystemExit(InputError.exit_code)
