"""A week's issue on a register: written, approved, released, corrected; whole or not at all."""

from __future__ import annotations

import importlib.util
import os
import signal
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kordon.chain import Setup
from kordon.commentary.issue import identified, parse, subject
from kordon.domain.assessment import Trend
from kordon.domain.commentary import Claim
from kordon.domain.errors import DomainError, InputError, NotAllowed, RegisterError
from kordon.domain.issue import Issue
from kordon.domain.record import Person
from kordon.domain.time import Date
from kordon.measures.process import replayed
from kordon.register import Register, open_register

HERE = Path(__file__).parent
SETUP = Setup()


def load() -> ModuleType:
    """What a run leaves in a register (``issues_made.py``), which the tests of the command use as well."""
    spec = importlib.util.spec_from_file_location("register_issues_made", HERE / "issues_made.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MADE = load()
WEEK, NOON, SAID = MADE.WEEK, MADE.NOON, MADE.SAID
WRITER, SECOND, EDITOR = MADE.WRITER, MADE.SECOND, MADE.EDITOR
draft, fill, reading = MADE.draft, MADE.fill, MADE.reading


@pytest.fixture
def desk(register: Register) -> Any:
    """The desk of a register with a week's drafts."""
    fill(register)
    return desk_of(register)


def desk_of(register: Register) -> Any:
    from kordon.register.issue_desk import Desk
    from kordon.register.issues import Issues

    return Desk(Issues(register, SETUP))


def approved(desk: Any) -> None:
    desk.draft(WEEK, WRITER)
    desk.act("submit", desk.issues.of_week(WEEK), WRITER)
    desk.act("approve", desk.issues.of_week(WEEK), SECOND)


def edited(desk: Any, lang: str, old: str, new: str, who: Person = WRITER, why: str = "") -> Any:
    told = desk.file(WEEK, "security", lang)
    assert old in told
    (handed,) = desk.edit([(f"{lang}.md", parse(told.replace(old, new), f"{lang}.md"))], who, why)
    return handed


def test_from_a_draft_to_what_readers_get(desk: Any) -> None:
    approved(desk)
    assert desk.issues.released() == ()
    desk.release(WEEK, EDITOR)
    (issue,) = desk.issues.released()
    assert desk.issues.issue(WEEK) == issue
    assert (issue.week, issue.number, issue.corrections) == (WEEK, 1, ())
    (commentary,) = issue.commentaries
    assert list(commentary.revisions) == ["en", "be", "ru"]
    assert (commentary.area, commentary.reviewers, commentary.exception) == ("security", ("desk-2",), "")
    assert (commentary.computed, commentary.why) == (Trend.WORSE, "")
    english, belarusian = commentary.revisions["en"], commentary.revisions["be"]
    assert (english.headline.text, english.authors) == ("Guards counted 412 attempts", ("desk-1",))
    assert belarusian.made_from == english.id
    assert english.headline.claims == (Claim("value", 412.0, "reading-p1-2024-06-03"),)


def test_the_chain_is_walked_from_a_released_sentence_to_its_reading(desk: Any) -> None:
    approved(desk)
    trace = desk.issues.register.trace(subject(WEEK, "security", "en"))
    text = desk.issues.text(WEEK, "security", "en")
    assert {text.current, "reading-p1-2024-06-03"} <= set(trace.rests_on)
    assert text.current in desk.issues.register.trace("reading-p1-2024-06-03").used_by
    assert desk.issues.register.known([text.current, "revision-0"]) == {text.current}


def test_what_is_begun_is_not_begun_again(desk: Any) -> None:
    assert len(desk.draft(WEEK, WRITER)) == 3
    assert desk.draft(WEEK, SECOND) == ()
    with pytest.raises(DomainError, match="holds no draft of west for 2024-W22; run `kordon run` first"):
        desk.draft(WEEK, WRITER, ("west",))


def test_a_reading_that_moved_stops_submission_and_release(desk: Any) -> None:
    """The day of the run went on, so the reading has another id; it is found by what it measures."""
    from kordon.register.values import Scope

    register = desk.issues.register
    desk.draft(WEEK, WRITER)
    later = Date(2024, 6, 10)
    sentence = (
        "2024-W22:security:en, headline: the sentence 'Guards counted 412 attempts' says 412, but "
        "reading-p1-2024-06-03 now says 398; mend the number, or cite what it rests on now."
    )
    texts = desk.issues.of_week(WEEK)
    desk.act("submit", texts, WRITER)
    desk.act("approve", texts, SECOND)
    with register.run("run") as run:
        register.record_readings([reading(398.0, later), replace(reading(0.0, later), id="r", indicator="p2",
                                                                 low=2512.0)])  # fmt: skip
        register.record_drafts(replace(draft("security", lang), as_of=later) for lang in SAID)
        run.scope = Scope(as_of=later)
    with pytest.raises(NotAllowed) as error:
        desk.release(WEEK, EDITOR)
    assert str(error.value) == sentence
    assert desk.issues.released() == ()
    desk.act("take_back", desk.issues.of_week(WEEK), WRITER, "The count was corrected.")
    with pytest.raises(NotAllowed) as error:
        desk.act("submit", desk.issues.of_week(WEEK), WRITER)
    assert str(error.value) == sentence


def test_a_refused_release_leaves_the_register_as_it_was(
    desk: Any, contents: Callable[[Register], object]
) -> None:
    """The last of the languages is refused: none is released."""
    approved(desk)
    russian = desk.issues.text(WEEK, "security", "ru")
    desk.act("take_back", [russian], WRITER, "A word is wrong.")
    before = contents(desk.issues.register)
    with pytest.raises(NotAllowed, match="The ru text of 'security' in 2024-W22 is 'draft', not approved"):
        desk.release(WEEK, EDITOR)
    with pytest.raises(NotAllowed, match="'desk-1' may not 'release': that is for editor"):
        desk.release(WEEK, WRITER, without=("ru",), why="Later.")
    assert contents(desk.issues.register) == before


def test_a_missing_language_is_released_later(desk: Any) -> None:
    approved(desk)
    desk.act("take_back", [desk.issues.text(WEEK, "security", "ru")], WRITER, "A word is wrong.")
    desk.release(WEEK, EDITOR, without=("ru",), why="The translator is away.")
    (commentary,) = desk.issues.issue(WEEK).commentaries
    assert (list(commentary.revisions), commentary.exception) == (["en", "be"], "The translator is away.")
    russian = [desk.issues.text(WEEK, "security", "ru")]
    desk.act("submit", russian, WRITER)
    desk.act("approve", russian, SECOND)
    desk.release(WEEK, EDITOR)
    (commentary,) = desk.issues.issue(WEEK).commentaries
    assert (list(commentary.revisions), commentary.exception) == (["en", "be", "ru"], "")
    with pytest.raises(NotAllowed, match="Nothing of 2024-W22 is approved and not released yet"):
        desk.release(WEEK, EDITOR)


def test_areas_go_out_together_or_by_name(register: Register) -> None:
    fill(register, ("security", "west"))
    desk = desk_of(register)
    desk.draft(WEEK, WRITER)
    security = desk.issues.of_week(WEEK, "security")
    desk.act("submit", security, WRITER)
    desk.act("approve", security, SECOND)
    with pytest.raises(NotAllowed, match="The en text of 'west' in 2024-W22 is 'draft'"):
        desk.release(WEEK, EDITOR)
    desk.release(WEEK, EDITOR, ("security",))
    assert [c.area for c in desk.issues.issue(WEEK).commentaries] == ["security"]
    desk.act("discard", desk.issues.of_week(WEEK, "west"), WRITER, "Nothing to say this week.")
    with pytest.raises(NotAllowed, match="Nothing of 2024-W22 is approved"):
        desk.release(WEEK, EDITOR)


def test_an_edit_is_told_at_once_and_makes_translations_behind(desk: Any) -> None:
    desk.draft(WEEK, WRITER)
    handed = edited(desk, "en", "412 attempts", "421 attempts", SECOND)
    assert [str(f) for f in handed.findings] == [
        "headline: the sentence 'Guards counted 421 attempts' says 421, but reading-p1-2024-06-03 now says 412; "
        "mend the number, or cite what it rests on now."
    ]
    assert handed.revision.authors == ("desk-1", "desk-2")
    assert [one.text.lang for one in desk.issues.behind()] == ["be", "ru"]
    edited(desk, "en", "421 attempts", "412 attempts again")
    desk.unchanged(WEEK, "security", (), WRITER, "")
    assert desk.issues.behind() == ()
    english = desk.issues.text(WEEK, "security", "en")
    assert desk.issues.revisions[desk.issues.text(WEEK, "security", "be").current].made_from == english.current


def test_a_file_that_says_nothing_new_is_no_revision(desk: Any) -> None:
    desk.draft(WEEK, WRITER)
    (handed,) = desk.edit([("en.md", parse(desk.file(WEEK, "security", "en"), "en.md"))], SECOND)
    assert not handed.new
    assert len(desk.issues.text(WEEK, "security", "en").revisions) == 1


FILE = """---
week: 2024-W22
area: society
language: {lang}
trend: got_worse
{more}---
# {head}

{lede}
"""


def test_analysts_write_an_area_without_a_draft_in_one_go(desk: Any) -> None:
    """The order of the files does not matter: what is made from another goes after it."""
    told = [
        ("be.md", FILE.format(lang="be", more="made-from: en\n", head="Ціха", lede="Нічога не было.")),
        ("en.md", FILE.format(lang="en", more="", head="Quiet", lede="Nothing was heard.")),
        ("ru.md", FILE.format(lang="ru", more="made-from: en\n", head="Тихо", lede="Ничего не было.")),
    ]
    desk.edit([(name, parse(text, name)) for name, text in told], WRITER)
    english, *others = desk.issues.of_week(WEEK, "society")
    assert {desk.issues.revisions[t.current].made_from for t in others} == {english.current}
    desk.act("submit", [english, *others], WRITER)
    desk.act("approve", [english, *others], SECOND)
    desk.release(WEEK, EDITOR)
    (commentary,) = desk.issues.issue(WEEK).commentaries
    assert (commentary.area, commentary.computed) == ("society", None)


def test_of_several_files_all_are_handed_in_or_none(desk: Any, contents: Callable[[Register], object]) -> None:
    before = contents(desk.issues.register)
    told = [
        ("en.md", FILE.format(lang="en", more="", head="Quiet", lede="Nothing was heard.")),
        ("be.md", FILE.format(lang="be", more="made-from: ru\n", head="Ціха", lede="Нічога.")),
    ]
    with pytest.raises(InputError) as error:
        desk.edit([(name, parse(text, name)) for name, text in told], WRITER)
    assert str(error.value) == (
        "be.md, header: there is no ru text of 'society' in 2024-W22 that it was made from; hand that in first, "
        "or with it."
    )
    assert contents(desk.issues.register) == before


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("area: society", "area: weather", "en.md, header: 'weather' is no area; use one of security, west"),
        ("language: en", "language: pl", "en.md, header: 'pl' is no language of the issue; use en, be, ru."),
        ("got_worse", "bad", "en.md, header: 'bad' is no trend; use one of got_worse, has_not_changed"),
        ("got_worse", "got_worse\nrevision: revision-1", "en.md, header: 'revision-1' is no revision on record"),
        ("area: society", "area: security", "en.md, header: 'security' of 2024-W22 has a text in en already"),
    ],
)
def test_a_header_that_cannot_be_meant_is_named(desk: Any, old: str, new: str, sentence: str) -> None:
    desk.draft(WEEK, WRITER)
    text = FILE.format(lang="en", more="", head="Quiet", lede="Nothing.").replace(old, new)
    with pytest.raises(InputError) as error:
        desk.edit([("en.md", parse(text, "en.md"))], WRITER)
    assert str(error.value).startswith(sentence)


