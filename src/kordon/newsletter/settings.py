"""The settings of a newsletter, one YAML document: whose it is, where its pages are, how its mail leaves.

No secret stands in it: keys and passwords are in files of their own, which it names.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from kordon.newsletter.address import Address, read_address
from kordon.newsletter.errors import BadAddress, NewsletterError
from kordon.vocabulary.documents import Document, read_document

SMTP_PASSWORD = "KORDON_SMTP_PASSWORD"
SECURITY = ("starttls", "tls", "none")
UNCERTAIN = ("hold", "resend")
LOOPBACK = ("localhost", "127.0.0.1", "::1")
DEFAULT = "default"  # the throttle of domains that are not named


@dataclass(frozen=True, slots=True)
class Smtp:
    """The server that takes our mail. ``timeout`` in seconds, for each answer of it."""

    host: str = "localhost"
    port: int = 25
    security: str = "starttls"
    user: str = ""
    password_file: Path | None = None
    timeout: float = 300.0
    connections: int = 1
    ca_file: Path | None = None

    def password(self) -> str:
        return os.environ.get(SMTP_PASSWORD, "") or secret(self.password_file, "the password of the mail server")


@dataclass(frozen=True, slots=True)
class Dkim:
    """Who signs: the key file (PEM, RSA or Ed25519) belongs to ``selector._domainkey.domain``."""

    domain: str
    selector: str
    key: Path


@dataclass(frozen=True, slots=True)
class Provider:
    """A mail backend of Django's, such as one of django-anymail, with its settings in a file of their own."""

    backend: str
    settings_file: Path | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """How much may come in: sign-ups an hour from one source, letters a day to one mailbox from the form, sign-ups
    that wait for their letter, and readers who have not confirmed."""

    source_hour: int = 20
    box_day: int = 3
    waiting: int = 20_000
    unconfirmed: int = 50_000


@dataclass(frozen=True, slots=True)
class Settings:
    """``throttle`` is messages a minute by domain of the recipient, and ``default``; none means not throttled."""

    name: str
    sender: Address
    base_url: str
    site_url: str
    database: str
    keys: Path | None
    smtp: Smtp = field(default_factory=Smtp)
    dkim: Dkim | None = None
    provider: Provider | None = None
    limits: Limits = field(default_factory=Limits)
    throttle: Mapping[str, float] = field(default_factory=dict)
    uncertain: str = "hold"
    behind_proxy: bool = False

    @property
    def domain(self) -> str:
        return self.sender.domain

    def mailbox(self, tag: str) -> str:
        """The address of the newsletter with a tag: ``news+unsubscribe-...@example.org``."""
        local = self.sender.wire.rpartition("@")[0]
        return f"{local}+{tag}@{self.domain}"


_PARTS: Mapping[str, Mapping[str, type | tuple[type, ...]]] = {
    "smtp": {
        "host": str, "port": int, "security": str, "user": str, "password_file": Path, "timeout": (int, float),
        "connections": int, "ca_file": Path,
    },
    "dkim": {"domain": str, "selector": str, "key": Path},
    "provider": {"backend": str, "settings_file": Path},
    "limits": {"source_hour": int, "box_day": int, "waiting": int, "unconfirmed": int},
}  # fmt: skip
_REQUIRED = {"dkim": ("domain", "selector", "key"), "provider": ("backend",)}


def read_settings(path: Path) -> Settings:
    """Read the document; raises :class:`kordon.domain.errors.BadDocument` with the line for whatever is wrong."""
    document = read_document(path)
    data = document.data
    optional = ("name", "site_url", "keys", "throttle", "uncertain", "behind_proxy", *_PARTS)
    document.check_keys((), data, ("from", "base_url", "database"), optional)
    parts: dict[str, dict[str, Any]] = {
        name: _part(document, path.parent, name, types) for name, types in _PARTS.items() if name in data
    }
    smtp = Smtp(**parts.get("smtp", {}))
    _check_smtp(document, smtp)
    base_url = _url(document, "base_url")
    return Settings(
        name=_text(document, "name", "Kordon"),
        sender=_sender(document),
        base_url=base_url,
        site_url=_url(document, "site_url") if "site_url" in data else base_url,
        database=_place(path.parent, _text(document, "database")),
        keys=path.parent / _text(document, "keys") if "keys" in data else None,
        smtp=smtp,
        dkim=Dkim(**parts["dkim"]) if "dkim" in parts else None,
        provider=Provider(**parts["provider"]) if "provider" in parts else None,
        limits=Limits(**parts.get("limits", {})),
        throttle=_throttle(document),
        uncertain=_one_of(document, "uncertain", UNCERTAIN),
        behind_proxy=_flag(document, "behind_proxy"),
    )


