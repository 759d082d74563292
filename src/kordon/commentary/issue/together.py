"""Whether the languages of one area go together: all there, none behind, one trend, one original."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kordon.commentary.issue.model import IN_PUBLIC, READY, Text
from kordon.domain.issue import Revision

Revisions = Mapping[str, Revision]
Which = Callable[[Text], str]  # the revision of a text that counts


@dataclass(frozen=True, slots=True)
class Behind:
    """A text that was made from a revision which is no longer the newest of its original."""

    text: Text
    source: Text
    made_from: str
    newest: str

    def __str__(self) -> str:
        return (
            f"The {self.text.lang} text of {self.text.area!r} in {self.text.week} is behind: it was made from "
            f"{short(self.made_from)} of the {self.source.lang} text, which is {short(self.newest)} now."
        )


def short(revision: str) -> str:
    """A revision as messages name it."""
    return revision[: len("revision-") + 10]


def newest(text: Text) -> str:
    return text.newest


def standing(text: Text) -> str:
    """What readers have or would have: a correction that is being written does not count."""
    return text.public if text.state in IN_PUBLIC or text.elsewhere else text.current


def behind(texts: Sequence[Text], revisions: Revisions, which: Which = newest) -> Iterator[Behind]:
    """The texts of one area and week whose original has moved on since."""
    owner = {revision: text for text in texts for revision in text.revisions}
    for text in texts:
        made_from = revisions[which(text)].made_from
        source = owner.get(made_from)
        if source is not None and which(source) != made_from:
            yield Behind(text, source, made_from, which(source))


def original(revision: Revision, revisions: Revisions) -> str:
    """The revision that one was made from in the end; itself where it was made from none."""
    seen = {revision.id}
    while revision.made_from in revisions and revision.made_from not in seen:
        seen.add(revision.made_from)
        revision = revisions[revision.made_from]
    return revision.id


def why_not_together(
    texts: Sequence[Text], revisions: Revisions, languages: Collection[str], without: Collection[str], why: str
) -> str:
    """Why the texts of one area and week may not be released together, as one sentence; '' where they may."""
    found = {text.lang: text for text in texts if text.state != "discarded"}
    area, week = texts[0].area, texts[0].week
    named = f"{area!r} in {week}"
    for lang in without:
        if lang not in languages:
            return f"{lang!r} is no language of the issue; it appears in {', '.join(languages)}."
        if lang in found and found[lang].in_public:
            return (
                f"The {lang} text of {named} is released already, so it cannot be left out; take it off the list."
            )
    going = [lang for lang in languages if lang not in without]
    if not going:
        return f"No language of {named} is left to release; leave fewer of them out."
    if without and not why.strip():
        return f"{named} would go out without {', '.join(without)}; say why in a sentence."
    for lang in going:
        text = found.get(lang)
        if text is None:
            return f"There is no {lang} text of {named}; write it, or release without {lang} and say why."
        if text.state not in READY:
            state = text.state.replace("_", " ")
            return (
                f"The {lang} text of {named} is {state!r}, not approved; have it approved, or release without "
                f"{lang} and say why."
            )
    return _apart([found[lang] for lang in going], revisions, named, standing)


def why_not_corrected(texts: Sequence[Text], revisions: Revisions) -> str:
    """Why what would be public after a correction does not go together; '' where it does."""
    public = [text for text in texts if text.in_public]
    if not any(text.amended for text in public):
        return f"No correction of {texts[0].area!r} in {texts[0].week} is written; edit the text first."
    return _apart(public, revisions, f"{texts[0].area!r} in {texts[0].week}", newest)


def _apart(texts: Sequence[Text], revisions: Revisions, named: str, which: Which) -> str:
    for one in behind(texts, revisions, which):
        return f"{one} Revise it, say that it holds unchanged (edit --unchanged), or leave {one.text.lang} out."
    roots = {text.lang: original(revisions[which(text)], revisions) for text in texts}
    if len(set(roots.values())) > 1:
        told = ", ".join(f"{lang} from {short(root)}" for lang, root in roots.items())
        return (
            f"The texts of {named} were made from different originals ({told}); tell in 'made-from' which holds."
        )
    trends = {text.lang: revisions[which(text)].trend for text in texts}
    if len(set(trends.values())) > 1:
        told = ", ".join(f"{lang}: {trend.value}" for lang, trend in trends.items())
        return f"The texts of {named} do not tell the same trend ({told}); mend the header of one."
    return ""
