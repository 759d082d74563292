"""A coder that classifies sentences by an offline encoder, for ways of saying a thing that no lexicon has a word
for.

It needs the optional package that :mod:`kordon.coding.semantic.encoder` names. What it makes is suggested, never
counted: see :mod:`kordon.coding.suggesting`.
"""

from kordon.coding.semantic.coder import SemanticCoder, load_semantic

__all__ = ["SemanticCoder", "load_semantic"]
