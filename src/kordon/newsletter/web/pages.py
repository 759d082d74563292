"""What the pages show: templates, phrases, and the headers that every answer carries."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from django.http import HttpResponse

from kordon.commentary.phrases import Phrases
from kordon.newsletter.rendering import environment
from kordon.newsletter.settings import Settings
from kordon.vocabulary import LANGUAGES, Vocabulary

_POLICY = (
    "default-src 'none'; style-src {style}; img-src data:; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": _POLICY.format(style="'self'"),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}
LETTER_POLICY = _POLICY.format(style="'unsafe-inline'")


class Pages:
    """Makes pages in the language of the reader."""

    def __init__(self, settings: Settings, phrases: Phrases, vocabulary: Vocabulary) -> None:
        self.settings = settings
        self.phrases = phrases
        self.areas = tuple(vocabulary["areas"])

    def page(
        self, lang: str, template: str, title: str, *, status: int = 200, path: str = "", **shown: Any
    ) -> HttpResponse:
        """One page; ``path`` is where the same page is in another language, behind the language."""
        settings, phrases = self.settings, self.phrases

        def say(key: str, **values: object) -> str:
            return phrases.say(lang, key, **values)

        context: Mapping[str, Any] = {
            "lang": lang,
            "t": say,
            "title": say(title),
            "name": settings.name,
            "names": {code: phrases.say(code, "site-language-name") for code in LANGUAGES},
            "path": path,
            "back": f"{settings.site_url}/{lang}/index.html",
            "areas": {area: phrases.label(lang, "area", area) for area in self.areas},
            "mailbox": settings.sender.wire,
            **shown,
        }
        text = environment().get_template(f"page/{template}.html").render(context)
        return answer(text, "text/html; charset=utf-8", status)

    def style(self) -> HttpResponse:
        """The site's own style sheet with what forms need beside it."""
        site = files("kordon.site").joinpath("style.css").read_text("utf-8")
        own = files("kordon.newsletter").joinpath("templates/page/form.css").read_text("utf-8")
        response = answer(site + own, "text/css; charset=utf-8")
        response["Cache-Control"] = "max-age=3600"
        return response


def answer(text: str, kind: str, status: int = 200) -> HttpResponse:
    response = HttpResponse(text, content_type=kind, status=status)
    for name, value in HEADERS.items():
        response[name] = value
    return response


def goes_to(path: str) -> HttpResponse:
    """'See other': what was sent is not sent again when the page is loaded anew."""
    response = answer("", "text/plain", 303)
    response["Location"] = path
    return response
