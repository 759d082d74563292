"""A reader's mail address: what is written to, and what two spellings of it share."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from kordon.newsletter.errors import BadAddress, NewsletterError

LONGEST = 254  # bytes; RFC 5321 allows a path of 256 with its brackets
_PARTS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Address:
    """``wire`` is what a server is told (the domain in ASCII), ``same`` what spellings of one address share,
    ``box`` what its tagged forms (``reader+tag@``) share. ``international`` means that the server must know
    SMTPUTF8."""

    wire: str
    box: str
    international: bool

    @property
    def same(self) -> str:
        return self.wire.lower()  # casefold would take one address for another: ß and ss

    @property
    def domain(self) -> str:
        return self.wire.rpartition("@")[2]


def read_address(text: str) -> Address:
    """Read what somebody typed; raises :class:`BadAddress`.

    Refused are quoted local parts, domain literals, control and invisible characters, letters in compatibility
    forms, and a part that mixes scripts, as a look-alike of another address does. An address that is written in
    one script throughout is what it says it is; no two addresses are ever taken for one because they look alike.
    """
    try:
        from email_validator import EmailNotValidError, validate_email
    except ImportError:
        raise NewsletterError("The newsletter needs 'email-validator'; pip install 'kordon[mail]'.") from None
    plain = unicodedata.normalize("NFC", text.strip(" \t\r\n"))
    if not plain:
        raise BadAddress("empty", "it is empty", "write one, such as reader@example.org")
    if len(plain.encode()) > LONGEST:
        raise BadAddress("long", f"it is longer than {LONGEST} bytes", "give a shorter one")
    if any(unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp", "Cs", "Co", "Cn") for c in plain):
        raise BadAddress("unseen", "it holds a control or an invisible character", "type it anew")
    if unicodedata.normalize("NFKC", plain) != plain or any(
        _scripts(part) > 1 for part in re.split(r"[@.]", plain)
    ):
        raise BadAddress(
            "mixed", "it mixes letters of several scripts, or letters that look like others", "type it anew"
        )
    try:
        found = validate_email(plain, check_deliverability=False, strict=True)
    except EmailNotValidError:  # its words may quote the address
        raise BadAddress(
            "wrong", "it is not a mail address that can be written to", "write it as reader@example.org"
        ) from None
    domain = str(found.ascii_domain).lower()
    if any(_scripts(part) > 1 for part in str(found.domain).split(".")):
        raise BadAddress("mixed", "its domain mixes letters of several scripts", "type it anew")
    local = str(found.local_part)
    folded = local.lower()
    return Address(
        wire=f"{local}@{domain}",
        box=f"{folded.partition('+')[0] or folded}@{domain}",
        international=not local.isascii(),
    )


def _scripts(part: str) -> int:
    """In how many scripts the letters of a part are written."""
    letters = {c for word in _PARTS.findall(part) for c in word}
    return len({unicodedata.name(c, "?").partition(" ")[0] for c in letters})
