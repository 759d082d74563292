### The week's draft. A clause is part of a sentence and begins small; a headline has no full stop.
### Numbers are never written into a phrase: { WORD(4) } declares a number that belongs to the phrase itself.

## Parts

day = { DAY($day) }
same-border-nom = same border
same-border-gen = same border
same-border-acc = same border
same-border-loc = same border
span = { RANGE($start, $end) }
near = {" "}near { $name }
times = {" "}{ $times ->
    [2] twice
   *[other] { WORD($times) } times
}
hurt = ; { $hurt }
hurt-killed = { $killed ->
    [1] one person died
   *[other] { WORD($killed) } people died
}
hurt-injured = { $injured ->
    [1] one person was wounded
   *[other] { WORD($injured) } people were wounded
}
by-far-side = ; the neighbouring state's services took part
doubt-unconfirmed = {" "}(not confirmed)
doubt-claim = {" "}(only the accusing side says so)
interval-90 = {" "}({ PCT(90) } interval { ROUGH($low90) }–{ ROUGH($high90) })
count-part = about { ROUGH($mean) } on the { $where }
level-part = { $level } on the { $where }
on-border = {" "}on the { $borders_loc }
measure-starts = , from { DAY($start) }
measure-since = {" "}on { DAY($start) }
measure-ends = {" "}(until { DAY($end) })

attempts = { ROUGH($mean) ->
    [one] attempt
   *[other] attempts
}
attempts-were = { ROUGH($mean) ->
    [one] attempt was
   *[other] attempts were
}

## What was done

act-mass-push = a group tried to force its way across
act-crossing-attempt = people tried to cross
act-stone-throwing = stones were thrown at patrols
act-slingshot = patrols were shot at with slingshots
act-pepper-spray = pepper spray or gas was used against patrols
act-pyrotechnics = pyrotechnics were used
act-laser = patrols were dazzled with lasers
act-knife-attack = officers were attacked with a knife
act-assault = officers were attacked
act-fence-damage = the barrier was damaged
act-tunnel = a tunnel was found under the barrier
act-shots-fired = shots were fired
act-warning-shots = border staff fired warning shots
act-weapon-use = a weapon was used
act-weapon-aimed = a weapon was pointed at officers
act-armed-incursion = armed people crossed the line
act-airspace-violation = the airspace was violated
act-drone = a drone came across
act-balloon = balloons came across
act-exercise = a military exercise was held
act-deployment = forces were moved up
act-death = a person was found dead
act-rescue = people were rescued
act-espionage = a case of espionage or recruitment came to light
act-information-attack = an information attack was recorded
act-cyber = a cyber incident was recorded
act-smuggling = smugglers were stopped
act-other = an incident of another kind was recorded
act-unnamed = the following was recorded: { $kind }

happened-a = On { $days }, { $act } on the { $where }{ $near }{ $hurt }{ $by }{ $doubt }.
happened-b = On the { $where }{ $near }, { $act } on { $days }{ $hurt }{ $by }{ $doubt }.
happened-span = Over { $days }, { $act } on the { $where }{ $near }{ $hurt }{ $by }{ $doubt }.
happened-week-a = During the week { $act }{ $times } on the { $where }{ $near }{ $hurt }{ $by }{ $doubt }.
happened-week-b = On the { $where }{ $near }, { $act }{ $times } in the course of the week{ $hurt }{ $by }{ $doubt }.
told-heavier = No attack with such means ({ $means }) had been reported on the { $where } in the weeks just before.

## Headlines

