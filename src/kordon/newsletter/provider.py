"""Delivery by a mail backend of Django's, such as a provider's through django-anymail, in the place of SMTP.

The outbox, the letters and all else stay as they are. One message is handed over at a time, so that what is
uncertain stays at one here too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import yaml

from kordon.newsletter.compose import Composer
from kordon.newsletter.errors import NewsletterError
from kordon.newsletter.letters import Letter
from kordon.newsletter.outbox import Copy, Outcome
from kordon.newsletter.settings import Provider, secret
from kordon.newsletter.smtp import Journal


class ProviderTransport:
    """Hands messages to a backend, named by its dotted path."""

    def __init__(
        self, composer: Composer, letters: Callable[[str], Letter], settings: Provider, connection: Any = None
    ) -> None:
        self._composer = composer
        self._letters = letters
        self._connection = connection or _connection(settings)

    def deliver(self, copies: Iterator[Copy | None], journal: Journal) -> None:
        for copy in copies:
            if copy is not None and journal.start(copy.id):
                journal.finish(copy.id, self._sent(copy))

    def close(self) -> None:
        self._connection.close()

    def _sent(self, copy: Copy) -> Outcome:
        message = self.message(copy)
        try:
            count = self._connection.send_messages([message])
        except Exception as error:  # each backend has errors of its own
            return _outcome(error)
        status = getattr(message, "anymail_status", None)
        told = getattr(status, "status", None) or set()
        if told & {"rejected", "invalid", "failed"}:
            return Outcome("refused", "5.1.1" if told & {"invalid"} else "5.0.0")
        return Outcome("sent") if count else Outcome("later", "4.0.0")

    def message(self, copy: Copy) -> Any:
        """The message as Django knows it."""
        from django.core.mail import EmailMultiAlternatives

        settings = self._composer.newsletter.settings
        rendered, fields = self._composer.parts(copy.id, self._letters(copy.letter), copy.row, copy.reader)
        message = EmailMultiAlternatives(
            rendered.subject,
            rendered.text,
            f"{settings.name} <{settings.sender.wire}>",
            [copy.reader.wire],
            headers=dict(fields),
            connection=self._connection,
        )
        message.attach_alternative(rendered.html, "text/html")
        return message


def _outcome(error: Exception) -> Outcome:
    """What an error of a backend means; a network error after the text was handed over leaves it uncertain."""
    name = type(error).__name__
    if name == "AnymailRecipientsRefused":
        return Outcome("refused", "5.1.1")
    number = getattr(error, "status_code", None) or getattr(error, "smtp_code", None)
    if isinstance(number, int):
        return Outcome("refused", str(number)) if number in (400, 422, 550) else Outcome("later", str(number))
    if isinstance(error, ValueError | TypeError | ImportError | AttributeError):
        raise NewsletterError(
            f"The mail backend cannot be used ({name}); see whether 'provider' in the settings is right."
        ) from error
    return Outcome("uncertain", "lost")


def _connection(settings: Provider) -> Any:
    from django.conf import settings as django_settings
    from django.core.mail import get_connection

    given: Mapping[str, Any] = {}
    if settings.settings_file is not None:
        secret(settings.settings_file, "the settings of the provider")  # says so where others may read it
        given = yaml.safe_load(settings.settings_file.read_text("utf-8")) or {}
    django_settings.ANYMAIL = dict(given)
    try:
        return get_connection(settings.backend)
    except Exception as error:
        raise NewsletterError(
            f"The mail backend {settings.backend!r} cannot be opened ({type(error).__name__}); install it (pip "
            "install 'kordon[anymail]'), and see whether its settings are right."
        ) from None
