"""A reader is told in words whether a week is an alarm, and when that cannot be told."""

from __future__ import annotations

import pytest

from kordon.commentary.phrases import load_phrases
from kordon.domain.reading import Alarm, Detector, Unknown, Verdict
from kordon.site.readings import alarm_facts
from kordon.site.words import Words
from kordon.vocabulary import LANGUAGES, Vocabulary

FIRED = Alarm(
    True,
    (
        Detector("farrington", Verdict.ALARM),
        Detector("ears", Verdict.ALARM),
        Detector("cusum", Verdict.QUIET),
    ),
    expected=12.0,
    bound=31.0,
    exceedance=1.4,
)
SAID = {
    "en": (
        "alarm: more than expected by 2 of 3 methods",
        "expected from earlier years: about 12, alarm above 31",
        "no alarm",
        "alarm: too little data to tell",
    ),
    "be": (
        "трывога: больш, чым чакалася, паводле 2 метадаў з 3",
        "паводле мінулых гадоў чакалася каля 12, трывога — калі больш за 31",
        "трывогі няма",
        "трывога: замала звестак",
    ),
    "ru": (
        "тревога: больше, чем ожидалось, по 2 методам из 3",
        "по прошлым годам ожидалось около 12, тревога — если больше 31",
        "тревоги нет",
        "тревога: мало данных",
    ),
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_alarms_in_words(lang: str, vocabulary: Vocabulary) -> None:
    words = Words(lang, load_phrases(vocabulary), vocabulary)
    fired, bound, quiet, unknown = SAID[lang]
    assert alarm_facts(words, FIRED) == [fired, bound]
    assert alarm_facts(words, Alarm(True, FIRED.detectors)) == [fired]
    assert alarm_facts(words, Alarm(False, FIRED.detectors)) == [quiet]
    assert alarm_facts(words, Unknown("not-enough-data")) == [unknown]
    assert alarm_facts(words, Unknown("poor-coverage")) == alarm_facts(words, None) == []
