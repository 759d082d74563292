"""'Why': from a level or a sentence down to readings, figures and incidents, and to the words of a report.

Every piece is rendered once a language and kept: the same figure stands under many reasons.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from kordon.domain.assessment import Assessment, FactorLevel, IndicatorLevel, Reason, Trend
from kordon.domain.coded import Attribution, Incident, Place
from kordon.domain.measure import CrossingStatus, Measure, Proposal
from kordon.domain.reading import Reading, WeekCount
from kordon.domain.report import Evidence, PublishedBasis, Report
from kordon.domain.time import Week
from kordon.site import paths
from kordon.site.cards import Card, Factored, Quoted, Source, Told
from kordon.site.model import SiteData
from kordon.site.readings import tell
from kordon.site.records import Records
from kordon.site.safe import QUOTE_WORDS, host, line, quote, safe_link, shorten
from kordon.site.words import Words

SHOWN = 3  # pieces of evidence under one reading; the rest are links to the records
TO_LANGUAGE = "@/"  # stands for the folder of the language in what is rendered once for pages of any depth
DEPTH = 6  # of reasons of reasons

Seen = set[str]  # the evidence that was shown above


class Why:
    """The evidence of one language."""

    def __init__(self, data: SiteData, words: Words, environment: Environment, records: Records) -> None:
        self._data = data
        self._records = records
        self._words = words
        self._macros: Any = environment.get_template("why.html").make_module({"t": words.say})
        self._measures = {m.id: m for m in data.measures}
        self._units = data.vocabulary["units"]
        self._weeks = frozenset(data.weeks)
        self._counts = {f"{border}:{c.week}": c for border, found in data.series.items() for c in found}
        self._status = {status.id: status for status in data.statuses}
        self._crossings = {crossing.id: crossing for crossing in data.crossings}
        self._statements: dict[str, Assessment | Proposal] = {a.id: a for a in data.assessments.values()}
        self._statements |= {p.id: p for p in data.proposals.values()}
        self._made: dict[Any, Markup] = {}

    # -- what a template calls

    def evidence(self, ids: Iterable[str], limit: int = SHOWN, seen: Seen | None = None) -> Markup:
        """The cards and readings of some ids, in order and once each; ids that nothing is known of are skipped.

        With ``seen``, what stands under an earlier reading is counted instead of shown again.
        """
        if seen is not None:
            return self._evidence(tuple(ids), limit, seen)
        key = ("evidence", tuple(ids), limit)
        if key not in self._made:
            self._made[key] = self._evidence(key[1], limit, None)
        return self._made[key]

    def reason(
        self,
        reason: Reason,
        skip: Sequence[Reason] = (),
        depth: int = 0,
        seen: Seen | None = None,
        limit: int = SHOWN,
    ) -> Markup:
        """A reason as a list item: its words, the reasons below it, its evidence; nothing for one in ``skip``."""
        if reason in skip or depth > DEPTH:
            return Markup("")
        below = [self.reason(child, skip, depth + 1, seen, limit) for child in reason.children]
        shown = self.evidence(reason.evidence, limit, seen)
        return Markup(self._macros.reason(self._words.because(reason), [b for b in below if b], shown))

    def assessment(self, found: Assessment, limit: int = SHOWN) -> Markup:
        """Everything under one border's level and trend in a week, ``limit`` pieces under a reading."""
        key = ("assessment", found.id, limit)
        if key not in self._made:
            seen: Seen = set()
            inner = tuple(f.reason for f in found.factors) + tuple(
                i.reason for f in found.factors for i in f.indicators
            )
            extra = [r for c in found.reason.children if (r := self.reason(c, inner, 0, seen, limit))]
            factors = [self._factor(factor, seen, limit) for factor in found.factors]
            trend = self.reason(found.trend_reason, (), 0, seen, limit)
            self._made[key] = Markup(self._macros.assessment(found, self._words, self, extra, factors, trend))
        return self._made[key]

    def _factor(self, factor: FactorLevel, seen: Seen, limit: int) -> Factored:
        because = self._words.because
        read = [i for i in factor.indicators if i.level.assessed]
        unread = [i for i in factor.indicators if not i.level.assessed]
        # What could not be read is told in one breath: each indicator by name, each cause once.
        silent = [because(i.reason) for i in unread]
        silent += dict.fromkeys(told.value for i in unread if (told := self.told(i.reading)))
        return Factored(
            factor,
            because(factor.reason),
            tuple((i.level.value, because(i.reason), self._under(i, seen, limit)) for i in read),
            " ".join(silent),
        )

    def _under(self, indicator: IndicatorLevel, seen: Seen, limit: int) -> Markup:
        known = indicator.reading in self._data.readings
        return self.evidence((indicator.reading,) if known else indicator.reason.evidence, limit, seen)

    def told(self, reading_id: str) -> Told | None:
        reading = self._data.readings.get(reading_id)
        return None if reading is None else tell(self._words, self._units, reading)

    def source(self, report_id: str) -> Source | None:
        report = self._data.reports.get(report_id)
        return None if report is None else self._source(report, report.grade)

    def lang_of(self, reports: Sequence[str]) -> str | None:
        """The language of the words that a row of facts holds: that of its first report."""
        found = (self.source(report) for report in reports)
        return next((source.lang for source in found if source is not None), None)

    def piece(self, name: str) -> Markup:
        """The card of a figure, incident or measure, or a reading."""
        return self._piece(name)

    # -- below

    def _evidence(self, ids: tuple[str, ...], limit: int, seen: Seen | None) -> Markup:
        known = [i for i in dict.fromkeys(ids) if self._piece(i)]
        rest = max(0, len(known) - limit)
        rest = 0 if rest == 1 < limit else rest  # one piece more is sooner shown than linked to
        pieces = [self._shown(i, seen, limit) for i in (known[:limit] if rest else known)]
        if not pieces:
            return Markup("")
        links = [self._address(name) for name in known[limit:]] if rest else []
        return Markup(self._macros.evidence(pieces, rest, [TO_LANGUAGE + link for link in links if link]))

    def _address(self, name: str) -> str | None:
        """Where a piece of evidence stands with all that is known of it, below the folder of a language."""
        measure = self._measures.get(name)
        if measure is None:
            return self._records.address(name)
        known = self._data.borders
        borders = (*measure.place.borders, *self._data.vocabulary.borders_of(measure.place.group))
        border = next((b for b in borders if b in known), None)
        return border and f"{paths.border('', border).lstrip('/')}#m-{paths.slug(name)}"

    def _shown(self, name: str, seen: Seen | None, limit: int) -> Markup:
        reading = self._data.readings.get(name)
        if seen is None or reading is None:
            return self._piece(name)
        fresh = tuple(i for i in reading.evidence if i not in seen)
        seen.update(fresh)
        if len(fresh) == len(reading.evidence) and limit == SHOWN:
            return self._piece(name)
        return self._reading(reading, fresh, limit)

    def _reading(self, reading: Reading, shown: tuple[str, ...], limit: int = SHOWN) -> Markup:
        again = len(reading.evidence) - len(shown)
        loose = self.evidence(reading.unconfirmed, limit)
        return Markup(
            self._macros.reading(
                tell(self._words, self._units, reading), self.evidence(shown, limit), loose, again
            )
        )

    def _piece(self, name: str) -> Markup:
        key = ("piece", name)
        if key not in self._made:
            self._made[key] = Markup("")  # evidence that names itself ends here
            self._made[key] = self._render(name)
        return self._made[key]

    def _render(self, name: str) -> Markup:
        data = self._data
        if name in self._statements:
            return self._statement(name)
        if name in data.readings:
            return self._reading(data.readings[name], data.readings[name].evidence)
        if name in data.figures:
            figure = data.figures[name]
            facts = [self._words.span(figure.span), self._where(figure.place), self._claim(figure.attribution)]
            return self._card("figure", self._words.figure(figure), facts, figure.evidence, figure.grade)
        if name in data.incidents:
            return self._incident(data.incidents[name])
        if name in self._measures:
            return self._measure(self._measures[name])
        return self._other(name)

    def _other(self, name: str) -> Markup:
        """A week's count, a crossing's status, a report as a whole; the pieces of a sum; nothing for a phrase."""
        if "+" in name:
            return Markup("").join(self._piece(part) for part in dict.fromkeys(name.split("+")))
        kind, _, rest = name.partition(":")
        if kind == "count" and (count := self._counts.get(rest)):
            return self._count(count)
        if name in self._status:
            return self._gate(self._status[name])
        report = self._data.reports.get(name)
        if report is None:
            return Markup("")
        title = shorten(report.title, QUOTE_WORDS) or self._words.say("report")
        return Markup(self._macros.card(Card("report", title, (), (), (self._source(report, report.grade),))))

    def _count(self, count: WeekCount) -> Markup:
        words = self._words
        what = words.say("count-of", border=words.border(count.border), week=words.week(count.week))
        facts = [words.say("fact-about", number=words.rough(count.mean))]
        interval = words.interval(count.low90, count.high90)
        facts.append(words.say("fact-interval", interval=interval))
        facts.append(words.say("fact-coverage", days=round(count.coverage.share * 7)))
        shown = self.evidence(count.figures)
        link = TO_LANGUAGE + self._place(count.border, count.week)
        return Markup(self._macros.pointer(what, facts, link, words.say("see-week"), shown))

    def _gate(self, status: CrossingStatus) -> Markup:
        words = self._words
        crossing = self._crossings.get(status.crossing)
        name = words.crossing(crossing) if crossing else line(status.crossing)
        facts = [words.label("statuses", status.status), words.span(status.span), shorten(status.restriction, 18)]
        source = self.source(status.report)
        what = Card("status", name, tuple(f for f in facts if f), (), (source,) if source else ())
        return Markup(self._macros.card(what))

    def _statement(self, name: str) -> Markup:
        """An assessment or a proposal: what it says, and the way to where it stands with its own reasons."""
        words, found = self._words, self._statements[name]
        place = words.say("assessment-of", border=words.border(found.border), week=words.week(found.week))
        if isinstance(found, Assessment):
            facts = [words.label("levels", found.level.value)]
            if found.trend is not Trend.NOT_ASSESSED:
                facts.append(words.label("trends", found.trend.value))
            because = words.because(found.reason)
        else:
            facts, because = [words.say("why-range")], ""
        link = TO_LANGUAGE + self._place(found.border, found.week)
        inside = Markup("<p>{}</p>").format(because) if because else Markup("")
        return Markup(self._macros.pointer(place, facts, link, words.say("see-reasons"), inside))

    def _place(self, border: str, week: Week) -> str:
        """Where a border stands on the page of a week, below the folder of a language."""
        if week not in self._weeks:
            return paths.border("", border).lstrip("/")
        return f"{paths.week('', week).lstrip('/')}#b-{paths.slug(border)}"

    def _incident(self, incident: Incident) -> Markup:
        words = self._words
        facts = [words.span(incident.occurred), self._where(incident.place)]
        facts += [", ".join(words.label("means", m) for m in incident.means)]
        if not incident.modality.counts:
            facts.append(words.label("modalities", str(incident.modality)))
        for key, told in (("people", incident.people), ("injured", incident.injured), ("killed", incident.killed)):
            if told is not None and told.best > 0:
                facts.append(words.say(f"fact-{key}", number=words.quantity(told), count=told.best))
        if incident.warning_shots:
            facts.append(words.say("fact-warning-shots"))
        facts.append(self._claim(incident.attribution))
        what = words.label("kinds", incident.kind)
        return self._card("incident", what, facts, incident.evidence, incident.grade)

    def _measure(self, measure: Measure) -> Markup:
        words = self._words
        facts = [words.label("statuses", str(measure.status)), shorten(measure.where, 12)]
        if measure.in_force.start or measure.in_force.end:
            facts.append(words.span(measure.in_force))
        sources = tuple(s for r in measure.reports if (s := self.source(r)))
        card = Card("measure", words.label("measures", measure.kind), tuple(f for f in facts if f), (), sources)
        return Markup(self._macros.card(card))

    def _card(
        self, kind: str, what: str, facts: Sequence[str], evidence: tuple[Evidence, ...], grade: str
    ) -> Markup:
        by_report: dict[str, list[Evidence]] = defaultdict(list)
        for piece in evidence:
            by_report[piece.report].append(piece)
        quotes = tuple(
            Quoted(quote(report, pieces), self._source(report, grade))
            for name, pieces in by_report.items()
            if (report := self._data.reports.get(name))
        )
        return Markup(self._macros.card(Card(kind, what, tuple(f for f in facts if f), quotes)))

    def _where(self, place: Place) -> str:
        words = self._words
        names = [words.label("borders", b) for b in place.borders]
        if place.group is not None and not names:
            names = [words.label("groups", place.group)]
        return ", ".join([*names, *(line(a) for a in place.areas[:3])])

    def _claim(self, attribution: Attribution | None) -> str:
        if attribution is None or not attribution.claim:
            return ""
        party = shorten(attribution.party.words, 8) or self._words.label("parties", attribution.party.type)
        return self._words.say("fact-claim", party=party)

    def _source(self, report: Report, grade: str) -> Source:
        name = line(report.source) or host(report.address) or self._words.say("source-untold")
        when = report.published_at
        return Source(
            name=shorten(name, 8),
            link=safe_link(report.address),
            grade=shorten(grade or report.grade, 1),
            published=self._words.day(when) if when else self._words.say("published-unknown"),
            assumed=report.published_basis is PublishedBasis.ASSUMED,
            lang=report.lang if report.lang.isascii() and report.lang.isalpha() and report.lang != "und" else None,
        )
