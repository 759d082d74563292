"""The log of runs, and the sentence for each input that could not be used."""

from __future__ import annotations

from typing import Any

from django.db import models

from kordon.register.append import Row


class Run(Row):
    """A run that began: what was run, by which version, with which parameters (JSON)."""

    command: models.TextField[str, str] = models.TextField()
    version: models.TextField[str, str] = models.TextField()
    parameters: models.TextField[str, str] = models.TextField()

    class Meta(Row.Meta):
        verbose_name = "run"


class RunEnd(Row):
    """How a run ended; a run that was killed has none. ``scope`` and ``counts`` are JSON."""

    run: models.OneToOneField[Any, Any] = models.OneToOneField(
        Run, models.PROTECT, primary_key=True, related_name="end"
    )
    outcome: models.TextField[str, str] = models.TextField()
    completed: models.BooleanField[bool, bool] = models.BooleanField()
    scope: models.TextField[str, str] = models.TextField()
    counts: models.TextField[str, str] = models.TextField()

    class Meta(Row.Meta):
        verbose_name = "end of a run"


class Rejection(Row):
    """An input that could not be used: the sentence that was shown, stored once."""

    key: models.TextField[str, str] = models.TextField(primary_key=True)
    run: models.ForeignKey[Any, Any] = models.ForeignKey(Run, models.PROTECT, null=True, related_name="rejections")
    file: models.TextField[str, str] = models.TextField()
    place: models.TextField[str, str] = models.TextField()
    problem: models.TextField[str, str] = models.TextField()
    remedy: models.TextField[str, str] = models.TextField()
    sentence: models.TextField[str, str] = models.TextField()

    class Meta(Row.Meta):
        verbose_name = "rejection"
