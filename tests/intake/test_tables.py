"""Tables of facts: every shipped row is read, and a bad row is a sentence beside the good ones."""

from __future__ import annotations

import csv
import datetime as dt
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kordon.domain.coded import FigureForm, PlacePrecision, Status
from kordon.domain.errors import BadTable, InputError
from kordon.domain.quantity import Rounding
from kordon.domain.report import PublishedBasis, ReportKind
from kordon.domain.time import Precision
from kordon.geo.gazetteer import PUBLIC, load_gazetteer
from kordon.intake.sources import Sources, load_sources
from kordon.intake.tables import Table, read_table
from kordon.vocabulary import Vocabulary

ReadRows = Callable[..., Table]
ATTEMPT = "PL-BY,2024-05-01,2024-05-31,8000,over,attempts,https://www.wprost.pl/a,2024-06-01,assumed,"
COMBINED = "2024-05-01,2024-05-31,8000,over,https://www.wprost.pl/a,2024-06-01,assumed,"
INCIDENT = (
    "a-1,2024-05-28,2024-05-28,PL-BY,Narewka,soldiers,belarus_state,,Polish patrol,fence_cutting,c-1,9,1,0,B2,"
    "https://www.wprost.pl/a,2024-05-29,assumed,wire cut"
)
MEASURE = (
    "M-1,PL;LT,checkpoint_closure,decided,Kuźnica,PL-BY,pl-by-kuznica-bruzgi,all,2024-05-01,2024-05-03,2024-08-01,M-0,"
    "attacks,https://www.wprost.pl/a,2024-05-02,note,"
)
STATUS = "s-1,pl-by-kuznica-bruzgi,closed,all,2021-11-09,,0,,,day,all stopped,Minister,https://www.wprost.pl/a,"


@pytest.fixture(scope="module")
def shipped(vocabulary: Vocabulary, sources: Sources) -> dict[str, Table]:
    gazetteer = load_gazetteer()
    return {
        path.stem: read_table(path, vocabulary, sources, gazetteer=gazetteer, name=path.name)
        for path in sorted(PUBLIC.glob("*.csv"))
    }


