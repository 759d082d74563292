"""The page of the manual is what the code says of the data that ship."""

from __future__ import annotations

import importlib.util
from pathlib import Path

DOCS = Path(__file__).parents[3] / "docs"


def test_the_page_of_triggers_is_as_the_code_makes_it() -> None:
    spec = importlib.util.spec_from_file_location("triggers_page", DOCS / "triggers.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    same = (DOCS / "spec" / "public-triggers.md").read_text("utf-8") == module.text()
    assert same, "What fires in the data that ship has changed; run `python docs/triggers.py`."
