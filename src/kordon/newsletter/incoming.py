"""Mail that comes back: sign-ups where no page works, replies that confirm, bounces and complaints.

One message at a time, as a mail server hands it to a program. What it says is a value (:class:`Incoming`);
acting on it is apart. Nothing of a message is stored. What only a reader may do needs the token that stands in
the address it was sent to; a sign-up needs none, because it is answered by mail.
"""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from email.message import EmailMessage, Message
from email.utils import getaddresses, parseaddr
from enum import StrEnum

from kordon.newsletter.errors import BadAddress, BadToken
from kordon.newsletter.readers import LINKS_ONLY, Choice
from kordon.newsletter.settings import Settings
from kordon.newsletter.subscriptions import Subscriptions
from kordon.newsletter.tokens import LENGTH, Purpose
from kordon.vocabulary import LANGUAGES

LONGEST = 1_000_000  # bytes that are looked at
_STATUS = re.compile(r"\s*([245]\.\d{1,3}\.\d{1,3})\b")
_SIGN_UP = {"subscribe": "", "падпісацца": "be", "падпіска": "be", "подписаться": "ru", "подписка": "ru"}
"""First words of a subject that sign up, each with the language that it is a word of."""
_LEAVE = frozenset({
    "unsubscribe", "forget", "адпісацца", "забыць", "забудзьце", "отписаться", "забыть", "забудьте",
})  # fmt: skip
_FIELDS_OF_RECIPIENT = ("X-Original-To", "Delivered-To", "Envelope-To", "To", "Cc")


class Means(StrEnum):
    """What a message wants."""

    SUBSCRIBE = "subscribe"
    CONFIRM = "confirm"
    UNSUBSCRIBE = "unsubscribe"
    FORGET = "forget"
    LINKS = "links"
    BOUNCE = "bounce"
    COMPLAINT = "complaint"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Incoming:
    """``code`` is the status of a bounce, ``choice`` what a sign-up asks for, ``address`` who writes."""

    means: Means
    token: str = ""
    code: str = ""
    address: str = ""
    choice: Choice | None = None


NOTHING = Incoming(Means.NOTHING)


def read_mail(raw: bytes, settings: Settings, areas: Collection[str]) -> Incoming:
    """What a message wants; ``NOTHING`` for whatever is not meant for us, automatic answers among it."""
    try:
        message = email.message_from_bytes(raw[:LONGEST], policy=email.policy.default)
        assert isinstance(message, EmailMessage)
        return _read(message, settings, areas)
    except Exception:  # the standard library's parser raises whatever comes on some headers that nobody means well
        return NOTHING


def _read(message: EmailMessage, settings: Settings, areas: Collection[str]) -> Incoming:
    purpose, token = _token(message, settings)
    kind = _report_type(message)
    if kind == "feedback-report":
        return _complaint(message, settings, purpose, token)
    if kind == "delivery-status":
        return _bounce(message, token) if purpose == Purpose.BOUNCE else NOTHING
    if _automatic(message):
        return NOTHING
    if purpose in (Means.CONFIRM, Means.UNSUBSCRIBE, Means.FORGET):
        return Incoming(Means(purpose), token)
    return _wanted(message, areas)


def act(incoming: Incoming, subscriptions: Subscriptions) -> bool:
    """Do it; ``False`` where there was nothing to do or the token does not hold. Whoever wrote is not answered,
    except by the letters that a sign-up brings."""
    means, token = incoming.means, incoming.token
    try:
        if incoming.choice is not None:
            subscriptions.ask(incoming.address, incoming.choice)
        elif means is Means.CONFIRM:
            subscriptions.confirm(token)
        elif means is Means.UNSUBSCRIBE:
            subscriptions.unsubscribe(token)
        elif means is Means.FORGET:
            subscriptions.forget(token)
        elif means is Means.BOUNCE:
            subscriptions.bounced(token, incoming.code)
        elif means is Means.COMPLAINT:
            subscriptions.complained(token)
        else:
            return False
    except (BadAddress, BadToken):
        return False
    return True


