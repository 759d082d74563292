"""``POST /v1/chat/completions``: one question, one answer, bounded in time, size and tries.

The standard library's client is used as it is: it follows no redirect, so a report and a key go to the host that
was named and to no other; it reads no proxy from the environment; and an answer is read piece by piece, so that
one that does not end, or comes too slowly, is left.
"""

from __future__ import annotations

import contextlib
import http.client
import ipaddress
import json
import socket
import ssl
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

from kordon.coding.asking.question import Message
from kordon.domain.errors import KordonError

PATH = "/chat/completions"
PIECE = 65_536  # bytes read at a time
SHOWN = 200  # letters of an endpoint's own words that a sentence repeats
TRY_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})


class EndpointError(KordonError):
    """The endpoint cannot be used, or gave no answer that could be read."""


class Secret:
    """A key that no message, log or representation shows; :meth:`reveal` is called where the header is made."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        if any(not "!" <= c <= "~" for c in value):
            raise EndpointError(
                "The key holds a letter that a header cannot carry; copy it again, without blanks."
            )
        self._value = value

    def reveal(self) -> str:
        return self._value

    def __repr__(self) -> str:
        return "Secret(…)"

    __str__ = __repr__

    def __reduce__(self) -> Any:
        raise TypeError("A key is not written down.")


@dataclass(frozen=True, slots=True)
class Limits:
    """How long one question may take in all, how many tries, how large an answer may be."""

    seconds: float = 120.0
    tries: int = 3
    pause: float = 1.0  # before the second try; doubled for each further one
    answer_bytes: int = 1_000_000
    tokens: int = 4_000  # that a model may write


class Format(StrEnum):
    """How an endpoint is told the schema: as OpenAI does, or as servers do that know ``json_object`` only."""

    JSON_SCHEMA = "json_schema"
    JSON_OBJECT = "json_object"

    def asked(self, name: str, schema: Mapping[str, Any]) -> dict[str, Any]:
        """The ``response_format`` of a question."""
        if self is Format.JSON_OBJECT:
            return {"type": "json_object", "schema": schema}
        return {"type": "json_schema", "json_schema": {"name": name, "strict": True, "schema": schema}}


class _Passing(Exception):
    """A fault that may be gone at the next try, as a sentence without its stop."""


class Endpoint:
    """An OpenAI-compatible endpoint; ``url`` is its base, such as ``http://127.0.0.1:8000/v1``."""

    def __init__(
        self,
        url: str,
        model: str,
        key: Secret | None = None,
        limits: Limits | None = None,
        format_: Format = Format.JSON_SCHEMA,
    ) -> None:
        parts = urlsplit(url)
        try:
            host, port = parts.hostname, parts.port
        except ValueError:
            host = port = None
        if parts.scheme not in ("http", "https") or not host or parts.username or parts.password or parts.query:
            raise EndpointError(
                "The address of the endpoint is not one that can be used; write it as https://host/v1, without a "
                "name, a key or a question mark in it."
            )
        if key is not None and parts.scheme == "http" and not _is_here(host):
            raise EndpointError(
                f"A key is not sent to {host} without encryption; use an https:// address, or leave the key out."
            )
        if not model.strip() or not model.isprintable():
            raise EndpointError(
                "The name of the model is empty or holds a letter that cannot be printed; name one."
            )
        self.model = model.strip()
        self.shown = f"{parts.scheme}://{host}{f':{port}' if port else ''}{parts.path}"
        self._tls = parts.scheme == "https"
        self._host, self._port = host, port
        self._path = parts.path.rstrip("/") + PATH
        self._key = key
        self._limits = limits or Limits()
        self._format = format_

    def ask(self, messages: Sequence[Message], name: str, schema: Mapping[str, Any]) -> str:
        """The content of the answer, which is to be JSON of ``schema``.

        Raises :class:`EndpointError` with a sentence for an endpoint that cannot be reached, refuses, redirects,
        does not end in time or answers with something else than a completion.
        """
        body = json.dumps(
            {
                "model": self.model,
                "messages": [message._asdict() for message in messages],
                "temperature": 0,
                "max_tokens": self._limits.tokens,
                "response_format": self._format.asked(name, schema),
            },
            ensure_ascii=False,
        ).encode("utf-8", "replace")
        until = time.monotonic() + self._limits.seconds
        pause, last = self._limits.pause, "it was not asked"
        for attempt in range(max(1, self._limits.tries)):
            if attempt:
                if time.monotonic() + pause >= until:
                    break
                time.sleep(pause)
                pause *= 2
            try:
                return self._content(self._post(body, until))
            except _Passing as fault:
                last = str(fault)
        raise EndpointError(
            f"The endpoint {self.shown} gave no usable answer ({self._without_key(last)}); see whether the "
            "server runs, or ask again later."
        )

    def _post(self, body: bytes, until: float) -> bytes:
        headers = {"Content-Type": "application/json", "Accept": "application/json", "User-Agent": "kordon"}
        if self._key is not None:
            headers["Authorization"] = f"Bearer {self._key.reveal()}"
        status, data = self._exchange(body, headers, until)
        if status == http.HTTPStatus.OK:
            return data
        told = f"status {status}: {_inert(data[:2000].decode('utf-8', 'replace'))[:SHOWN]}"
        if status in TRY_AGAIN:
            raise _Passing(told)
        if 300 <= status < 400:
            raise EndpointError(
                f"The endpoint {self.shown} sends elsewhere (status {status}), and a report is sent only "
                "to the address that was named; name the other address if you trust it."
            )
        raise EndpointError(
            f"The endpoint {self.shown} refused the question ({self._without_key(told)}); see whether it takes "
            "response_format json_schema, and whether model and key are right."
        )

    def _exchange(self, body: bytes, headers: Mapping[str, str], until: float) -> tuple[int, bytes]:
        """Status and body. The line is cut when the time is over, whatever the other side does until then."""
        connection = self._connection(until)
        answer: http.client.HTTPResponse | None = None
        timer: threading.Timer | None = None
        try:
            connection.connect()
            timer = threading.Timer(self._left(until), _cut, [connection.sock])
            timer.daemon = True
            timer.start()
            connection.request("POST", self._path, body, dict(headers))
            answer = connection.getresponse()
            return answer.status, self._read(answer, until)
        except (OSError, http.client.HTTPException) as error:
            self._left(until)
            raise _Passing(f"{type(error).__name__}: {error}"[:SHOWN]) from None
        finally:
            if timer is not None:
                timer.cancel()
            if answer is not None:
                answer.close()
            connection.close()

    def _connection(self, until: float) -> http.client.HTTPConnection:
        left = self._left(until)
        if self._tls:
            context = ssl.create_default_context()
            return http.client.HTTPSConnection(self._host, self._port, timeout=left, context=context)
        return http.client.HTTPConnection(self._host, self._port, timeout=left)

    def _read(self, answer: http.client.HTTPResponse, until: float) -> bytes:
        parts: list[bytes] = []
        size = 0
        while piece := answer.read1(PIECE):
            size += len(piece)
            if size > self._limits.answer_bytes:
                raise EndpointError(
                    f"The endpoint {self.shown} answered with more than {self._limits.answer_bytes} bytes, which "
                    "no answer needs; nothing of it was used."
                )
            parts.append(piece)
        self._left(until)
        return b"".join(parts)

    def _left(self, until: float) -> float:
        left = until - time.monotonic()
        if left <= 0:
            raise _Passing(f"it did not answer within {self._limits.seconds:g} seconds")
        return left

    def _content(self, data: bytes) -> str:
        """The text of the first choice; a refusal, or an answer that was cut off, is an error of its own."""
        try:
            choice = json.loads(data)["choices"][0]
            message = choice["message"]
            refusal, content = message.get("refusal"), message.get("content")
            reason = choice.get("finish_reason")
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            raise _Passing("its answer is no chat completion") from None
        if refusal or reason == "content_filter":
            raise Declined(f"The model {self.model} refused to answer.")
        if reason == "length":
            raise Declined(f"The answer of {self.model} was cut off after {self._limits.tokens} tokens.")
        if not isinstance(content, str):
            raise _Passing("its answer has no text")
        return content

    def _without_key(self, text: str) -> str:
        return text if self._key is None else text.replace(self._key.reveal(), "…")


class Declined(EndpointError):
    """The endpoint works, but the model gave no answer to this question."""


def _is_here(host: str) -> bool:
    """Whether a host is this machine."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _cut(line: socket.socket) -> None:
    with contextlib.suppress(OSError):
        line.shutdown(socket.SHUT_RDWR)


def _inert(text: str) -> str:
    """One line without what a terminal would act on."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
