"""The checks of issues.yaml, and the small language in which its rows are written."""

from __future__ import annotations

import importlib.util
import re
import sys
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from kordon.commentary.issue import steps, subject
from kordon.commentary.issue.together import short
from kordon.criteria.labels import Label
from kordon.domain.assessment import Trend
from kordon.domain.errors import NotAllowed

Row = Mapping[str, Any]
MADE = Path(__file__).parents[1] / "commentary" / "issue" / "made.py"
COUNTED = "Guards counted 412 attempts."


@cache
def made() -> ModuleType:
    spec = importlib.util.spec_from_file_location("spec_issue_made", MADE)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def told(room: Any, revision: Any) -> str:
    """What is wrong with a revision, as one line; ``nothing``."""
    found = [f"{'' if f.stops else 'Warning: '}{f}" for f in room.check(revision)]
    return " ".join(found) or "nothing"


def check_numbers(row: Row) -> None:
    room = made().Room()
    assert told(room, room.revision(made().file(row["lang"], row["sentence"]))) == row["answer"]


def check_names(row: Row) -> None:
    check_numbers(row)


def check_quotations(row: Row) -> None:
    check_numbers({**row, "lang": "en"})


def check_moved(row: Row) -> None:
    m = made()
    room = m.Room()
    moved = {"reading-attempts": {"value": float(row["now"])}} if row["now"] != "gone" else {}
    first = room.hand_in(m.file("en", f"{COUNTED}[^reading-attempts]"))
    try:
        if row["step"] == "submit":
            room.values = moved
        room.judge("submit", "en", m.PEOPLE["writer"])
        room.judge("approve", "en", m.PEOPLE["second"])
        for lang in ("be", "ru"):
            room.approved(lang, first.id)
        room.values = moved
        room.release()
    except NotAllowed as error:
        assert str(error) == row["answer"]
    else:
        assert row["answer"] == "done"


def check_edits(row: Row) -> None:
    m = made()
    room = m.Room()
    sentence = "Guards counted 412 attempts before 13 June."
    room.hand_in(m.file("en", f"{sentence}[^reading-attempts measure-zone]"))
    after = room.edit("en", f"{sentence}[^1]", row["sentence"])
    assert told(room, after) == row["answer"]
    assert {claim.source for claim in after.body[0][0].claims} == set(row["rests"])


# ---- review ----------------------------------------------------------------------------------------------------

DOES = {
    "submits": "submit", "approves": "approve", "returns": "return", "withdraws": "withdraw",
    "discards": "discard", "takes back": "take_back",
}  # fmt: skip


def take_step(room: Any, words: str) -> None:
    m = made()
    name, _, does = words.partition(" ")
    who = m.PEOPLE[name]
    if does.startswith("begins"):
        _, _, other = does.partition(" with ")
        room.hand_in(m.file("en", more=f"authors: {other}, {who.id}\n" if other else ""), who)
    elif does == "revises":
        room.edit("en", "A patrol went out", "Patrol after patrol went out", who, "It was wrong.")
    elif does == "releases alone":
        room.release(("en",), ("be", "ru"), "Only English this week.")
    else:
        room.judge(
            DOES[does], "en", who, "Mend the lede." if does in ("returns", "discards", "takes back") else ""
        )


def check_review(row: Row) -> None:
    room = made().Room()
    try:
        for words in row["steps"]:
            if words.endswith("revises") and "Patrol after patrol" in str(room.revisions):
                held = room.text("en")
                sentence = room.revisions[held.newest].body[0][0].text
                room.edit("en", sentence, f"{sentence[:-1]} again.", made().PEOPLE[words.split()[0]], "Wrong.")
            else:
                take_step(room, words)
    except NotAllowed as error:
        assert str(error) == row["answer"]
    else:
        assert room.text("en").state == row["answer"]


# ---- release ---------------------------------------------------------------------------------------------------

TEXT = re.compile(
    r"(?P<lang>\w\w)( from (?P<source>\w\w))?( (?P<state>draft|in review))?(?P<newer> newer)?(?P<better> better)?"
)


def sentence_of(answer: str, revisions: Mapping[str, list[str]]) -> str:
    """An answer with the revisions that it names, as ``{en 1}``: the first one of the English text."""
    return re.sub(r"\{(\w\w) (\d)\}", lambda m: short(revisions[m[1]][int(m[2]) - 1]), answer)


