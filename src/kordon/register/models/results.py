"""What was calculated: weekly counts, readings, assessments, proposals and drafts.

Each of them says for which ``as_of`` it holds; results for several days and several documents stand beside
one another. ``week`` is written ``2024-W22``, so that text order is order in time.
"""

from __future__ import annotations

from typing import Any

from django.db import models

from kordon.register.append import Versioned


class Result(Versioned):
    week: models.TextField[str, str] = models.TextField()
    as_of: models.DateField[Any, Any] = models.DateField()

    class Meta(Versioned.Meta):
        abstract = True


class WeekCount(Result):
    """``basis`` is the hash of what the series was fused from."""

    border: models.TextField[str, str] = models.TextField()
    basis: models.TextField[str, str] = models.TextField()

    class Meta(Result.Meta):
        verbose_name = "weekly count"
        indexes = [models.Index(fields=["as_of", "border", "week"], name="count_where_when")]  # noqa: RUF012


class Reading(Result):
    indicator: models.TextField[str, str] = models.TextField()
    border: models.TextField[str, str] = models.TextField()

    class Meta(Result.Meta):
        verbose_name = "reading"
        indexes = [models.Index(fields=["as_of", "border", "week"], name="reading_where_when")]  # noqa: RUF012


class Assessment(Result):
    border: models.TextField[str, str] = models.TextField()
    criteria: models.TextField[str, str] = models.TextField()
    level: models.TextField[str, str] = models.TextField()
    trend: models.TextField[str, str] = models.TextField()

    class Meta(Result.Meta):
        verbose_name = "assessment"
        indexes = [models.Index(fields=["as_of", "border", "week"], name="assessment_where_when")]  # noqa: RUF012


class Proposal(Result):
    """``as_of`` is that of the assessment it answers."""

    border: models.TextField[str, str] = models.TextField()
    assessment: models.TextField[str, str] = models.TextField(db_index=True)
    ladder: models.TextField[str, str] = models.TextField()

    class Meta(Result.Meta):
        verbose_name = "proposal"
        indexes = [models.Index(fields=["as_of", "border", "week"], name="proposal_where_when")]  # noqa: RUF012


class Draft(Result):
    area: models.TextField[str, str] = models.TextField()
    lang: models.TextField[str, str] = models.TextField()
    trend: models.TextField[str, str] = models.TextField()

    class Meta(Result.Meta):
        verbose_name = "draft"
        indexes = [models.Index(fields=["as_of", "area", "week", "lang"], name="draft_where_when")]  # noqa: RUF012
