"""``kordon.newsletter.wsgi:application`` for a WSGI server; ``KORDON_NEWSLETTER`` names the settings' document."""

from __future__ import annotations

import os
from pathlib import Path

from kordon.newsletter.opening import open_newsletter
from kordon.newsletter.settings import read_settings
from kordon.vocabulary import load

_newsletter = open_newsletter(read_settings(Path(os.environ.get("KORDON_NEWSLETTER", "newsletter.yaml"))))

from kordon.newsletter.web.application import application as _make  # noqa: E402  (models need an opened newsletter)

application = _make(_newsletter, load())
