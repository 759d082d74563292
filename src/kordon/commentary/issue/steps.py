"""The steps of a text as functions: each gives a maker, which makes the entry of the record and the moment.

A maker checks nothing itself; the register checks what it makes against the process and its policies.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence

from kordon.commentary.issue.model import PROCESS
from kordon.domain.issue import Elsewhere, Revision
from kordon.domain.record import Entry, Person, Value
from kordon.domain.report import stable_id

Make = Callable[[Sequence[Entry], dt.datetime], Entry]


def write(subject: str, does: str, by: Person, revision: Revision, why: str = "") -> Make:
    """``begin``, ``revise``, ``take_up`` or ``amend`` a text by a revision of it."""
    data: dict[str, Value] = {"revision": revision.id, "before": revision.before}
    return step(subject, does, by, why, data)


def take_in(subject: str, does: str, by: Person, revision: Revision, where: Elsewhere) -> Make:
    """``import`` a text that was published elsewhere."""
    data: dict[str, Value] = {"revision": revision.id, "address": where.address, "day": where.day.isoformat()}
    return step(subject, does, by, "", data)


def judge(subject: str, does: str, by: Person, revision: str, why: str = "") -> Make:
    """``submit``, ``withdraw``, ``return``, ``approve``, ``take_back``, ``discard`` or ``drop`` what is there."""
    return step(subject, does, by, why, {"revision": revision})


def release(
    subject: str, by: Person, revision: str, release_: str, without: Iterable[str] = (), why: str = ""
) -> Make:
    """Release one text of those that go out together under one name."""
    data: dict[str, Value] = {"revision": revision, "release": release_, "without": tuple(without)}
    return step(subject, "release", by, why, data)


def correct(
    subject: str, by: Person, revision: str, correction: str, notice: str, why: str, *, again: bool
) -> Make:
    """Put a revision in the place of the released one, with the notice that readers of the language get;
    ``again`` where it was corrected before."""
    data: dict[str, Value] = {"revision": revision, "correction": correction, "notice": notice}
    return step(subject, "correct_again" if again else "correct", by, why, data)


def step(subject: str, does: str, by: Person, why: str, data: Mapping[str, Value]) -> Make:
    def make(log: Sequence[Entry], at: dt.datetime) -> Entry:
        so_far = sum(1 for entry in log if entry.process == PROCESS and entry.subject == subject)
        name = stable_id("entry", PROCESS, subject, so_far, does, by.id, at.astimezone(dt.UTC).isoformat())
        rests = (str(data["revision"]),) if data.get("revision") else ()
        return Entry(name, PROCESS, subject, does, by, at, why, rests, dict(data))

    return make
