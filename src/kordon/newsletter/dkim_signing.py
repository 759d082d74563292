"""DKIM signatures (RFC 6376): dkimpy puts fields into their canonical form and order, cryptography signs.

dkimpy's own RSA is pure Python and parses the key for every message; a hundred thousand of them would take a
quarter of an hour for that alone.
"""

from __future__ import annotations

import base64
import hashlib
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from kordon.newsletter.errors import NewsletterError
from kordon.newsletter.settings import Dkim, secret

SIGNED = (
    b"from", b"to", b"subject", b"date", b"message-id", b"mime-version", b"content-type", b"reply-to", b"list-id",
    b"list-unsubscribe", b"list-unsubscribe-post",
)  # fmt: skip
"""Fields that are signed where a message has them; ``from`` twice, so that a second one cannot be added."""


class Signer:
    """Signs messages of one domain with one key; relaxed headers, simple body."""

    def __init__(self, settings: Dkim) -> None:
        try:
            from dkim.canonicalization import CanonicalizationPolicy
        except ImportError:
            raise NewsletterError(
                "DKIM needs 'dkimpy'; pip install 'kordon[mail]', or leave 'dkim' out."
            ) from None
        self._policy = CanonicalizationPolicy.from_c_value(b"relaxed/simple")
        self._algorithm, self._sign = _key(settings.key)
        self._domain, self._selector = settings.domain.encode("idna"), settings.selector.encode()

    def header(self, fields: Sequence[tuple[bytes, bytes]], body: bytes) -> bytes:
        """The ``DKIM-Signature`` field, CRLF included; ``fields`` as (name, value without line end)."""
        names = [name.lower() for name, _ in fields]
        signed = [name for name in SIGNED if name in names]
        canonical = dict(self._policy.canonicalize_headers(list(fields)))
        hashed = base64.b64encode(hashlib.sha256(self._policy.canonicalize_body(body)).digest())
        tags = b"; ".join([
            b"v=1", b"a=" + self._algorithm, b"c=relaxed/simple", b"d=" + self._domain, b"s=" + self._selector,
            b"t=%d" % time.time(), b"h=" + b":".join([*signed, b"from"]), b"bh=" + hashed, b"b=",
        ])  # fmt: skip
        folded = tags.replace(b"; h=", b";\r\n h=").replace(b"; bh=", b";\r\n bh=").replace(b"; b=", b";\r\n b=")
        own = dict(self._policy.canonicalize_headers([(b"DKIM-Signature", b" " + folded)]))
        what = b"".join(name + b":" + canonical[name] for name in signed)
        what += b"dkim-signature:" + own[b"dkim-signature"].rstrip(b"\r\n")
        signature = base64.b64encode(self._sign(what))
        lines = [signature[n : n + 72] for n in range(0, len(signature), 72)]
        return b"DKIM-Signature: " + folded + b"\r\n ".join(lines) + b"\r\n"


def _key(path: Path) -> tuple[bytes, Callable[[bytes], bytes]]:
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ed25519, padding, rsa

    secret(path, "the DKIM key")  # says so where others may read it
    try:
        key: Any = serialization.load_pem_private_key(path.read_bytes(), None)
    except (OSError, ValueError, TypeError):
        raise NewsletterError(
            f"The DKIM key {path} cannot be read; make one with 'openssl genrsa -out {path} 2048'."
        ) from None
    if isinstance(key, rsa.RSAPrivateKey):
        scheme, digest = padding.PKCS1v15(), hashes.SHA256()
        return b"rsa-sha256", lambda what: key.sign(what, scheme, digest)
    if isinstance(key, ed25519.Ed25519PrivateKey):
        return b"ed25519-sha256", lambda what: key.sign(hashlib.sha256(what).digest())
    raise NewsletterError(f"The DKIM key {path} is neither RSA nor Ed25519; make one of these.")
