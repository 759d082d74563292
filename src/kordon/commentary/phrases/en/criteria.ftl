# Why a border, a factor or an indicator has the level it has; and the page that tells a criteria document.

part-assessed = { $assessed } of { $of } factors assessed.

## The border: the week's own score

reason-score-critical =
    { $border }: { $level }. { $count ->
        [one] { $count } factor is critical
       *[other] { $count } factors are critical
    }, { $factor } among them. { part-assessed }
reason-score-high =
    { $border }: { $level }. { $count ->
        [1] The factor that is high or critical is “{ $factor }”
       *[other] { $count } factors are high or critical; the highest is “{ $factor }”
    }. { part-assessed }
reason-score-many-medium =
    { $border }: { $level }. { $count ->
        [one] { $count } factor is medium
       *[other] { $count } factors are medium
    }, the first of them “{ $factor }”. { part-assessed }
reason-score-medium =
    { $border }: { $level }. { $count ->
        [1] The factor “{ $factor }” is medium
        [one] { $count } factor is medium
       *[other] { $count } factors are medium, the first of them “{ $factor }”
    }. { part-assessed }
reason-score-low =
    { $border }: { $level }. { $count ->
        [0] No assessed factor is above low.
       *[other] Factors above low: { $count }.
    } { part-assessed }
reason-score-essential-missing =
    { $border }: not assessed, because too little is known to assess { $count ->
        [1] the factor “{ $factor }”
        [2] the factors “{ $factor }” and “{ $other_factor }”
       *[other] “{ $factor }”, “{ $other_factor }” and other essential factors
    }. { part-assessed }
reason-score-nothing = { $border }: not assessed, because no factor could be assessed. { part-assessed }
reason-no-criteria = { $border }: not assessed, because there are no criteria for it.
reason-criteria-not-valid = { $border }: not assessed, because its criteria do not hold for this week.

## The border: what stands

reason-standing-triggered = { $border }: { $level } at once, whatever the factors say, because of a critical incident: { $trigger }. The level holds until { $date }.
reason-standing-critical = { $border }: { $level } until { $date }. A critical level holds for { $days ->
        [one] { $days } day
       *[other] { $days } days
    } after the last evidence for it.
reason-standing-expired = { $border }: { $level }. The critical level has ended after { $days ->
        [one] { $days } day
       *[other] { $days } days
    } without new evidence.
reason-standing-held = { $border }: still { $level }. The week by itself gives a lower level, but a level falls only after { $weeks ->
        [one] { $weeks } assessed week
       *[other] { $weeks } assessed weeks
    } below it; so far there { $count ->
        [0] has been none
        [one] has been { $count }
       *[other] have been { $count }
    }.
reason-standing-stepped-down = { $border }: { $level }, a step lower, after { $weeks ->
        [one] { $weeks } assessed week
       *[other] { $weeks } assessed weeks
    } below the old level.
reason-consult = A critical incident on the { $border } calls for a consultation here.

## Triggers

reason-trigger = { $border }: { $count ->
        [one] a critical incident
       *[other] { $count } critical incidents
    }, { $trigger }.
reason-trigger-doubtful = { $border }: { $trigger } is reported in a word of doubt (“{ $word }”). It does not count until a person has confirmed it.
reason-trigger-incident = { $date }: { $kind }; evidence graded { $grade }.
reason-trigger-incident-people = { $date }: { $kind }, { $people ->
        [one] { $people } person
       *[other] { $people } people
    }; evidence graded { $grade }.

## Factors

part-read = Indicators with a value: { $assessed } of { $of }.
reason-factor-low = { $factor }: { $level }; no indicator is above low. { part-read }
reason-factor-one = { $factor }: { $level }, because of the indicator “{ $indicator }”. { part-read }
reason-factor-several = { $factor }: { $level }, because of { $count ->
        [one] { $count } indicator
       *[other] { $count } indicators
    }, the first of them “{ $indicator }”. { part-read }
reason-factor-single-source = { $factor }: { $level }. “{ $indicator }” alone would make it { $read_level }, but rests on a single source, so the factor counts a step lower. { part-read }
reason-factor-raised = { $factor }: { $level } instead of { $read_level }, because the threat is real and the guard is weak.
reason-factor-not-assessed = { $factor }: not assessed, because none of its indicators has a value.
reason-factor-no-source = { $factor }: not assessed, because no source tells of it.

