"""Django settings, for commands that want a settings module: ``django-admin migrate --settings
kordon.register.settings``. ``KORDON_REGISTER`` names the register: a path or a ``postgresql://`` address.

Programs that call :func:`kordon.register.open_register` need no settings at all.
"""

from __future__ import annotations

import os

from kordon.register.address import parse

INSTALLED_APPS = ["kordon.register"]
USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = False
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SECRET_KEY = os.environ.get("KORDON_SECRET_KEY", "")  # the register signs nothing
DATABASES = {"default": parse(os.environ.get("KORDON_REGISTER", "kordon.sqlite3")).database}
