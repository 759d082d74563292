"""Who is to get a letter: confirmed readers by what they chose, in chunks, so that memory does not grow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.db.models import F

from kordon.newsletter.letters import Kind, Letter
from kordon.newsletter.models import Delivery, Subscriber
from kordon.newsletter.models.outbox import REFUSED
from kordon.newsletter.opening import Newsletter
from kordon.newsletter.readers import Reader, about, unseal

CHUNK = 1000


def recipients(newsletter: Newsletter, letter: Letter) -> Iterator[tuple[int, Reader]]:
    """Who would get a letter, each with the number of its row; nothing is changed."""
    cursor = -1
    while rows := chunk(newsletter, cursor):
        yield from wanted(newsletter, letter, rows)
        cursor = rows[-1][0]


def chunk(newsletter: Newsletter, cursor: int) -> list[tuple[int, bytes]]:
    """The next confirmed readers behind row ``cursor``, still sealed; none when there are no more."""
    confirmed = Subscriber.objects.using(newsletter.alias).filter(confirmed=True, id__gt=cursor)
    with newsletter.speaking():
        return list(confirmed.order_by("id").values_list("id", "sealed")[:CHUNK])


def wanted(newsletter: Newsletter, letter: Letter, rows: Sequence[tuple[int, bytes]]) -> list[tuple[int, Reader]]:
    """Those of some readers who asked for such a letter, and of a correction those who got what it corrects."""
    keys = newsletter.keys
    readers = [(row, unseal(keys, about(row), bytes(sealed))) for row, sealed in rows]
    if letter.kind is Kind.ALERT:
        return [(row, reader) for row, reader in readers if reader.choice.at_once]
    readers = [(row, reader) for row, reader in readers if reader.choice.wants(letter.areas)]
    if not letter.follows:
        return readers
    marks = {row: keys.receipts(letter.follows, reader.same) for row, reader in readers}
    every = [mark for some in marks.values() for mark in some]
    got = set(
        Delivery.objects.using(newsletter.alias)
        .filter(letter=letter.follows, mark__in=every)
        .exclude(state=REFUSED)
        .values_list("mark", flat=True)
    )
    return [(row, reader) for row, reader in readers if got.intersection(marks[row])]


def forgive(newsletter: Newsletter) -> None:
    """Letters that came back are forgotten where none has since the last issue. Call inside a transaction."""
    readers = Subscriber.objects.using(newsletter.alias)
    readers.filter(bounced__gt=0, bounced=F("bounced_before")).update(bounced=0)
    readers.exclude(bounced=F("bounced_before")).update(bounced_before=F("bounced"))
