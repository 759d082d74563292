"""The semantic coder: suggests a kind for sentences in which the rules found nothing.

It reads whole sentences, so it cannot tell what a negation or a condition in them governs: where a word of
modality stands, it suggests nothing. Place, days and attribution come from the same reading as those of the rules.
"""

from __future__ import annotations

from typing import NamedTuple

from kordon.coding.coder import Coder
from kordon.coding.modality import is_long_past
from kordon.coding.parties import attribution_of
from kordon.coding.places import ELSEWHERE
from kordon.coding.reading import Reading
from kordon.coding.semantic.encoder import Encoder, load_encoder
from kordon.coding.semantic.head import Head, load_head
from kordon.coding.sentences import Clause, Sentence
from kordon.domain.coded import Coded, Incident, Modality, ReportedMeasure, Status
from kordon.domain.report import Evidence, Report, stable_id
from kordon.domain.suggested import SEMANTIC
from kordon.domain.time import Span
from kordon.vocabulary import Vocabulary

SHORTEST = 20  # letters of a sentence
TRIED = ("mod.try", "mod.foiled")
TAKEN = ("incidents", "figures", "measures", "signals", "compositions", "judgements", "rungs")


class Left(NamedTuple):
    """A sentence that the rules took nothing from, without the blanks around it."""

    sentence: Sentence
    evidence: Evidence


class SemanticCoder:
    """Fulfils :class:`kordon.coding.suggesting.ReportCoder`; every rule is ``semantic:`` and the probability."""

    def __init__(self, rules: Coder, head: Head, encode: Encoder) -> None:
        head.check_encoder(encode)
        self._rules = rules
        self._head = head
        self._encode = encode

    def code(self, report: Report, /) -> Coded:
        """The incidents and measures that it suggests; a warning where the head is no use in the language."""
        least = self._head.thresholds.get(report.lang)
        if least is None:
            return Coded(report, warnings=(f"The semantic coder suggests nothing in {report.lang!r}.",))
        coded, reading = self._rules.follow(report)
        if reading is None:
            return Coded(report, warnings=coded.warnings)
        left = left_over(reading, coded)
        incidents: list[Incident] = []
        measures: list[ReportedMeasure] = []
        found = self._head.best(self._encode([one.sentence.text.strip() for one in left])) if left else []
        for one, (name, share) in zip(left, found, strict=True):
            type_, _, kind = name.partition(":")
            if share < least:
                continue
            if type_ == "incidents":
                incidents += _incident(reading, one, kind, share)
            else:
                measures += _measure(reading, one, kind, share)
        return Coded(report, incidents=tuple(incidents), measures=tuple(measures))


def left_over(reading: Reading, coded: Coded) -> list[Left]:
    """The sentences that hold nothing of what the rules coded, ask nothing and hedge nothing."""
    spans = [(e.start, e.end) for name in TAKEN for item in getattr(coded, name) for e in item.evidence]
    found = []
    for sentence in reading.sentences:
        if not has_words(sentence) or sentence.asks or _hedges(sentence):
            continue
        one = Left(sentence, evidence_of(reading, sentence))
        if not any(start < one.evidence.end and one.evidence.start < end for start, end in spans):
            found.append(one)
    return found


def has_words(sentence: Sentence) -> bool:
    return len(sentence.text.strip()) >= SHORTEST


def evidence_of(reading: Reading, sentence: Sentence) -> Evidence:
    """The whole sentence without the blanks around it."""
    text = sentence.text
    start = sentence.start + len(text) - len(text.lstrip())
    return reading.body.evidence(start, sentence.start + len(text.rstrip()))


def _hedges(sentence: Sentence) -> bool:
    return sentence.has("zero", "cond") or any(t.concept not in TRIED for t in sentence.cls("mod"))


def _whole(sentence: Sentence) -> Clause:
    return Clause(sentence.start, sentence.end, sentence.tokens)


def _rule(share: float) -> str:
    return f"{SEMANTIC}:{share:.2f}"


def _incident(reading: Reading, one: Left, kind: str, share: float) -> list[Incident]:
    clause = _whole(one.sentence)
    place, _ = reading.place_at(one.sentence, clause, clause.start, clause.end)
    if place is ELSEWHERE:
        return []
    span, _ = reading.happened(one.sentence, clause, clause.start)
    tried = bool(one.sentence.all(*TRIED))
    modality = Modality.ATTEMPTED if tried else Modality.ACTUAL
    return [
        Incident(
            id=stable_id("incident", reading.report.id, SEMANTIC, kind, one.evidence.start, one.evidence.end),
            kind=kind,
            place=place,
            occurred=span,
            modality=Modality.HISTORICAL if is_long_past(reading, span) else modality,
            evidence=(one.evidence,),
            rule=_rule(share),
            means=_implied(reading, kind),
            attribution=attribution_of(reading, one.sentence, place),
            grade=reading.report.grade,
        )
    ]


def _implied(reading: Reading, kind: str) -> tuple[str, ...]:
    means = reading.world.vocabulary.term("kinds", kind).get("means")
    return (means,) if means else ()


def _measure(reading: Reading, one: Left, kind: str, share: float) -> list[ReportedMeasure]:
    """A measure with the status that a word tells; without one it is only spoken of, which puts nothing in "
    "force."""
    clause = _whole(one.sentence)
    place, _ = reading.place_at(one.sentence, clause, clause.start, clause.end)
    if place is ELSEWHERE:
        return []
    told = {t.concept.partition(".")[2] for t in one.sentence.cls("status")}
    status = Status(told.pop()) if len(told) == 1 else Status.REFERENCE
    return [
        ReportedMeasure(
            id=stable_id("measure", reading.report.id, SEMANTIC, kind, one.evidence.start, one.evidence.end),
            kind=kind,
            status=status,
            place=place,
            evidence=(one.evidence,),
            rule=_rule(share),
            effective=Span.untold(),
            attribution=attribution_of(reading, one.sentence, place),
        )
    ]


def load_semantic(rules: Coder, vocabulary: Vocabulary, encode: Encoder | None = None) -> SemanticCoder:
    """The semantic coder that ships.

    Raises :class:`~kordon.domain.errors.KordonError` with a sentence where the encoder is missing or is another
    one.
    """
    return SemanticCoder(rules, load_head(vocabulary), encode or load_encoder())
