"""Who reads, as little of it as can be."""

from __future__ import annotations

from typing import Any

from django.db import models


class Subscriber(models.Model):
    """``sealed`` hides address, language, areas and the choice of letters; ``found_by`` is a keyed hash.

    ``asked_on`` is set until the address is confirmed, and gone after. ``bounced`` counts letters that came back
    one issue after another; ``bounced_before`` is what it was when the last issue was put into the outbox.
    """

    id: models.BigAutoField[int, int] = models.BigAutoField(primary_key=True)
    found_by: models.TextField[str, str] = models.TextField(unique=True)
    sealed: models.BinaryField[bytes, bytes] = models.BinaryField()
    generation: models.PositiveIntegerField[int, int] = models.PositiveIntegerField()
    confirmed: models.BooleanField[bool, bool] = models.BooleanField(default=False)
    asked_on: models.DateField[Any, Any] = models.DateField(null=True)
    bounced: models.PositiveSmallIntegerField[int, int] = models.PositiveSmallIntegerField(default=0)
    bounced_before: models.PositiveSmallIntegerField[int, int] = models.PositiveSmallIntegerField(default=0)


class Asked(models.Model):
    """A sign-up as the page took it, before anybody looked whether the address is known."""

    id: models.BigAutoField[int, int] = models.BigAutoField(primary_key=True)
    sealed: models.BinaryField[bytes, bytes] = models.BinaryField()
    day: models.DateField[Any, Any] = models.DateField()


class Tally(models.Model):
    """How many letters one mailbox was sent on one day because a form asked for them; gone the day after."""

    mark: models.TextField[str, str] = models.TextField(primary_key=True)
    day: models.DateField[Any, Any] = models.DateField(db_index=True)
    count: models.PositiveIntegerField[int, int] = models.PositiveIntegerField(default=0)
