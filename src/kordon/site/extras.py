"""The files beside the pages: feeds, dates, the index of search, issues as PDF, cards, and what machines look for.

``names`` tells every path before anything is made, so that a store can be told what belongs to the site.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from kordon.api.calendar import calendar
from kordon.domain.time import Week
from kordon.site import feeds, paths, printed, printing, roots
from kordon.site.edition import Edition
from kordon.site.index import Index
from kordon.site.latin import CODE

HERE = Path(__file__).parent


class Extras:
    """Everything that is no page, of all languages."""

    def __init__(self, index: Index, editions: Sequence[Edition]) -> None:
        self.index, self.editions = index, editions
        self.base = index.data.base_url.rstrip("/")

    @property
    def notices(self) -> tuple[str, ...]:
        """What could not be made, each as a sentence."""
        return (printing.notice(),) if self._printed and not printing.available() else ()

    @property
    def _printed(self) -> bool:
        return bool(self.index.data.issues) or self.index.front is not None

    def names(self) -> list[str]:
        names = [paths.SCRIPT, paths.ICON, roots.ROBOTS, roots.LLMS, paths.feed("")]
        names += [roots.SITEMAP] if self.base else []
        for edition in self.editions:
            lang = edition.lang
            names += [paths.feed(lang), paths.dates(lang), *edition.search.names()]
            names += [paths.feed(lang, area) for area in feeds.areas(self.index)]
            names += [paths.pdf(lang, week) for week in self.index.printed]
            names += [paths.card(lang, week) for week in self.index.carded]
        return names

    def files(self, pages: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        """Path and bytes of each; ``pages`` are the paths of all pages, for the sitemap."""
        yield paths.SCRIPT, (HERE / "search.js").read_bytes()
        yield paths.ICON, roots.FAVICON.encode()
        yield roots.ROBOTS, roots.robots(self.base).encode()
        yield roots.LLMS, self._guide().encode()
        if self.base:
            languages = {e.lang: e.lang for e in self.editions} | {paths.LATIN: CODE}
            shown = [page for page in pages if page != paths.LOST]
            yield roots.SITEMAP, roots.sitemap(shown, self.base, languages)
        yield from feeds.files(self.index, [edition.words for edition in self.editions])
        for edition in self.editions:
            yield (
                paths.dates(edition.lang),
                calendar(self.index.data.happenings, self.index.data.phrases, edition.lang),
            )
            yield from edition.search.files()
            for week in self.index.printed:
                yield paths.pdf(edition.lang, week), self._pdf(edition, week)
            for week in self.index.carded:
                yield paths.card(edition.lang, week), printed.card(self.index, edition.words, edition.parts, week)

    def _pdf(self, edition: Edition, week: Week) -> bytes:
        issue = self.index.data.issues[week]
        return printed.issue_pdf(issue, self.index, edition.words, edition.parts, edition.weeks.stories_of(week))

    def _guide(self) -> str:
        words = self.editions[0].words
        lang = words.lang
        links = [(words.say("nav-week"), paths.home(lang)), (words.say("nav-borders"), paths.borders(lang))]
        links += [(words.say(f"nav-{key}"), target) for key, target in edition_pages(self.editions[0])]
        links += [("Atom", paths.feed(lang)), ("iCalendar", paths.dates(lang))]
        links = [(name, f"{self.base}/{href}" if self.base else href) for name, href in links]
        return roots.llms(words, links)


def edition_pages(edition: Edition) -> tuple[tuple[str, str], ...]:
    """The pages that a guide to the site names, by the key of their entry in the menu."""
    return edition.search.pages(edition.lang)
