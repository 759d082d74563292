"""Measures: the ladder, the range proposed for a level, the ledger, and the state of crossings."""

from kordon.measures.ladder import Ladder, load_ladder, read_ladder
from kordon.measures.ledger import measures_of, standing_on
from kordon.measures.propose import propose
from kordon.measures.status import status_on

__all__ = ["Ladder", "load_ladder", "measures_of", "propose", "read_ladder", "standing_on", "status_on"]
