"""Pages in any encoding, mails of every make, PDF files and feeds: what is taken out of each."""

from __future__ import annotations

import base64
import datetime as dt
import quopri
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from kordon.domain.errors import InputError, UnreadableFile
from kordon.domain.report import PublishedBasis, Report
from kordon.intake.files import Read, read, read_raw

TEXTS = {
    "be": "За тыдзень памежнікі спынілі 84 спробы перасячэння мяжы, менш, чым тыднем раней, паведаміла служба.",
    "ru": "За неделю пограничники пресекли 84 попытки пересечения границы, это меньше, чем неделей ранее.",
    "uk": "За тиждень прикордонники зупинили 84 спроби перетину кордону, це менше, ніж тижнем раніше, і все.",
    "pl": "W tym tygodniu strażnicy udaremnili 84 próby przekroczenia granicy, czyli mniej niż tydzień wcześniej.",
    "lt": "Per savaitę pasieniečiai neįleido 84 žmonių, tai mažiau nei ankstesnę savaitę, sakė tarnybos atstovė.",
    "lv": "Nedēļas laikā robežsargi novērsa 84 mēģinājumus šķērsot robežu, un tas ir mazāk nekā pirms nedēļas.",
}
SAVED = [
    *(
        ("be", encoding)
        for encoding in ("windows-1251", "iso-8859-5", "utf-16", "utf-16-le", "utf-16-be", "utf-8-sig")
    ),
    *(("ru", encoding) for encoding in ("windows-1251", "koi8-r", "cp866", "utf-16-le", "utf-8")),
    *(("uk", encoding) for encoding in ("windows-1251", "koi8-u", "utf-32")),
    *(("pl", encoding) for encoding in ("iso-8859-2", "windows-1250", "utf-16-le", "utf-8-sig")),
    *((lang, encoding) for lang in ("lt", "lv") for encoding in ("windows-1257", "iso-8859-13", "utf-16")),
]


def one(found: Read) -> Report:
    assert found.errors == ()
    (report,) = found.reports
    return report


@pytest.mark.parametrize(("lang", "encoding"), SAVED)
@pytest.mark.parametrize("named", [True, False])
def test_pages_in_every_encoding(lang: str, encoding: str, named: bool) -> None:
    """With the encoding named and without, and not misled by one that is named wrongly."""
    meta = f'<meta charset="{encoding}">' if named else '<meta charset="iso-8859-1">'
    page = f"<html><head>{meta}<title>x</title></head><body><p>{TEXTS[lang]}</p></body></html>"
    assert one(read_raw(page.encode(encoding), "page.html", "page.html")).text == TEXTS[lang]


@pytest.mark.parametrize(("lang", "encoding"), SAVED)
@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_texts_in_every_encoding(lang: str, encoding: str, suffix: str) -> None:
    assert one(read_raw(TEXTS[lang].encode(encoding), "t" + suffix, "t")).text == TEXTS[lang]


def test_an_encoding_that_cannot_be_told_is_a_sentence() -> None:
    with pytest.raises(UnreadableFile, match="is not valid UTF-8; save the file as UTF-8"):
        read_raw(bytes(range(128, 256)) * 4, "t.txt", "t.txt")


@pytest.mark.parametrize(
    ("declared", "lang"),
    [("be-BY", "be"), ("ru-RU", "und"), ("en-US", "und"), ("", "und"), ("cs", "cs")],
)
def test_a_language_that_a_page_gives_is_kept_where_its_letters_bear_it_out(declared: str, lang: str) -> None:
    page = f'<html lang="{declared}"><p>{TEXTS["be"]}</p>'
    assert one(read_raw(page.encode(), "p.html", "p.html")).lang == lang


ARTICLE = "".join(
    f"<p>Sentence number {n} tells of the fence and of the patrols along the river.</p>" for n in range(9)
)


