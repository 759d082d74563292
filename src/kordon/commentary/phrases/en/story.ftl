### The lede and the body of a week's draft. Clauses begin small and end without a stop: the draft weaves them together.
### Each has several wordings (-a, -b ...) that take turns; numbers are never written into a phrase.

## How clauses hang together

tied-a = { $one }; { $two }
tied-b = { $one }, and { $two }
tied-c = { $one }; { $two }
stopped = { $told }.
border-with-nom = { $number ->
    [one] border with { $names }
   *[many] borders with { $names }
}
border-with-gen = { border-with-nom }
border-with-acc = { border-with-nom }
border-with-loc = { border-with-nom }
at = {" "}on the { $where }
at-again = {""}
at-there = {" "}there
also-a = { $main }; { $also }
also-b = { $main }, and { $also }
also-but-a = { $main }; even so, { $also }
also-but-b = { $main }, but { $also }

## Looking back

weeks-count = { WORD($weeks) } weeks
weeks-acc = { weeks-count }
weeks-below = { WORD($weeks) } assessed weeks
weeks-past = { $count ->
    [0] none has passed
    [1] { WORD($count) } has passed
   *[other] { WORD($count) } have passed
}
times-of = { $value ->
   *[other] times
}
days-covered = { WORD($covered) }
back-most = , more than in any week with figures since { $since }
weeks-earlier = { $seen } earlier weeks with figures
back-record = , more than in any of the { weeks-earlier }
back-rises = , a clear rise for { weeks-count } running
back-least = , fewer than in any week with figures since { $since }
back-falls = , a clear fall for { weeks-count } running
back-level = {" "}after { weeks-count } at { $from_level }
back-lull = , the first time since { $since }
back-attacks = {" "}for { weeks-count } running

## Clauses of the lede

size-change = { SIZE($ratio) ->
    [tiny] fell to a fraction, far from
    [quarter-left] fell by about three quarters from
    [third-left] fell by about two thirds from
    [half] fell by about half from
    [third-lost] fell by about a third from
    [quarter-lost] fell by about a quarter from
    [none] hardly moved from
    [quarter] rose by about a quarter from
    [third] rose by about a third from
    [half-more] rose by about half from
    [two-thirds] rose by about two thirds from
    [double] about doubled from
    [over-double] more than doubled from
    [triple] about tripled from
   *[manifold] rose many times over from
} the average of the { WORD(4) } weeks before

