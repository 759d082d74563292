"""Two incidents side by side: whether they may be one event at all, and what speaks for and against it."""

from __future__ import annotations

from collections.abc import Mapping

from kordon.coding.linking.profiles import EXACT, MONTH, UNTOLD, WEEK, Profile, apart_km, meet
from kordon.coding.linking.rules import Linking
from kordon.domain.coded import Incident
from kordon.domain.event import Weighed
from kordon.domain.quantity import Quantity, Rounding
from kordon.domain.report import Report


def told_apart(one: Profile, other: Profile) -> bool:
    """Whether a report, or the page of a table's rows, tells the two as different acts.

    Acts of one kind in one clash are one act, wherever they are told; acts of two kinds in one clash are two.
    """
    clash = one.incident.clash
    if clash is not None and clash == other.incident.clash:
        return one.kind != other.kind
    return one.page == other.page


def excluded(one: Profile, other: Profile, rules: Linking) -> bool:
    """Whether the two cannot be one event, however alike they are in the rest."""
    return (
        max(one.first, other.first) - min(one.last, other.last) > max(one.touch, other.touch)
        or other.kind not in rules.compatible[one.kind]
        or (bool(one.borders) and bool(other.borders) and one.borders.isdisjoint(other.borders))
        or not one.modal & other.modal
        or told_apart(one, other)
    )


def reasons(one: Profile, other: Profile, rules: Linking, reports: Mapping[str, Report]) -> list[str] | None:
    """The names of all reasons for and against, or ``None`` for two that cannot be one event."""
    if excluded(one, other, rules):
        return None
    found = ["kind-same" if one.kind == other.kind else "kind-compatible", _span(one, other)]
    if one.borders and other.borders:
        found.append("border-same" if one.group == other.group else "border-in-group")
    place = _place(one, other, rules)
    if place == "excluded":
        return None
    if place:
        found.append(place)
    if one.actor and other.actor:
        found.append("actor-same" if one.actor == other.actor else "actor-differs")
    if one.recipient and other.recipient:
        found.append("recipient-same" if one.recipient == other.recipient else "recipient-differs")
    if one.means and other.means:
        found.append("means-shared" if set(one.means) & {*other.means} else "means-differ")
    if one.voice is not None and one.voice == other.voice:
        found.append("attribution-same")
    if one.text and one.text == other.text:
        found.append("text-same")
    a, b = one.incident, other.incident
    if a.clash is not None and a.clash == b.clash:
        found.append("clash-same")
    counts = _counts(a, b, rules)
    found += counts
    if any(name.endswith(("-differ", "-far-apart")) for name in counts) and _corrects(one, other, rules, reports):
        found.append("text-corrects")
    return found


class Scale:
    """Sums reasons and puts them in order, the strongest first; the same reasons are weighed once."""

    def __init__(self, rules: Linking) -> None:
        self._told = {name: Weighed(name, weight) for name, weight in rules.weights.items()}
        self._known: dict[tuple[str, ...], tuple[float, tuple[Weighed, ...]]] = {}

    def weigh(self, names: list[str]) -> tuple[float, tuple[Weighed, ...]]:
        key = tuple(names)
        found = self._known.get(key)
        if found is None:
            told = sorted((self._told[name] for name in key), key=lambda w: (-abs(w.weight), w.reason))
            found = self._known[key] = (round(sum(w.weight for w in told), 6), tuple(told))
        return found


def _span(one: Profile, other: Profile) -> str:
    worst = max(one.told, other.told)
    if worst == UNTOLD:
        return "span-untold"
    if max(one.first, other.first) > min(one.last, other.last):
        return "span-touches"
    if worst == EXACT:
        return "span-same" if (one.first, one.last) == (other.first, other.last) else "span-overlaps"
    if worst == WEEK:
        return "span-in-week"
    return "span-in-month" if worst == MONTH else "span-vague"


def _place(one: Profile, other: Profile, rules: Linking) -> str:
    if one.places and other.places:
        if not one.places.isdisjoint(other.places):
            return "place-same"
        km = apart_km(one.points, other.points)
        if km is None or rules.near_km < km <= rules.far_km:
            return "place-away"
        return "place-near" if km <= rules.near_km else "excluded"
    if not (one.places | one.maybe).isdisjoint(other.places | other.maybe):
        return "place-near"
    if one.areas and other.areas and not one.places and not other.places:
        if not one.areas.isdisjoint(other.areas):
            return "area-same"
        return "area-differs" if one.lang == other.lang else ""  # one area has a name in every language
    return ""


def _counts(a: Incident, b: Incident, rules: Linking) -> list[str]:
    found = []
    if a.people is not None and b.people is not None:
        found.append(_people(a.people, b.people, rules))
    for name, x, y in (("injured", a.injured, b.injured), ("killed", a.killed, b.killed)):
        if x is not None and y is not None and (x.best or y.best):
            found.append(f"{name}-same" if meet(x, y) else f"{name}-differ")
    if (a.times is not None or b.times is not None) and not meet(a.times or _ONCE, b.times or _ONCE):
        found.append("times-differ")
    return found


_ONCE = Quantity.exactly(1)


def _people(x: Quantity, y: Quantity, rules: Linking) -> str:
    if meet(x, y):
        return (
            "people-same"
            if x.best == y.best and Rounding.VAGUE not in (x.rounding, y.rounding)
            else "people-agree"
        )
    small, large = sorted((x.best, y.best))
    return "people-differ" if small and large / small <= rules.correction else "people-far-apart"


def _corrects(one: Profile, other: Profile, rules: Linking, reports: Mapping[str, Report]) -> bool:
    """Whether the later report says that it corrects a number; either of two of the same day."""
    later = [p for p in (one, other) if p.published == max(one.published, other.published)]
    for profile in later:
        report = reports.get(profile.report)
        phrases = rules.corrects.get(profile.lang, ())
        if report is not None and phrases:
            text = f"{report.title} {report.text[:20_000]}".casefold()
            if any(phrase in text for phrase in phrases):
                return True
    return False
