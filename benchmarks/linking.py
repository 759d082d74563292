"""Linking: how many incidents a second become events, spread over years and all in one month."""

from __future__ import annotations

import subprocess
import sys

from benchmarks.entry import Entry, measured, reaching

# Made by rule: a third repeat the incident before, the rest differ in border, kind, day, place and people.
OURS = """
import datetime as dt, random, sys, time
from kordon.coding.linking import fold, load_linking, suggest
from kordon.domain.coded import Incident, Modality, Party, Place
from kordon.domain.quantity import Quantity
from kordon.domain.report import Evidence, Report, stable_id
from kordon.domain.time import Span
from kordon.geo.gazetteer import load_gazetteer
from kordon.vocabulary import load
size, days = int(sys.argv[1]), int(sys.argv[2])
vocabulary, gazetteer, chance = load(), load_gazetteer(), random.Random(1)
rules, kinds, borders = load_linking(vocabulary), sorted(vocabulary["kinds"]), vocabulary.assessed_borders
near = {b: sorted(p.id for p in gazetteer.places.values() if p.country == vocabulary["borders"][b].get("near"))
        for b in borders}
incidents, reports, told = [], {}, None
for number in range(size):
    if told is None or chance.random() > 0.3:
        border, day = chance.choice(borders), dt.date(2021, 1, 1) + dt.timedelta(chance.randrange(days))
        at = (chance.choice(near[border]),) if chance.random() < 0.6 else ()
        people = Quantity.exactly(chance.randrange(1, 90)) if chance.random() < 0.5 else None
        told = dict(kind=chance.choice(kinds), place=Place((border,), settlements=at), occurred=Span.day(day),
                    people=people)
    name = stable_id("report", number)
    published = told["occurred"].end + dt.timedelta(days=1)
    reports[name] = Report(name, "Told.", source=f"{number % 40}.example", published_at=published, grade="B2")
    incidents.append(Incident(id=stable_id("incident", name), modality=Modality.ACTUAL, rule="made",
                              evidence=(Evidence(name, 0, 4),), actor=Party("migrants"), **told))
began = time.process_time()
state = fold(suggest(incidents, reports, rules, gazetteer), (), rules)
seconds = time.process_time() - began
assert len(state.events) < size, "some are linked"
print(size / seconds)
"""


def _rate(size: int, days: int) -> float:
    done = subprocess.run(
        [sys.executable, "-c", OURS, str(size), str(days)], capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def run() -> list[Entry]:
    return [
        reaching(
            "linking: 100,000 incidents over four years", _rate(100_000, 1_600), "incidents a second", 20_000
        ),
        measured("linking: 100,000 incidents in one month", _rate(100_000, 30), "incidents a second"),
    ]
