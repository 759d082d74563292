"""Signing up, confirming, changing, leaving, being forgotten: what the services do, on both kinds of database."""

from __future__ import annotations

from typing import Any

import pytest

from kordon.newsletter.errors import BadToken
from kordon.newsletter.opening import Newsletter
from kordon.newsletter.readers import LINKS_ONLY, Choice
from kordon.newsletter.tokens import Purpose, make_token

READER = "reader@example.org"
ENGLISH = Choice("en")


@pytest.fixture
def service(newsletter: Newsletter, phrases: Any) -> Any:
    from kordon.newsletter.run import Run
    from kordon.newsletter.subscriptions import Subscriptions

    Run(newsletter, phrases).prepare()
    return Subscriptions(newsletter)


def waiting(service: Any) -> list[tuple[str, int]]:
    """Which letters of the form wait, and for which row."""
    from kordon.newsletter.models import Delivery

    rows = Delivery.objects.using(service.alias).filter(letter__in=("confirm", "known"), state="queued")
    return sorted(rows.values_list("letter_id", "reader_id"))


def rows(service: Any) -> list[Any]:
    from kordon.newsletter.models import Subscriber

    return list(Subscriber.objects.using(service.alias).order_by("id"))


def confirmed(service: Any, address: str = READER, choice: Choice = ENGLISH) -> int:
    """Sign up and confirm; gives the row."""
    service.ask(address, choice)
    service.handle()
    row = next(row.id for row in rows(service) if not row.confirmed)
    service.confirm(token(service, Purpose.CONFIRM, row))
    return int(row)


def token(service: Any, purpose: Purpose, row: int) -> str:
    return make_token(service.newsletter.keys, purpose, row, service.newsletter.today())


def test_a_sign_up_is_confirmed_by_the_link_in_a_letter(service: Any) -> None:
    service.ask(READER, Choice("be", ("security",), True))
    assert rows(service) == []  # nobody has looked at it yet
    assert service.handle() == 1
    (row,) = rows(service)
    assert not row.confirmed and row.asked_on is not None
    assert waiting(service) == [("confirm", row.id)]
    link = token(service, Purpose.CONFIRM, row.id)
    assert service.confirm(link) == Choice("be", ("security",), True)
    (row,) = rows(service)
    assert row.confirmed and row.asked_on is None  # the day of the sign-up is gone
    assert service.confirm(link).lang == "be"  # twice changes nothing


def test_an_unconfirmed_sign_up_is_purged_after_seven_days(service: Any, calendar: Any) -> None:
    service.ask(READER, ENGLISH)
    service.handle()
    (row,) = rows(service)
    link = token(service, Purpose.CONFIRM, row.id)
    calendar.pass_days(7)
    service.purge()
    assert len(rows(service)) == 1
    calendar.pass_days(1)
    with pytest.raises(BadToken):  # also before anybody purges
        service.confirm(link)
    service.purge()
    assert rows(service) == [] and waiting(service) == []


def test_a_known_reader_gets_another_letter_and_nothing_changes(service: Any) -> None:
    row = confirmed(service)
    service.ask("READER@example.ORG", Choice("ru"))
    service.handle()
    assert ("known", row) in waiting(service)
    assert service.choice(Purpose.MANAGE, token(service, Purpose.MANAGE, row)) == ENGLISH
    assert len(rows(service)) == 1


def test_choices_are_changed_by_their_link(service: Any) -> None:
    row = confirmed(service)
    link = token(service, Purpose.MANAGE, row)
    service.change(link, Choice("ru", ("west",)))
    assert service.choice(Purpose.MANAGE, link) == Choice("ru", ("west",))


@pytest.mark.parametrize("leave", ["unsubscribe", "forget", "complain", "bounce twice"])
def test_who_leaves_is_deleted(service: Any, leave: str) -> None:
    row = confirmed(service)
    if leave == "unsubscribe":
        service.unsubscribe(token(service, Purpose.UNSUBSCRIBE, row))
        service.unsubscribe(token(service, Purpose.UNSUBSCRIBE, row))  # twice changes nothing
    elif leave == "forget":
        service.forget(token(service, Purpose.MANAGE, row))
    elif leave == "complain":
        service.complained(token(service, Purpose.BOUNCE, row))
    else:
        service.bounced(token(service, Purpose.BOUNCE, row), "5.1.1")
        assert len(rows(service)) == 1
        service.bounced(token(service, Purpose.BOUNCE, row), "5.1.1")
    assert rows(service) == []
    with pytest.raises(BadToken):
        service.choice(Purpose.MANAGE, token(service, Purpose.MANAGE, row))


