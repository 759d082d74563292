"""A released issue as PDF on A4, and the card that other sites show beside a link: both made by typst."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kordon.domain.issue import Issue
from kordon.domain.time import Week
from kordon.site.index import Index
from kordon.site.parts import Parts
from kordon.site.printing import compiled
from kordon.site.safe import line
from kordon.site.stories import Story
from kordon.site.words import Words

ISSUE = """
#let d = json(bytes(sys.inputs.data))
#set document(title: d.title, author: (), date: none)
#set page(
  paper: "a4",
  margin: (top: 24mm, bottom: 24mm, left: 32mm, right: 32mm),
  footer: context [
    #set text(size: 8pt, fill: rgb("#555c63"))
    #line(length: 100%, stroke: 0.4pt + rgb("#d5d8d4"))
    #text(d.foot) #h(1fr) #counter(page).display("1 / 1", both: true)
  ],
)
#set text(font: ("Libertinus Serif",), lang: d.lang, size: 11pt, fill: rgb("#171b20"), hyphenate: false)
#set par(justify: false, leading: 0.7em, spacing: 1.15em)
#let soft(body) = text(size: 8.8pt, fill: rgb("#555c63"), body)
#show heading: set block(sticky: true)
#text(size: 15pt, weight: 600, "Kordon") #h(0.6em) #soft(text(d.strap))
#line(length: 100%, stroke: 1.4pt)
#soft(text(d.kicker))
#v(-0.5em)
#heading(level: 1, outlined: false, text(size: 23pt, weight: 600, d.when))
#v(0.4em)
#for n in d.notices {
  block(width: 100%, inset: (left: 8pt, y: 2pt), stroke: (left: 2pt + rgb("#171b20")))[#text(n)]
}
#table(
  columns: (auto, auto, auto, 1fr),
  stroke: (x: none, y: 0.4pt + rgb("#d5d8d4")),
  inset: (x: 4pt, y: 5pt),
  table.header(..d.heads.map(h => soft(text(h)))),
  ..d.levels.map(row => (
    strong(text(size: 9.5pt, row.at(0))),
    ..row.slice(1).map(c => text(size: 9.5pt, c)),
  )).flatten(),
)
#for s in d.stories [
  #v(0.8em)
  #soft(text(s.label))
  #v(-0.5em)
  #heading(level: 2, text(size: 15pt, weight: 600, s.headline))
  #strong(text(size: 9.5pt, s.trend))
  #par(text(size: 12.5pt, s.lede))
  #for p in s.body { par(text(p)) }
  #if s.bullets.len() > 0 { list(marker: [–], ..s.bullets.map(b => text(b))) }
  #if s.sources.len() > 0 {
    soft[#text(d.sources): ]
    for (n, source) in s.sources.enumerate() {
      if source.at(1) != "" { soft(link(source.at(1), text(source.at(0)))) } else { soft(text(source.at(0))) }
      if n < s.sources.len() - 1 { soft[; ] }
    }
  }
  #for b in s.byline { block(above: 0.5em, soft(text(b))) }
]
"""

CARD = """
#let d = json(bytes(sys.inputs.data))
#set document(title: d.title, author: (), date: none)
#set page(width: 600pt, height: 315pt, margin: (x: 34pt, y: 28pt), fill: rgb("#fdfdfb"))
#set text(font: ("Libertinus Serif",), lang: d.lang, size: 15pt, fill: rgb("#171b20"), hyphenate: false)
#text(size: 19pt, weight: 600, "Kordon") #h(0.5em) #text(fill: rgb("#555c63"), d.strap)
#line(length: 100%, stroke: 2pt)
#v(4pt)
#text(size: 33pt, weight: 600, d.when)
#v(6pt)
#let fills = ("low": rgb("#f6e7b4"), "medium": rgb("#e3a93c"), "high": rgb("#b9471d"), "critical": rgb("#5a0d18"))
#let ranks = ("low": 1, "medium": 2, "high": 3, "critical": 4)
#let gauge(level) = box(height: 13pt, baseline: 1.5pt, grid(
  columns: (20pt,) * 4,
  ..range(4).map(n => rect(
    width: 20pt, height: 13pt,
    stroke: if level in ranks { 1pt + rgb("#171b20") } else { (paint: rgb("#555c63"), dash: "dashed") },
    fill: if level in ranks and n < ranks.at(level) { fills.at(level) } else { none },
  )),
))
#grid(
  columns: (1fr, 88pt, 1.25fr),
  row-gutter: 15pt,
  column-gutter: 14pt,
  align: horizon,
  ..d.levels.map(r => (
    text(size: 18pt, weight: 600, r.at(0)), gauge(r.at(1)), text(size: 16pt, r.at(2)),
  )).flatten(),
)
"""


def issue_pdf(issue: Issue, index: Index, words: Words, parts: Parts, stories: Sequence[Story]) -> bytes:
    """The issue of one language on A4. Raises :class:`NoTypst`."""
    say = words.say
    data = {
        "lang": words.lang,
        "title": f"Kordon, {words.week(issue.week)}",
        "strap": say("strap"),
        "kicker": say("issue-number", number=issue.number),
        "when": words.week(issue.week),
        "foot": say("released", number=issue.number, day=words.day(issue.released_on)),
        "notices": [f"{say('corrected-on', day=c.day)} {c.notice}" for s in stories for c in s.corrections],
        "heads": [say("col-border"), say("col-level"), say("col-trend"), say("why")],
        "levels": _levels(index, parts, issue.week),
        "sources": say("sources"),
        "stories": [_story(s, words) for s in stories if s.written and not s.draft],
    }
    return compiled(ISSUE, data, "pdf")


def card(index: Index, words: Words, parts: Parts, week: Week) -> bytes:
    """A PNG of 1200 by 630 pixels: the week, and each border with its level. Raises :class:`NoTypst`."""
    plates = [parts.plate(border, week) for border in index.data.borders]
    data = {
        "lang": words.lang,
        "title": words.week(week),
        "strap": words.say("strap"),
        "when": words.week(week),
        "levels": [(p.name, p.level, _verdict(p.level_word, p.trend_word)) for p in plates],
    }
    return compiled(CARD, data, "png")


def _verdict(level: str, trend: str) -> str:
    return level if level == trend else f"{level}, {trend}"


def _levels(index: Index, parts: Parts, week: Week) -> list[tuple[str, str, str, str]]:
    plates = [parts.plate(border, week) for border in index.data.borders]
    return [(line(p.name), p.level_word, p.trend_word, line(p.sentence)) for p in plates]


def _story(story: Story, words: Words) -> Mapping[str, Any]:
    byline = []
    if story.authors:
        byline.append(words.say("written-by", names=story.authors))
    if story.reviewers:
        byline.append(words.say("reviewed-by", names=story.reviewers))
    assessed = "no" if story.trend == "not_assessed" else "yes"
    return {
        "label": story.label,
        "headline": story.headline.text,
        "trend": words.say("situation", trend=story.trend_word, assessed=assessed),
        "lede": story.lede.text,
        "body": [p.text for p in story.body],
        "bullets": [b.text for b in story.bullets],
        "sources": [(name, link or "") for name, link in story.sources],
        "byline": byline,
    }
