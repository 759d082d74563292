### Words of the public site.

site-language-name = English
site-strap = Borders under pressure, week by week
site-skip = Skip to the text
site-menu = Pages
site-languages = Languages
site-nav-week = This week
site-nav-archive = Archive
site-nav-borders = Borders
site-nav-criteria = How we judge
site-nav-about = About
site-foot-drafts = Levels and trends are computed from published reports under criteria of our own, not official ones. A commentary is a draft made from them until people release it.
site-nav-letters = News by e-mail
site-foot-known = By what was known on { $day }.
site-foot-licence = Map lines: © OpenStreetMap contributors, ODbL. Places: GeoNames, CC BY.

## Time

site-span-untold = time not reported
site-span-until = until { $day }
site-span-since = from { $day }
site-span-year = { $year }
site-week-number = Week { NUMBER($number) } of { $year }
site-weeks = { NUMBER($count) ->
    [one] { NUMBER($count) } week
   *[other] { NUMBER($count) } weeks
}
site-as-known = By what was known on { $day }.
site-since = since { $day }

## Numbers

site-interval = { $low } to { $high }
site-rounded = { $word ->
    [over] over { $number }
    [at_least] at least { $number }
    [almost] almost { $number }
    [up_to] up to { $number }
   *[about] about { $number }
}
site-figure = { $form ->
    [rate] { $per ->
        [day] { $number } a day
        [week] { $number } a week
        [month] { $number } a month
       *[other] { $number }
    }
   *[count] { $number }
} ({ $unit })
site-reading = { $number } ({ $unit })
site-count = { NUMBER($count) ->
    [one] about { $number } attempt this week
   *[other] about { $number } attempts this week
}
site-count-untold = attempts: no reports for this week

## Facts beside a figure or a reading

site-fact-interval = 90% interval { $interval }
site-fact-per-day = { $number } a day
site-fact-usual = usual: about { $expected }, up to { $bound }
site-fact-learnt = { NUMBER($weeks) ->
    [one] from { NUMBER($weeks) } week
   *[other] from { NUMBER($weeks) } weeks
}
site-fact-alarm = alarm: more than expected by { $count } of { $judged } methods
site-fact-alarm-bound = expected from earlier years: about { $expected }, alarm above { $bound }
site-fact-no-alarm = no alarm
site-fact-alarm-unknown = alarm: too little data to tell
site-fact-coverage = { NUMBER($days) ->
    [0] no day covered by reports
    [7] all 7 days covered by reports
    [one] { NUMBER($days) } of 7 days covered by reports
   *[other] { NUMBER($days) } of 7 days covered by reports
}
site-fact-sources = { NUMBER($count) ->
    [one] { NUMBER($count) } source
   *[other] { NUMBER($count) } sources
}
site-fact-people = { NUMBER($count) ->
    [one] group of { $number }
   *[other] group of { $number }
}
site-fact-injured = { NUMBER($count) ->
    [one] { $number } injured
   *[other] { $number } injured
}
site-fact-killed = { NUMBER($count) ->
    [one] { $number } dead
   *[other] { $number } dead
}
site-fact-warning-shots = warning shots
site-fact-claim = claimed by: { $party }
site-grade = grade { $grade }
site-grade-word = grade
site-assumed-word = date assumed
site-published-assumed = { $day } (date assumed)
site-published-unknown = date of publication not known
site-source-untold = source not named
site-unconfirmed = Not counted, because the source's grade is too low:
site-evidence-again = { NUMBER($count) ->
    [one] and { NUMBER($count) } shown above
   *[other] and { NUMBER($count) } shown above
}
site-evidence-rest = { NUMBER($count) ->
    [one] and { NUMBER($count) } more
   *[other] and { NUMBER($count) } more
}

## At a glance