## Indicators

reason-indicator-no-reading = { $indicator }: no value for this week, so not assessed.
reason-indicator-unknown = { $indicator }: not assessed.
reason-indicator-poor-coverage = { $indicator }: not assessed. { $percent ->
        [0] No report covers this week
       *[other] Reports cover { $percent }% of the week
    }; at least { $needed }% is needed.
reason-indicator-unconfirmed = { $count ->
        [one] { $count } report is left out as unconfirmed, because its grade is
       *[other] { $count } reports are left out as unconfirmed, because their grade is
    } below { $grade }.
part-amount = { $indicator_id ->
    [b1-wounded] { $value ->
        [one] { $value } person
       *[other] { $value } people
    }
    [b4] { $value ->
        [one] { $value } person
       *[other] { $value } people
    }
    [p5] { $value ->
        [one] { $value } person
       *[other] { $value } people
    }
    [p2] { $value } times as many
    [v1] { $value }%
    [v2] { $value }%
   *[other] { $value }
}
part-amount-low = { part-amount }
part-bound = { $indicator_id ->
    [p2] { $bound } times
    [v1] { $bound }%
    [v2] { $bound }%
   *[other] { $bound }
}
part-bound-low = { part-bound }
part-count = { $indicator_id ->
    [p1] { $value ->
        [0] none in the week
       *[other] about { ROUGH($value) } in the week
    }
   *[other] { $value ->
        [0] none in the week
       *[other] { ROUGH($value) } in the week
    }
}
part-daily = about { ROUGH($against) } a day
part-four-weeks = { $against ->
    [0] none in { WORD(4) } weeks
   *[other] { $against } in { WORD(4) } weeks
}

reason-threshold-reached = { $indicator }: { part-amount }; from { part-bound } on this indicator is { $level }.
reason-threshold-not-reached = { $indicator }: { $value ->
        [0] none; this indicator is { $level }
       *[other] { part-amount-low }; below { part-bound } this indicator is { $level }
    }.
reason-threshold-below = { $indicator }: { part-amount }; below { part-bound } this indicator is { $level }.
reason-threshold-not-below = { $indicator }: { part-amount }; from { part-bound } on this indicator is { $level }.
reason-threshold-under-floor = { $indicator }: { part-amount }. But about { ROUGH($daily) } a day is too few to count (under { $floor }), so this indicator is { $level }.
reason-threshold-not-sustained = { $indicator }: { part-amount }; this indicator is { $level }. A higher level would need { $weeks ->
        [one] { $weeks } such week
       *[other] { $weeks } such weeks
    } running.

reason-presence-none = { $indicator }: none; this indicator is { $level }.
reason-presence-no-case = { $indicator }: { part-amount }, none of a kind that the rule names; this indicator is { $level }.
reason-presence = { $indicator }: { part-amount }; this indicator is { $level }.
reason-presence-case = { $indicator }: { part-amount }, the gravest: { $kind }. This indicator is { $level }.

reason-wounded-none = { $indicator }: none; this indicator is { $level }.
reason-wounded = { $indicator }: { part-amount }. Any wounding makes this indicator at least { $level }.
reason-wounded-by-means = { $indicator }: { part-amount }, with { $means }; this indicator is { $level }.

reason-judged = { $indicator }: judged { $level } by { $office }; the judgement stands until { $date }.
reason-judged-expired = { $indicator }: not assessed. The judgement by { $office } expired on { $date }.
reason-judged-none = { $indicator }: not assessed, because no office has judged it.

reason-p-above-day = { $indicator }: { part-count }, more than usual ({ $percent }% of weeks stay within about { ROUGH($bound) }); { part-daily } reaches the floor of { $floor }, so this indicator is { $level }.
reason-p-above-weeks = { $indicator }: { part-count }, more than usual ({ $percent }% of weeks stay within { ROUGH($bound) }); with { part-four-weeks } the floor of { $floor } is reached, so this indicator is { $level }.
reason-p-under-floor-day = { $indicator }: { part-count }, more than usual, but { part-daily } is under the floor of { $floor }, so this indicator is { $level }.
reason-p-under-floor-weeks = { $indicator }: { part-count }, more than usual, but with { part-four-weeks } still under the floor of { $floor }, so this indicator is { $level }.
reason-p-usual = { $indicator }: { part-count }, no more than usual{ $bound ->
        [0] {""}
       *[other] {" "}(up to { ROUGH($bound) })
    }; this indicator is { $level }.
