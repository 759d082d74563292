"""Where things are: borders, groups of borders, crossings and settlements, as a sentence names them.

Which words name a state is the business of the lexicon, and which states meet at a border that of the vocabulary;
this module only puts the two together.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kordon.coding.automaton import Token
from kordon.coding.places import ELSEWHERE, Mention, areas_in, order
from kordon.coding.sentences import Sentence
from kordon.domain.coded import Place, PlacePrecision
from kordon.vocabulary import Vocabulary

if TYPE_CHECKING:
    from kordon.coding.reading import Reading
    from kordon.geo.gazetteer import Gazetteer

_MARK = re.compile(r"[,.;]")
_PAIR = re.compile(r"\s*[-–—/]\s*|\s\Z|\A\s")


HYPHENS = frozenset("-–—")
PEOPLE = frozenset(("state", "party", "office"))  # classes of words that may belong to a state


class World:
    """States, their borders and the gazetteer, ready for look-up."""

    def __init__(self, vocabulary: Vocabulary, gazetteer: Gazetteer) -> None:
        self.vocabulary = vocabulary
        self.gazetteer = gazetteer
        borders = vocabulary["borders"].values()
        self.pairs: Mapping[tuple[str, str], str] = {(b.get("near"), b.get("far")): b.id for b in borders}
        self.near = {near for near, _ in self.pairs}
        self.far = {far for _, far in self.pairs}
        self.assessed = set(vocabulary.assessed_borders)
        self._guarded = {b.get("near") for b in borders if b.id in self.assessed}
        self._near_of = {b.id: str(b.get("near")) for b in borders}
        self._far_of = {b.id: str(b.get("far")) for b in borders}
        self._places: dict[tuple[tuple[str, ...], tuple[str, ...]], Place | None] = {}

    def states_of(self, token: Token) -> tuple[str, ...]:
        value: Any = token.entry.value
        if value is None:
            return ()
        return value if isinstance(value, tuple) else (str(value),)

    def near_of(self, border: str) -> str:
        return self._near_of[border]

    def far_of(self, border: str) -> str:
        return self._far_of[border]

    def border_of(self, near: str, far: Sequence[str]) -> str | None:
        """The border of a state with one of the far states named; the assessed one where several or none fit."""
        fitting = list(dict.fromkeys(self.pairs[near, f] for f in far if (near, f) in self.pairs))
        if len(fitting) == 1:
            return fitting[0]
        fitting = fitting or [b for (n, _), b in self.pairs.items() if n == near]
        assessed = [b for b in fitting if b in self.assessed]
        return assessed[0] if len(assessed) == 1 else (fitting[0] if len(fitting) == 1 else None)

    # -- mentions ---------------------------------------------------------------------------------------------

    def mentions(self, reading: Reading, sentence: Sentence) -> list[Mention]:
        """Every place that a sentence names, in order."""
        if not sentence.has("group", "state", "party", "office", "name", "area", "abroad"):
            return []
        found: list[Mention] = []
        if sentence.has("group", "abroad"):
            found += [*self._groups(sentence), *self._abroad(sentence)]
        if sentence.has("border"):
            found += self._pairs(sentence)
            found += self._links(reading, sentence)
        covered = [(m.start, m.end) for m in found if m.rank == 0]
        areas = areas_in(sentence) if sentence.has("area") else None
        if sentence.has("name"):
            found += [m for m in self._names(sentence) if areas is None or not areas[0] <= m.start < areas[1]]
        if sentence.has(*PEOPLE):
            found += self._states(reading, sentence, covered)
        if areas is not None:
            start, end, words = areas
            lying = {m.place.borders for m in self._names(sentence) if start <= m.start < end and m.place.borders}
            borders = lying.pop() if len(lying) == 1 else ()  # a district lies where the town of its name lies
            found.append(Mention(start, end, 3, Place(borders, areas=words, precision=PlacePrecision.PART)))
        if len(found) > 1:
            found.sort(key=order)
        return found

    def _states(
        self, reading: Reading, sentence: Sentence, covered: Sequence[tuple[int, int]]
    ) -> Iterable[Mention]:
        """States and what belongs to them, outside of what already names a border."""
        far: Sequence[str] | None = None
        for token in sentence.tokens:
            if token.cls not in PEOPLE or token.entry.value is None:
                continue
            if covered and any(a <= token.start < b for a, b in covered):
                continue
            near = [s for s in self.states_of(token) if s in self.near]
            if not near or self._of_citizens(sentence, token):
                continue
            if far is None:
                far = [s for t in sentence.cls("state") for s in self.states_of(t) if s in self.far] or reading.far
            place = self._bordered(tuple(near), tuple(far))
            if place is not None:
                yield Mention(token.start, token.end, 2, place)

    def _of_citizens(self, sentence: Sentence, state: Token) -> bool:
        """'two citizens of Latvia' are wherever they are."""
        return "comp.citizens" in sentence.concepts and any(
            0 <= t.start - state.end <= 2 or 0 <= state.start - t.end <= 2 for t in sentence.all("comp.citizens")
        )

    def _bordered(self, near: tuple[str, ...], far: tuple[str, ...]) -> Place | None:
        """The borders of these states with one of the far ones, as a place; the same few are asked for always."""
        key = (near, far)
        if key not in self._places:
            borders = tuple(b for s in near if (b := self.border_of(s, far)))
            self._places[key] = Place(borders=borders, precision=PlacePrecision.BORDER) if borders else None
        return self._places[key]

    def _groups(self, sentence: Sentence) -> Iterable[Mention]:
        for token in sentence.cls("group"):
            yield Mention(
                token.start, token.end, 0, Place(group=str(token.entry.value), precision=PlacePrecision.GROUP)
            )

    def _abroad(self, sentence: Sentence) -> Iterable[Mention]:
        """Borders and services of states that the vocabulary does not know: 'the Greek–Turkish border', 'between
        Finland and Russia', 'Slovak officers', 'in Germany'. Where people come from or want to go is no place."""
        for token in sentence.cls("abroad"):
            start, end = token.start, token.end
            for border in sentence.cls("border"):
                after = sentence.words(end, border.start)
                between = sentence.words(border.end, start)
                if 0 <= border.start - end <= 12 and not _MARK.search(after):
                    yield Mention(start, border.end, 0, ELSEWHERE)
                elif 0 <= start - border.end <= 14 and between.strip().isalpha():
                    yield Mention(border.start, end, 0, ELSEWHERE)
            staff = any(t.concept == "party.staff" and 0 <= t.start - end <= 2 for t in sentence.cls("party"))
            if staff or any(t.entry.rel == "in" and 0 <= start - t.end <= 2 for t in sentence.cls("in")):
                yield Mention(start, end, 2, ELSEWHERE)

    def _pairs(self, sentence: Sentence) -> Iterable[Mention]:
        """'Polish–Belarusian', 'between Latvia and Belarus'."""
        states = sentence.cls("state")
        borders = sentence.cls("border")
        if not borders:
            return
        for left, right in itertools.pairwise(states):
            border = self._pair(left, right)
            words = sentence.words(left.end, right.start)
            if border is None and words.strip() in HYPHENS and any(0 < t.start - right.end <= 2 for t in borders):
                yield Mention(left.start, right.end, 0, ELSEWHERE)  # 'the Polish–Ukrainian border'
            if border is None or len(words) > 6:
                continue
            hyphened = _PAIR.fullmatch(words) is not None and (words.strip() != "" or left.entry.rel == "adj")
            joined = hyphened or (
                any(left.end <= t.start < right.start for t in sentence.all("link.and"))
                and any(0 < t.start - right.end <= 2 for t in borders)
            )
            between = any(t.end <= left.start and left.start - t.end < 16 for t in borders)
            if joined or (between and any(t.concept == "link.and" for t in sentence.tokens)):
                end = next((t.end for t in borders if 0 <= t.start - right.end <= 2), right.end)
                yield Mention(left.start, end, 0, Place(borders=(border,), precision=PlacePrecision.BORDER))

    def _pair(self, left: Token, right: Token) -> str | None:
        a, b = self.states_of(left), self.states_of(right)
        if len(a) != 1 or len(b) != 1:
            return None
        return self.pairs.get((a[0], b[0])) or self.pairs.get((b[0], a[0]))

    def _links(self, reading: Reading, sentence: Sentence) -> Iterable[Mention]:
        """A border told by its far side: the near side is the state that the sentence speaks of."""
        states = sentence.cls("state")
        for border in sentence.cls("border"):
            start, end, far = self._far_beside(sentence, border, states)
            if not far:
                continue
            near = self.near_before(sentence, start) or self._near_after(sentence, end)
            if not near:
                previous = reading.before(sentence)
                near = self.near_before(previous, previous.end) if previous is not None else ()
            if not near and len(reading.near) == 1 and reading.near[0] in self._guarded:
                near = reading.near
            found = tuple(self.pairs[n, f] for n in near for f in far if (n, f) in self.pairs)
            if found:
                yield Mention(start, end, 0, Place(borders=found, precision=PlacePrecision.BORDER))

    def _far_beside(
        self, sentence: Sentence, border: Token, states: Sequence[Token]
    ) -> tuple[int, int, list[str]]:
        """The far states named with a border: 'the border with Belarus and Russia', 'the Belarusian border'."""
        far: list[str] = []
        start, end = border.start, border.end
        after = [t for t in states if 0 < t.start - end <= 12]
        if after and any(end <= t.start < after[0].start for t in sentence.all("link.with")):
            far = [s for s in self.states_of(after[0]) if s in self.far]
            end = after[0].end
            for token in states:
                if 0 < token.start - end <= 7 and any(s in self.far for s in self.states_of(token)):
                    far += self.states_of(token)
                    end = token.end
        else:
            for token in states:
                if 0 < border.start - token.end <= 2 and token.entry.rel == "adj":
                    far = [s for s in self.states_of(token) if s in self.far]
                    start = token.start
        return start, end, far

    def near_before(self, sentence: Sentence, place: int) -> tuple[str, ...]:
        """The near states that a sentence names last before a place; all of them where they stand in one list."""
        found: list[str] = []
        last: int | None = None
        for token in reversed(sentence.tokens):
            if token.cls not in ("state", "party") or token.end > place:
                continue
            near = [
                s for s in self.states_of(token) if s in self.near or (token.cls == "state" and s not in self.far)
            ]
            if not near:
                continue
            if last is not None and last - token.end > 9:
                break
            found = near + found
            last = token.start
        return tuple(dict.fromkeys(found))

    def together(self, sentence: Sentence, place: int) -> Place | None:
        """The borders of several near states that stand in one list before a place ('Poland, Lithuania and Latvia
        registered'): the group that they are, where the vocabulary knows it."""
        near = self.near_before(sentence, place)
        if len(near) < 2:
            return None
        named = [t for t in sentence.tokens if t.cls in ("state", "party") and t.end <= place]
        named = [t for t in named if set(self.states_of(t)) & set(near)]
        if named and any(c.isdigit() for c in sentence.words(named[0].end, named[-1].start)):
            return None  # 'Lithuania – 12, and Poland – 117': each has its own
        far = [s for t in sentence.cls("state") for s in self.states_of(t) if s in self.far]
        borders = tuple(b for s in near if (b := self.border_of(s, far)))
        if len(borders) < 2:
            return None
        for group in self.vocabulary["groups"].values():
            if set(group.get("borders")) == set(borders):
                return Place(group=group.id, precision=PlacePrecision.GROUP)
        return Place(borders=borders, precision=PlacePrecision.BORDER)

    def _near_after(self, sentence: Sentence, place: int) -> tuple[str, ...]:
        for token in sentence.tokens:
            if token.cls in ("state", "party") and token.start >= place:
                near = [s for s in self.states_of(token) if s in self.near]
                if near:
                    return tuple(near)
        return ()

    def _names(self, sentence: Sentence) -> list[Mention]:
        """Crossings and settlements. Names joined by a dash must name one thing together."""
        tokens = sentence.cls("name")
        found: list[Mention] = []
        wants_crossing = any(t.concept == "object.checkpoint" for t in sentence.tokens)
        skip = -1
        for index, token in enumerate(tokens):
            if index <= skip:
                continue
            candidates = list(token.entry.value)
            end = token.end
            for other_index in range(index + 1, len(tokens)):
                other = tokens[other_index]
                if not re.fullmatch(r"\s*[-–—]\s*", sentence.words(end, other.start)):
                    break
                both = [c for c in candidates if c in other.entry.value and c[0] == "crossing"]
                candidates = both or candidates
                end, skip = other.end, other_index
            if (
                len(tokens) > 1
                and self._is_water(candidates)
                and not all(self._is_water(t.entry.value) for t in tokens)
            ):
                continue  # the village tells more than the river it lies on
            mention = self._name(token.start, end, candidates, wants_crossing or end != token.end)
            if mention is not None:
                found.append(mention)
        return found

    def _is_water(self, candidates: Sequence[tuple[str, str]]) -> bool:
        return all(kind == "place" and self.gazetteer.places[p].kind == "river" for kind, p in candidates)

    def crossing_of(self, token: Token, borders: Sequence[str], rail: bool) -> str | None:
        """The one crossing that a name may mean at these borders: by road, or by rail where that is spoken of."""
        ids = dict.fromkeys(i for kind, i in token.entry.value if kind == "crossing")
        ids |= dict.fromkeys(
            c for kind, i in token.entry.value if kind == "place" for c in self._called.get(i, ())
        )
        every = [self.gazetteer.crossings[i].crossing for i in ids]
        every = [c for c in every if not borders or c.border in borders]
        wanted = [c for c in every if (c.kind == "rail") == rail] or every
        return wanted[0].id if len(wanted) == 1 else None

    def is_crossing(self, token: Token) -> bool:
        """Whether a name may be that of a crossing."""
        return any(kind == "crossing" or self._called.get(i) for kind, i in token.entry.value)

    @cached_property
    def _called(self) -> Mapping[str, tuple[str, ...]]:
        """The crossings that are called by the name of a place: 'Latvia closes Silene'."""
        crossings: dict[str, list[str]] = {}
        for crossing in self.gazetteer.crossings.values():
            for form in crossing.forms:
                crossings.setdefault(form.text.casefold(), []).append(crossing.crossing.id)
        return {
            place.id: tuple(dict.fromkeys(c for f in place.forms for c in crossings.get(f.text.casefold(), ())))
            for place in self.gazetteer.places.values()
        }

    def _name(
        self, start: int, end: int, candidates: Sequence[tuple[str, str]], wants_crossing: bool
    ) -> Mention | None:
        crossings = [c for kind, c in candidates if kind == "crossing"]
        places = [p for kind, p in candidates if kind == "place"]
        if crossings and (wants_crossing or not places):
            road = [c for c in crossings if self.gazetteer.crossings[c].crossing.kind == "road"] or crossings
            border = self.gazetteer.crossings[road[0]].crossing.border
            if len(road) == 1:
                place = Place((border,), crossings=(road[0],), precision=PlacePrecision.POINT)
            else:
                place = Place((border,), precision=PlacePrecision.PART, ambiguous=tuple(road))
            return Mention(start, end, 1, place)
        real = [p for p in places if self.gazetteer.places[p].kind != "namesake"]
        if not real:
            return None
        country = self.gazetteer.places[real[0]].country
        border_or_none = self.border_of(country, ()) if country in self.near else None
        borders = (border_or_none,) if border_or_none else ()
        if len(real) > 1:
            return Mention(start, end, 1, Place(borders, precision=PlacePrecision.PART, ambiguous=tuple(real)))
        return Mention(start, end, 1, Place(borders, settlements=(real[0],), precision=PlacePrecision.POINT))
