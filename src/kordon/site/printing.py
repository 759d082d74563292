"""Typst, where it is installed: a document and its data to PDF or PNG.

Every word is data to typst, never markup or code. Only the fonts that typst carries are used and no clock is read,
so the same data gives the same bytes on every machine with the same version of typst.
"""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Mapping
from functools import cache
from importlib import metadata
from typing import Any, Literal

from kordon.domain.errors import KordonError

Kind = Literal["pdf", "png"]
CARD_PPI = 144.0  # 600 by 315 points give 1200 by 630 pixels


class NoTypst(KordonError):
    """The optional part that makes PDF is not installed."""


@cache
def available() -> bool:
    """Whether typst is installed."""
    return importlib.util.find_spec("typst") is not None


def notice() -> str:
    """What an export says where it cannot print."""
    return "No PDF and no card was made: typst is not installed; `pip install 'kordon[pdf]'` and export again."


def compiled(template: str, data: Mapping[str, Any], kind: Kind) -> bytes:
    """The document as ``pdf`` or ``png``. Raises :class:`NoTypst` where it cannot be made."""
    if not available():
        raise NoTypst(notice())
    import typst

    told = json.dumps(data, ensure_ascii=False, sort_keys=True)
    made: Any = typst.compile(
        template.encode(),
        format=kind,
        ppi=CARD_PPI,
        sys_inputs={"data": told},
        ignore_system_fonts=True,
        timestamp=0,
    )
    first: bytes = made[0] if isinstance(made, list) else made  # a picture that ran over is told page by page
    return first


@cache
def version() -> str:
    """Which typst prints; empty where there is none."""
    return f"typst {metadata.version('typst')}" if available() else ""
