"""Read a YAML document strictly, and remember on which line each part of it stands.

Vocabularies, criteria, indicators, sources and lexicons are all written by people, so every complaint about
one names the line. A key that occurs twice is an error, not a silent last-one-wins.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NoReturn

import yaml

from kordon.domain.errors import BadDocument, UnreadableFile

Step = str | int
Steps = tuple[Step, ...]

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Document:
    """The parsed data, the name to blame, and a line number for every path into the data."""

    name: str
    data: Any
    lines: Mapping[Steps, int]

    @cached_property
    def sha256(self) -> str:
        """The hash of what it says; most documents are read without anybody asking for it."""
        return hashlib.sha256(canonical(self.data)).hexdigest()

    def line(self, steps: Steps) -> int:
        """The line on which a part stands, or its nearest parent's."""
        while steps and steps not in self.lines:
            steps = steps[:-1]
        return self.lines.get(steps, 1)

    def complain(self, steps: Steps, problem: str, remedy: str) -> NoReturn:
        """Raise :class:`BadDocument` about one part of the document."""
        raise BadDocument(self.name, f"line {self.line(steps)}", problem, remedy)

    def check_keys(
        self, steps: Steps, value: object, required: Sequence[str], optional: Sequence[str] = ()
    ) -> None:
        """Raise unless ``value`` is a mapping with all ``required`` keys and no key beyond ``optional``."""
        if not isinstance(value, dict):
            self.complain(steps, f"expected {', '.join(required) or 'keys'} here", "write them as key: value")
        for key in value:
            if key not in required and key not in optional:
                known = ", ".join([*required, *optional])
                self.complain((*steps, key), f"{key!r} is not a known key", f"use one of {known}")
        for key in required:
            if key not in value:
                self.complain(steps, f"the key {key!r} is missing", "add it")


def read_document(path: Path, name: str = "") -> Document:
    """Read one YAML file; raises :class:`BadDocument` or :class:`UnreadableFile`, each with a full sentence."""
    name = name or str(path)
    try:
        raw = path.read_bytes()
        text = raw.decode("utf-8")
    except OSError as error:
        raise UnreadableFile(name, "", f"it cannot be read ({error.strerror})", "check the path") from None
    except UnicodeDecodeError as error:
        raise UnreadableFile(name, f"byte {error.start}", "it is not UTF-8", "save it as UTF-8") from None
    return parse_document(text, name)


def parse_document(text: str, name: str) -> Document:
    """Parse YAML text that was read elsewhere; see :func:`read_document`."""
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        if node is None:
            raise BadDocument(name, "", "the document is empty", "write it or take the file away")
        lines: dict[Steps, int] = {}
        _walk(node, (), lines, name, set())
        data = loader.construct_document(node)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f"line {mark.line + 1}, column {mark.column + 1}" if mark else ""
        raise BadDocument(name, place, f"it is not valid YAML ({error.problem})", "mend the line") from None
    except yaml.YAMLError as error:
        raise BadDocument(name, "", f"it is not valid YAML ({error})", "mend the file") from None
    except ValueError as error:  # a date that does not exist: 2024-02-30
        raise BadDocument(name, "", f"it holds a value that cannot be ({error})", "mend the value") from None
    finally:
        loader.dispose()
    return Document(name, data, lines)


def _walk(node: yaml.Node, steps: Steps, lines: dict[Steps, int], name: str, met: set[int]) -> None:
    if id(node) in met:  # an alias: it could nest without end, and it hides what a line says
        place = f"line {node.start_mark.line + 1}"
        raise BadDocument(name, place, "a part is repeated by an alias (*)", "write it out")
    met.add(id(node))
    lines[steps] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        seen: set[Hashable] = set()
        for key, value in node.value:
            step = str(key.value)
            if step in seen:
                place = f"line {key.start_mark.line + 1}"
                raise BadDocument(name, place, f"the key {step!r} is written twice", "keep one of them")
            seen.add(step)
            _walk(value, (*steps, step), lines, name, met)
            lines[(*steps, step)] = key.start_mark.line + 1
    elif isinstance(node, yaml.SequenceNode):
        for position, item in enumerate(node.value):
            _walk(item, (*steps, position), lines, name, met)


def canonical(data: object) -> bytes:
    """The same bytes for the same meaning, whatever the layout and the order of keys."""
    if isinstance(data, Mapping):
        parts = sorted((canonical(k), canonical(v)) for k, v in data.items())
        return b"{" + b",".join(k + b":" + v for k, v in parts) + b"}"
    if isinstance(data, list | tuple):
        return b"[" + b",".join(canonical(v) for v in data) + b"]"
    if isinstance(data, bool) or data is None:
        return repr(data).encode()
    if isinstance(data, int | float):
        return repr(float(data)).encode()
    if isinstance(data, dt.date):
        return data.isoformat().encode()
    return repr(str(data)).encode()
