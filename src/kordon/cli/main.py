"""``kordon``: one group, one module a command, errors as sentences."""

from __future__ import annotations

import gc
import importlib
import sys
from typing import Any

import click

from kordon import __version__
from kordon.domain.errors import KordonError

# Command -> the module that holds it; imported when it is asked for, so that `kordon --help` starts at once.
COMMANDS = {
    "code": "kordon.cli.code",
    "explain": "kordon.cli.explain",
    "evaluate": "kordon.cli.evaluate",
    "run": "kordon.cli.run",
    "site": "kordon.cli.site",
    "assess": "kordon.cli.assess",
    "measures": "kordon.cli.measures",
    "criteria": "kordon.cli.criteria",
    "events": "kordon.cli.events",
    "issue": "kordon.cli.issue",
    "sitting": "kordon.cli.sitting",
    "mechanism": "kordon.cli.mechanism",
    "send": "kordon.cli.send",
    "newsletter": "kordon.cli.newsletter",
    "suggest": "kordon.cli.suggest",
    "suggestions": "kordon.cli.suggestions",
    "import": "kordon.cli.import_",
    "schema": "kordon.cli.schema",
    "demo": "kordon.cli.demo",
}


class Lazy(click.Group):
    """A group whose commands are imported when they are needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(COMMANDS[cmd_name]).command
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Errors that we raise on purpose are for the user: the sentence, no traceback, the error's exit code."""
        try:
            return super().invoke(ctx)
        except KordonError as error:
            click.echo(f"kordon: {error}", err=True)
            ctx.exit(error.exit_code)


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="kordon %(version)s")
def cli() -> None:
    """Kordon: from reports about a border to a commentary whose every claim can be traced."""


def main() -> None:
    """Entry point of the ``kordon`` script."""
    gc.set_threshold(50_000)  # what a command loads stays; looking for garbage in it takes a sixth of its time
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    cli()
