"""The messages themselves, read by parsers that are not ours: the standard library's and a Rust one."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import dkim
import fast_mail_parser
import html5lib
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ed25519, rsa

from kordon.commentary.phrases import Phrases
from kordon.newsletter.opening import Newsletter
from kordon.vocabulary import LANGUAGES

ROW = 7
Make = Callable[..., bytes]


@pytest.fixture
def make(on_file: Newsletter, phrases: Phrases, made: ModuleType) -> Make:
    """A function that makes one message of the made-up issue, or of another letter."""

    def message(
        lang: str = "en", to: str = "reader@example.org", signer: Any = None, letter: Any = None, **choice: Any
    ) -> bytes:
        from kordon.newsletter.compose import Composer
        from kordon.newsletter.letters import letter_of_issue
        from kordon.newsletter.readers import Choice, Reader

        letter = letter or letter_of_issue(made.issue(), phrases, on_file.settings.site_url)
        composer = Composer(on_file, phrases, signer)
        return composer.message(99, letter, ROW, Reader(to, Choice(lang, **choice))).content

    return message


def parsed(raw: bytes) -> email.message.EmailMessage:
    message = email.message_from_bytes(raw, policy=email.policy.default)
    assert isinstance(message, email.message.EmailMessage)
    return message


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_is_a_message_by_the_rules(make: Make, lang: str) -> None:
    """RFC 5322, 2045-2047, 2369, 2919, 5064, 8058."""
    raw = make(lang)
    assert raw.isascii()
    assert b"\r\n" in raw and not re.search(rb"(?<!\r)\n|\r(?!\n)", raw)
    assert max(len(line) for line in raw.split(b"\r\n")) <= 200
    body = raw.partition(b"\r\n\r\n")[2]
    assert max(len(line) for line in body.split(b"\r\n")) <= 76
    assert not re.search(rb"^\.", body, re.MULTILINE)

    message = parsed(raw)
    assert [d for part in message.walk() for d in part.defects] == []
    assert all(value.defects == () for value in message.values() if hasattr(value, "defects"))
    assert message["From"].addresses[0].addr_spec == "news@example.org"
    assert message["To"].addresses[0].addr_spec == "reader@example.org"
    assert message["Date"].datetime.utcoffset().total_seconds() == 0
    assert message["Message-ID"] == "<0000000000000063@example.org>"
    assert message["List-Id"] == "Kordon <newsletter.example.org>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    ways = re.findall(r"<([^>]*)>", message["List-Unsubscribe"])
    assert [way.partition(":")[0] for way in ways] == ["https", "mailto"]
    assert message["Archived-At"] == f"<https://example.org/{lang}/2024/w22/index.html>"
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]

    other = fast_mail_parser.parse_email(raw)
    assert other.subject == message["Subject"]
    plain, html = message.iter_parts()
    assert [text.split() for text in other.text_plain] == [plain.get_content().split()]
    assert [text.split() for text in other.text_html] == [html.get_content().split()]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_both_parts_say_the_whole_issue(make: Make, made: ModuleType, lang: str) -> None:
    plain, html = (part.get_content() for part in parsed(make(lang)).iter_parts())
    for text in (*made.TEXTS[lang][:3], *made.TEXTS[lang][3]):
        assert text in " ".join(plain.split())
        assert text in html
    assert all(len(line.rstrip()) <= 72 for line in plain.splitlines() if "@" not in line and "http" not in line)


def test_nothing_in_it_tells_that_it_was_read(make: Make) -> None:
    """No picture, nothing from elsewhere, and no link that differs from reader to reader but the ways out."""
    html = parsed(make()).get_body(("html",)).get_content()  # type: ignore[union-attr]
    document = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)
    assert {element.tag for element in document.iter()} & {"img", "link", "script", "iframe", "object"} == set()
    assert "url(" not in html and "@import" not in html
    links = {element.get("href") for element in document.iter("a")}
    personal = {link for link in links if re.search(r"[a-z2-7]{36}", str(link))}
    assert {re.sub(r"[a-z2-7]{36}", "TOKEN", str(link)) for link in personal} == {
        "https://news.example.org/en/manage/TOKEN",
        "https://news.example.org/en/unsubscribe/TOKEN",
        "mailto:news+unsubscribe-TOKEN@example.org",
    }
    assert all(str(link).startswith("https://example.org/en/2024/w22/") for link in links - personal)


def test_a_reader_of_one_area_gets_that_area(make: Make) -> None:
    both, one = parsed(make()), parsed(make(areas=("west",)))
    assert "Security issues" in both.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    text = one.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert "Security issues" not in text
    assert "Belarus–West relations" in text


def test_a_hostile_headline_is_words(make: Make, made: ModuleType, phrases: Phrases) -> None:
    """Line ends, controls, turns of direction, markup and the marks of our own templates."""
    from kordon.newsletter.letters import letter_of_issue

    bad = "Calm\r\nBcc: all@example.org\r\n\r\n<script>x</script> @@manage@@ \u202eteg\x1b[31m ]]> {{ 7*7 }}"
    letter = letter_of_issue(made.issue(headline=bad), phrases, "https://example.org")
    message = parsed(make(letter=letter))
    assert message["Bcc"] is None
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
    html = message.get_body(("html",)).get_content()  # type: ignore[union-attr]
    assert "&lt;script&gt;" in html and "<script" not in html
    assert "\u202e" not in html and "\x1b" not in html and "49" not in html
    assert html.count("/manage/") == 1


def test_the_same_copy_is_the_same_message(make: Make) -> None:
    date = re.compile(rb"^Date:.*\r\n", re.MULTILINE)
    assert date.sub(b"", make()) == date.sub(b"", make())


def test_an_address_in_another_alphabet_is_written_to_as_it_is(make: Make) -> None:
    raw = make(to="почта@xn--e1afmkfd.xn--90ais")
    assert "\r\nTo: почта@xn--e1afmkfd.xn--90ais\r\n".encode() in raw  # RFC 6532
    assert fast_mail_parser.parse_email(raw).headers["To"] == ["почта@xn--e1afmkfd.xn--90ais"]


@pytest.fixture(params=["rsa", "ed25519"])
def key(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, bytes]:
    """A signing key in a file, and the DNS record of its public part."""
    import base64

    made: Any
    if request.param == "rsa":
        made = rsa.generate_private_key(65537, 2048)
        form, name = serialization.PublicFormat.SubjectPublicKeyInfo, b"rsa"
    else:
        made = ed25519.Ed25519PrivateKey.generate()
        form, name = serialization.PublicFormat.Raw, b"ed25519"
    encoding = serialization.Encoding.DER if request.param == "rsa" else serialization.Encoding.Raw
    public = base64.b64encode(made.public_key().public_bytes(encoding, form))
    path = tmp_path / "dkim.pem"
    path.touch(0o600)
    path.write_bytes(
        made.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    return path, b"v=DKIM1; k=" + name + b"; p=" + public


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_signature_is_accepted_by_dkimpy(make: Make, key: tuple[Path, bytes], lang: str) -> None:
    from kordon.newsletter.dkim_signing import Signer
    from kordon.newsletter.settings import Dkim

    path, record = key
    raw = make(lang, signer=Signer(Dkim("example.org", "news1", path)))

    def dns(name: bytes, timeout: int = 5) -> bytes:
        return record if name == b"news1._domainkey.example.org." else b""

    assert dkim.verify(raw, dnsfunc=dns)
    assert not dkim.verify(raw.replace(b"Subject: ", b"Subject: x"), dnsfunc=dns)
    assert not dkim.verify(raw.replace(b"List-Unsubscribe-Post", b"List-Unsubscribe-Best"), dnsfunc=dns)
    assert not dkim.verify(b"From: other@example.org\r\n" + raw, dnsfunc=dns)
    assert not dkim.verify(raw[:-60] + b"x" + raw[-59:], dnsfunc=dns)
    assert parsed(raw).defects == []


def test_a_part_encoded_in_pieces_is_the_part_encoded_whole() -> None:
    from kordon.newsletter.encoding import prepare

    for text in (
        "A line\n.dot first\n@@confirm@@\n= signs and a long " + "word " * 40 + "\n",
        "Радок\n@@confirm@@\nі яшчэ\n",
    ):
        part = prepare(text)
        head = f"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: {part.encoding}\r\n\r\n"
        said = email.message_from_bytes(
            head.encode() + part.filled({"confirm": "https://x.example.org/é"}), policy=email.policy.default
        )
        content = said.get_content()  # type: ignore[attr-defined]
        lines = [line.rstrip() for line in content.replace("\r\n", "\n").splitlines()]
        assert lines == [
            line.rstrip() for line in text.replace("@@confirm@@", "https://x.example.org/é").splitlines()
        ]


def test_a_letter_comes_back_from_the_database_as_it_was(made: ModuleType, phrases: Phrases) -> None:
    from kordon.newsletter.letters import letter_of_issue, read_letter, write_letter

    letter = letter_of_issue(made.issue(), phrases, "https://example.org")
    assert read_letter(write_letter(letter)) == letter


def test_a_language_that_an_area_lacks_is_said(made: ModuleType, phrases: Phrases) -> None:
    from dataclasses import replace

    from kordon.newsletter.letters import letter_of_issue

    whole = made.issue(areas=("security",))
    commentary = whole.commentaries[0]
    kept = {lang: revision for lang, revision in commentary.revisions.items() if lang != "ru"}
    partly = replace(
        whole, commentaries=(replace(commentary, revisions=kept, exception="No translator this week."),)
    )
    piece = letter_of_issue(partly, phrases, "https://example.org").editions["ru"].pieces[0]
    assert piece.lede == "Есть только на этих языках: English и Беларуская."


def test_letters_keep_to_the_terms_of_the_phrase_book(phrases: Phrases) -> None:
    """Every language has every phrase, with the same values."""
    assert list(phrases.gaps()) == []
