"""The tables of the newsletter."""

# ruff: noqa: RUF012

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Asked",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("sealed", models.BinaryField()),
                ("day", models.DateField()),
            ],
        ),
        migrations.CreateModel(
            name="Letter",
            fields=[
                ("name", models.TextField(primary_key=True, serialize=False)),
                ("kind", models.TextField()),
                ("day", models.DateField()),
                ("told", models.TextField()),
                ("cursor", models.BigIntegerField(default=-1)),
                ("queued", models.BooleanField(default=False)),
            ],
        ),
        migrations.CreateModel(
            name="Subscriber",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("found_by", models.TextField(unique=True)),
                ("sealed", models.BinaryField()),
                ("generation", models.PositiveIntegerField()),
                ("confirmed", models.BooleanField(default=False)),
                ("asked_on", models.DateField(null=True)),
                ("bounced", models.PositiveSmallIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="Tally",
            fields=[
                ("mark", models.TextField(primary_key=True, serialize=False)),
                ("day", models.DateField(db_index=True)),
                ("count", models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="Delivery",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("mark", models.TextField()),
                ("state", models.TextField(default="queued")),
                ("urgent", models.BooleanField(default=False)),
                ("worker", models.PositiveIntegerField(default=0)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("day", models.DateField()),
                ("note", models.TextField(default="")),
                (
                    "letter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="copies", to="newsletter.letter"
                    ),
                ),
                (
                    "reader",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="letters",
                        to="newsletter.subscriber",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["state", "urgent", "id"], name="outbox_order")],
                "constraints": [models.UniqueConstraint(fields=("letter", "mark"), name="one_copy_a_reader")],
            },
        ),
    ]
