"""Signing up, confirming, changing, leaving, being forgotten.

What comes in from outside is only put away (:meth:`Subscriptions.ask`), sealed and the same for every address;
whether the address is known is looked at later, by the process that sends (:meth:`Subscriptions.handle`), which
writes a letter in both cases. A page that does not look cannot tell.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from django.db.models import F

from kordon.newsletter.address import read_address
from kordon.newsletter.errors import BadAddress, BadToken, NewsletterError
from kordon.newsletter.letters import Kind
from kordon.newsletter.models import Asked, Delivery, Letter, Subscriber, Tally
from kordon.newsletter.opening import Newsletter
from kordon.newsletter.outbox import FOUR_WEEKS, Outbox
from kordon.newsletter.readers import LINKS_ONLY, Choice, Reader, about, asked_about, new_id, seal, unseal
from kordon.newsletter.tokens import DAYS, Purpose, read_token

CHUNK = 100
GONE = ("5.1.0", "5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1")
"""Status codes (RFC 3463) that say that there is no such mailbox, not that it does not want this message."""
BOUNCES = 6
"""A reader is forgotten when letters came back six times, each 'there is no such mailbox' counting as three."""


class Busy(NewsletterError):
    """More sign-ups wait than are let in; it says nothing about any address."""


class Subscriptions:
    """All of what happens to readers of one newsletter; the only code that writes about them."""

    def __init__(self, newsletter: Newsletter) -> None:
        self.newsletter = newsletter
        self.outbox = Outbox(newsletter)
        self.alias = newsletter.alias

    # -- from outside

    def ask(self, address: str, choice: Choice) -> None:
        """Take a sign-up. Raises :class:`BadAddress` for what is no address, and :class:`Busy`.

        The same work, and nothing looked up, for an address that is known and for one that is not.
        """
        reader = Reader(read_address(address).wire, choice)
        keys, row = self.newsletter.keys, new_id()
        sealed = seal(keys, asked_about(row), reader)
        waiting = Asked.objects.using(self.alias)
        with self.newsletter.writing():
            limit = self.newsletter.settings.limits.waiting
            if waiting.order_by()[limit - 1 : limit].exists():
                raise Busy("Too many sign-ups wait to be worked off; see whether 'kordon newsletter send' runs.")
            waiting.create(id=row, sealed=sealed, day=self.newsletter.today())

    def confirm(self, token: str) -> Choice:
        """The reader has opened the link of the letter; raises :class:`BadToken`. Doing it twice changes
        nothing."""
        keys, today = self.newsletter.keys, self.newsletter.today()
        row = read_token(keys, Purpose.CONFIRM, token, today)
        with self.newsletter.writing():
            stored, reader = self._stored(row)
            if not stored.confirmed:
                stored.sealed = seal(keys, about(row), replace(reader, since=today))
                stored.generation = keys.newest.number
                stored.confirmed, stored.asked_on = True, None
                stored.save()
        return reader.choice

    def choice(self, purpose: Purpose, token: str) -> Choice:
        """What the reader of a link has chosen; raises :class:`BadToken` also for readers who left."""
        row = read_token(self.newsletter.keys, purpose, token, self.newsletter.today())
        with self.newsletter.speaking():
            return self._stored(row)[1].choice

    def change(self, token: str, choice: Choice) -> None:
        """Other letters for the reader of a link; raises :class:`BadToken`."""
        keys = self.newsletter.keys
        row = read_token(keys, Purpose.MANAGE, token, self.newsletter.today())
        with self.newsletter.writing():
            stored, reader = self._stored(row)
            if not stored.confirmed:
                raise BadToken
            stored.sealed = seal(keys, about(row), replace(reader, choice=choice))
            stored.generation, stored.bounced = keys.newest.number, 0
            stored.save()

    def unsubscribe(self, token: str) -> None:
        """End a subscription: the row and waiting copies are deleted. Doing it twice changes nothing; raises
        :class:`BadToken` only for a token that was not made here."""
        row = read_token(self.newsletter.keys, Purpose.UNSUBSCRIBE, token, self.newsletter.today())
        self._delete(row)

    def forget(self, token: str) -> None:
        """As :meth:`unsubscribe`, and the marks of what was sent as well; nothing of it stays in the file."""
        row = read_token(self.newsletter.keys, Purpose.MANAGE, token, self.newsletter.today())
        with self.newsletter.writing():
            reader = self._stored(row)[1]
            self._forget(row, reader)
        self.scrub()

    def forget_address(self, address: str) -> None:
        """Forget whoever has an address, subscribed or not, whatever was asked for in its name included."""
        found = read_address(address)
        keys = self.newsletter.keys
        with self.newsletter.writing():
            for asked in Asked.objects.using(self.alias).iterator(CHUNK):
                if unseal(keys, asked_about(asked.id), bytes(asked.sealed)).same == found.same:
                    asked.delete()
            row = self._row_of(found.same)
            self._forget(row, Reader(found.wire, Choice("")))
        self.scrub()

    def leave_address(self, address: str) -> str:
        """The token by which the reader with an address could unsubscribe; empty where there is none."""
        from kordon.newsletter.tokens import make_token

        row = self._row_of(read_address(address).same)
        if row is None:
            return ""
        return make_token(self.newsletter.keys, Purpose.UNSUBSCRIBE, row, self.newsletter.today())

    def bounced(self, token: str, code: str) -> None:
        """A letter came back. ``code`` is a status code as 5.1.1; what is only late (4.x) counts for nothing."""
        self.came_back(read_token(self.newsletter.keys, Purpose.BOUNCE, token, self.newsletter.today()), code)

    def came_back(self, row: int, code: str) -> None:
        """As :meth:`bounced`, told by the server at once."""
        if not code.startswith("5"):
            return
        with self.newsletter.writing():
            readers = Subscriber.objects.using(self.alias).filter(id=row)
            readers.update(bounced=F("bounced") + (3 if code in GONE else 1))
            over = readers.filter(bounced__gte=BOUNCES).exists()
        if over:
            self._delete(row)

    def complained(self, token: str) -> None:
        """The reader called a letter spam: no further one is sent."""
        self._delete(read_token(self.newsletter.keys, Purpose.BOUNCE, token, self.newsletter.today()))

    # -- from the process that sends

    def handle(self) -> int:
        """Work off what was asked for: a letter for each, to confirm or to say that it is known. How many."""
        done = 0
        while True:
            with self.newsletter.writing():
                waiting = Asked.objects.using(self.alias).select_for_update(skip_locked=True)
                rows = list(waiting.order_by("id")[:CHUNK])
                for asked in rows:
                    self._handle(unseal(self.newsletter.keys, asked_about(asked.id), bytes(asked.sealed)))
                Asked.objects.using(self.alias).filter(id__in=[asked.id for asked in rows]).delete()
            done += len(rows)
            if not rows:
                return done

    def _handle(self, reader: Reader) -> None:
        if self._too_often(reader):
            return
        keys, today = self.newsletter.keys, self.newsletter.today()
        readers = Subscriber.objects.using(self.alias)
        stored = readers.filter(found_by__in=keys.finds(reader.same)).first()
        if reader.choice == LINKS_ONLY:
            if stored is not None and stored.confirmed:
                self.outbox.put_service(Kind.KNOWN, stored.id)
            return
        if stored is None:
            limit = self.newsletter.settings.limits.unconfirmed
            if readers.filter(confirmed=False).count() >= limit:
                return
            stored = Subscriber(id=new_id(), found_by=keys.finds(reader.same)[0])
        if not stored.confirmed:  # asked for again, perhaps with other choices: the letter names them
            stored.sealed, stored.generation = seal(keys, about(stored.id), reader), keys.newest.number
            stored.asked_on = today
            stored.save(using=self.alias)
        self.outbox.put_service(Kind.KNOWN if stored.confirmed else Kind.CONFIRM, stored.id)

    def _too_often(self, reader: Reader) -> bool:
        """Whether this mailbox, under whatever tag, was written to often enough today because a form asked."""
        today = self.newsletter.today()
        box = read_address(reader.wire).box
        mark = self.newsletter.keys.receipts(f"tally {today}", box)[0]
        tally, _ = Tally.objects.using(self.alias).get_or_create(mark=mark, defaults={"day": today})
        if tally.count >= self.newsletter.settings.limits.box_day:
            return True
        tally.count += 1
        tally.save(using=self.alias, update_fields=["count"])
        return False

    def purge(self) -> int:
        """Delete what its time is over for: sign-ups that nobody confirmed in seven days, marks of four weeks
        ago."""
        today = self.newsletter.today()
        week = dt.timedelta(days=DAYS[Purpose.CONFIRM] or 0)
        with self.newsletter.writing():
            found = int(
                Subscriber.objects.using(self.alias).filter(confirmed=False, asked_on__lt=today - week).delete()[0]
            )
            found += int(Asked.objects.using(self.alias).filter(day__lt=today - week).delete()[0])
            Tally.objects.using(self.alias).filter(day__lt=today).delete()
        found += self.outbox.give_up() + self.outbox.purge()
        self.scrub()
        return found

    def scrub(self) -> None:
        """Let nothing that was deleted stay in the files: SQLite overwrites it and empties its log; on
        PostgreSQL the space is freed for new rows, and what its own log and backups keep is for their keeper to
        end."""
        with self.newsletter.speaking(), self.newsletter.connection.cursor() as cursor:
            if self.newsletter.on_server:
                for model in (Subscriber, Asked, Tally, Delivery):
                    cursor.execute(f"VACUUM {model._meta.db_table}")
            else:
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _stored(self, row: int) -> tuple[Subscriber, Reader]:
        stored = Subscriber.objects.using(self.alias).filter(id=row).first()
        if stored is None:
            raise BadToken
        return stored, unseal(self.newsletter.keys, about(row), bytes(stored.sealed))

    def _row_of(self, same: str) -> int | None:
        found = Subscriber.objects.using(self.alias).filter(found_by__in=self.newsletter.keys.finds(same))
        return found.values_list("id", flat=True).first()

    def _delete(self, row: int) -> None:
        with self.newsletter.writing():
            Subscriber.objects.using(self.alias).filter(id=row).delete()

    def _forget(self, row: int | None, reader: Reader) -> None:
        """Inside a transaction: the row, waiting copies, and each mark that this address may have left."""
        keys, since = self.newsletter.keys, self.newsletter.today() - FOUR_WEEKS
        Subscriber.objects.using(self.alias).filter(id=row).delete()
        names = Letter.objects.using(self.alias).filter(day__gte=since - FOUR_WEEKS).values_list("name", flat=True)
        marks = [mark for name in names for mark in keys.receipts(name, reader.same)]
        Delivery.objects.using(self.alias).filter(mark__in=marks).delete()
        box = read_address(reader.wire).box
        days = {self.newsletter.today() - dt.timedelta(days=n) for n in range(3)}
        tallies = [mark for day in days for mark in keys.receipts(f"tally {day}", box)]
        Tally.objects.using(self.alias).filter(mark__in=tallies).delete()


__all__ = ["BadAddress", "BadToken", "Busy", "Subscriptions"]
