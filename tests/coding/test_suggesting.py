"""Suggestions are no items: what is the same, what is left beside the rules, and what a person may answer."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kordon.coding import Coder
from kordon.coding.lexicon import ROOT
from kordon.coding.rules import load_rules
from kordon.coding.suggesting import ReportCoder, answer, beside, is_same, last_words, standing
from kordon.domain.coded import Coded, Figure, FigureForm, Incident, Modality, Place
from kordon.domain.errors import DomainError
from kordon.domain.quantity import Quantity
from kordon.domain.report import Evidence, Report
from kordon.domain.suggested import Answer, Ruling, Suggested, coder_of, confidence_of, suggested_in
from kordon.domain.time import Span
from kordon.vocabulary import Vocabulary

AT = dt.datetime(2024, 6, 5, tzinfo=dt.UTC)
WHO = ("A. Analyst", "it stands there")


def incident(kind: str = "drone", start: int = 0, end: int = 9, rule: str = "semantic:0.71") -> Incident:
    at = (Evidence("r", start, end),)
    return Incident(f"i-{rule}-{start}", kind, Place(("LT-BY",)), Span.untold(), Modality.ACTUAL, at, rule)


def figure(count: float, rule: str = "model:m") -> Figure:
    at = (Evidence("r", 0, 5),)
    form, span = FigureForm.COUNT, Span.untold()
    return Figure("f", form, "attempts", Quantity.exactly(count), Place(), span, Modality.ACTUAL, at, rule)


def suggested(rule: str = "semantic:0.71") -> Suggested:
    return suggested_in(Coded(Report("r", "Something flew."), incidents=(incident(rule=rule),)))[0]


def test_marks() -> None:
    assert [coder_of(rule) for rule in ("semantic:0.71", "model:a:b", "figure:fig.prevent", "drone", "model")] == [
        "semantic",
        "model:a:b",
        "",
        "",
        "",
    ]
    assert confidence_of("semantic:0.71") == 0.71
    assert confidence_of("model:m") is None


def test_no_rule_of_ours_carries_a_mark(vocabulary: Vocabulary) -> None:
    ids = [rule.id for rules in load_rules(vocabulary).values() for rule in rules]
    assert ids and not any(coder_of(name) for name in ids)
    assert not any(path.stem in ("semantic", "model") for path in ROOT.glob("*/*.yaml"))


def test_the_rules_are_a_coder(coder: Coder) -> None:
    assert isinstance(coder, ReportCoder)


def test_an_unmarked_item_is_no_suggestion() -> None:
    assert suggested_in(Coded(Report("r", "Something flew."), incidents=(incident(rule="drone"),))) == ()


def test_what_is_the_same() -> None:
    assert is_same(incident(), incident(start=5, end=12, rule="drone-seen"))
    assert not is_same(incident(), incident("balloon"))
    assert not is_same(incident(), incident(start=9, end=12))
    assert is_same(figure(12), figure(12, "figure:x"))
    assert not is_same(figure(12), figure(13))
    assert not is_same(figure(12), incident())
    assert not is_same(incident(), replace(incident(), evidence=(Evidence("other", 0, 9),)))


def test_beside_the_rules_only_the_new_is_left() -> None:
    report = Report("r", "Something flew over. Stones fell.")
    known = Coded(report, incidents=(incident(rule="drone-seen"),))
    found = Coded(report, incidents=(incident(), incident("stone_throwing", 21, 30), incident("drone", 12, 20)))
    left = beside(replace(found, incidents=(*found.incidents, incident("drone", 13, 19, "semantic:0.5"))), known)
    assert [(i.kind, i.evidence[0].start) for i in left.incidents] == [("stone_throwing", 21), ("drone", 12)]


def test_a_rule_that_learns_a_word_later_takes_the_place_of_the_accepted() -> None:
    mine, other = incident(rule="drone-seen"), incident("balloon", 20, 30)
    assert standing([], [incident(), other]) == (incident(), other)
    assert standing([mine], [incident(), other]) == (mine, other)
    assert standing([], [incident(), incident(rule="model:m")]) == (incident(),)


def test_what_a_person_may_answer() -> None:
    one = suggested()
    log: list[Answer] = [answer([], one, Ruling.ACCEPTED, *WHO, AT)]
    with pytest.raises(DomainError, match=r"was accepted by A\. Analyst already"):
        answer(log, one, Ruling.ACCEPTED, *WHO, AT)
    log.append(answer(log, one, Ruling.REJECTED, *WHO, AT))
    assert last_words(log)[one.id].ruling is Ruling.REJECTED
    log.append(answer(log, one, Ruling.REOPENED, *WHO, AT))
    assert last_words(log) == {}
    with pytest.raises(DomainError, match="is open already"):
        answer(log, one, Ruling.REOPENED, *WHO, AT)
    assert len({made.id for made in log}) == 3


@pytest.mark.parametrize(
    ("by", "why", "needs"), [("", "x", "who"), (" \x1b", "x", "who"), ("a", "\n", "the reason")]
)
def test_an_answer_needs_a_name_and_a_reason(by: str, why: str, needs: str) -> None:
    with pytest.raises(DomainError, match=f"needs {needs}"):
        answer([], suggested(), Ruling.REJECTED, by, why, AT)


def test_what_is_known_is_not_accepted_but_may_be_rejected() -> None:
    known = [incident(rule="drone-seen")]
    with pytest.raises(DomainError, match="of the rule drone-seen tells already"):
        answer([], suggested(), Ruling.ACCEPTED, *WHO, AT, known)
    with pytest.raises(DomainError, match="of model:m tells already"):
        answer([], suggested(), Ruling.ACCEPTED, *WHO, AT, [incident(rule="model:m")])
    assert answer([], suggested(), Ruling.REJECTED, *WHO, AT, known).ruling is Ruling.REJECTED


@given(st.lists(st.sampled_from(list(Ruling)), max_size=12))
def test_the_last_word_holds(rulings: list[Ruling]) -> None:
    one, log = suggested(), []
    for ruling in rulings:
        try:
            log.append(answer(log, one, ruling, *WHO, AT))
        except DomainError:
            held = last_words(log).get(one.id)
            assert (held is None) if ruling is Ruling.REOPENED else (held is not None and held.ruling is ruling)
    last = log[-1].ruling if log else Ruling.REOPENED
    assert (last_words(log)[one.id].ruling if last_words(log) else Ruling.REOPENED) is last
