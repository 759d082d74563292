"""The review dossier in words: the reasons of :mod:`kordon.measures.life.dossier` in one language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kordon.commentary.phrases import Phrases, Told
from kordon.domain.assessment import Reason, Value
from kordon.measures.life import Dossier, Rules


def told(rules: Rules, phrases: Phrases, lang: str, reason: Reason) -> Told:
    """A reason and the reasons of it, each as one sentence; offices and exceptions by their labels."""
    return phrases.tree(lang, _worded(rules, phrases, lang, reason))


def text(rules: Rules, phrases: Phrases, lang: str, dossier: Dossier) -> str:
    """The dossier as plain text: the title, then a line each, deeper reasons set in."""

    def lines(branch: Told, depth: int) -> Iterator[str]:
        yield "  " * depth + ("- " if depth else "") + branch.text
        for child in branch.children:
            yield from lines(child, depth + 1)

    return "\n".join(lines(told(rules, phrases, lang, dossier.reason), 0)) + "\n"


def _worded(rules: Rules, phrases: Phrases, lang: str, reason: Reason) -> Reason:
    def worded(name: str, value: Value) -> Value:
        if name == "office" and isinstance(value, str):
            labels = [gate.offices[value][lang] for gate in rules.gates if value in gate.offices]
            return labels[0] if labels else value
        if name == "exception" and isinstance(value, str) and phrases.has(lang, value):
            return phrases.say(lang, value)
        return value

    values = tuple((name, worded(name, value)) for name, value in reason.values)
    children = tuple(_worded(rules, phrases, lang, child) for child in reason.children)
    return replace(reason, values=values, children=children)
