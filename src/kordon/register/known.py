"""Whether an id stands for something in the register: what evidence may name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kordon.register import items
from kordon.register import models as rows
from kordon.register.store import Store
from kordon.register.trace import RESTING
from kordon.register.versions import chunks


def known(where: Store, ids: Iterable[str]) -> frozenset[str]:
    """Those of the ids that the register holds: reports, items, measures, results, crossings, entries.

    A value counts also where a later version took its place: it was evidence when it was looked at.
    """
    wanted = sorted({name for name in ids if name})
    models: tuple[type[Any], ...] = (
        rows.Report,
        rows.Coding,
        *RESTING,
        *(model for _, model in items.TABLES.values()),
    )
    found: set[str] = set()
    with where.reading():
        for some in chunks(wanted):
            for model in models:
                table = model._default_manager.using(where.alias)
                found.update(table.filter(value_id__in=some).values_list("value_id", flat=True))
            revisions = rows.Revision.objects.using(where.alias)
            found.update(revisions.filter(key__in=some).values_list("key", flat=True))
            entries = rows.Entry.objects.using(where.alias)
            found.update(entries.filter(key__in=some).values_list("key", flat=True))
    return frozenset(found)
