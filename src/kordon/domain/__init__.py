"""The frozen values that every link of the chain speaks.

Nothing here reads a clock, a file or a network, and nothing here knows a language, a country or a border
by name: those are data (:mod:`kordon.vocabulary`). A value checks itself when it is made; what could not be
told is ``None`` where a report is silent, and :class:`~kordon.domain.reading.Unknown`, with its reason,
where a calculation could not be made.
"""
