"""The texts of issues: every revision as it was handed in, by the hash of its content."""

from __future__ import annotations

from django.db import models

from kordon.register.append import Row


class Revision(Row):
    """One revision; ``key`` is made of its content, and what people did with it stands in the record.

    The payload is the whole value; ``uses`` lists the ids of what its sentences rest on, one a line.
    """

    key: models.TextField[str, str] = models.TextField(primary_key=True)
    week: models.TextField[str, str] = models.TextField()
    area: models.TextField[str, str] = models.TextField()
    lang: models.TextField[str, str] = models.TextField()
    payload: models.TextField[str, str] = models.TextField()
    uses: models.TextField[str, str] = models.TextField(default="")

    class Meta(Row.Meta):
        verbose_name = "revision of a text"
        indexes = [models.Index(fields=["week", "area", "lang"], name="revision_of_what")]  # noqa: RUF012
