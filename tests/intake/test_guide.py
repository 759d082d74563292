"""The guide says what the readers do: its table, weeks, limits and sentences."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kordon.coding.coder import LONGEST
from kordon.coding.lexicon import load_lexicon
from kordon.coding.week_lines import week_line
from kordon.domain.errors import InputError
from kordon.intake import feeds, files, mail, markup, pdf
from kordon.intake.alphabets import written

GUIDE = (Path(__file__).parents[2] / "docs" / "guides" / "what-it-reads.md").read_text(encoding="utf-8")
BROKEN = {
    "photo.jpg": b"x",
    "empty.txt": b"",
    "zeros.txt": b"ab\x00",
    "bare.xml": b"<a>b</a>",
    "blank.html": b"<p>",
}


def block(heading: str) -> list[str]:
    part = GUIDE.split(f"## {heading}\n")[1]
    return part.split("```text\n")[1].split("```")[0].strip("\n").split("\n")


def test_the_table_names_every_kind_that_is_read() -> None:
    table = GUIDE.split("## Encodings")[0]
    rows = [row for row in table.split("\n") if row.startswith("| `")]
    named = {suffix for row in rows for suffix in re.findall(r"`(\.\w+)`", row.split("|")[1])}
    assert named == {*files.READERS, ".csv"}


def test_the_encodings_are_those_of_the_data() -> None:
    part = GUIDE.split("## Encodings")[1].split("## Language")[0]
    named = {encoding for language in written().values() for encoding in language.encodings} - {"windows-1252"}
    assert {name for name in named if name not in part} == set()


@pytest.mark.parametrize("line", block("Weekly commentaries"))
def test_the_weeks_are_read_as_the_guide_says(line: str) -> None:
    words, first, last = re.split(r" {2,}| (?=\d{4}-\d\d-\d\d$)", line.strip())
    spans = [span for lang in ("en", "be", "ru") if (span := week_line(words, load_lexicon(lang), None))]
    assert spans
    assert {(str(span.start), str(span.end)) for span in spans} == {(first, last)}


def test_the_limits_are_those_of_the_code() -> None:
    part = GUIDE.split("## Limits")[1]
    for words in (
        f"| a file | {files.LIMIT / 1e6:.0f} MB |",
        f"| tags of a page | {markup.TAGS:,} |",
        f"| characters that are coded of a report | {LONGEST:,} |",
        f"| attachments that are read of a mail | {mail.ATTACHED} |",
        f"| entries of a feed | {feeds.ENTRIES:,} |",
        f"| a feed | {feeds.LIMIT / 1e6:.0f} MB |",
        f"| pages of a PDF | {pdf.PAGES:,} |",
        f"| work on a PDF | {pdf.SECONDS} seconds, {pdf.MEMORY / 1e9:.1f} GB |",
    ):
        assert words in part


def test_the_sentences_are_printed(tmp_path: Path) -> None:
    told = []
    for name, content in BROKEN.items():
        (tmp_path / name).write_bytes(content)
        with pytest.raises(InputError) as caught:
            files.read(tmp_path / name, name=name)
        told.append(str(caught.value))
    assert told == block("What cannot be read")
