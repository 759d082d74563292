"""Whether a text is a sound CAP 1.2 message: the structure by our schema, the rest by rules named here.

Rules of the OASIS standard (Common Alerting Protocol 1.2, section 3.2) that a schema cannot tell, each one
sentence when it is broken.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from lxml import etree  # type: ignore[import-untyped]

from kordon.measures.mechanism.document import SHIPPED

CAP = "urn:oasis:names:tc:emergency:cap:1.2"
_REFERENCE = re.compile(r"[^\s,<&]+,[^\s,<&]+,\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d\Z")
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*\Z")
_NUMBER = re.compile(r"-?\d+(\.\d+)?\Z")


def faults(xml: bytes) -> tuple[str, ...]:
    """What is wrong with a message, as sentences; nothing where it is sound.

    Bytes that are no XML, hold a document type or bring entities along are one fault and not looked at further.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        return (f"It is not well-formed XML: {error.msg}.",)
    if root.getroottree().docinfo.doctype:
        return ("It brings a document type along; a CAP message has none.",)
    schema = _schema()
    if not schema.validate(root):
        return tuple(f"Line {error.line}: {error.message.rstrip('.')}." for error in schema.error_log)
    return tuple(_broken(root))


@cache
def _schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(SHIPPED / "cap-1.2.xsd")))


def _broken(root: etree._Element) -> Iterator[str]:
    kind, scope, status = _text(root, "msgType"), _text(root, "scope"), _text(root, "status")
    references = (_text(root, "references") or "").split()
    if kind in ("Update", "Cancel", "Ack", "Error") and not references:
        yield f"A message of type {kind} needs references to the messages it is about."
    if kind == "Alert" and references:
        yield "A message of type Alert begins a thread and refers to no other."
    for one in references:
        if not _REFERENCE.match(one):
            yield f"The reference {one!r} is not written as sender,identifier,sent."
    own = f"{_text(root, 'sender')},{_text(root, 'identifier')},{_text(root, 'sent')}"
    if own in references:
        yield "The message refers to itself."
    for one in references:
        if _REFERENCE.match(one) and _moment(one.rsplit(",", 1)[1]) > _moment(_text(root, "sent")):
            yield f"The reference {one!r} was sent after the message that refers to it."
    if (scope == "Restricted") != bool(_text(root, "restriction")):
        yield "A restriction is told where the scope is Restricted, and only there."
    if (scope == "Private") != bool(_text(root, "addresses")):
        yield "Addresses are told where the scope is Private, and only there."
    if status == "Exercise" and not _text(root, "note"):
        yield "An Exercise names the exercise in its note."
    languages = []
    for info in root.iterfind(f"{{{CAP}}}info"):
        languages.append(_text(info, "language") or "en-US")
        yield from _info(root, info)
    if len(set(languages)) < len(languages):
        yield "Two blocks of information have one language."


def _info(root: etree._Element, info: etree._Element) -> Iterator[str]:
    language = _text(info, "language")
    if language is not None and not _LANGUAGE.match(language):
        yield f"{language!r} is no language tag."
    begins = _moment(_text(info, "effective") or _text(root, "sent"))
    for name in ("expires", "onset"):
        told = _text(info, name)
        if told is not None and (_moment(told) <= begins if name == "expires" else _moment(told) < begins):
            yield f"It {name} at {told}, which is not after it takes effect at {begins.isoformat()}."
    for area in info.iterfind(f"{{{CAP}}}area"):
        for polygon in area.iterfind(f"{{{CAP}}}polygon"):
            yield from _polygon(polygon.text or "")
        for circle in area.iterfind(f"{{{CAP}}}circle"):
            middle, _, radius = (circle.text or "").partition(" ")
            if _point(middle) is None or not _NUMBER.match(radius) or float(radius) < 0:
                yield f"The circle {circle.text!r} is not written as lat,lon radius."
        tall = area.find(f"{{{CAP}}}ceiling") is not None and area.find(f"{{{CAP}}}altitude") is None
        if tall:
            yield "A ceiling is told without an altitude."


def _polygon(text: str) -> Iterator[str]:
    points = [_point(pair) for pair in text.split()]
    if any(point is None for point in points):
        yield f"The polygon {text[:60]!r} is not written as lat,lon pairs within the range of degrees."
    elif len(points) < 4:
        yield "A polygon needs at least four points."
    elif points[0] != points[-1]:
        yield "The last point of a polygon is its first one again."


def _point(pair: str) -> tuple[float, float] | None:
    lat, _, lon = pair.partition(",")
    if not _NUMBER.match(lat) or not _NUMBER.match(lon) or abs(float(lat)) > 90 or abs(float(lon)) > 180:
        return None
    return float(lat), float(lon)


def _text(parent: etree._Element, name: str) -> str | None:
    found = parent.find(f"{{{CAP}}}{name}")
    return None if found is None else (found.text or "")


def _moment(text: str | None) -> dt.datetime:
    return dt.datetime.fromisoformat(text or "")
