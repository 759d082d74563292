### Черновик недели. Придаточная часть (clause) начинается со строчной буквы, заголовок без точки.
### Числа в текст не вписываются: { WORD(4) } объявляет число, которое принадлежит самой фразе.

## Части

day = { DAY($day) }
same-border-nom = та же граница
same-border-gen = той же границы
same-border-acc = ту же границу
same-border-loc = той же границе
span = { RANGE($start, $end) }
near = {" "}у населённого пункта { $name }
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
by-far-side = ; участвовали службы сопредельной стороны
doubt-unconfirmed = {" "}(не подтверждено)
doubt-claim = {" "}(так говорит только обвиняющая сторона)
interval-90 = {" "}(интервал { PCT(90) }: { ROUGH($low90) }–{ ROUGH($high90) })
count-part = около { ROUGH($mean) } на { $where_loc }
level-part = на { $where_loc } — { $level }
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

act-mass-push = группа пыталась прорваться через линию границы
act-crossing-attempt = люди пытались перебраться на другую сторону
act-stone-throwing = в патрули бросали камни
act-slingshot = по патрулям стреляли из рогаток
act-pepper-spray = против патрулей применяли перцовый газ
act-pyrotechnics = применяли пиротехнику
act-laser = патрули слепили лазерами
act-knife-attack = на пограничный наряд напали с ножом
act-assault = на пограничный наряд напали
act-fence-damage = повредили заграждение
act-tunnel = обнаружили подкоп под заграждение
act-shots-fired = прозвучали выстрелы
act-warning-shots = пограничный наряд сделал предупредительные выстрелы
act-weapon-use = применили оружие
act-weapon-aimed = на пограничный наряд навели оружие
act-armed-incursion = вооружённые люди перешли линию границы
act-airspace-violation = было нарушено воздушное пространство
act-drone = зафиксировали залёт беспилотника
act-balloon = зафиксировали залёт воздушных шаров
act-exercise = прошли военные учения
act-deployment = были переброшены силы
act-death = зафиксирована гибель человека
act-rescue = спасли людей
act-espionage = вскрылся случай шпионажа или вербовки
act-information-attack = произошла информационная атака
act-cyber = произошёл киберинцидент
act-smuggling = пресекли контрабанду
act-other = произошёл инцидент иного рода
act-unnamed = отмечено следующее: { $kind }

happened-a = { $days } на { $where_loc }{ $near } { $act }{ $hurt }{ $by }{ $doubt }.
happened-b = На { $where_loc }{ $near } { $days } { $act }{ $hurt }{ $by }{ $doubt }.
happened-span = { $days } на { $where_loc }{ $near } { $act }{ $hurt }{ $by }{ $doubt }.
happened-week-a = В течение недели на { $where_loc }{ $near } { $act }{ $times }{ $hurt }{ $by }{ $doubt }.
happened-week-b = На { $where_loc }{ $near } за неделю { $act }{ $times }{ $hurt }{ $by }{ $doubt }.
told-heavier = В предыдущие недели таких средств на { $where_loc } не отмечали: { $means }.

## Заголовки

headline-trigger-a = Критический инцидент на { $where_loc }
headline-trigger-b = На { $where_loc } произошёл критический инцидент
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
headline-level-down-b = { $where }: уровень опустился с { $from_level_gen } до { $level_gen }
headline-count-up-a = Попыток пересечь { $where_acc } стало больше: около { ROUGH($mean) }
headline-count-up-b = Больше попыток на { $where_loc }: около { ROUGH($mean) } за неделю
headline-count-down-a = Попыток пересечь { $where_acc } стало меньше: около { ROUGH($mean) }
headline-count-down-b = Меньше попыток на { $where_loc }: около { ROUGH($mean) } за неделю
headline-heavier-a = Средства нападения на { $where_loc } стали опаснее: { $means }
headline-heavier-b = На { $where_loc } в ход пошли более опасные средства: { $means }
headline-attacks-a = Нападения на пограничные наряды на { $where_loc }
headline-attacks-b = На { $where_loc } нападали на пограничные наряды
headline-event-a = На { $where_loc } { $act }
headline-event-b = { $where }: { $act }
headline-count-same-a = Попыток пересечь { $where_acc } столько же, сколько раньше: около { ROUGH($mean) }
headline-count-same-b = На { $where_loc } около { ROUGH($mean) } { attempts }, почти без перемен
headline-count-unclear-a = На { $where_loc } около { ROUGH($mean) } { attempts }, явных перемен нет
headline-count-unclear-b = Без явных перемен на { $where_loc }: около { ROUGH($mean) } { attempts }
headline-count-a = Около { ROUGH($mean) } { attempts } пересечь { $where_acc } за неделю
headline-count-b = { $where }: около { ROUGH($mean) } { attempts } за неделю
headline-trend-worse-a = По критериям на { $where_loc } стало хуже
headline-trend-better-a = По критериям на { $where_loc } стало лучше
headline-factor-worse-a = { $where }: { $factor } — уровень вырос до { $level_gen }
headline-factor-better-a = { $where }: { $factor } — уровень снизился до { $level_gen }
headline-level-a = Уровень на { $where_loc } — { $level }
headline-level-b = { $where }: уровень { $level }
headline-plain = Неделя { $week }

