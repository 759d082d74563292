### Words of the site's pages beyond the weeks and the borders: crossings, zones, scores, policy, search, feeds.

site-nav-crossings = Crossings
site-nav-search = Search
site-nav-all = All headlines
site-nav-scores = How past calls did
site-nav-policy = People, corrections, takedown
site-nav-feed = Atom feed
site-nav-dates = Dates of measures (calendar)
site-foot-menu = More
site-lost = There is no such page. To the newest week
site-col-border = Border
site-col-trend = Trend
site-col-when = When
site-col-words = What was said
site-map-licence = Lines © OpenStreetMap contributors, ODbL.
site-place-licence = Places: GeoNames, CC BY; positions are approximate.
site-later-newest = Newest week with a level:

## What a text is

site-draft-note = This is a machine's draft, made from the assessments. No person has reviewed it.
site-draft-mark = Machine's draft, not reviewed
site-released = Issue No. { NUMBER($number) }, released on { $day }.
site-published-elsewhere = Published elsewhere on { $day }, before it came into this archive.
site-trend-differs = Computed from the readings: { $trend }. The analysts say otherwise{ $why ->
    [none] .
   *[other] : { $why }
}
site-issue-number = Issue No. { NUMBER($number) }
site-written-by = Written by: { $names }.
site-reviewed-by = Reviewed by: { $names }.
site-corrected-on = Corrected on { $day }:
site-sources = Sources
site-pdf = This issue as PDF
site-all-lede = Every headline we have, newest first, with the trend of its area.

## Feeds

site-feed-title = Kordon: { $area }
site-feed-draft = Machine's draft: { $headline }
site-feed-correction = Correction: { $area }, { $week }

## What a sentence rests on

site-report = Report
site-count-of = { $border }, { $week }: attempts
site-fact-about = about { $number }
site-see-week = The week's figures and chart
site-assessment-of = { $border }, { $week }
site-see-reasons = All its reasons, down to the reports

## Crossing points

site-crossings-lede = What each crossing point is for each kind of traffic, as far as reports tell, on { $day }.
site-crossings-warning = Not a travel service: rules change within hours. Ask the border guard before you set out.
site-crossings-none = No crossing point is on record.
site-crossing-description = { $name } ({ $border }): open, restricted or closed, by kind of traffic and over time.
site-crossing-kind = { $kind ->
    [road] Road crossing
    [rail] Railway crossing
    [river] River crossing
    [pedestrian] Crossing for people on foot
   *[other] Crossing
}
site-also-called = Also:
site-crossing-now = On { $day }
site-crossing-last = Last change
site-crossing-over = Over time
site-crossing-rows = All that was reported
site-crossing-rows-caption = Newest first; the words are ours, from the page that is linked.
site-crossing-none = Nothing was reported of this crossing point. That does not mean that it is open.
site-status-ended = Not known: { $traffic }. The last rule reported may have ended; no report tells when.
site-status-never = No report tells of: { $traffic }.
site-end-unknown = the end is not known
site-decided-by = decided by: { $who }
site-lanes-title = { $name }: status over time by kind of traffic
site-lanes-desc = { $days }. Every change is in the table below.
site-lanes-how = Dark: closed. Grey: restricted. Outlined: open. No bar: not reported.
site-map-here = The mark on the line is this crossing point; the borders are coloured by the level of the newest week assessed.

## Buffer zones

site-zone-title = Buffer zone: { $border }
site-zone-in-force = In force on { $day }. { NUMBER($terms) ->
    [one] This is its first term.
   *[other] With its extensions it has { NUMBER($terms) } terms.
}
site-zone-ahead = Decided, and in force from { $day }.
site-zone-over = Not in force. Its last day told was { $day }.
site-zone-until = to { $day } inclusive
site-zone-settlements = { NUMBER($count) ->
    [one] { NUMBER($count) } locality was named when it was first announced.
   *[other] { NUMBER($count) } localities were named when it was first announced.
}
site-zone-km = { $km } km of border
site-zone-length = { $word ->
    [about] about { $km } km
   *[exact] { $km } km
}
site-zone-depth = { $word ->
    [about] about { $depth } m
    [up_to] up to { $depth } m
   *[exact] { $depth } m
}
site-zone-stretch = { $km } of border, { $depth } deep
site-zone-terms = Terms
site-zone-terms-caption = The first term and every extension, newest first.
site-zone-chart = Terms of the zone
site-zone-chart-desc = Terms one after another: { NUMBER($terms) }; { $days }. The days are in the table below.
site-zone-chart-how = Each bar is a term, in the order of the table from below; the mark under them is the day of the data.
site-zone-map = Where the zone lies
site-zone-map-desc = The border line with a band on the stretch between the posts that were named.
site-zone-map-how = Approximate: the band runs along the border between the posts of the guard that reports name. The act describes the limits exactly; we do not have them.
site-zone-spoken = Announced before, and not in this form
site-zone-earlier = Earlier bans on the same ground
site-zone-limits = Days left are counted as of the day of the data and may have changed since. People who live, work or help there may be exempt: the act says who.
site-col-length = Days
site-col-reach = How far it reaches
site-col-basis = Reason given

