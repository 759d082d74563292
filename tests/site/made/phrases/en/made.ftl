made-count = { $border_short }: about { $count } attempts, usual is up to { $bound }.
made-attack = { $count ->
    [one] One attack on a patrol.
   *[other] { $count } attacks on patrols.
}
made-level = The highest factor is “{ $factor }”.
made-silent = Nobody spoke for enough days to tell.
made-factor = Reading by reading:
made-trend = More than in the four weeks before.
made-trigger = A weapon was used against staff at the line.
made-option = The level allows this step.
made-range = The range for the level { $level }.
