"""A document that is wrong is named with its line and a remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from kordon.domain.errors import BadDocument, UnreadableFile
from kordon.vocabulary.documents import canonical, parse_document, read_document


@pytest.mark.parametrize(
    ("text", "place", "problem"),
    [
        ("", "", "is empty"),
        ("a: 1\na: 2\n", "line 2", "written twice"),
        ("a: [1\nb: 2\n", "line 2", "not valid YAML"),
        ("a: &x {b: *x}\n", "line 1", "alias"),
        ("a: &x [1]\nb: [*x, *x]\n", "line 1", "alias"),
        ("day: 2024-02-30\n", "", "cannot be"),
    ],
)
def test_a_bad_document_gets_a_sentence(text: str, place: str, problem: str) -> None:
    with pytest.raises(BadDocument) as caught:
        parse_document(text, "rules.yaml")
    assert str(caught.value).startswith("rules.yaml")
    assert place in str(caught.value)
    assert problem in str(caught.value)


def test_wrong_encoding_and_missing_file(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes("слова: так".encode("cp1251"))
    with pytest.raises(UnreadableFile, match="save it as UTF-8"):
        read_document(path)
    with pytest.raises(UnreadableFile, match="check the path"):
        read_document(tmp_path / "none.yaml")


def test_lines_are_remembered_for_every_part() -> None:
    document = parse_document("a:\n  - b: 1\n    c: 2\n", "x")
    assert document.line(("a", 0, "c")) == 3
    assert document.line(("a", 0, "nothing", "there")) == 2
    with pytest.raises(BadDocument, match=r"line 3: 'c' is not a known key; use one of b\."):
        document.check_keys(("a", 0), document.data["a"][0], ["b"])


def test_the_hash_follows_the_meaning_not_the_layout() -> None:
    one = parse_document("a: 1\nb: [x, 2024-06-04]\n", "x")
    other = parse_document("b: ['x', 2024-06-04]   # note\na: 1.0\n", "y")
    assert one.sha256 == other.sha256
    assert canonical({"a": True}) != canonical({"a": 1})
