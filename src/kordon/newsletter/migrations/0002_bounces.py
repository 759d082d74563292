"""Letters that come back count one issue after another only."""

# ruff: noqa: RUF012

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("newsletter", "0001_readers")]

    operations = [
        migrations.AddField("subscriber", "bounced_before", models.PositiveSmallIntegerField(default=0)),
    ]
