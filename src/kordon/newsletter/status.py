"""How things stand, in numbers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from kordon.newsletter.models import Asked, Subscriber
from kordon.newsletter.opening import Newsletter
from kordon.newsletter.outbox import Outbox
from kordon.newsletter.readers import about, unseal

CHUNK = 1000


@dataclass(frozen=True)
class Status:
    """``generations`` says how many readers are sealed with which keys; ``letters`` how many copies are in which
    state."""

    confirmed: int
    unconfirmed: int
    asked: int
    languages: Counter[str]
    at_once: int
    generations: Counter[int]
    letters: dict[str, Counter[str]]


def status(newsletter: Newsletter) -> Status:
    """Count; opens each reader's choice and keeps none."""
    languages: Counter[str] = Counter()
    generations: Counter[int] = Counter()
    at_once = confirmed = unconfirmed = 0
    with newsletter.speaking():
        rows = Subscriber.objects.using(newsletter.alias).values_list("id", "sealed", "generation", "confirmed")
        for row, sealed, generation, sure in rows.iterator(CHUNK):
            generations[generation] += 1
            confirmed, unconfirmed = confirmed + sure, unconfirmed + (not sure)
            if sure:
                choice = unseal(newsletter.keys, about(row), bytes(sealed)).choice
                languages[choice.lang] += 1
                at_once += choice.at_once
        asked = Asked.objects.using(newsletter.alias).count()
    return Status(confirmed, unconfirmed, asked, languages, at_once, generations, Outbox(newsletter).counts())
