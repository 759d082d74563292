"""Registers for the tests: one of each kind of database, made anew for every test."""

from __future__ import annotations

import importlib.util
import itertools
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import pytest
from tests.extras import postgresql_url

from kordon.register import Register, open_register

HERE = Path(__file__).parent
NUMBERS = itertools.count(1)


@pytest.fixture(scope="session")
def made() -> ModuleType:
    """Material made by rule (``made.py``), which the processes that tests start use as well."""
    spec = importlib.util.spec_from_file_location("register_made", HERE / "made.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty register in a file; copying it is quicker than migrating."""
    path = tmp_path_factory.mktemp("template") / "template.sqlite3"
    open_register(path).close()
    return path


class Server:
    """A PostgreSQL server that we may make databases on."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._made: list[str] = []
        self._free: list[str] = []  # registers without a row

    def register(self) -> str:
        """The address of an empty register, one that another test used where there is one."""
        if self._free:
            return self._free.pop()
        url = self.database()
        open_register(url).close()
        return url

    def database(self) -> str:
        """The address of a new database without a table."""
        name = f"kordon_test_{os.getpid()}_{next(NUMBERS)}"
        self._made.append(name)
        self._tell(self.url, f'CREATE DATABASE "{name}" TEMPLATE template0')
        return urlunsplit(urlsplit(self.url)._replace(path=f"/{name}"))

    def empty(self, url: str) -> None:
        """Take the rows out, for which the guards have to be told to stand aside, and keep it for another test."""
        from django.apps import apps

        tables = ", ".join(model._meta.db_table for model in apps.get_app_config("register").get_models())
        self._tell(url, "SET session_replication_role = replica", f"TRUNCATE {tables} RESTART IDENTITY")
        self._free.append(url)

    def close(self) -> None:
        for name in self._made:
            self._tell(self.url, f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    @staticmethod
    def _tell(url: str, *statements: str) -> None:
        import psycopg

        with psycopg.connect(url, autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    url = postgresql_url()
    server = Server(url)
    yield server
    server.close()


DATABASES = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)]


@pytest.fixture(params=DATABASES)
def make_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[..., str]]:
    """A function that makes a place for a register: of this version, or with nothing in it (``empty=True``)."""
    used: list[str] = []

    def make(*, empty: bool = False) -> str:
        if request.param == "sqlite":
            path = tmp_path / f"{next(NUMBERS)}.sqlite3"
            if not empty:
                shutil.copy(request.getfixturevalue("template"), path)
            return str(path)
        server: Server = request.getfixturevalue("server")
        if empty:
            return server.database()
        used.append(server.register())
        return used[-1]

    yield make
    for url in used:
        request.getfixturevalue("server").empty(url)


@pytest.fixture
def register_url(make_url: Callable[..., str]) -> str:
    return make_url()


@pytest.fixture
def register(register_url: str) -> Iterator[Register]:
    with open_register(register_url) as register:
        yield register


@pytest.fixture(scope="session")
def contents() -> Callable[..., dict[str, list[tuple[Any, ...]]]]:
    """Every row of every table of the record, but for the moment of recording and the log of runs."""

    def read(register: Register) -> dict[str, list[tuple[Any, ...]]]:
        from django.apps import apps

        found = {}
        for model in apps.get_app_config("register").get_models():
            if model.__name__ not in ("Run", "RunEnd"):
                names = [f.attname for f in model._meta.concrete_fields if f.attname != "recorded_at"]
                rows = model._default_manager.using(register.alias).values_list(*names)
                found[model.__name__] = sorted(rows, key=repr)
        return found

    return read
