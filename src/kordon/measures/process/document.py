"""Read a process: a YAML document of states, roles and steps.

::

    id: measure
    version: "1"
    label: {en: Life of a measure, be: ..., ru: ...}
    roles:
      - {id: secretariat, label: {...}}
    states:
      - {id: proposed, label: {...}}
      - {id: lapsed, label: {...}, final: true}
    steps:
      - {id: propose, label: {...}, to: proposed, roles: [secretariat], needs: [kind], reason: true}
      - {id: lapse, label: {...}, from: [in_force], to: lapsed}

A step without ``from`` begins a new thing; one without ``roles`` takes effect by itself; one without ``to``
changes no state. What nothing reaches, and what has no way on and is not final, is complained about: neither is
meant.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kordon.measures.process.model import Label, Process, State, Step
from kordon.vocabulary import LANGUAGES
from kordon.vocabulary.documents import Document, Steps, read_document

SHIPPED = Path(__file__).parent.parent.parent / "data" / "processes"
_LISTS = ("from", "roles", "not_by", "needs", "gates")


def load_process(name: str, *folders: Path) -> Process:
    """The process of a name: that of the last folder which has ``processes/NAME.yaml``, else the one that ships.

    Raises :class:`kordon.domain.errors.BadDocument` with line and remedy.
    """
    own = [path for folder in folders if (path := folder / "processes" / f"{name}.yaml").exists()]
    path = own[-1] if own else SHIPPED / f"{name}.yaml"
    return read_process(read_document(path, str(path) if own else f"data/processes/{path.name}"))


def read_process(document: Document) -> Process:
    """One document as :class:`Process`."""
    data = document.data
    document.check_keys((), data, ("id", "version", "label", "roles", "states", "steps"))
    roles = {
        entry["id"]: _label(document, ("roles", n), entry, ()) for n, entry in _entries(document, data, "roles")
    }
    states: dict[str, State] = {}
    for n, entry in _entries(document, data, "states"):
        label = _label(document, ("states", n), entry, ("final",))
        states[entry["id"]] = State(entry["id"], label, _flag(document, ("states", n), entry, "final"))
    steps: dict[str, Step] = {}
    for n, entry in _entries(document, data, "steps"):
        steps[entry["id"]] = _step(document, ("steps", n), entry, states, roles)
    for n, entry in _entries(document, data, "steps"):
        for other in entry.get("not_by", ()):
            if other not in steps:
                document.complain(("steps", n, "not_by"), f"{other!r} is not a step", "name one of the steps")
    _check_reach(document, states, steps)
    label = _words(document, ("label",), data["label"])
    return Process(str(data["id"]), str(data["version"]), label, states, steps, roles, document.sha256)


def _entries(document: Document, data: dict[str, Any], key: str) -> list[tuple[int, dict[str, Any]]]:
    value = data[key]
    if not isinstance(value, list) or not value:
        document.complain((key,), "a list with entries is expected here", "begin each entry with '- '")
    seen: set[str] = set()
    for n, entry in enumerate(value):
        if not isinstance(entry, dict) or not isinstance(entry.get("id"), str):
            document.complain((key, n), "the key 'id' is missing", "add it")
        if entry["id"] in seen:
            document.complain((key, n, "id"), f"{entry['id']!r} is written twice", "rename one of them")
        seen.add(entry["id"])
    return list(enumerate(value))


def _label(document: Document, steps: Steps, entry: dict[str, Any], optional: tuple[str, ...]) -> Label:
    document.check_keys(steps, entry, ("id", "label"), optional)
    return _words(document, (*steps, "label"), entry["label"])


def _words(document: Document, steps: Steps, value: Any) -> Label:
    document.check_keys(steps, value, LANGUAGES)
    return {lang: str(value[lang]).strip() for lang in LANGUAGES}


def _flag(document: Document, steps: Steps, entry: dict[str, Any], key: str) -> bool:
    value = entry.get(key, False)
    if not isinstance(value, bool):
        document.complain((*steps, key), "true or false is expected", "write one of them")
    return bool(value)


def _step(
    document: Document, steps: Steps, entry: dict[str, Any], states: dict[str, State], roles: dict[str, Label]
) -> Step:
    document.check_keys(steps, entry, ("id", "label"), ("to", "reason", "evidence", *_LISTS))
    lists = {key: entry.get(key, []) for key in _LISTS}
    for key, value in lists.items():
        if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
            document.complain((*steps, key), "a list of words is expected here", "write it as [one, two]")
    to = entry.get("to", "")
    for key, name in [*(("from", s) for s in lists["from"]), *((("to", to),) if to else ())]:
        if name not in states:
            document.complain((*steps, key), f"{name!r} is not a state", f"use one of {', '.join(states)}")
    for name in lists["from"]:
        if states[name].final and to:
            document.complain((*steps, "from"), f"{name!r} is final, so no step leads on", "take it out of 'from'")
    for name in lists["roles"]:
        if name not in roles:
            document.complain((*steps, "roles"), f"{name!r} is not a role", f"use one of {', '.join(roles)}")
    if not lists["from"] and not to:
        document.complain(steps, "a step that begins a thing needs 'to'", "name the state that it begins in")
    return Step(
        id=entry["id"],
        label=_words(document, (*steps, "label"), entry["label"]),
        sources=tuple(lists["from"]),
        to=str(to),
        roles=tuple(lists["roles"]),
        not_by=tuple(lists["not_by"]),
        needs=tuple(lists["needs"]),
        gates=tuple(lists["gates"]),
        reason=_flag(document, steps, entry, "reason"),
        evidence=_flag(document, steps, entry, "evidence"),
        starts=not lists["from"],
    )


def _check_reach(document: Document, states: dict[str, State], steps: dict[str, Step]) -> None:
    reached = {s.to for s in steps.values() if s.starts}
    if not reached:
        document.complain(("steps",), "no step begins a thing", "leave 'from' out of the one that does")
    while more := {s.to for s in steps.values() if s.to and reached & set(s.sources)} - reached:
        reached |= more
    for n, state in enumerate(states.values()):
        if state.id not in reached:
            document.complain(("states", n), f"no step reaches {state.id!r}", "add a step to it, or take it out")
        leads_on = any(state.id in s.sources and s.to not in ("", state.id) for s in steps.values())
        if not state.final and not leads_on:
            problem = f"no step leads on from {state.id!r}"
            document.complain(("states", n), problem, "add one, or write final: true")
