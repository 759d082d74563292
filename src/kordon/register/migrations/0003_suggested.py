"""Suggestions of other coders, and the log of answers to them."""

# ruff: noqa: RUF012

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("register", "0002_decision")]

    operations = [
        migrations.CreateModel(
            name="Suggested",
            fields=[
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                ("key", models.TextField(primary_key=True, serialize=False)),
                ("report_value", models.TextField(db_index=True)),
                ("coder", models.TextField()),
                ("kind", models.TextField()),
                ("payload", models.TextField()),
            ],
            options={
                "verbose_name": "suggestion",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                ("key", models.TextField(unique=True)),
                ("ruling", models.TextField()),
                ("by", models.TextField()),
                ("at", models.DateTimeField()),
                ("why", models.TextField()),
                (
                    "suggested",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="register.suggested",
                    ),
                ),
            ],
            options={
                "verbose_name": "answer to a suggestion",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
    ]
