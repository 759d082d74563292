"""How much a run of drafts smells of a template: what comes back in it although the weeks differ.

Every text is masked first: a number, a date, a name and every label of the vocabulary becomes ``#``, so that only
the frame of a sentence is left. Five figures are taken over a window of weeks; all but the last are shares, the
less the better:

===============  ====================================================================================
``frames``       sentences whose frame stands in another week of the window too
``openings``     paragraphs (headline and lede among them) that begin with the same three masked words
``phrases``      words inside a run of five masked words that another week has too
``orders``       weeks whose paragraphs come in the same order as another week's, by what they tell
``rhythm``       standard deviation of the length of sentences over its mean, told for comparison
===============  ====================================================================================

The same figures but ``orders`` can be taken of texts that people wrote, which gives something to compare with.
"""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kordon.commentary.language import Language
from kordon.commentary.numerals import read
from kordon.commentary.phrases import LISTS, Phrases
from kordon.domain.commentary import Draft
from kordon.domain.time import Date, Week

MASK = "#"
RUN = 5  # words that two weeks must share to count as a phrase that comes back
OPENING = 3  # words that an opening is known by
MASKED = ("border", "group", "state", "level", "factor", "measure", "kind", "means", "trigger", "signal", "answer")
SHORT_NAMES = ("border-with-nom", "border-with-gen", "border-with-acc", "border-with-loc")  # of borders
_WORD = re.compile(r"#|[^\W\d_]+(?:['’][^\W\d_]+)?")
_END = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_]|[“«\d])")


@dataclass(frozen=True, slots=True)
class Text:
    """One week's text, masked: its paragraphs, each of sentences, each of words; and what each paragraph tells."""

    paragraphs: tuple[tuple[tuple[str, ...], ...], ...]
    order: tuple[str, ...] = ()

    @property
    def sentences(self) -> list[tuple[str, ...]]:
        return [sentence for paragraph in self.paragraphs for sentence in paragraph]


@dataclass(frozen=True, slots=True)
class Smell:
    """The figures of one window, as the module tells them."""

    frames: float
    openings: float
    phrases: float
    orders: float
    rhythm: float


def masker(phrases: Phrases, lang: str, names: Iterable[str] = ()) -> Callable[[str], tuple[str, ...]]:
    """A function from a text to its masked words in small letters; ``names`` are further names to mask."""
    language = phrases.languages[lang]
    terms = {name: phrases.vocabulary[LISTS[name]] for name in MASKED}
    labels = {
        form for entries in terms.values() for term in entries.values() for form in term.labels[lang].values()
    }
    known = sorted({*labels, *names}, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, known))})(?!\w)", re.IGNORECASE)
    forms = {phrases.say(lang, key, number=n, names=MASK) for key in SHORT_NAMES for n in ("one", "many")}
    short = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})", re.IGNORECASE)

    @lru_cache(maxsize=20_000)
    def mask(text: str) -> tuple[str, ...]:
        rest = short.sub(MASK, pattern.sub(MASK, text))
        for token in _tokens(rest, language):
            rest = rest.replace(token, MASK)
        return tuple(word.lower() for word in _WORD.findall(rest))

    return mask


def _tokens(text: str, language: Language) -> list[str]:
    return sorted({token.text for token in read(text, language, Date(2000, 1, 1))}, key=len, reverse=True)


def text_of_draft(draft: Draft, mask: Callable[[str], tuple[str, ...]]) -> Text:
    """A draft as a text; things to watch are a list and stay out."""
    head = [[mask(draft.headline.text)], _split(draft.lede.text, mask)]
    body = [[part for s in paragraph for part in _split(s.text, mask)] for paragraph in draft.body]
    told = [paragraph[0].key.partition("-")[0] for paragraph in draft.body if paragraph]
    return Text(tuple(tuple(p) for p in (*head, *body) if p), tuple(told))


def text_of_page(page: str, mask: Callable[[str], tuple[str, ...]]) -> Text:
    """A text that somebody wrote, paragraphs parted by empty lines."""
    paragraphs = [" ".join(p.split()) for p in page.split("\n\n")]
    return Text(tuple(tuple(_split(p, mask)) for p in paragraphs if mask(p)))


def _split(text: str, mask: Callable[[str], tuple[str, ...]]) -> list[tuple[str, ...]]:
    return [words for part in _END.split(text) if (words := mask(part))]


def smell(texts: Sequence[Text]) -> Smell:
    """The figures of a window of texts, one a week; raises ``ValueError`` where there are fewer than two."""
    if len(texts) < 2:
        raise ValueError("The smell of a template is told by at least two texts.")
    frames = [Counter(t.sentences) for t in texts]
    openings = [Counter(p[0][:OPENING] for p in t.paragraphs if p) for t in texts]
    lengths = [len(s) for t in texts for s in t.sentences]
    orders = [Counter([t.order]) for t in texts if t.order]
    return Smell(
        frames=_coming_back(frames),
        openings=_coming_back(openings),
        phrases=_phrases(texts),
        orders=_coming_back(orders) if orders else 0.0,
        rhythm=statistics.pstdev(lengths) / statistics.mean(lengths),
    )


def _coming_back(weeks: Sequence[Counter[tuple[str, ...]]]) -> float:
    """The share of all things that stand in another week too."""
    in_weeks = Counter(thing for week in weeks for thing in week)
    everything = sum(sum(week.values()) for week in weeks)
    shared = sum(count for week in weeks for thing, count in week.items() if in_weeks[thing] > 1)
    return shared / everything if everything else 0.0


def _phrases(texts: Sequence[Text]) -> float:
    runs = [{run for s in t.sentences for run in _runs(s)} for t in texts]
    in_weeks = Counter(run for week in runs for run in week)
    words = covered = 0
    for text in texts:
        for sentence in text.sentences:
            words += len(sentence)
            hit: set[int] = set()
            for start, run in enumerate(_runs(sentence)):
                if in_weeks[run] > 1:
                    hit.update(range(start, start + RUN))
            covered += len(hit)
    return covered / words if words else 0.0


@lru_cache(maxsize=20_000)
def _runs(sentence: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [sentence[i : i + RUN] for i in range(len(sentence) - RUN + 1)]


def windows(texts: Sequence[tuple[Week, Text]], length: int = 10) -> list[tuple[Week, Smell]]:
    """The figures of every window of so many weeks on end (of those handed over), by its first week."""
    return [
        (texts[i][0], smell([text for _, text in texts[i : i + length]])) for i in range(len(texts) - length + 1)
    ]
