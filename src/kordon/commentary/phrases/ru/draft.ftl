### Черновик недели. Придаточная часть (clause) начинается со строчной буквы, заголовок без точки.
### Числа в текст не вписываются: { WORD(4) } объявляет число, которое принадлежит самой фразе.

## Части

day = { DAY($day) }
span = { RANGE($start, $end) }
near = {" "}({ $name })
times = {" "}{ $times ->
    [2] дважды
    [few] { WORD($times) } раза
   *[other] { WORD($times) } раз
}
hurt = , { $hurt }
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
by-far-side = {" "}(участвовали службы соседнего государства)
doubt-unconfirmed = {" "}(не подтверждено)
doubt-claim = {" "}(так утверждает только обвиняющая сторона)
interval-90 = {" "}(интервал { PCT(90) }: { ROUGH($low90) }–{ ROUGH($high90) })
on-border = {" "}на { $borders_loc }
not-yet = {" "}(пока не действует)
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

happened-a = { $days } { $at }{ $near } { $act }{ $hurt }{ $by }{ $doubt }
happened-b = { $at }{ $near } { $days } { $act }{ $hurt }{ $by }{ $doubt }
happened-c = { $act } { $at }{ $near } { $days }{ $hurt }{ $by }{ $doubt }
happened-span-a = { $days } { $at }{ $near } { $act }{ $hurt }{ $by }{ $doubt }
happened-span-b = { $act } { $at }{ $near } в эти дни: { $days }{ $hurt }{ $by }{ $doubt }
happened-week-a = за неделю { $at }{ $near } { $act }{ $times }{ $hurt }{ $by }{ $doubt }
happened-week-b = { $at }{ $near } в течение недели { $act }{ $times }{ $hurt }{ $by }{ $doubt }
told-heavier-a = в предыдущие недели о нападениях с такими средствами ({ $means }) на { $where_loc } не сообщали
told-heavier-b = такие средства ({ $means }) для { $where_gen } новы, если смотреть на предыдущие недели
told-attack-weeks-a = нападения на { $where_loc } продолжаются { weeks-acc } подряд
told-attack-weeks-b = уже { weeks-acc } подряд с { $where_gen } сообщают о нападениях

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
headline-level-up-c = На { $where_loc } теперь { $level } уровень, был { $from_level }
headline-level-down-a = Уровень на { $where_loc } снизился с { $from_level_gen } до { $level_gen }
headline-level-down-b = { $where }: уровень снизился с { $from_level_gen } до { $level_gen }
headline-level-down-c = На { $where_loc } вместо { $from_level_gen } уровня — { $level }
headline-count-up-a = Попыток пересечь { $where_acc } стало больше: около { ROUGH($mean) }
headline-count-up-b = Больше попыток на { $where_loc }: около { ROUGH($mean) } за неделю
headline-count-up-c = Давление на { $where_loc } растёт: около { ROUGH($mean) } { attempts }
headline-count-down-a = Попыток пересечь { $where_acc } стало меньше: около { ROUGH($mean) }
headline-count-down-b = Меньше попыток на { $where_loc }: около { ROUGH($mean) } за неделю
headline-count-down-c = Давление на { $where_loc } слабеет: около { ROUGH($mean) } { attempts }
headline-count-down-d = Число попыток на { $where_loc } упало примерно до { ROUGH($mean) }
headline-heavier-a = Средства нападения на { $where_loc } стали опаснее: { $means }
headline-heavier-b = На { $where_loc } нападали с более опасными средствами: { $means }
headline-attacks-a = Нападения на пограничные патрули на { $where_loc }
headline-attacks-b = На { $where_loc } нападали на пограничные патрули
headline-attacks-c = Патрули на { $where_loc } подверглись нападениям
headline-attacks-d = { $where }: нападения на патрули ({ $kinds })
headline-event-a = На { $where_loc } { $act }
headline-event-b = { $where }: { $act }
headline-event-c = { $act } на { $where_loc }
headline-count-same-a = Попыток пересечь { $where_acc } столько же, сколько раньше: около { ROUGH($mean) }
headline-count-same-b = На { $where_loc } около { ROUGH($mean) } { attempts }, почти без перемен
headline-count-same-c = Мало перемен на { $where_loc }: около { ROUGH($mean) } { attempts }
headline-count-same-d = { $where }: как и прежде, около { ROUGH($mean) } { attempts }
headline-count-same-e = На { $where_loc } всё по-прежнему — около { ROUGH($mean) } { attempts }
headline-count-unclear-a = На { $where_loc } около { ROUGH($mean) } { attempts }, явных перемен нет
headline-count-unclear-b = Без явных перемен на { $where_loc }: около { ROUGH($mean) } { attempts }
headline-count-unclear-c = { $where }: около { ROUGH($mean) } { attempts }, куда идёт дело, неясно
headline-count-unclear-d = Ни явного роста, ни явного спада на { $where_loc }: около { ROUGH($mean) } { attempts }
headline-count-unclear-e = Цифры о { $where_loc } грубы, явных перемен нет
headline-count-a = Около { ROUGH($mean) } { attempts } пересечь { $where_acc } за неделю
headline-count-b = { $where }: около { ROUGH($mean) } { attempts } за неделю
headline-count-c = По сообщениям, на { $where_loc } около { ROUGH($mean) } { attempts }
headline-trend-worse-a = { $cause ->
    [wounded-worse] На { $where_loc } при нападениях пострадали люди
    [means-worse] На { $where_loc } нападали с более опасными средствами
   *[other] Ситуация на { $where_loc } ухудшилась
}
headline-trend-worse-b = { $cause ->
    [wounded-worse] Нападения на { $where_loc }: пострадали люди
    [means-worse] Более опасные средства нападения на { $where_loc }
   *[other] Тяжёлая неделя на { $where_loc }
}
headline-trend-better-a = Ситуация на { $where_loc } улучшилась
headline-trend-better-b = Неделя на { $where_loc } лучше предыдущих
headline-factor-worse-a = { $where }: фактор «{ $factor }» — { $level }, уровень границы — { $border_level }
headline-factor-better-a = { $where }: фактор «{ $factor }» — уже { $level }, уровень границы — { $border_level }
headline-level-same-a = Уровень на { $where_loc } прежний — { $level }
headline-level-same-b = { $where }: уровень по-прежнему { $level }
headline-level-same-c = На { $where_loc } остаётся { $level } уровень
headline-level-same-d = По-прежнему { $level } уровень на { $where_loc }
headline-level-a = Уровень на { $where_loc } — { $level }
headline-level-b = { $where }: уровень { $level }
headline-level-c = На { $where_loc } { $level } уровень
headline-plain = Неделя { $week }

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
