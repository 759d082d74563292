"""The pages of the manual about processes say what their documents say."""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree as ET

import pytest

from kordon.measures.process import load_process

ROOT = Path(__file__).parents[2]


@cache
def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("processes_page", ROOT / "docs" / "processes.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", generator().names())
def test_the_page_is_current(name: str) -> None:
    page = ROOT / "docs" / "spec" / f"process-{name.replace('_', '-')}.md"
    assert page.exists(), f"{page.name} is not there; run `python docs/processes.py`."
    same = page.read_text("utf-8") == generator().page(name)
    assert same, f"data/processes/{name}.yaml has changed since {page.name}; run `python docs/processes.py`."


@pytest.mark.parametrize("name", generator().names())
def test_the_drawing_is_current(name: str) -> None:
    picture = ROOT / "docs" / "images" / f"process-{name.replace('_', '-')}.svg"
    assert picture.exists(), f"{picture.name} is not there; run `python docs/processes.py`."
    drawn = generator().drawing(name)
    assert picture.read_text("utf-8") == drawn, f"{picture.name} is out of date; run `python docs/processes.py`."
    tree = ET.fromstring(drawn)
    boxes = [e for e in tree.iter() if e.tag.endswith("rect") and e.get("rx")]
    arrows = [e for e in tree.iter() if e.tag.endswith("path") and e.get("marker-end")]
    process = load_process(name)
    moves = {
        (source, step.to)
        for step in process.steps.values()
        for source in step.sources or ("",)
        if step.to and step.to != source
    }
    assert (len(boxes), len(arrows)) == (len(process.states), len(moves))


@pytest.mark.parametrize("name", generator().names())
def test_the_page_shows_every_state_and_step(name: str) -> None:
    process, page = load_process(name), generator().page(name)
    for state in process.states.values():
        assert f'state "{state.label["en"]}" as {state.id}' in page
    for step in process.steps.values():
        assert f"| {step.label['en']} |" in page
