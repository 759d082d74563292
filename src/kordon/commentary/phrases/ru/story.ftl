### Лид и текст черновика недели. Часть предложения (clause) начинается с маленькой буквы и кончается без точки: черновик
### сам сводит их в предложения. У каждой несколько вариантов (-a, -b ...), они чередуются; чисел в тексте фраз нет.

## Как части связаны

tied-a = { $one }; { $two }
tied-b = { $one }, а { $two }
tied-c = { $one }; { $two }
stopped = { $told }.
border-with-nom = { $number ->
    [one] граница с { $names }
   *[many] границы с { $names }
}
border-with-gen = { $number ->
    [one] границы с { $names }
   *[many] границ с { $names }
}
border-with-acc = { $number ->
    [one] границу с { $names }
   *[many] границы с { $names }
}
border-with-loc = { $number ->
    [one] границе с { $names }
   *[many] границах с { $names }
}
at = на { $where_loc }{" "}
at-again = там же{" "}
at-there = там же{" "}
also-a = { $main }; { $also }
also-b = { $main }, а { $also }
also-but-a = { $main }; при этом { $also }
also-but-b = { $main }, но { $also }

## Взгляд назад

weeks-count = { $weeks ->
    [one] { WORD($weeks, gender: "f") } неделя
    [few] { WORD($weeks, gender: "f") } недели
   *[other] { WORD($weeks, gender: "f") } недель
}
weeks-acc = { $weeks ->
    [one] { NUMBER($weeks) } неделю
    [few] { WORD($weeks, gender: "f") } недели
   *[other] { WORD($weeks, gender: "f") } недель
}
back-most = , больше, чем в любую из недель с известными цифрами после { $since }
weeks-earlier = { $seen ->
    [one] { $seen } прежней недели
   *[other] { $seen } прежних недель
} с известными цифрами
back-record = , больше, чем в любую из { weeks-earlier }
back-rises = ; явный рост { weeks-acc } подряд
back-least = , меньше, чем в любую из недель с известными цифрами после { $since }
back-falls = ; явное снижение { weeks-acc } подряд
back-level = {" "}(прежний, { $from_level }, держался { weeks-acc })
back-lull = {" "}— впервые после { $since }
back-attacks = , и так { weeks-acc } подряд

## Части лида

size-change = { SIZE($ratio) ->
    [tiny] резко сократилось
    [quarter-left] сократилось примерно на три четверти
    [third-left] сократилось примерно на две трети
    [half] сократилось примерно вдвое
    [third-lost] сократилось примерно на треть
    [quarter-lost] сократилось примерно на четверть
    [none] почти не изменилось
    [quarter] выросло примерно на четверть
    [third] выросло примерно на треть
    [half-more] выросло примерно в полтора раза
    [two-thirds] выросло примерно на две трети
    [double] выросло примерно вдвое
    [over-double] выросло более чем вдвое
    [triple] выросло примерно втрое
   *[manifold] выросло во много раз
} против среднего за { WORD(4) } предыдущие недели

