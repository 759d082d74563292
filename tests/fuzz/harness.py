"""Coverage-guided fuzzing of a reader or the coder: ``python tests/fuzz/harness.py html FOLDER -runs=1000``.

FOLDER collects inputs that reach new code; what follows are options of libFuzzer. Anything but
:class:`~kordon.domain.errors.KordonError` ends the run with the input that caused it.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["kordon.intake", "kordon.coding", "kordon.geo.rows"]):
    from kordon.coding import Coder, load_coder
    from kordon.coding.language import detect
    from kordon.domain.errors import KordonError
    from kordon.domain.report import Report
    from kordon.geo.gazetteer import load_gazetteer
    from kordon.geo.rows import read_sheet
    from kordon.geo.shapes import SHAPES
    from kordon.intake import feeds, mail, markup  # noqa: F401  the readers load them late
    from kordon.intake.context import Context
    from kordon.intake.files import read_raw
    from kordon.intake.pdf import flowed, pages_of
    from kordon.intake.sources import load_sources
    from kordon.intake.tables import table_of
    from kordon.vocabulary import load

NOTICE = "Przez dobę 12 osób / За суткі 12 чалавек, на 3 May 12 people were turned back near Krynki.\n"
SEEDS: Mapping[str, bytes] = {
    "txt": ("\ufeffMay 6 – May 12, 2024\nSecurity issues\nThe situation got worse\n" + NOTICE).encode(),
    "html": (
        '<!doctype html><html lang="be"><head><meta charset="windows-1251"><title>T</title>'
        '<meta property="article:published_time" content="2024-06-04"><link rel="canonical" href="https://x.example/">'
        f"</head><body><nav>n</nav><article><h1>T</h1><p>{NOTICE}</p></article><table><tr><td>1</td></table></body>"
    ).encode(),
    "eml": (
        b"From: A <a@b.example>\nSubject: =?utf-8?b?0J0=?=\nDate: Tue, 04 Jun 2024 09:12:00 +0200\n"
        b'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/html; charset=koi8-r\n'
        b"Content-Transfer-Encoding: quoted-printable\n\n<p>=E1</p>\n--b\nContent-Type: text/plain; name=a.txt\n"
        b"Content-Disposition: attachment\nContent-Transfer-Encoding: base64\n\nVGV4dA==\n--b--\n"
    ),
    "rss": (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>N</title><language>en</language>'
        "<item><title>A</title>"
        "<link>https://x.example/2024/06/04</link><pubDate>Tue, 04 Jun 2024 09:12:00 GMT</pubDate>"
        f"<description><![CDATA[<p>{NOTICE}</p>]]></description></item></channel></rss>"
    ).encode(),
    "jsonl": json.dumps({"id": "a", "text": NOTICE, "published": "2024-06-04", "lang": "en"}).encode() + b"\n{}\n",
    "csv": (
        b"border,period_start,period_end,count,rounding,unit,source_url,published_at,published_basis,note\n"
        b"PL-BY,2024-06-03,2024-06-03,12,exact,attempts,https://x.example/,2024-06-04,address,\n"
    ),
    "pdf": (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>>>>>endobj "
        b"4 0 obj<</Length 30>>stream\nBT /F 12 Tf (Twelve) Tj ET\nendstream endobj "
        b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj trailer<</Root 1 0 R>>"
    ),
    "code": ("May 6 – May 12, 2024 | Security issues\nThe situation got worse\n\n" + NOTICE).encode(),
}
WORDS = [
    *("migrants", "threw stones", "Polish", "guards", "turned back", "12", "3,000", "over 200", "on 3 May"),
    *(
        "yesterday",
        "Belarus",
        "Latvia",
        "buffer zone",
        "will be closed",
        "denied",
        "not",
        "if",
        "“",
        "”",
        ".",
        "\n",
    ),
    *("\n\n", "мігранты", "не пусцілі", "чалавек", "Польшчы", "учора", "пограничники", "попыток", "границы"),
    *("pasieniečiai", "apgręžė", "robežsargi", "novērsa", "cudzoziemców", "granicę", "прикордонники", "кордон"),
    *("\u00ad", "\u200b", "\u202e", "\u0301", " "),
]


def read_one(suffix: str) -> Callable[[bytes], None]:
    def run(data: bytes) -> None:
        try:
            found = read_raw(data, f"f.{suffix}", f"f.{suffix}")
        except KordonError as error:
            assert str(error).endswith("."), error
            return
        assert found.reports
        for report in found.reports:
            assert report.text.strip()
            assert "\r" not in report.text
            report.text.encode()
            assert report.lang.isalpha()
            assert detect(report.text)

    return run


def read_pdf(data: bytes) -> None:
    """Without the process that bounds its work, so that the fuzzer sees the code that is reached."""
    told = pages_of(data)
    json.dumps(told)
    flowed([page for page in told.get("pages", []) if page is not None])


def table() -> Callable[[bytes], None]:
    context = Context(load(), load_sources(), load_gazetteer())

    def run(data: bytes) -> None:
        try:
            found = table_of(read_sheet(data.decode("utf-8", "replace"), "t.csv", SHAPES), "t.csv", context)
        except KordonError as error:
            assert str(error).endswith("."), error
            return
        assert all(str(error).endswith(".") for error in found.errors)

    return run


def coder() -> Callable[[bytes], None]:
    coding: Coder = load_coder(load(), load_gazetteer())

    def run(data: bytes) -> None:
        """Half of the inputs are texts, half choose words that the lexicons know."""
        text = data.decode("utf-8", "replace")
        if data[:1] > b"\x7f":
            text = " ".join(WORDS[byte % len(WORDS)] for byte in data[1:400])
        lang = ("en", "be", "ru", "uk", "pl", "lt", "lv", "und")[len(data) % 8]
        report = Report(id="r", text=text, lang=lang, published_at=dt.date(2024, 6, 12))
        coded = coding.code(report)
        lists = (coded.incidents, coded.figures, coded.measures, coded.signals, coded.compositions, coded.rungs)
        for item in (*(i for items in lists for i in items), *([coded.header] if coded.header else [])):
            assert item.evidence
            for evidence in item.evidence:
                assert 0 <= evidence.start < evidence.end <= len(text)
                assert report.quote(evidence) == text[evidence.start : evidence.end] != ""

    return run


TARGETS: Mapping[str, Callable[[], Callable[[bytes], None]]] = {
    **{suffix: (lambda suffix=suffix: read_one(suffix)) for suffix in ("txt", "html", "eml", "rss", "jsonl")},
    "pdf": lambda: read_pdf,
    "csv": table,
    "code": coder,
}


def main() -> None:
    name, folder, options = sys.argv[1], Path(sys.argv[2]), sys.argv[3:]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "seed").write_bytes(SEEDS[name])
    if name == "code":
        (folder / "words").write_bytes(b"\xff" + random.Random(1).randbytes(60))
    target = TARGETS[name]()
    target(SEEDS[name])
    limits = ("-timeout=60", "-rss_limit_mb=2500", "-max_len=4096", "-print_final_stats=1")
    atheris.Setup([sys.argv[0], *limits, *options, str(folder)], target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
