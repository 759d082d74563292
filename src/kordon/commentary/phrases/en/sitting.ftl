### The minutes of a sitting.

sitting-title = Minutes of the sitting { $id }
sitting-notice = The process, the ladder of measures and the criteria are proposals of this project, not official documents, unless a body has approved them. Reasons, opinions and estimates stand in the words of those who gave them.
sitting-state = State of the sitting: { $words }.
sitting-called = Called for { $body } by { $who }, { $when }.
sitting-fingerprint = The record when these minutes were made: number of entries { $number }, fingerprint { $hash }.
sitting-moment = { $day }, { $time } UTC

sitting-border = { $border_short }
sitting-factor = { $factor }
sitting-indicator = { $indicator }
sitting-level = { $level }
sitting-measure = { $measure }
sitting-traffic = { $traffic }
sitting-value = { $number } ({ $unit })
sitting-number = { $number }
sitting-interval = { $low } to { $high }
sitting-days = { $start } to { $end }

sitting-not-estimated = nobody has estimated this
sitting-not-read = not read
sitting-no-earlier = not put to a sitting before

sitting-changes-title = What has changed: { $name }
sitting-changes-level = Level at the last sitting: { $before }; now: { $now } ({ $moved }).
sitting-changes-first = No sitting has looked at this border before, so there is nothing to compare with.
sitting-changes-criteria = The two assessments were made by different criteria; their levels are not compared.
sitting-moved-up = higher
sitting-moved-down = lower
sitting-moved-same = unchanged
sitting-moved-not-told = not comparable

sitting-head-factor = Factor
sitting-head-indicator = Indicator
sitting-head-level-before = Level before
sitting-head-level-now = Level now
sitting-head-moved = Change
sitting-head-value-before = Value before
sitting-head-value-now = Value now
sitting-head-option = Option
sitting-head-rung = Rung
sitting-head-measure = Measure
sitting-head-border = Border
sitting-head-scope = Traffic and crossing points
sitting-head-exceptions = Exceptions
sitting-head-basis = Legal basis
sitting-head-days = First and last day
sitting-head-put-by = Put by
sitting-head-office = Office
sitting-head-about = About
sitting-head-opinion = Opinion
sitting-head-words = In its words
sitting-head-when = When
sitting-head-who = Who
sitting-head-step = Step
sitting-head-why = Reason
sitting-head-evidence = Evidence

sitting-range-title = The range of options
sitting-range-caption = From the least to the most restrictive on each border. It is a range, not an answer: people decide.
sitting-withdrawn = withdrawn
sitting-beyond = Beyond the range that was proposed: { $why }
sitting-no-exceptions = none
sitting-no-traffic = no traffic is limited
sitting-no-crossing = no crossing point is named

sitting-impact-title = What each option would touch
sitting-impact-caption = Where nobody knows, that is said.
sitting-impact-passes = Who and what passes there
sitting-impact-trade = Trade
sitting-impact-labour = Labour
sitting-impact-last-time = What was seen last time
sitting-touches-none = no crossing point is touched
sitting-passes-not-told = whether anybody passes there is not told
sitting-no-last-time = no earlier measure of the kind is in the record

sitting-opinions-title = Opinions
sitting-no-opinion = No office has given an opinion.
sitting-all-options = all options
sitting-opinion-positive = positive
sitting-opinion-negative = negative
sitting-opinion-decisively-negative = decisively negative

sitting-decision-title = The decision
sitting-decided-options = Decided: { $names }.
sitting-decided-none = Decided: none of the options.
sitting-decided-other = Decided on something that was not among the options: { $words }
sitting-decided-by = Decided by { $who }, { $when }.
sitting-decided-why = The reason: { $words }
sitting-next-review = Next review: { $day }.
sitting-deferred = The decision was put off by { $who }, { $when }: { $words }
sitting-nothing-decided = Nothing has been decided.
sitting-dissent = Dissent of { $who }, { $when }: { $words }

sitting-record-title = The record
sitting-record-caption = Every step of the sitting, in order; nothing is ever taken out of it.
