"""The coder: a report in, everything that can be taken from it out, each item with its words and its rule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from kordon.coding.automaton import Automaton
from kordon.coding.changes import COMPARED, changes_in
from kordon.coding.clashes import merged
from kordon.coding.figures import figures_in
from kordon.coding.harm import outcome
from kordon.coding.incidents import incidents_in
from kordon.coding.lexicon import Lexicon, load_lexicon
from kordon.coding.measures import Measures
from kordon.coding.names import name_forms
from kordon.coding.page import Printed, read_page
from kordon.coding.parties import SPONSORS, known, sponsor_of
from kordon.coding.reading import Reading
from kordon.coding.rules import RuleSet, load_rules
from kordon.coding.sentences import Sentence, sentences_of
from kordon.coding.signals import Signals
from kordon.coding.views import compositions_in, judgements_in, rungs_in
from kordon.coding.world import World
from kordon.domain.coded import Coded, Composition, Figure, FigureForm, Incident, Judgement, Modality
from kordon.domain.report import Evidence, Report
from kordon.domain.time import Precision
from kordon.geo.gazetteer import Gazetteer
from kordon.vocabulary import Vocabulary

LONGEST = 2_000_000  # letters of one report that are coded


class Coder:
    """Codes reports; languages are loaded when the first report in them comes."""

    def __init__(self, vocabulary: Vocabulary, gazetteer: Gazetteer, *folders: Path) -> None:
        self._vocabulary = vocabulary
        self._gazetteer = gazetteer
        self._folders = folders
        self._world = World(vocabulary, gazetteer)
        self._printed = Printed.of(vocabulary)
        rules = load_rules(vocabulary, *folders)
        self._rules = {name: RuleSet(of_name) for name, of_name in rules.items()}
        self._outcomes = self._rules["incidents"].outcomes
        self._cargo = {rule.id: frozenset(rule.more.get("cargo_of", ())) for rule in rules["incidents"]}
        self._languages: dict[str, tuple[Lexicon, Automaton] | None] = {}

    def code(self, report: Report) -> Coded:
        """Everything that the report holds. Never raises for a text: what cannot be read gives a warning."""
        return self.follow(report)[0]

    def follow(self, report: Report) -> tuple[Coded, Reading | None]:
        """What :meth:`code` gives, and the reading that it was taken from where one was made."""
        if len(report.text) > LONGEST:
            warning = f"Report {report.id} has {len(report.text)} characters; nothing was coded from it."
            return Coded(report, warnings=(warning,)), None
        known = self._language(report.lang)
        lexicon = None if known is None else known[0]
        header, body = read_page(report, lexicon, self._printed)
        if known is None:
            reason = (
                "its language could not be told"
                if report.lang == "und"
                else f"there is no lexicon for {report.lang!r}"
            )
            return Coded(report, header, warnings=(f"Report {report.id} was read but not coded: {reason}.",)), None
        lexicon, automaton = known
        tokens = automaton.scan(body.text)
        sentences = sentences_of(body, tokens, lexicon.settings)
        reading = Reading(report, header, body, sentences, lexicon.settings, self._world)
        return self._coded(reading, []), reading

    def again(self, reading: Reading, sentences: Sequence[Sentence]) -> Coded:
        """What the same report holds where its sentences are read otherwise: to see what a word decides."""
        other = Reading(reading.report, reading.header, reading.body, sentences, reading.settings, reading.world)
        return self._coded(other, [])

    def _coded(self, reading: Reading, warnings: list[str]) -> Coded:
        figures: list[Figure] = []
        incidents: list[Incident] = []
        compositions: list[Composition] = []
        judgements: list[Judgement] = []
        measures = Measures(reading, self._rules["measures"])
        signals = Signals(reading, self._rules["signals"])
        for sentence in reading.sentences:
            if not sentence.tokens:
                continue
            if measures.read(sentence):
                continue  # a list of factors tells of no event
            signals.read(sentence)
            judgements += judgements_in(reading, sentence)
            found = compositions_in(reading, sentence)
            compositions += found
            self._figures(reading, sentence, figures)
            if found and any(c.attribute == "visa" for c in found):
                continue  # who they are, told of people in passing: no act of its own
            acts = incidents_in(reading, self._rules["incidents"], sentence)
            if sentence.has("harm") and not any(i.modality.counts and i.rule not in self._outcomes for i in acts):
                told = outcome(reading, sentence, incidents)
                acts = [i for i in acts if not (told and i.rule in self._outcomes)]
            if measures.spoke_of(sentence):
                # 'If attacks go on, the crossing will close' tells the condition of a measure, no attack.
                acts = [i for i in acts if i.modality is not Modality.CONDITIONAL]
            if acts:
                told_so_far = [*incidents, *acts]
                acts = [i for i in acts if not self._is_cargo(reading, sentence, i, told_so_far)]
                _leave_to_incidents(figures, acts, reading)
                acts = [self._going_on(reading, sentence, incidents, act) for act in acts]
                acts = self._taking_up(reading, sentence, incidents, acts)
                incidents += acts
            if not acts and incidents:
                self._sponsored(reading, sentence, incidents)
                self._located(reading, sentence, incidents)
        if reading.anchor.day is None and (figures or incidents):
            warnings.append(
                f"Report {reading.report.id} has no day of publication, so days told without a year are not dated."
            )
        return Coded(
            report=reading.report,
            header=reading.header,
            incidents=merged(incidents),
            figures=_once(figures),
            measures=measures.settled(),
            signals=tuple(signals.found),
            compositions=tuple(compositions),
            judgements=tuple(judgements),
            rungs=tuple(rungs_in(reading)),
            warnings=tuple(warnings),
        )

    def _going_on(
        self, reading: Reading, sentence: Sentence, incidents: Sequence[Incident], act: Incident
    ) -> Incident:
        """'About 230 people tried to push through. They threw logs.': an attack by nobody named goes on from the
        act that the sentence before tells."""
        previous = reading.before(sentence)
        if act.actor is not None or previous is None or not incidents or not act.modality.counts:
            return act
        term, last = reading.world.vocabulary.term("kinds", act.kind), incidents[-1]
        if not (term.get("attack") or term.get("damage")) or last.actor is None or last.actor.type != "migrants":
            return act
        if all(e.start < reading.body.source(previous.start) for e in last.evidence):
            return act
        return replace(act, actor=last.actor)

    def _taking_up(
        self, reading: Reading, sentence: Sentence, incidents: list[Incident], acts: list[Incident]
    ) -> list[Incident]:
        """'A group of 30 attacked a patrol. They threw stones': an attack without means is the one that the next
        sentence describes; and who was hurt by a means completes the attack with it."""
        previous = reading.before(sentence)
        if previous is None or not incidents or not acts or not acts[0].modality.counts:
            return acts
        last, first = incidents[-1], acts[0]
        if not last.modality.counts or all(e.start < reading.body.source(previous.start) for e in last.evidence):
            return acts
        if last.kind == first.kind and last.injured is None and first.injured is not None and first.actor is None:
            incidents[-1] = replace(last, injured=first.injured, evidence=_together(last, first))
            return acts[1:]
        wide = reading.world.vocabulary.term("kinds", last.kind)
        if not wide.get("attack") or last.means or first.kind not in (wide.get("compatible") or ()):
            return acts
        if first.actor is not None and last.actor is not None and first.actor.type != last.actor.type:
            return acts
        incidents.pop()
        spot = last.place if last.place.settlements and not first.place.settlements else first.place
        told = last.occurred if first.occurred.precision is Precision.UNKNOWN else first.occurred
        whole = replace(
            first,
            place=spot,
            occurred=told,
            actor=first.actor or last.actor,
            recipient=first.recipient or last.recipient,
            sponsor=first.sponsor or last.sponsor,
            people=first.people or last.people,
            injured=first.injured or last.injured,
            evidence=_together(first, last),
        )
        return [whole, *acts[1:]]

    def _located(self, reading: Reading, sentence: Sentence, incidents: list[Incident]) -> None:
        """'It happened on Monday evening near Czeremcha.': day and spot of what the sentence before tells."""
        if "link.event" not in sentence.concepts:
            return
        previous = reading.before(sentence)
        if previous is None:
            return
        earlier = reading.before(previous) or previous
        begin = reading.body.source((reading.before(earlier) or earlier).start)
        time = reading.time_at(sentence, sentence.clauses[0], sentence.start)
        mentions = [m for m in reading.mentions(sentence) if m.rank == 1]
        for index, item in enumerate(incidents):
            if all(e.start < begin for e in item.evidence):
                continue
            if time is not None and item.occurred.precision is Precision.UNKNOWN:
                item = replace(
                    item, occurred=time.span, evidence=(*item.evidence, *reading.evidence((time.start, time.end)))
                )
            spot = next(
                (m for m in mentions if not item.place.borders or set(m.place.borders) & set(item.place.borders)),
                None,
            )
            if spot is not None and not item.place.settlements and not item.place.crossings:
                words = reading.evidence((spot.start, spot.end))
                item = replace(item, place=spot.place, evidence=(*item.evidence, *words))
            incidents[index] = item

    def _sponsored(self, reading: Reading, sentence: Sentence, incidents: list[Incident]) -> None:
        """'Servicemen had brought them to the fence': who was behind the act that the sentence before tells."""
        if sentence.concepts.isdisjoint(SPONSORS):
            return
        previous = reading.before(sentence)
        if previous is None or not incidents or incidents[-1].sponsor is not None:
            return
        last = incidents[-1]
        if not last.modality.counts or all(e.start < reading.body.source(previous.start) for e in last.evidence):
            return
        who = sponsor_of(reading, sentence, last.place)
        if who is not None:
            words = reading.body.evidence(who.start, who.end)
            incidents[-1] = replace(
                last,
                sponsor=known(who, last.place, reading),
                evidence=tuple(dict.fromkeys([*last.evidence, words])),
            )

    def _is_cargo(
        self, reading: Reading, sentence: Sentence, act: Incident, incidents: Sequence[Incident]
    ) -> bool:
        """Whether what was found belongs to what carried it, told in the same sentence or the one before."""
        carriers = self._cargo.get(act.rule)
        if not carriers:
            return False
        previous = reading.before(sentence) or sentence
        begin = reading.body.source(previous.start)
        return any(i.kind in carriers and any(e.start >= begin for e in i.evidence) for i in incidents)

    def _figures(self, reading: Reading, sentence: Sentence, figures: list[Figure]) -> None:
        found = figures_in(reading, sentence, figures)
        if figures and (_speaks_of_the_last(found[0]) if found else sentence.has("change")):
            last, previous = figures[-1], reading.before(sentence)
            if previous is not None and last.evidence[0].start >= reading.body.source(previous.start):
                changes = found[0].changes if found else changes_in(reading, sentence)
                figures[-1] = replace(last, changes=last.changes + changes)
                found = [replace(figure, changes=()) for figure in found]
        figures += found

    def _language(self, lang: str) -> tuple[Lexicon, Automaton] | None:
        if lang not in self._languages:
            lexicon = load_lexicon(lang, *self._folders) if lang.isalpha() else None
            if lexicon is None:
                self._languages[lang] = None
            else:
                forms = [*lexicon.forms, *name_forms(self._gazetteer, lexicon)]
                self._languages[lang] = lexicon, Automaton(forms)
        return self._languages[lang]


def _leave_to_incidents(figures: list[Figure], acts: Sequence[Incident], reading: Reading) -> None:
    """A number of people who act together at one spot is the size of their group, not a figure of the day."""
    for act in acts:
        if act.people is None or act.modality is Modality.HISTORICAL:
            continue
        figures[:] = [
            f
            for f in figures
            if not (
                f.unit == "attempts"
                and f.form is FigureForm.COUNT
                and f.quantity == act.people
                and any(a.start < b.end and b.start < a.end for a in f.evidence for b in act.evidence)
            )
        ]


def _speaks_of_the_last(figure: Figure) -> bool:
    """'That is 61 per cent less than in 2023, when 13,863 were counted': the change is the other figure's."""
    continued = figure.rule in ("figure:continued", COMPARED) and figure.changes
    return bool(continued) and figure.changes[0].evidence[0].start < figure.evidence[0].start


