"""A language that nobody speaks is coded from a folder of words alone: no line of code knows it."""

from __future__ import annotations

import datetime as dt

import pytest

from kordon.coding import Coder, load_coder
from kordon.domain.coded import Coded, FigureForm, Modality
from kordon.domain.report import Report
from kordon.geo.gazetteer import load_gazetteer
from kordon.vocabulary import Vocabulary

SETTINGS = """\
lang: qq
thousands: "."
decimal: ","
abbreviations: [sr]
between: [dis]
furniture: ["legi plu"]
"""

WORDS = """\
- {is: party.migrants, forms: "harati | harata"}
- {is: noun.person, number: 2, forms: "harati | gardoj"}
- {is: noun.person, number: 1, forms: "harata | gardo"}
- {is: party.staff, forms: "gardo*"}
- {is: state.pl, value: PL, forms: "polsk*"}
- {is: state.by, value: BY, forms: "belorus*"}
- {is: border.line, forms: "limo"}
- {is: link.with, forms: "kun"}
- {is: link.and, forms: "kaj"}
- {is: act.throw, forms: "jetis"}
- {is: means.stones, forms: "shton*"}
- {is: fig.prevent, forms: "rebat* … malant"}
- {is: harm.injured, forms: "lezita*"}
- {is: role.at, forms: "kontr"}
- {is: mod.not, forms: "nen"}
- {is: num.2, value: 2, forms: "duo"}
- {is: weekday.mon, value: 0, forms: "lundo"}
- {is: weekday.sun, value: 6, forms: "dimancho"}
- {is: month.may, value: 5, forms: "majo"}
- {is: approx.almost, value: almost, forms: "preske"}
- {is: act.whistle, forms: "fajfis"}
"""

RULES = """\
- {id: whistled, kind: assault, when: [[act.whistle, party.staff]], actor: [migrants], recipient: [near_state]}
"""


@pytest.fixture(scope="module")
def other(vocabulary: Vocabulary, tmp_path_factory: pytest.TempPathFactory) -> Coder:
    folder = tmp_path_factory.mktemp("deployment")
    for name, text in (
        ("qq/language.yaml", SETTINGS),
        ("qq/words.yaml", WORDS),
        ("rules/incidents.yaml", RULES),
    ):
        path = folder / "lexicon" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return load_coder(vocabulary, load_gazetteer(), folder)


def code(coder: Coder, text: str) -> Coded:
    return coder.code(Report(id="r", text=text, lang="qq", published_at=dt.date(2024, 6, 12)))


def test_incidents_with_time_place_and_parties(other: Coder) -> None:
    coded = code(other, "Lundo harati jetis shtonoj kontr polska gardoj. Duo gardoj kaj gardo lezitaj.")
    [stones] = coded.incidents
    assert (stones.kind, stones.modality, stones.place.borders) == ("stone_throwing", Modality.ACTUAL, ("PL-BY",))
    assert stones.occurred.start == stones.occurred.end == dt.date(2024, 6, 10)
    assert stones.actor is not None
    assert stones.actor.type == "migrants"
    assert stones.recipient is not None
    assert (stones.recipient.type, stones.recipient.country) == ("near_state", "PL")
    assert stones.injured is not None
    assert stones.injured.best == 3


def test_figures_in_the_marks_of_the_language(other: Coder) -> None:
    coded = code(
        other, "Lege de sr. Tal gardoj rebatis al malant preske 1.250 harati ye 3 majo an polska limo kun Belorus."
    )
    [figure] = coded.figures
    assert (figure.form, figure.unit, figure.place.borders) == (FigureForm.COUNT, "prevented", ("PL-BY",))
    assert (figure.quantity.best, figure.quantity.high) == (1250, 1250)
    assert figure.span.start == dt.date(2024, 5, 3)


def test_what_is_denied_and_what_stands_around(other: Coder) -> None:
    coded = code(other, "Legi plu\n\nDimancho harati nen jetis shtonoj kontr polska gardoj.\n\nLegi plu")
    [stones] = coded.incidents
    assert stones.modality is Modality.DENIED
    assert not coded.warnings


def test_a_deployment_adds_a_rule_too(other: Coder) -> None:
    [whistle] = code(other, "Lundo harati fajfis kontr polska gardoj.").incidents
    assert (whistle.rule, whistle.kind) == ("whistled", "assault")
