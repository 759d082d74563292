"""Rules: which concepts together make an item. They speak of concepts, so one set serves every language.

A rule is one entry of ``data/lexicon/rules/<items>.yaml``::

    - id: stones-thrown
      kind: stone_throwing
      when: [[act.throw, means.stones], [act.stone]]

``when`` lists alternatives; all concepts of one must stand in the same clause, no further apart than ``reach``
letters. ``unless`` names concepts whose presence in the clause takes the item away, ``context`` concepts of which
one must occur in the text. The first rule that fits a clause wins over those it names in ``over``.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from typing import Any

from kordon.coding.automaton import Token
from kordon.coding.lexicon import ROOT
from kordon.coding.sentences import Clause, Sentence
from kordon.domain.coded import Modality
from kordon.vocabulary import Vocabulary
from kordon.vocabulary.documents import Document, read_document

_ORDER = itemgetter(0)
_START = itemgetter(0)
FILES: Mapping[str, str] = {"incidents": "kinds", "measures": "measures", "signals": "signals"}
REQUIRED = ("id", "kind", "when")
OPTIONAL = (
    "unless", "context", "over", "reach", "modality", "means", "actor", "recipient", "people", "scope", "usual",
    "options", "warning", "outcome", "needs_actor", "needs", "cargo_of", "sums", "look_back",
    "crossings", "group_before", "harm", "lasts", "short", "tight", "takes_up", "one", "owned", "states", "near",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rule:
    id: str
    kind: str
    when: tuple[tuple[str, ...], ...]
    unless: frozenset[str]
    context: frozenset[str]
    over: frozenset[str]
    reach: int
    more: Mapping[str, Any]

    @property
    def modality(self) -> Modality:
        return Modality(self.more.get("modality", "actual"))

    @property
    def wide(self) -> bool:
        """Whether the concepts may stand anywhere in the sentence."""
        return self.more.get("scope") == "sentence"


@dataclass(frozen=True, slots=True)
class Match:
    """A rule met in a clause by these tokens, in order of place."""

    rule: Rule
    clause: Clause
    tokens: tuple[Token, ...]

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return max([t.end for t in self.tokens])


def load_rules(vocabulary: Vocabulary, *folders: Path) -> Mapping[str, tuple[Rule, ...]]:
    """All rules by what they make; raises :class:`~kordon.domain.errors.BadDocument` with line and remedy."""
    result: dict[str, tuple[Rule, ...]] = {}
    for items, kinds in FILES.items():
        rules: list[Rule] = []
        for root in [ROOT, *(folder / "lexicon" for folder in folders)]:
            path = root / "rules" / f"{items}.yaml"
            if path.exists():
                name = f"data/lexicon/rules/{path.name}" if root == ROOT else str(path)
                rules += _read(read_document(path, name), vocabulary, kinds, {r.id for r in rules})
        result[items] = tuple(rules)
    return result


def _read(document: Document, vocabulary: Vocabulary, kinds: str, seen: set[str]) -> list[Rule]:
    if not isinstance(document.data, list):
        document.complain((), "a file of rules is a list", "begin each rule with '- id:'")
    rules = []
    for position, row in enumerate(document.data):
        document.check_keys((position,), row, REQUIRED, OPTIONAL)
        if row["id"] in seen:
            document.complain((position, "id"), f"the rule {row['id']!r} is written twice", "give it another id")
        if row["kind"] not in vocabulary[kinds]:
            document.complain((position, "kind"), f"{row['kind']!r} is not in {kinds}.yaml", "add it there")
        seen.add(row["id"])
        rules.append(
            Rule(
                id=str(row["id"]),
                kind=str(row["kind"]),
                when=tuple(tuple(alternative) for alternative in row["when"]),
                unless=frozenset(row.get("unless", ())),
                context=frozenset(row.get("context", ())),
                over=frozenset(row.get("over", ())),
                reach=int(row.get("reach", 140)),
                more={key: row[key] for key in row if key in OPTIONAL},
            )
        )
    return rules


class RuleSet:
    """Rules ready to be looked up by the concepts of a sentence."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self.outcomes = {rule.id for rule in rules if rule.more.get("outcome")}  # only tell who was hurt
        self._by_first: dict[str, list[tuple[int, Rule, tuple[str, ...], frozenset[str]]]] = {}
        self._firsts = frozenset(alternative[0] for rule in rules for alternative in rule.when)
        order = itertools.count()  # over rules and their alternatives: one order for every run
        for rule in rules:
            for alternative in rule.when:
                self._by_first.setdefault(alternative[0], []).append(
                    (next(order), rule, alternative, frozenset(alternative))
                )

    def matches(self, sentence: Sentence, concepts: set[str]) -> list[Match]:
        """Every rule met in a sentence: once a clause and kind, the first alternative that fits. ``concepts`` are
        those of the whole text."""
        here = sentence.concepts
        if self._firsts.isdisjoint(here):
            return []
        candidates = [
            item
            for concept in self._firsts & here
            for item in self._by_first[concept]
            if item[3] <= here and (not item[1].context or item[1].context & concepts)
        ]
        if not candidates:
            return []
        candidates.sort(key=_ORDER)
        found: list[Match] = []
        clauses: Sequence[Clause] = sentence.clauses
        if "clause.relative" in here:
            clauses = [sentence.with_what_it_speaks_of(clause) for clause in clauses]
        whole: Sequence[Clause] = [Clause(sentence.start, sentence.end, sentence.tokens)]
        for _, rule, alternative, _ in candidates:
            if rule.more.get("outcome") and not rule.unless.isdisjoint(here):
                continue  # 'two soldiers were hurt when their car overturned'
            for clause in whole if rule.wide else clauses:
                if found and any(
                    (m.rule.kind == rule.kind or rule.kind in m.rule.over) and _same(m.clause, clause)
                    for m in found
                ):
                    continue
                tokens = _meet(clause, alternative, rule)
                if tokens is not None:
                    home = sentence.clause_at(tokens[0].start) if rule.wide else clause
                    found.append(Match(rule, home, tokens))
        drop = {(kind, id(m.clause)) for m in found for kind in m.rule.over}
        return [m for m in found if (m.rule.kind, id(m.clause)) not in drop] if drop else found


