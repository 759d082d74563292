"""Where a sign-up came from, as far as it must be known to let nobody fill the list, and no further.

Nothing of it is stored: the address of the network is hashed with a key that lives in this process only and is new
every day, and what is counted under it is forgotten with the process.
"""

from __future__ import annotations

import hashlib
import ipaddress
import secrets
from collections import OrderedDict
from collections.abc import Callable

from kordon.domain.time import Date

KEPT = 10_000  # sources that are remembered; the one that was silent longest is dropped first
BURST = 5


class Sources:
    """A bucket of sign-ups for each source, filled again at ``hour`` an hour. ``clock`` gives growing seconds."""

    def __init__(self, hour: int, clock: Callable[[], float], today: Callable[[], Date]) -> None:
        self._rate = hour / 3600
        self._clock = clock
        self._today = today
        self._day: Date | None = None
        self._key = b""
        self._buckets: OrderedDict[bytes, tuple[float, float]] = OrderedDict()

    def lets_in(self, address: str) -> bool:
        """Whether one more sign-up may come from a network address."""
        if self._day != self._today():
            self._day, self._key = self._today(), secrets.token_bytes(32)
            self._buckets.clear()
        now = self._clock()
        source = hashlib.blake2b(_network(address), key=self._key, digest_size=16).digest()
        left, since = self._buckets.pop(source, (float(BURST), now))
        left = min(float(BURST), left + (now - since) * self._rate)
        allowed = left >= 1
        self._buckets[source] = (left - allowed, now)
        if len(self._buckets) > KEPT:
            self._buckets.popitem(last=False)
        return allowed


def _network(address: str) -> bytes:
    """What counts as one source: an IPv4 address, or the /64 that one IPv6 connection is given."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return b"?"
    if isinstance(found, ipaddress.IPv6Address):
        mapped = found.ipv4_mapped
        return mapped.packed if mapped else found.packed[:8]
    return found.packed
