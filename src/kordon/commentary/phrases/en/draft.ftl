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
by-far-side = ; the other side's own services took part
doubt-unconfirmed = {" "}(not confirmed)
doubt-claim = {" "}(only the accusing side says so)
interval-90 = {" "}({ PCT(90) } interval { ROUGH($low90) }–{ ROUGH($high90) })
count-part = about { ROUGH($mean) } on the { $where }
level-part = the { $where } is at { $level }
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
act-crossing-attempt = people tried to get across
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
act-armed-incursion = armed people stepped across the line
act-airspace-violation = the airspace was violated
act-drone = a drone came across
act-balloon = balloons came across
act-exercise = a military exercise was held
act-deployment = forces were moved up
act-death = a death was recorded
act-rescue = people were rescued
act-espionage = a case of espionage or recruitment came to light
act-information-attack = an information attack was recorded
act-cyber = a cyber incident was recorded
act-smuggling = smuggling was stopped
act-other = an incident of another kind was recorded
act-unnamed = the following was recorded: { $kind }

happened-a = On { $days }, { $act } on the { $where }{ $near }{ $hurt }{ $by }{ $doubt }.
happened-b = On the { $where }{ $near }, { $act } on { $days }{ $hurt }{ $by }{ $doubt }.
happened-span = Over { $days }, { $act } on the { $where }{ $near }{ $hurt }{ $by }{ $doubt }.
happened-week-a = During the week { $act }{ $times } on the { $where }{ $near }{ $hurt }{ $by }{ $doubt }.
happened-week-b = On the { $where }{ $near }, { $act }{ $times } in the course of the week{ $hurt }{ $by }{ $doubt }.
told-heavier = The weeks just before had not seen such means on the { $where }: { $means }.

## Headlines

headline-trigger-a = A critical incident on the { $where }
headline-trigger-b = The { $where } sees a critical incident
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
headline-level-up-b = From { $from_level } to { $level }: more pressure on the { $where }
headline-level-down-a = The level on the { $where } comes down from { $from_level } to { $level }
headline-level-down-b = From { $from_level } to { $level }: the { $where } eases
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
headline-count-same-a = Attempts to cross the { $where } hold at about { ROUGH($mean) }
headline-count-same-b = About { ROUGH($mean) } { attempts } on the { $where }, much as before
headline-count-unclear-a = About { ROUGH($mean) } { attempts } on the { $where }, no clear change
headline-count-unclear-b = No clear change on the { $where }: about { ROUGH($mean) } { attempts }
headline-count-a = About { ROUGH($mean) } { attempts } to cross the { $where } in the week
headline-count-b = { $where }: about { ROUGH($mean) } { attempts } in the week
headline-trend-worse-a = The { $where } gets worse under the criteria
headline-trend-better-a = The { $where } gets better under the criteria
headline-factor-worse-a = { $where }: { $factor } up to { $level }
headline-factor-better-a = { $where }: { $factor } down to { $level }
headline-level-a = The level on the { $where } is { $level }
headline-level-b = { $where }: level { $level }
headline-plain = The week of { $week }

## Clauses of the lede

clause-trigger-a = a critical incident was recorded on the { $where }: { $trigger }
clause-trigger-b = the { $where } saw what the criteria call a critical incident ({ $trigger })
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
clause-level-up-b = the { $where } went from { $from_level } to { $level }
clause-level-down-a = the level on the { $where } came down from { $from_level } to { $level }
clause-level-down-b = the { $where } went down from { $from_level } to { $level }
clause-count-up-a = attempts to cross the { $where } rose to about { ROUGH($mean) }, from about { ROUGH($before) } a week over the { WORD(4) } weeks before
clause-count-up-b = about { ROUGH($mean) } { attempts-were } made on the { $where }, where the { WORD(4) } weeks before had seen about { ROUGH($before) } each
clause-count-down-a = attempts to cross the { $where } fell to about { ROUGH($mean) }, from about { ROUGH($before) } a week over the { WORD(4) } weeks before
clause-count-down-b = only about { ROUGH($mean) } { attempts-were } made on the { $where }, where the { WORD(4) } weeks before had seen about { ROUGH($before) } each
clause-heavier-a = attackers on the { $where } turned to means that the weeks before had not seen: { $means }
clause-heavier-b = the means of attack on the { $where } grew heavier ({ $means })
clause-attacks-a = border staff on the { $where } came under attack ({ $kinds })
clause-attacks-b = there were attacks on border staff on the { $where } ({ $kinds })
clause-event-a = on the { $where } { $act }
clause-event-b = { $act } on the { $where }
clause-count-same-a = attempts to cross the { $where } held at about { ROUGH($mean) }, near the average of the { WORD(4) } weeks before
clause-count-same-b = with about { ROUGH($mean) } { attempts } the { $where } stayed close to the { WORD(4) } weeks before
clause-count-unclear-a = on the { $where } about { ROUGH($mean) } { attempts-were } made, which is no clear change
clause-count-unclear-b = the count on the { $where }, about { ROUGH($mean) } { attempts }, shows no clear change
clause-count-a = about { ROUGH($mean) } { attempts-were } made to cross the { $where }
clause-count-b = the { $where } counted about { ROUGH($mean) } { attempts }
clause-trend-worse-a = taken together, the criteria show a worse turn on the { $where }
clause-trend-better-a = taken together, the criteria show a better turn on the { $where }
clause-factor-worse-a = on the { $where } { $factor } went up to { $level } under the criteria
clause-factor-better-a = on the { $where } { $factor } came down to { $level } under the criteria
clause-level-a = the level on the { $where } is { $level }
clause-level-b = the { $where } stands at { $level }