## Части лида

clause-trigger-a = на { $where_loc } зафиксирован критический инцидент: { $trigger }
clause-trigger-b = на { $where_loc } произошло то, что критерии называют критическим инцидентом ({ $trigger })
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
clause-level-up-b = { $where } перешла с { $from_level_gen } уровня на { $level }
clause-level-down-a = уровень на { $where_loc } снизился с { $from_level_gen } до { $level_gen }
clause-level-down-b = { $where } опустилась с { $from_level_gen } уровня на { $level }
clause-count-up-a = попыток пересечь { $where_acc } стало около { ROUGH($mean) } против примерно { ROUGH($before) } в неделю за { WORD(4) } предыдущие недели
clause-count-up-b = на { $where_loc } отмечено около { ROUGH($mean) } { attempts }, тогда как { WORD(4) } предыдущие недели давали в среднем около { ROUGH($before) }
clause-count-down-a = попыток пересечь { $where_acc } стало меньше: около { ROUGH($mean) } против примерно { ROUGH($before) } в неделю за { WORD(4) } предыдущие недели
clause-count-down-b = на { $where_loc } отмечено лишь около { ROUGH($mean) } { attempts }, тогда как { WORD(4) } предыдущие недели давали в среднем около { ROUGH($before) }
clause-heavier-a = средства нападения на { $where_loc } стали опаснее: { $means }
clause-heavier-b = на { $where_loc } в ход пошли средства, которых прежде не отмечали ({ $means })
clause-attacks-a = на { $where_loc } нападали на пограничные наряды ({ $kinds })
clause-attacks-b = пограничные наряды на { $where_loc } подвергались нападениям ({ $kinds })
clause-event-a = на { $where_loc } { $act }
clause-event-b = { $act } на { $where_loc }
clause-count-same-a = попыток пересечь { $where_acc } около { ROUGH($mean) }, почти столько же, сколько в среднем за { WORD(4) } предыдущие недели
clause-count-same-b = { $where } осталась на прежней отметке: около { ROUGH($mean) } { attempts }, как в среднем за { WORD(4) } предыдущие недели
clause-count-unclear-a = на { $where_loc } около { ROUGH($mean) } { attempts }, и явных перемен в этом нет
clause-count-unclear-b = число попыток на { $where_loc } (около { ROUGH($mean) }) явно не изменилось
clause-count-a = отмечено около { ROUGH($mean) } { attempts } пересечь { $where_acc }
clause-count-b = на { $where_loc } насчитали около { ROUGH($mean) } { attempts }
clause-trend-worse-a = в совокупности критерии показывают ухудшение на { $where_loc }
clause-trend-better-a = в совокупности критерии показывают улучшение на { $where_loc }
clause-factor-worse-a = на { $where_loc } уровень фактора «{ $factor }» вырос до { $level_gen }
clause-factor-better-a = на { $where_loc } уровень фактора «{ $factor }» снизился до { $level_gen }
clause-level-a = уровень на { $where_loc } — { $level }
clause-level-b = { $where } остаётся на отметке «{ $level }»

also-but = { $main }; при этом { $also }
also-a = { $main }; { $also }
also-b = { $main }, а { $also }
also-c = { $main }; кроме того, { $also }

lede-worse-a = Ситуация ухудшилась: { $told }.
lede-worse-b = За неделю давление выросло: { $told }.
lede-worse-c = Неделя выдалась тяжелее прошлой: { $told }.
lede-same-a = Заметных сдвигов нет: { $told }.
lede-same-b = Ситуация не изменилась: { $told }.
lede-same-c = Неделя прошла без перелома: { $told }.
lede-better-a = Ситуация улучшилась: { $told }.
lede-better-b = Неделя принесла некоторое облегчение: { $told }.
lede-better-c = Стало спокойнее, и это видно по данным: { $told }.
lede-moved-a = Сама неделя перелома не принесла, но отметить надо вот что: { $told }.
lede-moved-b = Тенденция прежняя; при этом { $told }.
lede-plain = { $told }.
lede-open-a = Для оценки недели сведений мало, но известно следующее: { $told }.
lede-open-b = Оценить неделю в целом нельзя; сказать можно вот что: { $told }.
lede-open-c = Назвать тенденцию не на чем, есть только сообщения: { $told }.

