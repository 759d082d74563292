"""``kordon evaluate``: on gold of one's own, with halves, errors and JSON."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
from kordon_cli import Kordon

GUIDE = Path(__file__).parents[2] / "docs" / "guides" / "own-gold.md"


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """The example of the guide as a file, and the same with a wrong count as a test half."""
    found = re.search(r"```yaml\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    assert found is not None
    folder = tmp_path / "mine" / "en"
    (folder / "test").mkdir(parents=True)
    (folder / "notices.yaml").write_text(found[1], "utf-8")
    wrong = found[1].replace("count: 12", "count: 21").replace("id: en-", "id: en-test-")
    (folder / "test" / "notices.yaml").write_text(wrong, "utf-8")
    return tmp_path / "mine"


def test_the_example_of_the_guide_comes_out_right(kordon: Kordon, mine: Path) -> None:
    result = kordon("evaluate", mine, "--half", "open")
    assert result.exit_code == 0, result.output
    assert "2 cases (2 open) in en" in result.stdout
    row = next(row for row in result.stdout.splitlines() if row.startswith("en "))
    assert row.split()[:7] == ["en", "open", "1", "1", "1", "1.00", "1.00"]
    assert "en-first-notice" not in result.stdout


def test_errors_of_the_test_half_are_listed_only_when_asked_for(kordon: Kordon, mine: Path) -> None:
    quiet = kordon("evaluate", mine)
    assert "en-test-first-notice" not in quiet.stdout
    assert quiet.stderr == ""
    loud = kordon("evaluate", mine, "--errors", "--half", "test")
    assert "en-test-first-notice" in loud.stdout
    assert "count: 12.0, not 21" in loud.stdout
    assert "“turned back 12”" in loud.stdout
    assert "no longer untouched" in loud.stderr
    assert "en-test-first-notice" not in kordon("evaluate", mine, "--no-errors").stdout


def test_json_is_valid_under_its_schema_and_keeps_the_halves_apart(kordon: Kordon, mine: Path) -> None:
    schema = json.loads(kordon("schema", "accuracy").stdout)
    found = json.loads(kordon("evaluate", mine, "--json").stdout)
    jsonschema.Draft202012Validator(schema).validate(found)
    f1 = {line["half"]: line for line in found["lines"] if line["type"] == "figures" and line["lang"] == "en"}
    assert f1["open"]["strict"]["f1"]["value"] == 1.0
    assert f1["test"]["strict"]["f1"]["value"] == 0.0
    assert f1["test"]["item"]["f1"]["value"] == 1.0  # found, with another count
    assert found["errors_listed"] == ["open"]
    assert found["errors"] == []
    loud = json.loads(kordon("evaluate", mine, "--json", "--errors").stdout)
    (error,) = loud["errors"]
    assert (error["verdict"], error["half"], error["words"]) == ("wrong field", "test", "turned back 12")
    assert error["fields"] == [["count", 21, 12.0]]


def test_only_one_type_and_one_language(kordon: Kordon, mine: Path) -> None:
    found = json.loads(kordon("evaluate", mine, "--json", "--kind", "incidents", "--lang", "en").stdout)
    assert {line["type"] for line in found["lines"]} <= {"incidents"}
    result = kordon("evaluate", mine, "--lang", "pl")
    assert result.exit_code == 2
    assert "ask for what is there: en (open), en (test)" in result.stderr


def test_a_mistake_gets_one_sentence(kordon: Kordon, mine: Path) -> None:
    path = mine / "en" / "notices.yaml"
    path.write_text(path.read_text("utf-8").replace("turned back 12}", "turned away 12}"), "utf-8")
    result = kordon("evaluate", mine)
    assert result.exit_code == 2
    (sentence,) = result.stderr.splitlines()
    assert "notices.yaml, line 9: the words 'turned away 12' do not stand in the text" in sentence
    assert kordon("evaluate", mine / "nowhere.yaml").exit_code == 2


def test_nothing_is_wider_than_80_columns(kordon: Kordon, mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    result = kordon("evaluate", mine)
    assert max(len(row) for row in result.stdout.splitlines()) <= 80
    assert "1.00 [1.00–1.00]" in result.stdout


def test_words_of_a_gold_file_do_nothing_to_a_terminal(kordon: Kordon, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(
        '- {id: "x\\e[31m\\u202e[bold]", lang: en, text: "Nothing \\e[2J here.", '
        'expect: {figures: [{unit: prevented, count: 1, words: "Nothing \\e[2J"}]}}\n',
        "utf-8",
    )
    result = kordon("evaluate", path)
    assert result.exit_code == 0, result.output
    assert "\x1b" not in result.stdout
    assert "\u202e" not in result.stdout
    assert "[bold]" in result.stdout
