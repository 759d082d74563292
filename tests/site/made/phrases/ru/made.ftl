made-count = { $border_short }: около { $count } попыток, обычно до { $bound }.
made-attack = { $count ->
    [one] Одно нападение на патруль.
   *[other] Нападений на патрули: { $count }.
}
made-level = Самый высокий фактор: «{ $factor }».
made-silent = Сведений слишком мало, чтобы сказать.
made-factor = Показания по одному:
made-trend = Больше, чем за четыре предыдущие недели.
made-trigger = Против служащих на линии применили оружие.
made-option = Уровень допускает этот шаг.
made-range = Набор мер для уровня: { $level }.
