"""A made-up register: three borders, sixty weeks, stretches of silence, a trigger, measures, hostile reports.

Every value is drawn from a fixed arithmetic, so that two builds are equal. Nothing in it happened.
"""

from __future__ import annotations

import datetime as dt
import math
import shutil
from pathlib import Path

import pytest

from kordon.commentary.phrases import load_phrases
from kordon.criteria.labels import Label
from kordon.domain.assessment import (
    Assessment,
    FactorLevel,
    IndicatorLevel,
    Level,
    Reason,
    Trend,
    TriggerFired,
)
from kordon.domain.coded import Figure, FigureForm, Incident, Modality, Party, Place, PlacePrecision, Status
from kordon.domain.commentary import Claim, Draft, Sentence
from kordon.domain.issue import Commentary, Correction, Issue, Revision, Source
from kordon.domain.measure import Crossing, CrossingStatus, Measure, Option, Proposal
from kordon.domain.quantity import Quantity, Rounding
from kordon.domain.reading import Baseline, Coverage, Reading, Unknown, WeekCount
from kordon.domain.report import Evidence, PublishedBasis, Report
from kordon.domain.time import Precision, Span, Week
from kordon.geo.lines import BorderLine
from kordon.measures.hindcast import calls
from kordon.measures.life import Happening, What
from kordon.measures.zones import Post, Reach, Stretch, zones_of
from kordon.site.export import export
from kordon.site.minisign import SecretKey, make_key
from kordon.site.model import SiteData
from kordon.vocabulary import Vocabulary
from kordon.vocabulary.documents import Document

FIRST, WEEKS = Week(2023, 40), 60
SILENT = range(30, 38)  # weeks that nobody spoke for
HOSTILE = (
    "<script>alert(1)</script> \"quoted\" 'single' &amp; \u202egnitirw desrever\u202c \u0000\u0007 "
    "]]></style><svg onload=alert(2)> {{ 7 * 7 }} Z\u0335\u0321\u0322\u0323\u0324\u0325\u0326\u0327 end"
)
ADDRESSES = (
    "https://news.example.org/2024/a?b=1&c=2",
    "javascript:alert(document.domain)",
    "data:text/html,<script>alert(3)</script>",
    'https://x.example/"onmouseover="alert(4)',
    "http://service.example.net/notice",
    "https://gov.example@evil.example/",
    "",
)


def report(number: int, text: str, day: dt.date) -> Report:
    hostile = number % 7
    return Report(
        id=f"report-{number:04d}",
        text=text,
        title=HOSTILE if hostile == 1 else f"Notice {number}",
        lang=("en", "pl", "ru", '"><script>', "und")[number % 5],
        source=HOSTILE if hostile == 1 else ("Border service", "News agency", "")[number % 3],
        address=ADDRESSES[hostile],
        published_at=day,
        published_basis=PublishedBasis.ASSUMED if number % 4 == 0 else PublishedBasis.ADDRESS,
        grade=("B2", "C3", "D4")[number % 3],
    )


