"""What the tests of the command share."""

from __future__ import annotations

from collections.abc import Callable

from click.testing import Result

Kordon = Callable[..., Result]

NOTICE = (
    "On Tuesday, border guards in Lithuania turned back 12 people who tried to cross illegally from Belarus. "
    "Since the beginning of the year, 431 such attempts have been prevented."
)