clause-trigger-a = на { $where_loc } произошёл критический инцидент ({ $trigger })
clause-trigger-b = { $where } пережила критический инцидент ({ $trigger })
clause-killed-a = в результате нападений на { $where_loc } { $killed ->
    [1] погиб один человек
    [one] погиб { $killed } человек
    [few] погибли { WORD($killed) } человека
   *[other] погибло { WORD($killed) } человек
}{ $back }
clause-killed-b = нападения на { $where_loc } стоили людям жизни ({ $killed ->
    [1] погиб один человек
    [one] погиб { $killed } человек
    [few] погибли { WORD($killed) } человека
   *[other] погибло { WORD($killed) } человек
}){ $back }
clause-wounded-a = в результате нападений на { $where_loc } { $injured ->
    [1] ранен один человек
    [one] ранен { $injured } человек
    [few] ранены { WORD($injured) } человека
   *[other] ранено { WORD($injured) } человек
}{ $back }
clause-wounded-b = при нападениях на { $where_loc } { $injured ->
    [1] пострадал один человек
    [one] пострадал { $injured } человек
    [few] пострадали { WORD($injured) } человека
   *[other] пострадало { WORD($injured) } человек
}{ $back }
clause-level-up-a = уровень на { $where_loc } поднялся с { $from_level_gen } до { $level_gen }{ $back }
clause-level-up-b = на { $where_loc } уровень вырос до { $level_gen } с { $from_level_gen }{ $back }
clause-level-up-c = на { $where_loc } вместо { $from_level_gen } уровня установлен { $level }{ $back }
clause-level-down-a = уровень на { $where_loc } снизился с { $from_level_gen } до { $level_gen }{ $back }
clause-level-down-b = на { $where_loc } уровень опустился до { $level_gen } с { $from_level_gen }{ $back }
clause-level-down-c = уровень на { $where_loc } упал с { $from_level_gen } до { $level_gen }{ $back }
clause-count-up-a = число попыток пересечь { $where_acc } { size-change } — примерно до { ROUGH($mean) }{ $back }
clause-count-up-b = на { $where_loc } было около { ROUGH($mean) } { attempts }, тогда как в { WORD(4) } предыдущие недели — в среднем около { ROUGH($before) }{ $back }
clause-count-up-c = давление на { $where_loc } усилилось: число попыток { size-change } и дошло примерно до { ROUGH($mean) }{ $back }
clause-count-down-a = число попыток пересечь { $where_acc } { size-change } — примерно до { ROUGH($mean) }{ $back }
clause-count-down-b = на { $where_loc } было лишь около { ROUGH($mean) } { attempts }, тогда как в { WORD(4) } предыдущие недели — в среднем около { ROUGH($before) }{ $back }
clause-count-down-c = давление на { $where_loc } ослабло: число попыток { size-change } и составило около { ROUGH($mean) }{ $back }
clause-heavier-a = средства нападения на { $where_loc } стали опаснее: { $means }
clause-heavier-b = на { $where_loc } нападали со средствами, о которых в предыдущие недели не сообщали ({ $means })
clause-attacks-a = на { $where_loc } нападали на пограничные патрули ({ $kinds }){ $back }
clause-attacks-b = пограничные патрули на { $where_loc } подверглись нападениям ({ $kinds }){ $back }
clause-event-a = на { $where_loc } { $act }
clause-event-b = { $act } на { $where_loc }
clause-count-same-a = попыток пересечь { $where_acc } было около { ROUGH($mean) }, почти как в среднем за { WORD(4) } предыдущие недели
clause-count-same-b = неделя на { $where_loc } мало отличалась от предыдущих: около { ROUGH($mean) } { attempts }
clause-count-same-c = на { $where_loc } насчитали около { ROUGH($mean) } { attempts } — почти столько же, сколько в среднем за последние { WORD(4) } недели
clause-count-same-d = на { $where_loc } мало что изменилось: около { ROUGH($mean) } { attempts }
clause-count-unclear-a = на { $where_loc } было около { ROUGH($mean) } { attempts }, но цифры слишком грубы, чтобы говорить о перемене
clause-count-unclear-b = изменилось ли что-то на { $where_loc }, по таким приблизительным цифрам (около { ROUGH($mean) } { attempts }) не понять
clause-count-unclear-c = на { $where_loc } число попыток (около { ROUGH($mean) }) известно слишком неточно, чтобы назвать его ростом или спадом
clause-count-unclear-d = цифры о { $where_loc }, около { ROUGH($mean) } { attempts }, не указывают явно ни на рост, ни на спад
clause-count-a = пересечь { $where_acc } пытались около { ROUGH($mean) ->
    [one] { ROUGH($mean) } раза
   *[other] { ROUGH($mean) } раз
}
clause-count-b = на { $where_loc } насчитали около { ROUGH($mean) } { attempts }
clause-count-c = сообщения дают для { $where_gen } около { ROUGH($mean) } { attempts }
clause-trend-worse-a = { $cause ->
    [wounded-worse] на { $where_loc } при нападениях пострадали люди
    [means-worse] на { $where_loc } нападали с более опасными средствами, чем в предыдущие недели
   *[other] неделя на { $where_loc } была хуже предыдущих
}
clause-trend-better-a = неделя на { $where_loc } была лучше предыдущих
clause-factor-worse-a = на { $where_loc } фактор «{ $factor }» поднялся до { $level_gen } уровня (для границы в целом — { $border_level })
clause-factor-worse-b = по критериям уровень фактора «{ $factor }» на { $where_loc } теперь { $level }, хотя для границы в целом он { $border_level }
clause-factor-better-a = на { $where_loc } фактор «{ $factor }» снизился до { $level_gen } уровня (для границы в целом — { $border_level })
clause-factor-better-b = по критериям уровень фактора «{ $factor }» на { $where_loc } теперь лишь { $level } (для границы в целом — { $border_level })
clause-level-same-a = уровень на { $where_loc } остаётся { $level_ins }
clause-level-same-b = на { $where_loc } уровень по-прежнему { $level }
clause-level-same-c = уровень на { $where_loc } прежний — { $level }
clause-level-a = уровень на { $where_loc } — { $level }
clause-level-b = на { $where_loc } уровень { $level }
clause-both-level-same-a = на { $where_loc } уровень остаётся { $level_ins }
clause-both-level-same-b = уровень на { $where_loc } по-прежнему { $level }
clause-both-count-up-a = на { $where_loc } попыток стало больше: { $counts }
clause-both-count-up-b = давление на { $where_loc } усилилось; попыток было { $counts }
clause-both-count-down-a = на { $where_loc } попыток стало меньше: { $counts }
clause-both-count-down-b = давление на { $where_loc } ослабло; попыток было { $counts }
clause-both-level-a = на { $where_loc } уровень { $level }
clause-both-level-b = уровень на { $where_loc } — { $level }

