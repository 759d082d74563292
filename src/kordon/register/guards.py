"""Triggers that refuse UPDATE and DELETE on every table of the register, whoever asks."""

from __future__ import annotations

from collections.abc import Iterable

from django.apps import apps
from django.db import connections

_SENTENCE = "What is recorded is never changed or deleted; append a new row."

_SQLITE = """
CREATE TRIGGER "{name}" BEFORE {act} ON "{table}" BEGIN SELECT RAISE(ABORT, '{sentence}'); END
"""
_SERVER_FUNCTION = f"""
CREATE OR REPLACE FUNCTION register_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{_SENTENCE}'; END $$
"""
_SERVER = """
CREATE TRIGGER "{name}" BEFORE {act} ON "{table}" FOR EACH STATEMENT EXECUTE FUNCTION register_refuse()
"""


def install(alias: str) -> None:
    """Put the triggers on every table that has none; a migration that rebuilds a table takes them away."""
    connection = connections[alias]
    server = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        if server:
            cursor.execute(_SERVER_FUNCTION)
        for statement in _statements(server):
            cursor.execute(statement)


def _statements(server: bool) -> Iterable[str]:
    template, acts = (_SERVER, ("UPDATE", "DELETE", "TRUNCATE")) if server else (_SQLITE, ("UPDATE", "DELETE"))
    for model in apps.get_app_config("register").get_models():
        table = model._meta.db_table
        for act in acts:
            name = f"{table}_no_{act.lower()}"
            yield f'DROP TRIGGER IF EXISTS "{name}"' + (f' ON "{table}"' if server else "")
            yield template.format(name=name, act=act, table=table, sentence=_SENTENCE)