class Maker:
    """Fills the mappings of a :class:`SiteData`."""

    def __init__(self, vocabulary: Vocabulary, weeks: int = WEEKS) -> None:
        self.vocabulary = vocabulary
        self.weeks = tuple(FIRST + i for i in range(weeks))
        self.as_of = self.weeks[-1].sunday + dt.timedelta(days=3)
        self.reports: dict[str, Report] = {}
        self.figures: dict[str, Figure] = {}
        self.incidents: dict[str, Incident] = {}
        self.readings: dict[str, Reading] = {}
        self.assessments: dict[tuple[str, Week], Assessment] = {}
        self.proposals: dict[tuple[str, Week], Proposal] = {}
        self.series: dict[str, tuple[WeekCount, ...]] = {}
        self.drafts: dict[tuple[str, Week, str], Draft] = {}

    def evidence(self, text: str, needle: str, day: dt.date) -> Evidence:
        found = report(len(self.reports), text, day)
        self.reports[found.id] = found
        start = text.index(needle)
        return Evidence(found.id, start, start + len(needle))

    def border(self, place: int, border: str) -> None:
        counts = []
        for i, week in enumerate(self.weeks):
            silent = i in SILENT or (place == 2 and i % 9 == 4) or i == len(self.weeks) - 1
            mean = 40 + 300 / (place + 1) * (1.2 + math.sin(i / 7 + place)) + (i * 37 % 50)
            wide = 0.9 if silent else 0.12
            share = 0.0 if silent else 1.0 if i % 3 else 4 / 7
            figures = () if silent else (self.figure(border, week, mean, i),)
            count = WeekCount(
                border, week, mean,
                mean * (1 - wide * 0.4), mean * (1 + wide * 0.4), mean * (1 - wide), mean * (1 + wide),
                mean * (1 - wide), mean * (1 + wide * 1.2), Coverage(share), figures,
            )  # fmt: skip
            counts.append(count)
            self.assess(border, place, i, week, count)
        self.series[border] = tuple(counts)

    def figure(self, border: str, week: Week, mean: float, i: int) -> str:
        number = round(mean)
        first, last = week.monday, week.sunday
        if i % 5 == 1:
            first, last = week.monday.replace(day=1), (week.monday.replace(day=28) + dt.timedelta(days=4)).replace(
                day=1
            ) - dt.timedelta(days=1)  # fmt: skip
            number *= 4
        words = f"{number} attempts to cross"
        text = (
            f"The service counted {words} between {first} and {last}. {HOSTILE if i % 4 == 0 else 'It was calm.'}"
        )
        figure = Figure(
            id=f"figure-{border}-{i}",
            form=FigureForm.RATE if i % 11 == 5 else FigureForm.COUNT,
            unit="attempts",
            quantity=Quantity.worded(number, list(Rounding)[i % 6]),
            place=Place(borders=(border,), precision=PlacePrecision.BORDER),
            span=Span(first, last, Precision.MONTH if i % 5 == 1 else Precision.WEEK),
            modality=Modality.ACTUAL,
            evidence=(self.evidence(text, words, last + dt.timedelta(days=1)),),
            rule="made",
            per="week" if i % 11 == 5 else None,
            grade="B2",
        )
        self.figures[figure.id] = figure
        return figure.id

    def incident(self, border: str, week: Week, i: int) -> str:
        text = f"On the fence officers were attacked with a knife. {HOSTILE} Nobody else was hurt that night."
        incident = Incident(
            id=f"incident-{border}-{i}",
            kind="knife_attack" if i % 6 == 0 else "stone_throwing",
            place=Place(borders=(border,), areas=(HOSTILE,)),
            occurred=Span.day(week.monday),
            modality=Modality.ACTUAL,
            evidence=(self.evidence(text, "attacked with a knife", week.monday),),
            rule="made",
            means=("knife",) if i % 6 == 0 else ("stones",),
            actor=Party("migrants"),
            injured=Quantity.exactly(i % 3),
            grade="C3",
        )
        self.incidents[incident.id] = incident
        return incident.id

    def assess(self, border: str, place: int, i: int, week: Week, count: WeekCount) -> None:
        silent = count.coverage.share == 0
        bound = 260.0 / (place + 1) + 80
        reading = Reading(
            id=f"reading-p-{border}-{i}", indicator="p1", border=border, week=week, as_of=week.sunday,
            value=Unknown("made-silent") if silent else count.mean, unit="attempts", coverage=count.coverage,
            low=None if silent else count.low90, high=None if silent else count.high90, per_day=count.mean / 7,
            baseline=Baseline(bound * 0.6, bound, bound * 1.3, bound * 1.7, 40, "made"),
            evidence=count.figures, sources=2,
        )  # fmt: skip
        attacks = (self.incident(border, week, i),) if i % 3 == 0 and not silent else ()
        attack = Reading(
            id=f"reading-b-{border}-{i}", indicator="b1", border=border, week=week, as_of=week.sunday,
            value=float(len(attacks)), unit="events", coverage=count.coverage, evidence=attacks,
        )  # fmt: skip
        self.readings |= {reading.id: reading, attack.id: attack}
        trigger = place == 0 and i % 24 == 18
        rank = min(3, int(count.mean / bound * 1.4))
        level = Level.NOT_ASSESSED if silent else Level.CRITICAL if trigger else Level.of_rank(rank)
        counted = Reason(
            "made-silent" if silent else "made-count",
            () if silent else (("border", border), ("count", round(count.mean)), ("bound", round(bound))),
            (reading.id,),
        )
        attacked = Reason("made-attack", (("count", len(attacks)),), (attack.id,))
        factors = (
            self.factor("migration", reading, level, counted),
            self.factor("incidents", attack, Level.NOT_ASSESSED if silent else Level.LOW, attacked),
            FactorLevel("military", "threat", False, Level.NOT_ASSESSED, (), Reason("made-silent")),
            FactorLevel("vulnerability", "vulnerability", False, Level.LOW, (), Reason("made-factor")),
        )
        trend = Trend.NOT_ASSESSED if silent else (Trend.SAME, Trend.WORSE, Trend.BETTER)[i % 3]
        top = Reason("made-silent") if silent else Reason("made-level", (("factor", "migration"),), (), (counted,))
        found = Assessment(
            id=f"assessment-{border}-{i}", border=border, week=week, as_of=week.sunday, criteria="0" * 64,
            level=level, scored=level, trend=trend, factors=factors, assessed=0 if silent else 2, of=6, reason=top,
            trend_reason=Reason("made-silent" if silent else "made-trend", (), (reading.id,)),
            triggers=(TriggerFired("weapon_use", attacks, Reason("made-trigger")),) if trigger else (),
            consult=("LT-BY",) if trigger else (),
            expires=week.sunday + dt.timedelta(days=14) if trigger else None,
            worse=None if silent else 0.624, better=None if silent else 0.126,
        )  # fmt: skip
        self.assessments[border, week] = found
        if not silent:
            option = Option("R2", "transport_restriction", "made-option", (), 30, ("truck",), (), (),
                            Reason("made-option"))  # fmt: skip
            self.proposals[border, week] = Proposal(
                f"proposal-{border}-{i}", border, week, found.id, "0" * 64, "R1", "R2", (option,),
                Reason("made-range", (("level", level.value),)), (),
            )  # fmt: skip

    def factor(self, factor: str, reading: Reading, level: Level, reason: Reason) -> FactorLevel:
        indicator = IndicatorLevel(reading.indicator, reading.id, level, reason)
        return FactorLevel(factor, "threat", True, level, (indicator,), Reason("made-factor"))

    def write(self) -> None:
        for i, week in enumerate(self.weeks):
            for area in ("security", "west"):
                for lang in ("en", "be", "ru"):
                    if (area, lang) == ("west", "be") and i % 10 == 3:
                        continue
                    self.drafts[area, week, lang] = self.draft(area, week, lang, i)

    def draft(self, area: str, week: Week, lang: str, i: int) -> Draft:
        border = self.vocabulary.assessed_borders[0]
        reading = self.readings[f"reading-p-{border}-{i}"]
        text = {
            "en": "Pressure on the fence grew again, and the service expects more of it after the holiday.",
            "be": "Ціск на загароду зноў вырас, і служба чакае, што пасля свята ён яшчэ ўзмацніцца.",
            "ru": "Давление на заграждение снова выросло, и служба ожидает, что после праздника оно усилится.",
        }[lang]
        sentence = Sentence(text, "made", (Claim("count", 5.0, reading.id),), (reading.id,))
        hostile = Sentence(f"{text} {HOSTILE}", "made")
        paragraph = (sentence, Sentence(text, "made"), sentence)
        return Draft(
            id=f"draft-{area}-{i}-{lang}", area=area, week=week, lang=lang, as_of=week.sunday, trend=Trend.WORSE,
            headline=Sentence(text.rstrip(".").partition(",")[0], "made", (), (reading.id,)), lede=sentence,
            body=(paragraph, (hostile,), paragraph), bullets=(sentence, hostile),
            assessments=tuple(a.id for (_, w), a in self.assessments.items() if w == week),
        )  # fmt: skip

    def measures(self) -> tuple[Measure, ...]:
        made = []
        for i, border in enumerate(self.vocabulary.assessed_borders):
            start = self.weeks[min(len(self.weeks) - 1, 12 + 9 * i)].monday
            for n, (kind, days) in enumerate(
                (("buffer_zone", 90), ("checkpoint_closure", None), ("barrier", 4000))
            ):
                made.append(
                    Measure(
                        id=f"M{i}{n}",
                        kind=kind,
                        status=Status.IN_FORCE,
                        countries=("PL",),
                        place=Place(borders=(border,)),
                        traffic=("truck",),
                        decided_on=start,
                        in_force=Span(
                            start, None if days is None else start + dt.timedelta(days=days), Precision.DAY
                        ),
                        extends=None,
                        basis=HOSTILE,
                        where=f"two counties {HOSTILE}",
                        known_from=start,
                        reports=("report-0000", "report-0001"),
                    )
                )
        return tuple(made)