reason-p-floors-alone-reached-day = { $indicator }: { part-count }. What is usual is not known yet; { part-daily } reaches the floor of { $floor }, so this indicator is { $level }.
reason-p-floors-alone-reached-weeks = { $indicator }: { part-count }. What is usual is not known yet; with { part-four-weeks } the floor of { $floor } is reached, so this indicator is { $level }.
reason-p-floors-alone-not-reached-day = { $indicator }: { part-count }. What is usual is not known yet; { part-daily } is under the floor of { $floor }, so this indicator is { $level }.
reason-p-floors-alone-not-reached-weeks = { $indicator }: { part-count }. What is usual is not known yet; { part-four-weeks } is under the floor of { $floor }, so this indicator is { $level }.

## Trend

reason-trend-worse = { $border }: the situation got worse.
reason-trend-better = { $border }: the situation got better.
reason-trend-same = { $border }: the situation has not changed.
part-worse-better = { $worse ->
    [100] It got worse by a rule on levels, which needs no probability.
   *[other] { $better ->
        [100] It got better by a rule on levels, which needs no probability.
       *[other] Probability that it got worse: { $worse }%, that it got better: { $better }%.
    }
}
reason-trend-rule = { part-worse-better } The rule: attempts, severity and levels are compared with the { $weeks ->
        [one] covered week
       *[other] covered weeks
    } before ({ $weeks } at most); the week is worse where at least one of the three is, and is called so from a probability of { $percent }% on.
reason-trend-together = No single part makes the week worse, but together they do: attempts more than before with a probability of { $count }%, severity with { $severity }%, at least one of the two with { $percent }% or more.
part-rise = { $percent ->
    [0] {""}
    [100] {" "}A rise is certain.
   *[other] {" "}Probability of a rise: { $percent }%.
}
reason-trend-poor-coverage = { $border }: no trend. { $percent ->
        [0] No report covers this week
       *[other] Reports cover { $percent }% of the week
    }; at least { $needed }% is needed.
reason-trend-weeks-before-not-covered = { $border }: no trend. { $count ->
        [0] None
       *[other] Only { $count }
    } of the { $weeks } weeks before { $count ->
        [0] is
        [one] is
       *[other] are
    } covered by reports; at least { $needed } must be.
part-chance = { $percent ->
    [100] A change of more than { $margin }% is practically certain.
   *[other] Probability of a change of more than { $margin }%: { $percent }%.
}
reason-trend-count-worse = Attempts rose: about { ROUGH($value) } in the week, about { ROUGH($before) } on average in the { $weeks ->
        [one] { $weeks } covered week
       *[other] { $weeks } covered weeks
    } before. { part-chance }
reason-trend-count-better = Attempts fell: about { ROUGH($value) } in the week, about { ROUGH($before) } on average in the { $weeks ->
        [one] { $weeks } covered week
       *[other] { $weeks } covered weeks
    } before. { part-chance }
reason-trend-count-same = Attempts show no clear change: about { ROUGH($value) } in the week, about { ROUGH($before) } on average in the { $weeks ->
        [one] { $weeks } covered week
       *[other] { $weeks } covered weeks
    } before. { part-chance }
reason-trend-wounded-worse = Wounded or killed in attacks: { $value }, more than in any of the weeks before ({ $before ->
        [0] none then
       *[other] at most { $before }
    }).{ part-rise }
reason-trend-hurt-worse = Wounded or killed in attacks: { $value } in the week, and { $before } in the { $weeks ->
        [one] { $weeks } known week
       *[other] { $weeks } known weeks
    } before together.{ part-rise }
reason-trend-wounded-same = Wounded or killed in attacks: { $value ->
        [0] none
       *[other] { $value }
    }; in the weeks before { $before ->
        [0] none
       *[other] at most { $before } a week
    }.{ part-rise }
reason-trend-means-worse = The means used in attacks were heavier than in any of the weeks before: rank { $value } on the scale of means, { $before ->
        [0] none before
       *[other] at most { $before } before
    }.{ part-rise }
