"""The record that ``kordon measures`` works on: read, checked, brought up to date, added to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kordon.cli.acting import open_known
from kordon.domain.errors import DomainError, RegisterError

if TYPE_CHECKING:
    from kordon.chain import Setup
    from kordon.domain.measure import Measure
    from kordon.domain.record import Entry
    from kordon.measures.life import Life, Rules
    from kordon.measures.process import Policies


@dataclass
class Asked:
    """Which record (a file, or a register's), which folders, and the time to take as now."""

    record: Path | None
    register: str | None
    folders: tuple[Path, ...]
    now: dt.datetime

    @cached_property
    def setup(self) -> Setup:
        from kordon.chain import Setup

        return Setup(*self.folders)

    @cached_property
    def rules(self) -> Rules:
        from kordon.measures.life import load_rules

        return load_rules(self.setup.vocabulary, *self.folders)

    @cached_property
    def stored(self) -> tuple[Entry, ...]:
        """What the record holds, checked entry by entry."""
        from kordon.api.record import read_record
        from kordon.measures.life import policies
        from kordon.measures.process import replayed

        entries: tuple[Entry, ...] = ()
        if self.register is not None:
            with open_known(self.register) as register:
                entries = register.record(self.rules.process.id)
        elif self.record is None:
            return self.ledger
        elif self.record.exists():
            entries = read_record(self.record)
        replayed(self.rules.process, entries, policies(self.rules, entries))
        return entries

    @cached_property
    def ledger(self) -> tuple[Entry, ...]:
        from kordon.measures.life import replay

        return replay(self.rules, self.measures, self.now).record

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """The public ledger that ships."""
        from kordon.intake.tables import read_table
        from kordon.measures.ledger import measures_of
        from kordon.run import SHIPPED

        setup = self.setup
        table = read_table(SHIPPED / "measures.csv", setup.vocabulary, setup.sources, gazetteer=setup.gazetteer)
        reported = [m for coded in table.coded for m in coded.measures]
        return measures_of(reported, {coded.report.id: coded.report for coded in table.coded})

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The record with what has taken effect by itself."""
        from kordon.measures.life import advanced

        return (*self.stored, *advanced(self.rules, self.stored, self.now))

    def append(self, entries: tuple[Entry, ...]) -> None:
        from kordon.api.record import lines_of

        if self.register is not None:
            self._take(entries)
            return
        if self.record is None:
            raise DomainError("Nothing can be added to the public ledger; name a --register or a --record.")
        try:
            with self.record.open("a", encoding="utf-8") as file:
                file.write(lines_of(entries))
        except OSError as error:
            raise RegisterError(f"{self.record} cannot be written ({error.strerror}); check the path.") from None

    def _take(self, entries: tuple[Entry, ...]) -> None:
        """Store entries in the register, all or none, each checked against the record as it stands then."""
        from kordon.measures.life import policies

        def maker(entry: Entry) -> Callable[[Sequence[Entry], dt.datetime], Entry]:
            return lambda log, at: entry

        def gates(log: Sequence[Entry]) -> Policies:
            return policies(self.rules, log)

        assert self.register is not None
        with open_known(self.register) as register:
            register.take_together([(self.rules.process, maker(e), gates) for e in entries], now=self.now)

    def life(self, name: str) -> Life:
        from kordon.measures.life import lives

        known = lives(self.rules.process, self.entries)
        if name not in known:
            raise DomainError(f"There is no measure {name!r} in the record; 'kordon measures list' shows them.")
        return known[name]


def plain(life: Life) -> dict[str, object]:
    days = {name: str(d) if (d := getattr(life, name)) else None for name in ("starts", "ends", "review")}
    times = {name: t.isoformat() if (t := getattr(life, name)) else None for name in ("began", "over")}
    lists = {name: list(getattr(life, name)) for name in ("states", "borders", "crossings", "traffic")}
    words = {name: getattr(life, name) for name in ("id", "state", "kind", "basis", "extends")}
    return {**words, **lists, **days, **times}
