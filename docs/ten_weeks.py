"""Write docs/examples/ten-weeks*.md: the drafts of ten weeks on end from the data that ship, and how much they
smell of a template, with the figures of earlier drafts and of texts by people beside them."""

from __future__ import annotations

import itertools
import statistics
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from kordon.chain import Setup, assess, context_of, weeks_told
from kordon.commentary.context import DraftContext
from kordon.commentary.draft import AREAS, draft
from kordon.commentary.smell import Smell, Text, masker, smell, text_of_draft, windows
from kordon.domain.commentary import Draft, Sentence
from kordon.domain.time import Week
from kordon.vocabulary import LANGUAGES

FOLDER = Path(__file__).parent / "examples"
Drafts = Mapping[tuple[str, Week, str], Draft]

FIRST = Week(2024, 18)
LENGTH = 10
QUIET = "quiet"  # a draft whose headline says that too little is known tells no news

# Measured with this script on the drafts as they were written before they looked back and took turns; medians of
# all windows of ten weeks with news. People: two weekly commentaries of a monitoring group, taken together.
BEFORE = {
    ("security", "en"): Smell(0.77, 0.83, 0.89, 1.00, 0.53),
    ("security", "be"): Smell(0.76, 0.80, 0.88, 1.00, 0.49),
    ("security", "ru"): Smell(0.76, 0.80, 0.88, 1.00, 0.49),
    ("west", "en"): Smell(0.73, 0.75, 0.85, 0.90, 0.55),
    ("west", "be"): Smell(0.73, 0.72, 0.84, 0.90, 0.54),
    ("west", "ru"): Smell(0.73, 0.72, 0.83, 0.90, 0.52),
}
PAIRS_BEFORE = Smell(0.38, 0.20, 0.48, 1.00, 0.53)
PEOPLE = Smell(0.00, 0.08, 0.00, 0.00, 0.38)
FIGURES = ("frames", "openings", "phrases", "orders", "rhythm")


def public() -> tuple[Setup, DraftContext, tuple[Week, ...]]:
    """Everything that ships, read, assessed and ready to be written about, and its weeks."""
    from kordon.register import open_register
    from kordon.run import SHIPPED, SHIPPED_FIRST, Told, material_of, read

    setup = Setup()
    with tempfile.TemporaryDirectory() as folder, open_register(f"{folder}/ten.sqlite3") as register:
        with register.run("run", {}):
            read(setup, register, SHIPPED, Told(), lambda *_: None)
        material = material_of(setup, register)
        weeks = tuple(week for week in weeks_told(material) if week >= SHIPPED_FIRST)
        crossings, statuses = register.crossings(), register.statuses()
        assessed = assess(setup, material, weeks, crossings, statuses)
        return setup, context_of(setup, material, assessed, register.signals(None), crossings, statuses), weeks


def every_draft(context: DraftContext, weeks: Sequence[Week]) -> Drafts:
    """The draft of every area, week and language."""
    return {
        (area, week, lang): draft(area, week, lang, context)
        for area in AREAS
        for week in weeks
        for lang in LANGUAGES
    }


def texts(setup: Setup, drafts: Sequence[Draft]) -> list[tuple[Week, Text]]:
    """The drafts of one area and language as masked texts."""
    lang = drafts[0].lang
    said = " ".join(s.text for d in drafts for paragraph in d.body for s in paragraph)
    names = {name for named in setup.names.values() if len(name := named.get(lang, "")) > 3 and name in said}
    mask = masker(setup.phrases, lang, names)
    return [(d.week, text_of_draft(d, mask)) for d in drafts]


