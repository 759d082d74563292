### Черновик недели. Придаточная часть (clause) начинается со строчной буквы, заголовок без точки.
### Числа в текст не вписываются: { WORD(4) } объявляет число, которое принадлежит самой фразе.

## Части

day = { DAY($day) }
same-border-nom = та же граница
same-border-gen = той же границы
same-border-acc = ту же границу
same-border-loc = той же границе
span = { RANGE($start, $end) }
near = {" "}({ $name })
times = {" "}{ $times ->
    [2] дважды
    [few] { WORD($times) } раза
   *[other] { WORD($times) } раз
}
hurt = ; { $hurt }
hurt-killed = { $killed ->
    [1] погиб один человек
    [one] погиб { $killed } человек
    [few] погибли { WORD($killed) } человека
   *[other] погибло { WORD($killed) } человек
}
hurt-injured = { $injured ->
    [1] ранен один человек
    [one] ранен { $injured } человек
    [few] ранены { WORD($injured) } человека
   *[other] ранено { WORD($injured) } человек
}
by-far-side = ; участвовали службы соседнего государства
doubt-unconfirmed = {" "}(не подтверждено)
doubt-claim = {" "}(так утверждает только обвиняющая сторона)
interval-90 = {" "}(интервал { PCT(90) }: { ROUGH($low90) }–{ ROUGH($high90) })
count-part = около { ROUGH($mean) } на { $where_loc }
level-part = { $level } на { $where_loc }
on-border = {" "}на { $borders_loc }
measure-starts = {" "}с { DAY($start) }
measure-since = {" "}с { DAY($start) }
measure-ends = {" "}(по { DAY($end) })

attempts = { ROUGH($mean) ->
    [one] попытки
   *[other] попыток
}
attempts-were = { attempts }

## Что было сделано

act-mass-push = группа пыталась прорваться на другую сторону
act-crossing-attempt = люди пытались перебраться на другую сторону
act-stone-throwing = в пограничные патрули бросали камни
act-slingshot = по патрулям стреляли из рогаток
act-pepper-spray = против патрулей применяли перцовый газ
act-pyrotechnics = применяли пиротехнику
act-laser = патрули слепили лазерами
act-knife-attack = на пограничный патруль напали с ножом
act-assault = напали на пограничный патруль
act-fence-damage = повредили заграждение
act-tunnel = обнаружили подкоп под заграждение
act-shots-fired = прозвучали выстрелы
act-warning-shots = пограничный патруль сделал предупредительные выстрелы
act-weapon-use = применили оружие
act-weapon-aimed = на пограничный патруль навели оружие
act-armed-incursion = вооружённые люди перешли на другую сторону
act-airspace-violation = было нарушено воздушное пространство
act-drone = заметили беспилотник, который перелетел границу
act-balloon = заметили воздушные шары, которые перелетели границу
act-exercise = прошли военные учения
act-deployment = перебросили силы
act-death = погиб человек
act-rescue = спасли людей
act-espionage = вскрылся случай шпионажа или вербовки
act-information-attack = произошла информационная атака
act-cyber = произошёл киберинцидент
act-smuggling = задержали контрабанду
act-other = произошёл инцидент иного рода
act-unnamed = отмечено следующее: { $kind }

happened-a = { $days } на { $where_loc }{ $near } { $act }{ $hurt }{ $by }{ $doubt }.
happened-b = На { $where_loc }{ $near } { $days } { $act }{ $hurt }{ $by }{ $doubt }.
happened-span = { $days } на { $where_loc }{ $near } { $act }{ $hurt }{ $by }{ $doubt }.
happened-week-a = В течение недели на { $where_loc }{ $near } { $act }{ $times }{ $hurt }{ $by }{ $doubt }.
happened-week-b = На { $where_loc }{ $near } за неделю { $act }{ $times }{ $hurt }{ $by }{ $doubt }.
told-heavier = В предыдущие недели о нападениях с такими средствами ({ $means }) на { $where_loc } не сообщали.

## Заголовки

