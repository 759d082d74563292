"""The file that an analyst writes: what it says, what it refuses in which words, and that nothing gets lost."""

from __future__ import annotations

import re
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kordon.commentary.draft import draft
from kordon.commentary.facts import lookup
from kordon.commentary.issue import Desk, identity, of_draft, parse, revised, same_words
from kordon.commentary.issue.revision import text_of
from kordon.domain.assessment import Trend
from kordon.domain.commentary import Claim, Sentence
from kordon.domain.errors import InputError
from kordon.domain.issue import Revision, Source
from kordon.domain.time import Week
from kordon.vocabulary import LANGUAGES

WEEK = Week(2024, 22)
HEAD = "---\nweek: 2024-W22\narea: security\nlanguage: en\ntrend: got_worse\n---\n"
WHOLE = f"""{HEAD}# A headline

The lede, wrapped
over two lines.

First paragraph.[^1] Its second
sentence.[^~reading-2 measure-1#end]

- A bullet[^1]
  that goes on.
- Another

## Sources
- A border guard, https://example.org/notice
- A paper without an address
- https://example.org/only

[^1]: reading-1 incident-1
"""


def test_a_file_says_everything_of_a_text() -> None:
    written = parse(WHOLE, "a.md")
    assert (written.week, written.area, written.lang, written.trend) == (WEEK, "security", "en", "got_worse")
    assert (written.headline.text, written.lede.text) == ("A headline", "The lede, wrapped over two lines.")
    (paragraph,) = written.paragraphs
    assert paragraph.text == "First paragraph. Its second sentence."
    assert paragraph.marks == ((16, "reading-1"), (16, "incident-1"), (37, "~reading-2"), (37, "measure-1#end"))
    assert [b.text for b in written.bullets] == ["A bullet that goes on.", "Another"]
    assert written.sources == (
        Source("A border guard", "https://example.org/notice"),
        Source("A paper without an address"),
        Source("example.org", "https://example.org/only"),
    )


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (HEAD, "", "a.md, line 1: the header is missing; begin with a line '---' and the keys week, area, "
         "language, trend."),
        ("trend: got_worse\n---\n", "trend: got_worse\n", "a.md, line 6: '# A headline' is no line of a header; "
         "use the keys week, area, language, trend, revision, made-from, authors."),
        ("area: security\n", "", "a.md, line 5: the header does not tell 'area'; write it as 'area: ...'."),
        ("area: security\n", "area: west\narea: west\n", "a.md, line 4: 'area' is told twice; keep one of them."),
        ("2024-W22", "2024-W60", "a.md, line 2: '2024-W60' is not a week; write it as 2024-W22."),
        ("area: security", "place: here", "a.md, line 3: 'place: here' is no line of a header; use the keys week, "
         "area, language, trend, revision, made-from, authors."),
        ("# A headline", "# A headline\n\n# Another", "a.md, line 9: a commentary has one headline and then a "
         "paragraph, its lede; write '# ' and the headline, an empty line, and the lede."),
        ("[^1]: reading-1 incident-1", "", "a.md, line 12: the mark [^1] is explained nowhere; add a line "
         "'[^1]: ...'."),
        ("[^1]: reading-1", "[^1]: a\n[^1]: b", "a.md, line 25: the note [^1] is written twice; give one another "
         "number."),
        ("- Another", "- Another\n\nA paragraph.", "a.md, line 19: a paragraph stands below the bullets; put the "
         "bullets below the last one."),
        ("- A paper", "A paper", "a.md, line 21: below the sources only sources are read; begin the line with "
         "'- '."),
        ("- Another\n", "## Other\n", "a.md, line 19: there is a second '##' heading; keep the one above the "
         "sources."),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_line(old: str, new: str, sentence: str) -> None:
    assert old in WHOLE
    with pytest.raises(InputError) as error:
        parse(WHOLE.replace(old, new, 1), "a.md")
    assert str(error.value) == sentence


