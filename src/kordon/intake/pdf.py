"""PDF files, read by pypdf in a process of its own with a bound on its time and memory.

A PDF is a program that draws pages. A short one can ask for more pages, letters or work than any machine has, and
what it asks for is only seen while it runs; so it runs where it can be stopped.
"""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from typing import Any

from kordon.domain.errors import InputError, UnreadableFile
from kordon.intake.told import Found, Told

PAGES = 2_000
LETTERS = 5_000_000
SECONDS = 10  # of work; WAIT is how long that may take on a busy machine
WAIT = 18  # seconds
MEMORY = 1_200_000_000  # bytes, of which Python and pypdf need about a tenth
_LIMITS: Mapping[str, Any] = {
    "zlib_maximum_output_length": 20_000_000,
    "lzw_maximum_output_length": 20_000_000,
    "run_length_maximum_output_length": 20_000_000,
    "array_based_stream_maximum_output_length": 20_000_000,
    "stream_decoding_work_maximum_length": 60_000_000,
    "stream_parsing_work_maximum_count": 200_000,
    "xform_maximum_invocations_per_extraction": 500,
}
_REMEDY = "save the report as text or HTML"


def read_pdf(raw: bytes, name: str) -> Found:
    """The text of a PDF. A page that cannot be read is an entry of ``errors``, and the others are read.

    Raises :class:`UnreadableFile` for a file that is no PDF, has a password, holds pictures only, or asks for more
    than 10 seconds or 1.2 GB.
    """
    if b"%PDF-" not in raw[:1024]:
        raise UnreadableFile(name, "", "it is not a readable PDF (it does not begin like one)", _REMEDY)
    told = _asked(raw, name)
    if told.get("problem"):
        raise UnreadableFile(name, "", str(told["problem"]), str(told["remedy"]))
    pages: list[str | None] = told["pages"]
    failed = tuple[InputError, ...](
        UnreadableFile(name, f"page {number}", "it cannot be read", _REMEDY)
        for number, page in enumerate(pages, 1)
        if page is None
    )
    text = flowed([page for page in pages if page is not None])
    if not text.strip():
        if failed:
            raise failed[0]
        raise UnreadableFile(
            name, "", "it holds no text, only pictures of it", "recognise the text and save it, or type it in"
        )
    return Found((Told(text, str(told.get("title") or "")),), failed)


