"""A real browser: Debian's Chromium, without scripts unless a test asks for them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from kordon.run import SHIPPED

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser a module; while it is open its event loop bars Django from this process."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        sentence = "There is no Chromium; install it with deploy/system-packages.sh to run the browser tests."
        if os.environ.get("KORDON_REQUIRE_BROWSER"):
            pytest.fail(sentence)
        pytest.skip(sentence)
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield found
        found.close()


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six weeks of the public data, made in a process of its own: Playwright's loop bars Django here."""
    folder = tmp_path_factory.mktemp("published")
    command = [sys.executable, "-m", "kordon.cli", "run", str(SHIPPED), "--from", "2024-W18", "--to", "2024-W23"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return folder / "site"
