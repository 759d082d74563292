"""Critical incidents and the joint mechanism of several states.

::

    examine   criteria, material    -> findings: triggers that fire, doubtful ones, near misses, each with why
    unheard   record, findings      -> findings that were never part of a consultation
    raised    record, finding       -> entries by which it opens a consultation or joins the open one
    added     record, entry         -> entries for an answer, a withdrawal, a stand-down ...
    advanced  record, now           -> entries for every deadline that has passed
    view      entries               -> the consultation: incidents, seats, state
    plan      consultation          -> what closes where, from when to when, with which exceptions
    notices   consultation          -> what is told to whom, in three languages
    alerts    consultation          -> CAP 1.2 messages: Alert, Update, Cancel

Who the parties are and what sets it off is data; so is the process.
"""

from kordon.measures.mechanism.document import Mechanism, Party, load_mechanism, read_mechanism
from kordon.measures.mechanism.play import (
    added,
    advanced,
    forbidden,
    load_consultation,
    raised,
    replay,
    unheard,
    unsupported,
)
from kordon.measures.mechanism.state import (
    Alarm,
    Consultation,
    Seat,
    consultations,
    ended_elsewhere,
    open_one,
    opening,
    view,
)
from kordon.measures.mechanism.triggers import Finding, Outcome, examine

__all__ = [
    "Alarm",
    "Consultation",
    "Finding",
    "Mechanism",
    "Outcome",
    "Party",
    "Seat",
    "added",
    "advanced",
    "consultations",
    "ended_elsewhere",
    "examine",
    "forbidden",
    "load_consultation",
    "load_mechanism",
    "open_one",
    "opening",
    "raised",
    "read_mechanism",
    "replay",
    "unheard",
    "unsupported",
    "view",
]
