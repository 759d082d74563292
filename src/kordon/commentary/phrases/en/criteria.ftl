# Why a border, a factor or an indicator has the level it has; and the page that tells a criteria document.

part-assessed = { $assessed } of { $of } factors assessed.

## The border: the week's own score

reason-score-critical =
    { $border }: { $level }. { $count ->
        [one] { $count } factor is critical
       *[other] { $count } factors are critical
    }, among them: { $factor }. { part-assessed }
reason-score-high =
    { $border }: { $level }. { $count ->
        [one] { $count } factor is high or critical
       *[other] { $count } factors are high or critical
    }; the highest: { $factor }. { part-assessed }
reason-score-many-medium =
    { $border }: { $level }. { $count ->
        [one] { $count } factor is medium
       *[other] { $count } factors are medium
    }, among them: { $factor }. { part-assessed }
reason-score-medium =
    { $border }: { $level }. { $count ->
        [one] { $count } factor is medium
       *[other] { $count } factors are medium
    }, among them: { $factor }. { part-assessed }
reason-score-low =
    { $border }: { $level }. { $count ->
        [0] No assessed factor is above low.
       *[other] Factors above low: { $count }.
    } { part-assessed }
reason-score-essential-missing =
    { $border }: not assessed, because { $count ->
        [1] the factor “{ $factor }” is not
        [2] the factors “{ $factor }” and “{ $other_factor }” are not
       *[other] “{ $factor }”, “{ $other_factor }” and other essential factors are not
    }. { part-assessed }
reason-score-nothing = { $border }: not assessed, because no factor is. { part-assessed }
reason-no-criteria = { $border }: not assessed, because no criteria document is valid for it.
reason-criteria-not-valid = { $border }: not assessed, because its criteria are not valid in this week.

## The border: what stands

reason-standing-triggered = { $border }: { $level } at once, whatever the score. Critical incident: { $trigger }. The level stands until { $date }.
reason-standing-critical = { $border }: { $level } until { $date }; a critical level stands { $days ->
        [one] { $days } day
       *[other] { $days } days
    } after its last evidence.
reason-standing-expired = { $border }: { $level }. The critical level has ended: { $days ->
        [one] { $days } day
       *[other] { $days } days
    } without new evidence.
reason-standing-held = { $border }: { $level } still stands. { $count ->
        [one] { $count } assessed week
       *[other] { $count } assessed weeks
    } below it so far; it falls after { $weeks }.
reason-standing-stepped-down = { $border }: { $level }, a step down after { $weeks ->
        [one] { $weeks } assessed week
       *[other] { $weeks } assessed weeks
    } below the old level.
reason-consult = A critical incident on the { $border } asks for a consultation here.

## Triggers

reason-trigger = { $border }: { $trigger } ({ $count ->
        [one] { $count } incident
       *[other] { $count } incidents
    }).
reason-trigger-incident = { $date }: { $kind }, grade { $grade }.
reason-trigger-incident-people = { $date }: { $kind }, { $people ->
        [one] { $people } person
       *[other] { $people } people
    }, grade { $grade }.

## Factors

part-read = Indicators read: { $assessed } of { $of }.
reason-factor-low = { $factor }: { $level }. No indicator is above low. { part-read }
reason-factor-one = { $factor }: { $level }. Indicator that gives it: { $indicator }. { part-read }
reason-factor-several = { $factor }: { $level }. { $count ->
        [one] { $count } indicator gives it
       *[other] { $count } indicators give it
    }, the first: { $indicator }. { part-read }
reason-factor-single-source = { $factor }: { $level }. One indicator reads { $read_level } ({ $indicator }), but a single source supports it, which takes the factor down. { part-read }
reason-factor-raised = { $factor }: { $level }, raised from { $read_level }, because a threat meets a weak guard.
reason-factor-not-assessed = { $factor }: not assessed, because none of its indicators can be read.
reason-factor-no-source = { $factor }: not assessed, because there is no source for it.

## Indicators

reason-indicator-no-reading = { $indicator }: not assessed, because there is no reading for this week.
reason-indicator-unknown = { $indicator }: not assessed.
reason-indicator-poor-coverage = { $indicator }: not assessed. Sources spoke for { $percent }% of the week, at least { $needed }% is needed.
reason-indicator-unconfirmed = { $count ->
        [one] { $count } report is
       *[other] { $count } reports are
    } left out as unconfirmed: graded below { $grade }.

