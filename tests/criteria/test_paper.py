"""The page as HTML and PDF: every word is text, whatever it looks like, in every language."""

from __future__ import annotations

import sys
from html.parser import HTMLParser

import pytest

from kordon.commentary.phrases import load_phrases
from kordon.criteria import Criteria, Page, Table, describe
from kordon.criteria.paper import NoTypst, pdf
from kordon.indicators import Indicator
from kordon.site.paper import paper as html
from kordon.vocabulary import LANGUAGES, Vocabulary

NASTY = (
    "<script>alert(1)</script>", '"quoted" & \'single\'', "#panic()",
    "*bold* _it_ $x^2$ `code` @ref <label> ~ -- //",
    '#read("/etc/passwd")', "\\u{41} \\", "= heading", "{page}", "Ўў Іі Ёё’",
)  # fmt: skip


@pytest.fixture(scope="module")
def pages(criteria: Criteria, vocabulary: Vocabulary, indicators: tuple[Indicator, ...]) -> dict[str, Page]:
    labels = {i.id: {lang: {"nom": i.label(lang)} for lang in LANGUAGES} for i in indicators}
    phrases = load_phrases(vocabulary, indicators=labels)
    return {lang: describe(criteria, lang, phrases) for lang in LANGUAGES}


class Read(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def nasty(text: str) -> Page:
    return Page(text, (text,), (Table(text, text, (text, text), ((text, text),)),))


def words(page: Page) -> list[str]:
    found = [page.title, *page.notices]
    for table in page.tables:
        found += [table.title, table.caption, *table.headers, *(cell for row in table.rows for cell in row)]
    return [word for word in found if word]


@pytest.mark.parametrize("text", NASTY)
def test_html_shows_every_text_as_it_is(text: str) -> None:
    read = Read()
    read.feed(html(nasty(text), "en"))
    assert "script" not in read.tags
    assert "".join(read.text).count(text) == 9  # the head's title, and eight places of the page


@pytest.mark.parametrize("lang", LANGUAGES)
def test_html_holds_the_whole_page(pages: dict[str, Page], lang: str) -> None:
    made = html(pages[lang], lang)
    read = Read()
    read.feed(made)
    text = "".join(read.text)
    assert all(word in text for word in words(pages[lang]))
    assert f'<html lang="{lang}">' in made
    assert not {"script", "img", "link", "iframe"} & set(read.tags)


def text_of(made: bytes) -> str:
    import io

    from pypdf import PdfReader

    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_pdf_shows_every_text_as_it_is() -> None:
    pytest.importorskip("typst")
    for text in NASTY:
        told = squeezed(text_of(pdf(nasty(text), "en")))
        assert told.count(squeezed(text)) >= 6, text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pdf_holds_the_whole_page(pages: dict[str, Page], lang: str) -> None:
    pytest.importorskip("typst")
    told = squeezed(text_of(pdf(pages[lang], lang)))
    heads = [pages[lang].title, *pages[lang].notices[:1], *(t.title for t in pages[lang].tables)]
    assert [h for h in heads if squeezed(h) not in told] == []


def test_without_typst_there_is_a_sentence(pages: dict[str, Page], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(NoTypst, match=r"not installed; `pip install 'kordon\[pdf\]'`, or ask for HTML"):
        pdf(pages["en"], "en")
