"""The files beside the pages: feeds, dates, the index of search, issues as PDF, cards, and what machines look for.

``names`` tells every path before anything is made, so that a store can be told what belongs to the site.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from kordon.api.calendar import calendar
from kordon.domain.time import Week
from kordon.site import feeds, paths, printed, printing, roots
from kordon.site.edition import Edition
from kordon.site.index import Index
from kordon.site.latin import CODE
from kordon.site.safe import line
from kordon.site.units import ALL, Unit, week_unit

HERE = Path(__file__).parent

Making = Callable[[], Iterable[tuple[str, bytes]]]


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

    def files(self, pages: Sequence[str]) -> Iterator[tuple[Sequence[str], Unit | None, Making]]:
        """Paths, the unit that these files are made from, and what makes them, path by path.

        Without a unit files are cheap and always made. ``pages`` are the paths of all pages, for the sitemap.
        """
        index, lang = self.index, self.editions[0].lang
        yield self._plain(pages)
        words = [edition.words for edition in self.editions]
        named = [paths.feed(""), *(paths.feed(w.lang) for w in words)]
        named += [paths.feed(w.lang, area) for w in words for area in feeds.areas(index)]
        yield named, ALL, lambda: feeds.files(index, words)
        for edition in self.editions:
            lang = edition.lang
            yield [paths.dates(lang)], ALL, partial(self._dates, edition)
            yield edition.search.names(), ALL, edition.search.files
            for week in index.printed:
                yield [paths.pdf(lang, week)], week_unit(week), partial(self._pdf, edition, week)
            for week in index.carded:
                yield [paths.card(lang, week)], week_unit(week), partial(self._card, edition, week)

    def _plain(self, pages: Sequence[str]) -> tuple[Sequence[str], None, Making]:
        made = {
            paths.SCRIPT: (HERE / "search.js").read_bytes(),
            paths.ICON: roots.FAVICON.encode(),
            roots.ROBOTS: roots.robots(self.base).encode(),
            roots.LLMS: self._guide().encode(),
        }
        if self.base:
            languages = {e.lang: e.lang for e in self.editions} | {paths.LATIN: CODE}
            shown = [page for page in pages if page != paths.LOST]
            made[roots.SITEMAP] = roots.sitemap(shown, self.base, languages)
        return list(made), None, made.items

    def _dates(self, edition: Edition) -> Iterator[tuple[str, bytes]]:
        data, lang = self.index.data, edition.lang
        known = [replace(one, measure=line(one.measure)) for one in data.happenings]
        yield paths.dates(lang), calendar(known, data.phrases, lang)

    def _card(self, edition: Edition, week: Week) -> Iterator[tuple[str, bytes]]:
        yield paths.card(edition.lang, week), printed.card(self.index, edition.words, edition.parts, week)

    def _pdf(self, edition: Edition, week: Week) -> Iterator[tuple[str, bytes]]:
        issue, stories = self.index.data.issues[week], edition.weeks.stories_of(week)
        content = printed.issue_pdf(issue, self.index, edition.words, edition.parts, stories)
        yield paths.pdf(edition.lang, week), content

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
