"""``kordon schema``."""

from __future__ import annotations

import json

import click

from kordon.api.coded import json_schema


@click.command()
def command() -> None:
    """Print the JSON Schema of what `kordon code` prints."""
    click.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))
