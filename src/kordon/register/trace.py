"""Walk the chain both ways: what a thing rests on, and what rests on it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from kordon.register import items, suggested
from kordon.register import models as rows
from kordon.register.append import Versioned
from kordon.register.store import Store
from kordon.register.values import Trace
from kordon.register.versions import current

Graph = dict[str, set[str]]

RESTING: tuple[type[Versioned], ...] = (
    rows.Reference,
    rows.Measure,
    rows.WeekCount,
    rows.Reading,
    rows.Assessment,
    rows.Proposal,
    rows.Draft,
)


def trace(where: Store, name: str) -> Trace:
    """Everything that ``name`` rests on and everything that rests on it, through any number of steps.

    The id of anything will do: a report, an item, a measure, a reading, an assessment, a proposal, a draft, the
    hash of a document, an entry of the record, or what such entries are about. Only rows in use are walked.
    """
    forward: Graph = {}
    backward: Graph = {}
    with where.reading():
        for user, used in _edges(where):
            forward.setdefault(user, set()).add(used)
            backward.setdefault(used, set()).add(user)
    return Trace(name, _reach(forward, name), _reach(backward, name))


def _edges(where: Store) -> Iterator[tuple[str, str]]:
    codings = dict(current(rows.Coding, where).values_list("key", "value_id"))
    for _, model in items.TABLES.values():
        for item, coding in model.objects.using(where.alias).values_list("value_id", "coding_id"):
            if coding in codings:
                yield item, codings[coding]
    for item in suggested.accepted_items(where, set(codings.values())):
        yield item.id, item.evidence[0].report
    for resting in RESTING:
        for user, used in current(resting, where).values_list("value_id", "uses"):
            for name in filter(None, used.split("\n")):
                yield user, name
    for key, used in rows.Revision.objects.using(where.alias).values_list("key", "uses"):
        for name in filter(None, used.split("\n")):
            yield key, name
    for key, subject, evidence in rows.Entry.objects.using(where.alias).values_list("key", "subject", "evidence"):
        yield subject, key
        for name in json.loads(evidence):
            yield key, name


def _reach(graph: Mapping[str, Iterable[str]], start: str) -> tuple[str, ...]:
    found: set[str] = set()
    left = [start]
    while left:
        for name in graph.get(left.pop(), ()):
            if name not in found and name != start:
                found.add(name)
                left.append(name)
    return tuple(sorted(found))