def cells(table: str) -> list[dict[str, str]]:
    with (PUBLIC / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_shipped_row_is_read_without_an_error(shipped: dict[str, Table]) -> None:
    for name, table in shipped.items():
        values = len(table.coded) + len(table.statuses) + len(table.crossings)
        values += len(table.sections) + len(table.places) + len(table.actors)
        assert table.errors == ()
        assert table.kind == name
        assert values == table.rows == len(cells(name))


def test_every_row_is_a_report_of_its_own_whose_words_carry_its_values(shipped: dict[str, Table]) -> None:
    coded = [c for table in shipped.values() for c in table.coded]
    assert len({c.report.id for c in coded}) == len(coded)
    for one in coded:
        report = one.report
        assert (report.kind, report.lang) == (ReportKind.RECORD, "en")
        assert "\n" not in report.text
        assert report.grade
        items = (*one.figures, *one.incidents, *one.measures)
        assert len(items) == 1
        for evidence in (e for item in items for e in item.evidence):
            assert evidence.report == report.id
            assert evidence.end <= len(report.text)
            assert report.quote(evidence).strip()


def test_the_words_of_a_figure_hold_its_number(shipped: dict[str, Table]) -> None:
    for table in ("attempts", "totals_combined"):
        for one, row in zip(shipped[table].coded, cells(table), strict=True):
            (figure,) = one.figures
            assert f"{int(row['count']):,}" in one.report.quote(figure.evidence[0])
            assert figure.quantity.best == int(row["count"])
            assert (str(figure.span.start), str(figure.span.end)) == (row["period_start"], row["period_end"])
            assert str(one.report.published_at or "") == row["published_at"]


def test_running_totals_are_told_from_counts(shipped: dict[str, Table]) -> None:
    for one in shipped["attempts"].coded:
        (figure,) = one.figures
        assert figure.span.length is not None
        if figure.form is FigureForm.TOTAL:
            assert figure.span.length > 31
        if "running total" in one.report.text and figure.span.length > 31:
            assert figure.form is FigureForm.TOTAL, one.report.text


def test_a_private_name_in_a_note_is_left_out(tmp_path: Path, vocabulary: Vocabulary) -> None:
    shipped = (PUBLIC / "incidents.csv").read_text("utf-8")
    path = tmp_path / "incidents.csv"
    path.write_text(
        shipped.replace("the soldier, a sergeant, died", "the soldier, Sgt Jan Przykład, died"), "utf-8"
    )
    assert path.read_text("utf-8") != shipped
    table = read_table(path, vocabulary, load_sources())
    told = " ".join(one.report.text for one in table.coded)
    assert "Przykład" not in told
    assert "Sgt [name left out], died" in told


def test_a_figure_of_one_unit_is_not_one_of_the_border(shipped: dict[str, Table]) -> None:
    for one in shipped["attempts"].coded:
        part = one.figures[0].place.precision is PlacePrecision.PART
        assert part == ("Podlaskie unit" in one.report.text or "Podlaskie section" in one.report.text)


def test_places_of_incidents_are_looked_up(shipped: dict[str, Table]) -> None:
    by_place = {
        i.place.areas[0]: i.place for c in shipped["incidents"].coded for i in c.incidents if i.place.areas
    }
    assert by_place["near Dubicze Cerkiewne"].settlements == ("dubicze-cerkiewne",)
    assert by_place["Białowieża"].precision is PlacePrecision.POINT
    assert by_place["Połowce-Peschatka"].borders == ("PL-BY",)
    assert by_place["Podlaskie"].precision is PlacePrecision.PART
    districts = by_place["Druskininkai and Lazdijai districts"]
    assert (districts.settlements, districts.precision) == ((), PlacePrecision.PART)


def test_closures_that_may_have_ended_do_not_read_as_standing(shipped: dict[str, Table]) -> None:
    rows = {row["id"]: row for row in cells("crossing_status")}
    for status in shipped["crossing_status"].statuses:
        row = rows[status.id]
        assert status.end_unknown == (row["to_unknown"] == "1")
        if row["superseded_by"] and not row["to"]:
            later = rows[row["superseded_by"]]
            assert status.span.end is not None
            assert str(status.span.end) < (later["from"] or later["as_of"])


def test_the_same_rows_have_the_same_ids_whatever_the_file_and_the_order(
    tmp_path: Path, vocabulary: Vocabulary, sources: Sources, shipped: dict[str, Table]
) -> None:
    rows = cells("incidents")
    columns = list(rows[0])
    random.Random(3).shuffle(columns)
    random.Random(4).shuffle(rows)
    path = tmp_path / "other name.csv"
    with path.open("w", encoding="utf-16", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows(rows)
    again = read_table(path, vocabulary, sources, gazetteer=load_gazetteer())
    assert {c.report.id: c for c in again.coded} == {c.report.id: c for c in shipped["incidents"].coded}


def test_a_figure_row(read_rows: ReadRows) -> None:
    (one,) = read_rows("attempts", ATTEMPT + "monthly figure").coded
    (figure,) = one.figures
    assert one.report.text == (
        "Poland–Belarus border, 1–31 May 2024, attempts to cross: over 8,000. Note: monthly figure."
    )
    assert one.report.quote(figure.evidence[0]) == "attempts to cross: over 8,000"
    assert (figure.quantity.low, figure.quantity.high, figure.quantity.rounding) == (8000, None, Rounding.OVER)
    assert (figure.form, figure.unit, figure.place.borders) == (FigureForm.COUNT, "attempts", ("PL-BY",))
    assert (one.report.grade, figure.grade, one.report.source) == ("B2", "B2", "www.wprost.pl")
    assert one.report.published_basis is PublishedBasis.ASSUMED


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2024-05-01", "2024-05-01", "1 May 2024"),
        ("2024-05-30", "2024-06-01", "30 May – 1 June 2024"),
        ("2023-12-30", "2024-01-01", "30 December 2023 – 1 January 2024"),
    ],
)
def test_spans_are_told_in_words(read_rows: ReadRows, start: str, end: str, words: str) -> None:
    row = ATTEMPT.replace("2024-05-01", start).replace("2024-05-31", end).replace("2024-06-01,a", "2024-07-01,a")
    assert f", {words}, " in read_rows("attempts", row).coded[0].report.text


