"""Files as reports: what is read, what is refused and with which sentence."""

from __future__ import annotations

import datetime as dt
import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kordon.domain.errors import InputError, UnreadableFile
from kordon.domain.report import Evidence, PublishedBasis, ReportKind
from kordon.intake import files
from kordon.intake.files import READERS, Read, day_in, read

PAGE = """<!doctype html><html lang="be-BY"><head><title>Навіны - Сайт</title>
<meta property="og:title" content="Навіны з мяжы">
<meta property="article:published_time" content="2024-06-04T10:00:00+03:00">
<link rel="canonical" href="https://News.Example/a/1"><script>var x = "2020-01-01";</script></head>
<body><nav><a href="/">Галоўная</a></nav><article><h1>Навіны з мяжы</h1>
<p>За тыдзень памежнікі спынілі 84 спробы перасячэння мяжы, і гэта менш, чым тыднем раней.</p>
<p>Служба паведаміла пра гэта ў аўторак, а падрабязнасцяў пра месца не назвала.</p></article>
<footer>Усе правы</footer></body></html>"""
MAIL = (
    b"From: Duty Officer <officer@press.example>\r\nTo: a@b.example\r\nSubject: =?utf-8?b?0J3QvtCy0LjQvdC4?=\r\n"
    b"Date: Tue, 04 Jun 2024 09:12:00 +0200\r\nMIME-Version: 1.0\r\nContent-Type: %s; charset=utf-8\r\n\r\n%s\r\n"
)


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def one(read: Read) -> files.Report:
    assert read.errors == ()
    (report,) = read.reports
    return report


@pytest.mark.parametrize("name", ["note.txt", "note.md", "note.text", "NOTE.TXT"])
def test_a_text_is_a_report_as_it_stands(tmp_path: Path, name: str) -> None:
    report = one(read(write(tmp_path, name, "One line.\r\nTwo\rThree\u200b\u202e\n")))
    assert report.text == "One line.\nTwo\nThree\u200b\u202e\n"
    assert (report.lang, report.kind, report.address) == ("und", ReportKind.NOTICE, name)
    assert (report.published_at, report.published_basis) == (None, PublishedBasis.UNKNOWN)


def test_the_same_text_has_the_same_id_and_a_changed_one_another(tmp_path: Path) -> None:
    first = one(read(write(tmp_path, "a.txt", "84 attempts\n")))
    assert one(read(write(tmp_path, "b.txt", "84 attempts\r\n"))).id == first.id
    assert one(read(write(tmp_path, "c.txt", "85 attempts\n"))).id != first.id
    assert one(read(tmp_path / "a.txt", published=dt.date(2024, 1, 1))).id != first.id
    assert one(read(tmp_path / "a.txt", source="x.example")).id != first.id


def test_who_hands_it_in_goes_before_the_name_and_the_name_before_the_markup(tmp_path: Path) -> None:
    path = write(tmp_path, "2024-06-05-page.html", PAGE)
    given_day = one(read(path, published=dt.date(2024, 6, 9), lang="be"))
    assert (given_day.published_at, given_day.published_basis) == (dt.date(2024, 6, 9), PublishedBasis.GIVEN)
    assert given_day.lang == "be"
    named = one(read(path))
    assert (named.published_at, named.published_basis) == (dt.date(2024, 6, 5), PublishedBasis.ADDRESS)
    marked = one(read(write(tmp_path, "page.html", PAGE)))
    assert (marked.published_at, marked.published_basis) == (dt.date(2024, 6, 4), PublishedBasis.TEXT)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2023-09-25-news.txt", dt.date(2023, 9, 25)),
        ("news_2023_09_25.txt", dt.date(2023, 9, 25)),
        ("20230925.txt", dt.date(2023, 9, 25)),
        ("2023-13-01-then-2023.12.31", dt.date(2023, 12, 31)),
        ("120230925.txt", None),
        ("2023-0925.txt", None),
        ("2023-02-30.txt", None),
    ],
)
def test_days_in_names(name: str, day: dt.date | None) -> None:
    assert day_in(name) == day


