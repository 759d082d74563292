"""The outbox: what waits, what is on its way, what has left. Every step is one statement, so that a process can be
killed between any two of them.

::

    queued -> claimed -> flight -> sent
                 |          |----> later      the server said 'later': queued again in the next pass
                 |          |----> refused    the server said 'no'
                 |          '----> uncertain  nobody said anything
                 '-> queued                   its worker is gone

A copy is *in flight* from before its text is handed to a server until the server's answer is stored. If the worker
dies in between, nobody can know whether it arrived: it becomes *uncertain*, and is sent again only by rule.
"""

from __future__ import annotations

import datetime as dt
import secrets
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from kordon.newsletter.audience import chunk, forgive, wanted
from kordon.newsletter.letters import SERVICE, Kind, Letter, read_letter, write_letter
from kordon.newsletter.locks import Alive
from kordon.newsletter.models import Delivery
from kordon.newsletter.models import Letter as Stored
from kordon.newsletter.models.outbox import CLAIMED, FLIGHT, LATER, QUEUED, REFUSED, SENT, UNCERTAIN
from kordon.newsletter.opening import Newsletter
from kordon.newsletter.readers import Reader, about, new_id, unseal

BATCH = 200
GIVEN_UP_AFTER = dt.timedelta(days=5)  # of 'later', as mail servers do
FOUR_WEEKS = dt.timedelta(days=28)


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy that a worker has claimed; ``row`` is the reader's."""

    id: int
    letter: str
    row: int
    reader: Reader


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a copy: a state, and the status code (``5.1.1``, ``450``) that says why."""

    state: str
    code: str = ""


DONE = Outcome(SENT)


class Outbox:
    """The outbox of one newsletter."""

    def __init__(self, newsletter: Newsletter) -> None:
        self.newsletter = newsletter
        self.alias = newsletter.alias

    # -- putting in

    def add(self, letter: Letter) -> None:
        """Keep a letter; the one that was kept first under its name stays."""
        with self.newsletter.writing():
            Stored.objects.using(self.alias).get_or_create(
                name=letter.name,
                defaults={"kind": letter.kind.value, "day": self.newsletter.today(), "told": write_letter(letter)},
            )

    def replace(self, letter: Letter) -> None:
        """Keep a letter that is sent one by one, in its newest words."""
        with self.newsletter.writing():
            Stored.objects.using(self.alias).update_or_create(
                name=letter.name,
                defaults={
                    "kind": letter.kind.value, "day": self.newsletter.today(), "told": write_letter(letter),
                    "queued": True,
                },
            )  # fmt: skip

    def names(self) -> set[str]:
        """The letters that there are."""
        with self.newsletter.speaking():
            return set(Stored.objects.using(self.alias).values_list("name", flat=True))

    def unfinished(self) -> list[str]:
        """Letters that are not queued to the end, urgent kinds first."""
        with self.newsletter.speaking():
            rows = Stored.objects.using(self.alias).filter(queued=False).values_list("kind", "name")
            return [name for _, name in sorted(rows, key=lambda row: (row[0] == Kind.ISSUE.value, row[1]))]

    def put_off(self) -> int:
        """How many copies a server wants to see later."""
        with self.newsletter.speaking():
            return Delivery.objects.using(self.alias).filter(state=LATER).count()

    def letter(self, name: str) -> Letter:
        with self.newsletter.speaking():
            return read_letter(Stored.objects.using(self.alias).values_list("told", flat=True).get(name=name))

    def queue(self, name: str) -> int:
        """Put a copy for every reader who is to get the letter into the outbox; returns how many were new.

        Works through the readers in chunks, each with the place that was reached in one transaction: killed and
        called again it goes on there. A letter that was queued to the end is never queued again.
        """
        letter, new = self.letter(name), 0
        while True:
            with self.newsletter.writing():
                stored = Stored.objects.using(self.alias).select_for_update().get(name=name)
                if stored.queued:
                    return new
                rows = chunk(self.newsletter, stored.cursor)
                made = self._put(letter, wanted(self.newsletter, letter, rows))
                stored.cursor = rows[-1][0] if rows else stored.cursor
                stored.queued = not rows
                stored.save(update_fields=["cursor", "queued"])
                if stored.queued and letter.kind is Kind.ISSUE:
                    forgive(self.newsletter)
            new += made

    def _put(self, letter: Letter, readers: Sequence[tuple[int, Reader]]) -> int:
        """A copy for each of the readers who have none yet, whichever keys its mark was made with."""
        manager, keys, day = Delivery.objects.using(self.alias), self.newsletter.keys, self.newsletter.today()
        marks = {row: keys.receipts(letter.name, reader.same) for row, reader in readers}
        every = [mark for some in marks.values() for mark in some]
        known = set(manager.filter(letter=letter.name, mark__in=every).values_list("mark", flat=True))
        new = [
            Delivery(
                id=new_id(), letter_id=letter.name, reader_id=row, mark=some[0], urgent=letter.urgent, day=day
            )
            for row, some in marks.items()
            if known.isdisjoint(some)
        ]
        manager.bulk_create(new)
        return len(new)

    def put_service(self, kind: Kind, row: int) -> None:
        """A letter that the form sends, unless the same waits already. Call inside a transaction."""
        manager = Delivery.objects.using(self.alias)
        if not manager.filter(letter=kind.value, reader=row, state__in=(QUEUED, CLAIMED)).exists():
            manager.create(
                id=new_id(), letter_id=kind.value, reader_id=row, mark=secrets.token_hex(20), urgent=True,
                day=self.newsletter.today(),
            )  # fmt: skip

    # -- taking out

    def claim(self, worker: int, size: int = BATCH) -> list[Copy]:
        """Take up to ``size`` waiting copies, urgent ones first.

        Several processes may do so at once: on PostgreSQL each skips the rows that another has locked, on SQLite
        one waits for the other's short transaction.
        """
        manager = Delivery.objects.using(self.alias)
        waiting = manager.filter(state=QUEUED)
        with self.newsletter.writing():
            order = waiting.order_by("-urgent", "id")
            ids = list(order.select_for_update(skip_locked=True).values_list("id", flat=True)[:size])
            manager.filter(id__in=ids).update(state=CLAIMED, worker=worker)
            rows = list(
                manager.filter(id__in=ids).order_by("-urgent", "id")
                .values_list("id", "letter_id", "reader_id", "reader__sealed")
            )  # fmt: skip
        keys = self.newsletter.keys
        return [Copy(i, name, row, unseal(keys, about(row), bytes(sealed))) for i, name, row, sealed in rows]

    def start(self, copy: int) -> bool:
        """Mark a copy as in flight; ``False`` if it is gone, because its reader was forgotten meanwhile."""
        return (
            self._run(f"UPDATE {_TABLE} SET state = %s WHERE id = %s AND state = %s", [FLIGHT, copy, CLAIMED]) == 1
        )

    def turn(self, done: int, next_: int) -> bool:
        """One statement for two steps: ``done`` was sent, ``next_`` is in flight. As :meth:`start` for
        ``next_``."""
        changed = self._run(_TURN, [done, SENT, FLIGHT, done, done, FLIGHT, next_, CLAIMED])
        return changed == 2 or Delivery.objects.using(self.alias).filter(id=next_, state=FLIGHT).exists()

    def finish(self, copy: int, outcome: Outcome) -> None:
        """Store the answer of the server. What has left, or never will, no longer points at its reader."""
        if outcome.state == QUEUED:
            self._run(f"UPDATE {_TABLE} SET state = %s, worker = 0 WHERE id = %s", [QUEUED, copy])
            return
        if outcome.state == LATER:
            self._run(
                f"UPDATE {_TABLE} SET state = %s, worker = 0, tries = tries + 1, note = %s WHERE id = %s",
                [LATER, outcome.code, copy],
            )
            return
        keep = "reader_id" if outcome.state == UNCERTAIN else "NULL"
        self._run(
            f"UPDATE {_TABLE} SET state = %s, worker = 0, note = %s, reader_id = {keep} WHERE id = %s",
            [outcome.state, outcome.code, copy],
        )

    def release(self, copies: Sequence[int]) -> None:
        """Put back what was claimed and not begun."""
        with self.newsletter.writing():
            claimed = Delivery.objects.using(self.alias).filter(id__in=copies, state=CLAIMED)
            claimed.update(state=QUEUED, worker=0)

    def wake(self) -> int:
        """Begin a new pass: what servers put off waits again. How many."""
        with self.newsletter.writing():
            return Delivery.objects.using(self.alias).filter(state=LATER).update(state=QUEUED)

    def recover(self) -> int:
        """Take over from workers that are gone: what they had claimed waits again, what they had in flight is
        uncertain. Returns how many are uncertain."""
        found = 0
        held = Delivery.objects.using(self.alias).filter(state__in=(CLAIMED, FLIGHT))
        for worker in held.order_by("worker").values_list("worker", flat=True).distinct():
            with Alive(self.newsletter, worker).taken() as gone, self.newsletter.writing():
                if gone:
                    theirs = Delivery.objects.using(self.alias).filter(worker=worker)
                    theirs.filter(state=CLAIMED).update(state=QUEUED, worker=0)
                    found += theirs.filter(state=FLIGHT).update(state=UNCERTAIN, worker=0)
        return found

    def settle(self, *, resend: bool) -> int:
        """Decide about what is uncertain: send it again under its Message-ID, or take it as sent. How many."""
        with self.newsletter.writing():
            uncertain = Delivery.objects.using(self.alias).filter(state=UNCERTAIN)
            if not resend:
                return uncertain.update(state=SENT, reader=None)
            back = uncertain.exclude(reader=None).update(state=QUEUED, worker=0)
            uncertain.delete()  # their readers are gone
            return back

    def give_up(self) -> int:
        """Stop trying what servers have put off for five days."""
        with self.newsletter.writing():
            old = Delivery.objects.using(self.alias).filter(
                state__in=(LATER, QUEUED), tries__gt=0, day__lt=self.newsletter.today() - GIVEN_UP_AFTER
            )
            return old.update(state=REFUSED, reader=None)

    def purge(self) -> int:
        """Delete the marks of who got what after four weeks, and letters of the form once they have left."""
        kinds = [kind.value for kind in SERVICE]
        with self.newsletter.writing():
            copies = Delivery.objects.using(self.alias)
            gone = Q(state__in=(SENT, REFUSED))
            old = Q(day__lt=self.newsletter.today() - FOUR_WEEKS)
            return int(
                copies.filter((gone & Q(letter__in=kinds)) | ((gone | Q(state=UNCERTAIN)) & old)).delete()[0]
            )

    # -- looking at

    def counts(self) -> dict[str, Counter[str]]:
        """How many copies of each letter are in which state."""
        from django.db.models import Count

        found: dict[str, Counter[str]] = {}
        with self.newsletter.speaking():
            rows = Delivery.objects.using(self.alias).values_list("letter_id", "state").annotate(Count("id"))
            for letter, state, count in rows.order_by("letter_id", "state"):
                found.setdefault(letter, Counter())[state] = count
        return found

    def _run(self, statement: str, values: list[Any]) -> int:
        with self.newsletter.speaking(), self.newsletter.connection.cursor() as cursor:
            cursor.execute(statement, values)
            return int(cursor.rowcount)


_TABLE = "newsletter_delivery"
_TURN = (
    f"UPDATE {_TABLE} SET state = CASE WHEN id = %s THEN %s ELSE %s END, "
    "reader_id = CASE WHEN id = %s THEN NULL ELSE reader_id END "
    "WHERE (id = %s AND state = %s) OR (id = %s AND state = %s)"
)
