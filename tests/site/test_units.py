"""What is not made anew would have come out the same: proved by changing every kind of input and comparing.

An export into a folder that holds an earlier one must give what an export into an empty folder gives, byte for
byte, whatever changed between the two; and a page made from its own part of the data alone must be the page.
"""

from __future__ import annotations

import datetime as dt
import itertools
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import kordon.site
from kordon.chain import Setup
from kordon.commentary.phrases import load_phrases
from kordon.domain.assessment import Level, Reason, Trend
from kordon.domain.coded import Modality
from kordon.domain.quantity import Quantity
from kordon.site import export as exporting
from kordon.site.chartmap import BorderMap
from kordon.site.digest import Undigestible, digest, plain
from kordon.site.edition import Edition
from kordon.site.export import export, make_environment, render
from kordon.site.index import Index
from kordon.site.manifest import HISTORY, LOCAL, MANIFEST, SIGNATURE
from kordon.site.model import SiteData
from kordon.site.units import ALL, Cuts

MADE = Path(__file__).parent / "made"


def pages_of(folder: Path) -> dict[str, bytes]:
    """The site without its own history: two folders with other pasts may hold the same site."""
    apart = (MANIFEST, SIGNATURE, HISTORY)
    found = {p.relative_to(folder).as_posix(): p for p in folder.rglob("*") if p.is_file()}
    return {name: p.read_bytes() for name, p in found.items() if name not in apart and not name.startswith(LOCAL)}


def a_page(data: SiteData, planned: Any, edition: Edition, environment: Any) -> bytes:
    frame = exporting._narrowed(exporting._frame(edition, data), planned.unit)
    return render(environment, edition, planned.make(), frame)


# -- a page shows nothing that is not in its part


def test_a_page_made_from_its_part_alone_is_the_page(data: SiteData) -> None:
    """Every page of one language, of a site with gaps, triggers, hostile reports and weeks without commentary."""
    data = replace(data, criteria=Setup().criteria)
    environment = make_environment()
    cuts = Cuts(data, "")
    atlas = BorderMap(data.lines, data.vocabulary)
    whole = Edition(Index(data), "be", environment, atlas)
    narrow = 0
    parts: dict[Any, dict[str, Any]] = {}
    for planned in whole.plan():
        if planned.unit == ALL:
            continue
        narrow += 1
        if planned.unit not in parts:
            alone = Edition(Index(cuts.part(planned.unit)), "be", environment, atlas)
            parts[planned.unit] = {p.path: (alone, p) for p in alone.plan()}
        edition, same = parts[planned.unit][planned.path]
        frame = exporting._narrowed(exporting._frame(whole, data), planned.unit)
        made = render(environment, edition, same.make(), frame)
        assert made == a_page(data, planned, whole, environment), planned.path
    assert narrow > 150


def test_every_field_of_the_data_has_a_digest(data: SiteData) -> None:
    data = replace(data, criteria=Setup().criteria)
    cuts = Cuts(data, "")
    assert cuts.key(ALL, "en")
    assert cuts.key(ALL, "en") != cuts.key(ALL, "be")


# -- whatever changes


def mutate(mapping: Any, at: int, change: Callable[[Any], Any]) -> dict[Any, Any]:
    """One entry of a mapping changed, any of them by ``at``."""
    key = sorted(mapping, key=str)[at % len(mapping)]
    return {**mapping, key: change(mapping[key])}


def with_figure(data: SiteData, at: int) -> SiteData:
    return replace(
        data,
        figures=mutate(
            data.figures, at, lambda f: replace(f, quantity=Quantity.exactly(round(f.quantity.best) + 7))
        ),
    )


def with_count(data: SiteData, at: int) -> SiteData:
    def other(counts: Any) -> Any:
        i = at % len(counts)
        return (*counts[:i], replace(counts[i], mean=counts[i].mean * 1.7 + 9), *counts[i + 1 :])

    return replace(data, series=mutate(data.series, at, other))


def with_new_week(data: SiteData, _: int) -> SiteData:
    return replace(data, weeks=(*data.weeks, data.weeks[-1] + 1))


