"""A stub of an endpoint on this machine, which answers as a test tells it."""

from __future__ import annotations

import contextlib
import json
import os
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from kordon.coding import Coder, load_coder
from kordon.geo.gazetteer import load_gazetteer
from kordon.vocabulary import Vocabulary

# A real model is asked by `make test-llm` only: it compiles a server, and takes minutes.
collect_ignore = [] if os.environ.get("KORDON_LLM_PYTHON") else ["test_real_server.py"]
Act = Callable[[BaseHTTPRequestHandler], None]


class Stub:
    """``acts`` are played one a question, the last one again and again; ``asked`` holds what came in."""

    def __init__(self) -> None:
        self.acts: list[Act] = []
        self.asked: list[tuple[str, dict[str, str], Any]] = []
        self.over = threading.Event()
        stub = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                stub.asked.append((self.path, dict(self.headers), json.loads(body)))
                act = stub.acts.pop(0) if len(stub.acts) > 1 else stub.acts[0]
                with contextlib.suppress(OSError):  # the other side may leave, as it should
                    act(self)

            def log_message(self, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_address[1]}/v1"

    def close(self) -> None:
        self.over.set()
        self.server.shutdown()
        self.server.server_close()


def send(handler: BaseHTTPRequestHandler, status: int, body: bytes, **headers: str) -> None:
    handler.send_response(status)
    handler.send_header("Content-Length", str(len(body)))
    for name, value in headers.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)


def completion(content: Any, reason: str = "stop", **message: Any) -> bytes:
    text = content if isinstance(content, str) or content is None else json.dumps(content)
    choice = {"index": 0, "finish_reason": reason, "message": {"role": "assistant", "content": text, **message}}
    return json.dumps({"id": "1", "object": "chat.completion", "choices": [choice]}).encode()


@pytest.fixture
def stub() -> Iterator[Stub]:
    stub = Stub()
    yield stub
    stub.close()


@pytest.fixture
def says(stub: Stub) -> Callable[..., None]:
    """Let the stub answer with contents, one a question."""

    def play(*contents: Any, reason: str = "stop", **message: Any) -> None:
        bodies = [completion(content, reason, **message) for content in contents]
        stub.acts = [lambda handler, body=body: send(handler, 200, body) for body in bodies]

    return play


@pytest.fixture
def answers(stub: Stub) -> Callable[..., None]:
    """Let the stub answer with a status and a body."""

    def play(*pairs: tuple[int, bytes], **headers: str) -> None:
        stub.acts = [lambda h, status=s, body=b: send(h, status, body, **headers) for s, b in pairs]

    return play


@pytest.fixture(scope="session")
def rules(vocabulary: Vocabulary) -> Coder:
    return load_coder(vocabulary, load_gazetteer())
