"""What other coders than the rules suggest, and what people said to it."""

from __future__ import annotations

from typing import Any

from django.db import models

from kordon.register.append import Row


class Suggested(Row):
    """An item that a coder suggests. It stands in no table of items, so nothing that counts can see it."""

    key: models.TextField[str, str] = models.TextField(primary_key=True)
    report_value: models.TextField[str, str] = models.TextField(db_index=True)
    coder: models.TextField[str, str] = models.TextField()
    kind: models.TextField[str, str] = models.TextField()
    payload: models.TextField[str, str] = models.TextField()

    class Meta(Row.Meta):
        verbose_name = "suggestion"


class Answer(Row):
    """One word of a person on a suggestion; the last one holds."""

    key: models.TextField[str, str] = models.TextField(unique=True)
    suggested: models.ForeignKey[Any, Any] = models.ForeignKey(Suggested, models.PROTECT, related_name="answers")
    ruling: models.TextField[str, str] = models.TextField()
    by: models.TextField[str, str] = models.TextField()
    at: models.DateTimeField[Any, Any] = models.DateTimeField()
    why: models.TextField[str, str] = models.TextField()
    suggested_id: str

    class Meta(Row.Meta):
        verbose_name = "answer to a suggestion"
