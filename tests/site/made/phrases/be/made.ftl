made-count = { $border_short }: каля { $count } спроб, звычайна да { $bound }.
made-attack = { $count ->
    [one] Адзін напад на патруль.
   *[other] Нападаў на патрулі: { $count }.
}
made-level = Найвышэйшы фактар: «{ $factor }».
made-silent = Звестак замала, каб сказаць.
made-factor = Паказанні па адным:
made-trend = Больш, чым за чатыры папярэднія тыдні.
made-trigger = Супраць службоўцаў на лініі прымянілі зброю.
made-option = Узровень дазваляе гэты крок.
made-range = Набор мер для ўзроўню: { $level }.
