"""The newsletter as a Django application."""

from __future__ import annotations

from django.apps import AppConfig


class NewsletterConfig(AppConfig):
    name = "kordon.newsletter"
    label = "newsletter"
    verbose_name = "Kordon newsletter"
    default_auto_field = "django.db.models.BigAutoField"
