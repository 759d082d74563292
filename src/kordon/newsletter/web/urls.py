"""Which page is where."""

from django.urls import re_path

from kordon.newsletter.tokens import LENGTH
from kordon.newsletter.web import views
from kordon.vocabulary import LANGUAGES

_LANG = f"(?P<lang>{'|'.join(LANGUAGES)})"
_TOKEN = f"(?P<token>[a-z2-7]{{{LENGTH}}})"

urlpatterns = [
    re_path(r"^$", views.door),
    re_path(rf"^{_LANG}/$", views.subscribe),
    re_path(rf"^{_LANG}/asked$", views.asked),
    re_path(rf"^{_LANG}/confirm/{_TOKEN}$", views.confirm),
    re_path(rf"^{_LANG}/manage/{_TOKEN}$", views.manage),
    re_path(rf"^{_LANG}/unsubscribe/{_TOKEN}$", views.unsubscribe),
    re_path(rf"^u/{_TOKEN}$", views.one_click),
    re_path(rf"^{_LANG}/letters$", views.letters),
    re_path(rf"^{_LANG}/letters/(?P<slug>[A-Za-z0-9.-]{{1,80}})$", views.letter),
    re_path(r"^style\.css$", views.style),
    re_path(r"^robots\.txt$", views.robots),
]

handler400 = views.refused
handler403 = views.refused
handler404 = views.missing
handler500 = views.failed
