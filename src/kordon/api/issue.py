"""Texts of issues, revisions and differences as plain data, for ``--json`` and for pages."""

from __future__ import annotations

from kordon.commentary.issue import Change, Text, placed
from kordon.domain.issue import Revision
from kordon.domain.time import Date

Told = dict[str, object]


def told_text(text: Text) -> Told:
    """Where a text stands."""
    return {
        "text": text.subject,
        "week": str(text.week),
        "area": text.area,
        "lang": text.lang,
        "state": text.state,
        "revision": text.newest,
        "public": text.public,
        "reviewers": list(text.reviewers),
        "released_at": None if text.released_at is None else text.released_at.isoformat(),
        "without": list(text.without),
        "why": text.why,
        "address": text.address,
        "day": None if text.day is None else text.day.isoformat(),
        "corrections": [
            {
                "id": c.id,
                "at": c.at.isoformat(),
                "wrong": c.wrong,
                "right": c.right,
                "notice": c.notice,
                "why": c.why,
                "by": c.by,
            }
            for c in text.corrections
        ],
    }


def told_revision(revision: Revision) -> Told:
    """A revision with its sentences, what each claims and what it rests on."""
    return {
        "revision": revision.id,
        "before": revision.before,
        "made_from": revision.made_from,
        "trend": revision.trend.value,
        "authors": list(revision.authors),
        "sources": [{"name": s.name, "address": s.address} for s in revision.sources],
        "sentences": [
            {
                "place": place,
                "text": sentence.text,
                "claims": [
                    {
                        "name": claim.name,
                        "value": claim.value.isoformat() if isinstance(claim.value, Date) else claim.value,
                        "source": claim.source,
                    }
                    for claim in sentence.claims
                ],
                "evidence": list(sentence.evidence),
            }
            for place, sentence in placed(revision)
        ],
    }


def told_change(change: Change) -> Told:
    """One part that differs, as runs of words."""
    return {
        "part": change.part,
        "number": change.number,
        "runs": [{"op": run.op.value, "text": run.text} for run in change.runs],
    }
