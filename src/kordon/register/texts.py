"""Store revisions of an issue's texts with the steps that name them, and bring them back as they were."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from kordon.commentary.issue.revision import identity
from kordon.domain.errors import RegisterError
from kordon.domain.issue import Revision
from kordon.domain.record import Entry
from kordon.register import models as rows
from kordon.register import record
from kordon.register.links import uses
from kordon.register.payload import dumps, loads
from kordon.register.record import Taking
from kordon.register.store import Store
from kordon.register.versions import chunks, insert


def take_with(
    where: Store, given: Iterable[Revision], takings: Sequence[Taking], now: dt.datetime | None
) -> tuple[Entry, ...]:
    """Store revisions and take the steps that name them, in one transaction: all of it is stored, or nothing.

    A revision that is known already is not stored again.
    """
    with where.writing():
        wanted = {revision.id: revision for revision in given}
        known = set(_payloads(where, wanted))
        insert(rows.Revision, where, [_row(r) for name, r in wanted.items() if name not in known])
        return record.take(where, takings, now)


def revisions(where: Store, ids: Iterable[str]) -> dict[str, Revision]:
    """The revisions with these ids; one that is not known is left out.

    Raises :class:`RegisterError` for one whose text is not what its id was made of.
    """
    with where.reading():
        found = {name: loads(Revision, payload) for name, payload in _payloads(where, ids).items()}
    for name, revision in found.items():
        if identity(revision) != name or revision.id != name:
            raise RegisterError(
                f"The text of {name} in {where.shown} was changed after it was stored; restore the register from "
                "a copy that is whole."
            )
    return found


def _payloads(where: Store, ids: Iterable[str]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for some in chunks(sorted(set(ids))):
        held = rows.Revision.objects.using(where.alias).filter(key__in=some)
        found |= dict(held.values_list("key", "payload"))
    return found


def _row(revision: Revision) -> rows.Revision:
    return rows.Revision(
        key=revision.id,
        week=str(revision.week),
        area=revision.area,
        lang=revision.lang,
        payload=dumps(revision),
        uses="\n".join(uses(revision)),
    )
