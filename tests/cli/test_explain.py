"""``kordon explain`` in a terminal, as a page and as JSON; the text of a report does nothing in any of them."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path

import html5lib
import jsonschema
import pytest
from kordon_cli import NOTICE, Kordon

CLASH = (
    "On Tuesday, border guards in Lithuania turned back 12 people who tried to cross illegally from Belarus. "
    "Four migrants threw stones at a Lithuanian patrol and one officer was injured; no shots were fired."
)
HOSTILE = (
    "<script>alert('here')</script> On Tuesday, border guards in Lithuania turned back 12 \u202eelpoep\u202c "
    "people "
    'who tried to cross illegally from Belarus. [bold]x[/bold] &amp; <b onclick="x">"\'` {{ 7*7 }} '
    "\x1b]8;;http://evil.example\x07 \x1b]0;owned\x07\x1b[31mred\x1b[2J\x9b31m.\r\n\n"
    "</style><style>body{display:none}</style> Zero\u200bwidth, \u05e2\u05d1\u05e8\u05d9\u05ea. "
    "On Monday border guards in Latvia prevented 5 \u2066attempts\u2069."
)
BAD = set("\x07\x1b\x9b\x00\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u200e\u200f")


@pytest.fixture
def clash(tmp_path: Path) -> Path:
    path = tmp_path / "2024-06-05-notice.txt"
    path.write_text(CLASH, "utf-8")
    return path


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    path = tmp_path / "hostile.jsonl"
    row = {
        "id": "<b>\u202ex\x1b[31m",
        "title": "<img src=x onerror=alert(2)>\x1b[31m\u202e",
        "text": HOSTILE,
        "published": "2024-06-05",
        "lang": "en",
        "source": "</title><script>",
        "address": "javascript:alert(3)",
    }
    path.write_text(json.dumps(row), "utf-8")
    return path


def test_the_text_has_its_marks_and_every_item_its_words(kordon: Kordon, clash: Path) -> None:
    result = kordon("explain", clash)
    assert result.exit_code == 0, result.output
    text = result.stdout
    assert "[1:turned back 12 people]" in text
    assert "[3:shots were fired]" in text
    assert "[1] figure: 12 prevented attempts" in text
    assert "denied, because of “no” (zero.no; without it: actual)" in text
    assert re.search(r"“stones” +makes it", text)
    assert re.search(r"means\.stones data/lexicon/en/acts\.yaml:\d+", text)
    assert re.search(r"rule +stones-thrown data/lexicon/rules/incidents\.yaml:\d+", text)


def test_one_item_alone(kordon: Kordon, clash: Path) -> None:
    text = kordon("explain", clash, "--item", "2").stdout
    assert "[2] incident: stone throwing" in text
    assert "[1]" not in text
    assert "[1:" not in text
    result = kordon("explain", clash, "--item", "9")
    assert result.exit_code == 1
    assert "There is no item 9" in result.stderr


def test_nothing_is_said_in_one_sentence(kordon: Kordon, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The market in Vilnius opens when it opens, as markets do.", "utf-8")
    result = kordon("explain", tmp_path / "a.txt", "--lang", "en")
    assert result.exit_code == 0
    assert "Nothing was coded: the report was read, and no rule was met." in result.stdout
    kordon("explain", tmp_path / "a.txt", "--lang", "en", "--html", "a.html")
    assert "Nothing was coded" in (tmp_path / "a.html").read_text("utf-8")


def test_a_file_that_cannot_be_read(kordon: Kordon, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    result = kordon("explain", tmp_path / "empty.txt")
    assert result.exit_code == 2
    assert "empty.txt" in result.stderr
    assert kordon("explain", tmp_path / "nowhere.txt").exit_code == 2


def test_80_columns_are_enough(kordon: Kordon, clash: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    text = kordon("explain", clash).stdout
    assert max(len(row) for row in text.splitlines()) <= 80
    assert "data/lexicon/en/time.yaml:" in text  # not folded


def test_a_report_does_nothing_to_a_terminal(
    kordon: Kordon, hostile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = kordon("explain", hostile).stdout
    assert not BAD & set(text)
    assert "[bold]x[/bold]" in text
    assert "turned back" in text
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = kordon("explain", hostile).stdout
    ours = re.sub(r"\x1b\[[0-9;]*m", "", coloured)  # what rich writes for colour
    assert not BAD & set(ours)


def test_json_is_valid_under_its_schema(kordon: Kordon, clash: Path) -> None:
    schema = json.loads(kordon("schema", "explained").stdout)
    (line,) = kordon("explain", clash, "--json").stdout.splitlines()
    found = json.loads(line)
    jsonschema.Draft202012Validator(schema).validate(found)
    text = found["report"]["text"]
    for item in found["items"]:
        for clue in item["clues"]:
            assert text[clue["start"] : clue["end"]] == clue["words"]


def page_of(kordon: Kordon, path: Path, tmp_path: Path) -> str:
    result = kordon("explain", path, "--html", tmp_path / "page.html")
    assert result.exit_code == 0, result.output
    return (tmp_path / "page.html").read_text("utf-8")


def test_the_page_is_one_file_without_scripts(kordon: Kordon, clash: Path, tmp_path: Path) -> None:
    text = page_of(kordon, clash, tmp_path)
    tree = html5lib.HTMLParser(strict=True).parse(text)
    name = "{http://www.w3.org/1999/xhtml}"
    tags = {element.tag.removeprefix(name) for element in tree.iter() if isinstance(element.tag, str)}
    assert not tags & {"script", "link", "img", "iframe", "object", "form", "base"}
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy is not None
    assert f"style-src &#39;sha256-{digest}&#39;" in policy[1]
    assert "default-src &#39;none&#39;" in policy[1]
    assert "unsafe" not in policy[1]
    assert " style=" not in text
    assert "url(" not in style[1]
    ids = [e.get("id") for e in tree.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    targets = {href[1:] for e in tree.iter() if (href := e.get("href", "")).startswith("#")}
    assert targets <= set(ids)
    marks = [e for e in tree.iter(f"{name}mark") if e.get("title")]
    assert marks
    assert "12 prevented attempts" in (marks[0].get("title") or "")
    assert all(a.get("aria-label") for a in tree.iter(f"{name}a") if a.get("class") == "ref")


def test_words_of_several_items_know_them_all(kordon: Kordon, clash: Path, tmp_path: Path) -> None:
    text = page_of(kordon, clash, tmp_path)
    several = re.findall(r'<mark class="\w+ several[^"]*" title="([^"]*)">', text)
    assert several
    assert all(";" in title for title in several)


def test_a_report_does_nothing_to_a_page(kordon: Kordon, hostile: Path, tmp_path: Path) -> None:
    text = page_of(kordon, hostile, tmp_path)
    assert not BAD & set(text)
    tree = html5lib.HTMLParser(strict=True).parse(text)
    tags = [e.tag for e in tree.iter() if isinstance(e.tag, str)]
    assert not any(tag.endswith(("}script", "}img")) for tag in tags)
    assert sum(tag.endswith("}style") for tag in tags) == 1
    assert not any(key.startswith("on") for e in tree.iter() for key in e.attrib)
    assert "javascript:" not in text
    assert "{{ 7*7 }}" in text
    assert "&lt;script&gt;" in text


def test_several_reports_stand_on_one_page(kordon: Kordon, tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    rows = [{"id": name, "text": NOTICE, "published": "2024-06-05", "lang": "en"} for name in ("a", "b")]
    path.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    text = page_of(kordon, path, tmp_path)
    assert text.count('<article class="report"') == 2
    assert 'id="r2-1"' in text


def test_the_rows_of_a_table_are_explained_by_their_rule(kordon: Kordon, material: Path) -> None:
    text = kordon("explain", material / "attempts.csv").stdout
    assert text.count("figure: ") == 7


def test_the_page_never_replaces_the_report(kordon: Kordon, clash: Path) -> None:
    result = kordon("explain", clash, "--html", clash)
    assert result.exit_code == 1
    assert "is the report itself" in result.stderr
    assert clash.read_text("utf-8") == CLASH
    assert kordon("explain", clash, "--html", clash.parent / "no" / "page.html").exit_code == 1
