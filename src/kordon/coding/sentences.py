"""Sentences and their clauses, with the concepts found in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from operator import itemgetter

from kordon.coding.automaton import Token
from kordon.coding.body import Body
from kordon.coding.lexicon import Settings

_DIGIT = re.compile(r"\d")
_STOP = re.compile(r"""[.!?…]+["'”»’)\]]*\s+(?=\S)""")
_LAST_WORD = re.compile(r"[\w.]+\Z")
# Every way of it begins with a mark of its own, so that the search leaps from mark to mark.
_INNER = re.compile(r",(?!\d)|;|:|\(|\)|—\s?|–(?:\s|(?<=\s–))|-(?<=\s-)[-–—]*\s")
LONGEST = 1200  # letters of one sentence
_OPENERS = "\"'“„«(‘["

# What, right after a comma, begins a clause; and what may stand in a list, where a comma does not.
HEADS = frozenset(
    (
        "state",
        "party",
        "time",
        "weekday",
        "month",
        "num",
        "number",
        "clause",
        "act",
        "fig",
        "status",
        "signal",
        "name",
    )
)
LEADING = frozenset(("in", "role"))  # prepositions: a place or time that they lead to decides in their place
MARKS = frozenset(("state", "party", "time", "weekday", "month", "num", "number"))
SORTS = frozenset(("clause.relative", "clause.who", "clause.but"))  # say more of what 'clause.conj' has found
DASHES = frozenset(("—", "–", "-", "--"))
MEANINGFUL = frozenset(("act", "fig", "harm", "measure", "signal", "object"))
VERBS = frozenset(("act", "fig", "status", "signal", "clause", "say"))
SUBJECTS = frozenset(("object", "party", "means", "measure", "noun"))
THINGS = frozenset(("object", "means", "fig"))  # what a relative clause may say more of
RELATIVE_AFTER, NEAR_THING = 12, 40  # letters
_START = itemgetter(0)


class Clause:
    """``start..end`` of the body and the tokens inside."""

    __slots__ = ("_concepts", "end", "start", "tokens")

    def __init__(self, start: int, end: int, tokens: Sequence[Token]) -> None:
        self.start = start
        self.end = end
        self.tokens = tokens
        self._concepts: set[str] | None = None

    @property
    def concepts(self) -> set[str]:
        if self._concepts is None:
            self._concepts = {t.concept for t in self.tokens}
        return self._concepts


class Sentence:
    """A sentence of the body. ``paragraph`` counts blocks; ``bullet``: it stands in a list.

    Most sentences of a text tell of nothing that is coded, so clauses are cut when they are first asked for.
    """

    __slots__ = (
        "_by_class",
        "_clauses",
        "bullet",
        "concepts",
        "digits",
        "end",
        "index",
        "paragraph",
        "start",
        "text",
        "tokens",
    )

    def __init__(
        self, index: int, paragraph: int, bullet: bool, start: int, end: int, text: str, tokens: Sequence[Token]
    ) -> None:
        self.index = index
        self.paragraph = paragraph
        self.bullet = bullet
        self.start = start
        self.end = end
        self.text = text
        self.tokens = tokens
        self.digits = _DIGIT.search(text) is not None
        self.concepts = {token[2] for token in tokens}
        by_class: dict[str, list[Token]] = {}
        for token in tokens:
            if token[3] in by_class:
                by_class[token[3]].append(token)
            else:
                by_class[token[3]] = [token]
        self._by_class = by_class
        self._clauses: Sequence[Clause] | None = None

    @property
    def clauses(self) -> Sequence[Clause]:
        if self._clauses is None:
            self._clauses = clauses_of(self)
        return self._clauses

    @property
    def asks(self) -> bool:
        """A question tells of no act and of no measure: 'Will the border be closed?'"""
        return "?" in self.text and self.text.rstrip(" \n\t»”\"')").endswith("?")

    def cls(self, name: str) -> Sequence[Token]:
        return self._by_class.get(name, ())

    def has(self, *classes: str) -> bool:
        return not self._by_class.keys().isdisjoint(classes)

    def all(self, *concepts: str) -> list[Token]:
        if self.concepts.isdisjoint(concepts):
            return []
        return [t for t in self.tokens if t.concept in concepts]

    def clause_at(self, place: int) -> Clause:
        for clause in self.clauses:
            if place < clause.end:
                return clause
        return self.clauses[-1]

    def words(self, start: int, end: int) -> str:
        return self.text[start - self.start : end - self.start]

    def with_what_it_speaks_of(self, clause: Clause) -> Clause:
        """A relative clause with the thing named last before it: '32 balloons, which crossed the border'."""
        if "clause.relative" not in clause.concepts or clause.start == self.start:
            return clause
        word = next(t for t in clause.tokens if t.concept == "clause.relative")
        if word.start - clause.start > RELATIVE_AFTER:
            return clause  # 'on Friday said that', 'in which'
        before = [t for t in self.tokens if word.start - NEAR_THING <= t.end <= word.start and t.cls in THINGS]
        if not before:
            return clause
        last = max(t.start for t in before)
        return Clause(clause.start, clause.end, [*(t for t in before if t.start == last), *clause.tokens])