clause-trigger-a = a critical incident was recorded on the { $where } ({ $trigger })
clause-trigger-b = the { $where } saw a critical incident ({ $trigger })
clause-killed-a = attacks on the { $where } cost { $killed ->
    [1] a life
   *[other] { WORD($killed) } lives
}{ $back }
clause-killed-b = { $killed ->
    [1] one person died
   *[other] { WORD($killed) } people died
} in attacks on the { $where }{ $back }
clause-wounded-a = { $injured ->
    [1] one person was
   *[other] { WORD($injured) } people were
} wounded in attacks on the { $where }{ $back }
clause-wounded-b = attacks on the { $where } left { $injured ->
    [1] one person
   *[other] { WORD($injured) } people
} wounded{ $back }
clause-level-up-a = the level on the { $where } rose from { $from_level } to { $level }{ $back }
clause-level-up-b = the { $where } is up from { $from_level } to { $level }{ $back }
clause-level-up-c = { $level } is the new level on the { $where }, up from { $from_level }{ $back }
clause-level-down-a = the level on the { $where } came down from { $from_level } to { $level }{ $back }
clause-level-down-b = the { $where } is down from { $from_level } to { $level }{ $back }
clause-level-down-c = the level on the { $where } fell from { $from_level } to { $level }{ $back }
clause-count-up-a = attempts to cross the { $where } { size-change }, to about { ROUGH($mean) }{ $back }
clause-count-up-b = about { ROUGH($mean) } { attempts-were } made on the { $where }, up from about { ROUGH($before) } a week in the { WORD(4) } weeks before{ $back }
clause-count-up-c = pressure on the { $where } grew: attempts { size-change } and reached about { ROUGH($mean) }{ $back }
clause-count-down-a = attempts to cross the { $where } { size-change }, to about { ROUGH($mean) }{ $back }
clause-count-down-b = only about { ROUGH($mean) } { attempts-were } made on the { $where }, against about { ROUGH($before) } a week in the { WORD(4) } weeks before{ $back }
clause-count-down-c = pressure on the { $where } eased: attempts { size-change }, down to about { ROUGH($mean) }{ $back }
clause-heavier-a = attackers on the { $where } used means that had not been reported in the weeks before ({ $means })
clause-heavier-b = the means of attack on the { $where } grew heavier ({ $means })
clause-attacks-a = border staff on the { $where } came under attack ({ $kinds }){ $back }
clause-attacks-b = patrols on the { $where } were attacked ({ $kinds }){ $back }
clause-event-a = on the { $where } { $act }
clause-event-b = { $act } on the { $where }
clause-count-same-a = attempts to cross the { $where } stayed at about { ROUGH($mean) }, near the average of the { WORD(4) } weeks before
clause-count-same-b = with about { ROUGH($mean) } { attempts } the week on the { $where } was much like the { WORD(4) } before it
clause-count-same-c = the { $where } saw about { ROUGH($mean) } { attempts }, about as many as in an average week of the past { WORD(4) }
clause-count-same-d = little moved on the { $where }, where about { ROUGH($mean) } { attempts-were } made
clause-count-unclear-a = about { ROUGH($mean) } { attempts-were } made on the { $where }, but the figures are too rough to show a change
clause-count-unclear-b = whether anything changed on the { $where } cannot be told from figures as rough as these (about { ROUGH($mean) } { attempts })
clause-count-unclear-c = the { $where } saw about { ROUGH($mean) } { attempts }, a figure too uncertain to be called a change
clause-count-unclear-d = the figures for the { $where }, about { ROUGH($mean) } { attempts }, point neither clearly up nor clearly down
clause-count-a = about { ROUGH($mean) } { attempts-were } made to cross the { $where }
clause-count-b = on the { $where } about { ROUGH($mean) } { attempts-were } counted
clause-count-c = reports for the { $where } add up to about { ROUGH($mean) } { attempts }
clause-trend-worse-a = { $cause ->
    [wounded-worse] people were hurt in attacks on the { $where }
    [means-worse] attackers on the { $where } used heavier means than in the weeks before
   *[other] the week on the { $where } was worse than those before
}
clause-trend-better-a = the week on the { $where } was better than those before
clause-factor-worse-a = on the { $where } the factor “{ $factor }” rose to { $level } (the border as a whole: { $border_level })
clause-factor-worse-b = under the criteria “{ $factor }” on the { $where } is now { $level }, although the border as a whole is { $border_level }
clause-factor-better-a = on the { $where } the factor “{ $factor }” fell to { $level } (the border as a whole: { $border_level })
clause-factor-better-b = under the criteria “{ $factor }” on the { $where } is down to { $level } (the border as a whole: { $border_level })
clause-level-same-a = the level on the { $where } stays { $level }
clause-level-same-b = the { $where } remains at { $level }
clause-level-same-c = the level on the { $where } is { $level }, as before
clause-level-a = the level on the { $where } is { $level }
clause-level-b = the { $where } is rated { $level }

clause-both-level-same-a = the { $where } both stay at { $level }
clause-both-level-same-b = { $level } remains the level on the { $where }
clause-both-count-up-a = attempts rose on the { $where } alike, to { $counts }
clause-both-count-up-b = pressure grew on the { $where }, where attempts came to { $counts }
clause-both-count-down-a = attempts fell on the { $where } alike, to { $counts }
clause-both-count-down-b = pressure eased on the { $where }, where attempts came to { $counts }
clause-both-level-a = the { $where } are both rated { $level }
clause-both-level-b = the level on the { $where } is { $level }

