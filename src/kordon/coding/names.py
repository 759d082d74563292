"""Names of the gazetteer as forms of the automaton: settlements, crossings and organisations."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from kordon.coding.lexicon import Entry, Form, Lexicon, form_of
from kordon.geo.gazetteer import Actor, Gazetteer

# What an organisation is in a sentence, by its kind in the register of actors.
PARTY_OF = {
    "border_guard": "party.staff",
    "army": "party.staff",
    "police": "party.staff",
    "militia": "party.staff",
    "government": "party.government",
    "ministry": "party.government",
    "commission": "party.government",
    "intelligence": "party.service",
}
SHORTEST = 3  # letters of an abbreviation


def name_forms(gazetteer: Gazetteer, lexicon: Lexicon) -> list[Form]:
    """Forms of every name that is written in the letters of the language; a name with two meanings is one form
    that carries both."""
    latin = _is_latin("".join(f.literal for f in lexicon.forms[:40]))
    names: dict[str, list[tuple[str, str]]] = {}
    actors: dict[str, list[Actor]] = {}
    for place in gazetteer.places.values():
        for form in place.forms:
            _add(names, form.text, ("place", place.id), latin)
    for crossing in gazetteer.crossings.values():
        for form in crossing.forms:
            _add(names, form.text, ("crossing", crossing.id), latin)
    for actor in gazetteer.actors.values():
        for form in actor.forms:
            short = form.text.isupper() and len(form.text) < SHORTEST
            if form.text.isupper() and not latin and form.lang not in (lexicon.lang, "und", ""):
                continue  # the letters of a ministry at home may mean any ministry in a language beside it
            if not short and actor.kind in PARTY_OF and form.text[:1].isupper() and _is_latin(form.text) == latin:
                found = actors.setdefault(form.text, [])
                if actor not in found:
                    found.append(actor)
    known = {form.literal for form in lexicon.forms}
    forms = [
        _form(Entry("name", "name", tuple(meanings)), text, _initial(text))
        for text, meanings in names.items()
        if text not in actors
    ]
    forms = [form for form in forms if form.literal not in known]  # what a lexicon says of a word holds
    return forms + list(_actor_forms(actors))


def _actor_forms(actors: dict[str, list[Actor]]) -> Iterable[Form]:
    for text, meanings in actors.items():
        countries = {a.country for a in meanings}
        kinds = {PARTY_OF[a.kind] for a in meanings}
        if len(kinds) != 1:
            continue
        country = next(iter(countries)) if len(countries) == 1 else None
        rel = meanings[0].id if len(meanings) == 1 else ""
        entry = Entry(next(iter(kinds)), "party", country, None, rel)
        cased = text if text.isupper() else _initial(text)
        yield _form(entry, text, cased)


def _form(entry: Entry, text: str, cased: str) -> Form:
    _, literal, rest, _ = form_of(entry, text)
    return Form(entry, literal, rest, cased)


def _add(names: dict[str, list[tuple[str, str]]], text: str, meaning: tuple[str, str], latin: bool) -> None:
    if not text[:1].isupper() or (latin and not _is_latin(text)):
        return  # Cyrillic texts keep some names in their own letters: 'каля Białowieży'
    plain = _plain(text) if latin else text
    found = names.setdefault(plain, [])
    if meaning not in found:
        found.append(meaning)
    names[text] = found


def _initial(text: str) -> str:
    return text[:1]


def _is_latin(text: str) -> bool:
    letter = next((c for c in text if c.isalpha()), "a")
    return unicodedata.name(letter, "LATIN").startswith("LATIN")


def _plain(text: str) -> str:
    """Without the marks that English texts drop: 'Hajnówka' as 'Hajnowka'."""
    bare = unicodedata.normalize("NFKD", text.replace("ł", "l").replace("Ł", "L"))
    return "".join(c for c in bare if not unicodedata.combining(c))
