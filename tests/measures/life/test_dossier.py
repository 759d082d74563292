"""The review dossier is prepared ahead, and says what it does not know."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kordon.api.dossier import text
from kordon.commentary.phrases import Phrases, load_phrases
from kordon.domain.coded import Incident, Modality, Place, PlacePrecision
from kordon.domain.reading import Coverage, Reading, Unknown
from kordon.domain.report import Evidence
from kordon.domain.time import Date, Span, Week
from kordon.measures.life import Since, What, dossier, dossiers_due, happenings
from kordon.vocabulary import Vocabulary

DAY = Date(2024, 8, 20)
LABELS = {"attempts": {"en": {"nom": "attempts"}, "be": {"nom": "спробы"}, "ru": {"nom": "попытки"}}}


@pytest.fixture(scope="module")
def phrases(vocabulary: Vocabulary) -> Phrases:
    return load_phrases(vocabulary, indicators=LABELS)


@pytest.fixture
def zone(story: Any) -> Any:
    story.adopt("zone", "2024-06-12", "2024-06-13", ends="2024-09-10",
                crossings=("one",), traffic=("all",))  # fmt: skip
    story.adopt("other", "2024-06-12", "2024-06-13", ends="2024-10-01", kind="movement_restriction")
    story.adopt("far", "2024-06-12", "2024-06-13", ends="2024-12-31", kind="movement_restriction")
    story.advance("2024-06-13")
    story.do("zone", "opine", "army", "2024-08-01", office="military_command", opinion="decisively_negative")
    return story


def incident(name: str, kind: str, day: str, **more: Any) -> Incident:
    border = more.pop("border", "PL-BY")
    return Incident(
        id=name, kind=kind, place=Place(borders=(border,), precision=PlacePrecision.BORDER),
        occurred=Span.day(Date.fromisoformat(day)), modality=more.pop("modality", Modality.ACTUAL),
        evidence=(Evidence("report-1", 0, 1),), rule="test", **more,
    )  # fmt: skip


INCIDENTS = (
    incident("i1", "stone_throwing", "2024-06-13"),
    incident("i2", "stone_throwing", "2024-08-20"),
    incident("i3", "knife_attack", "2024-07-01"),
    incident("before", "knife_attack", "2024-06-12"),
    incident("after", "knife_attack", "2024-08-21"),
    incident("elsewhere", "knife_attack", "2024-07-01", border="LT-BY"),
    incident("threat", "knife_attack", "2024-07-01", modality=Modality.THREATENED),
)


def reading(week: str, value: float | Unknown) -> Reading:
    return Reading(f"r-{week}", "attempts", "PL-BY", Week.parse(week), DAY, value, "attempts", Coverage(1.0))


READINGS = (reading("2024-W32", 310.0), reading("2024-W33", 250.0), reading("2024-W31", Unknown("poor-coverage")))


def keys(found: Any) -> list[str]:
    return [child.key for child in found.reason.children]


def test_what_the_dossier_holds(zone: Any) -> None:
    found = dossier(zone.rules, zone.lives, "zone", DAY, Since(READINGS, INCIDENTS, Unknown("effect-no-controls")))
    assert (found.due, found.ends) == (Date(2024, 8, 20), Date(2024, 9, 10))
    assert keys(found) == [
        "dossier-border", "dossier-starts", "dossier-basis", "dossier-no-exceptions", "dossier-ends",
        "dossier-no-extension", "dossier-opinion-decisively-negative", "dossier-incidents", "dossier-readings",
        "effect-no-controls", "dossier-expires",
    ]  # fmt: skip
    by_key = {child.key: child for child in found.reason.children}
    assert by_key["dossier-incidents"].evidence == ("i1", "i2", "i3")
    assert by_key["dossier-readings"].children[0].evidence == ("r-2024-W33",)
    assert by_key["dossier-expires"].evidence == ("other",)  # what ends within sixty days
    assert dict(by_key["dossier-ends"].values)["days"] == 21


def test_what_nobody_looked_up_is_said_to_be_so(zone: Any) -> None:
    assert {"dossier-incidents-not-asked", "dossier-readings-not-asked"} <= set(
        keys(dossier(zone.rules, zone.lives, "zone", DAY))
    )
    empty = dossier(zone.rules, zone.lives, "zone", DAY, Since((), ()))
    assert {"dossier-no-incidents", "dossier-no-readings"} <= set(keys(empty))


def test_when_a_dossier_is_due(zone: Any) -> None:
    def due(day: str) -> dict[str, int]:
        return dict(dossiers_due(zone.rules, zone.lives.values(), Date.fromisoformat(day)))

    assert due("2024-08-19") == {}
    assert due("2024-08-20") == {"zone": 21}
    assert due("2024-09-10") == {"zone": 0, "other": 21}
    assert due("2024-09-11") == {"other": 20}


def test_an_extension_is_told(zone: Any) -> None:
    zone.do("next", "propose_extension", "desk", "2024-08-25", kind="buffer_zone", borders=("PL-BY",),
            states=("PL",), extends="zone")  # fmt: skip
    assert "dossier-extension-pending" in keys(dossier(zone.rules, zone.lives, "zone", DAY))
    zone.do("next", "draft", "office", "2024-08-26", basis="an act")
    zone.do("next", "adopt", "cabinet", "2024-08-27", starts="2024-09-14", ends="2024-12-01")
    found = keys(dossier(zone.rules, zone.lives, "zone", DAY))
    assert {"dossier-extension-adopted", "dossier-chain", "dossier-gap"} <= set(found)
    zone.advance("2024-10-01")
    assert "dossier-ended" in keys(dossier(zone.rules, zone.lives, "zone", Date(2024, 10, 1)))


@pytest.mark.parametrize(
    ("lang", "parts"),
    [
        (
            "en",
            ["in 21 days", "military command: decisively negative", "Stone throwing: 2", "ends on 1 October"],
        ),
        ("be", ["засталося 21 дзень", "ваеннае камандаванне", "спробы: 250"]),
        ("ru", ["осталось 21 день", "военное командование", "попытки: 250"]),
    ],
)
def test_it_is_said_in_three_languages(zone: Any, phrases: Phrases, lang: str, parts: list[str]) -> None:
    found = dossier(zone.rules, zone.lives, "zone", DAY, Since(READINGS, INCIDENTS))
    said = text(zone.rules, phrases, lang, found)
    for part in parts:
        assert part in said
    assert "_" not in said.replace("dossier_", "")  # no id of an office or a kind is shown raw


def test_every_sentence_can_be_said(phrases: Phrases) -> None:
    """Each message of the file with values of its kind, in every language."""
    values: dict[str, Any] = {
        "measure": "buffer_zone", "name": "ZONE-1", "border": "PL-BY", "date": DAY, "until": DAY, "days": 5,
        "count": 2, "weeks": 12, "ratio": 0.62, "low": 0.41, "high": 0.93, "controls": 2, "tried": 6, "found": 1,
        "basis": "an act", "exception": "post", "office": "border command", "kind": "knife_attack",
        "indicator": "attempts", "value": 3.5, "traffic": "truck",
    }  # fmt: skip
    ours = [k for k in phrases.book["en"] if k.split("-")[0] in ("life", "dossier", "impact", "effect")]
    assert len(ours) > 50
    for lang in phrases.languages:
        for key in ours:
            if phrases.book[lang][key].file.endswith("life.ftl"):
                assert phrases.sentence(lang, key, **values)


def test_the_days_keep_their_ids_when_they_move(zone: Any) -> None:
    def days(story: Any) -> dict[str, tuple[str, Date, bool]]:
        return {h.id: (h.what, h.day, h.off) for h in happenings(story.rules, story.lives.values())
                if h.measure == "zone"}  # fmt: skip

    before = days(zone)
    assert sorted(before.values(), key=lambda d: d[1]) == [
        (What.STARTS, Date(2024, 6, 13), False), (What.DOSSIER, Date(2024, 8, 20), False),
        (What.DOSSIER, Date(2024, 9, 3), False), (What.ENDS, Date(2024, 9, 10), False),
    ]  # fmt: skip
    moved = [
        replace(e, data={**e.data, "ends": "2024-09-12"}) if e.subject == "zone" and e.does == "adopt" else e
        for e in zone.record
    ]
    zone.record = moved
    after = days(zone)
    assert set(after) == set(before)
    assert (What.ENDS, Date(2024, 9, 12), False) in after.values()
    zone.do("zone", "lift", "cabinet", "2024-08-30", despite="an order of the court")
    off = {what: gone for what, _, gone in days(zone).values() if what is not What.DOSSIER}
    assert off == {What.STARTS: False, What.ENDS: True}


def test_a_measure_that_was_not_adopted_has_no_days(story: Any) -> None:
    story.do("zone", "propose", "desk", "2024-05-29", kind="buffer_zone", borders=("PL-BY",), states=("PL",))
    story.do("zone", "draft", "office", "2024-05-30", basis="act", starts="2024-06-04", ends="2024-09-01")
    assert happenings(story.rules, story.lives.values()) == ()
