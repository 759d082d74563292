"""The whole chain in one place: what a value passes through, from a report to a draft.

Nothing is calculated here. Each function hands the values of one link to the next, for every face alike::

    read      bytes       -> Coded                      (intake, coding)
    assess    Material    -> readings, levels, proposals (counts, indicators, criteria, measures)
    write     Assessed    -> drafts                     (commentary)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kordon.domain.assessment import Assessment
from kordon.domain.commentary import Draft
from kordon.domain.material import Material
from kordon.domain.measure import Crossing, CrossingStatus, Proposal
from kordon.domain.reading import Reading, WeekCount
from kordon.domain.time import Date, Week
from kordon.vocabulary import LANGUAGES, Vocabulary, load

if TYPE_CHECKING:
    from kordon.coding import Coder
    from kordon.commentary.phrases import Phrases
    from kordon.criteria import Criteria
    from kordon.geo.gazetteer import Gazetteer
    from kordon.geo.lines import BorderLine
    from kordon.indicators import Indicator
    from kordon.intake.sources import Sources
    from kordon.measures import Ladder

Key = tuple[str, Week]  # border and week
Progress = Callable[[str, int, int], None]  # what is being done, done, of


def silent(what: str, done: int, of: int) -> None:
    """Progress that nobody watches."""


class Setup:
    """Everything that is data, each loaded when it is first needed: what ships, and a deployment's own folders."""

    def __init__(self, *folders: Path) -> None:
        self.folders = folders

    @cached_property
    def vocabulary(self) -> Vocabulary:
        return load(*self.folders)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        from kordon.geo.gazetteer import load_gazetteer

        return load_gazetteer(*self.folders)

    @cached_property
    def lines(self) -> Mapping[str, BorderLine]:
        from kordon.geo.lines import load_lines

        return load_lines(*self.folders)

    @cached_property
    def sources(self) -> Sources:
        from kordon.intake.sources import load_sources

        return load_sources(*self.folders)

    @cached_property
    def coder(self) -> Coder:
        from kordon.coding import load_coder

        return load_coder(self.vocabulary, self.gazetteer, *self.folders)

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        from kordon.indicators import load_indicators

        return load_indicators(self.vocabulary, *self.folders)

    @cached_property
    def criteria(self) -> tuple[Criteria, ...]:
        from kordon.criteria import load_criteria

        return load_criteria(self.vocabulary, self.indicators, *self.folders)

    @cached_property
    def ladder(self) -> Ladder:
        from kordon.measures import load_ladder

        return load_ladder(self.vocabulary, *self.folders)

    @cached_property
    def phrases(self) -> Phrases:
        from kordon.commentary.phrases import load_phrases

        return load_phrases(self.vocabulary, *self.folders)


@dataclass(frozen=True, slots=True)
class Assessed:
    """What one run of the chain knows about its weeks."""

    as_of: Date
    weeks: tuple[Week, ...]
    borders: tuple[str, ...]
    series: Mapping[str, tuple[WeekCount, ...]]
    readings: Mapping[Key, tuple[Reading, ...]]
    assessments: Mapping[Key, Assessment]
    proposals: Mapping[Key, Proposal]

    def newest(self, borders: int = 2) -> Week | None:
        """The newest week in which at least this many borders are assessed."""
        for week in reversed(self.weeks):
            if sum(self.assessments[b, week].level.assessed for b in self.borders) >= borders:
                return week
        return None
