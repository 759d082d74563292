"""The pages as a WSGI application, for waitress or any other server."""

from __future__ import annotations

import logging
import re
import time
import traceback
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings as django_settings
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.http.response import HttpResponseBase

from kordon.commentary.phrases import Phrases, load_phrases
from kordon.newsletter.letters import SERVICE, Letter, read_letter
from kordon.newsletter.models import Letter as Stored
from kordon.newsletter.opening import Newsletter
from kordon.newsletter.readers import Choice
from kordon.newsletter.sources import Sources
from kordon.newsletter.subscriptions import Subscriptions
from kordon.newsletter.tokens import Purpose, make_token, read_token
from kordon.newsletter.web.pages import Pages
from kordon.newsletter.web.views import METHODS
from kordon.vocabulary import Vocabulary

LONGEST_FORM = 10_000  # bytes
SHOWN = 200  # letters in the list of those that were sent


class Desk:
    """What the views work with."""

    def __init__(self, newsletter: Newsletter, phrases: Phrases, vocabulary: Vocabulary) -> None:
        self.newsletter = newsletter
        self.subscriptions = Subscriptions(newsletter)
        self.pages = Pages(newsletter.settings, phrases, vocabulary)
        self.sources = Sources(newsletter.settings.limits.source_hour, time.monotonic, newsletter.today)

    def told(self, lang: str, choice: Choice) -> str:
        """A choice in the words of the page."""
        from kordon.newsletter.compose import Composer

        return Composer(self.newsletter, self.pages.phrases).choices(choice, lang)

    def leave_link(self, token: str, lang: str) -> str:
        """The page that unsubscribes the reader of a token for choices."""
        keys, today = self.newsletter.keys, self.newsletter.today()
        row = read_token(keys, Purpose.MANAGE, token, today)
        return f"/{lang}/unsubscribe/{make_token(keys, Purpose.UNSUBSCRIBE, row, today)}"

    def sent(self) -> Iterable[tuple[str, Letter]]:
        """Letters to many that are queued to the end, the newest first."""
        kinds = [kind.value for kind in SERVICE]
        rows = Stored.objects.using(self.newsletter.alias).filter(queued=True).exclude(kind__in=kinds)
        with self.newsletter.speaking():
            found = list(rows.order_by("-day", "-name").values_list("name", "told")[:SHOWN])
        return [(name, read_letter(told)) for name, told in found]

    @staticmethod
    def slug(name: str) -> str:
        return re.sub(r"[^A-Za-z0-9.]+", "-", name).strip("-")[:80]


class Application(WSGIHandler):
    """Hands each request to the views with its desk. It sets no cookie, keeps no session and writes no log of
    requests, because paths carry tokens."""

    def __init__(self, newsletter: Newsletter, phrases: Phrases, vocabulary: Vocabulary) -> None:
        _configure()
        super().__init__()
        self._desk = Desk(newsletter, phrases, vocabulary)

    def get_response(self, request: WSGIRequest) -> HttpResponseBase:  # type: ignore[override]
        from kordon.newsletter.web.pages import answer

        if request.method not in METHODS:
            return answer("", "text/plain", 405)
        request.desk = self._desk  # type: ignore[attr-defined]
        return super().get_response(request)


def application(newsletter: Newsletter, vocabulary: Vocabulary, phrases: Phrases | None = None) -> Application:
    return Application(newsletter, phrases or load_own_phrases(vocabulary), vocabulary)


def load_own_phrases(vocabulary: Vocabulary, *folders: Path) -> Phrases:
    """The phrase book with the newsletter's own phrases."""
    return load_phrases(vocabulary, Path(__file__).parent.parent, *folders, indicators={})


def _configure() -> None:
    """What Django's handler wants to know beside the databases."""
    wanted: dict[str, Any] = {
        "ROOT_URLCONF": "kordon.newsletter.web.urls",
        "ALLOWED_HOSTS": ["*"],  # no address is ever made from the Host header
        "MIDDLEWARE": [],
        "APPEND_SLASH": False,
        "DATA_UPLOAD_MAX_MEMORY_SIZE": LONGEST_FORM,
        "DATA_UPLOAD_MAX_NUMBER_FIELDS": 50,
        "DATA_UPLOAD_MAX_NUMBER_FILES": 0,
    }
    for name, value in wanted.items():
        setattr(django_settings, name, value)
    logger = logging.getLogger("django")
    if not any(isinstance(handler, _Discreet) for handler in logger.handlers):
        discreet = _Discreet()
        discreet.setLevel(logging.ERROR)
        logger.handlers = [discreet]
        logger.propagate = False


class _Discreet(logging.StreamHandler):  # type: ignore[type-arg]
    """Tells of an error where it happened, without the path that was asked for or any value."""

    def emit(self, record: logging.LogRecord) -> None:
        if record.exc_info and record.exc_info[0] is not None:
            frames = traceback.extract_tb(record.exc_info[2])
            where = f" at {frames[-1].filename}:{frames[-1].lineno}" if frames else ""
            self.stream.write(f"kordon newsletter: {record.exc_info[0].__name__}{where}\n")