def lines() -> dict[str, BorderLine]:
    """Three crooked lines around a country, and one more for the base."""

    def crooked(border: str, x0: float, y0: float, x1: float, y1: float) -> BorderLine:
        points = tuple(
            (
                x0 + (x1 - x0) * t / 60 + 0.08 * math.sin(t / 2.0),
                y0 + (y1 - y0) * t / 60 + 0.05 * math.cos(t / 3.0),
            )
            for t in range(61)
        )
        return BorderLine(border, (points,))

    return {
        "PL-BY": crooked("PL-BY", 23.6, 51.5, 23.5, 53.9),
        "LT-BY": crooked("LT-BY", 23.5, 53.9, 26.6, 55.7),
        "LV-BY": crooked("LV-BY", 26.6, 55.7, 28.2, 56.1),
        "UA-BY": crooked("UA-BY", 23.6, 51.5, 31.8, 52.1),
    }


def build(vocabulary: Vocabulary, weeks: int = WEEKS) -> SiteData:
    maker = Maker(vocabulary, weeks)
    for place, border in enumerate(vocabulary.assessed_borders):
        maker.border(place, border)
    maker.write()
    crossings = tuple(
        Crossing(
            f"gate-{n}", b, "road", (("en", f"Gate {n} {HOSTILE}"), ("be", f"Брама {n}")), 53 + n / 5, 23.6, ()
        )
        for n, b in enumerate((*vocabulary.assessed_borders, vocabulary.assessed_borders[0]))
    )  # fmt: skip
    since = Span(dt.date(2023, 2, 10), None, Precision.DAY)
    measures = maker.measures()
    statuses = (
        CrossingStatus("s0", "gate-0", "closed", ("truck",), since, False, HOSTILE, "the minister", "report-0001"),
        CrossingStatus("s1", "gate-1", "open", ("truck",), since, True, "", "", "report-0002"),
    )
    return SiteData(
        vocabulary=vocabulary,
        phrases=load_phrases(vocabulary, Path(__file__).parent / "made"),
        as_of=maker.as_of,
        weeks=maker.weeks,
        assessments=maker.assessments,
        proposals=maker.proposals,
        readings=maker.readings,
        series=maker.series,
        drafts=maker.drafts,
        figures=maker.figures,
        incidents=maker.incidents,
        measures=measures,
        reports=maker.reports,
        crossings=crossings,
        statuses=statuses,
        issues={maker.weeks[-2]: issue(maker, maker.weeks[-2])},
        labels=labels(maker),
        happenings=(
            Happening("h1", f"M00 {HOSTILE}", "buffer_zone", ("PL-BY",), What.ENDS, WHEN.date(), False, WHEN, 1),
        ),
        zones=zones_of(measures, ((Document("made", {}, {}), reaches()),)),
        calls=calls(measures, maker.assessments, maker.proposals),
        lines=lines(),
    )


