"""Outlets: whose page a report stands on, how far they are trusted, and which borders and factors they speak of.

The documents are YAML (``data/sources/`` and the ``sources/`` folder of a deployment), each with any of the keys
``outlets``, ``default`` and ``tables``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit

from kordon.domain.errors import BadDocument
from kordon.domain.report import Report
from kordon.intake.words import TableWords, read_words
from kordon.vocabulary import Vocabulary
from kordon.vocabulary.documents import Document, Steps, read_document

KINDS = (
    *("border_service", "ministry", "authority", "agency", "media", "state_media"),
    *("aggregator", "mirror", "organisation", "reference"),
)
_GRADE = re.compile(r"[A-F][1-6]")
_HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")
SHIPPED = Path(__file__).parent.parent / "data" / "sources"


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet. ``grade`` is its Admiralty grade; ``covers`` are the factors that it reports on regularly, and
    ``borders`` those of which its silence says something. A mirror names the outlet it is ``of``."""

    id: str
    name: str
    hosts: tuple[str, ...]
    langs: tuple[str, ...]
    kind: str
    grade: str
    covers: tuple[str, ...] = ()
    borders: tuple[str, ...] = ()
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Graded:
    """A grade and the rule that gave it: ``row``, ``outlet`` or the named default."""

    grade: str
    rule: str


@dataclass(frozen=True, slots=True)
class Sources:
    """All outlets by id, the index of their hosts, the default for others, and the words of the public tables."""

    outlets: Mapping[str, Outlet]
    hosts: Mapping[str, str]
    default: Graded
    words: TableWords

    def outlet(self, source: str) -> Outlet | None:
        """The outlet of a host, an address, or an outlet's name or id; subdomains belong to their domain."""
        if source in self.outlets:
            return self.outlets[source]
        host = host_of(source) or source.casefold()
        labels = host.split(".")
        for start in range(len(labels)):
            found = self.hosts.get(".".join(labels[start:]))
            if found is not None:
                return self.outlets[found]
        return next((o for o in self.outlets.values() if o.name.casefold() == source.casefold()), None)

    def grade(self, source: str, own: str = "") -> Graded:
        """The grade of a row or report: its own, else its outlet's, else the default, each under its rule."""
        if own:
            return Graded(own, "row")
        outlet = self.outlet(source)
        return self.default if outlet is None else Graded(outlet.grade, "outlet")

    def independent(self, source: str) -> str:
        """What counts as one source: the outlet that is mirrored, else the outlet, else the host as it stands."""
        outlet = self.outlet(source)
        if outlet is None:
            return host_of(source) or source
        return outlet.of or outlet.id

    def known(self, report: Report) -> Report:
        """The report with the grade and the borders of its outlet, where it has none of its own."""
        outlet = self.outlet(report.source) if report.source else None
        grade = report.grade or (self.grade(report.source).grade if report.source else "")
        return replace(report, grade=grade, borders=report.borders or (outlet.borders if outlet else ()))


def check_sources(sources: Sources, vocabulary: Vocabulary) -> None:
    """Raise :class:`BadDocument` when an outlet or a table word names what is not in the vocabulary."""
    named = [
        (f"outlet {outlet.id!r}", name, value)
        for outlet in sources.outlets.values()
        for name, values in (("factors", outlet.covers), ("borders", outlet.borders))
        for value in values
    ]
    named += [("tables", name, value) for name, value in sources.words.terms()]
    for place, name, value in named:
        if value not in vocabulary[name]:
            problem = f"{value!r} is not in the vocabulary list {name!r}"
            raise BadDocument("sources", place, problem, f"add it to {name}.yaml or correct it")


def host_of(address: str) -> str:
    """The host of an address or a bare host, lower case; an empty string for anything else."""
    text = address.strip()
    try:
        host = urlsplit(text if "://" in text else f"//{text}").hostname or ""
    except ValueError:  # an address with a broken bracket or port
        return ""
    host = host.rstrip(".").lower()
    return host if _HOST.fullmatch(host) else ""


