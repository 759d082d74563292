"""Belarusian pages in Latin letters: all of them, whole, with every word but the words of others."""

from __future__ import annotations

import re
from pathlib import Path

from kordon.site import paths
from kordon.site.latin import latin
from kordon.site.model import SiteData


def test_every_belarusian_page_but_search_has_one(site: Path) -> None:
    cyrillic = {p.relative_to(site / "be").as_posix() for p in (site / "be").rglob("*.html")}
    written = {p.relative_to(site / paths.LATIN).as_posix() for p in (site / paths.LATIN).rglob("*.html")}
    assert written == cyrillic - {"search.html"}


def test_only_words_of_others_and_other_languages_stay_cyrillic(site: Path, data: SiteData) -> None:
    for path in (paths.week("be", data.weeks[20]), paths.area("be", data.weeks[20], "security"), paths.home("be")):
        text = (site / path.replace("be/", f"{paths.LATIN}/", 1)).read_text(encoding="utf-8")
        assert text.count('<html lang="be-Latn"') == 1
        ours = re.sub(
            r'<(q|cite|script)\b.*?</\1>|<[a-z]+[^>]* lang="(?:ru|be|en|pl)"[^>]*>.*?</[a-z]+>',
            " ",
            text,
            flags=re.DOTALL,
        )
        left = set(re.findall(r"[\u0400-\u04ff]+", re.sub(r"<[^>]*>", " ", ours)))
        assert left == set(), path
    assert "biełaruskaj" in text or "Biełaruś" in text


def test_the_switch_names_this_page_and_leads_back(site: Path, data: SiteData) -> None:
    path = paths.week("be", data.weeks[5])
    text = (site / path.replace("be/", f"{paths.LATIN}/", 1)).read_text(encoding="utf-8")
    assert '<a href="index.html" lang="be-Latn" hreflang="be-Latn" aria-current="true">Łacinka</a>' in text
    back = paths.relative(path.replace("be/", f"{paths.LATIN}/", 1), path)
    assert f'<a href="{back}" lang="be" hreflang="be">Беларуская</a>' in text
    assert "/be/search.html" in text  # which there is in Cyrillic alone


def test_attributes_are_written_and_quotations_kept() -> None:
    page = (
        '<html lang="be"><nav aria-label="Мовы"><a href="a.html" lang="ru" hreflang="ru">Русский</a></nav>'
        '<p>Мяжа &amp; тыдзень <q>мяжа</q> <span lang="en">fence</span></p><title id="t">Загарода</title>'
        '<path d="M1 2"/><p lang="ru"><b>граница</b></p><p>мяжа</p></html>'
    )
    assert latin("be/x.html", page.encode(), frozenset()).decode() == (
        '<html lang="be-Latn"><nav aria-label="Movy">'
        '<a href="../be/a.html" lang="ru" hreflang="ru">Русский</a></nav>'
        '<p>Miaža &amp; tydzień <q>мяжа</q> <span lang="en">fence</span></p><title id="t">Zaharoda</title>'
        '<path d="M1 2"/><p lang="ru"><b>граница</b></p><p>miaža</p></html>'
    )
