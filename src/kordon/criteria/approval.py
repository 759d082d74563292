"""Approvals of a criteria document: who approved which bytes of meaning, and on which day.

They stand in a file beside the document (``own.yaml``: ``own.approval.yaml``) as a list that only grows. A
document with such a file is in force only as it was approved: after any change it is refused until the change is
approved or taken back. The hash is that of the meaning, so that layout and comments may change.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from kordon.criteria.model import Criteria
from kordon.domain.errors import BadDocument, DomainError
from kordon.domain.time import Date
from kordon.vocabulary.documents import Document, Steps, read_document

KEYS = ("document", "version", "hash", "body", "date")


@dataclass(frozen=True, slots=True)
class Approval:
    """``body`` is an office, never a private name; ``basis`` the act or minute, where there is one to name."""

    document: str
    version: str
    hash: str
    body: str
    date: Date
    basis: str | None = None


def approval_file(path: Path) -> Path:
    return path.with_name(f"{path.stem}.approval.yaml")


def read_approvals(path: Path) -> tuple[Approval, ...]:
    """The approvals beside a document, oldest first; none where there is no file."""
    file = approval_file(path)
    if not file.exists():
        return ()
    document = read_document(file)
    document.check_keys((), document.data, ("approvals",))
    entries = document.data["approvals"]
    if not isinstance(entries, list) or not entries:
        document.complain(("approvals",), "a list of approvals is expected", "take the file away if there is none")
    return tuple(_approval(document, ("approvals", n), entry) for n, entry in enumerate(entries))


def _approval(document: Document, at: Steps, entry: object) -> Approval:
    document.check_keys(at, entry, KEYS, ("basis",))
    assert isinstance(entry, dict)
    day = entry["date"]
    if not isinstance(day, dt.date) or isinstance(day, dt.datetime):
        document.complain((*at, "date"), f"{day!r} is not a day", "write it as 2024-06-13")
    for key in ("document", "version", "hash", "body"):
        if not isinstance(entry[key], str) or not entry[key].strip():
            document.complain((*at, key), f"{entry[key]!r} is no text", "write it in quotes")
    basis = entry.get("basis")
    return Approval(
        entry["document"],
        entry["version"],
        entry["hash"],
        entry["body"],
        day,
        None if basis is None else str(basis),
    )


def approved(criteria: Criteria, approvals: tuple[Approval, ...], document: Document) -> Criteria:
    """The criteria with the approval that holds for them; refused where the approved ones were others."""
    if not approvals:
        return criteria
    here = [a for a in approvals if a.hash == criteria.hash]
    if not here:
        last = approvals[-1]
        raise BadDocument(
            document.name,
            "",
            f"it has changed since {last.body} approved version {last.version} on {last.date} "
            f"(hash {last.hash[:12]}, now {criteria.hash[:12]})",
            "take the change back, or have it approved with `kordon criteria approve`",
        )
    last = here[-1]
    own = (criteria.approved_by, criteria.approved_on)
    if criteria.approved_by is not None and own != (last.body, last.date):
        document.complain(
            ("approved",), f"the file beside it says {last.body} on {last.date}", "let the two say the same"
        )
    return replace(criteria, status="approved", approved_by=last.body, approved_on=last.date)


def approve(path: Path, criteria: Criteria, body: str, date: Date, basis: str | None = None) -> Path:
    """Append an approval of the criteria to the file beside ``path``; whole or not at all.

    Raises :class:`DomainError` where there is nothing to approve, or the day cannot be; nothing is written then.
    """
    if not body.strip():
        raise DomainError("An approval needs the body that approves; name an office or commission.")
    if criteria.approved_by is not None and not read_approvals(path):
        raise DomainError(
            f"{path} says of itself that {criteria.approved_by} approved it on {criteria.approved_on}; "
            "write null there to keep approvals beside it."
        )
    if criteria.valid_to is not None and date > criteria.valid_to:
        raise DomainError(
            f"{path} is valid to {criteria.valid_to}, before the approval of {date}; give it a later end first."
        )
    held = read_approvals(path)
    for old in held:
        if old.hash == criteria.hash:
            raise DomainError(
                f"{path} was approved as it stands by {old.body} on {old.date}; nothing is to be done."
            )
    if held and date < held[-1].date:
        raise DomainError(
            f"The last approval of {path} is of {held[-1].date}; one of {date} would come before it. Mend the day."
        )
    new = Approval(criteria.id, criteria.version, criteria.hash, body.strip(), date, basis)
    file = approval_file(path)
    entries = [{k: v for k, v in _plain(a).items() if v is not None} for a in (*held, new)]
    text = yaml.safe_dump({"approvals": entries}, allow_unicode=True, sort_keys=False, width=100)
    scratch = file.with_name(file.name + ".tmp")
    scratch.write_text(text, encoding="utf-8")
    scratch.replace(file)
    return file


def _plain(approval: Approval) -> dict[str, object]:
    return {key: getattr(approval, key) for key in (*KEYS, "basis")}