def secret(path: Path | None, what: str) -> str:
    """The first line of a file that only its owner may read; empty without a file."""
    if path is None:
        return ""
    try:
        with path.open(encoding="utf-8") as file:
            mode = os.fstat(file.fileno()).st_mode
            line = file.readline().strip("\r\n")
    except (OSError, UnicodeDecodeError):
        raise NewsletterError(
            f"The file {path} with {what} cannot be read; check the path and its owner."
        ) from None
    if mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise NewsletterError(f"The file {path} with {what} may be read by others; run 'chmod 600 {path}'.")
    return line


def _place(folder: Path, database: str) -> str:
    return database if "://" in database else str(folder / database)


def _text(document: Document, key: str, otherwise: str = "") -> str:
    value = document.data.get(key, otherwise)
    if not isinstance(value, str) or not value.strip() or not value.isprintable():
        document.complain((key,), f"{key!r} is not a line of text", "write one")
    return value.strip()


def _url(document: Document, key: str) -> str:
    url = _text(document, key).rstrip("/")
    parts = urlsplit(url)
    onion = (parts.hostname or "").endswith(".onion")
    plain_allowed = onion or parts.hostname in LOOPBACK
    if (
        parts.scheme not in ("https", "http")
        or not parts.hostname
        or parts.query
        or parts.fragment
        or not url.isascii()
    ):
        document.complain((key,), f"{url!r} is not an address of pages", "write it as https://news.example.org")
    if parts.scheme == "http" and not plain_allowed:
        document.complain((key,), "the pages would be asked for unencrypted", "write it with https://")
    return url


def _sender(document: Document) -> Address:
    try:
        address = read_address(_text(document, "from"))
    except BadAddress as error:
        document.complain(("from",), f"it is not an address ({error.problem})", "write it as news@example.org")
    if address.international or len(address.wire.rpartition("@")[0]) > 10:
        # news+unsubscribe-TOKEN must fit into the 64 places before the @
        document.complain(
            ("from",), "the part before the @ must be ASCII, ten letters at most", "take a shorter one"
        )
    return address


def _part(document: Document, folder: Path, name: str, types: Mapping[str, Any]) -> dict[str, Any]:
    value = document.data[name]
    document.check_keys((name,), value, _REQUIRED.get(name, ()), tuple(types))
    found: dict[str, Any] = {}
    for key, given in value.items():
        wanted = str if types[key] is Path else types[key]
        right = isinstance(given, wanted) and not isinstance(given, bool)
        if not right or given == "" or (isinstance(given, int | float) and given <= 0):
            document.complain((name, key), f"{key!r} cannot be {given!r}", "write what the guide says")
        found[key] = folder / given if types[key] is Path else given
    return found


def _check_smtp(document: Document, smtp: Smtp) -> None:
    if smtp.security not in SECURITY:
        document.complain(
            ("smtp", "security"), f"there is no security {smtp.security!r}", f"write {', '.join(SECURITY)}"
        )
    if smtp.security == "none" and smtp.host not in LOOPBACK:
        document.complain(
            ("smtp", "security"), "mail would leave this machine unencrypted", "write 'starttls' or 'tls'"
        )
    if smtp.connections > 50:
        document.complain(("smtp", "connections"), "more than 50 connections", "write fewer")


def _throttle(document: Document) -> dict[str, float]:
    value = document.data.get("throttle", {})
    if not isinstance(value, dict):
        document.complain(("throttle",), "it is not a list of domains", "write domain: messages a minute")
    for domain, rate in value.items():
        if isinstance(rate, bool) or not isinstance(rate, int | float) or rate <= 0:
            document.complain(
                ("throttle", str(domain)), f"{rate!r} is no number of messages a minute", "write one"
            )
    return {str(domain).lower(): float(rate) for domain, rate in value.items()}


def _one_of(document: Document, key: str, known: tuple[str, ...]) -> str:
    value = document.data.get(key, known[0])
    if value not in known:
        document.complain((key,), f"{key!r} cannot be {value!r}", f"write {' or '.join(known)}")
    return str(value)


def _flag(document: Document, key: str) -> bool:
    value = document.data.get(key, False)
    if not isinstance(value, bool):
        document.complain((key,), f"{key!r} is yes or no", "write true or false")
    return value
