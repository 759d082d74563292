"""All tables of the record."""

# ruff: noqa: RUF012

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Run",
            fields=[
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                ("command", models.TextField()),
                ("version", models.TextField()),
                ("parameters", models.TextField()),
            ],
            options={
                "verbose_name": "run",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="RunEnd",
            fields=[
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                (
                    "run",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="end",
                        serialize=False,
                        to="register.run",
                    ),
                ),
                ("outcome", models.TextField()),
                ("completed", models.BooleanField()),
                ("scope", models.TextField()),
                ("counts", models.TextField()),
            ],
            options={
                "verbose_name": "end of a run",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Rejection",
            fields=[
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                ("key", models.TextField(primary_key=True, serialize=False)),
                (
                    "run",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rejections",
                        to="register.run",
                    ),
                ),
                ("file", models.TextField()),
                ("place", models.TextField()),
                ("problem", models.TextField()),
                ("remedy", models.TextField()),
                ("sentence", models.TextField()),
            ],
            options={
                "verbose_name": "rejection",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                ("key", models.TextField(primary_key=True, serialize=False)),
                ("lineage", models.TextField()),
                ("version", models.PositiveIntegerField()),
                (
                    "supersedes",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="register.report",
                    ),
                ),
                ("value_id", models.TextField(db_index=True)),
                ("digest", models.TextField()),
                ("payload", models.TextField()),
                ("uses", models.TextField(default="")),
                ("text", models.TextField()),
                ("lang", models.TextField()),
                ("source", models.TextField(db_index=True)),
                ("kind", models.TextField()),
                ("published_at", models.DateField(db_index=True, null=True)),
                ("published_basis", models.TextField()),
            ],
            options={
                "verbose_name": "report",
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(fields=("lineage", "version"), name="report_one_row_a_version")
                ],
            },
        ),
        migrations.CreateModel(
            name="Coding",
            fields=[
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                ("key", models.TextField(primary_key=True, serialize=False)),
                ("lineage", models.TextField()),
                ("version", models.PositiveIntegerField()),
                (
                    "supersedes",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="register.coding",
                    ),
                ),
                ("value_id", models.TextField(db_index=True)),
                ("digest", models.TextField()),
                ("payload", models.TextField()),
                ("uses", models.TextField(default="")),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="codings", to="register.report"
                    ),
                ),
                ("items", models.PositiveIntegerField()),
            ],
            options={
                "verbose_name": "coding",
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(fields=("lineage", "version"), name="coding_one_row_a_version")
                ],
            },
        ),
        migrations.CreateModel(
            name="Header",
            fields=[
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                ("key", models.TextField(primary_key=True, serialize=False)),
                (
                    "coding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="register.coding",
                    ),
                ),
                ("value_id", models.TextField(db_index=True)),
                ("position", models.PositiveIntegerField()),
                ("kind", models.TextField()),
                ("border", models.TextField(default="")),
                ("start", models.DateField(null=True)),
                ("end", models.DateField(null=True)),
                ("modality", models.TextField(default="")),
                ("published_at", models.DateField(null=True)),
                ("payload", models.TextField()),
            ],
            options={
                "verbose_name": "header of a commentary",
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["border", "kind", "start", "end"], name="header_where_when"),
                    models.Index(fields=["modality", "published_at"], name="header_known"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("coding", "value_id"), name="header_once_a_coding")
                ],
            },
        ),
        migrations.CreateModel(
            name="Incident",
            fields=[
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                ("key", models.TextField(primary_key=True, serialize=False)),
                (
                    "coding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="register.coding",
                    ),
                ),
                ("value_id", models.TextField(db_index=True)),
                ("position", models.PositiveIntegerField()),
                ("kind", models.TextField()),
                ("border", models.TextField(default="")),
                ("start", models.DateField(null=True)),
                ("end", models.DateField(null=True)),
                ("modality", models.TextField(default="")),
                ("published_at", models.DateField(null=True)),
                ("payload", models.TextField()),
            ],
            options={
                "verbose_name": "incident",
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["border", "kind", "start", "end"], name="incident_where_when"),
                    models.Index(fields=["modality", "published_at"], name="incident_known"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("coding", "value_id"), name="incident_once_a_coding")
                ],
            },
        ),
        migrations.CreateModel(
            name="Figure",
            fields=[
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                ("key", models.TextField(primary_key=True, serialize=False)),
                (
                    "coding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="register.coding",
                    ),
                ),
                ("value_id", models.TextField(db_index=True)),
                ("position", models.PositiveIntegerField()),
                ("kind", models.TextField()),
                ("border", models.TextField(default="")),
                ("start", models.DateField(null=True)),
                ("end", models.DateField(null=True)),
                ("modality", models.TextField(default="")),
                ("published_at", models.DateField(null=True)),
                ("payload", models.TextField()),
            ],
            options={
                "verbose_name": "figure",
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["border", "kind", "start", "end"], name="figure_where_when"),
                    models.Index(fields=["modality", "published_at"], name="figure_known"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("coding", "value_id"), name="figure_once_a_coding")
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportedMeasure",
            fields=[
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                ("key", models.TextField(primary_key=True, serialize=False)),
                (
                    "coding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="register.coding",
                    ),
                ),
                ("value_id", models.TextField(db_index=True)),
                ("position", models.PositiveIntegerField()),
                ("kind", models.TextField()),
                ("border", models.TextField(default="")),
                ("start", models.DateField(null=True)),
                ("end", models.DateField(null=True)),
                ("modality", models.TextField(default="")),
                ("published_at", models.DateField(null=True)),
                ("payload", models.TextField()),
            ],
            options={
                "verbose_name": "reported measure",
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["border", "kind", "start", "end"], name="reportedmeasure_where_when"),
                    models.Index(fields=["modality", "published_at"], name="reportedmeasure_known"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("coding", "value_id"), name="reportedmeasure_once_a_coding")
                ],
            },
        ),
        migrations.CreateModel(
            name="Signal",
            fields=[
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                ("key", models.TextField(primary_key=True, serialize=False)),
                (
                    "coding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="register.coding",
                    ),
                ),
                ("value_id", models.TextField(db_index=True)),
                ("position", models.PositiveIntegerField()),
                ("kind", models.TextField()),
                ("border", models.TextField(default="")),
                ("start", models.DateField(null=True)),
                ("end", models.DateField(null=True)),
                ("modality", models.TextField(default="")),
                ("published_at", models.DateField(null=True)),
                ("payload", models.TextField()),
            ],
            options={
                "verbose_name": "signal",
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["border", "kind", "start", "end"], name="signal_where_when"),
                    models.Index(fields=["modality", "published_at"], name="signal_known"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("coding", "value_id"), name="signal_once_a_coding")
                ],
            },
        ),
        migrations.CreateModel(
            name="Composition",
            fields=[
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                ("key", models.TextField(primary_key=True, serialize=False)),
                (
                    "coding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="register.coding",
                    ),
                ),
                ("value_id", models.TextField(db_index=True)),
                ("position", models.PositiveIntegerField()),
                ("kind", models.TextField()),
                ("border", models.TextField(default="")),
                ("start", models.DateField(null=True)),
                ("end", models.DateField(null=True)),
                ("modality", models.TextField(default="")),
                ("published_at", models.DateField(null=True)),
                ("payload", models.TextField()),
            ],
            options={
                "verbose_name": "composition",
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["border", "kind", "start", "end"], name="composition_where_when"),
                    models.Index(fields=["modality", "published_at"], name="composition_known"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("coding", "value_id"), name="composition_once_a_coding")
                ],
            },
        ),
        migrations.CreateModel(
            name="Judgement",
            fields=[
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                ("key", models.TextField(primary_key=True, serialize=False)),
                (
                    "coding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="register.coding",
                    ),
                ),
                ("value_id", models.TextField(db_index=True)),
                ("position", models.PositiveIntegerField()),
                ("kind", models.TextField()),
                ("border", models.TextField(default="")),
                ("start", models.DateField(null=True)),
                ("end", models.DateField(null=True)),
                ("modality", models.TextField(default="")),
                ("published_at", models.DateField(null=True)),
                ("payload", models.TextField()),
            ],
            options={
                "verbose_name": "judgement",
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["border", "kind", "start", "end"], name="judgement_where_when"),
                    models.Index(fields=["modality", "published_at"], name="judgement_known"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("coding", "value_id"), name="judgement_once_a_coding")
                ],
            },
        ),
        migrations.CreateModel(
            name="Rung",
            fields=[
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                ("key", models.TextField(primary_key=True, serialize=False)),
                (
                    "coding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="register.coding",
                    ),
                ),
                ("value_id", models.TextField(db_index=True)),
                ("position", models.PositiveIntegerField()),
                ("kind", models.TextField()),
                ("border", models.TextField(default="")),
                ("start", models.DateField(null=True)),
                ("end", models.DateField(null=True)),
                ("modality", models.TextField(default="")),
                ("published_at", models.DateField(null=True)),
                ("payload", models.TextField()),
            ],
            options={
                "verbose_name": "rung",
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["border", "kind", "start", "end"], name="rung_where_when"),
                    models.Index(fields=["modality", "published_at"], name="rung_known"),
                ],
                "constraints": [models.UniqueConstraint(fields=("coding", "value_id"), name="rung_once_a_coding")],
            },
        ),
        migrations.CreateModel(
            name="Document",
            fields=[
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                ("key", models.TextField(primary_key=True, serialize=False)),
                ("kind", models.TextField(db_index=True)),
                ("hash", models.TextField(db_index=True)),
                ("name", models.TextField()),
                ("text", models.TextField()),
            ],
            options={
                "verbose_name": "document",
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Reference",
            fields=[
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                ("key", models.TextField(primary_key=True, serialize=False)),
                ("lineage", models.TextField()),
                ("version", models.PositiveIntegerField()),
                (
                    "supersedes",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="register.reference",
                    ),
                ),
                ("value_id", models.TextField(db_index=True)),
                ("digest", models.TextField()),
                ("payload", models.TextField()),
                ("uses", models.TextField(default="")),
                ("kind", models.TextField(db_index=True)),
            ],
            options={
                "verbose_name": "reference row",
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(fields=("lineage", "version"), name="reference_one_row_a_version")
                ],
            },
        ),
        migrations.CreateModel(
            name="Measure",
            fields=[
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                ("key", models.TextField(primary_key=True, serialize=False)),
                ("lineage", models.TextField()),
                ("version", models.PositiveIntegerField()),
                (
                    "supersedes",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="register.measure",
                    ),
                ),
                ("value_id", models.TextField(db_index=True)),
                ("digest", models.TextField()),
                ("payload", models.TextField()),
                ("uses", models.TextField(default="")),
                ("kind", models.TextField(db_index=True)),
                ("status", models.TextField()),
                ("known_from", models.DateField(db_index=True, null=True)),
            ],
            options={
                "verbose_name": "measure",
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(fields=("lineage", "version"), name="measure_one_row_a_version")
                ],
            },
        ),
        migrations.CreateModel(
            name="WeekCount",
            fields=[
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                ("key", models.TextField(primary_key=True, serialize=False)),
                ("lineage", models.TextField()),
                ("version", models.PositiveIntegerField()),
                (
                    "supersedes",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="register.weekcount",
                    ),
                ),
                ("value_id", models.TextField(db_index=True)),
                ("digest", models.TextField()),
                ("payload", models.TextField()),
                ("uses", models.TextField(default="")),
                ("week", models.TextField()),
                ("as_of", models.DateField()),
                ("border", models.TextField()),
                ("basis", models.TextField()),
            ],
            options={
                "verbose_name": "weekly count",
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["as_of", "border", "week"], name="count_where_when")],
                "constraints": [
                    models.UniqueConstraint(fields=("lineage", "version"), name="weekcount_one_row_a_version")
                ],
            },
        ),
        migrations.CreateModel(
            name="Reading",
            fields=[
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                ("key", models.TextField(primary_key=True, serialize=False)),
                ("lineage", models.TextField()),
                ("version", models.PositiveIntegerField()),
                (
                    "supersedes",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="register.reading",
                    ),
                ),
                ("value_id", models.TextField(db_index=True)),
                ("digest", models.TextField()),
                ("payload", models.TextField()),
                ("uses", models.TextField(default="")),
                ("week", models.TextField()),
                ("as_of", models.DateField()),
                ("indicator", models.TextField()),
                ("border", models.TextField()),
            ],
            options={
                "verbose_name": "reading",
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["as_of", "border", "week"], name="reading_where_when")],
                "constraints": [
                    models.UniqueConstraint(fields=("lineage", "version"), name="reading_one_row_a_version")
                ],
            },
        ),
        migrations.CreateModel(
            name="Assessment",
            fields=[
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                ("key", models.TextField(primary_key=True, serialize=False)),
                ("lineage", models.TextField()),
                ("version", models.PositiveIntegerField()),
                (
                    "supersedes",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="register.assessment",
                    ),
                ),
                ("value_id", models.TextField(db_index=True)),
                ("digest", models.TextField()),
                ("payload", models.TextField()),
                ("uses", models.TextField(default="")),
                ("week", models.TextField()),
                ("as_of", models.DateField()),
                ("border", models.TextField()),
                ("criteria", models.TextField()),
                ("level", models.TextField()),
                ("trend", models.TextField()),
            ],
            options={
                "verbose_name": "assessment",
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["as_of", "border", "week"], name="assessment_where_when")],
                "constraints": [
                    models.UniqueConstraint(fields=("lineage", "version"), name="assessment_one_row_a_version")
                ],
            },
        ),
        migrations.CreateModel(
            name="Proposal",
            fields=[
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                ("key", models.TextField(primary_key=True, serialize=False)),
                ("lineage", models.TextField()),
                ("version", models.PositiveIntegerField()),
                (
                    "supersedes",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="register.proposal",
                    ),
                ),
                ("value_id", models.TextField(db_index=True)),
                ("digest", models.TextField()),
                ("payload", models.TextField()),
                ("uses", models.TextField(default="")),
                ("week", models.TextField()),
                ("as_of", models.DateField()),
                ("border", models.TextField()),
                ("assessment", models.TextField(db_index=True)),
                ("ladder", models.TextField()),
            ],
            options={
                "verbose_name": "proposal",
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["as_of", "border", "week"], name="proposal_where_when")],
                "constraints": [
                    models.UniqueConstraint(fields=("lineage", "version"), name="proposal_one_row_a_version")
                ],
            },
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                ("key", models.TextField(primary_key=True, serialize=False)),
                ("lineage", models.TextField()),
                ("version", models.PositiveIntegerField()),
                (
                    "supersedes",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="register.draft",
                    ),
                ),
                ("value_id", models.TextField(db_index=True)),
                ("digest", models.TextField()),
                ("payload", models.TextField()),
                ("uses", models.TextField(default="")),
                ("week", models.TextField()),
                ("as_of", models.DateField()),
                ("area", models.TextField()),
                ("lang", models.TextField()),
                ("trend", models.TextField()),
            ],
            options={
                "verbose_name": "draft",
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["as_of", "area", "week", "lang"], name="draft_where_when")],
                "constraints": [
                    models.UniqueConstraint(fields=("lineage", "version"), name="draft_one_row_a_version")
                ],
            },
        ),
    ]