def test_zero_is_a_figure(read_rows: ReadRows) -> None:
    (one,) = read_rows("attempts", ATTEMPT.replace("8000,over", "0,exact")).coded
    assert one.figures[0].quantity.high == 0


def test_a_combined_figure_belongs_to_the_group(read_rows: ReadRows, vocabulary: Vocabulary) -> None:
    (one,) = read_rows("totals", COMBINED).coded
    (figure,) = one.figures
    assert (figure.place.group, figure.place.borders) == ("BY-EU", ())
    assert figure.place.precision is PlacePrecision.GROUP
    assert vocabulary.term("units", figure.unit).get("attempt") is True


def test_an_incident_row(read_rows: ReadRows) -> None:
    (one,) = read_rows("incidents", INCIDENT).coded
    (incident,) = one.incidents
    assert [one.report.quote(e) for e in incident.evidence] == ["damage to the barrier", "9", "1", "0"]
    assert (incident.kind, incident.clash, incident.rule) == ("fence_damage", "c-1", "table-incidents-action")
    assert incident.actor is not None
    assert (incident.actor.type, incident.actor.country, incident.actor.words) == ("far_state", "BY", "soldiers")
    assert incident.recipient is not None
    assert (incident.recipient.type, incident.recipient.country) == ("near_state", "PL")
    assert incident.killed is not None
    assert incident.killed.best == 0
    assert incident.occurred.precision is Precision.DAY
    assert (incident.place.areas, incident.attribution, incident.warning_shots) == (("Narewka",), None, False)


def test_a_claim_belongs_to_the_side_that_makes_it(read_rows: ReadRows) -> None:
    row = INCIDENT.replace("belarus_state,", "eu_state,Border Committee of Belarus")
    (incident,) = read_rows("incidents", row).coded[0].incidents
    assert incident.attribution is not None
    assert incident.attribution.claim
    assert (incident.attribution.party.type, incident.attribution.party.country) == ("far_state", "BY")
    assert incident.actor is not None
    assert (incident.actor.type, incident.actor.country) == ("near_state", "PL")


@pytest.mark.parametrize(
    ("action", "note", "kind", "means", "warning"),
    [
        ("shots_fired", "two shots in the air", "shots_fired", ("firearm",), True),
        ("shots_fired", "shots towards a patrol", "shots_fired", ("firearm",), False),
        ("stone_throwing", "warning shot by a guard", "stone_throwing", ("stones",), False),
        ("other", "group attacked a post", "assault", (), False),
        ("other", "a counterattacked post", "other", (), False),
        ("slingshot", "", "slingshot", ("slingshot",), False),
    ],
)
def test_kind_means_and_warning_shots(
    read_rows: ReadRows, action: str, note: str, kind: str, means: tuple[str, ...], warning: bool
) -> None:
    row = INCIDENT.replace("fence_cutting", action).replace("wire cut", note)
    (one,) = read_rows("incidents", row).coded
    (incident,) = one.incidents
    assert (incident.kind, incident.means, incident.warning_shots) == (kind, means, warning)
    if kind == "assault":
        assert one.report.quote(incident.evidence[0]) == "attacked"


def test_round_hundreds_of_people_are_open(read_rows: ReadRows) -> None:
    for told, low, high in (("2000", 1500, 2500), ("130", 130, 130), ("81", 81, 81), ("0", 0, 0)):
        (incident,) = read_rows("incidents", INCIDENT.replace(",9,1,0,", f",{told},1,0,")).coded[0].incidents
        assert incident.people is not None
        assert (incident.people.low, incident.people.high) == (low, high)


