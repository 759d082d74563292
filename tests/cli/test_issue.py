"""``kordon issue``: a week from its drafts to a correction; every refusal a sentence that changes nothing."""

from __future__ import annotations

import importlib.util
import json
import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import Result
from kordon_cli import Kordon

from kordon.chain import Setup
from kordon.register import open_register

MADE = Path(__file__).parents[1] / "register" / "issues_made.py"
WRITER = ("--by", "desk-1", "--role", "analyst")
SECOND = ("--by", "desk-2", "--role", "reviewer")
EDITOR = ("--by", "desk-3", "--role", "editor")
WEEK, TEXT = "2024-W22", ("2024-W22", "security", "en")
SETUP = Setup()
Do = Callable[..., Result]


@pytest.fixture(scope="module")
def m() -> ModuleType:
    spec = importlib.util.spec_from_file_location("cli_issues_made", MADE)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def do(kordon: Kordon, tmp_path: Path, m: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Do:
    monkeypatch.setattr("kordon.chain.Setup", lambda *folders: SETUP)  # data is read once, not at each command
    path = tmp_path / "kordon.sqlite3"
    with open_register(path) as register:
        m.fill(register)
    minutes = iter(range(10, 60))

    def run(*arguments: str | Path) -> Result:
        at = f"2024-06-03T12:{next(minutes)}+00:00"
        return kordon("issue", "--register", path, "--at", at, *arguments)

    return run


def well(result: Result) -> str:
    assert result.exit_code == 0, result.output
    return str(result.stdout)


def approve(do: Do) -> None:
    well(do("draft", WEEK, *WRITER))
    well(do("submit", WEEK, "security", *WRITER))
    well(do("approve", WEEK, "security", *SECOND))


def edit(do: Do, tmp_path: Path, lang: str, old: str, new: str, *more: str) -> Result:
    told = well(do("text", WEEK, "security", lang))
    assert old in told
    file = tmp_path / f"{lang}.md"
    file.write_text(told.replace(old, new), "utf-8")
    return do("edit", file, *more, *WRITER)


def test_a_week_from_its_drafts_to_its_release(do: Do) -> None:
    begun = well(do("draft", WEEK, *WRITER)).splitlines()
    assert begun == [f"Begun: {WEEK}:security:{lang}." for lang in ("en", "be", "ru")]
    assert well(do("check", WEEK)) == "Nothing stands against a release.\n"
    submitted = well(do("submit", WEEK, "security", *WRITER)).splitlines()
    assert submitted[0] == "Recorded: submit for review, by desk-1. 2024-W22:security:en is in review."
    well(do("approve", WEEK, "security", *SECOND))
    assert well(do("release", WEEK, *EDITOR)).splitlines() == [
        f"Recorded: release, by desk-3. 2024-W22:security:{lang} is released." for lang in ("en", "be", "ru")
    ]
    assert re.search(r"2024-W22 +security +released +released +released", well(do("list")))


def test_an_edit_says_what_is_wrong_and_the_text_cannot_be_submitted(do: Do, tmp_path: Path) -> None:
    well(do("draft", WEEK, *WRITER))
    told = well(edit(do, tmp_path, "en", "412 attempts", "421 attempts near Grodno"))
    lines = told.splitlines()
    assert re.fullmatch(r"Recorded: 2024-W22:security:en is revision-[0-9a-f]{10}\.", lines[0])
    assert lines[1:] == [
        "  headline: the sentence 'Guards counted 421 attempts near Grodno' says 421, but reading-p1-2024-06-03 "
        "now says 412; mend the number, or cite what it rests on now.",
        "  headline: 'Grodno' is not how this language writes the name; write it as 'Hrodna'.",
        "  It can be submitted when that is mended.",
    ]
    refused = do("submit", WEEK, "security", *WRITER)
    assert (refused.exit_code, refused.stderr.count("\n")) == (4, 1)
    assert "says 421, but reading-p1-2024-06-03 now says 412" in refused.stderr
    assert "(1 more: see 'check')" in refused.stderr
    checked = do("check", WEEK)
    assert (checked.exit_code, len(checked.stdout.splitlines())) == (2, 2)


def test_the_difference_is_shown_word_by_word(do: Do, tmp_path: Path) -> None:
    well(do("draft", WEEK, *WRITER))
    well(edit(do, tmp_path, "en", "met with stones", "met with stones and ice"))
    first, second = well(do("diff", *TEXT)).splitlines()
    assert re.fullmatch(r"revision-[0-9a-f]{10} -> revision-[0-9a-f]{10}", first)
    assert second == "paragraph 1: A patrol was met with stones{+ and ice+}."
    told = json.loads(well(do("diff", *TEXT, "--json")))
    assert told["changes"] == [
        {"part": "paragraph", "number": 1, "runs": [
            {"op": "same", "text": "A patrol was met with stones"}, {"op": "new", "text": " and ice"},
            {"op": "same", "text": "."},
        ]},
    ]  # fmt: skip
    assert "be text of 'security' in 2024-W22 is behind" in well(do("behind"))
    history = well(do("history", *TEXT))
    assert "begin, by desk-1" in history
    assert "stones{+ and ice+}" in history


def test_translations_that_hold_are_said_to(do: Do, tmp_path: Path) -> None:
    well(do("draft", WEEK, *WRITER))
    well(edit(do, tmp_path, "en", "met with stones", "met with a few stones"))
    told = well(do("unchanged", WEEK, "security", *WRITER)).splitlines()
    assert told == [f"Recorded: the {lang} text of security in {WEEK} holds as it is." for lang in ("be", "ru")]
    assert well(do("behind")) == ""


def test_a_correction_is_written_by_one_and_made_by_another(do: Do, tmp_path: Path) -> None:
    approve(do)
    well(do("release", WEEK, *EDITOR))
    refused = edit(do, tmp_path, "be", "камяні", "каменне")
    assert (refused.exit_code, refused.stderr) == (4, "kordon: 'amend' needs a reason; say why in a sentence.\n")
    well(edit(do, tmp_path, "be", "камяні", "каменне", "--why", "A word was wrong."))
    notices = [word for lang in ("en", "be", "ru") for word in ("--notice", f"{lang}=A word in Belarusian.")]
    assert "released, corrected" in well(do("correct", WEEK, "security", *notices, "--why", "A reader.", *EDITOR))
    (text,) = (json.loads(line) for line in well(do("show", WEEK, "--json")).splitlines() if ":be" in line)
    assert text["state"] == "corrected"
    assert text["corrections"][0]["notice"] == "A word in Belarusian."


def test_a_text_is_shown_as_it_reads_and_as_data(do: Do) -> None:
    well(do("draft", WEEK, *WRITER))
    shown = well(do("show", *TEXT))
    assert "GUARDS COUNTED 412 ATTEMPTS\n\nAbout 2,500 attempts were made.\n" in shown
    told = json.loads(well(do("show", *TEXT, "--json")))
    assert told["text"]["sentences"][0]["claims"] == [
        {"name": "value", "value": 412.0, "source": "reading-p1-2024-06-03"}
    ]


def test_a_file_that_somebody_edits_is_not_written_over(do: Do, tmp_path: Path) -> None:
    well(do("draft", WEEK, *WRITER))
    out = tmp_path / "mine.md"
    out.write_text("Mine.", "utf-8")
    refused = do("text", *TEXT, "-o", out)
    assert (refused.exit_code, out.read_text("utf-8")) == (2, "Mine.")
    assert refused.stderr == f"kordon: {out}: the file is there already; name another, or move it away.\n"


def test_a_text_that_is_not_begun_gets_a_file_to_fill_in(do: Do) -> None:
    blank = well(do("text", WEEK, "society", "be"))
    assert blank.startswith("---\nweek: 2024-W22\narea: society\nlanguage: be\ntrend: \n---\n\n# ")
    assert "## Крыніцы" in blank


def test_a_label_with_its_reason(do: Do) -> None:
    well(do("draft", WEEK, *WRITER))
    refused = do("label", WEEK, "security", "--trend", "got_better", *WRITER)
    assert (refused.exit_code, "say why in a sentence" in refused.stderr) == (4, True)
    told = well(do("label", WEEK, "security", "--trend", "got_better", "--why", "Quiet at last.", *WRITER))
    assert told == "Recorded: security 2024-W22 got_better, computed got_worse, by desk-1.\n"


def test_what_can_be_cited_is_listed(do: Do) -> None:
    assert "[^reading-p1-2024-06-03]  p1 on PL-BY: value 412" in well(do("cite", WEEK, "security"))
    listed = well(do("cite", WEEK, "security", "--number", "412", "--json"))
    found = [json.loads(line) for line in listed.splitlines()]
    assert [one["id"] for one in found] == ["reading-p1-2024-06-03"]


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("release", WEEK, *WRITER), 4, "Nothing of 2024-W22 is approved and not released yet"),
        (
            ("submit", WEEK, "security", *WRITER),
            1,
            "No text of 'security' in 2024-W22 is draft; 'show' tells",
        ),
        (("show", *TEXT), 1, "There is no en text of 'security' in 2024-W22; the texts of the week are: none."),
        (("draft", "2020-W01", *WRITER), 1, "The register holds no draft for 2020-W01; run `kordon run` first"),
        (
            ("text", WEEK, "weather", "en"),
            1,
            "There is no 'en' text of an area 'weather'; areas are security",
        ),
        (("diff", WEEK, "security", "xx"), 1, "There is no xx text"),
        (("label", WEEK, "elite", "--trend", "got_worse", *WRITER), 1, "Nothing computes a trend of 'elite'"),
        (("correct", WEEK, "security", "--why", "x", *EDITOR), 4, "Nothing of 'security' in 2024-W22 is released"),
        (("draft", WEEK, "--by", "x", "--role", "system"), 1, "Nobody acts as the system"),
    ],
)
def test_a_refusal_is_one_sentence(do: Do, arguments: tuple[str, ...], code: int, sentence: str) -> None:
    refused = do(*arguments)
    assert (refused.exit_code, refused.stderr.count("\n")) == (code, 1)
    assert refused.stderr.startswith(f"kordon: {sentence}")


