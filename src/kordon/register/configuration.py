"""Set Django up inside this process, once, without a settings module."""

from __future__ import annotations

import django
from django.apps import apps
from django.conf import settings

from kordon.domain.errors import RegisterError

APPLICATION = "kordon.register"
APPLICATIONS = [APPLICATION, "kordon.newsletter"]  # each has its tables in databases of its own


def configure() -> None:
    """Make the models usable; does nothing the second time.

    No database is named here: each opened register brings its own, so that a query which forgets to say which
    register it means fails. A program with Django settings of its own must list ``kordon.register`` among
    its applications, otherwise :class:`RegisterError`.
    """
    if not settings.configured:
        settings.configure(
            INSTALLED_APPS=APPLICATIONS,
            USE_TZ=True,
            TIME_ZONE="UTC",
            USE_I18N=False,
            DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
            DATABASES={},
        )
    if not apps.ready:
        django.setup()
    if not apps.is_installed(APPLICATION):
        raise RegisterError(
            f"The Django settings of this program do not list {APPLICATION!r}; add it to INSTALLED_APPS."
        )
