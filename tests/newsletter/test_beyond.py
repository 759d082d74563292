"""Beyond one sender: several processes on one PostgreSQL database, a provider in the place of SMTP, encryption."""

from __future__ import annotations

import datetime as dt
import ipaddress
import ssl
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kordon.commentary.phrases import Phrases
from kordon.newsletter.keys import write_keys
from kordon.newsletter.opening import Newsletter

HERE = Path(__file__).parent
WORKER = """
import sys
from pathlib import Path
from kordon.commentary.phrases import load_phrases
from kordon.newsletter.address import read_address
from kordon.newsletter.keys import read_keys
from kordon.newsletter.opening import newsletter
from kordon.newsletter.settings import Settings, Smtp
from kordon.vocabulary import load
import kordon.newsletter
database, port, keys = sys.argv[1:]
phrases = load_phrases(load(), Path(kordon.newsletter.__file__).parent, indicators={})
settings = Settings("Kordon", read_address("news@example.org"), "https://news.example.org", "https://example.org",
                    database, None, Smtp("127.0.0.1", int(port), "none"))
with newsletter(settings, read_keys(Path(keys))) as opened:
    from kordon.newsletter.run import Run
    run = Run(opened, phrases)
    print("ready", flush=True)
    sys.stdin.readline()
    print(run.send().counts["sent"])
"""


@pytest.fixture
def letter(made: ModuleType, phrases: Phrases) -> Any:
    from kordon.newsletter.letters import letter_of_issue

    return letter_of_issue(made.issue(areas=("security",)), phrases, "https://example.org")


def test_three_processes_share_one_outbox(
    newsletter: Newsletter,
    sending: Any,
    quick_sink: Any,
    subscribe: Callable[..., Any],
    letter: Any,
    tmp_path: Path,
) -> None:
    """On PostgreSQL each takes rows that no other has locked (SKIP LOCKED); on SQLite they take turns. Everybody
    gets one copy, and nobody waits for the end of another process."""
    from kordon.newsletter.outbox import Outbox

    addresses = [f"reader-{n}@example.org" for n in range(1200)]
    subscribe(newsletter, *addresses)
    there = sending(newsletter, quick_sink.port)
    Outbox(there).add(letter)  # they share the work of putting copies into the outbox as well
    write_keys(there.keys, tmp_path / "keys", new=True)
    command = [sys.executable, "-c", WORKER, there.settings.database, str(quick_sink.port), str(tmp_path / "keys")]
    pipe = subprocess.PIPE
    running = [subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) for _ in range(3)]
    for process in running:
        assert process.stdout is not None and process.stdout.readline() == "ready\n"
    for process in running:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    sent = [int(process.communicate(timeout=120)[0]) for process in running]
    assert sum(sent) == 1200
    assert sum(count > 0 for count in sent) >= 2
    assert sorted(recipient for recipient, _ in quick_sink.got) == sorted(addresses)
    assert Outbox(there).counts()[letter.name] == {"sent": 1200}


def test_what_a_living_worker_holds_is_left_to_it(newsletter: Newsletter, subscribe: Any, letter: Any) -> None:
    """Another process that starts meanwhile takes neither its claims nor what it has in flight."""
    import threading

    from kordon.newsletter.locks import Alive
    from kordon.newsletter.outbox import Outbox

    subscribe(newsletter, "one@example.org", "two@example.org")
    outbox = Outbox(newsletter)
    outbox.add(letter)
    outbox.queue(letter.name)
    with Alive(newsletter, 7).held():
        claimed = outbox.claim(7)
        outbox.start(claimed[0].id)
        found: list[int] = []

        def other() -> None:  # a connection of its own, as another process has
            found.append(outbox.recover())
            newsletter.close()

        thread = threading.Thread(target=other)
        thread.start()
        thread.join()
        assert found == [0]
        assert outbox.counts()[letter.name] == {"claimed": 1, "flight": 1}
    assert outbox.recover() == 1
    assert outbox.counts()[letter.name] == {"queued": 1, "uncertain": 1}
    assert outbox.settle(resend=False) == 1
    assert outbox.counts()[letter.name] == {"queued": 1, "sent": 1}


