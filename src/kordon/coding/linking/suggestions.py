"""What a machine suggests: pairs of incidents that may be one event, and incidents that came of others."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kordon.coding.linking.blocks import pairs
from kordon.coding.linking.profiles import EXACT, WEEK, Profile, profiles
from kordon.coding.linking.rules import Linking, Outcome
from kordon.coding.linking.scores import Scale, reasons
from kordon.coding.linking.texts import same_text
from kordon.domain.coded import Incident
from kordon.domain.event import FollowUp, Suggestion, Weighed
from kordon.domain.report import Report
from kordon.geo.gazetteer import Gazetteer

AT_MOST = 50  # incidents before an outcome that are looked at


@dataclass(frozen=True, slots=True)
class Suggestions:
    """``pairs`` score at least 'candidate', the strongest first; equal scores in the order of ids."""

    profiles: Mapping[str, Profile]
    pairs: tuple[Suggestion, ...]
    follow_ups: tuple[FollowUp, ...]
    compared: int


def suggest(
    incidents: Iterable[Incident], reports: Mapping[str, Report], rules: Linking, gazetteer: Gazetteer
) -> Suggestions:
    """Compare incidents of different reports. The same values give the same suggestions in whatever order they
    come.

    ``reports`` are those of the incidents, by id; an incident whose report is missing is compared by its values.
    """
    texts = same_text(reports.values(), rules.duplicates)
    found = profiles(incidents, reports, rules, gazetteer, texts)
    size = len(found)
    compare = pairs(found, rules)
    kept: list[tuple[float, str, str, tuple[Weighed, ...]]] = []
    scale = Scale(rules)
    for pair in compare:
        one, other = found[pair // size], found[pair % size]
        names = reasons(one, other, rules, reports)
        if names is not None:
            score, told = scale.weigh(names)
            if score >= rules.candidate:
                kept.append((-score, one.id, other.id, told))
    kept.sort(key=lambda item: item[:3])
    return Suggestions(
        profiles={profile.id: profile for profile in found},
        pairs=tuple(Suggestion(one, other, -negative, told) for negative, one, other, told in kept),
        follow_ups=tuple(_follow_ups(found, rules)),
        compared=len(compare),
    )


def _follow_ups(found: list[Profile], rules: Linking) -> Iterable[FollowUp]:
    """Each outcome with the best of the incidents that it may have come of."""
    for outcome in rules.outcomes:
        wanted = [one for one in found if one.kind == outcome.outcome and one.told in (EXACT, WEEK)]
        if not wanted:
            continue
        before: dict[str, list[tuple[int, str, Profile]]] = {}
        for one in found:
            if one.kind in outcome.of and one.told in (EXACT, WEEK):
                for border in one.borders or ("",):
                    before.setdefault(border, []).append((one.first, one.id, one))
        for some in before.values():
            some.sort(key=lambda item: item[:2])
        retold: dict[str, set[str]] = {}
        for one in found:
            retold.setdefault(one.report, set()).add(one.kind)
        for one in wanted:
            best = _best(one, before, outcome, retold)
            if best is not None:
                yield best


def _best(
    one: Profile,
    before: Mapping[str, list[tuple[int, str, Profile]]],
    outcome: Outcome,
    retold: Mapping[str, set[str]],
) -> FollowUp | None:
    kept: list[tuple[float, str, tuple[Weighed, ...]]] = []
    for border in sorted(one.borders or before):
        some = before.get(border, [])
        start = bisect_left(some, (one.first - outcome.within_days, ""))
        end = bisect_right(some, (one.last, "\U0010ffff"))
        for _, name, other in some[max(start, end - AT_MOST) : end]:
            told = _came_of(one, other, outcome, retold)
            score = round(sum(w.weight for w in told), 6)
            if score >= outcome.least:
                kept.append((-score, name, told))
    if not kept:
        return None
    score, name, told = min(kept, key=lambda item: item[:2])
    return FollowUp(one.id, name, -score, told)


def _came_of(
    one: Profile, other: Profile, outcome: Outcome, retold: Mapping[str, set[str]]
) -> tuple[Weighed, ...]:
    a, b = one.incident, other.incident
    clash = a.clash is not None and a.clash == b.clash
    place = not one.places.isdisjoint(other.places)
    retells = one.report != other.report and other.kind in retold.get(one.report, ())
    if not (clash or place or retells):
        return ()  # nothing ties the one to the other but the border and the kind of people
    names = []
    if one.first > other.first:
        names.append("later")
    if not one.borders.isdisjoint(other.borders):
        names.append("border-same")
    if clash:
        names.append("clash-same")
    if place:
        names.append("place-same")
    if one.recipient and other.recipient:
        names.append("recipient-same" if one.recipient == other.recipient else "recipient-differs")
    if b.injured is not None and b.injured.best > 0:
        names.append("hurt")
    if set(a.means) & {*b.means}:
        names.append("means-shared")
    if retells:
        names.append("report-retells")
    return tuple(Weighed(name, outcome.weights[name]) for name in names)
