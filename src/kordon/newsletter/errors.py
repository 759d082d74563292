"""What can go wrong with the newsletter; each message is a full sentence and holds no reader's address."""

from __future__ import annotations

from kordon.domain.errors import InputError, RegisterError


class NewsletterError(RegisterError):
    """The list of readers, its keys, its settings or the mail server cannot be used."""


class BadAddress(InputError):
    """A mail address that no letter can be sent to. ``why`` names the reason for a page in another language."""

    def __init__(self, why: str, problem: str, remedy: str) -> None:
        self.why = why
        super().__init__("The address", "", problem, remedy)


class BadToken(InputError):
    """A link or a reply address that was not made here, has expired, or was changed on its way."""

    def __init__(self, problem: str = "it was not made here, was changed, or has expired") -> None:
        super().__init__("The link", "", problem, "ask for a new one by signing up again")
