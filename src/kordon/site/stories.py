"""Commentaries for a page: their paragraphs, and under each what it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from kordon.domain.commentary import Sentence
from kordon.domain.time import Week
from kordon.site import paths
from kordon.site.model import SiteData
from kordon.site.safe import line, shorten
from kordon.site.why import Why
from kordon.site.words import Words


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph and, sentence by sentence, what it rests on: the opening words and the evidence."""

    text: str
    rests: tuple[tuple[str, Markup], ...]


@dataclass(frozen=True, slots=True)
class Story:
    """One commentary. ``written`` is false where this language has none, and ``others`` has it."""

    area: str
    label: str
    link: str
    written: bool
    trend: str
    trend_word: str
    headline: Passage
    lede: Passage
    body: tuple[Passage, ...]
    bullets: tuple[Passage, ...]
    others: tuple[str, ...] = ()


EMPTY = Passage("", ())


@dataclass(frozen=True, slots=True)
class Stories:
    """The commentaries of one language."""

    data: SiteData
    words: Words
    why: Why

    def story(self, week: Week, area: str, path: str) -> Story:
        data, words = self.data, self.words
        draft = data.drafts.get((area, week, self.words.lang))
        link = paths.relative(path, paths.area(self.words.lang, week, area))
        label = words.label("areas", area)
        if draft is None:
            others = tuple(sorted(lang for a, w, lang in data.drafts if (a, w) == (area, week)))
            return Story(area, label, link, False, "not_assessed", "", EMPTY, EMPTY, (), (), others)
        return Story(
            area=area,
            label=label,
            link=link,
            written=True,
            trend=draft.trend.value,
            trend_word=words.label("trends", draft.trend.value),
            headline=self._passage((draft.headline,)),
            lede=self._passage((draft.lede,)),
            body=tuple(self._passage(paragraph) for paragraph in draft.body),
            bullets=tuple(self._passage((bullet,)) for bullet in draft.bullets),
        )

    def _passage(self, sentences: Sequence[Sentence]) -> Passage:
        text = " ".join(line(s.text) for s in sentences)
        rests = []
        for sentence in sentences:
            shown = self.why.evidence((*sentence.evidence, *(c.source for c in sentence.claims)))
            if shown:
                rests.append((shorten(sentence.text, 9) if len(sentences) > 1 else "", shown))
        return Passage(text, tuple(rests))
