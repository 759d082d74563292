"""``kordon newsletter``: its keys, its pages, its list of readers, and the mail that comes in."""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from pathlib import Path
from typing import BinaryIO

import click

from kordon.cli.options import data_option
from kordon.cli.send import command as send_command
from kordon.cli.send import config_option

LAST_MESSAGE = 60  # seconds that a message which is on its way may take before the process ends all the same
EXAMPLE = Path(__file__).parent.parent / "newsletter" / "example.yaml"


@click.group()
def command() -> None:
    """Keep the list of readers: keys, pages, mail that comes in, what is stored and what is forgotten."""


command.add_command(send_command, "send")


@command.command()
@click.argument("folder", type=click.Path(path_type=Path))
def init(folder: Path) -> None:
    """Write settings to fill in, and new keys, into FOLDER."""
    from kordon.newsletter.errors import NewsletterError
    from kordon.newsletter.keys import make_keys, write_keys

    path = folder / "newsletter.yaml"
    if path.exists():
        raise NewsletterError(f"There are settings at {path} already; name another folder.")
    folder.mkdir(parents=True, exist_ok=True)
    write_keys(make_keys(), folder / "newsletter.keys", new=True)
    path.write_text(EXAMPLE.read_text("utf-8"), "utf-8")
    click.echo(f"Wrote {path}, to be filled in, and {folder / 'newsletter.keys'}, to be copied to a safe place.")


@command.command()
@click.argument("file", type=click.Path(path_type=Path))
def keys(file: Path) -> None:
    """Make new keys in FILE, which nobody but its owner may read."""
    from kordon.newsletter.keys import make_keys, write_keys

    write_keys(make_keys(), file, new=True)
    click.echo(f"Wrote {file}. Keep a copy apart from the database: without it the list of readers is lost.")


@command.command()
@config_option
@data_option
@click.option("--listen", default="127.0.0.1:8321", show_default=True, help="Address and port to listen on.")
@click.option("--send-every", default=30, show_default=True, help="Seconds between looks at the outbox; 0: none.")
def serve(config: Path, folders: tuple[Path, ...], listen: str, send_every: int) -> None:
    """Serve the pages, and send the letters that the form brings; put a proxy with TLS in front."""
    from kordon.chain import Setup
    from kordon.newsletter.errors import NewsletterError
    from kordon.newsletter.opening import newsletter
    from kordon.newsletter.settings import read_settings

    try:
        import waitress
    except ImportError:
        raise NewsletterError("The pages need 'waitress'; pip install 'kordon[web]'.") from None
    vocabulary = Setup(*folders).vocabulary
    with newsletter(read_settings(config)) as opened:
        from kordon.newsletter.run import Run
        from kordon.newsletter.web.application import LONGEST_FORM, application, load_own_phrases

        phrases = load_own_phrases(vocabulary, *folders)
        run, ended = Run(opened, phrases), threading.Event()
        run.prepare()
        try:
            server = waitress.create_server(
                application(opened, vocabulary, phrases), listen=listen, max_request_body_size=LONGEST_FORM,
                max_request_header_size=16_384, ident=None, threads=8,
            )  # fmt: skip
        except (OSError, ValueError) as error:
            raise NewsletterError(f"{listen} cannot be listened on ({error}); name another address.") from None
        click.echo(f"Serving at http://{listen}/")
        sender = threading.Thread(target=_send, args=(run, send_every, ended), daemon=True)
        if send_every > 0:
            sender.start()
        signal.signal(signal.SIGTERM, lambda *_: sys.exit())
        try:
            server.run()
        finally:
            ended.set()
            run.stop()
            if send_every > 0:
                sender.join(LAST_MESSAGE)


def _send(run, every, ended) -> None:  # type: ignore[no-untyped-def]
    """In a thread: work off sign-ups and the outbox until the server ends."""
    from kordon.domain.errors import KordonError

    told = ""
    try:
        while not ended.wait(every):
            try:
                stopped = run.send().stopped
            except KordonError as error:
                stopped = str(error)
            if stopped and stopped != told:
                click.echo(f"kordon: {stopped}", err=True)
            told = stopped
    finally:
        run.newsletter.close()  # the connection to the database that this thread opened


@command.command()
@config_option
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
def status(config: Path, as_json: bool) -> None:
    """Show how many readers there are and what became of letters."""
    from kordon.newsletter.opening import newsletter
    from kordon.newsletter.settings import read_settings

    with newsletter(read_settings(config)) as opened:
        from kordon.newsletter.status import status as count

        found = count(opened)
    if as_json:
        letters = {name: dict(states) for name, states in found.letters.items()}
        click.echo(json.dumps(vars(found) | {"letters": letters}, ensure_ascii=False))
        return
    langs = ", ".join(f"{lang}: {n}" for lang, n in sorted(found.languages.items())) or "none"
    click.echo(f"readers      {found.confirmed} ({langs}); at once on a critical incident: {found.at_once}")
    click.echo(f"unconfirmed  {found.unconfirmed}, and {found.asked} sign-ups that were not looked at yet")
    click.echo("keys         " + ", ".join(f"generation {g}: {n}" for g, n in sorted(found.generations.items())))
    for name, states in found.letters.items():
        click.echo(f"{name}: " + ", ".join(f"{state} {count}" for state, count in sorted(states.items())))
        if states["uncertain"]:
            click.echo("    uncertain ones: 'kordon send --uncertain resend' or 'drop' decides")


