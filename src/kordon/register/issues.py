"""The issues of a register: what pages and commands call to show a week's texts, and what readers get of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kordon.chain import Setup
from kordon.commentary.issue import (
    PROCESS,
    Behind,
    Change,
    Facts,
    Finding,
    Glossary,
    Rules,
    Text,
    behind,
    differences,
    findings,
    issues,
    load_glossary,
    policies,
    subject,
    texts,
)
from kordon.commentary.issue.revision import text_of
from kordon.criteria.labels import PROCESS as LABELS
from kordon.criteria.labels import Label
from kordon.criteria.labels import labels as labels_of
from kordon.domain.assessment import Trend
from kordon.domain.errors import DomainError
from kordon.domain.issue import Issue, Revision
from kordon.domain.record import Entry, Person
from kordon.domain.time import Date, Week
from kordon.measures.process import Choice, Policies, Process, choices, load_process
from kordon.register.issue_facts import Now
from kordon.register.register import Register
from kordon.register.values import ById
from kordon.vocabulary import LANGUAGES


@dataclass(frozen=True)
class Issues:
    """The texts of every week, with the documents and words that they are checked by. It only reads; what people
    do is taken by :class:`kordon.register.issue_desk.Desk`."""

    register: Register
    setup: Setup

    @cached_property
    def process(self) -> Process:
        return load_process(PROCESS, *self.setup.folders)

    @cached_property
    def glossary(self) -> Glossary:
        return load_glossary(self.setup.gazetteer, *self.setup.folders)

    @property
    def languages(self) -> tuple[str, ...]:
        return LANGUAGES

    @cached_property
    def areas(self) -> tuple[str, ...]:
        """The areas in the order of the vocabulary, which is that of an issue."""
        return tuple(self.setup.vocabulary["areas"])

    # What is there

    def texts(self) -> Mapping[str, Text]:
        """Every text by its subject."""
        return texts(self.process, self.register.record(PROCESS))

    def of_week(self, week: Week, area: str = "") -> tuple[Text, ...]:
        """The texts of a week, or of one area in it, in the order of an issue."""
        found = [t for t in self.texts().values() if t.week == week and area in ("", t.area)]
        return tuple(sorted(found, key=lambda t: (self._place(t.area), LANGUAGES.index(t.lang))))

    def _place(self, area: str) -> int:
        return self.areas.index(area) if area in self.areas else len(self.areas)

    def text(self, week: Week, area: str, lang: str) -> Text:
        """One text; raises :class:`DomainError` for one that the record has not."""
        found = self.texts().get(subject(week, area, lang))
        if found is None:
            listed = ", ".join(f"{t.area} {t.lang}" for t in self.of_week(week)) or "none"
            raise DomainError(
                f"There is no {lang} text of {area!r} in {week}; the texts of the week are: {listed}."
            )
        return found

    @cached_property
    def revisions(self) -> Mapping[str, Revision]:
        """Revisions by id, each looked up when it is asked for."""
        return ById(self.register.revisions)

    def revision(self, name: str) -> Revision:
        """One revision by its id, or by enough of its beginning to mean one of those on record."""
        whole = name if name.startswith("revision-") else f"revision-{name}"
        known = [r for t in self.texts().values() for r in t.revisions if name and r.startswith(whole)]
        if len(set(known)) != 1:
            what = "there is none" if not known else "there are several"
            raise DomainError(f"{name!r} is no revision of a text ({what}); 'history' lists them.")
        return self.revisions[known[0]]

    def history(self, text: Text) -> Iterator[tuple[Entry, tuple[Change, ...]]]:
        """Every entry of a text with what it changed in the words."""
        for entry in text.entries:
            name = str(entry.data.get("revision") or "")
            revision = self.revisions[name] if name else None
            writes = revision is not None and entry.does not in ("submit", "withdraw", "return", "approve")
            before = self.revisions[revision.before] if revision is not None and revision.before else None
            yield entry, differences(before, revision) if writes and revision is not None else ()

    def file_of(self, revision: Revision) -> str:
        """The file in which an analyst goes on writing a revision."""
        return text_of(revision, self.heading(revision.lang))

    def heading(self, lang: str) -> str:
        """What stands above the sources in a file."""
        return self.setup.phrases.say(lang, "issue-sources")

    # What readers get

    def released(self) -> tuple[Issue, ...]:
        """What was released, by week, with corrections. Nothing that was only imported is among it."""
        return self._issues(elsewhere=False)

    def archive(self) -> tuple[Issue, ...]:
        """What was released, and what was published elsewhere and imported."""
        return self._issues(elsewhere=True)

    def issue(self, week: Week) -> Issue:
        """The issue of a week; raises :class:`DomainError` where nothing of it was released."""
        found = next((issue for issue in self.archive() if issue.week == week), None)
        if found is None:
            raise DomainError(f"Nothing of {week} has been released; 'show' tells where its texts stand.")
        return found

    def _issues(self, *, elsewhere: bool) -> tuple[Issue, ...]:
        return issues(
            self.texts().values(), self.revisions, self.areas, LANGUAGES, self.labels(), elsewhere=elsewhere
        )

    # What is to do

    def behind(self, week: Week | None = None) -> tuple[Behind, ...]:
        """Texts whose original has a newer revision, the oldest week first."""
        groups: dict[tuple[Week, str], list[Text]] = {}
        for text in self.texts().values():
            if week in (None, text.week) and text.state != "discarded":
                groups.setdefault((text.week, text.area), []).append(text)
        return tuple(one for key in sorted(groups) for one in behind(groups[key], self.revisions))

    def check(self, revision: Revision) -> tuple[Finding, ...]:
        """What is wrong with a revision as things are known now."""
        return findings(revision, self.rules)

    @property
    def rules(self) -> Rules:
        """What texts are checked against, looked up anew: the readings may have moved since."""
        return self.rules_with(Now(self.register, self.setup))

    def rules_with(self, lookup: Now) -> Rules:
        return Rules(self.setup.phrases.languages, lookup, self.glossary, lookup.leads)

    def computed(self, area: str, week: Week) -> Trend | None:
        """The trend of an area that is computed now, ``None`` where nothing computes one."""
        found = self.register.drafts(area=area, week=str(week), lang=LANGUAGES[0])
        return found[0].trend if found else None

    def labels(self, record: Iterable[Entry] | None = None) -> Mapping[tuple[str, Week], Label]:
        """The analysts' labels of the areas' trends, by area and week."""
        found = labels_of(self.register.record(LABELS) if record is None else record)
        return {(label.border, label.week): label for label in found if label.border in self.areas}

    def facts(self, record: Sequence[Entry]) -> Facts:
        """What a step is checked against, with the record as it stands."""
        return Facts(
            texts=texts(self.process, record),
            revisions=self.revisions,
            languages=LANGUAGES,
            areas=frozenset(self.areas),
            check=self.check,
            computed=self.computed,
            labels=self.labels(record),
        )

    @property
    def gates(self) -> Callable[[Sequence[Entry]], Policies]:
        """The policies made of the record as it stands, for :meth:`Register.take`."""
        return lambda record: policies(self.process, self.facts(record))

    def citable(
        self, week: Week, borders: tuple[str, ...]
    ) -> Iterator[tuple[str, str, Mapping[str, float | Date]]]:
        """What a text may cite for its numbers: id, what it is, and its values by name."""
        return Now(self.register, self.setup).citable(week, borders)

    def choices(self, text: Text, by: Person, at: dt.datetime) -> tuple[Choice, ...]:
        """The steps that lead on from a text, each with why this person may not take it now."""
        made = policies(self.process, self.facts(self.register.record()))
        return choices(self.process, text.entries, by, at, made)
