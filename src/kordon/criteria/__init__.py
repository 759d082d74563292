"""Readings under a criteria document: the level of each factor and border, the triggers, the trend, and why.

The document is policy: versioned, hashed, validated, readable. Code knows the kinds of rule and nothing of any
border; see :func:`load_criteria`, :func:`assess_all` and :func:`describe`.
"""

from kordon.criteria.assess import assess_all
from kordon.criteria.document import load_criteria, read_criteria
from kordon.criteria.model import Criteria
from kordon.criteria.page import Page, Table, describe
from kordon.criteria.triggers import fired_in

__all__ = ["Criteria", "Page", "Table", "assess_all", "describe", "fired_in", "load_criteria", "read_criteria"]
