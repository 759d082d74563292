"""A week's issue, from the computed draft to what readers have: writing, review, release, correction, archive.

A text is one area in one language. Its revisions are values (:mod:`kordon.domain.issue`), what people do with it
are entries of the record under ``data/processes/issue.yaml``: :mod:`~kordon.commentary.issue.steps` makes them,
:mod:`~kordon.commentary.issue.policies` says which may not be taken and why, :func:`texts` reads a text off them.
"""

from kordon.commentary.issue.archive import imported
from kordon.commentary.issue.checks import Finding, Rules, findings
from kordon.commentary.issue.diff import Change, Op, Run, differences
from kordon.commentary.issue.editing import Desk, revised
from kordon.commentary.issue.fold import text_of, texts
from kordon.commentary.issue.glossary import Glossary, load_glossary
from kordon.commentary.issue.model import PROCESS, Corrected, Text, subject, told_by
from kordon.commentary.issue.policies import Facts, policies
from kordon.commentary.issue.published import issues
from kordon.commentary.issue.revision import cited, identified, identity, of_draft, placed, same_words
from kordon.commentary.issue.text import Written, parse
from kordon.commentary.issue.together import Behind, behind, original

__all__ = [
    "PROCESS",
    "Behind",
    "Change",
    "Corrected",
    "Desk",
    "Facts",
    "Finding",
    "Glossary",
    "Op",
    "Rules",
    "Run",
    "Text",
    "Written",
    "behind",
    "cited",
    "differences",
    "findings",
    "identified",
    "identity",
    "imported",
    "issues",
    "load_glossary",
    "of_draft",
    "original",
    "parse",
    "placed",
    "policies",
    "revised",
    "same_words",
    "subject",
    "text_of",
    "texts",
    "told_by",
]
