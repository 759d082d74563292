"""Hostile text comes out harmless, and a quotation stays short."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kordon.domain.report import Evidence, Report
from kordon.site.safe import QUOTE_WORDS, clean, host, line, quote, safe_link, shorten

TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"


@given(st.text())
def test_nothing_invisible_or_turning_is_left(text: str) -> None:
    found = clean(text)
    assert not set(found) & set(TURNING)
    assert all(unicodedata.category(c) not in ("Cs",) for c in found)
    assert all(c in "\n\t" or unicodedata.category(c) != "Cc" for c in found)
    assert clean(found) == found


def test_letters_of_every_script_are_kept() -> None:
    for text in ("Гродна, ў, і’", "Łódź, Žemaitija, Rēzekne", "حدود", "גבול", "日本", "e\u0301"):
        assert clean(text) == text


def test_a_pile_of_marks_is_cut() -> None:
    assert clean("Z" + "\u0335" * 40 + "x") == "Z" + "\u0335" * 3 + "x"


def test_an_override_cannot_turn_a_name() -> None:
    assert line("report\u202efdp.exe\n next") == "reportfdp.exe next"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//host.example/x",
        "/relative",
        "http:///x",
        "http://",
        "https://gov.example@evil.example/",
        "https://a b.example/",
        "https://x.example/\u202egpj",
        "https://x.example:0/",
        "https://x.example:99999/",
        "https://[::1",
        "http:\\\\evil.example",
        "",
    ],
)
def test_an_address_that_is_no_plain_page_is_no_link(address: str) -> None:
    assert safe_link(address) is None
    assert host(address) == ""


@pytest.mark.parametrize(
    ("address", "named"),
    [
        ("https://www.example.org/a?b=1&c=2#d", "example.org"),
        ("http://sub.example.net:8080/", "sub.example.net"),
        ("https://гродна.example/старонка", "xn--80afd0bdl.example"),
    ],
)
def test_a_plain_page_is_a_link_and_its_host_is_ascii(address: str, named: str) -> None:
    assert safe_link(address) == address
    assert host(address) == named


def report(text: str) -> Report:
    return Report(id="r", text=text)


@given(st.text(max_size=400), st.integers(0, 399), st.integers(1, 400))
def test_a_quotation_is_at_most_25_words(text: str, start: int, length: int) -> None:
    parts = quote(report(text), [Evidence("r", start, start + length)])
    words = [word for part, _ in parts for word in part.split() if word != "…"]
    assert len(words) <= QUOTE_WORDS


def test_a_quotation_takes_in_its_sentence_and_no_more() -> None:
    text = "It was quiet. On Sunday about 450 people tried to cross near the river. Nobody was hurt."
    start = text.index("450")
    assert quote(report(text), [Evidence("r", start, start + 3)]) == (
        ("On Sunday about", False),
        ("450", True),
        ("people tried to cross near the river.", False),
    )


def test_pieces_far_apart_are_joined_by_an_ellipsis() -> None:
    text = " ".join(["one", *(["so"] * QUOTE_WORDS), "six"])
    parts = quote(report(text), [Evidence("r", 0, 3), Evidence("r", len(text) - 3, len(text))])
    assert parts == (("one", True), ("…", False), ("six", True))


def test_pieces_near_one_another_are_given_with_what_is_between() -> None:
    text = "one two three four five six"
    parts = quote(report(text), [Evidence("r", 4, 7), Evidence("r", 14, 18)])
    assert parts == (("one", False), ("two", True), ("three", False), ("four", True), ("five six", False))


def test_evidence_beyond_the_text_or_of_another_report_quotes_nothing() -> None:
    assert quote(report("short"), [Evidence("r", 90, 95), Evidence("other", 0, 3)]) == ()


def test_shorten_says_that_it_left_something_out() -> None:
    assert shorten("a  b\nc d", 3) == "a b c …"
    assert shorten("a b c", 3) == "a b c"
