"""The sizes of everything that moves or blurs a series, and where those that ship come from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path

from kordon.domain.time import Date
from kordon.vocabulary.documents import Document, read_document

SHIPPED = Path(__file__).parent.parent / "data" / "counts" / "noise.yaml"


@dataclass(frozen=True)
class Noise:
    """The sizes of a series' parts, the same for every border. Sizes are in log units unless said otherwise.

    The values here are round ones to begin a search with. :func:`load_noise` reads those that ship, which
    :func:`kordon.counts.learning.learn` found.
    """

    start: float = 2.0  # log of the daily intensity that is expected of a border nobody has spoken of
    level: float = 2.0  # sd of a border's own level around that
    walk: float = 1.5  # sd of a week's log intensity around the border's level
    memory: float = 16.0  # weeks after which the walk remembers 1/e of where it was
    week: float = 0.5  # sd of a single week around that, forgotten in the next
    weekday: float = 0.1  # sd of the effect of a day of the week; 0 for none
    yearly: float = 0.3  # sd of the yearly wave at any moment; 0 for none
    groups: float = 12.0  # variance of a day's count over its mean, when small: people come in groups
    days: float = 0.15  # squared coefficient of variation between days, when large
    source: float = 0.01  # sd of a source's disagreement, as a share of the figure
    least: float = 0.1  # variance of any printed figure, in people squared
    jumps: float = 4.0  # degrees of freedom of the walk's steps: the fewer, the more it stands still or jumps
    freedom: float = 2.0  # degrees of freedom of figures that contradict the rest
    # By how much the variance of a source's disagreement differs from that of all; a source not named has 1.
    sources: Mapping[str, float] = field(default_factory=dict, hash=False)

    def factor(self, sources: tuple[str, ...]) -> float:
        """The factor of a figure that these sources print alike: the best of them vouches for it."""
        return min((self.sources.get(s, 1.0) for s in sources), default=1.0)


_SIZES = tuple(f.name for f in fields(Noise) if f.name != "sources")
_HEAD = ("learnt_on", "data", "figures")
_ALIKE = 0.8


def load_noise(path: Path = SHIPPED) -> Noise:
    """The sizes of a document; raises :class:`~kordon.domain.errors.BadDocument` with the line that is wrong."""
    return noise_of(read_document(path, path.name if path == SHIPPED else ""))


def noise_of(document: Document) -> Noise:
    """The sizes that a document gives; all of them have to be there."""
    document.check_keys((), document.data, (*_HEAD, "sizes"), ("sources",))
    sizes = document.data["sizes"]
    document.check_keys(("sizes",), sizes, _SIZES)
    sources = document.data.get("sources") or {}
    for part, found in (("sizes", sizes), ("sources", sources)):
        if not isinstance(found, dict):
            document.complain((part,), "expected names with a number each", "write them as name: number")
        for name, value in found.items():
            usable = isinstance(value, int | float) and not isinstance(value, bool)
            may_be_zero = name in ("weekday", "yearly", "start")
            if not usable or not (value > 0 or (may_be_zero and value == 0)):
                document.complain(
                    (part, name), f"{name} is {value!r}, which is no size", "write a number above zero"
                )
    return Noise(**{n: float(sizes[n]) for n in _SIZES}, sources={str(k): float(v) for k, v in sources.items()})


def text_of(noise: Noise, learnt_on: Date, data: str, figures: int) -> str:
    """The document of some sizes, for :func:`load_noise`; sources that are nearly like all others are left out."""
    lines = [f"learnt_on: {learnt_on}", f"data: {data}", f"figures: {figures}", "sizes:"]
    lines += [f"  {name}: {getattr(noise, name):.3g}" for name in _SIZES]
    apart = {s: f for s, f in sorted(noise.sources.items()) if not _ALIKE < f < 1 / _ALIKE}
    if apart:
        lines += ["sources:", *(f"  {source}: {factor:.2f}" for source, factor in apart.items())]
    return "\n".join([*lines, ""])
