"""Train the head: a multinomial logistic regression on the encoder's vectors, and thresholds from
cross-validation.

Everything is decided by the samples handed over, which are of the open half; the held-out half is only measured
afterwards. The same samples and encoder give the same head.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kordon.coding.semantic.encoder import Encoder
from kordon.coding.semantic.head import NOTHING, PROBE, Head
from kordon.coding.semantic.samples import OWN, Sample

FEWEST = 8  # samples of a kind that the head learns
FOLDS = 5
PENALTIES = (0.03, 0.06, 0.1, 0.2)  # of squared weights; cross-validation picks one
STEPS = tuple(round(0.3 + 0.05 * step, 2) for step in range(13))
LEFT_SHARE = 0.3  # of what a text tells, the part assumed to be left by the rules, where thresholds are set
WANTED = 0.6  # precision among suggestions that a threshold must promise
ENOUGH = 5  # suggestions in cross-validation on which a language's threshold may rest


@dataclass(frozen=True, slots=True)
class Trained:
    """A head with what cross-validation on the open half says of it."""

    head: Head
    penalty: float
    samples: Mapping[str, int]  # by class
    promised: Mapping[str, tuple[float, int]]  # by language: precision in the mix of LEFT_SHARE, suggestions


def train(samples: Sequence[Sample], encode: Encoder) -> Trained:
    """The head with the penalty and temperature that predict unseen groups best, and a threshold a language."""
    import numpy as np

    counts = Counter(kind for sample in samples for kind in sample.kinds)
    classes = (NOTHING, *sorted(kind for kind, count in counts.items() if count >= FEWEST))
    samples = [s for s in samples if not s.kinds or s.kinds & set(classes)]
    vectors = encode([sample.text for sample in samples])
    targets = _targets(samples, classes)
    fold = np.array([zlib.crc32(sample.group.encode()) % FOLDS for sample in samples])
    probe = encode([PROBE])[0]
    empty = Head(classes, np.zeros((len(classes), vectors.shape[1] + 1)), probe)
    tried = []
    for penalty in PENALTIES:
        scores = np.zeros(targets.shape)
        for number in range(FOLDS):
            out = fold == number
            weights = _fit(vectors[~out], targets[~out], penalty)
            scores[out] = vectors[out] @ weights[:, :-1].T + weights[:, -1]
        loss, temperature = _temperature(scores, targets)
        tried.append((loss, penalty, temperature, scores))
    _, penalty, temperature, scores = min(tried, key=lambda one: one[0])
    weights = _fit(vectors, targets, penalty)
    told = Counter(kind for s in samples for kind in s.kinds if kind in classes)
    told[NOTHING] = sum(not s.kinds for s in samples)
    chosen = _thresholds(samples, classes, _shares(scores / temperature))
    head = replace(
        empty,
        weights=weights,
        temperature=float(temperature),
        thresholds={lang: least for lang, (least, _, _) in chosen.items()},
    )
    promised = {lang: (precision, count) for lang, (_, precision, count) in chosen.items()}
    return Trained(head, penalty, dict(told), promised)


def _targets(samples: Sequence[Sample], classes: Sequence[str]) -> Any:
    """A share for each kind that a sentence tells; all of it for ``nothing`` where it tells none."""
    import numpy as np

    place = {name: at for at, name in enumerate(classes)}
    found = np.zeros((len(samples), len(classes)))
    for row, sample in zip(found, samples, strict=True):
        known = [place[kind] for kind in sample.kinds if kind in place] or [0]
        row[known] = 1 / len(known)
    return found


def _shares(scores: Any) -> Any:
    import numpy as np

    grown = np.exp(scores - scores.max(axis=1, keepdims=True))
    return grown / grown.sum(axis=1, keepdims=True)


def _fit(vectors: Any, targets: Any, penalty: float) -> Any:
    """Weights (classes, WIDTH + 1) of least cross-entropy plus ``penalty`` times the squared weights."""
    import numpy as np
    from scipy.optimize import minimize  # type: ignore[import-untyped]

    grown = np.hstack([vectors, np.ones((len(vectors), 1))])
    shape = (targets.shape[1], grown.shape[1])

    def loss(flat: Any) -> tuple[float, Any]:
        weights = flat.reshape(shape)
        shares = _shares(grown @ weights.T)
        slope = (shares - targets).T @ grown
        slope[:, :-1] += 2 * penalty * weights[:, :-1]
        entropy = -float((targets * np.log(np.maximum(shares, 1e-12))).sum())
        return entropy + penalty * float((weights[:, :-1] ** 2).sum()), slope.ravel()

    start = np.zeros(shape).ravel()
    return minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 200}).x.reshape(shape)


def _temperature(scores: Any, targets: Any) -> tuple[float, float]:
    """The loss at the best temperature of a grid, and that temperature (Guo et al. 2017, 'On calibration')."""
    import numpy as np

    def loss(temperature: float) -> float:
        shares = _shares(scores / temperature)
        return -float((targets * np.log(np.maximum(shares, 1e-12))).sum()) / len(targets)

    return min((loss(step), step) for step in (round(0.3 + 0.05 * k, 2) for k in range(35)))


def _thresholds(
    samples: Sequence[Sample], classes: Sequence[str], shares: Any
) -> dict[str, tuple[float, float, int]]:
    """For each language the least threshold that promises enough precision, with that precision and how many
    suggestions it rests on; a language for which none does is left out.

    Held-out sentences that tell something count for ``LEFT_SHARE`` of one, because the rules have found the
    others.
    """
    chosen: dict[str, tuple[float, float, int]] = {}
    for lang in sorted({sample.lang for sample in samples} - {OWN}):
        told = []
        for sample, row in zip(samples, shares, strict=True):
            if sample.lang == lang and not sample.group.startswith("lexicon-"):
                at = 1 + int(row[1:].argmax())
                told.append((float(row[at]), classes[at] in sample.kinds, bool(sample.kinds)))
        for least in STEPS:
            made = [(right, tells) for share, right, tells in told if share >= least]
            weight = sum(LEFT_SHARE if tells else 1.0 for _, tells in made)
            precision = LEFT_SHARE * sum(right for right, _ in made) / weight if made else 0.0
            if len(made) >= ENOUGH and precision >= WANTED:
                chosen[lang] = (least, precision, len(made))
                break
    return chosen