@pytest.mark.parametrize(
    ("head", "body", "day", "basis"),
    [
        ('<meta name="date" content="2024-06-04">', "", dt.date(2024, 6, 4), PublishedBasis.TEXT),
        (
            '<script type="application/ld+json">{"datePublished": "2024-06-04T01:00"}</script>',
            "",
            dt.date(2024, 6, 4),
            PublishedBasis.TEXT,
        ),
        (
            "",
            '<time itemprop="datePublished" datetime="2024-06-04">x</time>',
            dt.date(2024, 6, 4),
            PublishedBasis.TEXT,
        ),
        (
            "",
            '<article><time datetime="2024-06-04T10:00">4 June</time></article>',
            dt.date(2024, 6, 4),
            PublishedBasis.TEXT,
        ),
        (
            '<link rel="canonical" href="https://n.example/2024/06/04/a">',
            "",
            dt.date(2024, 6, 4),
            PublishedBasis.ADDRESS,
        ),
        (
            "",
            "<aside><time datetime='2024-06-04'>x</time></aside><p>4 June 2024</p>",
            None,
            PublishedBasis.UNKNOWN,
        ),
        ('<meta name="date" content="2024-13-04">', "", None, PublishedBasis.UNKNOWN),
    ],
)
def test_the_day_of_a_page_and_how_it_is_known(
    head: str, body: str, day: dt.date | None, basis: PublishedBasis
) -> None:
    page = f"<html><head>{head}</head><body>{body}{ARTICLE}</body></html>"
    report = one(read_raw(page.encode(), "page.html", "page.html"))
    assert (report.published_at, report.published_basis) == (day, basis)


def test_a_page_without_what_is_around_its_article() -> None:
    page = f"""<html><head><title>T</title></head><body><nav><a href="/">Home of the site</a></nav>
    <div style="display: none">A hidden sentence.</div>
    <main><h2>May 6 – May 12, 2024</h2><div>Security issues</div>
    <article>{ARTICLE}
    <figure><img src="x"><figcaption>The fence, 3 May 2022</figcaption></figure></article>
    </main><footer>All rights reserved</footer><script>var hidden = 1;</script></body></html>"""
    text = one(read_raw(page.encode(), "page.html", "page.html")).text
    assert text.lstrip().startswith("May 6 – May 12, 2024\n")
    assert "Sentence number 8" in text
    for words in ("Home of", "hidden", "3 May 2022", "All rights"):
        assert words not in text


# Mails


def mail(*lines: str, body: bytes = b"") -> bytes:
    head = (
        "From: Duty Officer <officer@press.example>",
        "Subject: Notice",
        "Date: Tue, 04 Jun 2024 23:50:00 +0300",
    )
    return "\r\n".join((*head, *lines)).encode() + b"\r\n\r\n" + body


def part(kind: str, content: bytes, *headers: str) -> bytes:
    return "\r\n".join(("--b", f"Content-Type: {kind}", *headers, "", "")).encode() + content + b"\r\n"


MULTI = "Content-Type: multipart/mixed; boundary=b"
END = b"--b--\r\n"


@pytest.mark.parametrize(
    ("charset", "transfer", "encode"),
    [
        ("windows-1251", "base64", base64.encodebytes),
        ("koi8-r", "quoted-printable", quopri.encodestring),
        ("windows-1251", "8bit", bytes),
        ("utf-8", "base64", base64.encodebytes),
    ],
)
@pytest.mark.parametrize("named", [True, False])
def test_mails_in_every_encoding(
    charset: str, transfer: str, encode: Callable[[bytes], bytes], named: bool
) -> None:
    kind = f"text/plain; charset={charset if named else 'no-such-charset'}"
    raw = mail(
        f"Content-Type: {kind}", f"Content-Transfer-Encoding: {transfer}", body=encode(TEXTS["ru"].encode(charset))
    )
    report = one(read_raw(raw, "m.eml", "m.eml"))
    assert report.text.strip() == TEXTS["ru"]
    assert (report.source, report.title, report.published_at) == ("press.example", "Notice", dt.date(2024, 6, 4))


def test_the_plain_body_goes_before_the_one_in_html() -> None:
    plain, page = b"Twelve people were stopped on Monday. " * 9, b"<p>Look at <b>this</b></p>"
    raw = mail(
        MULTI.replace("mixed", "alternative"), body=part("text/plain", plain) + part("text/html", page) + END
    )
    assert one(read_raw(raw, "m.eml", "m.eml")).text.strip() == plain.decode().strip()


