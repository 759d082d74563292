"""Kordon: an open indicator system for borders under pressure.

The packages are the chain, in the order in which a value passes through them::

    intake -> coding -> counts -> indicators -> criteria -> measures -> commentary -> site

``domain``, ``vocabulary`` and ``geo`` are the ground they stand on; ``register`` is the record and the
only writer; ``cli`` and ``site`` are faces.
"""

__version__ = "0.1.0"