headline-trigger-a = Критический инцидент на { $where_loc }: { $trigger }
headline-trigger-b = { $where }: критический инцидент — { $trigger }
headline-killed-a = На { $where_loc } в результате нападений { $killed ->
    [1] погиб человек
    [one] погиб { $killed } человек
    [few] погибли { WORD($killed) } человека
   *[other] погибло { WORD($killed) } человек
}
headline-killed-b = Нападения на { $where_loc }: { $killed ->
    [1] погиб один человек
    [one] погиб { $killed } человек
    [few] погибли { WORD($killed) } человека
   *[other] погибло { WORD($killed) } человек
}
headline-wounded-a = На { $where_loc } в результате нападений { $injured ->
    [1] ранен один человек
    [one] ранен { $injured } человек
    [few] ранены { WORD($injured) } человека
   *[other] ранено { WORD($injured) } человек
}
headline-wounded-b = Нападения на { $where_loc }: { $injured ->
    [1] ранен один человек
    [one] ранен { $injured } человек
    [few] ранены { WORD($injured) } человека
   *[other] ранено { WORD($injured) } человек
}
headline-level-up-a = Уровень на { $where_loc } вырос с { $from_level_gen } до { $level_gen }
headline-level-up-b = { $where }: уровень поднялся с { $from_level_gen } до { $level_gen }
headline-level-down-a = Уровень на { $where_loc } снизился с { $from_level_gen } до { $level_gen }
headline-level-down-b = { $where }: уровень снизился с { $from_level_gen } до { $level_gen }
headline-count-up-a = Попыток пересечь { $where_acc } стало больше: около { ROUGH($mean) }
headline-count-up-b = Больше попыток на { $where_loc }: около { ROUGH($mean) } за неделю
headline-count-down-a = Попыток пересечь { $where_acc } стало меньше: около { ROUGH($mean) }
headline-count-down-b = Меньше попыток на { $where_loc }: около { ROUGH($mean) } за неделю
headline-heavier-a = Средства нападения на { $where_loc } стали опаснее: { $means }
headline-heavier-b = На { $where_loc } нападали с более опасными средствами: { $means }
headline-attacks-a = Нападения на пограничные патрули на { $where_loc }
headline-attacks-b = На { $where_loc } нападали на пограничные патрули
headline-event-a = На { $where_loc } { $act }
headline-event-b = { $where }: { $act }
headline-count-same-a = Попыток пересечь { $where_acc } столько же, сколько раньше: около { ROUGH($mean) }
headline-count-same-b = На { $where_loc } около { ROUGH($mean) } { attempts }, почти без перемен
headline-count-unclear-a = На { $where_loc } около { ROUGH($mean) } { attempts }, явных перемен нет
headline-count-unclear-b = Без явных перемен на { $where_loc }: около { ROUGH($mean) } { attempts }
headline-count-a = Около { ROUGH($mean) } { attempts } пересечь { $where_acc } за неделю
headline-count-b = { $where }: около { ROUGH($mean) } { attempts } за неделю
headline-trend-worse-a = { $cause ->
    [wounded-worse] На { $where_loc } при нападениях пострадали люди
    [means-worse] На { $where_loc } нападали с более опасными средствами
   *[other] Ситуация на { $where_loc } ухудшилась
}
headline-trend-better-a = Ситуация на { $where_loc } улучшилась
headline-factor-worse-a = { $where }: фактор «{ $factor }» — { $level }, уровень границы — { $border_level }
headline-factor-better-a = { $where }: фактор «{ $factor }» — уже { $level }, уровень границы — { $border_level }
headline-level-same-a = Уровень на { $where_loc } прежний — { $level }
headline-level-same-b = { $where }: уровень по-прежнему { $level }
headline-level-a = Уровень на { $where_loc } — { $level }
headline-level-b = { $where }: уровень { $level }
headline-plain = Неделя { $week }

## Части лида

