"""The log of decisions about events."""

# ruff: noqa: RUF012

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("register", "0001_record")]

    operations = [
        migrations.CreateModel(
            name="Decision",
            fields=[
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                ("key", models.TextField(unique=True)),
                ("act", models.TextField()),
                ("by", models.TextField()),
                ("at", models.DateTimeField()),
                ("why", models.TextField()),
                ("incidents", models.TextField(default="")),
                ("status", models.TextField(default="")),
                (
                    "undoes",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="undone_by",
                        to="register.decision",
                    ),
                ),
            ],
            options={
                "verbose_name": "decision",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
    ]
