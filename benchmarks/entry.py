"""One line of the results: what was measured, beside what, and whether it holds."""

from __future__ import annotations

import datetime as dt
import importlib.metadata
import platform
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Entry:
    """``ratio`` is ours to the peer's, where more is better; ``holds`` is ``None`` without an aim."""

    name: str
    ours: float
    unit: str
    peer: float | None = None
    ratio: float | None = None
    aim: str = ""
    holds: bool | None = None
    versions: dict[str, str] = field(default_factory=dict)
    date: str = field(default_factory=lambda: dt.date.today().isoformat())


def versions(*packages: str) -> dict[str, str]:
    """The versions that a figure was measured with."""
    found = {"python": platform.python_version()}
    for package in ("kordon", *packages):
        found[package] = importlib.metadata.version(package)
    return found


def against(
    name: str, ours: float, peer: float, unit: str, at_least: float | None, packages: Sequence[str] = ()
) -> Entry:
    """An entry beside a peer, which aims at a ratio of at least ``at_least`` where one is given."""
    ratio = ours / peer
    aim = "" if at_least is None else f"at least {at_least:g} times the peer"
    holds = None if at_least is None else ratio >= at_least
    return Entry(name, ours, unit, peer, ratio, aim, holds, versions(*packages))


def within(name: str, ours: float, unit: str, at_most: float) -> Entry:
    """An entry that aims at a value of at most ``at_most``."""
    return Entry(name, ours, unit, aim=f"at most {at_most:g} {unit}", holds=ours <= at_most, versions=versions())


def reaching(name: str, ours: float, unit: str, at_least: float) -> Entry:
    """An entry that aims at a value of at least ``at_least``."""
    return Entry(
        name, ours, unit, aim=f"at least {at_least:g} {unit}", holds=ours >= at_least, versions=versions()
    )


def measured(name: str, ours: float, unit: str) -> Entry:
    """An entry without an aim."""
    return Entry(name, ours, unit, versions=versions())
