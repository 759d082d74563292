"""The log of runs, and rejected input."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from kordon import __version__
from kordon.domain.errors import InputError, KordonError
from kordon.domain.report import stable_id
from kordon.domain.time import Date
from kordon.register import models as rows
from kordon.register.locks import alone
from kordon.register.payload import dumps, loads
from kordon.register.store import Store
from kordon.register.values import Run, Scope


@dataclass(slots=True)
class Running:
    """A run that is under way; what it makes and how much of it is told here, and logged when it ends."""

    id: int
    scope: Scope = field(default_factory=Scope)
    counts: dict[str, int] = field(default_factory=dict)
    outcome: str = ""

    def count(self, name: str, number: int = 1) -> None:
        self.counts[name] = self.counts.get(name, 0) + number


@contextmanager
def running(
    where: Store,
    path: Path | None,
    command: str,
    parameters: Mapping[str, str],
    wait: float,
    waiting: Callable[[], None] | None,
) -> Iterator[Running]:
    """Hold the register for one run and log it; see :meth:`kordon.register.register.Register.run`."""
    with alone(where, path, wait, waiting):
        with where.writing():
            row = rows.Run(command=command, version=__version__, parameters=_json(dict(parameters)))
            row.save(using=where.alias)
        run = Running(row.pk)
        try:
            yield run
        except BaseException as error:
            said = str(error) if isinstance(error, KordonError) else type(error).__name__
            _end(where, run, said, completed=False)
            raise
        _end(where, run, run.outcome, completed=True)


def _end(where: Store, run: Running, outcome: str, *, completed: bool) -> None:
    with where.writing():
        rows.RunEnd(
            run_id=run.id,
            outcome=outcome,
            completed=completed,
            scope=dumps(run.scope),
            counts=_json(run.counts),
        ).save(using=where.alias)


def _json(value: Mapping[str, object]) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def runs(where: Store) -> tuple[Run, ...]:
    """The whole log, oldest first."""
    with where.reading():
        found = rows.Run.objects.using(where.alias).select_related("end").order_by("pk")
        return tuple(_run(row) for row in found)


def latest(where: Store, as_of: Date | None = None) -> Run | None:
    """The newest run that ended well and made results, of those for ``as_of`` where that is given."""
    with where.reading():
        found = rows.Run.objects.using(where.alias).filter(end__completed=True).select_related("end")
        for row in found.order_by("-pk"):
            run = _run(row)
            if run.scope != Scope() and as_of in (None, run.scope.as_of):
                return run
    return None


def _run(row: rows.Run) -> Run:
    end: rows.RunEnd | None = getattr(row, "end", None)
    return Run(
        id=row.pk,
        command=row.command,
        version=row.version,
        parameters=tuple(json.loads(row.parameters).items()),
        started_at=row.recorded_at,
        finished_at=end.recorded_at if end else None,
        completed=bool(end and end.completed),
        outcome=end.outcome if end else "",
        scope=loads(Scope, end.scope) if end else Scope(),
        counts=tuple(json.loads(end.counts).items()) if end else (),
    )


def reject(where: Store, error: InputError, run: int | None) -> bool:
    """Store the sentence of an input that could not be used, once; ``False`` when it was known."""
    sentence = str(error)
    key = stable_id("rejection", sentence)
    with where.writing():
        table = rows.Rejection.objects.using(where.alias)
        if table.filter(key=key).exists():
            return False
        rows.Rejection(
            key=key,
            run_id=run,
            file=error.file,
            place=error.place,
            problem=error.problem,
            remedy=error.remedy,
            sentence=sentence,
        ).save(using=where.alias)
    return True


def rejections(where: Store) -> tuple[str, ...]:
    """Every sentence, in the order in which they were first said."""
    with where.reading():
        found = rows.Rejection.objects.using(where.alias).order_by("recorded_at", "key")
        return tuple(found.values_list("sentence", flat=True))
