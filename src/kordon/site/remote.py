"""A copy of a site behind an address: plain GETs, nothing kept, nothing followed to another host.

A proxy is taken from the usual variables of the environment (``https_proxy``, ``http_proxy``, ``all_proxy``,
``no_proxy``). An onion address is asked for through a proxy only: Tor's own HTTP tunnel (``HTTPTunnelPort``).
"""

from __future__ import annotations

import base64
import http.client
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, cast
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

from kordon.domain.errors import InputError
from kordon.site.copies import hashed, limited
from kordon.site.manifest import File

SECONDS = 30.0  # of silence
SECONDS_A_FILE = 300.0
HOPS = 5
TRIES = 3
AGENT = "Mozilla/5.0"  # who checks a mirror is nobody's business: what most say


class Unreachable(InputError):
    """An address that does not answer, answers with an error, or leads to another host."""


class WebCopy:
    """A mirror. ``address`` is that of its front page or of its folder."""

    lanes = 4

    def __init__(self, address: str, seconds: float = SECONDS) -> None:
        try:
            parts = urlsplit(address)
            port = parts.port
        except ValueError:
            raise Unreachable(address, "", "it is not an address", "write it as https://example.org/") from None
        if parts.scheme not in ("http", "https") or not parts.hostname or port == 0 or parts.username is not None:
            raise Unreachable(address, "", "it is not an address", "write it as https://example.org/") from None
        path = parts.path.removesuffix("index.html")
        self._base = parts._replace(
            path=path if path.endswith("/") else f"{path}/", query="", fragment=""
        ).geturl()
        self._seconds = seconds
        self._mine = threading.local()
        self._all: list[http.client.HTTPConnection] = []
        _proxy(urlsplit(self._base))  # a proxy that cannot be used is told before anything is asked for

    @property
    def shown(self) -> str:
        return self._base

    def close(self) -> None:
        for connection in self._all:
            connection.close()

    def names(self) -> None:
        return None

    def faults(self) -> list[str]:
        return []

    def read(self, name: str, most: int) -> bytes | None:
        with self._get(name) as stream:
            return None if stream is None else limited(stream, most, self._base + name)

    def look(self, name: str, most: int) -> File | None:
        with self._get(name) as stream:
            return None if stream is None else hashed(stream, most)

    @contextmanager
    def _get(self, name: str) -> Iterator[IO[bytes] | None]:
        address = urljoin(self._base, quote(name))
        answer = self._ask(address)
        if answer is None:
            yield None
            return
        stream = cast(IO[bytes], _Timed(answer, address))
        try:
            yield stream
        except (OSError, http.client.HTTPException) as error:
            raise self._failed(address, error) from None
        finally:
            if answer.length == 0:
                answer.read()  # it ends only when one looks
            if not answer.isclosed():
                self._hang_up()

    def _ask(self, address: str) -> http.client.HTTPResponse | None:
        start = urlsplit(address)
        for _ in range(HOPS):
            answer = self._try(address)
            if answer.status == 200:
                if answer.headers.get("Content-Encoding", "identity") != "identity":
                    self._hang_up()
                    raise Unreachable(
                        address, "", "it was sent packed, though it was asked for as it is", "try again"
                    )
                return answer
            answer.read(1 << 20)
            if answer.status in (404, 410):
                self._clean(answer)
                return None
            if answer.status not in (301, 302, 303, 307, 308):
                self._clean(answer)
                raise Unreachable(
                    address, "", f"the server answers {answer.status}", "try again, or another mirror"
                )
            self._clean(answer)
            address = urljoin(address, answer.headers.get("Location", ""))
            there = urlsplit(address)
            same = there.hostname == start.hostname and (there.port == start.port or there.scheme == "https")
            if (
                not same
                or (start.scheme, there.scheme) == ("https", "http")
                or there.scheme not in ("http", "https")
            ):
                raise Unreachable(
                    start.geturl(),
                    "",
                    f"it leads to another place ({address})",
                    "check that place by its own address",
                )
        raise Unreachable(start.geturl(), "", "it leads round in a circle", "try another mirror")

    def _try(self, address: str) -> http.client.HTTPResponse:
        parts = urlsplit(address)
        for turn in range(TRIES):
            connection, target, headers = self._connect(parts)
            try:
                connection.request("GET", target, headers=headers)
                answer = connection.getresponse()
            except (OSError, http.client.HTTPException) as error:
                self._hang_up()
                if isinstance(error, ssl.SSLCertVerificationError) or turn == TRIES - 1:
                    raise self._failed(address, error) from None
                time.sleep(0.2 * turn)
                continue
            if answer.status in (429, 502, 503, 504) and turn < TRIES - 1:
                self._hang_up()
                time.sleep(1 + turn)
                continue
            return answer
        raise AssertionError

    def _connect(self, parts: SplitResult) -> tuple[http.client.HTTPConnection, str, dict[str, str]]:
        """A connection that is kept from file to file, through a tunnel of the proxy where that is needed."""
        host = parts.hostname or ""
        proxy = _proxy(parts)
        secure = parts.scheme == "https"
        tunnel = proxy is not None and (secure or host.endswith(".onion"))
        target = quote(unquote(parts.path), safe="/%:@!$&'()*+,;=~") or "/"
        headers = {"User-Agent": AGENT, "Accept": "*/*", "Accept-Encoding": "identity"}
        allowed = _allowed(proxy)
        if proxy is not None and not tunnel:
            target, headers = f"{parts.scheme}://{parts.netloc}{target}", headers | allowed
        place = (parts.scheme, parts.netloc)
        held = getattr(self._mine, "held", None)
        if held is None or held[0] != place:
            self._hang_up()
            at = proxy if proxy is not None else parts
            kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
            port = at.port or ((443 if secure else 80) if proxy is None else 8080)
            connection = kind(at.hostname or "", port, timeout=self._seconds)
            if tunnel:
                connection.set_tunnel(host, parts.port or (443 if secure else 80), headers=allowed)
            held = self._mine.held = (place, connection)
            self._all.append(connection)
        return held[1], target, headers

    def _clean(self, answer: http.client.HTTPResponse) -> None:
        if not answer.isclosed():
            self._hang_up()

    def _hang_up(self) -> None:
        held = getattr(self._mine, "held", None)
        if held is not None:
            held[1].close()
            self._mine.held = None

    def _failed(self, address: str, error: Exception) -> Unreachable:
        self._hang_up()
        told = "it did not answer in time" if isinstance(error, TimeoutError) else f"it does not answer ({error})"
        return Unreachable(address, "", told, "try again, or another mirror")