def _asked(raw: bytes, name: str) -> dict[str, Any]:
    """What the process says that reads the file."""
    code = "from kordon.intake.pdf import main; main()"
    command = [sys.executable, "-P", "-c", code, str(SECONDS), str(MEMORY)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
    try:
        done = subprocess.run(command, input=raw, capture_output=True, timeout=WAIT, env=environment, check=False)
        if done.returncode == 0:
            answer: dict[str, Any] = json.loads(done.stdout)
            return answer
    except subprocess.TimeoutExpired:
        pass
    except (OSError, ValueError) as error:
        problem = f"it cannot be read ({type(error).__name__})"
        raise UnreadableFile(name, "", problem, _REMEDY) from None
    problem = f"it takes more than the {SECONDS} seconds or {MEMORY / 1e9:.1f} GB that a PDF is given"
    raise UnreadableFile(name, "", problem, _REMEDY)


def main() -> None:
    """Read a PDF from standard input and write its pages as JSON; the arguments are its seconds and bytes."""
    _bound(*map(int, sys.argv[1:3]))
    try:
        answer = pages_of(sys.stdin.buffer.read())
    except MemoryError:
        raise SystemExit(3) from None
    sys.stdout.write(json.dumps(answer))


def _bound(seconds: int, memory: int) -> None:
    try:
        import resource
    except ImportError:  # only the time is bounded where the system knows no limits
        return
    for limit, most in ((resource.RLIMIT_CPU, seconds), (resource.RLIMIT_AS, memory)):
        _, hard = resource.getrlimit(limit)
        resource.setrlimit(limit, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def pages_of(raw: bytes) -> dict[str, Any]:
    """The text of every page (``None`` for one that cannot be read) and the title; or a problem and its remedy."""
    import logging

    import pypdf
    from pypdf.errors import DependencyError, FileNotDecryptedError, WrongPasswordError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        with pypdf.apply_configuration(**_LIMITS):
            reader = pypdf.PdfReader(io.BytesIO(raw))
            if reader.is_encrypted and not reader.decrypt(""):
                raise WrongPasswordError
            count = len(reader.pages)
            if count > PAGES:
                problem = f"it has {count:,} pages, more than the {PAGES:,} that are read"
                return {"problem": problem, "remedy": "split it into smaller files"}
            pages: list[str | None] = []
            letters = 0
            for number in range(count):
                pages.append(_page(reader, number))
                letters += len(pages[-1] or "")
                if letters > LETTERS:
                    problem = f"it holds more than the {LETTERS:,} letters that are read of a PDF"
                    return {"problem": problem, "remedy": "split it into smaller files"}
            return {"pages": pages, "title": _title(reader)}
    except (DependencyError, FileNotDecryptedError, WrongPasswordError):
        return {"problem": "it is protected by a password", "remedy": "save it without one"}
    except MemoryError:
        raise
    except Exception as error:  # a broken PDF raises errors of many kinds
        return {"problem": f"it is not a readable PDF ({type(error).__name__})", "remedy": _REMEDY}


def _page(reader: Any, number: int) -> str | None:
    try:
        return _SURROGATE.sub("\ufffd", reader.pages[number].extract_text().replace("\x00", ""))
    except MemoryError:
        raise
    except Exception:  # one broken page does not lose the others
        return None


_SURROGATE = re.compile(r"[\ud800-\udfff]")
_TOOL = re.compile(
    r"(microsoft word|powerpoint|untitled|document\d*\b|\S+\.(docx?|odt|indd|pdf|rtf)\Z)", re.IGNORECASE
)


def _title(reader: Any) -> str:
    """The title that its author gave; tools put names of files there."""
    try:
        title = " ".join(str(reader.metadata.title or "").split()) if reader.metadata else ""
    except Exception:  # a title that is no text
        return ""
    return "" if _TOOL.match(title) or len(title) > 300 else _SURROGATE.sub("\ufffd", title)


_ENDS = re.compile(r"""[.!?:;…]["'”»’)\]]*\Z""")
_BULLET = re.compile(r"[•‣◦▪●*·–—-]\s|\d{1,3}[.)]\s")
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]\Z")
_WIDE = 0.7  # of the usual width: a line as long as this goes on in the next


def flowed(pages: list[str]) -> str:
    """Paragraphs out of printed lines: lines that only go on are joined, words broken at the end of one are whole,
    and what stands at the edge of every page is left out."""
    sheets = [[" ".join(line.split(" ")).rstrip() for line in page.splitlines()] for page in pages]
    furniture = _repeated(sheets)
    result: list[str] = []
    for sheet in sheets:
        lines = [line for line in sheet if _edge(line) not in furniture or not line.strip()]
        widths = sorted(len(line) for line in lines if line.strip())
        usual = widths[int(0.8 * len(widths))] if widths else 0
        before = ""
        for line in lines:
            words = line.strip()
            if before and _HYPHEN.search(before) and words[:1].islower():
                result[-1] = result[-1][:-1] + words
            elif before and words and _goes_on(before, words, usual):
                result[-1] += " " + words
            else:
                result.append(words)
            before = words
        result.append("")
    return "\n".join(result).strip("\n") + "\n"


def _goes_on(before: str, words: str, usual: int) -> bool:
    return len(before) >= max(40, _WIDE * usual) and not _ENDS.search(before) and not _BULLET.match(words)


def _edge(line: str) -> str:
    return re.sub(r"\d+", "0", line.strip())


def _repeated(sheets: list[list[str]]) -> frozenset[str]:
    """First and last lines that most of at least three pages share, numbers aside."""
    if len(sheets) < 3:
        return frozenset()
    edges: Counter[str] = Counter()
    for sheet in sheets:
        lines = [line for line in sheet if line.strip()]
        edges.update({_edge(line) for line in (*lines[:1], *lines[-1:])})
    return frozenset(edge for edge, count in edges.items() if 2 * count > len(sheets) and len(edge) < 120)
