"""What is to be sent: which letters the register's issues, corrections and critical incidents call for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from kordon.commentary.phrases import Phrases
from kordon.domain.errors import DomainError
from kordon.domain.issue import Issue
from kordon.domain.time import Date, Week
from kordon.newsletter.letters import (
    Alert,
    Letter,
    issue_name,
    letter_of_alert,
    letter_of_correction,
    letter_of_issue,
)
from kordon.vocabulary import LANGUAGES, Vocabulary

if TYPE_CHECKING:
    from kordon.chain import Setup
    from kordon.measures.mechanism import Consultation
    from kordon.register import Register

BACKLOG = 2
"""Issues that are sent at once when nothing was sent for a while; the older ones are on the site."""
FRESH = dt.timedelta(days=3)
"""How long after its opening a consultation is still told of 'at once'."""


def released_issues(register: Register, setup: Setup) -> tuple[Issue, ...]:
    """Every issue that readers may have, oldest first: the one place where the newsletter asks the register for
    them."""
    from kordon.register.issues import Issues

    return tuple(sorted(Issues(register, setup).released(), key=lambda issue: issue.number))


def open_alerts(register: Register, setup: Setup, today: Date) -> tuple[Alert, ...]:
    """Critical incidents that opened a consultation in the last days and stand."""
    from kordon.measures.mechanism import load_consultation, load_mechanism, replay

    mechanism = load_mechanism(setup.vocabulary, *setup.folders)
    found = replay(mechanism, load_consultation(*setup.folders), register.record())
    return tuple(
        alert_of(consultation, setup.vocabulary)
        for consultation in found.values()
        if consultation.standing and today - consultation.opened_at.date() <= FRESH
    )


def alert_of(consultation: Consultation, vocabulary: Vocabulary) -> Alert:
    """What readers are told of a consultation: the standing incidents, by border and by what they are."""
    standing, label = [alarm for alarm in consultation.alarms if alarm.stands], vocabulary.label
    told = {
        lang: tuple(
            f"{label('borders', alarm.border, lang)}: {label('triggers', alarm.trigger, lang)}."
            for alarm in standing
        )
        for lang in LANGUAGES
    }
    borders = tuple(dict.fromkeys(alarm.border for alarm in standing))
    return Alert(consultation.id, consultation.opened_at.date(), borders, told)


def letters_due(
    issues: Sequence[Issue],
    alerts: Iterable[Alert],
    known: Iterable[str],
    phrases: Phrases,
    site_url: str,
    week: Week | None = None,
) -> list[Letter]:
    """Alerts, corrections of what was sent, and the issue: that of ``week``, else what was released since the last
    that was sent (the newest two at most), and of an archive that is taken over only the newest.

    ``issues`` are in the order of their release; ``known`` are the names of the letters that there are already.
    Raises :class:`DomainError` for a week without an issue.
    """
    there = set(known)
    sent = [n for n, issue in enumerate(issues) if issue_name(issue.week) in there]
    new = issues[sent[-1] + 1 :][-BACKLOG:] if sent else issues[-1:]
    chosen = [issue for issue in issues if issue.week == week] if week else new
    if week and not chosen:
        raise DomainError(
            f"No issue of {week} is released; release it with 'kordon issue release', or name another."
        )
    found = [letter_of_alert(alert, phrases, site_url) for alert in alerts]
    for issue in issues:
        if issue_name(issue.week) in there:
            found += [letter_of_correction(issue, c, phrases, site_url) for c in issue.corrections]
    found += [letter_of_issue(issue, phrases, site_url) for issue in chosen]
    return [letter for letter in found if letter.name not in there]