def test_a_measure_row(read_rows: ReadRows) -> None:
    (one,) = read_rows("measures", MEASURE).coded
    (measure,) = one.measures
    assert (measure.kind, measure.status, measure.key) == ("checkpoint_closure", Status.DECIDED, "M-1")
    assert (measure.countries, measure.traffic, measure.extends) == (("PL", "LT"), ("all",), "M-0")
    assert (measure.place.crossings, measure.place.precision) == (("pl-by-kuznica-bruzgi",), PlacePrecision.POINT)
    assert (measure.decided_on, measure.effective.end) == (dt.date(2024, 5, 1), dt.date(2024, 8, 1))
    assert measure.basis == "attacks"
    assert [one.report.quote(e) for e in measure.evidence] == ["decided", "closing of crossing points"]


def test_an_unknown_outlet_is_graded_by_the_named_default(read_rows: ReadRows) -> None:
    (one,) = read_rows("attempts", ATTEMPT.replace("www.wprost.pl", "nowhere.example")).coded
    assert one.report.grade == "C3"
    assert one.warnings == (
        "nowhere.example is no outlet that is known, so its grade is C3 (rule source-not-listed).",
    )


def test_an_undated_row_stays_undated(read_rows: ReadRows) -> None:
    (one,) = read_rows("attempts", ATTEMPT.replace("2024-06-01,assumed", ",")).coded
    assert (one.report.published_at, one.report.published_basis) == (None, PublishedBasis.UNKNOWN)


@pytest.mark.parametrize(
    ("header", "old", "new", "words"),
    [
        ("attempts", "2024-05-31", "2024-02-30", "row 2, column 'period_end': the day 2024-02-30 does not exist"),
        ("attempts", "2024-05-31", "31.05.2024", "column 'period_end': '31.05.2024' is not a day; write it as"),
        ("attempts", "2024-05-31", "2024-04-01", "column 'period_end': 2024-04-01 is before 2024-05-01"),
        ("attempts", "8000", "-5", "column 'count': -5 is out of range; write a number that is at least 0"),
        ("attempts", "8000", "", "column 'count': the figure is not given; fill it in; an empty cell is not zero"),
        ("attempts", "PL-BY", "PL-BX", r"column 'border': 'PL-BX' is not known \(is 'PL-BY' meant\?\)"),
        ("attempts", "attempts", "atempts", r"column 'unit': 'atempts' is not known \(is 'attempts' meant\?\)"),
        ("attempts", "over", "ower", r"column 'rounding': 'ower' is not known \(is 'over' meant\?\)"),
        ("attempts", "assumed", "guessed", "column 'published_basis': 'guessed' is not known"),
        ("attempts", "2024-06-01", "2024-05-30", "column 'published_at': 2024-05-30 is before 2024-05-31"),
        ("attempts", "2024-06-01", "", "column 'published_at': the cell is empty, but a basis is given"),
        ("attempts", ",over", "", "row 2: it has 9 cells where the header has 10"),
        ("incidents", "fence_cutting", "fence_cuting", r"column 'action'.*is 'fence_cutting' meant"),
        ("incidents", "belarus_state", "dragons", "column 'actor_type': 'dragons' is not known"),
        ("incidents", "B2", "B9", "column 'grade': 'B9' is no grade"),
        ("incidents", "a-1", "", "column 'id': the cell is empty"),
        ("measures", "decided,", "decidet,", r"column 'status'.*is 'decided' meant"),
        ("measures", "PL;LT", "PL;XX", "column 'country': 'XX' is not known"),
        ("measures", "2024-08-01", "2024-05-02", "column 'in_force_to': 2024-05-02 is before 2024-05-03"),
        ("measures", ",all,", ",everything,", "column 'traffic': 'everything' is not known"),
        ("statuses", "closed", "shut", "column 'status': 'shut' is not known"),
        ("statuses", "2021-11-09", "", "column 'from': neither 'from' nor 'as_of' is given"),
        ("statuses", ",0,", ",maybe,", "column 'to_unknown': 'maybe' is neither 0 nor 1"),
        ("statuses", ",0,,", ",0,s-9,", "column 'superseded_by': 's-9' is not known"),
    ],
)
def test_a_bad_cell_is_one_sentence_and_the_other_rows_are_read(
    read_rows: ReadRows, header: str, old: str, new: str, words: str
) -> None:
    good = {"attempts": ATTEMPT, "incidents": INCIDENT, "measures": MEASURE, "statuses": STATUS}[header]
    assert old in good
    other = good.replace("8000", "7").replace("a-1", "a-2").replace("M-1", "M-2").replace("s-1", "s-2")
    table = read_rows(header, good.replace(old, new, 1), other)
    assert len(table.errors) == 1
    assert table.rows == 2
    assert len(table.coded) + len(table.statuses) == 1
    with pytest.raises(BadTable, match=words):
        raise table.errors[0]
    assert str(table.errors[0]).startswith("t.csv, row 2")
    assert str(table.errors[0]).endswith(".")


