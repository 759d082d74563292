"""``kordon site``: publish, sign, check a mirror, make a bundle. Parses and calls; sentences and exit codes."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kordon.cli.acting import open_known
from kordon.cli.options import WeekType, data_option
from kordon.cli.suggest import inert
from kordon.domain.errors import DomainError
from kordon.domain.time import Week

if TYPE_CHECKING:
    from kordon.site.minisign import SecretKey
    from kordon.site.verify import Checked, Seen

PASSPHRASE = "KORDON_SITE_PASSPHRASE"
UNPROVEN = 5  # whole, but signed by nobody who is known

json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
passphrase_option = click.option(
    "--passphrase-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help=f"A file whose first line is the key's passphrase; else {PASSPHRASE} in the environment, else a prompt.",
)


class LettersType(click.ParamType[str]):
    """The address of a newsletter's pages, or a mail address."""

    name = "ADDRESS"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if not re.fullmatch(r"https?://[^\s<>\"']+|[^\s<>\"'@/]+@[^\s<>\"'@/]+", value):
            self.fail(f"{value!r} is no address of pages or of mail; write https://... or news@...", param, ctx)
        return value


@click.group()
def command() -> None:
    """Publish the site, sign it, check any copy of it, and pass it on by hand.

    \b
    kordon site key new site.key                      a key of one's own
    kordon site export kordon.sqlite3 site --key site.key
    kordon site verify https://mirror.example/ --key site.pub
    kordon site bundle week.zip --site site --weeks 2024-W22
    kordon site verify week.zip --key site.pub
    """


# -- keys


@command.group("key")
def keys() -> None:
    """The key that a site is signed with, in the form of minisign."""


@keys.command("new")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--passphrase", "ask", is_flag=True, help="Ask for a passphrase to keep the key under.")
@passphrase_option
def new(file: Path, ask: bool, passphrase_file: Path | None) -> None:
    """Make a key in FILE, readable by its owner only, and print its public half.

    Without a passphrase whoever can read FILE can sign in your name. A file that is there is never written over.
    """
    from kordon.site.minisign import make_key, write_secret

    passphrase = _passphrase(passphrase_file)
    if ask and not passphrase:
        passphrase = click.prompt("Passphrase", hide_input=True, confirmation_prompt=True, err=True)
    key = make_key()
    write_secret(file, key, passphrase)
    click.echo(key.public.text(), nl=False)
    kept = "under a passphrase" if passphrase else "without a passphrase"
    click.echo(f"The secret key is in {file}, {kept}; keep it and a copy of it away from the server.", err=True)


@keys.command("show")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@passphrase_option
def show_key(file: Path, passphrase_file: Path | None) -> None:
    """Print the public half of the key in FILE: what readers need, and what the site carries as kordon.pub."""
    click.echo(_secret(file, passphrase_file).public.text(), nl=False)


def _passphrase(file: Path | None) -> str:
    if file is not None:
        return file.read_text("utf-8").partition("\n")[0].rstrip("\r")
    return os.environ.get(PASSPHRASE, "")


def _secret(file: Path, passphrase_file: Path | None) -> SecretKey:
    from kordon.site.minisign import is_locked, load_secret

    content = file.read_bytes()
    passphrase = _passphrase(passphrase_file)
    if not passphrase and is_locked(content):
        passphrase = click.prompt(f"Passphrase of {file}", hide_input=True, err=True)
    return load_secret(content, str(file), passphrase)


# -- export