def test_a_page_is_its_article(tmp_path: Path) -> None:
    report = one(read(write(tmp_path, "page.html", PAGE)))
    assert "84 спробы перасячэння" in report.text
    assert "Служба паведаміла" in report.text
    assert "Галоўная" not in report.text
    assert "var x" not in report.text
    assert (report.title, report.lang, report.source) == ("Навіны з мяжы", "be", "news.example")


def test_a_page_without_an_article_is_its_visible_text(tmp_path: Path) -> None:
    page = (
        "<title>T &amp; U</title><style>p{}</style><div>Eighty-four<br>attempts <b>to</b>day</div><p>&lt;end&gt;"
    )
    report = one(read(write(tmp_path, "page.htm", page)))
    for words in ("Eighty-four", "attempts today", "<end>"):
        assert words in report.text
    assert "p{}" not in report.text
    assert report.title == "T & U"


def test_marks_within_a_sentence_do_not_break_it(tmp_path: Path) -> None:
    sentence = "Guards <b>stopped 84</b> attempts on the <a href='/x'>border</a>, and <em>two</em> were hurt."
    for times in (1, 20):
        page = f"<html><body><article>{f'<p>{sentence}</p>' * times}</article></body></html>"
        text = one(read(write(tmp_path, "page.html", page))).text
        assert "Guards stopped 84 attempts on the border, and two were hurt." in text.split("\n")


def test_a_commentary_page_keeps_its_week_and_trend(tmp_path: Path) -> None:
    body = "".join(
        f"<p>Sentence number {n} tells of the fence and of the patrols along the river.</p>" for n in range(9)
    )
    head = "<h3>May 6 – May 12, 2024</h3><h1>A calm week</h1><div>The trend held</div>"
    page = f"<html><body><main>{head}{body}</main></body></html>"
    text = one(read(write(tmp_path, "page.html", page))).text
    assert "May 6 – May 12, 2024" in text
    assert "The trend held" in text
    assert "Sentence number 8" in text


def test_mail_is_read_without_its_sender(tmp_path: Path) -> None:
    report = one(read(write(tmp_path, "m.eml", MAIL % (b"text/plain", "84 спробы\r\nза дзень".encode()))))
    assert report.text.strip() == "84 спробы\nза дзень"
    assert (report.title, report.source) == ("Новини", "press.example")
    assert (report.published_at, report.published_basis) == (dt.date(2024, 6, 4), PublishedBasis.TEXT)
    assert "officer" not in repr(report).lower()


def test_mail_in_html_is_read_as_a_page(tmp_path: Path) -> None:
    report = one(read(write(tmp_path, "m.eml", MAIL % (b"text/html", PAGE.encode()))))
    assert "84 спробы" in report.text
    assert "<p>" not in report.text


def test_json_lines_are_reports_and_a_bad_line_is_a_sentence(tmp_path: Path) -> None:
    lines = [
        {
            "id": "a",
            "text": "One\r\nline",
            "title": "T",
            "lang": "en",
            "published": "2024-05-01",
            "source": "x.example",
        },
        {"id": 2, "text": "Two", "title": None, "colour": "red"},
    ]
    bad = [
        "{",
        "[1]",
        '{"id": "b"}',
        '{"id": "b", "text": 3}',
        '{"id": "c", "text": "\\ud800"}',
        '{"id": "a", "text": "again"}',
    ]
    bad += ['{"id": "d", "text": "x", "published": "soon"}']
    bad += ['{"id": "f", "text": "x", "lang": "English"}', '{"id": "g", "text": " "}', "[" * 100_000]
    bad += ['{"id": "h", "text": "Two"}', '{"id": "i", "text": "x", "n": ' + "9" * 5000 + "}"]
    content = "\n".join([json.dumps(line) for line in lines] + ["", *bad])
    found = read(write(tmp_path, "r.jsonl", content), name="r.jsonl")
    assert [r.text for r in found.reports] == ["One\nline", "Two"]
    first, second = found.reports
    assert (first.title, first.lang, first.source, first.address) == ("T", "en", "x.example", "r.jsonl#a")
    assert (first.published_at, first.published_basis) == (dt.date(2024, 5, 1), PublishedBasis.GIVEN)
    assert (second.lang, second.address, second.published_at) == ("und", "r.jsonl#2", None)
    assert [str(e).split(":")[0] for e in found.errors] == [f"r.jsonl, line {n}" for n in range(4, 4 + len(bad))]
    assert all(str(e).endswith(".") for e in found.errors)
    kept = read(tmp_path / "r.jsonl", name="r.jsonl", keep_ids=True)
    assert [r.id for r in kept.reports] == ["a", "2", "h"]


