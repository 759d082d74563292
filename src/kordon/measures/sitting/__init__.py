"""A sitting: what changed since the last one, a range of options, opinions, a decision with its reason.

The steps are those of ``data/processes/sitting.yaml``: :mod:`~kordon.measures.sitting.steps` makes their entries,
:mod:`~kordon.measures.sitting.policies` says which may not be taken and why. :func:`sitting_of` reads a sitting
off its entries, :func:`begun` gives the entries with which the measures that were decided on begin.
"""

from kordon.measures.sitting.begin import begun, measure_of
from kordon.measures.sitting.changes import BorderChange, Change, Moved, changes
from kordon.measures.sitting.estimate import estimated
from kordon.measures.sitting.fold import sitting_of, sittings
from kordon.measures.sitting.minutes import Minutes, as_text, describe
from kordon.measures.sitting.model import (
    CHOICES,
    HEADINGS,
    NOT_ESTIMATED,
    PROCESS,
    Decision,
    Dissent,
    Estimate,
    Impact,
    Offer,
    Opinion,
    Put,
    Sitting,
)
from kordon.measures.sitting.policies import Facts, policies
from kordon.measures.sitting.steps import offered

__all__ = [
    "CHOICES",
    "HEADINGS",
    "NOT_ESTIMATED",
    "PROCESS",
    "BorderChange",
    "Change",
    "Decision",
    "Dissent",
    "Estimate",
    "Facts",
    "Impact",
    "Minutes",
    "Moved",
    "Offer",
    "Opinion",
    "Put",
    "Sitting",
    "as_text",
    "begun",
    "changes",
    "describe",
    "estimated",
    "measure_of",
    "offered",
    "policies",
    "sitting_of",
    "sittings",
]
