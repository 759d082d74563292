"""The gazetteer keeps every form and every thing a form may mean."""

from __future__ import annotations

import csv
import time
from pathlib import Path

import pytest

from kordon.domain.errors import BadTable
from kordon.geo.gazetteer import PUBLIC, EntryKind, FormKind, fold, load_gazetteer
from kordon.vocabulary import Vocabulary

PLACES_HEADER = "id,kind,country,lat,lon,name_en,name_be,forms_pl,forms_other,inflected_forms_grammar"
CROSSINGS_HEADER = "id,border,kind,name_eu_side,name_by_side_ru,name_en,other_names,lat,lon,traffic"


def cells(table: str) -> list[dict[str, str]]:
    with (PUBLIC / table).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_row_of_the_public_tables_is_an_entry() -> None:
    gazetteer = load_gazetteer()
    assert set(gazetteer.places) == {row["id"] for row in cells("places.csv")}
    assert set(gazetteer.crossings) == {row["id"] for row in cells("crossings.csv")}
    assert set(gazetteer.actors) == {row["id"] for row in cells("actors.csv")}
    assert set(gazetteer.sections) == {row["id"] for row in cells("sections.csv")}


def test_every_form_of_every_place_leads_back_to_it() -> None:
    gazetteer = load_gazetteer()
    for row in cells("places.csv"):
        columns = [c for c in row if c.startswith(("name_", "forms_")) or c == "inflected_forms_grammar"]
        for form in (f.strip() for c in columns for f in row[c].split(";")):
            if form:
                assert row["id"] in {c.id for c in gazetteer.candidates(form)}, form


def test_a_name_of_several_places_keeps_them_all() -> None:
    found = load_gazetteer().candidates("Bobrowniki")
    places = [c.id for c in found if c.kind is EntryKind.PLACE]
    assert len(places) == 7
    assert [c.kind for c in found if c.kind is not EntryKind.PLACE] == [EntryKind.CROSSING]


@pytest.mark.parametrize(
    "words", ["BIAŁOWIEŻA", "  Białowieża ", "Bia\u0142owiez\u0307a", "Białowieży", "Беловеже"]
)
def test_a_name_is_found_in_any_case_and_form(words: str) -> None:
    assert "bialowieza" in {c.id for c in load_gazetteer().candidates(words)}


def test_dashes_and_apostrophes_are_one() -> None:
    gazetteer = load_gazetteer()
    wanted = "pl-by-terespol-brest"
    for dash in "-–—":
        assert wanted in {c.id for c in gazetteer.candidates(f"Terespol{dash}Brest")}
    assert fold("Tsikhanouskaya’s  Office") == fold("tsikhanouskaya's office")
    assert gazetteer.candidates("No such name") == ()


def test_forms_say_where_they_come_from() -> None:
    forms = load_gazetteer().places["bialowieza"].forms
    kinds = {(f.text, f.lang): f.kind for f in forms}
    assert kinds["Białowieża", "pl"] is FormKind.BASE
    assert kinds["Białowieży", "pl"] is FormKind.MET
    assert kinds["Белавежы", "und"] is FormKind.MADE
    assert not next(f for f in forms if f.lang == "be").checked


def test_names_fall_back_to_english() -> None:
    place = load_gazetteer().places["bialowieza"]
    assert place.name("be") == "Белавежа"
    assert place.name("lt") == "Białowieża"


def test_actors_have_abbreviations_and_sections_of_a_border_have_their_totals(vocabulary: Vocabulary) -> None:
    gazetteer = load_gazetteer()
    assert gazetteer.actors["pl-sg"].abbreviations == ("SG",)
    assert gazetteer.actors["int-unhcr"].country is None
    for border in vocabulary.assessed_borders:
        assert gazetteer.sections_of(border, "total")
        assert gazetteer.crossings_of(border)
    fence = gazetteer.sections["tot-pl-by-steel"]
    assert (fence.barrier_physical_km, str(fence.since.start), fence.forms) == (186, "2022-06-30", ())


def test_a_folder_adds_a_border_by_data_alone(tmp_path: Path) -> None:
    public = tmp_path / "public"
    public.mkdir()
    (public / "towns.csv").write_text(f"{PLACES_HEADER}\nnarva,settlement,EE,59.38,28.19,Narva,Нарва,Narwy,,\n")
    (public / "points.csv").write_text(
        f"{CROSSINGS_HEADER}\nee-ru-narva,EE-RU,road,Narva,Ивангород,Narva–Ivangorod,,59.4,28.2,all\n"
    )
    gazetteer = load_gazetteer(tmp_path)
    assert {c.id for c in gazetteer.candidates("narwy")} == {"narva"}
    assert [c.id for c in gazetteer.crossings_of("EE-RU")] == ["ee-ru-narva"]
    assert set(load_gazetteer().places) < set(gazetteer.places)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("bialowieza,settlement,PL,52.7,23.8,X,,,,", "row 2, column 'id': the id 'bialowieza' is used twice"),
        ("x,settlement,PL,95,23.8,X,,,,", "row 2, column 'lat': 95 is out of range"),
        ("x,settlement,PL,52,,X,,,,", "only one half of the point"),
        ("x,settlement,PL,52,23,,,,,", "column 'name_en': the cell is empty"),
        ("x,settlement,PL", "row 2: it has 3 cells"),
    ],
)
def test_a_bad_row_of_a_deployment_is_named(tmp_path: Path, row: str, words: str) -> None:
    public = tmp_path / "public"
    public.mkdir()
    (public / "towns.csv").write_text(f"{PLACES_HEADER}\n{row}\n")
    with pytest.raises(BadTable, match=words):
        load_gazetteer(tmp_path)


def test_it_loads_fast() -> None:
    best = 1.0
    for _ in range(5):
        load_gazetteer.cache_clear()
        start = time.process_time()
        load_gazetteer()
        best = min(best, time.process_time() - start)
    assert best < 0.4  # seconds of processor time; 0.03 on a quiet core, 0.1 under coverage: more is an accident