headline-trigger-a = Critical incident on the { $where }: { $trigger }
headline-trigger-b = { $where }: a critical incident, { $trigger }
headline-killed-a = Attacks on the { $where } cost { $killed ->
    [1] a life
   *[other] { WORD($killed) } lives
}
headline-killed-b = { $killed ->
    [1] One person dies
   *[other] { WORD($killed) } people die
} after attacks on the { $where }
headline-wounded-a = { $injured ->
    [1] One person
   *[other] { WORD($injured) } people
} wounded in attacks on the { $where }
headline-wounded-b = Attacks on the { $where } leave { $injured ->
    [1] one person
   *[other] { WORD($injured) } people
} wounded
headline-level-up-a = The level on the { $where } rises from { $from_level } to { $level }
headline-level-up-b = { $where }: the level goes up from { $from_level } to { $level }
headline-level-down-a = The level on the { $where } comes down from { $from_level } to { $level }
headline-level-down-b = { $where }: the level goes down from { $from_level } to { $level }
headline-count-up-a = Attempts to cross the { $where } climb to about { ROUGH($mean) }
headline-count-up-b = More attempts on the { $where }: about { ROUGH($mean) } in the week
headline-count-down-a = Attempts to cross the { $where } fall to about { ROUGH($mean) }
headline-count-down-b = Fewer attempts on the { $where }: about { ROUGH($mean) } in the week
headline-heavier-a = Attackers on the { $where } turn to heavier means: { $means }
headline-heavier-b = Heavier means on the { $where }: { $means }
headline-attacks-a = Border staff come under attack on the { $where }
headline-attacks-b = Attacks on border staff on the { $where }
headline-event-a = On the { $where }, { $act }
headline-event-b = { $where }: { $act }
headline-count-same-a = Attempts to cross the { $where } stay at about { ROUGH($mean) }
headline-count-same-b = About { ROUGH($mean) } { attempts } on the { $where }, much as before
headline-count-unclear-a = About { ROUGH($mean) } { attempts } on the { $where }, no clear change
headline-count-unclear-b = No clear change on the { $where }: about { ROUGH($mean) } { attempts }
headline-count-a = About { ROUGH($mean) } { attempts } to cross the { $where } in the week
headline-count-b = { $where }: about { ROUGH($mean) } { attempts } in the week
headline-trend-worse-a = { $cause ->
    [wounded-worse] People were hurt in attacks on the { $where }
    [means-worse] Attackers on the { $where } turn to heavier means
   *[other] The situation on the { $where } gets worse
}
headline-trend-better-a = The situation on the { $where } gets better
headline-factor-worse-a = { $where }: “{ $factor }” now rated { $level }, the border as a whole { $border_level }
headline-factor-better-a = { $where }: “{ $factor }” down to { $level }, the border as a whole { $border_level }
headline-level-same-a = The level on the { $where } stays { $level }
headline-level-same-b = { $where }: the level is still { $level }
headline-level-a = The level on the { $where } is { $level }
headline-level-b = { $where }: the level is { $level }
headline-plain = The week of { $week }

## Clauses of the lede

clause-trigger-a = a critical incident was recorded on the { $where } ({ $trigger })
clause-trigger-b = the { $where } saw a critical incident ({ $trigger })
clause-killed-a = attacks on the { $where } cost { $killed ->
    [1] a life
   *[other] { WORD($killed) } lives
}
clause-killed-b = { $killed ->
    [1] one person died
   *[other] { WORD($killed) } people died
} in attacks on the { $where }
clause-wounded-a = { $injured ->
    [1] one person was
   *[other] { WORD($injured) } people were
} wounded in attacks on the { $where }
clause-wounded-b = attacks on the { $where } left { $injured ->
    [1] one person
   *[other] { WORD($injured) } people
} wounded
clause-level-up-a = the level on the { $where } rose from { $from_level } to { $level }
clause-level-up-b = the { $where } moved up from { $from_level } to { $level }
clause-level-down-a = the level on the { $where } came down from { $from_level } to { $level }
clause-level-down-b = the { $where } moved down from { $from_level } to { $level }
clause-count-up-a = attempts to cross the { $where } rose to about { ROUGH($mean) }, from about { ROUGH($before) } a week over the { WORD(4) } weeks before
clause-count-up-b = about { ROUGH($mean) } { attempts-were } made on the { $where }, against about { ROUGH($before) } a week in the { WORD(4) } weeks before
clause-count-down-a = attempts to cross the { $where } fell to about { ROUGH($mean) }, from about { ROUGH($before) } a week over the { WORD(4) } weeks before
clause-count-down-b = only about { ROUGH($mean) } { attempts-were } made on the { $where }, against about { ROUGH($before) } a week in the { WORD(4) } weeks before
clause-heavier-a = attackers on the { $where } used means that had not been reported in the weeks before ({ $means })
clause-heavier-b = the means of attack on the { $where } grew heavier ({ $means })
clause-attacks-a = border staff on the { $where } came under attack ({ $kinds })
clause-attacks-b = border staff were attacked on the { $where } ({ $kinds })
clause-event-a = on the { $where } { $act }
clause-event-b = { $act } on the { $where }
clause-count-same-a = attempts to cross the { $where } stayed at about { ROUGH($mean) }, near the average of the { WORD(4) } weeks before
clause-count-same-b = about { ROUGH($mean) } { attempts-were } made on the { $where }, close to the { WORD(4) } weeks before
clause-count-unclear-a = about { ROUGH($mean) } { attempts-were } made on the { $where }, no clear change
clause-count-unclear-b = attempts on the { $where }, about { ROUGH($mean) }, show no clear change
clause-count-a = about { ROUGH($mean) } { attempts-were } made to cross the { $where }
clause-count-b = about { ROUGH($mean) } { attempts-were } counted on the { $where }
clause-trend-worse-a = { $cause ->
    [wounded-worse] people were hurt in attacks on the { $where }
    [means-worse] attackers on the { $where } used heavier means than in the weeks before
   *[other] the week on the { $where } was worse than those before
}
clause-trend-better-a = the week on the { $where } was better than those before
clause-factor-worse-a = on the { $where } the factor “{ $factor }” rose to { $level } (the border as a whole: { $border_level })
clause-factor-better-a = on the { $where } the factor “{ $factor }” fell to { $level } (the border as a whole: { $border_level })
clause-level-same-a = the level on the { $where } stays { $level }
clause-level-same-b = the level on the { $where } is still { $level }
clause-level-a = the level on the { $where } is { $level }
clause-level-b = the { $where } is rated { $level }

