"""Why a report was coded as it was: for each item its rule, the words that made it, and what each of them decides.

Nothing is told from a second set of rules. Every word of the lexicon that stands in the report is left out once,
and the report is coded again: an item that is gone then was made by that word, a field that has changed was
decided by it, an item that appears was held back by it. Numbers that came to nothing are listed with what is
known of why.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from kordon.coding.automaton import Token
from kordon.coding.coder import Coder
from kordon.coding.counting import UNITS
from kordon.coding.explained import SINGULAR, Clue, Explained, Held, Number, Spans, Told
from kordon.coding.gold import TYPES
from kordon.coding.origins import Origin, Origins
from kordon.coding.reading import Reading
from kordon.coding.rules import Rule, RuleSet, load_rules
from kordon.coding.telling import label_of, name_of_item, plain_fields
from kordon.coding.trials import WORK, Trials, all_items, overlap, sentences_of
from kordon.domain.coded import Coded
from kordon.domain.report import Report
from kordon.vocabulary import Vocabulary

Place = tuple[int, int, str]  # start, end and concept of a token: what a clue is known by
Clues = dict[Place, "Clue"]


def explain(coder: Coder, report: Report, vocabulary: Vocabulary, *folders: Path, work: int = WORK) -> Explained:
    """Code a report and say why. ``work`` bounds the letters that are coded again."""
    coded, reading = coder.follow(report)
    if reading is None:
        return Explained(report, _items(coded, {}, None, {}, {}, vocabulary), notes=coded.warnings)
    trials = Trials(coder, reading, coded, work)
    origins = Origins(report.lang, *folders)
    rules = load_rules(vocabulary, *folders)
    clues = {id: _clues(reading, found, origins) for id, found in trials.found.items()}
    _add_met(coded, reading, rules, clues, origins)
    _add_printed(coded, reading, clues)
    by_rule = {(name, rule.id): rule for name, of_name in rules.items() for rule in of_name}
    notes = list(coded.warnings)
    if trials.skipped:
        notes.append(
            f"The report is long, so {trials.skipped} of its words were not tried one by one; "
            "what they decide is not told."
        )
    seen = (_clue(reading, t, origins) for s in reading.sentences for t in s.tokens) if coded.empty else ()
    return Explained(
        report,
        _items(coded, clues, origins, by_rule, trials.moods, vocabulary),
        tuple(_numbers(coded, reading, trials.kept_back)),
        tuple(_held(reading, trials, origins, vocabulary)),
        tuple(seen),
        tuple(notes),
    )


def record(coded: Coded, vocabulary: Vocabulary) -> Explained:
    """A row of a table: its items are told by its cells, and no word of a lexicon had a part in it."""
    return Explained(coded.report, _items(coded, {}, None, {}, {}, vocabulary), notes=coded.warnings)


# Clues: -------------------------------------------------------------------------------------------


def _clue(reading: Reading, token: Token, origins: Origins, **more: Any) -> Clue:
    at = reading.body.evidence(token.start, token.end)
    words = reading.body.text[token.start : token.end]
    return Clue(at.start, at.end, words, token.concept, origins.word(token.entry, words), **more)


def _clues(
    reading: Reading, found: Sequence[tuple[Token, tuple[tuple[str, str], ...]]], origins: Origins
) -> Clues:
    return {token[:3]: _clue(reading, token, origins, decides=decides) for token, decides in found}


def _add_met(
    coded: Coded,
    reading: Reading,
    rules: Mapping[str, Sequence[Rule]],
    clues: dict[str, Clues],
    origins: Origins,
) -> None:
    """The words that met the rule of an item, where leaving out one of them changes nothing."""
    for item in coded.figures:
        concept = item.rule.partition(":")[2]
        for index in sentences_of(reading, item):
            for token in reading.sentences[index].all(concept):
                if overlap([reading.body.evidence(token.start, token.end)], item.evidence):
                    _meets(reading, clues.setdefault(item.id, {}), token, origins)
    for name, of_name in rules.items():
        sets = {rule.id: RuleSet((rule,)) for rule in of_name}
        for item in getattr(coded, name):
            if item.rule not in sets:
                continue
            for index in sentences_of(reading, item):
                for match in sets[item.rule].matches(reading.sentences[index], reading.concepts):
                    at = reading.body.evidence(match.start, match.end)
                    if not overlap([at], item.evidence[:1]):
                        continue
                    known = clues.setdefault(item.id, {})
                    for token in match.tokens:
                        _meets(reading, known, token, origins)


def _meets(reading: Reading, known: Clues, token: Token, origins: Origins) -> None:
    clue = known.get(token[:3]) or _clue(reading, token, origins)
    known[token[:3]] = dataclasses.replace(clue, meets=True)


def _add_printed(coded: Coded, reading: Reading, clues: dict[str, Clues]) -> None:
    """Numbers and days in digits, which no entry of a lexicon stands for."""
    for _, item in all_items(coded):
        span = getattr(item, "span", None) or getattr(item, "occurred", None) or getattr(item, "effective", None)
        quantity = getattr(item, "quantity", None)
        known = clues.setdefault(item.id, {})
        for index in sentences_of(reading, item):
            sentence = reading.sentences[index]
            printed = [
                (n.start, n.end, "number", "count") for n in reading.numbers(sentence) if n.quantity == quantity
            ]
            printed += [
                (t.start, t.end, "day", "day")
                for t in reading.times(sentence)
                if span in (t.span, t.near) and span
            ]
            for start, end, concept, decides in printed:
                at = reading.body.evidence(start, end)
                inside = any(first < end and start < last for first, last, _ in known)
                if not inside and overlap([at], item.evidence):
                    words = reading.body.text[start:end]
                    known[start, end, concept] = Clue(at.start, at.end, words, concept, None, ((decides, ""),))


# Items: -------------------------------------------------------------------------------------------


def _items(
    coded: Coded,
    clues: Mapping[str, Clues],
    origins: Origins | None,
    rules: Mapping[tuple[str, str], Rule],
    moods: Mapping[str, Sequence[Token]],
    vocabulary: Vocabulary,
) -> tuple[Told, ...]:
    found: list[tuple[int, str, Any]] = [
        (item.evidence[0].start, name, item) for name, item in all_items(coded) if item.evidence
    ]
    found.sort(key=lambda one: (one[0], TYPES.index(one[1])))
    items: list[Told] = []
    if coded.header is not None:
        fields = plain_fields(coded.header)
        items.append(
            Told(
                1,
                "header",
                "header",
                "as printed",
                "page",
                None,
                tuple(fields.items()),
                _spans(coded.header),
                (),
                "",
            )
        )
    for _, name, item in found:
        known = sorted(clues.get(item.id, {}).values(), key=lambda c: (c.start, c.end, c.concept))
        together = [t.concept for t in moods.get(item.id, ())]
        items.append(
            Told(
                number=len(items) + 1,
                type=name,
                name=name_of_item(item),
                label=label_of(item, vocabulary),
                rule=item.rule,
                origin=_origin(name, item, origins, known),
                fields=tuple(plain_fields(item).items()),
                spans=_spans(item),
                clues=tuple(known),
                why=_why(item, known, together, rules.get((name, item.rule))),
            )
        )
    return tuple(items)


def _origin(name: str, item: Any, origins: Origins | None, known: Sequence[Clue]) -> Origin | None:
    """The line of the rule; of a figure, which no list of rules makes, that of the word that counts."""
    if origins is None:
        return None
    concept = item.rule.partition(":")[2]
    return origins.rule(name, item.rule) or next((c.origin for c in known if c.concept == concept), None)


def _spans(item: Any) -> Spans:
    return tuple(sorted({(e.start, e.end) for e in item.evidence}))


def _why(item: Any, known: Sequence[Clue], together: Sequence[str], rule: Rule | None) -> str:
    """Why the modality, or the status of a measure, is what it is."""
    key = "status" if hasattr(item, "status") else "modality"
    if not hasattr(item, key):
        return ""
    mood = str(getattr(item, key))
    causes = [(clue, without) for clue in known for told, without in clue.decides if told == key]
    if causes:
        words = ", ".join(f"“{c.words}” ({c.concept}; without it: {without})" for c, without in causes)
        return f"{mood}, because of {words}"
    if together:
        return f"{mood}, because of several words together: {', '.join(together)}"
    speaking = [
        f"“{c.words}” ({c.concept})" for c in known if c.concept.partition(".")[0] in ("mod", "status", "zero")
    ]
    if speaking and mood != "actual":
        return f"{mood}, because of {', '.join(speaking)}"
    usual = rule.more.get("usual" if key == "status" else "modality") if rule is not None else None
    if usual is not None and str(usual) == mood:
        return f"{mood}, as the rule says of its kind"
    if mood == "historical":
        return "historical, because its time lies long before what the report is about"
    if mood == "actual":
        return "actual: no word of the text says otherwise"
    return f"{mood}: no single word decides it"


# What was not taken: ------------------------------------------------------------------------------


def _numbers(coded: Coded, reading: Reading, kept_back: Sequence[tuple[Token, str, Any]]) -> Iterator[Number]:
    taken = [e for _, item in all_items(coded) for e in item.evidence]
    for sentence in reading.sentences:
        if not sentence.digits and not sentence.has("num", "vague"):
            continue
        for number in reading.numbers(sentence):
            at = reading.body.evidence(number.start, number.end)
            if overlap([at], taken):
                continue
            words = reading.body.text[number.start : number.end]
            held = next((t for t, _, item in kept_back if overlap([at], item.evidence)), None)
            if held is not None:
                why = f"“{reading.body.text[held.start : held.end]}” ({held.concept}) keeps it from being counted"
            elif number.unit:
                why = f"it is told in {number.unit}, and nothing that was coded asks for that"
            elif not sentence.concepts & UNITS.keys():
                why = "no word of its sentence says that attempts, turn-backs or the like are counted"
            elif number.noun is not None:
                noun = reading.body.text[number.noun.start : number.noun.end]
                why = f"it counts “{noun}” ({number.noun.concept}), and no rule took that here"
            else:
                why = "no word beside it says what it counts"
            yield Number(at.start, at.end, words, f"{number.quantity.best:g}", why)


def _held(reading: Reading, trials: Trials, origins: Origins, vocabulary: Vocabulary) -> Iterator[Held]:
    seen = set()
    days = [reading.body.evidence(t.start, t.end) for s in reading.sentences for t in reading.times(s)]
    for token, name, item in sorted(trials.kept_back, key=lambda one: one[0].start):
        if overlap(days, item.evidence[:1]):
            continue  # without its month the 4 of 4 June is a number like any other
        mood = getattr(item, "modality", None)
        told = f"{SINGULAR[name]}: {label_of(item, vocabulary)}" + (f", {mood}" if mood else "")
        if (token.start, token.concept, told) not in seen:
            seen.add((token.start, token.concept, told))
            clue = _clue(reading, token, origins)
            yield Held(clue.start, clue.end, clue.words, clue.concept, clue.origin, told)
