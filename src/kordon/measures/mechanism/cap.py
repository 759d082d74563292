"""Consultations as CAP 1.2 messages: an Alert that begins a thread, Updates, and a Cancel for a false alarm.

Every message refers to all earlier ones of its thread. The texts are those of ``words.yaml``; words of a report
or a party stand in the description alone, shortened, without control or invisible letters, and escaped by the
XML writer.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from lxml import etree  # type: ignore[import-untyped]

from kordon.domain.errors import DomainError
from kordon.domain.record import Entry
from kordon.geo.lines import BorderLine
from kordon.measures.mechanism.cap_rules import CAP, faults
from kordon.measures.mechanism.document import Mechanism
from kordon.measures.mechanism.notices import Notice, notices
from kordon.measures.mechanism.state import DAY, HOUR, Consultation, view
from kordon.measures.mechanism.words import Phrases, inert
from kordon.measures.process import Process
from kordon.vocabulary import LANGUAGES, Vocabulary

STATUSES = ("Exercise", "Test", "Actual", "System", "Draft")
SCOPES = ("Restricted", "Public")
_SENDER = re.compile(r"[^\s,<&]+\Z")
# Which message an entry is: type, headline, instruction, response, urgency. Entries that are not here send none.
_MESSAGES: Mapping[str, tuple[str, str, str, str, str]] = {
    "open": ("Alert", "open", "open", "Prepare", "Immediate"),
    "join": ("Update", "more", "open", "Prepare", "Immediate"),
    "ask_again": ("Update", "more", "open", "Prepare", "Immediate"),
    "conclude_joint": ("Update", "closing", "closing", "Avoid", "Expected"),
    "conclude_partly": ("Update", "closing", "closing", "Avoid", "Expected"),
    "agree_late": ("Update", "closing", "closing", "Avoid", "Expected"),
    "complete": ("Update", "closing", "closing", "Avoid", "Expected"),
    "reduce": ("Update", "down", "down", "Monitor", "Expected"),
    "conclude_none": ("Update", "none", "open", "Monitor", "Expected"),
    "withdraw": ("Update", "fewer", "open", "Monitor", "Expected"),
    "false_alarm": ("Update", "down", "down", "Monitor", "Expected"),
    "stand_down": ("Update", "down", "down", "Monitor", "Expected"),
    "finish": ("Update", "clear", "clear", "AllClear", "Past"),
    "close_file": ("Update", "clear", "clear", "AllClear", "Past"),
    "call_off": ("Cancel", "called_off", "clear", "AllClear", "Past"),
}
BAND_KM = 5.0  # on either side of the line: where an incident at a border is near
DETAIL_KM = 1.0


@dataclass(frozen=True, slots=True)
class Desk:
    """Who sends, in which manner: ``restriction`` says to whom a Restricted message may go, ``exercise`` names the
    exercise of an Exercise."""

    sender: str
    status: str = "Test"
    scope: str = "Restricted"
    restriction: str = "For the offices of the parties only"
    exercise: str = ""

    def __post_init__(self) -> None:
        if not _SENDER.match(self.sender):
            raise DomainError(f"{self.sender!r} cannot be a sender; write it without spaces, commas, < and &.")
        if self.status not in STATUSES:
            raise DomainError(f"{self.status!r} is no status; use one of {', '.join(STATUSES)}.")
        if self.scope not in SCOPES:
            raise DomainError(f"{self.scope!r} is no scope; use one of {', '.join(SCOPES)}.")
        if (self.status == "Exercise") != bool(self.exercise.strip()):
            raise DomainError("An Exercise has a name, and nothing else has one; give or leave out the name.")


@dataclass(frozen=True, slots=True)
class Message:
    identifier: str
    sent: str
    type: str
    xml: bytes


def alerts(
    mechanism: Mechanism,
    process: Process,
    found: Consultation,
    desk: Desk,
    phrases: Phrases,
    lines: Mapping[str, BorderLine],
    vocabulary: Vocabulary,
    grades: Mapping[str, str] | None = None,
) -> tuple[Message, ...]:
    """The whole thread of a consultation, oldest first; ``grades`` are those of incidents, by id.

    Raises :class:`DomainError` with the fault where a message would break the standard; none leaves unchecked.
    """
    sent: list[Message] = []
    told = notices(mechanism, process, found, phrases, vocabulary)
    for n, (entry, notice) in enumerate(zip(found.entries, told, strict=True)):
        kind = _MESSAGES.get(entry.does)
        then = view(mechanism, process, found.entries[: n + 1])
        if kind is None or (entry.does == "withdraw" and not then.standing):
            continue  # where nothing stands, the step that follows says so
        name = f"{found.id}-{n + 1}"
        root = _alert(
            mechanism, then, entry, name, notice, kind, desk, sent, phrases, lines, vocabulary, grades or {}
        )
        xml = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
        if wrong := faults(xml):
            raise DomainError(f"The message for entry {entry.id!r} would break the standard: {wrong[0]}")
        sent.append(Message(name, stamp(entry.at), kind[0], xml))
    return tuple(sent)


def stamp(at: dt.datetime) -> str:
    """A moment as CAP writes it: whole seconds, a numeric zone, and -00:00 for UTC."""
    return f"{at.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%S}-00:00"


def _alert(
    mechanism: Mechanism,
    then: Consultation,
    entry: Entry,
    name: str,
    notice: Notice,
    kind: tuple[str, str, str, str, str],
    desk: Desk,
    sent: Sequence[Message],
    phrases: Phrases,
    lines: Mapping[str, BorderLine],
    vocabulary: Vocabulary,
    grades: Mapping[str, str],
) -> etree._Element:
    root = etree.Element(f"{{{CAP}}}alert", nsmap={None: CAP})
    _add(root, "identifier", name)
    _add(root, "sender", desk.sender)
    _add(root, "sent", stamp(entry.at))
    _add(root, "status", desk.status)
    _add(root, "msgType", kind[0])
    _add(root, "scope", desk.scope)
    if desk.scope == "Restricted":
        _add(root, "restriction", desk.restriction)
    if desk.exercise:
        _add(root, "note", desk.exercise)
    if sent:
        _add(root, "references", " ".join(f"{desk.sender},{m.identifier},{m.sent}" for m in sent))
    _add(root, "incidents", " ".join(dict.fromkeys(_listed(alarm.incident) for alarm in then.alarms)))
    alarms = then.standing or then.alarms
    borders = tuple(dict.fromkeys((*(alarm.border for alarm in alarms), *_closing_on(then))))
    for lang in LANGUAGES:
        info = etree.SubElement(root, f"{{{CAP}}}info")
        _add(info, "language", lang)
        _add(info, "category", "Security")
        label = vocabulary.label("triggers", alarms[-1].trigger, lang)
        _add(info, "event", phrases.say("alert.event", lang, {"trigger": label}))
        _add(info, "responseType", kind[3])
        _add(info, "urgency", kind[4])
        _add(info, "severity", "Minor" if kind[3] == "AllClear" else "Severe")
        _add(info, "certainty", _certainty([grades.get(alarm.incident, "") for alarm in alarms]))
        _add(info, "effective", stamp(entry.at))
        _add(info, "expires", stamp(_expires(mechanism, then, entry)))
        _add(info, "senderName", phrases.say("alert.sender", lang, {"title": mechanism.title[lang]}))
        _add(info, "headline", phrases.say(f"alert.headline.{kind[1]}", lang))
        _add(info, "description", notice.text[lang])
        _add(info, "instruction", phrases.say(f"alert.instruction.{kind[2]}", lang))
        for key, value in (("consultation", then.id), ("state", then.state), ("mechanism", mechanism.hash)):
            parameter = etree.SubElement(info, f"{{{CAP}}}parameter")
            _add(parameter, "valueName", key)
            _add(parameter, "value", value)
        for border in borders:
            _area(info, border, lang, lines, vocabulary)
    return root


def _listed(name: str) -> str:
    """A name in a list that spaces part: one with spaces stands in double quotes."""
    plain = inert(name.replace('"', "'"))
    return f'"{plain}"' if " " in plain else plain


def _closing_on(then: Consultation) -> Iterator[str]:
    return (border for seat in then.seats.values() if seat.closing for border in seat.party.borders)


def _expires(mechanism: Mechanism, then: Consultation, entry: Entry) -> dt.datetime:
    """While parties are asked, the last deadline; while something is closed, its end; else the next day."""
    until = [seat.until for seat in then.seats.values() if seat.closing and seat.until is not None]
    if then.state == "consulting":
        until = [seat.deadline for seat in then.seats.values()]
    elif then.state == "none_agreed":
        until = [entry.at + mechanism.hours.late_answer * HOUR]
    later = [at for at in until if at >= entry.at + dt.timedelta(minutes=1)]
    return max(later, default=entry.at + DAY)


def _certainty(grades: Sequence[str]) -> str:
    """From the best grade of what was reported: confirmed or probably true is Observed, possibly true Likely."""
    digits = [grade[1] for grade in grades if len(grade) == 2 and grade[1] in "12345"]
    best = min(digits, default="")
    return {"1": "Observed", "2": "Observed", "3": "Likely", "4": "Possible", "5": "Unlikely"}.get(best, "Unknown")


def _area(
    info: etree._Element, border: str, lang: str, lines: Mapping[str, BorderLine], vocabulary: Vocabulary
) -> None:
    area = etree.SubElement(info, f"{{{CAP}}}area")
    _add(area, "areaDesc", vocabulary.label("borders", border, lang))
    if border in lines:
        for polygon in band(lines[border]):
            _add(area, "polygon", " ".join(f"{lat:.4f},{lon:.4f}" for lon, lat in polygon))
    geocode = etree.SubElement(area, f"{{{CAP}}}geocode")
    _add(geocode, "valueName", "border")
    _add(geocode, "value", border)


@cache
def band(line: BorderLine) -> tuple[tuple[tuple[float, float], ...], ...]:
    """The land within ``BAND_KM`` of a border, as closed rings of longitude and latitude in degrees."""
    from shapely.geometry import MultiLineString  # type: ignore[import-untyped]

    _, south, _, north = line.bounds
    squeeze = math.cos(math.radians((south + north) / 2))
    parts = [[(lon * squeeze, lat) for lon, lat in part] for part in line.simplified(DETAIL_KM).parts]
    shape = MultiLineString(parts).buffer(BAND_KM / 111.2, quad_segs=2).simplify(DETAIL_KM / 111.2)
    rings = [shape] if shape.geom_type == "Polygon" else list(shape.geoms)
    found = []
    for ring in rings:
        points = [(round(x / squeeze, 4), round(y, 4)) for x, y in ring.exterior.coords]
        found.append((*points[:-1], points[0]))
    return tuple(found)


def _add(parent: etree._Element, name: str, text: str) -> None:
    etree.SubElement(parent, f"{{{CAP}}}{name}").text = inert(text, longest=100_000)