there-level-same-a = the level stays { $level }
there-level-same-b = { $level } remains the level
there-level-same-c = the level has not moved from { $level }
there-level-same-d = the level is { $level }, as it was
there-level-weeks-a = the level has been { $level } for { weeks-count }
there-level-weeks-b = for { weeks-count } now the level has been { $level }
there-level-weeks-c = { $level } has been the level for { weeks-count } on end
there-level-a = the level there is { $level }
there-level-b = the border is rated { $level }
there-level-up-a = the level rose from { $from_level } to { $level }
there-level-up-b = the level went up to { $level }, from { $from_level }
there-level-down-a = the level came down from { $from_level } to { $level }
there-level-down-b = the level fell to { $level }, from { $from_level }
there-count-up-a = attempts { size-change }, to about { ROUGH($mean) }
there-count-up-b = the number of attempts rose to about { ROUGH($mean) }
there-count-down-a = attempts { size-change }, to about { ROUGH($mean) }
there-count-down-b = the number of attempts fell to about { ROUGH($mean) }
there-count-same-a = attempts stayed at about { ROUGH($mean) }
there-count-same-b = the number of attempts, about { ROUGH($mean) }, was about that of the weeks before
there-count-same-c = at about { ROUGH($mean) }, attempts were close to those of late
there-count-unclear-a = about { ROUGH($mean) } { attempts-were } counted, without a clear change
there-count-unclear-b = the number of attempts, about { ROUGH($mean) }, shows no clear change
there-count-unclear-c = for attempts (about { ROUGH($mean) }) no change can be made out
there-count-a = about { ROUGH($mean) } { attempts-were } counted there
there-count-b = reports speak of about { ROUGH($mean) } { attempts }
there-event-a = { $act } there
there-event-b = on the same border { $act }
there-heavier-a = attackers there used means that had not been reported in the weeks before ({ $means })
there-attacks-a = patrols came under attack ({ $kinds })
there-attacks-b = border staff were attacked ({ $kinds })

lede-plain = { $told }.
lede-moved-a = { $told }; for the area as a whole the trend has not changed.
lede-moved-b = { $told }. Taken together, the borders show no turn.
lede-moved-c = { $told }. That does not turn the trend of the area as a whole.
lede-no-step-a = no new measure was reported; { $told }.
lede-no-step-b = { $told }. On measures nothing new was reported.
lede-no-step-c = without any word of new measures, { $told }.
lede-no-step-d = { $told }; no new measure became known.
lede-no-step-e = { $told }. Of decisions or signals nothing was reported.
lede-moved-one-a = { $told }; the trend itself has not changed.
lede-moved-one-b = { $told }. As a turn of the trend that does not count yet.
lede-moved-one-c = { $told }. Held against the weeks before, the trend is unchanged.
lede-untrended-a = { $told }; no trend can be given.
lede-untrended-b = { $told }. For a trend too little is known.
lede-untrended-c = { $told }, but the weeks before are too poorly known for a trend.
lede-open-a = { $told }. More than that is not known, and the week cannot be judged.
lede-open-b = the week cannot be judged as a whole, but this much is known: { $told }.
lede-open-c = { $told }; for a judgement of the week that is too little.
lede-open-d = no level and no trend can be given; what is known is that { $told }.

quiet-headline-a = Too little is known to judge the week
quiet-headline-b = Too few reports to judge the week
quiet-headline-c = Little is known of the week
quiet-headline-d = A week without a judgement
quiet-lede-a = For { $week } no report was found by which the borders could be judged.
quiet-lede-b = Nothing that can be counted or assessed is known of { $week }.
quiet-lede-c = The reports at hand say nothing of { $week }, so no judgement is made.
quiet-lede-d = Of { $week } no figures and no incidents were reported.

## Figures

