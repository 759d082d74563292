"""From an analyst's file to a revision whose sentences know what their numbers rest on.

A sentence that is as it was stays as it was. An edited one keeps the claims of the sentence it came from, as far
as its numbers still say them; a number that is new rests on what the sentence cites, or, in a translation, on
what the same number rests on in the text that it was made from. A number that rests on nothing is no mistake yet:
:mod:`kordon.commentary.issue.checks` names it, and nothing is submitted with one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from kordon.commentary.check import covers, distance
from kordon.commentary.facts import Lookup, Stated
from kordon.commentary.issue.revision import FREE, NAME, OWN, cited, identified, placed, sentences
from kordon.commentary.issue.sentences import origins, split
from kordon.commentary.issue.text import Part, Written
from kordon.commentary.language import Language
from kordon.commentary.numerals import Token, read
from kordon.commentary.teller import PERCENT, ROUGH
from kordon.domain.assessment import Trend
from kordon.domain.commentary import Claim, Sentence
from kordon.domain.issue import Revision
from kordon.domain.time import Date, Week

SAID = "said"  # what an address is claimed to say, which nobody here can look up
ADDRESSES = ("https://", "http://")


@dataclass(frozen=True)
class Desk:
    """What writing needs to know: the language, its abbreviations, and the values that ids stand for now."""

    language: Language
    lookup: Lookup
    abbreviations: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class _Raw:
    """A sentence as it was written, and what it cites."""

    text: str
    cites: tuple[str, ...]


def revised(
    written: Written,
    trend: Trend,
    desk: Desk,
    authors: Sequence[str],
    before: Revision | None = None,
    source: Revision | None = None,
) -> Revision:
    """The revision that a file makes, after ``before`` and made from ``source`` (in another language)."""
    old = () if before is None else sentences(before)
    known = [s.text for s in old]
    paragraphs = [_cut(part, known, desk.abbreviations) for part in written.paragraphs]
    raw = [_whole(written.headline), _whole(written.lede)]
    raw += [one for paragraph in paragraphs for one in paragraph]
    raw += [_whole(part) for part in written.bullets]
    came = origins([one.text for one in raw], old)
    shape = [len(paragraph) for paragraph in paragraphs]
    told = _counterparts(shape, len(written.bullets), source)
    pool = () if source is None else tuple(c for s in sentences(source) for c in s.claims)
    made = [
        _rested(one, origin, twin, pool, desk, written.week)
        for one, origin, twin in zip(raw, came, told, strict=True)
    ]
    body, at = [], 2
    for length in shape:
        body.append(tuple(made[at : at + length]))
        at += length
    return identified(
        Revision(
            id="",
            week=written.week,
            area=written.area,
            lang=written.lang,
            trend=trend,
            headline=made[0],
            lede=made[1],
            body=tuple(body),
            bullets=tuple(made[at:]),
            sources=written.sources,
            authors=tuple(authors),
            before="" if before is None else before.id,
            made_from="" if source is None else source.id,
        )
    )


def _whole(part: Part) -> _Raw:
    return _Raw(part.text, tuple(dict.fromkeys(cited for _, cited in part.marks)))


def _cut(part: Part, known: Iterable[str], abbreviations: Collection[str]) -> list[_Raw]:
    """The sentences of a paragraph; a mark belongs to the sentence that ends where it stands, or before."""
    spans = list(split(part.text, known, abbreviations))
    found = []
    for number, (start, end) in enumerate(spans):
        following = spans[number + 1][0] if number + 1 < len(spans) else len(part.text) + 1
        first = start if number else -1
        cites = [cited for place, cited in part.marks if first < place <= max(end, following - 1)]
        found.append(_Raw(part.text[start:end], tuple(dict.fromkeys(cites))))
    return found


def _counterparts(shape: Sequence[int], bullets: int, source: Revision | None) -> list[Sentence | None]:
    """For each sentence the one that it translates, where both texts are cut alike; else the first claims win."""
    if source is None:
        return [None] * (2 + sum(shape) + bullets)
    found: list[Sentence | None] = [source.headline, source.lede]
    for number, length in enumerate(shape):
        twin = source.body[number] if len(shape) == len(source.body) else ()
        found += list(twin) if len(twin) == length else [None] * length
    found += list(source.bullets) if len(source.bullets) == bullets else [None] * bullets
    return found


def _rested(
    raw: _Raw, origin: Sentence | None, twin: Sentence | None, pool: Sequence[Claim], desk: Desk, week: Week
) -> Sentence:
    cites = tuple(_parted(c)[0] for c in raw.cites)
    if origin is not None and origin.text == raw.text and set(raw.cites) <= set(cited(origin)):
        return origin
    kept = list(origin.claims) if origin is not None else []
    # What the sentence cited before bears out what it said before: that another of its values happens to be the
    # number that somebody mistyped is no evidence.
    old = cited(origin) if origin is not None else ()
    fresh = [c for c in raw.cites if _parted(c)[0] not in old or _parted(c)[1]]
    beside = [*(twin.claims if twin is not None else ()), *pool]
    claims: list[Claim] = []
    meant: list[Claim] = []  # what a wrong number was most likely meant to be: the check tells both
    bare = False
    for token in read(raw.text, desk.language, week.monday):
        claim = _first(kept, token)
        if claim is not None:
            kept.remove(claim)
        claim = _cited(token, fresh, desk.lookup) or claim or _first(beside, token)
        if claim is not None:
            claims.append(claim)
            continue
        bare = True
        meant += _nearest(token, fresh, desk.lookup)
    left = [*meant, *(c for c in kept if not c.source.startswith(OWN))] if bare else []
    rests = [c for c in cites if c != NAME]
    rests += origin.evidence if origin is not None else twin.evidence if twin is not None else ()
    rests += [part for c in claims if not c.source.startswith(OWN) for part in c.source.split("+")]
    key = origin.key if origin is not None and origin.text == raw.text else FREE
    return Sentence(raw.text, key, (*claims, *left), tuple(dict.fromkeys(rests)))


def _first(claims: Iterable[Claim], token: Token) -> Claim | None:
    return next((c for c in claims if covers(c, token)), None)


def _cited(token: Token, cites: Sequence[str], lookup: Lookup) -> Claim | None:
    """The claim by which what is cited bears a number out; an address bears out what is said of it."""
    for name in cites:
        found = _of(name, token, lookup)
        if found is not None:
            return found
    outside = next((name for name in cites if name.startswith(ADDRESSES)), None)
    return None if outside is None else Claim(f"{SAID} {_shown(token.value)}", token.value, outside)


def _of(name: str, token: Token, lookup: Lookup) -> Claim | None:
    if name == NAME:
        return Claim(f"constant {_shown(token.value)}", token.value, f"text:{NAME}")
    if name.startswith(ADDRESSES):
        return None
    id_, only = _parted(name)
    facts = lookup(id_) or {}
    for mark in (ROUGH,) if name.startswith(ROUGH) else ("", PERCENT):
        for fact, value in facts.items():
            if (only and fact != only) or (mark and isinstance(value, Date)):
                continue
            claim = Claim(mark + fact, value, id_)
            if covers(claim, token):
                return claim
    return None


def _nearest(token: Token, cites: Sequence[str], lookup: Lookup) -> list[Claim]:
    """Of what is cited for a number that it does not bear out, the value that comes nearest."""
    found: list[tuple[float, Claim]] = []
    for cite in cites:
        id_, only = _parted(cite)
        for fact, value in (lookup(id_) or {}).items() if not id_.startswith(ADDRESSES) else ():
            if isinstance(value, Date) == isinstance(token.value, Date) and only in ("", fact):
                found.append((distance(value, token.value), Claim(fact, value, id_)))
    return [min(found, key=lambda pair: pair[0])[1]] if found else []


def _parted(cite: str) -> tuple[str, str]:
    """The id of ``~id#value``, and the name of the one value that is meant ('' for any)."""
    if cite.startswith(ADDRESSES):
        return cite, ""
    id_, _, only = cite.removeprefix(ROUGH).partition("#")
    return id_, only


def _shown(value: Stated) -> str:
    return value.isoformat() if isinstance(value, Date) else f"{value:g}"


def resting(revision: Revision, lookup: Lookup) -> Lookup:
    """The lookup that also answers for what only this revision knows: addresses, and numbers inside names."""
    own: dict[str, dict[str, Stated]] = {}
    for _, sentence in placed(revision):
        for claim in sentence.claims:
            if claim.source.startswith((*ADDRESSES, "text:")):
                own.setdefault(claim.source, {})[claim.name] = claim.value
    return lambda name: own[name] if name in own else lookup(name)
