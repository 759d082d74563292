"""From a file to a revision: sentences, where they came from, and what translations rest on."""

from __future__ import annotations

from types import ModuleType

import pytest

from kordon.commentary.issue.sentences import origins, split
from kordon.domain.commentary import Claim, Sentence


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One went. Two came back! Why? Nobody knows…  Then it ended.", 5),
        ("He said “no.” They went on.", 2),
        ("At 3.5 km and 2,500 people.", 1),
        ("Gen. Smith and J. Doe met e.g. There.", 1),
        ("Near the gate. 412 people waited. — Then they left.", 3),
        ("Ціха. Ён пайшоў. «Ура!» Усё.", 4),
        ("у 2024 г. Польшча закрыла мяжу.", 1),
        ("no capital. so one", 1),
    ],
)
def test_a_paragraph_is_cut_where_a_reader_stops(text: str, count: int) -> None:
    spans = list(split(text, (), {"gen", "e.g", "г"}))
    assert len(spans) == count
    assert " ".join(text[a:b] for a, b in spans).split() == text.split()


def test_a_sentence_that_was_there_before_is_not_cut_anew() -> None:
    text = "Met Gen. Smith. And went. Then left."
    assert [text[a:b] for a, b in split(text, ["Met Gen. Smith. And went."])] == [
        "Met Gen. Smith. And went.", "Then left.",
    ]  # fmt: skip


def test_each_sentence_comes_from_the_likest_one_that_no_other_came_from() -> None:
    before = [Sentence(t, "k") for t in ("Guards counted many people.", "Guards counted many boats.", "Quiet.")]
    found = origins(["Quiet.", "Guards counted very many boats.", "All else is new here."], before)
    assert [s.text if s else None for s in found] == ["Quiet.", "Guards counted many boats.", None]


def test_a_translation_rests_on_what_its_original_rests_on(made: ModuleType) -> None:
    room = made.Room()
    first = room.hand_in(made.file("en", "Guards counted 412 attempts.[^reading-attempts] Nobody was hurt."))
    body = "Памежнікі налічылі 412 спроб. Ніхто не пацярпеў."
    second = room.hand_in(made.file("be", body), source=first.id)
    assert second.body[0][0].claims == (Claim("value", 412.0, "reading-attempts"),)
    assert second.body[0][0].evidence == ("reading-attempts",)
    assert second.made_from == first.id
    assert room.check(second) == ()


def test_a_wrong_number_in_a_translation_is_named(made: ModuleType) -> None:
    room = made.Room()
    first = room.hand_in(made.file("en", "Guards counted 412 attempts.[^reading-attempts]"))
    second = room.hand_in(made.file("ru", "Пограничники насчитали 421 попытку."), source=first.id)
    (found,) = room.check(second)
    assert "says 421, which rests on nothing" in str(found)


def test_a_mark_belongs_to_its_own_sentence_alone(made: ModuleType) -> None:
    room = made.Room()
    body = "Guards counted 412 attempts.[^reading-attempts] The zone begins on 13 June. [^measure-zone] Quiet."
    one, two, three = room.revision(made.file("en", body)).body[0]
    assert (one.evidence, two.evidence, three.evidence) == (("reading-attempts",), ("measure-zone",), ())


def test_what_is_not_edited_stays_the_same_value(made: ModuleType) -> None:
    room = made.Room()
    body = "Guards counted 412 attempts.[^reading-attempts] A patrol went out."
    first = room.hand_in(made.file("en", body))
    second = room.edit("en", "A patrol went out.", "Two patrols went out.")
    assert second.body[0][0] is first.body[0][0]
    assert second.before == first.id


def test_of_two_who_edit_at_once_the_second_is_told(made: ModuleType) -> None:
    from kordon.commentary.issue.revision import text_of
    from kordon.domain.errors import NotAllowed

    room = made.Room()
    first = room.hand_in(made.file("en"))
    taken = text_of(first)
    room.edit("en", "A patrol", "A large patrol")
    with pytest.raises(NotAllowed, match="; take the newest text and enter your changes there"):
        room.hand_in(taken.replace("A patrol", "A small patrol"), made.PEOPLE["second"])
    assert len(room.record) == 2
