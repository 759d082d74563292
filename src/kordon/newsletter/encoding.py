"""A MIME part encoded once, with gaps for the lines that differ from reader to reader.

Quoted-printable where most letters are ASCII, base64 elsewhere, whichever is shorter. Neither ever has a line that
starts with a dot or is longer than 76, and neither is re-encoded on its way. Base64 is cut at whole groups of 57
bytes (76 letters), to which each piece is filled up with spaces at a line's end, where nobody sees them; so the
pieces can be encoded one by one.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass

_MARKED = re.compile(r"^(.*@@([a-z]+)@@.*)$", re.MULTILINE)
_GROUP = 57


@dataclass(frozen=True, slots=True)
class Gap:
    """A line that is one reader's: what stands before and after the reader's own words."""

    mark: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Part:
    """``pieces`` are bytes that are the same for all, and gaps; together they are the part's whole lines."""

    encoding: str
    pieces: tuple[bytes | Gap, ...]

    def filled(self, links: Mapping[str, str]) -> bytes:
        """The encoded part for one reader, with CRLF ends of lines."""
        made = []
        for piece in self.pieces:
            if isinstance(piece, bytes):
                made.append(piece)
            else:
                made.append(_encode(f"{piece.before}{links[piece.mark]}{piece.after}\n", self.encoding))
        return b"".join(made)


def prepare(text: str) -> Part:
    """Encode what is the same for all readers; a marked line has one mark."""
    raw = text.encode()
    quoted = len(binascii.b2a_qp(raw))
    encoding = "quoted-printable" if quoted <= len(raw) * 4 / 3 else "base64"
    pieces: list[bytes | Gap] = []
    end = 0
    for match in _MARKED.finditer(text):
        if match.start() > end:
            pieces.append(_encode(text[end : match.start()], encoding))
        before, _, after = match[1].partition(f"@@{match[2]}@@")
        pieces.append(Gap(match[2], before, after))
        end = match.end() + 1
    if end < len(text):
        pieces.append(_encode(text[end:].rstrip("\n") + "\n", encoding))
    return Part(encoding, tuple(pieces))


def _encode(text: str, encoding: str) -> bytes:
    """Whole lines, each ending in a newline."""
    if encoding == "quoted-printable":
        lines = binascii.b2a_qp(text.encode()).replace(b"\n.", b"\n=2E").replace(b"\n", b"\r\n")
        return b"=2E" + lines[1:] if lines.startswith(b".") else lines
    raw = text.replace("\n", "\r\n").encode()
    raw = raw[:-2] + b" " * (-len(raw) % _GROUP) + b"\r\n"
    return base64.encodebytes(raw).replace(b"\n", b"\r\n")
