"""Write the public site: the same data gives the same bytes, and a killed run is completed by the next.

A page is made only when what it is made from changed since it was made last (:mod:`kordon.site.units`), or when
its file is not what the manifest says.
"""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

import kordon
from kordon.domain.errors import NotAllowed
from kordon.site import paths, printing, roots
from kordon.site.chartmap import BorderMap
from kordon.site.edition import Edition, Page
from kordon.site.extras import Extras
from kordon.site.head import properties, structured
from kordon.site.headers import headers_file
from kordon.site.index import Index
from kordon.site.latin import CODE, NAME, SOURCE, latin, path_of
from kordon.site.manifest import HEADERS, PUBLIC_KEY
from kordon.site.model import SiteData
from kordon.site.safe import clean
from kordon.site.store import Store, alone
from kordon.site.units import FIXED, Cuts, Unit
from kordon.site.why import TO_LANGUAGE
from kordon.vocabulary import LANGUAGES

if TYPE_CHECKING:
    from kordon.site.minisign import SecretKey

HERE = Path(__file__).parent
SHAPING = (  # what else a page or a file beside it is made by
    "babel",
    "fluent.runtime",
    "fluent.syntax",
    "icalendar",
    "jinja2",
    "lxml",
    "markupsafe",
    "shapely",
)
Progress = Callable[[int, int], None]  # pages done, pages in all


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export did.

    ``made``: pages that were made, the others being as they were. ``kept``: files of an earlier export that
    somebody changed since and that no page needs any more, so they were left. ``mended``: the folder was not as
    the key had signed it, so that every page was made anew.
    """

    pages: int
    made: int
    written: int
    unchanged: int
    removed: int
    size: int  # bytes of all files
    kept: tuple[str, ...] = ()
    number: int = 0  # of the manifest
    key: str = ""  # the name of the key that signed it
    mended: bool = False
    notices: tuple[str, ...] = ()  # what could not be made, each as a sentence


def export(
    data: SiteData,
    out: Path,
    progress: Progress | None = None,
    *,
    key: SecretKey | None = None,
    fresh: bool = False,
    unsign: bool = False,
    change_key: bool = False,
) -> Exported:
    """Write every page into ``out``; pages whose bytes have not changed are not touched.

    ``key`` signs the site. ``fresh`` makes every page anew. A folder that is signed is not exported into without
    its key, unless ``unsign``, nor with another key, unless ``change_key``: readers would be left with a site that
    they cannot check. Raises :class:`kordon.domain.errors.NotAllowed` for that,
    :class:`kordon.site.store.ForeignFile` where a file that is not ours stands in the way,
    :class:`kordon.site.store.BusyFolder` while another export writes there, and
    :class:`kordon.domain.errors.InputError` where the folder's manifest is not ours.
    """
    with alone(out):
        return _export(data, out, progress, key, fresh=fresh, unsign=unsign, change_key=change_key)


def _export(
    data: SiteData,
    out: Path,
    progress: Progress | None,
    key: SecretKey | None,
    *,
    fresh: bool,
    unsign: bool,
    change_key: bool,
) -> Exported:
    environment = make_environment()
    index = Index(data)
    atlas = BorderMap(data.lines, data.vocabulary) if any(b in data.lines for b in data.borders) else None
    editions = [Edition(index, lang, environment, atlas) for lang in LANGUAGES]
    extras = Extras(index, editions)
    single: dict[str, bytes] = {
        paths.STYLE: (HERE / "style.css").read_bytes(),
        paths.ROOT: _root(environment, data),
        paths.LOST: _lost(environment, data),
        HEADERS: headers_file(),
    }
    if key is not None:
        single[PUBLIC_KEY] = key.public.text().encode()
    planned = [p.path for e in editions for p in e.plan()]
    mirrored = frozenset(path_of(name) for name in planned if mirrors(name))
    pages = [paths.ROOT, paths.LOST, *planned, *sorted(mirrored)]
    names = [*single, *map(paths.elsewhere, (*LANGUAGES, paths.LATIN)), *planned, *mirrored, *extras.names()]
    store = Store(out, names, key)
    _refuse(store, out, key, unsign=unsign, change_key=change_key)
    mended = store.signed and key is not None and not store.believed
    cuts = Cuts(data, made_by())
    made = done = 0

    def tell(count: int) -> None:
        nonlocal done
        done += count
        if progress is not None:
            progress(done, len(names))

    for name, content in single.items():
        store.put(name, content)
        tell(1)
    for edition in editions:
        frame = _frame(edition, data)
        stub = _elsewhere(environment, edition, frame)
        store.put(paths.elsewhere(edition.lang), stub)
        tell(1)
        if edition.lang == SOURCE:
            store.put(paths.elsewhere(paths.LATIN), latin(paths.elsewhere(SOURCE), stub, frozenset()))
            tell(1)
        for one in edition.plan():
            made_from = cuts.key(one.unit, edition.lang)
            twins = [one.path, *([path_of(one.path)] if mirrors(one.path) else [])]
            if fresh or not store.keep(twins, made_from):
                content = render(environment, edition, one.make(), _narrowed(frame, one.unit))
                store.put(one.path, content, made_from)
                if len(twins) > 1:
                    store.put(twins[1], latin(one.path, content, mirrored), made_from)
                made += 1
            tell(len(twins))
        edition.forget()
    for together, unit, make in extras.files(pages):
        made_from = "" if unit is None else cuts.key(unit, "|".join(LANGUAGES))
        if fresh or not store.keep(together, made_from):
            for name, content in make():
                store.put(name, content, made_from)
        tell(len(together))
    manifest = store.finish()
    return Exported(
        pages=len(pages),
        made=made,
        written=store.written,
        unchanged=store.unchanged,
        removed=store.removed,
        size=store.size,
        kept=tuple(store.kept),
        number=manifest.number,
        key="" if key is None else key.public.name,
        mended=mended,
        notices=extras.notices,
    )


def _refuse(store: Store, out: Path, key: SecretKey | None, *, unsign: bool, change_key: bool) -> None:
    if not store.signed:
        return
    if key is None and not unsign:
        raise NotAllowed(
            f"The site in {out} is signed, and without its key it would be published unsigned; give the key with "
            "kordon site export --key, say --unsign, or export into another folder."
        )
    try:
        stands = (out / PUBLIC_KEY).read_bytes()
    except OSError:
        return
    if key is not None and stands != key.public.text().encode() and not change_key:
        raise NotAllowed(
            f"The site in {out} is signed by another key than {key.public.name}, and readers who trust that one "
            "would be told that this is forged; give that key, or say --change-key and tell readers the new one."
        )


@cache
def _sources() -> str:
    """The digest of all code and data that ships, as any of it may shape a page."""
    found = hashlib.sha256()
    root = Path(kordon.__file__).parent
    for path in sorted(root.rglob("*")):
        if path.suffix in (".py", ".html", ".css", ".yaml", ".ftl", ".csv", ".geojson") and path.is_file():
            found.update(f"{path.relative_to(root).as_posix()}\0".encode())
            found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()


def made_by() -> str:
    """A digest of what pages are made with: our code and templates, and the libraries that write."""
    found = hashlib.sha256(_sources().encode())
    for path in sorted((HERE / "templates").iterdir()):
        found.update(f"{path.name}\0".encode() + path.read_bytes())
    for package in SHAPING:
        found.update(f"{package} {metadata.version(package)}\0".encode())
    found.update(f"{printing.version()}\0".encode())
    found.update(platform.python_version().encode())
    return found.hexdigest()


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
        "letters": data.letters,
        "said": SimpleNamespace(
            sources=say("sources"),
            draft=say("draft-note"),
            corrected=lambda day: say("corrected-on", day=day),
            written=lambda names: say("written-by", names=names),
            reviewed=lambda names: say("reviewed-by", names=names),
        ),
    }


def _narrowed(frame: Mapping[str, Any], unit: Unit) -> Mapping[str, Any]:
    """Pages of one week or year do not know the last day of the site, which changes with every new week."""
    return {name: value for name, value in frame.items() if name != "today"} if unit.narrow else frame


def render(environment: Environment, edition: Edition, page: Page, frame: Mapping[str, Any]) -> bytes:
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
    also += [(letters_link(where, lang), say("nav-letters")) for where in frame["letters"]]
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


def letters_link(where: str, lang: str) -> str:
    """How a reader of a language subscribes: by a page of the newsletter, or by a mail to it."""
    if "://" in where:
        return f"{where.rstrip('/')}/{lang}/"
    return f"mailto:{quote(where, safe='@')}?subject=subscribe%20{lang}"


def _root(environment: Environment, data: SiteData) -> bytes:
    """The page before all languages: it asks which one, in each."""
    says = {lang: data.phrases.say(lang, "site-strap") for lang in LANGUAGES}
    return _door(environment, data, says, at="", lost=False)


def _lost(environment: Environment, data: SiteData) -> bytes:
    """What a server shows for an address that is not there. It is shown at any depth, so its links begin at the
    root of the host, or at the path of the site's own address."""
    says = {lang: data.phrases.say(lang, "site-lost") for lang in LANGUAGES}
    return _door(environment, data, says, at=urlsplit(data.base_url).path.rstrip("/") + "/", lost=True)


