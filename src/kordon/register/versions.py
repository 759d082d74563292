"""Append versions of values: nothing when the content is known, a superseding row when it has changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar

from django.db.models import QuerySet

from kordon.domain.report import stable_id
from kordon.register.append import Row, Versioned
from kordon.register.store import Store

CHUNK = 400  # ids in one query

Model = TypeVar("Model", bound=Versioned)
Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Entry:
    """One value, ready to be appended. ``identity`` is what makes two values versions of one thing."""

    kind: str
    identity: tuple[object, ...]
    value_id: str
    payload: str
    columns: Mapping[str, Any]
    uses: Iterable[str] = ()
    content: str = ""  # what is compared besides the payload

    @property
    def lineage(self) -> str:
        return stable_id(self.kind, *self.identity)

    @property
    def digest(self) -> str:
        return digest(self.payload, self.content) if self.content else digest(self.payload)


class Head(NamedTuple):
    """The newest row of a lineage."""

    key: str
    version: int
    digest: str


def digest(*texts: str) -> str:
    """32 hex digits that are the same for the same texts."""
    return hashlib.blake2b("\x1f".join(texts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def chunks(things: Sequence[Thing], size: int = CHUNK) -> Iterator[Sequence[Thing]]:
    for start in range(0, len(things), size):
        yield things[start : start + size]


def current(model: type[Model], store: Store) -> QuerySet[Model]:
    """The rows in use: those that no other row supersedes."""
    return model.objects.using(store.alias).filter(superseded_by__isnull=True)


def heads(model: type[Versioned], store: Store, lineages: Iterable[str]) -> dict[str, Head]:
    """The newest row of each lineage that has one.

    Written out in SQL, because this is asked for every report and building the query cost more than answering it.
    """
    table = store.connection.ops.quote_name(model._meta.db_table)
    found: dict[str, Head] = {}
    with store.connection.cursor() as cursor:
        for some in chunks(list(lineages)):
            marks = ", ".join(["%s"] * len(some))
            cursor.execute(
                f"SELECT row.lineage, row.key, row.version, row.digest FROM {table} AS row "
                f"LEFT JOIN {table} AS later ON later.supersedes_id = row.key "
                f"WHERE row.lineage IN ({marks}) AND later.key IS NULL",
                some,
            )
            found |= {lineage: Head(*rest) for lineage, *rest in cursor.fetchall()}
    return found


def append(model: type[Model], store: Store, entries: Iterable[Entry]) -> int:
    """Append every entry whose content is not the newest of its lineage, in one transaction; says how many."""
    prepared = [(entry.lineage, entry.digest, entry) for entry in entries]
    if not prepared:
        return 0
    with store.writing():
        known = heads(model, store, {lineage for lineage, _, _ in prepared})
        rows: list[Model] = []
        for lineage, content, entry in prepared:
            row = next_version(model, entry, lineage, content, known.get(lineage))
            if row is not None:
                known[lineage] = Head(row.key, row.version, row.digest)
                rows.append(row)
        insert(model, store, rows)
    return len(rows)


def next_version(model: type[Model], entry: Entry, lineage: str, content: str, head: Head | None) -> Model | None:
    """The row to append after ``head``, or ``None`` when ``head`` says the same."""
    if head is not None and head.digest == content:
        return None
    version = 1 if head is None else head.version + 1
    return model(
        key=f"{lineage}.{version}",
        lineage=lineage,
        version=version,
        supersedes_id=None if head is None else head.key,
        value_id=entry.value_id,
        digest=content,
        payload=entry.payload,
        uses="\n".join(dict.fromkeys(entry.uses)),
        **entry.columns,
    )


def insert(model: type[Row], store: Store, rows: Sequence[Row]) -> None:
    """Insert rows that are known to be new.

    Written out in SQL for the same reason as :func:`heads`; Django's own way also makes PostgreSQL take every
    payload apart as an element of an array.
    """
    if not rows:
        return
    connection, fields = store.connection, model._meta.concrete_fields
    quote = connection.ops.quote_name
    names = ", ".join(quote(str(field.column)) for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    values = [[field.get_db_prep_save(field.pre_save(row, True), connection) for field in fields] for row in rows]
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES ({marks})", values)
