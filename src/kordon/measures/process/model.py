"""A process as a document tells it: states, the steps between them, and who may take them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Label = Mapping[str, str]  # by language


@dataclass(frozen=True, slots=True)
class State:
    """``final``: no step leads on from it."""

    id: str
    label: Label
    final: bool


@dataclass(frozen=True, slots=True)
class Step:
    """A step from one of several states to another, or, with ``to`` empty, one that leaves the state as it is.

    ``roles``: who may take it; none for a step that takes effect by itself. ``not_by``: steps whose takers may not
    take this one (separation of duties). ``needs``: what its data must tell. ``gates``: policies that are asked.
    ``reason``: whether a reason must be given, ``evidence``: whether evidence must be.
    """

    id: str
    label: Label
    sources: tuple[str, ...]
    to: str
    roles: tuple[str, ...]
    not_by: tuple[str, ...]
    needs: tuple[str, ...]
    gates: tuple[str, ...]
    reason: bool
    evidence: bool
    starts: bool

    @property
    def by_itself(self) -> bool:
        return not self.roles


@dataclass(frozen=True, slots=True)
class Process:
    """The whole document; ``hash`` is the SHA-256 of its meaning."""

    id: str
    version: str
    label: Label
    states: Mapping[str, State]
    steps: Mapping[str, Step]
    roles: Mapping[str, Label]
    hash: str

    def steps_from(self, state: str | None) -> tuple[Step, ...]:
        """The steps that lead on from a state; from ``None``, those that begin a new thing."""
        return tuple(s for s in self.steps.values() if (s.starts if state is None else state in s.sources))