def _door(environment: Environment, data: SiteData, says: Mapping[str, str], *, at: str, lost: bool) -> bytes:
    """A choice of languages, with a line in each; ``at`` stands before every address."""
    choices = [
        {
            "lang": lang,
            "link": at + paths.home(lang),
            "name": data.phrases.say(lang, "site-language-name"),
            "says": says[lang],
        }
        for lang in LANGUAGES
    ]
    made = environment.get_template("door.html").render(choices=choices, style=at + paths.STYLE, lost=lost)
    return _squeeze(made).encode()


def mirrors(path: str) -> bool:
    """Whether a page is written in Latin letters too: every Belarusian one but search, which has its own index."""
    return path.startswith(f"{SOURCE}/") and path != paths.search(SOURCE)


def _elsewhere(environment: Environment, edition: Edition, frame: Mapping[str, Any]) -> bytes:
    """The page that stands in a bundle for a page that was left out: the same bytes at any depth."""
    return _squeeze(environment.get_template("elsewhere.html").render(**_narrowed(frame, FIXED))).encode()


def _squeeze(text: str) -> str:
    """Without the empty lines and indents that templates leave behind. Nothing on a page keeps its white space."""
    return "\n".join(stripped for part in text.splitlines() if (stripped := part.strip())) + "\n"
