"""The outbox: letters, and what became of each of their copies."""

from __future__ import annotations

from typing import Any

from django.db import models

QUEUED, CLAIMED, FLIGHT, LATER = "queued", "claimed", "flight", "later"
SENT, UNCERTAIN, REFUSED = "sent", "uncertain", "refused"


class Letter(models.Model):
    """One text for many readers. ``told`` is its content as JSON; readers up to ``cursor`` are in the outbox."""

    name: models.TextField[str, str] = models.TextField(primary_key=True)
    kind: models.TextField[str, str] = models.TextField()
    day: models.DateField[Any, Any] = models.DateField()
    told: models.TextField[str, str] = models.TextField()
    cursor: models.BigIntegerField[int, int] = models.BigIntegerField(default=-1)
    queued: models.BooleanField[bool, bool] = models.BooleanField(default=False)


class Delivery(models.Model):
    """One copy of a letter. While it waits it points at its reader; when it has left only ``mark`` stays, a keyed
    hash of letter and address, for as long as a correction must be able to follow it.

    ``id`` makes the Message-ID, so that a copy that is sent again has the same. ``note`` is a status code alone:
    the words of a server may quote the address.
    """

    id: models.BigAutoField[int, int] = models.BigAutoField(primary_key=True)
    letter: models.ForeignKey[Any, Any] = models.ForeignKey(Letter, models.CASCADE, related_name="copies")
    reader: models.ForeignKey[Any, Any] = models.ForeignKey(
        "newsletter.Subscriber", models.CASCADE, null=True, related_name="letters"
    )
    mark: models.TextField[str, str] = models.TextField()
    state: models.TextField[str, str] = models.TextField(default=QUEUED)
    urgent: models.BooleanField[bool, bool] = models.BooleanField(default=False)
    worker: models.PositiveIntegerField[int, int] = models.PositiveIntegerField(default=0)
    tries: models.PositiveSmallIntegerField[int, int] = models.PositiveSmallIntegerField(default=0)
    day: models.DateField[Any, Any] = models.DateField()
    note: models.TextField[str, str] = models.TextField(default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["letter", "mark"], name="one_copy_a_reader")]  # noqa: RUF012
        indexes = [models.Index(fields=["state", "urgent", "id"], name="outbox_order")]  # noqa: RUF012
