"""What is new in a week on each border, before any language is chosen.

A piece of news is one thing that a reader would be told first: wounded people, a level that rose, attempts that
fell. The order of weight is the order in which news leads a commentary. Nothing is measured here that another link
measures; a count is called up or down only against the weeks before it, for the telling, and changes no level.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kordon.commentary.context import DraftContext
from kordon.commentary.facts import count_id, facts_of_count
from kordon.domain.assessment import Assessment, Trend
from kordon.domain.coded import Incident
from kordon.domain.reading import WeekCount
from kordon.domain.time import Precision, Week

LOOK_BACK = 8  # weeks in which a level counts as the last one, and a means as known already
CHANGED = 0.2  # a smaller difference from the weeks before is told as no change
TREND_OF_COUNT = ("reason-trend-count-worse", "reason-trend-count-better")
FEW = 10  # below this many attempts a difference is not told as a change


class Topic(StrEnum):
    """What a piece of news is about; also the middle of its phrases' keys."""

    TRIGGER = "trigger"
    KILLED = "killed"
    WOUNDED = "wounded"
    LEVEL_UP = "level-up"
    COUNT_UP = "count-up"
    LEVEL_DOWN = "level-down"
    COUNT_DOWN = "count-down"
    HEAVIER = "heavier"
    ATTACKS = "attacks"
    EVENT = "event"
    COUNT_SAME = "count-same"
    COUNT_UNCLEAR = "count-unclear"
    TREND_WORSE = "trend-worse"
    TREND_BETTER = "trend-better"
    FACTOR_WORSE = "factor-worse"
    FACTOR_BETTER = "factor-better"
    LEVEL_SAME = "level-same"
    COUNT = "count"
    LEVEL = "level"


WORSE = (Topic.TRIGGER, Topic.KILLED, Topic.WOUNDED, Topic.LEVEL_UP, Topic.COUNT_UP, Topic.HEAVIER)
BETTER = (Topic.LEVEL_DOWN, Topic.COUNT_DOWN)
GRAVE = (Topic.TRIGGER, Topic.KILLED, Topic.WOUNDED)  # lead a commentary wherever they were
COUNTS = (Topic.COUNT_UP, Topic.COUNT_DOWN, Topic.COUNT_SAME, Topic.COUNT_UNCLEAR, Topic.COUNT)
OF_BORDERS = (Topic.ATTACKS, Topic.EVENT, Topic.HEAVIER, Topic.WOUNDED, Topic.KILLED)  # told by security


