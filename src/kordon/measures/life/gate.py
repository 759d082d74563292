"""Gates: who blocks what, and why.

What is defined:

- An opinion holds from its entry to its last day told, inclusive, or as many days as the gate says.
- A later opinion of the same office takes the place of its earlier one, for the crossings that it speaks of. An
  opinion that names no crossing speaks of all.
- A withdrawn or expired opinion holds no more, and the one before it does not come back.
- Where commands disagree, one that blocks is enough. A favourable opinion takes nothing off another's.
- Blocked for one crossing, a measure is blocked as a whole: it is adopted again without that crossing, or not.
- Only the commands that the gate names block; the opinions of others are kept and read.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kordon.domain.time import Date
from kordon.measures.life.measure import Life, day_of, words_of
from kordon.measures.life.settings import Settings
from kordon.measures.process import Process
from kordon.measures.process.model import Label
from kordon.vocabulary import LANGUAGES, Vocabulary
from kordon.vocabulary.documents import Document, Steps, read_document

SHIPPED = Path(__file__).parent.parent.parent / "data" / "gates"
OPINIONS = ("positive", "negative", "decisively_negative")
PASSES, BLOCKS = "passes", "blocks"


@dataclass(frozen=True, slots=True)
class Gate:
    """One document. ``applies``: pairs of steps and kinds of measure. ``commands`` by state; '' for any other."""

    id: str
    version: str
    label: Label
    applies: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    commands: Mapping[str, tuple[str, ...]]
    offices: Mapping[str, Label]
    blocks: tuple[str, ...]
    silence: str
    days: int
    hash: str

    def speaks_of(self, step: str, kind: str) -> bool:
        return any(step in steps and kind in kinds for steps, kinds in self.applies)

    def commands_of(self, states: Sequence[str]) -> tuple[str, ...]:
        """Whose opinion counts where these states decide."""
        found = [office for state in states or ("",) for office in self.commands.get(state, self.commands[""])]
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Opinion:
    """An opinion as it was entered. ``until`` is its last day; ``crossings`` empty: of the whole measure."""

    entry: str
    office: str
    opinion: str
    crossings: tuple[str, ...]
    since: dt.datetime
    until: Date
    withdrawn: bool
    why: str

    def about(self, crossing: str) -> bool:
        return not self.crossings or crossing in self.crossings


@dataclass(frozen=True, slots=True)
class Block:
    """Why a gate is shut: ``opinion`` of ``office``, or ``None`` where it has not spoken and must."""

    gate: str
    office: str
    opinion: Opinion | None
    crossings: tuple[str, ...]
    against: tuple[Opinion, ...]  # of other commands, that would let it pass

    @property
    def sentence(self) -> str:
        """Who blocks what and why, and what would help."""
        what = f" for {', '.join(self.crossings)}" if self.crossings else ""
        if self.opinion is None:
            return (
                f"The gate {self.gate!r} is shut{what}: {self.office} gave no opinion; ask for it before deciding."
            )
        other = ""
        if self.against:
            offices = ", ".join(sorted({o.office for o in self.against}))
            other = f" The opinion of {offices} does not lift that."
        reason = self.opinion.why.strip().rstrip(".")
        return (
            f"The gate {self.gate!r} is shut{what}: {self.office} gave the opinion {self.opinion.opinion!r} on "
            f"{self.opinion.since.date()} ({reason}), which holds to {self.opinion.until}.{other} "
            f"It opens when {self.office} withdraws or changes its opinion, or when that runs out."
        )


def opinions_of(gate: Gate, settings: Settings, life: Life) -> tuple[Opinion, ...]:
    """Every opinion given on a measure, oldest first, withdrawn ones too."""
    withdrawn = {str(e.data.get("withdraws")) for e in life.entries if e.does == "withdraw_opinion"}
    found = []
    for entry in life.entries:
        if entry.does != "opine":
            continue
        given = settings.today(life.decides, entry.at)
        found.append(
            Opinion(
                entry=entry.id,
                office=str(entry.data["office"]),
                opinion=str(entry.data["opinion"]),
                crossings=words_of(entry.data.get("about")),
                since=entry.at,
                until=day_of(entry.data.get("until")) or given + dt.timedelta(days=gate.days),
                withdrawn=entry.id in withdrawn,
                why=entry.why,
            )
        )
    return tuple(found)


def blocked(gate: Gate, settings: Settings, life: Life, step: str, at: dt.datetime) -> Block | None:
    """What shuts a gate before a step on a measure at a moment; ``None`` where nothing does.

    ``life`` must hold what was entered until then and nothing later.
    """
    if not gate.speaks_of(step, life.kind):
        return None
    day = settings.today(life.decides, at)
    given = opinions_of(gate, settings, life)
    parts = life.crossings or tuple(dict.fromkeys(("", *(c for o in given for c in o.crossings))))
    standing: dict[str, dict[str, Opinion]] = {}
    commands = gate.commands_of(life.states)
    for office in commands:
        for part in parts:
            last = next((o for o in reversed(given) if o.office == office and o.about(part)), None)
            if last is not None and not last.withdrawn and last.until >= day:
                standing.setdefault(office, {})[part] = last
    for office in commands:
        held = standing.get(office, {})
        shut = [part for part in parts if part in held and held[part].opinion in gate.blocks]
        if shut:
            others = [o for name, by in standing.items() if name != office for o in by.values()]
            against = tuple(dict.fromkeys(o for o in others if o.opinion not in gate.blocks))
            return Block(gate.id, office, held[shut[0]], tuple(p for p in shut if p), against)
        silent = [part for part in parts if part not in held]
        if silent and gate.silence == BLOCKS:
            return Block(gate.id, office, None, tuple(p for p in silent if p), ())
    return None


def load_gates(process: Process, vocabulary: Vocabulary, *folders: Path) -> tuple[Gate, ...]:
    """The gates that ship and those of a deployment's ``gates/``, which may replace one by its id.

    Raises :class:`kordon.domain.errors.BadDocument` with line and remedy.
    """
    found: dict[str, Gate] = {}
    for folder in (SHIPPED, *(f / "gates" for f in folders)):
        for path in sorted(folder.glob("*.yaml")):
            name = f"data/gates/{path.name}" if folder == SHIPPED else str(path)
            gate = read_gate(read_document(path, name), process, vocabulary)
            found[gate.id] = gate
    return tuple(found.values())


def read_gate(document: Document, process: Process, vocabulary: Vocabulary) -> Gate:
    """One document as :class:`Gate`."""
    data = document.data
    keys = ("id", "version", "status", "label", "applies", "commands", "offices", "blocks", "silence", "days")
    document.check_keys((), data, keys)
    document.check_keys(("label",), data["label"], LANGUAGES)
    offices: dict[str, Label] = {}
    for n, entry in enumerate(_list(document, ("offices",), data["offices"])):
        document.check_keys(("offices", n), entry, ("id", "label"))
        document.check_keys(("offices", n, "label"), entry["label"], LANGUAGES)
        offices[str(entry["id"])] = {lang: str(entry["label"][lang]) for lang in LANGUAGES}
    applies = []
    for n, entry in enumerate(_list(document, ("applies",), data["applies"])):
        document.check_keys(("applies", n), entry, ("steps", "kinds"))
        steps = _known(document, ("applies", n, "steps"), entry["steps"], process.steps, "a step of the process")
        kinds = _known(
            document, ("applies", n, "kinds"), entry["kinds"], vocabulary["measures"], "in measures.yaml"
        )
        applies.append((steps, kinds))
    commands = data["commands"]
    if not isinstance(commands, dict) or "any" not in commands:
        document.complain(
            ("commands",), "the commands for any state are needed", "write any: and a list of offices"
        )
    by_state = {
        "" if s == "any" else str(s): _known(document, ("commands", s), listed, offices, "an office of the gate")
        for s, listed in commands.items()
    }
    for state in by_state:
        if state and state not in vocabulary["states"]:
            document.complain(("commands", state), f"{state!r} is not in states.yaml", "add it there or mend it")
    if data["silence"] not in (PASSES, BLOCKS):
        document.complain(("silence",), f"{data['silence']!r} is no answer to silence", "use passes or blocks")
    if isinstance(data["days"], bool) or not isinstance(data["days"], int) or data["days"] < 1:
        document.complain(("days",), f"{data['days']!r} is not a number of days", "write 90, say")
    return Gate(
        id=str(data["id"]),
        version=str(data["version"]),
        label={lang: str(data["label"][lang]) for lang in LANGUAGES},
        applies=tuple(applies),
        commands=by_state,
        offices=offices,
        blocks=_known(document, ("blocks",), data["blocks"], dict.fromkeys(OPINIONS), "an opinion"),
        silence=str(data["silence"]),
        days=int(data["days"]),
        hash=document.sha256,
    )


def _list(document: Document, steps: Steps, value: Any) -> list[Any]:
    if not isinstance(value, list) or not value:
        document.complain(steps, "a list with entries is expected here", "begin each entry with '- '")
    return list(value)


def _known(document: Document, steps: Steps, value: Any, among: Mapping[str, Any], what: str) -> tuple[str, ...]:
    for word in _list(document, steps, value):
        if word not in among:
            document.complain(steps, f"{word!r} is not {what}", f"use one of {', '.join(among)}")
    return tuple(value)
