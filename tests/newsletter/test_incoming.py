"""Mail that comes to the newsletter's address: sign-ups, replies, bounces, complaints, what only looks like it."""

from __future__ import annotations

from email.message import EmailMessage
from email.mime.message import MIMEMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from typing import Any

import pytest

from kordon.newsletter.opening import Newsletter
from kordon.newsletter.readers import Choice
from kordon.newsletter.tokens import Purpose, make_token

AREAS = ("security", "west")


def mail(subject: str = "subscribe", to: str = "news@example.org", **headers: str) -> bytes:
    message = EmailMessage()
    message["From"] = "Somebody <reader@example.org>"
    message["To"] = to
    message["Subject"] = subject
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content("")
    return message.as_bytes()


def bounce(to: str, status: str = "5.1.1", action: str = "failed") -> bytes:
    """A delivery status notification as RFC 3464 has it."""
    report = MIMEMultipart("report", **{"report-type": "delivery-status"})
    report["From"], report["To"], report["Auto-Submitted"] = "MAILER-DAEMON@example.net", to, "auto-replied"
    report.attach(MIMEText("It could not be delivered."))
    about, about_recipient = EmailMessage(), EmailMessage()
    about["Reporting-MTA"] = "dns; mx.example.net"
    about_recipient["Final-Recipient"] = "rfc822; reader@example.org"
    about_recipient["Action"], about_recipient["Status"] = action, status
    part = MIMEMessage(about, "delivery-status")
    part.set_payload([about, about_recipient])
    report.attach(part)
    return report.as_bytes()


def complaint(original: bytes) -> bytes:
    """An abuse report as RFC 5965 has it, with the message that it is about."""
    import email

    report = MIMEMultipart("report", **{"report-type": "feedback-report"})
    report["From"], report["To"] = "feedback@example.net", "news@example.org"
    report.attach(MIMEText("Somebody called this spam."))
    fields = MIMEText("Feedback-Type: abuse\r\nUser-Agent: x/1\r\nVersion: 1\r\n", "feedback-report")
    fields.replace_header("Content-Type", "message/feedback-report")
    report.attach(fields)
    report.attach(MIMEMessage(email.message_from_bytes(original)))
    return report.as_bytes()


@pytest.fixture
def service(on_file: Newsletter, phrases: Any) -> Any:
    from kordon.newsletter.run import Run
    from kordon.newsletter.subscriptions import Subscriptions

    Run(on_file, phrases).prepare()
    return Subscriptions(on_file)


def take(service: Any, raw: bytes) -> bool:
    from kordon.newsletter.incoming import act, read_mail

    return act(read_mail(raw, service.newsletter.settings, AREAS), service)


def rows(service: Any) -> list[Any]:
    from kordon.newsletter.models import Subscriber

    return list(Subscriber.objects.using(service.alias).all())


def tagged(service: Any, purpose: Purpose, row: int, name: str = "") -> str:
    token = make_token(service.newsletter.keys, purpose, row, service.newsletter.today())
    return str(service.newsletter.settings.mailbox(f"{name or purpose}-{token}"))


def test_where_the_page_is_blocked_mail_does_the_same(service: Any) -> None:
    """Sign up, confirm by an empty reply, change nothing by accident, leave: all of it by mail."""
    assert take(service, mail("Subscribe: be security at-once"))
    service.handle()
    (row,) = rows(service)
    assert not row.confirmed
    assert take(service, mail("Re: please confirm", tagged(service, Purpose.CONFIRM, row.id)))
    (row,) = rows(service)
    assert row.confirmed
    token = make_token(service.newsletter.keys, Purpose.MANAGE, row.id, service.newsletter.today())
    assert service.choice(Purpose.MANAGE, token) == Choice("be", ("security",), True)
    assert take(service, mail("", tagged(service, Purpose.UNSUBSCRIBE, row.id)))
    assert rows(service) == []


def test_forget_me_by_mail(service: Any, subscribe: Any) -> None:
    (row,) = subscribe(service.newsletter, "reader@example.org")
    assert take(service, mail("", tagged(service, Purpose.MANAGE, row, "forget")))
    assert rows(service) == []