quiet-headline-a = Судить о неделе не по чему
quiet-headline-b = Сообщений слишком мало, чтобы оценить неделю
quiet-headline-c = Неделя без данных
quiet-lede-a = За { $week } не нашлось сообщений, по которым можно было бы судить о границах.
quiet-lede-b = О неделе { $week } не стало известно ничего, что можно сосчитать или оценить.
quiet-lede-c = Имеющиеся сообщения ничего не говорят о неделе { $week }, поэтому оценки нет.

## Числа попыток

told-count-up-a = Отмечено около { ROUGH($mean) } { attempts } пересечь { $where_acc }{ $interval }; за { WORD(4) } предыдущие недели в среднем было около { ROUGH($before) }.
told-count-up-b = На { $where_loc } — около { ROUGH($mean) } { attempts }{ $interval }, больше, чем в среднем за { WORD(4) } предыдущие недели (около { ROUGH($before) }).
told-count-up-c = Число попыток пересечь { $where_acc } выросло примерно с { ROUGH($before) } в неделю (среднее за { WORD(4) } недели) до { ROUGH($mean) }{ $interval }.
told-count-down-a = Отмечено около { ROUGH($mean) } { attempts } пересечь { $where_acc }{ $interval }; за { WORD(4) } предыдущие недели в среднем было больше, около { ROUGH($before) }.
told-count-down-b = На { $where_loc } — около { ROUGH($mean) } { attempts }{ $interval }, меньше, чем в среднем за { WORD(4) } предыдущие недели (около { ROUGH($before) }).
told-count-down-c = Число попыток пересечь { $where_acc } снизилось примерно с { ROUGH($before) } в неделю (среднее за { WORD(4) } недели) до { ROUGH($mean) }{ $interval }.
told-count-same-a = Отмечено около { ROUGH($mean) } { attempts } пересечь { $where_acc }{ $interval }, почти как за { WORD(4) } предыдущие недели (в среднем около { ROUGH($before) }).
told-count-same-b = На { $where_loc } число попыток держалось около { ROUGH($mean) }{ $interval } при среднем около { ROUGH($before) } за { WORD(4) } предыдущие недели.
told-count-unclear-a = Отмечено около { ROUGH($mean) } { attempts } пересечь { $where_acc }{ $interval }; за { WORD(4) } предыдущие недели в среднем было около { ROUGH($before) }, но цифры слишком грубы, чтобы назвать это переменой.
told-count-unclear-b = На { $where_loc } — около { ROUGH($mean) } { attempts }{ $interval }; рядом со средним за { WORD(4) } предыдущие недели (около { ROUGH($before) }) уверенной перемены не видно.
told-count-a = Отмечено около { ROUGH($mean) } { attempts } пересечь { $where_acc }{ $interval }; о предыдущих неделях сведений мало, сравнить не с чем.
told-count-b = На { $where_loc } — около { ROUGH($mean) } { attempts }{ $interval }; для сравнения прежних данных не хватает.
count-zero = Для { $where_gen } сообщено число { ROUGH($mean) }: это данные, а не молчание.
usual-above = Обычным было бы число около { ROUGH($expected) }, так что неделя выше обычного.
usual-below = Обычным было бы число около { ROUGH($expected) }, так что неделя ниже обычного.
usual-near = Это близко к ожидаемому (около { ROUGH($expected) }).
told-year = Годом ранее на той же неделе было около { ROUGH($year) }.
told-thin = По этой границе сообщения охватывают { $covered ->
    [1] один день
    [one] { $covered } день
    [few] { WORD($covered) } дня
   *[other] { WORD($covered) } дней
} недели из { NUMBER(7) }; остальное — оценка.
count-list-a = Попытки пересечения за неделю: { $counts }.
count-list-b = За этим стоят попытки пересечения: { $counts }.

## Уровни

level-first = По критериям уровень на { $where_loc } — { $level }; оценено факторов угрозы: { $assessed } из { $of }.
level-same-a = По критериям уровень на { $where_loc } прежний — { $level } (оценено факторов угрозы: { $assessed } из { $of }).
level-same-b = Если мерить критериями, { $where } остаётся на том же уровне: { $level }; факторов угрозы оценено { $assessed } из { $of }.
level-up-a = По критериям уровень на { $where_loc } поднимается с { $from_level_gen } до { $level_gen } (оценено факторов угрозы: { $assessed } из { $of }).
level-up-b = Если мерить критериями, уровень на { $where_loc } вырос с { $from_level_gen } до { $level_gen }; факторов угрозы оценено { $assessed } из { $of }.
level-down-a = По критериям уровень на { $where_loc } снижается с { $from_level_gen } до { $level_gen } (оценено факторов угрозы: { $assessed } из { $of }).
level-down-b = Если мерить критериями, уровень на { $where_loc } опустился с { $from_level_gen } до { $level_gen }; факторов угрозы оценено { $assessed } из { $of }.
level-list-a = Уровень по критериям: { $levels }.
level-list-b = Критерии дают такие уровни: { $levels }.

