"""Search without a server: an index in pieces that a page loads as scripts, so that it works from a stick too.

``meta.js`` holds how words are folded and which pieces there are; ``w-<letter>.js`` the words that begin with a
letter, each with the numbers of the documents that hold it; ``d-<n>.js`` a hundred documents: title, address and
kind. A query loads the pieces of its words' first letters and of the documents that are shown, no more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from kordon.site import fold, paths
from kordon.site.head import script_json
from kordon.site.index import Index
from kordon.site.safe import line, shorten
from kordon.site.words import Words

CHUNK = 100  # documents of one piece
OFTEN = 0.7  # a word that a greater share of the documents holds finds nothing in particular
KINDS = ("border", "crossing", "zone", "place", "year", "page", "week", "commentary")
PLACES = 400  # places listed, most told of first


@dataclass(frozen=True, slots=True)
class Document:
    """Something to be found. ``path`` is below the folder of the language; ``more`` are words beyond the title."""

    kind: str
    title: str
    path: str
    note: str = ""
    more: str = ""


class Search:
    """The documents and the index of one language."""

    def __init__(self, index: Index, words: Words) -> None:
        self.index, self.words = index, words
        self._made: tuple[Document, ...] | None = None

    @property
    def documents(self) -> tuple[Document, ...]:
        """In the order in which they are listed and found."""
        if self._made is None:
            order = {kind: n for n, kind in enumerate(KINDS)}
            self._made = tuple(sorted(self._all(), key=lambda d: order[d.kind]))
        return self._made

    def names(self) -> list[str]:
        """The paths of all pieces, which do not hang on what is in them."""
        letters = [chr(c) for c in range(ord("a"), ord("z") + 1)] + ["0"]
        count = -(-len(self.documents) // CHUNK)
        keys = ["meta", *(f"w-{letter}" for letter in letters), *(f"d-{n}" for n in range(count))]
        return [paths.shard(self.words.lang, key) for key in keys]

    def files(self) -> Iterator[tuple[str, bytes]]:
        lang = self.words.lang
        pieces: dict[str, dict[str, list[int]]] = {path: {} for path in self.names() if "/w-" in path}
        for word, numbers in self._postings().items():
            first = word[0] if "a" <= word[0] <= "z" else "0"
            pieces[paths.shard(lang, f"w-{first}")][word] = numbers
        count = -(-len(self.documents) // CHUNK)
        letters = sorted(path.rpartition("-")[2][0] for path, held in pieces.items() if held)
        meta = {
            "signs": fold.table(lang),
            "letters": "".join(letters),
            "chunk": CHUNK,
            "count": len(self.documents),
        }
        yield paths.shard(lang, "meta"), _call("meta", meta)
        for path, held in pieces.items():
            yield path, _call(path.rpartition("/")[2].removesuffix(".js"), held)
        for n in range(count):
            some = self.documents[n * CHUNK : (n + 1) * CHUNK]
            told = [[KINDS.index(d.kind), d.title, d.path, d.note] for d in some]
            yield paths.shard(lang, f"d-{n}"), _call(f"d-{n}", told)

    def _postings(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for number, document in enumerate(self.documents):
            text = f"{document.title} {document.note} {document.more}"
            for word in dict.fromkeys(fold.words(text, self.words.lang)):
                found[word].append(number)
        most = max(20, OFTEN * len(self.documents))
        return {word: numbers for word, numbers in sorted(found.items()) if len(numbers) <= most}

    def listed(self, path: str) -> list[tuple[str, str, list[tuple[str, str, str]]]]:
        """What a page without script shows: kind, heading, and title, link and note of each document."""
        lang, groups = self.words.lang, []
        for kind in KINDS:
            if kind in ("week", "commentary"):
                continue
            found = [
                (d.title, paths.relative(path, f"{lang}/{d.path}"), d.note)
                for d in self.documents
                if d.kind == kind
            ]
            if found:
                groups.append((kind, self.words.say("kind", kind=kind), found))
        return groups

    def _all(self) -> Iterator[Document]:
        words, data = self.words, self.index.data

        def below(path: str) -> str:
            return path.partition("/")[2]

        lang = words.lang
        for border in data.borders:
            yield Document("border", line(words.border(border)), below(paths.border(lang, border)), more=border)
        for crossing in self.index.crossings:
            names = " ".join(name for _, name in crossing.names)
            note = line(words.border(crossing.border))
            yield Document(
                "crossing", words.crossing(crossing), below(paths.crossing(lang, crossing.id)), note, names
            )
        for zone in data.zones:
            title = words.say("zone-title", border=words.join([words.border(b) for b in zone.borders]))
            yield Document("zone", title, below(paths.zone(lang, zone.id)))
        yield from self._places()
        for year, weeks in self.index.years.items():
            note = words.say("weeks", count=len(weeks))
            yield Document("year", str(year), below(paths.year(lang, year)), note)
        for key, target in self.pages(lang):
            yield Document("page", words.say(f"nav-{key}"), below(target))
        for week in reversed(data.weeks):
            path = below(paths.week(lang, week))
            yield Document("week", words.week(week), path, more=f"{week} {week.year}")
            for area in self.index.areas.get(week, ()):
                text = data.text(area, week, lang)
                if text is None:
                    continue
                body = " ".join(s.text for paragraph in (*text.body, text.bullets) for s in paragraph)
                note = f"{words.week(week)} · {words.label('areas', area)}"
                target = below(paths.area(lang, week, area))
                more = f"{line(text.lede.text)} {line(body)}"
                yield Document("commentary", line(text.headline.text), target, note, more)

    @staticmethod
    def pages(lang: str) -> tuple[tuple[str, str], ...]:
        return (
            ("archive", paths.archive(lang)),
            ("all", paths.headlines(lang)),
            ("crossings", paths.crossings(lang)),
            ("criteria", paths.criteria(lang)),
            ("scores", paths.scores(lang)),
            ("about", paths.about(lang)),
            ("policy", paths.policy(lang)),
        )

    def _places(self) -> Iterable[Document]:
        """Places that incidents name, each leading to the first of its records in the newest year."""
        found: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for incident in self.index.data.incidents.values():
            address = self.index.records.address(incident.id)
            day = incident.occurred.start or incident.occurred.end
            for area in incident.place.areas:
                name = shorten(area, 8)
                if name and address and day:
                    found[name].append((day.toordinal(), address))
        most = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))[:PLACES]
        for name, told in sorted(most):
            yield Document("place", name, max(told)[1], self.words.say("place-incidents", count=len(told)))


def _call(name: str, data: Any) -> bytes:
    """A piece as a script that hands its data over."""
    return f'kordon("{name}",{script_json(data)});\n'.encode()
