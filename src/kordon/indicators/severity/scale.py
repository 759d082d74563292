"""The scale of means as a document: ``data/severity/scale.yaml``, or a deployment's ``severity/scale.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kordon.domain.coded import Party
from kordon.indicators.definition import CLASSES, Counts, side_of
from kordon.vocabulary import LANGUAGES, Vocabulary
from kordon.vocabulary.documents import Document, Steps, read_document

SHIPPED = Path(__file__).parents[2] / "data" / "severity"
USERS = ("far", "crossers", "own", "other")
AGAINST = ("far", "crossers", "other")  # whose means are pressure on the border; its own services' are not
_WHOLE = {  # least, most
    "look_back": (1, 520),
    "reach": (1, 520),
    "mix_weeks": (1, 520),
    "mix_before": (1, 520),
    "mix_acts": (1, 1000),
}
_SHARES = ("covered", "mix_covered")
_KEYS = ("classes", "users", "crossers", "counts", "min_grade", "mix_from", *_WHOLE, *_SHARES)


@dataclass(frozen=True, slots=True)
class MeansClass:
    """One step of the scale. Means of the vocabulary belong to the class of their rank."""

    id: str
    rank: int
    labels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Scale:
    """The classes from the lowest, who is kept apart, which acts count, and the numbers of the comparisons."""

    classes: tuple[MeansClass, ...]
    users: Mapping[str, Mapping[str, str]]  # user -> label by language
    crossers: frozenset[str]
    counts: Counts
    min_grade: str
    covered: float
    look_back: int
    reach: int
    mix_from: str
    mix_weeks: int
    mix_before: int
    mix_covered: float
    mix_acts: int
    hash: str

    def of_rank(self, rank: float) -> MeansClass:
        """The class that a rank of the vocabulary belongs to: the highest that it reaches."""
        return next(c for c in reversed(self.classes) if rank >= c.rank)

    def rank(self, name: str) -> int:
        """The rank at which a class begins."""
        return next(c.rank for c in self.classes if c.id == name)

    def label(self, name: str, lang: str) -> str:
        return next(c.labels[lang] for c in self.classes if c.id == name)

    def user(self, party: Party | None, vocabulary: Vocabulary) -> str:
        """Who used the means, of :data:`USERS`; an actor who is not told is among the others."""
        if party is not None and party.type in self.crossers:
            return "crossers"
        return {"far": "far", "near": "own"}.get(side_of(party, vocabulary), "other")


def load_scale(vocabulary: Vocabulary, *folders: Path) -> Scale:
    """What ships, or the scale of the last folder that has one.

    Raises :class:`kordon.domain.errors.BadDocument` with file, line and remedy.
    """
    own = [folder / "severity" / "scale.yaml" for folder in folders]
    path = next((p for p in reversed(own) if p.exists()), None)
    if path is not None:
        return read_scale(read_document(path, str(path)), vocabulary)
    return read_scale(read_document(SHIPPED / "scale.yaml", "data/severity/scale.yaml"), vocabulary)


def read_scale(document: Document, vocabulary: Vocabulary) -> Scale:
    """One document as a :class:`Scale`, strictly."""
    data = document.data
    document.check_keys((), data, _KEYS)
    classes = _classes(document, data["classes"])
    document.check_keys(("users",), data["users"], USERS)
    users = {user: _texts(document, ("users", user), data["users"][user]) for user in USERS}
    if data["mix_from"] not in {c.id for c in classes}:
        known = ", ".join(c.id for c in classes)
        document.complain(("mix_from",), f"{data['mix_from']!r} is not a class", f"use one of {known}")
    numbers = {key: _whole(document, key, data[key], *limits) for key, limits in _WHOLE.items()}
    if numbers["reach"] < numbers["look_back"]:
        problem = "it is shorter than look_back, so that nothing would ever be new"
        document.complain(("reach",), problem, "let it be at least as long")
    grade = str(data["min_grade"])
    if len(grade) != 2 or grade[0] not in "ABCDE" or grade[1] not in "12345":
        document.complain(("min_grade",), f"{grade!r} is not a grade", "write a letter A to E and a digit 1 to 5")
    return Scale(
        classes=classes,
        users=users,
        crossers=frozenset(_terms(document, ("crossers",), data["crossers"], vocabulary["parties"])),
        counts=_counts(document, data["counts"], vocabulary),
        min_grade=grade,
        mix_from=str(data["mix_from"]),
        hash=document.sha256,
        covered=_share(document, "covered", data["covered"]),
        mix_covered=_share(document, "mix_covered", data["mix_covered"]),
        **numbers,
    )


def _classes(document: Document, value: Any) -> tuple[MeansClass, ...]:
    if not isinstance(value, list) or len(value) < 2:
        problem = "a list of no means and at least one class of means is expected"
        document.complain(("classes",), problem, "begin each with '- id:'")
    found: list[MeansClass] = []
    for position, entry in enumerate(value):
        steps: Steps = ("classes", position)
        document.check_keys(steps, entry, ("id", "rank", "label"))
        rank = entry["rank"]
        if isinstance(rank, bool) or not isinstance(rank, int):
            document.complain((*steps, "rank"), f"{rank!r} is not a whole number", "write the rank of its means")
        if rank <= (found[-1].rank if found else -1) or (not found and rank != 0):
            problem = f"the rank {rank} does not follow the one before"
            document.complain((*steps, "rank"), problem, "begin at 0 and let the ranks rise")
        found.append(MeansClass(str(entry["id"]), rank, _texts(document, (*steps, "label"), entry["label"])))
    return tuple(found)


def _texts(document: Document, steps: Steps, value: Any) -> Mapping[str, str]:
    document.check_keys(steps, value, LANGUAGES)
    return {lang: str(text) for lang, text in value.items()}


def _terms(document: Document, steps: Steps, value: Any, known: Mapping[str, object]) -> tuple[str, ...]:
    if not isinstance(value, list):
        document.complain(steps, "a list is expected here", "write it as [one, another]")
    for position, term in enumerate(value):
        if term not in known:
            document.complain((*steps, position), f"{term!r} is not known", f"use one of {', '.join(known)}")
    return tuple(value)


def _counts(document: Document, value: Any, vocabulary: Vocabulary) -> Counts:
    document.check_keys(("counts",), value, (), ("classes", "kinds", "warning_shots"))
    kinds = vocabulary["kinds"]
    named = _terms(document, ("counts", "kinds"), value.get("kinds", []), kinds)
    classes = _terms(document, ("counts", "classes"), value.get("classes", []), dict.fromkeys(CLASSES))
    warning = value.get("warning_shots")
    if warning is not None and not isinstance(warning, bool):
        document.complain(("counts", "warning_shots"), "true or false is expected", "write one of them")
    of_class = {k.id for k in kinds.values() if any(k.get(name) for name in classes)}
    return Counts(
        kinds=frozenset({*named, *of_class}),
        classes=frozenset(classes) & {"killed"},
        warning_shots=warning,
    )


def _whole(document: Document, key: str, value: Any, least: int, most: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        document.complain((key,), f"{value!r} does not fit here", f"write a whole number from {least} to {most}")
    return int(value)


def _share(document: Document, key: str, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        document.complain((key,), f"{value!r} does not fit here", "write a number from 0 to 1")
    return float(value)
