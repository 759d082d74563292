"""The two ways to count, halves, intervals and the checks of a gold file."""

from __future__ import annotations

import datetime as dt
import importlib.util
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kordon.coding import Coder
from kordon.coding.accuracy import Accuracy, Line, measure
from kordon.coding.evaluate import Pair, Verdict, compare, pairs_of
from kordon.coding.gold import Case, load_cases
from kordon.coding.mistakes import mistakes
from kordon.coding.strata import Result
from kordon.domain.coded import Coded, Figure, FigureForm, Incident, Modality, Place, PlacePrecision
from kordon.domain.errors import BadDocument, UnreadableFile
from kordon.domain.quantity import Quantity
from kordon.domain.report import Evidence, Report
from kordon.domain.time import Span
from kordon.vocabulary import Vocabulary

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "gold"
TEXT = "On Tuesday 12 people were turned back and stones were thrown; 5 were let in."
REPORT = Report(id="made", text=TEXT, lang="en")
DAY = dt.date(2024, 6, 4)
FIGURE = {"unit": "prevented", "count": 12, "border": "LT-BY", "words": "12 people"}


def at(words: str) -> tuple[Evidence, ...]:
    start = TEXT.index(words)
    return (Evidence("made", start, start + len(words)),)


def figure(count: float, words: str, unit: str = "prevented", border: str = "LT-BY") -> Figure:
    return Figure(
        id=f"{count}{words}{unit}",
        form=FigureForm.COUNT,
        unit=unit,
        quantity=Quantity.exactly(count),
        place=Place(borders=(border,), precision=PlacePrecision.BORDER),
        span=Span.day(DAY),
        modality=Modality.ACTUAL,
        evidence=at(words),
        rule="made",
    )


def incident(kind: str, words: str, modality: Modality = Modality.ACTUAL) -> Incident:
    return Incident(kind + words, kind, Place(), Span.day(DAY), modality, at(words), "made")


def pairs(expect: dict[str, object], **made: object) -> tuple[Pair, ...]:
    return pairs_of(Case("made", REPORT, expect, False, ""), Coded(REPORT, **made))  # type: ignore[arg-type]


def verdicts(found: tuple[Pair, ...]) -> list[Verdict]:
    return [pair.verdict for pair in found]


@pytest.mark.parametrize(
    ("made", "verdict"),
    [
        (figure(12, "12 people"), [Verdict.RIGHT]),
        (figure(12, "12 people", border="LV-BY"), [Verdict.WRONG]),
        (figure(13, "12 people"), [Verdict.WRONG]),  # told by the words, with another count
        (figure(12, "stones"), [Verdict.WRONG]),  # the count, told by other words
        (figure(12, "12 people", unit="attempts"), [Verdict.TAKEN]),
        (figure(13, "stones"), [Verdict.MISSING, Verdict.EXTRA]),
    ],
)
def test_a_figure_is_right_or_found_or_neither(made: Figure, verdict: list[Verdict]) -> None:
    assert verdicts(pairs({"figures": [FIGURE]}, figures=(made,))) == verdict


@pytest.mark.parametrize(
    ("made", "verdict"),
    [
        (incident("stone_throwing", "stones"), [Verdict.RIGHT]),
        (incident("stone_throwing", "stones", Modality.DENIED), [Verdict.WRONG]),
        (incident("laser", "stones"), [Verdict.TAKEN]),
        (incident("stone_throwing", "5 were"), [Verdict.MISSING, Verdict.EXTRA]),
    ],
)
def test_an_incident_is_its_kind_and_its_words(made: Incident, verdict: list[Verdict]) -> None:
    want = {"kind": "stone_throwing", "modality": "actual", "words": "stones were thrown"}
    assert verdicts(pairs({"incidents": [want]}, incidents=(made,))) == verdict


def test_right_items_are_paired_before_those_that_are_only_found() -> None:
    near, same = figure(13, "12 people"), figure(12, "12 people")
    found = pairs({"figures": [FIGURE]}, figures=(near, same))
    assert verdicts(found) == [Verdict.RIGHT, Verdict.EXTRA]
    assert found[0].made is same