# ---- the trend -------------------------------------------------------------------------------------------------


def test_both_labels_are_kept_with_the_reason_and_settled_by_the_release(desk: Any) -> None:
    desk.draft(WEEK, WRITER)
    for lang in ("en", "be", "ru"):
        edited(desk, lang, "trend: got_worse", "trend: has_not_changed")
    desk.unchanged(WEEK, "security", (), WRITER, "")
    with pytest.raises(NotAllowed, match="and the computed trend is 'got_worse'; say why with"):
        desk.act("submit", desk.issues.of_week(WEEK), WRITER)
    with pytest.raises(NotAllowed, match="differs from the computed 'got_worse'; say why in a sentence"):
        desk.label(WEEK, "security", Trend.SAME, "", WRITER)
    desk.label(WEEK, "security", Trend.SAME, "One night alone made the difference.", WRITER)
    texts = desk.issues.of_week(WEEK)
    desk.act("submit", texts, WRITER)
    desk.act("approve", texts, SECOND)
    desk.release(WEEK, EDITOR)
    (commentary,) = desk.issues.issue(WEEK).commentaries
    assert commentary.revisions["en"].trend is Trend.SAME
    assert (commentary.computed, commentary.why) == (Trend.WORSE, "One night alone made the difference.")
    with pytest.raises(NotAllowed, match="is 'settled', and 'relabel' is no step from there"):
        desk.label(WEEK, "security", Trend.BETTER, "Later.", WRITER)


