"""All the documents that a life is played by, loaded together."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kordon.measures.life.gate import Gate, load_gates
from kordon.measures.life.settings import Settings, load_settings
from kordon.measures.process import Process, load_process
from kordon.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Rules:
    """The process, the gates before its steps, what it is timed by, and the words that data may use."""

    process: Process
    gates: tuple[Gate, ...]
    settings: Settings
    vocabulary: Vocabulary


def load_rules(vocabulary: Vocabulary, *folders: Path) -> Rules:
    """What ships, or what a deployment's folders put in its place.

    Raises :class:`kordon.domain.errors.BadDocument` with line and remedy.
    """
    process = load_process("measure", *folders)
    return Rules(process, load_gates(process, vocabulary, *folders), load_settings(*folders), vocabulary)
