"""The tables of the newsletter: the one exception to 'append, never overwrite', because readers may be forgotten.

Row ids are random, so that their order does not tell the order of sign-ups. No column holds a time finer than a
day, a name, an address or where somebody came from.
"""

from kordon.newsletter.models.outbox import Delivery, Letter
from kordon.newsletter.models.readers import Asked, Subscriber, Tally

__all__ = ["Asked", "Delivery", "Letter", "Subscriber", "Tally"]
