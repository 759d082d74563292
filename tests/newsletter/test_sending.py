"""Letters leave through a real mail server, however it behaves, and the outbox knows what became of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kordon.commentary.phrases import Phrases
from kordon.newsletter.opening import Newsletter

ADDRESSES = [f"reader-{n}@example.org" for n in range(6)]


@pytest.fixture
def send(phrases: Phrases, made: ModuleType) -> Callable[..., Any]:
    """A function that sends the made-up issue."""

    def run(newsletter: Newsletter, **options: Any) -> Any:
        from kordon.newsletter.letters import letter_of_issue
        from kordon.newsletter.run import Run

        letter = letter_of_issue(made.issue(), phrases, newsletter.settings.site_url)
        return Run(newsletter, phrases).send([letter], **{"sleep": lambda seconds: None} | options)

    return run


def states(newsletter: Newsletter) -> Counter[str]:
    from kordon.newsletter.outbox import Outbox

    return Outbox(newsletter).counts().get("issue 2024-W22", Counter())


def test_every_reader_gets_the_letter_once(
    newsletter: Newsletter, sending: Any, sink: Any, subscribe: Any, send: Any
) -> None:
    subscribe(newsletter, *ADDRESSES)
    there = sending(newsletter, sink.port)
    assert send(there).counts == {"sent": 6}
    assert sorted(mail.recipient for mail in sink.got) == ADDRESSES
    assert send(there).counts == {}  # again: nothing is sent twice
    assert len(sink.got) == 6
    assert sink.greeted == 1  # one connection for all


@pytest.mark.parametrize("pipelining", [True, False])
@pytest.mark.parametrize(
    ("manner", "state"),
    [
        ("refuse", "refused"),
        ("grey", "later"),
        ("goodbye", "later"),
        ("drop at rcpt", "later"),
        ("hang at rcpt", "later"),
        ("drop at data", "uncertain"),
        ("hang at data", "uncertain"),
        ("drop after data", "uncertain"),
        ("reject text", "refused"),
        ("put off text", "later"),
    ],
)
def test_one_bad_answer_touches_one_reader(
    on_file: Newsletter,
    sending: Any,
    sink: Any,
    subscribe: Any,
    send: Any,
    manner: str,
    state: str,
    pipelining: bool,
) -> None:
    """The others get their letter; whatever can be in doubt is one copy."""
    sink.pipelining = pipelining
    sink.plan = lambda address, before: manner if address == "unlucky@example.org" else "take"
    subscribe(on_file, *ADDRESSES)
    there = sending(on_file, sink.port, timeout=0.5)
    assert send(there).counts == {"sent": 6}
    subscribe(on_file, "unlucky@example.org", *(f"later-{n}@example.org" for n in range(3)))
    again = _requeue(there)
    sent = send(again)
    assert sent.counts["sent"] == 3
    if manner == "reject text" and list(sink.offered)[6] == "unlucky@example.org":
        state = "later"  # the first of a run: the no may be meant for us
    assert states(on_file) == Counter({"sent": 9, state: 1})
    others = [mail.recipient for mail in sink.got if mail.recipient != "unlucky@example.org"]
    assert len(others) == len(set(others)) == 9


def _requeue(newsletter: Newsletter) -> Newsletter:
    """Readers who confirmed since are looked for anew, as if the letter had not been queued to the end."""
    from kordon.newsletter.models import Letter

    Letter.objects.using(newsletter.alias).filter(name="issue 2024-W22").update(queued=False, cursor=-1)
    return newsletter


def test_greylisted_readers_get_it_in_a_later_pass(
    on_file: Newsletter, sending: Any, sink: Any, subscribe: Any, send: Any
) -> None:
    sink.plan = lambda address, before: "grey" if before == 0 else "take"
    subscribe(on_file, *ADDRESSES)
    paused: list[float] = []
    done = send(sending(on_file, sink.port), wait=1000, sleep=paused.append)
    assert done.counts == {"later": 6, "sent": 6}
    assert paused and paused[0] == 300
    assert sorted(mail.recipient for mail in sink.got) == ADDRESSES


def test_what_is_put_off_for_five_days_is_given_up(
    on_file: Newsletter, sending: Any, sink: Any, subscribe: Any, send: Any, calendar: Any
) -> None:
    sink.plan = lambda address, before: "grey"
    subscribe(on_file, *ADDRESSES)
    send(sending(on_file, sink.port))
    calendar.pass_days(5)
    send(sending(on_file, sink.port))
    assert states(on_file) == {"later": 6}
    calendar.pass_days(1)
    send(sending(on_file, sink.port))
    assert states(on_file) == {"refused": 6}


def test_a_server_that_says_no_to_everybody_says_it_to_us(
    on_file: Newsletter, sending: Any, sink: Any, subscribe: Any, send: Any
) -> None:
    """Nobody is struck off because a relay is set up wrongly: nothing is final before something got through."""
    sink.plan = lambda address, before: "reject text"
    subscribe(on_file, *(f"reader-{n}@example.org" for n in range(40)))
    done = send(sending(on_file, sink.port))
    assert "refused 20 messages one after another (the last with 5.7.1)" in done.stopped
    assert set(states(on_file)) == {"later", "queued"}
    sink.plan = lambda address, before: "take"
    send(sending(on_file, sink.port))
    assert states(on_file) == {"sent": 40}


def test_a_server_that_is_not_there_is_a_sentence(
    on_file: Newsletter, sending: Any, subscribe: Any, send: Any
) -> None:
    subscribe(on_file, *ADDRESSES)
    done = send(sending(on_file, 1))
    assert done.stopped.startswith("The mail server 127.0.0.1:1 does not take our mail")
    assert states(on_file) == {"queued": 6}


def test_without_starttls_nothing_is_sent(
    on_file: Newsletter, sending: Any, sink: Any, subscribe: Any, send: Any
) -> None:
    subscribe(on_file, *ADDRESSES)
    done = send(sending(on_file, sink.port, security="starttls"))
    assert "does not take our mail" in done.stopped
    assert sink.got == []


def test_a_domain_gets_no_more_than_its_rate(
    on_file: Newsletter, sending: Any, sink: Any, subscribe: Any, phrases: Phrases, made: ModuleType
) -> None:
    from kordon.newsletter.compose import Composer
    from kordon.newsletter.letters import letter_of_issue
    from kordon.newsletter.outbox import Outbox
    from kordon.newsletter.sending import SmtpTransport, Worker
    from kordon.newsletter.throttle import Throttle

    subscribe(on_file, "a@slow.example.org", "b@slow.example.org", "c@slow.example.org", *ADDRESSES)
    there = sending(on_file, sink.port)
    letter = letter_of_issue(made.issue(), phrases, there.settings.site_url)
    Outbox(there).add(letter)
    Outbox(there).queue(letter.name)
    clock = [0.0]
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        clock[0] += seconds

    throttle = Throttle({"slow.example.org": 30}, lambda: clock[0])
    composer = Composer(there, phrases)
    report = Worker(there, lambda letters: SmtpTransport(composer, letters), throttle, sleep).run()
    assert report.counts == {"sent": 9}
    assert slept == [2.0, 2.0]  # two of the three wait two seconds each, nobody else does
    assert [mail.recipient for mail in sink.got][-2:] != ADDRESSES[-2:]


def test_several_connections_share_the_work(
    newsletter: Newsletter, sending: Any, sink: Any, subscribe: Any, send: Any
) -> None:
    addresses = [f"reader-{n}@example.org" for n in range(150)]
    subscribe(newsletter, *addresses)
    done = send(sending(newsletter, sink.port, connections=3))
    assert done.counts == {"sent": 150}
    assert sorted(mail.recipient for mail in sink.got) == sorted(addresses)


def test_a_hostile_answer_is_not_listened_to_for_ever(
    on_file: Newsletter, sending: Any, subscribe: Any, send: Any
) -> None:
    """A server that answers with what is no SMTP, or does not end its line."""
    import socket
    import threading

    answers = (b"220 hello\r\n250 ok\r\nnonsense\r\n", b"220 hello\r\n250 ok\r\n" + b"2" * 300_000)
    for turn, said in enumerate(answers, 1):
        listening = socket.create_server(("127.0.0.1", 0))

        def serve(listening: socket.socket = listening, said: bytes = said) -> None:
            for _ in range(6):
                try:
                    connection, _address = listening.accept()
                except OSError:
                    return
                with connection:
                    connection.sendall(said)
                    connection.settimeout(0.2)
                    try:
                        while connection.recv(65536):
                            pass
                    except OSError:
                        pass

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        subscribe(on_file, f"reader-{len(said)}@example.org")
        done = send(sending(_requeue(on_file), listening.getsockname()[1], timeout=1.0))
        listening.close()
        assert done.counts == {"later": turn}


def test_the_files_beside_the_list_are_gone_in_the_end(
    on_file: Newsletter, sending: Any, sink: Any, subscribe: Any, send: Any
) -> None:
    subscribe(on_file, *ADDRESSES)
    send(sending(on_file, sink.port))
    assert on_file.path is not None
    assert not list(Path(on_file.path.parent).glob("*-lock"))
