"""The minutes of a sitting, told for a reader: plain text in plain tables, in one language.

What people wrote (reasons, opinions, estimates) stays as they wrote it; all else is said by the phrase book.
"""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from kordon.criteria.page import Page, Table
from kordon.domain.assessment import Level
from kordon.domain.measure import Crossing
from kordon.domain.reading import Unknown
from kordon.domain.record import Person
from kordon.measures.process import Process
from kordon.measures.sitting.changes import BorderChange, Change
from kordon.measures.sitting.model import HEADINGS, Estimate, Offer, Put, Sitting

WIDTH = 100  # letters in a line of text


class Speaker(Protocol):
    """The part of the phrase book that is needed here."""

    def has(self, lang: str, key: str) -> bool: ...

    def names(self, name: str, term: str) -> bool: ...

    def say(self, lang: str, key: str, **values: object) -> str: ...


@dataclass(frozen=True, slots=True)
class Minutes:
    """What minutes are made of.

    ``entry`` and ``fingerprint``: the number and hash of the record's newest entry when they were made, by which a
    reader can tell later that nothing before it was changed; 0 and '' to leave them out.
    """

    sitting: Sitting
    process: Process
    changes: tuple[BorderChange, ...]
    crossings: Mapping[str, Crossing] = field(default_factory=dict)
    entry: int = 0
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class _Voice:
    phrases: Speaker
    lang: str
    minutes: Minutes

    def __call__(self, key: str, **values: object) -> str:
        return self.phrases.say(self.lang, f"sitting-{key}", **values)

    def moment(self, at: dt.datetime) -> str:
        at = at.astimezone(dt.UTC)
        return self("moment", day=at.date(), time=f"{at:%H:%M}")

    def words(self, given: str) -> str:
        """A key of the phrase book said; words as they are."""
        return self.phrases.say(self.lang, given) if self.phrases.has(self.lang, given) else given

    def names(self, name: str, terms: Iterable[str]) -> str:
        return ", ".join(self(name, **{name: term}) for term in terms)

    def person(self, who: Person) -> str:
        known = self.minutes.process.roles
        roles = ", ".join(known[role][self.lang] for role in who.roles if role in known)
        return f"{who.id} ({roles})" if roles else who.id

    def crossing(self, name: str) -> str:
        crossing = self.minutes.crossings.get(name)
        names = {} if crossing is None else dict(crossing.names)
        return names.get(self.lang) or names.get("en") or name

    def told(self, words: str) -> str:
        """An estimate in its words; one made of ids (``crossing: bus, rail``) is said with their labels."""
        parts = [part.partition(": ") for part in words.split("; ")]
        for crossing, _, classes in parts:
            known = all(self.phrases.names("traffic", name) for name in classes.split(", "))
            if crossing not in self.minutes.crossings or not known:
                return self.words(words)
        return "; ".join(f"{self.crossing(c)}: {self.names('traffic', t.split(', '))}" for c, _, t in parts)

    def level(self, level: Level | Unknown) -> str:
        return self.words(level.reason) if isinstance(level, Unknown) else self("level", level=level.value)

    def value(self, value: float | Unknown, unit: str) -> str:
        if isinstance(value, Unknown):
            return self.words(value.reason)
        number = round(value, 1 if abs(value) < 100 else None)  # the reading itself has every digit
        return self("value", number=number, unit=unit) if unit else self("number", number=number)


def describe(minutes: Minutes, lang: str, phrases: Speaker) -> Page:
    """The whole minutes in one language: what is shown first, then a table a subject, the record last."""
    say, sitting = _Voice(phrases, lang, minutes), minutes.sitting
    notices = [
        say("notice"),
        say("state", words=minutes.process.states[sitting.state].label[lang]),
        say("called", body=sitting.body, who=say.person(sitting.called.by), when=say.moment(sitting.called.at)),
    ]
    if minutes.entry:
        notices.append(say("fingerprint", number=minutes.entry, hash=minutes.fingerprint))
    tables = [
        *(_changes(change, sitting, say) for change in minutes.changes),
        _range(sitting, say),
        _impact(sitting, say),
        _opinions(sitting, say),
        _decision(sitting, say),
        _record(minutes, say),
    ]
    return Page(say("title", id=sitting.id), tuple(notices), tuple(table for table in tables if table is not None))


def _changes(change: BorderChange, sitting: Sitting, say: _Voice) -> Table:
    name = say("border", border=change.border)
    item = sitting.item(change.border)
    caption = say(
        "changes-level",
        before=say.level(change.before),
        now=say.level(change.now),
        moved=say(f"moved-{change.moved.value.replace('_', '-')}"),
    )
    if item is not None and not item.since:
        caption = f"{caption} {say('changes-first')}"
    if not change.same_criteria:
        caption = f"{caption} {say('changes-criteria')}"
    heads = ("factor", "indicator", "level-before", "level-now", "moved", "value-before", "value-now")
    rows = tuple(_change(one, say) for one in change.indicators)
    return Table(say("changes-title", name=name), caption, tuple(say(f"head-{h}") for h in heads), rows)


def _change(one: Change, say: _Voice) -> tuple[str, ...]:
    return (
        say("factor", factor=one.factor),
        say("indicator", indicator=one.indicator),
        say.level(one.before),
        say.level(one.now),
        say(f"moved-{one.moved.value.replace('_', '-')}"),
        say.value(one.value_before, one.unit),
        say.value(one.value_now, one.unit),
    )