also-but = { $main }; even so, { $also }
also-a = { $main }; { $also }
also-b = { $main }, while { $also }
also-c = { $main }, and { $also }

lede-worse-a = The situation got worse: { $told }.
lede-worse-b = Pressure grew in the week: { $told }.
lede-worse-c = The week was harder than the last: { $told }.
lede-same-a = Little moved in either direction: { $told }.
lede-same-b = The situation has not changed: { $told }.
lede-same-c = The week kept its course: { $told }.
lede-better-a = The situation eased: { $told }.
lede-better-b = The week brought some relief: { $told }.
lede-better-c = Things got better: { $told }.
lede-moved-a = The week as such brought no turn, though there is this to tell: { $told }.
lede-moved-b = The trend stays where it was; still, { $told }.
lede-plain = { $told }.
lede-open-a = There is too little to judge the week by, but this is known: { $told }.
lede-open-b = The week cannot be judged as a whole; what can be said is this: { $told }.
lede-open-c = No trend can be given, only what was reported: { $told }.

quiet-headline-a = No ground to judge the week by
quiet-headline-b = Too little was reported to judge the week
quiet-headline-c = A week without evidence
quiet-lede-a = For { $week } no report was found by which the borders could be judged.
quiet-lede-b = Nothing that can be counted or assessed became known of { $week }.
quiet-lede-c = The reports at hand say nothing of { $week }, so no judgement is made.

## Counts

told-count-up-a = About { ROUGH($mean) } { attempts-were } made to cross the { $where }{ $interval }, up from about { ROUGH($before) } a week over the { WORD(4) } weeks before.
told-count-up-b = The { $where } saw about { ROUGH($mean) } { attempts }{ $interval }; the { WORD(4) } weeks before had averaged about { ROUGH($before) }.
told-count-up-c = From an average of about { ROUGH($before) } over the { WORD(4) } preceding weeks, attempts to cross the { $where } rose to about { ROUGH($mean) }{ $interval }.
told-count-down-a = About { ROUGH($mean) } { attempts-were } made to cross the { $where }{ $interval }, down from about { ROUGH($before) } a week over the { WORD(4) } weeks before.
told-count-down-b = The { $where } saw about { ROUGH($mean) } { attempts }{ $interval }, fewer than the average of about { ROUGH($before) } in the { WORD(4) } weeks before.
told-count-down-c = From an average of about { ROUGH($before) } over the { WORD(4) } preceding weeks, attempts to cross the { $where } fell to about { ROUGH($mean) }{ $interval }.
told-count-same-a = About { ROUGH($mean) } { attempts-were } made to cross the { $where }{ $interval }, much as in the { WORD(4) } weeks before (about { ROUGH($before) } a week).
told-count-same-b = On the { $where } attempts stood at about { ROUGH($mean) }{ $interval }; the { WORD(4) } weeks before had averaged about { ROUGH($before) }.
told-count-unclear-a = About { ROUGH($mean) } { attempts-were } made to cross the { $where }{ $interval }; the { WORD(4) } weeks before had averaged about { ROUGH($before) }, but the figures are too coarse to call that a change.
told-count-unclear-b = The { $where } saw about { ROUGH($mean) } { attempts }{ $interval }; beside an average of about { ROUGH($before) } in the { WORD(4) } weeks before, that is no certain change.
told-count-a = About { ROUGH($mean) } { attempts-were } made to cross the { $where }{ $interval }; the weeks before are too thinly reported to compare with.
told-count-b = The { $where } saw about { ROUGH($mean) } { attempts }{ $interval }, with too few figures before it for a comparison.
count-zero = For the { $where } a count of { ROUGH($mean) } was reported, which is a figure and not silence.
usual-above = About { ROUGH($expected) } would have been usual, so the week lies above the ordinary.
usual-below = About { ROUGH($expected) } would have been usual, so the week lies below the ordinary.
usual-near = That is near what was to be expected (about { ROUGH($expected) }).
told-year = The same week a year earlier had seen about { ROUGH($year) }.
told-thin = For that border figures speak for { WORD($covered) } of { WORD(7) } days; the rest is estimated.
count-list-a = Attempts to cross in the week: { $counts }.
count-list-b = Behind this stand the attempts to cross: { $counts }.

## Levels

