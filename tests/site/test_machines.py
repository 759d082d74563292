"""What machines read: feeds, dates, sitemap, structured data, cards; valid, whole and inert."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import feedparser
import pytest
from icalendar import Calendar
from lxml import etree

from kordon.site import paths
from kordon.site.export import export
from kordon.site.head import script_json
from kordon.site.model import SiteData
from kordon.site.roots import LLMS, ROBOTS, SITEMAP
from kordon.vocabulary import LANGUAGES

BASE = "https://kordon.example/site"
ATOM = "{http://www.w3.org/2005/Atom}"
SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).parent / "atom.rng"))


@pytest.fixture(scope="module")
def placed(small: SiteData, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that knows its own address."""
    out = tmp_path_factory.mktemp("placed")
    export(replace(small, base_url=BASE + "/"), out)
    return out


def feeds(site: Path) -> list[Path]:
    return [site / "feed.xml", *(p for lang in LANGUAGES for p in (site / lang).rglob("*.xml"))]


def test_feeds_are_valid_with_and_without_an_address(site: Path, placed: Path) -> None:
    for folder in (site, placed):
        found = feeds(folder)
        assert len(found) == 1 + 3 * (1 + 2)  # all; each language; each area in it
        for path in found:
            content = path.read_bytes()
            SCHEMA.assertValid(etree.fromstring(content))
            parsed = feedparser.parse(content)
            assert not parsed.bozo, path
            assert parsed.version == "atom10"
            assert parsed.entries or path.stem == "west", path  # of which nothing is released


def test_an_entry_has_one_id_on_every_mirror_and_no_other_entry_has_it(
    site: Path, small: SiteData, placed: Path, tmp_path: Path
) -> None:
    export(small, tmp_path)
    ids = [
        [e.id for e in feedparser.parse((folder / "feed.xml").read_bytes()).entries]
        for folder in (placed, tmp_path)
    ]
    assert ids[0] == ids[1]
    assert len(ids[0]) == len(set(ids[0]))


def test_links_of_a_feed_lead_to_pages(site: Path, placed: Path) -> None:
    for path in feeds(site):
        for link in etree.parse(path).getroot().iter(ATOM + "link"):
            assert link.get("rel") == "alternate"
            target, _, fragment = link.get("href").partition("#")
            page = (path.parent / target).resolve()
            assert page.is_file(), f"{path}: {target}"
            assert not fragment or f'id="{fragment}"' in page.read_text("utf-8")
    root = etree.parse(placed / "en" / "feed.xml").getroot()
    links = {link.get("rel"): link.get("href") for link in root.findall(ATOM + "link")}
    assert links["self"] == f"{BASE}/en/feed.xml"


def test_with_a_released_issue_feeds_hold_released_texts_and_corrections_alone(site: Path) -> None:
    titles = [e.title for e in feedparser.parse((site / "en" / "feed.xml").read_bytes()).entries]
    assert len(titles) == 2
    assert titles[0].startswith("Correction: Security issues")  # the newest
    assert not any("Machine's draft" in title for title in titles)


def test_before_any_issue_feeds_hold_drafts_that_say_so(small: SiteData, tmp_path: Path) -> None:
    export(replace(small, issues={}), tmp_path)
    for lang, said in (("en", "Machine's draft: "), ("be", "Машынны чарнавік: "), ("ru", "Машинный черновик: ")):
        parsed = feedparser.parse((tmp_path / lang / "feed.xml").read_bytes())
        assert parsed.entries
        assert all(e.title.startswith(said) for e in parsed.entries)


def test_hostile_words_are_text_in_a_feed(site: Path) -> None:
    for path in feeds(site):
        content = path.read_text(encoding="utf-8")
        assert "<script" not in content
        assert "\u202e" not in content and "\x07" not in content
        assert "]]>" not in content  # in XML it may stand in text only escaped
    assert any("alert(1)" in p.read_text(encoding="utf-8") for p in feeds(site))