class _Timed:
    """An answer that must have ended in time, however slowly it drips."""

    def __init__(self, answer: http.client.HTTPResponse, address: str) -> None:
        self._answer, self._address, self._end = answer, address, time.monotonic() + SECONDS_A_FILE

    def read(self, size: int) -> bytes:
        found = b""
        while len(found) < size and (piece := self._answer.read1(size - len(found))):
            found += piece
            if time.monotonic() > self._end:
                raise TimeoutError
        return found


def _proxy(parts: SplitResult) -> SplitResult | None:
    """The proxy for an address; raises :class:`Unreachable` for one that we cannot speak to."""
    host = parts.hostname or ""
    proxies = getproxies()
    told = "" if proxy_bypass(host) else proxies.get(parts.scheme) or proxies.get("all", "")
    if not told:
        if host.endswith(".onion"):
            raise Unreachable(
                parts.geturl(),
                "",
                "an onion address is reached through Tor only",
                "set HTTPTunnelPort 8118 in torrc and http_proxy=http://127.0.0.1:8118 in the environment",
            )
        return None
    proxy = urlsplit(told if "://" in told else f"http://{told}")
    if proxy.scheme != "http" or not proxy.hostname:
        raise Unreachable(
            parts.geturl(),
            "",
            f"the proxy {proxy.scheme}://{proxy.hostname} is not an HTTP proxy",
            "set one in the environment (with Tor: HTTPTunnelPort in torrc)",
        )
    return proxy


def _allowed(proxy: SplitResult | None) -> dict[str, str]:
    if proxy is None or proxy.username is None:
        return {}
    told = f"{unquote(proxy.username)}:{unquote(proxy.password or '')}".encode()
    return {"Proxy-Authorization": f"Basic {base64.b64encode(told).decode()}"}