KINDS: dict[str, Callable[[SiteData, int], SiteData]] = {
    "figure": with_figure,
    "place of a figure": lambda d, at: replace(
        d, figures=mutate(d.figures, at, lambda f: replace(f, place=replace(f.place, borders=("LT-BY", "PL-BY"))))
    ),
    "modality of a figure": lambda d, at: replace(
        d, figures=mutate(d.figures, at, lambda f: replace(f, modality=Modality.PLANNED))
    ),
    "count": with_count,
    "report title": lambda d, at: replace(
        d, reports=mutate(d.reports, at, lambda r: replace(r, title="Another title"))
    ),
    "report outlet": lambda d, at: replace(
        d, reports=mutate(d.reports, at, lambda r: replace(r, source="Another outlet"))
    ),
    "report day": lambda d, at: replace(
        d, reports=mutate(d.reports, at, lambda r: replace(r, published_at=dt.date(2024, 2, 29)))
    ),
    "incident": lambda d, at: replace(
        d, incidents=mutate(d.incidents, at, lambda i: replace(i, means=("firearm",), kind="incursion"))
    ),
    "reading": lambda d, at: replace(
        d, readings=mutate(d.readings, at, lambda r: replace(r, sources=7, value=77.0))
    ),
    "usual": lambda d, at: replace(
        d,
        readings=mutate(
            d.readings,
            at,
            lambda r: replace(r, baseline=r.baseline and replace(r.baseline, q90=r.baseline.q90 + 50)),
        ),
    ),
    "level": lambda d, at: replace(
        d, assessments=mutate(d.assessments, at, lambda a: replace(a, level=Level.HIGH, trend=Trend.BETTER))
    ),
    "reason": lambda d, at: replace(
        d, assessments=mutate(d.assessments, at, lambda a: replace(a, reason=Reason("made-trigger")))
    ),
    "proposal": lambda d, at: replace(
        d, proposals=mutate(d.proposals, at, lambda p: replace(p, lowest="R1", highest="R3"))
    ),
    "commentary": lambda d, at: replace(
        d, drafts=mutate(d.drafts, at, lambda f: replace(f, lede=replace(f.lede, text="Another lede.")))
    ),
    "headline": lambda d, at: replace(
        d, drafts=mutate(d.drafts, at, lambda f: replace(f, headline=replace(f.headline, text="Another headline")))
    ),
    "commentary gone": lambda d, at: replace(
        d, drafts={k: v for i, (k, v) in enumerate(d.drafts.items()) if i != at % len(d.drafts)}
    ),
    "measure": lambda d, at: replace(
        d,
        measures=tuple(
            replace(m, where="elsewhere") if i == at % len(d.measures) else m for i, m in enumerate(d.measures)
        ),
    ),
    "crossing status": lambda d, _: replace(d, statuses=(replace(d.statuses[0], status="open"), *d.statuses[1:])),
    "issue taken back": lambda d, _: replace(d, issues={}),
    "issue corrected": lambda d, at: replace(
        d, issues=mutate(d.issues, at, lambda i: replace(i, number=9, released_on=dt.date(2024, 2, 29)))
    ),
    "another release": lambda d, at: replace(
        d, issues={**d.issues, d.weeks[0]: replace(next(iter(d.issues.values())), week=d.weeks[0])}
    ),
    "labels": lambda d, _: replace(d, labels=d.labels[1:]),
    "new week": with_new_week,
    "week gone": lambda d, _: replace(d, weeks=d.weeks[:-1]),
    "day of knowledge": lambda d, at: replace(d, as_of=d.as_of + dt.timedelta(days=1 + at % 9)),
    "address": lambda d, _: replace(d, base_url="https://mirror.example.org"),
    "border line": lambda d, _: replace(d, lines={b: line for b, line in d.lines.items() if b != "UA-BY"}),
    "criteria": lambda d, _: replace(d, criteria=tuple(replace(c, version="9.9") for c in Setup().criteria)),
}


def test_an_incremental_export_is_a_fresh_one(small: SiteData, tmp_path: Path) -> None:
    """One folder goes through every state that is tried, one after another; each is compared with a fresh one."""
    out = tmp_path / "kept"
    changes = st.lists(st.tuples(st.sampled_from(sorted(KINDS)), st.integers(0, 400)), min_size=1, max_size=5)

    @given(changes)
    @settings(max_examples=6, deadline=None, database=None, phases=(Phase.generate,))
    def check(changes: list[tuple[str, int]]) -> None:
        data = small
        for kind, at in changes:
            data = KINDS[kind](data, at)
        export(data, out)
        with tempfile.TemporaryDirectory() as fresh:
            export(data, Path(fresh))
            assert pages_of(out) == pages_of(Path(fresh))

    check()


