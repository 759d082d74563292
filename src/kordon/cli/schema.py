"""``kordon schema``."""

from __future__ import annotations

import importlib
import json

import click

# What is printed -> the module that holds its schema.
SCHEMAS = {
    "coded": "kordon.api.coded",
    "accuracy": "kordon.api.accuracy",
    "explained": "kordon.api.explained",
    "suggested": "kordon.api.suggested",
}


@click.command()
@click.argument("what", type=click.Choice(list(SCHEMAS)), default="coded")
def command(what: str) -> None:
    """Print the JSON Schema of what `kordon code` prints; of `kordon evaluate --json` (accuracy); of
    `kordon explain --json` (explained); of `kordon suggest` (suggested)."""
    click.echo(json.dumps(importlib.import_module(SCHEMAS[what]).json_schema(), indent=2, ensure_ascii=False))
