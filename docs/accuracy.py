"""Write docs/reference/accuracy.md from tests/gold: how much of what the gold expects comes out of the coder."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from kordon.api.accuracy import FOUND, INTERVAL, RIGHT
from kordon.coding import Coder, load_coder
from kordon.coding.accuracy import Accuracy, Line, Rate, measure
from kordon.coding.evaluate import pairs_of
from kordon.coding.gold import TYPES, Case, load_cases
from kordon.coding.strata import ALL, Result
from kordon.domain.errors import KordonError
from kordon.geo.gazetteer import load_gazetteer
from kordon.vocabulary import load

HERE = Path(__file__).parent
PAGE = HERE / "reference" / "accuracy.md"
GOLD = HERE.parent / "tests" / "gold"
HEAD = """# Accuracy of coding

Made by `make accuracy` from the cases in `tests/gold`, which are texts in our own words; `tests/gold/README.md`
says how they were written and how untouched the test half is. The open half is what rules are tuned on, so its
figures say what the rules can do, and those of the test half what to expect of texts like these. Neither says what
to expect of texts unlike them: for that, [label some of your own](../guides/own-gold.md).

- **P, R, F1**: precision, recall and F1 of items that are right. {right}
- **found**: F1 of items that are found. {found}
- In brackets: {interval} Where nothing went wrong, no draw goes wrong
  either: 1.00–1.00 is no proof.
- **all** counts every item alike, **mean** is the mean of the languages, or of the kinds.
"""


def page(gold: Path = GOLD, coder: Coder | None = None) -> str:
    """The page as Markdown; the same for the same gold, lexicons and rules."""
    coder = coder or load_coder(load(), load_gazetteer())
    cases = load_cases(gold)
    found = measure(Result(case, pairs_of(case, coder.code(case.report))) for case in cases)
    parts = [HEAD.format(right=RIGHT, found=FOUND, interval=INTERVAL), *_cases(cases)]
    for name in sorted({line.type for line in found.lines}, key=lambda name: [*TYPES, "header"].index(name)):
        parts += _type(name, [line for line in found.lines if line.type == name])
    return "\n".join([*parts, *_modality(found), *_fields(found)]).rstrip() + "\n"


def _cases(cases: Sequence[Case]) -> Iterable[str]:
    yield "\n## Cases\n"
    halves = sorted({case.half for case in cases})
    langs = sorted({case.report.lang for case in cases})
    rows = []
    for lang in langs:
        of = [[c for c in cases if c.report.lang == lang and c.half == half] for half in halves]
        rows.append([lang, *(f"{len(found)} ({sum(c.hard for c in found)} hard)" for found in of)])
    yield from _table(["language", *halves], rows)


def _type(name: str, lines: Sequence[Line]) -> Iterable[str]:
    columns = ["half", "cases", "gold", "coded", "P", "R", "F1", "found"]
    yield f"\n## {name.capitalize()}\n"
    of_langs = [x for x in lines if not x.kind]
    order = {"": 0, "micro": 1, "macro": 2}
    of_langs.sort(key=lambda x: (order[x.average], x.lang, x.half))
    words = {"micro": "**all**", "macro": "**mean**"}
    yield from _table(["language", *columns], [[words.get(x.average, x.lang), *_cells(x)] for x in of_langs])
    of_kinds = [x for x in lines if x.kind and x.lang == ALL]
    if of_kinds:
        of_kinds.sort(key=lambda x: (x.kind == "each", x.kind, x.half))
        rows = [["**mean**" if x.kind == "each" else f"`{x.kind}`", *_cells(x)] for x in of_kinds]
        yield f"\n{name.capitalize()} by kind, all languages:\n"
        yield from _table(["kind", *columns], rows)
        yield f"\n{name.capitalize()} by kind and language, F1 of items that are right (items in the gold):\n"
        yield from _pivot(lines)


def _pivot(lines: Sequence[Line]) -> Iterable[str]:
    """Kinds by languages, too small each for an interval."""
    by = {(x.kind, x.half, x.lang): x for x in lines if x.kind and x.lang != ALL}
    langs = sorted({lang for _, _, lang in by})
    rows = []
    for kind, half in sorted({(kind, half) for kind, half, _ in by}):
        found = [by.get((kind, half, lang)) for lang in langs]
        rows.append([f"`{kind}`", half, *(f"{x.strict.f1.value:.2f} ({x.wanted})" if x else "" for x in found)])
    yield from _table(["kind", "half", *langs], rows)


def _cells(line: Line) -> list[str]:
    scores = line.strict
    counts = [line.half, str(line.cases), str(line.wanted), str(line.made)]
    return [*counts, _rate(scores.precision), _rate(scores.recall), _rate(scores.f1), _rate(line.item.f1)]


def _rate(rate: Rate) -> str:
    if rate.value is None or rate.low is None or rate.high is None:
        return "–"
    return f"{rate.value:.2f} ({rate.low:.2f}–{rate.high:.2f})"


def _modality(found: Accuracy) -> Iterable[str]:
    yield "\n## Modality\n"
    yield (
        "Of the items that were found and whose modality (of a measure: status) the gold gives: how many have the "
        "right one, and the mean F1 over the modalities that occur. Last, F1 of items found with the right one.\n"
    )
    rows = [
        [
            "**all**" if x.lang == ALL else x.lang,
            "all but measures" if x.type == ALL else x.type,
            *(x.half, str(x.found), "–" if x.accuracy is None else f"{x.accuracy:.2f}"),
            *("–" if x.f1 is None else f"{x.f1:.2f}", _rate(x.strict.f1)),
        ]
        for x in sorted(found.modality, key=lambda x: (x.lang == ALL, x.lang, x.type == ALL, x.type, x.half))
        if x.found
    ]
    yield from _table(["language", "items", "half", "found", "right", "F1", "found and right"], rows)


def _fields(found: Accuracy) -> Iterable[str]:
    yield "\n## Fields\n"
    yield (
        "Of the items that were found and for which the gold gives the field: how many have it right. Unit and "
        "kind also count those that were taken for another.\n"
    )
    lines = [x for x in found.fields if x.lang == ALL]
    halves = sorted({x.half for x in lines})
    by = {(x.type, x.field, x.half): x for x in lines}
    rows = []
    for name, told in dict.fromkeys((x.type, x.field) for x in sorted(lines, key=lambda x: (x.type, x.field))):
        of = [by.get((name, told, half)) for half in halves]
        shares = [f"{x.accuracy:.2f} ({x.right}/{x.compared})" if x else "–" for x in of]
        rows.append([name, f"`{told}`", *shares])
    yield from _table(["items", "field", *halves], rows)


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterable[str]:
    yield "| " + " | ".join(columns) + " |"
    yield "|---" * len(columns) + "|"
    for row in rows:
        yield "| " + " | ".join(row) + " |"


def main() -> None:
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(), "utf-8")


if __name__ == "__main__":
    try:
        main()
    except KordonError as error:  # a mistake in the gold or a lexicon
        sys.exit(str(error))