def test_what_is_taken_for_another_counts_as_missing_and_as_too_much() -> None:
    case = Case("made", REPORT, {"figures": [FIGURE]}, False, "")
    coded = Coded(REPORT, figures=(figure(12, "12 people", unit="attempts"),))
    score = compare(case, coded).scores["figures"]
    assert (score.right, score.missing, score.extra) == (0, 1, 1)
    found = line(measured(case, coded), "figures", "en", "prevented")
    assert (found.wanted, found.made, found.item.right) == (1, 1, 0)
    unit = next(f for f in measured(case, coded).fields if f.field == "unit" and f.lang == "en")
    assert (unit.right, unit.compared) == (0, 1)


def measured(case: Case, coded: Coded) -> Accuracy:
    return measure([Result(case, pairs_of(case, coded))], draws=50)


def line(found: Accuracy, name: str, lang: str, kind: str = "", average: str = "") -> Line:
    (one,) = [x for x in found.lines if (x.type, x.lang, x.kind, x.average) == (name, lang, kind, average)]
    return one


def test_modality_is_counted_over_what_was_found_and_strictly() -> None:
    want = {"kind": "stone_throwing", "modality": "denied", "words": "stones"}
    missing = {"kind": "laser", "modality": "actual", "words": "5 were let in"}
    case = Case("made", REPORT, {"incidents": [want, missing]}, False, "")
    found = measured(case, Coded(REPORT, incidents=(incident("stone_throwing", "stones"),)))
    mood = next(m for m in found.modality if m.type == "incidents" and m.lang == "en")
    assert (mood.found, mood.right, mood.accuracy) == (1, 0, 0.0)
    assert mood.strict.f1.value == 0.0
    told = next(f for f in found.fields if f.field == "modality" and f.lang == "en")
    assert (told.right, told.compared) == (0, 1)


def test_languages_and_halves_stay_apart_and_come_together() -> None:
    results = []
    for number, (lang, half, right) in enumerate(
        [("en", "open", True), ("en", "open", False), ("lt", "open", True), ("lt", "test", False)]
    ):
        case = Case(f"c{number}", replace(REPORT, lang=lang), {"figures": [FIGURE]}, False, "", half)
        made = (figure(12, "12 people"),) if right else ()
        results.append(Result(case, pairs_of(case, Coded(REPORT, figures=made))))
    found = measure(results, draws=200)
    f1 = {(x.half, x.lang, x.average): x.strict.f1 for x in found.lines if x.type == "figures" and not x.kind}
    assert f1["open", "en", ""].value == pytest.approx(2 / 3)
    assert f1["open", "lt", ""].value == 1.0
    assert f1["open", "all", "micro"].value == pytest.approx(0.8)
    assert f1["open", "all", "macro"].value == pytest.approx((2 / 3 + 1) / 2)
    assert f1["test", "all", "micro"].value == 0.0
    assert (f1["open", "en", ""].low, f1["open", "en", ""].high) == (0.0, 1.0)
    assert [m.half for m in mistakes(results)] == ["open", "test"]


@settings(deadline=None, max_examples=40)
@given(
    st.lists(st.tuples(st.booleans(), st.integers(0, 2), st.sampled_from(["en", "lt"])), min_size=1, max_size=12)
)
def test_intervals_hold_the_value_and_stay_in_bounds(cases: list[tuple[bool, int, str]]) -> None:
    results = []
    for number, (right, extra, lang) in enumerate(cases):
        case = Case(f"c{number}", replace(REPORT, lang=lang), {"figures": [FIGURE]}, False, "")
        made = tuple(figure(50 + i, "stones") for i in range(extra))
        if right:
            made = (figure(12, "12 people"), *made)
        results.append(Result(case, pairs_of(case, Coded(REPORT, figures=made))))
    found = measure(results, draws=60)
    assert found == measure(results, draws=60)  # the same seed, the same draws
    for one in found.lines:
        for scores in (one.strict, one.item):
            for rate in (scores.precision, scores.recall, scores.f1):
                if rate.value is not None:
                    assert rate.low is not None
                    assert rate.high is not None
                    assert 0 <= rate.low <= rate.high <= 1
                    assert 0 <= rate.value <= 1
        assert one.strict.right <= one.item.right <= min(one.wanted, one.made)