fig-zero-a = reports give { ROUGH($mean) ->
    [0] no
   *[other] { ROUGH($mean) }
} attempts on the { $where }, which is a figure and not silence
fig-zero-b = on the { $where } there { ROUGH($mean) ->
    [0] were no attempts
   *[other] were { ROUGH($mean) } attempts
}, as reports expressly say
fig-count-up-a = about { ROUGH($mean) } { attempts-were } made on the { $where }{ $interval }, up from about { ROUGH($before) } a week over the { WORD(4) } weeks before
fig-count-up-b = attempts on the { $where } rose from an average of about { ROUGH($before) } in the { WORD(4) } weeks before to about { ROUGH($mean) }{ $interval }
fig-count-up-c = the count on the { $where } is about { ROUGH($mean) }{ $interval }; the { WORD(4) } weeks before averaged about { ROUGH($before) }
fig-count-up-d = with about { ROUGH($mean) } { attempts }{ $interval } the { $where } saw clearly more than the { ROUGH($before) } or so of an average week before
fig-count-down-a = about { ROUGH($mean) } { attempts-were } made on the { $where }{ $interval }, down from about { ROUGH($before) } a week over the { WORD(4) } weeks before
fig-count-down-b = attempts on the { $where } fell from an average of about { ROUGH($before) } in the { WORD(4) } weeks before to about { ROUGH($mean) }{ $interval }
fig-count-down-c = the count on the { $where } is about { ROUGH($mean) }{ $interval }, where the { WORD(4) } weeks before had averaged about { ROUGH($before) }
fig-count-down-d = with about { ROUGH($mean) } { attempts }{ $interval } the { $where } saw clearly fewer than the { ROUGH($before) } or so of an average week before
fig-count-same-a = about { ROUGH($mean) } { attempts-were } made on the { $where }{ $interval }, much as in the { WORD(4) } weeks before (about { ROUGH($before) } a week)
fig-count-same-b = attempts on the { $where } held at about { ROUGH($mean) }{ $interval }
fig-count-same-c = the { $where } saw about { ROUGH($mean) } { attempts }{ $interval }, close to the recent average of about { ROUGH($before) }
fig-count-same-d = the number of attempts on the { $where }, about { ROUGH($mean) }{ $interval }, is about that of the past { WORD(4) } weeks
fig-count-unclear-a = about { ROUGH($mean) } { attempts-were } made on the { $where }{ $interval }; the average of the { WORD(4) } weeks before was about { ROUGH($before) }, but the figures are too rough to call that a change
fig-count-unclear-b = the { $where } saw about { ROUGH($mean) } { attempts }{ $interval }, which against about { ROUGH($before) } a week before may or may not be a change
fig-count-unclear-c = attempts on the { $where } are put at about { ROUGH($mean) }{ $interval }; whether that differs from the recent average of about { ROUGH($before) } cannot be said
fig-count-a = about { ROUGH($mean) } { attempts-were } made on the { $where }{ $interval }; too little is known of the weeks before to compare
fig-count-b = the { $where } saw about { ROUGH($mean) } { attempts }{ $interval }, with too few earlier figures to hold it against
fig-count-c = for the { $where } the figures come to about { ROUGH($mean) } { attempts }{ $interval }, and there is nothing recent to compare them with

