"""The tables of the register, one module an aggregate."""

from kordon.register.models.events import Decision
from kordon.register.models.issues import Revision
from kordon.register.models.material import (
    Coding,
    Composition,
    Figure,
    Header,
    Incident,
    Item,
    Judgement,
    Report,
    ReportedMeasure,
    Rung,
    Signal,
)
from kordon.register.models.record import Entry
from kordon.register.models.reference import Document, Measure, Reference
from kordon.register.models.results import Assessment, Draft, Proposal, Reading, WeekCount
from kordon.register.models.runs import Rejection, Run, RunEnd
from kordon.register.models.suggested import Answer, Suggested

__all__ = [
    "Answer",
    "Assessment",
    "Coding",
    "Composition",
    "Decision",
    "Document",
    "Draft",
    "Entry",
    "Figure",
    "Header",
    "Incident",
    "Item",
    "Judgement",
    "Measure",
    "Proposal",
    "Reading",
    "Reference",
    "Rejection",
    "Report",
    "ReportedMeasure",
    "Revision",
    "Run",
    "RunEnd",
    "Rung",
    "Signal",
    "Suggested",
    "WeekCount",
]
