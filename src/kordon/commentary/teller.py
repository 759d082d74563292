"""Put a sentence together so that it knows where each of its numbers came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kordon.commentary.book import Phrase
from kordon.commentary.facts import Lookup, Rests, Stated, stated
from kordon.commentary.language import Day
from kordon.commentary.numerals import read
from kordon.commentary.phrases import Phrases, capital
from kordon.domain.assessment import Reason
from kordon.domain.commentary import Claim, Sentence
from kordon.domain.time import Date, Week

NEAR = 120  # days: a date this near to the week is plain without its year
ROUGH = "~"  # stands before the name of a value that the phrase says roughly
PERCENT = "%"  # stands before the name of a share that the phrase says in per cent
SIZED = "^"  # stands before the name of a ratio that only chooses the words: 'half', 'double'
DERIVED = ("phrase:", "week:", "name:", "likelihood:", "history:", "next:")  # no ids of things, and no evidence


@dataclass(frozen=True, slots=True)
class Fact:
    """A value with the id and the name that it is found by."""

    value: Stated
    source: str
    name: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a sentence: its words, what they claim and what they rest on."""

    text: str
    key: str
    claims: tuple[Claim, ...] = ()
    evidence: tuple[str, ...] = ()


EMPTY = Piece("", "")


class Teller:
    """One language's voice for one week. Holds nothing but what it was given."""

    def __init__(self, phrases: Phrases, lang: str, week: Week, ask: Lookup, rests: Rests) -> None:
        self.phrases = phrases
        self.lang = lang
        self.week = week
        self._ask = ask
        self._rests = rests

    def fact(self, source: str, name: str) -> Fact:
        """A value of a source by name; raises ``KeyError`` where it has none."""
        facts = self._ask(source)
        return Fact((facts or {})[name], source, name)

    def has(self, source: str, name: str) -> bool:
        return name in (self._ask(source) or {})

    def total(self, sources: Sequence[str], name: str) -> Fact | None:
        """The sum of a value over those sources that tell it, or ``None`` where none does."""
        told = [s for s in sources if self.has(s, name)]
        return self.fact("+".join(told), name) if told else None

    def piece(self, key: str, evidence: Iterable[str] = (), **values: object) -> Piece:
        """Say one phrase; values may be facts, other pieces, vocabulary ids or plain text."""
        phrase = self.phrases.phrase(self.lang, key)
        said: dict[str, object] = {}
        claims: list[Claim] = []
        rests: list[str] = list(evidence)
        for name, value in values.items():
            if isinstance(value, Fact):
                said[name] = self._dated(value.value)
                if name in phrase.variables:
                    claims.append(Claim(_mark(phrase, name) + value.name, value.value, value.source))
                    rests.extend((*value.source.split("+"), *self._rests(value.source, value.name)))
            elif isinstance(value, Piece):
                said[name] = value.text
                if name in phrase.variables:
                    claims.extend(value.claims)
                    rests.extend(value.evidence)
            else:
                said[name] = value
        claims.extend(Claim(f"constant {c:g}", c, f"phrase:{key}") for c in phrase.constants)
        claims.extend(self._in_names({name: v for name, v in said.items() if name in phrase.variables}))
        text = self.phrases.say(self.lang, key, **said)
        return Piece(text, key, tuple(claims), _once(rests))

    def because(self, path: str, source: str, reason: Reason) -> Sentence:
        """A reason as a sentence; its numbers are claimed of ``source`` under ``path``."""
        phrase = self.phrases.phrase(self.lang, reason.key)
        claims = [
            Claim(_mark(phrase, fact.variable) + f"{path} {name}", fact.value, source)
            for name, fact in stated(reason).items()
            if fact.variable in phrase.variables
        ]
        claims.extend(Claim(f"constant {c:g}", c, f"phrase:{reason.key}") for c in phrase.constants)
        claims.extend(self._in_names(dict(reason.values)))
        text = self.phrases.because(self.lang, reason)
        return Sentence(text, reason.key, tuple(claims), _once((source, *reason.evidence)))

    def _in_names(self, values: Mapping[str, object]) -> Iterator[Claim]:
        """Numbers inside the labels of vocabulary ids: 'the same four weeks' in the name of an indicator."""
        for name, value in values.items():
            kind = name.rpartition("_")[2]
            if not isinstance(value, str) or not self.phrases.names(kind, value):
                continue
            source = f"name:{kind}:{value}"
            label = self.phrases.label(self.lang, kind, value)
            for token in read(label, self.phrases.languages[self.lang], self.week.monday):
                if isinstance(token.value, float):
                    yield Claim(f"constant {token.value:g}", token.value, source)

    def sentence(self, key: str, evidence: Iterable[str] = (), **values: object) -> Sentence:
        """Say one phrase as a sentence."""
        return finished(self.piece(key, evidence, **values))

    def join(self, pieces: Sequence[Piece]) -> Piece:
        """'a, b and c', with the claims of all of them."""
        text = self.phrases.languages[self.lang].join([p.text for p in pieces])
        claims = tuple(c for p in pieces for c in p.claims)
        return Piece(text, pieces[0].key if pieces else "", claims, _once(e for p in pieces for e in p.evidence))

    def label(self, name: str, term: str, case: str = "nom") -> Piece:
        return Piece(self.phrases.label(self.lang, name, term, case), "")

    def _dated(self, value: Stated) -> object:
        if isinstance(value, Date):
            return Day(value, abs((value - self.week.monday).days) > NEAR)
        return value


def _mark(phrase: Phrase, name: str) -> str:
    marks = ((ROUGH, phrase.rounded), (PERCENT, phrase.shares), (SIZED, phrase.sized))
    return next((mark for mark, names in marks if name in names), "")


def bare(name: str) -> str:
    """The name of a claim without the mark of how it is said."""
    return name.lstrip(ROUGH + PERCENT + SIZED)


def finished(piece: Piece) -> Sentence:
    """A piece as a sentence of its own."""
    return Sentence(capital(piece.text), piece.key, piece.claims, piece.evidence)


def _once(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(i for i in items if not i.startswith(DERIVED)))