@command.command()
@config_option
def purge(config: Path) -> None:
    """Delete what its time is over for; every 'kordon send' does so too."""
    from kordon.newsletter.opening import newsletter
    from kordon.newsletter.settings import read_settings

    with newsletter(read_settings(config)) as opened:
        from kordon.newsletter.subscriptions import Subscriptions

        click.echo(f"Deleted {Subscriptions(opened).purge()} rows.")


@command.command()
@config_option
@data_option
@click.argument("file", type=click.File("rb"), default="-")
def receive(config: Path, folders: tuple[Path, ...], file: BinaryIO) -> None:
    """Take one message that came to the newsletter's address, from a mail server: a sign-up, a reply that
    confirms, a bounce, a complaint.

    Exit code 75 asks the mail server to try again later, so that no message is lost over a list that is busy.
    """
    from kordon.chain import Setup
    from kordon.domain.errors import KordonError
    from kordon.newsletter.opening import newsletter
    from kordon.newsletter.settings import read_settings

    try:
        settings, areas = read_settings(config), tuple(Setup(*folders).vocabulary["areas"])
        with newsletter(settings) as opened:
            from kordon.newsletter.incoming import LONGEST, act, read_mail
            from kordon.newsletter.subscriptions import Subscriptions

            incoming = read_mail(file.read(LONGEST), settings, areas)
            done = act(incoming, Subscriptions(opened))
    except KordonError as error:
        click.echo(f"kordon: {error}", err=True)
        raise SystemExit(os.EX_TEMPFAIL) from None
    click.echo(incoming.means.value if done else "nothing")


@command.command()
@config_option
def forget(config: Path) -> None:
    """Forget whoever has the address that is read from standard input, one a line: an argument would be seen by
    others on the machine and kept by the shell."""
    from kordon.newsletter.opening import newsletter
    from kordon.newsletter.settings import read_settings

    with newsletter(read_settings(config)) as opened:
        from kordon.newsletter.subscriptions import Subscriptions

        service = Subscriptions(opened)
        addresses = [line.strip() for line in sys.stdin if line.strip()]
        for address in addresses:
            service.forget_address(address)
    click.echo(f"Nothing is kept about {len(addresses)} address{'es' if len(addresses) != 1 else ''}.")


@command.command()
@config_option
@click.option("--retire", is_flag=True, help="Destroy older keys; backups from their time are lost.")
def rotate(config: Path, retire: bool) -> None:
    """Make new keys and seal every reader with them; later, with --retire, destroy the older ones."""
    from kordon.newsletter.errors import NewsletterError
    from kordon.newsletter.keys import read_keys, retired, rotated, write_keys
    from kordon.newsletter.opening import newsletter
    from kordon.newsletter.settings import read_settings

    settings = read_settings(config)
    if settings.keys is None:
        raise NewsletterError("Keys in the environment cannot be rotated here; name a file under 'keys'.")
    held = read_keys(settings.keys)
    with newsletter(settings, held) as opened:
        from kordon.newsletter.rotation import check_retirable, reseal

        if retire:
            check_retirable(opened, held)
            write_keys(retired(held), settings.keys)
            click.echo(f"Keys older than generation {held.newest.number} open nothing any more.")
            return
        whole = all(g == held.newest.number for g in _generations(opened))
    if whole:  # else an earlier rotation was interrupted: it is finished first
        held = rotated(held)
        write_keys(held, settings.keys)
    with newsletter(settings, held) as opened:
        done = reseal(opened)
    click.echo(
        f"Sealed {done} readers with generation {held.newest.number}. Restart what serves the pages; when no "
        "backup from before is wanted any more, run this with --retire."
    )


def _generations(opened) -> set[int]:  # type: ignore[no-untyped-def]
    from kordon.newsletter.status import status as count

    return set(count(opened).generations)


@command.command()
@config_option
@click.argument("letter", required=False)
@click.option("--lang", default="en", show_default=True)
def copy(config: Path, letter: str | None, lang: str) -> None:
    """Print the archived copy of a letter as it went out, without any reader's lines; without LETTER, their
    names."""
    from kordon.chain import Setup
    from kordon.domain.errors import DomainError
    from kordon.newsletter.opening import newsletter
    from kordon.newsletter.settings import read_settings

    settings = read_settings(config)
    with newsletter(settings) as opened:
        from kordon.newsletter.outbox import Outbox
        from kordon.newsletter.rendering import impersonal, render
        from kordon.newsletter.web.application import load_own_phrases

        outbox = Outbox(opened)
        names = sorted(outbox.names())
        if letter is None:
            click.echo("\n".join(names))
            return
        if letter not in names:
            raise DomainError(f"There is no letter {letter!r}; 'kordon newsletter copy' lists them.")
        found = outbox.letter(letter)
        if lang not in found.editions:
            raise DomainError(f"There is no {lang!r} of it; there is {', '.join(found.editions)}.")
        rendered = render(found, lang, (), load_own_phrases(Setup().vocabulary), settings.name)
    click.echo(rendered.subject + "\n\n" + impersonal(rendered.text), nl=False)
