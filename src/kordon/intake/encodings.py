"""Bytes as text: by a byte order mark, as UTF-8, by what the bytes say of themselves, or by the letters that come
out. Which encodings a language was saved in is data (``data/languages.yaml``)."""

from __future__ import annotations

import codecs
import re

from kordon.domain.errors import UnreadableFile
from kordon.geo.rows import decode
from kordon.intake.alphabets import LEAST, Written, written

_MARKS = ((b"\xff\xfe\x00\x00", "utf-32"), (b"\x00\x00\xfe\xff", "utf-32"), (b"\xff\xfe", ""), (b"\xfe\xff", ""))
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
# Names that bytes may give for themselves. Others that Python knows are no encodings of texts, or slow to undo.
_ALLOWED = re.compile(r"(utf-(8|16|32)(-[lb]e)?|(cp|iso8859-|koi8-|mac-)\w+|ascii)(-sig)?")
_WESTERN = frozenset({"ascii", "iso8859-1", "cp1252", "iso8859-15"})  # named by tools that ask nobody
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f\x7f]")
_CONTROL_SHARE = 0.01  # a text has the odd stray control character, a binary file is full of them
_HEAD = 4096  # bytes in which a file names its encoding
_SAMPLE = 60_000  # bytes that are tried
_BROKEN = 0.01  # the share of letters that may be broken where an encoding is named
_FITS = 0.8  # the share of foreign letters that must be letters of the language
_MARKED = re.compile(r"[^\x00-\x7f]")
_TYPOGRAPHIC = frozenset("\u00a0\u00ad«»„“”‘’‚–—…°№§•·€©®™±\ufeff")
_WORD = re.compile(r"[^\W\d_]+")
_SWAPPED = re.compile(r"[a-zà-ɏа-џґ][А-ЯЁІЎЇЄҐÀ-ÞĀĄĆČĒĖĘĢĪĮĶĻŁŃŅŚŠŪŲŹŻŽ]")


def text_of(raw: bytes, name: str, declared: str = "") -> str:
    """Bytes as text with ``\\n`` line ends. ``declared`` is the encoding that came with them, where one did.

    Raises :class:`UnreadableFile` for an encoding that cannot be told and for what is no text at all.
    """
    text = _decoded(raw, name, declared)
    zero = text.find("\x00")
    if zero >= 0 or len(_CONTROL.findall(text)) > max(1, _CONTROL_SHARE * len(text)):
        place = f"character {zero}" if zero >= 0 else ""
        raise UnreadableFile(name, place, "it is a binary file and no text", "save the report as text or HTML")
    return text


def declared_in(raw: bytes) -> str:
    """The encoding that a page or an XML file names at its beginning; an empty string where it names none."""
    match = _DECLARED.search(raw[:_HEAD].replace(b"\x00", b""))
    return match[1].decode("ascii", "ignore") if match else ""


def _decoded(raw: bytes, name: str, declared: str) -> str:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _lines(raw.decode(encoding, "replace")) if encoding else decode(raw, name)
    wide = _wide(raw)
    if wide:
        return _lines(raw.decode(wide, "replace"))
    try:
        return _lines(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        pass
    encoding = _known(declared)
    if not encoding or encoding in _WESTERN:
        encoding = sniffed(raw) or encoding
    if encoding and encoding != "ascii":
        text = raw.decode(encoding, "replace")
        if text.count("\ufffd") <= _BROKEN * len(text):
            return _lines(text)
    return decode(raw, name)  # says which byte is wrong


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _wide(raw: bytes) -> str:
    """UTF-16 without a mark: every second byte of text in most scripts is the same few, and of Latin ones zero."""
    start = raw[:2000]
    if len(start) < 16 or len(raw) % 2:
        return ""
    for encoding, high, low in (("utf-16-le", 1, 0), ("utf-16-be", 0, 1)):
        upper, lower = start[high::2], start[low::2]
        if upper.count(0) + upper.count(4) >= 0.9 * len(upper) and lower.count(0) <= 0.05 * len(lower):
            return encoding if upper.count(0) else ""
    return ""


def _known(declared: str) -> str:
    try:
        name = codecs.lookup(declared.strip().strip("\"'")).name if declared else ""
    except (LookupError, ValueError):
        return ""
    name = "cp1252" if name == "iso8859-1" else name  # as browsers read it
    return name if _ALLOWED.fullmatch(name) else ""


def sniffed(raw: bytes) -> str:
    """The encoding in which the bytes are a text in one of the languages that are described; empty where none is.

    An encoding fits when what is not ASCII are letters of the language, in words that do not change their case.
    """
    sample = raw[:_SAMPLE]
    best, found = 0.0, ""
    tried: dict[str, str | None] = {}
    for language in written().values():
        for encoding in language.encodings:
            if encoding not in tried:
                tried[encoding] = _try(sample, encoding)
            text = tried[encoding]
            value = 0.0 if text is None else _fit(text, language)
            if value > best:
                best, found = value, encoding
    return codecs.lookup(found).name if found else ""


def _try(sample: bytes, encoding: str) -> str | None:
    try:
        return sample.decode(encoding)
    except UnicodeDecodeError:
        return None


def _fit(text: str, language: Written) -> float:
    marked = [c for c in _MARKED.findall(text) if c not in _TYPOGRAPHIC]
    words = _WORD.findall(text[:6000].lower())
    common = sum(word in language.common for word in words)
    if len(marked) < (LEAST if common < 2 else LEAST // 3):
        return 0.0
    good = sum(c.lower() in language.alphabet for c in marked)
    swapped = len(_SWAPPED.findall(text))
    share = (good - 3 * (len(marked) - good) - 2 * swapped) / len(marked)
    if share < _FITS:
        return 0.0
    return share + common / max(1, len(words))
