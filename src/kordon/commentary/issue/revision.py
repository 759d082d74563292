"""A revision: its identity, and the way between it, a computed draft and the file that an analyst writes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace

from kordon.commentary.issue.text import compose
from kordon.domain.commentary import Draft, Sentence
from kordon.domain.issue import Revision, Source
from kordon.domain.time import Date

# Sources of claims that nobody cites: they belong to the words, or are worked out of what the sentence rests on.
OWN = ("phrase:", "week:", "name:", "text:", "likelihood:", "history:", "next:")
FREE = "free"  # the key of a sentence that no rule made
NAME = "name"  # cited for a number that belongs to a name ('Article 5')
_NAMED = "text:name"


def identified(revision: Revision) -> Revision:
    """The revision with the id that its content gives it."""
    return replace(revision, id=identity(revision))


def identity(revision: Revision) -> str:
    """``revision-`` and 32 hex digits, the same for the same content on every machine."""
    told = {
        "week": str(revision.week),
        "area": revision.area,
        "lang": revision.lang,
        "trend": revision.trend.value,
        "headline": _plain(revision.headline),
        "lede": _plain(revision.lede),
        "body": [[_plain(s) for s in paragraph] for paragraph in revision.body],
        "bullets": [_plain(s) for s in revision.bullets],
        "sources": [[s.name, s.address] for s in revision.sources],
        "authors": list(revision.authors),
        "before": revision.before,
        "made_from": revision.made_from,
    }
    text = json.dumps(told, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return f"revision-{hashlib.blake2b(text.encode('ascii'), digest_size=16).hexdigest()}"


def _plain(sentence: Sentence) -> list[object]:
    def value(v: float | Date) -> object:
        return v.isoformat() if isinstance(v, Date) else float(v)

    claims = [[c.name, value(c.value), c.source] for c in sentence.claims]
    return [sentence.text, sentence.key, claims, list(sentence.evidence)]


def of_draft(draft: Draft, author: str, made_from: str = "", sources: tuple[Source, ...] = ()) -> Revision:
    """A computed draft as the first revision of a text, in the charge of who takes it up."""
    return identified(
        Revision(
            id="",
            week=draft.week,
            area=draft.area,
            lang=draft.lang,
            trend=draft.trend,
            headline=draft.headline,
            lede=draft.lede,
            body=draft.body,
            bullets=draft.bullets,
            sources=sources,
            authors=(author,),
            made_from=made_from,
        )
    )


def placed(revision: Revision) -> Iterator[tuple[str, Sentence]]:
    """Every sentence with the place that messages call it by, in reading order."""
    yield "headline", revision.headline
    yield "lede", revision.lede
    for number, paragraph in enumerate(revision.body, 1):
        for place, sentence in enumerate(paragraph, 1):
            yield f"paragraph {number}, sentence {place}", sentence
    for number, sentence in enumerate(revision.bullets, 1):
        yield f"bullet {number}", sentence


def sentences(revision: Revision) -> tuple[Sentence, ...]:
    return tuple(sentence for _, sentence in placed(revision))


def cited(sentence: Sentence) -> tuple[str, ...]:
    """What a sentence rests on, as a file cites it."""
    sources = [part for c in sentence.claims for part in _parts(c.source)]
    return tuple(dict.fromkeys((*sentence.evidence, *sources)))


def _parts(source: str) -> tuple[str, ...]:
    if source == _NAMED:
        return (NAME,)
    return () if source.startswith(OWN) else tuple(source.split("+"))


def same_words(one: Revision, other: Revision) -> bool:
    """Whether a reader would see no difference."""
    return (
        [s.text for s in sentences(one)] == [s.text for s in sentences(other)]
        and (one.trend, one.sources) == (other.trend, other.sources)
        and [len(p) for p in one.body] == [len(p) for p in other.body]
    )


def text_of(revision: Revision, heading: str = "Sources") -> str:
    """The file in which an analyst goes on writing: :func:`kordon.commentary.issue.text.parse` reads it."""
    header = {
        "week": str(revision.week),
        "area": revision.area,
        "language": revision.lang,
        "trend": revision.trend.value,
        "revision": revision.id,
        "made-from": revision.made_from,
        "authors": ", ".join(revision.authors),
    }

    def part(kind: str, *held: Sentence) -> tuple[str, list[tuple[str, tuple[str, ...]]]]:
        return kind, [(s.text, cited(s)) for s in held]

    parts = [part("headline", revision.headline), part("paragraph", revision.lede)]
    parts += [part("paragraph", *paragraph) for paragraph in revision.body]
    parts += [part("bullet", bullet) for bullet in revision.bullets]
    return compose(header, parts, revision.sources, heading)
