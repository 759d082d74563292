"""A reading of an indicator in words: its value, the usual, how well it was covered, whether it is an alarm."""

from __future__ import annotations

from collections.abc import Mapping

from kordon.domain.assessment import Reason
from kordon.domain.reading import Alarm, Baseline, Reading, Unknown, Verdict
from kordon.site.cards import Told
from kordon.site.words import Words
from kordon.vocabulary import Term


def tell(words: Words, units: Mapping[str, Term], reading: Reading) -> Told:
    """A reading in words. ``units`` are those of the vocabulary."""
    # An estimated count carries two digits; a ratio or a number of events is said as it is.
    counted = reading.unit in units and units[reading.unit].get("attempt") and reading.low is not None
    say = words.rough if counted else words.number
    if isinstance(reading.value, Unknown):
        value = words.because(Reason(reading.value.reason))
    else:
        value = words.say("reading", number=say(reading.value), unit=words.label("units", reading.unit))
    facts = []
    if reading.low is not None and reading.high is not None and reading.low < reading.high:
        interval = words.say("interval", low=say(reading.low), high=say(reading.high))
        facts.append(words.say("fact-interval", interval=interval))
    if reading.per_day is not None:
        facts.append(words.say("fact-per-day", number=words.number(reading.per_day)))
    if isinstance(reading.baseline, Baseline) and reading.low is not None:
        base = reading.baseline
        facts.append(words.say("fact-usual", expected=words.rough(base.expected), bound=words.rough(base.q90)))
        facts.append(words.say("fact-learnt", weeks=base.weeks))
    facts += alarm_facts(words, reading.alarm)
    days = round(reading.coverage.share * 7)
    facts.append(words.say("fact-coverage", days=days))
    if reading.sources:
        facts.append(words.say("fact-sources", count=reading.sources))
    return Told(value, tuple(facts))


def alarm_facts(words: Words, alarm: Alarm | Unknown | None) -> list[str]:
    """Whether a reading is an alarm, in words; nothing for a week that was not covered: its reading says so."""
    if alarm is None or alarm == Unknown("poor-coverage"):
        return []
    if isinstance(alarm, Unknown):
        return [words.say("fact-alarm-unknown")]
    if not alarm.fired:
        return [words.say("fact-no-alarm")]
    judged = [d.verdict for d in alarm.detectors if d.verdict is not Verdict.NOT_ENOUGH]
    facts = [words.say("fact-alarm", count=judged.count(Verdict.ALARM), judged=len(judged))]
    if alarm.expected is not None and alarm.bound is not None:
        expected, bound = words.number(alarm.expected), words.number(alarm.bound)
        facts.append(words.say("fact-alarm-bound", expected=expected, bound=bound))
    return facts
