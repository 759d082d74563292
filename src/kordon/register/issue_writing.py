"""From analysts' files to revisions: which text each is of, what it follows and what it was made from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kordon.coding.lexicon import load_lexicon
from kordon.commentary.issue import Desk as Writing
from kordon.commentary.issue import Finding, Text, Written, findings, revised, subject
from kordon.domain.assessment import Trend
from kordon.domain.errors import InputError
from kordon.domain.issue import Revision
from kordon.domain.record import Person
from kordon.register.issue_facts import Now
from kordon.register.issues import Issues
from kordon.vocabulary import LANGUAGES

WRITES = {"": "begin", "draft": "revise", "discarded": "take_up", "released": "amend", "corrected": "amend"}


@dataclass(frozen=True, slots=True)
class Handed:
    """What came of one file: the revision, what is still wrong with it, whether it said anything new, and by which
    step it is written. ``lines`` tells on which line of the file each place stands."""

    revision: Revision
    findings: tuple[Finding, ...]
    new: bool
    does: str
    file: str
    lines: Mapping[str, int] = field(default_factory=dict)

    def told(self, finding: Finding) -> str:
        """A finding with the file and the line."""
        line = self.lines.get(finding.place.partition(",")[0])
        return f"{self.file}{'' if line is None else f', line {line}'}, {finding}"


class Reader:
    """Reads the files of one edit; they may name one another as originals."""

    def __init__(self, issues: Issues, by: Person) -> None:
        self._issues = issues
        self._by = by
        self._lookup = Now(issues.register, issues.setup)
        self._texts = issues.texts()
        self._new: dict[str, Revision] = {}

    def read(self, files: Iterable[tuple[str, Written]]) -> tuple[Handed, ...]:
        """Every file as a revision; raises :class:`InputError` with the file for what one says wrongly."""
        return tuple(self._handed(name, file) for name, file in _in_order(list(files)))

    def _handed(self, name: str, file: Written) -> Handed:
        about = subject(file.week, file.area, file.lang)
        text = self._texts.get(about)
        if about in self._new:
            raise InputError(name, "header", f"another of the files is {about} as well", "hand in one of them")
        revision = self._revision(name, file, text)
        before = self._issues.revisions.get(revision.before)
        signed = before is not None and set(file.authors or before.authors) != set(before.authors)
        changed = before is None or signed or _content(before) != _content(revision)
        kept = revision if changed or before is None else before
        self._new[about] = kept
        does = WRITES.get("" if text is None else text.state, "revise")
        wrong = findings(revision, self._issues.rules_with(self._lookup))
        return Handed(kept, wrong, changed, does, name, _lines(file))

    def _revision(self, name: str, file: Written, text: Text | None) -> Revision:
        if file.lang not in LANGUAGES:
            problem = f"{file.lang!r} is no language of the issue"
            raise InputError(name, "header", problem, f"use {', '.join(LANGUAGES)}")
        if file.area not in self._issues.areas:
            remedy = f"use one of {', '.join(self._issues.areas)}, or add it to areas.yaml"
            raise InputError(name, "header", f"{file.area!r} is no area", remedy)
        if text is not None and not file.revision:
            problem = f"{file.area!r} of {file.week} has a text in {file.lang} already"
            remedy = f"take it with `kordon issue text {file.week} {file.area} {file.lang}` and edit that"
            raise InputError(name, "header", problem, remedy)
        before = self._named(name, file.revision) if file.revision else None
        source = self._source(name, file) if file.made_from else None
        names = file.authors or (before.authors if before is not None else ())
        lexicon = load_lexicon(file.lang, *self._issues.setup.folders)
        short = lexicon.settings.abbreviations if lexicon is not None else ()
        desk = Writing(self._issues.setup.phrases.languages[file.lang], self._lookup, short)
        authors = tuple(dict.fromkeys((*names, self._by.id)))
        return revised(file, self._trend(name, file.trend), desk, authors, before, source)

    def _named(self, name: str, told: str) -> Revision:
        found = self._issues.revisions.get(told)
        if found is None:
            raise InputError(
                name, "header", f"{told!r} is no revision on record", "take the text anew and edit that"
            )
        return found

    def _source(self, name: str, file: Written) -> Revision:
        """What a text was made from: a revision, or the newest one of a language, that of this edit among them."""
        if file.made_from not in LANGUAGES:
            return self._named(name, file.made_from)
        about = subject(file.week, file.area, file.made_from)
        if about in self._new:
            return self._new[about]
        text = self._texts.get(about)
        if text is None:
            problem = f"there is no {file.made_from} text of {file.area!r} in {file.week} that it was made from"
            raise InputError(name, "header", problem, "hand that in first, or with it")
        return self._issues.revisions[text.newest]

    def _trend(self, name: str, told: str) -> Trend:
        words = {t.value: t for t in Trend}
        for term in self._issues.setup.vocabulary["trends"].values():
            for lang in LANGUAGES:
                printed = (term.get("printed") or {}).get(lang, ())
                words |= {word.lower(): Trend(term.id) for word in (term.label(lang), *printed)}
        if told.lower() not in words:
            known = ", ".join(t.value for t in Trend)
            raise InputError(name, "header", f"{told!r} is no trend", f"use one of {known}")
        return words[told.lower()]


def _in_order(files: Sequence[tuple[str, Written]]) -> list[tuple[str, Written]]:
    """Originals before what is made from them, however they were given."""
    left, ordered = list(files), list[tuple[str, Written]]()
    while left:
        waiting = {(f.week, f.area, f.lang) for _, f in left}
        ready = [p for p in left if (p[1].week, p[1].area, p[1].made_from) not in waiting] or left
        ordered += ready
        left = [pair for pair in left if pair not in ready]
    return ordered


def _lines(file: Written) -> Mapping[str, int]:
    places = {"headline": file.headline.line, "lede": file.lede.line}
    places |= {f"paragraph {n}": part.line for n, part in enumerate(file.paragraphs, 1)}
    return places | {f"bullet {n}": part.line for n, part in enumerate(file.bullets, 1)}


def _content(revision: Revision) -> Revision:
    """What makes a revision say something else than the one before: not its place in the history."""
    return replace(revision, id="", before="", authors=())