WHEN = dt.datetime(2024, 9, 10, 12, tzinfo=dt.UTC)


def reaches() -> tuple[Reach, ...]:
    """How far the first zone reaches, with a hostile name."""
    posts = (Post({"en": HOSTILE}, 53.0, 23.5), Post({"en": "South", "be": "Поўдзень"}, 52.2, 23.5))
    stretches = (Stretch(45, 200, about=True), Stretch(15.26, 2000, up_to=True))
    return (Reach("M00", 60.26, stretches, posts, 27, "https://example.org/act"),)


def issue(maker: Maker, week: Week) -> Issue:
    """The released commentary of one area, as people wrote it, corrected once; the other area is only drafted."""
    revisions = {}
    for lang in ("en", "be", "ru"):
        drafted = maker.drafts["security", week, lang]
        uncited = Sentence(f"People wrote this. #text(fill: red)[x] $x^2$ {HOSTILE}", "edited")
        revisions[lang] = Revision(
            f"revision-{lang}", week, "security", lang, Trend.BETTER, drafted.headline, drafted.lede,
            (*drafted.body, (uncited,)), drafted.bullets,
            (Source(HOSTILE, ADDRESSES[1]), Source("The border service", "https://service.example.org/a")),
            (f"desk-1 {HOSTILE[:30]}", "desk-2"),
        )  # fmt: skip
    notice = dict.fromkeys(revisions, f"Two, not three. {HOSTILE}")
    wrong = {lang: f"revision-{lang}-0" for lang in revisions}
    right = {lang: revision.id for lang, revision in revisions.items()}
    correction = Correction("correction-1", "security", week.sunday + dt.timedelta(days=5), wrong, right, notice)
    commentary = Commentary("security", revisions, ("desk-3",))
    return Issue(week, 7, week.sunday + dt.timedelta(days=2), (commentary,), (correction,))


def labels(maker: Maker) -> tuple[Label, ...]:
    return tuple(
        Label(border, week, Trend.WORSE, Trend.WORSE if n % 3 else Trend.SAME, "desk-1", "", f"label-{n}")
        for n, (border, week) in enumerate(
            (b, w) for b in maker.vocabulary.assessed_borders for w in maker.weeks[:2]
        )
    )


@pytest.fixture(scope="session")
def data(vocabulary: Vocabulary) -> SiteData:
    return build(vocabulary)


@pytest.fixture(scope="session")
def small(vocabulary: Vocabulary) -> SiteData:
    return build(vocabulary, 4)


@pytest.fixture(scope="session")
def site(data: SiteData, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site")
    export(data, out)
    return out


@pytest.fixture(scope="session")
def key() -> SecretKey:
    return make_key()


@pytest.fixture(scope="session")
def signed_once(small: SiteData, key: SecretKey, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("signed") / "site"
    export(small, out, key=key)
    return out


@pytest.fixture
def signed(signed_once: Path, tmp_path: Path) -> Path:
    """A small signed site that a test may spoil."""
    return Path(shutil.copytree(signed_once, tmp_path / "site"))
