"""How far a measure is: asked for, announced, on a condition, in force, lifted, denied, in the past."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from kordon.coding.automaton import Token
from kordon.coding.modality import LONG_AGO, is_long_past
from kordon.coding.printed_dates import Time
from kordon.coding.reading import Reading
from kordon.coding.rules import Match
from kordon.coding.sentences import Clause, Sentence
from kordon.domain.coded import Condition, Status

WEAK = (Status.REFERENCE,)
PROPOSING = ("status.proposed", "status.asked", "status.planned")  # what they stand before is not done yet
Words = list[tuple[int, int]]


def condition_of(reading: Reading, sentence: Sentence, match: Match) -> Condition | None:
    """'in case of an influx', 'unless the command objects': the condition, and its kind where it is known."""
    ifs = sentence.all("mod.if")
    if not ifs:
        return None
    cue = min(ifs, key=lambda t: abs(t.start - match.start))
    conds = [t for t in sentence.cls("cond") if t.start >= cue.start]
    kind = conds[0].concept.partition(".")[2] if conds else "other"
    end = conds[0].end if conds else max(cue.end, sentence.clause_at(cue.start).end)
    end = sentence.start + len(sentence.words(sentence.start, end).rstrip(" ,;.!?"))
    return Condition(kind, reading.evidence((cue.start, max(end, cue.end))))


def status_of(
    reading: Reading, sentence: Sentence, match: Match, condition: Condition | None
) -> tuple[Status | None, Words]:
    """The status of a measure and the words that tell it; ``None`` where the text only mentions the measure."""
    clause, tokens = match.clause, match.clause.tokens
    for denial in sentence.all("mod.deny"):
        if (denial.end <= match.start and not _set_against(sentence, denial, match)) or denial in tokens:
            return Status.DENIED, [(denial.start, denial.end)]
    if condition is not None and not match.rule.more.get("usual"):
        return Status.CONDITIONAL, []
    if any(t.entry.rel == "past" for t in match.tokens):
        return Status.HISTORICAL, []  # 'had been closed'
    time = reading.time_at(sentence, clause, match.start)
    if time is not None and _is_past(reading, time, clause, match):
        return Status.HISTORICAL, [(time.start, time.end)]
    statuses = sentence.cls("status")
    if any(t.entry.rel == "done" for t in match.tokens):
        statuses = [t for t in statuses if not _is_said_after(t, sentence, match)]
    inside = [t for t in statuses if clause.start <= t.start < clause.end]
    pool = inside or statuses
    cue = min([t for t in pool if t.entry.rel == "strong"] or pool, key=lambda t: _gap(t, match), default=None)
    if cue is None:
        status, words = _without_a_word(match, time)
    else:
        status, words = _as_worded(cue, tokens), [(cue.start, cue.end)] if cue in inside else []
    if match.rule.more.get("short") and status in (Status.IN_FORCE, Status.LIFTED) and _is_over(reading, sentence):
        return Status.HISTORICAL, words
    return status, words


def _set_against(sentence: Sentence, denial: Token, match: Match) -> bool:
    """'They deny that, but Riga has closed ...': a denial does not reach over a 'but'."""
    return any(denial.end <= t.start <= match.clause.start + 2 for t in sentence.all("clause.but"))


def _is_over(reading: Reading, sentence: Sentence) -> bool:
    """'The airport was closed for three hours', 'in the night to Monday': what lasts hours has ended."""
    if any(t.entry.value == "hour" for t in sentence.cls("size")) and reading.numbers(sentence):
        return True
    published = reading.anchor.day
    times = [t for t in reading.times(sentence) if not t.said]
    if published is None or any(t.since or t.begins or t.until for t in times):
        return False
    return any(t.span.end is not None and t.span.length in (1, 2) and t.span.end <= published for t in times)


def _is_said_after(cue: Token, sentence: Sentence, match: Match) -> bool:
    """'Traffic resumed at midnight, the ministry announced': what was announced is that it was done."""
    return cue.start >= match.clause.end and any(t.start == cue.start for t in sentence.cls("say"))


def _is_past(reading: Reading, time: Time, clause: Clause, match: Match) -> bool:
    ahead = not clause.concepts.isdisjoint(("mod.plan", "status.planned", "status.announced", "status.decided"))
    span = time.near if ahead or time.begins or time.until else time.span
    lasts = match.rule.more.get("lasts")
    ago = LONG_AGO if lasts is None else dt.timedelta(days=lasts)
    return is_long_past(reading, span, ago) and not (time.since or time.said)


def _without_a_word(match: Match, time: Time | None) -> tuple[Status | None, Words]:
    """No word of status: the past, a plan, a day since which it holds, a negation, an act told as done; else what
    the rule says is usual."""
    tokens = match.clause.tokens
    past = next((t for t in tokens if t.concept == "mod.past"), None)
    if past is not None:
        return Status.HISTORICAL, [(past.start, past.end)]
    plan = next((t for t in tokens if t.concept in ("mod.plan", "mod.might") and t.start < match.end), None)
    refused = next((t for t in tokens if t.concept == "mod.not" and 0 <= match.start - t.end < 45), None)
    if plan is not None and refused is not None and refused.start <= plan.end + 2:
        return Status.DENIED, [(refused.start, refused.end)]  # 'nor will it be reopened', 'will not open'
    if plan is None and time is not None and time.since and not time.said:
        return Status.IN_FORCE, [(time.start, time.end)]
    if plan is not None and not any(t.cls == "likely" and t.entry.rel == "not" for t in tokens):
        firm = plan.entry.rel == "firm"
        return Status.ANNOUNCED if firm else Status.PLANNED, [(plan.start, plan.end)]
    negation = next((t for t in tokens if t.concept == "mod.not" and 0 <= match.start - t.end < 30), None)
    if negation is not None:
        return Status.DENIED, [(negation.start, negation.end)]
    if any(t.entry.rel == "done" for t in match.tokens):
        return Status.LIFTED if match.rule.kind == "lifting" else Status.IN_FORCE, []
    usual = match.rule.more.get("usual")
    return (Status(usual), []) if usual and usual != "none" else (None, [])


def _as_worded(cue: Token, tokens: Sequence[Token]) -> Status:
    """The status that a word tells, by what stands before it: 'will be introduced' is not 'was introduced'."""
    status = Status(cue.concept.partition(".")[2])
    planned = any(t.concept == "mod.plan" and t.start <= cue.start for t in tokens)
    if planned and status is Status.IN_FORCE:
        status = Status.ANNOUNCED
    elif planned and status is Status.LIFTED:
        status = Status.PLANNED
    might = any(t.concept == "mod.might" and 0 <= cue.start - t.end <= 24 for t in tokens)
    if might and status in (Status.EXTENDED, Status.DECIDED, Status.LIFTED, Status.IN_FORCE):
        status = Status.PLANNED  # 'the zone may be extended'
    if status in (Status.EXTENDED, Status.LIFTED):
        weaker = [t for t in tokens if t.end <= cue.start and (t.concept in PROPOSING or _plans(t))]
        if weaker:
            told = weaker[-1].concept
            status = Status.PLANNED if told == "mod.plan" else Status(told.partition(".")[2])
    if status is Status.IN_FORCE and any(t.concept == "mod.past" for t in tokens):
        status = Status.HISTORICAL
    if any(t.concept == "mod.not" and 0 <= cue.start - t.end <= 12 for t in tokens):
        status = Status.DENIED
    return status


def _plans(token: Token) -> bool:
    return token.concept == "mod.plan" and token.entry.rel != "firm"


def _gap(token: Token, match: Match) -> int:
    return token.start - match.end if token.start >= match.end else max(0, match.start - token.end)
