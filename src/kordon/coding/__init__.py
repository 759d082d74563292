"""From a report to what it says: incidents, figures, measures and signals, each with the words it rests on."""

from kordon.coding.coder import Coder, load_coder

__all__ = ["Coder", "load_coder"]