@command.command("export")
@click.argument("register")
@click.argument("out", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--key", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Sign with this secret key."
)
@passphrase_option
@click.option("--base-url", default="", help="The address of the site, for links that must be whole.")
@click.option(
    "--letters",
    type=LettersType(),
    multiple=True,
    help="Where readers subscribe to the newsletter: https://... of its pages, or a mail address for mirrors.",
)
@click.option("--fresh", is_flag=True, help="Make every page anew, also where nothing it shows has changed.")
@click.option("--unsign", is_flag=True, help="Publish a signed site unsigned.")
@click.option("--change-key", is_flag=True, help="Sign with another key than before; readers must be told.")
@json_option
@data_option
def export_(
    register: str,
    out: Path,
    key: Path | None,
    passphrase_file: Path | None,
    base_url: str,
    letters: tuple[str, ...],
    fresh: bool,
    unsign: bool,
    change_key: bool,
    as_json: bool,
    folders: tuple[Path, ...],
) -> None:
    """Publish what the latest run recorded in REGISTER to the folder OUT.

    Only pages are made whose material, words or templates have changed. An export that was killed is completed by
    the next.
    """
    from kordon.chain import Setup
    from kordon.cli import show
    from kordon.site.export import export
    from kordon.site.load import load_recorded

    secret = None if key is None else _secret(key, passphrase_file)
    setup = Setup(*folders)
    with open_known(register) as opened, show.progress() as progress:
        data = load_recorded(setup, opened, base_url, letters)
        done = export(
            data,
            out,
            lambda n, of: progress("publishing", n, of),
            key=secret,
            fresh=fresh,
            unsign=unsign,
            change_key=change_key,
        )
    if as_json:
        told = {name: getattr(done, name) for name in done.__slots__}
        click.echo(json.dumps({"schema": "kordon.site-export/1", "out": str(out), **told}))
        return
    signed = f"signed by the key {done.key}" if done.key else "not signed"
    click.echo(
        f"The site is in {out}: {done.pages:,} pages, of which {done.made:,} were made and {done.written:,} files "
        f"written, {done.removed:,} removed; number {done.number}, {signed}."
    )
    if done.mended:
        click.echo("The folder was not as the key had signed it, so every page was made anew.", err=True)
    for notice in done.notices:
        click.echo(notice, err=True)
    for name in done.kept:
        click.echo(inert(f"{name} is no page any more, but somebody changed it, so it was left there."), err=True)


# -- verify


@command.command("verify")
@click.argument("place")
@click.option("--key", help="The publisher's public key: a .pub file, or the line that begins with RW.")
@click.option("--since", help="The number of a manifest that was seen before, or that manifest as a file.")
@click.option(
    "--pin", is_flag=True, help="Where all is well, trust the key from now on and remember what was seen."
)
@click.option(
    "--pins",
    type=click.Path(dir_okay=False, path_type=Path),
    envvar="KORDON_PINS",
    help="The file of pinned keys; by default in your folder of settings.",
)
@json_option
def verify(place: str, key: str | None, since: str | None, pin: bool, pins: Path | None, as_json: bool) -> None:
    """Prove a copy of the site whole and unaltered: PLACE is an address, a folder, or a bundle.

    The key must come to you by another way than the copy. A key that was pinned is used without being named, and
    a copy that is older than what was seen under it is refused.

    \b
    Exit code 0: whole, by a key that you gave or pinned.
              1: something is missing, changed, added, older, or by another key.
              2: it cannot be read.
              5: whole, but by a key that nobody vouched for, or not signed.
    """
    from kordon.site.minisign import read_public
    from kordon.site.pins import read_pins, write_pin
    from kordon.site.verify import Seen, check

    where = pins or Path(click.get_app_dir("kordon")) / "pins.json"
    public = None
    if key is not None:
        file = Path(key)
        public = read_public(file.read_text("utf-8", "replace") if file.is_file() else key, key)
    held = read_pins(where)
    seen = None if since is None else _seen(since)
    if seen is None and public is not None:
        seen = held.get(public)
    copy = _copy(place)
    try:
        found = check(copy, public, held.items(), seen)
    finally:
        copy.close()
    if found.key is not None and found.whole and (pin or (found.proven and found.key in held)):
        write_pin(where, found.key, Seen(found.number, found.sha256))
    if as_json:
        click.echo(json.dumps(_as_json(found), ensure_ascii=False))
    else:
        _tell(found, pinned=pin)
    code = 0 if found.proven or (pin and found.whole and found.key is not None) else UNPROVEN if found.whole else 1
    raise SystemExit(code)


def _copy(place: str) -> Any:
    from kordon.site.copies import ArchiveCopy, FolderCopy
    from kordon.site.remote import WebCopy

    if place.startswith(("http://", "https://")):
        return WebCopy(place)
    path = Path(place)
    if path.is_dir():
        return FolderCopy(path)
    if path.is_file():
        return ArchiveCopy(path)
    raise DomainError(f"There is no {place}; name a folder, a bundle, or an address that begins with https://.")


