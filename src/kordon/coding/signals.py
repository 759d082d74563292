"""Signals between the two sides, and whether they were answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kordon.coding.modality import modality_of
from kordon.coding.parties import Who, known, parties_in
from kordon.coding.reading import Reading
from kordon.coding.rules import Match, RuleSet
from kordon.coding.sentences import Sentence
from kordon.domain.coded import Modality, Signal
from kordon.domain.report import stable_id

SIDES = ("far_government", "near_government")
HEARERS = ("near_government", "far_government", "near_state", "far_state")
UNTOLD = "untold"
BACK = 4  # how many sentences an answer may stand behind the signal


class Signals:
    """Collects the signals of a text; an answer goes to the signals that it speaks of."""

    def __init__(self, reading: Reading, rules: RuleSet) -> None:
        self.reading = reading
        self.rules = rules
        self.found: list[Signal] = []
        self._said: list[int] = []  # the sentence in which each signal was spoken of last

    def read(self, sentence: Sentence) -> None:
        here: list[int] = []
        for match in self.rules.matches(sentence, self.reading.concepts):
            item = self._signal(sentence, match)
            if item is not None:
                here.append(self._keep(item, sentence.index))
        answers = sentence.cls("answer")
        if answers:
            self._answer(sentence, here)

    def _signal(self, sentence: Sentence, match: Match) -> Signal | None:
        reading = self.reading
        place, _ = reading.place_at(sentence, match.clause, match.start, match.end)
        senders: Sequence[str] = match.rule.more.get("actor", SIDES)
        everyone = [w for w in parties_in(reading, sentence, place) if w.party.type in HEARERS]
        sender = self._sender(sentence, match, [w for w in everyone if w.party.type in senders])
        if sender is None:
            return None
        side = sender.party.type.partition("_")[0]
        others = [w for w in everyone if not w.party.type.startswith(side)]
        after = [w for w in others if w.start >= match.end]
        receiver = next(iter(after or others), None)
        span, time = reading.happened(sentence, match.clause, match.start)
        modality = modality_of(reading, sentence, match.clause, match.start, match.end, span)
        if modality in (Modality.ATTEMPTED, Modality.PLANNED, Modality.HISTORICAL) or any(
            t.cls == "answer" for t in sentence.tokens
        ):
            modality = Modality.ACTUAL
        term = reading.world.vocabulary.term("signals", match.rule.kind)
        spans = [(match.start, match.end), (sender.start, sender.end)]
        if receiver is not None:
            spans.append((receiver.start, receiver.end))
        if time is not None:
            spans.append((time.start, time.end))
        return Signal(
            id=stable_id("signal", reading.report.id, match.rule.kind, match.start, match.end),
            stance=str(term.get("stance")),
            content=match.rule.kind,
            sender=known(sender, place, reading),
            receiver=None if receiver is None else known(receiver, place, reading),
            answer=UNTOLD,
            modality=modality,
            occurred=span,
            evidence=reading.rest_on(spans),
            rule=match.rule.id,
        )

    def _sender(self, sentence: Sentence, match: Match, pool: Sequence[Who]) -> Who | None:
        """The party after 'by', else the nearest before the words, else the only one there is."""
        for who in pool:
            before = next((t for t in reversed(sentence.tokens) if t.end <= who.start), None)
            marked = before is not None and before.concept == "role.by" and who.start - before.end < 8
            if marked and abs(who.start - match.end) < 40:
                return who
        before_it = [w for w in pool if w.end <= match.start + 2]
        if before_it:
            return before_it[-1]
        inside = [w for w in pool if match.start <= w.start < match.end]
        if inside:
            return inside[0]
        if pool:
            return pool[0] if len(pool) == 1 else None
        previous = self.reading.before(sentence)
        senders = match.rule.more.get("actor", SIDES)
        for _ in range(BACK - 1):
            if previous is None:
                return None
            place, _ = self.reading.place_at(previous, previous.clauses[0], previous.start, previous.start)
            earlier = [w for w in parties_in(self.reading, previous, place) if w.party.type in senders]
            if earlier:
                return earlier[0]
            previous = self.reading.before(previous)
        return None

    def _keep(self, item: Signal, sentence: int) -> int:
        for index, other in enumerate(self.found):
            same = other.content == item.content and other.sender.country == item.sender.country
            if same and other.sender.type == item.sender.type and other.modality == item.modality:
                self.found[index] = replace(
                    other,
                    receiver=other.receiver or item.receiver,
                    evidence=tuple(dict.fromkeys([*other.evidence, *item.evidence])),
                )
                self._said[index] = sentence
                return index
        self.found.append(item)
        self._said.append(sentence)
        return len(self.found) - 1

    def _answer(self, sentence: Sentence, here: Sequence[int]) -> None:
        token = sentence.cls("answer")[0]
        answer = token.concept.partition(".")[2]
        if token.entry.rel:  # the entry names what the answer is when it is negated
            clause = sentence.clause_at(token.start)
            if any(t.concept == "mod.not" and t.end <= token.start for t in clause.tokens):
                answer = token.entry.rel
        targets = list(here)
        if not targets:
            close = [i for i, at in enumerate(self._said) if 0 < sentence.index - at <= BACK]
            targets = [i for i in close if self.found[i].stance == "cooperative"]
            nearest = max((self._said[i] for i in targets), default=0)
            targets = [i for i in targets if self._said[i] == nearest]
        for index in targets:
            item = self.found[index]
            if item.stance == "cooperative":
                words = self.reading.body.evidence(token.start, token.end)
                self.found[index] = replace(
                    item, answer=answer, evidence=tuple(dict.fromkeys([*item.evidence, words]))
                )