clause-trigger-a = на { $where_loc } произошёл критический инцидент ({ $trigger })
clause-trigger-b = { $where } пережила критический инцидент ({ $trigger })
clause-killed-a = в результате нападений на { $where_loc } { $killed ->
    [1] погиб один человек
    [one] погиб { $killed } человек
    [few] погибли { WORD($killed) } человека
   *[other] погибло { WORD($killed) } человек
}
clause-killed-b = нападения на { $where_loc } стоили жизни людям ({ $killed ->
    [1] погиб один человек
    [one] погиб { $killed } человек
    [few] погибли { WORD($killed) } человека
   *[other] погибло { WORD($killed) } человек
})
clause-wounded-a = в результате нападений на { $where_loc } { $injured ->
    [1] ранен один человек
    [one] ранен { $injured } человек
    [few] ранены { WORD($injured) } человека
   *[other] ранено { WORD($injured) } человек
}
clause-wounded-b = при нападениях на { $where_loc } { $injured ->
    [1] пострадал один человек
    [one] пострадал { $injured } человек
    [few] пострадали { WORD($injured) } человека
   *[other] пострадало { WORD($injured) } человек
}
clause-level-up-a = уровень на { $where_loc } поднялся с { $from_level_gen } до { $level_gen }
clause-level-up-b = { $where } поднялась с { $from_level_gen } уровня на { $level }
clause-level-down-a = уровень на { $where_loc } снизился с { $from_level_gen } до { $level_gen }
clause-level-down-b = { $where } опустилась с { $from_level_gen } уровня на { $level }
clause-count-up-a = попыток пересечь { $where_acc } стало около { ROUGH($mean) } против примерно { ROUGH($before) } в среднем за { WORD(4) } предыдущие недели
clause-count-up-b = на { $where_loc } было около { ROUGH($mean) } { attempts }, тогда как в { WORD(4) } предыдущие недели — в среднем около { ROUGH($before) }
clause-count-down-a = попыток пересечь { $where_acc } стало меньше: около { ROUGH($mean) } против примерно { ROUGH($before) } в среднем за { WORD(4) } предыдущие недели
clause-count-down-b = на { $where_loc } было лишь около { ROUGH($mean) } { attempts }, тогда как в { WORD(4) } предыдущие недели — в среднем около { ROUGH($before) }
clause-heavier-a = средства нападения на { $where_loc } стали опаснее: { $means }
clause-heavier-b = на { $where_loc } нападали со средствами, о которых прежде не сообщали ({ $means })
clause-attacks-a = на { $where_loc } нападали на пограничные патрули ({ $kinds })
clause-attacks-b = пограничные патрули на { $where_loc } подверглись нападениям ({ $kinds })
clause-event-a = на { $where_loc } { $act }
clause-event-b = { $act } на { $where_loc }
clause-count-same-a = попыток пересечь { $where_acc } было около { ROUGH($mean) }, почти столько же, сколько в среднем за { WORD(4) } предыдущие недели
clause-count-same-b = на { $where_loc } было около { ROUGH($mean) } { attempts }, примерно как в { WORD(4) } предыдущие недели
clause-count-unclear-a = на { $where_loc } было около { ROUGH($mean) } { attempts }, явных перемен нет
clause-count-unclear-b = число попыток на { $where_loc } (около { ROUGH($mean) }) явно не изменилось
clause-count-a = было около { ROUGH($mean) } { attempts } пересечь { $where_acc }
clause-count-b = на { $where_loc } насчитали около { ROUGH($mean) } { attempts }
clause-trend-worse-a = { $cause ->
    [wounded-worse] на { $where_loc } при нападениях пострадали люди
    [means-worse] на { $where_loc } нападали с более опасными средствами, чем в предыдущие недели
   *[other] неделя на { $where_loc } была хуже предыдущих
}
clause-trend-better-a = неделя на { $where_loc } была лучше предыдущих
clause-factor-worse-a = на { $where_loc } фактор «{ $factor }» поднялся до { $level_gen } уровня (для границы в целом — { $border_level })
clause-factor-better-a = на { $where_loc } фактор «{ $factor }» снизился до { $level_gen } уровня (для границы в целом — { $border_level })
clause-level-same-a = уровень на { $where_loc } прежний — { $level }
clause-level-same-b = уровень на { $where_loc } по-прежнему { $level }
clause-level-a = уровень на { $where_loc } — { $level }
clause-level-b = { $where } имеет { $level } уровень

also-but = { $main }; при этом { $also }
also-a = { $main }; { $also }
also-b = { $main }, а { $also }
also-c = { $main }; { $also }

lede-worse-a = Стало хуже: { $told }.
lede-worse-b = За неделю давление выросло: { $told }.
lede-worse-c = Неделя была тяжелее предыдущих: { $told }.
lede-same-a = Изменилось мало: { $told }.
lede-same-b = Без существенных перемен: { $told }.
lede-same-c = Неделя не принесла перемен: { $told }.
lede-better-a = Стало лучше: { $told }.
lede-better-b = Неделя принесла облегчение: { $told }.
lede-better-c = Давление ослабло: { $told }.
lede-moved-a = Общая тенденция не изменилась, но { $told }.
lede-moved-b = Общая тенденция прежняя, однако { $told }.
lede-plain = { $told }.
lede-open-a = Чтобы оценить неделю в целом, сведений мало; известно следующее: { $told }.
lede-open-b = Оценить неделю в целом нельзя; известно лишь, что { $told }.
lede-open-c = Тенденцию определить нельзя; по сообщениям, { $told }.
lede-untrended-a = Тенденцию определить нельзя; { $told }.
lede-untrended-b = Для тенденции сведений слишком мало; { $told }.
lede-untrended-c = Сообщения не позволяют судить о тенденции; { $told }.