reason-trend-acts-worse = Acts with means of rank { $rank } or above on the scale of means: { $value } in the week, and { $before } in the { $weeks ->
        [one] { $weeks } known week
       *[other] { $weeks } known weeks
    } before together.{ part-rise }
reason-trend-severity-same = { $value ->
        [0] No means were reported in attacks
       *[other] The heaviest means used in attacks: rank { $value } on the scale of means, { $before ->
            [0] none before
           *[other] at most { $before } before
        }
    }.{ part-rise }
reason-trend-severity-unknown = Whether people were hurt or heavier means used cannot be compared: too few weeks are known.
reason-trend-regime = { $told ->
    [yes] The level of attempts changed within the last { $weeks } weeks, with a probability of { $percent }%.
   *[no] Nothing tells of another level of attempts in the last { $weeks } weeks: the probability of one is { $percent }%.
}
reason-trend-means-new = New means: { $means } ({ $user ->
    [far] used by services of the neighbouring state
    [crossers] used by those who cross
    [own] used by own services
   *[other] used by others, or by whom is not told
}). Nothing of that class was used in the { $weeks } covered weeks before.
reason-trend-trigger = Critical incident: { $trigger }.
reason-trend-factor-worse = The factor “{ $factor }” rose to { $level }; in the weeks before it was { $before_level } at most.
reason-trend-factor-better = The factor “{ $factor }” fell to { $level }; in the weeks before it was at least { $before_level }.
reason-trend-levels-same = { $count ->
        [one] The level of { $count } assessed factor stayed
       *[other] The levels of { $count } assessed factors stayed
    } within the range of the weeks before.
reason-trend-levels-unknown = The levels of the factors cannot be compared: too few weeks were assessed.

## The page of a criteria document

criteria-border = { $border_short }
criteria-factor = { $factor }
criteria-indicator = { $indicator }
criteria-kind = { $kind }
criteria-level = { $level }
criteria-means = { $means }
criteria-party = { $party }
criteria-trigger = { $trigger }

criteria-status-proposal = Not official: a proposal that no commission has approved.
criteria-status-approved = Approved by { $body } on { $date }.
criteria-version = Version { $version }, fingerprint { $hash }.
criteria-borders = Valid for: { $names }.
criteria-evidence = Only what is graded { $grade } or better counts; weaker reports are shown as unconfirmed. A week is covered when reports speak for at least { $percent }% of its days.
criteria-dimension-threat = A threat: it carries the level of the border.
criteria-dimension-vulnerability = A vulnerability: it never raises a threat.
criteria-dimension-impact = An impact on people: shown beside the level, never part of it.
criteria-essential = Essential: while it is not assessed, neither is the border.
criteria-no-indicator = No source for it is read yet, so it is not assessed.

criteria-head-indicator = Indicator
criteria-head-border = Border
criteria-head-rule = Rule
criteria-head-trigger = Trigger
criteria-head-test = Fires when all of this holds
criteria-or = or
criteria-every-border = every border

criteria-rule-thresholds = the value reaches
criteria-rule-thresholds-falling = the value falls
criteria-rule-p = the week's count is above the usual and reaches the floor (while the usual is not known, the floor alone decides, up to { $level })
criteria-rule-wounded = people wounded or killed
criteria-rule-presence = what happened
criteria-rule-judged = judged, with a reason, by { $names }; not assessed after { $days ->
        [one] { $days } day
       *[other] { $days } days
    } or the earlier day that the judgement names
criteria-cell-judged = where so judged
criteria-wounded-any = any wounding
criteria-wounded-means = wounding with: { $names }
criteria-presence-any = any
criteria-cell-from = from { $bound }
criteria-cell-below = below { $bound }
criteria-cell-above = above { $percent }% of weeks
criteria-cell-sustained = { $weeks ->
        [one] { $weeks } week
       *[other] { $weeks } weeks
    } running
criteria-cell-floor-day = at least { $floor } a day
criteria-cell-floor-weeks = at least { $floor } in four weeks
criteria-cell-floor-from = while “{ $indicator }” is at least { $floor } a day

