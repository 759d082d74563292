"""The log of what people decided about events."""

from __future__ import annotations

from typing import Any

from django.db import models

from kordon.register.append import Row


class Decision(Row):
    """One decision: which incidents are one event, which is not, how far an event is validated, what is undone.

    ``incidents`` lists the ids it was about, one a line, as they stood. An undo is a row of its own that points at
    the row that it takes back.
    """

    key: models.TextField[str, str] = models.TextField(unique=True)
    act: models.TextField[str, str] = models.TextField()
    by: models.TextField[str, str] = models.TextField()
    at: models.DateTimeField[Any, Any] = models.DateTimeField()
    why: models.TextField[str, str] = models.TextField()
    incidents: models.TextField[str, str] = models.TextField(default="")
    status: models.TextField[str, str] = models.TextField(default="")
    undoes: models.ForeignKey[Any, Any] = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="undone_by"
    )
    undoes_id: int | None

    class Meta(Row.Meta):
        verbose_name = "decision"