@pytest.fixture(scope="module")
def before(small: SiteData, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("before")
    export(small, out)
    return out


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_each_kind_of_change_is_seen(small: SiteData, before: Path, tmp_path: Path, kind: str) -> None:
    """Each change alone gives what a fresh export gives, and changes some page."""
    data = KINDS[kind](small, 16)
    shutil.copytree(before, tmp_path / "kept")
    export(data, tmp_path / "kept")
    export(data, tmp_path / "fresh")
    found = pages_of(tmp_path / "kept")
    assert found == pages_of(tmp_path / "fresh")
    assert found != pages_of(before) or kind == "report title", "a change that no page shows proves nothing"


def test_a_phrase_and_a_template_are_inputs(
    small: SiteData, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    first = export(small, out)
    words = tmp_path / "words"
    shutil.copytree(MADE, words)
    for file in (words / "phrases").rglob("*.ftl"):
        file.write_text(
            file.read_text(encoding="utf-8").replace("made-level =", "made-level = Otherwise:"), "utf-8"
        )
    other = replace(small, phrases=load_phrases(small.vocabulary, words))
    export(other, out)
    export(other, tmp_path / "fresh")
    assert pages_of(out) == pages_of(tmp_path / "fresh")
    assert b"Otherwise:" in (out / f"en/2023/w{small.weeks[0].number}/index.html").read_bytes()

    here = tmp_path / "here"
    shutil.copytree(exporting.HERE / "templates", here / "templates")
    shutil.copy(exporting.HERE / "style.css", here)
    foot = here / "templates" / "base.html"
    foot.write_text(foot.read_text(encoding="utf-8").replace("</footer>", "<p>New</p></footer>"), "utf-8")
    monkeypatch.setattr(exporting, "HERE", here)
    done = export(other, out)
    export(other, tmp_path / "again")
    assert pages_of(out) == pages_of(tmp_path / "again")
    assert done.made == first.made


# -- and what did not change is not made


def test_only_what_changed_is_made(data: SiteData, tmp_path: Path) -> None:
    first = export(data, tmp_path)
    assert first.made > 580
    assert export(data, tmp_path).made == 0
    lede = mutate(data.drafts, 200, lambda f: replace(f, lede=replace(f.lede, text="Another lede.")))
    done = export(replace(data, drafts=lede), tmp_path)
    assert 0 < done.written < 15  # the commentary and where it is told of: its week, feeds, search
    assert done.made < first.made / 5  # the week, and the pages that are made from everything


def test_a_page_that_somebody_changed_is_made_again(small: SiteData, tmp_path: Path) -> None:
    export(small, tmp_path)
    page = tmp_path / "en" / "about.html"
    right = page.read_bytes()
    page.write_bytes(right + b"<p>and more</p>")
    done = export(small, tmp_path)
    assert (done.made, done.written) == (1, 1)
    assert page.read_bytes() == right


@pytest.mark.parametrize("content", [b"", b"[]", b'{"en/about.html": "x"}', b"\xff\xfe"])
def test_without_keys_that_can_be_read_everything_is_made(small: SiteData, tmp_path: Path, content: bytes) -> None:
    first = export(small, tmp_path)
    (tmp_path / LOCAL / "keys.json").write_bytes(content)
    done = export(small, tmp_path)
    assert (done.made, done.written) == (first.made, 0)


def test_fresh_makes_every_page(small: SiteData, tmp_path: Path) -> None:
    first = export(small, tmp_path)
    done = export(small, tmp_path, fresh=True)
    assert (done.made, done.written) == (first.made, 0)


SEEDED = """
import importlib.util, sys
from pathlib import Path
spec = importlib.util.spec_from_file_location("made", sys.argv[1])
made = importlib.util.module_from_spec(spec)
spec.loader.exec_module(made)
from kordon.site.export import export
from kordon.vocabulary import load
export(made.build(load(), 3), Path(sys.argv[2]))
"""


def test_bytes_and_keys_are_the_same_whatever_the_seed_of_hashes(tmp_path: Path) -> None:
    source = Path(kordon.site.__file__).parents[2]
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONPATH": str(source), "PYTHONHASHSEED": seed}
        made = str(Path(__file__).parent / "conftest.py")
        subprocess.run([sys.executable, "-c", SEEDED, made, str(tmp_path / seed)], env=environment, check=True)
    one, two = (
        {p.relative_to(tmp_path / s): p.read_bytes() for p in (tmp_path / s).rglob("*") if p.is_file()}
        for s in "12"
    )
    assert one == two


# -- digests


def test_digests_tell_values_apart_that_look_alike() -> None:
    alike: list[Any] = [1, 1.0, True, "1", ("1",), (("1",),), None, "None", {"1": 1}, {1: "1"}, Level.LOW, "low"]
    for one, other in itertools.combinations(alike, 2):
        assert digest(plain(one)) != digest(plain(other)), (one, other)


def test_a_value_of_unknown_kind_has_no_digest_and_its_pages_are_always_made(
    small: SiteData, tmp_path: Path
) -> None:
    with pytest.raises(Undigestible):
        plain(object())
    odd = replace(small, base_url=small.base_url, criteria=(object(),))  # type: ignore[arg-type]
    cuts = Cuts(odd, "")
    assert cuts.key(ALL, "en") == ""


def members() -> Iterator[str]:
    yield from (f.name for f in fields(SiteData))


def test_the_parts_know_every_field_of_the_data() -> None:
    """A new field of the data must be cut on purpose, or every part holds all of it."""
    known = {
        "vocabulary", "phrases", "as_of", "lines", "base_url", "weeks", "assessments", "proposals", "readings",
        "series", "drafts", "figures", "incidents", "measures", "reports", "crossings", "statuses", "criteria",
    }  # fmt: skip
    assert known <= set(members())
