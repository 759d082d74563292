"""The pages, one function each. A request carries its :class:`kordon.newsletter.web.application.Desk`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse, QueryDict

from kordon.newsletter.errors import BadAddress, BadToken
from kordon.newsletter.letters import Letter
from kordon.newsletter.readers import Choice
from kordon.newsletter.rendering import impersonal, render
from kordon.newsletter.subscriptions import Busy
from kordon.newsletter.tokens import Purpose
from kordon.newsletter.web.pages import LETTER_POLICY, answer, goes_to
from kordon.vocabulary import LANGUAGES

if TYPE_CHECKING:
    from kordon.newsletter.web.application import Desk

METHODS = ("GET", "HEAD", "POST")


def door(request: HttpRequest) -> HttpResponse:
    """To the language that the browser asks for first, of those there are."""
    wanted = [
        part.partition(";")[0].strip()[:2].lower()
        for part in request.headers.get("Accept-Language", "").split(",")
    ]
    return goes_to(f"/{next((lang for lang in wanted if lang in LANGUAGES), LANGUAGES[0])}/")


def subscribe(request: HttpRequest, lang: str) -> HttpResponse:
    """The form, and what is sent with it."""
    desk = _desk(request)
    if request.method != "POST":
        return _form(desk, lang, Choice(lang))
    if not desk.sources.lets_in(_source(request, desk)):
        return _busy(desk, lang, 429)
    try:
        choice = _choice(desk, request.POST, lang)
    except ValueError:
        return _wrong(desk, lang)
    try:
        desk.subscriptions.ask(request.POST.get("address", ""), choice)
    except BadAddress as error:
        return _form(desk, lang, choice, request.POST.get("address", "")[:254], error.why)
    except Busy:
        return _busy(desk, lang, 503)
    return goes_to(f"/{lang}/asked")


def asked(request: HttpRequest, lang: str) -> HttpResponse:
    said = ("page-asked", "page-asked-more")
    return _desk(request).pages.page(lang, "told", "page-asked-title", path="asked", said=said)


def confirm(request: HttpRequest, lang: str, token: str) -> HttpResponse:
    """The link of the letter. Opening it changes nothing, because programs open links too; the button does."""
    desk = _desk(request)
    try:
        if request.method == "POST":
            desk.subscriptions.confirm(token)
            return desk.pages.page(lang, "told", "page-confirmed-title", said=("page-confirmed",))
        choice = desk.subscriptions.choice(Purpose.CONFIRM, token)
    except BadToken:
        return _gone(desk, lang)
    shown = desk.told(lang, choice)
    return desk.pages.page(
        lang, "button", "page-confirm-title", path=f"confirm/{token}", said="page-confirm", shown=shown,
        button="page-confirm-button",
    )  # fmt: skip


def manage(request: HttpRequest, lang: str, token: str) -> HttpResponse:
    """Change choices, leave, be forgotten."""
    desk, saved = _desk(request), False
    try:
        choice = desk.subscriptions.choice(Purpose.MANAGE, token)
        if request.method == "POST":
            if request.POST.get("do") == "forget":
                desk.subscriptions.forget(token)
                return desk.pages.page(lang, "told", "page-forgotten-title", said=("page-forgotten",))
            try:
                choice = _choice(desk, request.POST, lang)
            except ValueError:
                return _wrong(desk, lang)
            desk.subscriptions.change(token, choice)
            saved = True
    except BadToken:
        return _gone(desk, lang)
    leave = desk.leave_link(token, lang)
    return desk.pages.page(
        lang, "manage", "page-manage-title", path=f"manage/{token}", choice=choice, saved=saved, leave=leave
    )


def unsubscribe(request: HttpRequest, lang: str, token: str) -> HttpResponse:
    """The link in the letter's foot: one button."""
    desk = _desk(request)
    try:
        if request.method == "POST":
            desk.subscriptions.unsubscribe(token)
            return desk.pages.page(lang, "told", "page-unsubscribed-title", said=("page-unsubscribed",))
        desk.subscriptions.choice(Purpose.UNSUBSCRIBE, token)
    except BadToken:
        return _gone(desk, lang)
    return desk.pages.page(
        lang, "button", "page-unsubscribe-title", path=f"unsubscribe/{token}", said="page-leave", shown="",
        button="page-unsubscribe-button",
    )  # fmt: skip


