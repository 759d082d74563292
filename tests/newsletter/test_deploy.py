"""What ``deploy/`` holds for the newsletter calls commands that there are, and keeps no log of who reads."""

from __future__ import annotations

import shlex
import subprocess
from configparser import ConfigParser
from pathlib import Path

import click
import pytest
from tests.extras import needs_systemd

DEPLOY = Path(__file__).parents[2] / "deploy"
SERVICES = ("kordon-newsletter.service", "kordon-send.service")


def unit(name: str) -> ConfigParser:
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[method-assign,assignment]
    parser.read(DEPLOY / name)
    return parser


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_calls_a_command_as_it_is(name: str) -> None:
    from kordon.cli.main import cli

    program, *words = shlex.split(unit(name)["Service"]["ExecStart"])
    assert program.endswith("/kordon")
    command: click.Command = cli
    while isinstance(command, click.Group):
        found = command.get_command(click.Context(command), words.pop(0))
        assert found is not None
        command = found
    command.make_context(name, words)  # raises for an option that there is not


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_may_write_its_own_folders_alone_and_leaves_no_memory_on_a_disk(name: str) -> None:
    service = unit(name)["Service"]
    assert service["User"] != "root"
    assert service["ProtectSystem"] == "strict" and service["NoNewPrivileges"] == "yes"
    assert set(service["ReadWritePaths"].split()) <= {"/srv/news", "/srv/kordon"}
    assert service["LimitCORE"] == service["MemorySwapMax"] == "0"


def test_the_timer_is_that_of_the_service() -> None:
    assert (DEPLOY / "kordon-send.timer").exists() and unit("kordon-send.timer")["Install"]


def test_the_pages_listen_where_the_proxy_looks_for_them() -> None:
    words = shlex.split(unit(SERVICES[0])["Service"]["ExecStart"])
    proxy = (DEPLOY / "nginx-newsletter.conf").read_text("utf-8")
    assert f"proxy_pass http://{words[words.index('--listen') + 1]};" in proxy
    assert "access_log off;" in proxy and "error_log /dev/null" in proxy


@needs_systemd
@pytest.mark.parametrize("name", SERVICES)
def test_systemd_finds_little_exposed(name: str) -> None:
    command = ["systemd-analyze", "security", "--offline=true", "--threshold=25", DEPLOY / name]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout[-300:] + told.stderr
