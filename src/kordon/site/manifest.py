"""The manifest of a site: every file by SHA-256 and size, a number that only grows, and the manifest before.

``kordon-manifest.json`` is what is signed (``kordon-manifest.json.minisig``). ``kordon-history.txt`` is one of
its files: line n is the SHA-256 of manifest n, for every manifest before this one. So whoever once saw manifest
n can tell that a later one goes on from it, and that an older one is a step back.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from kordon.domain.errors import InputError

MANIFEST = "kordon-manifest.json"
SIGNATURE = "kordon-manifest.json.minisig"
HISTORY = "kordon-history.txt"
PUBLIC_KEY = "kordon.pub"
HEADERS = "_headers"
LOCAL = ".kordon"  # a folder that only the exporting machine needs; not part of the site
FORMAT = 2
OLDER = 1  # without sizes, number and chain: read, so that such a folder can be exported into
MOST = 64_000_000  # bytes of a manifest
_HASH = re.compile(r"[0-9a-f]{64}\Z")


@dataclass(frozen=True, slots=True)
class File:
    """What a file must be. ``sha256`` is empty while an export is to write it for the first time."""

    sha256: str = ""
    size: int = 0

    @classmethod
    def of(cls, content: bytes) -> File:
        return cls(hashlib.sha256(content).hexdigest(), len(content))


@dataclass(frozen=True, slots=True)
class Manifest:
    """``writing``: the run that made this had not ended. ``files``: path -> what it must be.

    ``previous`` is the SHA-256 of the manifest with the number before, empty for the first.
    """

    files: Mapping[str, File] = field(default_factory=dict)
    writing: bool = False
    number: int = 1
    previous: str = ""

    def dump(self) -> bytes:
        """The one way to write it: sorted, one file a line."""
        head = {
            "format": FORMAT,
            "number": self.number,
            "previous": self.previous,
            "state": "writing" if self.writing else "whole",
        }
        lines = [
            f"{_json(name)}: {_json({'sha256': file.sha256, 'size': file.size})}"
            for name, file in sorted(self.files.items())
        ]
        told = [f"{_json(name)}: {_json(value)}" for name, value in head.items()]
        inner = "{\n" + ",\n".join(lines) + "\n}" if lines else "{}"
        return ("{\n" + ",\n".join([*told, f'"files": {inner}']) + "\n}\n").encode()


def _json(value: object) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def read_manifest(content: bytes, source: str) -> Manifest:
    """The manifest in some bytes; raises :class:`InputError` for one that is not ours."""
    try:
        return _read(json.loads(content))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise InputError(
            source,
            "",
            "it is not a manifest that an export wrote",
            "take it away or export into an empty folder",
        ) from None


def _read(data: Any) -> Manifest:
    older = data["format"] == OLDER
    if not older and data["format"] != FORMAT:
        raise ValueError
    files = {}
    for name, told in data["files"].items():
        file = File(str(told), 0) if older else File(str(told["sha256"]), int(told["size"]))
        if not is_inside(name) or file.size < 0 or not (_HASH.match(file.sha256) or file.sha256 == ""):
            raise ValueError
        files[name] = file
    if data["state"] not in ("whole", "writing"):
        raise ValueError
    writing = data["state"] == "writing"
    if older:
        return Manifest(files, writing, 0, "")
    number, previous = int(data["number"]), str(data["previous"])
    if number < 1 or not (_HASH.match(previous) if number > 1 else previous == ""):
        raise ValueError
    return Manifest(files, writing, number, previous)


def is_inside(name: str) -> bool:
    """Whether a name stays inside the folder of the site, on any system."""
    path = PurePosixPath(name)
    return (
        bool(name)
        and name == str(path)
        and not path.is_absolute()
        and ".." not in path.parts
        and path.parts[0] != LOCAL
        and not any(c in name for c in '\\:*?"<>|')
        and name.isprintable()
        and all(part == part.rstrip(". ") for part in path.parts)
    )


def read_history(content: bytes) -> tuple[str, ...]:
    """The hashes of all manifests before, oldest first; empty where it is not such a list."""
    lines = content.decode("ascii", "replace").split()
    return tuple(lines) if all(_HASH.match(line) for line in lines) else ()
