"""What a text says a figure is set against: more, fewer, a record, its usual level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kordon.coding.counting import COMPARING
from kordon.coding.reading import Reading
from kordon.coding.sentences import Sentence
from kordon.domain.coded import Change, Figure

COMPARED = "figure:compared"  # a number that another is set against


def with_changes(
    reading: Reading, sentence: Sentence, figures: list[Figure], places: Sequence[int]
) -> list[Figure]:
    """'after weeks of calm', 'its usual level', 'down by 65%': put on the figure they speak of, the last that
    stands before them, or the first."""
    if not figures:
        return figures
    for change in changes_in(reading, sentence):
        begin = change.evidence[0].start
        before = [
            i
            for i, place in enumerate(places)
            if reading.body.source(place) < begin and figures[i].rule != COMPARED
        ]
        index = before[-1] if before else 0
        figures[index] = replace(figures[index], changes=(*figures[index].changes, change))
    return figures


def changes_in(reading: Reading, sentence: Sentence) -> tuple[Change, ...]:
    words = sentence.cls("change")
    if not words and not sentence.has("approx"):
        return ()
    percents = [n for n in reading.numbers(sentence) if n.unit == "percent"]
    changes: list[Change] = []
    for percent in percents:  # '40% more than the week before', where 'more than' is no rounding
        than = next((t for t in sentence.cls("approx") if 0 <= t.start - percent.end <= 2), None)
        told = any(abs(w.start - percent.end) < 30 or abs(percent.start - w.end) < 30 for w in words)
        if than is not None and than.concept in COMPARING and not told:
            spans = [(percent.start, than.end)]
            changes.append(Change(COMPARING[than.concept], percent.quantity.best, "", reading.evidence(*spans)))
    for token in words:
        kind = token.concept.partition(".")[2]
        if kind in ("up_by", "down_by"):
            near = [p for p in percents if min(abs(p.start - token.end), abs(token.start - p.end)) < 30]
            told = token.entry.value  # 'half as many' is its own percentage
            if not near and told is None and not sentence.has("compare"):
                continue
            spans = [(token.start, token.end)]
            if near:
                spans = [(min(near[0].start, token.start), max(near[0].end, token.end))]
            share = near[0].quantity.best if near else told
            changes.append(Change(kind, share, "", reading.evidence(*spans)))
        elif not any(c.kind == kind for c in changes):
            changes.append(Change(kind, None, "", reading.evidence((token.start, token.end))))
    return tuple(changes)
