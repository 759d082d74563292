"""The head: what turns the encoder's vector of a sentence into probabilities of kinds. A small file of numbers."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kordon.coding.semantic.encoder import PACKAGE, WIDTH, Encoder
from kordon.domain.errors import BadDocument, KordonError
from kordon.vocabulary import Vocabulary
from kordon.vocabulary.documents import read_document

ROOT = Path(__file__).parent.parent.parent / "data" / "semantic"
WEIGHTS, SETTINGS = "head.csv", "head.yaml"
NOTHING = "nothing"
LISTS: Mapping[str, str] = {"incidents": "kinds", "measures": "measures"}
PROBE = "Border guards found three people near the river on Tuesday."
NEAR = 0.999  # how alike the probe must come out of the encoder


@dataclass(frozen=True)
class Head:
    """``classes`` are ``nothing`` and names such as ``incidents:drone``; ``weights`` has a row for each, the bias
    last. ``thresholds`` hold the least probability of a suggestion, by language; in others the head abstains."""

    classes: tuple[str, ...]
    weights: Any  # (classes, WIDTH + 1)
    probe: Any  # (WIDTH,): what the encoder that it was trained with makes of PROBE
    temperature: float = 1.0
    thresholds: Mapping[str, float] = field(default_factory=dict)

    def probabilities(self, vectors: Any) -> Any:
        """(sentences, classes), each row adding up to one."""
        import numpy as np

        scores = (vectors @ self.weights[:, :-1].T + self.weights[:, -1]) / self.temperature
        grown = np.exp(scores - scores.max(axis=1, keepdims=True))
        return grown / grown.sum(axis=1, keepdims=True)

    def best(self, vectors: Any) -> list[tuple[str, float]]:
        """The likeliest kind of each sentence that is not ``nothing``, and its probability."""
        shares = self.probabilities(vectors)[:, 1:]
        chosen = shares.argmax(axis=1)
        return [(self.classes[1 + int(at)], float(row[at])) for at, row in zip(chosen, shares, strict=True)]

    def check_encoder(self, encode: Encoder) -> None:
        """Refuse an encoder of other weights: the numbers of the head would mean nothing to it."""
        vector = encode([PROBE])[0]
        if float(vector @ self.probe) < NEAR:
            raise KordonError(
                f"The installed {PACKAGE} is not the one that the head in data/semantic was trained with; "
                "install the version that its card names, or train it anew with: make semantic."
            )


def written(head: Head) -> tuple[str, str]:
    """The two files of a head: numbers to five digits, and settings. The same bytes for the same head."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    for name, numbers in (*zip(head.classes, head.weights, strict=True), ("probe", head.probe)):
        rows.writerow([name, *(f"{number:.5g}" for number in numbers)])
    lines = [f"temperature: {head.temperature:g}", "thresholds:"]
    lines += [f"  {lang}: {least:g}" for lang, least in sorted(head.thresholds.items())] or ["  {}"]
    return out.getvalue(), "# Made by `make semantic`; card.md says from what.\n" + "\n".join(lines) + "\n"


def load_head(vocabulary: Vocabulary, folder: Path = ROOT) -> Head:
    """The head in a folder; raises :class:`BadDocument` with file, line and remedy."""
    import numpy as np

    path = folder / WEIGHTS
    names: list[str] = []
    rows: list[list[float]] = []
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            for number, (name, *numbers) in enumerate(csv.reader(lines), start=1):
                wanted = WIDTH if name == "probe" else WIDTH + 1
                if len(numbers) != wanted:
                    problem = f"it has {len(numbers)} numbers, not {wanted}"
                    raise BadDocument(str(path), f"line {number}", problem, "make it anew with: make semantic")
                names.append(name)
                rows.append([float(value) for value in numbers])
    except (OSError, ValueError) as error:
        raise BadDocument(
            str(path), "", f"the head cannot be read ({error})", "make it with: make semantic"
        ) from None
    if names[:1] != [NOTHING] or names[-1:] != ["probe"]:
        raise BadDocument(str(path), "", "it does not begin with nothing and end with probe", "run make semantic")
    for number, name in enumerate(names[1:-1], start=2):
        type_, _, kind = name.partition(":")
        if type_ not in LISTS or kind not in vocabulary[LISTS[type_]]:
            raise BadDocument(
                str(path), f"line {number}", f"{name!r} is no kind of the vocabulary", "add it there"
            )
    document = read_document(folder / SETTINGS)
    document.check_keys((), document.data, ("temperature", "thresholds"))
    thresholds = {str(lang): float(least) for lang, least in (document.data["thresholds"] or {}).items()}
    return Head(
        tuple(names[:-1]),
        np.array(rows[:-1]),
        np.array(rows[-1]),
        float(document.data["temperature"]),
        thresholds,
    )


def plain_names(classes: Sequence[str]) -> str:
    """The kinds of a head in one line."""
    return ", ".join(name.partition(":")[2] for name in classes[1:])