# ---- corrections -----------------------------------------------------------------------------------------------


def corrected(desk: Any) -> Issue:
    approved(desk)
    desk.release(WEEK, EDITOR)
    edited(desk, "be", "камяні", "каменне", WRITER, "A word was wrong.")
    assert desk.issues.issue(WEEK).commentaries[0].revisions["be"].body[0][0].text == SAID["be"][2]
    notices = {"en": "A word in Belarusian.", "be": "Слова было памылковае.", "ru": "Слово в белорусском."}
    desk.correct(WEEK, "security", EDITOR, notices, "A reader wrote to us.")
    issue: Issue = desk.issues.issue(WEEK)
    return issue


def test_a_correction_tells_who_when_why_and_both_texts(desk: Any) -> None:
    issue = corrected(desk)
    (one,) = issue.corrections
    assert (one.area, one.by, one.why) == ("security", "desk-3", "A reader wrote to us.")
    assert (list(one.notice), list(one.wrong), list(one.right)) == (["en", "be", "ru"], ["be"], ["be"])
    belarusian = issue.commentaries[0].revisions["be"]
    assert belarusian.body[0][0].text == "У патруль кідалі каменне."
    assert (one.right["be"], one.wrong["be"]) == (belarusian.id, belarusian.before)
    assert desk.issues.revision(one.wrong["be"]).body[0][0].text == SAID["be"][2]