@pytest.mark.parametrize(
    ("subject", "choice"),
    [
        ("Re: news", None),
        ("Subscribe BE security", Choice("be", ("security",))),
        ("Падпісацца", Choice("be")),
        ("подписаться west at-once", Choice("ru", ("west",), True)),
        ("подписка en", Choice("en")),
    ],
)
def test_a_sign_up_in_the_words_of_its_reader(service: Any, subject: str, choice: Choice | None) -> None:
    from kordon.newsletter.incoming import read_mail

    assert read_mail(mail(subject), service.newsletter.settings, ("security", "west")).choice == choice


def test_a_forged_sender_cannot_end_a_subscription(service: Any, subscribe: Any) -> None:
    """'unsubscribe' without a token only brings the links, to the mailbox that is meant."""
    subscribe(service.newsletter, "reader@example.org")
    for subject in ("unsubscribe", "forget me", "Адпісацца", "Забудьте меня"):
        assert take(service, mail(subject))
    service.handle()
    assert len(rows(service)) == 1


def test_a_bounce_counts_for_the_reader_that_its_address_names(service: Any, subscribe: Any) -> None:
    row, other = subscribe(service.newsletter, "reader@example.org", "other@example.org")
    to = tagged(service, Purpose.BOUNCE, row)
    assert not take(service, bounce(to, "4.2.2", "delayed"))
    assert take(service, bounce(to))
    assert len(rows(service)) == 2
    assert take(service, bounce(to.upper()))  # some servers write all of it in capitals
    assert [row.id for row in rows(service)] == [other]


def test_a_forged_bounce_strikes_nobody(service: Any, subscribe: Any) -> None:
    (row,) = subscribe(service.newsletter, "reader@example.org")
    to = tagged(service, Purpose.BOUNCE, row)
    forged = [
        to.replace("bounce-", "bounce-a")[:-1],
        "news@example.org",
        tagged(service, Purpose.UNSUBSCRIBE, row, "bounce"),
    ]
    for _ in range(10):
        for one in forged:
            assert not take(service, bounce(one))
    assert len(rows(service)) == 1


def test_a_complaint_ends_the_subscription(service: Any, subscribe: Any) -> None:
    (row,) = subscribe(service.newsletter, "reader@example.org")
    original = b"Return-Path: <" + tagged(service, Purpose.BOUNCE, row).encode() + b">\r\nSubject: x\r\n\r\nx"
    assert not take(service, complaint(b"Subject: x\r\n\r\nx"))
    assert take(service, complaint(original))
    assert rows(service) == []


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\xff\xfe\x00" * 1000,
        b"Subject: subscribe\r\n\r\n",
        mail("Hello"),
        mail("subscribe", Auto_Submitted="auto-replied"),
        mail("subscribe", Precedence="bulk"),
        mail("subscribe", List_Id="<other.example.net>"),
        mail("subscribe", Return_Path="<>"),
        mail("x", "news+confirm-" + "a" * 36 + "@example.org"),
        mail("x", "news+confirm-" + "a" * 36 + "@example.net"),
        b"From: a@example.org\nTo: news@example.org\nSubject: =?utf-8?b?" + b"QUFB" * 5000 + b"?=\n\n",
        b"Content-Type: multipart/report; report-type=delivery-status; boundary=x\n\n--x\n"
        b"Content-Type: message/delivery-status\n\n",
    ],
)  # fmt: skip
def test_what_is_not_meant_for_us_does_nothing(service: Any, raw: bytes) -> None:
    """An automatic answer above all: two programs that answer each other do not stop."""
    assert not take(service, raw)
    service.handle()
    assert rows(service) == []


def test_a_sender_with_a_line_end_in_it_is_no_sender(service: Any) -> None:
    raw = b"From: =?utf-8?q?a=40example=2Eorg=0D=0ABcc=3A_b=40example=2Eorg?=\nSubject: subscribe\n\n"
    assert not take(service, raw)


def test_a_huge_message_is_read_to_its_limit(service: Any) -> None:
    assert take(service, mail("subscribe ru") + b"x" * 5_000_000)
    service.handle()
    assert len(rows(service)) == 1
