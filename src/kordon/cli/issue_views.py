"""What ``kordon issue`` shows: where texts stand, a text, differences, histories, what may be cited."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click
from rich import box
from rich.markup import escape
from rich.table import Table
from rich.text import Text as Styled

from kordon.api.issue import told_change, told_revision, told_text
from kordon.cli import show as terminal
from kordon.cli.suggest import inert
from kordon.commentary.issue import Behind, Change, Op, Text, differences
from kordon.commentary.issue.together import short
from kordon.domain.time import Week

if TYPE_CHECKING:
    from kordon.domain.issue import Revision
    from kordon.register.issue_archive import Taken
    from kordon.register.issue_desk import Handed
    from kordon.register.issues import Issues

LANG = "en"
STYLES = {Op.GONE: "red strike", Op.NEW: "green underline", Op.SAME: ""}
BESIDE = 60  # letters of what is the same that stand beside what is not
MARKS = {Op.GONE: ("[-", "-]"), Op.NEW: ("{+", "+}"), Op.SAME: ("", "")}


def _line(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False))


def handed(one: Handed) -> None:
    """What came of a file, and what is still wrong with its words."""
    revision = one.revision
    about = f"{revision.week}:{revision.area}:{revision.lang}"
    click.echo(f"Recorded: {about} is {short(revision.id)}." if one.new else f"{about} says nothing new.")
    for finding in one.findings:
        kind = "" if finding.stops else "Warning: "
        click.echo(inert(f"  {kind}{finding}"))
    if any(finding.stops for finding in one.findings):
        click.echo("  It can be submitted when that is mended.")


def weeks(issues: Issues, *, as_json: bool) -> None:
    found: dict[Week, list[Text]] = {}
    for text in issues.texts().values():
        found.setdefault(text.week, []).append(text)
    if as_json:
        for week in sorted(found):
            _line({"week": str(week), "texts": [told_text(t) for t in issues.of_week(week)]})
        return
    if not found:
        click.echo("No text has been begun yet; 'draft' begins those of a week.")
        return
    table = _table("week", "area", *issues.languages)
    for week in sorted(found):
        _rows(issues, table, issues.of_week(week))
    terminal.console().print(table)


def standing(issues: Issues, week: Week, area: str, *, as_json: bool) -> None:
    texts = issues.of_week(week, area)
    if as_json:
        for text in texts:
            _line(told_text(text))
        return
    if not texts:
        click.echo(f"No text of {week} has been begun yet; 'draft' begins them.")
        return
    table = _table("week", "area", *issues.languages)
    _rows(issues, table, texts)
    terminal.console().print(table)
    details = _table("text", "revision", "trend", "made from", "authors", "approved by")
    for text in texts:
        revision = issues.revisions[text.newest]
        cells = (
            f"{text.area} {text.lang}", _hex(text.newest), revision.trend.value, _hex(revision.made_from),
            ", ".join(revision.authors),
            ", ".join(text.reviewers),
        )  # fmt: skip
        details.add_row(*(escape(inert(cell)) for cell in cells))
    terminal.console().print(details)
    behind(issues.behind(week), as_json=False)
    for text in texts:
        for one in text.corrections:
            click.echo(inert(f"Corrected on {one.at:%Y-%m-%d} by {one.by} ({text.lang}): {one.notice}"))


def _hex(revision: str) -> str:
    """Enough of a revision's id to name it by, without the word that all of them begin with."""
    return short(revision).removeprefix("revision-")


def _table(*names: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD)
    for name in names:
        table.add_column(name)
    return table


def _rows(issues: Issues, table: Table, texts: Sequence[Text]) -> None:
    for area in dict.fromkeys(t.area for t in texts):
        by_lang = {t.lang: t for t in texts if t.area == area}
        cells = [_state(issues, by_lang.get(lang)) for lang in issues.languages]
        table.add_row(str(texts[0].week), escape(area), *map(escape, cells))


def _state(issues: Issues, text: Text | None) -> str:
    if text is None:
        return "-"
    return issues.process.states[text.state].label[LANG] + (" (correction written)" if text.amended else "")


def text(issues: Issues, found: Text, revision: str, *, as_json: bool) -> None:
    """One text as it reads, with what is wrong with it."""
    shown = issues.revision(revision) if revision else issues.revisions[found.newest]
    if as_json:
        _line({**told_text(found), "text": told_revision(shown)})
        return
    state = issues.process.states[found.state].label[LANG]
    click.echo(f"{found.subject}, {state}, {short(shown.id)}, trend {shown.trend.value}\n")
    for line in _reading(shown):
        click.echo(inert(line) if line else "")
    if not found.elsewhere:
        for finding in issues.check(shown):
            click.echo(inert(f"{'' if finding.stops else 'Warning: '}{finding}"))


