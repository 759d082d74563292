"""What one page is before it is rendered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kordon.site.head import Head


@dataclass(frozen=True, slots=True)
class Page:
    """One page to be written. ``nav`` is the entry of the menu that it belongs to; ``script`` the path of the one
    script that it may run, empty for none."""

    path: str
    template: str
    nav: str
    title: str
    context: Mapping[str, Any]
    head: Head = field(default_factory=Head)
    script: str = ""
