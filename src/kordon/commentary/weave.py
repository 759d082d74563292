"""Clauses woven into sentences: which go together, and by what, turns with the week."""

from __future__ import annotations

from collections.abc import Sequence

from kordon.commentary.scene import Scene
from kordon.commentary.teller import Piece, finished
from kordon.domain.commentary import Sentence

LONGEST = 190  # characters of a sentence that is woven of two clauses
COMMAS = 2  # a sentence with more of them is two
ALONE = (";", ": ", ". ", ", and ", ", а ")  # a clause with one of these is a sentence of its own

# How many clauses each sentence takes, by how many there are; the next pattern in the next week.
PATTERNS: dict[int, tuple[tuple[int, ...], ...]] = {
    1: ((1,),),
    2: ((2,), (1, 1)),
    3: ((2, 1), (1, 2), (1, 1, 1)),
    4: ((2, 2), (1, 2, 1), (2, 1, 1), (1, 1, 2)),
    5: ((2, 1, 2), (1, 2, 2), (2, 2, 1)),
}


def weave(scene: Scene, clauses: Sequence[Piece], shift: int = 0) -> list[Sentence]:
    """Sentences of one clause or two, in the order of the clauses."""
    left = [c for c in clauses if c.text]
    sentences: list[Sentence] = []
    while left:
        patterns = PATTERNS[min(len(left), max(PATTERNS))]
        for size in patterns[(scene.turn + shift) % len(patterns)]:
            taken, left = left[:size], left[size:]
            sentences.extend(finished(_stopped(scene, piece)) for piece in _tied(scene, taken, shift))
    return sentences


def _tied(scene: Scene, taken: Sequence[Piece], shift: int) -> list[Piece]:
    commas = sum(piece.text.count(",") for piece in taken)
    if len(taken) < 2 or sum(len(p.text) for p in taken) > LONGEST or commas > COMMAS or any(map(_alone, taken)):
        return list(taken)
    one, two = taken
    tied = scene.teller.piece(scene.variant("tied", shift), one=one, two=two)
    return [Piece(tied.text, one.key, tied.claims, tied.evidence)]


def _alone(piece: Piece) -> bool:
    return any(mark in piece.text for mark in ALONE) or piece.text.endswith(".")


def _stopped(scene: Scene, piece: Piece) -> Piece:
    if piece.text.endswith("."):
        return piece
    stopped = scene.teller.piece("stopped", told=piece)
    return Piece(stopped.text, piece.key, stopped.claims, stopped.evidence)
