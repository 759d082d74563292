"""A page of notices and tables as one HTML file: fit to be printed and put before a commission."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from markupsafe import Markup

from kordon.criteria.page import Page
from kordon.site.export import make_environment

HERE = Path(__file__).parent


def paper(page: Page, lang: str) -> str:
    """The page as HTML that needs nothing else: the style stands in it, and no script."""
    style = "\n".join((HERE / name).read_text("utf-8") for name in ("style.css", "paper.css"))
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    template = make_environment().get_template("paper.html")
    return template.render(page=page, lang=lang, style=Markup(style), policy=policy)
