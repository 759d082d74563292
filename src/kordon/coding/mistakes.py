"""Every difference between the gold and what was coded, one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kordon.coding.evaluate import Verdict
from kordon.coding.strata import Result, kind_of


@dataclass(frozen=True, slots=True)
class Mistake:
    """A difference between the gold and what was coded, with the words in the text."""

    case: str
    file: str
    line: int
    half: str
    lang: str
    type: str
    kind: str
    verdict: str
    words: str
    rule: str
    fields: tuple[tuple[str, Any, Any], ...]  # field, expected, coded


def mistakes(results: Iterable[Result], types: Sequence[str] = ()) -> Iterator[Mistake]:
    """Every pair that is not right, in the order of the cases."""
    for result in results:
        case = result.case
        for pair in result.pairs:
            if pair.verdict is Verdict.RIGHT or (types and pair.type not in types):
                continue
            quoted = pair.want.get("words", "") if pair.want is not None else ""
            words = " … ".join(str(w) for w in quoted) if isinstance(quoted, list) else str(quoted)
            if not words and pair.made is not None and pair.made.evidence:
                words = case.report.quote(pair.made.evidence[0])
            yield Mistake(
                case=case.id,
                file=case.path,
                line=case.line,
                half=case.half,
                lang=case.report.lang,
                type=pair.type,
                kind=kind_of(pair),
                verdict=str(pair.verdict),
                words=words,
                rule=getattr(pair.made, "rule", ""),
                fields=tuple((d.field, d.expected, d.coded) for d in pair.differences),
            )
