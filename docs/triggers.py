"""Write docs/spec/public-triggers.md: what fires in the data that ship, and each near miss, with why."""

from __future__ import annotations

from pathlib import Path

from kordon.chain import Setup
from kordon.cli.mechanism_desk import shipped
from kordon.measures.mechanism import examine, load_mechanism
from kordon.measures.mechanism.report import lines_of, page
from kordon.measures.mechanism.words import load_words

PAGE = Path(__file__).parent / "spec" / "public-triggers.md"


def text() -> str:
    """The page as Markdown."""
    setup = Setup()
    mechanism, (material, texts) = load_mechanism(setup.vocabulary), shipped(setup)
    findings = examine(setup.criteria[0], mechanism, material, setup.vocabulary)
    lines = lines_of(findings, material, texts, load_words(), setup.vocabulary, "en")
    return page(mechanism, lines, findings, setup.vocabulary)


def main() -> None:
    PAGE.write_text(text(), "utf-8")


if __name__ == "__main__":
    main()
