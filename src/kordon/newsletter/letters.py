"""What a letter says, in every language: made once, of an issue, a correction or an alert, and kept as JSON."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum

from kordon.commentary.phrases import Phrases
from kordon.domain.issue import Commentary, Correction, Issue
from kordon.domain.time import Date, Week
from kordon.vocabulary import LANGUAGES

_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})


class Kind(StrEnum):
    ISSUE = "issue"
    CORRECTION = "correction"
    ALERT = "alert"
    CONFIRM = "confirm"
    KNOWN = "known"


SERVICE = (Kind.CONFIRM, Kind.KNOWN)


@dataclass(frozen=True, slots=True)
class Piece:
    """One area's part of a letter; ``url`` is its page."""

    area: str
    label: str
    trend: str
    headline: str
    lede: str
    paragraphs: tuple[str, ...]
    bullets: tuple[str, ...]
    url: str


@dataclass(frozen=True, slots=True)
class Edition:
    """A letter in one language. ``strap`` stands above the title, ``url`` is the page that says the same."""

    subject: str
    strap: str
    title: str
    intro: tuple[str, ...]
    pieces: tuple[Piece, ...]
    url: str


@dataclass(frozen=True, slots=True)
class Letter:
    """``follows`` names the letter whose readers are to get this one; empty where that does not matter."""

    name: str
    kind: Kind
    areas: tuple[str, ...]
    editions: Mapping[str, Edition]
    follows: str = ""

    @property
    def urgent(self) -> bool:
        return self.kind is not Kind.ISSUE


@dataclass(frozen=True, slots=True)
class Alert:
    """A critical incident as the mechanism holds it: where, when, and what is told of it, by language."""

    id: str
    day: Date
    borders: tuple[str, ...]
    told: Mapping[str, tuple[str, ...]]


def issue_name(week: Week) -> str:
    return f"issue {week}"


def page(site_url: str, lang: str, week: Week, area: str = "index") -> str:
    """Where the public site has a week, or one area of it."""
    return f"{site_url}/{lang}/{week.year}/w{week.number:02d}/{area}.html"


def letter_of_issue(issue: Issue, phrases: Phrases, site_url: str) -> Letter:
    """The week as readers get it: every area, whole."""
    areas = tuple(commentary.area for commentary in issue.commentaries)
    editions = {}
    for lang in LANGUAGES:
        say = _sayer(phrases, lang)
        pieces = tuple(_piece(c, lang, issue.week, phrases, site_url) for c in issue.commentaries)
        days = phrases.languages[lang].range(issue.week.monday, issue.week.sunday)
        first = next((piece.headline for piece in pieces if piece.headline), "")
        editions[lang] = Edition(
            subject=say("mail-issue-subject", days=days, headline=first, headed="yes" if first else "no"),
            strap=say("mail-issue-strap", number=issue.number),
            title=days,
            intro=(),
            pieces=pieces,
            url=page(site_url, lang, issue.week),
        )
    return Letter(issue_name(issue.week), Kind.ISSUE, areas, editions)


def letter_of_correction(issue: Issue, correction: Correction, phrases: Phrases, site_url: str) -> Letter:
    """What was wrong and what is right, for whoever got the issue; in a language that has no notice, the first
    that there is."""
    editions = {}
    for lang in LANGUAGES:
        say = _sayer(phrases, lang)
        days = phrases.languages[lang].range(issue.week.monday, issue.week.sunday)
        told = lang if lang in correction.notice else min(correction.notice)
        label = phrases.label(lang, "area", correction.area)
        editions[lang] = Edition(
            subject=say("mail-correction-subject", days=days),
            strap=say("mail-correction-strap", number=issue.number, label=label),
            title=say("mail-correction-title", days=days),
            intro=(plain(correction.notice[told]), say("mail-correction-page")),
            pieces=(),
            url=page(site_url, lang, issue.week, correction.area),
        )
    name = f"correction {correction.id}"
    return Letter(name, Kind.CORRECTION, (correction.area,), editions, issue_name(issue.week))


