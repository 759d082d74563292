"""What the pages beyond the weeks tell: drafts and released texts, crossings, zones, scores, corrections."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path

import html5lib
import pytest

from kordon.domain.time import Week
from kordon.site import paths
from kordon.site.export import export
from kordon.site.model import SiteData
from kordon.vocabulary import LANGUAGES

NS = "{http://www.w3.org/1999/xhtml}"


def read(site: Path, path: str) -> str:
    return (site / path).read_text(encoding="utf-8")


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", text))


@pytest.fixture(scope="module")
def week(data: SiteData) -> Week:
    return next(iter(data.issues))


def test_a_draft_says_that_it_is_one_in_every_language(site: Path, data: SiteData) -> None:
    said = {"en": "No person has reviewed it", "be": "Ніхто з людзей яго не правяраў", "ru": "Никто из людей"}
    for lang in LANGUAGES:
        assert said[lang] in read(site, paths.area(lang, data.weeks[5], "security"))
    assert "Machine's draft, not reviewed" in plain(read(site, paths.week("en", data.weeks[5]))).replace(
        "&#39;", "'"
    )


def test_a_released_text_is_shown_in_place_of_the_draft(site: Path, data: SiteData, week: Week) -> None:
    text = read(site, paths.area("en", week, "security"))
    told = plain(text)
    assert "People wrote this." in told
    assert "No person has reviewed it" not in told
    assert "Issue No. 7, released on" in told
    assert "Written by: desk-1" in told and "desk-2" in told
    assert "Reviewed by: desk-3." in told
    assert "The situation got better" in told  # the analysts' trend, not the computed one
    assert '<a href="https://service.example.org/a" rel="noopener nofollow">The border service</a>' in text
    assert "javascript:" not in re.sub(r">[^<]*<", "><", text)  # a source with such an address has no link
    other = read(site, paths.area("en", week, "west"))  # of the same week, and not released
    assert "No person has reviewed it" in other


def test_a_correction_stands_on_the_page_in_the_list_and_leads_there(site: Path, week: Week) -> None:
    text = read(site, paths.area("en", week, "security"))
    assert '<p class="correction" id="correction-1"><b>Corrected on' in text
    assert "Two, not three." in text
    listed = read(site, paths.policy("en"))
    assert f'href="{week.year}/w{week.number:02d}/security.html#correction-1"' in listed
    assert "Corrected on" in read(site, paths.week("en", week))


def test_every_statement_of_a_commentary_opens(site: Path, data: SiteData, week: Week) -> None:
    """Drafted or edited: under every paragraph and bullet stands what it rests on, without script."""
    for when in (week, data.weeks[20]):
        tree = html5lib.HTMLParser(strict=True).parse(read(site, paths.area("en", when, "security")))
        story = next(e for e in tree.iter(NS + "div") if "story" in e.get("class", ""))
        children = [c for c in story if isinstance(c.tag, str)]
        spoken = [
            n
            for n, c in enumerate(children)
            if c.tag == NS + "p" and not set(c.get("class", "").split()) & ASIDE and "".join(c.itertext()).strip()
        ]
        assert len(spoken) >= 4
        for n in spoken:
            below = children[n + 1]
            assert below.tag == NS + "details", "".join(children[n].itertext())[:80]
            assert any(e.tag in (NS + "q", NS + "cite", NS + "a") for e in below.iter())
        for item in (e for e in story.iter(NS + "li") if e.get("class") is None and e in list(story.iter())):
            if item in [c for ul in story.iter(NS + "ul") if ul.get("class") == "bullets" for c in ul]:
                assert next(item.iter(NS + "details"), None) is not None


ASIDE = {"trend-line", "draft-note", "byline", "correction", "sources", "small"}


def test_an_issue_that_lacks_a_language_says_why(small: SiteData, tmp_path: Path) -> None:
    week, issue = next(iter(small.issues.items()))
    commentary = issue.commentaries[0]
    fewer = {lang: r for lang, r in commentary.revisions.items() if lang != "ru"}
    lacking = replace(commentary, revisions=fewer, exception="The translator was ill.")
    export(replace(small, issues={week: replace(issue, commentaries=(lacking,))}), tmp_path)
    text = read(tmp_path, paths.area("ru", week, "security"))
    assert "The translator was ill." in text
    assert "People wrote this" not in text


def test_a_week_known_only_by_its_issue_has_pages(small: SiteData, tmp_path: Path) -> None:
    before = small.weeks[0] - 30
    (issue,) = small.issues.values()
    export(replace(small, weeks=(before, *small.weeks), issues={before: replace(issue, week=before)}), tmp_path)
    assert "People wrote this." in read(tmp_path, paths.area("en", before, "security"))
    assert (tmp_path / paths.week("en", before)).is_file()


def test_a_crossing_tells_its_status_now_over_time_and_in_whose_words(site: Path) -> None:
    text = read(site, paths.crossing("en", "gate-0"))
    told = plain(text)
    assert "closed" in told and "since 10 February 2023" in told
    assert 'class="span closed"' in text  # on the line of time, with the word beside it in the table
    assert "decided by: the minister" in told
    assert "No report tells of" not in told
    untold = plain(read(site, paths.crossing("en", "gate-1")))
    assert "Not known: lorries. The last rule reported may have ended" in untold  # its end was not found
    bare = plain(read(site, paths.crossing("en", "gate-2")))
    assert "That does not mean that it is open." in bare


def test_all_crossings_are_listed_by_border(site: Path, data: SiteData) -> None:
    text = read(site, paths.crossings("be"))
    for crossing in data.crossings:
        assert f'href="{paths.slug(crossing.id)}.html"' in text
    assert "Брама 0" in text


def test_a_zone_counts_its_days_as_of_the_day_of_the_data(small: SiteData, tmp_path: Path) -> None:
    zone = small.zones[0]
    (term,) = zone.terms
    assert term.in_force.start is not None and term.in_force.end is not None
    for day, said in ((term.in_force.end, "last day"), (term.in_force.end + dt.timedelta(days=1), "Not in force")):
        export(replace(small, as_of=day, weeks=(*small.weeks[:-1], Week.of(day))), tmp_path)
        assert said in plain(read(tmp_path, paths.zone("en", zone.id)))


def test_a_zone_shows_its_reach_and_says_that_its_map_is_approximate(site: Path, data: SiteData) -> None:
    text = read(site, paths.zone("en", data.zones[0].id))
    told = plain(text)
    assert "about 45 km of border, about 200 m deep; 15.26 km of border, up to 2,000 m deep" in told
    assert "27 localities were named" in told
    assert 'class="zone-band"' in text
    assert "Approximate: the band runs along the border" in told


def test_the_scores_say_how_much_there_is_and_what_is_missing(site: Path, small: SiteData, tmp_path: Path) -> None:
    told = plain(read(site, paths.scores("en")))
    assert "The two labels were the same 4 of 6 times." in told
    assert "too few to say how good the computed trend is" in told
    assert "this is no forecast" in told
    export(replace(small, labels=(), issues={}, calls=()), tmp_path)
    bare = plain(read(tmp_path, paths.scores("en")))
    assert "No analyst has labelled a week on record yet" in bare
    assert "No issue has been released yet" in bare
    assert "No measure on record falls into the weeks assessed." in bare


def test_all_headlines_stand_on_one_page(site: Path, data: SiteData) -> None:
    text = read(site, paths.headlines("en"))
    links = re.findall(r'href="(\d{4}/w\d\d/(?!index)[a-z]+\.html)"', text)
    assert len(links) == len(set(links)) == sum(lang == "en" for _, _, lang in data.drafts)


def test_quotations_on_every_page_are_short_and_lead_to_their_page(site: Path) -> None:
    seen = 0
    for path in site.rglob("*.html"):
        for block in re.findall(r"<blockquote>.*?</blockquote>", path.read_text(encoding="utf-8"), re.DOTALL):
            for quoted in re.findall(r"<q>(.*?)</q>", block, re.DOTALL):
                seen += 1
                words = [w for w in re.sub(r"<[^>]*>", "", quoted).split() if w != "…"]
                assert len(words) <= 25, path
                assert "<cite>" in block, path
    assert seen > 1000


def test_licences_stand_where_the_data_are_shown(site: Path, data: SiteData) -> None:
    for path in site.glob("en/**/*.html"):
        text = path.read_text(encoding="utf-8")
        if '<svg class="map' in text:
            assert "OpenStreetMap contributors, ODbL" in text.partition("<footer")[0], path
    assert "GeoNames, CC BY" in read(site, paths.crossing("en", data.crossings[0].id)).partition("<footer")[0]


def test_words_of_a_source_in_another_language_say_which(site: Path) -> None:
    found = re.findall(r'<span lang="([a-z]+)">two counties', read(site, paths.border("be", "PL-BY")))
    assert found and set(found) <= {"en", "pl", "ru"}
