"""``kordon import``."""

from __future__ import annotations

import datetime as dt
import importlib.util
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kordon.cli.options import data_option
from kordon.domain.errors import InputError, KordonError

if TYPE_CHECKING:
    from kordon.intake.eventdata import Layout, Outcome
    from kordon.intake.eventdata.importing import Progress


_DATASETS = sorted(path.stem for path in (Path(__file__).parents[1] / "data" / "eventdata").glob("*.yaml"))
_HELP = f"""Import exports of an event dataset to Parquet, with its licence noted.

FORMAT is {", ".join(_DATASETS[:-1])} or {_DATASETS[-1]}; without it the first file's header tells. A FILE may be
compressed with gzip or zip. The folder gets events/ with parts of one common schema, set-aside.jsonl with every
row that cannot be used and the reason, LICENCE.txt, and a manifest by which a run that was stopped goes on; new
files may then follow the old ones. The exit code is 2 where anything was set aside.

\b
    kordon import gdelt 20240601*.export.CSV.zip --to events-gdelt
"""


@click.command(help=_HELP)
@click.argument("arguments", nargs=-1, required=True, metavar="[FORMAT] FILE...")
@click.option("--to", required=True, type=click.Path(file_okay=False, path_type=Path), help="The folder to write.")
@click.option("--json", "as_json", is_flag=True, help="The result as one JSON object.")
@data_option
def command(arguments: tuple[str, ...], to: Path, as_json: bool, folders: tuple[Path, ...]) -> None:
    if importlib.util.find_spec("pyarrow") is None:
        raise KordonError(
            "An import writes Parquet with the package pyarrow; install it with: pip install pyarrow."
        )
    from kordon.geo.lines import load_lines
    from kordon.intake.eventdata import guess, import_files, load_layouts
    from kordon.vocabulary import load

    vocabulary = load(*folders)
    layouts = load_layouts(vocabulary, *folders)
    named = arguments[0] if arguments[0] in layouts and not Path(arguments[0]).is_file() else ""
    paths = [Path(one) for one in (arguments[1:] if named else arguments)]
    if not paths:
        raise click.UsageError(f"Name at least one file of {layouts[named].title}.")
    layout = layouts[named] if named else guess(paths[0], layouts)
    latest = dt.date.today() + dt.timedelta(days=1)  # it is tomorrow already in some places
    with _progress() as progress:
        outcome = import_files(
            layout, paths, to, vocabulary=vocabulary, lines=load_lines(*folders), latest=latest, progress=progress
        )
    if as_json:
        click.echo(json.dumps(_as_json(layout, outcome, to), ensure_ascii=False))
    else:
        _show(layout, outcome, to)
    if not outcome.clean:
        raise SystemExit(InputError.exit_code)


@contextmanager
def _progress() -> Iterator[Progress]:
    """A bar on standard error, on a terminal only."""
    from rich.progress import BarColumn, DownloadColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    from kordon.cli.show import console

    err = console(error=True)
    columns = (
        *(TextColumn("{task.description:<15}"), BarColumn(bar_width=32)),
        *(DownloadColumn(), TimeRemainingColumn()),
    )
    with Bars(*columns, console=err, disable=not err.is_terminal, transient=True) as bars:
        task = bars.add_task("")

        def report(what: str, done: int, of: int) -> None:
            bars.update(task, description=what, completed=done, total=of)

        yield report


def _show(layout: Layout, outcome: Outcome, to: Path) -> None:
    """The licence, then what was imported; complaints on standard error."""
    from kordon.cli.event_views import inert

    for word, sentences in (("note", outcome.notices), ("not used", outcome.errors)):
        for sentence in sentences:
            click.echo(inert(f"{word}: {sentence}"), err=True)
    told = layout.licence
    before = f", {outcome.resumed:,} of them before this run" if outcome.resumed else ""
    counts = f"{outcome.rows:,} written in {outcome.parts:,} parts, {outcome.set_aside:,} set aside"
    for words in (
        f"{layout.title}: {told['name']}, {told['address']}",
        f"Attribution: {told['attribution']}",
        told["terms"],
        f"{outcome.rows + outcome.set_aside:,} rows read{before}: {counts}; see {to}.",
    ):
        click.echo(inert(words))


def _as_json(layout: Layout, outcome: Outcome, to: Path) -> dict[str, object]:
    return {
        "dataset": layout.name,
        "licence": dict(layout.licence),
        "to": str(to),
        "rows": outcome.rows,
        "set_aside": outcome.set_aside,
        "blank": outcome.blank,
        "parts": outcome.parts,
        "resumed": outcome.resumed,
        "errors": list(outcome.errors),
        "notices": list(outcome.notices),
    }
