"""``kordon send``: letters to readers, and the sign-ups that wait for an answer."""

from __future__ import annotations

import contextlib
import signal
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kordon.cli.options import WeekType, data_option
from kordon.domain.time import Week

if TYPE_CHECKING:
    from kordon.chain import Setup
    from kordon.newsletter.letters import Letter
    from kordon.newsletter.run import Done, Run

config_option = click.option(
    "--config",
    default="newsletter.yaml",
    show_default=True,
    envvar="KORDON_NEWSLETTER",
    type=click.Path(path_type=Path),
    help="The newsletter's settings.",
)
STATES = {"sent": "sent", "later": "put off by a server", "refused": "refused", "uncertain": "uncertain"}


@click.command()
@config_option
@data_option
@click.option(
    "--register",
    envvar="KORDON_REGISTER",
    default="",
    help="The register whose issues and critical incidents are told; without one, only what waits is sent.",
)
@click.option("--week", type=WeekType(), help="The issue of this week (the newest one by default).")
@click.option("--dry-run", is_flag=True, help="Show what would be sent to how many; change and send nothing.")
@click.option("--out", type=click.Path(path_type=Path), help="With --dry-run: write each letter there as .eml.")
@click.option(
    "--uncertain",
    type=click.Choice(["hold", "resend", "drop"]),
    help="What becomes of copies that were in flight when a sender died (the settings' rule by default).",
)
@click.option("--wait", default=0, show_default=True, help="Seconds to go on trying what servers put off.")
def command(
    config: Path,
    folders: tuple[Path, ...],
    register: str,
    week: Week | None,
    dry_run: bool,
    out: Path | None,
    uncertain: str | None,
    wait: int,
) -> None:
    """Send the newest issue, corrections, alerts and letters of the form to readers.

    It can be killed at any point and started again: nobody is left out, and nobody gets a letter twice but by the
    rule for uncertain copies. Run it from a timer, every few minutes.
    """
    from kordon.chain import Setup
    from kordon.newsletter.opening import newsletter
    from kordon.newsletter.settings import read_settings

    settings = read_settings(config)
    setup = Setup(*folders)
    with newsletter(settings) as opened:
        from kordon.newsletter.run import Run
        from kordon.newsletter.web.application import load_own_phrases

        run = Run(opened, load_own_phrases(setup.vocabulary, *folders))
        letters = _letters(run, setup, register, week)
        if dry_run:
            _show(run, letters, out)
            return
        with stopping(run):
            done = run.send(letters, uncertain=uncertain or "", wait=wait)
    tell(done)
    if done.stopped:
        from kordon.newsletter.errors import NewsletterError

        raise NewsletterError(done.stopped)


def _letters(run: Run, setup: Setup, register: str, week: Week | None) -> list[Letter]:
    from kordon.cli.acting import open_known
    from kordon.newsletter.content import letters_due, open_alerts, released_issues

    if not register:
        if week:
            raise click.UsageError("--week names an issue of a register; give --register too.")
        return []
    with open_known(register) as opened:
        issues = released_issues(opened, setup)
        alerts = open_alerts(opened, setup, run.newsletter.today())
    return letters_due(issues, alerts, run.outbox.names(), run.phrases, run.newsletter.settings.site_url, week)


def _show(run: Run, letters: list[Letter], out: Path | None) -> None:
    """What would be sent, letter by letter; with ``out``, an example of each in each language."""
    from kordon.newsletter.audience import recipients

    for letter in letters:
        langs = Counter(reader.choice.lang for _, reader in recipients(run.newsletter, letter))
        click.echo(f"{letter.name}: {sum(langs.values())} readers ({_counted(langs)})")
        for lang, edition in letter.editions.items():
            click.echo(f"    {lang}: {edition.subject}")
        if out is not None:
            _write(run, letter, out)
    for name, states in run.outbox.counts().items():
        waiting = {state: n for state, n in states.items() if state not in ("sent", "refused")}
        if waiting:
            click.echo(f"{name}: in the outbox already ({_counted(Counter(waiting))})")
    if not letters:
        click.echo("There is no new letter.")
    click.echo("Nothing was sent, nothing was changed.")


def _write(run: Run, letter: Letter, out: Path) -> None:
    from kordon.newsletter.compose import Composer
    from kordon.newsletter.readers import Choice, Reader

    out.mkdir(parents=True, exist_ok=True)
    composer = Composer(run.newsletter, run.phrases)
    for lang in letter.editions:
        message = composer.message(0, letter, 0, Reader(f"reader@{run.newsletter.settings.domain}", Choice(lang)))
        path = out / f"{letter.name.replace(' ', '-')}-{lang}.eml"
        path.write_bytes(message.content)
        click.echo(f"    {path}")


def tell(done: Done) -> None:
    """What a run did, a line each."""
    for name, count in done.queued.items():
        click.echo(f"{name}: {count} copies put into the outbox")
    if done.asked:
        click.echo(f"{done.asked} sign-ups worked off")
    told = [f"{done.counts[state]} {words}" for state, words in STATES.items() if done.counts[state]]
    click.echo(", ".join(told) or "Nothing was waiting.")


def _counted(counts: Counter[str]) -> str:
    return ", ".join(f"{name}: {count}" for name, count in sorted(counts.items())) or "none"


@contextlib.contextmanager
def stopping(run: Run) -> Iterator[None]:
    """End after the current message when asked to, so that nothing is left uncertain."""
    before = {number: signal.signal(number, lambda *_: run.stop()) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