def test_what_is_only_late_or_only_this_message_strikes_nobody_soon(service: Any) -> None:
    row = confirmed(service)
    link = token(service, Purpose.BOUNCE, row)
    for _ in range(10):
        service.bounced(link, "4.2.2")
    for _ in range(5):
        service.bounced(link, "5.7.1")
    assert len(rows(service)) == 1
    service.bounced(link, "5.7.1")
    assert rows(service) == []


def test_letters_that_came_back_count_one_issue_after_another(
    service: Any, sending: Any, sink: Any, made: Any, phrases: Any
) -> None:
    from dataclasses import replace

    from kordon.newsletter.letters import letter_of_issue
    from kordon.newsletter.run import Run

    row = confirmed(service)
    run = Run(sending(service.newsletter, sink.port), phrases)

    def issue(number: int, *, back: bool) -> None:
        letter = letter_of_issue(made.issue(), phrases, "https://example.org")
        run.send([replace(letter, name=f"issue {number}")])
        if back:
            service.bounced(token(service, Purpose.BOUNCE, row), "5.2.2")

    for number in range(20):
        issue(number, back=number % 5 < 4)  # four in a row, then one that stays
    assert len(rows(service)) == 1
    for number in range(20, 26):
        issue(number, back=True)
    assert rows(service) == []


def test_forgetting_takes_the_marks_of_what_was_sent_as_well(service: Any, made: Any, phrases: Any) -> None:
    from kordon.newsletter.letters import letter_of_issue
    from kordon.newsletter.models import Delivery, Tally
    from kordon.newsletter.outbox import DONE

    row = confirmed(service)
    letter = letter_of_issue(made.issue(), phrases, "https://example.org")
    service.outbox.add(letter)
    service.outbox.queue(letter.name)
    for copy in service.outbox.claim(1):
        service.outbox.start(copy.id)
        service.outbox.finish(copy.id, DONE)
    marks = Delivery.objects.using(service.alias).filter(letter=letter.name, reader=None)
    assert marks.count() == 1
    service.forget(token(service, Purpose.MANAGE, row))
    assert marks.count() == 0
    assert Tally.objects.using(service.alias).count() == 0


def test_forgetting_an_address_takes_what_was_only_asked_for(service: Any) -> None:
    from kordon.newsletter.models import Asked

    service.ask(READER, ENGLISH)
    service.ask("other@example.org", ENGLISH)
    service.forget_address("Reader@example.org")
    assert Asked.objects.using(service.alias).count() == 1
    service.forget_address("nobody@example.org")  # who is not there is forgotten just so


def test_the_links_are_sent_to_who_asks_by_mail(service: Any) -> None:
    service.ask(READER, LINKS_ONLY)
    service.handle()
    assert rows(service) == [] and waiting(service) == []  # nobody becomes a reader by asking how to leave
    row = confirmed(service)
    service.ask(READER, LINKS_ONLY)
    service.handle()
    assert ("known", row) in waiting(service)


def test_one_mailbox_is_written_to_three_times_a_day(service: Any, calendar: Any) -> None:
    """Whoever signs up somebody else a thousand times, under every tag, brings three letters."""
    for n in range(1000):
        service.ask(f"victim+{n}@example.org", ENGLISH)
    assert service.handle() == 1000
    assert len(waiting(service)) == 3
    calendar.pass_days(1)
    service.ask("victim@example.org", ENGLISH)
    service.handle()
    assert len(waiting(service)) == 4


def test_the_list_cannot_be_filled(service: Any) -> None:
    from dataclasses import replace

    from kordon.newsletter.settings import Limits
    from kordon.newsletter.subscriptions import Busy, Subscriptions

    limits = Limits(waiting=20, unconfirmed=30)
    small = replace(service.newsletter, settings=replace(service.newsletter.settings, limits=limits))
    service = Subscriptions(small)
    turned_away = 0
    for n in range(100):
        try:
            service.ask(f"reader-{n}@example.org", ENGLISH)
        except Busy:
            turned_away += 1
            service.handle()
    assert turned_away == 4  # after each twenty
    service.handle()
    assert len(rows(service)) == 30


def test_the_marks_go_after_four_weeks(service: Any, calendar: Any, made: Any, phrases: Any) -> None:
    from kordon.newsletter.letters import letter_of_issue
    from kordon.newsletter.outbox import DONE

    confirmed(service)
    letter = letter_of_issue(made.issue(), phrases, "https://example.org")
    service.outbox.add(letter)
    service.outbox.queue(letter.name)
    for copy in service.outbox.claim(1):
        service.outbox.start(copy.id)
        service.outbox.finish(copy.id, DONE)
    calendar.pass_days(28)
    service.purge()
    assert service.outbox.counts() == {letter.name: {"sent": 1}}
    calendar.pass_days(1)
    service.purge()
    assert service.outbox.counts() == {}
    assert service.outbox.queue(letter.name) == 0  # and nobody gets the old issue again