also-but = { $main }; even so, { $also }
also-a = { $main }; { $also }
also-b = { $main }, and { $also }
also-c = { $main }; { $also }

lede-worse-a = A turn for the worse: { $told }.
lede-worse-b = Pressure grew: { $told }.
lede-worse-c = The week was harder than those before it: { $told }.
lede-same-a = Little changed: { $told }.
lede-same-b = No real change: { $told }.
lede-same-c = The week brought no turn: { $told }.
lede-better-a = The situation eased: { $told }.
lede-better-b = The week brought some relief: { $told }.
lede-better-c = The pressure eased: { $told }.
lede-moved-a = The overall trend has not changed, but { $told }.
lede-moved-b = The overall trend is the same; even so, { $told }.
lede-plain = { $told }.
lede-open-a = Too little is known to judge the week as a whole; what is known: { $told }.
lede-open-b = The week cannot be judged as a whole; this much is known: { $told }.
lede-open-c = No trend can be given for the week; the reports say this: { $told }.
lede-untrended-a = No trend can be given for the week; { $told }.
lede-untrended-b = Too little is known for a trend; { $told }.
lede-untrended-c = The reports do not allow a trend; { $told }.

quiet-headline-a = Too little is known to judge the week
quiet-headline-b = Too few reports to judge the week
quiet-headline-c = Little is known of the week
quiet-lede-a = For { $week } no report was found by which the borders could be judged.
quiet-lede-b = Nothing that can be counted or assessed is known of { $week }.
quiet-lede-c = The reports at hand say nothing of { $week }, so no judgement is made.

## Counts