there-level-same-a = уровень остаётся { $level_ins }
there-level-same-b = уровень по-прежнему { $level }
there-level-same-c = уровень не сдвинулся с { $level_gen }
there-level-same-d = уровень там, как и был, { $level }
there-level-weeks-a = уровень { $level } уже { weeks-acc }
there-level-weeks-b = { weeks-acc } подряд уровень { $level }
there-level-weeks-c = { $level } уровень держится { weeks-acc }
there-level-a = уровень там { $level }
there-level-b = граница оценена так: уровень { $level }
there-level-up-a = уровень поднялся с { $from_level_gen } до { $level_gen }
there-level-up-b = уровень вырос до { $level_gen } с { $from_level_gen }
there-level-down-a = уровень снизился с { $from_level_gen } до { $level_gen }
there-level-down-b = уровень опустился до { $level_gen } с { $from_level_gen }
there-count-up-a = число попыток { size-change } — примерно до { ROUGH($mean) }
there-count-up-b = число попыток выросло примерно до { ROUGH($mean) }
there-count-down-a = число попыток { size-change } — примерно до { ROUGH($mean) }
there-count-down-b = число попыток снизилось примерно до { ROUGH($mean) }
there-count-same-a = число попыток держалось около { ROUGH($mean) }
there-count-same-b = попыток было примерно столько же, сколько в предыдущие недели, — около { ROUGH($mean) }
there-count-same-c = число попыток, около { ROUGH($mean) }, близко к недавнему
there-count-unclear-a = попыток насчитали около { ROUGH($mean) }, без явных перемен
there-count-unclear-b = число попыток (около { ROUGH($mean) }) явно не изменилось
there-count-unclear-c = в числе попыток (около { ROUGH($mean) }) перемены не различить
there-count-a = попыток там насчитали около { ROUGH($mean) }
there-count-b = по сообщениям, попыток было около { ROUGH($mean) }
there-event-a = там же { $act }
there-event-b = на той же границе { $act }
there-heavier-a = нападали там со средствами, о которых в предыдущие недели не сообщали ({ $means })
there-attacks-a = на патрули нападали ({ $kinds })
there-attacks-b = патрули подверглись нападениям ({ $kinds })

lede-plain = { $told }.
lede-moved-a = { $told }; для всех границ вместе тенденция не изменилась.
lede-moved-b = { $told }. Если взять все границы вместе, перелома нет.
lede-moved-c = { $told }. Общей тенденции это не меняет.
lede-moved-one-a = { $told }; сама тенденция не изменилась.
lede-moved-one-b = { $told }. Переломом тенденции это ещё не считается.
lede-moved-one-c = { $told }. По сравнению с предыдущими неделями тенденция прежняя.
lede-no-step-a = о новых мерах не сообщали; { $told }.
lede-no-step-b = { $told }. О мерах ничего нового не сообщалось.
lede-no-step-c = неделя прошла без известий о новых мерах: { $told }.
lede-no-step-d = { $told }; новых мер не стало известно.
lede-no-step-e = { $told }. Ни о решениях, ни о сигналах не сообщалось.
lede-untrended-a = { $told }; тенденцию определить нельзя.
lede-untrended-b = { $told }. Для тенденции сведений слишком мало.
lede-untrended-c = { $told }, но о предыдущих неделях известно слишком мало, чтобы судить о тенденции.
lede-open-a = { $told }. Больше ничего не известно, и оценить неделю нельзя.
lede-open-b = оценить неделю в целом нельзя, но известно вот что: { $told }.
lede-open-c = { $told }; для оценки недели этого мало.
lede-open-d = ни уровня, ни тенденции назвать нельзя; известно лишь, что { $told }.

quiet-headline-a = Чтобы оценить неделю, сведений слишком мало
quiet-headline-b = Сообщений слишком мало, чтобы оценить неделю
quiet-headline-c = О неделе известно мало
quiet-headline-d = Неделя без оценки
quiet-lede-a = За неделю { $week } не нашлось сообщений, по которым можно было бы судить о границах.
quiet-lede-b = О неделе { $week } не известно ничего, что можно сосчитать или оценить.
quiet-lede-c = Имеющиеся сообщения ничего не говорят о неделе { $week }, поэтому оценки нет.
quiet-lede-d = О неделе { $week } нет ни цифр, ни сообщений об инцидентах.

## Цифры

