"""A reader's whole way in a real browser without script, with the mail that a real server on loopback received."""

from __future__ import annotations

import email
import email.policy
import importlib.util
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

HERE = Path(__file__).parent
LANGUAGES = ("en", "be", "ru")
SAID = {
    "en": {"subscribe": "Subscribe", "yes": "Yes, subscribe me", "done": "You have been successfully subscribed",
           "save": "Save", "saved": "Saved.", "forget": "Forget me", "forgotten": "You are forgotten",
           "leave": "Unsubscribe", "left": "You are unsubscribed", "area": "Security issues"},
    "be": {"subscribe": "Падпісацца", "yes": "Так, падпісацца", "done": "Вы паспяхова падпісаліся",
           "save": "Захаваць", "saved": "Захавана.", "forget": "Забыць мяне", "forgotten": "Мы вас забылі",
           "leave": "Адпісацца", "left": "Вы адпісаліся", "area": "Пытанні бяспекі"},
    "ru": {"subscribe": "Подписаться", "yes": "Да, подписаться", "done": "Вы успешно подписались",
           "save": "Сохранить", "saved": "Сохранено.", "forget": "Забыть меня", "forgotten": "Мы вас забыли",
           "leave": "Отписаться", "left": "Вы отписались", "area": "Вопросы безопасности"},
}  # fmt: skip


class Post:
    """The mail that arrived, by reader."""

    def __init__(self, sink: Any) -> None:
        self._sink = sink
        self._read = 0

    def next_to(self, address: str) -> EmailMessage:
        """Wait for the next letter to a reader."""
        end = time.monotonic() + 30
        while time.monotonic() < end:
            for n in range(self._read, len(self._sink.got)):
                if self._sink.got[n].recipient == address:
                    self._read = n + 1
                    message = email.message_from_bytes(self._sink.got[n].content, policy=email.policy.default)
                    assert isinstance(message, EmailMessage)
                    return message
            time.sleep(0.05)
        raise AssertionError(f"No letter came to {address}.")


