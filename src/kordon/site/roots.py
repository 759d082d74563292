"""Files at the root for machines: what may be crawled, which pages there are, a plain guide for language models.

A sitemap holds absolute addresses only, so there is none where the site's own address is not known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree  # type: ignore[import-untyped]

from kordon.site.words import Words

SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
LLMS = "llms.txt"
SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
MOST = 50_000  # addresses that one sitemap may hold

FAVICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">'
    "<style>path{fill:#1d5a86}@media (prefers-color-scheme:dark){path{fill:#8fc3ec}}</style>"
    '<path d="M2 3h12v2H2zm0 4h8v2H2zm0 4h12v2H2z"/></svg>\n'
)


def sitemap(pages: Iterable[str], base: str, languages: Mapping[str, str]) -> bytes:
    """Every page with the same page in other languages. ``languages``: folder -> code."""
    known = sorted(pages)[:MOST]
    there = set(known)
    root = etree.Element(f"{{{SPACE}}}urlset", nsmap={None: SPACE, "xhtml": XHTML})
    for page in known:
        url = etree.SubElement(root, f"{{{SPACE}}}url")
        etree.SubElement(url, f"{{{SPACE}}}loc").text = address(base, page)
        folder, _, rest = page.partition("/")
        if folder not in languages:
            continue
        for other, code in languages.items():
            if f"{other}/{rest}" in there:
                link = etree.SubElement(url, f"{{{XHTML}}}link")
                link.set("rel", "alternate")
                link.set("hreflang", code)
                link.set("href", address(base, f"{other}/{rest}"))
    written: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def address(base: str, page: str) -> str:
    """A page's own address: the folder where it is an index."""
    return f"{base}/{page.removesuffix('index.html')}"


def robots(base: str) -> str:
    told = "User-agent: *\nAllow: /\n"
    return told + (f"\nSitemap: {base}/{SITEMAP}\n" if base else "")


def llms(words: Words, links: Iterable[tuple[str, str]]) -> str:
    """What the site is, what its words mean and where to look, in Markdown; see llmstxt.org."""
    lines = ["# Kordon", "", f"> {words.say('about-lede')}", ""]
    lines += [
        f"- {words.say(key)}" for key in ("about-silence-1", "about-levels-1", "about-unknown-2", "criteria-ours")
    ]
    lines += ["", "## Pages", ""]
    lines += [f"- [{name}]({href})" for name, href in links]
    return "\n".join(lines) + "\n"