def news(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of weeks that have any."""
    return [d for d in drafts if not d.headline.key.startswith(QUIET)]


def page(context: DraftContext, drafts: Drafts, lang: str) -> str:
    """The ten weeks in one language as Markdown."""
    weeks = [FIRST + number for number in range(LENGTH)]
    lines = [f"# Ten weeks of drafts ({lang})", "", *INTRODUCTION, ""]
    for area in AREAS:
        lines += [f"## {context.vocabulary.label('areas', area, lang)}", ""]
        for week in weeks:
            lines += _told(drafts[area, week, lang], context)
    return "\n".join(lines).rstrip() + "\n"


INTRODUCTION = (
    "Made by `python docs/ten_weeks.py` from the data that ship; a test compares. These are drafts as the system",
    "writes them, before any person has read them: an analyst edits, adds what stands in no table, and signs.",
    "Every number and date in them is checked against its source.",
    "[How much they smell of a template](ten-weeks-smell.md) is measured.",
)


def _told(written: Draft, context: DraftContext) -> list[str]:
    language = context.phrases.languages[written.lang]
    span = language.range(written.week.monday, written.week.sunday)
    trend = context.vocabulary.label("trends", str(written.trend), written.lang)
    lines = [f"### {span}: {_line([written.headline])}", "", f"*{trend}*", "", f"**{_line([written.lede])}**", ""]
    for paragraph in written.body:
        lines += [_line(paragraph), ""]
    lines += [f"- {_line([bullet])}" for bullet in written.bullets]
    return [*lines, ""] if written.bullets else lines


def _line(sentences: Sequence[Sentence]) -> str:
    return " ".join(sentence.text for sentence in sentences)


def of_area(drafts: Drafts, area: str, lang: str) -> list[Draft]:
    """The drafts of one area and language that tell news, in the order of the weeks."""
    return news([d for (a, _, named), d in sorted(drafts.items()) if (a, named) == (area, lang)])


def measured(setup: Setup, drafts: Drafts, area: str, lang: str) -> list[Smell]:
    """The figures of every window of ten weeks with news."""
    written = of_area(drafts, area, lang)
    return [found for _, found in windows(texts(setup, written), LENGTH)]


def summary(found: Sequence[Smell], pick: str = "median") -> Smell:
    """The median or the worst of each figure."""
    take = statistics.median if pick == "median" else max
    return Smell(*(float(take([getattr(s, name) for s in found])) for name in FIGURES))


def smell_page(setup: Setup, drafts: Drafts) -> str:
    """The figures before and after as Markdown."""
    lines = [*SMELL_INTRODUCTION, "| area | language | of | " + " | ".join(FIGURES) + " |"]
    lines.append("|---|---|---|" + "---:|" * len(FIGURES))
    for area in AREAS:
        for lang in LANGUAGES:
            found = measured(setup, drafts, area, lang)
            lines.append(_row(area, lang, "before, median", BEFORE[area, lang]))
            lines.append(_row(area, lang, f"now, median of {len(found)} windows", summary(found)))
            lines.append(_row(area, lang, "now, worst window", summary(found, "worst")))
    lines += ["", *_people(setup, drafts)]
    return "\n".join(lines).rstrip() + "\n"


def _people(setup: Setup, drafts: Drafts) -> list[str]:
    """Two texts by people against two drafts in a row: of two texts less comes back than of ten."""
    written = texts(setup, of_area(drafts, "security", "en"))
    pairs = [smell([one, two]) for (_, one), (_, two) in itertools.pairwise(written)]
    lines = [*PEOPLE_INTRODUCTION, "| texts | " + " | ".join(FIGURES) + " |", "|---|" + "---:|" * len(FIGURES)]
    lines.append("| two commentaries by people | " + _numbers(PEOPLE) + " |")
    lines.append("| two drafts in a row, before, median | " + _numbers(PAIRS_BEFORE) + " |")
    lines.append("| two drafts in a row, now, median | " + _numbers(summary(pairs)) + " |")
    return lines


def _row(area: str, lang: str, of: str, found: Smell) -> str:
    return f"| {area} | {lang} | {of} | {_numbers(found)} |"


def _numbers(found: Smell) -> str:
    return " | ".join(f"{getattr(found, name):.2f}" for name in FIGURES)


SMELL_INTRODUCTION = (
    "# How much the drafts smell of a template",
    "",
    "Made by `python docs/ten_weeks.py`; a test compares. Every text is masked (numbers, dates, names and all",
    "labels of the vocabulary become one sign), so that only its frames are left. Over any ten weeks with news:",
    "",
    "- **frames**: the share of sentences whose frame stands in another of the ten weeks too;",
    "- **openings**: the share of paragraphs (headline and lede too) that begin with three words as others do;",
    "- **phrases**: the share of words inside a run of five that another week has too;",
    "- **orders**: the share of weeks whose paragraphs come in the same order as another week's;",
    "- **rhythm**: the spread of the length of sentences over its mean, told for comparison only.",
    "",
    "A draft is made of phrases all the same: the figures say how much comes back within ten weeks, not that",
    "nobody could tell. What an analyst adds is what no table holds: who said why, and what lies behind.",
    "",
)
PEOPLE_INTRODUCTION = (
    "## Against people",
    "",
    "Two weekly commentaries of a monitoring group, months apart and on two subjects, were at hand to compare",
    "with; two texts share less than ten, so two drafts of weeks in a row stand beside them.",
    "",
)


def pages(setup: Setup, context: DraftContext, drafts: Drafts) -> dict[str, str]:
    """Every page by its file name."""
    made = {
        f"ten-weeks.{lang}.md" if lang != "en" else "ten-weeks.md": page(context, drafts, lang)
        for lang in LANGUAGES
    }
    return {**made, "ten-weeks-smell.md": smell_page(setup, drafts)}


def main() -> None:
    setup, context, weeks = public()
    for name, text in pages(setup, context, every_draft(context, weeks)).items():
        (FOLDER / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