fig-before-a = the { WORD(4) } weeks before had averaged about { ROUGH($before) }
fig-before-b = an average week of the { WORD(4) } before had brought about { ROUGH($before) }
fig-before-c = that compares with about { ROUGH($before) } a week in the { WORD(4) } weeks before
fig-before-unclear-a = the { WORD(4) } weeks before averaged about { ROUGH($before) }
fig-before-unclear-b = against an average of about { ROUGH($before) } in the { WORD(4) } weeks before, that may or may not be a change
fig-before-unclear-c = the recent average is about { ROUGH($before) }, and on figures like these that is no sure change
fig-coarse-a = the figure is rough, with a { PCT(90) } interval from { ROUGH($low90) } to { ROUGH($high90) }
fig-coarse-b = anything from { ROUGH($low90) } to { ROUGH($high90) } is possible ({ PCT(90) } interval)
fig-coarse-c = the sources leave room from { ROUGH($low90) } to { ROUGH($high90) } ({ PCT(90) })
fig-coarse-d = how many exactly is uncertain, with a { PCT(90) } interval of { ROUGH($low90) }–{ ROUGH($high90) }
fig-firm-a = the { PCT(90) } interval is { ROUGH($low90) }–{ ROUGH($high90) }
fig-firm-b = the true number lies between { ROUGH($low90) } and { ROUGH($high90) } with { PCT(90) } probability
fig-firm-c = the estimate is fairly firm ({ PCT(90) } interval { ROUGH($low90) }–{ ROUGH($high90) })
fig-most-since-a = no week with figures has had more since { $since }
fig-most-since-b = it is the highest figure since { $since }, of the weeks with figures
fig-least-since-a = no week with figures has had fewer since { $since }
fig-least-since-b = it is the lowest figure since { $since }, of the weeks with figures
fig-record-a = none of the { weeks-earlier } has had more
fig-record-b = it tops all { weeks-earlier }
fig-rises = the estimate has risen clearly for { weeks-count } running
fig-falls-a = the estimate has fallen clearly for { weeks-count } running
fig-falls-b = { weeks-count } in a row have now brought a clear fall
fig-usual-above-a = about { ROUGH($expected) } would have been usual
fig-usual-above-b = that is well above the usual number, about { ROUGH($expected) }
fig-usual-above-c = by the experience of earlier weeks about { ROUGH($expected) } was to be expected
fig-usual-above-d = usual would be about { ROUGH($expected) }, and few weeks stray so far above it
fig-usual-below-a = about { ROUGH($expected) } would have been usual
fig-usual-below-b = that is fewer than usual (about { ROUGH($expected) })
fig-usual-below-c = by the experience of earlier weeks about { ROUGH($expected) } was to be expected
fig-usual-near-a = that is about the usual number ({ ROUGH($expected) })
fig-usual-near-b = about { ROUGH($expected) } is usual, so the week does not stand out
fig-usual-near-c = nothing in it is unusual (about { ROUGH($expected) } was to be expected)
fig-year-a = in the same week a year earlier { ROUGH($year) ->
    [0] there were none
   *[other] there were about { ROUGH($year) }
}
fig-year-b = a year before, the same week had { ROUGH($year) ->
    [0] none
   *[other] about { ROUGH($year) }
}
fig-year-c = the same week of the year before brought { ROUGH($year) ->
    [0] none
   *[other] about { ROUGH($year) }
}
fig-last-a = the week before it stood at about { ROUGH($last) }
fig-last-b = a week earlier the estimate was about { ROUGH($last) }
fig-last-c = the last estimate before it was about { ROUGH($last) }
fig-daily-a = that makes about { ROUGH($daily) } a day
fig-daily-b = on an average day of the week there were about { ROUGH($daily) }
fig-daily-c = about { ROUGH($daily) } a day, that is
fig-thin-a = figures cover only { days-covered } of { WORD(7) } days, and the rest is estimated
fig-thin-b = for { days-covered } of { WORD(7) } days there are figures, and the others are estimated
fig-apart-count-up-a = the { $where } went the other way, up to about { ROUGH($mean) } from about { ROUGH($before) } a week
fig-apart-count-up-b = on the { $where }, by contrast, attempts rose from about { ROUGH($before) } to about { ROUGH($mean) }
fig-apart-count-down-a = the { $where } went the other way, down to about { ROUGH($mean) } from about { ROUGH($before) } a week
fig-apart-count-down-b = on the { $where }, by contrast, attempts fell from about { ROUGH($before) } to about { ROUGH($mean) }
fig-others-a = elsewhere there were { $counts }
fig-others-b = the other counts are { $counts }
fig-others-c = to this come { $counts }
fig-others-thin-a = elsewhere, from figures for a few days only, there were { $counts }
fig-others-thin-b = scattered figures suggest { $counts }
fig-others-thin-c = for the rest only single days are reported; they suggest { $counts }
fig-part = about { ROUGH($mean) } on the { $where }
fig-part-zero = none on the { $where }

## Under the criteria

level-part = { $level } on the { $where }
stands-first-a = under the criteria the level on the { $where } is { $level }
stands-first-b = the criteria put the { $where } at { $level }
stands-a = under the criteria the level on the { $where } stays { $level }
stands-b = the level on the { $where } is { $level }, as in the week before
stands-c = the criteria keep the { $where } at { $level }
stands-weeks-a = the level on the { $where } has been { $level } for { weeks-count }
stands-weeks-b = { $level } has been the level on the { $where } for { weeks-count } on end
stands-weeks-c = for { weeks-count } now the criteria have put the { $where } at { $level }
stands-weeks-d = the { $where } stays at { $level }, where it has stood for { weeks-count }
stands-up-a = under the criteria the level on the { $where } rises from { $from_level } to { $level }
stands-up-b = the { $where } moves up from { $from_level } to { $level }
stands-down-a = under the criteria the level on the { $where } comes down from { $from_level } to { $level }
stands-down-b = the { $where } moves down from { $from_level } to { $level }
stands-others-a = elsewhere the level is { $levels }
stands-others-b = the criteria also give { $levels }
stands-others-c = as for the rest, the level is { $levels }
leaning-worse-a = that the week was worse than the { WORD(4) } before it is { $likelihood } ({ $low }–{ $high }%)
leaning-worse-b = if it leaned anywhere, it leaned to the worse: that is { $likelihood } ({ $low }–{ $high }%)
leaning-worse-c = it is { $likelihood } ({ $low }–{ $high }%) that things got worse, which is not enough for a trend
leaning-better-a = that the week was better than the { WORD(4) } before it is { $likelihood } ({ $low }–{ $high }%)
leaning-better-b = if it leaned anywhere, it leaned to the better: that is { $likelihood } ({ $low }–{ $high }%)
leaning-better-c = it is { $likelihood } ({ $low }–{ $high }%) that things got better, which is not enough for a trend
settled-worse-a = that the week was worse than the { WORD(4) } before it is { $likelihood } ({ $low }–{ $high }%)
settled-worse-b = the turn for the worse is { $likelihood } ({ $low }–{ $high }%)
settled-better-a = that the week was better than the { WORD(4) } before it is { $likelihood } ({ $low }–{ $high }%)
settled-better-b = the easing is { $likelihood } ({ $low }–{ $high }%)

