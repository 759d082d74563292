"""Personalised messages a second, beside Django's own mail sending and a bare pipelined socket on one connection.

All send the same number of copies of the same issue, each with its reader's own links, to postfix's smtp-sink,
which takes them faster than any of us makes them. Ours also opens the sealed address, keeps the outbox and can be
killed at any moment; the others do neither. With DKIM, both sign with the same RSA key of 2048 bits: Django's way
with dkimpy, as its documentation has it, ours with dkimpy's canonical forms and cryptography's RSA.
"""

from __future__ import annotations

import datetime as dt
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.entry import Entry, against, measured, within

COUNT, SIGNED = 5000, 500
MANY = 100_000
SINKS = ("/usr/sbin/smtp-sink", "smtp-sink")
PACKAGES = ("django", "dkimpy", "cryptography")


def run() -> list[Entry]:
    sink = next((found for name in SINKS if (found := shutil.which(name))), None)
    if sink is None:
        print("There is no smtp-sink; it is in Debian's package 'postfix'. The newsletter was not measured.")
        return []
    with tempfile.TemporaryDirectory() as folder, listening(sink) as port:
        plain = sides(folder, port, COUNT, signed=False)
        signed = sides(folder, port, SIGNED, signed=True)
        rate, few = part("memory", folder, port, MANY // 10)
        _, many = part("memory", folder, port, MANY)
    unit = "messages/s"
    return [
        against("newsletter: beside Django's send_messages", plain["ours"], plain["django"], unit, 4, PACKAGES),
        against("newsletter: beside a bare socket", plain["ours"], plain["socket"], unit, None, PACKAGES),
        against("newsletter: with DKIM, beside Django's", signed["ours"], signed["django"], unit, 4, PACKAGES),
        measured("newsletter: messages of a run of 100,000", rate, "messages/s"),
        measured("newsletter: peak resident memory, 10,000 readers", few, "MB"),
        within("newsletter: memory that 90,000 readers more take", max(0.0, many - few), "MB", 10),
    ]  # fmt: skip


def sides(folder: str, port: int, count: int, *, signed: bool) -> dict[str, float]:
    """Each side three times in turn, the best of each; what else the machine does hits all alike."""
    best: dict[str, float] = {}
    for _ in range(3):
        for side in ("ours", "django", "socket"):
            rate, _memory = part(side, folder, port, count, signed=signed)
            best[side] = max(best.get(side, 0.0), rate)
    return best


def part(side: str, folder: str, port: int, count: int, *, signed: bool = False) -> tuple[float, float]:
    """Messages a second and the peak memory in MB of one side, in a process of its own."""
    told_it = [side, folder, str(port), str(count), str(int(signed))]
    command = [sys.executable, "-m", "benchmarks.newsletter", *told_it]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ)
    assert running.stdout is not None
    told = running.stdout.read()
    _, status, usage = os.wait4(running.pid, 0)
    running.returncode = status
    if status:
        sys.exit(f"The side {side!r} of the newsletter's benchmark did not end well.")
    return float(told), usage.ru_maxrss / 1024


@contextmanager
def listening(sink: str) -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = int(free.getsockname()[1])
    user = ["-u", "root"] if os.getuid() == 0 else []
    process = subprocess.Popen([sink, *user, f"127.0.0.1:{port}", "100"], stderr=subprocess.DEVNULL)
    try:
        end = time.monotonic() + 10
        while time.monotonic() < end:
            try:
                socket.create_connection(("127.0.0.1", port)).close()
                break
            except OSError:
                time.sleep(0.05)
        yield port
    finally:
        process.terminate()
        process.wait()


# -- one side, in its own process


def side(name: str, folder: Path, port: int, count: int, signed: bool) -> float:
    """Messages a second."""
    import kordon.newsletter
    from kordon.commentary.phrases import load_phrases
    from kordon.newsletter.address import read_address
    from kordon.newsletter.keys import make_keys
    from kordon.newsletter.opening import newsletter
    from kordon.newsletter.settings import Dkim, Settings, Smtp
    from kordon.vocabulary import load

    phrases = load_phrases(load(), Path(kordon.newsletter.__file__).parent, indicators={})
    dkim = Dkim("example.org", "news1", _key(folder)) if signed else None
    place = folder / f"{name}-{os.getpid()}.sqlite3"
    settings = Settings(
        "Kordon", read_address("news@example.org"), "https://news.example.org", "https://example.org", str(place),
        None, Smtp("127.0.0.1", port, "none"), dkim,
    )  # fmt: skip
    with newsletter(settings, make_keys()) as opened:
        from kordon.newsletter.compose import Composer
        from kordon.newsletter.dkim_signing import Signer
        from kordon.newsletter.letters import letter_of_issue
        from kordon.newsletter.readers import Choice, Reader
        from kordon.newsletter.run import Run

        letter = letter_of_issue(_issue(), phrases, settings.site_url)
        composer = Composer(opened, phrases, Signer(dkim) if dkim else None)
        readers = (Reader(f"reader-{n}@example.org", Choice(("en", "be", "ru")[n % 3])) for n in range(count))
        if name in ("ours", "memory"):
            _fill(opened, readers)
            Run(opened, phrases).outbox.add(letter)
            if name == "ours":  # the others do not count how they came by their list either
                Run(opened, phrases).outbox.queue(letter.name)
            began = time.perf_counter()
            done = Run(opened, phrases).send()
            assert done.counts == {"sent": count}, done
        elif name == "django":
            began = time.perf_counter()
            _django(composer, letter, readers, port, dkim)
        else:
            contents = [composer.message(n, letter, n, reader) for n, reader in enumerate(readers)]
            began = time.perf_counter()
            _socket(contents, port)
    return count / (time.perf_counter() - began)


