"""A sender that is killed at any point: nobody is left out, and what may have arrived twice is known by name."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kordon.commentary.phrases import Phrases
from kordon.newsletter.keys import write_keys
from kordon.newsletter.opening import Newsletter

HERE = Path(__file__).parent
READERS = 1000


@pytest.mark.parametrize(("connections", "readers"), [(1, READERS), (3, 500)])
def test_senders_killed_at_random_over_a_thousand_sends(
    on_file: Newsletter, sending: Any, quick_sink: Any, subscribe: Callable[..., Any], phrases: Phrases,
    tmp_path: Path, connections: int, readers: int,
) -> None:  # fmt: skip
    from kordon.newsletter.letters import Edition, Kind, Letter
    from kordon.newsletter.models import Delivery
    from kordon.newsletter.outbox import Outbox
    from kordon.newsletter.run import Run

    addresses = [f"reader-{n}@example.org" for n in range(readers)]
    subscribe(on_file, *addresses)
    there = sending(on_file, quick_sink.port)
    short = Edition("The week", "", "The week", ("A short letter.",), (), "https://example.org/")
    letter = Letter("issue 2024-W22", Kind.ISSUE, (), {"en": short})
    Outbox(there).add(letter)
    write_keys(there.keys, tmp_path / "keys", new=True)
    command = [sys.executable, HERE / "crash.py", there.settings.database, str(quick_sink.port), tmp_path / "keys"]
    done = subprocess.run(
        [*command, str(connections), "7"], capture_output=True, text=True, check=True, timeout=240
    )
    killed, status = map(int, done.stdout.split())
    assert killed >= 3
    assert status == 0

    got = Counter(recipient for recipient, _ in quick_sink.got)
    assert max(got.values()) == 1  # nobody got it twice
    states = Outbox(there).counts()[letter.name]
    assert states["sent"] + states["uncertain"] == readers
    assert states["uncertain"] <= killed * connections  # one on each connection of each sender that was killed
    missed = set(addresses) - set(got)
    assert len(missed) <= states["uncertain"]  # whoever did not get it is flagged
    held = Delivery.objects.using(there.alias).filter(state="uncertain")
    assert all(row.reader_id is not None for row in held)

    Run(there, phrases).send()  # the rule is 'hold': nothing happens by itself
    assert len(quick_sink.got) == sum(got.values())
    Run(there, phrases).send(uncertain="resend")
    assert Outbox(there).counts()[letter.name] == {"sent": readers}
    assert {recipient for recipient, _ in quick_sink.got} == set(addresses)  # nobody is left out
    names = defaultdict(list)
    for recipient, name in quick_sink.got:
        names[recipient].append(name)
    twice = {who: ids for who, ids in names.items() if len(ids) > 1}
    assert len(twice) <= states["uncertain"]
    assert all(len(set(ids)) == 1 for ids in twice.values())  # the same Message-ID
    assert len({ids[0] for ids in names.values()}) == readers


def test_a_sender_killed_while_it_queues_goes_on_there(
    newsletter: Newsletter, subscribe: Callable[..., Any], phrases: Phrases, made: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """Each chunk of readers is put into the outbox in one transaction with the place that was reached."""
    from kordon.newsletter import audience
    from kordon.newsletter import outbox as module
    from kordon.newsletter.letters import letter_of_issue

    monkeypatch.setattr(audience, "CHUNK", 10)
    subscribe(newsletter, *(f"reader-{n}@example.org" for n in range(95)))
    letter = letter_of_issue(made.issue(), phrases, newsletter.settings.site_url)

    class Killed(BaseException):
        pass

    class Fails(module.Outbox):
        rounds = 0

        def _put(self, letter: Any, readers: Any) -> int:
            made = super()._put(letter, readers)
            self.rounds += 1
            if self.rounds % 4 == 0:
                raise Killed
            return made

    Fails(newsletter).add(letter)
    deaths = 0
    while True:
        try:
            Fails(newsletter).queue(letter.name)
            break
        except Killed:
            deaths += 1
    assert deaths == 3
    assert module.Outbox(newsletter).counts()[letter.name] == {"queued": 95}
    assert module.Outbox(newsletter).queue(letter.name) == 0


def test_a_reader_forgotten_meanwhile_gets_nothing(
    on_file: Newsletter, sending: Any, sink: Any, subscribe: Callable[..., Any], phrases: Phrases, made: ModuleType
) -> None:
    """Even when the copy was claimed and its envelope handed over already."""
    from kordon.newsletter.letters import letter_of_issue
    from kordon.newsletter.run import Run
    from kordon.newsletter.subscriptions import Subscriptions

    subscribe(on_file, *(f"reader-{n}@example.org" for n in range(5)))
    there = sending(on_file, sink.port)

    def forget(address: str) -> None:
        Subscriptions(there).forget_address(address)
        there.close()

    def plan(address: str, before: int) -> str:
        if len(sink.offered) == 3 and before == 0:
            plan.forgotten = address  # type: ignore[attr-defined]
            thread = threading.Thread(target=forget, args=[address])  # aiosmtpd's loop bars Django from its own
            thread.start()
            thread.join()
        return "take"

    sink.plan = plan
    letter = letter_of_issue(made.issue(), phrases, there.settings.site_url)
    done = Run(there, phrases).send([letter])
    assert done.counts == {"sent": 4}
    assert plan.forgotten not in {mail.recipient for mail in sink.got}  # type: ignore[attr-defined]
