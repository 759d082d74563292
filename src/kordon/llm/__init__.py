"""A coder behind any OpenAI-compatible endpoint: the only part of coding that uses a network, and only when asked
to.

What is asked and how an answer is checked is pure and lies in :mod:`kordon.coding.asking`.
"""

from kordon.llm.coder import ModelCoder
from kordon.llm.endpoint import Endpoint, EndpointError, Format, Limits, Secret

__all__ = ["Endpoint", "EndpointError", "Format", "Limits", "ModelCoder", "Secret"]
