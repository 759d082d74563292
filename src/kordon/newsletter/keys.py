"""The keys that are not in the database: without them, what is in the database says next to nothing.

A generation holds four independent keys of 32 bytes: ``seal`` (AES-256-GCM) hides addresses and choices,
``lookup`` (keyed BLAKE2b) finds an address again, ``receipt`` marks who got which letter, ``sign`` makes links
that nobody else can make. The newest generation is used for whatever is written; all of them are tried for what
is read. A generation that was retired keeps ``sign`` alone: links in old letters go on working, old copies of
the database can no longer be opened.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import os
import secrets
import stat
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from kordon.newsletter.errors import NewsletterError

VARIABLE = "KORDON_NEWSLETTER_KEYS"
FORMAT = "kordon-newsletter-keys/1"
PADDED = 512  # bytes; every sealed value is as long as every other
_SIZE, _NONCE = 32, 12
_PARTS = ("seal", "lookup", "receipt")


@dataclass(frozen=True, slots=True)
class Generation:
    """One set of keys; ``seal``, ``lookup`` and ``receipt`` are empty when it was retired."""

    number: int
    sign: bytes
    seal: bytes = b""
    lookup: bytes = b""
    receipt: bytes = b""

    @property
    def retired(self) -> bool:
        return not self.seal

    def __repr__(self) -> str:  # a key must not get into a log by way of a traceback
        return f"Generation({self.number})"


@dataclass(frozen=True)
class Keys:
    """All generations, newest first."""

    generations: tuple[Generation, ...]

    @property
    def newest(self) -> Generation:
        return self.generations[0]

    @property
    def open(self) -> tuple[Generation, ...]:
        """Those that can still open what was sealed."""
        return tuple(g for g in self.generations if not g.retired)

    @cached_property
    def _ciphers(self) -> Mapping[int, Any]:
        try:
            from cryptography.hazmat.primitives.ciphers.aead import AESGCM
        except ImportError:
            raise NewsletterError("The newsletter needs 'cryptography'; pip install 'kordon[mail]'.") from None
        return {g.number: AESGCM(g.seal) for g in self.open}

    def seal(self, about: str, plain: bytes) -> bytes:
        """Hide ``plain`` (at most 509 bytes); ``about`` is the place that it belongs to, and opens nowhere
        else."""
        if len(plain) > PADDED - 3:
            raise NewsletterError("A value is too long to be sealed; give a shorter address.")
        number = self.newest.number
        nonce = os.urandom(_NONCE)
        padded = len(plain).to_bytes(2, "big") + plain.ljust(PADDED - 2, b"\0")
        sealed: bytes = self._ciphers[number].encrypt(nonce, padded, about.encode())
        return number.to_bytes(2, "big") + nonce + sealed

    def unseal(self, about: str, sealed: bytes) -> bytes:
        """Open what :meth:`seal` hid; raises :class:`NewsletterError` without the key or for a changed value."""
        from cryptography.exceptions import InvalidTag

        number = int.from_bytes(sealed[:2], "big")
        cipher = self._ciphers.get(number)
        if cipher is None:
            raise NewsletterError(
                f"What is stored was sealed with keys of generation {number}, which the key file does not hold; "
                "bring back the key file that belongs to this database."
            )
        try:
            padded: bytes = cipher.decrypt(sealed[2 : 2 + _NONCE], sealed[2 + _NONCE :], about.encode())
        except InvalidTag:
            raise NewsletterError(
                "A stored value does not open with its key: it was changed, or the key file belongs to another "
                "database; bring back the key file that belongs to this one."
            ) from None
        return padded[2 : 2 + int.from_bytes(padded[:2], "big")]

    def sealed_with(self, sealed: bytes) -> int:
        """The number of the generation that a value was sealed with."""
        return int.from_bytes(sealed[:2], "big")

    def finds(self, same: str) -> tuple[str, ...]:
        """Under which keyed hashes an address may be stored, the newest first."""
        return tuple(_hash(g.lookup, same) for g in self.open)

    def receipts(self, letter: str, same: str) -> tuple[str, ...]:
        """How 'this address got this letter' may be marked, the newest first."""
        return tuple(_hash(g.receipt, f"{letter}\n{same}") for g in self.open)

    def tags(self, message: bytes, size: int) -> tuple[bytes, ...]:
        """Signatures of a message by every generation, the newest first."""
        return tuple(hmac.digest(g.sign, message, "sha256")[:size] for g in self.generations)


def _hash(key: bytes, text: str) -> str:
    return hashlib.blake2b(text.encode(), key=key, digest_size=20).hexdigest()


def new_generation(number: int) -> Generation:
    return Generation(number, *(secrets.token_bytes(_SIZE) for _ in range(4)))


def make_keys() -> Keys:
    return Keys((new_generation(1),))


def rotated(keys: Keys) -> Keys:
    """The same with a new generation in front."""
    return Keys((new_generation(keys.newest.number + 1), *keys.generations))


def retired(keys: Keys) -> Keys:
    """The same, all but the newest generation unable to open anything."""
    old = tuple(replace(g, seal=b"", lookup=b"", receipt=b"") for g in keys.generations[1:])
    return Keys((keys.newest, *old))


def write_keys(keys: Keys, path: Path, *, new: bool = False) -> None:
    """Write a key file that only its owner may read; raises :class:`NewsletterError` over an existing one."""
    if new and path.exists():
        raise NewsletterError(
            f"There is a key file at {path} already, and what it seals is lost without it; name another file."
        )
    data = {"format": FORMAT, "generations": [_written(g) for g in keys.generations]}
    beside = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(data, file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise NewsletterError(
            f"The key file {path} cannot be written ({error.strerror}); name a place that can."
        ) from None


def _written(generation: Generation) -> dict[str, Any]:
    parts = {name: getattr(generation, name) for name in ("sign", *_PARTS)}
    return {"number": generation.number} | {n: base64.b64encode(k).decode() for n, k in parts.items() if k}


def read_keys(path: Path | None) -> Keys:
    """Read the key file, or what the environment variable ``KORDON_NEWSLETTER_KEYS`` holds where there is one.

    Raises :class:`NewsletterError`, also for a file that others may read.
    """
    text = os.environ.get(VARIABLE, "")
    if text:
        return _parsed(text, f"the variable {VARIABLE}")
    if path is None:
        raise NewsletterError(
            "The settings name no key file; make one with 'kordon newsletter keys FILE' and name it under 'keys'."
        )
    try:
        with path.open(encoding="utf-8") as file:
            mode = os.fstat(file.fileno()).st_mode
            text = file.read()
    except FileNotFoundError:
        raise NewsletterError(
            f"There is no key file at {path}; make one with 'kordon newsletter keys {path}', or bring back the "
            "one that belongs to the database."
        ) from None
    except (OSError, UnicodeDecodeError):
        raise NewsletterError(f"The key file {path} cannot be read; check the path and who owns it.") from None
    if mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise NewsletterError(f"The key file {path} may be read by others; run 'chmod 600 {path}'.")
    return _parsed(text, f"the key file {path}")


def _parsed(text: str, name: str) -> Keys:
    try:
        data = json.loads(text)
        if data["format"] != FORMAT:
            raise ValueError
        found = tuple(_generation(entry) for entry in data["generations"])
        numbers = [g.number for g in found]
        if not found or found[0].retired or numbers != sorted(set(numbers), reverse=True):
            raise ValueError
    except (ValueError, KeyError, TypeError, AttributeError, binascii.Error):
        raise NewsletterError(
            f"What is in {name} are no keys of a newsletter; bring back a copy of them."
        ) from None
    return Keys(found)


def _generation(entry: Mapping[str, Any]) -> Generation:
    keys = {name: base64.b64decode(entry[name], validate=True) for name in ("sign", *_PARTS) if name in entry}
    if any(len(key) != _SIZE for key in keys.values()) or len(keys) not in (1, 4) or "sign" not in keys:
        raise ValueError
    return Generation(int(entry["number"]), **keys)
