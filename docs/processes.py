"""Write docs/spec/process-*.md and docs/images/process-*.svg: each process that ships, from its document alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path

from kordon.measures.process import Process, diagram, load_process
from kordon.measures.process.document import SHIPPED

HERE = Path(__file__).parent
PAGES, IMAGES = HERE / "spec", HERE / "images"
MADE = (
    "Made by `python docs/processes.py` from `data/processes/{name}.yaml`; a test compares. Who may do what is a "
    "proposal: a deployment puts its own document in its place."
)
WIDE, HIGH, ACROSS, DOWN, EDGE = 168, 40, 250, 92, 24  # a box, the way to the next one, and the margin


def names() -> list[str]:
    return sorted(path.stem for path in SHIPPED.glob("*.yaml"))


def page(name: str) -> str:
    """One page as Markdown: the drawing, the steps as a table, and the drawing as text for Mermaid."""
    process = load_process(name)
    title = process.label["en"]
    lines = [f"# Process: {title}", "", MADE.format(name=name), ""]
    lines += [f"![{title}: states and numbered steps](../images/{_stem(name)}.svg)", ""]
    lines += ["Numbers are those of the table. Steps that change no state are not drawn.", "", *_steps(process)]
    if gates := sorted({gate for step in process.steps.values() for gate in step.gates}):
        lines += ["", f"Policies that steps ask: {', '.join(f'`{gate}`' for gate in gates)}."]
    lines += ["", "The same in the language of Mermaid:", "", "```text"]
    lines += [diagram(process, "en").rstrip("\n"), "```"]
    return "\n".join(lines) + "\n"


def _stem(name: str) -> str:
    return f"process-{name.replace('_', '-')}"


def _steps(process: Process) -> Iterable[str]:
    yield "|  | from | step | to | by whom | not by who took | asks for |"
    yield "|---" * 7 + "|"
    for number, step in enumerate(process.steps.values(), 1):
        asks = [*step.needs, *(["a reason"] if step.reason else []), *(["evidence"] if step.evidence else [])]
        cells = (
            str(number),
            _states(process, step.sources) or "nothing yet",
            step.label["en"],
            _states(process, (step.to,)) if step.to else "(stays)",
            ", ".join(process.roles[role]["en"] for role in step.roles) or "by itself",
            ", ".join(process.steps[other].label["en"] for other in step.not_by),
            ", ".join(asks),
        )
        yield f"| {' | '.join(cells)} |"


def _states(process: Process, states: Iterable[str]) -> str:
    return ", ".join(f"*{process.states[state].label['en']}*" for state in states)


def drawing(name: str) -> str:
    """The states as boxes, a column for each distance from the beginning, and the steps between them as SVG."""
    process = load_process(name)
    places = _places(process)
    width = max(x for x, _ in places.values()) + WIDE + EDGE
    height = max(y for _, y in places.values()) + HIGH + EDGE
    arrows: dict[tuple[str, str], list[int]] = {}
    for number, step in enumerate(process.steps.values(), 1):
        for source in step.sources or ("",):
            if step.to and step.to != source:
                arrows.setdefault((source, step.to), []).append(number)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" role="img" '
        f'font-family="sans-serif" font-size="13">',
        f"<title>{escape(process.label['en'])}</title>",
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" '
        'orient="auto"><path d="M0 0L8 4L0 8z" fill="#555"/></marker></defs>',
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
    ]
    for (source, to), numbers in arrows.items():
        lines += _arrow(places.get(source, (EDGE, places[to][1])), places[to], numbers, begins=not source)
    for state in process.states.values():
        x, y = places[state.id]
        twice = ' stroke-width="3"' if state.final else ""
        lines.append(
            f'<rect x="{x}" y="{y}" width="{WIDE}" height="{HIGH}" rx="6" fill="#f4f4f2" stroke="#333"{twice}/>'
        )
        words = _wrapped(state.label["en"])
        for row, text in enumerate(words):
            at = y + HIGH / 2 + 5 + (row - (len(words) - 1) / 2) * 15
            lines.append(f'<text x="{x + WIDE / 2:g}" y="{at:g}" text-anchor="middle">{escape(text)}</text>')
    return "\n".join([*lines, "</svg>"]) + "\n"


def _wrapped(text: str, most: int = 24) -> list[str]:
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + len(word) >= most:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines[:2]


def _places(process: Process) -> Mapping[str, tuple[int, int]]:
    """Where each state's box stands: a column for each step from the beginning, final ones in the last."""
    waiting = [next(step.to for step in process.steps.values() if step.starts)]
    depth = {waiting[0]: 0}
    for state in waiting:
        for step in process.steps.values():
            if state in step.sources and step.to and step.to not in depth:
                depth[step.to] = depth[state] + 1
                waiting.append(step.to)
    last = max((d for s, d in depth.items() if not process.states[s].final), default=0) + 1
    rows: dict[int, int] = {}
    places = {}
    for state in process.states.values():
        column = last if state.final else depth.get(state.id, 0)
        lower = DOWN // 2 if state.final else 0  # so that no arrow to it runs behind another box
        places[state.id] = (EDGE + column * ACROSS, 2 * EDGE + rows.get(column, 0) * DOWN + lower)
        rows[column] = rows.get(column, 0) + 1
    return places


def _arrow(source: tuple[int, int], to: tuple[int, int], numbers: list[int], *, begins: bool) -> Iterable[str]:
    """A curve from one box to another with its numbers on it."""
    (x1, y1), (x2, y2) = source, to
    low = 0
    if begins:
        x1, y1, x2, bend = x2 + WIDE // 2, y2 - 40, x2 + WIDE // 2, 0
    elif x1 == x2:
        aside = 20 if y2 > y1 else -20  # there and back beside one another
        x1, x2 = x1 + WIDE // 2 + aside, x2 + WIDE // 2 + aside
        y1, y2 = (y1 + HIGH, y2) if y2 > y1 else (y1, y2 + HIGH)
        bend = 0
    elif x1 < x2:
        x1, y1, y2, bend = x1 + WIDE, y1 + HIGH // 2, y2 + HIGH // 2, 40
    elif y1 == y2 and x1 - x2 > ACROSS:  # below the boxes that stand between
        x1, y1, x2, y2, bend, low = x1 + WIDE // 2, y1 + HIGH, x2 + WIDE // 2, y2 + HIGH, -40, 40
    else:
        y1, x2, y2, bend = y1 + HIGH - 8, x2 + WIDE, y2 + HIGH - 8, -40
    curve = f"M{x1} {y1}C{x1 + bend} {y1 + low} {x2 - bend} {y2 + low} {x2} {y2}"
    yield f'<path d="{curve}" fill="none" stroke="#555" marker-end="url(#tip)"/>'
    text = ", ".join(map(str, numbers))
    x, y = (x1 + x2) / 2, (y1 + y2) / 2 + 0.75 * low
    half = 4 + 3.6 * len(text)
    yield f'<rect x="{x - half:g}" y="{y - 9:g}" width="{2 * half:g}" height="18" fill="#fff"/>'
    yield f'<text x="{x:g}" y="{y + 4:g}" text-anchor="middle" fill="#555">{text}</text>'


def main() -> None:
    for folder in (PAGES, IMAGES):
        folder.mkdir(exist_ok=True)
    for name in names():
        (PAGES / f"{_stem(name)}.md").write_text(page(name), "utf-8")
        (IMAGES / f"{_stem(name)}.svg").write_text(drawing(name), "utf-8")


if __name__ == "__main__":
    main()
