"""What the chain looks things up in: reference rows, the register's own measures, and rule documents."""

from __future__ import annotations

from typing import Any

from django.db import models

from kordon.register.append import Row, Versioned


class Reference(Versioned):
    """A crossing, the status of one, a section, a place, an actor: ``kind`` names the type of the value."""

    kind: models.TextField[str, str] = models.TextField(db_index=True)

    class Meta(Versioned.Meta):
        verbose_name = "reference row"


class Measure(Versioned):
    """A measure as the register keeps it, supported by reports."""

    kind: models.TextField[str, str] = models.TextField(db_index=True)
    status: models.TextField[str, str] = models.TextField()
    known_from: models.DateField[Any, Any] = models.DateField(null=True, db_index=True)

    class Meta(Versioned.Meta):
        verbose_name = "measure"


class Document(Row):
    """A rule document, by the hash that pins it: criteria, a ladder, indicators."""

    key: models.TextField[str, str] = models.TextField(primary_key=True)
    kind: models.TextField[str, str] = models.TextField(db_index=True)
    hash: models.TextField[str, str] = models.TextField(db_index=True)
    name: models.TextField[str, str] = models.TextField()
    text: models.TextField[str, str] = models.TextField()

    class Meta(Row.Meta):
        verbose_name = "document"
