"""A newsletter for the tests: a fresh database of either kind, a calendar that can be turned, a mail server on
loopback."""

from __future__ import annotations

import datetime as dt
import importlib.util
import itertools
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import pytest
from tests.extras import postgresql_url

from kordon.commentary.phrases import Phrases
from kordon.newsletter.address import read_address
from kordon.newsletter.keys import Keys, make_keys
from kordon.newsletter.opening import Newsletter, open_newsletter
from kordon.newsletter.settings import Limits, Settings, Smtp
from kordon.vocabulary import Vocabulary

HERE = Path(__file__).parent
NUMBERS = itertools.count(1)
FIRST_DAY = dt.date(2024, 6, 4)


def module(name: str) -> ModuleType:
    """A file beside the tests, which the processes that tests start use as well."""
    full = f"newsletter_{name}"
    if full not in sys.modules:
        spec = importlib.util.spec_from_file_location(full, HERE / f"{name}.py")
        assert spec is not None and spec.loader is not None
        made = importlib.util.module_from_spec(spec)
        sys.modules[full] = made
        spec.loader.exec_module(made)
    return sys.modules[full]


@pytest.fixture(scope="session")
def made() -> ModuleType:
    return module("made")


@pytest.fixture(scope="session")
def phrases(vocabulary: Vocabulary) -> Phrases:
    import kordon.newsletter
    from kordon.commentary.phrases import load_phrases

    return load_phrases(vocabulary, Path(kordon.newsletter.__file__).parent, indicators={})


@pytest.fixture(scope="session")
def keys() -> Keys:
    return make_keys()


class Calendar:
    """The day that the newsletter takes as today."""

    def __init__(self) -> None:
        self.day = FIRST_DAY

    def __call__(self) -> dt.date:
        return self.day

    def pass_days(self, days: int) -> None:
        self.day += dt.timedelta(days=days)


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


def settings_for(database: str, port: int = 25, **more: Any) -> Settings:
    return Settings(
        name="Kordon",
        sender=read_address("news@example.org"),
        base_url="https://news.example.org",
        site_url="https://example.org",
        database=database,
        keys=None,
        smtp=Smtp("127.0.0.1", port, "none", timeout=5.0),
        limits=Limits(),
        **more,
    )


@pytest.fixture(scope="session")
def server() -> Iterator[Callable[[], str]]:
    """A function that makes an empty PostgreSQL database and gives its address."""
    url = postgresql_url()
    import psycopg

    names: list[str] = []

    def make() -> str:
        names.append(f"kordon_news_{os.getpid()}_{next(NUMBERS)}")
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{names[-1]}" TEMPLATE template0')
        return urlunsplit(urlsplit(url)._replace(path=f"/{names[-1]}"))

    yield make
    with psycopg.connect(url, autocommit=True) as connection:
        for name in names:
            connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a list of readers may be made, on each kind of database."""
    if request.param == "sqlite":
        return str(tmp_path / "readers.sqlite3")
    return str(request.getfixturevalue("server")())


@pytest.fixture
def open_at(keys: Keys, calendar: Calendar) -> Iterator[Callable[..., Newsletter]]:
    """A function that opens a newsletter; all of them are closed in the end."""
    opened: list[Newsletter] = []

    def make(database: str, port: int = 25, **more: Any) -> Newsletter:
        opened.append(open_newsletter(settings_for(database, port, **more), keys, calendar))
        return opened[-1]

    yield make
    for one in opened:
        one.close()


@pytest.fixture
def newsletter(open_at: Callable[..., Newsletter], database: str) -> Newsletter:
    return open_at(database)


@pytest.fixture
def on_file(open_at: Callable[..., Newsletter], tmp_path: Path) -> Newsletter:
    """One on SQLite, where the kind of database makes no difference."""
    return open_at(str(tmp_path / "readers.sqlite3"))


@pytest.fixture
def mailserver() -> ModuleType:
    return module("mailserver")


@pytest.fixture
def sink() -> Iterator[Any]:
    """A real mail server on loopback; see ``mailserver.py``."""
    with module("mailserver").Sink() as running:
        yield running


@pytest.fixture
def quick_sink() -> Iterator[Any]:
    """One that is quick and has no manners."""
    with module("mailserver").Quick() as running:
        yield running


def through(newsletter: Newsletter, port: int, **more: Any) -> Newsletter:
    """The same newsletter, with its mail going to a port of this machine."""
    smtp = replace(newsletter.settings.smtp, port=port, **more)
    return replace(newsletter, settings=replace(newsletter.settings, smtp=smtp))


@pytest.fixture
def sending() -> Callable[..., Newsletter]:
    return through


@pytest.fixture
def subscribe() -> Callable[..., list[int]]:
    """A function that puts confirmed readers into a newsletter and gives their rows."""

    def make(newsletter: Newsletter, *addresses: str, lang: str = "en", **choice: Any) -> list[int]:
        from kordon.newsletter.models import Subscriber
        from kordon.newsletter.readers import Choice, Reader, about, new_id, seal

        rows = []
        for address in addresses:
            row, reader = new_id(), Reader(address, Choice(lang, **choice), newsletter.today())
            sealed = seal(newsletter.keys, about(row), reader)
            found_by = newsletter.keys.finds(reader.same)[0]
            number = newsletter.keys.newest.number
            rows.append(Subscriber(id=row, found_by=found_by, sealed=sealed, generation=number, confirmed=True))
        Subscriber.objects.using(newsletter.alias).bulk_create(rows)
        return [row.id for row in rows]

    return make
