"""The written site: valid, whole, inert, quiet on the network, the same bytes for the same data, safe to kill."""

from __future__ import annotations

import gzip
import os
import re
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import html5lib
import pytest

import kordon.site
from kordon.site import paths
from kordon.site.export import export
from kordon.site.latin import CODE
from kordon.site.model import SiteData
from kordon.site.store import MANIFEST
from kordon.vocabulary import LANGUAGES

NS = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def pages(small: SiteData, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Every page of a smaller site, parsed strictly: one error of HTML fails here."""
    out = tmp_path_factory.mktemp("small")
    export(small, out)
    found = {}
    for path in sorted(out.rglob("*.html")):
        parser = html5lib.HTMLParser(strict=True)
        found[path.relative_to(out).as_posix()] = parser.parse(path.read_text(encoding="utf-8"))
    return found


def snapshot(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def all_of(tree: Any, name: str) -> Iterator[Any]:
    yield from tree.iter(NS + name)


def test_every_page_is_valid_html(pages: dict[str, Any]) -> None:
    assert len(pages) > 60


def test_every_page_says_what_it_is(pages: dict[str, Any]) -> None:
    for name, tree in pages.items():
        folder = name.split("/")[0] if "/" in name else "en"
        assert tree.get("lang") == {paths.LATIN: CODE}.get(folder, folder), name
        assert len(list(all_of(tree, "h1"))) == 1, name
        assert len(list(all_of(tree, "main"))) == 1, name
        assert next(all_of(tree, "title")).text, name
        ids = [e.get("id") for e in tree.iter() if e.get("id")]
        assert [i for i, n in Counter(ids).items() if n > 1] == [], name


def test_headings_never_skip_a_step(pages: dict[str, Any]) -> None:
    for name, tree in pages.items():
        steps = [int(e.tag[-1]) for e in tree.iter() if isinstance(e.tag, str) and re.search(r"}h[1-6]\Z", e.tag)]
        assert steps[0] == 1, name
        assert all(b <= a + 1 for a, b in pairwise(steps)), f"{name}: {steps}"


QUIET = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
SEARCH = QUIET.replace("base-uri", "script-src 'self'; base-uri")
BARRED = {"style", "iframe", "object", "embed", "img", "base", "animate"}


def test_nothing_runs_but_search_and_nothing_is_fetched_from_elsewhere(pages: dict[str, Any]) -> None:
    for name, tree in pages.items():
        searches = name.endswith("/search.html")
        policy = [m.get("content") for m in all_of(tree, "meta") if m.get("http-equiv")]
        assert policy == [SEARCH if searches else QUIET], name
        for element in tree.iter():
            if not isinstance(element.tag, str):
                continue
            tag = element.tag.rpartition("}")[2]
            assert tag not in BARRED and (tag != "form" or searches), name
            if tag == "script":
                told = element.get("type") == "application/ld+json" and element.get("src") is None
                assert told or (searches and element.get("src") == "../search.js" and not element.text), name
            for key, value in element.attrib.items():
                assert not str(key).lower().startswith("on"), f"{name}: {key}"
                assert key != "style", f"{name}: a style attribute is blocked by the policy"
                if key in ("href", "src"):
                    assert tag in ("a", "use") or "://" not in value, name


def test_links_out_are_plain_pages_and_keep_to_themselves(pages: dict[str, Any]) -> None:
    seen = set()
    for name, tree in pages.items():
        for a in all_of(tree, "a"):
            href = a.get("href")
            if re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:", href) or href.startswith("//"):
                seen.add(href.partition(":")[0])
                assert re.match(r"https?://[a-z]", href), f"{name}: {href}"
                assert {"noopener", "nofollow"} <= set(a.get("rel", "").split()), f"{name}: {href}"
                assert "evil.example" not in href
    assert seen == {"http", "https"}


def test_links_inside_are_whole(site: Path) -> None:
    ids = {}
    for path in site.rglob("*.html"):
        ids[path] = set(re.findall(r' id="([^"]+)"', path.read_text(encoding="utf-8")))
    for path in ids:
        for href in re.findall(r'href="([^"]+)"', path.read_text(encoding="utf-8")):
            if ":" in href:
                continue
            target, _, fragment = href.partition("#")
            file = (path.parent / target).resolve() if target else path
            if path.name == paths.LOST:  # it is shown at any depth, so its links begin at the root
                file = site / target.lstrip("/")
            assert file.is_file(), f"{path}: {href}"
            assert not fragment or fragment in ids[file], f"{path}: {href}"


def test_the_language_switch_leads_to_the_same_page(pages: dict[str, Any]) -> None:
    for name, tree in pages.items():
        if "/" not in name:
            continue
        rest = name.partition("/")[2]
        links = {a.get("hreflang"): a.get("href") for a in all_of(tree, "a") if a.get("hreflang")}
        for lang in LANGUAGES:
            assert links[lang] == paths.relative(name, f"{lang}/{rest}"), name
        if not rest.startswith("search"):
            assert links[CODE] == paths.relative(name, f"{paths.LATIN}/{rest}"), name


def test_tables_and_pictures_can_be_heard(pages: dict[str, Any]) -> None:
    tables = pictures = 0
    for name, tree in pages.items():
        for table in all_of(tree, "table"):
            tables += 1
            assert "".join(next(all_of(table, "caption")).itertext()).strip(), name
            assert all(th.get("scope") in ("col", "row") for th in all_of(table, "th")), name
        for svg in tree.iter(SVG + "svg"):
            if svg.get("aria-hidden") == "true":
                continue
            pictures += 1
            assert svg.get("role") == "img", name
            parts = ("title",) if svg.get("class") == "spark" else ("title", "desc")  # its words stand beside it
            assert all("".join(next(svg.iter(SVG + part)).itertext()).strip() for part in parts), name
            named = set(svg.get("aria-labelledby").split())
            assert named == {e.get("id") for part in parts for e in svg.iter(SVG + part)}, name
    assert tables > 30
    assert pictures > 60


def test_every_level_and_trend_glyph_has_its_word_beside_it(site: Path, data: SiteData) -> None:
    words = {data.vocabulary.label("levels", level, "en") for level in data.vocabulary["levels"]}
    for path in site.glob("en/**/*.html"):
        text = path.read_text(encoding="utf-8")
        for rest in re.findall(r'<span class="gauge[^>]*></span>(.{0,200})', text, re.DOTALL):
            told = re.sub(r"<[^>]*>", " ", rest)
            assert any(word in told for word in words), f"{path}: {rest}"


def test_what_was_not_assessed_never_looks_low(site: Path, data: SiteData) -> None:
    silent = next(w for w in data.weeks if all(not data.assessments[b, w].level.assessed for b in data.borders))
    text = (site / paths.week("en", silent)).read_text(encoding="utf-8")
    glance = text[text.index('class="plates"') : text.index('class="chart-map"')]
    assert glance.count("dial lv-not-assessed") == len(data.borders)
    assert not re.search(r"lv-(low|medium|high|critical)", glance)
    picture = text[text.index('<svg class="map"') :].partition("</svg>")[0]
    assert set(re.findall(r'class="line (lv-[a-z-]+)"', picture)) == {"lv-not-assessed"}
    assert "about" not in re.sub(r"<[^>]*>", " ", glance).split("attempts")[0]


def test_hostile_text_comes_out_inert(site: Path) -> None:
    shown = 0
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        scripts = re.findall(r"<script[^>]*>", text.lower())
        assert set(scripts) <= {'<script type="application/ld+json">', '<script src="../search.js" defer>'}
        assert "onload=alert(2)>" not in text
        assert "\u202e" not in text
        assert "\x00" not in text
        assert "javascript:" not in re.sub(r">[^<]*<", "><", text)
        assert ">49<" not in text
        shown += "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert shown > 100  # the hostile reports are there, as text


def test_quotations_are_short_attributed_and_say_when_a_date_is_assumed(site: Path, data: SiteData) -> None:
    week = data.weeks[20]
    tree = html5lib.HTMLParser(strict=True).parse((site / paths.week("en", week)).read_text(encoding="utf-8"))
    quotes = [q for q in all_of(tree, "blockquote") if next(all_of(q, "q"), None) is not None]
    assert quotes
    for block in quotes:
        words = "".join(next(all_of(block, "q")).itertext()).split()
        assert len([w for w in words if w != "…"]) <= 25
        footer = "".join(next(all_of(block, "footer")).itertext())
        assert re.search(r", grade [A-F][1-6], \d+ [A-Z][a-z]+ \d{4}", footer), footer
    told = Counter("(date assumed)" in p.read_text(encoding="utf-8") for p in site.glob("en/2024/w*/index.html"))
    assert told[True] and told[False]  # said where it is so, and only there


def test_a_level_opens_down_to_the_words_of_a_report(site: Path, data: SiteData) -> None:
    week, border = data.weeks[20], data.borders[0]
    text = (site / paths.week("en", week)).read_text(encoding="utf-8")
    section = text[text.index('<section class="border" id="b-pl-by"') :].partition("</section>")[0]
    figure = data.figures[data.series[border][20].figures[0]]
    said = data.reports[figure.evidence[0].report].quote(figure.evidence[0])
    order = [
        section.index(piece) for piece in ("<summary>Why “", 'class="factors"', 'class="reading"', f"<mark>{said}")
    ]
    assert order == sorted(order)


def test_a_trend_shows_its_probabilities_and_silence_has_none(site: Path, data: SiteData) -> None:
    told = {
        lang: (site / paths.week(lang, data.weeks[20])).read_text(encoding="utf-8") for lang in ("en", "be", "ru")
    }
    assert "Probability that it got worse: 0.62; got better: 0.13; unchanged: 0.25." in told["en"]
    for lang in ("be", "ru"):
        assert {"0,62", "0,13", "0,25"} <= set(re.findall(r"\d,\d\d", told[lang]))
    silent = next(w for w in data.weeks if all(not data.assessments[b, w].level.assessed for b in data.borders))
    assert "Probability that it got worse" not in (site / paths.week("en", silent)).read_text(encoding="utf-8")


def test_pages_are_light(site: Path) -> None:
    """A week with its charts is under 100 KB; the first view of any page with its style under 30 KB packed."""
    style = len(gzip.compress((site / "style.css").read_bytes()))
    for path in site.rglob("*.html"):
        content = path.read_bytes()
        if re.search(r"/w\d\d/", path.as_posix()):
            assert len(content) < 100_000, path
        assert len(gzip.compress(content)) + style < 30_000, path


def test_the_same_data_gives_the_same_bytes(small: SiteData, tmp_path: Path) -> None:
    turned = replace(
        small,
        readings=dict(reversed(small.readings.items())),
        figures=dict(reversed(small.figures.items())),
        incidents=dict(reversed(small.incidents.items())),
        drafts=dict(reversed(small.drafts.items())),
        measures=tuple(reversed(small.measures)),
        crossings=tuple(reversed(small.crossings)),
    )
    export(small, tmp_path / "a")
    export(turned, tmp_path / "b")
    assert snapshot(tmp_path / "a") == snapshot(tmp_path / "b")


def test_a_second_export_touches_nothing(small: SiteData, tmp_path: Path) -> None:
    first = export(small, tmp_path)
    times = {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*") if p.is_file()}
    told: list[tuple[int, int]] = []
    second = export(small, tmp_path, lambda done, of: told.append((done, of)))
    assert (second.written, second.removed, second.unchanged) == (0, 0, first.written)
    assert {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*") if p.is_file()} == times
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1] == second.unchanged


def test_a_site_with_fewer_weeks_loses_its_stale_pages(small: SiteData, tmp_path: Path) -> None:
    export(small, tmp_path)
    last = small.weeks[-1]
    shorter = replace(
        small, weeks=small.weeks[:-1], drafts={k: v for k, v in small.drafts.items() if k[1] != last}
    )
    done = export(shorter, tmp_path)
    assert done.removed == 12  # an overview and two areas in three languages, and in Latin letters
    assert not (tmp_path / paths.week("en", last)).exists()


def test_without_weeks_the_site_says_so(small: SiteData, tmp_path: Path) -> None:
    bare = replace(small, weeks=(), assessments={}, drafts={}, readings={}, series={}, proposals={}, lines={})
    export(bare, tmp_path)
    assert "Nothing to show yet" in (tmp_path / "en/index.html").read_text(encoding="utf-8")


KILLED = """
import importlib.util, os, signal, sys
from pathlib import Path
spec = importlib.util.spec_from_file_location("made", sys.argv[1])
made = importlib.util.module_from_spec(spec)
spec.loader.exec_module(made)
from kordon.site.export import export
from kordon.site.latin import CODE
from kordon.vocabulary import load
pages = iter(range(int(sys.argv[3])))
said = lambda done, of: next(pages, None) is None and os.kill(os.getpid(), signal.SIGKILL)
export(made.build(load(), 4), Path(sys.argv[2]), said)
"""


@pytest.mark.parametrize("at", [1, 17])
def test_a_killed_export_is_completed_by_the_next(small: SiteData, tmp_path: Path, at: int) -> None:
    made = Path(__file__).parent / "conftest.py"
    source = Path(kordon.site.__file__).parents[2]
    child = subprocess.run(
        [sys.executable, "-c", KILLED, str(made), str(tmp_path / "out"), str(at)],
        check=False,
        env={**os.environ, "PYTHONPATH": str(source)},
    )
    assert child.returncode == -signal.SIGKILL
    assert b'"state": "writing"' in (tmp_path / "out" / MANIFEST).read_bytes()
    export(small, tmp_path / "out")
    export(small, tmp_path / "whole")
    assert snapshot(tmp_path / "out") == snapshot(tmp_path / "whole")