## Чего мы не знаем

unknown-borders = Не оценены границы: { $borders }.
unknown-counts = Цифр о попытках за эту неделю не нашлось для границ: { $borders }.
unknown-factors = На { $borders_loc } не по чему оценить такие факторы: { $factors }.
silence-a = Где молчат сообщения, там ничего не известно; молчание — не спокойствие.
silence-b = Молчание — не спокойствие: то, о чём не сообщили, могло произойти.
silence-c = Всё это не признак спокойствия, а только отсутствие сведений.

## Меры

acts = { $measure_id ->
    [indicator_system] действуют
    [emergency_consultations] действуют
   *[other] действует
}
clause-step-in-force = в { $states_loc }{ $since } { acts } { $measure }{ $on_border }{ $ends }
clause-step-extended = в { $states_loc } продлено действие { $measure_gen }{ $on_border }{ $ends }
clause-step-decided = в { $states_loc } принято решение о { $measure_loc }{ $on_border }{ $starts }
clause-step-lifted = в { $states_loc } прекращено действие { $measure_gen }{ $on_border }
clause-step-lapsed = { $lapse } в { $states_loc } истёк срок действия { $measure_gen }{ $on_border }
clause-step-agreed = в { $states_loc } договорились о { $measure_loc }{ $on_border }
clause-step-announced = в { $states_loc } объявлено о { $measure_loc }{ $on_border }
clause-step-conditional = в { $states_loc } { $measure_acc }{ $on_border } поставили в зависимость от условия
clause-step-planned = в { $states_loc } стало известно о плане: { $measure }{ $on_border }
clause-step-proposed = в { $states_loc } прозвучало предложение: { $measure }{ $on_border }
clause-step-asked = в { $states_loc } прозвучал запрос на { $measure_acc }{ $on_border }
clause-step-denied = в { $states_loc } опровергли сообщения о { $measure_loc }{ $on_border }
step-in-force = { clause-step-in-force }.
step-extended = { clause-step-extended }.
step-decided = { clause-step-decided }.
step-lifted = { clause-step-lifted }.
step-lapsed = { clause-step-lapsed }.
step-agreed = { clause-step-agreed }.
step-announced = { clause-step-announced }; в силу это ещё не вступило.
step-conditional = { clause-step-conditional }; в силу это ещё не вступило.
step-planned = { clause-step-planned }; в силу это ещё не вступило.
step-proposed = { clause-step-proposed }; в силу это ещё не вступило.
step-asked = { clause-step-asked }; в силу это ещё не вступило.
step-denied = { clause-step-denied }.
headline-step-in-force = { $states }: { acts } { $measure }
headline-step-extended = { $states }: действие { $measure_gen } продлено
headline-step-decided = { $states }: принято решение о { $measure_loc }
headline-step-lifted = { $states }: действие { $measure_gen } прекращено
headline-step-lapsed = { $states }: истёк срок действия { $measure_gen }
headline-step-agreed = { $states }: договорённость о { $measure_loc }
headline-step-announced = { $states }: объявлено о { $measure_loc }
headline-step-conditional = { $states }: { $measure } — при условии
headline-step-planned = { $states }: в планах { $measure }
headline-step-proposed = { $states }: предложена мера — { $measure }
headline-step-asked = { $states }: запрос на { $measure_acc }
headline-step-denied = { $states }: сообщения о { $measure_loc } опровергнуты
crossing = Пункт пропуска «{ $name }» с { DAY($start) } { $status }.
range-a = Для { $borders_gen } предложен набор мер: от { $low_measure_gen } до { $high_measure_gen }; решают люди.
range-b = Лестница мер для { $borders_gen } ведёт от { $low_measure_gen } до { $high_measure_gen }, а выбор остаётся за людьми.
range-single = Для { $borders_gen } не предлагается ничего сверх этого: { $low_measure }.
due-start = На { $begin } назначено начало действия { $measure_gen }{ $on_border } ({ $states }).
due-lapse = { $lapse } истекает срок действия { $measure_gen }{ $on_border } ({ $states }), если его не продлят.
due-critical = Критический уровень на { $where_loc } держится до { DAY($expires) }, если его не возобновят новые инциденты.
due-consult = Критический инцидент в другом месте ({ $asking }) требует консультаций и для { $where_gen }.

## Сигналы

signal = Подан сигнал: { $signal } ({ $answer }).
signal-from = { $sender } подаёт сигнал: { $signal } ({ $answer }).
signal-between = { $sender } — { $receiver }: { $signal } ({ $answer }).
headline-signal = { $signal }: { $answer }
clause-signal = сигнал недели таков: { $signal } ({ $answer })
