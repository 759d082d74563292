"""Reference rows, the register's own measures, and rule documents."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from kordon.domain.errors import RegisterError
from kordon.domain.measure import Measure
from kordon.domain.report import stable_id
from kordon.register import models as rows
from kordon.register.links import uses
from kordon.register.payload import dumps, loads
from kordon.register.store import Store
from kordon.register.values import Document
from kordon.register.versions import Entry, append, current

Kind = TypeVar("Kind")


def store_reference(where: Store, values: Iterable[Any]) -> int:
    """Store frozen values that have an ``id``; says how many were new or had changed."""
    return append(rows.Reference, where, [_entry(value) for value in values])


def _entry(value: Any) -> Entry:
    kind, name = type(value).__name__, getattr(value, "id", None)
    if not isinstance(name, str) or not name:
        raise RegisterError(f"A {kind} without an id cannot be kept as a reference row; give it one.")
    return Entry("reference", (kind, name), name, dumps(value), {"kind": kind}, uses(value))


def references(where: Store, kind: type[Kind]) -> tuple[Kind, ...]:
    """All reference rows of one type that are in use, in the order of their ids."""
    with where.reading():
        payloads = current(rows.Reference, where).filter(kind=kind.__name__).order_by("value_id")
        return tuple(loads(kind, text) for text in payloads.values_list("payload", flat=True))


def record_measures(where: Store, measures: Iterable[Measure]) -> int:
    return append(
        rows.Measure,
        where,
        [
            Entry(
                "measure",
                (measure.id,),
                measure.id,
                dumps(measure),
                {"kind": measure.kind, "status": measure.status.value, "known_from": measure.known_from},
                uses(measure),
            )
            for measure in measures
        ],
    )


def measures(where: Store) -> tuple[Measure, ...]:
    with where.reading():
        payloads = current(rows.Measure, where).order_by("value_id").values_list("payload", flat=True)
        return tuple(loads(Measure, text) for text in payloads)


def record_documents(where: Store, documents: Iterable[Document]) -> int:
    """Store rule documents by kind and hash; one that is known already stays as it is."""
    wanted = {stable_id("document", d.kind, d.hash): d for d in documents}
    with where.writing():
        table = rows.Document.objects.using(where.alias)
        known = set(table.filter(key__in=wanted).values_list("key", flat=True))
        new = [
            rows.Document(key=key, kind=d.kind, hash=d.hash, name=d.name, text=d.text)
            for key, d in wanted.items()
            if key not in known
        ]
        table.bulk_create(new)
    return len(new)


def documents(where: Store, kind: str) -> tuple[Document, ...]:
    """Every document of a kind, oldest first."""
    with where.reading():
        found = rows.Document.objects.using(where.alias).filter(kind=kind).order_by("recorded_at", "key")
        return tuple(Document(row.kind, row.hash, row.name, row.text) for row in found)


def document(where: Store, hash_: str) -> Document | None:
    with where.reading():
        row = rows.Document.objects.using(where.alias).filter(hash=hash_).order_by("key").first()
        return None if row is None else Document(row.kind, row.hash, row.name, row.text)
