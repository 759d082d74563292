"""The few shapes that charts and maps are drawn with, as text; numbers to one decimal, words escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from markupsafe import Markup, escape

from kordon.site.safe import line

Point = tuple[float, float]


def num(value: float) -> str:
    """One decimal, without a trailing zero and without a negative zero."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def path(points: Sequence[Point], *, close: bool = False) -> str:
    """Path data through the points, relative steps: shorter than absolute ones."""
    if not points:
        return ""
    tenths = [(round(x * 10), round(y * 10)) for x, y in points]
    parts = [f"M{num(tenths[0][0] / 10)} {num(tenths[0][1] / 10)}"]
    for (x0, y0), (x1, y1) in pairwise(tenths):
        if (x0, y0) != (x1, y1):
            step = f"{num((x1 - x0) / 10)} {num((y1 - y0) / 10)}".replace(" -", "-")
            parts.append(step if parts[1:] and step.startswith("-") else f"{' ' if parts[1:] else 'l'}{step}")
    return "".join(parts) + ("z" if close else "")


def attributes(**values: object) -> str:
    """`` name="value"`` for each value that is not None; ``class_`` is written ``class``, ``_`` as ``-``."""
    return "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(num(v) if isinstance(v, float) else v)}"'
        for name, v in values.items()
        if v is not None
    )


def tag(name: str, **values: object) -> str:
    return f"<{name}{attributes(**values)}/>"


def text(x: float, y: float, words: str, **values: object) -> str:
    return f"<text{attributes(x=float(x), y=float(y), **values)}>{escape(line(words))}</text>"


def picture(
    width: float, height: float, parts: Iterable[str], *, name: str, title: str, desc: str, kind: str
) -> Markup:
    """An ``<svg>`` told as one image. ``name`` must be unique on the page; ``desc`` may be empty."""
    name = str(escape(name))
    told = f'<title id="{name}-t">{escape(line(title))}</title>'
    named = f"{name}-t"
    if desc:
        told += f'<desc id="{name}-d">{escape(line(desc))}</desc>'
        named += f" {name}-d"
    head = (
        f'<svg class="{escape(kind)}" viewBox="0 0 {num(width)} {num(height)}" role="img" '
        f'aria-labelledby="{named}">{told}'
    )
    return Markup(head + "".join(parts) + "</svg>")
