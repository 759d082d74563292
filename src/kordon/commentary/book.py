"""Read Fluent files, and know of every message what it uses before it is said."""

from __future__ import annotations

from dataclasses import dataclass

from fluent.syntax import FluentParser, ast, visitor

from kordon.domain.errors import InputError

Entries = dict[str, tuple[str, ast.Message | ast.Term]]  # key -> file and entry; a term's key begins with "-"


class PhraseError(InputError):
    """Something cannot be said: a phrase, a value or a language is missing, or a phrase is not valid Fluent."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """What is known of one message without saying it.

    ``variables`` are all that it uses; ``rounded`` those that it says roughly, ``shares`` those that it says in
    per cent, ``sized`` those that only choose its wording; ``constants`` are the numbers that belong to the phrase
    itself.
    """

    file: str
    variables: frozenset[str]
    rounded: frozenset[str]
    shares: frozenset[str]
    sized: frozenset[str]
    constants: tuple[float, ...]


def read_messages(text: str, name: str, entries: Entries) -> None:
    """Add the messages of one file; raises :class:`PhraseError` with file and line."""
    for entry in FluentParser().parse(text).body:
        if isinstance(entry, ast.Junk):
            line = text[: entry.span.start].count("\n") + 1 if entry.span else 1
            why = entry.annotations[0].message if entry.annotations else "unknown syntax"
            raise PhraseError(name, f"line {line}", f"it is not valid Fluent ({why})", "mend the message")
        if not isinstance(entry, ast.Message | ast.Term):
            continue
        key = entry.id.name if isinstance(entry, ast.Message) else f"-{entry.id.name}"
        if key in entries:
            problem = f"it is already written in {entries[key][0]}"
            raise PhraseError(name, f"message {key!r}", problem, "give one of them another name")
        entries[key] = (name, entry)


class _Uses(visitor.Visitor):
    """What one message uses, those that it refers to included."""

    def __init__(self, entries: Entries) -> None:
        self.entries = entries
        self.variables: set[str] = set()
        self.rounded: set[str] = set()
        self.shares: set[str] = set()
        self.sized: set[str] = set()
        self.constants: list[float] = []

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.variables.add(node.id.name)

    def visit_FunctionReference(self, node: ast.FunctionReference) -> None:  # noqa: N802
        for argument in node.arguments.positional:
            if isinstance(argument, ast.NumberLiteral):
                self.constants.append(float(argument.value))
            if node.id.name == "ROUGH" and isinstance(argument, ast.VariableReference):
                self.rounded.add(argument.id.name)
            if node.id.name == "SIZE" and isinstance(argument, ast.VariableReference):
                self.sized.add(argument.id.name)
            if isinstance(argument, ast.VariableReference) and _in_percent(node):
                self.shares.add(argument.id.name)
            self.visit(argument)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802
        if node.id.name in self.entries:
            self.visit(self.entries[node.id.name][1])

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802
        if f"-{node.id.name}" in self.entries:
            self.visit(self.entries[f"-{node.id.name}"][1])


def _in_percent(node: ast.FunctionReference) -> bool:
    return any(
        named.name.name == "style"
        and isinstance(named.value, ast.StringLiteral)
        and named.value.value == "percent"
        for named in node.arguments.named
    )


def describe(entries: Entries) -> dict[str, Phrase]:
    """What every message uses."""
    described = {}
    for key, (file, entry) in entries.items():
        if isinstance(entry, ast.Message):
            uses = _Uses(entries)
            uses.visit(entry)
            described[key] = Phrase(
                file,
                frozenset(uses.variables),
                frozenset(uses.rounded),
                frozenset(uses.shares),
                frozenset(uses.sized),
                tuple(uses.constants),
            )
    return described
