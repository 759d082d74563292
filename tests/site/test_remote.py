"""A mirror behind an address: kept connections, limits, redirects, proxies; with servers on this machine only."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from kordon.domain.errors import InputError
from kordon.site.minisign import SecretKey
from kordon.site.remote import Unreachable, WebCopy
from kordon.site.verify import Checked, check


class Quiet(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: Any) -> None:
        pass


@contextmanager
def served(handler: Callable[..., http.server.BaseHTTPRequestHandler]) -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def a_folder(folder: Path) -> Callable[..., http.server.BaseHTTPRequestHandler]:
    return functools.partial(Quiet, directory=str(folder))


def looked(address: str, key: SecretKey, seconds: float = 5) -> Checked:
    copy = WebCopy(address, seconds)
    try:
        return check(copy, key.public)
    finally:
        copy.close()


@pytest.fixture(autouse=True)
def _no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def test_a_mirror_is_proven_in_a_folder_of_its_host_too(signed: Path, key: SecretKey) -> None:
    with served(a_folder(signed.parent)) as host:
        for address in (f"{host}/site/", f"{host}/site", f"{host}/site/index.html"):
            found = looked(address, key)
            assert found.proven, found
            assert not found.listed  # what was added cannot be seen from outside


def test_what_a_mirror_lost_or_changed_is_named(signed: Path, key: SecretKey) -> None:
    (signed / "en" / "about.html").unlink()
    (signed / "be" / "about.html").write_bytes(b"x" * 5_000_000)
    (signed / "_headers").unlink()  # which no server hands out
    with served(a_folder(signed)) as host:
        found = looked(host, key)
    assert (found.missing, found.changed) == (("en/about.html",), ("be/about.html",))


def test_connections_are_kept_and_little_is_told(signed: Path, key: SecretKey) -> None:
    seen: list[tuple[Any, str, str]] = []

    class Noting(Quiet):
        def do_GET(self) -> None:
            seen.append((self.client_address, self.headers["User-Agent"], ",".join(sorted(self.headers))))
            super().do_GET()

    with served(functools.partial(Noting, directory=str(signed))) as host:
        assert looked(host, key).proven
    assert len({who for who, _, _ in seen}) <= 5 < 50 < len(seen)
    assert {agent for _, agent, _ in seen} == {"Mozilla/5.0"}
    assert {names for _, _, names in seen} == {"Accept,Accept-Encoding,Host,User-Agent"}


def answering(answer: Callable[[Quiet], None], folder: Path, only: str = "/en/about.html") -> Any:
    """A server of a folder that answers for one file in another way."""

    class Odd(Quiet):
        def do_GET(self) -> None:
            if self.path == only:
                answer(self)
            else:
                super().do_GET()

    return functools.partial(Odd, directory=str(folder))


def test_a_redirect_on_the_same_host_is_followed(signed: Path, key: SecretKey) -> None:
    content = (signed / "en" / "about.html").read_bytes()

    def answer(request: Quiet) -> None:
        request.send_response(308)
        request.send_header("Location", "/en/about")
        request.send_header("Content-Length", "0")
        request.end_headers()

    (signed / "en" / "about").write_bytes(content)
    with served(answering(answer, signed)) as host:
        assert looked(host, key).proven


@pytest.mark.parametrize(
    ("status", "headers", "told"),
    [
        (302, {"Location": "http://evil.example/en/about.html"}, "it leads to another place (http://evil.example"),
        (302, {"Location": "file:///etc/passwd"}, "it leads to another place (file:///etc/passwd"),
        (301, {"Location": "/en/about.html"}, "it leads round in a circle"),
        (500, {}, "the server answers 500"),
        (200, {"Content-Encoding": "gzip"}, "it was sent packed"),
    ],
)
def test_an_answer_that_is_no_file_is_told(
    signed: Path, key: SecretKey, status: int, headers: dict[str, str], told: str
) -> None:
    def answer(request: Quiet) -> None:
        request.send_response(status)
        for name, value in {**headers, "Content-Length": "0"}.items():
            request.send_header(name, value)
        request.end_headers()

    with served(answering(answer, signed)) as host:
        found = looked(host, key)
    assert len(found.faults) == 1
    assert told in found.faults[0]
    assert found.faults[0].startswith(f"{host}/en/about.html: ")


def test_a_file_without_end_and_a_server_that_falls_silent_end(signed: Path, key: SecretKey) -> None:
    go = threading.Event()

    def endless(request: Quiet) -> None:
        request.send_response(200)
        request.end_headers()
        request.close_connection = True
        try:
            while not go.is_set():
                request.wfile.write(b"x" * 65536)
        except OSError:
            pass

    def silent(request: Quiet) -> None:
        request.send_response(200)
        request.send_header("Content-Length", "10")
        request.end_headers()
        request.close_connection = True
        go.wait(20)

    with served(answering(endless, signed)) as host:
        assert looked(host, key).changed == ("en/about.html",)
        go.set()
    go.clear()
    with served(answering(silent, signed)) as host:
        found = looked(host, key, seconds=0.5)
        go.set()
    assert "did not answer in time" in found.faults[0]


def test_nobody_there_is_told() -> None:
    with served(Quiet) as host:
        pass
    with pytest.raises(Unreachable, match="it does not answer"):
        WebCopy(host, 1).read("kordon-manifest.json", 10)


@pytest.mark.parametrize(
    "address", ["ftp://x.example/", "https://", "https://gov.example@evil.example/", "https://x:0/", "https://[x"]
)
def test_what_is_no_address_is_told(address: str) -> None:
    with pytest.raises(InputError, match="not an address"):
        WebCopy(address)


class Proxy(Quiet):
    """An HTTP proxy that opens a tunnel to the one server that there is, whatever host is asked for."""

    server_at: int
    asked: list[str]

    def do_CONNECT(self) -> None:
        import socket

        self.asked.append(f"CONNECT {self.path}")
        with socket.create_connection(("127.0.0.1", self.server_at)) as there:
            self.send_response(200)
            self.end_headers()
            back = threading.Thread(target=self._pump, args=(there.makefile("rb"), self.wfile))
            back.start()
            self._pump(self.rfile, there.makefile("wb"))
            there.shutdown(socket.SHUT_RDWR)
            back.join()
        self.close_connection = True

    @staticmethod
    def _pump(source: Any, target: Any) -> None:
        try:
            while piece := source.read1(65536):
                target.write(piece)
                target.flush()
        except OSError:
            pass


def test_an_onion_address_goes_through_the_tunnel_of_a_proxy(
    signed: Path, key: SecretKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = "http://examplexampleexample.onion/"
    with pytest.raises(Unreachable, match="HTTPTunnelPort"):
        WebCopy(address)
    monkeypatch.setenv("all_proxy", "socks5h://127.0.0.1:9050")
    with pytest.raises(Unreachable, match="not an HTTP proxy"):
        WebCopy(address)
    monkeypatch.delenv("all_proxy")
    with served(a_folder(signed)) as host:
        asked: list[str] = []
        kind = type("Tunnel", (Proxy,), {"server_at": int(host.rpartition(":")[2]), "asked": asked})
        with served(kind) as proxy:
            monkeypatch.setenv("http_proxy", proxy)
            assert looked(address, key).proven
    assert set(asked) == {"CONNECT examplexampleexample.onion:80"}