@pytest.mark.parametrize(
    ("letter", "name"),
    [
        ("\x1b", "U+001B a control character"),
        ("\x00", "U+0000 a control character"),
        ("\x9b", "U+009B a control character"),
        ("\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("\u2066", "U+2066 LEFT-TO-RIGHT ISOLATE"),
        ("\u200b", "U+200B ZERO WIDTH SPACE"),
        ("\u00ad", "U+00AD SOFT HYPHEN"),
        ("\u2028", "U+2028 LINE SEPARATOR"),
        ("\ue000", "U+E000 a control character"),
        ("\U000e0041", "U+E0041 TAG LATIN CAPITAL LETTER A"),
    ],
)
def test_what_nobody_sees_is_refused_by_its_name(letter: str, name: str) -> None:
    with pytest.raises(InputError) as error:
        parse(WHOLE.replace("wrapped", f"wra{letter}pped"), "a.md")
    assert str(error.value) == f"a.md, line 9: it holds {name}, which nobody sees; take it out."


def test_line_ends_of_other_systems_and_a_mark_at_the_beginning_are_no_mistake() -> None:
    assert parse("\ufeff" + WHOLE.replace("\n", "\r\n"), "a.md") == parse(WHOLE, "a.md")


def test_a_file_that_goes_on_without_end_is_refused() -> None:
    with pytest.raises(InputError, match="more than 400,000 letters"):
        parse(WHOLE + "x" * 400_000, "a.md")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("area", ["security", "west"])
def test_a_draft_goes_through_its_file_and_back_unchanged(busy: Any, area: str, lang: str) -> None:
    context = busy.context()
    first = of_draft(draft(area, WEEK, lang, context), "desk-1")
    desk = Desk(context.phrases.languages[lang], lookup(context))
    back = revised(parse(text_of(first), "a.md"), first.trend, desk, first.authors, first)
    assert (back.headline, back.lede, back.body, back.bullets) == (
        first.headline, first.lede, first.body, first.bullets,
    )  # fmt: skip
    assert same_words(first, back)


LETTERS = st.characters(categories=["L", "Nd", "P", "S"], exclude_characters="\\")
LINES = st.lists(st.text(LETTERS, min_size=1, max_size=9), min_size=1, max_size=7).map(" ".join)
TEXTS = LINES.filter(lambda t: not re.search(r"\[\^", t))


@settings(max_examples=150, deadline=None)
@given(
    head=TEXTS.filter(lambda t: not t.startswith("#")),
    lede=LINES,
    body=st.lists(st.lists(LINES, min_size=1, max_size=3), max_size=3),
    bullets=st.lists(TEXTS, max_size=3),
    cites=st.lists(st.from_regex(r"[a-z]{2,8}-[0-9a-f]{4}", fullmatch=True), max_size=2),
)
def test_whatever_stands_in_a_text_comes_back(
    made: ModuleType, head: str, lede: str, body: list[list[str]], bullets: list[str], cites: list[str]
) -> None:
    """Marks of lists and headings, quotation marks and mark-like words included."""
    from unicodedata import normalize

    def said(text: str) -> Sentence:
        return Sentence(normalize("NFC", text), "free", (), tuple(dict.fromkeys(cites)))

    first = Revision(
        "revision-1", WEEK, "security", "en", Trend.SAME, said(head), said(lede),
        tuple(tuple(said(s) for s in p) for p in body), tuple(said(b) for b in bullets), (), ("desk-1",),
    )  # fmt: skip
    back = parse(text_of(first), "a.md")
    assert back.headline.text == first.headline.text
    assert back.lede.text == first.lede.text
    assert [p.text for p in back.paragraphs] == [" ".join(s.text for s in p) for p in first.body]
    assert [b.text for b in back.bullets] == [s.text for s in first.bullets]
    assert {c for _, c in back.headline.marks} == set(cites)


def test_the_id_of_a_revision_is_made_of_everything_that_it_says(made: ModuleType) -> None:
    from dataclasses import replace

    room = made.Room()
    first = room.revision(made.file("en"))
    others = [
        replace(first, trend=Trend.WORSE),
        replace(first, authors=("desk-2",)),
        replace(first, before="revision-0"),
        replace(first, made_from="revision-0"),
        replace(first, sources=()),
        replace(first, lang="be"),
        replace(first, lede=replace(first.lede, text="Other words.")),
        replace(first, lede=replace(first.lede, claims=(Claim("value", 1.0, "reading-1"),))),
        replace(first, lede=replace(first.lede, evidence=("reading-1",))),
        replace(first, body=(*first.body, first.body[0])),
    ]
    assert len({identity(r) for r in (first, *others)}) == len(others) + 1
    assert identity(replace(first, id="x")) == first.id