## How past calls did

site-scores-lede = A system that judges should show how its judgements turned out. Here is all that our record holds, and it is little.
site-scores-borders = Analysts' trend and the computed one, by border
site-scores-borders-none = No analyst has labelled a week on record yet, so there is nothing to compare.
site-scores-areas = Released commentaries and the computed suggestion, by area
site-scores-areas-none = No issue has been released yet, so there is nothing to compare.
site-scores-agree = The two labels were the same { NUMBER($same) } of { NUMBER($count) } times.
site-scores-kappa = Cohen's kappa, agreement beyond chance: { $kappa }.
site-scores-few = { NUMBER($count) ->
    [one] That is { NUMBER($count) } label: too few to say how good the computed trend is.
   *[other] That is { NUMBER($count) } labels: too few to say how good the computed trend is.
}
site-scores-table = Weeks by the computed trend (rows) and the analyst's (columns)
site-scores-computed = Computed
site-scores-triggers = Critical incidents in hindsight
site-scores-triggers-how = Our triggers, run over all weeks on record: each of these would have called the neighbours to consult. The tests are our proposal, and the reports are all that we have read since.
site-scores-triggers-none = No week on record fires a trigger.
site-scores-calls = What the range held when governments decided
site-scores-calls-how = Looked back at with all that is known today, so this is no forecast. For each measure taken: the level of its border in the week of the decision, and whether our range held such a measure, up to { NUMBER($weeks) } weeks before. A range holds several measures, so a hit is easy; a miss says more.
site-scores-calls-sum = { NUMBER($count) ->
    [one] Of { NUMBER($count) } measure, the range held { NUMBER($proposed) } in the week of the decision.
   *[other] Of { NUMBER($count) } measures, the range held { NUMBER($proposed) } in the week of the decision.
}
site-scores-calls-caption = Measures taken, oldest first
site-scores-calls-none = No measure on record falls into the weeks assessed.
site-col-measure = Measure
site-col-level-then = Level that week
site-col-proposed = Was it in our range?
site-range-short = range { $low } to { $high }
site-scores-proposed = { $more ->
    [yes] yes, for { NUMBER($weeks) } weeks or more
   *[no] { NUMBER($weeks) ->
        [one] yes, that week only
       *[other] yes, for { NUMBER($weeks) } weeks
    }
}
site-scores-not-proposed = no
site-scores-missing = What is not here
site-scores-coverage = { NUMBER($count) ->
    [one] A level could be given in { NUMBER($assessed) } of { NUMBER($count) } week and border.
   *[other] A level could be given in { NUMBER($assessed) } of { NUMBER($count) } weeks and borders.
}
site-scores-missing-1 = We publish no scores of forecasts here yet, and no test against a second group of analysts. Where we have no figure, we give none.

## People, corrections, takedown

site-policy-lede = What we write of people, how we correct ourselves, and how to have something taken down.
site-policy-people = People
site-policy-people-1 = Officials are named by their office. We do not keep the names of private people: not of those who cross, not of those who guard, not of those who live there.
site-policy-people-2 = Authors and reviewers are given as accounts or groups, as they wish to be called.
site-policy-people-3 = We keep no place of a person finer than a published report gives, and nothing by which someone on the move could be found.
site-policy-takedown = Takedown
site-policy-takedown-1 = If a page harms you or someone you speak for, or uses words of yours against your wish, write to the publisher of this copy. Name the address of the page and what is wrong; you need not prove who you are to be heard.
site-policy-takedown-2 = Where a person could be recognised, we take the passage down first and look into it after. A quotation is taken out at the wish of its publisher; the fact stays, with its address.
site-policy-takedown-3 = Copies of this site are made by others, and we cannot reach them all. The next export no longer holds what was taken down.
site-policy-corrections = Corrections
site-policy-corrections-1 = What was released is not changed in silence: a correction is dated, says what was wrong and what is right, stands on the page and goes out by the feeds.
site-policy-corrections-2 = A figure that turns out wrong stays on record beside the right one. Levels and drafts are computed anew; released texts are corrected by people.
site-policy-corrections-none = No released text has been corrected so far.
site-policy-use = Using what is here
site-policy-use-1 = Our own texts and tables may be used under the licences that the publisher of this copy names with the data; facts belong to nobody, and each stands with its address.

## Search

site-search-lede = Weeks, places, crossing points and words of the commentaries.
site-search-label = What are you looking for?
site-search-button = Search
site-search-how = Searched on your own device: what you type goes nowhere. Capitals and accents do not matter.
site-search-some = Found: #
site-search-none = Nothing found.
site-search-lists = Everything by kind
site-kind = { $kind ->
    [border] Borders
    [crossing] Crossing points
    [zone] Buffer zones
    [place] Places named in incidents
    [year] Years
    [page] Pages
    [week] Weeks
   *[commentary] Commentaries
}
site-place-incidents = { NUMBER($count) ->
    [one] { NUMBER($count) } incident
   *[other] { NUMBER($count) } incidents
}
