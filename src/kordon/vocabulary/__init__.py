"""The words that Kordon speaks, as data: one YAML list a vocabulary, labels in every language of a reader.

An analyst adds a term by adding a line. A deployment adds its own borders, states, areas and terms by handing
over a folder with a ``vocabulary/`` of its own (:func:`load`); code never names a border, a state or a service.
"""

from kordon.vocabulary.loader import LANGUAGES, Term, Vocabulary, load

__all__ = ["LANGUAGES", "Term", "Vocabulary", "load"]