def test_words_of_strangers_are_inert_in_the_terminal(do: Do, tmp_path: Path) -> None:
    """A reason is kept as it was given, and shown without what a terminal would act on."""
    well(do("draft", WEEK, *WRITER))
    well(edit(do, tmp_path, "en", "stones", "stone", "--why", "a\x1b[31mred\u202eword"))
    assert "a [31mred word" in well(do("history", *TEXT))
    file = tmp_path / "en.md"
    file.write_text(file.read_text("utf-8").replace("stone", "st\x1b[2Jone"), "utf-8")
    refused = do("edit", file, *WRITER)
    assert (refused.exit_code, "\x1b" in refused.stderr) == (2, False)
    assert "it holds U+001B a control character, which nobody sees; take it out." in refused.stderr


PAGE = """<html lang="en"><head><title>A quiet week</title>
<meta property="article:published_time" content="2023-05-15">
<link rel="canonical" href="https://example.org/quiet"></head><body><article>
<p>May 8 – May 14, 2023</p><p>Security issues</p><h1>A quiet week at the line</h1>
<p>The situation has not changed</p>
<p>{lede}</p><p>Nothing was heard of patrols being attacked, and the number of attempts stayed where it was.</p>
<p>The guards of three states say that their work goes on as before, and that more of it is to come.</p>
</article></body></html>
"""
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Weekly</title><link>https://example.org</link>
<item><title>One</title><link>https://example.org/one</link><pubDate>Mon, 22 May 2023 08:00:00 +0000</pubDate>
<description><![CDATA[<p>May 15 – May 21, 2023</p><p>Security issues</p><p>One week</p>
<p>The situation got worse</p>
<p>Guards were met with stones at the fence, and nobody was hurt by them.</p>]]></description></item>
<item><title>Two</title><link>https://example.org/two</link><description>No commentary at all.</description></item>
</channel></rss>
"""


def test_an_archive_is_taken_in_once(do: Do, tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    folder.mkdir()
    (folder / "quiet.html").write_text(PAGE.format(lede="The line was quiet, all along the river."), "utf-8")
    (folder / "note.txt").write_text("Call the printer.", "utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    first = do("import", folder, *EDITOR)
    assert first.exit_code == 2
    assert first.stdout.splitlines() == [
        "Taken in: 2023-W19:security:en, published on 2023-05-15, https://example.org/quiet.",
        "1 new or changed, 0 known, 2 left out.",
    ]
    assert [line.partition(":")[0] for line in first.stderr.splitlines()] == ["note.txt", "picture.png"]
    assert do("import", folder, *EDITOR).stdout == "0 new or changed, 1 known, 2 left out.\n"
    (folder / "quiet.html").write_text(PAGE.format(lede="The line was quiet, for once."), "utf-8")
    assert "1 new or changed" in do("import", folder, *EDITOR).stdout
    shown = json.loads(well(do("show", "2023-W19", "security", "en", "--json")))
    assert (shown["state"], shown["address"], shown["day"]) == (
        "elsewhere", "https://example.org/quiet", "2023-05-15",
    )  # fmt: skip
    told = [sentence["text"] for sentence in shown["text"]["sentences"]]
    assert told[:2] == ["A quiet week at the line", "The line was quiet, for once."]
    assert shown["text"]["trend"] == "has_not_changed"


def test_a_feed_is_taken_in_entry_by_entry(do: Do, tmp_path: Path) -> None:
    feed = tmp_path / "feed.xml"
    feed.write_text(FEED, "utf-8")
    done = do("import", feed, *EDITOR)
    assert done.stdout.splitlines()[0] == (
        "Taken in: 2023-W20:security:en, published on 2023-05-22, https://example.org/one."
    )
    assert done.stderr.startswith(f"{feed}, https://example.org/two: it has no line that names its week")


def test_what_is_ours_is_not_replaced_by_an_import(do: Do, tmp_path: Path) -> None:
    well(do("draft", WEEK, *WRITER))
    page = tmp_path / "page.txt"
    above = "May 27 – June 2, 2024\nSecurity issues\n\nA headline\n\n"
    page.write_text(f"{above}The situation got worse\n\nWords of others.\n", "utf-8")
    done = do("import", page, *EDITOR)
    assert done.exit_code == 2
    assert "there is one of our own (draft); it stays as it is." in done.stderr


def test_the_captured_commentaries_are_taken_in_as_they_stand(do: Do, seeds: Path) -> None:
    done = do("import", seeds, *EDITOR)
    assert done.exit_code == 0, done.stderr
    assert "2023-W39:west:en" in done.stdout
    shown = json.loads(well(do("show", "2024-W22", "security", "en", "--json")))
    told = [s["text"] for s in shown["text"]["sentences"]]
    assert told[0].startswith("The regime is systematically working")
    assert len(told) > 20
    assert not any("subscribed" in text or "View all" in text for text in told)


def test_the_guide_names_commands_that_there_are(kordon: Kordon) -> None:
    guide = (Path(__file__).parents[2] / "docs" / "guides" / "weekly-issue.md").read_text("utf-8")
    named = set(re.findall(r"kordon issue ([a-z-]+)", guide))
    listed = set(re.findall(r"^  ([a-z-]+) ", str(kordon("issue", "--help").stdout), re.MULTILINE))
    assert {"draft", "edit", "import"} <= named <= listed
