"""Write the public site: the same data gives the same bytes, and a killed run is completed by the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kordon.site import paths
from kordon.site.chartmap import BorderMap
from kordon.site.edition import Edition, Page
from kordon.site.index import Index
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


def export(data: SiteData, out: Path, progress: Progress | None = None) -> Exported:
    """Write every page into ``out``; pages whose bytes have not changed are not touched.

    Raises :class:`kordon.site.store.ForeignFile` where a file that is not ours stands in the way, and
    :class:`kordon.domain.errors.InputError` where the folder's manifest is not ours.
    """
    environment = make_environment()
    index = Index(data)
    atlas = BorderMap(data.lines, data.vocabulary) if any(b in data.lines for b in data.borders) else None
    editions = [Edition(index, lang, environment, atlas) for lang in LANGUAGES]
    names = [paths.STYLE, paths.ROOT, *(name for e in editions for name in e.names())]
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
    for edition in editions:
        frame = _frame(edition, data)
        for page in edition.pages():
            put(page.path, render(environment, edition, page, frame))
    store.finish()
    return Exported(len(names) - 1, store.written, store.unchanged, store.removed, size, tuple(store.kept))


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
        "languages": [(lang, data.phrases.say(lang, "site-language-name")) for lang in LANGUAGES],
        "base_url": data.base_url.rstrip("/"),
    }


def render(environment: Environment, edition: Edition, page: Page, frame: dict[str, Any]) -> bytes:
    """One page as bytes."""
    lang, path = edition.lang, page.path
    rest = path.removeprefix(f"{lang}/")
    menu = [
        (key, paths.relative(path, target), edition.words.say(f"nav-{key if key != 'home' else 'week'}"))
        for key, target in (
            ("home", paths.home(lang)),
            ("archive", paths.archive(lang)),
            ("borders", paths.borders(lang)),
            ("criteria", paths.criteria(lang)),
            ("about", paths.about(lang)),
        )
    ]
    text = environment.get_template(page.template).render(
        **frame,
        **page.context,
        title=page.title,
        nav=page.nav,
        menu=menu,
        style=paths.relative(path, paths.STYLE),
        top=paths.relative(path, paths.home(lang)),
        here=path,
        switch=[(code, paths.relative(path, f"{code}/{rest}"), name) for code, name in frame["languages"]],
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


def _squeeze(text: str) -> str:
    """Without the empty lines and indents that templates leave behind. Nothing on a page keeps its white space."""
    return "\n".join(stripped for part in text.splitlines() if (stripped := part.strip())) + "\n"