def _range(sitting: Sitting, say: _Voice) -> Table:
    heads = ("option", "rung", "measure", "border", "scope", "exceptions", "basis", "days", "put-by")
    standing = sitting.range
    rows = [_option(put, say) for put in standing]
    rows += [_option(put, say, say("withdrawn")) for put in sitting.options if put.withdrawn]
    return Table(say("range-title"), say("range-caption"), tuple(say(f"head-{h}") for h in heads), tuple(rows))


def _option(put: Put, say: _Voice, mark: str = "") -> tuple[str, ...]:
    offer = put.offer
    measure = say("measure", measure=offer.kind)
    if offer.step:
        measure = f"{measure}. {say.words(offer.step)}"
    who = f"{say.person(put.by)}, {say.moment(put.at)}"
    if not offer.proposal:
        who = f"{who}. {say('beyond', why=put.why)}"
    return (
        f"{offer.id} ({mark})" if mark else offer.id,
        offer.rung,
        measure,
        say("border", border=offer.border),
        _scope(offer, say),
        ", ".join(say.words(name) for name in offer.exceptions) or say("no-exceptions"),
        say.words(offer.basis),
        say("days", start=offer.starts, end=offer.ends),
        who,
    )


def _scope(offer: Offer, say: _Voice) -> str:
    traffic = say.names("traffic", offer.traffic) or say("no-traffic")
    crossings = ", ".join(say.crossing(name) for name in offer.crossings)
    return f"{traffic}: {crossings}" if crossings else f"{traffic}; {say('no-crossing')}"


def _impact(sitting: Sitting, say: _Voice) -> Table | None:
    if not sitting.range:
        return None
    headers = (say("head-option"), *(say(f"impact-{h.replace('_', '-')}") for h in HEADINGS))
    rows = tuple(
        (put.offer.id, *(_estimate(put.offer.estimate(h), say) for h in HEADINGS)) for put in sitting.range
    )
    return Table(say("impact-title"), say("impact-caption"), headers, rows)


def _estimate(told: Estimate | Unknown, say: _Voice) -> str:
    if isinstance(told, Unknown):
        return say.words(told.reason)
    if told.low is None or told.high is None:
        return say.told(told.words)
    return f"{say.told(told.words)} ({say('interval', low=told.low, high=told.high)} {told.unit})".replace(
        " )", ")"
    )


def _opinions(sitting: Sitting, say: _Voice) -> Table:
    heads = ("office", "about", "opinion", "words", "when")
    rows = tuple(
        (
            o.office,
            o.about or say("all-options"),
            say(f"opinion-{o.opinion.replace('_', '-')}"),
            o.why,
            say.moment(o.at),
        )
        for o in sitting.opinions
    )
    caption = "" if rows else say("no-opinion")
    return Table(say("opinions-title"), caption, tuple(say(f"head-{h}") for h in heads), rows)


def _decision(sitting: Sitting, say: _Voice) -> Table:
    """Sentences: what was decided, by whom and why, when it is looked at again, and who dissents."""
    rows: list[str] = []
    if (decision := sitting.decision) is not None:
        rows.append(say(f"decided-{decision.choice}", names=", ".join(decision.options), words=decision.other))
        rows.append(say("decided-by", who=say.person(decision.by), when=say.moment(decision.at)))
        rows.append(say("decided-why", words=decision.why))
        rows.append(say("next-review", day=decision.next_review))
    if (deferral := sitting.deferral) is not None:
        rows.append(say("deferred", who=say.person(deferral.by), when=say.moment(deferral.at), words=deferral.why))
        rows.append(say("next-review", day=deferral.next_review))
    if not rows:
        rows.append(say("nothing-decided"))
    rows += [say("dissent", who=say.person(d.by), when=say.moment(d.at), words=d.why) for d in sitting.dissents]
    return Table(say("decision-title"), "", (say("decision-title"),), tuple((row,) for row in rows))


def _record(minutes: Minutes, say: _Voice) -> Table:
    heads = ("when", "who", "step", "why", "evidence")
    rows = tuple(
        (
            say.moment(e.at),
            say.person(e.by),
            minutes.process.steps[e.does].label[say.lang],
            e.why,
            ", ".join(e.evidence),
        )
        for e in minutes.sitting.entries
    )
    return Table(say("record-title"), say("record-caption"), tuple(say(f"head-{h}") for h in heads), rows)


def as_text(page: Page) -> str:
    """The minutes as plain text, for a terminal, a letter or a file."""
    return "\n".join(_lines(page)) + "\n"


def _lines(page: Page) -> Iterator[str]:
    yield from (page.title, "=" * len(page.title), "")
    for notice in page.notices:
        yield from textwrap.wrap(notice, WIDTH)
    for table in page.tables:
        yield from ("", table.title, "-" * len(table.title))
        yield from textwrap.wrap(table.caption, WIDTH)
        for row in table.rows:
            if len(table.headers) == 1:
                yield from textwrap.wrap(row[0], WIDTH, initial_indent="* ", subsequent_indent="  ")
                continue
            told = [f"{head}: {cell}" for head, cell in zip(table.headers, row, strict=True) if cell]
            for n, cell in enumerate(told):
                indent = "* " if n == 0 else "  "
                yield from textwrap.wrap(cell, WIDTH, initial_indent=indent, subsequent_indent="    ")
