"""``kordon code`` and ``kordon schema``: one JSON object a report, valid under the schema, spans true."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from kordon_cli import NOTICE, Kordon


def lines(output: str) -> list[dict]:  # type: ignore[type-arg]
    return [json.loads(line) for line in output.splitlines() if line.startswith("{")]


def test_a_notice_is_coded_with_the_words_it_rests_on(kordon: Kordon, tmp_path: Path) -> None:
    path = tmp_path / "notice.txt"
    path.write_text(NOTICE, "utf-8")
    result = kordon("code", path, "--published", "2024-06-05")
    assert result.exit_code == 0, result.output
    (coded,) = lines(result.stdout)
    assert coded["report"]["lang"] == "en"
    assert coded["report"]["published_at"] == "2024-06-05"
    day = next(f for f in coded["figures"] if f["quantity"]["best"] == 12)
    assert (day["unit"], day["place"]["borders"]) == ("prevented", ["LT-BY"])
    assert day["span"] == {"start": "2024-06-04", "end": "2024-06-04", "precision": "day"}
    for item in (*coded["figures"], *coded["incidents"]):
        for evidence in item["evidence"]:
            assert coded["report"]["text"][evidence["start"] : evidence["end"]] == evidence["words"]


def test_what_is_printed_is_valid_under_the_printed_schema(kordon: Kordon, seeds: Path) -> None:
    schema = json.loads(kordon("schema").stdout)
    validator = jsonschema.Draft202012Validator(schema)
    result = kordon("code", *sorted(seeds.glob("*.txt")))
    coded = lines(result.stdout)
    assert len(coded) == 2
    for one in coded:
        validator.validate(one)


def test_reports_come_from_json_lines(kordon: Kordon, tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    rows = [
        {"id": "a", "text": NOTICE, "published": "2024-06-05", "lang": "en", "source": "example.org"},
        {"id": "b", "text": "Нічога не адбылося ў гэты дзень на мяжы, паведамілі памежнікі."},
    ]
    path.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    result = kordon("code", "--from-jsonl", path)
    coded = lines(result.stdout)
    assert [one["report"]["id"] for one in coded] == ["a", "b"]
    assert [one["report"]["lang"] for one in coded] == ["en", "be"]


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("empty.txt", b"", "empty"),
        ("binary.txt", bytes(range(256)) * 4, "binary.txt"),
        ("wrong.txt", "слова".encode("cp1251"), "UTF-8"),
        ("lines.jsonl", b'{"id": 1\n', "line 1"),
    ],
)
def test_bad_input_gets_a_sentence_and_the_rest_is_coded(
    kordon: Kordon, tmp_path: Path, name: str, content: bytes, problem: str
) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "good.txt").write_text(NOTICE, "utf-8")
    result = kordon("code", tmp_path / name, tmp_path / "good.txt")
    assert result.exit_code == 2
    assert problem in result.stderr
    assert name in result.stderr
    assert len(lines(result.stdout)) == 1
    assert "Traceback" not in result.output


def test_a_day_that_does_not_exist(kordon: Kordon, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NOTICE, "utf-8")
    result = kordon("code", tmp_path / "a.txt", "--published", "2024-02-30")
    assert result.exit_code == 2
    assert "'2024-02-30' is not a day" in result.stderr


def test_the_rows_of_a_table_come_coded(kordon: Kordon, material: Path) -> None:
    result = kordon("code", material / "attempts.csv")
    assert result.exit_code == 0, result.output
    coded = lines(result.stdout)
    assert [one["figures"][0]["quantity"]["best"] for one in coded] == [3, 4, 5, 6, 7, 8, 9]
    assert all(one["report"]["kind"] == "record" for one in coded)
