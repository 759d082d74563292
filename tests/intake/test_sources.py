"""Outlets: every host of the public tables has one, and grades agree with those that rows carry."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from kordon.domain.errors import BadDocument
from kordon.domain.report import Report
from kordon.geo.gazetteer import PUBLIC
from kordon.intake.sources import Sources, check_sources, host_of, load_sources
from kordon.vocabulary import Vocabulary

OUTLET = "{id: x, name: X, hosts: [x.example], lang: [en], kind: media, grade: C3"


def rows(table: str) -> list[dict[str, str]]:
    with (PUBLIC / table).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def deployment(folder: Path, text: str) -> Path:
    (folder / "sources").mkdir()
    (folder / "sources" / "more.yaml").write_text(text, encoding="utf-8")
    return folder


def test_every_host_of_the_public_tables_has_an_outlet(sources: Sources) -> None:
    for path in sorted(PUBLIC.glob("*.csv")):
        for row in rows(path.name):
            host = host_of(row["source_url"])
            if host:
                assert sources.outlet(host) is not None, f"{path.name}: {host}"


def test_an_outlet_has_the_grade_that_incident_rows_give_it(sources: Sources) -> None:
    for row in rows("incidents.csv"):
        assert sources.grade(row["source_url"]).grade == row["grade"], row["id"]


def test_grades_follow_the_kind(sources: Sources) -> None:
    for outlet in sources.outlets.values():
        if outlet.kind in ("border_service", "ministry", "authority", "agency"):
            assert outlet.grade == "B2", outlet.id
        if outlet.kind in ("state_media", "aggregator", "mirror"):
            assert outlet.grade == "D4", outlet.id
        if outlet.of:
            assert outlet.kind == "mirror"


def test_what_outlets_and_words_name_is_in_the_vocabulary(sources: Sources, vocabulary: Vocabulary) -> None:
    check_sources(sources, vocabulary)
    assert any(outlet.covers for outlet in sources.outlets.values())


@pytest.mark.parametrize(
    ("source", "outlet"),
    [
        ("https://www.podlaski.strazgraniczna.pl/pod/x", "strazgraniczna"),
        ("tvrepublika.pl.", "tv-republika"),
        ("WWW.WPROST.PL", "wprost"),
        ("wiadomosci.wp.pl:443", "wp"),
        ("Pozirk", "pozirk"),
        ("lsm", "lsm"),
    ],
)
def test_subdomains_names_and_ids_lead_to_the_outlet(sources: Sources, source: str, outlet: str) -> None:
    found = sources.outlet(source)
    assert found is not None
    assert found.id == outlet


@pytest.mark.parametrize("source", ["", "nowhere.example", "notwprost.pl", "com", "http://[", "pl", "a b"])
def test_an_unknown_source_takes_the_named_default(sources: Sources, source: str) -> None:
    assert sources.outlet(source) is None
    assert sources.grade(source) == sources.default
    assert (sources.default.grade, sources.default.rule) == ("C3", "source-not-listed")


def test_a_row_goes_before_its_outlet_and_a_mirror_is_its_outlet(sources: Sources) -> None:
    assert sources.grade("wprost.pl", "D4").rule == "row"
    assert sources.grade("wprost.pl").rule == "outlet"
    assert sources.independent("https://mstagmanager.com/ru/news/1") == sources.independent("pozirk.online")
    assert sources.independent("nowhere.example") == "nowhere.example"


def test_a_report_takes_what_its_outlet_is_known_for(sources: Sources) -> None:
    known = sources.known(Report("r", "x", source="rs.gov.lv"))
    assert known.grade == "B2"
    assert "LV-BY" in known.borders
    assert sources.known(Report("r", "x")).grade == ""


def test_a_folder_adds_outlets_and_words(tmp_path: Path) -> None:
    text = f"""
outlets:
- {OUTLET}}}
tables:
  actions: {{rockfall: other}}
  around: [beside]
  running: {{starts: {{EE-RU: [2024-02-01]}}}}
"""
    sources = load_sources(deployment(tmp_path, text))
    assert sources.grade("https://www.x.example/").grade == "C3"
    assert sources.words.actions["rockfall"] == "other"
    assert sources.words.around == ("near", "beside")
    assert set(sources.words.starts) > {"EE-RU"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("outlets: 3", "outlets are a list"),
        (f"outlets:\n- {OUTLET.replace('C3', 'Z9')}}}", "line 2: 'Z9' is no grade"),
        (f"outlets:\n- {OUTLET.replace('media', 'medium')}}}", "'medium' is no kind"),
        (f"outlets:\n- {OUTLET.replace('x.example', 'wprost.pl')}}}", "already belongs to 'wprost'"),
        (f"outlets:\n- {OUTLET.replace('x.example', 'http://x')}}}", "is no host"),
        (f"outlets:\n- {OUTLET}, of: nobody}}", "which is no outlet"),
        (f"outlets:\n- {OUTLET}, colour: red}}", "'colour' is not a known key"),
        ("tables: {actions: {slingshot: other}}", "an earlier document says otherwise"),
        ("tables: {roundings: {some: plenty}}", "'plenty' is not known"),
        ("tables: {people: ['(']}", "no regular expression"),
        ("tables: {people: ['x']}", "no group 'name'"),
        ("tables: {parties: {elves: {party: other, country: middle}}}", "no side of a border"),
        ("tables: {refined: {other: {assault: [], rescue: []}}}", "an earlier|empty"),
        ("tables: {running: {starts: {LV-BY: soon}}}", "an earlier|list of days"),
        ("default: {grade: C, rule: x}", "no grade"),
    ],
)
def test_a_mistake_in_a_document_is_named(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(BadDocument, match=words):
        load_sources(deployment(tmp_path, text))


def test_names_of_private_people_are_left_out(sources: Sources) -> None:
    told = sources.words.without_names("the soldier, Sgt Jan Nowak-Zima, was hurt; verdict against Anna Kos; 2 pm")
    assert told == "the soldier, Sgt [name left out], was hurt; verdict against [name left out]; 2 pm"
    assert sources.words.without_names("Kos verdict upheld") == "[name left out] verdict upheld"