def letter_of_alert(alert: Alert, phrases: Phrases, site_url: str) -> Letter:
    """What happened, for readers who asked to be told at once."""
    editions = {}
    for lang in LANGUAGES:
        say = _sayer(phrases, lang)
        where = phrases.languages[lang].join([phrases.label(lang, "border", b) for b in alert.borders])
        editions[lang] = Edition(
            subject=say("mail-alert-subject", where=where),
            strap=say("mail-alert-strap", day=alert.day),
            title=say("mail-alert-subject", where=where),
            intro=(*map(plain, alert.told[lang]), say("mail-alert-meaning")),
            pieces=(),
            url=f"{site_url}/{lang}/index.html",
        )
    return Letter(f"alert {alert.id}", Kind.ALERT, (), editions)


def service_letter(kind: Kind, phrases: Phrases, name: str, base_url: str) -> Letter:
    """The letters that the form sends: 'please confirm', and 'you are subscribed already'."""
    editions = {}
    for lang in LANGUAGES:
        say = _sayer(phrases, lang)
        intro = tuple(say(f"mail-{kind}-{n}", name=name) for n in (1, 2))
        subject = say(f"mail-{kind}-subject", name=name)
        editions[lang] = Edition(subject, say("mail-service-strap"), subject, intro, (), f"{base_url}/{lang}/")
    return Letter(kind.value, kind, (), editions)


def plain(text: str) -> str:
    """Words of others on one line, without control, invisible and direction-turning characters."""
    kept = "".join(" " if c in "\t\r\n\u2028\u2029" else c for c in text)
    return "".join(c for c in kept if unicodedata.category(c) not in _UNSEEN).strip()


def _sayer(phrases: Phrases, lang: str) -> Callable[..., str]:
    def say(key: str, **values: object) -> str:
        return plain(phrases.say(lang, key, **values))

    return say


def _piece(commentary: Commentary, lang: str, week: Week, phrases: Phrases, site_url: str) -> Piece:
    label = phrases.label(lang, "area", commentary.area)
    url = page(site_url, lang, week, commentary.area)
    revision = commentary.revisions.get(lang)
    if revision is None:
        names = [phrases.say(other, "site-language-name") for other in LANGUAGES if other in commentary.revisions]
        missing = phrases.say(lang, "mail-missing", languages=phrases.languages[lang].join(names))
        return Piece(commentary.area, label, "", "", missing, (), (), url)
    trend = phrases.say(
        lang,
        "site-situation",
        trend=phrases.label(lang, "trend", revision.trend.value),
        assessed="no" if revision.trend.value == "not_assessed" else "yes",
    )
    paragraphs = tuple(plain(" ".join(s.text for s in sentences)) for sentences in revision.body)
    bullets = tuple(plain(bullet.text) for bullet in revision.bullets)
    headline, lede = plain(revision.headline.text), plain(revision.lede.text)
    return Piece(commentary.area, label, trend, headline, lede, paragraphs, bullets, url)


def write_letter(letter: Letter) -> str:
    return json.dumps(asdict(letter), ensure_ascii=False)


def read_letter(text: str) -> Letter:
    data = json.loads(text)
    editions = {lang: _edition(told) for lang, told in data["editions"].items()}
    return Letter(data["name"], Kind(data["kind"]), tuple(data["areas"]), editions, data["follows"])


def _edition(told: Mapping[str, object]) -> Edition:
    fields = dict(told)
    pieces: Sequence[Mapping[str, object]] = fields.pop("pieces")  # type: ignore[assignment]
    made = tuple(Piece(**{k: tuple(v) if isinstance(v, list) else v for k, v in p.items()}) for p in pieces)  # type: ignore[arg-type]
    intro: Sequence[str] = fields.pop("intro")  # type: ignore[assignment]
    return Edition(intro=tuple(intro), pieces=made, **fields)  # type: ignore[arg-type]
