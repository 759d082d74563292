"""What readers get: the issues that the record says were released, each with its corrections."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from kordon.commentary.issue.model import Corrected, Text
from kordon.commentary.issue.together import Revisions
from kordon.criteria.labels import Label
from kordon.domain.issue import Commentary, Correction, Elsewhere, Issue
from kordon.domain.time import Week


def issues(
    texts: Iterable[Text],
    revisions: Revisions,
    areas: Sequence[str],
    languages: Sequence[str],
    labels: Mapping[tuple[str, Week], Label],
    *,
    elsewhere: bool = False,
) -> tuple[Issue, ...]:
    """The issues by week, oldest first; with ``elsewhere`` also what was published elsewhere and imported.

    ``areas`` and ``languages`` give the order of commentaries and of the revisions in each.
    """
    by_week: dict[Week, list[Text]] = {}
    for text in texts:
        if text.in_public or (elsewhere and text.elsewhere):
            by_week.setdefault(text.week, []).append(text)
    first = {
        week: min(told)
        for week, held in by_week.items()
        if (told := [t.released_at for t in held if t.released_at])
    }
    number = {week: n for n, week in enumerate(sorted(first, key=lambda w: (first[w], w)), 1)}
    return tuple(
        _issue(week, number.get(week, 0), first.get(week), held, revisions, areas, languages, labels)
        for week, held in sorted(by_week.items())
    )


def _issue(
    week: Week,
    number: int,
    released_at: dt.datetime | None,
    texts: Sequence[Text],
    revisions: Revisions,
    areas: Sequence[str],
    languages: Sequence[str],
    labels: Mapping[tuple[str, Week], Label],
) -> Issue:
    commentaries, corrections = [], []
    for area in areas:
        held = sorted((t for t in texts if t.area == area), key=lambda t: languages.index(t.lang))
        if held:
            commentaries.append(_commentary(area, held, revisions, languages, labels.get((area, week))))
            corrections += _corrections(area, held)
    days = [t.day for t in texts if t.day is not None]
    day = released_at.astimezone(dt.UTC).date() if released_at is not None else min(days)
    return Issue(
        week, number, day, tuple(commentaries), tuple(c for _, c in sorted(corrections, key=lambda p: p[0]))
    )


def _commentary(
    area: str, texts: Sequence[Text], revisions: Revisions, languages: Sequence[str], label: Label | None
) -> Commentary:
    there = {t.lang: revisions[t.public] for t in texts}
    reasons = [t.why for t in texts if t.without and any(lang not in there for lang in t.without)]
    return Commentary(
        area=area,
        revisions=there,
        reviewers=tuple(dict.fromkeys(r for t in texts for r in t.reviewers)),
        exception=reasons[0] if reasons else "",
        computed=None if label is None else label.computed,
        why="" if label is None else label.why,
        elsewhere={t.lang: Elsewhere(t.address, t.day) for t in texts if t.elsewhere and t.day is not None},
    )


def _corrections(area: str, texts: Sequence[Text]) -> list[tuple[dt.datetime, Correction]]:
    found: dict[str, dict[str, Corrected]] = {}
    for text in texts:
        for one in text.corrections:
            found.setdefault(one.id, {})[text.lang] = one
    made = []
    for name, by_lang in found.items():
        any_one = next(iter(by_lang.values()))
        changed = {lang: c for lang, c in by_lang.items() if c.wrong != c.right}
        made.append(
            (
                any_one.at,
                Correction(
                    id=name,
                    area=area,
                    day=any_one.at.astimezone(dt.UTC).date(),
                    wrong={lang: c.wrong for lang, c in changed.items()},
                    right={lang: c.right for lang, c in changed.items()},
                    notice={lang: c.notice for lang, c in by_lang.items()},
                    by=any_one.by,
                    why=any_one.why,
                ),
            )
        )
    return made
