"""What stands on more than one page: a border's plate, a level in a word, a chart with its table, a pager."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from kordon.commentary.language import rough
from kordon.domain.assessment import RANKED, Assessment, Level, Trend
from kordon.domain.reading import Baseline, WeekCount
from kordon.domain.time import Week
from kordon.site import charts
from kordon.site.chartmap import BorderMap
from kordon.site.index import RECENT, Index
from kordon.site.paths import slug
from kordon.site.safe import clean
from kordon.site.words import Words


@dataclass(frozen=True, slots=True)
class Plate:
    """A border in a week at a glance."""

    border: str
    anchor: str
    name: str
    level: str
    level_word: str
    trend: str
    trend_word: str
    sentence: str
    factors: str
    notes: tuple[str, ...]
    spark: Markup
    spark_words: str


@dataclass(frozen=True, slots=True)
class Figured:
    """A chart with its question answered in the title and its numbers in rows."""

    title: str
    chart: Markup
    rows: Markup
    notes: tuple[tuple[int, str, str], ...] = ()  # number, kind, words
    caption: str = ""


class Parts:
    """The shared parts in one language."""

    def __init__(self, index: Index, words: Words, atlas: BorderMap | None) -> None:
        self.index = index
        self.words = words
        self.atlas = atlas
        self._rows: dict[tuple[str, Week], Markup] = {}
        self._plates: dict[tuple[str, Week], Plate] = {}

    def plate(self, border: str, week: Week) -> Plate:
        if (border, week) not in self._plates:
            self._plates[border, week] = self._plate(border, week)
        return self._plates[border, week]

    def _plate(self, border: str, week: Week) -> Plate:
        words, found = self.words, self.index.data.assessments.get((border, week))
        level = Level.NOT_ASSESSED if found is None else found.level
        trend = Trend.NOT_ASSESSED if found is None else found.trend
        return Plate(
            border=border,
            anchor=f"b-{slug(border)}",
            name=words.border(border),
            level=level.value,
            level_word=words.label("levels", level.value),
            trend=trend.value,
            trend_word=words.label("trends", trend.value),
            sentence=self.sentence(border, week),
            factors="" if found is None else words.say("factors-assessed", assessed=found.assessed, of=found.of),
            notes=self._notes(found),
            spark=charts.spark(
                f"spark-{slug(border)}",
                self.index.drawn(("spark", border, week), lambda: self._spark(border, week)),
                words.say("spark-title", border=words.border(border), weeks=RECENT),
            ),
            spark_words=self._count(self.index.counts.get((border, week))),
        )

    def _spark(self, border: str, week: Week) -> str:
        counts = self.index.data.series.get(border, ())
        return charts.spark_shapes(counts, week - (RECENT - 1), week, self._bound(border, week))

    def sentence(self, border: str, week: Week) -> str:
        """The one sentence why: the strongest reason of a level that the week's readings give, else all of it.

        A low level has no reason that carries it, so the count is set against the usual instead.
        """
        found = self.index.data.assessments.get((border, week))
        if found is None:
            return self.words.say("no-assessment")
        count = self.index.counts.get((border, week))
        if found.level is Level.LOW and count is not None and count.coverage.share > 0:
            return self.answer(border, week)
        carried = found.level.assessed and (found.triggers or found.scored is found.level is not Level.LOW)
        strongest = found.strongest(1) if carried else ()
        return self.words.because(strongest[0] if strongest else found.reason)

    def _notes(self, found: Assessment | None) -> tuple[str, ...]:
        if found is None:
            return ()
        words = self.words
        notes = [words.say("note-trigger", words=words.label("triggers", t.trigger)) for t in found.triggers]
        if found.consult:
            names = words.join([words.border(b) for b in found.consult])
            notes.append(words.say("note-consult", borders=names))
        if found.expires:
            notes.append(words.say("note-expires", day=words.day(found.expires)))
        return tuple(notes)

    def _count(self, count: WeekCount | None) -> str:
        if count is None or count.coverage.share == 0:
            return self.words.say("count-untold")
        return self.words.say("count", number=self.words.rough(count.mean), count=rough(count.mean))

    def _bound(self, border: str, week: Week) -> float | None:
        reading = self.index.count_readings.get((border, week))
        return reading.baseline.q90 if reading and isinstance(reading.baseline, Baseline) else None

    def recent(self, border: str, week: Week) -> Figured:
        """The half year up to a week: were there more attempts than usual?"""
        words = self.words
        plot = self.index.plot(border, week)
        title = self.answer(border, week)
        labels = charts.Labels(
            title=title,
            desc=words.say(
                "chart-desc", border=words.border(border), days=words.days(plot.frame.first, week.sunday)
            ),
            months={day: words.month(day) for day in charts.months(plot.frame)},
            ticks={t: words.number(t) for t in charts.ticks(plot.frame.ceiling)},
            usual=words.say("usual-band"),
            now=words.rough(count.mean) if (count := self.index.counts.get((border, week))) else "",
        )
        drawn = self.index.drawn(("recent", border, week), lambda: charts.shapes(plot))
        chart = charts.series(f"chart-{slug(border)}", plot, drawn, labels, plot.frame.bottom + 16)
        return Figured(title, chart, self.rows(border, [c.week for c in reversed(plot.counts)]))

    def answer(self, border: str, week: Week) -> str:
        """The question of the chart, answered: how the week's attempts stand to what is usual."""
        words, count = self.words, self.index.counts.get((border, week))
        name = words.border(border)
        if count is None or count.coverage.share == 0:
            return words.say("answer-untold", border=name)
        reading = self.index.count_readings.get((border, week))
        number, rounded = words.rough(count.mean), rough(count.mean)
        if reading is None or not isinstance(reading.baseline, Baseline):
            return words.say("answer-no-usual", border=name, number=number, count=rounded)
        base = reading.baseline
        bounds = ((base.q995, "extreme"), (base.q975, "far"), (base.q90, "above"), (0.0, "usual"))
        kind = next(kind for bound, kind in bounds if count.mean > bound or kind == "usual")
        return words.say(f"answer-{kind}", border=name, number=number, count=rounded, bound=words.rough(base.q90))

    def rows(self, border: str, weeks: Sequence[Week]) -> Markup:
        """The numbers of a chart as rows of a table, newest first: for those who cannot see it."""
        return Markup("\n").join(self._row(border, week) for week in weeks)

    def _row(self, border: str, week: Week) -> Markup:
        if (border, week) not in self._rows:
            self._rows[border, week] = self._make_row(border, week)
        return self._rows[border, week]

    def _make_row(self, border: str, week: Week) -> Markup:
        words, count, dash = self.words, self.index.counts.get((border, week)), "–"
        reading = self.index.count_readings.get((border, week))
        base = reading.baseline if reading and isinstance(reading.baseline, Baseline) else None
        cells = (
            words.rough(count.mean) if count else dash,
            words.interval(count.low90, count.high90) if count else dash,
            words.rough(base.q90) if base else dash,
            words.number(round(count.coverage.share * 7)) if count else dash,
            words.label("levels", self.index.level(border, week).value),
        )
        head = Markup('<tr><th scope="row">{}</th>').format(clean(words.week_short(week)))
        return (
            head + Markup("").join(Markup("<td>{}</td>").format(clean(cell)) for cell in cells) + Markup("</tr>")
        )

    def map(self, week: Week | None, name: str = "map", dots: Sequence[tuple[float, float, str]] = ()) -> Markup:
        """The borders coloured by their level in a week, each with the word beside its line."""
        if self.atlas is None or not self.atlas.shown:
            return Markup("")
        words = self.words
        levels: dict[str, tuple[Level, str]] = {}
        for border in self.atlas.shown:
            level = Level.NOT_ASSESSED if week is None else self.index.level(border, week)
            levels[border] = (level, words.label("levels", level.value))
        terms = self.index.data.vocabulary["borders"]
        states: Mapping[str, str] = {
            s: words.label("states", s)
            for b in levels
            for s in (str(terms[b].get("near")), str(terms[b].get("far")))
        }
        desc = "; ".join(f"{words.border(b)}: {told}" for b, (_, told) in levels.items())
        when = words.week(week) if week else ""
        return self.atlas.draw(name, levels, states, words.say("map-title", week=when), desc, dots)

    def level_scale(self) -> tuple[tuple[str, str], ...]:
        return tuple((level.value, self.words.label("levels", level.value)) for level in RANKED)