def _token(message: Message, settings: Settings) -> tuple[str, str]:
    """The purpose and the token in the address that a message was sent to; empty where there is none."""
    local, _, domain = settings.sender.wire.rpartition("@")
    tagged = re.compile(
        rf"{re.escape(local)}\+([a-z]+)-([a-z2-7]{{{LENGTH}}})@{re.escape(domain)}\Z", re.IGNORECASE
    )
    for name in _FIELDS_OF_RECIPIENT:
        for _, address in getaddresses([str(value) for value in message.get_all(name, [])]):
            if found := tagged.match(address.strip()):
                return found[1].lower(), found[2].lower()
    return "", ""


def _report_type(message: EmailMessage) -> str:
    if message.get_content_type() != "multipart/report":
        return ""
    return str(message.get_param("report-type", "") or "").lower()


def _bounce(message: EmailMessage, token: str) -> Incoming:
    """The worst status of the recipients in a DSN (RFC 3464); what is only late is no bounce."""
    codes = []
    for part in _parts(message, "message/delivery-status"):
        for block in part.iter_parts() if part.is_multipart() else ():
            action = str(block.get("Action", "")).strip().lower()
            status = _STATUS.match(str(block.get("Status", "")))
            if action == "failed":
                codes.append(status[1] if status else "5.0.0")
    worst = next((code for code in codes if code.startswith("5")), "")
    return Incoming(Means.BOUNCE, token, worst) if worst else NOTHING


def _complaint(message: EmailMessage, settings: Settings, purpose: str, token: str) -> Incoming:
    """A complaint (RFC 5965): the token stands in the Return-Path or in the headers of our own message in it."""
    if purpose == Purpose.BOUNCE:
        return Incoming(Means.COMPLAINT, token)
    local, _, domain = settings.sender.wire.rpartition("@")
    ours = re.compile(rf"{re.escape(local)}\+bounce-([a-z2-7]{{{LENGTH}}})@{re.escape(domain)}", re.IGNORECASE)
    for kind in ("message/feedback-report", "message/rfc822", "text/rfc822-headers"):
        for part in _parts(message, kind):
            if found := ours.search(part.as_string()):
                return Incoming(Means.COMPLAINT, found[1].lower())
    return NOTHING


def _parts(message: EmailMessage, kind: str) -> Iterator[EmailMessage]:
    for part in message.walk():
        if part.get_content_type() == kind and isinstance(part, EmailMessage):
            yield part


def _automatic(message: EmailMessage) -> bool:
    """Whether a program wrote it, which would answer our answer (RFC 3834)."""
    submitted = str(message.get("Auto-Submitted", "no")).partition(";")[0].strip().lower()
    precedence = str(message.get("Precedence", "")).strip().lower()
    path = str(message.get("Return-Path", "")).strip()
    written_for_many = precedence in ("bulk", "list", "junk", "auto_reply") or "List-Id" in message
    return submitted != "no" or written_for_many or path == "<>"


def _wanted(message: EmailMessage, areas: Collection[str]) -> Incoming:
    """A sign-up by its subject: 'subscribe be security west at-once', or 'падпісацца'."""
    _, address = parseaddr(str(message.get("From", "")))
    words = re.findall(r"[a-zа-яёіў-]+", str(message.get("Subject", "")).lower())[:20]
    if not address or not words:
        return NOTHING
    if words[0] in _LEAVE:  # a sender is easily forged: the links are sent, to be used
        return Incoming(Means.LINKS, address=address, choice=LINKS_ONLY)
    if words[0] not in _SIGN_UP:
        return NOTHING
    said = next((word for word in words[1:] if word in LANGUAGES), _SIGN_UP[words[0]])
    chosen = tuple(area for area in areas if area in words[1:])
    return Incoming(
        Means.SUBSCRIBE, address=address, choice=Choice(said or _tongue(message), chosen, "at-once" in words)
    )


def _tongue(message: EmailMessage) -> str:
    """The language that the writer's program says it writes in, of those there are."""
    said = str(message.get("Content-Language", "") or message.get("Accept-Language", "")).lower()[:2]
    return said if said in LANGUAGES else LANGUAGES[0]