told-count-up-a = About { ROUGH($mean) } { attempts-were } made to cross the { $where }{ $interval }, up from about { ROUGH($before) } a week over the { WORD(4) } weeks before.
told-count-up-b = The { $where } saw about { ROUGH($mean) } { attempts }{ $interval }, more than the average of about { ROUGH($before) } in the { WORD(4) } weeks before.
told-count-up-c = Attempts to cross the { $where } rose from an average of about { ROUGH($before) } in the { WORD(4) } weeks before to about { ROUGH($mean) }{ $interval }.
told-count-down-a = About { ROUGH($mean) } { attempts-were } made to cross the { $where }{ $interval }, down from about { ROUGH($before) } a week over the { WORD(4) } weeks before.
told-count-down-b = The { $where } saw about { ROUGH($mean) } { attempts }{ $interval }, fewer than the average of about { ROUGH($before) } in the { WORD(4) } weeks before.
told-count-down-c = Attempts to cross the { $where } fell from an average of about { ROUGH($before) } in the { WORD(4) } weeks before to about { ROUGH($mean) }{ $interval }.
told-count-same-a = About { ROUGH($mean) } { attempts-were } made to cross the { $where }{ $interval }, much as in the { WORD(4) } weeks before (about { ROUGH($before) } a week).
told-count-same-b = On the { $where } attempts stayed at about { ROUGH($mean) }{ $interval }; the average of the { WORD(4) } weeks before was about { ROUGH($before) }.
told-count-unclear-a = About { ROUGH($mean) } { attempts-were } made to cross the { $where }{ $interval }; the average of the { WORD(4) } weeks before was about { ROUGH($before) }, but the figures are too coarse to call that a change.
told-count-unclear-b = The { $where } saw about { ROUGH($mean) } { attempts }{ $interval }; against about { ROUGH($before) } a week in the { WORD(4) } weeks before, that may or may not be a change.
told-count-a = About { ROUGH($mean) } { attempts-were } made to cross the { $where }{ $interval }; too little is known of the weeks before to compare.
told-count-b = The { $where } saw about { ROUGH($mean) } { attempts }{ $interval }; there are too few earlier figures to compare with.
count-zero = The reports give { ROUGH($mean) } attempts on the { $where }: that is a figure, not silence.
usual-above = That is more than usual (about { ROUGH($expected) }).
usual-below = That is less than usual (about { ROUGH($expected) }).
usual-near = That is about the usual number ({ ROUGH($expected) }).
told-year = In the same week a year earlier there were { ROUGH($year) ->
    [0] none
   *[other] about { ROUGH($year) }
}.
told-thin = The figures there cover { WORD($covered) } of { WORD(7) } days; the rest is estimated.
count-list-a = Attempts to cross in the week: { $counts }.
count-list-b = Attempts to cross the borders in the week: { $counts }.

## Levels

level-first = Under the criteria the level on the { $where } is { $level } ({ $assessed } of { $of } threat factors assessed).
level-same-a = Under the criteria the level on the { $where } stays { $level } ({ $assessed } of { $of } threat factors assessed).
level-same-b = The level on the { $where } is still { $level }; { $assessed } of { $of } threat factors could be assessed.
level-up-a = Under the criteria the level on the { $where } rises from { $from_level } to { $level } ({ $assessed } of { $of } threat factors assessed).
level-up-b = The level on the { $where } goes up from { $from_level } to { $level }; { $assessed } of { $of } threat factors could be assessed.
level-down-a = Under the criteria the level on the { $where } comes down from { $from_level } to { $level } ({ $assessed } of { $of } threat factors assessed).
level-down-b = The level on the { $where } goes down from { $from_level } to { $level }; { $assessed } of { $of } threat factors could be assessed.
level-list-a = Under the criteria the level is { $levels }.
level-list-b = By the criteria the level is { $levels }.
told-reason-standing-triggered = That level applies immediately, whatever the factors say, because of the critical incident ({ $trigger }), and until { $date }.
told-reason-standing-critical = A critical level holds for { NUMBER($days) } days after the last evidence for it, here until { $date }.
told-reason-standing-expired = The critical level has ended after { NUMBER($days) } days without new evidence.
told-reason-standing-held = The week by itself gives a lower level, but a level falls only after { WORD($weeks) } assessed weeks below it; so far there { $count ->
    [0] has been none
    [1] has been { WORD($count) }
   *[other] have been { WORD($count) }
}.
told-reason-standing-stepped-down = It falls a step because { WORD($weeks) } assessed weeks were below the old level.
told-reason-trend-count-worse = { $percent ->
    [100] It is practically certain that attempts rose by more than { NUMBER($margin) }%.
   *[other] That attempts rose by more than { NUMBER($margin) }% has a probability of { NUMBER($percent) }%.
}
told-reason-trend-count-better = { $percent ->
    [100] It is practically certain that attempts fell by more than { NUMBER($margin) }%.
   *[other] That attempts fell by more than { NUMBER($margin) }% has a probability of { NUMBER($percent) }%.
}
told-reason-trend-wounded-worse = More people were wounded or killed in attacks than in any of the weeks before ({ $before ->
    [0] none then
   *[other] at most { NUMBER($before) }
}).
told-reason-trigger = The level rests on { $count ->
    [one] a critical incident
   *[other] { NUMBER($count) } critical incidents
}: { $trigger }.

## What is not known

