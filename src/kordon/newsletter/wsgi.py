"""``kordon.newsletter.wsgi:application`` for a WSGI server; ``KORDON_NEWSLETTER`` names the settings' document."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

StartResponse = Callable[..., Any]


def application(environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
    """Open the newsletter with the first request, and answer."""
    return _opened()(environ, start_response)


@lru_cache(1)
def _opened() -> Callable[[dict[str, Any], StartResponse], Iterable[bytes]]:
    from kordon.newsletter.opening import open_newsletter
    from kordon.newsletter.settings import read_settings
    from kordon.vocabulary import load

    opened = open_newsletter(read_settings(Path(os.environ.get("KORDON_NEWSLETTER", "newsletter.yaml"))))
    from kordon.newsletter.web.application import application as make

    return make(opened, load())
