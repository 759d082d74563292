"""The register as a Django application."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class RegisterConfig(AppConfig):
    name = "kordon.register"
    label = "register"
    verbose_name = "Kordon register"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        post_migrate.connect(_guard, sender=self)


def _guard(using: str, **_: Any) -> None:
    """``manage migrate`` leaves the same guards in the database as :func:`kordon.register.open_register` does."""
    from kordon.register.guards import install

    install(using)