quiet-headline-a = Чтобы оценить неделю, сведений слишком мало
quiet-headline-b = Сообщений слишком мало, чтобы оценить неделю
quiet-headline-c = О неделе известно мало
quiet-lede-a = За неделю { $week } не нашлось сообщений, по которым можно было бы судить о границах.
quiet-lede-b = О неделе { $week } не известно ничего, что можно сосчитать или оценить.
quiet-lede-c = Имеющиеся сообщения ничего не говорят о неделе { $week }, поэтому оценки нет.

## Числа попыток

told-count-up-a = Было около { ROUGH($mean) } { attempts } пересечь { $where_acc }{ $interval }; в { WORD(4) } предыдущие недели в среднем было меньше, около { ROUGH($before) }.
told-count-up-b = На { $where_loc } было около { ROUGH($mean) } { attempts }{ $interval }, больше, чем в среднем за { WORD(4) } предыдущие недели (около { ROUGH($before) }).
told-count-up-c = Число попыток пересечь { $where_acc } выросло примерно с { ROUGH($before) } в среднем за { WORD(4) } предыдущие недели до { ROUGH($mean) }{ $interval }.
told-count-down-a = Было около { ROUGH($mean) } { attempts } пересечь { $where_acc }{ $interval }; в { WORD(4) } предыдущие недели в среднем было больше, около { ROUGH($before) }.
told-count-down-b = На { $where_loc } было около { ROUGH($mean) } { attempts }{ $interval }, меньше, чем в среднем за { WORD(4) } предыдущие недели (около { ROUGH($before) }).
told-count-down-c = Число попыток пересечь { $where_acc } снизилось примерно с { ROUGH($before) } в среднем за { WORD(4) } предыдущие недели до { ROUGH($mean) }{ $interval }.
told-count-same-a = Было около { ROUGH($mean) } { attempts } пересечь { $where_acc }{ $interval }, почти как в { WORD(4) } предыдущие недели (в среднем около { ROUGH($before) }).
told-count-same-b = На { $where_loc } число попыток держалось около { ROUGH($mean) }{ $interval }; в среднем за { WORD(4) } предыдущие недели — около { ROUGH($before) }.
told-count-unclear-a = Было около { ROUGH($mean) } { attempts } пересечь { $where_acc }{ $interval }; в { WORD(4) } предыдущие недели в среднем — около { ROUGH($before) }, но цифры слишком приблизительны, чтобы назвать это переменой.
told-count-unclear-b = На { $where_loc } было около { ROUGH($mean) } { attempts }{ $interval }; в { WORD(4) } предыдущие недели в среднем — около { ROUGH($before) }, и перемена ли это, сказать нельзя.
told-count-a = Было около { ROUGH($mean) } { attempts } пересечь { $where_acc }{ $interval }; о предыдущих неделях сведений мало, сравнить не с чем.
told-count-b = На { $where_loc } было около { ROUGH($mean) } { attempts }{ $interval }; для сравнения прежних сведений не хватает.
count-zero = Сообщалось, что попыток на { $where_loc } — { ROUGH($mean) }: это сведения, а не молчание.
usual-above = Это больше обычного (около { ROUGH($expected) }).
usual-below = Это меньше обычного (около { ROUGH($expected) }).
usual-near = Это примерно столько, сколько обычно (около { ROUGH($expected) }).
told-year = Годом ранее за ту же неделю { ROUGH($year) ->
    [0] попыток не было
   *[other] было около { ROUGH($year) }
}.
told-thin = Сведения об этой границе охватывают { $covered ->
    [1] один день
    [one] { $covered } день
    [few] { WORD($covered) } дня
   *[other] { WORD($covered) } дней
} недели из { NUMBER(7) }; остальное — оценка.
count-list-a = Попытки пересечь границу за неделю: { $counts }.
count-list-b = Попыток пересечь границу за неделю: { $counts }.

## Уровни

