"""The rules that ship, and a small language to write records in."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

import pytest

from kordon.domain.record import Entry, Person
from kordon.measures.life import Life, Rules, advanced, lives, load_rules, policies
from kordon.measures.process import check, entries_of, replayed, why_not
from kordon.vocabulary import Vocabulary

PEOPLE = {
    "desk": Person("desk", ("analyst",)),
    "office": Person("office", ("secretariat",)),
    "border": Person("border", ("adviser", "border_command")),
    "army": Person("army", ("adviser", "military_command")),
    "mayors": Person("mayors", ("adviser", "municipalities")),
    "board": Person("board", ("commission",)),
    "cabinet": Person("cabinet", ("government",)),
    "guards": Person("guards", ("service",)),
}


@pytest.fixture(scope="session")
def rules(vocabulary: Vocabulary) -> Rules:
    return load_rules(vocabulary)


def time(text: str) -> dt.datetime:
    """2024-06-12 or 2024-06-12 09:30, summer or winter time of Warsaw left out: in UTC."""
    return dt.datetime.fromisoformat(text if len(text) > 10 else f"{text} 08:00").replace(tzinfo=dt.UTC)


@dataclass
class Story:
    """A record that grows by steps; each is checked as a register would."""

    rules: Rules
    record: list[Entry] = field(default_factory=list)

    def entry(self, name: str, does: str, who: str, at: str, **data: object) -> Entry:
        why = str(data.pop("why", "as the situation asks"))
        evidence = data.pop("evidence", (f"incident-{name}",))
        number = f"e{len(self.record)}"
        return Entry(number, "measure", name, does, PEOPLE[who], time(at), why, evidence, data)  # type: ignore[arg-type]

    def why_not(self, name: str, does: str, who: str, at: str, **data: object) -> str:
        entry = self.entry(name, does, who, at, **data)
        about = entries_of(self.rules.process, self.record, name)
        return why_not(self.rules.process, about, entry, policies(self.rules, self.record))

    def do(self, name: str, does: str, who: str, at: str, **data: object) -> Entry:
        entry = self.entry(name, does, who, at, **data)
        about = entries_of(self.rules.process, self.record, name)
        check(self.rules.process, about, entry, policies(self.rules, self.record))
        self.record.append(entry)
        return entry

    def advance(self, at: str) -> list[tuple[str, str]]:
        new = advanced(self.rules, self.record, time(at))
        self.record += new
        return [(e.subject, e.does) for e in new]

    def adopt(self, name: str, at: str, starts: str, **data: object) -> None:
        """From a proposal to its adoption on one day."""
        kind = data.pop("kind", "buffer_zone")
        scope = {k: data.pop(k) for k in ("crossings", "traffic") if k in data}
        extends = {"extends": data.pop("extends")} if "extends" in data else {}
        begin = "propose_extension" if extends else "propose"
        self.do(name, begin, "desk", at, kind=kind, borders=("PL-BY",), states=("PL",), **scope, **extends)
        self.do(name, "draft", "office", at, basis="an act")
        self.do(name, "adopt", "cabinet", at, starts=starts, **data)

    @property
    def lives(self) -> dict[str, Life]:
        return dict(lives(self.rules.process, self.record))

    @property
    def states(self) -> dict[str, str]:
        """The state of everything, from a replay that checks each entry anew."""
        return dict(replayed(self.rules.process, self.record, policies(self.rules, self.record)))


@pytest.fixture
def story(rules: Rules) -> Story:
    return Story(rules)


@pytest.fixture(scope="session")
def new_story(rules: Rules):  # type: ignore[no-untyped-def]
    """A new story each time it is called, for tests that need many."""
    return lambda: Story(rules)