fig-zero-a = сообщалось, что попыток на { $where_loc } { ROUGH($mean) ->
    [0] не было
   *[other] { ROUGH($mean) }
}: это сведения, а не молчание
fig-zero-b = на { $where_loc }, как прямо сказано в сообщениях, { ROUGH($mean) ->
    [0] попыток не было
   *[other] попыток { ROUGH($mean) }
}
fig-count-up-a = на { $where_loc } было около { ROUGH($mean) } { attempts }{ $interval } — больше, чем в среднем за { WORD(4) } предыдущие недели (около { ROUGH($before) })
fig-count-up-b = число попыток на { $where_loc } выросло примерно с { ROUGH($before) } в среднем за { WORD(4) } предыдущие недели до { ROUGH($mean) }{ $interval }
fig-count-up-c = на { $where_loc } насчитали около { ROUGH($mean) } { attempts }{ $interval }; в { WORD(4) } предыдущие недели в среднем выходило около { ROUGH($before) }
fig-count-up-d = попыток на { $where_loc } было около { ROUGH($mean) }{ $interval } — явно больше недавних { ROUGH($before) } или около того
fig-count-down-a = на { $where_loc } было около { ROUGH($mean) } { attempts }{ $interval } — меньше, чем в среднем за { WORD(4) } предыдущие недели (около { ROUGH($before) })
fig-count-down-b = число попыток на { $where_loc } снизилось примерно с { ROUGH($before) } в среднем за { WORD(4) } предыдущие недели до { ROUGH($mean) }{ $interval }
fig-count-down-c = на { $where_loc } насчитали около { ROUGH($mean) } { attempts }{ $interval }; в { WORD(4) } предыдущие недели в среднем выходило около { ROUGH($before) }
fig-count-down-d = попыток на { $where_loc } было около { ROUGH($mean) }{ $interval } — явно меньше недавних { ROUGH($before) } или около того
fig-count-same-a = на { $where_loc } было около { ROUGH($mean) } { attempts }{ $interval }, почти как в { WORD(4) } предыдущие недели (в среднем около { ROUGH($before) })
fig-count-same-b = число попыток на { $where_loc } держалось около { ROUGH($mean) }{ $interval }
fig-count-same-c = на { $where_loc } насчитали около { ROUGH($mean) } { attempts }{ $interval }; недавнее среднее близко к этому — около { ROUGH($before) }
fig-count-same-d = попыток на { $where_loc } примерно столько же, сколько в последние { WORD(4) } недели, — около { ROUGH($mean) }{ $interval }
fig-count-unclear-a = на { $where_loc } было около { ROUGH($mean) } { attempts }{ $interval }; в { WORD(4) } предыдущие недели в среднем — около { ROUGH($before) }, но цифры слишком приблизительны, чтобы назвать это переменой
fig-count-unclear-b = на { $where_loc } насчитали около { ROUGH($mean) } { attempts }{ $interval }; перемена ли это против прежних { ROUGH($before) } или около того, сказать трудно
fig-count-unclear-c = число попыток на { $where_loc } оценивается примерно в { ROUGH($mean) }{ $interval }; отличается ли оно от недавнего среднего (около { ROUGH($before) }), сказать нельзя
fig-count-a = на { $where_loc } было около { ROUGH($mean) } { attempts }{ $interval }; о предыдущих неделях сведений мало, сравнить не с чем
fig-count-b = на { $where_loc } насчитали около { ROUGH($mean) } { attempts }{ $interval }, а прежних цифр для сравнения не хватает
fig-count-c = сообщения дают для { $where_gen } около { ROUGH($mean) } { attempts }{ $interval }; недавних цифр, с которыми это можно сравнить, нет

