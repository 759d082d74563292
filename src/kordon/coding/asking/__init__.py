"""What a language model is asked about a report, and the checking of what it answers. No network here.

The model is taken for a stranger who may be mistaken, or repeat what a hostile report told it: its answer is
data, and every item must be borne out by words that stand in the report.
"""

from kordon.coding.asking.checking import check
from kordon.coding.asking.question import Message, messages
from kordon.coding.asking.schema import answer_schema

__all__ = ["Message", "answer_schema", "check", "messages"]