def _same(a: Clause, b: Clause) -> bool:
    return a.start < b.end and b.start < a.end


def _meet(clause: Clause, alternative: tuple[str, ...], rule: Rule) -> tuple[Token, ...] | None:
    """The closest tokens that meet an alternative, nearest to the first concept's token."""
    here = clause.concepts
    if not rule.unless.isdisjoint(here) or not here.issuperset(alternative):
        return None
    for lead in clause.tokens:
        if lead.concept != alternative[0]:
            continue
        chosen = [lead]
        for concept in alternative[1:]:
            best, gap = None, 0
            for token in clause.tokens:
                if token.concept == concept and token is not lead:
                    distance = _gap(token, lead)
                    if best is None or distance < gap:
                        best, gap = token, distance
            if best is None:
                break
            chosen.append(best)
        else:
            chosen.sort(key=_START)
            if chosen[-1].end - chosen[0].start <= rule.reach and not (
                rule.more.get("tight") and _thing_between(clause, chosen)
            ):
                return tuple(chosen)
    return None


def _thing_between(clause: Clause, chosen: Sequence[Token]) -> bool:
    if any(chosen[0].end <= t.start < chosen[-1].start and t.cls in ("object", "name") for t in clause.tokens):
        return True
    border = next((t for t in chosen if t.cls == "border"), None)
    if border is None or "object.checkpoint" not in clause.concepts:
        return False  # 'the crossings on the border': where they are
    return any(t.cls == "in" and 0 <= border.start - t.end <= 24 for t in clause.tokens)


def _gap(a: Token, b: Token) -> int:
    return a.start - b.end if a.start >= b.end else b.start - a.end