site-glance = At a glance
site-later = { NUMBER($count) ->
    [one] One later week, { $week }, is in the archive; fewer borders could be assessed in it.
   *[other] { NUMBER($count) } later weeks, the last of them { $week }, are in the archive; fewer borders could be assessed in them.
}
site-no-assessment = This border was not assessed this week.
site-factors-assessed = { NUMBER($of) ->
    [one] rests on { NUMBER($assessed) } of { NUMBER($of) } factor
   *[other] rests on { NUMBER($assessed) } of { NUMBER($of) } factors
}
site-note-trigger = Critical incident: { $words }.
site-note-consult = A critical incident elsewhere calls for consultation: { $borders }.
site-note-expires = The critical level ends on { $day } unless new evidence renews it.
site-situation = { $assessed ->
    [no] The situation was not assessed
   *[yes] The situation { $trend }
}
site-map-title = Levels of the borders, { $week }
site-map-caption = Each border by its level; dashed: not assessed.
site-map-crossings = Crossing points: a filled circle is closed, half filled restricted, a ring open, a dot not reported.
site-week-description = { $week }: level and trend of each border, the commentary, and what both rest on.
site-commentary = Commentary
site-evidence = Evidence
site-not-written = Not written in this language yet.
site-why = Why
site-why-headline = What the headline rests on
site-why-level = { $assessed ->
    [no] Why not assessed
   *[yes] Why “{ $level }”
}
site-why-trend = { $assessed ->
    [no] Why no trend
   *[yes] Why “{ $trend }”
}
site-level-chances = { $count ->
    [one] However the week's count may turn out, the level is the same: { $levels }.
   *[other] By how well the week's count is known, and all else as read: { $levels }.
}
site-trend-chances = Probability that it got worse: { $worse }; got better: { $better }; unchanged: { $same }.
site-why-range = What could be done
site-scored = This week's readings alone give: { $level }.
site-essential = essential
site-not-counted = shown, does not raise the level
site-range = From { $low } to { $high }.
site-range-one = { $low }.
site-range-note = A range for people to decide on, from least to most restrictive. Nothing here is decided.
site-side = Beside the text
site-rests-on = Borders it rests on
site-this-week = This week
site-overview = All borders and the evidence

## Pager and archive

site-pager = Weeks
site-pager-end = Weeks, again
site-pager-years = Years
site-previous = Previous week:{" "}
site-next = Next week:{" "}
site-previous-year = Previous year:{" "}
site-next-year = Next year:{" "}
site-view-all = View all
site-archive-title = All weeks
site-archive-lede = Every week by its month. The mark shows the highest level of the borders in that week.
site-year-title = { $year }
site-year-caption = Weeks of { $year }: level and trend of each border, newest first

## Charts

site-spark-title = { $border }: attempts in the last { NUMBER($weeks) } weeks
site-chart-desc = { $border }, { $days }: attempts a week, estimated, with 50% and 90% intervals; published figures; the usual level. The numbers are in the table below.
site-chart-desc-levels = { $border }, { $days }: estimated attempts a week with 50% and 90% intervals, the published figures, the usual level, events and measures as numbered lines, and below them the level of each week. The numbers are in the table below.
site-chart-how = The line is our estimate of attempts a week; around it are the 50% and 90% intervals. Dark bars are published figures, as wide as the days they cover and as high as that makes a week. The grey band is what is usual: nine weeks in ten stay inside it. Where the line stops, there are no reports for that week. The columns below are levels; an empty dashed column means not assessed.
site-usual-band = usual
site-answer-untold = { $border }: too few figures to tell how many attempts there were
site-answer-no-usual = { $border }: about { $number } { NUMBER($count) ->
    [one] attempt
   *[other] attempts
}; what is usual is not known
site-answer-usual = { $border }: about { $number } { NUMBER($count) ->
    [one] attempt
   *[other] attempts
}, as usual (up to { $bound })
site-answer-above = { $border }: about { $number } { NUMBER($count) ->
    [one] attempt
   *[other] attempts
}, more than usual (up to { $bound })
site-answer-far = { $border }: about { $number } { NUMBER($count) ->
    [one] attempt
   *[other] attempts
}, far more than usual (up to { $bound })
site-answer-extreme = { $border }: about { $number } { NUMBER($count) ->
    [one] attempt
   *[other] attempts
}, a number hardly ever seen (usual: up to { $bound })
site-peak = { $year }: most attempts on { $days }, about { $number }
site-peak-untold = { $year }: too few figures to tell
site-numbers = The numbers
site-col-week = Week
site-col-estimate = Attempts, estimate
site-col-interval = 90% interval
site-col-usual = Usual up to
site-col-days = Days covered
site-col-level = Level

## Borders