fig-before-a = в { WORD(4) } предыдущие недели в среднем выходило около { ROUGH($before) }
fig-before-b = средняя за { WORD(4) } предыдущие недели цифра — около { ROUGH($before) }
fig-before-c = для сравнения: в { WORD(4) } предыдущие недели — около { ROUGH($before) } в неделю
fig-before-unclear-a = среднее за { WORD(4) } предыдущие недели — около { ROUGH($before) }
fig-before-unclear-b = перемена ли это против среднего за { WORD(4) } предыдущие недели (около { ROUGH($before) }), неясно
fig-before-unclear-c = недавнее среднее — около { ROUGH($before) }, и говорить о перемене рано
fig-coarse-a = цифра приблизительна, её интервал { PCT(90) } — от { ROUGH($low90) } до { ROUGH($high90) }
fig-coarse-b = возможно любое число от { ROUGH($low90) } до { ROUGH($high90) } (интервал { PCT(90) })
fig-coarse-c = источники оставляют простор от { ROUGH($low90) } до { ROUGH($high90) } ({ PCT(90) })
fig-coarse-d = сколько их было точно, неясно: интервал { PCT(90) } — { ROUGH($low90) }–{ ROUGH($high90) }
fig-firm-a = интервал { PCT(90) } — { ROUGH($low90) }–{ ROUGH($high90) }
fig-firm-b = с вероятностью { PCT(90) } их было от { ROUGH($low90) } до { ROUGH($high90) }
fig-firm-c = оценка довольно надёжна (интервал { PCT(90) }: { ROUGH($low90) }–{ ROUGH($high90) })
fig-most-since-a = из недель, о которых есть цифры, большего не было после { $since }
fig-most-since-b = это самое большое число после { $since }, если считать недели с известными цифрами
fig-least-since-a = из недель, о которых есть цифры, меньшего не было после { $since }
fig-least-since-b = это самое малое число после { $since }, если считать недели с известными цифрами
fig-record-a = так много не было ни в какую из { weeks-earlier }
fig-record-b = больше не было, если считать и остальные недели с цифрами ({ NUMBER($seen) })
fig-rises = оценка явно растёт { weeks-acc } подряд
fig-falls-a = оценка явно снижается { weeks-acc } подряд
fig-falls-b = явное снижение отмечено { weeks-acc } подряд
fig-usual-above-a = обычным было бы около { ROUGH($expected) }
fig-usual-above-b = это намного больше обычного (около { ROUGH($expected) })
fig-usual-above-c = по опыту прежних недель стоило ждать около { ROUGH($expected) }
fig-usual-above-d = обычно бывает около { ROUGH($expected) }, и редкая неделя уходит так далеко вверх
fig-usual-below-a = обычным было бы около { ROUGH($expected) }
fig-usual-below-b = это меньше обычного (около { ROUGH($expected) })
fig-usual-below-c = по опыту прежних недель стоило ждать около { ROUGH($expected) }
fig-usual-near-a = это примерно столько, сколько обычно (около { ROUGH($expected) })
fig-usual-near-b = обычно бывает около { ROUGH($expected) }, так что неделя не выделяется
fig-usual-near-c = ничего необычного в этом нет (ждать стоило около { ROUGH($expected) })
fig-year-a = годом ранее за ту же неделю { ROUGH($year) ->
    [0] попыток не было
   *[other] было около { ROUGH($year) }
}
fig-year-b = год назад на той же неделе { ROUGH($year) ->
    [0] попыток не было
   *[other] насчитали около { ROUGH($year) }
}
fig-year-c = та же неделя предыдущего года { ROUGH($year) ->
    [0] обошлась без попыток
   *[other] принесла около { ROUGH($year) }
}
fig-last-a = неделей раньше было около { ROUGH($last) }
fig-last-b = за предыдущую неделю оценка — около { ROUGH($last) }
fig-last-c = прошлая оценка составляла около { ROUGH($last) }
fig-daily-a = это около { ROUGH($daily) } в день
fig-daily-b = в средний день недели выходило около { ROUGH($daily) }
fig-daily-c = то есть около { ROUGH($daily) } в день
fig-thin-a = сведения охватывают { days-covered } недели из { NUMBER(7) }, остальное — оценка
fig-thin-b = цифры есть лишь за { days-covered } из { NUMBER(7) }, прочие дни оценены
days-covered = { $covered ->
    [1] один день
    [one] { $covered } день
    [few] { WORD($covered) } дня
   *[other] { WORD($covered) } дней
}
fig-apart-count-up-a = на { $where_loc }, напротив, число попыток выросло примерно с { ROUGH($before) } до { ROUGH($mean) }
fig-apart-count-up-b = иначе на { $where_loc }: там рост примерно с { ROUGH($before) } до { ROUGH($mean) } в неделю
fig-apart-count-down-a = на { $where_loc }, напротив, число попыток снизилось примерно с { ROUGH($before) } до { ROUGH($mean) }
fig-apart-count-down-b = иначе на { $where_loc }: там снижение примерно с { ROUGH($before) } до { ROUGH($mean) } в неделю
fig-others-a = на других границах картина такая: { $counts }
fig-others-b = прочие цифры таковы: { $counts }
fig-others-c = к этому добавляются { $counts }
fig-others-thin-a = на других границах цифры есть лишь за отдельные дни: { $counts }
fig-others-thin-b = отрывочные цифры дают { $counts }
fig-others-thin-c = об остальных сообщали лишь за отдельные дни; выходит { $counts }
fig-part = около { ROUGH($mean) } на { $where_loc }
fig-part-zero = ни одной на { $where_loc }

## По критериям

level-part = { $level } на { $where_loc }
stands-first-a = по критериям уровень на { $where_loc } — { $level }
stands-first-b = критерии дают для { $where_gen } { $level } уровень
stands-a = по критериям уровень на { $where_loc } остаётся { $level_ins }
stands-b = уровень на { $where_loc } — { $level }, как и неделей раньше
stands-c = критерии оставляют на { $where_loc } { $level } уровень
stands-weeks-a = уровень на { $where_loc } { $level } уже { weeks-acc }
stands-weeks-b = { $level } уровень держится на { $where_loc } уже { weeks-acc }
stands-weeks-c = уже { weeks-acc } критерии дают для { $where_gen } { $level } уровень
stands-weeks-d = на { $where_loc } остаётся { $level } уровень, который стоит там { weeks-acc }
stands-up-a = по критериям уровень на { $where_loc } поднялся с { $from_level_gen } до { $level_gen }
stands-up-b = на { $where_loc } уровень вырос с { $from_level_gen } до { $level_gen }
stands-down-a = по критериям уровень на { $where_loc } снизился с { $from_level_gen } до { $level_gen }
stands-down-b = на { $where_loc } уровень опустился с { $from_level_gen } до { $level_gen }
stands-others-a = на других границах уровень такой: { $levels }
stands-others-b = ещё критерии дают такой уровень: { $levels }
stands-others-c = в остальном уровень — { $levels }
leaning-worse-a = { $likelihood } ({ $low }–{ $high } %), что неделя была хуже, чем { WORD(4) } предыдущие
leaning-worse-b = если что-то и сдвинулось, то к худшему: это { $likelihood } ({ $low }–{ $high } %)
leaning-worse-c = что стало хуже, { $likelihood } ({ $low }–{ $high } %), но для тенденции этого мало
leaning-better-a = { $likelihood } ({ $low }–{ $high } %), что неделя была лучше, чем { WORD(4) } предыдущие
leaning-better-b = если что-то и сдвинулось, то к лучшему: это { $likelihood } ({ $low }–{ $high } %)
leaning-better-c = что стало лучше, { $likelihood } ({ $low }–{ $high } %), но для тенденции этого мало
settled-worse-a = { $likelihood } ({ $low }–{ $high } %), что неделя была хуже, чем { WORD(4) } предыдущие
settled-worse-b = что это ухудшение, { $likelihood } ({ $low }–{ $high } %)
settled-better-a = { $likelihood } ({ $low }–{ $high } %), что неделя была лучше, чем { WORD(4) } предыдущие
settled-better-b = что это облегчение, { $likelihood } ({ $low }–{ $high } %)

