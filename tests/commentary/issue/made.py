"""A desk without a register, for tests and spec tables: texts, a record, and values that can be moved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import cache

from kordon.coding.lexicon import load_lexicon
from kordon.commentary.issue import (
    Desk,
    Facts,
    Finding,
    Glossary,
    Rules,
    Text,
    findings,
    load_glossary,
    parse,
    policies,
    revised,
    steps,
    subject,
    texts,
)
from kordon.commentary.issue.revision import text_of
from kordon.commentary.phrases import Phrases, load_phrases
from kordon.criteria.labels import Label
from kordon.domain.assessment import Trend
from kordon.domain.errors import NotAllowed
from kordon.domain.issue import Revision
from kordon.domain.record import Entry, Person
from kordon.domain.time import Date, Week
from kordon.geo.gazetteer import load_gazetteer
from kordon.measures.process import check, entries_of, load_process
from kordon.vocabulary import LANGUAGES, load

WEEK = Week(2024, 22)
AREA = "security"
NOON = dt.datetime(2024, 6, 3, 12, tzinfo=dt.UTC)
PROCESS = load_process("issue")
PEOPLE = {
    "writer": Person("desk-1", ("analyst",)),
    "second": Person("desk-2", ("analyst", "reviewer")),
    "editor": Person("desk-3", ("editor",)),
    "all": Person("desk-4", ("analyst", "reviewer", "editor")),
}
VALUES: Mapping[str, Mapping[str, float | Date]] = {
    "reading-attempts": {"value": 412.0},
    "count:PL-BY:2024-W22": {"mean": 2521.9, "before": 1598.7},
    "share-visas": {"share": 0.38},
    "measure-zone": {"start": Date(2024, 6, 13), "end": Date(2024, 9, 10), "days": 90.0},
    "report-notice": {"number 27": 27.0},
}
LINKED = ("report-notice",)
TEXT = """---
week: {week}
area: {area}
language: {lang}
trend: {trend}
{more}---
# {headline}

{lede}

{body}

## Sources
- A border guard, https://example.org/notice
"""
WORDS = {
    "en": ("Quiet days at the line", "Little was reported.", "A patrol went out."),
    "be": ("Ціхія дні на мяжы", "Паведамленняў было мала.", "Патруль выйшаў."),
    "ru": ("Тихие дни на границе", "Сообщений было мало.", "Патруль вышел."),
}


@cache
def phrases() -> Phrases:
    return load_phrases(load())


@cache
def glossary() -> Glossary:
    return load_glossary(load_gazetteer())


def file(lang: str = "en", body: str = "", *, trend: str = "has_not_changed", more: str = "", **words: str) -> str:
    headline, lede, paragraph = WORDS[lang]
    told = {"headline": headline, "lede": lede, "body": body or paragraph} | words
    return TEXT.format(week=WEEK, area=AREA, lang=lang, trend=trend, more=more, **told)


class Room:
    """Analysts, their record, and what the ids stand for now (``values``, which a test may move)."""

    def __init__(self, values: Mapping[str, Mapping[str, float | Date]] = VALUES) -> None:
        self.values = dict(values)
        self.record: list[Entry] = []
        self.revisions: dict[str, Revision] = {}
        self.computed: Trend | None = None
        self.label: Label | None = None
        self.minutes = 0

    # Writing

    def desk(self, lang: str) -> Desk:
        lexicon = load_lexicon(lang)
        assert lexicon is not None
        return Desk(phrases().languages[lang], self.values.get, lexicon.settings.abbreviations)

    def revision(self, text: str, by: Sequence[str] = ("desk-1",), source: str = "") -> Revision:
        written = parse(text, "text.md")
        before = self.revisions.get(written.revision)
        made_from = self.revisions.get(source or written.made_from)
        authors = tuple(dict.fromkeys((*written.authors, *by)))
        return revised(written, Trend(written.trend), self.desk(written.lang), authors, before, made_from)

    def hand_in(self, text: str, who: Person = PEOPLE["writer"], source: str = "", why: str = "") -> Revision:
        """Write a text: the first or a further revision, or a correction of what is released."""
        made = self.revision(text, (who.id,), source)
        held = self.text(made.lang)
        does = {None: "begin", "draft": "revise", "released": "amend", "corrected": "amend"}
        self.revisions[made.id] = made
        name = subject(made.week, made.area, made.lang)
        state = held.state if held is not None else None
        try:
            self.take(steps.write(name, does.get(state, "revise"), who, made, why))
        except NotAllowed:
            del self.revisions[made.id]
            raise
        return made

    def edit(self, lang: str, old: str, new: str, who: Person = PEOPLE["writer"], why: str = "") -> Revision:
        """Change words of the newest revision in its file, and hand that in."""
        held = self.text(lang)
        assert held is not None
        told = text_of(self.revisions[held.newest])
        assert old in told, told
        return self.hand_in(told.replace(old, new), who, self.revisions[held.newest].made_from, why)

    # Steps

    def text(self, lang: str) -> Text | None:
        return texts(PROCESS, self.record).get(subject(WEEK, AREA, lang))

    def facts(self) -> Facts:
        return Facts(
            texts=texts(PROCESS, self.record),
            revisions=self.revisions,
            languages=LANGUAGES,
            areas=frozenset(load()["areas"]),
            check=self.check,
            computed=lambda area, week: self.computed,
            labels={} if self.label is None else {(AREA, WEEK): self.label},
        )

    def check(self, revision: Revision) -> tuple[Finding, ...]:
        rules = Rules(phrases().languages, self.values.get, glossary(), LINKED.__contains__)
        return findings(revision, rules)

    def take(self, make: steps.Make) -> Entry:
        self.minutes += 1
        entry = make(self.record, NOON + dt.timedelta(minutes=self.minutes))
        gates = policies(PROCESS, self.facts())
        check(PROCESS, entries_of(PROCESS, self.record, entry.subject), entry, gates)
        self.record.append(entry)
        return entry

    def judge(self, does: str, lang: str, who: Person, why: str = "") -> Entry:
        held = self.text(lang)
        assert held is not None
        return self.take(steps.judge(held.subject, does, who, held.current, why))

    def approved(self, lang: str, source: str = "", **more: str) -> Revision:
        """A text that was written by one and approved by another."""
        made = self.hand_in(file(lang, **more), source=source)
        self.judge("submit", lang, PEOPLE["writer"])
        self.judge("approve", lang, PEOPLE["second"])
        return made

    def all_approved(self, **more: str) -> dict[str, Revision]:
        first = self.approved("en", **more)
        return {"en": first} | {lang: self.approved(lang, first.id, **more) for lang in ("be", "ru")}

    def release(self, langs: Sequence[str] = LANGUAGES, without: Sequence[str] = (), why: str = "") -> None:
        for lang in langs:
            held = self.text(lang)
            name = subject(WEEK, AREA, lang)
            current = held.current if held is not None else "none"
            self.take(steps.release(name, PEOPLE["editor"], current, "release-1", without, why))
