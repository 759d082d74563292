"""New keys for what is stored, while the newsletter goes on.

1. A new generation is put in front of the key file; whatever is written from then on uses it.
2. Every reader is sealed and found with it, in chunks, each in one transaction; killed, it goes on where it was.
3. The older generations are retired: the file keeps only what their links are checked with, and older copies of
   the database can no longer be opened by anybody.
"""

from __future__ import annotations

from kordon.newsletter.errors import NewsletterError
from kordon.newsletter.keys import Keys
from kordon.newsletter.models import Asked, Subscriber
from kordon.newsletter.opening import Newsletter
from kordon.newsletter.readers import about, asked_about, seal, unseal

CHUNK = 500


def reseal(newsletter: Newsletter) -> int:
    """Seal with the newest keys whatever is sealed with older ones; returns how many readers."""
    keys, done = newsletter.keys, 0
    number = keys.newest.number
    while True:
        with newsletter.writing():
            old = Subscriber.objects.using(newsletter.alias).select_for_update().exclude(generation=number)
            rows = list(old.order_by("id")[:CHUNK])
            for row in rows:
                reader = unseal(keys, about(row.id), bytes(row.sealed))
                row.sealed, row.generation = seal(keys, about(row.id), reader), number
                row.found_by = keys.finds(reader.same)[0]
            Subscriber.objects.using(newsletter.alias).bulk_update(rows, ["sealed", "generation", "found_by"])
        done += len(rows)
        if not rows:
            break
    with newsletter.writing():
        for asked in Asked.objects.using(newsletter.alias).iterator(CHUNK):
            if keys.sealed_with(bytes(asked.sealed)) != number:
                place = asked_about(asked.id)
                asked.sealed = seal(keys, place, unseal(keys, place, bytes(asked.sealed)))
                asked.save()
    return done


def check_retirable(newsletter: Newsletter, keys: Keys) -> None:
    """Raise :class:`NewsletterError` while something still needs the older keys."""
    number = keys.newest.number
    with newsletter.speaking():
        readers = Subscriber.objects.using(newsletter.alias).exclude(generation=number).count()
        asked = sum(
            keys.sealed_with(bytes(sealed)) != number
            for sealed in Asked.objects.using(newsletter.alias).values_list("sealed", flat=True).iterator(CHUNK)
        )
    if readers or asked:
        raise NewsletterError(
            f"{readers + asked} readers are still sealed with older keys; run 'kordon newsletter rotate' first."
        )
