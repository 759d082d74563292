"""Reports, the reading log, and what was coded from them."""

from __future__ import annotations

from typing import Any

from django.db import models

from kordon.register.append import Row, Versioned


class Report(Versioned):
    """One version of a report. The payload holds everything but the text, which is kept as it was read."""

    text: models.TextField[str, str] = models.TextField()
    lang: models.TextField[str, str] = models.TextField()
    source: models.TextField[str, str] = models.TextField(db_index=True)
    kind: models.TextField[str, str] = models.TextField()
    published_at: models.DateField[Any, Any] = models.DateField(null=True, db_index=True)
    published_basis: models.TextField[str, str] = models.TextField()

    class Meta(Versioned.Meta):
        verbose_name = "report"


class Coding(Versioned):
    """A line of the reading log: one version of a report was read, whether or not it held anything.

    The payload is the coded value without its report and items; ``items`` says how many rows belong to it.
    Coding the same text by better rules appends a line that supersedes this one.
    """

    report: models.ForeignKey[Any, Any] = models.ForeignKey(Report, models.PROTECT, related_name="codings")
    items: models.PositiveIntegerField[int, int] = models.PositiveIntegerField()
    report_id: str

    class Meta(Versioned.Meta):
        verbose_name = "coding"


class Item(Row):
    """What was taken from a report. ``border`` is a border, a group, or several borders joined by ``;``.

    ``kind`` is the item's word in its vocabulary; ``start`` and ``end`` are the days of its span, ``None`` where
    the text sets no bound.
    """

    key: models.TextField[str, str] = models.TextField(primary_key=True)
    coding: models.ForeignKey[Any, Any] = models.ForeignKey(Coding, models.PROTECT, related_name="%(class)ss")
    value_id: models.TextField[str, str] = models.TextField(db_index=True)
    position: models.PositiveIntegerField[int, int] = models.PositiveIntegerField()
    kind: models.TextField[str, str] = models.TextField()
    border: models.TextField[str, str] = models.TextField(default="")
    start: models.DateField[Any, Any] = models.DateField(null=True)
    end: models.DateField[Any, Any] = models.DateField(null=True)
    modality: models.TextField[str, str] = models.TextField(default="")
    published_at: models.DateField[Any, Any] = models.DateField(null=True)
    payload: models.TextField[str, str] = models.TextField()
    coding_id: str

    class Meta(Row.Meta):
        abstract = True
        constraints = [  # noqa: RUF012
            models.UniqueConstraint(fields=["coding", "value_id"], name="%(class)s_once_a_coding")
        ]
        indexes = [  # noqa: RUF012
            models.Index(fields=["border", "kind", "start", "end"], name="%(class)s_where_when"),
            models.Index(fields=["modality", "published_at"], name="%(class)s_known"),
        ]


class Header(Item):
    class Meta(Item.Meta):
        verbose_name = "header of a commentary"


class Incident(Item):
    class Meta(Item.Meta):
        verbose_name = "incident"


class Figure(Item):
    class Meta(Item.Meta):
        verbose_name = "figure"


class ReportedMeasure(Item):
    """A measure as a text speaks of it; how far it is stands in ``modality``."""

    class Meta(Item.Meta):
        verbose_name = "reported measure"


class Signal(Item):
    class Meta(Item.Meta):
        verbose_name = "signal"


class Composition(Item):
    class Meta(Item.Meta):
        verbose_name = "composition"


class Judgement(Item):
    class Meta(Item.Meta):
        verbose_name = "judgement"


class Rung(Item):
    class Meta(Item.Meta):
        verbose_name = "rung"