reason-threshold-reached = { $indicator }: { $value }, { $level } from { $bound } on.
reason-threshold-not-reached = { $indicator }: { $value }, below { $bound }: { $level }.
reason-threshold-below = { $indicator }: { $value }, { $level } below { $bound }.
reason-threshold-not-below = { $indicator }: { $value }, not below { $bound }: { $level }.
reason-threshold-under-floor = { $indicator }: { $value }, but { $daily } a day is under the floor of { $floor } a day: { $level }.
reason-threshold-not-sustained = { $indicator }: { $value }: { $level }. A higher level needs { $weeks ->
        [one] { $weeks } week
       *[other] { $weeks } weeks
    } on end.

reason-presence-none = { $indicator }: none ({ $value }): { $level }.
reason-presence-no-case = { $indicator }: { $value }, of no kind that the rule names: { $level }.
reason-presence = { $indicator }: { $value }: { $level }.
reason-presence-case = { $indicator }: { $value }, the gravest: { $kind }: { $level }.

reason-wounded-none = { $indicator }: nobody: { $level }.
reason-wounded = { $indicator }: { $value }. Any wounding is at least { $level }.
reason-wounded-by-means = { $indicator }: { $value }, with { $means }: { $level }.

reason-p-above-day = { $indicator }: { $value } in the week, above the usual (the { $percent }% bound is { $bound }); { $against } a day reach the floor of { $floor }: { $level }.
reason-p-above-weeks = { $indicator }: { $value } in the week, above the usual (the { $percent }% bound is { $bound }); { $against } in { WORD(4) } weeks reach the floor of { $floor }: { $level }.
reason-p-under-floor-day = { $indicator }: { $value } in the week, above the usual, but { $against } a day is under the floor of { $floor }: { $level }.
reason-p-under-floor-weeks = { $indicator }: { $value } in the week, above the usual, but { $against } in { WORD(4) } weeks is under the floor of { $floor }: { $level }.
reason-p-usual = { $indicator }: { $value } in the week, no more than usual (up to { $bound }): { $level }.
reason-p-floors-alone-reached-day = { $indicator }: { $value } in the week. Too little is known to say what is usual; { $against } a day reach the floor of { $floor }: { $level }.
reason-p-floors-alone-reached-weeks = { $indicator }: { $value } in the week. Too little is known to say what is usual; { $against } in { WORD(4) } weeks reach the floor of { $floor }: { $level }.
reason-p-floors-alone-not-reached-day = { $indicator }: { $value } in the week. Too little is known to say what is usual; { $against } a day is under the floor of { $floor }: { $level }.
reason-p-floors-alone-not-reached-weeks = { $indicator }: { $value } in the week. Too little is known to say what is usual; { $against } in { WORD(4) } weeks is under the floor of { $floor }: { $level }.

## Trend

reason-trend-worse = { $border }: the situation got worse.
reason-trend-better = { $border }: the situation got better.
reason-trend-same = { $border }: the situation has not changed.
reason-trend-poor-coverage = { $border }: the trend is not assessed. Sources spoke for { $percent }% of the week, at least { $needed }% is needed.
reason-trend-weeks-before-not-covered = { $border }: the trend is not assessed. Of the { $weeks ->
        [one] { $weeks } week
       *[other] { $weeks } weeks
    } before, { $count } { $count ->
        [one] is
       *[other] are
    } covered; at least { $needed } must be.
part-chance = Probability of a change of more than { $margin }%: { $percent }%.
reason-trend-count-worse = Attempts: { $value } in the week, { $before } on average in the { $weeks ->
        [one] { $weeks } covered week
       *[other] { $weeks } covered weeks
    } before: more. { part-chance }
reason-trend-count-better = Attempts: { $value } in the week, { $before } on average in the { $weeks ->
        [one] { $weeks } covered week
       *[other] { $weeks } covered weeks
    } before: fewer. { part-chance }
reason-trend-count-same = Attempts: { $value } in the week, { $before } on average in the { $weeks ->
        [one] { $weeks } covered week
       *[other] { $weeks } covered weeks
    } before: no clear change. { part-chance }
