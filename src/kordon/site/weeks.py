"""The pages of weeks in one language: the front page, each week at a glance, and each commentary."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from kordon.domain.commentary import Draft
from kordon.domain.issue import Revision
from kordon.domain.measure import Proposal
from kordon.domain.time import ONE_DAY, Week
from kordon.site import paths
from kordon.site.head import Head
from kordon.site.index import Index
from kordon.site.page import Page
from kordon.site.parts import Parts
from kordon.site.ranges import Ladder, make_ladder
from kordon.site.stories import Stories, Story
from kordon.site.why import SHOWN, Why
from kordon.site.words import Words

HEAVY = 30_000  # bytes of reasons on one page, above which fewer pieces of evidence are shown under each


class WeekPages:
    """Made week by week; what a proposal says is told once."""

    def __init__(self, index: Index, words: Words, why: Why, parts: Parts) -> None:
        self.index, self.words, self.why, self.parts = index, words, why, parts
        self.lang = words.lang
        self.stories = Stories(index.data, words, why)
        self._ladders: dict[tuple[str, int], Ladder] = {}

    def home(self) -> Page:
        front = self.index.front
        path = paths.home(self.lang)
        if front is None:
            return Page(path, "empty.html", "home", self.words.say("nav-week"), {})
        later = [w for w in self.index.data.weeks if w > front]
        context = self._glance(front, path) | {
            "later": self.words.say("later", week=self.words.week(later[-1]), count=len(later)) if later else "",
            "newest": self._newest(front, path),
            "full": self._stories(front, path)[:1],
        }
        return Page(path, "week.html", "home", self.words.week(front), context, self._head(front, home=True))

    def _newest(self, front: Week, path: str) -> tuple[str, str] | None:
        """The newest week with any level, where it is later than the front week: its link and what it says."""
        newest = self.index.newest
        if newest is None or newest <= front:
            return None
        data = self.index.data
        plates = [self.parts.plate(b, newest) for b in data.borders if self.index.level(b, newest).assessed]
        said = self.words.join([f"{p.name} – {p.level_word}" for p in plates])
        return paths.relative(path, paths.week(self.lang, newest)), f"{self.words.week(newest)}: {said}"

    def _head(self, week: Week, home: bool = False) -> Head:
        """What a week's page says of itself; the front page is the site's own."""
        words, data = self.words, self.index.data
        said = words.say("week-description", week=words.week(week))
        card = paths.card(self.lang, week) if week in self.index.carded else ""
        issue = data.issues.get(week)
        if home:
            site = {
                "@type": "WebSite",
                "name": "Kordon",
                "inLanguage": self.lang,
                "description": words.say("strap"),
            }
            return Head(said, card=card, more=(site,))
        day = issue.released_on if issue else week.sunday + ONE_DAY
        told = {
            "@type": "PublicationIssue",
            "name": words.week(week),
            "inLanguage": self.lang,
            "datePublished": day.isoformat(),
            "isPartOf": {"@type": "Periodical", "name": "Kordon"},
            "creativeWorkStatus": "Published" if issue else "Draft",
        }
        if issue:
            told["issueNumber"] = str(issue.number)
        return Head(said, "article", day, None, card, (told,))

    def week(self, week: Week) -> Page:
        path = paths.week(self.lang, week)
        context = self._glance(week, path) | {"later": "", "newest": None, "full": ()}
        return Page(path, "week.html", "archive", self.words.week(week), context, self._head(week))

    def _glance(self, week: Week, path: str) -> dict[str, Any]:
        data = self.index.data
        return {
            "week": week,
            "when": self.words.week(week),
            "plates": [self.parts.plate(b, week) for b in data.borders],
            "map": self.parts.map(week),
            "stories": self._stories(week, path),
            "sections": self._sections(week),
            "pager": self._pager(week, path, None),
            "known": self._known(week),
            "issue": self._issue(week, path),
        }

    def _issue(self, week: Week, path: str) -> dict[str, Any] | None:
        """The released issue of a week: its number, day and PDF; ``None`` while there are only drafts."""
        issue = self.index.data.issues.get(week)
        if issue is None:
            return None
        pdf = paths.relative(path, paths.pdf(self.lang, week)) if week in self.index.printed else ""
        said = self.words.say("released", number=issue.number, day=self.words.day(issue.released_on))
        return {"said": said, "pdf": pdf}

    def stories_of(self, week: Week) -> list[Story]:
        """The commentaries of a week, for what is printed."""
        return self._stories(week, paths.week(self.lang, week))

    def _known(self, week: Week) -> str:
        days = {a.as_of for b in self.index.data.borders if (a := self.index.data.assessments.get((b, week)))}
        return self.words.say("as-known", day=self.words.day(max(days))) if days else ""

    def _pager(self, week: Week, path: str, area: str | None) -> dict[str, Any]:
        def target(other: Week | None) -> tuple[str, str] | None:
            if other is None:
                return None
            here = area is not None and area in self.index.areas.get(other, ())
            to = paths.area(self.lang, other, area) if here and area else paths.week(self.lang, other)
            return paths.relative(path, to), self.words.week_short(other)

        return {"before": target(self.index.before(week)), "after": target(self.index.after(week))}

    def _sections(self, week: Week) -> list[dict[str, Any]]:
        """What each border's level rests on; on a page that would be heavy, fewer pieces stand there in full."""
        borders = self.index.data.borders
        for limit in (SHOWN, SHOWN - 1, 1):
            sections = [self._section(border, week, limit) for border in borders]
            if sum(len(section["why"].encode()) for section in sections) <= HEAVY:
                break
        return sections

    def _section(self, border: str, week: Week, limit: int) -> dict[str, Any]:
        data = self.index.data
        found = data.assessments.get((border, week))
        proposal = data.proposals.get((border, week))
        return {
            "plate": self.parts.plate(border, week),
            "why": Markup("") if found is None else self.why.assessment(found, limit),
            "recent": self.parts.recent(border, week),
            "proposal": proposal,
            "range": self._range(proposal),
            "ladder": self._ladder(proposal, limit),
        }

    def _range(self, proposal: Proposal | None) -> str:
        if proposal is None:
            return ""
        if not proposal.options:
            return self.words.because(proposal.reason)
        key = "range-one" if proposal.lowest == proposal.highest else "range"
        return self.words.say(key, low=proposal.lowest, high=proposal.highest)

    def _ladder(self, proposal: Proposal | None, limit: int) -> Ladder:
        if proposal is None:
            return Ladder((), ())
        if (proposal.id, limit) not in self._ladders:
            self._ladders[proposal.id, limit] = make_ladder(proposal, self.words, self.why, limit)
        return self._ladders[proposal.id, limit]

    # -- commentaries

    def _stories(self, week: Week, path: str) -> list[Story]:
        return [self.stories.story(week, area, path) for area in self.index.areas.get(week, ())]

    def area(self, week: Week, area: str) -> Page:
        path = paths.area(self.lang, week, area)
        story = self.stories.story(week, area, path)
        data = self.index.data
        text = data.text(area, week, self.lang)
        used = [b for b in data.borders if text is not None and self._rests_on(text, area, b, week)]
        others = [
            (
                lang,
                paths.relative(path, paths.area(lang, week, area)),
                data.phrases.say(lang, "site-language-name"),
            )
            for lang in story.others
        ]
        context = {
            "week": week,
            "when": self.words.week(week),
            "story": story,
            "others": others,
            "plates": [self.parts.plate(b, week) for b in used],
            "stories": [s for s in self._stories_links(week, path) if s[0] != area],
            "pager": self._pager(week, path, area),
            "known": self.words.say("as-known", day=self.words.day(text.as_of)) if isinstance(text, Draft) else "",
            "issue": self._issue(week, path),
        }
        title = story.headline.text if story.written else story.label
        return Page(path, "area.html", "archive", title, context, self._story_head(week, area, story))

    def _story_head(self, week: Week, area: str, story: Story) -> Head:
        issue = self.index.data.issues.get(week)
        day = issue.released_on if issue and not story.draft else week.sunday + ONE_DAY
        corrected = [c.day for c in (issue.corrections if issue else ()) if c.area == area and not story.draft]
        told: dict[str, Any] = {
            "@type": "Article",
            "headline": story.headline.text or story.label,
            "articleSection": story.label,
            "inLanguage": self.lang,
            "datePublished": day.isoformat(),
            "author": {"@type": "Organization", "name": story.authors or "Kordon"},
            "publisher": {"@type": "Organization", "name": "Kordon"},
            "creativeWorkStatus": "Draft" if story.draft else "Published",
        }
        if corrected:
            told["dateModified"] = max(corrected).isoformat()
            told["correction"] = [{"@type": "CorrectionComment", "text": c.notice} for c in story.corrections]
        card = paths.card(self.lang, week) if week in self.index.carded else ""
        said = story.lede.text or self.words.say("strap")
        return Head(said, "article", day, max(corrected, default=None), card, (told,))

    def _rests_on(self, text: Draft | Revision, area: str, border: str, week: Week) -> bool:
        data = self.index.data
        found = data.assessments.get((border, week))
        if found is None:
            return False
        if isinstance(text, Draft):
            return found.id in text.assessments
        areas = data.vocabulary["areas"]
        return area in areas and border in (areas[area].get("borders") or ())

    def _stories_links(self, week: Week, path: str) -> list[tuple[str, str, str]]:
        return [
            (a, self.words.label("areas", a), paths.relative(path, paths.area(self.lang, week, a)))
            for a in self.index.areas.get(week, ())
        ]
