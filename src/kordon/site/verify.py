"""Whether a copy of a site is whole and unaltered, and later than what was seen before.

The signature vouches for the manifest, the manifest for every file, and its history for every manifest before it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from kordon.domain.errors import InputError
from kordon.site import manifest as manifests
from kordon.site.copies import Copy
from kordon.site.manifest import HEADERS, HISTORY, MANIFEST, PUBLIC_KEY, SIGNATURE, File, Manifest
from kordon.site.minisign import LARGEST, BadKey, BadSignature, PublicKey, read_public, signed_by, verify
from kordon.site.scope import SCOPE, Scope, read_scope

Progress = Callable[[int, int], None]
MOST_OLDER = 64_000_000  # bytes of a file of a manifest that told no sizes


class Trust(StrEnum):
    """Why the key is believed. ``unknown``: it is the copy's own, which anybody could have put there."""

    GIVEN = "given"
    PINNED = "pinned"
    UNKNOWN = "unknown"
    UNSIGNED = "unsigned"


@dataclass(frozen=True, slots=True)
class Seen:
    """A manifest that was seen before; ``sha256`` is empty where only its number is remembered."""

    number: int
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found. ``faults`` are full sentences; ``left_out`` counts what a bundle says it leaves out."""

    source: str
    number: int = 0
    sha256: str = ""  # of the manifest
    key: PublicKey | None = None
    trust: Trust = Trust.UNSIGNED
    files: int = 0  # that were read and are as they should be
    left_out: int = 0
    listed: bool = False  # whether files that should not be there could be looked for
    missing: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Nothing is missing, changed or there that should not be, and the chain holds."""
        return not (self.missing or self.changed or self.extra or self.faults)

    @property
    def proven(self) -> bool:
        """Whole, and signed by a key that somebody vouches for."""
        return self.whole and self.trust in (Trust.GIVEN, Trust.PINNED)


def check(
    copy: Copy,
    key: PublicKey | None = None,
    pinned: Iterable[tuple[PublicKey, Seen]] = (),
    since: Seen | None = None,
    progress: Progress | None = None,
) -> Checked:
    """Check a copy against ``key``, or else against the one of the ``pinned`` keys that it says it is signed by.

    What was seen under a pinned key is asked for as ``since`` is, unless that is given. Raises
    :class:`kordon.domain.errors.InputError` where there is nothing to check.
    """
    content = copy.read(MANIFEST, manifests.MOST)
    if content is None:
        raise InputError(
            copy.shown, "", f"there is no {MANIFEST}, so it is no site that Kordon exported", "check the address"
        )
    digest = hashlib.sha256(content).hexdigest()
    signature = copy.read(SIGNATURE, LARGEST)
    own = copy.read(PUBLIC_KEY, LARGEST)
    try:
        believed, trust, seen = _trusted(copy, content, signature, own, key, pinned)
    except (BadSignature, BadKey) as error:
        return Checked(copy.shown, sha256=digest, faults=(str(error),))
    try:
        manifest = manifests.read_manifest(content, f"{copy.shown}, {MANIFEST}")
    except InputError as error:
        return Checked(copy.shown, sha256=digest, key=believed, trust=trust, faults=(str(error),))
    faults = list(_chain(copy, manifest, digest, since or seen))
    if manifest.writing:
        faults.append(
            f"{copy.shown} is just being written, or the export into it was killed: check it again later."
        )
    scope = read_scope(copy)
    found = _files(copy, manifest, scope, progress)
    extra = _extra(copy, manifest, scope)
    return Checked(
        source=copy.shown,
        number=manifest.number,
        sha256=digest,
        key=believed,
        trust=trust,
        files=found["right"],
        left_out=found["left_out"],
        listed=copy.names() is not None,
        missing=tuple(found["missing"]),
        changed=tuple(found["changed"]),
        extra=tuple(extra),
        faults=(*faults, *copy.faults(), *found["faults"]),
    )


def _trusted(
    copy: Copy,
    content: bytes,
    signature: bytes | None,
    own: bytes | None,
    key: PublicKey | None,
    pinned: Iterable[tuple[PublicKey, Seen]],
) -> tuple[PublicKey | None, Trust, Seen | None]:
    source = f"{copy.shown}, {SIGNATURE}"
    if signature is None:
        if key is None:
            return None, Trust.UNSIGNED, None
        raise BadSignature(source, "", "there is no signature", "take a copy from another mirror")
    trust, seen = Trust.GIVEN, None
    if key is None:
        name = signed_by(signature)
        key, seen = next(((k, s) for k, s in pinned if k.id == name), (None, None))
        trust = Trust.PINNED
    if key is None:
        if own is None:
            raise BadKey(
                f"{copy.shown}, {PUBLIC_KEY}", "", "there is no key", "give the publisher's key with --key"
            )
        key = read_public(own.decode("utf-8", "replace"), f"{copy.shown}, {PUBLIC_KEY}")
        trust = Trust.UNKNOWN
    verify(key, content, signature, source)
    return key, trust, seen


def _chain(copy: Copy, manifest: Manifest, digest: str, since: Seen | None) -> Iterable[str]:
    """Sentences on a chain that is broken, or that does not come from what was seen."""
    told = f"{copy.shown} is number {manifest.number}"
    held: tuple[str, ...] = ()
    if manifest.number > 1:
        content = copy.read(HISTORY, 65 * manifest.number + 65)
        held = manifests.read_history(content or b"")
        if len(held) != manifest.number - 1 or held[-1] != manifest.previous:
            yield f"{told}, but its {HISTORY} does not tell every number before it: the chain is broken."
            return
    if since is None:
        return
    if manifest.number < since.number:
        yield f"{told}, older than number {since.number} that was seen before: it is stale, or was set back."
    elif manifest.number == since.number and since.sha256 not in ("", digest):
        yield f"{told}, and so is what was seen before, but the two differ: the chain is broken."
    elif manifest.number > since.number and since.sha256 not in ("", held[since.number - 1]):
        yield f"{told}, and does not go on from number {since.number} as it was seen before: the chain is broken."


def _files(copy: Copy, manifest: Manifest, scope: Scope | None, progress: Progress | None) -> dict[str, Any]:
    """Each file of the manifest beside what is there."""
    served = copy.names() is not None
    stubs = {file for name, file in manifest.files.items() if name.startswith("copies/")}
    names = [name for name in sorted(manifest.files) if served or name != HEADERS]  # no server hands that one out
    found: dict[str, Any] = {"right": 0, "left_out": 0, "missing": [], "changed": [], "faults": []}

    def look(name: str) -> File | InputError | None:
        try:
            return copy.look(name, manifest.files[name].size or MOST_OLDER)
        except InputError as error:
            return error

    with ThreadPoolExecutor(copy.lanes) as lanes:
        for done, (name, there) in enumerate(zip(names, lanes.map(look, names), strict=True), 1):
            file = manifest.files[name]
            out = scope is not None and not scope.holds(name)
            if isinstance(there, InputError):
                found["faults"].append(str(there))
            elif there is not None and there.sha256 == file.sha256 and there.size == (file.size or there.size):
                found["right"] += 1
            elif out and (there is None or there in stubs):
                found["left_out"] += 1
            else:
                found["missing" if there is None else "changed"].append(name)
            if progress is not None:
                progress(done, len(names))
    return found


def _extra(copy: Copy, manifest: Manifest, scope: Scope | None) -> list[str]:
    there = copy.names()
    ours = {*manifest.files, MANIFEST, SIGNATURE, *((SCOPE,) if scope is not None else ())}
    return [] if there is None else [name for name in there if name not in ours]