level-first = По критериям уровень на { $where_loc } — { $level } (оценено факторов угрозы: { $assessed } из { $of }).
level-same-a = По критериям уровень на { $where_loc } прежний — { $level } (оценено факторов угрозы: { $assessed } из { $of }).
level-same-b = Уровень на { $where_loc } остаётся { $level_ins }; оценено факторов угрозы: { $assessed } из { $of }.
level-up-a = По критериям уровень на { $where_loc } поднялся с { $from_level_gen } до { $level_gen } (оценено факторов угрозы: { $assessed } из { $of }).
level-up-b = Уровень на { $where_loc } вырос с { $from_level_gen } до { $level_gen }; оценено факторов угрозы: { $assessed } из { $of }.
level-down-a = По критериям уровень на { $where_loc } снизился с { $from_level_gen } до { $level_gen } (оценено факторов угрозы: { $assessed } из { $of }).
level-down-b = Уровень на { $where_loc } опустился с { $from_level_gen } до { $level_gen }; оценено факторов угрозы: { $assessed } из { $of }.
level-list-a = Уровень по критериям: { $levels }.
level-list-b = По критериям уровень таков: { $levels }.
told-reason-standing-triggered = Такой уровень действует сразу, что бы ни показывали факторы, из-за критического инцидента ({ $trigger }) и держится до { $date }.
told-reason-standing-critical = Критический уровень держится { $days ->
    [one] { NUMBER($days) } день
    [few] { NUMBER($days) } дня
   *[other] { NUMBER($days) } дней
} после последнего основания для него, здесь — до { $date }.
told-reason-standing-expired = Критический уровень снят: { $days ->
    [one] { NUMBER($days) } день
    [few] { NUMBER($days) } дня
   *[other] { NUMBER($days) } дней
} не было новых оснований.
told-reason-standing-held = Сама неделя даёт более низкий уровень, но для снижения { $weeks ->
    [one] нужна { NUMBER($weeks) } оценённая неделя
    [few] нужны { WORD($weeks, gender: "f") } оценённые недели
   *[other] нужно { WORD($weeks, gender: "f") } оценённых недель
} ниже него; пока их { $count ->
    [0] не было
   *[other] { NUMBER($count) }
}.
told-reason-standing-stepped-down = Он снизился на ступень, потому что { $weeks ->
    [one] { NUMBER($weeks) } оценённая неделя была
    [few] { WORD($weeks, gender: "f") } оценённые недели были
   *[other] { WORD($weeks, gender: "f") } оценённых недель были
} ниже прежнего уровня.
told-reason-trend-count-worse = { $percent ->
    [100] Практически несомненно, что число попыток выросло более чем на { NUMBER($margin) } %.
   *[other] Вероятность того, что число попыток выросло более чем на { NUMBER($margin) } %, — { NUMBER($percent) } %.
}
told-reason-trend-count-better = { $percent ->
    [100] Практически несомненно, что число попыток снизилось более чем на { NUMBER($margin) } %.
   *[other] Вероятность того, что число попыток снизилось более чем на { NUMBER($margin) } %, — { NUMBER($percent) } %.
}
told-reason-trend-wounded-worse = Раненых и погибших при нападениях больше, чем в любую из предыдущих недель ({ $before ->
    [0] тогда никого
   *[other] не более { NUMBER($before) }
}).
told-reason-trigger = Основание для этого уровня — { $count ->
    [1] критический инцидент
    [one] { NUMBER($count) } критический инцидент
    [few] { NUMBER($count) } критических инцидента
   *[other] { NUMBER($count) } критических инцидентов
}: { $trigger }.

## Чего мы не знаем

unknown-borders = Уровень не оценён: { $borders }. Там слишком мало сведений, чтобы оценить { $factors }.
unknown-borders-plain = Уровень не оценён: { $borders }.
unknown-counts = Не нашлось цифр о попытках за эту неделю: { $borders }.
unknown-factors = На { $borders_loc } не по чему было оценить { $factors }.
silence-a = Где нет сообщений, там ничего не известно; молчание — не спокойствие.
silence-b = Молчание — не спокойствие: могло произойти и то, о чём не сообщили.
not-yet = {" "}(пока не действует)
silence-c = Всё это не признак спокойствия, а только отсутствие сведений.

## Меры