def _fill(opened, readers) -> None:  # type: ignore[no-untyped-def]
    """Confirmed readers, in portions."""
    from itertools import islice

    from kordon.newsletter.models import Subscriber
    from kordon.newsletter.readers import about, new_id, seal

    keys = opened.keys
    while some := list(islice(readers, 1000)):
        rows = [(new_id(), reader) for reader in some]
        Subscriber.objects.using(opened.alias).bulk_create(
            Subscriber(
                id=row, found_by=keys.finds(reader.same)[0], sealed=seal(keys, about(row), reader), generation=1,
                confirmed=True,
            )
            for row, reader in rows
        )  # fmt: skip


def _django(composer, letter, readers, port, dkim) -> None:  # type: ignore[no-untyped-def]
    """EmailMultiAlternatives through Django's SMTP backend, as its documentation has it; one connection."""
    from django.conf import settings
    from django.core.mail import EmailMultiAlternatives
    from django.core.mail.backends.smtp import EmailBackend

    settings.EMAIL_USE_LOCALTIME = False
    settings.DEFAULT_CHARSET = "utf-8"
    key = dkim.key.read_bytes() if dkim else b""

    class Signed(EmailMultiAlternatives):
        def message(self, **more):  # type: ignore[no-untyped-def]
            import dkim as library

            made = super().message(**more)
            header = library.sign(
                made.as_bytes(linesep="\r\n"), b"news1", b"example.org", key,
                include_headers=[b"from", b"to", b"subject", b"date", b"message-id", b"list-unsubscribe"],
            )  # fmt: skip
            made["DKIM-Signature"] = header.partition(b":")[2].strip().decode().replace("\r\n", "")
            return made

    kind = Signed if dkim else EmailMultiAlternatives

    def messages():  # type: ignore[no-untyped-def]
        for n, reader in enumerate(readers):
            whole, fields = composer.parts(n, letter, n, reader)
            message = kind(
                whole.subject, whole.text, "Kordon <news@example.org>", [reader.wire], headers=dict(fields)
            )
            message.attach_alternative(whole.html, "text/html")
            yield message

    backend = EmailBackend(host="127.0.0.1", port=port)
    backend.open()
    for message in messages():  # one by one: send_messages would want all of them at once
        backend.send_messages([message])
    backend.close()


def _socket(contents, port: int) -> None:  # type: ignore[no-untyped-def]
    """Messages made beforehand, in groups of commands, with nothing kept: what the wire and the sink allow."""
    with socket.create_connection(("127.0.0.1", port)) as wire, wire.makefile("rb") as answers:
        wire.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        answers.readline()
        wire.sendall(b"EHLO bench\r\n")
        while answers.readline()[3:4] == b"-":
            pass
        for message in contents:
            wire.sendall(f"MAIL FROM:<{message.sender}>\r\nRCPT TO:<{message.recipient}>\r\nDATA\r\n".encode())
            for _ in range(3):
                answers.readline()
            wire.sendall(message.content + b".\r\n")
            answers.readline()


def _key(folder: Path) -> Path:
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import rsa

    path = folder / "dkim.pem"
    if not path.exists():
        path.touch(0o600)
        private = rsa.generate_private_key(65537, 2048)
        form, none = serialization.PrivateFormat.TraditionalOpenSSL, serialization.NoEncryption()
        path.write_bytes(private.private_bytes(serialization.Encoding.PEM, form, none))
    return path


def _issue():  # type: ignore[no-untyped-def]
    """Two areas of some twelve sentences in each language; made up."""
    from kordon.domain.assessment import Trend
    from kordon.domain.commentary import Sentence
    from kordon.domain.issue import Commentary, Issue, Revision
    from kordon.domain.time import Week

    said = {
        "en": "The number of attempts to cross grew again, and three officers were hurt by stones.",
        "be": "Колькасць спробаў перайсці мяжу зноў вырасла, тры службоўцы пацярпелі ад камянёў.",
        "ru": "Число попыток перейти границу снова выросло, трое служащих пострадали от камней.",
    }
    week = Week(2024, 22)

    def revision(lang: str, area: str) -> Revision:
        one = Sentence(said[lang], "written")
        body = ((one, one, one),) * 3
        name, by = f"{area}-{lang}", ("desk-1",)
        return Revision(name, week, area, lang, Trend.WORSE, one, one, body, (one,) * 3, (), by)

    both = [(area, {lang: revision(lang, area) for lang in said}) for area in ("security", "west")]
    areas = tuple(Commentary(area, revisions, ("desk-2",)) for area, revisions in both)
    return Issue(week, 1, dt.date(2024, 6, 4), areas)


if __name__ == "__main__":
    print(side(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]), sys.argv[5] == "1"))
