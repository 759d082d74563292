"""Store and read what people decided about events. A decision is a row; taking it back is another row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from kordon.domain.event import Act, Decision, Validation
from kordon.register import models as rows
from kordon.register.store import Refused, Store

Make = Callable[[Sequence[Decision], dt.datetime], Decision]  # from the log and the moment


def decisions(where: Store) -> tuple[Decision, ...]:
    """The whole log, oldest first."""
    with where.reading():
        return _log(where)


def decide(where: Store, make: Make) -> Decision:
    """Look at the log and append one decision, in one transaction.

    Whatever ``make`` raises goes through, and nothing is stored. Raises :class:`Refused` for an undo of a decision
    that the log does not hold.
    """
    with where.writing():
        made = make(_log(where), dt.datetime.now(dt.UTC))
        table = rows.Decision.objects.using(where.alias)
        undoes = None
        if made.undoes is not None:
            undoes = table.filter(key=made.undoes).first()
            if undoes is None:
                raise Refused(f"There is no decision {made.undoes} in the register {where.shown} to undo.")
        table.create(
            key=made.id,
            act=made.act.value,
            by=made.by,
            at=made.at,
            why=made.why,
            incidents="\n".join(made.incidents),
            status="" if made.status is None else made.status.value,
            undoes=undoes,
        )
    return made


def _log(where: Store) -> tuple[Decision, ...]:
    found = rows.Decision.objects.using(where.alias).select_related("undoes").order_by("id")
    return tuple(
        Decision(
            id=row.key,
            act=Act(row.act),
            by=row.by,
            at=row.at.astimezone(dt.UTC),
            why=row.why,
            incidents=tuple(row.incidents.split("\n")) if row.incidents else (),
            status=Validation(row.status) if row.status else None,
            undoes=None if row.undoes is None else row.undoes.key,
        )
        for row in found
    )