next-daily-a = ещё около { ROUGH($gap) } в день — и по числу попыток уровень был бы { $level } (он начинается примерно с { ROUGH($need) } в день)
next-daily-b = до следующей ступени недалеко: по числу попыток уровень { $level } примерно с { ROUGH($need) } в день, а было около { ROUGH($now) }
next-daily-c = за чем следить: примерно с { ROUGH($need) } попыток в день этот показатель — { $level }, было же около { ROUGH($now) }
next-value-a = показатель «{ $indicator }» подошёл к следующей ступени: { NUMBER($now, maximumFractionDigits: 1) } при том, что { $level } начинается с { NUMBER($need) }
next-value-b = за чем следить: показатель «{ $indicator }» — { NUMBER($now, maximumFractionDigits: 1) }, а с { NUMBER($need) } он { $level }
told-reason-standing-triggered = такой уровень действует сразу, что бы ни показывали факторы, из-за критического инцидента ({ $trigger }) и держится до { $date }
told-reason-standing-critical = критический уровень держится { $days ->
    [one] { NUMBER($days) } день
    [few] { NUMBER($days) } дня
   *[other] { NUMBER($days) } дней
} после последнего основания для него, здесь — до { $date }
told-reason-standing-expired = критический уровень снят: { $days ->
    [one] { NUMBER($days) } день
    [few] { NUMBER($days) } дня
   *[other] { NUMBER($days) } дней
} не было новых оснований
weeks-below = { $weeks ->
    [one] { NUMBER($weeks) } оценённая неделя
    [few] { WORD($weeks, gender: "f") } оценённые недели
   *[other] { WORD($weeks, gender: "f") } оценённых недель
}
weeks-past = { $count ->
    [0] не прошло ни одной
    [1] прошла { WORD($count, gender: "f") }
    [one] прошла { NUMBER($count) }
    [few] прошли { WORD($count, gender: "f") }
   *[other] прошло { WORD($count, gender: "f") }
}
told-reason-standing-held-a = сама неделя даёт меньше, но для снижения нужны { weeks-below } ниже этого уровня; пока { weeks-past }
told-reason-standing-held-b = для снижения требуются { weeks-below } ниже этого уровня, из них { weeks-past }
told-reason-standing-held-c = удерживает его лишь правило: { weeks-below } подряд должны быть ниже, а { weeks-past }
told-reason-standing-held-d = по самой неделе уровень был бы ниже; чтобы он снизился, нужны { weeks-below }, и пока { weeks-past }
told-reason-standing-stepped-down-a = на ступень его опустили { weeks-below } ниже прежнего
told-reason-standing-stepped-down-b = снижению предшествовали { weeks-below } ниже прежнего уровня
told-reason-trend-count-worse-a = { $percent ->
    [100] что число попыток выросло более чем на { NUMBER($margin) } %, верно с вероятностью выше { NUMBER(99) } %
   *[other] вероятность того, что число попыток выросло более чем на { NUMBER($margin) } %, — { NUMBER($percent) } %
}
told-reason-trend-count-worse-b = { $percent ->
    [100] с вероятностью выше { NUMBER(99) } % рост превышает { NUMBER($margin) } %
   *[other] с вероятностью { NUMBER($percent) } % рост превышает { NUMBER($margin) } %
}
told-reason-trend-count-better-a = { $percent ->
    [100] что число попыток снизилось более чем на { NUMBER($margin) } %, верно с вероятностью выше { NUMBER(99) } %
   *[other] вероятность того, что число попыток снизилось более чем на { NUMBER($margin) } %, — { NUMBER($percent) } %
}
told-reason-trend-count-better-b = { $percent ->
    [100] с вероятностью выше { NUMBER(99) } % снижение превышает { NUMBER($margin) } %
   *[other] с вероятностью { NUMBER($percent) } % снижение превышает { NUMBER($margin) } %
}
told-reason-trend-wounded-worse = раненых и погибших при нападениях больше, чем в любую из предыдущих недель ({ $before ->
    [0] тогда никого
   *[other] не более { NUMBER($before) }
})
told-reason-trend-means-worse-a = средства, которыми нападали, опаснее, чем в любую из предыдущих недель
told-reason-trend-means-worse-b = ухудшением считается выбор средств: они опаснее, чем в любую из предыдущих недель
told-reason-trend-factor-worse-a = фактор «{ $factor }» поднялся до { $level_gen } уровня, прежде он был не выше { $before_level_gen }
told-reason-trend-factor-worse-b = изменил картину фактор «{ $factor }»: теперь уровень { $level }, прежде — не выше { $before_level_gen }
told-reason-trend-factor-worse-c = уровень фактора «{ $factor }» теперь { $level }; в предыдущие недели он не поднимался выше { $before_level_gen }
told-reason-trend-factor-better-a = фактор «{ $factor }» снизился до { $level_gen } уровня, прежде он был не ниже { $before_level_gen }
told-reason-trend-factor-better-b = изменил картину фактор «{ $factor }»: теперь уровень { $level }, прежде — не ниже { $before_level_gen }
told-reason-trigger = основание для этого уровня — { $count ->
    [1] критический инцидент
    [one] { NUMBER($count) } критический инцидент
    [few] { NUMBER($count) } критических инцидента
   *[other] { NUMBER($count) } критических инцидентов
}: { $trigger }
told-reason-p-above-day-p1-a = около { ROUGH($against) } попыток в день — это выше порога { $floor } и больше, чем бывает в { $percent } % недель, так что по этому пункту уровень { $level }
told-reason-p-above-day-p1-b = по числу попыток уровень { $level }: около { ROUGH($against) } в день при пороге { $floor }, и { $percent } % обычных недель остаются ниже
told-reason-p-above-day-p1-c = по одному лишь числу попыток уровень был бы { $level } (около { ROUGH($against) } в день при пороге { $floor })
told-reason-p-above-weeks-b1-a = нападения на патрули дают { $level } уровень: за { WORD(4) } недели их { $against }, порог — { $floor }
told-reason-p-above-weeks-b1-b = за { WORD(4) } недели нападений { $against }, и по критериям это { $level } уровень (порог — { $floor })
told-reason-threshold-reached-p2-a = за { WORD(4) } недели попыток было в { $value } { times-of } больше, чем годом ранее; начиная с { $bound } это { $level } уровень
told-reason-threshold-reached-p2-b = за те же { WORD(4) } недели годом раньше попыток было в { $value } { times-of } меньше, и по критериям такой рост (от { $bound }) — { $level } уровень
times-of = { $value ->
    [one] раз
    [many] раз
   *[other] раза
}
told-reason-threshold-not-sustained-p2-a = за { WORD(4) } недели попыток было в { $value } { times-of } больше, чем годом ранее; это { $level } уровень, пока так не продлится { weeks-acc }
told-reason-threshold-not-sustained-p2-b = за те же { WORD(4) } недели годом раньше попыток было в { $value } { times-of } меньше; это { $level } уровень, а для следующего так должно быть { weeks-acc } подряд
told-reason-p-floors-alone-reached-day-p1 = обычное число пока неизвестно, но около { ROUGH($against) } попыток в день достигают порога { $floor }, а это { $level } уровень
told-reason-threshold-reached-a = показатель «{ $indicator }» — { part-amount }; от { part-bound } это { $level } уровень
told-reason-threshold-reached-b = от { part-bound } показатель «{ $indicator }» ({ part-amount }) даёт { $level } уровень
told-reason-presence-a = показатель «{ $indicator }» ({ part-amount }) даёт { $level } уровень
told-reason-presence-b = по показателю «{ $indicator }» ({ part-amount }) уровень { $level }
told-reason-presence-case-a = по самому тяжёлому случаю ({ $kind }) показатель «{ $indicator }» даёт { $level } уровень
told-reason-presence-case-b = показатель «{ $indicator }»: самое тяжёлое ({ $kind }) даёт { $level } уровень
told-reason-threshold-reached-b4 = самая большая группа у границы, { $value ->
    [one] { $value } человек
    [few] { $value } человека
   *[other] { $value } человек
}, превышает порог { $bound }; это { $level } уровень
told-reason-threshold-reached-a3 = нарушения воздушного пространства за { WORD(4) } недели ({ $value }) дают { $level } уровень
told-reason-wounded-b1-wounded-a = любое ранение при нападении даёт уровень не ниже { $level_gen }
told-reason-wounded-b1-wounded-b = раз есть раненые, нападения оцениваются не ниже { $level_gen } уровня
told-reason-wounded-by-means-b1-wounded = раны, нанесённые такими средствами ({ $means }), дают { $level } уровень