def test_what_is_corrected_can_be_corrected_again(desk: Any) -> None:
    corrected(desk)
    edited(desk, "be", "каменне", "камяні і лёд", WRITER, "It was more than that.")
    notices = dict.fromkeys(("en", "be", "ru"), "More.")
    desk.correct(WEEK, "security", EDITOR, notices, "The second time.")
    first, second = desk.issues.issue(WEEK).corrections
    assert first.right["be"] == second.wrong["be"]
    assert first.id != second.id


def test_a_correction_needs_its_notice_in_every_language_of_readers(desk: Any) -> None:
    approved(desk)
    desk.release(WEEK, EDITOR)
    edited(desk, "be", "камяні", "каменне", WRITER, "A word was wrong.")
    with pytest.raises(NotAllowed) as error:
        desk.correct(WEEK, "security", EDITOR, {"en": "A word.", "be": " "}, "A reader wrote.")
    assert str(error.value) == (
        "The notice is missing in be, ru; give it in the languages that were released (en, be, ru)."
    )
    with pytest.raises(NotAllowed, match="holds U\\+202E RIGHT-TO-LEFT OVERRIDE, which nobody sees"):
        desk.correct(WEEK, "security", EDITOR, dict.fromkeys(("en", "be", "ru"), "a\u202eb"), "A reader wrote.")
    assert desk.issues.issue(WEEK).corrections == ()


def test_a_correction_that_was_dropped_changes_nothing(desk: Any) -> None:
    approved(desk)
    desk.release(WEEK, EDITOR)
    before = desk.issues.issue(WEEK)
    edited(desk, "be", "камяні", "каменне", WRITER, "A word was wrong.")
    desk.act("drop", [desk.issues.text(WEEK, "security", "be")], EDITOR, "It was right.")
    assert desk.issues.issue(WEEK) == before
    with pytest.raises(NotAllowed, match="No correction of 'security' in 2024-W22 is written"):
        desk.correct(WEEK, "security", EDITOR, {}, "None.")


# ---- the record ------------------------------------------------------------------------------------------------


def test_another_register_that_is_told_the_same_steps_gives_the_same_issue(
    desk: Any, make_url: Callable[..., str]
) -> None:
    """Every entry is checked anew when it is played again, by the gates that stood when it was made."""
    issue = corrected(desk)
    process = desk.issues.process
    record = desk.issues.register.record()
    calm = dict.fromkeys({g for s in process.steps.values() for g in s.gates}, lambda entries, entry: "")
    states = replayed(process, record, calm)
    assert set(states.values()) == {"corrected"}
    with open_register(make_url()) as other:
        revisions = desk.issues.register.revisions([e.data["revision"] for e in record if e.process == "issue"])
        from kordon.criteria.labels import POLICIES, PROCESS
        from kordon.measures.process import load_process

        for entry in record:
            rules, gates = (process, calm) if entry.process == "issue" else (load_process(PROCESS), POLICIES)
            held = [revisions[entry.data["revision"]]] if entry.process == "issue" else []
            other.take_with(held, [(rules, lambda log, at, entry=entry: entry, gates)], now=entry.at)
        assert desk_of(other).issues.issue(WEEK) == issue


