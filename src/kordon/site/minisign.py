"""Keys and signatures in the form of minisign, so that anybody can check a site with that tool alone.

The form is published at https://jedisct1.github.io/minisign/: Ed25519 (RFC 8032) over the BLAKE2b-512 hash of
the file, and a second signature over the first and its trusted comment. A secret key may be kept under a
passphrase, with scrypt by libsodium's choice of parameters. All numbers in the files are little-endian.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import os
import struct
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kordon.domain.errors import InputError

HASHED, PURE = b"ED", b"Ed"  # over the hash of a file, as all new signatures are; over the file itself
CHECKSUM, SCRYPT, BARE = b"B2", b"Sc", b"\0\0"
OPERATIONS, MEMORY = 1 << 22, 1 << 27  # 128 MiB and about half a second for a passphrase
MOST_MEMORY = 1 << 30  # what a key that minisign made asks for
LARGEST = 4096  # bytes of a key or signature file
SECRET = struct.Struct("<2s2s2s32sQQ104s")
COMMENT, TRUSTED = "untrusted comment: ", "trusted comment: "


class BadKey(InputError):
    """A file that is no key, or a passphrase that does not open it."""


class BadSignature(InputError):
    """A signature that is none, is by another key, or does not fit what it is said to sign."""


@dataclass(frozen=True, slots=True)
class PublicKey:
    """``id`` is the 8 bytes that a key calls itself by: it tells keys apart and proves nothing."""

    id: bytes
    key: bytes

    @property
    def name(self) -> str:
        """The id as minisign writes it."""
        return self.id[::-1].hex().upper()

    @property
    def short(self) -> str:
        """The key on one line, as ``minisign -P`` takes it."""
        return base64.b64encode(PURE + self.id + self.key).decode()

    def text(self) -> str:
        """The key as a file."""
        return f"{COMMENT}minisign public key {self.name}\n{self.short}\n"


@dataclass(frozen=True, slots=True)
class SecretKey:
    """An Ed25519 key with its id; never shown."""

    public: PublicKey
    seed: bytes = field(repr=False)

    def sign(self, content: bytes, trusted: str) -> bytes:
        """The signature file of ``content``; ``trusted`` is one line that is signed with it."""
        private = Ed25519PrivateKey.from_private_bytes(self.seed)
        signed = private.sign(hashlib.blake2b(content).digest())
        whole = private.sign(signed + trusted.encode())
        lines = (
            f"{COMMENT}signature by key {self.public.name}; check with: minisign -Vm FILE -p kordon.pub",
            base64.b64encode(HASHED + self.public.id + signed).decode(),
            f"{TRUSTED}{trusted}",
            base64.b64encode(whole).decode(),
        )
        return ("\n".join(lines) + "\n").encode()


def make_key() -> SecretKey:
    """A new key from the system's randomness."""
    private = Ed25519PrivateKey.generate()
    return SecretKey(
        PublicKey(os.urandom(8), private.public_key().public_bytes_raw()), private.private_bytes_raw()
    )


# -- what is read


def read_public(text: str, source: str) -> PublicKey:
    """A public key, as its file or its one line; raises :class:`BadKey`."""
    raw = _base64(_lines(text)[-1] if text.strip() else "")
    if len(raw) != 42 or raw[:2] != PURE:
        raise BadKey(source, "", "it is not a public key", "give a .pub file, or the line that begins with RW")
    return PublicKey(raw[2:10], raw[10:])


def signed_by(signature: bytes) -> bytes:
    """The id of the key that a signature says it is by; empty where it is no signature."""
    lines = _lines(signature[:LARGEST].decode("utf-8", "replace"))
    return _base64(lines[1])[2:10] if len(lines) > 1 else b""


def verify(key: PublicKey, content: bytes, signature: bytes, source: str) -> str:
    """The trusted comment of a signature that fits; raises :class:`BadSignature` for any other.

    A signature over the file itself, as old versions of minisign make them, is taken too.
    """
    lines = _lines(signature[:LARGEST].decode("utf-8", "replace"))
    remedy = "take a copy from another mirror and do not pass this one on"
    if len(lines) < 4 or not lines[2].startswith(TRUSTED):
        raise BadSignature(source, "", "it is not a signature file", remedy)
    head, whole, trusted = _base64(lines[1]), _base64(lines[3]), lines[2].removeprefix(TRUSTED)
    if len(head) != 74 or len(whole) != 64 or head[:2] not in (HASHED, PURE):
        raise BadSignature(source, "", "it is not a signature file", remedy)
    if not hmac.compare_digest(head[2:10], key.id):
        other = head[2:10][::-1].hex().upper()
        raise BadSignature(
            source,
            "",
            f"it is by the key {other} and not by {key.name}",
            "ask the publisher for the key, by another way",
        )
    public = Ed25519PublicKey.from_public_bytes(key.key)
    try:
        public.verify(head[10:], hashlib.blake2b(content).digest() if head[:2] == HASHED else content)
        public.verify(whole, head[10:] + trusted.encode())
    except InvalidSignature:
        raise BadSignature(source, "", f"it does not fit what the key {key.name} signed", remedy) from None
    return trusted


