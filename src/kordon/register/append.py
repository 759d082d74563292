"""Rows that are appended and never changed.

Three guards stand in each other's shadow: the query set refuses, the row refuses, and triggers in the
database refuse (:mod:`kordon.register.guards`), so that a slip of code, a shell or a stray statement cannot alter
what was recorded.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, NoReturn, TypeVar

from django.db import models

from kordon.domain.errors import RegisterError

Row_co = TypeVar("Row_co", bound=models.Model, covariant=True)


def refuse(model: type[models.Model], act: str) -> NoReturn:
    raise RegisterError(
        f"What is recorded as {model._meta.verbose_name} is never {act}; append a new row that supersedes it."
    )


class AppendOnly(models.QuerySet[Row_co]):
    """A query set that reads and appends."""

    def update(self, **kwargs: Any) -> NoReturn:
        refuse(self.model, "changed")

    def bulk_update(self, *args: Any, **kwargs: Any) -> NoReturn:
        refuse(self.model, "changed")

    def update_or_create(self, *args: Any, **kwargs: Any) -> NoReturn:
        refuse(self.model, "changed")

    def delete(self) -> NoReturn:
        refuse(self.model, "deleted")

    def bulk_create(self, objs: Iterable[Any], *args: Any, **kwargs: Any) -> list[Any]:
        if kwargs.get("update_conflicts"):
            refuse(self.model, "changed")
        return super().bulk_create(objs, *args, **kwargs)


class Row(models.Model):
    """Base of every table. ``recorded_at`` is the third of the three times: when this was stored."""

    recorded_at: models.DateTimeField[Any, Any] = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[models.Manager[Any]] = AppendOnly.as_manager()

    class Meta:
        abstract = True
        base_manager_name = "objects"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            refuse(type(self), "changed")
        kwargs["force_insert"] = True  # never an UPDATE, even where the key exists
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        refuse(type(self), "deleted")


class Versioned(Row):
    """A value that may be corrected: the correction is a further row of the same lineage.

    ``lineage`` is the same for all versions of one thing, ``digest`` is the same for the same content, and
    ``supersedes`` points at the row that this one corrects. The row that no other supersedes is the one in use.
    ``uses`` lists the ids of what the value rests on, one a line.
    """

    key: models.TextField[str, str] = models.TextField(primary_key=True)
    lineage: models.TextField[str, str] = models.TextField()
    version: models.PositiveIntegerField[int, int] = models.PositiveIntegerField()
    supersedes: models.OneToOneField[Any, Any] = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="superseded_by"
    )
    value_id: models.TextField[str, str] = models.TextField(db_index=True)
    digest: models.TextField[str, str] = models.TextField()
    payload: models.TextField[str, str] = models.TextField()
    uses: models.TextField[str, str] = models.TextField(default="")

    class Meta(Row.Meta):
        abstract = True
        constraints = [  # noqa: RUF012
            models.UniqueConstraint(fields=["lineage", "version"], name="%(class)s_one_row_a_version")
        ]
