"""The client of an endpoint: what it sends, and that no answer can hold it, flood it or lead it away."""

from __future__ import annotations

import pickle
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from kordon.coding.asking import Message
from kordon.llm import Endpoint, EndpointError, Format, Limits, Secret
from kordon.llm.endpoint import Declined

KEY = "sk-very-secret-1234"
QUESTION = (Message("system", "s"), Message("user", "u"))
SCHEMA = {"type": "object"}


def endpoint(stub: Any, key: str = "", **limits: Any) -> Endpoint:
    given = Limits(**({"seconds": 5.0, "tries": 3, "pause": 0.01} | limits))
    return Endpoint(stub.url, "small", Secret(key) if key else None, given)


def test_the_question_is_as_the_protocol_wants_it(stub: Any, says: Callable[..., None]) -> None:
    says("{}")
    assert endpoint(stub, KEY).ask(QUESTION, "name", SCHEMA) == "{}"
    ((path, headers, body),) = stub.asked
    assert path == "/v1/chat/completions"
    assert headers["Authorization"] == f"Bearer {KEY}"
    assert body["model"] == "small"
    assert body["messages"] == [{"role": "system", "content": "s"}, {"role": "user", "content": "u"}]
    assert body["temperature"] == 0
    assert body["response_format"] == {
        "type": "json_schema",
        "json_schema": {"name": "name", "strict": True, "schema": SCHEMA},
    }


def test_a_server_that_knows_objects_only_is_told_the_schema_in_its_way(
    stub: Any, says: Callable[..., None]
) -> None:
    says("{}")
    Endpoint(stub.url, "small", format_=Format.JSON_OBJECT).ask(QUESTION, "name", SCHEMA)
    assert stub.asked[0][2]["response_format"] == {"type": "json_object", "schema": SCHEMA}


def test_no_key_no_header(stub: Any, says: Callable[..., None]) -> None:
    says("{}")
    endpoint(stub).ask(QUESTION, "name", SCHEMA)
    assert "Authorization" not in stub.asked[0][1]


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_passing_fault_is_tried_again(stub: Any, answers: Callable[..., None], status: int) -> None:
    from_server = b'{"choices":[{"message":{"content":"ok"},"finish_reason":"stop"}]}'
    answers((status, b"later"), (200, from_server))
    assert endpoint(stub).ask(QUESTION, "name", SCHEMA) == "ok"
    assert len(stub.asked) == 2


def test_a_lasting_fault_ends_after_the_tries(stub: Any, answers: Callable[..., None]) -> None:
    answers((500, b"boom"))
    with pytest.raises(EndpointError, match=r"gave no usable answer \(status 500: boom\)"):
        endpoint(stub).ask(QUESTION, "name", SCHEMA)
    assert len(stub.asked) == 3


def test_a_refusal_of_the_server_is_not_tried_again_and_does_not_tell_the_key(
    stub: Any, answers: Callable[..., None]
) -> None:
    answers((401, f"bad key {KEY} \x1b[31m".encode()))
    with pytest.raises(EndpointError, match="status 401") as caught:
        endpoint(stub, KEY).ask(QUESTION, "name", SCHEMA)
    assert len(stub.asked) == 1
    assert KEY not in str(caught.value)
    assert "\x1b" not in str(caught.value)


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_is_refused(stub: Any, answers: Callable[..., None], status: int) -> None:
    answers((status, b""), Location="http://elsewhere.example/v1/chat/completions")
    with pytest.raises(EndpointError, match="sends elsewhere"):
        endpoint(stub, KEY).ask(QUESTION, "name", SCHEMA)
    assert len(stub.asked) == 1


def test_a_server_that_hangs_is_left_in_time(stub: Any) -> None:
    stub.acts = [lambda handler: stub.over.wait(20)]
    begun = time.monotonic()
    with pytest.raises(EndpointError, match="gave no usable answer"):
        endpoint(stub, seconds=0.4).ask(QUESTION, "name", SCHEMA)
    assert time.monotonic() - begun < 3


def test_a_server_that_drips_is_left_in_time(stub: Any) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "100000")
        handler.end_headers()
        while not stub.over.wait(0.05):
            handler.wfile.write(b" ")
            handler.wfile.flush()

    stub.acts = [drip]
    begun = time.monotonic()
    with pytest.raises(EndpointError, match="gave no usable answer"):
        endpoint(stub, seconds=0.5).ask(QUESTION, "name", SCHEMA)
    assert time.monotonic() - begun < 3


def test_a_huge_answer_is_left(stub: Any) -> None:
    def flood(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        for _ in range(2000):
            handler.wfile.write(b"x" * 65_536)

    stub.acts = [flood]
    with pytest.raises(EndpointError, match="more than 100000 bytes"):
        endpoint(stub, answer_bytes=100_000).ask(QUESTION, "name", SCHEMA)


@pytest.mark.parametrize(
    "body", [b"", b"<html>", b"[]", b'{"choices":[]}', b'{"choices":[{"message":{}}]}', b"[" * 5000]
)
def test_what_is_no_completion_is_said_so(stub: Any, answers: Callable[..., None], body: bytes) -> None:
    answers((200, body))
    with pytest.raises(EndpointError, match="gave no usable answer"):
        endpoint(stub).ask(QUESTION, "name", SCHEMA)


def test_a_cut_answer_and_a_refusal_are_no_answers(stub: Any, says: Callable[..., None]) -> None:
    says('{"incidents": [', reason="length")
    with pytest.raises(Declined, match="was cut off"):
        endpoint(stub).ask(QUESTION, "name", SCHEMA)
    says(None, refusal="I cannot help with that.")
    with pytest.raises(Declined, match="refused"):
        endpoint(stub).ask(QUESTION, "name", SCHEMA)
    assert len(stub.asked) == 2


def test_nobody_at_home() -> None:
    with pytest.raises(EndpointError, match="gave no usable answer"):
        Endpoint("http://127.0.0.1:1/v1", "m", None, Limits(seconds=1, tries=2, pause=0.01)).ask(
            QUESTION, "name", SCHEMA
        )


@pytest.mark.parametrize(
    "url",
    [
        "",
        "ftp://host/v1",
        "http://user:word@host/v1",
        "https://host/v1?key=1",
        "http:///v1",
        "http://host:99999/v1",
        "file:///etc/passwd",
    ],
)
def test_an_address_that_cannot_be_used(url: str) -> None:
    with pytest.raises(EndpointError, match="address of the endpoint"):
        Endpoint(url, "m")


def test_a_key_goes_only_where_nobody_listens() -> None:
    with pytest.raises(EndpointError, match="without encryption"):
        Endpoint("http://models.example/v1", "m", Secret(KEY))
    Endpoint("https://models.example/v1", "m", Secret(KEY))
    Endpoint("http://[::1]:8000/v1", "m", Secret(KEY))


def test_a_key_is_never_shown() -> None:
    secret = Secret(KEY)
    assert KEY not in f"{secret} {secret!r} {[secret]} {vars(Endpoint('https://h/v1', 'm', secret))}"
    with pytest.raises(TypeError):
        pickle.dumps(secret)
    with pytest.raises(EndpointError, match="header"):
        Secret("a\r\nX-Other: b")