def _together(first: Incident, second: Incident) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys([*first.evidence, *second.evidence]))


def _once(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """The same figure printed twice is one figure with the words of both, be it with its day or, in a headline,
    without."""
    figures = list(figures)
    dated = {
        (f.form, f.unit, f.quantity, f.place.borders): f.span
        for f in reversed(figures)
        if f.span.precision is not Precision.UNKNOWN
    }
    result: dict[object, Figure] = {}
    for figure in figures:
        if figure.span.precision is Precision.UNKNOWN:
            span = dated.get((figure.form, figure.unit, figure.quantity, figure.place.borders))
            figure = figure if span is None else replace(figure, span=span)
        key = (figure.form, figure.unit, figure.quantity, figure.place, figure.span, figure.modality, figure.per)
        other = result.get(key)
        if other is None or not figure.place.borders:
            result[key if other is None else (key, figure.id)] = figure
        else:
            result[key] = replace(
                other,
                evidence=tuple(dict.fromkeys([*other.evidence, *figure.evidence])),
                changes=other.changes or figure.changes,
            )
    return tuple(result.values())


def load_coder(vocabulary: Vocabulary, gazetteer: Gazetteer, *folders: Path) -> Coder:
    """A coder with our lexicons and those of a deployment's folders."""
    return Coder(vocabulary, gazetteer, *folders)
