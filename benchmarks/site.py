"""The site: pages a second beside plain Jinja2 loops and Sphinx, a thousand issues, and what a page weighs."""

from __future__ import annotations

import gzip
import os
import re
import subprocess
import sys
import tempfile
from html import escape, unescape
from pathlib import Path
from urllib.parse import unquote

from benchmarks.chain import ONE_THREAD, script
from benchmarks.entry import Entry, against, measured, within

MADE = Path(__file__).parents[1] / "tests" / "site" / "conftest.py"
TURNS = 2

# A year and a half of the public data: about 750 pages. Every way of making them is run in turn, the best of each
# counts; what they share (the phrase book) is warm for all, and each writes its files.
SPEED = """
import shutil, sys, time
from dataclasses import replace
from pathlib import Path
from kordon.chain import Setup
from kordon.domain.time import Week
from kordon.register import open_register
from kordon.run import SHIPPED, Told, run
from kordon.site import export as exporting
from kordon.site.chartmap import BorderMap
from kordon.site.edition import Edition
from kordon.site.index import Index
from kordon.site.load import load_recorded
from kordon.vocabulary import LANGUAGES

folder, turns = Path(sys.argv[1]), int(sys.argv[2])
setup = Setup()
run(setup, str(folder / "r.sqlite3"), (SHIPPED,), folder / "site", Told(), first=Week(2024, 1))
with open_register(folder / "r.sqlite3") as register:
    data = load_recorded(setup, register)
key = min(data.drafts, key=str)
draft = data.drafts[key]
edited = replace(data, drafts={**data.drafts, key: replace(draft, lede=replace(draft.lede, text="Another lede."))})

def editions(environment):
    index = Index(data)
    atlas = BorderMap(data.lines, data.vocabulary)
    return [Edition(index, lang, environment, atlas) for lang in LANGUAGES]

def loop(out, ready=None):
    # As one would write it: for each page, compute what it shows, render its template, write the file.
    environment = exporting.make_environment()
    frames = {}
    done = 0
    for edition, page in ready or ((e, p.make()) for e in editions(environment) for p in e.plan()):
        if edition.lang not in frames:
            frames[edition.lang] = exporting._frame(edition, data)
        content = exporting.render(environment, edition, page, frames[edition.lang])
        path = out / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        done += 1
    return done

def timed(make):
    began = time.process_time()
    make()
    return time.process_time() - began

pages = exporting.export(data, folder / "kept").pages
best = {}
for turn in range(turns):
    ready = [(e, p.make()) for e in editions(exporting.make_environment()) for p in e.plan()]
    times = {
        "full": timed(lambda: exporting.export(data, folder / f"full{turn}")),
        "again": timed(lambda: exporting.export(data, folder / "kept")),
        "edited": timed(lambda: exporting.export(edited, folder / "kept")),
        "loop": timed(lambda: loop(folder / f"loop{turn}")),
        "ready": timed(lambda: loop(folder / f"ready{turn}", ready)),
    }
    exporting.export(data, folder / "kept")
    best = {name: min(spent, best.get(name, spent)) for name, spent in times.items()}
looped = sum(1 for e in editions(exporting.make_environment()) for _ in e.plan())  # it writes no Latin letters
print(pages, looped, *(best[name] for name in ("full", "again", "edited", "loop", "ready")))
"""

# Made-up data, as that is what there is of a thousand weeks.
MANY = """
import importlib.util, resource, sys, time
from pathlib import Path
from kordon.site.export import export
from kordon.vocabulary import load
spec = importlib.util.spec_from_file_location("made", sys.argv[1])
made = importlib.util.module_from_spec(spec)
spec.loader.exec_module(made)
data = made.build(load(), int(sys.argv[3]))
held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
began = time.process_time()
done = export(data, Path(sys.argv[2]))
spent = time.process_time() - began
print(done.pages, spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 - held)
"""

CONF = (
    "project = 'site'\nhtml_theme = 'basic'\nhtml_use_index = False\nhtml_copy_source = False\nlanguage = 'en'\n"
)
WRITER = """
from pathlib import Path
SITENAME, SITEURL, TIMEZONE = "Site", "", "UTC"
PATH, ARTICLE_PATHS, PAGE_PATHS = "content", ["."], []
"""


