"""Check every number and date in a draft's text against what it was read from.

The text is read again as a reader would: digits with the separators of the language, percentages, dates with the
names of its months, and number words. Each number must be covered by a claim of its sentence, and each claim must
still be what its source says. An analyst's edit is checked alike, because only the text counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kordon.commentary.facts import Lookup, Stated
from kordon.commentary.language import Language, rough
from kordon.commentary.numerals import Token, read
from kordon.commentary.phrases import Phrases
from kordon.commentary.teller import PERCENT, ROUGH
from kordon.domain.commentary import Claim, Draft, Sentence
from kordon.domain.time import Date, Week


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A number or date that does not hold: what the sentence says, and what its source says now.

    ``actual`` is ``None`` where no claim of the sentence covers the number, or its source is gone.
    """

    sentence: Sentence
    said: str
    stated: Stated
    actual: Stated | None
    source: str

    def __str__(self) -> str:
        if not self.source:
            return f"The sentence {self.sentence.text!r} says {self.said}, which rests on nothing it claims."
        now = "nothing" if self.actual is None else f"{self.actual}"
        return f"The sentence {self.sentence.text!r} says {self.said}, but {self.source} now says {now}."


def sentences(draft: Draft) -> Iterator[Sentence]:
    """Every sentence of a draft in reading order."""
    yield draft.headline
    yield draft.lede
    for paragraph in draft.body:
        yield from paragraph
    yield from draft.bullets


def check(draft: Draft, lookup: Lookup, phrases: Phrases) -> tuple[Mismatch, ...]:
    """Every mismatch in a draft; ``lookup`` answers an id with its values as they are now
    (:func:`kordon.commentary.facts.lookup`)."""
    language = phrases.languages[draft.lang]
    return tuple(m for s in sentences(draft) for m in check_sentence(s, draft.week, language, lookup))


def check_sentence(sentence: Sentence, week: Week, language: Language, lookup: Lookup) -> Iterator[Mismatch]:
    """Of one sentence: numbers that nothing covers, then claims that their source does not bear out."""
    open_claims = list(sentence.claims)
    for token in read(sentence.text, language, week.monday):
        covered = next((c for c in open_claims if covers(c, token)), None)
        if covered is None:
            near = _nearest(open_claims, token)
            actual = near.value if near is not None else None
            yield Mismatch(sentence, token.text, token.value, actual, near.source if near is not None else "")
        else:
            open_claims.remove(covered)
    for claim in sentence.claims:
        now = (lookup(claim.source) or {}).get(claim.name.lstrip(ROUGH + PERCENT))
        if now is None or not _equal(claim, now):
            yield Mismatch(sentence, f"{claim.value}", claim.value, now, claim.source)


def covers(claim: Claim, token: Token) -> bool:
    """Whether a number as it is written says what a claim says."""
    if isinstance(claim.value, Date) or isinstance(token.value, Date):
        return bool(claim.value == token.value)
    if claim.name.startswith(ROUGH):
        return bool(token.value == rough(claim.value))
    said = claim.value * 100 if claim.name.startswith(PERCENT) else claim.value
    return bool(abs(said - token.value) <= 0.5 * 10**-token.decimals + 1e-9)


def _equal(claim: Claim, now: Stated) -> bool:
    if isinstance(claim.value, Date) or isinstance(now, Date):
        return bool(claim.value == now)
    if claim.name.startswith(ROUGH):
        return rough(claim.value) == rough(now)
    return abs(claim.value - now) <= 1e-9 * max(1.0, abs(now))


def _nearest(claims: list[Claim], token: Token) -> Claim | None:
    """The claim that a wrong number was most likely meant to be, for the message only."""
    alike = [c for c in claims if isinstance(c.value, Date) == isinstance(token.value, Date)]
    alike = [c for c in alike if not c.source.startswith("phrase:")]
    return min(alike, key=lambda c: distance(c.value, token.value), default=None)


def distance(one: Stated, other: Stated) -> float:
    """How far two numbers, or two days, are apart."""
    if isinstance(one, Date) and isinstance(other, Date):
        return abs((one - other).days)
    assert isinstance(one, int | float)
    assert isinstance(other, int | float)
    return abs(one - other)
