"""A process drawn: the text of a Mermaid state diagram, made from the document alone."""

from __future__ import annotations

from kordon.measures.process.model import Process

_UNSAFE = str.maketrans({'"': "'", ":": "-", ";": ",", "\n": " ", "{": "(", "}": ")"})


def diagram(process: Process, lang: str) -> str:
    """The lines of a ``stateDiagram-v2``, states and steps in the order of the document, labels in ``lang``."""
    states = process.states.values()
    lines = ["stateDiagram-v2", *(f'    state "{_plain(s.label[lang])}" as {s.id}' for s in states)]
    lines += [
        f"    {source} --> {step.to}: {_plain(step.label[lang])}"
        for step in process.steps.values()
        if step.to
        for source in step.sources or ("[*]",)
    ]
    lines += [f"    {state.id} --> [*]" for state in states if state.final]
    return "\n".join(lines) + "\n"


def _plain(text: str) -> str:
    return text.translate(_UNSAFE)
