"""Revisions of the texts of issues."""

# ruff: noqa: RUF012

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("register", "0004_entry")]

    operations = [
        migrations.CreateModel(
            name="Revision",
            fields=[
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                ("key", models.TextField(primary_key=True, serialize=False)),
                ("week", models.TextField()),
                ("area", models.TextField()),
                ("lang", models.TextField()),
                ("payload", models.TextField()),
                ("uses", models.TextField(default="")),
            ],
            options={
                "verbose_name": "revision of a text",
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["week", "area", "lang"], name="revision_of_what")],
            },
        ),
    ]