def _reading(revision: Revision) -> Iterable[str]:
    yield revision.headline.text.upper()
    yield ""
    yield revision.lede.text
    for paragraph in revision.body:
        yield ""
        yield " ".join(sentence.text for sentence in paragraph)
    if revision.bullets:
        yield ""
        yield from (f"- {bullet.text}" for bullet in revision.bullets)
    yield ""
    yield from (f"{source.name} {source.address}".strip() for source in revision.sources)


def diff(issues: Issues, found: Text, before: str, after: str, *, as_json: bool) -> None:
    new = issues.revision(after) if after else issues.revisions[found.newest]
    named = before or new.before
    old = issues.revision(named) if named else None
    changes = differences(old, new)
    if as_json:
        _line({"from": old.id if old else "", "to": new.id, "changes": [told_change(c) for c in changes]})
        return
    click.echo(f"{short(old.id) if old else 'nothing'} -> {short(new.id)}")
    _changes(changes)
    if not changes:
        click.echo("The words are the same.")


def _changes(changes: Iterable[Change], indent: str = "") -> None:
    out = terminal.console()
    for change in changes:
        name = f"{change.part} {change.number}" if change.number else change.part
        line = Styled(f"{indent}{name}: ")
        for run in change.runs:
            first, last = MARKS[run.op]
            words = _cut(run.text) if run.op is Op.SAME else run.text
            line.append(f"{first}{inert(words)}{last}", STYLES[run.op])
        out.print(line, soft_wrap=True)


def _cut(text: str) -> str:
    """The ends of a long run of words that are the same."""
    return text if len(text) <= 2 * BESIDE + 20 else f"{text[:BESIDE]} [...] {text[-BESIDE:]}"


def history(issues: Issues, texts: Iterable[Text], *, as_json: bool) -> None:
    for found in texts:
        if not as_json:
            click.echo(found.subject)
        for entry, changes in issues.history(found):
            at, named = f"{entry.at:%Y-%m-%d %H:%M}", str(entry.data.get("revision") or "")
            if as_json:
                _line(
                    {"text": found.subject, "at": entry.at.isoformat(), "does": entry.does, "by": entry.by.id,
                     "why": entry.why, "revision": named, "changes": [told_change(c) for c in changes]}
                )  # fmt: skip
                continue
            why = f": {entry.why}" if entry.why else ""
            step = issues.process.steps[entry.does].label[LANG]
            click.echo(inert(f"  {at}  {step}, by {entry.by.id}, {short(named)}{why}"))
            if issues.revisions[named].before and changes:
                _changes(changes, "    ")


def behind(found: Iterable[Behind], *, as_json: bool) -> None:
    for one in found:
        if as_json:
            _line({"text": one.text.subject, "made_from": one.made_from, "newest": one.newest})
        else:
            click.echo(str(one))


def checked(issues: Issues, texts: Iterable[Text], *, as_json: bool) -> bool:
    """What is wrong with each text; whether anything of it stops."""
    stopped, seen = False, False
    for found in texts:
        seen = True
        for finding in issues.check(issues.revisions[found.newest]):
            stopped = stopped or finding.stops
            if as_json:
                _line(
                    {"text": found.subject, "place": finding.place, "stops": finding.stops, "told": str(finding)}
                )
            else:
                click.echo(inert(f"{'' if finding.stops else 'Warning: '}{found.subject}, {finding}"))
    if not as_json and not stopped:
        click.echo("Nothing stands against a release." if seen else "There is no text to check.")
    return stopped


def citable(issues: Issues, week: Week, area: str, number: float | None, *, as_json: bool) -> None:
    term = issues.setup.vocabulary.term("areas", area)
    borders = tuple(term.get("borders") or issues.setup.vocabulary.assessed_borders)
    for name, what, facts in issues.citable(week, borders):
        told = {k: v for k, v in facts.items() if number is None or v == number}
        if not told:
            continue
        if as_json:
            values = {k: v if isinstance(v, int | float) else v.isoformat() for k, v in told.items()}
            _line({"id": name, "what": what, "values": values})
            continue
        shown = ", ".join(f"{k} {v:g}" if isinstance(v, int | float) else f"{k} {v}" for k, v in told.items())
        click.echo(inert(f"[^{name}]  {what}: {shown}"))


def taken(done: Taken, *, as_json: bool) -> None:
    for found in done.texts:
        if as_json:
            _line(told_text(found))
        else:
            where = f", {found.address}" if found.address else ""
            click.echo(inert(f"Taken in: {found.subject}, published on {found.day}{where}."))
    for error in done.errors:
        click.echo(inert(str(error)), err=True)
    if not as_json:
        click.echo(f"{len(done.texts)} new or changed, {done.known} known, {len(done.errors)} left out.")
