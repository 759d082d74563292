"""Train the head of the semantic coder from what ships, and write it with its card into "
"src/kordon/data/semantic."""

from __future__ import annotations

import importlib.metadata
import sys
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from kordon.coding import Coder, load_coder
from kordon.coding.evaluate import pairs_of
from kordon.coding.gold import OPEN, TEST, Case, load_cases
from kordon.coding.semantic.coder import SemanticCoder
from kordon.coding.semantic.encoder import PACKAGE, Encoder, load_encoder
from kordon.coding.semantic.head import ROOT, SETTINGS, WEIGHTS, load_head, plain_names, written
from kordon.coding.semantic.learn import ENOUGH, FOLDS, LEFT_SHARE, WANTED, Trained, train
from kordon.coding.semantic.samples import Sample, of_file, of_gold, of_lexicons
from kordon.coding.suggesting import beside
from kordon.domain.coded import Coded
from kordon.domain.errors import KordonError
from kordon.geo.gazetteer import load_gazetteer
from kordon.vocabulary import load

GOLD = Path(__file__).parent.parent / "tests" / "gold"
LANGS = ("en", "pl", "ru", "be", "uk", "lt", "lv")
HEAD = """# The head of the semantic coder

Made by `make semantic`; do not edit. A multinomial logistic regression on the vectors of `{package}` {version}
(Google's multilingual universal sentence encoder v3, trained for sixteen languages, of which English, Polish
and Russian are ours; Belarusian, Ukrainian, Lithuanian and Latvian are not among them).

**Trained on** {count} sentences: the open half of `tests/gold`, the examples of the lexicons (with the kinds
that the rules find in them) and `examples.yaml` beside this file, all in our own words. **Kinds:** {kinds}.
Other kinds have too few samples and are never suggested. **Penalty** {penalty:g}, **temperature**
{temperature:g}, both by {folds}-fold cross-validation over reports.

**Thresholds** are set on the open half alone: the least probability at which, if the rules leave {left:.0%} of
what a text tells, {wanted:.0%} of the suggestions would be right, by at least {enough} suggestions in
cross-validation. Where there is no such threshold the coder suggests nothing in the language.

| language | threshold | promised precision | suggestions it rests on |
|---|---|---|---|
{thresholds}

## Held out

On `tests/gold/*/test`, on which nothing was trained or set. *Left*: sentences from which the rules took
nothing; *told*: those of them that tell an incident or a measure. A suggestion is right where the gold expects
its kind by words in that sentence. The rules change with their lexicons, so the figures hold for the day on
which they were made.

| language | left | told | suggested | right | precision | recall |
|---|---|---|---|---|---|---|
{left_over}

The whole chain, incidents and measures of all languages together: what is found (kind and words agree), by the
rules alone and if a person accepted every suggestion unseen, which nobody should.

| half | | precision | recall | F1 |
|---|---|---|---|---|
{whole}

**Losses.** Of a suggestion the kind, the sentence, and place and day as the rules read them are all there is:
no people, no actor, and of a measure the status only where one word tells it. A sentence with a word of
modality (a denial, a condition, a plan) is never suggested. A sentence that the rules took anything from is
left to them, even if they missed a second thing in it.
"""


def samples_of(rules: Coder, cases: Sequence[Case]) -> list[Sample]:
    """Everything that the head may learn from, in a fixed order."""
    return [*of_gold(cases, rules), *of_lexicons(rules), *of_file(load())]


def _share(part: int, of: int) -> str:
    return f"{part / of:.2f}" if of else "–"


def _left_over(cases: Sequence[Case], rules: Coder, coder: SemanticCoder) -> Iterable[str]:
    total = [0, 0, 0, 0]
    for lang in LANGS:
        some = [case for case in cases if case.half == TEST and case.report.lang == lang]
        left = [s for s in of_gold(some, rules, TEST) if s.left]
        right = made = 0
        for case in some:
            for item in _items(coder.code(case.report)):
                made += 1
                right += any(
                    item.kind == want.get("kind") and _told(item, want, case)
                    for name in ("incidents", "measures")
                    for want in case.expect.get(name) or ()
                )
        row = [len(left), sum(bool(s.kinds) for s in left), made, right]
        total = [a + b for a, b in zip(total, row, strict=True)]
        yield _row(lang, row)
    yield _row("all", total)


def _row(name: str, row: Sequence[int]) -> str:
    left, told, made, right = row
    return f"| {name} | {left} | {told} | {made} | {right} | {_share(right, made)} | {_share(right, told)} |"


def _items(coded: Coded) -> list[Any]:
    return [*coded.incidents, *coded.measures]


def _told(item: Any, want: Mapping[str, Any], case: Case) -> bool:
    words = want.get("words") or ()
    quotes = [words] if isinstance(words, str) else words
    said = case.report.quote(item.evidence[0])
    return any(str(quote) in said for quote in quotes)


def _whole(cases: Sequence[Case], rules: Coder, coder: SemanticCoder) -> Iterable[str]:
    for half in (OPEN, TEST):
        for name, both in (("rules alone", False), ("with every suggestion", True)):
            found = wanted = made = 0
            for case in (case for case in cases if case.half == half):
                coded = rules.code(case.report)
                if both:
                    more = beside(coder.code(case.report), coded)
                    coded = replace(
                        coded,
                        incidents=coded.incidents + more.incidents,
                        measures=coded.measures + more.measures,
                    )
                for pair in pairs_of(case, coded):
                    if pair.type in ("incidents", "measures"):
                        found += pair.found
                        wanted += pair.want is not None
                        made += pair.made is not None
            f1 = _share(2 * found, wanted + made)
            yield f"| {half} | {name} | {_share(found, made)} | {_share(found, wanted)} | {f1} |"


def card(trained: Trained, samples: Sequence[Sample], cases: Sequence[Case], rules: Coder, encode: Encoder) -> str:
    """The card as Markdown, measured with the head as it was written."""
    coder = SemanticCoder(rules, load_head(load()), encode)
    head = trained.head
    thresholds = [
        f"| {lang} | {head.thresholds[lang]:.2f} | {trained.promised[lang][0]:.2f} | {trained.promised[lang][1]} |"
        if lang in head.thresholds
        else f"| {lang} | none: suggests nothing | | |"
        for lang in LANGS
    ]
    return HEAD.format(
        package=PACKAGE,
        version=importlib.metadata.version(PACKAGE),
        count=len(samples),
        kinds="\n" + textwrap.fill(plain_names(head.classes), 112),
        penalty=trained.penalty,
        temperature=head.temperature,
        folds=FOLDS,
        left=LEFT_SHARE,
        wanted=WANTED,
        enough=ENOUGH,
        thresholds="\n".join(thresholds),
        left_over="\n".join(_left_over(cases, rules, coder)),
        whole="\n".join(_whole(cases, rules, coder)),
    )


def main() -> int:
    try:
        encode = load_encoder()
        rules = load_coder(load(), load_gazetteer())
        cases = load_cases(GOLD)
        samples = samples_of(rules, cases)
        trained = train(samples, encode)
        weights, settings = written(trained.head)
        (ROOT / WEIGHTS).write_text(weights, "utf-8")
        (ROOT / SETTINGS).write_text(settings, "utf-8")
        (ROOT / "card.md").write_text(card(trained, samples, cases, rules, encode), "utf-8")
    except KordonError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    print(f"{ROOT / WEIGHTS} and its card are made from {len(samples)} sentences.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
