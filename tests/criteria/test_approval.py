"""An approval is of one meaning: a changed document is refused, layout may change, and the list only grows."""

from __future__ import annotations

from pathlib import Path

import pytest

from kordon.criteria import load_criteria
from kordon.criteria.approval import approval_file, approve, read_approvals
from kordon.criteria.document import documents_in, read_file
from kordon.domain.errors import BadDocument, DomainError
from kordon.domain.time import Date
from kordon.indicators import Indicator
from kordon.vocabulary import Vocabulary

Known = tuple[Indicator, ...]
DAY = Date(2025, 3, 4)


@pytest.fixture
def own(tmp_path: Path, shipped: str) -> Path:
    path = tmp_path / "own.yaml"
    path.write_text(shipped, "utf-8")
    return path


def test_an_approval_holds_for_what_was_approved(own: Path, vocabulary: Vocabulary, indicators: Known) -> None:
    criteria = read_file(own, vocabulary, indicators)
    approve(own, criteria, "The commission", DAY, "minute 7")
    found = read_file(own, vocabulary, indicators)
    assert (found.status, found.approved_by, found.approved_on) == ("approved", "The commission", DAY)
    assert found.hash == criteria.hash
    own.write_text("# a comment changes nothing\n" + own.read_text("utf-8"), "utf-8")
    assert read_file(own, vocabulary, indicators).approved_by == "The commission"


def test_a_document_changed_after_its_approval_is_refused(
    own: Path, vocabulary: Vocabulary, indicators: Known
) -> None:
    approve(own, read_file(own, vocabulary, indicators), "The commission", DAY)
    sound = own.read_text("utf-8")
    own.write_text(sound.replace("critical_days: 14", "critical_days: 15"), "utf-8")
    with pytest.raises(BadDocument, match=r"changed since The commission approved version 0.2 on 2025-03-04"):
        read_file(own, vocabulary, indicators)
    own.write_text(sound, "utf-8")
    assert read_file(own, vocabulary, indicators).approved_on == DAY


def test_a_new_version_is_approved_anew_and_the_old_approval_stays(
    own: Path, vocabulary: Vocabulary, indicators: Known
) -> None:
    from kordon.criteria import read_criteria
    from kordon.vocabulary.documents import read_document

    approve(own, read_file(own, vocabulary, indicators), "The commission", DAY)
    own.write_text(own.read_text("utf-8").replace('version: "0.2"', 'version: "0.3"'), "utf-8")
    new = read_criteria(read_document(own), vocabulary, {i.id for i in indicators})
    approve(own, new, "The commission", Date(2025, 6, 1))
    assert [a.version for a in read_approvals(own)] == ["0.2", "0.3"]
    assert read_file(own, vocabulary, indicators).approved_on == Date(2025, 6, 1)


@pytest.mark.parametrize(
    ("body", "day", "problem"),
    [
        ("  ", DAY, "needs the body that approves"),
        ("The commission", DAY, "nothing is to be done"),
        ("Another", Date(2025, 3, 3), "nothing is to be done"),
    ],
)
def test_what_cannot_be_approved_writes_nothing(
    own: Path, vocabulary: Vocabulary, indicators: Known, body: str, day: Date, problem: str
) -> None:
    criteria = read_file(own, vocabulary, indicators)
    approve(own, criteria, "The commission", DAY)
    before = approval_file(own).read_bytes()
    with pytest.raises(DomainError, match=problem):
        approve(own, criteria, body, day)
    assert approval_file(own).read_bytes() == before


def test_no_approval_after_the_end_or_before_the_last(
    own: Path, vocabulary: Vocabulary, indicators: Known
) -> None:
    text = own.read_text("utf-8")
    own.write_text(text.replace("valid: {from: null, to: null}", "valid: {from: null, to: 2025-01-31}"), "utf-8")
    criteria = read_file(own, vocabulary, indicators)
    with pytest.raises(DomainError, match="is valid to 2025-01-31, before the approval"):
        approve(own, criteria, "The commission", DAY)
    assert not approval_file(own).exists()
    approve(own, criteria, "The commission", Date(2025, 1, 2))
    own.write_text(text, "utf-8")
    from kordon.criteria import read_criteria
    from kordon.vocabulary.documents import read_document

    other = read_criteria(read_document(own), vocabulary, {i.id for i in indicators})
    with pytest.raises(DomainError, match="one of 2025-01-01 would come before it"):
        approve(own, other, "The commission", Date(2025, 1, 1))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("approvals: []", "a list of approvals is expected"),
        ("approvals: [{document: a, version: '1', hash: b, body: c, date: soon}]", "'soon' is not a day"),
        ("approvals: [{document: a, version: '1', hash: b, body: '', date: 2025-01-01}]", "'' is no text"),
        ("approvals: [{document: a}]", "'version' is missing"),
    ],
)
def test_a_broken_approval_is_told(
    own: Path, vocabulary: Vocabulary, indicators: Known, text: str, problem: str
) -> None:
    approval_file(own).write_text(text, "utf-8")
    with pytest.raises(BadDocument, match=problem):
        read_file(own, vocabulary, indicators)


def test_files_beside_a_document_are_no_documents(
    tmp_path: Path, shipped: str, vocabulary: Vocabulary, indicators: Known
) -> None:
    folder = tmp_path / "criteria"
    folder.mkdir()
    for name in ("own.yaml", "own.approval.yaml", "own.expected.yaml"):
        (folder / name).write_text(shipped, "utf-8")
    assert [p.name for p in documents_in(folder)] == ["own.yaml"]
    with pytest.raises(BadDocument, match="'id' is not a known key; use one of approvals"):
        load_criteria(vocabulary, indicators, tmp_path)