unknown-borders = Not assessed: { $borders }. Too little is known there to assess { $factors }.
unknown-borders-plain = Not assessed: { $borders }.
unknown-counts = No number of attempts was found for { $borders }.
unknown-factors = On the { $borders_loc } nothing was found by which to assess { $factors }.
silence-a = Where nothing is reported, nothing is known; silence is not calm.
silence-b = Silence is not calm: what was not reported may still have happened.
silence-c = None of this means calm: silence is only silence.
not-yet = {" "}(not in force)

## Measures

acts = { $measure_id ->
    [indicator_system] take
    [emergency_consultations] take
   *[other] takes
} effect
clause-step-in-force = { $measure_id ->
    [troop_deployment] in { $states } more forces were sent to the border{ $since }
    [barrier] in { $states } work on the border barrier{ $on_border } reached a new stage{ $since }
   *[other] in { $states } { $measure_acc }{ $on_border } took effect{ $since }
}{ $ends }
clause-step-extended = { $states } extended the { $measure }{ $on_border }{ $ends }
clause-step-decided = { $states } decided on { $measure_acc }{ $on_border }{ $starts }
clause-step-lifted = { $states } lifted the { $measure }{ $on_border }
clause-step-lapsed = the { $measure }{ $on_border } in { $states } ended on { $lapse }
clause-step-agreed = { $states } agreed on { $measure_acc }{ $on_border }
clause-step-announced = { $states } announced { $measure_acc }{ $on_border }{ not-yet }
clause-step-conditional = { $states } made { $measure_acc }{ $on_border } depend on a condition{ not-yet }
clause-step-planned = a plan for { $measure_acc }{ $on_border } became known in { $states }{ not-yet }
clause-step-proposed = { $measure_acc }{ $on_border } was proposed in { $states }{ not-yet }
clause-step-asked = { $measure_acc }{ $on_border } was asked for in { $states }{ not-yet }
clause-step-denied = { $states } denied reports of { $measure_acc }{ $on_border }
step-in-force = { clause-step-in-force }.
step-extended = { clause-step-extended }.
step-decided = { clause-step-decided }.
step-lifted = { clause-step-lifted }.
step-lapsed = { clause-step-lapsed }.
step-agreed = { clause-step-agreed }.
step-announced = { clause-step-announced }.
step-conditional = { clause-step-conditional }.
step-planned = { clause-step-planned }.
step-proposed = { clause-step-proposed }.
step-asked = { clause-step-asked }.
step-denied = { clause-step-denied }.
headline-step-in-force = { $measure_id ->
    [troop_deployment] { $states }: more forces for the border
    [barrier] { $states }: work on the border barrier
   *[other] { $states }: { $measure } { acts }
}
headline-step-extended = { $states }: { $measure } extended
headline-step-decided = { $states }: { $measure } decided
headline-step-lifted = { $states }: { $measure } lifted
headline-step-lapsed = { $states }: { $measure } ends
headline-step-agreed = { $states }: { $measure } agreed
headline-step-announced = { $states }: { $measure } announced
headline-step-conditional = { $states }: { $measure }, but on a condition
headline-step-planned = { $states }: { $measure } planned
headline-step-proposed = { $states }: { $measure } proposed
headline-step-asked = { $states }: { $measure } asked for
headline-step-denied = { $states }: reports of { $measure_acc } denied
crossing = The crossing point { $name } has { $status_id ->
    [restricted] worked with restrictions
   *[other] been { $status }
} since { DAY($start) }.
range-a = For the { $borders } the ladder of measures opens a range from { $low_measure_acc } to { $high_measure_acc }; people decide.
range-b = The measures to choose from for the { $borders } run from { $low_measure_acc } to { $high_measure_acc }; the choice is for people to make.
range-single = For the { $borders } the ladder of measures opens nothing beyond { $low_measure_acc }.
due-start = From { $begin }: { $measure }{ $on_border } ({ $states }).
due-lapse = Until { $lapse }, unless extended: { $measure }{ $on_border } ({ $states }).
due-critical = The critical level on the { $where } ends on { DAY($expires) } unless new incidents renew it.
due-consult = The critical incident on the { $asking } calls for consultations on the { $where_loc }.

## Signals

signal = A signal was sent: { $signal } ({ $answer }).
signal-from = { $sender } sent a signal: { $signal } ({ $answer }).
signal-between = { $sender } to { $receiver }: { $signal } ({ $answer }).
headline-signal = { $signal }: { $answer }
clause-signal = there was a signal, { $signal } ({ $answer })
