"""``kordon demo``."""

from __future__ import annotations

import contextlib
import functools
import http.server
import os
import sys
import webbrowser
from pathlib import Path

import click


@click.command()
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default="demo", show_default=True)
@click.option("--port", default=8300, show_default=True, help="The port on 127.0.0.1 that serves the site.")
@click.option("--serve/--no-serve", default=True, help="Serve the site when it is made.")
def command(out: Path, port: int, serve: bool) -> None:
    """Run the whole chain on the public dataset that ships, and open the result."""
    from kordon.chain import Setup
    from kordon.cli import show
    from kordon.run import SHIPPED, SHIPPED_FIRST, Told, run

    out.mkdir(parents=True, exist_ok=True)
    setup, told = Setup(), Told()
    site = out / "site"
    with show.progress() as progress:
        assessed = run(
            setup, str(out / "kordon.sqlite3"), (SHIPPED,), site, told, first=SHIPPED_FIRST, progress=progress
        )
    show.told(told)
    assert assessed is not None  # the dataset that ships has dates
    show.weeks(setup, assessed, least=2)
    click.echo(f"The site is in {site}.")
    if not told.clean:
        raise SystemExit(2)
    if serve:
        _serve(site, port)


def _serve(site: Path, port: int) -> None:
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(site))
    try:
        server = http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError:
        raise click.ClickException(f"Port {port} is taken; give another with --port.") from None
    address = f"http://127.0.0.1:{server.server_address[1]}/"
    click.echo(f"Serving it on {address} until Ctrl+C.")
    if _has_screen():  # without one a text browser would take the terminal over
        with contextlib.suppress(webbrowser.Error):
            webbrowser.open(address)
    with contextlib.suppress(KeyboardInterrupt), server:
        server.serve_forever()


def _has_screen() -> bool:
    """Whether a browser would open in a window of its own."""
    return sys.platform in ("darwin", "win32") or any(os.environ.get(k) for k in ("DISPLAY", "WAYLAND_DISPLAY"))
