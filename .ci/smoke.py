"""Look at what the demo made, as a new user's first minute would: is it there, whole and in three languages?"""

from __future__ import annotations

import re
import sqlite3
import sys
from pathlib import Path

LANGUAGES = ("en", "be", "ru")


def fail(sentence: str) -> None:
    sys.exit(f"smoke test: {sentence}")


def check_site(site: Path) -> int:
    pages = sorted(site.rglob("*.html"))
    for lang in LANGUAGES:
        home = site / lang / "index.html"
        if not home.exists():
            fail(f"{home} is missing")
        if f'lang="{lang}"' not in home.read_text("utf-8"):
            fail(f"{home} does not say its language")
    for page in pages:
        text = page.read_text("utf-8")
        data = r'<script type="application/ld\+json">'  # which no browser runs
        code = re.sub(rf"{data}|<script src=[^>]*>" if page.name == "search.html" else data, "", text)
        if re.search(r"<script|<[^>]*\son\w+=|javascript:", code, re.IGNORECASE):
            fail(f"{page} holds a script")
        for target in re.findall(r'(?:href|src)="([^"#]+)(?:#[^"]*)?"', text):
            if target.startswith(("http://", "https://", "mailto:", "data:")):
                continue
            path = (site / target[1:] if page.name == "404.html" else page.parent / target).resolve()
            if not (path.is_file() or (path / "index.html").is_file()):
                fail(f"{page} links to {target}, which is not there")
        for host in re.findall(r'<(?:link|img|source|iframe)\b[^>]*\b(?:href|src)="(https?:[^"]+)"', text):
            fail(f"{page} asks another host for {host}")
    return len(pages)


def check_register(path: Path) -> int:
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        (state,) = database.execute("pragma integrity_check").fetchone()
        (count,) = database.execute("select count(*) from register_report").fetchone()
    if state != "ok":
        fail(f"{path} is damaged: {state}")
    return int(count)


def main(folder: Path) -> None:
    pages = check_site(folder / "site")
    reports = check_register(folder / "kordon.sqlite3")
    if pages < 1000 or reports < 600:
        fail(f"only {pages} pages from {reports} reports")
    print(f"smoke test: {pages} pages from {reports} reports, every link whole")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