def sentences_of(body: Body, tokens: Sequence[Token], settings: Settings) -> list[Sentence]:
    """Every sentence in order; a full stop inside a number, a date or an abbreviation ends none."""
    result: list[Sentence] = []
    position, count = 0, len(tokens)
    for paragraph, (start, end, bullet) in enumerate(body.blocks):
        for first, last in _bounded(body.text, _spans(body.text, start, end, settings)):
            while position < count and tokens[position].start < first:
                position += 1
            begin = position
            while position < count and tokens[position].start < last:
                position += 1
            result.append(
                Sentence(
                    len(result), paragraph, bullet, first, last, body.text[first:last], tokens[begin:position]
                )
            )
    return result


def _bounded(text: str, spans: Iterable[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    """No sentence is longer than ``LONGEST``: a text without full stops is cut at a blank."""
    for start, end in spans:
        while end - start > LONGEST:
            cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST) + 1 or start + LONGEST
            yield start, cut
            start = cut
        yield start, end


def _spans(text: str, start: int, end: int, settings: Settings) -> Iterable[tuple[int, int]]:
    at = start
    for match in _STOP.finditer(text, start, end):
        following = text[match.end()]
        if following in _OPENERS and match.end() + 1 < end:
            following = text[match.end() + 1]
        if not (following.isupper() or following.isdigit() or following in "•–—"):
            continue
        if text[match.start()] == ".":
            word = _LAST_WORD.search(text, max(at, match.start() - 20), match.start())
            before = word[0].lower() if word else ""
            marked = before in settings.number_marks  # '15.7 tys. W piątek' ends a sentence, '2 tys. 643' does not
            if marked and not following.isupper():
                continue
            if not marked and (before in settings.abbreviations or (len(before) == 1 and before.isalpha())):
                continue
            if before.isdigit() and len(before) < 3 and following.isdigit():
                continue
        yield at, match.end()
        at = match.end()
    if at < end:
        yield at, end


def clauses_of(sentence: Sentence) -> list[Clause]:
    """Cut a sentence at marks and words that open a clause, but not inside a list of like things.

    A first piece without an act is an introduction ('In case of an influx,') and belongs to what follows.
    """
    cuts: set[int] = set()
    tokens = sentence.tokens
    begin = sentence.start
    for match in _INNER.finditer(sentence.text):
        place = begin + match.start()
        mark = match[0].strip()
        if mark in DASHES and _stands_for_verb(sentence, begin + match.end()):
            continue  # 'on Saturday — 28', 'in 2022 — about 15,700'
        if mark in DASHES and _joins_names(sentence, place, begin + match.end()):
            continue  # '«Урбаны — Силене»'
        if mark in "()" and _is_short_bracket(sentence, match.start() if mark == "(" else match.end() - 1):
            continue  # 'the Police and Border Guard Board (PPA) will leave'
        if mark != ":" and (mark != "," or _opens(tokens, place, sentence)):
            cuts.add(begin + match.end())
    for token in sentence.cls("clause"):
        if token.start > begin and token.concept not in SORTS:
            cuts.add(token.start)
    if not cuts:
        return [Clause(begin, sentence.end, tokens)]
    bounds = sorted(cuts)
    if bounds[-1] != sentence.end:
        bounds.append(sentence.end)
    clauses: list[Clause] = []
    position, count = 0, len(tokens)
    inside: list[Token] = []
    acts = False  # whether one of them is meaningful
    months = {t.start for t in sentence.cls("month")}  # 'In May' is no 'may'
    for last in bounds:
        told = last == sentence.end
        while position < count and tokens[position].start < last:
            token = tokens[position]
            inside.append(token)
            acts = acts or (token.cls in MEANINGFUL and token.start not in months)
            position += 1
        if clauses and inside and _says_of(clauses[-1], inside[0], begin):
            before = clauses.pop()  # 'A tunnel, 60 metres long, was found': the verb after what stands in between
            begin, inside = before.start, [*before.tokens, *inside]
        meant = acts or (bool(clauses) and _counts_for_another(inside, sentence.words(begin, last)))
        meant = meant or (not told and _opposed(tokens, position, last, inside))
        if told and not meant and clauses and _names_only(inside, sentence.words(begin, last)):
            before = clauses[-1]  # 'two checkpoints — Šumskas and Tverečius'
            clauses[-1] = Clause(before.start, last, [*before.tokens, *inside])
        elif told or meant:
            clauses.append(Clause(begin, last, inside))
            begin, inside, acts = last, [], False
    return clauses


_BRACKET = re.compile(r"\(([^()\d]{1,40})\)")


def _is_short_bracket(sentence: Sentence, place: int) -> bool:
    """Whether a bracket holds up to three words and no number, so that the sentence goes on around it."""
    for match in _BRACKET.finditer(sentence.text):
        if match.start() <= place < match.end():
            return len(match[1].split()) <= 3
    return False


def _opposed(tokens: Sequence[Token], position: int, last: int, inside: Sequence[Token]) -> bool:
    """'Lithuania does not plan that, but Riga closed ...': a refusal or plan without an act of its own is no
    introduction to what follows a 'but'."""
    if position == len(tokens) or tokens[position].start != last or tokens[position].concept != "clause.conj":
        return False
    return any(t.concept in ("mod.not", "mod.plan") for t in inside)


def _says_of(before: Clause, first: Token, begin: int) -> bool:
    """Whether a piece begins with the verb of what stands before it: that has a thing or party and no verb."""
    if first.cls != "act" or first.start - begin > 2:
        return False
    classes = {t.cls for t in before.tokens}
    return classes.isdisjoint(VERBS) and not classes.isdisjoint(SUBJECTS)


_YEAR_NEXT = re.compile(r"\s+(?:19|20)\d{2}(?!\d)")
_NUMBER = re.compile(r",\s+(\d[\d\s.,]*)(?=\s)")


def _number_after(sentence: Sentence, comma: int, following: Token) -> bool:
    """', 24 in Latvia': a number in digits with what it counts, but not a day of a month or a size."""
    if sentence.text[comma - sentence.start - 1 : comma - sentence.start].isdigit():
        return False
    match = _NUMBER.match(sentence.text, comma - sentence.start)
    if match is None or following.start < sentence.start + match.end():
        return False
    return following.start - sentence.start - match.end() <= 1 and following.cls in ("noun", "in", "state", "fig")


def _counts_for_another(tokens: Sequence[Token], words: str) -> bool:
    """'Latvia — 215,': a state or service with a number of its own, whatever the act that both share."""
    classes = {t.cls for t in tokens}
    named = any(t.cls in ("state", "party") and t.concept != "party.migrants" for t in tokens)
    return named and ("num" in classes or _DIGIT.search(words) is not None) and "month" not in classes


def _names_only(tokens: Sequence[Token], words: str) -> bool:
    """Whether a piece of a sentence only names places: no number, no word of time, nobody."""
    if _DIGIT.search(words):
        return False
    return any(t.cls == "name" for t in tokens) and all(t.cls in ("name", "link", "in", "role") for t in tokens)


def _led_to(tokens: Sequence[Token], position: int) -> tuple[Token, int]:
    """The first token that prepositions before it lead to, where they stand side by side; else the one given."""
    first = tokens[position]
    while position + 1 < len(tokens) and tokens[position].cls in LEADING:
        end = tokens[position].end
        position += 1
        while position + 1 < len(tokens) and tokens[position].start < end:
            position += 1
        if tokens[position].start - end > 2:
            return first, position
    return tokens[position], position


def _joins_names(sentence: Sentence, before: int, after: int) -> bool:
    """Whether a dash stands inside a name, or between the two names of a crossing."""
    names = sentence.cls("name")
    if any(t.start < before < t.end for t in names):
        return True
    return any(0 <= before - t.end <= 1 for t in names) and any(0 <= t.start - after <= 1 for t in names)


def _stands_for_verb(sentence: Sentence, after: int) -> bool:
    """Whether a number follows a dash at once, or a word that says how exact it is."""
    text = sentence.words(after, sentence.end).lstrip()
    if text[:1].isdigit():
        return True
    return any(0 <= token.start - after <= 1 for token in sentence.cls("approx"))


def _opens(tokens: Sequence[Token], comma: int, sentence: Sentence) -> bool:
    """Whether the comma at a place begins a clause."""
    mark = comma
    position = bisect_right(tokens, comma, key=_START)
    if position == len(tokens):
        return False
    following = tokens[position]
    if _number_after(sentence, mark, following):
        return True
    if following.concept == "link.and" and position + 1 < len(tokens) and following.start - comma <= 2:
        position += 1  # ', and a man was detained'
        comma = following.end - 1
        following = tokens[position]
    if following.start - comma > 2:
        between = len(sentence.words(comma + 1, following.start).split())
        if between > 2:
            return between > 3
    if following.cls in LEADING and _YEAR_NEXT.match(sentence.text, following.end - sentence.start):
        return True
    if following.cls in LEADING:  # ', in Poland on Monday 71 attempts': what the preposition leads to decides
        following, position = _led_to(tokens, position)
        if following.cls not in MARKS:
            return False
    if following.cls not in HEADS:
        return False
    if following.cls == "fig" and any(t.concept == "noun.group" and t.end == mark for t in tokens[:position]):
        return False  # 'a group of 11, trying to climb over'
    before = {t.cls for t in tokens[max(0, position - 5) : position] if 0 <= mark - t.end <= 1}
    return before.isdisjoint(t.cls for t in tokens[position : position + 3] if t.start == following.start)
