"""The weeks of a register, or of the public dataset that ships where there is none, assessed for a command."""

from __future__ import annotations

import datetime as dt
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kordon.domain.time import Week

if TYPE_CHECKING:
    from kordon.chain import Assessed, Setup
    from kordon.criteria.judgements import Judgement
    from kordon.domain.material import Material


@dataclass(frozen=True, slots=True)
class Weeks:
    """``material`` is what was assessed, as known on the day that was asked for."""

    material: Material
    assessed: Assessed
    judgements: tuple[Judgement, ...]


def assessed_weeks(setup: Setup, register: str, week: Week, as_of: dt.date | None) -> Weeks:
    """All weeks that ``week`` leans on, and those after it that the material tells of."""
    from kordon.chain import assess
    from kordon.criteria.judgements import PROCESS as JUDGEMENTS
    from kordon.criteria.judgements import from_record
    from kordon.register import open_register
    from kordon.run import SHIPPED, SHIPPED_FIRST, Told, material_of, read, weeks_of

    with tempfile.TemporaryDirectory() as scratch:
        fresh = "://" not in register and not Path(register).exists()
        if fresh:
            click.echo(f"There is no register at {register}; using the public dataset that ships.", err=True)
        with open_register(Path(scratch, "kordon.sqlite3") if fresh else register) as opened:
            if fresh:
                read(setup, opened, SHIPPED, Told())
            material = material_of(setup, opened, as_of)
            weeks = weeks_of(opened, material, week)
            if fresh:
                weeks = tuple(min(SHIPPED_FIRST, week).until(weeks[-1]))
            judgements = from_record(opened.record(JUDGEMENTS), as_of)
            found = assess(setup, material, weeks, opened.crossings(), opened.statuses(), judgements=judgements)
            return Weeks(material, found, judgements)
