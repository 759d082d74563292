"""The life of a measure: proposed, drafted, announced, adopted, in force, extended, lapsed, lifted, repealed.

``data/processes/measure.yaml`` tells which steps there are, who may take them and what they need; ``data/gates``
who may stop an opening; ``data/life`` what the days are. :func:`load_rules` loads them, :func:`policies` makes of
them what :mod:`kordon.measures.process` asks, :func:`advanced` enters what takes effect by itself, and
:func:`lives` reads a record.
"""

from kordon.measures.life.advance import Due, Held, advanced, due, held, states
from kordon.measures.life.chain import Chain, Joint, Link, chain_of, link
from kordon.measures.life.dates import Happening, What, happenings
from kordon.measures.life.dossier import Dossier, Since, dossier, dossiers_due
from kordon.measures.life.ease import calm_by, calm_weeks
from kordon.measures.life.effect import Effect, effect
from kordon.measures.life.gate import Block, Gate, Opinion, blocked, load_gates, opinions_of, read_gate
from kordon.measures.life.impact import Earlier, Impact, Touched, impact
from kordon.measures.life.ledger import Assumed, Refused, Replay, replay
from kordon.measures.life.measure import Life, life_of, lives
from kordon.measures.life.policies import policies
from kordon.measures.life.rules import Rules, load_rules
from kordon.measures.life.settings import Settings, load_settings, read_settings

__all__ = [
    "Assumed",
    "Block",
    "Chain",
    "Dossier",
    "Due",
    "Earlier",
    "Effect",
    "Gate",
    "Happening",
    "Held",
    "Impact",
    "Joint",
    "Life",
    "Link",
    "Opinion",
    "Refused",
    "Replay",
    "Rules",
    "Settings",
    "Since",
    "Touched",
    "What",
    "advanced",
    "blocked",
    "calm_by",
    "calm_weeks",
    "chain_of",
    "dossier",
    "dossiers_due",
    "due",
    "effect",
    "happenings",
    "held",
    "impact",
    "life_of",
    "link",
    "lives",
    "load_gates",
    "load_rules",
    "load_settings",
    "opinions_of",
    "policies",
    "read_gate",
    "read_settings",
    "replay",
    "states",
]
