"""Write docs/spec from the tables in tests/spec: the manual shows the examples that the tests run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
TABLES = HERE.parent / "tests" / "spec"
PAGES = HERE / "spec"
MADE = "Made by `python docs/spec.py` from `tests/spec/{name}.yaml`; `tests/spec/test_tables.py` runs every row."


def names() -> list[str]:
    return sorted(path.stem for path in TABLES.glob("*.yaml"))


def load(name: str) -> Mapping[str, Any]:
    data: Mapping[str, Any] = yaml.safe_load((TABLES / f"{name}.yaml").read_text("utf-8"))
    return data


def page(name: str) -> str:
    """One page as Markdown."""
    data = load(name)
    lines = [f"# {data['title']}", "", data["about"], "", MADE.format(name=name)]
    for table in data["tables"]:
        lines += ["", f"## {table['title']}", "", table["about"], ""]
        lines += _table(table["columns"], table["rows"])
    return "\n".join(lines) + "\n"


def _table(columns: Mapping[str, str], rows: Iterable[Mapping[str, Any]]) -> Iterable[str]:
    yield f"| {' | '.join(columns.values())} |"
    yield "|---" * len(columns) + "|"
    for row in rows:
        if set(row) != set(columns):
            raise SystemExit(f"The row {row.get('case', row)!r} does not fill the columns {', '.join(columns)}.")
        yield f"| {' | '.join(_cell(row[key]) for key in columns)} |"


def _cell(value: object) -> str:
    if isinstance(value, list):
        return "<br>".join(_cell(v) for v in value) or "nothing"
    return str(value).replace("[^", r"\[^")  # no footnote of the page


def main() -> None:
    PAGES.mkdir(exist_ok=True)
    for name in names():
        (PAGES / f"{name}.md").write_text(page(name), "utf-8")


if __name__ == "__main__":
    main()