def test_right_is_what_compare_calls_right(coder: Coder) -> None:
    """The table and the floors of test_gold.py count the same things."""
    for case in load_cases(GOLD / "lt"):
        coded = coder.code(case.report)
        scores = compare(case, coded).scores
        for name, score in scores.items():
            found = [p for p in pairs_of(case, coded) if p.type == name]
            assert score.right == sum(p.verdict is Verdict.RIGHT for p in found)
            assert score.right + score.missing == sum(p.want is not None for p in found)
            if name != "header":
                assert score.right + score.extra == sum(p.made is not None for p in found)


CASE = """- id: a
  lang: en
  text: On Tuesday 12 people were turned back.
  expect:
    figures:
      - {unit: prevented, count: 12, words: 12 people}
"""


@pytest.mark.parametrize(
    ("old", "new", "place", "problem"),
    [
        ("unit:", "unti:", "line 6", "'unti' is not a known key"),
        ("prevented", "arrests", "line 6", "'arrests' is not in units.yaml"),
        ("12 people}", "12 persons}", "line 6", "'12 persons' do not stand in the text"),
        ("count: 12", "count: twelve", "line 6", "'twelve' is no count"),
        ("count: 12", "from: soon", "line 6", "'soon' is not a day"),
        ("count: 12", "form: often", "line 6", "'often' is no form"),
        ("count: 12", "border: PL-XX", "line 6", "'PL-XX' is not in borders.yaml"),
        ("figures:\n", "figure:\n", "line 5", "'figure' is not a known key"),
        ("  lang: en\n", "", "line 1", "the key 'lang' is missing"),
        ("  lang: en\n", "  lang: en\n  published: soon\n", "line 3", "'soon' is not a day"),
        ("  lang: en\n", "  lang: en\n  kind: poem\n", "line 3", "'poem' is not a kind of report"),
        ("      - {", "      {", "line 5", "figures is no list"),
    ],
)
def test_a_mistake_in_a_gold_file_is_named_with_its_line(
    tmp_path: Path, vocabulary: Vocabulary, old: str, new: str, place: str, problem: str
) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(CASE, "utf-8")
    assert len(load_cases(path, vocabulary)) == 1
    path.write_text(CASE.replace(old, new), "utf-8")
    with pytest.raises(BadDocument) as error:
        load_cases(path, vocabulary)
    assert str(error.value).startswith(f"{path}, {place}: ")
    assert problem in str(error.value)


def test_an_id_that_is_used_twice_is_named(tmp_path: Path, vocabulary: Vocabulary) -> None:
    (tmp_path / "a.yaml").write_text(CASE, "utf-8")
    (tmp_path / "b.yaml").write_text(CASE, "utf-8")
    with pytest.raises(BadDocument, match=r"b\.yaml, line 1: the id 'a' is used in .*a\.yaml, line 1"):
        load_cases(tmp_path, vocabulary)


def test_a_folder_without_gold(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"no \*\.yaml"):
        load_cases(tmp_path)


def test_the_half_is_the_folder(tmp_path: Path) -> None:
    (tmp_path / "en" / "test").mkdir(parents=True)
    (tmp_path / "en" / "a.yaml").write_text(CASE, "utf-8")
    (tmp_path / "en" / "test" / "b.yaml").write_text(CASE.replace("id: a", "id: b"), "utf-8")
    assert [(c.id, c.half) for c in load_cases(tmp_path)] == [("a", "open"), ("b", "test")]
    assert load_cases(tmp_path / "en" / "test" / "b.yaml")[0].half == "test"


@pytest.mark.parametrize("path", sorted(GOLD.rglob("*.yaml")), ids=lambda p: str(p.relative_to(GOLD)))
def test_our_own_gold_has_no_mistakes(path: Path, vocabulary: Vocabulary) -> None:
    if "linking" not in path.parts:
        load_cases(path, vocabulary)


def test_the_page_of_the_manual_is_up_to_date(coder: Coder) -> None:
    spec = importlib.util.spec_from_file_location("accuracy_page", ROOT / "docs" / "accuracy.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    page = ROOT / "docs" / "reference" / "accuracy.md"
    assert page.exists(), "docs/reference/accuracy.md is not there; run `make accuracy`."
    same = page.read_text("utf-8") == module.page(coder=coder)
    assert same, "Gold, lexicons or rules have changed since docs/reference/accuracy.md; run `make accuracy`."
