"""What a draft says of a week, sentence by sentence, in every language: the table is prose.yaml."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from kordon.commentary.check import check
from kordon.commentary.draft import AREAS, draft
from kordon.commentary.facts import lookup
from kordon.domain.coded import Status
from kordon.domain.commentary import Draft
from kordon.domain.time import Date, Week
from kordon.vocabulary import LANGUAGES

MakeWorld = Callable[[], Any]
Scenes = dict[str, Callable[[Any], None]]
WEEK = Week(2024, 22)  # the one that every scene closes with
ROWS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("prose.yaml").read_text("utf-8"))
NAMES = sorted({row["scene"] for row in ROWS})


def part_of(written: Draft, part: str) -> str | None:
    """The headline, the lede, or the first sentence whose phrase begins with ``part``."""
    if part in ("headline", "lede"):
        return str(getattr(written, part).text)
    body = [sentence for paragraph in written.body for sentence in paragraph]
    return next((s.text for s in (*body, *written.bullets) if s.key.startswith(part)), None)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['scene']}-{row['area']}-{row['part']}")
def test_a_week_is_told_in_every_language(make_world: MakeWorld, scenes: Scenes, row: dict[str, Any]) -> None:
    world = make_world()
    scenes[row["scene"]](world)
    context = world.context()
    for lang in LANGUAGES:
        written = draft(row["area"], WEEK + row.get("later", 0), lang, context)
        assert part_of(written, row["part"]) == row[lang]


@pytest.mark.parametrize("scene", NAMES)
def test_every_number_of_every_scene_holds(make_world: MakeWorld, scenes: Scenes, scene: str) -> None:
    world = make_world()
    scenes[scene](world)
    context = world.context()
    for area in AREAS:
        for lang in LANGUAGES:
            assert check(draft(area, WEEK, lang, context), lookup(context), context.phrases) == ()


def test_every_scene_is_in_the_table(scenes: Scenes) -> None:
    assert set(NAMES) == set(scenes)


@pytest.mark.parametrize("scene", ["nothing_known", "a_count_alone"])
def test_a_quiet_week_is_short(make_world: MakeWorld, scenes: Scenes, scene: str) -> None:
    world = make_world()
    scenes[scene](world)
    for area in AREAS:
        for lang in LANGUAGES:
            written = draft(area, WEEK, lang, world.context())
            assert sum(len(paragraph) for paragraph in written.body) <= 4
            assert len(written.lede.text.split()) <= 30


def test_what_the_lede_has_told_is_not_told_again(make_world: MakeWorld, scenes: Scenes) -> None:
    world = make_world()
    scenes["most_since"](world)
    written = draft("security", WEEK, "en", world.context())
    body = " ".join(s.text for paragraph in written.body for s in paragraph)
    assert "about 1,500" in written.lede.text.lower()
    assert "1,500 attempts" not in body
    assert "since 12–18 February" not in body


def test_a_measure_without_a_known_end_is_not_told_as_in_force_for_ever(make_world: MakeWorld) -> None:
    """An end that nobody reported would be missed: a measure without one is recalled for some weeks only."""
    for start, told in ((Date(2024, 5, 1), True), (Date(2023, 9, 1), False)):
        world = make_world()
        world.measure("LT-BY", "checkpoint_closure", Status.IN_FORCE, start)
        assert (part_of(draft("west", WEEK, "en", world.context()), "in-force") is not None) is told
