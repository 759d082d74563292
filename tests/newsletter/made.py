"""An issue made up for the tests, in three languages; nothing in it happened."""

from __future__ import annotations

import datetime as dt

from kordon.domain.assessment import Trend
from kordon.domain.commentary import Sentence
from kordon.domain.issue import Commentary, Correction, Issue, Revision, Source
from kordon.domain.time import Week

WEEK = Week(2024, 22)
DAY = dt.date(2024, 6, 4)

TEXTS = {
    "en": (
        "Attempts rise again at one border",
        "More people tried to cross last week than in any week of the spring, and three officers were hurt.",
        "The number of attempts grew from 1,200 to 1,600. Stones were thrown on four days, a knife was used once.",
        ("Four incidents with stones.", "One incident with a knife.", "No checkpoint changed its state."),
    ),
    "be": (
        "Спробаў на адной мяжы зноў больш",
        "За тыдзень мяжу спрабавалі перайсці часцей, чым у любы тыдзень вясны; тры службоўцы атрымалі траўмы.",
        "Колькасць спробаў вырасла з 1200 да 1600. Чатыры дні кідалі камяні, аднойчы быў ужыты нож.",
        ("Чатыры інцыдэнты з камянямі.", "Адзін інцыдэнт з нажом.", "Ніводзін пункт пропуску не змяніў стану."),
    ),
    "ru": (
        "Попыток на одной границе снова больше",
        "За неделю границу пытались перейти чаще, чем в любую неделю весны; трое служащих получили травмы.",
        "Число попыток выросло с 1200 до 1600. Четыре дня бросали камни, один раз был применён нож.",
        ("Четыре инцидента с камнями.", "Один инцидент с ножом.", "Ни один пункт пропуска не изменил состояния."),
    ),
}  # fmt: skip


def sentence(text: str) -> Sentence:
    return Sentence(text, "written")


def revision(lang: str, area: str, week: Week = WEEK, headline: str = "") -> Revision:
    head, lede, body, bullets = TEXTS[lang]
    paragraphs = ((sentence(body), sentence(lede)),) * 2
    return Revision(
        f"revision-{area}-{lang}", week, area, lang, Trend.WORSE, sentence(headline or head), sentence(lede),
        paragraphs, tuple(map(sentence, bullets)), (Source("A daily figure"),), ("desk-1",),
    )  # fmt: skip


def issue(
    week: Week = WEEK, areas: tuple[str, ...] = ("security", "west"), headline: str = "",
    corrections: tuple[Correction, ...] = (), number: int = 7,
) -> Issue:  # fmt: skip
    made = tuple(
        Commentary(area, {lang: revision(lang, area, week, headline) for lang in TEXTS}, ("desk-2",))
        for area in areas
    )
    return Issue(week, number, DAY, made, corrections)


def correction(area: str = "security", name: str = "correction-1") -> Correction:
    notice = {
        "en": "We wrote that three officers were hurt. It was two.",
        "be": "Мы напісалі, што траўмы атрымалі тры службоўцы. Іх было двое.",
        "ru": "Мы написали, что травмы получили трое служащих. Их было двое.",
    }
    ids = {lang: f"revision-{area}-{lang}" for lang in notice}
    return Correction(name, area, DAY, ids, {lang: f"{i}-2" for lang, i in ids.items()}, notice)