def test_json_lines_without_a_good_line_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="line 1: it is not valid JSON"):
        read(write(tmp_path, "r.jsonl", "{"))
    with pytest.raises(InputError, match="holds no text"):
        read(write(tmp_path, "s.jsonl", "\n\n"))


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("e.txt", b"", "it is empty"),
        ("w.txt", b" \n\t\n", "it holds no text"),
        ("c.txt", "памежнікі".encode("cp1251"), r"byte 0: 0xef is not valid UTF-8; save the file as UTF-8"),
        ("z.txt", b"ab\x00cd", "character 2: it is a binary file"),
        ("b.txt", bytes(range(1, 32)) * 9, "it is a binary file"),
        ("p.html", b"<html><script>1</script></html>", "it holds no text"),
        ("u.txt", b"\xff\xfea\x00b", "is not valid UTF-16"),
        ("x.docx", b"PK", r"files of the kind \.docx are not read; use \.txt"),
        ("none", b"x", "without a suffix"),
        ("m.eml", b"a\x00b", "byte 1: it is a binary file"),
        ("m2.eml", b"Subject: x\n\n", "it holds no text"),
    ],
)
def test_what_cannot_be_read_gets_a_sentence(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    with pytest.raises(UnreadableFile, match=words) as caught:
        read(write(tmp_path, name, content), name=name)
    assert str(caught.value).startswith(name)


def test_size_is_checked_before_reading(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)  # a hole: takes no room on the disk
    with pytest.raises(
        UnreadableFile, match="it has 200 MB, more than the 20 MB that are read of a text; split it"
    ):
        read(path)


def test_folders_missing_files_and_devices(tmp_path: Path) -> None:
    folder = tmp_path / "folder.txt"
    folder.mkdir()
    with pytest.raises(UnreadableFile, match="it is a folder; name a file in it"):
        read(folder)
    with pytest.raises(UnreadableFile, match="No such file"):
        read(tmp_path / "none.txt")
    with pytest.raises(UnreadableFile, match="cannot be read"):
        read(Path("nul\x00.txt"))
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(UnreadableFile, match="not a regular file"):
        read(tmp_path / "pipe.txt")


def test_a_refused_permission_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    path = write(tmp_path, "x.txt", "x")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(UnreadableFile, match=r"it cannot be read \(Permission denied\); check the path"):
        read(path)


def test_a_language_is_a_code(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="'English' is not a language code"):
        read(write(tmp_path, "x.txt", "x"), lang="English")


def test_the_captured_commentaries_are_read_whole(seeds: Path) -> None:
    for path in sorted(seeds.glob("*.txt")):
        report = one(read(path))
        assert report.text == path.read_text(encoding="utf-8")
        assert report.published_basis is PublishedBasis.ADDRESS


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    raw=st.binary(max_size=200) | st.text(max_size=120).map(lambda t: t.encode("utf-8", "replace")),
    suffix=st.sampled_from([*READERS, ".xyz"]),
    start=st.sampled_from(
        [b"", b"\xef\xbb\xbf", b"\xff\xfe", b"<html><p>a ", b'{"id":"1","text":"', b"Subject: =?x?q?", b"Date: "]
    ),
)
def test_any_bytes_are_reports_or_a_sentence(raw: bytes, suffix: str, start: bytes, tmp_path: Path) -> None:
    path = tmp_path / f"any{suffix}"
    path.write_bytes(start + raw)
    try:
        found = read(path)
    except InputError as error:
        assert str(error).endswith(".")
        return
    assert found.reports
    for report in found.reports:
        assert report.text.strip()
        assert "\r" not in report.text
        report.text.encode()
        assert report.quote(Evidence(report.id, 0, len(report.text))) == report.text
    assert read(path) == found