level-first = Under the criteria the level on the { $where } is { $level }; { $assessed } of { $of } threat factors could be assessed.
level-same-a = Under the criteria the { $where } stays at { $level }, as when it was last assessed ({ $assessed } of { $of } threat factors assessed).
level-same-b = Measured against the criteria, the level on the { $where } remains { $level }, with { $assessed } of { $of } threat factors assessed.
level-up-a = Under the criteria the { $where } rises from { $from_level } to { $level } ({ $assessed } of { $of } threat factors assessed).
level-up-b = Measured against the criteria, the level on the { $where } goes up from { $from_level } to { $level }; { $assessed } of { $of } threat factors could be assessed.
level-down-a = Under the criteria the { $where } comes down from { $from_level } to { $level } ({ $assessed } of { $of } threat factors assessed).
level-down-b = Measured against the criteria, the level on the { $where } goes down from { $from_level } to { $level }; { $assessed } of { $of } threat factors could be assessed.
level-list-a = Under the criteria { $levels }.
level-list-b = As the criteria have it, { $levels }.

## What is not known

unknown-borders = Not assessed: { $borders }.
unknown-counts = No figure was found that speaks of attempts in this week on these borders: { $borders }.
unknown-factors = On the { $borders_loc } there was nothing to assess these factors by: { $factors }.
silence-a = Where no report speaks, nothing is known; silence is not calm.
silence-b = Silence is not calm: what was not reported may still have happened.
silence-c = Nothing in these gaps should be read as calm: silence is only silence.

## Measures

acts = { $measure_id ->
    [indicator_system] take
    [emergency_consultations] take
   *[other] takes
} effect
clause-step-in-force = in { $states } { $measure_acc }{ $on_border } took effect{ $since }{ $ends }
clause-step-extended = { $states } extended the { $measure }{ $on_border }{ $ends }
clause-step-decided = { $states } decided on { $measure_acc }{ $on_border }{ $starts }
clause-step-lifted = { $states } lifted the { $measure }{ $on_border }
clause-step-lapsed = the { $measure }{ $on_border } in { $states } ended on { $lapse }
clause-step-agreed = { $states } agreed on { $measure_acc }{ $on_border }
clause-step-announced = { $states } announced { $measure_acc }{ $on_border }
clause-step-conditional = { $states } made { $measure_acc }{ $on_border } hang on a condition
clause-step-planned = a plan for { $measure_acc }{ $on_border } became known in { $states }
clause-step-proposed = { $measure_acc }{ $on_border } was put forward in { $states }
clause-step-asked = { $measure_acc }{ $on_border } was asked for in { $states }
clause-step-denied = { $states } denied reports of { $measure_acc }{ $on_border }
step-in-force = { clause-step-in-force }.
step-extended = { clause-step-extended }.
step-decided = { clause-step-decided }.
step-lifted = { clause-step-lifted }.
step-lapsed = { clause-step-lapsed }.
step-agreed = { clause-step-agreed }.
step-announced = { clause-step-announced }; nothing is in force by that.
step-conditional = { clause-step-conditional }; nothing is in force by that.
step-planned = { clause-step-planned }; nothing is in force by that.
step-proposed = { clause-step-proposed }; nothing is in force by that.
step-asked = { clause-step-asked }; nothing is in force by that.
step-denied = { clause-step-denied }.
headline-step-in-force = { $states }: { $measure } { acts }
headline-step-extended = { $states }: { $measure } extended
headline-step-decided = { $states }: { $measure } decided
headline-step-lifted = { $states }: { $measure } lifted
headline-step-lapsed = { $states }: the { $measure } comes to an end
headline-step-agreed = { $states }: { $measure } agreed
headline-step-announced = { $states }: { $measure } announced
headline-step-conditional = { $states }: { $measure } on a condition
headline-step-planned = { $states }: { $measure } planned
headline-step-proposed = { $states }: { $measure } put forward
headline-step-asked = { $states }: { $measure } asked for
headline-step-denied = { $states }: { $measure } reports denied
crossing = The crossing point { $name } has been { $status } since { DAY($start) }.
range-a = For the { $borders } the range put forward runs from { $low_measure_acc } to { $high_measure_acc }; people decide.
range-b = What the ladder offers for the { $borders } reaches from { $low_measure_acc } to { $high_measure_acc }; the choice is for people to make.
range-single = For the { $borders } nothing beyond { $low_measure_acc } is put forward.
due-start = Due on { $begin }: start of the { $measure }{ $on_border } ({ $states }).
due-lapse = Due to end on { $lapse } unless extended: the { $measure }{ $on_border } ({ $states }).
due-critical = The critical level on the { $where } ends on { DAY($expires) } unless new incidents renew it.
due-consult = A critical incident elsewhere ({ $asking }) calls for consultations on the { $where }.

## Signals

signal = A signal was sent: { $signal } ({ $answer }).
signal-from = { $sender } sent a signal: { $signal } ({ $answer }).
signal-between = { $sender } to { $receiver }: { $signal } ({ $answer }).
headline-signal = { $signal }: { $answer }
clause-signal = the signal of the week was this: { $signal } ({ $answer })
