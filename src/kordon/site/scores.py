"""How past calls did, as far as the record has figures: people's labels beside ours, and what was proposed.

Where the record has nothing the page says so; nothing is computed here that another link computes.
"""

from __future__ import annotations

from typing import Any

from kordon.criteria.labels import Agreement, Label, agreement
from kordon.domain.assessment import Trend
from kordon.domain.issue import Revision
from kordon.measures.hindcast import LOOK_BACK, Call
from kordon.site import paths
from kordon.site.index import Index
from kordon.site.safe import line, shorten
from kordon.site.why import Why
from kordon.site.words import Words

FEW = 20  # labels below which a share says little, and the page says so
TRENDS = (Trend.WORSE, Trend.SAME, Trend.BETTER)


class ScorePage:
    """The page of one language."""

    def __init__(self, index: Index, words: Words, why: Why) -> None:
        self.index, self.words, self.why = index, words, why

    def context(self) -> dict[str, Any]:
        calls = [self._call(call) for call in self.index.data.calls]
        proposed = sum(call.proposed for call in self.index.data.calls)
        weeks = [w for (_, w), a in self.index.data.assessments.items() if a.level.assessed]
        words = self.words
        return {
            "by_border": self._agreement(agreement(self.index.data.labels)),
            "by_area": self._agreement(agreement(self._of_issues())),
            "calls": calls,
            "calls_sum": words.say("scores-calls-sum", proposed=proposed, count=len(calls)) if calls else "",
            "triggers": self._triggers(),
            "coverage": words.say(
                "scores-coverage",
                assessed=len(weeks),
                count=len(self.index.data.weeks) * len(self.index.data.borders),
            ),
            "look_back": LOOK_BACK,
        }

    def _of_issues(self) -> list[Label]:
        """The trend of each released commentary beside the one that was computed for its area and week."""
        found = []
        for week, issue in sorted(self.index.data.issues.items()):
            for commentary in issue.commentaries:
                revision: Revision | None = next(iter(commentary.revisions.values()), None)
                drafts = (
                    self.index.data.drafts.get((commentary.area, week, lang)) for lang in ("en", self.words.lang)
                )
                draft = next((d for d in drafts if d is not None), None)
                if revision is not None and draft is not None:
                    found.append(Label(commentary.area, week, draft.trend, revision.trend, "", "", revision.id))
        return found

    def _agreement(self, found: Agreement) -> dict[str, Any] | None:
        if not found.labels or found.share is None:
            return None
        words = self.words
        return {
            "said": words.say("scores-agree", same=found.same, count=found.labels),
            "kappa": words.say("scores-kappa", kappa=words.exact(round(found.kappa, 2)))
            if found.kappa is not None
            else "",
            "few": words.say("scores-few", count=found.labels) if found.labels < FEW else "",
            "heads": [words.label("trends", t.value) for t in TRENDS],
            "rows": [
                (words.label("trends", computed.value), [found.table.get((computed, t), 0) for t in TRENDS])
                for computed in TRENDS
            ],
        }

    def _call(self, call: Call) -> dict[str, Any]:
        words, path = self.words, paths.scores(self.words.lang)
        measure = call.measure
        day = measure.decided_on or measure.in_force.start
        what = words.label("measures", measure.kind)
        week = paths.relative(path, paths.week(words.lang, call.week) + f"#b-{paths.slug(call.border)}")
        said = "scores-not-proposed" if not call.proposed else "scores-proposed"
        return {
            "day": words.day(day) if day else "",
            "what": what,
            "where": shorten(measure.where, 12),
            "border": line(words.border(call.border)),
            "week": week,
            "level": call.level.value,
            "level_word": words.label("levels", call.level.value),
            "range": words.say("range-short", low=call.lowest, high=call.highest) if call.lowest else "",
            "said": words.say(said, weeks=call.weeks, more="yes" if call.weeks >= LOOK_BACK else "no"),
            "sources": tuple(s for r in measure.reports[:1] if (s := self.why.source(r))),
        }

    def _triggers(self) -> list[dict[str, str]]:
        """Every critical incident that was found: a hindcast of the triggers on the data as they are."""
        words, path, data = self.words, paths.scores(self.words.lang), self.index.data
        found: list[tuple[str, str, str]] = []
        rows = []
        for (border, week), assessment in sorted(
            data.assessments.items(), key=lambda item: (item[0][1], item[0][0])
        ):
            for fired in assessment.triggers:
                key = (border, fired.trigger, "+".join(fired.incidents))
                if key in found:
                    continue
                found.append(key)
                rows.append(
                    {
                        "when": words.week(week),
                        "link": paths.relative(path, paths.week(words.lang, week) + f"#b-{paths.slug(border)}"),
                        "border": line(words.border(border)),
                        "what": words.label("triggers", fired.trigger),
                    }
                )
        return rows