site-borders-title = Borders
site-border-description = { $border }: attempts by week, levels over time, measures in force and crossing points.
site-standing = In force on { $day }
site-standing-none = We know of no measure in force.
site-basis = Reason given: { $words }
site-days-left = { NUMBER($days) ->
    [0] last day
    [one] { NUMBER($days) } day left
   *[other] { NUMBER($days) } days left
}
site-no-end = no end date known
site-years-title = Attempts, events and levels by year
site-crossings-title = Crossing points
site-crossings-caption = Crossing points and what is known about them, { $day }
site-col-crossing = Crossing point
site-col-status = Status
site-col-limits = Since when, and what is limited
site-col-source = Source
site-status-untold = not reported
site-past-title = Other measures
site-past-open = { NUMBER($count) ->
    [one] { NUMBER($count) } measure asked for, planned, ended or not yet in force
   *[other] { NUMBER($count) } measures asked for, planned, ended or not yet in force
}

## How we judge

site-criteria-lede = One set of criteria for every border, so that the same facts give the same level everywhere.
site-criteria-ours = These criteria are ours, not official.
site-criteria-ours-why = The criteria that governments have approved are not published; all that is known is what they look at. The numbers here are our proposal. Every assessment names the version it used.
site-criteria-none = This edition has no criteria.

## About

site-about-title = About, method and limits
site-about-lede = Kordon reads what is published about borders under pressure, counts what happened, measures it against criteria and says each week whether things got worse.
site-about-chain = From report to level
site-about-chain-1 = A report is read and what it tells is noted: incidents, figures and measures, each with the words it rests on.
site-about-chain-2 = Figures and incidents become readings of indicators; by the criteria, readings become levels; each level opens a range of measures that people may decide on.
site-about-chain-3 = Every level, trend and sentence can be opened down to the words of a report. Look for “Why”.
site-about-levels = What a level means
site-about-levels-1 = There are four levels: low, medium, high and critical. The words are those of Regulation (EU) 2019/1896, Article 34. The bounds between them are ours.
site-about-levels-2 = A level rises at once. It comes down step by step, after weeks that stay below it. A critical level always has an end.
site-about-levels-3 = A trend compares a week with the weeks before it: got worse, has not changed, got better.
site-about-silence = Silence is not calm
site-about-silence-1 = A week without reports is not a quiet week. Where too few days are covered, we write “not assessed” and hatch the week; we never show it as low.
site-about-silence-2 = Border incidents and irregular migration are essential: while either is not assessed, the border is not assessed.
site-about-unknown = What is not known
site-about-unknown-1 = We see what is published, not what happens. Services differ in what they count and in how often they report.
site-about-unknown-2 = Figures count attempts, not people: whoever tries three times is counted three times.
site-about-unknown-3 = Who is behind an act, and what for, is a judgement and is marked as one.
site-about-unknown-4 = Where no date of publication was found, the earliest possible day is taken, and the source is marked “date assumed”.
site-about-counts = How the weekly series is made
site-about-counts-1 = Sources give figures for days, weekends, weeks and months, and words like “almost 3,000”. Such figures overlap, are rounded and contradict one another.
site-about-counts-2 = All of them together give one weekly series with its uncertainty. A wide band means that little is known.
site-about-counts-3 = What is usual is worked out from the weeks before, so that a hard winter is measured against other weeks and not against a wish.
site-about-sources = Sources and grades
site-about-sources-1 = A grade is a letter for the source and a digit for the information, from A1 to F6. B2 is a border service, a ministry or a main news agency; C3 another news outlet; D4 an outlet run by a state that is a party to the matter.
site-about-sources-2 = Incidents graded below C3 are shown but not counted.
site-about-people = People
site-about-people-1 = Officials are named by their office. Names of private people are not kept.
site-about-readers = Readers
site-about-readers-1 = These pages set no cookie and ask no other host for anything. Search alone runs a script, our own, and shows plain lists without it. They can be copied whole and read without a network.
site-about-licences = Data and licences
site-about-licences-1 = The facts come from public reports, each named where it is used. Map data is used under these licences:
site-about-osm = Border lines and some crossings: © OpenStreetMap contributors, Open Database License (ODbL).
site-about-geonames = Places: GeoNames, Creative Commons Attribution (CC BY).
site-about-quotes = Quotations are at most 25 words long and lead to the page they are from.
site-empty-title = Nothing to show yet
site-empty = No week has been assessed. When there are reports, the newest week will stand here.
