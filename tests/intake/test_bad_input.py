"""Input that asks for more than it gives: a result or a sentence, in bounded time and memory.

Cases are read in processes that may use 1.5 GB of address space, and each within 20 seconds of work. Most end in
less than a second; the bound is generous because machines are busy.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SECONDS = 20
MEMORY = 1_500_000_000
WORDS = b"Migrants threw stones at Polish guards on 3 May "
MIX = (
    b"<div>",
    b"</div>",
    b"<p>",
    b"</p>",
    b"<table>",
    b"<tr>",
    b"<td>",
    b"</table>",
    b"<li>",
    b"text ",
    b"&amp;",
)
MIX += (
    b"<a href=x>",
    b"</a>",
    b"<b>",
    b"<form>",
    b"<select>",
    b"<svg>",
    b"<title>",
    b"<!-- ",
    b"-->",
    b"<![CDATA[",
)


def mail(kind: bytes, body: bytes = b"") -> bytes:
    return b"From: a@b.example\r\nSubject: x\r\nContent-Type: " + kind + b"\r\n\r\n" + body


def nested(depth: int) -> bytes:
    level = b"Content-Type: multipart/mixed; boundary=q%d\r\n\r\n--q%d\r\n"
    return b"From: a@b.example\r\n" + b"".join(level % (n, n) for n in range(depth)) + b"\r\nx"


def laughs() -> bytes:
    lines = b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 10))
    return b'<!DOCTYPE rss [<!ENTITY a0 "ha">' + lines + b']><rss version="2.0"><channel>&a9;</channel></rss>'


def feed(inside: bytes) -> bytes:
    return b'<rss version="2.0"><channel>' + inside


ENTITIES = b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(20))
NOISE = random.Random(1).randbytes(1_000_000)
SOUP = b"".join(random.Random(2).choices(MIX, k=19_000))

FILES = {
    "one-line-of-10-mb.txt": WORDS * 210_000,
    "one-line-of-10-mb.html": b"<p>" + WORDS * 210_000,
    "short-lines.txt": b"a\n" * 5_000_000,
    "blank-lines.md": b" \n" * 5_000_000 + b"x",
    "zero-width.txt": "\u200b\u200d\u202e".encode() * 1_000_000 + b"x",
    "accents.txt": b"a" + "\u0301".encode() * 2_000_000,
    "compressed.txt": zlib.compress(b"x" * 100_000) + NOISE,
    "compressed.html": b"\x1f\x8b\x08" + NOISE,
    "compressed.eml": b"\x1f\x8b\x08" + NOISE.replace(b"\x00", b""),
    "compressed.xml": b"\x1f\x8b\x08" + NOISE,
    "zeros.html": b"<p>text\x00\x00</p>",
    "deep-divs.html": b"<div>" * 200_000 + b"text",
    "deep-tables.html": b"<table><tr><td>" * 6_000 + WORDS * 100,
    "huge-attribute.html": b"<p title='" + b"x" * 15_000_000 + b"'>hello</p>",
    "many-attributes.html": b"<p " + b" ".join(b"a%d=1" % n for n in range(1_000_000)) + b">hello</p>",
    "comments.html": b"<!--" * 200_000 + b"x",
    "open-tags.html": b"<a " * 200_000 + b"x",
    "less-than.html": b"<" * 3_000_000,
    "ampersands.html": b"<p>" + b"&" * 10_000_000,
    "entities.html": b"<!DOCTYPE html [" + ENTITIES + b"]><p>" + b"&u;" * 100_000,
    "crossed-tags.html": b"<b><i><u><a>" * 4_500 + b"</b></i></u></a>" * 4_500 + b"text",
    "scripts.html": b"<script>" * 200_000,
    "soup.html": SOUP,
    "many-tags.html": SOUP * 20,
    "parts.eml": mail(b"multipart/mixed; boundary=q", b"--q\r\nContent-Type: text/plain\r\n\r\npart\r\n" * 10_000),
    "nested.eml": nested(10_000),
    "nested-and-long.eml": nested(90) + b"--x\n" * 1_000_000,
    "forwarded.eml": b"From: a@b.example\r\nContent-Type: message/rfc822\r\n\r\n" * 95 + b"x",
    "long-headers.eml": b"From: "
    + b"(a" * 1_000_000
    + b"\r\nSubject: "
    + b"=?utf-8?q?" * 200_000
    + b"\r\n\r\nhello",
    "long-kind.eml": mail(b"text/plain; " + b"a=b;" * 500_000, b"hello"),
    "folded-kind.eml": mail(b"text/plain;" + b"\r\n a=b;" * 500_000, b"hello"),
    "quoted.eml": mail(b"text/plain\r\nContent-Transfer-Encoding: quoted-printable", b"=\r\n" * 2_000_000 + b"x"),
    "slow-charset.eml": mail(b"text/plain; charset=idna", b"\xff." * 1_000_000),
    "billion-laughs.xml": laughs(),
    "billion-wide-laughs.xml": laughs().decode().encode("utf-16"),
    "deep.rss": feed(b"<item><description>" + b"<a>" * 500_000),
    "entries.rss": feed(b"<item><title>a</title></item>" * 60_000 + b"</channel></rss>"),
    "attributes.rss": b"<rss " + b" ".join(b'a%d="1"' % n for n in range(300_000)) + b"></rss>",
    "open.rss": feed(b"<item><title>" + b"<![" * 160_000),
    "references.rss": feed(b"<item><title>" + b"&#" * 60_000),
    "open-tags.rss": feed(b"<item><title>" + b"<a " * 15_000),
    "marked.rss": feed(
        b"<item><description>" + b"&lt;b&gt;word " * 100_000 + b"</description></item></channel></rss>"
    ),
    "rubbish.pdf": b"%PDF-1.4\n" + NOISE,
    "objects.pdf": b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n<<>>\nendobj\n" % n for n in range(20_000)),
    "lines.pdf": b"%PDF-1.4\n" + b"\n" * 2_000_000,
    "lines.jsonl": b'{"id": "a", "text": "' + WORDS * 200_000 + b'"}\n' + b"[" * 1_000_000,
}
RUN = """
import resource, sys, time
resource.setrlimit(resource.RLIMIT_AS, ({memory}, {memory}))
from pathlib import Path
from kordon.domain.errors import KordonError
from kordon.intake import pdf
from kordon.intake.files import read
pdf.SECONDS = {pdf_seconds}
for name in sys.argv[1:]:
    start = time.process_time()
    try:
        found = read(Path(name), name=Path(name).name)
        assert found.reports and all(report.text.strip() for report in found.reports), name
        print(Path(name).name, len(found.reports), "read")
    except KordonError as error:
        assert str(error).endswith("."), error
        print(error)
    spent = time.process_time() - start
    assert spent < {seconds}, (name, spent)
