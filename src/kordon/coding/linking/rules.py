"""The rule documents of linking: what speaks for one event, and how an event is graded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from kordon.domain.coded import Modality
from kordon.domain.event import Validation
from kordon.domain.time import Precision
from kordon.vocabulary import Vocabulary
from kordon.vocabulary.documents import Document, Steps, read_document

ROOT = Path(__file__).parent.parent.parent / "data" / "linking"

WEIGHTS = (
    "kind-same", "kind-compatible", "border-same", "border-in-group", "span-same", "span-overlaps", "span-in-week",
    "span-in-month", "span-vague", "span-touches", "span-untold", "place-same", "place-near", "place-away",
    "area-same", "area-differs", "actor-same", "actor-differs", "recipient-same", "recipient-differs",
    "people-same", "people-agree", "people-differ", "people-far-apart", "injured-same", "injured-differ",
    "killed-same", "killed-differ", "times-differ", "means-shared", "means-differ", "clash-same",
    "attribution-same", "text-same", "text-corrects",
)  # fmt: skip
FOLLOWING = (
    *("later", "border-same", "clash-same", "place-same", "recipient-same", "recipient-differs", "hurt"),
    *("means-shared", "report-retells"),
)
SAME_SOURCE = ("same-text", "outlet", "attribution")


@dataclass(frozen=True, slots=True)
class Duplicates:
    """When two texts are one text; the words are those of the document."""

    shingle: int
    alike: float
    contained: float
    numbers: float
    least_words: int
    days: int
    permutations: int
    bands: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """A kind of incident that comes of others, and what speaks for it."""

    outcome: str
    of: frozenset[str]
    within_days: int
    least: float
    weights: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Grading:
    name: str
    confirming: str
    best: int
    worst: int
    probable: int
    decided: Mapping[Validation, int]
    same_source: tuple[str, ...]
    speaks_for: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Linking:
    """Both documents, checked against the vocabulary. ``compatible`` holds each kind's own word too."""

    name: str
    hash: str
    link: float
    candidate: float
    weights: Mapping[str, float]
    near_km: float
    far_km: float
    touch: Mapping[Precision, int]
    short_days: int
    correction: float
    modalities: tuple[frozenset[Modality], ...]
    block: int
    neighbours: int
    outcomes: tuple[Outcome, ...]
    duplicates: Duplicates
    corrects: Mapping[str, tuple[str, ...]]
    grading: Grading
    compatible: Mapping[str, frozenset[str]]
    implied: Mapping[str, str]  # kind -> the means that it implies
    groups: Mapping[str, tuple[str, ...]]  # group -> its borders


def load_linking(vocabulary: Vocabulary, *folders: Path) -> Linking:
    """Read ``data/linking``; ``linking/rules.yaml`` or ``linking/grading.yaml`` of a folder replaces ours.

    Raises :class:`~kordon.domain.errors.BadDocument` with file, line and remedy.
    """
    rules, grading = _document("rules.yaml", folders), _document("grading.yaml", folders)
    data = _checked(rules, vocabulary)
    compatible: dict[str, set[str]] = {kind: {kind} for kind in vocabulary["kinds"]}
    for term in vocabulary["kinds"].values():
        for other in term.get("compatible", ()):
            compatible[term.id].add(other)
            compatible[other].add(term.id)
    return Linking(
        name=str(data["name"]),
        hash=rules.sha256,
        link=float(data["link"]),
        candidate=float(data["candidate"]),
        weights={name: float(weight) for name, weight in data["weights"].items()},
        near_km=float(data["distances"]["near"]),
        far_km=float(data["distances"]["far"]),
        touch={Precision(name): int(days) for name, days in data["touch"].items()},
        short_days=int(data["short_days"]),
        correction=float(data["correction"]),
        modalities=tuple(frozenset(Modality(word) for word in group) for group in data["modalities"]),
        block=int(data["block"]),
        neighbours=int(data["neighbours"]),
        outcomes=tuple(_outcome(row) for row in data["follow_ups"]),
        duplicates=Duplicates(**data["duplicates"]),
        corrects={lang: tuple(str(w).casefold() for w in words) for lang, words in data["corrects"].items()},
        grading=_grading(grading, vocabulary),
        compatible={kind: frozenset(others) for kind, others in compatible.items()},
        implied={t.id: t.get("means") for t in vocabulary["kinds"].values() if t.get("means")},
        groups={group: vocabulary.borders_of(group) for group in vocabulary["groups"]},
    )