def prepared(room: Any, texts: list[str]) -> dict[str, list[str]]:
    m = made()
    known: dict[str, list[str]] = {}
    for words in texts:
        match = TEXT.fullmatch(words)
        assert match is not None, words
        lang, source = match["lang"], known[match["source"]][-1] if match["source"] else ""
        trend = "got_better" if match["better"] else "has_not_changed"
        known[lang] = [room.hand_in(m.file(lang, trend=trend), source=source).id]
        if match["state"] != "draft":
            room.judge("submit", lang, m.PEOPLE["writer"])
        if match["state"] is None:
            room.judge("approve", lang, m.PEOPLE["second"])
    for words in texts:
        if words.endswith(" newer"):
            lang = words[:2]
            room.judge("take_back", lang, m.PEOPLE["writer"], "A word is wrong.")
            first = m.WORDS[lang][2]
            known[lang].append(room.edit(lang, first, first.replace("patrol", "large patrol")).id)
            room.judge("submit", lang, m.PEOPLE["writer"])
            room.judge("approve", lang, m.PEOPLE["second"])
    return known


def check_release(row: Row) -> None:
    room = made().Room()
    known = prepared(room, row["texts"])
    going = [lang for lang in ("en", "be", "ru") if lang not in row["without"]] or ["ru"]
    try:
        room.release([lang for lang in going if lang in known], row["without"], row["why"])
    except NotAllowed as error:
        left_out = "The ru text is left out of the release and released at once; do one of both."
        if row["case"] == "nothing is left":
            assert str(error) == left_out
            from kordon.commentary.issue.together import why_not_together

            facts = room.facts()
            found = facts.of_area(made().WEEK, made().AREA)
            assert why_not_together(found, room.revisions, facts.languages, row["without"], "No.") == row["answer"]
        else:
            assert str(error) == sentence_of(row["answer"], known)
    else:
        out = [lang for lang in known if room.text(lang).state == "released"]
        assert row["answer"] == f"released in {' '.join(sorted(out, key=['en', 'be', 'ru'].index))}"


# ---- trend -----------------------------------------------------------------------------------------------------


def check_trend(row: Row) -> None:
    m = made()
    room = m.Room()
    room.computed = None if row["computed"] == "none" else Trend(row["computed"])
    if row["label"] != "none":
        said, _, rest = row["label"].partition(" over ")
        then, _, reason = rest.partition(" with ")
        why = "Two borders speak against it." if reason else ""
        room.label = Label(m.AREA, m.WEEK, Trend(then), Trend(said), "desk-1", why, "entry-1")
    room.hand_in(m.file("en", trend=row["text"]))
    try:
        room.judge("submit", "en", m.PEOPLE["writer"])
    except NotAllowed as error:
        assert str(error) == row["answer"]
    else:
        assert row["answer"] == "submitted"


# ---- corrections -----------------------------------------------------------------------------------------------

MENDED = {
    "en": ("A patrol", "A small patrol"),
    "be": ("Патруль", "Малы патруль"),
    "ru": ("Патруль", "Малый патруль"),
}


def check_corrections(row: Row) -> None:
    m = made()
    room = m.Room()
    known = {lang: [r.id] for lang, r in room.all_approved().items()}
    room.release()
    who = m.PEOPLE[row["by"].split()[0]]
    for words in row["written"]:
        lang, _, source = words.partition(" from ")
        author = m.PEOPLE["all"] if row["by"] == "all" else m.PEOPLE["writer"]
        held = room.text(lang)
        file = m.text_of(room.revisions[held.newest]).replace(*MENDED[lang])
        made_from = known[source][-1] if source else room.revisions[held.newest].made_from
        known[lang].append(room.hand_in(file, author, made_from, "The size was left out.").id)
    notice = "" if row["by"].endswith("without a notice") else "The patrol was small."
    try:
        for lang in known:
            newest = room.text(lang).newest
            name = subject(m.WEEK, m.AREA, lang)
            room.take(
                steps.correct(name, who, newest, "correction-1", notice, "A word was left out.", again=False)
            )
    except NotAllowed as error:
        assert str(error) == sentence_of(row["answer"], known)
    else:
        wrong = [lang for lang in known if room.text(lang).corrections[0].wrong != known[lang][-1]]
        assert row["answer"] == f"corrected in {' '.join(wrong)}"
        assert {room.text(lang).public for lang in known} == {ids[-1] for ids in known.values()}


CHECKS: Mapping[str, Callable[[Row], None]] = {
    "issue-numbers": check_numbers,
    "issue-moved": check_moved,
    "issue-edits": check_edits,
    "issue-names": check_names,
    "issue-quotations": check_quotations,
    "issue-review": check_review,
    "issue-release": check_release,
    "issue-trend": check_trend,
    "issue-corrections": check_corrections,
}