criteria-side-near = the state that guards the border
criteria-side-far = the state across the border
criteria-side-none = neither state
criteria-test-actor = by: { $names }
criteria-test-recipient = against: { $names }
criteria-test-means = with: { $names }
criteria-test-not-means = not with: { $names }
criteria-test-people = a group of at least { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
criteria-test-organised = organised by: { $names }
criteria-test-wounded = with wounded
criteria-test-not-wounded = without wounded
criteria-test-warning = warning shots only
criteria-test-no-warning = not warning shots

criteria-combine-title = How levels are put together
criteria-combine-factor = A factor has the highest level of its indicators. { $count ->
        [0] The number of sources makes no difference.
        [one] It counts { $count } step lower where only one indicator gives that level and that indicator rests on a single source.
       *[other] It counts { $count } steps lower where only one indicator gives that level and that indicator rests on a single source.
    }
criteria-combine-critical = The border is critical when { $count ->
        [one] at least { $count } threat factor is critical
       *[other] at least { $count } threat factors are critical
    }.
criteria-combine-high = It is high when any threat factor is high or critical, or when at least { $count } threat factors are medium.
criteria-combine-rest = It is medium when any threat factor is medium, and low otherwise. Only assessed factors count, and the level says how many there were.
criteria-combine-essential = It is not assessed while one of these is not: { $names }.
criteria-combine-impact = Where a threat is { $level } or more and vulnerability { $guard_level } or more, impact is raised by { $count ->
        [one] { $count } step
       *[other] { $count } steps
    }. Vulnerability never raises a threat.

criteria-fall-title = How a level rises and falls
criteria-fall-up = A level rises at once.
criteria-fall-critical = A critical level falls to high { $days ->
        [one] { $days } day
       *[other] { $days } days
    } after its last evidence.
criteria-fall-down = Any other level falls one step after { $weeks ->
        [one] { $weeks } assessed week
       *[other] { $weeks } assessed weeks
    } below it, and again after as many.
criteria-fall-lapse = After more than { $weeks ->
        [one] { $weeks } week
       *[other] { $weeks } weeks
    } running without an assessment, the old level no longer counts.

criteria-trigger-doubt = Left to a person where it is told with: { $words }.
criteria-trigger-title = Critical incidents
criteria-trigger-caption = Any of these makes the border critical at once, whatever the factors say, and calls for a consultation on the other borders with the same state. Only what happened or was attempted counts, graded { $grade } or better.

criteria-trend-title = How the trend is made
criteria-trend-count = Count: the probability that attempts differ from the mean of the { $weeks ->
        [one] { $weeks } week
       *[other] { $weeks } weeks
    } before by more than { $margin }% and by more than { $least } a week, upwards for worse, downwards for better.
criteria-trend-severity = Severity: the probability that more people are wounded or killed a week, or that means of a rank or a higher one (from { $rank } on) are used more often, than in the { $weeks ->
        [one] { $weeks } week
       *[other] { $weeks } weeks
    } before: as Poisson counts with gamma posteriors, the higher of the two. A week without any is never worse.
criteria-trend-levels = Levels, without a probability: worse when a threat factor is above its highest of the { $weeks ->
        [one] { $weeks } week
       *[other] { $weeks } weeks
    } before, or a critical incident is recorded; better when a factor is below its lowest.
criteria-trend-together = The week is worse where at least one part is, better where at least one is and none is worse: 1 − worse is the product of 1 − worse of the parts, unchanged the product of their unchanged. It is called worse from a probability of { $percent }% on, better from { $better }% on, otherwise unchanged. Severity never says better.
criteria-trend-beside = Told beside the label, without a say in it: with what probability the level of attempts changed in the last { $weeks } weeks (Bayesian change points), and a class of means that nobody had used in many weeks before, of those that somebody spoke for.
criteria-trend-coverage = Not assessed when too few days of the week are covered, or fewer than { $count } of the { $weeks ->
        [one] { $weeks } week
       *[other] { $weeks } weeks
    } before are.

criteria-valid-both = Valid from { $start } to { $end }.
criteria-valid-from = Valid from { $start } until further notice.
criteria-valid-to = Valid to { $end }.

criteria-diff-title = Differences between { $before } and { $after }
criteria-diff-none = The two documents say the same.
criteria-diff-order = Nothing but the order of entries.
part-where = { $where ->
    [none] {""}
   *[other] { $where }:{" "}
}
criteria-diff-added = { part-where }added: { $after }
criteria-diff-removed = { part-where }taken out: { $before }
criteria-diff-changed = { part-where }was “{ $before }”, now “{ $after }”