def _document(name: str, folders: tuple[Path, ...]) -> Document:
    found = [path for folder in folders if (path := folder / "linking" / name).exists()]
    return read_document(found[-1]) if found else read_document(ROOT / name, f"data/linking/{name}")


def _checked(document: Document, vocabulary: Vocabulary) -> Any:
    data = document.data
    required = (
        *("name", "link", "candidate", "weights", "distances", "touch", "short_days", "correction"),
        *("modalities", "block", "neighbours", "follow_ups", "duplicates", "corrects"),
    )
    document.check_keys((), data, required)
    for key in ("link", "candidate", "short_days", "correction", "block", "neighbours"):
        _number(document, (key,), data[key])
    if data["candidate"] > data["link"]:
        document.complain(("candidate",), "it is above 'link'", "show at least what is linked")
    if data["block"] < 2 or data["neighbours"] < 1:
        document.complain(("block",), "a block of fewer than two compares nothing", "write 2 or more")
    for key, names in (("weights", WEIGHTS), ("distances", ("near", "far")), ("touch", tuple(Precision))):
        document.check_keys((key,), data[key], [str(n) for n in names])
        for name, value in data[key].items():
            _number(document, (key, name), value)
    words = [f.name for f in fields(Duplicates)]
    document.check_keys(("duplicates",), data["duplicates"], words)
    for name in words:
        _number(document, ("duplicates", name), data["duplicates"][name])
    if data["duplicates"]["bands"] > data["duplicates"]["permutations"]:
        document.complain(("duplicates", "bands"), "there are more bands than permutations", "write fewer")
    if not 1 <= data["duplicates"]["shingle"] <= data["duplicates"]["least_words"]:
        document.complain(
            ("duplicates", "shingle"), "it is no run of the shortest text", "write 1 to 'least_words'"
        )
    _check_lists(document, data, vocabulary)
    return data


def _check_lists(document: Document, data: Any, vocabulary: Vocabulary) -> None:
    for position, group in enumerate(data["modalities"]):
        for word in group:
            _known(document, ("modalities", position), word, vocabulary, "modalities")
    for position, row in enumerate(data["follow_ups"]):
        steps: Steps = ("follow_ups", position)
        document.check_keys(steps, row, ("outcome", "of", "within_days", "least", "weights"))
        document.check_keys((*steps, "weights"), row["weights"], FOLLOWING)
        for kind in (row["outcome"], *row["of"]):
            _known(document, steps, kind, vocabulary, "kinds")
    for lang, phrases in data["corrects"].items():
        if not isinstance(phrases, list):
            document.complain(("corrects", lang), "expected a list", "write it in brackets: [one, two]")


def _outcome(row: Mapping[str, Any]) -> Outcome:
    weights = {name: float(weight) for name, weight in row["weights"].items()}
    return Outcome(
        str(row["outcome"]), frozenset(row["of"]), int(row["within_days"]), float(row["least"]), weights
    )


def _grading(document: Document, vocabulary: Vocabulary) -> Grading:
    data = document.data
    keys = ("name", "confirming", "best", "worst", "probable", "decided", "same_source", "speaks_for")
    document.check_keys((), data, keys)
    _known(document, ("confirming",), data["confirming"], vocabulary, "reliabilities")
    for key in ("best", "worst"):
        _known(document, (key,), str(data[key]), vocabulary, "credibilities")
    for word, digit in data["decided"].items():
        _known(document, ("decided", word), word, vocabulary, "validations")
        _known(document, ("decided", word), str(digit), vocabulary, "credibilities")
    for rule in data["same_source"]:
        if rule not in SAME_SOURCE:
            document.complain(("same_source",), f"{rule!r} is no rule", f"use {', '.join(SAME_SOURCE)}")
    for kind, party in data["speaks_for"].items():
        _known(document, ("speaks_for", kind), party, vocabulary, "parties")
    return Grading(
        str(data["name"]),
        str(data["confirming"]),
        int(data["best"]),
        int(data["worst"]),
        int(data["probable"]),
        {Validation(word): int(digit) for word, digit in data["decided"].items()},
        tuple(data["same_source"]),
        dict(data["speaks_for"]),
    )


def _number(document: Document, steps: Steps, value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        document.complain(steps, f"{value!r} is not a number", "write a number")


def _known(document: Document, steps: Steps, word: object, vocabulary: Vocabulary, name: str) -> None:
    if word not in vocabulary[name]:
        document.complain(steps, f"{word!r} is not in {name}.yaml", "add it there or correct it")
