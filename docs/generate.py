"""Write docs/reference from the code, the vocabularies and the command, so that it says what they say."""

from __future__ import annotations

import importlib
import pkgutil
import shutil
from pathlib import Path

import accuracy
import click

import kordon
from kordon.cli.main import cli
from kordon.register.configuration import configure
from kordon.vocabulary import LANGUAGES, load
from kordon.vocabulary.loader import LISTS

REFERENCE = Path(__file__).parent / "reference"
SKIP = ("migrations", "__main__")


def packages() -> None:
    """One page a package of the chain, in the order of its docstrings."""
    for package in pkgutil.iter_modules(kordon.__path__, "kordon."):
        if not package.ispkg:
            continue
        module = importlib.import_module(package.name)
        names = [
            (name, is_package)
            for _, name, is_package in pkgutil.walk_packages(module.__path__, f"{package.name}.")
            if not any(part in SKIP for part in name.split("."))
        ]
        lines = [f"# `{package.name}`", ""]
        for name, is_package in ((package.name, True), *names):
            heading = [f"## `{name}`", ""] if name != package.name else []
            # A package says what it is; its parts are told where they stand, and once.
            members = [] if is_package else ["   :members:"]
            lines += [*heading, "```{eval-rst}", f".. automodule:: {name}", *members, "```", ""]
        (REFERENCE / f"{package.name.replace('.', '-')}.md").write_text("\n".join(lines), "utf-8")


def vocabularies() -> None:
    """Every list with its terms and labels."""
    vocabulary = load()
    lines = ["# Vocabularies", ""]
    for name in LISTS:
        lines += [f"## {name}", "", f"| id | {' | '.join(LANGUAGES)} |", "|---" * (len(LANGUAGES) + 1) + "|"]
        for term in vocabulary[name].values():
            lines.append(f"| `{term.id}` | {' | '.join(term.label(lang) for lang in LANGUAGES)} |")
        lines.append("")
    (REFERENCE / "vocabularies.md").write_text("\n".join(lines), "utf-8")


def command() -> None:
    """What `kordon --help` and each command's help say."""
    context = click.Context(cli, info_name="kordon")
    lines = ["# The `kordon` command", "", "```text", cli.get_help(context), "```", ""]
    for name in cli.list_commands(context):
        sub = cli.get_command(context, name)
        assert sub is not None
        shown = sub.get_help(click.Context(sub, info_name=name, parent=context))
        lines += [f"## `kordon {name}`", "", "```text", shown, "```", ""]
    (REFERENCE / "command.md").write_text("\n".join(lines), "utf-8")


def main() -> None:
    told = accuracy.page()  # which a half-written lexicon stops: before anything is removed
    shutil.rmtree(REFERENCE, ignore_errors=True)
    REFERENCE.mkdir()
    configure()
    packages()
    vocabularies()
    command()
    accuracy.PAGE.write_text(told, "utf-8")


if __name__ == "__main__":
    main()
