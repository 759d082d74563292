"""The record of what people did, chained row to row."""

# ruff: noqa: RUF012

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("register", "0003_suggested")]

    operations = [
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                ("number", models.PositiveBigIntegerField(primary_key=True, serialize=False)),
                ("key", models.TextField(unique=True)),
                ("process", models.TextField()),
                ("rules", models.TextField()),
                ("subject", models.TextField()),
                ("does", models.TextField()),
                ("by", models.TextField()),
                ("roles", models.TextField()),
                ("at", models.DateTimeField()),
                ("why", models.TextField()),
                ("evidence", models.TextField()),
                ("data", models.TextField()),
                ("previous", models.TextField(unique=True)),
                ("hash", models.TextField(unique=True)),
            ],
            options={
                "verbose_name": "entry of the record",
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["process", "subject"], name="entry_of_what")],
            },
        ),
    ]