def test_a_provider_in_the_place_of_smtp(
    on_file: Newsletter, subscribe: Any, letter: Any, phrases: Phrases
) -> None:
    """django-anymail's own test backend: the same letters, headers and outbox."""
    pytest.importorskip("anymail")
    from django.core import mail

    from kordon.newsletter.outbox import Outbox
    from kordon.newsletter.run import Run
    from kordon.newsletter.settings import Provider

    backend = "anymail.backends.test.EmailBackend"
    there = replace(on_file, settings=replace(on_file.settings, provider=Provider(backend)))
    subscribe(there, "one@example.org", "two@example.org")
    mail.outbox = []
    done = Run(there, phrases).send([letter])
    assert done.counts == {"sent": 2}
    outbox = Outbox(there)
    assert outbox.counts()[letter.name] == {"sent": 2}
    sent = mail.outbox[0]
    assert sent.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert sent.extra_headers["Message-ID"].endswith("@example.org>")
    assert sent.alternatives[0][1] == "text/html"
    assert "/manage/" in sent.body


@pytest.mark.parametrize(
    ("error", "state"),
    [("AnymailRecipientsRefused", "refused"), ("status 429", "later"), ("status 500", "later"),
     ("status 422", "refused"), ("ConnectionError", "uncertain")],
)  # fmt: skip
def test_what_a_provider_answers(error: str, state: str) -> None:
    from kordon.newsletter.provider import _outcome

    if error.startswith("status"):
        raised = Exception()
        raised.status_code = int(error.split()[1])  # type: ignore[attr-defined]
    else:
        raised = type(error, (Exception,), {})()
    assert _outcome(raised).state == state


def test_a_provider_that_is_not_there_is_a_sentence(on_file: Newsletter, phrases: Phrases) -> None:
    from kordon.newsletter.errors import NewsletterError
    from kordon.newsletter.run import Run
    from kordon.newsletter.settings import Provider

    there = replace(on_file, settings=replace(on_file.settings, provider=Provider("nowhere.Backend")))
    with pytest.raises(NewsletterError, match=r"The mail backend 'nowhere.Backend' cannot be opened"):
        Run(there, phrases).send()


@pytest.fixture
def certificate(tmp_path: Path) -> tuple[Path, ssl.SSLContext]:
    """A certificate for 127.0.0.1 that signs itself, and a server's context with it."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "sink.example.org")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1)).not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    chain, private = tmp_path / "chain.pem", tmp_path / "key.pem"
    chain.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    private.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(chain, private)
    return chain, context


def test_mail_leaves_encrypted_to_a_server_that_can_prove_who_it_is(
    on_file: Newsletter, sending: Any, subscribe: Any, letter: Any, phrases: Phrases, tmp_path: Path,
    certificate: tuple[Path, ssl.SSLContext], mailserver: ModuleType, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """STARTTLS, the certificate checked, and the password given only after that."""
    from aiosmtpd.smtp import AuthResult

    from kordon.newsletter.run import Run

    chain, context = certificate
    heard: list[bytes] = []

    def authenticator(server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
        heard.append(data.password)
        return AuthResult(success=data.password == b"secret")

    monkeypatch.setenv("KORDON_SMTP_PASSWORD", "secret")
    options = {
        "tls_context": context,
        "require_starttls": True,
        "authenticator": authenticator,
        "auth_required": True,
    }
    subscribe(on_file, "one@example.org")
    with mailserver.Sink(options=options) as sink:
        unknown = sending(on_file, sink.port, security="starttls", user="news")
        assert "SSLCertVerificationError" in Run(unknown, phrases).send([letter]).stopped
        assert heard == []
        trusted = sending(on_file, sink.port, security="starttls", user="news", ca_file=chain)
        assert Run(trusted, phrases).send([letter]).counts == {"sent": 1}
        assert heard == [b"secret"]
        monkeypatch.setenv("KORDON_SMTP_PASSWORD", "wrong-password")
        subscribe(on_file, "two@example.org")
        correction = replace(letter, name="another letter")
        stopped = Run(trusted, phrases).send([correction]).stopped
    assert "does not take our mail" in stopped and "wrong-password" not in stopped
