# The range of measures: options, legal bases, exceptions, and why.

reason-proposal-range = { $border }: { $level }. At this level the ladder opens { $count ->
        [1] { $count } option, on rung { $lowest }
       *[other] { $count } options, from rung { $lowest } to rung { $highest }, least restrictive first
    }.
reason-proposal-not-assessed = { $border }: no measures are proposed, because the border is not assessed.
reason-proposal-person-decides = This is a range, not an answer. A person decides, and gives the reasons.
reason-proposal-joint = A critical level also opens options that neighbouring states take together.
reason-proposal-consult = A critical incident on the { $border } calls for a consultation among the neighbouring states.

reason-option-already = { $count ->
        [one] { $count } measure of this kind is
       *[other] { $count } measures of this kind are
    } already in force.
reason-option-end-not-told = No end date is known for { $count } of them.
reason-option-touches = { $count ->
        [0] It would affect no crossing point that is known to be open.
        [one] It would affect { $count } crossing point.
       *[other] It would affect { $count } crossing points.
    }
reason-option-status-not-told = It is not known whether { $count ->
        [one] { $count } crossing point is
       *[other] { $count } crossing points are
    } open.
reason-option-days = It lapses or is reviewed after { $days ->
        [one] { $days } day
       *[other] { $days } days
    }.
reason-option-basis-unverified = The legal basis has not been verified: check it before relying on it.

status-end-unknown = It is not known whether the last known restriction still holds.
status-not-told = No source tells what held on this day.

## Options

option-regular-control = Regular control on the basis of risk analysis, with reserves at the ready.
option-reinforced-control = More patrols and sensors on the stretches under pressure.
option-information-campaign = A campaign that tells people, before they set out, what the border is like and what the law says.
option-more-forces = Police or army in support of the border service.
option-clearance-travel = No travel across the border for people with access to secrets.
option-on-foot = No crossing on foot or by bicycle.
option-bus-permits = Fewer permits for regular buses.
option-rail-boarding = No boarding or leaving of trains at the border.
option-lorries = Limits on lorries.
option-opening-hours = Shorter opening hours of crossing points.
option-buffer-zone = A zone along the border where nobody may stay.
option-single-points = Closing of individual crossing points.
option-vehicles-only = Crossing in motor vehicles only.
option-all-but-one = Closing of all crossing points but one.
option-complete-closure = Complete closure, with named exceptions and an end date.
option-emergency = A state of emergency in the border area.
option-joint-closure = Closure of all open crossing points by the neighbouring states together.
option-crisis-request = A request for exceptional rules in a situation of crisis or instrumentalisation.
option-consultations = Consultations of allies.

## Legal bases

basis-reactions = Regulation (EU) 2019/1896, Article 35: reactions that follow from the impact level.
basis-points = Schengen Borders Code, Regulation (EU) 2016/399 as amended by Regulation (EU) 2024/1717, Article 5(4): closing crossing points or limiting their hours for a time (not verified).
basis-zone-pl = Poland, State Border Protection Act of 12 October 1990, Article 12a(2): regulation of the minister of the interior, after hearing the commander of the Border Guard.
basis-government-lt = Lithuania: resolution of the Government on the proposal of the National Security Commission, as in August 2023 and February 2024 (act and article not verified).
basis-cabinet-lv = Latvia: decision of the Cabinet of Ministers at the request of the State Border Guard, as in September 2023 (act and article not verified).
basis-minister-pl = Poland: regulation of the minister of the interior, as for the closures of November 2021 and February 2023 (act and article not verified).
basis-national = National law of the state that decides: name the act before deciding (not verified).
basis-crisis = Regulation (EU) 2024/1359, Article 1(4): crisis and instrumentalisation, on request and with leave of the Council (not verified).
basis-joint = Joint declaration of the interior ministers of Poland, Lithuania, Latvia and Estonia, Warsaw, 28 August 2023: a political agreement; each state acts by its own law.
basis-treaty = North Atlantic Treaty, Article 4: consultations when a party feels threatened (not verified).

## Exceptions

exception-duty = journeys on duty
exception-family = close relatives
exception-protection = people who ask for international protection
exception-humanitarian = humanitarian grounds
exception-eu-citizens = citizens of the European Union and holders of residence permits
exception-transit = agreed transit
exception-medicine = medicine and food
exception-post = post
exception-residents = people who live, work or farm there
exception-rescue = rescue services and medical aid
exception-diplomats = diplomats
