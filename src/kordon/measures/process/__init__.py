"""Processes as documents: states, steps, roles and gates; played, checked and drawn."""

from kordon.measures.process.document import load_process, read_process
from kordon.measures.process.drawing import diagram
from kordon.measures.process.model import Process, State, Step
from kordon.measures.process.play import (
    Choice,
    Policies,
    Policy,
    check,
    choices,
    entries_of,
    replayed,
    state_of,
    why_not,
)

__all__ = [
    "Choice",
    "Policies",
    "Policy",
    "Process",
    "State",
    "Step",
    "check",
    "choices",
    "diagram",
    "entries_of",
    "load_process",
    "read_process",
    "replayed",
    "state_of",
    "why_not",
]
