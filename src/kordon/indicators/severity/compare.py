"""Whether heavier means are new, or used more often than before, and with what probability."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from kordon.domain.reading import Unknown
from kordon.domain.time import Week
from kordon.indicators.severity.scale import AGAINST, Scale
from kordon.indicators.severity.weeks import Act, MeansWeek

Weeks = Mapping[Week, MeansWeek]  # of one border
_POINTS = 400


@dataclass(frozen=True, slots=True)
class Escalation:
    """A class of means that was not used in the ``weeks`` covered weeks before.

    ``term`` is the means itself, an id of the vocabulary. ``before`` is the highest class of those weeks, ``None``
    where nobody used any; ``higher`` tells whether the new class stands above it.
    """

    means: str
    term: str | None
    user: str
    before: str | None
    higher: bool
    weeks: int
    incidents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MixShift:
    """The share of a class or a higher one among acts with any means, in the weeks up to one and in the year
    before them. Acts of which no means is told have no place in it.

    ``probability`` is that of a higher share now, with Jeffreys' prior Beta(1/2, 1/2) on either.
    """

    means: str
    acts: float
    of: float
    acts_before: float
    of_before: float
    probability: float


def escalation(
    scale: Scale, weeks: Weeks, week: Week, users: Collection[str] = AGAINST
) -> Escalation | Unknown | None:
    """The heaviest class of a week that ``users`` had not used in the ``look_back`` covered weeks before.

    ``None``: nothing new. A week that is not covered but has acts still shows what is new in it, and acts told of
    earlier weeks that were not covered count as seen. ``Unknown('poor-coverage')`` where the week has neither acts
    nor coverage, ``Unknown('not-enough-data')`` where the weeks in ``reach`` hold too few covered ones.
    """
    now = weeks.get(week)
    if now is None or (not now.covered and not now.of(users)):
        return Unknown("poor-coverage")
    earlier: list[Act] = []
    covered = 0
    for back in range(1, scale.reach + 1):
        one = weeks.get(week - back)
        if one is None:
            continue
        earlier += one.of(users)
        covered += one.covered
        if covered == scale.look_back:
            break
    if covered < scale.look_back:
        return Unknown("not-enough-data")
    seen = {a.means for a in earlier}
    new = [a for a in now.of(users) if a.rank > 0 and a.means not in seen]
    if not new:
        return None
    act = max(new, key=lambda a: (a.rank, a.incidents))
    highest = max(earlier, key=lambda a: a.rank, default=None)
    before = None if highest is None else highest.means
    telling = tuple(i for a in new if a.means == act.means for i in a.incidents)
    return Escalation(
        act.means, act.term, act.user, before, highest is None or act.rank > highest.rank, covered, telling
    )


def mix_shift(scale: Scale, weeks: Weeks, week: Week, users: Collection[str] = AGAINST) -> MixShift | Unknown:
    """Whether acts of class ``mix_from`` or a higher one make up more of the acts with means than in the year
    before; ``Unknown('poor-coverage')`` or ``Unknown('not-enough-data')`` where too few weeks or acts are known.
    """
    stretches = (
        [week - back for back in range(scale.mix_weeks)],
        [week - back for back in range(scale.mix_weeks, scale.mix_weeks + scale.mix_before)],
    )
    rank, lowest = scale.rank(scale.mix_from), scale.classes[1].rank
    sums: list[float] = []
    for stretch in stretches:
        known = [weeks[w] for w in stretch if w in weeks]
        if sum(w.covered for w in known) < scale.mix_covered * len(stretch):
            return Unknown("poor-coverage")
        sums += [sum(w.at_or_above(rank, users) for w in known), sum(w.at_or_above(lowest, users) for w in known)]
    heavy, acts, heavy_before, acts_before = sums
    if min(acts, acts_before) < scale.mix_acts:
        return Unknown("not-enough-data")
    chance = probability_share_rose(heavy, acts, heavy_before, acts_before)
    return MixShift(scale.mix_from, heavy, acts, heavy_before, acts_before, chance)


def probability_rose(now: float, before: float, weeks: int) -> float:
    """The probability that a weekly rate is higher than it was, from ``now`` events in one week and ``before``
    events in the ``weeks`` weeks before it.

    Events are Poisson. The rate before has Jeffreys' prior Gamma(1/2, 0), this week's the prior Gamma(0, 0), which
    leaves a week without events at a rate of zero: nothing happened is never worse. The two gamma posteriors
    compare as a beta distribution: 1 - I_x(now, before + 1/2) with x = 1 / (1 + weeks) (N. L. Johnson, S. Kotz,
    N. Balakrishnan, Continuous Univariate Distributions 1, 2nd ed. 1994, chapter 17).
    """
    if now <= 0:
        return 0.0
    from scipy.special import betaincc  # type: ignore[import-untyped]

    return float(betaincc(now, before + 0.5, 1 / (1 + weeks)))


def probability_share_rose(now: float, of: float, before: float, of_before: float) -> float:
    """The probability that a share is higher than it was, by integrating one beta posterior over the other."""
    import numpy as np
    from scipy.special import betaincc, betaincinv

    levels = (np.arange(_POINTS) + 0.5) / _POINTS
    shares = betaincinv(before + 0.5, of_before - before + 0.5, levels)
    return float(np.mean(betaincc(now + 0.5, of - now + 0.5, shares)))
