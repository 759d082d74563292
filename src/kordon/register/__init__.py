"""The record, and the only writer: every value of the chain, appended and never overwritten.

>>> from kordon.register import open_register
>>> with open_register("kordon.sqlite3") as register:  # doctest: +SKIP
...     register.store(coded)

A register is one SQLite file or one PostgreSQL database. Several may be open in one process. Nothing of Django
is imported until the first one is opened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kordon.register.opening import open_register
    from kordon.register.register import Register
    from kordon.register.values import Document, Run, Scope, Stored, Trace

__all__ = ["Document", "Register", "Run", "Scope", "Stored", "Trace", "open_register"]

_HOMES = {"Register": "kordon.register.register", "open_register": "kordon.register.opening"}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    if name == "Register":
        from kordon.register.configuration import configure

        configure()
    return getattr(import_module(_HOMES.get(name, "kordon.register.values")), name)
