"""The keys that a reader trusts, and the newest manifest seen of each, in a file of the reader's own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from kordon.domain.errors import InputError
from kordon.site.minisign import PublicKey, read_public
from kordon.site.store import replace
from kordon.site.verify import Seen

Pins = Mapping[PublicKey, Seen]


def read_pins(path: Path) -> Pins:
    """The keys in a file, none where there is no file; raises :class:`InputError` for one that is not ours."""
    try:
        data = json.loads(path.read_bytes())
        return {
            read_public(str(key), str(path)): Seen(int(told["number"]), str(told["sha256"]))
            for key, told in data["keys"].items()
        }
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, InputError):
        raise InputError(
            str(path), "", "it is not a file of pinned keys", "take it away and pin the keys anew"
        ) from None


def write_pin(path: Path, key: PublicKey, seen: Seen) -> None:
    """Trust a key from now on, and remember the newest of what was seen of it."""
    pins = dict(read_pins(path))
    held = pins.get(key)
    if held is not None and held.number > seen.number:
        return
    pins[key] = seen
    keys = {k.short: {"number": s.number, "sha256": s.sha256} for k, s in pins.items()}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace(path, (json.dumps({"keys": keys}, indent=1, sort_keys=True) + "\n").encode())
    except OSError as error:
        raise InputError(
            str(path), "", f"it cannot be written ({error.strerror})", "name another with --pins"
        ) from None