def link(message: EmailMessage, page: str) -> str:
    """The link to a page in the text part of a letter."""
    found = re.search(rf"http://\S+/{page}/\S+", message.get_body(("plain",)).get_content())  # type: ignore[union-attr]
    assert found is not None
    return found[0]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Post]]:
    """``kordon newsletter serve`` in a process of its own, as an operator runs it, and a mail server for it."""
    spec = importlib.util.spec_from_file_location("mailserver", HERE.parent / "newsletter" / "mailserver.py")
    assert spec is not None and spec.loader is not None
    mailserver = importlib.util.module_from_spec(spec)
    sys.modules["mailserver"] = mailserver
    spec.loader.exec_module(mailserver)

    folder = tmp_path_factory.mktemp("newsletter")
    kordon = [sys.executable, "-m", "kordon.cli", "newsletter"]
    subprocess.run([*kordon, "keys", folder / "keys"], check=True, capture_output=True)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = int(free.getsockname()[1])
    with mailserver.Sink() as sink:
        (folder / "newsletter.yaml").write_text(
            f"from: news@example.org\nbase_url: http://127.0.0.1:{port}\ndatabase: readers.sqlite3\nkeys: keys\n"
            f"smtp: {{host: 127.0.0.1, port: {sink.port}, security: none}}\nlimits: {{source_hour: 100000}}\n"
        )
        command = [*kordon, "serve", "--config", folder / "newsletter.yaml", "--listen", f"127.0.0.1:{port}"]
        process = subprocess.Popen([*command, "--send-every", "1"], stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        assert "Serving" in process.stdout.readline()
        yield f"http://127.0.0.1:{port}", Post(sink)
        process.terminate()
        process.wait(30)
        process.stdout.close()


def sign_up(page: Page, base: str, lang: str, address: str) -> None:
    page.goto(f"{base}/{lang}/")
    page.locator("#address").fill(address)
    page.get_by_role("button", name=SAID[lang]["subscribe"]).click()
    assert page.url.endswith(f"/{lang}/asked")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_subscribe_confirm_change_leave_without_script(
    browser: Browser, served: tuple[str, Post], lang: str
) -> None:
    base, post = served
    said, address = SAID[lang], f"reader-{lang}@example.org"
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    page.goto(f"{base}/{lang}/")
    box = page.locator("#address").bounding_box()
    assert box is not None and box["width"] > 300  # an address is read while it is typed
    page.get_by_label(said["area"]).check()
    page.locator("#address").fill("not an address")
    page.get_by_role("button", name=said["subscribe"]).click()
    assert page.locator(".wrong").is_visible()
    assert page.get_by_label(said["area"]).is_checked()  # what was chosen is still chosen
    page.locator("#address").fill(address)
    page.get_by_role("button", name=said["subscribe"]).click()
    assert page.url.endswith("/asked")

    letter = post.next_to(address)
    assert letter["Content-Language"] == lang
    page.goto(link(letter, "confirm"))
    page.get_by_role("button", name=said["yes"]).click()
    assert page.locator("h1").inner_text() == said["done"]

    sign_up(page, base, lang, address)  # again: the letter says that there is a subscription already
    letter = post.next_to(address)
    other = LANGUAGES[(LANGUAGES.index(lang) + 1) % 3]
    page.goto(link(letter, "manage"))
    assert page.locator(f"input[value={lang}]").is_checked()
    assert page.get_by_label(said["area"]).is_checked()
    page.locator(f"input[value={other}]").check()
    page.get_by_role("button", name=said["save"]).click()
    assert page.get_by_role("status").inner_text() == said["saved"]
    assert page.locator(f"input[value={other}]").is_checked()

    page.goto(link(letter, "unsubscribe"))
    page.get_by_role("button", name=said["leave"]).click()  # one click
    assert page.locator("h1").inner_text() == said["left"]
    page.goto(link(letter, "manage"))
    assert page.locator("main form").count() == 0  # there is nobody any more

    assert context.cookies() == []
    assert {url for url in asked if not url.startswith((base, "data:"))} == set()
    context.close()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_forget_me(browser: Browser, served: tuple[str, Post], lang: str) -> None:
    base, post = served
    said, address = SAID[lang], f"forget-{lang}@example.org"
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    sign_up(page, base, lang, address)
    page.goto(link(post.next_to(address), "confirm"))
    page.get_by_role("button", name=said["yes"]).click()
    sign_up(page, base, lang, address)
    page.goto(link(post.next_to(address), "manage"))
    page.get_by_role("button", name=said["forget"]).click()
    assert page.locator("h1").inner_text() == said["forgotten"]
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_pages_fit_and_can_be_used_by_everybody(
    browser: Browser, served: tuple[str, Post], lang: str, scheme: Any
) -> None:
    """Nothing is wider than the narrowest phone, and axe finds nothing to complain of."""
    base, post = served
    address = f"{lang}-{scheme}@example.org"
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    sign_up(page, base, lang, address)
    confirm = link(post.next_to(address), "confirm")
    page.goto(confirm)
    page.get_by_role("button", name=SAID[lang]["yes"]).click()
    sign_up(page, base, lang, address)
    letter = post.next_to(address)
    places = [
        f"{base}/{lang}/",
        f"{base}/{lang}/asked",
        f"{base}/{lang}/letters",
        f"{base}/{lang}/nowhere",
        confirm,
    ]
    forms = [f"{base}/{lang}/", link(letter, "manage")]  # the rest is made of the same parts
    for place in [*places, *forms, link(letter, "unsubscribe")]:
        page.goto(place)
        for width in (320, 390, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, place
        if place in forms:
            found = Axe().run(page)
            assert found.violations_count == 0, found.generate_report()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_letter_is_legible_at_every_width(
    browser: Browser, made_letters: dict[str, str], lang: str, scheme: Any
) -> None:
    """The HTML part on a phone and at a desk, with its style sheet and as programs that drop it show it."""
    context = browser.new_context(viewport={"width": 360, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for html in (re.sub(r"<style>.*?</style>", "", made_letters[lang], flags=re.DOTALL), made_letters[lang]):
        page.set_content(html)
        for width in (360, 390, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert page.evaluate("document.querySelector('h1').getBoundingClientRect().width") <= 600
        sizes = (
            "[...document.querySelectorAll('p, li, h1, h2, a')].map(e => parseFloat(getComputedStyle(e).fontSize))"
        )
        assert min(page.evaluate(sizes)) >= 13
    assert asked == []
    ground = {"light": "rgb(253, 253, 251)", "dark": "rgb(18, 22, 26)"}[scheme]
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == ground
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
    assert found.violations_count == 0, found.generate_report()
    context.close()


@pytest.fixture(scope="module")
def made_letters() -> dict[str, str]:
    """The made-up issue's HTML in each language, made without Django, which Playwright's loop bars here."""
    import kordon.newsletter
    from kordon.commentary.phrases import load_phrases
    from kordon.newsletter.letters import letter_of_issue
    from kordon.newsletter.rendering import filled, render
    from kordon.vocabulary import load

    spec = importlib.util.spec_from_file_location("newsletter_made", HERE.parent / "newsletter" / "made.py")
    assert spec is not None and spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    sys.modules["newsletter_made"] = made
    spec.loader.exec_module(made)
    phrases = load_phrases(load(), Path(kordon.newsletter.__file__).parent, indicators={})
    letter = letter_of_issue(made.issue(), phrases, "https://example.org")
    links = dict.fromkeys(("manage", "unsubscribe", "leavemail"), "https://news.example.org/x/" + "a" * 36)
    return {lang: filled(render(letter, lang, (), phrases, "Kordon").html, links) for lang in LANGUAGES}
