"""What the head learns from: labelled sentences out of the open gold, the lexicons and a file of examples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kordon.coding.coder import Coder
from kordon.coding.gold import OPEN, Case
from kordon.coding.lexicon import languages, load_lexicon
from kordon.coding.semantic.coder import TAKEN, evidence_of, has_words
from kordon.coding.semantic.head import LISTS, NOTHING, ROOT
from kordon.domain.report import Report
from kordon.vocabulary import Vocabulary
from kordon.vocabulary.documents import read_document

EXAMPLES = "examples.yaml"
OWN = "own"  # the language of the examples of our file, which are for all languages
# Kinds that are never suggested: one that is told by numbers, which the rules read, and those that say nothing.
SILENT = frozenset({"incidents:crossing_attempt", "incidents:other", "measures:other"})


@dataclass(frozen=True, slots=True)
class Sample:
    """A sentence with the kinds that it tells (none: nothing is told). ``group`` keeps the sentences of one report
    together when samples are parted; ``left``: the rules took nothing from it."""

    text: str
    lang: str
    kinds: frozenset[str]
    group: str
    left: bool = False


def of_gold(cases: Iterable[Case], rules: Coder, half: str = OPEN) -> Iterator[Sample]:
    """Every sentence of the cases of one half, with the kinds whose first quoted words begin in it."""
    for case in cases:
        coded, reading = rules.follow(case.report)
        if case.half != half or reading is None:
            continue
        begins = list(_begins(case.expect, case.report.text))
        spans = [(e.start, e.end) for name in TAKEN for item in getattr(coded, name) for e in item.evidence]
        for sentence in filter(has_words, reading.sentences):
            at = evidence_of(reading, sentence)
            kinds = frozenset(kind for kind, start in begins if at.start <= start < at.end) - SILENT
            left = not any(start < at.end and at.start < end for start, end in spans)
            yield Sample(sentence.text.strip(), case.report.lang, kinds, case.id, left)


def _begins(expect: Mapping[str, Any], text: str) -> Iterator[tuple[str, int]]:
    for name in LISTS:
        for item in expect.get(name) or ():
            words = item.get("words") or ()
            first = str(words if isinstance(words, str) else words[0]) if words else ""
            if "kind" in item and first:
                yield f"{name}:{item['kind']}", text.find(first)


def of_lexicons(rules: Coder, *folders: Path) -> Iterator[Sample]:
    """The example sentences of the lexicons, with the kinds that the rules find in them."""
    for lang in languages(*folders):
        lexicon = load_lexicon(lang, *folders)
        for number, example in enumerate(() if lexicon is None else lexicon.examples):
            coded = rules.code(Report(id="example", text=example.text, lang=lang))
            kinds = {f"{name}:{item.kind}" for name in LISTS for item in getattr(coded, name)}
            yield Sample(example.text, lang, frozenset(kinds) - SILENT, f"lexicon-{lang}-{number}")


def of_file(vocabulary: Vocabulary, folder: Path = ROOT) -> Iterator[Sample]:
    """Our own examples; raises :class:`~kordon.domain.errors.BadDocument` with file, line and remedy."""
    document = read_document(folder / EXAMPLES, f"data/semantic/{EXAMPLES}")
    document.check_keys((), document.data, (*LISTS, NOTHING))
    for name, listed in LISTS.items():
        for kind, sentences in document.data[name].items():
            if kind not in vocabulary[listed]:
                document.complain((name, kind), f"{kind!r} is not in {listed}.yaml", "use one of its ids")
            yield from (Sample(str(s), OWN, frozenset({f"{name}:{kind}"}), f"own-{s}") for s in sentences)
    yield from (Sample(str(s), OWN, frozenset(), f"own-{s}") for s in document.data[NOTHING])