"""


def run(*paths: Path) -> list[str]:
    """What came of each file, one line each; the process that reads them may use 1.5 GB."""
    code = RUN.format(seconds=SECONDS, memory=MEMORY, pdf_seconds=3)
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, paths)],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        check=False,
        timeout=10 * SECONDS,
    )
    assert done.returncode == 0, (done.returncode, done.stdout[-300:], done.stderr[-800:])
    return done.stdout.splitlines()


def write(folder: Path, files: dict[str, bytes]) -> list[Path]:
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in files]


@pytest.mark.parametrize("suffix", sorted({name.rpartition(".")[2] for name in FILES}))
def test_bad_input_ends(suffix: str, tmp_path: Path) -> None:
    files = {name: raw for name, raw in FILES.items() if name.endswith(f".{suffix}")}
    told = run(*write(tmp_path, files))
    assert len(told) == len(files)
    for name, line in zip(files, told, strict=True):
        assert line.startswith(name)


PLAIN = b"BT /F 12 Tf (x) Tj ET\n"
FORM = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>/Length 12>>"
FORM += b"\nstream\n/X Do /X Do \nendstream"
BOMB = zlib.compress(zlib.compress(b"\0" * 300_000_000, 9), 9)
PDFS: dict[str, dict[str, Any]] = {
    "bomb": {"pages": [BOMB], "keys": b"/Filter[/FlateDecode/FlateDecode]"},
    "operators": {"pages": [zlib.compress(PLAIN * 500_000, 9)], "keys": b"/Filter/FlateDecode"},
    "pages": {"pages": [zlib.compress(PLAIN * 60_000, 9)] * 200, "keys": b"/Filter/FlateDecode"},
    "forms": {
        "pages": [b"/X Do"],
        "resources": b"/XObject<</X 4 0 R>>",
        "extra": [FORM % (5 + n) for n in range(30)],
    },
    "form-in-itself": {"pages": [b"/X Do"], "resources": b"/XObject<</X 4 0 R>>", "extra": [FORM % 4]},
    "arrays": {"pages": [b"[" * 200_000]},
    "tables": {"pages": [PLAIN], "trailer": b"/Prev 9"},
}


def test_bad_pdf_files_end(make_pdf: Callable[..., bytes], tmp_path: Path) -> None:
    files = {
        f"{name}.pdf": make_pdf(*case["pages"], **{k: v for k, v in case.items() if k != "pages"})
        for name, case in PDFS.items()
    }
    told = dict(zip(files, run(*write(tmp_path, files)), strict=True))
    assert "page 1: it cannot be read" in told["bomb.pdf"]
    assert "more than the 3 seconds" in told["pages.pdf"]
    assert told["tables.pdf"] == "tables.pdf 1 read"


@pytest.mark.parametrize("kids", [b"2 0 R 2 0 R", b"3 0 R 3 0 R 3 0 R 3 0 R"])
def test_pages_in_a_circle_end(kids: bytes, make_pdf: Callable[..., bytes], tmp_path: Path) -> None:
    raw = make_pdf(PLAIN)
    circle = raw.replace(b"/Kids[4 0 R]", b"/Kids[" + kids + b"]").replace(
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>"
    )
    assert circle != raw
    path = tmp_path / "circle.pdf"
    path.write_bytes(circle)
    assert "is not a readable PDF" in run(path)[0]