def test_a_plain_body_that_only_points_to_the_other_does_not_stand_for_it() -> None:
    body = part("text/plain", b"See it in your browser.") + part("text/html", ARTICLE.encode()) + END
    text = one(read_raw(mail(MULTI.replace("mixed", "alternative"), body=body), "m.eml", "m.eml")).text
    assert "Sentence number 8" in text
    assert "<p>" not in text


def test_lines_that_a_mail_program_broke_are_whole() -> None:
    raw = mail(
        "Content-Type: text/plain; format=flowed",
        body=b"Twelve people were \r\nstopped on Monday.\r\nNobody was hurt.",
    )
    assert one(read_raw(raw, "m.eml", "m.eml")).text.split("\n") == [
        "Twelve people were stopped on Monday.",
        "Nobody was hurt.",
    ]


def test_attachments_are_reports_of_their_own(make_pdf: Callable[..., bytes]) -> None:
    attached = 'Content-Disposition: attachment; filename="%s"'
    pdf = make_pdf(b"BT /F 12 Tf 50 700 Td (Fourteen attempts were stopped.) Tj ET")
    inner = b"From: a@other.example\r\nSubject: Inner\r\n\r\nThirteen were stopped."
    body = (
        part("text/plain", b"Two notices are attached.")
        + part("text/plain", b"Twelve were stopped.", attached % "2024-06-03.txt")
        + part("application/pdf", base64.encodebytes(pdf), attached % "n.pdf", "Content-Transfer-Encoding: base64")
        + part("message/rfc822", inner)
        + part("image/png", b"x", "Content-Disposition: inline; filename=logo.png")
        + part("application/msword", b"x", attached % "n.doc")
        + END
    )
    found = read_raw(mail(MULTI, body=body), "m.eml", "m.eml")
    assert [report.text.strip() for report in found.reports] == [
        "Two notices are attached.",
        "Twelve were stopped.",
        "Fourteen attempts were stopped.",
        "Thirteen were stopped.",
    ]
    assert [report.address for report in found.reports][1:3] == ["m.eml#2024-06-03.txt", "m.eml#n.pdf"]
    assert {report.published_at for report in found.reports} == {dt.date(2024, 6, 4)}
    assert [str(error) for error in found.errors] == [
        "m.eml, n.doc: attachments of the kind .doc are not read; save it as text, HTML or PDF."
    ]
    assert "officer" not in repr(found)


# PDF


def test_a_pdf_is_its_paragraphs(make_pdf: Callable[..., bytes]) -> None:
    def sheet(number: int, *lines: str) -> bytes:
        shown = ["Border service, daily notice", *lines, f"Page {number} of 3"]
        words = " ".join(f"({line}) Tj 0 -14 Td" for line in shown)
        return f"BT /F 12 Tf 50 700 Td {words} ET".encode()

    pages = [
        sheet(
            1,
            "On Monday the guards at the river stopped twelve people who had",
            "come with ladders from the other si-",
            "de of the fence, and turned them back.",
        ),
        sheet(2, "Nobody was hurt."),
        sheet(3, "Nothing happened on Tuesday."),
    ]
    report = one(read_raw(make_pdf(*pages), "2024-06-04-n.pdf", "n.pdf"))
    assert report.text.split("\n") == [
        "On Monday the guards at the river stopped twelve people who had come with ladders from the other side of "
        "the fence, and turned them back.",
        "",
        "Nobody was hurt.",
        "",
        "Nothing happened on Tuesday.",
        "",
    ]
    assert report.published_at == dt.date(2024, 6, 4)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"hello", "does not begin like one"),
        (b"%PDF-1.4 and nothing more", "it is not a readable PDF"),
    ],
)
def test_what_is_no_pdf_gets_a_sentence(raw: bytes, words: str) -> None:
    with pytest.raises(UnreadableFile, match=words):
        read_raw(raw, "n.pdf", "n.pdf")


def test_a_pdf_of_pictures_says_so(make_pdf: Callable[..., bytes]) -> None:
    with pytest.raises(UnreadableFile, match="it holds no text, only pictures of it; recognise the text"):
        read_raw(make_pdf(b"0 0 100 100 re f"), "n.pdf", "n.pdf")