## Чего мы не знаем

gap-borders-a = для { $where_gen } уровень назвать нельзя: слишком мало известно, чтобы оценить { $factors }
gap-borders-b = на { $where_loc } не удалось оценить { $factors }, а без этого уровня нет
gap-borders-c = о { $where_loc } слишком мало известно, чтобы оценить { $factors } и назвать уровень, а молчание — не спокойствие
gap-borders-d = уровня для { $where_gen } нет: не по чему было оценить { $factors }
gap-borders-e = не оценено: { $borders }; чтобы оценить { $factors }, нет сообщений, и это не признак спокойствия
gap-borders-again-a = для { $where_gen } уровня по-прежнему нет
gap-borders-again-b = на { $where_loc } уровень снова не оценён
gap-borders-again-c = сообщения всё ещё не позволяют назвать уровень для { $where_gen }
gap-borders-again-d = как и неделей раньше, уровень для { $where_gen } назвать нельзя
gap-borders-again-e = о { $where_loc } по-прежнему известно слишком мало для уровня, и это не признак спокойствия
gap-borders-plain-a = для { $where_gen } уровень назвать нельзя
gap-borders-plain-b = на { $where_loc } уровень не оценён
gap-borders-plain-c = не оценено: { $borders }; это не признак спокойствия
gap-all-a = ни одну из границ оценить не удалось: слишком мало известно, чтобы оценить { $factors }; молчание — не спокойствие
gap-all-b = уровня за неделю нет нигде: не хватает сообщений, чтобы оценить { $factors }
gap-all-c = без сообщений, по которым оценивают { $factors }, уровень границ не определить, и это не признак спокойствия
gap-factors-again-a = на { $where_loc } не по чему было оценить те же факторы угрозы, что и неделей раньше (всего их { NUMBER($missing) })
gap-factors-again-b = факторы угрозы, о которых на { $where_loc } ничего не знали неделей раньше ({ NUMBER($missing) }), неизвестны и теперь
gap-factors-again-c = без сообщений на { $where_loc } остаются { $missing ->
    [one] { NUMBER($missing) } фактор
    [few] { WORD($missing) } фактора
   *[other] { WORD($missing) } факторов
} угрозы
gap-factors-a = на { $where_loc } не по чему было оценить { $factors }
gap-factors-b = уровень на { $where_loc } опирается на часть факторов угрозы ({ NUMBER($assessed) } из { NUMBER($of) }); не удалось оценить { $factors }
gap-factors-c = факторов угрозы на { $where_loc } оценено { NUMBER($assessed) } из { NUMBER($of) }, а оценить { $factors } было не по чему
gap-factors-d = сообщения о { $where_loc } не дают оценить { $factors }
gap-factors-e = чтобы оценить { $factors } на { $where_loc }, сообщений не нашлось