def one_click(request: HttpRequest, token: str) -> HttpResponse:
    """What the button of a mail program calls (RFC 8058): no page, no question. A browser is shown the button."""
    desk = _desk(request)
    if request.method == "POST":
        try:
            desk.subscriptions.unsubscribe(token)
        except BadToken:
            return answer("", "text/plain", 404)
        return answer("", "text/plain")
    try:
        lang = desk.subscriptions.choice(Purpose.UNSUBSCRIBE, token).lang
    except BadToken:
        return _gone(desk, LANGUAGES[0])
    return goes_to(f"/{lang}/unsubscribe/{token}")


def letters(request: HttpRequest, lang: str) -> HttpResponse:
    """Every letter that was sent to many."""
    desk = _desk(request)
    shown = [(desk.slug(name), letter.editions[lang].subject) for name, letter in desk.sent()]
    return desk.pages.page(lang, "letters", "page-archive-title", path="letters", letters=shown)


def letter(request: HttpRequest, lang: str, slug: str) -> HttpResponse:
    """One of them, as it was sent."""
    desk = _desk(request)
    found: Letter | None = next((letter for name, letter in desk.sent() if desk.slug(name) == slug), None)
    if found is None:
        return _missing(desk, lang)
    rendered = render(found, lang, (), desk.pages.phrases, desk.pages.settings.name)
    response = answer(impersonal(rendered.html), "text/html; charset=utf-8")
    response["Content-Security-Policy"] = LETTER_POLICY  # the styles of a letter stand on its elements
    return response


def style(request: HttpRequest) -> HttpResponse:
    return _desk(request).pages.style()


def robots(request: HttpRequest) -> HttpResponse:
    return answer("User-agent: *\nDisallow: /\n", "text/plain; charset=utf-8")


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """No such page, in the language that the address begins with."""
    lang = request.path[1:3]
    return _missing(_desk(request), lang if lang in LANGUAGES else LANGUAGES[0])


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A request that is too large, or not a form."""
    return answer("", "text/plain", 400)


def failed(request: HttpRequest) -> HttpResponse:
    return answer("Please try again later.\n", "text/plain; charset=utf-8", 500)


def _desk(request: HttpRequest) -> Desk:
    return request.desk  # type: ignore[attr-defined, no-any-return]


def _choice(desk: Desk, form: QueryDict, lang: str) -> Choice:
    """What the form says; raises ``ValueError`` for what no form of ours can say."""
    wanted, areas = form.get("language", lang), form.getlist("area")
    if wanted not in LANGUAGES or not set(areas) <= set(desk.pages.areas):
        raise ValueError
    chosen = tuple(area for area in desk.pages.areas if area in areas)
    return Choice(wanted, () if len(chosen) == len(desk.pages.areas) else chosen, form.get("often") == "at-once")


def _source(request: HttpRequest, desk: Desk) -> str:
    """Where a request comes from; it is hashed at once and not kept."""
    if desk.pages.settings.behind_proxy:
        return str(request.headers.get("X-Forwarded-For", "")).rpartition(",")[2].strip()
    return str(request.META.get("REMOTE_ADDR", ""))


def _form(desk: Desk, lang: str, choice: Choice, address: str = "", wrong: str = "") -> HttpResponse:
    return desk.pages.page(
        lang, "subscribe", "page-title", status=422 if wrong else 200, choice=choice, address=address, wrong=wrong
    )


def _told(desk: Desk, lang: str, title: str, said: str, status: int, **values: Any) -> HttpResponse:
    return desk.pages.page(lang, "told", title, status=status, said=(said,), values=values)


def _busy(desk: Desk, lang: str, status: int) -> HttpResponse:
    mailbox = desk.pages.settings.sender.wire
    return _told(desk, lang, "page-busy-title", "page-busy", status, address=mailbox)


def _gone(desk: Desk, lang: str) -> HttpResponse:
    return _told(desk, lang, "page-gone-title", "page-gone", 410)


def _missing(desk: Desk, lang: str) -> HttpResponse:
    return _told(desk, lang, "page-missing-title", "page-missing", 404)


def _wrong(desk: Desk, lang: str) -> HttpResponse:
    return _told(desk, lang, "page-wrong-form-title", "page-wrong-form", 400)
