"""The lexicon tests itself: every example must hold the concept of its line, and mistakes name file and line."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from kordon.coding.automaton import Automaton
from kordon.coding.lexicon import Entry, Example, expand, form_of, languages, load_lexicon
from kordon.coding.rules import load_rules
from kordon.domain.errors import BadDocument
from kordon.vocabulary import Vocabulary

EXAMPLES = [(lang, e) for lang in languages() for e in getattr(load_lexicon(lang), "examples", ())]


@cache
def automaton_of(lang: str) -> Automaton:
    lexicon = load_lexicon(lang)
    assert lexicon is not None
    return Automaton(lexicon.forms)


@pytest.mark.parametrize(("lang", "example"), EXAMPLES, ids=lambda v: v.text[:40] if isinstance(v, Example) else v)
def test_an_example_is_found(lang: str, example: Example) -> None:
    assert example.concept in {t.concept for t in automaton_of(lang).scan(example.text)}


def test_choices_are_written_out() -> None:
    assert expand("[big ](cat/dog)s") == ["cats", "dogs", "big cats", "big dogs"]
    assert expand("to [illegally] cross") == ["to cross", "to illegally cross"]


@pytest.mark.parametrize(
    ("form", "text", "found"),
    [
        ("border", "The border, again", ["border"]),
        ("border", "cross-border and borders", ["border"]),
        ("attack*", "counterattacks attacked", ["attacked"]),
        ("in … kind", "in some other kind", ["in some other kind"]),
        ("in … kind", "in one two three four kind", []),
        ("de-escalation", "De-escalation now", ["De-escalation"]),
        ("threw stones", "threw, stones", []),
    ],
)
def test_forms_match_whole_words(form: str, text: str, found: list[str]) -> None:
    automaton = Automaton([form_of(Entry("x.y", "x"), form)])
    assert [text[t.start : t.end] for t in automaton.scan(text)] == found


def test_the_longest_form_wins_and_equals_stay() -> None:
    forms = [
        form_of(Entry(name, "x"), words)
        for name, words in (("a", "border"), ("b", "border guard"), ("c", "border guard"))
    ]
    assert {t.concept for t in Automaton(forms).scan("a border guard")} == {"b", "c"}


def test_every_concept_of_a_rule_is_known_to_english(vocabulary: Vocabulary) -> None:
    lexicon = load_lexicon("en")
    assert lexicon is not None
    known = {f.entry.concept for f in lexicon.forms} | {"name"}
    for rules in load_rules(vocabulary).values():
        for rule in rules:
            assert {c for alternative in rule.when for c in alternative} <= known, rule.id


def test_values_are_ids_of_the_vocabulary(vocabulary: Vocabulary) -> None:
    lists = {"means": "means", "factor": "factors", "trigger": "triggers", "cond": "conditions", "rung": "rungs"}
    for lang in languages():
        lexicon = load_lexicon(lang)
        assert lexicon is not None
        for form in lexicon.forms:
            name = form.entry.concept.partition(".")[2]
            if form.entry.cls in lists and name not in ("doctrine", "armed", "equipment", "shot"):
                assert name in vocabulary[lists[form.entry.cls]], form.entry
            if form.entry.cls == "state":
                states = form.entry.value if isinstance(form.entry.value, tuple) else (form.entry.value,)
                assert all(s in vocabulary["states"] for s in states)


def test_a_mistake_names_file_line_and_remedy(tmp_path: Path) -> None:
    folder = tmp_path / "lexicon" / "en"
    folder.mkdir(parents=True)
    (folder / "more.yaml").write_text('- {is: act.throw, forms: "cast"}\n- {is: act.throw, form: "slung"}\n')
    with pytest.raises(BadDocument, match=r"more\.yaml, line 2: 'form' is not a known key"):
        load_lexicon("en", tmp_path)


def test_a_deployment_adds_a_language_by_data_alone(tmp_path: Path) -> None:
    folder = tmp_path / "lexicon" / "eo"
    folder.mkdir(parents=True)
    (folder / "language.yaml").write_text("lang: eo\n")
    (folder / "words.yaml").write_text('- {is: party.migrants, forms: "migrantoj"}\n')
    lexicon = load_lexicon("eo", tmp_path)
    assert lexicon is not None
    assert lexicon.forms[0].literal == " migrantoj "
