"""A state, a border and a gate of its own are added by data alone, and measures live there as elsewhere."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from kordon.domain.record import Entry, Person
from kordon.measures.life import advanced, load_rules, policies, states
from kordon.measures.process import check, entries_of, why_not
from kordon.vocabulary import load

LABEL = "{en: x, be: x, ru: x}"
FILES = {
    "vocabulary/states.yaml": f"- {{id: NN, label: {LABEL}}}\n",
    "vocabulary/borders.yaml": f"- {{id: NN-RU, near: NN, far: RU, assessed: true, label: {LABEL}}}\n",
    "life/measures.yaml": 'id: measures\nversion: "1"\nstatus: proposal\nzones: {NN: Europe/Helsinki}\n',
    "gates/opening.yaml": f"""\
id: opening
version: "2"
status: proposal
label: {LABEL}
applies: [{{steps: [adopt], kinds: [checkpoint_opening]}}]
commands: {{any: [coast_guard], NN: [coast_guard]}}
offices: [{{id: coast_guard, label: {LABEL}}}]
blocks: [negative, decisively_negative]
silence: blocks
days: 30
""",
}
PEOPLE = {"analyst": ("analyst",), "secretariat": ("secretariat",), "government": ("government",)}


def test_a_state_of_its_own(tmp_path: Path) -> None:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    rules = load_rules(load(tmp_path), tmp_path)
    record: list[Entry] = []

    def entry(does: str, who: Person, day: int, **data: object) -> Entry:
        at = dt.datetime(2024, 5, day, 8, tzinfo=dt.UTC)
        return Entry(f"e{len(record)}", "measure", "open", does, who, at, "as asked", ("r",), data)  # type: ignore[arg-type]

    def do(entry: Entry) -> None:
        check(rules.process, entries_of(rules.process, record, "open"), entry, policies(rules, record))
        record.append(entry)

    analyst, office, cabinet = (Person(name, roles) for name, roles in PEOPLE.items())
    do(entry("propose", analyst, 1, kind="checkpoint_opening", borders=("NN-RU",), states=("NN",)))
    do(entry("draft", office, 2, basis="an act"))
    adopt = entry("adopt", cabinet, 4, starts="2024-05-10", review="2024-06-01")
    assert "coast_guard gave no opinion" in why_not(rules.process, record, adopt, policies(rules, record))
    coast = Person("coast", ("adviser", "coast_guard"))
    do(entry("opine", coast, 3, office="coast_guard", opinion="positive"))
    do(entry("adopt", cabinet, 4, starts="2024-05-10", review="2024-06-01"))
    midnight = dt.datetime(2024, 5, 9, 21, tzinfo=dt.UTC)  # three hours east
    assert advanced(rules, record, midnight - dt.timedelta(minutes=1)) == ()
    record += advanced(rules, record, midnight)
    assert states(rules, record) == {"open": "in_force"}
