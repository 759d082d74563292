### The week's draft. A clause is part of a sentence and begins small; a headline has no full stop.
### Numbers are never written into a phrase: { WORD(4) } declares a number that belongs to the phrase itself.

## Parts

day = { DAY($day) }
span = { RANGE($start, $end) }
near = {" "}near { $name }
times = {" "}{ $times ->
    [2] twice
   *[other] { WORD($times) } times
}
hurt = , and { $hurt }
hurt-killed = { $killed ->
    [1] one person died
   *[other] { WORD($killed) } people died
}
hurt-injured = { $injured ->
    [1] one person was wounded
   *[other] { WORD($injured) } people were wounded
}
by-far-side = , with services of the neighbouring state taking part
doubt-unconfirmed = {" "}(not confirmed)
doubt-claim = {" "}(only the accusing side says so)
interval-90 = {" "}({ PCT(90) } interval { ROUGH($low90) }–{ ROUGH($high90) })
on-border = {" "}on the { $borders_loc }
not-yet = {" "}(not in force)
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

happened-a = on { $days }, { $act }{ $at }{ $near }{ $hurt }{ $by }{ $doubt }
happened-b = { $act }{ $at }{ $near } on { $days }{ $hurt }{ $by }{ $doubt }
happened-c = it was on { $days } that { $act }{ $at }{ $near }{ $hurt }{ $by }{ $doubt }
happened-span-a = over { $days }, { $act }{ $at }{ $near }{ $hurt }{ $by }{ $doubt }
happened-span-b = { $act }{ $at }{ $near } in the days of { $days }{ $hurt }{ $by }{ $doubt }
happened-week-a = during the week { $act }{ $times }{ $at }{ $near }{ $hurt }{ $by }{ $doubt }
happened-week-b = { $act }{ $times }{ $at }{ $near } in the course of the week{ $hurt }{ $by }{ $doubt }
told-heavier-a = no attack with such means ({ $means }) had been reported on the { $where } in the weeks just before
told-heavier-b = such means ({ $means }) are new on the { $where } against the weeks just before
told-attack-weeks-a = for { WORD($weeks) } weeks running now there have been attacks on the { $where }
told-attack-weeks-b = attacks on the { $where } have been reported for { WORD($weeks) } weeks on end

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
headline-level-up-c = { $where } now at { $level }, up from { $from_level }
headline-level-down-a = The level on the { $where } comes down from { $from_level } to { $level }
headline-level-down-b = { $where }: the level goes down from { $from_level } to { $level }
headline-level-down-c = { $where } down to { $level } from { $from_level }
headline-count-up-a = Attempts to cross the { $where } climb to about { ROUGH($mean) }
headline-count-up-b = More attempts on the { $where }: about { ROUGH($mean) } in the week
headline-count-up-c = Pressure on the { $where } grows to about { ROUGH($mean) } { attempts }
headline-count-down-a = Attempts to cross the { $where } fall to about { ROUGH($mean) }
headline-count-down-b = Fewer attempts on the { $where }: about { ROUGH($mean) } in the week
headline-count-down-c = Pressure on the { $where } eases to about { ROUGH($mean) } { attempts }
headline-count-down-d = Attempts on the { $where } drop to about { ROUGH($mean) }
headline-heavier-a = Attackers on the { $where } turn to heavier means: { $means }
headline-heavier-b = Heavier means on the { $where }: { $means }
headline-attacks-a = Border staff come under attack on the { $where }
headline-attacks-b = Attacks on border staff on the { $where }
headline-attacks-c = Patrols attacked on the { $where }
headline-attacks-d = { $where }: attacks on patrols ({ $kinds })
headline-event-a = On the { $where }, { $act }
headline-event-b = { $where }: { $act }
headline-event-c = { $act } on the { $where }
headline-count-same-a = Attempts to cross the { $where } stay at about { ROUGH($mean) }
headline-count-same-b = About { ROUGH($mean) } { attempts } on the { $where }, much as before
headline-count-same-c = Little moves on the { $where }: about { ROUGH($mean) } { attempts }
headline-count-same-d = { $where } steady at about { ROUGH($mean) } { attempts }
headline-count-same-e = The { $where } stays as it was, with about { ROUGH($mean) } { attempts }
headline-count-unclear-a = About { ROUGH($mean) } { attempts } on the { $where }, no clear change
headline-count-unclear-b = No clear change on the { $where }: about { ROUGH($mean) } { attempts }
headline-count-unclear-c = { $where }: about { ROUGH($mean) } { attempts }, the direction unclear
headline-count-unclear-d = Neither clearly up nor down on the { $where }: about { ROUGH($mean) } { attempts }
headline-count-unclear-e = Rough figures, no clear change on the { $where }
headline-count-a = About { ROUGH($mean) } { attempts } to cross the { $where } in the week
headline-count-b = { $where }: about { ROUGH($mean) } { attempts } in the week
headline-count-c = Reports of about { ROUGH($mean) } { attempts } on the { $where }
headline-trend-worse-a = { $cause ->
    [wounded-worse] People were hurt in attacks on the { $where }
    [means-worse] Attackers on the { $where } turn to heavier means
   *[other] The situation on the { $where } gets worse
}
headline-trend-worse-b = { $cause ->
    [wounded-worse] Attacks on the { $where } leave people hurt
    [means-worse] Heavier means in attacks on the { $where }
   *[other] A worse week on the { $where }
}
headline-trend-better-a = The situation on the { $where } gets better
headline-trend-better-b = A better week on the { $where }
headline-factor-worse-a = { $where }: “{ $factor }” now rated { $level }, the border as a whole { $border_level }
headline-factor-better-a = { $where }: “{ $factor }” down to { $level }, the border as a whole { $border_level }
headline-level-same-a = The level on the { $where } stays { $level }
headline-level-same-b = { $where }: the level is still { $level }
headline-level-same-c = { $where } remains at { $level }
headline-level-same-d = { $level } as before on the { $where }
headline-level-a = The level on the { $where } is { $level }
headline-level-b = { $where }: the level is { $level }
headline-level-c = { $where } rated { $level }
headline-plain = The week of { $week }

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
