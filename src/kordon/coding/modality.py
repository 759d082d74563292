"""In what way a text speaks of a thing: done, tried, threatened, planned, on a condition, denied, in the past."""

from __future__ import annotations

import datetime as dt
import re

from kordon.coding.automaton import Token
from kordon.coding.reading import Reading
from kordon.coding.sentences import Clause, Sentence
from kordon.domain.coded import Modality
from kordon.domain.time import Precision, Span

_STOP = re.compile(r"[,.;:!?]")
CLOSE = 44  # letters between a cue and what it governs, at most
TOLD = frozenset(("act", "fig", "harm", "say"))
SPEAKERS = frozenset(("party", "state", "office", "noun", "border"))
LONG_AGO = dt.timedelta(days=60)


def modality_of(
    reading: Reading,
    sentence: Sentence,
    clause: Clause,
    start: int,
    end: int,
    span: Span,
    usual: Modality = Modality.ACTUAL,
    *,
    first: int | None = None,
) -> Modality:
    """The modality of what is told at ``start..end``; the first of denied, conditional, threatened, planned,
    historical and attempted that a cue speaks for, else ``usual``. ``first``: where its words begin, if before."""
    tried = usual
    if _conditioned(sentence, clause):
        return Modality.CONDITIONAL
    begin = start if first is None else min(start, first)
    if any(
        clause.start <= t.start and (0 <= start - t.end <= 16 or 0 <= begin - t.end <= 16)
        for t in sentence.cls("zero")
    ):
        return Modality.DENIED  # 'no shots were fired'
    moods = sentence.cls("mod")
    if moods:
        for token in moods:
            if token.concept == "mod.deny" and (token.end <= start or clause.start <= token.start < clause.end):
                return Modality.DENIED
        inside = [t for t in moods if clause.start <= t.start < clause.end]
        inside = [t for t in inside if t.concept != "mod.past" or not _of_saying(t, sentence)]
        for token in inside:
            gap = 0 if token.start == start else start - token.end  # one word may act and hedge: 'mestų'
            match token.concept:
                case "mod.not" if 0 <= gap <= CLOSE // 2 or _denies_before(token, start, sentence, clause):
                    return Modality.DENIED
                case "mod.if":
                    return Modality.CONDITIONAL
                case "mod.might" if 0 <= gap <= CLOSE:
                    return Modality.CONDITIONAL
                case _:
                    pass
        for token in inside:
            gap = 0 if token.start == start else start - token.end  # one word may act and hedge: 'mestų'
            match token.concept:
                case "mod.threat" if gap >= 0 and not any(t.concept == "act.threaten" for t in _at(clause, token)):
                    return Modality.THREATENED
                case "mod.plan" if 0 <= gap <= CLOSE:
                    return Modality.PLANNED
                case "mod.past":
                    return Modality.HISTORICAL
                case "mod.try" if 0 <= gap <= CLOSE and not _goes_past(token, start, clause):
                    tried = Modality.ATTEMPTED
                case "mod.foiled" if gap >= 0 or token.start >= end:
                    tried = Modality.ATTEMPTED
                case _:
                    pass
    if any(t.start == start and t.entry.rel == "ahead" for t in clause.tokens):
        return Modality.PLANNED  # 'the exercise will be held', where the future is one word
    return Modality.HISTORICAL if is_long_past(reading, span) else tried


def _at(clause: Clause, token: Token) -> list[Token]:
    """What else begins at the place of a word: 'he threatened them with a knife' is an act, and a threat."""
    return [t for t in clause.tokens if t.start == token.start]


def _denies_before(negation: Token, start: int, sentence: Sentence, clause: Clause) -> bool:
    """'dislokuota nebuvo': a negation that its lexicon lets stand after the word; 'strzał nie padł': one after a
    noun, with a verb and nothing more."""
    lead = next((t for t in clause.tokens if t.start == start and t.end <= negation.start), None)
    if lead is None:
        return False
    if negation.entry.rel == "after":
        return not any(lead.end <= t.start < negation.start and t.cls in TOLD for t in clause.tokens)
    if lead.entry.rel or negation.start - lead.end > 2:
        return False
    rest = _STOP.split(sentence.words(negation.end, clause.end), maxsplit=1)[0]
    return len(rest.split()) <= 1


def _conditioned(sentence: Sentence, clause: Clause) -> bool:
    """'If they try to cross, Poland will use weapons': the clause after a condition that opens the sentence."""
    first = sentence.clauses[0]
    if first is clause or not first.tokens or "mod.if" not in first.concepts:
        return False
    opens = next(t for t in first.tokens if t.concept == "mod.if").start - sentence.start <= 12
    return opens and len(sentence.clauses) > 1 and sentence.clauses[1].start == clause.start


def _goes_past(tried: Token, start: int, clause: Clause) -> bool:
    """'tried to ford the river and hurled stones': after an 'and' a finished act is no longer tried."""
    done = any(t.start == start and t.entry.rel == "done" for t in clause.tokens)
    return done and any(t.concept == "link.and" and tried.end <= t.start < start for t in clause.tokens)


def _of_saying(past: Token, sentence: Sentence) -> bool:
    """'earlier said': the saying is past, not what is said."""
    for token in sentence.cls("say"):
        if 0 <= token.start - past.end <= 2 or 0 <= past.start - token.end <= 2:
            return True
        between = [t for t in sentence.tokens if past.end <= t.start < token.start]
        if between and token.start - past.end <= 60 and all(t.cls in SPEAKERS for t in between):
            return True  # 'earlier the border guard of Poland said'
    return False


def is_long_past(reading: Reading, span: Span, ago: dt.timedelta = LONG_AGO) -> bool:
    """Whether a span lies more than 60 days, or what is given, before what the report is about."""
    reference = reading.anchor.day
    if reading.header is not None and reading.header.week.start is not None:
        reference = reading.header.week.start
    if reference is None or span.end is None or span.precision is Precision.RECENT:
        return False
    return span.end < reference - ago