def _seen(since: str) -> Seen:
    import hashlib

    from kordon.site.manifest import read_manifest
    from kordon.site.verify import Seen

    if since.isdigit():
        return Seen(int(since))
    path = Path(since)
    if not path.is_file():
        raise DomainError(f"There is no manifest {since}; give a number, or a kordon-manifest.json that you kept.")
    content = path.read_bytes()
    return Seen(read_manifest(content, since).number, hashlib.sha256(content).hexdigest())


def _tell(found: Checked, *, pinned: bool) -> None:
    from kordon.site.verify import Trust

    for fault in found.faults:
        click.echo(inert(fault))
    for names, told in (
        (found.missing, "is missing"),
        (found.changed, "is not as it was published"),
        (found.extra, "is no file of the site"),
    ):
        for name in names:
            click.echo(inert(f"{name} {told}."))
    if not found.whole:
        counted = len(found.missing) + len(found.changed) + len(found.extra) + len(found.faults)
        thing = "thing is" if counted == 1 else "things are"
        click.echo(inert(f"Do not trust {found.source}: {counted:,} {thing} wrong with it."))
        return
    rest = f", and {found.left_out:,} left out" if found.left_out else ""
    click.echo(inert(f"{found.source} is whole: number {found.number}, {found.files:,} files as published{rest}."))
    if not found.listed:
        click.echo("Whether files were added that no page leads to cannot be seen from outside.")
    name = "" if found.key is None else found.key.name
    click.echo(
        {
            Trust.GIVEN: f"It is signed by the key {name}, which you gave.",
            Trust.PINNED: f"It is signed by the key {name}, which you pinned.",
            Trust.UNKNOWN: f"It is signed by the key {name}"
            + (
                ", which is pinned from now on."
                if pinned
                else ", which it brought along itself: ask the publisher for the key by another way, and give it "
                "with --key."
            ),
            Trust.UNSIGNED: "It is not signed, so this proves that nothing was lost, and not who made it.",
        }[found.trust]
    )


def _as_json(found: Checked) -> dict[str, Any]:
    return {
        "schema": "kordon.site-check/1",
        "source": found.source,
        "whole": found.whole,
        "proven": found.proven,
        "number": found.number,
        "manifest": found.sha256,
        "key": None if found.key is None else found.key.short,
        "trust": found.trust.value,
        "files": found.files,
        "left_out": found.left_out,
        "listed": found.listed,
        "missing": found.missing,
        "changed": found.changed,
        "extra": found.extra,
        "faults": found.faults,
    }


# -- bundle


class WeeksType(click.ParamType[tuple[Week, Week]]):
    """A week, or the first and the last as 2024-W20..2024-W22."""

    name = "WEEKS"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[Week, Week]:
        if isinstance(value, tuple):
            return value
        first, dots, last = str(value).partition("..")
        one = WeekType().convert(first, param, ctx)
        return one, WeekType().convert(last, param, ctx) if dots else one


@command.command("bundle")
@click.argument("out", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--site",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default="site",
    show_default=True,
    help="The folder of the site.",
)
@click.option("--weeks", type=WeeksType(), help="A week, or the first and the last, as 2024-W20..2024-W22.")
@click.option("--lang", "languages", multiple=True, help="A language, as be (may be given several times).")
@json_option
def bundle(
    out: Path, site: Path, weeks: tuple[Week, Week] | None, languages: tuple[str, ...], as_json: bool
) -> None:
    """Put the site, or some weeks and languages of it, into one OUT.zip or OUT.tar to be passed on by hand.

    It is unpacked and opened without a network. Its pages are as they were signed, so that kordon site verify OUT
    checks it, and no key is needed to make one.
    """
    from kordon.site.bundle import make_bundle

    first, last = weeks or (None, None)
    done = make_bundle(site, out, languages, first, last)
    if as_json:
        told = {name: getattr(done, name) for name in done.__slots__}
        click.echo(json.dumps({"schema": "kordon.site-bundle/1", "out": str(out), **told}))
        return
    rest = f", with a note in place of {done.left_out:,} others that they lead to" if done.left_out else ""
    signed = "" if done.signed else "; the site is not signed, so nobody can tell who made it"
    click.echo(
        f"{out} holds {done.pages:,} pages of number {done.number}{rest}: {done.size / 1e6:.1f} MB{signed}."
    )
