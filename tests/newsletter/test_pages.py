"""The pages, asked over HTTP as a browser or a mail program asks them."""

from __future__ import annotations

import http.client
import io
import re
import statistics
import threading
import time
import wsgiref.simple_server
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlencode

import html5lib
import pytest

from kordon.newsletter.opening import Newsletter
from kordon.newsletter.readers import Choice
from kordon.newsletter.tokens import Purpose, make_token
from kordon.vocabulary import LANGUAGES, Vocabulary

Ask = Callable[..., Any]


@pytest.fixture
def newsletter(on_file: Newsletter) -> Newsletter:
    return on_file


@pytest.fixture
def app(newsletter: Newsletter, vocabulary: Vocabulary, phrases: Any) -> Any:
    from kordon.newsletter.run import Run
    from kordon.newsletter.web.application import application

    Run(newsletter, phrases).prepare()
    return application(newsletter, vocabulary, phrases)


@pytest.fixture
def port(app: Any, newsletter: Newsletter) -> Iterator[int]:
    server = wsgiref.simple_server.make_server("127.0.0.1", 0, app, handler_class=_Silent)
    thread = threading.Thread(target=server.serve_forever, args=[0.02], daemon=True)
    thread.start()
    yield server.server_port
    server.shutdown()
    server.server_close()
    thread.join(5)


class _Silent(wsgiref.simple_server.WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


class Answer:
    def __init__(self, response: http.client.HTTPResponse) -> None:
        self.status = response.status
        self.headers = response.headers
        self.text = response.read().decode()


@pytest.fixture
def ask(port: int) -> Ask:
    """A function that asks for a page: ``ask("/en/")``, ``ask("/en/", {"address": ...})``."""

    def request(path: str, form: Any = None, method: str = "", headers: dict[str, str] | None = None) -> Answer:
        body = form if isinstance(form, str | bytes | None) else urlencode(form, doseq=True)
        kind = {"Content-Type": "application/x-www-form-urlencoded"} if form is not None else {}
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        connection.request(method or ("POST" if form is not None else "GET"), path, body, kind | (headers or {}))
        answer = Answer(connection.getresponse())
        connection.close()
        return answer

    return request


@pytest.fixture
def many(app: Any) -> Callable[[str, dict[str, str], str], int]:
    """A function that hands a form to the application without a network in between, and gives the status."""

    def post(path: str, form: dict[str, str], source: str) -> int:
        body = urlencode(form).encode()
        found: list[int] = []
        environ = {
            "REQUEST_METHOD": "POST", "PATH_INFO": path, "SERVER_NAME": "x", "SERVER_PORT": "80",
            "wsgi.input": io.BytesIO(body), "wsgi.url_scheme": "http", "REMOTE_ADDR": source,
            "CONTENT_TYPE": "application/x-www-form-urlencoded", "CONTENT_LENGTH": str(len(body)),
        }  # fmt: skip
        list(app(environ, lambda status, headers: found.append(int(status[:3]))))
        return found[0]

    return post


def token(newsletter: Newsletter, purpose: Purpose, row: int) -> str:
    return make_token(newsletter.keys, purpose, row, newsletter.today())


def rows(newsletter: Newsletter) -> list[Any]:
    from kordon.newsletter.models import Subscriber

    return list(Subscriber.objects.using(newsletter.alias).all())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_is_whole_html_and_keeps_to_itself(
    ask: Ask, newsletter: Newsletter, subscribe: Any, lang: str
) -> None:
    (row,) = subscribe(newsletter, "reader@example.org", lang=lang)
    paths = ["", "asked", "letters", "nowhere"]
    paths += [f"{p}/{token(newsletter, p, row)}" for p in (Purpose.CONFIRM, Purpose.MANAGE, Purpose.UNSUBSCRIBE)]
    paths += [f"manage/{'a' * 36}"]
    for path in paths:
        page = ask(f"/{lang}/{path}")
        document = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page.text)
        assert document.get("lang") == lang
        ids = [element.get("id") for element in document.iter() if element.get("id")]
        assert len(ids) == len(set(ids))
        assert "Set-Cookie" not in page.headers
        assert page.headers["Content-Security-Policy"].startswith("default-src 'none'; style-src 'self'")
        assert page.headers["Referrer-Policy"] == "no-referrer"
        assert page.headers["Cache-Control"] == "no-store"
        assert "<script" not in page.text and "style=" not in page.text
        assert "reader@example.org" not in page.text


