"""What commands that write to the record share: which register, who acts in which role, when, and what is told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kordon.domain.errors import DomainError, RegisterError
from kordon.domain.record import SYSTEM, Person

if TYPE_CHECKING:
    from kordon.chain import Setup
    from kordon.register import Register


def open_known(register: str) -> Register:
    """A register that is there already: a mistyped name makes no new one."""
    from kordon.register import open_register

    if "://" not in register and not Path(register).exists():
        raise RegisterError(f"There is no register at {register}; make one with 'kordon run', or name another.")
    return open_register(register)


@dataclass(frozen=True)
class OnRegister:
    """Which register, which folders of data, and the time to take as now (``None`` for the clock's)."""

    register: str
    folders: tuple[Path, ...]
    now: dt.datetime | None

    @contextmanager
    def opened(self) -> Iterator[tuple[Register, Setup]]:
        from kordon.chain import Setup

        with open_known(self.register) as register:
            yield register, Setup(*self.folders)


class TimeType(click.ParamType[dt.datetime]):
    """A time with its zone, as 2024-06-13T09:00+02:00."""

    name = "TIME"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.datetime:
        if isinstance(value, dt.datetime):
            return value
        try:
            found = dt.datetime.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a time; write it as 2024-06-13T09:00+02:00.", param, ctx)
        if found.tzinfo is None:
            self.fail(f"{value!r} has no zone; write it as 2024-06-13T09:00+02:00.", param, ctx)
        return found


at_option = click.option(
    "--at", "now", type=TimeType(), help="The time to take as now, as 2024-06-13T09:00+02:00; else the clock's."
)


def person(by: str, roles: Collection[str]) -> Person:
    """Who acts; nobody may act as the system, whose steps take effect by themselves."""
    if set(SYSTEM.roles) & set(roles):
        raise DomainError("Nobody acts as the system; name the role of an account.")
    return Person(by, tuple(roles))


def acting(help_: str = "A role that it holds.", default: tuple[str, ...] = ()) -> Callable[[Any], Any]:
    """Who takes the step, an account or office with the roles that it holds, handed on as ``who``."""
    roles: dict[str, Any] = {"default": default, "show_default": True} if default else {"required": True}

    def decorated(function: Callable[..., None]) -> Callable[..., None]:
        @click.option("--by", required=True, help="The account or office that acts; never a private name.")
        @click.option("--role", "roles", multiple=True, help=help_, **roles)
        @wraps(function)
        def wrapped(*given: Any, by: str, roles: tuple[str, ...], **more: Any) -> None:
            function(*given, who=person(by, roles), **more)

        return wrapped

    return decorated


def told(pairs: Collection[str], numbers: Collection[str] = (), lists: Collection[str] = ()) -> dict[str, Any]:
    """``name=value`` pairs as a step's data; ``numbers`` and ``lists`` (parted by semicolons) by name."""
    found: dict[str, Any] = {}
    for pair in pairs:
        name, sign, value = pair.partition("=")
        if not sign or not name:
            raise DomainError(f"{pair!r} does not say what is set; write it as name=value.")
        if name in lists:
            found[name] = tuple(part for part in value.split(";") if part)
        else:
            found[name] = int(value) if name in numbers and value.isdigit() else value
    return found
