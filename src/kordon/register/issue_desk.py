"""What people do with the texts of an issue: each act is one transaction, stored whole or not at all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kordon.commentary.issue import Text, Written, identified, of_draft, same_words, steps, subject
from kordon.commentary.issue.text import blank
from kordon.commentary.issue.together import why_not_corrected, why_not_together
from kordon.criteria import labels
from kordon.domain.assessment import Trend
from kordon.domain.commentary import Draft
from kordon.domain.errors import DomainError, NotAllowed
from kordon.domain.issue import Revision
from kordon.domain.record import Person
from kordon.domain.report import stable_id
from kordon.domain.time import Week
from kordon.register.issue_facts import Now
from kordon.register.issue_labels import agreeing, labelling, settling
from kordon.register.issue_writing import WRITES, Handed, Reader
from kordon.register.issues import Issues
from kordon.register.record import Taking
from kordon.vocabulary import LANGUAGES


def rests_on(draft: Draft) -> tuple[str, ...]:
    """What a draft's sentences rest on, in the order in which they say it."""
    told = (*(s for p in draft.body for s in p), *draft.bullets)
    return tuple(dict.fromkeys(name for s in (draft.headline, draft.lede, *told) for name in s.evidence))


@dataclass(frozen=True)
class Desk:
    """One register's issues, and the moment to take as now (``None`` for the clock's)."""

    issues: Issues
    now: dt.datetime | None = None

    # Writing

    def draft(self, week: Week, by: Person, areas: Sequence[str] = ()) -> tuple[Text, ...]:
        """Begin the texts of a week from its computed drafts; those that are begun already are left alone.

        The drafts of the other languages count as made from the first. Raises :class:`DomainError` where there is
        no draft to begin from.
        """
        known, facts = self.issues.texts(), Now(self.issues.register, self.issues.setup)
        new: list[Revision] = []
        found = False
        for area in areas or self.issues.areas:
            drafts = {d.lang: d for d in self.issues.register.drafts(area=area, week=str(week))}
            found = found or bool(drafts)
            source = ""
            in_order = [lang for lang in LANGUAGES if lang in drafts]
            for lang in in_order:
                made = of_draft(drafts[lang], by.id, source, facts.sources(rests_on(drafts[lang])))
                text = known.get(subject(week, area, lang))
                if lang == in_order[0]:
                    source = made.id if text is None else self._begun_from(text, made)
                new += [made] if text is None else []
        if not found:
            told = f" of {', '.join(areas)}" if areas else ""
            raise DomainError(
                f"The register holds no draft{told} for {week}; run `kordon run` first, or write a file."
            )
        self._write([(revision, "begin") for revision in new], by, "")
        begun = self.issues.texts()
        return tuple(begun[subject(r.week, r.area, r.lang)] for r in new)

    def _begun_from(self, text: Text, draft: Revision) -> str:
        """The revision that holds a draft's words, '' where the text was begun otherwise: then the drafts in other
        languages were not made from it."""
        first = self.issues.revisions[text.revisions[0]]
        return first.id if same_words(first, draft) else ""

    def file(self, week: Week, area: str, lang: str, revision: str = "") -> str:
        """The file to go on writing a text in; where there is none yet, one with everything to fill in."""
        text = self.issues.texts().get(subject(week, area, lang))
        if revision or text is not None:
            name = revision or (text.newest if text is not None else "")
            return self.issues.file_of(self.issues.revision(name))
        if area not in self.issues.areas or lang not in LANGUAGES:
            raise DomainError(
                f"There is no {lang!r} text of an area {area!r}; areas are {', '.join(self.issues.areas)}, and "
                f"languages {', '.join(LANGUAGES)}."
            )
        others = [t.lang for t in self.issues.of_week(week, area)]
        return blank(week, area, lang, others[0] if others else "", self.issues.heading(lang))

    def edit(
        self, files: Iterable[tuple[str, Written]], by: Person, why: str = "", *, dry: bool = False
    ) -> tuple[Handed, ...]:
        """Hand in files, all of them or none; with ``dry`` only see what would come of it.

        Raises :class:`InputError` with the file for what a file says wrongly, :class:`NotAllowed` for a text that
        may not be written now. What is wrong with the words themselves is told and stops nothing yet.
        """
        handed = Reader(self.issues, by).read(files)
        if not dry:
            self._write([(one.revision, one.does) for one in handed if one.new], by, why)
        return handed

    def unchanged(self, week: Week, area: str, langs: Sequence[str], by: Person, why: str) -> tuple[Revision, ...]:
        """Say that translations hold as they are after their original has changed."""
        found = []
        for one in self.issues.behind(week):
            if one.text.area == area and one.text.lang in (langs or (one.text.lang,)):
                old = self.issues.revisions[one.text.newest]
                authors = tuple(dict.fromkeys((*old.authors, by.id)))
                new = identified(replace(old, before=old.id, made_from=one.newest, authors=authors))
                found.append((new, WRITES.get(one.text.state, "revise")))
        if not found:
            raise DomainError(f"No text of {area!r} in {week} is behind, so there is nothing to say of it.")
        self._write(found, by, why or "It holds as it is after the change of its original.")
        return tuple(revision for revision, _ in found)

    def _write(self, written: Sequence[tuple[Revision, str]], by: Person, why: str) -> None:
        if written:
            makes = [steps.write(subject(r.week, r.area, r.lang), does, by, r, why) for r, does in written]
            self.issues.register.take_with([r for r, _ in written], self._takings(makes), now=self.now)

    # Judging

    def act(self, does: str, texts: Iterable[Text], by: Person, why: str = "") -> tuple[Text, ...]:
        """``submit``, ``withdraw``, ``return``, ``approve``, ``take_back``, ``discard`` or ``drop`` texts: all or
        none. With a text that is submitted the label of its area's trend is recorded, where none is yet."""
        given = tuple(texts)
        takings = self._takings(steps.judge(t.subject, does, by, t.current, why) for t in given)
        if does == "submit":
            takings = [*agreeing(self.issues, given, by), *takings]
        self.issues.register.take_together(takings, now=self.now)
        after = self.issues.texts()
        return tuple(after[t.subject] for t in given)

    def label(self, week: Week, area: str, trend: Trend, why: str, by: Person) -> labels.Label:
        """Set the analysts' trend of an area beside the computed one; both are kept, with the reason."""
        taking = labelling(self.issues, week, area, trend, why, by)
        if taking is None:
            raise DomainError(f"Nothing computes a trend of {area!r} in {week}; say it in the header of the text.")
        return labels.label_of(self.issues.register.take_together([taking], now=self.now)[0])

    # Publishing

    def release(
        self, week: Week, by: Person, areas: Sequence[str] = (), without: Sequence[str] = (), why: str = ""
    ) -> tuple[Text, ...]:
        """Release what is approved, of all areas of the week or of those named: all of it, or nothing.

        Raises :class:`NotAllowed` with the first thing that stands against it.
        """
        texts = [t for t in self.issues.of_week(week) if t.state not in ("discarded", "elsewhere")]
        wanted = list(areas or dict.fromkeys(t.area for t in texts))
        going: list[Text] = []
        for area in wanted:
            held = [t for t in texts if t.area == area]
            if not held:
                raise NotAllowed(f"There is no text of {area!r} in {week}, so nothing of it can be released.")
            if not any(t.state == "approved" for t in held) and all(t.in_public for t in held):
                continue
            if sentence := why_not_together(held, self.issues.revisions, LANGUAGES, without, why):
                raise NotAllowed(sentence)
            going += [t for t in held if t.state == "approved" and t.lang not in without]
        if not going:
            raise NotAllowed(
                f"Nothing of {week} is approved and not released yet; 'show' tells where its texts stand."
            )
        so_far = sum(1 for t in texts for e in t.entries if e.does == "release")
        name = stable_id("release", week, so_far)
        reason = why if without else ""
        takings = self._takings(steps.release(t.subject, by, t.current, name, without, reason) for t in going)
        self.issues.register.take_together([*takings, *settling(self.issues, going, by)], now=self.now)
        after = self.issues.texts()
        return tuple(after[t.subject] for t in going)

    def correct(self, week: Week, area: str, by: Person, notices: Mapping[str, str], why: str) -> tuple[Text, ...]:
        """Put the corrections that were written in the place of what is released, in all languages at once."""
        texts = [t for t in self.issues.of_week(week, area) if t.in_public]
        if not texts:
            raise NotAllowed(f"Nothing of {area!r} in {week} is released, so there is nothing to correct.")
        if sentence := why_not_corrected(texts, self.issues.revisions):
            raise NotAllowed(sentence)
        missing = [t.lang for t in texts if not notices.get(t.lang, "").strip()]
        more = [lang for lang in notices if lang not in {t.lang for t in texts}]
        if missing or more:
            which = f"is missing in {', '.join(missing)}" if missing else f"is in {', '.join(more)} as well"
            released = ", ".join(t.lang for t in texts)
            raise NotAllowed(f"The notice {which}; give it in the languages that were released ({released}).")
        name = stable_id("correction", week, area, max(len(t.corrections) for t in texts))
        takings = self._takings(
            steps.correct(t.subject, by, t.newest, name, notices[t.lang].strip(), why, again=bool(t.corrections))
            for t in texts
        )
        self.issues.register.take_together(takings, now=self.now)
        after = self.issues.texts()
        return tuple(after[t.subject] for t in texts)

    def _takings(self, makes: Iterable[steps.Make]) -> list[Taking]:
        gates = self.issues.gates
        return [(self.issues.process, make, gates) for make in makes]