def test_a_correction_reaches_who_got_the_issue_and_nobody_else(
    service: Any, sending: Any, sink: Any, made: Any, phrases: Any
) -> None:
    from kordon.newsletter.content import letters_due
    from kordon.newsletter.run import Run

    there = sending(service.newsletter, sink.port)
    confirmed(service, "got@example.org")
    left = confirmed(service, "left@example.org")
    confirmed(service, "west@example.org", Choice("en", ("west",)))
    run = Run(there, phrases)

    def due(*corrections: Any) -> list[Any]:
        return letters_due(
            [made.issue(corrections=corrections)], (), run.outbox.names(), phrases, "https://example.org"
        )

    run.send(due())
    confirmed(service, "late@example.org")
    service.unsubscribe(token(service, Purpose.UNSUBSCRIBE, left))
    sink.got.clear()
    letters = due(made.correction())
    assert [letter.name for letter in letters] == ["correction correction-1"]
    run.send(letters)
    sent = [mail.recipient for mail in sink.got if b"Auto-Submitted" not in mail.content]
    assert sent == ["got@example.org"]
    assert due(made.correction()) == []


def test_an_issue_that_was_missed_is_sent_and_an_archive_is_not(made: Any, phrases: Any) -> None:
    from dataclasses import replace

    from kordon.newsletter.content import letters_due

    issues = [replace(made.issue(), week=made.issue().week + n, number=n + 1) for n in range(6)]
    names = [f"issue {issue.week}" for issue in issues]

    def due(*known: int) -> list[str]:
        found = letters_due(issues, (), [names[n] for n in known], phrases, "https://example.org")
        return [letter.name for letter in found]

    assert due() == names[5:]
    assert due(3) == names[4:]
    assert due(0) == names[4:]
    assert due(1, 5) == []


def test_an_alert_reaches_who_asked_to_be_told_at_once(service: Any, phrases: Any) -> None:
    import datetime as dt

    from kordon.newsletter.audience import recipients
    from kordon.newsletter.content import letters_due
    from kordon.newsletter.letters import Alert

    confirmed(service, "weekly@example.org")
    confirmed(service, "at-once@example.org", Choice("ru", ("west",), True))
    told = dict.fromkeys(("en", "be", "ru"), ("A shot was fired.",))
    (letter,) = letters_due(
        (), [Alert("joint-1", dt.date(2024, 6, 4), ("PL-BY",), told)], (), phrases, "https://example.org"
    )
    found = [reader.wire for _, reader in recipients(service.newsletter, letter)]
    assert found == ["at-once@example.org"]
    assert letter.editions["ru"].subject == "Критический инцидент: польско-белорусская граница"


def test_new_keys_while_the_newsletter_goes_on(service: Any, keys: Any, tmp_path: Any, monkeypatch: Any) -> None:
    """Old links work on; what was sealed before opens; after retiring, an older copy opens for nobody."""
    from dataclasses import replace

    from kordon.newsletter import rotation
    from kordon.newsletter.errors import NewsletterError
    from kordon.newsletter.keys import read_keys, retired, rotated, write_keys
    from kordon.newsletter.subscriptions import Subscriptions

    monkeypatch.setattr(rotation, "CHUNK", 2)
    made = [confirmed(service, f"reader-{n}@example.org") for n in range(5)]
    old_link, old_row = token(service, Purpose.MANAGE, made[0]), rows(service)[0]
    service.ask("late@example.org", ENGLISH)

    both = rotated(keys)
    there = replace(service.newsletter, keys=both)
    with pytest.raises(NewsletterError, match="6 readers are still sealed with older keys"):
        rotation.check_retirable(there, both)
    assert rotation.reseal(there) == 5
    assert rotation.reseal(there) == 0
    rotation.check_retirable(there, both)
    after = Subscriptions(replace(there, keys=retired(both)))
    assert after.choice(Purpose.MANAGE, old_link) == ENGLISH
    after.handle()  # what was asked for before
    after.ask("reader-1@example.org", ENGLISH)
    after.handle()
    assert len(rows(after)) == 6  # found again under the new key
    with pytest.raises(NewsletterError, match="generation 1, which the key file does not hold"):
        retired(both).unseal(f"reader {old_row.id}", bytes(old_row.sealed))
    write_keys(retired(both), tmp_path / "keys")
    assert read_keys(tmp_path / "keys") == retired(both)
