"""Load every vocabulary, strictly: an unknown key, a missing label or a dangling reference is an error."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kordon.domain.errors import DomainError
from kordon.vocabulary.documents import Document, Steps, read_document

LANGUAGES = ("en", "be", "ru")
CASES = ("nom", "gen", "dat", "acc", "ins", "loc", "short")

# List name -> the keys that its terms may have beside `id` and `label`, required ones marked with "!".
LISTS: Mapping[str, tuple[str, ...]] = {
    "states": (),
    "borders": ("near!", "far!", "assessed!"),
    "groups": ("borders!",),
    "areas": ("borders", "printed"),
    "trends": ("printed",),
    "levels": (),
    "means": ("rank!",),
    "kinds": ("attack", "damage", "means", "compatible"),
    "parties": ("side!",),
    "units": ("attempt!",),
    "measures": (),
    "traffic": (),
    "statuses": (),
    "modalities": (),
    "signals": ("stance!",),
    "answers": (),
    "factors": (),
    "triggers": (),
    "conditions": (),
    "rungs": ("order!",),
    "changes": (),
    "likelihood": ("low!", "high!"),
    "validations": (),
    "reliabilities": (),
    "credibilities": (),
}

# (list, key) -> the list that its value or values must be found in.
REFERENCES: Mapping[tuple[str, str], str] = {
    ("borders", "near"): "states",
    ("borders", "far"): "states",
    ("groups", "borders"): "borders",
    ("areas", "borders"): "borders",
    ("kinds", "means"): "means",
    ("kinds", "compatible"): "kinds",
}


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a vocabulary: its id, its labels by language and grammatical case, and what the list adds."""

    id: str
    labels: Mapping[str, Mapping[str, str]]
    more: Mapping[str, Any]

    def label(self, lang: str, case: str = "nom") -> str:
        """The label in a language and case; the nominative where the case is not written out."""
        forms = self.labels[lang]
        return forms.get(case, forms["nom"])

    def get(self, key: str, default: Any = None) -> Any:
        return self.more.get(key, default)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All lists, each a mapping from id to :class:`Term` in the order of the file."""

    lists: Mapping[str, Mapping[str, Term]]

    def __getitem__(self, name: str) -> Mapping[str, Term]:
        return self.lists[name]

    def term(self, name: str, term: str) -> Term:
        """One term; raises :class:`DomainError` with a sentence when the list has no such word."""
        try:
            return self.lists[name][term]
        except KeyError:
            raise DomainError(f"The vocabulary list {name!r} has no term {term!r}.") from None

    def label(self, name: str, term: str, lang: str, case: str = "nom") -> str:
        return self.term(name, term).label(lang, case)

    @property
    def assessed_borders(self) -> tuple[str, ...]:
        return tuple(t.id for t in self.lists["borders"].values() if t.get("assessed"))

    def borders_of(self, group: str | None) -> tuple[str, ...]:
        """The borders of a group, or none."""
        if group is None or group not in self.lists["groups"]:
            return ()
        return tuple(self.lists["groups"][group].get("borders"))

    def neighbours(self, border: str) -> tuple[str, ...]:
        """The other assessed borders with the same far side: those that a trigger here concerns."""
        far = self.term("borders", border).get("far")
        return tuple(
            b for b in self.assessed_borders if b != border and self.lists["borders"][b].get("far") == far
        )


@cache
def load(*folders: Path) -> Vocabulary:
    """Load what ships, then the ``vocabulary/`` of each of ``folders``, which may add terms but not redefine them.

    Raises :class:`kordon.domain.errors.BadDocument` with file, line and remedy.
    """
    roots = [Path(__file__).parent, *(folder / "vocabulary" for folder in folders)]
    lists: dict[str, dict[str, Term]] = {name: {} for name in LISTS}
    origin: dict[tuple[str, str], tuple[Document, Steps]] = {}
    for root in roots:
        for name in LISTS:
            path = root / f"{name}.yaml"
            if path.exists():
                shown = f"vocabulary/{name}.yaml" if root == roots[0] else str(path)
                _read_list(read_document(path, shown), name, lists[name], origin)
    _check_references(lists, origin)
    return Vocabulary(lists)


def _read_list(
    document: Document, name: str, terms: dict[str, Term], origin: dict[tuple[str, str], tuple[Document, Steps]]
) -> None:
    if not isinstance(document.data, list):
        document.complain((), "a vocabulary is a list of terms", "begin each term with '- id:'")
    required = [key[:-1] for key in LISTS[name] if key.endswith("!")]
    optional = [key for key in LISTS[name] if not key.endswith("!")]
    for position, entry in enumerate(document.data):
        steps: Steps = (position,)
        document.check_keys(steps, entry, ["id", "label", *required], optional)
        term_id = str(entry["id"])
        if term_id in terms:
            document.complain(steps, f"the term {term_id!r} is defined twice", "give it another id")
        more = {key: entry[key] for key in (*required, *optional) if key in entry}
        terms[term_id] = Term(term_id, _labels(document, (*steps, "label"), entry["label"]), more)
        origin[name, term_id] = (document, steps)


def _labels(document: Document, steps: Steps, label: object) -> dict[str, dict[str, str]]:
    document.check_keys(steps, label, LANGUAGES, ("pl", "lt", "lv", "uk"))
    assert isinstance(label, dict)
    labels: dict[str, dict[str, str]] = {}
    for lang, forms in label.items():
        if isinstance(forms, str):
            forms = {"nom": forms}
        document.check_keys((*steps, lang), forms, ("nom",), CASES)
        labels[lang] = {case: str(form) for case, form in forms.items()}
    return labels


def _check_references(
    lists: Mapping[str, Mapping[str, Term]], origin: Mapping[tuple[str, str], tuple[Document, Steps]]
) -> None:
    for (name, key), target in REFERENCES.items():
        for term in lists[name].values():
            for value in _values(term.get(key)):
                if value not in lists[target]:
                    document, steps = origin[name, term.id]
                    document.complain((*steps, key), f"{value!r} is not in {target}.yaml", "add it there")


def _values(value: object) -> Iterable[object]:
    if value is None:
        return ()
    return value if isinstance(value, list) else (value,)
