"""JSON Lines: one report a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from kordon.domain.errors import InputError, UnreadableFile
from kordon.domain.time import Date
from kordon.intake.told import Told

LANG = re.compile(r"[a-z]{2,3}")
SURROGATE = re.compile(r"[\ud800-\udfff]")
_KEYS = ("id", "text", "title", "lang", "published", "source", "address")


def read_lines(text: str, name: str) -> Iterator[tuple[int, str, Told] | InputError]:
    """Every line as its number, its id and what it tells; a complaint for a line that cannot be used."""
    seen: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            key, told = _line(line, name, f"line {number}")
            if key in seen:
                problem = f"the id {key!r} stands in line {seen[key]} too"
                raise UnreadableFile(name, f"line {number}", problem, "give it another id")
            seen[key] = number
        except InputError as error:
            yield error
        else:
            yield number, key, told


def _line(line: str, name: str, place: str) -> tuple[str, Told]:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        detail = f": {error}" if isinstance(error, ValueError) else ""
        raise UnreadableFile(name, place, f"it is not valid JSON{detail}", "mend the line") from None
    if not isinstance(data, dict):
        raise UnreadableFile(name, place, "it is not a JSON object", 'write it as {"id": "...", "text": "..."}')
    for key, value in data.items():
        if key not in _KEYS:
            continue  # notes of whoever made the file; they say nothing to us
        if key == "id" and isinstance(value, int) and not isinstance(value, bool):
            continue
        if not isinstance(value, str) and not (value is None and key not in ("id", "text")):
            raise UnreadableFile(name, place, f"the value of {key!r} is not a text", "put it in quotation marks")
        if isinstance(value, str) and (SURROGATE.search(value) or "\x00" in value):
            problem = f"the value of {key!r} holds half a character or a zero"
            raise UnreadableFile(name, place, problem, "write the character itself instead of its escape")
    for key in ("id", "text"):
        if not str(data.get(key, "")).strip():
            raise UnreadableFile(name, place, f"{key!r} is missing or empty", "add it")
    lang = data.get("lang") or ""
    if lang and not LANG.fullmatch(lang):
        raise UnreadableFile(name, place, f"{lang!r} is not a language code", "write it as en, be or ru")
    published = None
    if data.get("published"):
        try:
            published = Date.fromisoformat(data["published"][:10])  # a time of day is not asked for
        except ValueError:
            problem = f"{data['published']!r} in 'published' is not a day"
            raise UnreadableFile(name, place, problem, "write it as 2024-05-31") from None
    text = data["text"].replace("\r\n", "\n").replace("\r", "\n")
    source, address = data.get("source") or "", data.get("address") or ""
    return str(data["id"]), Told(text, data.get("title") or "", lang, source, published, address)
