"""What is wrong with a text before it goes out: refusals stop it, warnings are for whoever reads it again.

Numbers and dates that their sources do not bear out, names in a form that the glossary decided against, quotations
that are too long or lead nowhere, a text without an author: refused. A name that only the gazetteer or the letters
speak against, and a translation that is behind: warned of, because the rule may be the one that is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from kordon.commentary.check import Mismatch, check_sentence
from kordon.commentary.facts import Lookup
from kordon.commentary.issue.editing import ADDRESSES, resting
from kordon.commentary.issue.glossary import QUOTED, Glossary
from kordon.commentary.issue.inert import intruder
from kordon.commentary.issue.revision import placed
from kordon.commentary.language import Language
from kordon.domain.commentary import Sentence
from kordon.domain.issue import Revision
from kordon.domain.time import Date

WORDS = 25  # of a quotation at most
NAMED = 3  # words in quotation marks are a name or a term; more are a quotation, which needs its link
ACCOUNT = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")
HEADLINE = 200  # characters
_WORD = re.compile(r"\w+(?:['’ʼ-]\w+)*")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: where, what, and whether it stops the text. ``str()`` is the whole sentence."""

    place: str
    problem: str
    remedy: str
    stops: bool = True

    def __str__(self) -> str:
        return f"{self.place}: {self.problem}; {self.remedy}." if self.place else f"{self.problem}; {self.remedy}."


@dataclass(frozen=True)
class Rules:
    """What texts are checked against. ``leads``: whether an id leads to words that a reader can open."""

    languages: Mapping[str, Language]
    lookup: Lookup
    glossary: Glossary
    leads: Callable[[str], bool]


def findings(revision: Revision, rules: Rules) -> tuple[Finding, ...]:
    """Everything that is wrong with one revision, in reading order."""
    return tuple(_findings(revision, rules))


def _findings(revision: Revision, rules: Rules) -> Iterator[Finding]:
    language, ask = rules.languages[revision.lang], resting(revision, rules.lookup)
    listed = {s.address for s in revision.sources}
    yield from _whole(revision)
    for place, sentence in placed(revision):
        if (found := intruder(sentence.text)) is not None:
            yield Finding(place, f"it holds {found[1]}, which nobody sees", "take it out")
        for mismatch in check_sentence(sentence, revision.week, language, ask):
            yield numbered(place, mismatch)
        for one in rules.glossary.misnamed(sentence.text, revision.lang):
            remedy = (
                f"write it as {one.right!r}" if one.right else "see whether it is spelt in the text's language"
            )
            yield Finding(place, f"{one.found!r} is not how this language writes the name", remedy, one.sure)
        yield from _quotations(place, sentence, rules)
        for address in (e for e in sentence.evidence if e.startswith(ADDRESSES) and e not in listed):
            yield Finding(place, f"it cites {address}, which is not among the sources", "list it there")


def numbered(place: str, mismatch: Mismatch) -> Finding:
    """A number that does not hold, with both values and what to do."""
    said = mismatch.said if mismatch.said in mismatch.sentence.text else _shown(mismatch.stated)
    problem = f"the sentence {mismatch.sentence.text!r} says {said}"
    now = "nothing" if mismatch.actual is None else _shown(mismatch.actual)
    problem += f", but {mismatch.source} now says {now}" if mismatch.source else ", which rests on nothing"
    if not mismatch.source:
        remedy = "cite what it rests on after the sentence, as [^reading-...] or [^https://...], or mend it"
    elif mismatch.actual is None:
        remedy = "cite what it rests on now, or take the number out"
    else:
        remedy = "mend the number, or cite what it rests on now"
    return Finding(place, problem, remedy)


def _shown(value: float | Date) -> str:
    return value.isoformat() if isinstance(value, Date) else f"{round(value, 2):.12g}"


def _whole(revision: Revision) -> Iterator[Finding]:
    if not revision.authors:
        yield Finding("", "The text has no author", "name the accounts or offices in 'authors'")
    for author in revision.authors:
        if not ACCOUNT.fullmatch(author):
            yield Finding(
                "", f"{author!r} is no account or office", "use its id, as desk-1; private names are not kept"
            )
    if len(revision.headline.text) > HEADLINE:
        yield Finding("headline", f"it has more than {HEADLINE} letters", "shorten it")
    for source in revision.sources:
        if intruder(source.name) is not None or intruder(source.address) is not None:
            yield Finding("sources", "a source holds a character that nobody sees", "take it out")


def _quotations(place: str, sentence: Sentence, rules: Rules) -> Iterator[Finding]:
    for match in QUOTED.finditer(sentence.text):
        words = len(_WORD.findall(match[0]))
        start = " ".join(match[0].split()[:4])
        if words > WORDS:
            problem = f"the quotation {start} ... has {words} words, more than the {WORDS} that may be shown"
            yield Finding(place, problem, "shorten it, or tell it in your own words")
        elif words > NAMED and not any(e.startswith(ADDRESSES) or rules.leads(e) for e in sentence.evidence):
            problem = f"the quotation {start} ... has no link"
            yield Finding(place, problem, "cite the report or the address that it is from after the sentence")