next-daily-a = about { ROUGH($gap) } attempts a day more would take that count to { $level } (from about { ROUGH($need) } a day on)
next-daily-b = { $level } is not far: it begins at about { ROUGH($need) } attempts a day, and there were about { ROUGH($now) }
next-daily-c = something to watch: from about { ROUGH($need) } attempts a day on the count is { $level }, and there were about { ROUGH($now) }
next-value-a = “{ $indicator }” is near its next bound, { NUMBER($now, maximumFractionDigits: 1) } where { $level } begins at { NUMBER($need) }
next-value-b = something to watch is “{ $indicator }”: { NUMBER($now, maximumFractionDigits: 1) }, with { $level } from { NUMBER($need) } on
told-reason-standing-triggered = that level applies at once, whatever the factors say, because of the critical incident ({ $trigger }), and until { $date }
told-reason-standing-critical = a critical level holds for { NUMBER($days) } days after the last evidence for it, here until { $date }
told-reason-standing-expired = the critical level has ended after { NUMBER($days) } days without new evidence
told-reason-standing-held-a = the week by itself gives less, but a level falls only after { weeks-below } below it; so far { weeks-past }
told-reason-standing-held-b = of the { weeks-below } below the level that a fall takes, { weeks-past }
told-reason-standing-held-c = only the rule that a fall takes { weeks-below } keeps it there, and { weeks-past }
told-reason-standing-held-d = what the week itself shows is less; a fall takes { weeks-below }, of which { weeks-past }
told-reason-standing-stepped-down-a = { weeks-below } below the old level brought it a step down
told-reason-standing-stepped-down-b = the step down follows { weeks-below } below the old level
told-reason-trend-count-worse-a = { $percent ->
    [100] that attempts rose by more than { NUMBER($margin) }% has a probability above { NUMBER(99) }%
   *[other] the probability that attempts rose by more than { NUMBER($margin) }% is { NUMBER($percent) }%
}
told-reason-trend-count-worse-b = { $percent ->
    [100] with a probability above { NUMBER(99) }% the rise exceeds { NUMBER($margin) }%
   *[other] with a probability of { NUMBER($percent) }% the rise exceeds { NUMBER($margin) }%
}
told-reason-trend-count-better-a = { $percent ->
    [100] that attempts fell by more than { NUMBER($margin) }% has a probability above { NUMBER(99) }%
   *[other] the probability that attempts fell by more than { NUMBER($margin) }% is { NUMBER($percent) }%
}
told-reason-trend-count-better-b = { $percent ->
    [100] with a probability above { NUMBER(99) }% the fall exceeds { NUMBER($margin) }%
   *[other] with a probability of { NUMBER($percent) }% the fall exceeds { NUMBER($margin) }%
}
told-reason-trend-wounded-worse = more people were wounded or killed in attacks than in any of the weeks before ({ $before ->
    [0] none then
   *[other] at most { NUMBER($before) }
})
told-reason-trend-means-worse-a = the means used in attacks were heavier than in any of the weeks before
told-reason-trend-means-worse-b = what counts as worse is the choice of means, heavier than in any of the weeks before
told-reason-trend-factor-worse-a = the factor “{ $factor }” rose to { $level }, having been { $before_level } at most
told-reason-trend-factor-worse-b = what moved it is “{ $factor }”, now { $level } after { $before_level } at most
told-reason-trend-factor-worse-c = “{ $factor }” is now rated { $level }; in the weeks before it was { $before_level } at most
told-reason-trend-factor-better-a = the factor “{ $factor }” fell to { $level }, having been at least { $before_level }
told-reason-trend-factor-better-b = what moved it is “{ $factor }”, now { $level } after at least { $before_level }
told-reason-trigger = the level rests on { $count ->
    [one] a critical incident
   *[other] { NUMBER($count) } critical incidents
}: { $trigger }
told-reason-p-above-day-p1-a = about { ROUGH($against) } attempts a day pass the floor of { $floor }, and the count is above what { $percent }% of weeks stay within, so on this point the criteria say { $level }
told-reason-p-above-day-p1-b = the count of attempts is rated { $level }: about { ROUGH($against) } a day against a floor of { $floor }, in a week above { $percent }% of usual ones
told-reason-p-above-day-p1-c = by the number of attempts alone the week would be { $level } (about { ROUGH($against) } a day; the floor is { $floor })
told-reason-p-above-weeks-b1-a = attacks on patrols are rated { $level }, as { $against } in { WORD(4) } weeks reach the floor of { $floor }
told-reason-p-above-weeks-b1-b = with { $against } attacks in { WORD(4) } weeks the criteria rate attacks on patrols { $level } (the floor is { $floor })
told-reason-threshold-reached-p2-a = over { WORD(4) } weeks there were { $value } { times-of } as many attempts as a year before, which counts as { $level } from { $bound } times on
told-reason-threshold-reached-p2-b = set against the same { WORD(4) } weeks of the year before, attempts are at { $value } { times-of } the number; from { $bound } on that is { $level }
told-reason-threshold-not-sustained-p2-a = over { WORD(4) } weeks there were { $value } { times-of } as many attempts as a year before, which is { $level } until it has lasted { weeks-count }
told-reason-threshold-not-sustained-p2-b = attempts are at { $value } { times-of } the number of the same { WORD(4) } weeks a year before; that is { $level }, and more would take { WORD($weeks) } such weeks on end
told-reason-p-floors-alone-reached-day-p1 = what is usual is not known yet, but about { ROUGH($against) } attempts a day reach the floor of { $floor } for { $level }
told-reason-threshold-reached-a = “{ $indicator }” stands at { part-amount }, and from { part-bound } on that is { $level }
told-reason-threshold-reached-b = from { part-bound } on, “{ $indicator }” ({ part-amount }) is rated { $level }
told-reason-presence-a = “{ $indicator }” ({ part-amount }) is rated { $level }
told-reason-presence-b = for “{ $indicator }” ({ part-amount }) the criteria say { $level }
told-reason-presence-case-a = “{ $indicator }” is rated { $level } for the gravest of them, { $kind }
told-reason-presence-case-b = the gravest of “{ $indicator }”, { $kind }, is rated { $level }
told-reason-threshold-reached-b4 = the largest group at the border, of { $value }, passes the bound of { $bound } for { $level }
told-reason-threshold-reached-a3 = violations of the airspace over { WORD(4) } weeks ({ $value }) are rated { $level }
told-reason-wounded-b1-wounded-a = any wounding in an attack is rated { $level } at the least
told-reason-wounded-b1-wounded-b = as somebody was wounded, attacks are rated at least { $level }
told-reason-wounded-by-means-b1-wounded = wounds by such means ({ $means }) are rated { $level }

