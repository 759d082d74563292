"""How search compares words: capitals, diacritics, both scripts of Belarusian; and the script does the same."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kordon.commentary.lacinka import lacinka
from kordon.site import fold, paths
from kordon.site.model import SiteData


@pytest.mark.parametrize(
    ("lang", "one", "other"),
    [
        ("be", "Гродна", "hrodna"),
        ("be", "Гродна", "HRODNA"),
        ("be", "узровень", "uzrovień"),
        ("be", "Марыя", "Maryja"),
        ("be", "мільён", "miljon"),
        ("be", "дзень", "dzień"),
        ("be", "ўзровень", "узровень"),
        ("ru", "ёлка", "елка"),
        ("ru", "Гродно", "Grodno"),
        ("en", "Kuźnica", "kuznica"),
        ("en", "Białowieża", "BIALOWIEZA"),
        ("en", "Šalčininkai", "Salcininkai"),
    ],
)
def test_words_that_are_one_to_a_reader_are_one(lang: str, one: str, other: str) -> None:
    assert fold.fold(one, lang) == fold.fold(other, lang)


@given(st.text(alphabet="абвгдеёжзійклмнопрстуўфхцчшыьэюя", min_size=1))
def test_a_belarusian_word_is_found_in_either_script(word: str) -> None:
    assert fold.fold(word, "be") == fold.fold(lacinka(word), "be")


@given(st.text(), st.sampled_from(["en", "be", "ru"]))
def test_folding_twice_changes_nothing(text: str, lang: str) -> None:
    for word in fold.words(text, lang):
        assert word
        assert not re.search(r"[\u0300-\u036f]", word)


def pieces(site: Path, lang: str) -> dict[str, object]:
    """Every piece of an index, by the name that its script calls it."""
    found = {}
    for path in (site / lang / "search").glob("*.js"):
        text = path.read_text("utf-8")
        assert not set("<\u2028\u2029") & set(text), path
        match = re.fullmatch(r'kordon\("([a-z0-9-]+)",(.*)\);\n', text)
        assert match is not None, path
        assert match[1] == path.stem
        found[match[1]] = json.loads(match[2])
    return found


def test_every_word_leads_to_documents_that_hold_it_and_every_document_to_a_page(
    site: Path, data: SiteData
) -> None:
    for lang in ("en", "be", "ru"):
        found = pieces(site, lang)
        meta = found["meta"]
        assert isinstance(meta, dict)
        documents = [d for n in range(-(-meta["count"] // meta["chunk"])) for d in found[f"d-{n}"]]  # type: ignore[attr-defined]
        assert len(documents) == meta["count"]
        for _, title, target, _ in documents:
            page, _, fragment = target.partition("#")
            assert title
            assert (site / lang / page).is_file(), target
            assert not fragment or f'id="{fragment}"' in (site / lang / page).read_text("utf-8"), target
        gate = next(n for n, d in enumerate(documents) if d[2] == f"crossings/{paths.slug('gate-0')}.html")
        word = fold.fold("Брама" if lang == "be" else "Gate", lang)
        assert gate in found[f"w-{word[0]}"][word]  # type: ignore[index]


def test_a_query_loads_little(site: Path) -> None:
    """The piece of one letter with what folds words, and one piece of documents."""
    for lang in ("en", "be", "ru"):
        folder = site / lang / "search"
        most = max(p.stat().st_size for p in folder.glob("w-*.js"))
        documents = max(p.stat().st_size for p in folder.glob("d-*.js"))
        assert most + documents + (folder / "meta.js").stat().st_size < 60_000
