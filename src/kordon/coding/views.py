"""What a text says of the people and the powers behind events: who crosses, what is meant by it, which rung."""

from __future__ import annotations

from kordon.coding.automaton import Token
from kordon.coding.modality import modality_of
from kordon.coding.reading import Reading
from kordon.coding.sentences import Sentence
from kordon.domain.coded import Composition, Judgement, Rung
from kordon.domain.report import stable_id

PEOPLE = ("party.migrants", "noun.person", "pron.they")


def compositions_in(reading: Reading, sentence: Sentence) -> list[Composition]:
    """'most migrants have Russian visas', 'mainly citizens of Somalia': an attribute, its value and its share."""
    if sentence.concepts.isdisjoint(PEOPLE) or not sentence.has("origin", "comp"):
        return []
    values = _values(reading, sentence)
    if not values:
        return []
    shares = sentence.cls("share")
    percents = [n for n in reading.numbers(sentence) if n.unit == "percent"]
    found: list[Composition] = []
    for value, token, attribute in values:
        share = max((s for s in shares if s.end <= token.start), key=lambda s: s.start, default=None)
        percent = next((p for p in reversed(percents) if p.end <= token.start), None)
        if share is None and percent is None:
            counted = any(0 < token.start - n.end <= 2 and not n.unit for n in reading.numbers(sentence))
            if attribute != "nationality" or not (counted or _citizens(sentence, token)):
                continue  # 'nine Iraqis', 'citizens of Iraq'
            word, amount, start = "some", None, token.start
        elif percent is not None and (share is None or percent.start > share.start):
            amount = percent.quantity.best
            word, start = f"{amount:g}%", percent.start
        else:
            assert share is not None
            word, amount, start = str(share.entry.value), None, share.start
        clause = sentence.clause_at(token.start)
        place, _ = reading.place_at(sentence, clause, start, token.end)
        span, _ = reading.happened(sentence, clause, start)
        modality = modality_of(reading, sentence, clause, start, token.end, span)
        found.append(
            Composition(
                id=stable_id("composition", reading.report.id, attribute, value, start),
                attribute=attribute,
                value=value,
                share=word,
                place=place,
                span=span,
                modality=modality,
                evidence=(reading.body.evidence(start, token.end),),
                rule=f"composition:{attribute}",
                percent=amount,
            )
        )
    return found


def _citizens(sentence: Sentence, origin: Token) -> bool:
    """'citizens of Iraq, Syria and Iran': a word for citizens leads to the name, or to the one before it."""
    end = None
    for token in sentence.tokens:
        if token.start > origin.start:
            break
        listed = token.cls == "origin" and end is not None and token.start - end <= 9
        if token.concept == "comp.citizens" or listed:
            end = token.end
    following = any(t.concept == "comp.citizens" and 0 <= t.start - origin.end <= 2 for t in sentence.tokens)
    return following or (end is not None and (origin.start - end <= 9 or origin.end == end))


def _values(reading: Reading, sentence: Sentence) -> list[tuple[str, Token, str]]:
    """(value, token that ends the words, attribute): visas by the state that gave them, nationalities."""
    values: list[tuple[str, Token, str]] = []
    for visa in sentence.all("comp.visa"):
        near = [t for t in sentence.cls("state") if -30 < t.start - visa.start < 30]
        for token in sorted(near, key=lambda t: abs(t.start - visa.start))[:1]:
            states = reading.world.states_of(token)
            if len(states) == 1:
                values.append((states[0], max(visa, token), "visa"))
    holders = {id(sentence.clause_at(token.start)) for _, token, _ in values}
    origins = [t for t in sentence.cls("origin") if id(sentence.clause_at(t.start)) not in holders]
    return values + [(str(t.entry.value), t, "nationality") for t in origins]


def judgements_in(reading: Reading, sentence: Sentence) -> list[Judgement]:
    """An author's view of what somebody is after, with the author's word of likelihood."""
    if "intent.aim" not in sentence.concepts or not sentence.has("likely"):
        return []
    for clause in sentence.clauses:
        intents = [t for t in clause.tokens if t.concept == "intent.aim"]
        words = [t for t in clause.tokens if t.cls == "likely"]
        if not intents or not words:
            continue
        likely = min(words, key=lambda t: abs(t.start - intents[0].start))
        start = min(likely.start, intents[0].start)
        end = sentence.start + len(sentence.words(sentence.start, clause.end).rstrip(" ,;.!?"))
        return [
            Judgement(
                id=stable_id("judgement", reading.report.id, "intent", start),
                kind="intent",
                likelihood=str(likely.entry.value),
                evidence=(reading.body.evidence(start, end),),
                rule="judgement:intent",
            )
        ]
    return []


def rungs_in(reading: Reading) -> list[Rung]:
    """The rungs that a doctrine is said to have: named in a paragraph that speaks of a doctrine, or the next."""
    if "rung.doctrine" not in reading.concepts:
        return []
    paragraphs = {s.paragraph for s in reading.sentences if "rung.doctrine" in s.concepts}
    named: dict[str, Token] = {}
    for sentence in reading.sentences:
        if sentence.paragraph in paragraphs or sentence.paragraph - 1 in paragraphs:
            for token in sentence.cls("rung"):
                if token.concept != "rung.doctrine":
                    named[token.concept.partition(".")[2]] = token
    if len(named) < 2:
        return []
    terms = reading.world.vocabulary["rungs"]
    return [
        Rung(
            id=stable_id("rung", reading.report.id, rung),
            rung=rung,
            order=int(terms[rung].get("order")),
            evidence=(reading.body.evidence(token.start, token.end),),
            rule="rung:doctrine",
        )
        for rung, token in sorted(named.items(), key=lambda item: int(terms[item[0]].get("order")))
    ]
