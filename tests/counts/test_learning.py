"""Sizes that are learnt: their slopes, sources that err, and the document that ships."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path

import numpy as np
import pytest

from kordon.counts import Noise, posterior
from kordon.counts.learning import LEARNT, _expect, _slopes, learn
from kordon.counts.noise import load_noise
from kordon.domain.coded import Figure
from kordon.domain.errors import BadDocument
from kordon.domain.time import Week
from kordon.vocabulary import Vocabulary

Make = Callable[..., Figure]
FIRST, LAST = Week(2022, 1), Week(2022, 52)


def printed(figure: Make, careless: float) -> tuple[list[Figure], dict[str, str]]:
    """A year of weeks by one outlet, and of pairs of weeks by another, which is wrong by that share."""
    dice = np.random.default_rng(4)
    weeks = tuple(FIRST.until(LAST))
    counts = np.round(300 * np.exp(0.3 * np.cumsum(dice.normal(0, 0.3, 52)))).tolist()
    figures = [
        figure("PL-BY", w.monday, w.sunday, c, report="careful") for w, c in zip(weeks, counts, strict=True)
    ]
    for number in range(51):
        wrong = round((counts[number] + counts[number + 1]) * (1 + dice.normal(0, careless)))
        figures.append(figure("PL-BY", weeks[number].monday, weeks[number + 1].sunday, wrong, report="careless"))
    return figures, {"careful": "careful.example", "careless": "careless.example"}


def test_a_source_that_errs_is_found_out(figure: Make, vocabulary: Vocabulary) -> None:
    figures, publishers = printed(figure, careless=0.08)
    learnt = learn(figures, ["PL-BY"], FIRST, LAST, vocabulary, publishers=publishers)
    sources = learnt.noise.sources
    assert sources["careless.example"] > 1.5 * sources["careful.example"]
    assert learnt.refits < 40
    assert learnt.evidence > sum(
        f.evidence
        for f in posterior(figures, ["PL-BY"], FIRST, LAST, vocabulary, Noise(), publishers=publishers).fits
    )


def test_slopes_are_those_of_the_evidence(figure: Make, vocabulary: Vocabulary) -> None:
    """Of sizes that the linearisation hardly depends on, against differences of the evidence itself."""
    figures, _ = printed(figure, careless=0.03)
    noise = Noise(weekday=0.3, yearly=0.6, source=0.01)

    def evidence(noise: Noise) -> float:
        (fit,) = posterior(figures, ["PL-BY"], FIRST, LAST, vocabulary, noise, precise=0.001).fits
        return fit.evidence

    (fit,) = posterior(figures, ["PL-BY"], FIRST, LAST, vocabulary, noise, precise=0.001).fits
    slopes = dict(zip(LEARNT, _slopes([_expect(fit)], noise).tolist(), strict=True))
    for name in ("weekday", "yearly", "source"):
        up, down = (replace(noise, **{name: getattr(noise, name) * np.exp(d)}) for d in (0.05, -0.05))
        assert slopes[name] == pytest.approx((evidence(up) - evidence(down)) / 0.1, rel=0.2, abs=0.3), name


def test_the_sizes_that_ship_are_complete_and_sound() -> None:
    noise = load_noise()
    assert noise != Noise()
    assert all(getattr(noise, f.name) > 0 for f in fields(Noise) if f.name != "sources")
    assert noise.factor(()) == 1.0
    assert replace(noise, sources={"a": 2.0, "b": 0.5}).factor(("a", "b")) == 0.5


@pytest.mark.parametrize(
    ("wrong", "told"),
    [("walk: 1.5", "walk: -1"), ("week: 0.5", "week: much"), ("jumps: 4", "leaps: 4")],
)
def test_a_size_that_is_none_is_named_with_its_line(tmp_path: Path, wrong: str, told: str) -> None:
    sizes = "".join(f"  {f.name}: {f.default}\n" for f in fields(Noise) if f.name != "sources")
    text = "learnt_on: 2025-06-30\ndata: attempts.csv\nfigures: 447\nsizes:\n" + sizes
    assert wrong in text
    path = tmp_path / "noise.yaml"
    path.write_text(text)
    assert load_noise(path) == Noise()
    path.write_text(text.replace(wrong, told))
    with pytest.raises(BadDocument, match=f"noise.yaml.*{told.split(':')[0]}"):
        load_noise(path)