## What is not known

gap-borders-a = for the { $where_acc } no level can be given: too little is known of { $factors }
gap-borders-b = the { $where } could not be assessed, for want of reports on { $factors }
gap-borders-c = of { $factors } on the { $where_loc } too little is known for a level, and silence is not calm
gap-borders-d = no level stands for the { $where_acc }, where reports on { $factors } are lacking
gap-borders-e = not assessed: { $borders }, where { $factors } went unreported; that is no sign of calm
gap-borders-again-a = for the { $where_acc } there is still no level
gap-borders-again-b = the { $where } again could not be assessed
gap-borders-again-c = the reports still do not allow a level for the { $where_acc }
gap-borders-again-d = as in the week before, no level can be given for the { $where_acc }
gap-borders-again-e = too little is known, as before, of the { $where_acc } for a level, which is no sign of calm
gap-borders-plain-a = no level can be given for the { $where_acc }
gap-borders-plain-b = the { $where } could not be assessed
gap-borders-plain-c = not assessed: { $borders }; that is no sign of calm
gap-all-a = none of the borders could be assessed, as too little is known of { $factors }; silence is not calm
gap-all-b = no border has a level for the week: reports on { $factors } are lacking
gap-all-c = without reports on { $factors } no border can be given a level, and that is no sign of calm
gap-factors-again-a = on the { $where_loc } the same { WORD($missing) } threat factors as in the week before could not be assessed
gap-factors-again-b = the { WORD($missing) } threat factors that were unknown on the { $where_loc } the week before still are
gap-factors-again-c = { WORD($missing) } threat factors on the { $where_loc } remain without a report
gap-factors-a = on the { $where_loc } nothing was found by which to assess { $factors }
gap-factors-b = the level on the { $where_loc } rests on { WORD($assessed) } of { WORD($of) } threat factors; nothing is known of { $factors }
gap-factors-c = { WORD($assessed) } of { WORD($of) } threat factors could be assessed on the { $where_loc }, but not { $factors }
gap-factors-d = reports on the { $where_loc } are silent on { $factors }
gap-factors-e = of { $factors } on the { $where_loc } nothing can be said