# -- secret keys as files


def dump_secret(key: SecretKey, passphrase: str = "") -> bytes:
    """A secret key as a file, under a passphrase where one is given."""
    body = key.public.id + key.seed + key.public.key
    body += hashlib.blake2b(PURE + body, digest_size=32).digest()
    if passphrase:
        salt, operations, memory = os.urandom(32), OPERATIONS, MEMORY
        body = _mixed(body, passphrase, salt, operations, memory)
        raw = SECRET.pack(PURE, SCRYPT, CHECKSUM, salt, operations, memory, body)
    else:
        raw = SECRET.pack(PURE, BARE, CHECKSUM, bytes(32), 0, 0, body)
    kept = "encrypted" if passphrase else "unencrypted"
    return f"{COMMENT}minisign {kept} secret key\n{base64.b64encode(raw).decode()}\n".encode()


def is_locked(content: bytes) -> bool:
    """Whether a secret key's file asks for a passphrase."""
    lines = _lines(content[:LARGEST].decode("utf-8", "replace"))
    return bool(lines) and _base64(lines[-1])[2:4] == SCRYPT


def load_secret(content: bytes, source: str, passphrase: str = "") -> SecretKey:
    """The key in a file; raises :class:`BadKey`, which tells a wrong passphrase from a file that is no key."""
    lines = _lines(content[:LARGEST].decode("utf-8", "replace"))
    raw = _base64(lines[-1]) if lines else b""
    if len(raw) != SECRET.size or raw[:2] != PURE or raw[2:4] not in (SCRYPT, BARE) or raw[4:6] != CHECKSUM:
        raise BadKey(source, "", "it is not a secret key", "make one with kordon site key new FILE")
    _, kept, _, salt, operations, memory, body = SECRET.unpack(raw)
    if kept == SCRYPT:
        if not passphrase:
            raise BadKey(
                source, "", "the key is under a passphrase", "give it with --passphrase-file or at the prompt"
            )
        if not 0 < memory <= MOST_MEMORY or operations > OPERATIONS << 10:
            raise BadKey(source, "", "the key asks for more memory than any real one", "take it from a copy")
        body = _mixed(body, passphrase, salt, operations, memory)
    checksum = hashlib.blake2b(PURE + body[:72], digest_size=32).digest()
    bare = kept == BARE and not any(body[72:])  # minisign writes no checksum into a key without a passphrase
    if not bare and not hmac.compare_digest(checksum, body[72:]):
        problem = "the passphrase does not open it" if kept == SCRYPT else "the key is damaged"
        raise BadKey(source, "", problem, "try again" if kept == SCRYPT else "take it from a copy")
    seed = body[8:40]
    public = Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()
    if not hmac.compare_digest(public, body[40:72]):
        raise BadKey(source, "", "the key is damaged", "take it from a copy")
    return SecretKey(PublicKey(body[:8], public), seed)


def write_secret(path: Path, key: SecretKey, passphrase: str = "") -> None:
    """Write a key that only its owner can read; raises :class:`BadKey` where any file is there already."""
    content = dump_secret(key, passphrase)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o600)
    except FileExistsError:
        raise BadKey(
            str(path), "", "there is a file already, and a key is never written over", "name another file"
        ) from None
    except OSError as error:
        raise BadKey(
            str(path), "", f"the key cannot be written ({error.strerror})", "name another folder"
        ) from None
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _mixed(body: bytes, passphrase: str, salt: bytes, operations: int, memory: int) -> bytes:
    """Encrypt or decrypt: the body and scrypt's stream, bit by bit."""
    n, p = scrypt_parameters(operations, memory)
    stream = hashlib.scrypt(
        passphrase.encode(), salt=salt, n=n, r=8, p=p, maxmem=128 * 8 * (n + p + 2) + (1 << 20), dklen=len(body)
    )
    return bytes(a ^ b for a, b in zip(body, stream, strict=True))


def scrypt_parameters(operations: int, memory: int) -> tuple[int, int]:
    """N and p for a limit of operations and of bytes, with r of 8: ``pickparams`` of libsodium."""
    operations = max(operations, 32768)
    if operations < memory // 32:
        return _power(operations // 32), 1
    n = _power(memory // 1024)
    return n, max(1, min(operations // 4 // n, 0x3FFFFFFF) // 8)


def _power(most: int) -> int:
    power = 1
    while power < 63 and 1 << power <= most // 2:
        power += 1
    return 1 << power


def _lines(text: str) -> list[str]:
    return [line for line in text.replace("\r\n", "\n").split("\n") if line]


def _base64(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""