def test_a_text_that_was_changed_by_hand_is_noticed(desk: Any) -> None:
    from django.db import connections

    register = desk.issues.register
    desk.draft(WEEK, WRITER)
    name = desk.issues.text(WEEK, "security", "en").current
    with connections[register.alias].cursor() as cursor:
        if connections[register.alias].vendor == "sqlite":
            cursor.execute("DROP TRIGGER register_revision_no_update")
        else:
            cursor.execute("ALTER TABLE register_revision DISABLE TRIGGER USER")
        cursor.execute(
            "UPDATE register_revision SET payload = replace(payload, '412 att', '12 att') WHERE key = %s",
            [name],
        )
    with pytest.raises(RegisterError, match=f"The text of {name} in .* was changed after it was stored"):
        register.revisions([name])


def test_a_revision_is_stored_with_its_step_or_not_at_all(
    desk: Any, contents: Callable[[Register], object]
) -> None:
    desk.draft(WEEK, WRITER)
    before = contents(desk.issues.register)
    with pytest.raises(NotAllowed, match="'desk-3' may not 'revise': that is for analyst"):
        edited(desk, "en", "stones", "large stones", EDITOR)
    assert contents(desk.issues.register) == before


def test_killed_amid_a_release_all_texts_are_released_or_none(tmp_path: Path, template: Path) -> None:
    """The process dies after a step was written and before the transaction ends."""
    path = tmp_path / "kordon.sqlite3"
    path.write_bytes(template.read_bytes())
    with open_register(path) as register:
        fill(register)
        approved(desk_of(register))
        head = register.record_head()
    pid = os.fork()
    if pid == 0:
        _release_and_die(path)
    _, status = os.waitpid(pid, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL
    with open_register(path) as register:
        desk = desk_of(register)
        assert register.record_is_whole(head)
        assert register.record_head() == head
        assert desk.issues.released() == ()
        desk.release(WEEK, EDITOR)
        assert len(desk.issues.released()) == 1


def _release_and_die(path: Path) -> None:
    from kordon.register import models as rows

    written = 0
    save = rows.Entry.save

    def dying(self: Any, *args: Any, **kwargs: Any) -> None:
        nonlocal written
        save(self, *args, **kwargs)
        written += 1
        if written == 2:
            os.kill(os.getpid(), signal.SIGKILL)

    rows.Entry.save = dying  # type: ignore[method-assign]
    try:
        with open_register(path) as register:
            desk_of(register).release(WEEK, EDITOR)
    finally:
        os._exit(1)


# ---- what others call ------------------------------------------------------------------------------------------


def test_issues_are_numbered_in_the_order_of_their_release(register: Register) -> None:
    fill(register)
    earlier = WEEK - 3
    register.record_drafts(replace(draft("security", lang), week=earlier) for lang in SAID)
    desk = desk_of(register)
    for week in (WEEK, earlier):
        desk.draft(week, WRITER)
        desk.act("submit", desk.issues.of_week(week), WRITER)
        desk.act("approve", desk.issues.of_week(week), SECOND)
        desk.release(week, EDITOR)
    assert [(i.week, i.number) for i in desk.issues.released()] == [(earlier, 2), (WEEK, 1)]


def test_what_leads_on_and_why_not_can_be_asked(desk: Any) -> None:
    desk.draft(WEEK, WRITER)
    text = desk.issues.text(WEEK, "security", "en")
    told = {c.step.id: c.why_not for c in desk.issues.choices(text, SECOND, NOON.replace(year=2100))}
    assert told["revise"] == ""
    assert told["submit"] == ""
    desk.act("submit", [text], WRITER)
    text = desk.issues.text(WEEK, "security", "en")
    told = {c.step.id: c.why_not for c in desk.issues.choices(text, WRITER, NOON.replace(year=2100))}
    assert told["approve"] == "'desk-1' may not 'approve': that is for reviewer."


def test_a_week_without_an_issue_gets_a_sentence(desk: Any) -> None:
    with pytest.raises(DomainError, match="Nothing of 2024-W22 has been released; 'show' tells where"):
        desk.issues.issue(WEEK)
    with pytest.raises(DomainError, match="There is no en text of 'security' in 2024-W22; the texts of the week"):
        desk.issues.text(WEEK, "security", "en")


def test_the_identity_of_a_revision_survives_the_register(desk: Any) -> None:
    desk.draft(WEEK, WRITER)
    for text in desk.issues.of_week(WEEK):
        revision = desk.issues.revisions[text.current]
        assert identified(revision) == revision