def test_the_way_of_a_reader_without_a_browser(ask: Ask, newsletter: Newsletter, phrases: Any) -> None:
    from kordon.newsletter.subscriptions import Subscriptions

    sent = ask(
        "/be/",
        {"address": "reader@example.org", "language": "be", "area": ["west", "security"], "often": "at-once"},
    )
    assert (sent.status, sent.headers["Location"]) == (303, "/be/asked")
    Subscriptions(newsletter).handle()
    (row,) = rows(newsletter)
    link = f"/be/confirm/{token(newsletter, Purpose.CONFIRM, row.id)}"
    opened = ask(link)
    assert not rows(newsletter)[0].confirmed  # programs that look into mail open links: nothing is changed by that
    assert phrases.say("be", "page-confirm-button") in opened.text
    assert phrases.label("be", "area", "security") in opened.text
    assert "Вы паспяхова падпісаліся" in ask(link, "").text
    assert rows(newsletter)[0].confirmed

    manage = f"/be/manage/{token(newsletter, Purpose.MANAGE, row.id)}"
    assert 'value="at-once" checked' in ask(manage).text
    saved = ask(manage, {"language": "ru", "often": "weekly", "do": "save"})
    assert phrases.say("be", "page-saved") in saved.text
    assert Subscriptions(newsletter).choice(Purpose.MANAGE, manage.rpartition("/")[2]) == Choice("ru")
    assert phrases.say("be", "page-forgotten-title") in ask(manage, {"do": "forget"}).text
    assert rows(newsletter) == []
    assert ask(manage).status == 410


def test_one_click_unsubscribes_as_a_mail_program_does_it(
    ask: Ask, newsletter: Newsletter, subscribe: Any
) -> None:
    """RFC 8058: a POST with that body, form or multipart, without a page, a cookie or a further step."""
    one, two = subscribe(newsletter, "one@example.org", "two@example.org")
    link = f"/u/{token(newsletter, Purpose.UNSUBSCRIBE, one)}"
    shown = ask(link)
    assert shown.status == 303 and len(rows(newsletter)) == 2  # a GET asks first
    assert ask(link, "List-Unsubscribe=One-Click").status == 200
    assert len(rows(newsletter)) == 1
    assert ask(link, "List-Unsubscribe=One-Click").status == 200  # again: no error for the mail program
    body = '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n'
    link = f"/u/{token(newsletter, Purpose.UNSUBSCRIBE, two)}"
    assert ask(link, body, headers={"Content-Type": "multipart/form-data; boundary=b"}).status == 200
    assert rows(newsletter) == []


def test_whether_an_address_is_subscribed_cannot_be_asked(
    ask: Ask, newsletter: Newsletter, subscribe: Any
) -> None:
    """The same reply, and the same work: the page puts every sign-up away without looking."""
    from django.db import connections

    subscribe(newsletter, "known@example.org")
    replies = []
    for address in ("known@example.org", "unknown@example.org"):
        sent = ask("/en/", {"address": address, "language": "en"})
        replies.append((sent.status, sent.text, {k: v for k, v in sent.headers.items() if k != "Date"}))
    assert replies[0] == replies[1]

    from django.test.utils import CaptureQueriesContext

    from kordon.newsletter.subscriptions import Subscriptions

    statements = []
    for address in ("known@example.org", "unknown@example.org"):
        with CaptureQueriesContext(connections[newsletter.alias]) as caught:
            Subscriptions(newsletter).ask(address, Choice("en"))
        statements.append(
            [re.sub(r"\d{9,}|X'[0-9A-F]+'|x'[0-9a-f]+'", "?", q["sql"]) for q in caught.captured_queries]
        )
    assert statements[0] == statements[1]
    assert not any("newsletter_subscriber" in sql for sql in statements[0])


def test_nor_by_the_clock(newsletter: Newsletter, subscribe: Any, many: Any) -> None:
    """400 sign-ups, a known and an unknown address in turn. The difference of the medians is within what chance
    makes of it: less than three times what it is between two halves of the same kind, or a tenth of the time."""
    subscribe(newsletter, "known@example.org", *(f"reader-{n}@example.org" for n in range(200)))
    took: dict[str, list[float]] = {"known@example.org": [], "unknown@example.org": []}
    for n in range(400):
        address = ("known@example.org", "unknown@example.org")[n % 2]
        began = time.perf_counter()
        status = many("/en/", {"address": address, "language": "en"}, f"10.1.{n // 200}.{n % 200}")
        took[address].append(time.perf_counter() - began)
        assert status == 303
    known, unknown = (took[address][20:] for address in took)
    difference = abs(statistics.median(known) - statistics.median(unknown))
    chance = abs(statistics.median(known[::2]) - statistics.median(known[1::2]))
    assert difference < max(3 * chance, 0.1 * statistics.median(known))


