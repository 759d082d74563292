"""So many messages a minute to one domain, and not more."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kordon.newsletter.settings import DEFAULT

_KEPT = 10_000  # domains that are remembered; those whose time has come are dropped first


class Throttle:
    """``rates`` are messages a minute by domain, and ``default``; a domain without a rate is not throttled.

    ``clock`` gives seconds that only grow. Each process counts for itself: with several, share the rate among
    them.
    """

    def __init__(self, rates: Mapping[str, float], clock: Callable[[], float]) -> None:
        self._rates = rates
        self._clock = clock
        self._next: dict[str, float] = {}

    def wait(self, domain: str) -> float:
        """Seconds until a message may go to a domain."""
        return max(0.0, self._next.get(domain, 0.0) - self._clock()) if self._rates else 0.0

    def sent(self, domain: str) -> None:
        """One message goes to a domain now."""
        rate = self._rates.get(domain, self._rates.get(DEFAULT, 0.0)) if self._rates else 0.0
        if rate <= 0:
            return
        now = self._clock()
        if len(self._next) >= _KEPT:
            self._next = {name: at for name, at in self._next.items() if at > now}
        self._next[domain] = max(now, self._next.get(domain, 0.0)) + 60.0 / rate
