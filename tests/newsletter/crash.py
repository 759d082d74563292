"""Start senders on one outbox and kill them at random, until one of them comes to the end. A process of its own, which
has loaded everything and forks: a sender is at work within milliseconds.

    python crash.py DATABASE PORT KEYS CONNECTIONS SEED

Prints how many senders were killed.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
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


def main(database: str, port: str, keys: str, connections: str, seed: str) -> None:
    phrases = load_phrases(load(), Path(run.__file__).parent, indicators={})
    held = read_keys(Path(keys))
    smtp = Smtp("127.0.0.1", int(port), "none", timeout=5.0, connections=int(connections))
    settings = Settings(
        "Kordon", read_address("news@example.org"), "https://news.example.org", "https://example.org", database, None,
        smtp,
    )  # fmt: skip
    chance = random.Random(int(seed))
    killed = 0
    while True:
        child = os.fork()
        if child == 0:
            with newsletter(settings, held) as opened:
                run.Run(opened, phrases).send()
            os._exit(0)
        end = time.monotonic() + chance.uniform(0.2, 2.0) * (1 + killed / 8)
        while time.monotonic() < end:
            done, status = os.waitpid(child, os.WNOHANG)
            if done:
                print(killed, status)
                return
            time.sleep(0.001)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        killed += 1


if __name__ == "__main__":
    main(*sys.argv[1:])