def test_a_million_sign_ups_from_one_source(newsletter: Newsletter, many: Any) -> None:
    """The page lets in five at once and twenty an hour, in memory that does not grow; five hundred forms show
    that the page asks, and a million show that what it asks holds."""
    from kordon.newsletter.models import Asked
    from kordon.newsletter.sources import KEPT, Sources

    statuses = [
        many("/en/", {"address": f"victim-{n}@example.org", "language": "en"}, "10.0.0.1") for n in range(500)
    ]
    assert statuses.count(303) == 5
    assert statuses.count(429) == 495
    assert Asked.objects.using(newsletter.alias).count() == 5

    clock = [0.0]
    sources = Sources(20, lambda: clock[0], newsletter.today)
    let_in = 0
    for n in range(1_000_000):
        clock[0] = n * 0.0036  # in an hour
        let_in += sources.lets_in("10.0.0.1")
    assert 5 <= let_in <= 25
    for n in range(3 * KEPT):
        sources.lets_in(f"2001:db8:{n % 65536:x}:{n >> 16:x}::1")
    assert len(sources._buckets) == KEPT


def test_one_network_of_ipv6_is_one_source(newsletter: Newsletter) -> None:
    from kordon.newsletter.sources import BURST, Sources

    sources = Sources(20, lambda: 0.0, newsletter.today)
    assert [sources.lets_in(f"2001:db8::{n:x}") for n in range(1, 8)] == [True] * BURST + [False] * 2
    assert sources.lets_in("2001:db8:0:1::1")
    assert sources.lets_in("::ffff:10.0.0.1") and "10.0.0.1" not in repr(sources._buckets)


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({"address": ""}, 422),
        ({"address": "nobody"}, 422),
        ({"address": "a@example.org\r\nBcc: b@example.org"}, 422),
        ({"address": "a@example.org", "language": "xx"}, 400),
        ({"address": "a@example.org", "area": "nowhere"}, 400),
        ({"address": "x" * 20_000}, 400),
        ("\xff\xfe%%%", 422),
        ({f"field-{n}": "x" for n in range(60)}, 400),
    ],
)
def test_a_bad_form_gets_a_page_and_stores_nothing(
    ask: Ask, newsletter: Newsletter, form: Any, status: int
) -> None:
    from kordon.newsletter.models import Asked

    assert ask("/en/", form).status == status
    assert Asked.objects.using(newsletter.alias).count() == 0


def test_what_was_typed_comes_back_as_text(ask: Ask) -> None:
    page = ask("/en/", {"address": '"><script>alert(1)</script>', "language": "ru", "area": "west"})
    assert page.status == 422
    assert "<script" not in page.text
    assert (
        'value="ru" checked' in page.text and 'value="west" checked' in page.text
    )  # nothing has to be chosen anew


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "TRACE"])
def test_other_methods_are_refused(ask: Ask, method: str) -> None:
    assert ask("/en/", method=method).status == 405


def test_tokens_of_others_of_other_purposes_and_of_other_days(
    ask: Ask, newsletter: Newsletter, subscribe: Any, calendar: Any
) -> None:
    """Forged, swapped, expired, replayed, cut and lengthened: the same page, and nothing has changed."""
    (row,) = subscribe(newsletter, "reader@example.org")
    manage = token(newsletter, Purpose.MANAGE, row)
    leave = token(newsletter, Purpose.UNSUBSCRIBE, row)
    bad = [("manage", leave), ("unsubscribe", manage), ("confirm", manage), ("manage", manage[:-2] + "aa")]
    bad += [
        ("manage", "a" * 36),
        ("manage", "7" * 36),
        ("manage", ("b" if manage[0] == "a" else "a") + manage[1:]),
    ]
    gone = {ask(f"/en/{page}/{one}").text for page, one in bad}
    assert len(gone) == 1 and "does not work any more" in gone.pop()
    for page, one in bad:
        assert ask(f"/en/{page}/{one}", {"do": "forget"}).status == 410
    for one in (manage + "a", manage[:-1], manage.upper(), "../../etc", "%00"):
        assert ask(f"/en/manage/{one}").status == 404
    assert len(rows(newsletter)) == 1
    calendar.pass_days(61)
    assert ask(f"/en/manage/{manage}").status == 410
    assert ask(f"/en/unsubscribe/{leave}").status == 200  # who finds an old letter may still leave
    calendar.pass_days(-61 - 2)
    assert ask(f"/en/unsubscribe/{leave}").status == 410  # made on a day that has not come