## Отношения

no-step-a = О решениях по мерам за неделю не сообщалось.
no-step-b = Новых мер не стало известно.
no-step-c = О мерах ничего нового не сообщалось.
no-step-d = Не сообщалось ни о решениях, ни о сигналах.
no-step-e = Об изменении мер сообщений не было.
in-force-until-a = до { $lapse } { acts } { $measure }{ $on_border } ({ $states })
in-force-until-b = в силе до { $lapse }: { $measure }{ $on_border } ({ $states })
in-force-until-c = { $measure }{ $on_border } ({ $states }): ещё в силе, до { $lapse }
in-force-since-a = с { $begin } { acts } { $measure }{ $on_border } ({ $states }), о конце не сообщалось
in-force-since-b = остаётся в силе с { $begin }: { $measure }{ $on_border } ({ $states })
behind-counts-a = за этим стоят такие числа попыток: { $counts }
behind-counts-b = пересечь границу пытались: { $counts }
behind-counts-c = попытки за неделю: { $counts }
behind-counts-d = что до давления, попыток было { $counts }
behind-levels-e = что до критериев, уровень такой: { $levels }
behind-levels-a = по критериям уровень таков: { $levels }
behind-levels-b = уровень по критериям — { $levels }
behind-levels-c = если судить по критериям, уровень { $levels }
behind-levels-d = критерии дают уровень { $levels }
range-a = для { $where_gen } лестница мер открывает набор от { $low_measure_gen } до { $high_measure_gen }; решают люди
range-b = для { $where_gen } выбор мер — от { $low_measure_gen } до { $high_measure_gen }; решение за людьми
range-d = для { $where_gen } набор такой: самое малое — { $low_measure }, самое большее — { $high_measure }
range-c = на лестнице мер для { $where_gen } теперь доступно всё от { $low_measure_gen } до { $high_measure_gen }
range-weeks-a = набор мер для { $where_gen } не меняется { weeks-acc }: от { $low_measure_gen } до { $high_measure_gen }
range-weeks-b = { weeks-acc } подряд для { $where_gen } предлагается то же самое — от { $low_measure_gen } до { $high_measure_gen }
range-weeks-c = за { weeks-acc } набор для { $where_gen } не вырос и не сузился: крайняя мера — { $high_measure }
range-weeks-d = крайняя ступень лестницы для { $where_gen } прежняя, уже { weeks-acc }: { $high_measure }
range-single-a = для { $where_gen } лестница мер не открывает ничего, кроме этого: { $low_measure }
range-single-b = для { $where_gen } на лестнице мер — только { $low_measure }
range-single-c = дальше этой меры лестница для { $where_gen } не идёт: { $low_measure }
range-single-weeks-a = { weeks-acc } подряд лестница мер предлагает для { $where_gen } лишь { $low_measure_acc }
range-single-weeks-b = { $low_measure } — всё, что лестница мер открывает для { $where_gen } уже { weeks-acc }
range-single-weeks-c = для { $where_gen } всё то же, что и { weeks-acc } подряд: { $low_measure }
