"""Keys and signatures that minisign itself takes, in both directions, and nothing that was altered."""

from __future__ import annotations

import base64
import os
import shutil
import stat
import subprocess
from pathlib import Path

import minisign as second
import pytest

from kordon.site.minisign import (
    BadKey,
    BadSignature,
    dump_secret,
    is_locked,
    load_secret,
    make_key,
    read_public,
    scrypt_parameters,
    verify,
    write_secret,
)

CONTENT = "змест\n".encode() * 100
TOOL = shutil.which("minisign")
with_tool = pytest.mark.skipif(TOOL is None, reason="needs minisign: deploy/system-packages.sh installs it")


def test_a_second_implementation_takes_our_signature() -> None:
    key = make_key()
    theirs = second.PublicKey.from_base64(key.public.short.encode())
    theirs.verify(CONTENT, second.Signature.from_bytes(key.sign(CONTENT, "kordon site manifest 1")))
    with pytest.raises(second.Error):
        theirs.verify(CONTENT + b"!", second.Signature.from_bytes(key.sign(CONTENT, "x")))


def test_we_take_the_signature_of_a_second_implementation() -> None:
    pair = second.KeyPair.generate()
    public = read_public(bytes(pair.public_key).decode(), "theirs")
    signature = bytes(pair.secret_key.sign(CONTENT, trusted_comment="number 7"))
    assert verify(public, CONTENT, signature, "x") == "number 7"


def test_a_second_implementation_opens_our_key_with_its_passphrase() -> None:
    key = make_key()
    theirs = second.SecretKey.from_bytes(dump_secret(key, "сакрэт"))
    theirs.decrypt("сакрэт")
    assert verify(key.public, CONTENT, bytes(theirs.sign(CONTENT)), "x")


@with_tool
def test_the_tool_itself_checks_signs_and_makes_keys(tmp_path: Path) -> None:
    def run(*arguments: object) -> str:
        return subprocess.run(
            [str(TOOL), *map(str, arguments)], check=True, capture_output=True, text=True, cwd=tmp_path
        ).stdout

    key = make_key()
    (tmp_path / "file").write_bytes(CONTENT)
    (tmp_path / "file.minisig").write_bytes(key.sign(CONTENT, "kordon site manifest 3"))
    assert "Trusted comment: kordon site manifest 3" in run("-Vm", "file", "-P", key.public.short)
    (tmp_path / "ours.pub").write_text(key.public.text())
    run("-Vm", "file", "-p", "ours.pub")

    write_secret(tmp_path / "ours.key", key)
    run("-Sm", "file", "-s", "ours.key", "-x", "theirs.minisig", "-t", "by the tool")
    assert verify(key.public, CONTENT, (tmp_path / "theirs.minisig").read_bytes(), "x") == "by the tool"

    run("-GW", "-s", "their.key", "-p", "their.pub")
    theirs = load_secret((tmp_path / "their.key").read_bytes(), "their.key")
    # The tool leaves a leading zero out of the key's name, in the line that nothing checks.
    assert theirs.public.text().splitlines()[1:] == (tmp_path / "their.pub").read_text().splitlines()[1:]


def test_any_change_to_file_comment_or_signature_is_seen() -> None:
    key = make_key()
    signature = key.sign(CONTENT, "kordon site manifest 3")
    with pytest.raises(BadSignature, match="does not fit what the key"):
        verify(key.public, CONTENT[:-1], signature, "mirror")
    with pytest.raises(BadSignature, match="does not fit what the key"):
        verify(key.public, CONTENT, signature.replace(b"manifest 3", b"manifest 9"), "mirror")
    lines = signature.split(b"\n")
    for line in (1, 3):
        raw = bytearray(base64.b64decode(lines[line]))
        raw[-1] ^= 1
        spoilt = [*lines[:line], base64.b64encode(raw), *lines[line + 1 :]]
        with pytest.raises(BadSignature):
            verify(key.public, CONTENT, b"\n".join(spoilt), "mirror")
    with pytest.raises(BadSignature, match="and not by"):
        verify(make_key().public, CONTENT, signature, "mirror")
    for nothing in (b"", b"\xff" * 300, b"untrusted comment: x\nAAAA\ntrusted comment: y\nAAAA\n"):
        with pytest.raises(BadSignature, match="not a signature file"):
            verify(key.public, CONTENT, nothing, "mirror")


def test_a_key_is_its_owners_alone_and_never_written_over(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        write_secret(tmp_path / "key", make_key())
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600
    before = (tmp_path / "key").read_bytes()
    with pytest.raises(BadKey, match="never written over"):
        write_secret(tmp_path / "key", make_key())
    assert (tmp_path / "key").read_bytes() == before


def test_a_passphrase_keeps_the_key_and_a_wrong_one_is_told() -> None:
    key = make_key()
    content = dump_secret(key, "right")
    assert is_locked(content)
    assert not is_locked(dump_secret(key))
    assert key.seed not in base64.b64decode(content.split(b"\n")[1])
    assert load_secret(content, "key", "right") == key
    with pytest.raises(BadKey, match="the passphrase does not open it"):
        load_secret(content, "key", "wrong")
    with pytest.raises(BadKey, match="under a passphrase"):
        load_secret(content, "key")
    assert repr(key.seed) not in repr(key)


@pytest.mark.parametrize("content", [b"", b"x", b"untrusted comment: x\nRWQ=\n", b"\xff\xfe\n" * 9])
def test_what_is_no_key_is_told(content: bytes) -> None:
    with pytest.raises(BadKey, match="not a secret key"):
        load_secret(content, "file")
    with pytest.raises(BadKey, match="not a public key"):
        read_public(content.decode("utf-8", "replace"), "file")


def test_a_damaged_key_is_told() -> None:
    raw = bytearray(base64.b64decode(dump_secret(make_key()).split(b"\n")[1]))
    raw[70] ^= 1
    with pytest.raises(BadKey, match="damaged"):
        load_secret(b"untrusted comment: x\n" + base64.b64encode(raw), "file")


def test_scrypt_is_asked_for_what_libsodium_asks_for() -> None:
    """The limits that minisign writes, and others on both sides of its fork."""
    assert scrypt_parameters(33554432, 1073741824) == (1 << 20, 1)
    assert scrypt_parameters(524288, 16777216) == (1 << 14, 1)
    assert scrypt_parameters(32768, 16777216) == (1 << 10, 1)
    assert scrypt_parameters(1 << 22, 1 << 20) == (1 << 10, 128)