acts = { $measure_id ->
    [indicator_system] действуют
    [emergency_consultations] действуют
   *[other] действует
}
clause-step-in-force = { $measure_id ->
    [troop_deployment] в { $states_loc }{ $since } на границу направляют дополнительные силы
    [barrier] в { $states_loc }{ $since } начался новый этап работ на пограничном заграждении{ $on_border }
    [checkpoint_closure] в { $states_loc }{ $since } закрывают пункты пропуска{ $on_border }
    [checkpoint_opening] в { $states_loc }{ $since } открывают пункт пропуска{ $on_border }
   *[other] в { $states_loc }{ $since } { acts } { $measure }{ $on_border }
}{ $ends }
clause-step-extended = в { $states_loc } продлили действие { $measure_gen }{ $on_border }{ $ends }
clause-step-decided = в { $states_loc } приняли решение о { $measure_loc }{ $on_border }{ $starts }
clause-step-lifted = в { $states_loc } прекратили действие { $measure_gen }{ $on_border }
clause-step-lapsed = { $lapse } в { $states_loc } истёк срок действия { $measure_gen }{ $on_border }
clause-step-agreed = в { $states_loc } договорились о { $measure_loc }{ $on_border }
clause-step-announced = в { $states_loc } объявили о { $measure_loc }{ $on_border }{ not-yet }
clause-step-conditional = в { $states_loc } { $measure_acc }{ $on_border } поставили в зависимость от условия{ not-yet }
clause-step-planned = в { $states_loc } стало известно о плане: { $measure }{ $on_border }{ not-yet }
clause-step-proposed = в { $states_loc } предложили { $measure_acc }{ $on_border }{ not-yet }
clause-step-asked = в { $states_loc } попросили о { $measure_loc }{ $on_border }{ not-yet }
clause-step-denied = в { $states_loc } опровергли сообщения о { $measure_loc }{ $on_border }
step-in-force = { clause-step-in-force }.
step-extended = { clause-step-extended }.
step-decided = { clause-step-decided }.
step-lifted = { clause-step-lifted }.
step-lapsed = { clause-step-lapsed }.
step-agreed = { clause-step-agreed }.
step-announced = { clause-step-announced }.
step-conditional = { clause-step-conditional }.
step-planned = { clause-step-planned }.
step-proposed = { clause-step-proposed }.
step-asked = { clause-step-asked }.
step-denied = { clause-step-denied }.
headline-step-in-force = { $measure_id ->
    [troop_deployment] { $states }: на границу направлены дополнительные силы
    [barrier] { $states }: новый этап работ на пограничном заграждении
    [checkpoint_closure] { $states }: пункты пропуска закрываются
    [checkpoint_opening] { $states }: пункт пропуска открывается
   *[other] { $states }: { acts } { $measure }
}
headline-step-extended = { $states }: действие { $measure_gen } продлено
headline-step-decided = { $states }: принято решение о { $measure_loc }
headline-step-lifted = { $states }: действие { $measure_gen } прекращено
headline-step-lapsed = { $states }: истёк срок действия { $measure_gen }
headline-step-agreed = { $states }: договорённость о { $measure_loc }
headline-step-announced = { $states }: объявлена мера — { $measure }
headline-step-conditional = { $states }: { $measure } — при условии
headline-step-planned = { $states }: в планах — { $measure }
headline-step-proposed = { $states }: предложена мера — { $measure }
headline-step-asked = { $states }: запрос на { $measure_acc }
headline-step-denied = { $states }: опровергнуты сообщения о { $measure_loc }
crossing = Пункт пропуска «{ $name }» с { DAY($start) } { $status_id ->
    [restricted] работает с ограничениями
   *[other] { $status }
}.
range-a = Для { $borders_gen } лестница мер открывает набор от { $low_measure_gen } до { $high_measure_gen }; решают люди.
range-b = Для { $borders_gen } выбор мер — от { $low_measure_gen } до { $high_measure_gen }; решение за людьми.
range-single = Для { $borders_gen } лестница мер не открывает ничего, кроме этого: { $low_measure }.
due-start = С { $begin }: { $measure }{ $on_border } ({ $states }).
due-lapse = По { $lapse }, если не продлят: { $measure }{ $on_border } ({ $states }).
due-critical = Критический уровень на { $where_loc } действует до { DAY($expires) }, если его не продлят новые инциденты.
due-consult = Из-за критического инцидента на { $asking } нужны консультации о ситуации на { $where_loc }.

## Сигналы

signal = Был сигнал: { $signal } ({ $answer }).
signal-from = { $sender }, сигнал: { $signal } ({ $answer }).
signal-between = { $sender } — { $receiver }: { $signal } ({ $answer }).
headline-signal = { $signal }: { $answer }
clause-signal = был сигнал: { $signal } ({ $answer })