## Relations

no-step-a = No decision on measures was reported in the week.
no-step-b = No new measure became known.
no-step-c = On measures nothing new was reported.
no-step-d = Neither a decision nor a signal was reported.
no-step-e = Of the measures no change was reported.
in-force-until-a = { $measure_acc }{ $on_border } ({ $states }) is in force until { $lapse }
in-force-until-b = until { $lapse }, { $measure_acc }{ $on_border } stays in force ({ $states })
in-force-until-c = { $measure }{ $on_border } ({ $states }): still in force, until { $lapse }
in-force-since-a = in force since { $begin }, with no end told: { $measure }{ $on_border } ({ $states })
in-force-since-b = still in force since { $begin }: { $measure }{ $on_border } ({ $states })
behind-counts-a = behind it stand these counts of attempts: { $counts }
behind-counts-b = attempts to cross came to { $counts }
behind-counts-c = the week's attempts: { $counts }
behind-counts-d = as for pressure, attempts came to { $counts }
behind-levels-e = what the criteria say of the level: { $levels }
behind-levels-a = under the criteria the level is { $levels }
behind-levels-b = by the criteria the level is { $levels }
behind-levels-c = the level under the criteria: { $levels }
behind-levels-d = the criteria give { $levels }
range-a = for the { $where_acc } the ladder of measures opens a range from { $low_measure_acc } to { $high_measure_acc }; people decide
range-b = the measures to choose from for the { $where_acc } run from { $low_measure_acc } to { $high_measure_acc }; the choice is for people to make
range-d = { $low_measure_acc } at the least, { $high_measure_acc } at the most: that is the range for the { $where_acc }
range-c = what the ladder offers for the { $where_acc } now reaches from { $low_measure_acc } to { $high_measure_acc }
range-weeks-a = the range for the { $where_acc } has been the same for { weeks-count }, from { $low_measure_acc } to { $high_measure_acc }
range-weeks-b = for { weeks-count } the choice for the { $where_acc } has lain between { $low_measure_acc } and { $high_measure_acc }
range-weeks-c = nothing was added to the range for the { $where_acc } nor taken from it in { weeks-count }: it ends at { $high_measure_acc }
range-weeks-d = { $high_measure_acc } remains the furthest step on the ladder for the { $where_acc }, for { weeks-count } now
range-single-a = for the { $where_acc } the ladder of measures opens nothing beyond { $low_measure_acc }
range-single-b = the ladder keeps to { $low_measure_acc } for the { $where_acc }
range-single-c = no measure beyond { $low_measure_acc } is on the ladder for the { $where_acc }
range-single-weeks-a = for { weeks-count } the ladder has offered nothing beyond { $low_measure_acc } for the { $where_acc }
range-single-weeks-b = { $low_measure_acc } has been all that the ladder opens for the { $where_acc } for { weeks-count }
range-single-weeks-c = for the { $where_acc } it stays at { $low_measure_acc }, as for the past { weeks-count }
