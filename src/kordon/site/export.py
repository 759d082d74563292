"""Write the public site: the same data gives the same bytes, and a killed run is completed by the next."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kordon.site import paths, roots
from kordon.site.chartmap import BorderMap
from kordon.site.edition import Edition, Page
from kordon.site.extras import Extras
from kordon.site.head import properties, structured
from kordon.site.index import Index
from kordon.site.latin import CODE, NAME, SOURCE, latin, path_of
from kordon.site.model import SiteData
from kordon.site.safe import clean
from kordon.site.store import Store
from kordon.site.why import TO_LANGUAGE
from kordon.vocabulary import LANGUAGES

HERE = Path(__file__).parent
Progress = Callable[[int, int], None]  # pages made, pages in all


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export did. ``kept``: files of an earlier export that somebody changed since, so they were left."""

    pages: int
    written: int
    unchanged: int
    removed: int
    size: int  # bytes of all files
    kept: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()  # what could not be made, each as a sentence


def export(data: SiteData, out: Path, progress: Progress | None = None) -> Exported:
    """Write every page into ``out``; pages whose bytes have not changed are not touched.

    Raises :class:`kordon.site.store.ForeignFile` where a file that is not ours stands in the way, and
    :class:`kordon.domain.errors.InputError` where the folder's manifest is not ours.
    """
    environment = make_environment()
    index = Index(data)
    atlas = BorderMap(data.lines, data.vocabulary) if any(b in data.lines for b in data.borders) else None
    editions = [Edition(index, lang, environment, atlas) for lang in LANGUAGES]
    extras = Extras(index, editions)
    pages = [paths.ROOT, paths.LOST, *(name for e in editions for name in e.names())]
    mirrored = frozenset(path_of(name) for name in pages if mirrors(name))
    pages += sorted(mirrored)
    names = [paths.STYLE, *pages, *extras.names()]
    store = Store(out, names)
    size = 0

    def put(name: str, content: bytes) -> None:
        nonlocal size
        store.put(name, content)
        size += len(content)
        if progress is not None:
            progress(store.written + store.unchanged, len(names))

    put(paths.STYLE, (HERE / "style.css").read_bytes())
    put(paths.ROOT, _root(environment, data))
    put(paths.LOST, _lost(environment, data))
    for edition in editions:
        frame = _frame(edition, data)
        for page in edition.pages():
            content = render(environment, edition, page, frame)
            put(page.path, content)
            if mirrors(page.path):
                put(path_of(page.path), latin(page.path, content, mirrored))
    for name, content in extras.files(pages):
        put(name, content)
    store.finish()
    return Exported(
        len(pages), store.written, store.unchanged, store.removed, size, tuple(store.kept), extras.notices
    )


def make_environment() -> Environment:
    """Jinja with autoescape for everything, no undefined value let through, every text cleaned on its way out."""
    return Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        finalize=_finalize,
    )


def _finalize(value: Any) -> Any:
    return clean(value) if type(value) is str else value


def _frame(edition: Edition, data: SiteData) -> dict[str, Any]:
    """What every page of a language shares."""
    say = edition.words.say
    return {
        "lang": edition.lang,
        "t": say,
        "w": edition.words,
        "scale": edition.parts.level_scale(),
        "as_of": edition.words.day(data.as_of),
        "today": edition.words.day(data.today),
        "languages": [
            *((lang, lang, data.phrases.say(lang, "site-language-name")) for lang in LANGUAGES),
            (paths.LATIN, CODE, NAME),
        ],
        "base_url": data.base_url.rstrip("/"),
        "said": SimpleNamespace(
            sources=say("sources"),
            draft=say("draft-note"),
            corrected=lambda day: say("corrected-on", day=day),
            written=lambda names: say("written-by", names=names),
            reviewed=lambda names: say("reviewed-by", names=names),
        ),
    }


def render(environment: Environment, edition: Edition, page: Page, frame: dict[str, Any]) -> bytes:
    """One page as bytes."""
    lang, path = edition.lang, page.path
    rest = path.removeprefix(f"{lang}/")
    say, base = edition.words.say, frame["base_url"]
    menu = [
        (key, paths.relative(path, target), say(f"nav-{key if key != 'home' else 'week'}"))
        for key, target in (
            ("home", paths.home(lang)),
            ("archive", paths.archive(lang)),
            ("borders", paths.borders(lang)),
            ("crossings", paths.crossings(lang)),
            ("criteria", paths.criteria(lang)),
            ("search", paths.search(lang)),
            ("about", paths.about(lang)),
        )
    ]
    also = [
        (paths.relative(path, target), say(f"nav-{key}"))
        for key, target in (
            ("all", paths.headlines(lang)),
            ("scores", paths.scores(lang)),
            ("policy", paths.policy(lang)),
            ("feed", paths.feed(lang)),
            ("dates", paths.dates(lang)),
        )
    ]
    url = roots.address(base, path) if base else ""
    text = environment.get_template(page.template).render(
        **frame,
        **page.context,
        title=page.title,
        nav=page.nav,
        menu=menu,
        also=also,
        style=paths.relative(path, paths.STYLE),
        icon=paths.relative(path, paths.ICON),
        script=paths.relative(path, page.script) if page.script else "",
        url=url,
        description=page.head.description or say("strap"),
        properties=properties(page.head, page.title, lang, url, base),
        structured=structured(page.head, url, base),
        top=paths.relative(path, paths.home(lang)),
        here=path,
        switch=[
            (folder, code, paths.relative(path, f"{folder}/{rest}"), name)
            for folder, code, name in frame["languages"]
            if folder != paths.LATIN or not page.script
        ],
        link=lambda target: paths.relative(path, target),
        paths=paths,
    )
    to_language = paths.relative(path, paths.home(lang)).removesuffix("index.html")
    return _squeeze(text.replace(f'href="{TO_LANGUAGE}', f'href="{to_language}')).encode()


def _root(environment: Environment, data: SiteData) -> bytes:
    """The page before all languages: it asks which one, in each."""
    choices = [
        {
            "lang": lang,
            "link": paths.home(lang),
            "name": data.phrases.say(lang, "site-language-name"),
            "title": data.phrases.say(lang, "site-strap"),
        }
        for lang in LANGUAGES
    ]
    text = environment.get_template("root.html").render(choices=choices, style=paths.STYLE)
    return _squeeze(text).encode()


def _lost(environment: Environment, data: SiteData) -> bytes:
    """What a server shows for an address that is not there. It is shown at any depth, so its links begin at the
    root of the host, or at the path of the site's own address, and its style stands in it."""
    root = urlsplit(data.base_url).path.rstrip("/")
    style = (HERE / "style.css").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    choices = [
        {
            "lang": lang,
            "link": f"{root}/{paths.home(lang)}",
            "name": data.phrases.say(lang, "site-language-name"),
            "lost": data.phrases.say(lang, "site-lost"),
        }
        for lang in LANGUAGES
    ]
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    template = environment.get_template("lost.html")
    return template.render(choices=choices, policy=policy, style=Markup(style)).encode()


def mirrors(path: str) -> bool:
    """Whether a page is written in Latin letters too: every Belarusian one but search, which has its own index."""
    return path.startswith(f"{SOURCE}/") and path != paths.search(SOURCE)


def _squeeze(text: str) -> str:
    """Without the empty lines and indents that templates leave behind. Nothing on a page keeps its white space."""
    return "\n".join(stripped for part in text.splitlines() if (stripped := part.strip())) + "\n"