def test_a_broken_page_loses_no_other_page(make_pdf: Callable[..., bytes]) -> None:
    bomb, good = zlib.compress(b"(x) Tj " * 2_000_000), zlib.compress(b"BT /F 12 Tf (Twelve were stopped.) Tj ET")
    found = read_raw(make_pdf(bomb, good, keys=b"/Filter/FlateDecode"), "n.pdf", "n.pdf")
    assert [report.text.strip() for report in found.reports] == ["Twelve were stopped."]
    assert [str(error) for error in found.errors] == [
        "n.pdf, page 1: it cannot be read; save the report as text or HTML."
    ]


# Feeds

RSS = """<?xml version="1.0" encoding="{encoding}"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>News</title><link>https://n.example/</link><language>{declared}</language>
<item><title>First &amp; last</title><link>https://n.example/2024/06/a</link><guid>1</guid>
<pubDate>Tue, 04 Jun 2024 00:30:00 +0300</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>{text}</p><p>More &lt;here&gt;.</p><script>x</script>]]></content:encoded></item>
<item><title>Only a title</title><link>https://n.example/2024/06/05/b</link></item>
<item><link>https://n.example/c</link></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="lt"><title>N</title><entry xml:lang="lv"><id>1</id>
<title type="html">&lt;b&gt;Bold&lt;/b&gt; title</title><link href="https://a.example/1"/><updated>2024-06-04T23:30:00-05:00</updated>
<content type="text">{text}</content></entry></feed>"""


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251"])
def test_every_entry_of_a_feed_is_a_report(encoding: str) -> None:
    raw = RSS.format(encoding=encoding, declared="be", text=TEXTS["be"]).encode(encoding)
    found = read_raw(raw, "f.rss", "f.rss")
    first, second = found.reports
    assert first.text == f"{TEXTS['be']}\nMore <here>."
    assert (first.title, first.lang, first.source) == ("First & last", "be", "n.example")
    assert first.address == "https://n.example/2024/06/a"
    assert (first.published_at, first.published_basis) == (dt.date(2024, 6, 4), PublishedBasis.TEXT)
    assert (second.text, second.published_at, second.published_basis) == (
        "Only a title",
        dt.date(2024, 6, 5),
        PublishedBasis.ADDRESS,
    )
    assert [str(e) for e in found.errors] == ["f.rss, entry 3: it holds no text; save the page that it links to."]


def test_a_feed_does_not_name_the_language_of_a_text_in_another() -> None:
    raw = RSS.format(encoding="utf-8", declared="en-us", text=TEXTS["be"]).encode()
    assert read_raw(raw, "f.xml", "f.xml").reports[0].lang == "und"


def test_an_atom_entry_has_its_own_day_and_language() -> None:
    report = one(read_raw(ATOM.format(text=TEXTS["lv"]).encode(), "f.atom", "f.atom"))
    assert (report.text, report.title, report.lang) == (TEXTS["lv"], "Bold title", "lv")
    assert (report.address, report.published_at) == ("https://a.example/1", dt.date(2024, 6, 4))


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"<a>b</a>", "it is neither RSS nor Atom"),
        (b"no xml", "it is neither RSS nor Atom"),
        (b'<rss version="2.0"><channel></channel></rss>', "the feed has no entries"),
    ],
)
def test_what_is_no_feed_gets_a_sentence(raw: bytes, words: str) -> None:
    with pytest.raises(UnreadableFile, match=words):
        read_raw(raw, "f.xml", "f.xml")


def test_feeds_are_read_from_files(tmp_path: Path) -> None:
    path = tmp_path / "2020-01-01.rss"
    path.write_text(RSS.format(encoding="utf-8", declared="be", text=TEXTS["be"]), encoding="utf-8")
    assert read(path).reports[0].published_at == dt.date(
        2024, 6, 4
    )  # the name of the file is that of what carries it
    assert read(path, published=dt.date(2024, 6, 9)).reports[0].published_basis is PublishedBasis.GIVEN


def test_errors_name_file_place_and_remedy() -> None:
    for file, raw in {"a.pdf": b"x", "a.xml": b"x", "a.eml": b"a\0", "a.html": b"<p>"}.items():
        with pytest.raises(InputError) as caught:
            read_raw(raw, file, f"folder/{file}")
        assert str(caught.value).startswith(f"folder/{file}")
        assert "; " in str(caught.value)
        assert str(caught.value).endswith(".")