@dataclass(frozen=True, slots=True)
class Group:
    """Incidents of one kind on one border (or group of borders) in one week, told as one thing."""

    kind: str
    border: str | None
    group: str | None
    incidents: tuple[Incident, ...]
    attack: bool
    means: tuple[str, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(i.id for i in self.incidents)

    @property
    def harm(self) -> float:
        """For order only: the dead weigh most, then the wounded, then attacks."""
        killed = sum(i.killed.best for i in self.incidents if i.killed)
        injured = sum(i.injured.best for i in self.incidents if i.injured)
        return killed * 100 + injured * 10 + (5 if self.attack else 0) + len(self.incidents) / 10


@dataclass(frozen=True, slots=True)
class View:
    """One border in one week, as a writer sees it before writing."""

    border: str
    week: Week
    assessment: Assessment | None
    before: Assessment | None  # the last week in which it was assessed
    count: WeekCount | None
    groups: tuple[Group, ...]
    heavier: str | None  # means that the weeks before had not seen

    @property
    def assessed(self) -> bool:
        return self.assessment is not None and self.assessment.level.assessed

    @property
    def trend(self) -> Trend:
        return self.assessment.trend if self.assessment is not None else Trend.NOT_ASSESSED


@dataclass(frozen=True, slots=True)
class News:
    topic: Topic
    view: View
    groups: tuple[Group, ...] = ()

    @property
    def size(self) -> float:
        """Which border speaks first where several have the same news: more attempts, a higher level."""
        if self.topic in COUNTS:
            return self.view.count.mean if self.view.count is not None else 0.0
        assessment = self.view.assessment
        return assessment.level.rank if assessment is not None and assessment.level.assessed else 0

    @property
    def slight(self) -> bool:
        """A count so small that nothing is told by it first."""
        if self.topic in (*WORSE, *BETTER):
            made_trend = self.view.trend in (Trend.WORSE, Trend.BETTER)
            return self.topic in COUNTS and self.size < 2 * FEW and not made_trend
        return self.topic in COUNTS and self.size < FEW


def look(context: DraftContext, border: str, week: Week) -> View:
    """Gather what is known of one border in one week."""
    key = ("view", border, week)
    if key not in context.memory:
        context.memory[key] = _look(context, border, week)
    view: View = context.memory[key]
    return view


def _look(context: DraftContext, border: str, week: Week) -> View:
    before = next(
        (
            found
            for back in range(1, LOOK_BACK + 1)
            if (found := context.assessments.get((border, week - back))) and found.level.assessed
        ),
        None,
    )
    groups = grouped(context.incidents([border], week), [border], context)
    earlier = [i for back in range(1, LOOK_BACK + 1) for i in context.incidents([border], week - back)]
    return View(
        border,
        week,
        context.assessments.get((border, week)),
        before,
        context.count(border, week),
        groups,
        _heavier(groups, earlier, context),
    )


def grouped(incidents: Iterable[Incident], borders: Sequence[str], context: DraftContext) -> tuple[Group, ...]:
    """Tell incidents of one kind and border as one, gravest first; the same one told twice is told once."""
    found: dict[tuple[str, str | None, str | None], list[Incident]] = {}
    for incident in incidents:
        border = next((b for b in borders if b in incident.place.borders), None)
        found.setdefault((incident.kind, border, None if border else incident.place.group), []).append(incident)
    kinds = context.vocabulary["kinds"]
    groups = []
    for (kind, border, group), members in found.items():
        kept = _distinct(members)
        term = kinds.get(kind)
        implied = term.get("means") if term else None
        means = {m for i in kept for m in i.means} | ({implied} if implied else set())
        attack = bool(term and term.get("attack"))
        groups.append(Group(kind, border, group, kept, attack, tuple(sorted(means))))
    return tuple(sorted(groups, key=lambda g: (-g.harm, g.kind, g.border or "")))


def news(view: View, context: DraftContext) -> tuple[News, ...]:
    """Everything worth leading with on one border, weightiest first."""
    found = [*_of_incidents(view), *_of_level(view), *_of_count(view, context)]
    order = list(Topic)
    return tuple(sorted(found, key=lambda n: order.index(n.topic)))


def area_trend(views: Sequence[View]) -> Trend:
    """The suggestion for an area: the worst trend of its assessed borders, and none where none is assessed."""
    trends = {view.trend for view in views if view.assessed}
    for trend in (Trend.WORSE, Trend.SAME, Trend.BETTER):
        if trend in trends:
            return trend
    return Trend.NOT_ASSESSED


def leading(found: Sequence[News], trend: Trend) -> tuple[News, ...]:
    """News in the order in which a commentary with this trend tells it: the grave, then what made the change."""
    wanted = {Trend.WORSE: WORSE, Trend.BETTER: BETTER}.get(trend, ())
    order = list(Topic)

    def weight(item: News) -> tuple[bool, bool, bool, bool, int, float, str]:
        here = item.view.trend is trend
        change = here and item.topic in wanted
        turned = item.view.trend in (Trend.WORSE, Trend.BETTER) and item.topic in (*WORSE, *BETTER)
        aside = not here and (bool(wanted) or (item.topic in COUNTS and not turned))
        place = order.index(item.topic), -item.size, item.view.border
        return (item.topic not in GRAVE, not change, item.slight, aside, *place)

    ordered = sorted(found, key=weight)
    if wanted and not any(item.view.trend is trend and item.topic in wanted for item in ordered):
        views = {item.view.border: item.view for item in ordered if item.view.trend is trend}
        after = sum(item.topic in GRAVE for item in ordered)
        ordered[after:after] = [_of_trend(view) for _, view in sorted(views.items())][:1]
    return tuple(ordered)


def against(item: News, trend: Trend) -> bool:
    """Whether a piece of news speaks against the trend, so that it is told with 'even so'."""
    assessment = item.view.assessment
    high = assessment is not None and assessment.level.assessed and assessment.level.rank > 1
    if trend is Trend.BETTER:
        return item.topic in (*WORSE, Topic.ATTACKS) or (item.topic in (Topic.LEVEL, Topic.LEVEL_SAME) and high)
    return trend is Trend.WORSE and item.topic in BETTER


def _of_trend(view: View) -> News:
    """The criteria's own reason for a trend, where nothing else that is told explains it."""
    assert view.assessment is not None
    worse = view.trend is Trend.WORSE
    if any(child.value("factor") and child.value("level") for child in view.assessment.trend_reason.children[:1]):
        return News(Topic.FACTOR_WORSE if worse else Topic.FACTOR_BETTER, view)
    return News(Topic.TREND_WORSE if worse else Topic.TREND_BETTER, view)


def _of_incidents(view: View) -> list[News]:
    found = []
    if view.assessment is not None and view.assessment.triggers:
        found.append(News(Topic.TRIGGER, view))
    own = tuple(g for g in view.groups if g.border is not None)
    attacks = tuple(g for g in own if g.attack)
    hurt = [g for g in own if g.attack or g.kind == "weapon_use"]
    if killed := tuple(g for g in hurt if any(i.killed and i.killed.best for i in g.incidents)):
        found.append(News(Topic.KILLED, view, killed))
    elif wounded := tuple(g for g in hurt if any(i.injured and i.injured.best for i in g.incidents)):
        found.append(News(Topic.WOUNDED, view, wounded))
    if view.heavier is not None:
        found.append(News(Topic.HEAVIER, view, own))
    if attacks:
        found.append(News(Topic.ATTACKS, view, attacks))
    elif own:
        found.append(News(Topic.EVENT, view, own[:1]))
    return found


def _of_level(view: View) -> list[News]:
    if view.assessment is None or not view.assessed:
        return []
    if view.before is None:
        return [News(Topic.LEVEL, view)]
    if view.before.level is view.assessment.level:
        return [News(Topic.LEVEL_SAME, view)]
    up = view.assessment.level.rank > view.before.level.rank
    return [News(Topic.LEVEL_UP if up else Topic.LEVEL_DOWN, view)]


def _of_count(view: View, context: DraftContext) -> list[News]:
    if view.count is None:
        return []
    return [News(against_before(view.count, context), view)]


def against_before(count: WeekCount, context: DraftContext) -> Topic:
    """How a count stands to the weeks before: as the criteria found it for the trend; else up or down only where
    its interval leaves their mean out."""
    before = facts_of_count(count, context).get("before")
    if not isinstance(before, float):
        return Topic.COUNT
    assessment = context.assessments.get((count.border, count.week))
    for reason in assessment.trend_reason.children if assessment is not None else ():
        if reason.key in TREND_OF_COUNT and (before < count.mean) is (reason.key == TREND_OF_COUNT[0]):
            return Topic.COUNT_UP if reason.key == TREND_OF_COUNT[0] else Topic.COUNT_DOWN
    if max(before, count.mean) < FEW or abs(count.mean - before) < CHANGED * before:
        return Topic.COUNT_SAME
    if before < count.low90:
        return Topic.COUNT_UP
    return Topic.COUNT_DOWN if before > count.high90 else Topic.COUNT_UNCLEAR


def source_of(count: WeekCount) -> str:
    return count_id(count.border, count.week)


def _distinct(members: Sequence[Incident]) -> tuple[Incident, ...]:
    dated = [i for i in members if i.occurred.precision is not Precision.WEEK] or list(members)
    kept: list[Incident] = []
    for incident in sorted(dated, key=lambda i: (i.grade or "Z9", -_told(i), i.id)):
        if not any(_same(incident, other) for other in kept):
            kept.append(incident)
    return tuple(sorted(kept, key=lambda i: (i.occurred.start, i.id)))


def _same(one: Incident, other: Incident) -> bool:
    if one.occurred.start != other.occurred.start or one.evidence[0].report == other.evidence[0].report:
        return False
    places = {*one.place.settlements, *one.place.crossings}, {*other.place.settlements, *other.place.crossings}
    return not all(places) or bool(places[0] & places[1])


def _told(incident: Incident) -> float:
    return sum(q.best + 1 for q in (incident.killed, incident.injured, incident.people) if q is not None)


def _heavier(groups: Sequence[Group], earlier: Sequence[Incident], context: DraftContext) -> str | None:
    kinds, means = context.vocabulary["kinds"], context.vocabulary["means"]

    def rank(name: str) -> int:
        return int(means[name].get("rank")) if name in means else 0

    now = [m for g in groups if g.attack for m in g.means]
    attacks = [i for i in earlier if i.kind in kinds and kinds[i.kind].get("attack")]
    past = [m for i in attacks for m in (*i.means, kinds[i.kind].get("means") or "none_told")]
    heaviest = max(now, key=rank, default=None)
    if heaviest is None or not past or rank(heaviest) <= max(map(rank, past)):
        return None
    return heaviest