def test_a_row_told_twice_is_named(read_rows: ReadRows) -> None:
    table = read_rows("attempts", ATTEMPT, ATTEMPT)
    assert [str(e) for e in table.errors] == ["t.csv, row 3: it says the same as row 2; take one of them away."]
    table = read_rows("incidents", INCIDENT, INCIDENT.replace("Narewka", "Mielnik"))
    assert "row 3, column 'id': 'a-1' stands in row 2 too" in str(table.errors[0])


def test_a_superseded_closure_ends_the_day_before(read_rows: ReadRows) -> None:
    later = STATUS.replace("s-1", "s-2").replace("2021-11-09", "2022-01-01").replace("closed", "open")
    first, second = read_rows("statuses", STATUS.replace(",0,,", ",1,s-2,"), later).statuses
    assert (first.span.end, first.end_unknown) == (dt.date(2021, 12, 31), True)
    assert (second.span.end, second.end_unknown) == (None, False)


def test_ids_of_crossings_are_checked_against_a_gazetteer(
    tmp_path: Path, vocabulary: Vocabulary, sources: Sources
) -> None:
    path = tmp_path / "t.csv"
    header = ",".join(cells("crossing_status")[0])
    path.write_text(f"{header}\n{STATUS.replace('bruzgi', 'bruzgy')}\n", encoding="utf-8")
    assert len(read_table(path, vocabulary, sources).statuses) == 1
    table = read_table(path, vocabulary, sources, gazetteer=load_gazetteer())
    assert "is 'pl-by-kuznica-bruzgi' meant?" in str(table.errors[0])


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_row_with_any_cells_is_read_or_named(
    data: st.DataObject, tmp_path: Path, vocabulary: Vocabulary, sources: Sources
) -> None:
    table = data.draw(st.sampled_from(["attempts", "totals_combined", "incidents", "measures", "crossing_status"]))
    rows = cells(table)[:3]
    for column in data.draw(st.lists(st.sampled_from(list(rows[0])), min_size=1, max_size=3)):
        odd = st.sampled_from(
            ["", "-1", "1e9", "9" * 30, "2024-02-30", "0001-01-01", "9999-12-31", "2021", "{n}", "A6", ";"]
        )
        rows[1][column] = data.draw(odd | st.text(st.characters(exclude_categories=["Cs"]), max_size=12))
    path = tmp_path / "any.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    try:
        read = read_table(path, vocabulary, sources, gazetteer=load_gazetteer())
    except InputError:
        return
    for one in read.coded:
        for item in (*one.figures, *one.incidents, *one.measures):
            assert all(e.end <= len(one.report.text) for e in item.evidence)
    assert len(read.coded) + len(read.statuses) + len(read.errors) >= 2


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=st.binary(max_size=300), headed=st.booleans())
def test_any_bytes_are_a_table_or_a_sentence(
    raw: bytes, headed: bool, tmp_path: Path, vocabulary: Vocabulary, sources: Sources
) -> None:
    path = tmp_path / "any.csv"
    header = (PUBLIC / "attempts.csv").read_bytes().partition(b"\n")[0]
    path.write_bytes(header + b"\n" + raw if headed else raw)
    try:
        read_table(path, vocabulary, sources)
    except InputError as error:
        assert str(error).endswith(".")
