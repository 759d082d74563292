"""What would move a level: one reading changed, and the smallest change of each that moves it.

Both ask one week again under the same criteria with the history held fixed: what stood before the week, the
readings of earlier weeks, and what triggers fired. A changed reading changes nothing but itself; a ratio to last
year stays as it was read when the count it was made of is changed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kordon.criteria.basis import Basis, changed
from kordon.criteria.history import Standing, advance
from kordon.criteria.incident_tests import dated
from kordon.criteria.judgements import Judgement
from kordon.criteria.model import STEPS, Criteria, IndicatorRule, PerBorder, PRule, Thresholds
from kordon.criteria.triggers import last_day, triggers_of
from kordon.criteria.week import Known, scored
from kordon.domain.assessment import Level
from kordon.domain.errors import DomainError
from kordon.domain.material import Material
from kordon.domain.reading import Baseline, Reading, Unknown
from kordon.domain.time import Date, Week
from kordon.vocabulary import Vocabulary

LOOK_BACK = 8  # weeks of earlier readings that a rule may look at
DAYS = 7
Readings = Mapping[tuple[str, Week], tuple[Reading, ...]]


def basis(
    criteria: Criteria,
    readings: Readings,
    material: Material,
    border: str,
    weeks: Sequence[Week],
    week: Week,
    as_of: Date,
    vocabulary: Vocabulary,
    judgements: Sequence[Judgement] = (),
) -> Basis:
    """What a week stands on: every one of ``weeks`` before it, taken as consecutive, is scored again."""
    if not criteria.holds_in(week):
        raise DomainError(f"The criteria {criteria.id!r} are not valid in {week}; ask for another week.")
    incidents = {i.id: i for i in material.incidents}
    by_week = dated(material.incidents, (border,))
    standing = Standing()
    before: dict[str, list[Reading | None]] = {}
    ids = [rule.indicator for factor in criteria.factors for rule in factor.indicators]
    for each in sorted({*(w for w in weeks if w <= week), week}):
        if not criteria.holds_in(each):
            continue
        known = Known(
            criteria, border, each, as_of, {r.indicator: r for r in readings.get((border, each), ())},
            {i: tuple(kept) for i, kept in before.items()}, incidents, material.reports, vocabulary, judgements,
        )  # fmt: skip
        triggers = triggers_of(criteria, border, by_week.get((border, each), ()), material, vocabulary).fired
        day = last_day(triggers, incidents, each) if triggers else None
        if each == week:
            return Basis(known, standing, day)
        standing = advance(standing, each, scored(known).level, day, criteria.deescalation).standing
        for indicator in ids:
            kept = before.setdefault(indicator, [])
            kept.insert(0, known.readings.get(indicator))
            del kept[LOOK_BACK:]
    raise AssertionError("the week itself is always among them")


@dataclass(frozen=True, slots=True)
class Moved:
    """What a changed reading does: levels before and after, of the border and of what has moved below it."""

    indicator: str
    value: float | None
    changed: float
    level: tuple[Level, Level]
    scored: tuple[Level, Level]
    factors: tuple[tuple[str, Level, Level], ...]
    indicators: tuple[tuple[str, Level, Level], ...]


def rule_of(criteria: Criteria, indicator: str) -> IndicatorRule:
    """The rule of an indicator; raises :class:`DomainError` where the criteria look at no such one."""
    rules = {r.indicator: r for f in criteria.factors for r in f.indicators}
    if indicator not in rules:
        known = ", ".join(rules)
        raise DomainError(f"The criteria {criteria.id!r} do not look at {indicator!r}; they look at {known}.")
    return rules[indicator]


def what_if(at: Basis, indicator: str, value: float) -> Moved:
    """What moves when one reading is changed; the trend is not asked."""
    rule_of(at.known.criteria, indicator)
    before, after = at.scored(), at.scored(changed(at.known, indicator, value))
    old = at.known.readings.get(indicator)
    return Moved(
        indicator,
        None if old is None or isinstance(old.value, Unknown) else old.value,
        value,
        (at.level(before.level), at.level(after.level)),
        (before.level, after.level),
        tuple(
            (a.factor, a.level, b.level)
            for a, b in zip(before.factors, after.factors, strict=True)
            if a.level != b.level
        ),
        tuple(
            (a.indicator, a.level, b.level)
            for f, g in zip(before.factors, after.factors, strict=True)
            for a, b in zip(f.indicators, g.indicators, strict=True)
            if a.level != b.level
        ),
    )


@dataclass(frozen=True, slots=True)
class Hinge:
    """The nearest value of one indicator at which the border's own score moves: ``None`` where none would do."""

    indicator: str
    value: float | None
    up: float | None
    up_level: Level | None
    down: float | None
    down_level: Level | None

    @property
    def share(self) -> float:
        """The smallest change as a share of the value: what the level hangs on most comes first."""
        moves = [abs(new - (self.value or 0.0)) for new in (self.up, self.down) if new is not None]
        return min(moves, default=float("inf")) / max(abs(self.value or 0.0), 1.0)