def run() -> list[Entry]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pages, looped, full, again, edited, loop, ready = script(SPEED, name, str(TURNS))
        entries = [
            against("site: pages a second, all made", pages / full, looped / loop, "pages/s", 0.8, ("jinja2",)),
            against(
                "site: the same beside templates alone", pages / full, looped / ready, "pages/s", None, ("jinja2",)
            ),
            against("site: pages a second, none changed", pages / again, looped / loop, "pages/s", 3, ("jinja2",)),
            against(
                "site: pages a second, one commentary edited",
                pages / edited,
                looped / loop,
                "pages/s",
                2,
                ("jinja2",),
            ),
        ]
        count, seconds = sphinx(folder)
        entries.append(
            against(
                "site: pages a second, beside Sphinx",
                pages / full,
                count / seconds,
                "pages/s",
                1,
                ("jinja2", "sphinx"),
            )
        )
        entries += weights(folder)
        few, _, less = script(MANY, str(MADE), f"{name}/few", "200")
        many, spent, more = script(MANY, str(MADE), f"{name}/many", "1000")
        entries += [
            within("site: a thousand issues, made anew", spent, "s", 180),
            measured("site: pages of a thousand issues", many, "pages"),
            within("site: memory that a thousand issues take to make", more, "MB", 400),
            within("site: the same for each further page", 1000 * (more - less) / (many - few), "kB", 40),
        ]
        return entries


def sphinx(folder: Path) -> tuple[int, float]:
    """Sphinx's own HTML of the same text: pages, and seconds of its process."""
    source = folder / "text"
    count = 0
    for path in sorted((folder / "site").rglob("*.html")):
        target = source / path.relative_to(folder / "site").with_suffix(".rst")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(":orphan:\n\nPage\n====\n\n" + "\n\n".join(paragraphs(path)) + "\n", "utf-8")
        count += 1
    (source / "conf.py").write_text(CONF)
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "html", str(source), str(folder / "sphinx")]
    with (folder / "sphinx.log").open("w") as log:
        running = subprocess.Popen(command, env=os.environ | ONE_THREAD, stdout=log, stderr=log)
        _, status, usage = os.wait4(running.pid, 0)
    if status:
        sys.exit((folder / "sphinx.log").read_text()[-2000:])
    return count, usage.ru_utime + usage.ru_stime


def paragraphs(path: Path) -> list[str]:
    """The words of a page, with what reStructuredText would read as its own taken out of their way."""
    main = path.read_text("utf-8").partition("<main")[2].partition("</main>")[0]
    blocks = re.split(r"</?(?:p|li|h\d|tr|figcaption|summary|text|title|desc|blockquote)\b[^>]*>", main)
    words = (" ".join(unescape(re.sub(r"<[^>]*>", " ", block)).split()) for block in blocks)
    return [re.sub(r"([\\*`|_<>:.#-])", r"\\\1", text) for text in words if text]


def weights(folder: Path) -> list[Entry]:
    """A week's page with all that it loads, beside the same content in the theme that Pelican comes with."""
    page = folder / "site" / "en" / "2024" / "w22" / "index.html"
    text = page.read_text("utf-8")
    main = text.partition("<main")[2].partition(">")[2].partition("</main>")[0]
    content = folder / "pelican" / "content"
    content.mkdir(parents=True)
    title = escape(re.sub(r"<[^>]*>", "", text.partition("<title>")[2].partition("</title>")[0]))
    head = f'<title>{title}</title><meta name="date" content="2024-06-03"><meta name="slug" content="week">'
    (content / "week.html").write_text(f"<html><head>{head}</head><body>{main}</body></html>", "utf-8")
    (content.parent / "conf.py").write_text(WRITER)
    pelican = [str(Path(os.environ.get("KORDON_PELICAN_PYTHON", sys.executable)).absolute()), "-m", "pelican"]
    version = subprocess.run([*pelican, "--version"], capture_output=True, text=True, check=False).stdout.strip()
    command = [*pelican, "-q", "-s", "conf.py", "-o", "out"]
    done = subprocess.run(command, cwd=content.parent, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr[-2000:])
    ours = loaded(page, folder / "site")
    theirs = loaded(content.parent / "out" / "week.html", content.parent / "out")
    found = []
    for told, weigh in (("as it is", len), ("packed", lambda held: len(gzip.compress(held, 9)))):
        mine, peer = (sum(weigh(held) for held in files) / 1000 for files in (ours, theirs))
        name = f"site: a week's page and what it loads, {told}"
        found.append(
            Entry(
                name, mine, "kB", peer, peer / mine, "no heavier than the peer", mine <= peer, {"pelican": version}
            )
        )
    return found


def loaded(page: Path, root: Path) -> list[bytes]:
    """A page with its style sheets, those that they import, and its pictures; not what only some parts use."""
    waiting, seen = [page], dict[Path, bytes]()
    while waiting:
        path = waiting.pop()
        if path in seen or not path.is_file():
            continue
        seen[path] = path.read_bytes()
        text = seen[path].decode("utf-8", "replace")
        if path.suffix == ".css":
            links = re.findall(r"@import\s+(?:url\()?[\"']?([^\"')]+)", text)
        else:
            links = re.findall(r'<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"', text)
            links += re.findall(r'<link[^>]*href="([^"]+)"[^>]*rel="stylesheet"', text)
            links += re.findall(r'<(?:img|script)[^>]*src="([^"]+)"', text)
        for link in links:
            target = unquote(link.partition("?")[0])
            waiting.append(
                root / target.lstrip("/") if target.startswith("/") else (path.parent / target).resolve()
            )
    return list(seen.values())
