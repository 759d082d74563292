"""When a measure is spoken of again: is it the same, and what do both make together."""

from __future__ import annotations

from dataclasses import replace

from kordon.coding.measure_status import WEAK
from kordon.domain.coded import ReportedMeasure, Status
from kordon.domain.time import Precision


def is_same(old: ReportedMeasure, new: ReportedMeasure, near: bool) -> bool:
    """The same measure spoken of again: same kind and place, and nothing told twice in two ways. ``near``: the
    text still speaks of the old one."""
    if old.kind != new.kind or (Status.HISTORICAL in (old.status, new.status) and old.status != new.status):
        return False
    if old.countries and new.countries and not set(old.countries) & set(new.countries):
        return False
    if old.place.crossings and new.place.crossings and old.place.crossings != new.place.crossings:
        return False
    if old.place.borders and new.place.borders and not set(old.place.borders) & set(new.place.borders):
        return False
    for name in ("depth_m", "days", "settlements", "barrier_km", "decided_on"):
        a, b = getattr(old, name), getattr(new, name)
        if a is not None and b is not None and a != b:
            return False
    known = [m.effective for m in (old, new) if m.effective.precision is not Precision.UNKNOWN]
    if len(known) == 2 and known[0] != known[1]:
        return False
    if old.status == new.status:
        return True
    pair = {old.status, new.status}
    return near and (
        (Status.CONDITIONAL in pair and bool(pair & {Status.PLANNED, Status.ANNOUNCED}))
        or not pair.isdisjoint(WEAK)
    )


def _finer(new: ReportedMeasure, old: ReportedMeasure) -> bool:
    """Whether the place told later says more."""
    if new.place.borders and not old.place.borders:
        return True
    return bool(new.place.crossings) and not old.place.crossings and not old.place.settlements


def united(old: ReportedMeasure, new: ReportedMeasure) -> ReportedMeasure:
    status = old.status
    if new.status is Status.CONDITIONAL or old.status in WEAK:
        status = new.status
    return replace(
        old,
        status=status,
        evidence=tuple(dict.fromkeys([*old.evidence, *new.evidence])),
        place=new.place if _finer(new, old) else old.place,
        condition=old.condition or new.condition,
        countries=tuple(dict.fromkeys([*old.countries, *new.countries]))
        if old.kind == "joint_mechanism"
        else (old.countries or new.countries),
        traffic=old.traffic or new.traffic,
        effective=old.effective if old.effective.precision is not Precision.UNKNOWN else new.effective,
        decided_on=old.decided_on or new.decided_on,
        depth_m=old.depth_m or new.depth_m,
        days=old.days or new.days,
        extendable=old.extendable if old.extendable is not None else new.extendable,
        settlements=old.settlements or new.settlements,
        barrier_km=old.barrier_km or new.barrier_km,
        factors=tuple(dict.fromkeys([*old.factors, *new.factors])),
        triggers=tuple(dict.fromkeys([*old.triggers, *new.triggers])),
        options=tuple(
            dict.fromkeys(o for m in sorted((old, new), key=lambda m: -len(m.options)) for o in m.options)
        ),
        attribution=old.attribution or new.attribution,
    )