def sensitivity(at: Basis) -> tuple[Hinge, ...]:
    """For each indicator, the smallest single change of its reading that moves the week's own score up or down.

    Values are tried at every bound and floor that its rules have, and at whole numbers around them; between these
    no rule changes its answer. What the level hangs on most stands first; those that cannot move it are left out.
    """
    start = at.scored()
    if not start.level.assessed:
        return ()
    found = []
    for factor in at.known.criteria.factors:
        for rule in factor.indicators:
            hinge = _hinge(at, rule, start.level)
            if hinge is not None and (hinge.up is not None or hinge.down is not None):
                found.append(hinge)
    return tuple(sorted(found, key=lambda h: (h.share, h.indicator)))


def _hinge(at: Basis, rule: IndicatorRule, level: Level) -> Hinge | None:
    reading = at.known.readings.get(rule.indicator)
    if reading is not None and isinstance(reading.value, Unknown):
        reading = None
    value = None if reading is None else float(reading.value)  # type: ignore[arg-type]
    here = value or 0.0
    tried = sorted(_candidates(at, rule, reading), key=lambda v: (abs(v - here), v))
    up: tuple[float, Level] | None = None
    down: tuple[float, Level] | None = None
    for candidate in tried:
        if candidate == value or (up is not None and down is not None):
            continue
        new = at.scored(changed(at.known, rule.indicator, candidate)).level
        if not new.assessed or new is level:
            continue
        if new.rank > level.rank and up is None:
            up = candidate, new
        elif new.rank < level.rank and down is None:
            down = candidate, new
    nowhere = (None, None)
    return Hinge(rule.indicator, value, *(up or nowhere), *(down or nowhere))


def _candidates(at: Basis, rule: IndicatorRule, reading: Reading | None) -> set[float]:
    """Values on either side of all at which a rule may change its answer."""
    border = at.known.border
    turns: set[float] = {0.0, 1.0}
    scale = 1.0 / DAYS
    if reading is not None and reading.per_day is not None and not isinstance(reading.value, Unknown):
        scale = reading.per_day / reading.value if reading.value > 0 else 1.0 / DAYS
    for one in rule.rules:
        if isinstance(one, Thresholds):
            bounds = _numbers(one.bounds, border)
            turns |= bounds if one.on == "value" else {b / scale for b in bounds}
            if one.floors is not None and one.floor_from is None:
                turns |= {f / scale for f in _numbers(one.floors, border)}
        elif isinstance(one, PRule):
            floors = _numbers(one.floors, border)
            earlier = [r.value for r in at.known.before.get(rule.indicator, ())[:3] if r is not None]
            held = sum(v for v in earlier if not isinstance(v, Unknown))
            turns |= {f / scale for f in floors} if one.floor_of == "day" else {max(0.0, f - held) for f in floors}
            if reading is not None and isinstance(reading.baseline, Baseline):
                usual = reading.baseline
                turns |= {usual.q90, usual.q975, usual.q995}
    # A floor that another indicator takes from this one turns here as well.
    for factor in at.known.criteria.factors:
        for other in factor.indicators:
            for one in other.rules:
                if isinstance(one, Thresholds) and one.floor_from == rule.indicator and one.floors is not None:
                    turns |= {f / scale for f in _numbers(one.floors, border)}
    beside: set[float] = set()
    for turn in turns:
        step = 1.0 if turn >= 10 else 0.01
        # Rounded as well: arithmetic may leave a turn of 280 at 279.99999, a value that nobody would print.
        beside |= {v for v in (turn, *(round(turn + by, 4) for by in (0.0, step, -step))) if v >= 0}
    return beside


def _numbers(per: PerBorder, border: str) -> set[float]:
    bounds = per.of(border)
    return {b for step in STEPS if (b := bounds.of(step)) is not None}
