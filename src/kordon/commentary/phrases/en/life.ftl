# The life of a measure: dates, the review dossier, what a measure touches, and its effect.

life-calendar = Measures: days to know
life-date-starts = first day of { $measure } { $name }
life-date-ends = last day of { $measure } { $name }
life-date-review = review of { $measure } { $name }
life-date-dossier = { $days ->
        [one] { $days } day
       *[other] { $days } days
    } left to the end of { $measure } { $name }: review dossier

dossier-title = review dossier on { $measure } { $name }, as of { $date }
dossier-border = On the { $border }.
dossier-starts = In force from { $date }.
dossier-start-not-told = Its first day is not known.
dossier-basis = Basis: { $basis }.
dossier-basis-not-told = Its basis is not told: name it before deciding.
dossier-exception = Excepted: { $exception }.
dossier-no-exceptions = No exceptions are told.
dossier-no-end = It has no end of its own.
dossier-review = The next review is due on { $date }.
dossier-ended = Its last day was { $date }.
dossier-ends = Its last day is { $date }, in { $days ->
        [0] less than a day
        [one] { $days } day
       *[other] { $days } days
    }. Without a new decision it lapses by itself.
dossier-chain = With its extensions it is { $count ->
        [one] { $count } measure
       *[other] { $count } measures
    } in a row, the first from { $date }.
dossier-gap = Before { $name } there was a gap of { $days ->
        [one] { $days } day
       *[other] { $days } days
    } in which nothing held.
dossier-overlap = { $name } and the measure before it both held for { $days ->
        [one] { $days } day
       *[other] { $days } days
    }.
dossier-extension-adopted = The extension { $name } has been adopted.
dossier-extension-pending = The extension { $name } is being prepared and has not been adopted.
dossier-no-extension = No extension has been proposed.
dossier-opinion-positive = Opinion of the { $office }: positive, to { $until }.
dossier-opinion-negative = Opinion of the { $office }: negative, to { $until }.
dossier-opinion-decisively-negative = Opinion of the { $office }: decisively negative, to { $until }.
dossier-incidents-not-asked = Incidents since its first day were not looked up.
dossier-no-incidents = No incident since its first day is on record.
dossier-incidents = Incidents on record since its first day: { $count }.
dossier-incidents-kind = { $kind }: { $count }
dossier-readings-not-asked = Indicators were not looked up.
dossier-no-readings = No indicator could be read.
dossier-readings = Newest readings: { $count }.
dossier-reading = { $border }, { $indicator }: { NUMBER($value) } (week from { $date })
dossier-expires = { $measure } { $name } on the same border ends on { $date }.

impact-no-traffic = By what is told it limits no traffic at crossing points. Who lives, works and travels where it holds is not in the public data.
impact-touches = { $count ->
        [0] It touches no crossing point that was known to be open on { $date }.
        [one] It touches { $count } crossing point that was open on { $date }.
       *[other] It touches { $count } crossing points that were open on { $date }.
    }
impact-passes = Passing there then, { $traffic }: crossing points { $count }.
impact-untold = For { $count ->
        [one] { $count } crossing point
       *[other] { $count } crossing points
    } that it touches, what could pass there then is not known for some or all traffic.
impact-left = Other crossing points of the border that were known to be open for this traffic: { $count }.
impact-passengers-not-told = How many people pass there is not in the public data: ask the border service.
impact-trade-not-told = What the trade there is worth is not in the public data: ask customs.
impact-labour-not-told = How many people work across the border is not in the public data: ask the labour office.
impact-first-of-kind = No earlier measure of this kind is on record.
impact-earlier = Earlier of this kind: { $name } on the { $border } from { $date } held for { $days ->
        [one] { $days } day
       *[other] { $days } days
    }; extensions: { $count }.
impact-stands = Earlier of this kind: { $name } on the { $border } has held from { $date } for { $days ->
        [one] { $days } day
       *[other] { $days } days
    }, and no end is on record; extensions: { $count }.
impact-earlier-undated = Earlier of this kind: { $name } on the { $border }, whose days are not known; extensions: { $count }.

effect-told = { $border }: in the { $weeks ->
        [one] { $weeks } week
       *[other] { $weeks } weeks
    } after the start the count was { NUMBER($ratio) } times what was to be expected from the other borders (90% interval { NUMBER($low) } to { NUMBER($high) }; borders compared with: { $controls }).
effect-none = { $border }: no effect can be told from none. In the { $weeks ->
        [one] { $weeks } week
       *[other] { $weeks } weeks
    } after the start the count was { NUMBER($ratio) } times what was to be expected (90% interval { NUMBER($low) } to { NUMBER($high) }; borders compared with: { $controls }).
effect-tried = The same sum was done for { $tried } stretches before the start, where nothing began; it showed an effect in { $found } of them.
effect-together = Other measures that began on this border at about the same time: { $count }. What each did cannot be told apart.
effect-too-short = Its effect cannot be told: too few weeks are counted before or after the start.
effect-poor-coverage = Its effect cannot be told: for too many of the weeks nobody gave figures.
effect-no-controls = Its effect cannot be told: no other border has figures to compare with.
effect-untried = Its effect cannot be told: too few weeks before the start to try the sum where nothing began.
effect-not-trusted = Its effect cannot be told: the same sum finds effects before the start, where nothing began.