@cache
def load_sources(*folders: Path) -> Sources:
    """Read ``data/sources/*.yaml``, then ``sources/*.yaml`` of each folder, which may add outlets and table words.

    Raises :class:`~kordon.domain.errors.BadDocument` with file, line and remedy.
    """
    outlets: dict[str, Outlet] = {}
    hosts: dict[str, str] = {}
    default: Graded | None = None
    tables: list[Document] = []
    for root in (SHIPPED, *(folder / "sources" for folder in folders)):
        for path in sorted(root.glob("*.yaml")):
            document = read_document(path, f"data/sources/{path.name}" if root == SHIPPED else str(path))
            document.check_keys((), document.data, (), ("outlets", "default", "tables"))
            if "outlets" in document.data:
                _read_outlets(document, outlets, hosts)
            if "default" in document.data:
                default = _read_default(document)
            if "tables" in document.data:
                tables.append(document)
    if default is None:
        raise BadDocument("sources", "", "no document says what grade an unknown host has", "write 'default:'")
    for outlet in outlets.values():
        if outlet.of is not None and outlet.of not in outlets:
            problem = f"{outlet.id!r} is of {outlet.of!r}, which is no outlet"
            raise BadDocument("sources", f"outlet {outlet.id!r}", problem, "add that outlet or take 'of' away")
    return Sources(MappingProxyType(outlets), MappingProxyType(hosts), default, read_words(tables))


def _read_outlets(document: Document, outlets: dict[str, Outlet], hosts: dict[str, str]) -> None:
    entries = document.data["outlets"]
    if not isinstance(entries, list):
        document.complain(("outlets",), "outlets are a list", "begin each with '- id:'")
    for position, entry in enumerate(entries):
        steps: Steps = ("outlets", position)
        required = ("id", "name", "hosts", "lang", "kind", "grade")
        document.check_keys(steps, entry, required, ("covers", "borders", "of"))
        lists = {
            key: _texts(document, (*steps, key), entry.get(key, []))
            for key in ("hosts", "lang", "covers", "borders")
        }
        outlet = Outlet(
            str(entry["id"]),
            str(entry["name"]),
            lists["hosts"],
            lists["lang"],
            str(entry["kind"]),
            str(entry["grade"]),
            lists["covers"],
            lists["borders"],
            str(entry["of"]) if "of" in entry else None,
        )
        if outlet.id in outlets:
            document.complain((*steps, "id"), f"the outlet {outlet.id!r} is defined twice", "give it another id")
        if outlet.kind not in KINDS:
            document.complain((*steps, "kind"), f"{outlet.kind!r} is no kind", f"use one of {', '.join(KINDS)}")
        _check_grade(document, (*steps, "grade"), outlet.grade)
        for host in outlet.hosts:
            if not _HOST.fullmatch(host):
                document.complain((*steps, "hosts"), f"{host!r} is no host", "write it as example.org")
            if host in hosts:
                problem = f"the host {host!r} already belongs to {hosts[host]!r}"
                document.complain((*steps, "hosts"), problem, "name it once")
            hosts[host] = outlet.id
        outlets[outlet.id] = outlet


def _read_default(document: Document) -> Graded:
    document.check_keys(("default",), document.data["default"], ("grade", "rule"))
    entry = document.data["default"]
    _check_grade(document, ("default", "grade"), str(entry["grade"]))
    return Graded(str(entry["grade"]), str(entry["rule"]))


def _check_grade(document: Document, steps: Steps, grade: str) -> None:
    if not _GRADE.fullmatch(grade):
        document.complain(steps, f"{grade!r} is no grade", "write a letter A to F and a digit 1 to 6, as B2")


def _texts(document: Document, steps: Steps, value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        document.complain(steps, "expected a list", "write it in brackets: [one, two]")
    return tuple(str(item) for item in value)