reason-trend-wounded-worse = Wounded: { $value }, more than in any of the weeks before (at most { $before }).
reason-trend-wounded-same = Wounded: { $value }, no more than in the weeks before (at most { $before }).
reason-trend-means-worse = Means used: rank { $value }, above all the weeks before (at most { $before }).
reason-trend-severity-same = Means used: rank { $value }, no worse than in the weeks before (at most { $before }).
reason-trend-severity-unknown = Wounded and means cannot be compared: too few weeks are known.
reason-trend-trigger = Critical incident: { $trigger }.
reason-trend-factor-worse = { $factor }: { $level }, above its highest of the weeks before ({ $before_level }).
reason-trend-factor-better = { $factor }: { $level }, below its lowest of the weeks before ({ $before_level }).
reason-trend-levels-same = { $count ->
        [one] The level of { $count } factor has not left its range of the weeks before.
       *[other] The levels of { $count } factors have not left their range of the weeks before.
    }
reason-trend-levels-unknown = The factors' levels cannot be compared: too few weeks were assessed.

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
criteria-evidence = Only what is graded { $grade } or better counts; weaker reports are shown as unconfirmed. A week is covered when sources spoke for at least { $percent }% of its days.
criteria-dimension-threat = A threat: it carries the level of the border.
criteria-dimension-vulnerability = A vulnerability: it never raises a threat.
criteria-dimension-impact = An impact on people: shown beside the level, never part of it.
criteria-essential = Essential: while it is not assessed, neither is the border.
criteria-no-indicator = No source is read for it yet, so it is not assessed.

criteria-head-indicator = Indicator
criteria-head-border = Border
criteria-head-rule = Rule
criteria-head-trigger = Trigger
criteria-head-test = Fires when all of this holds
criteria-or = or
criteria-every-border = every border

criteria-rule-thresholds = the value reaches
criteria-rule-thresholds-falling = the value falls
criteria-rule-p = the week's count is above the usual and a floor is reached (without a usual to compare with, the floors alone, up to { $level })
criteria-rule-wounded = people wounded or killed
criteria-rule-presence = what happened
criteria-wounded-any = any wounding
criteria-wounded-means = wounding with: { $names }
criteria-presence-any = any
criteria-cell-from = from { $bound }
criteria-cell-below = below { $bound }
criteria-cell-above = above the { $percent }% bound
criteria-cell-sustained = { $weeks ->
        [one] { $weeks } week
       *[other] { $weeks } weeks
    } on end
criteria-cell-floor-day = at least { $floor } a day
criteria-cell-floor-weeks = at least { $floor } in four weeks
criteria-cell-floor-from = { $indicator }: at least { $floor } a day

criteria-side-near = the state that watches
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
        [one] It is { $count } step lower where one indicator alone gives that level and a single source supports it.
       *[other] It is { $count } steps lower where one indicator alone gives that level and a single source supports it.
    }
criteria-combine-critical = The border is critical when { $count ->
        [one] at least { $count } threat factor is critical
       *[other] at least { $count } threat factors are critical
    }.
criteria-combine-high = It is high when any threat factor is high or critical, or when at least { $count } are medium.
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
criteria-fall-lapse = More than { $weeks ->
        [one] { $weeks } week
       *[other] { $weeks } weeks
    } on end without an assessment end the memory of the level.

criteria-trigger-title = Critical incidents
criteria-trigger-caption = Any of these makes the border critical at once, apart from the score, and asks for a consultation on the other borders with the same state. Only what happened or was attempted counts, graded { $grade } or better.

criteria-trend-title = How the trend is made
criteria-trend-count = Count: worse or better when attempts differ from the mean of the { $weeks ->
        [one] { $weeks } week
       *[other] { $weeks } weeks
    } before by more than { $margin }% and by more than { $least } a week, with a probability of at least { $percent }%.
criteria-trend-severity = Severity: worse when more people were wounded, or a graver means was used, than in any of the { $weeks ->
        [one] { $weeks } week
       *[other] { $weeks } weeks
    } before.
criteria-trend-levels = Levels: worse when a threat factor scores above its highest of the { $weeks ->
        [one] { $weeks } week
       *[other] { $weeks } weeks
    } before, or a trigger fires; better when one scores below its lowest.
criteria-trend-together = Worse if any part says worse; otherwise better if any says better; otherwise unchanged. Severity never says better.
criteria-trend-coverage = Not assessed when the week is poorly covered, or fewer than { $count } of the { $weeks ->
        [one] { $weeks } week
       *[other] { $weeks } weeks
    } before are covered.