def test_dates_can_be_subscribed_to(site: Path) -> None:
    for lang in LANGUAGES:
        calendar = Calendar.from_ical((site / paths.dates(lang)).read_bytes())
        (event,) = calendar.walk("VEVENT")
        assert str(event["DTSTART"].to_ical(), "ascii") == "20240910"
        assert "\u202e" not in str(event["SUMMARY"])


def test_the_sitemap_names_every_page_in_every_language(placed: Path, site: Path) -> None:
    assert not (site / SITEMAP).exists()  # it holds absolute addresses only
    root = etree.parse(placed / SITEMAP).getroot()
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    named = {loc.text for loc in root.iterfind("s:url/s:loc", space)}
    pages = {p.relative_to(placed).as_posix() for p in placed.rglob("*.html")} - {paths.LOST}
    assert named == {f"{BASE}/{page.removesuffix('index.html')}" for page in pages}
    for url in root.iterfind("s:url", space):
        others = {link.get("hreflang") for link in url.iterfind("x:link", space)}
        assert others in (set(), {"en", "be", "ru", "be-Latn"}, {"en", "be", "ru"})
    assert f"Sitemap: {BASE}/{SITEMAP}" in (placed / ROBOTS).read_text("ascii")
    assert "Sitemap" not in (site / ROBOTS).read_text("ascii")


def test_a_guide_for_machines_links_to_pages(site: Path, placed: Path) -> None:
    links = re.findall(r"\]\(([^)]+)\)", (site / LLMS).read_text("utf-8"))
    assert len(links) > 8
    assert all((site / link).is_file() for link in links)
    assert all(link.startswith(BASE) for link in re.findall(r"\]\(([^)]+)\)", (placed / LLMS).read_text("utf-8")))


def structured(text: str) -> list[dict[str, object]]:
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    told = [json.loads(data) for data in found]
    return [one for data in told for one in (data if isinstance(data, list) else [data])]


def test_structured_data_tells_what_a_page_is(site: Path, placed: Path, data: SiteData) -> None:
    week = next(iter(data.issues))
    (article,) = structured((site / paths.area("en", week, "security")).read_text("utf-8"))
    assert article["@type"] == "Article"
    assert article["creativeWorkStatus"] == "Published"
    assert article["correction"] and article["dateModified"] > article["datePublished"]  # type: ignore[operator]
    assert "url" not in article
    (draft,) = structured((site / paths.area("en", data.weeks[3], "security")).read_text("utf-8"))
    assert draft["creativeWorkStatus"] == "Draft"
    types = {one["@type"] for p in site.rglob("en/**/*.html") for one in structured(p.read_text("utf-8"))}
    assert types == {"WebSite", "PublicationIssue", "Article", "Dataset", "Place"}
    (front,) = structured((placed / "en" / "index.html").read_text("utf-8"))
    assert front["url"] == f"{BASE}/en/"


@pytest.mark.parametrize(
    "text", ["</script><script>alert(1)</script>", "<!-- <script>", "]]>", "\u2028\u2029", "'\"&\\"]
)
def test_no_text_can_end_its_script(text: str) -> None:
    written = script_json({"headline": text})
    assert not set("<>&'\u2028\u2029") & set(written)
    assert json.loads(written)["headline"] == text.replace("\u2028", "\n").replace("\u2029", "\n")


def test_a_card_is_named_only_by_its_whole_address(
    site: Path, placed: Path, data: SiteData, small: SiteData
) -> None:
    for path in site.glob("en/**/*.html"):
        text = path.read_text("utf-8")
        assert 'property="og:title"' in text
        assert "og:image" not in text and "og:url" not in text and "canonical" not in text
    front = (placed / "en" / "index.html").read_text("utf-8")
    week = small.front()
    assert week is not None
    assert f'<meta property="og:image" content="{BASE}/{paths.card("en", week)}">' in front
    assert f'<link rel="canonical" href="{BASE}/en/">' in front


def test_a_lost_reader_finds_the_way_from_any_depth(site: Path, placed: Path) -> None:
    assert 'href="/en/index.html"' in (site / paths.LOST).read_text("utf-8")
    assert 'href="/site/en/index.html"' in (placed / paths.LOST).read_text("utf-8")
    assert 'href="/site/style.css"' in (placed / paths.LOST).read_text("utf-8")
