"""What a link or a reply address carries: who it is for (a random number), its day, and a signature.

It holds no address and stands for one purpose: what unsubscribes cannot change choices. 36 letters and digits in
lower case, because the part of a mail address before the @ may lose its capitals on the way and has 64 places.
"""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import hmac
from enum import StrEnum

from kordon.domain.time import Date
from kordon.newsletter.errors import BadToken
from kordon.newsletter.keys import Keys

LENGTH = 36
_TAG = 12
_EPOCH = dt.date(2020, 1, 1)


class Purpose(StrEnum):
    CONFIRM = "confirm"
    MANAGE = "manage"
    UNSUBSCRIBE = "unsubscribe"
    BOUNCE = "bounce"


DAYS: dict[Purpose, int | None] = {
    Purpose.CONFIRM: 7,
    Purpose.MANAGE: 60,
    Purpose.UNSUBSCRIBE: None,  # whoever finds an old letter may still leave
    Purpose.BOUNCE: 28,
}
"""For how many days after its own a token holds."""


def make_token(keys: Keys, purpose: Purpose, reader: int, today: Date) -> str:
    body = reader.to_bytes(8, "big") + (today - _EPOCH).days.to_bytes(2, "big")
    tag = hmac.digest(keys.newest.sign, purpose.encode() + body, "sha256")[:_TAG]
    return base64.b32encode(body + tag).decode().rstrip("=").lower()


def read_token(keys: Keys, purpose: Purpose, token: str, today: Date) -> int:
    """The reader that a token is for; raises :class:`BadToken` with the same words whatever is wrong with it."""
    if len(token) != LENGTH or not token.isascii():
        raise BadToken
    try:
        raw = base64.b32decode(token.upper() + "====")
    except (binascii.Error, ValueError):
        raise BadToken from None
    body, tag = raw[:10], raw[10:]
    right = [hmac.compare_digest(tag, one) for one in keys.tags(purpose.encode() + body, _TAG)]
    age = (today - _EPOCH).days - int.from_bytes(body[8:], "big")
    days = DAYS[purpose]
    if not any(right) or age < -1 or (days is not None and age > days):
        raise BadToken
    return int.from_bytes(body[:8], "big")
