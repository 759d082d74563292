"""The record of what people did: sittings, measures, consultations, each step a row chained to the one before."""

from __future__ import annotations

from typing import Any

from django.db import models

from kordon.register.append import Row


class Entry(Row):
    """One entry of the record. ``number`` counts from 1 without a gap over all processes.

    ``roles``, ``evidence`` and ``data`` are JSON, ``rules`` is the hash of the process document that the entry was
    checked against. ``previous`` is the ``hash`` of the row before, empty for the first; ``hash`` covers every
    column but ``recorded_at``.
    """

    number: models.PositiveBigIntegerField[int, int] = models.PositiveBigIntegerField(primary_key=True)
    key: models.TextField[str, str] = models.TextField(unique=True)
    process: models.TextField[str, str] = models.TextField()
    rules: models.TextField[str, str] = models.TextField()
    subject: models.TextField[str, str] = models.TextField()
    does: models.TextField[str, str] = models.TextField()
    by: models.TextField[str, str] = models.TextField()
    roles: models.TextField[str, str] = models.TextField()
    at: models.DateTimeField[Any, Any] = models.DateTimeField()
    why: models.TextField[str, str] = models.TextField()
    evidence: models.TextField[str, str] = models.TextField()
    data: models.TextField[str, str] = models.TextField()
    previous: models.TextField[str, str] = models.TextField(unique=True)
    hash: models.TextField[str, str] = models.TextField(unique=True)

    class Meta(Row.Meta):
        verbose_name = "entry of the record"
        indexes = [models.Index(fields=["process", "subject"], name="entry_of_what")]  # noqa: RUF012