def test_the_door_leads_to_the_readers_language(ask: Ask) -> None:
    assert ask("/", headers={"Accept-Language": "be-BY,ru;q=0.8"}).headers["Location"] == "/be/"
    assert ask("/", headers={"Accept-Language": "fr"}).headers["Location"] == "/en/"


def test_letters_that_were_sent_are_kept_without_anybodys_links(
    ask: Ask, newsletter: Newsletter, subscribe: Any, made: Any, phrases: Any
) -> None:
    from kordon.newsletter.letters import letter_of_issue
    from kordon.newsletter.outbox import Outbox

    assert phrases.say("ru", "page-archive-none") in ask("/ru/letters").text
    subscribe(newsletter, "reader@example.org")
    letter = letter_of_issue(made.issue(), phrases, newsletter.settings.site_url)
    Outbox(newsletter).add(letter)
    Outbox(newsletter).queue(letter.name)
    assert 'href="/ru/letters/issue-2024-W22"' in ask("/ru/letters").text
    copy = ask("/ru/letters/issue-2024-W22")
    assert made.TEXTS["ru"][0] in copy.text
    assert "@@" not in copy.text and "/manage/" not in copy.text and "/unsubscribe/" not in copy.text
    assert ask("/ru/letters/confirm").status == 404


def test_an_error_is_told_without_the_path_or_a_value(
    ask: Ask, newsletter: Newsletter, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    from kordon.newsletter.subscriptions import Subscriptions

    def fails(*_: object) -> None:
        raise RuntimeError("reader@example.org")

    monkeypatch.setattr(Subscriptions, "choice", fails)
    secret = token(newsletter, Purpose.MANAGE, 5)
    assert ask(f"/en/manage/{secret}").status == 500
    told = capfd.readouterr()
    assert secret not in told.out + told.err
    assert "reader@example.org" not in told.out + told.err


def test_the_forms_classes_are_none_of_the_sites() -> None:
    """Both style sheets are on one page, and what the site says of a search field holds for no address."""
    from importlib.resources import files

    def classes(package: str, path: str) -> set[str]:
        rules = re.sub(r"\{[^{}]*\}", "", files(package).joinpath(path).read_text("utf-8"))
        return set(re.findall(r"\.([a-z][a-z-]*)", rules))

    both = classes("kordon.newsletter", "templates/page/form.css") & classes("kordon.site", "style.css")
    assert both <= {"small", "prose"}


def test_the_forms_have_labels(ask: Ask) -> None:
    page = html5lib.parse(ask("/en/").text, namespaceHTMLElements=False)
    labelled = {label.get("for") for label in page.iter("label")}
    inside = {element for label in page.iter("label") for element in label.iter("input")}
    for element in page.iter("input"):
        assert element.get("id") in labelled or element in inside
    assert len(list(page.iter("legend"))) == len(list(page.iter("fieldset"))) == 3


def test_a_server_of_ones_own_finds_the_pages(tmp_path: Any, keys: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """``kordon.newsletter.wsgi:application``, as gunicorn or uwsgi would load it."""
    from kordon.newsletter import wsgi
    from kordon.newsletter.keys import write_keys

    write_keys(keys, tmp_path / "keys")
    text = "from: news@example.org\nbase_url: https://news.example.org\ndatabase: readers.sqlite3\nkeys: keys\n"
    (tmp_path / "newsletter.yaml").write_text(text)
    monkeypatch.setenv("KORDON_NEWSLETTER", str(tmp_path / "newsletter.yaml"))
    found: list[str] = []
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": "/be/",
        "SERVER_NAME": "x",
        "SERVER_PORT": "80",
        "wsgi.input": io.BytesIO(),
    }
    body = b"".join(wsgi.application(environ, lambda status, headers: found.append(status)))
    assert found == ["200 OK"]
    assert "Рассылка" in body.decode()
    wsgi._opened.cache_clear()
