"""The range of measures put before a government, step by step."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from kordon.domain.measure import Proposal
from kordon.site.why import SHOWN, Why
from kordon.site.words import Words

SHARED = 2  # steps for which something must hold to be told once, as a note
MARKS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the range put before a government."""

    rung: str
    what: str
    facts: tuple[str, ...]
    marks: str  # of the notes that hold for it
    evidence: Markup


@dataclass(frozen=True, slots=True)
class Ladder:
    """The range step by step, and below it what holds for several steps, each note with its mark."""

    steps: tuple[Step, ...]
    notes: tuple[tuple[str, str], ...]


def make_ladder(proposal: Proposal, words: Words, why: Why, limit: int = SHOWN) -> Ladder:
    """Each option in its own words, what it needs and touches, and, once, what of it is in force already."""
    because, seen, steps = words.because, set[str](), []
    told = [tuple(because(child) for child in option.reason.children) for option in proposal.options]
    often = Counter(fact for facts in told for fact in facts)
    shared = [fact for fact, times in often.items() if times >= SHARED][: len(MARKS)]
    for option, facts in zip(proposal.options, told, strict=True):
        ids = [*option.reason.evidence, *(i for child in option.reason.children for i in child.evidence)]
        fresh = [i for i in dict.fromkeys((*ids, *option.already)) if i not in seen]
        seen.update(fresh)
        marks = "".join(MARKS[shared.index(fact)] for fact in facts if fact in shared)
        own = tuple(fact for fact in facts if fact not in shared)
        steps.append(Step(option.rung, because(option.reason), own, marks, why.evidence(fresh, limit)))
    return Ladder(tuple(steps), tuple(zip(MARKS, shared, strict=False)))
