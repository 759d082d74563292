"""Cut a paragraph into sentences, and find the sentence that an edited one came from."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from kordon.domain.commentary import Sentence

LIKE = 0.5  # of the words must be the same for one sentence to have come from another
_STOP = re.compile(r"[.!?…]+[\"'”»’)\]]*[ \u00a0]+(?=[\"'“„«‘(\[]?(?P<next>[\w—–]))")
_LAST = re.compile(r"[\w.-]+\Z")


def split(text: str, known: Iterable[str] = (), abbreviations: Collection[str] = ()) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends. A sentence that is ``known`` is taken as it stands; elsewhere a stop
    before a capital, a digit or a dash ends one, but for an abbreviation or an initial."""
    longest = sorted({k for k in known if k}, key=len, reverse=True)
    at = 0
    while at < len(text):
        end = next((at + len(k) for k in longest if _stands(text, at, k)), None) or _end(text, at, abbreviations)
        yield at, len(text[:end].rstrip())
        at = end
        while at < len(text) and text[at].isspace():
            at += 1


def _stands(text: str, at: int, known: str) -> bool:
    end = at + len(known)
    return text.startswith(known, at) and (end == len(text) or text[end].isspace())


def _end(text: str, at: int, abbreviations: Collection[str]) -> int:
    for stop in _STOP.finditer(text, at):
        if stop["next"].islower():
            continue
        if text[stop.start()] == "." and (word := _LAST.search(text, at, stop.start())):
            before = word[0].lower()
            if before in abbreviations or (len(before) == 1 and before.isalpha()):
                continue
        return stop.end()
    return len(text)


def origins(texts: Sequence[str], before: Sequence[Sentence]) -> list[Sentence | None]:
    """For each text the sentence of the revision before that it came from: the same one, else the likest that no
    other came from, if half of the words are alike."""
    found: list[Sentence | None] = [None] * len(texts)
    free = list(before)
    for number, text in enumerate(texts):
        same = next((s for s in free if s.text == text), None)
        if same is not None:
            found[number] = same
            free.remove(same)
    scored = [
        (ratio, -number, -place)
        for number, text in enumerate(texts)
        if found[number] is None
        for place, sentence in enumerate(free)
        if (ratio := likeness(text, sentence.text)) >= LIKE
    ]
    taken: set[int] = set()
    for _, number, place in sorted(scored, reverse=True):
        if found[-number] is None and -place not in taken:
            found[-number] = free[-place]
            taken.add(-place)
    return found


def likeness(one: str, other: str) -> float:
    """How much of the words of two texts is the same, in order: 0 to 1."""
    match = SequenceMatcher(None, words_of(one), words_of(other), autojunk=False)
    return match.ratio() if match.quick_ratio() >= LIKE else 0.0


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())
