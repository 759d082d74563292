"""Start senders on one outbox and kill them at random, until one of them comes to the end. A process of its own,
which has loaded everything and forks: a sender is at work within milliseconds.

    python crash.py DATABASE PORT KEYS CONNECTIONS SEED

Prints how many senders were killed.
"""

from __future__ import annotations

import itertools
import os
import random
import signal
import sys
import threading
from pathlib import Path

from kordon.commentary.phrases import load_phrases
from kordon.newsletter.address import read_address
from kordon.newsletter.keys import read_keys
from kordon.newsletter.opening import newsletter
from kordon.newsletter.settings import Settings, Smtp
from kordon.register.configuration import configure
from kordon.vocabulary import load

configure()
import kordon.newsletter.run as run  # noqa: E402
import kordon.newsletter.smtp as smtp  # noqa: E402


def main(database: str, port: str, keys: str, connections: str, seed: str) -> None:
    phrases = load_phrases(load(), Path(run.__file__).parent, indicators={})
    held = read_keys(Path(keys))
    server = Smtp("127.0.0.1", int(port), "none", timeout=5.0, connections=int(connections))
    settings = Settings(
        "Kordon", read_address("news@example.org"), "https://news.example.org", "https://example.org", database,
        None, server,
    )  # fmt: skip
    chance = random.Random(int(seed))
    killed = 0
    while True:
        after, delay = chance.randint(20, 180), chance.uniform(0, 0.004)
        child = os.fork()
        if child == 0:
            die_after(after, delay)
            with newsletter(settings, held) as opened:
                run.Run(opened, phrases).send()
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            print(killed, status)
            return
        killed += 1


def die_after(writes: int, delay: float) -> None:
    """Kill this process some milliseconds after its so many-th write to a server, wherever it is then."""
    written = itertools.count(1)
    write = smtp.Connection.write

    def counting(connection: smtp.Connection, data: bytes) -> None:
        if next(written) == writes:
            threading.Timer(delay, os.kill, (os.getpid(), signal.SIGKILL)).start()
        write(connection, data)

    smtp.Connection.write = counting  # type: ignore[method-assign]


if __name__ == "__main__":
    main(*sys.argv[1:])
