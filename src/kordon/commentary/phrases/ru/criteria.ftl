# Почему граница, фактор или показатель имеют свой уровень; и страница, которая пересказывает документ критериев.

part-assessed = Оценено факторов: { $assessed } из { $of }.

## Граница: оценка самой недели

reason-score-critical =
    { $border }: уровень { $level }. { $count ->
        [one] Критический { $count } фактор
        [few] Критические { $count } фактора
        [many] Критические { $count } факторов
       *[other] Критические { $count } фактора
    }, среди них «{ $factor }». { part-assessed }
reason-score-high =
    { $border }: уровень { $level }. { $count ->
        [1] Высокий или критический фактор — «{ $factor }»
        [one] Высокий или критический { $count } фактор; наивысший — «{ $factor }»
        [few] Высокие или критические { $count } фактора; наивысший — «{ $factor }»
        [many] Высокие или критические { $count } факторов; наивысший — «{ $factor }»
       *[other] Высокие или критические { $count } фактора; наивысший — «{ $factor }»
    }. { part-assessed }
reason-score-many-medium =
    { $border }: уровень { $level }. { $count ->
        [one] Средний { $count } фактор
        [few] Средние { $count } фактора
        [many] Средние { $count } факторов
       *[other] Средние { $count } фактора
    }, первый из них — «{ $factor }». { part-assessed }
reason-score-medium =
    { $border }: уровень { $level }. { $count ->
        [1] Средний фактор — «{ $factor }»
        [one] Средний { $count } фактор
        [few] Средние { $count } фактора, первый из них — «{ $factor }»
        [many] Средние { $count } факторов, первый из них — «{ $factor }»
       *[other] Средние { $count } фактора, первый из них — «{ $factor }»
    }. { part-assessed }
reason-score-low =
    { $border }: уровень { $level }. { $count ->
        [0] Все оценённые факторы низкие.
       *[other] Факторов выше низкого уровня: { $count }.
    } { part-assessed }
reason-score-essential-missing =
    { $border }: уровень не оценён, так как слишком мало сведений, чтобы оценить { $count ->
        [1] фактор «{ $factor }»
        [2] факторы «{ $factor }» и «{ $other_factor }»
       *[other] «{ $factor }», «{ $other_factor }» и другие обязательные факторы
    }. { part-assessed }
reason-score-nothing = { $border }: уровень не оценён, потому что не удалось оценить ни один фактор. { part-assessed }
reason-no-criteria = { $border }: уровень не оценён, потому что для этой границы нет критериев.
reason-criteria-not-valid = { $border }: уровень не оценён, потому что критерии для этой границы на эту неделю не распространяются.

## Граница: что остаётся в силе

reason-standing-triggered = { $border }: уровень сразу { $level }, что бы ни показывали факторы, потому что произошёл критический инцидент ({ $trigger }). Уровень остаётся до { $date }.
reason-standing-critical = { $border }: уровень { $level } до { $date }. Критический уровень держится { $days ->
        [one] { $days } день
        [few] { $days } дня
        [many] { $days } дней
       *[other] { $days } дня
    } после последнего основания для него.
reason-standing-expired = { $border }: уровень { $level }. Критический уровень снят: { $days ->
        [one] { $days } день
        [few] { $days } дня
        [many] { $days } дней
       *[other] { $days } дня
    } не было новых оснований.
reason-standing-held = { $border }: уровень всё ещё { $level }. Сама неделя даёт более низкий уровень, но для снижения { $weeks ->
        [one] нужна { $weeks } оценённая неделя
        [few] нужны { $weeks } оценённые недели
        [many] нужно { $weeks } оценённых недель
       *[other] нужно { $weeks } оценённой недели
    } ниже него; пока их { $count ->
        [0] не было
       *[other] { $count }
    }.
reason-standing-stepped-down = { $border }: уровень { $level }, на ступень ниже, потому что { $weeks ->
        [one] { $weeks } оценённая неделя была
        [few] { $weeks } оценённые недели были
        [many] { $weeks } оценённых недель были
       *[other] { $weeks } оценённой недели были
    } ниже прежнего уровня.
reason-consult = Из-за критического инцидента на другой границе ({ $border }) здесь нужны консультации.

## Триггеры

reason-trigger = { $border }: { $count ->
        [1] критический инцидент
        [one] { $count } критический инцидент
        [few] { $count } критических инцидента
        [many] { $count } критических инцидентов
       *[other] { $count } критического инцидента
    }, { $trigger }.
reason-trigger-doubtful = { $border }: { $trigger } — об этом сообщают с оговоркой («{ $word }»). Пока человек не подтвердит, на уровень это не влияет.
reason-trigger-incident = { $date }: { $kind }; оценка источника — { $grade }.
reason-trigger-incident-people = { $date }: { $kind }, { $people ->
        [one] { $people } человек
        [few] { $people } человека
        [many] { $people } человек
       *[other] { $people } человека
    }; оценка источника — { $grade }.

## Факторы

part-read = Показателей со значением: { $assessed } из { $of }.
reason-factor-low = { $factor }: уровень { $level }; все показатели низкие. { part-read }
reason-factor-one = { $factor }: уровень { $level } из-за показателя «{ $indicator }». { part-read }
reason-factor-several = { $factor }: уровень { $level }. На это { $count ->
        [one] указывает { $count } показатель
        [few] указывают { $count } показателя
        [many] указывают { $count } показателей
       *[other] указывают { $count } показателя
    }, первый из них — «{ $indicator }». { part-read }
reason-factor-single-source = { $factor }: уровень { $level }. По показателю «{ $indicator }» он был бы { $read_level }, но за ним стоит единственный источник, поэтому уровень на ступень ниже. { part-read }
reason-factor-raised = { $factor }: уровень { $level } вместо { $read_level_gen }, потому что угроза реальна, а охрана слаба.
reason-factor-not-assessed = { $factor }: уровень не оценён, потому что ни у одного показателя нет значения.
reason-factor-no-source = { $factor }: уровень не оценён, потому что источники об этом не сообщают.

## Показатели

reason-indicator-no-reading = { $indicator }: за эту неделю значения нет, поэтому показатель не оценён.
reason-indicator-unknown = { $indicator }: показатель не оценён.
reason-indicator-poor-coverage = { $indicator }: показатель не оценён. { $percent ->
        [0] Сообщений за эту неделю нет
       *[other] Сообщения охватывают { $percent } % недели
    }, а нужно не менее { $needed } %.
reason-indicator-unconfirmed = { $count ->
        [one] { $count } сообщение не учтено
        [few] { $count } сообщения не учтены
        [many] { $count } сообщений не учтено
       *[other] { $count } сообщения не учтено
    } как неподтверждённое: оценка источника ниже { $grade }.
part-amount = { $indicator_id ->
    [b1-wounded] { $value ->
        [one] { $value } человек
        [few] { $value } человека
        [many] { $value } человек
       *[other] { $value } человека
    }
    [b4] { $value ->
        [one] { $value } человек
        [few] { $value } человека
        [many] { $value } человек
       *[other] { $value } человека
    }
    [p5] { $value ->
        [one] { $value } человек
        [few] { $value } человека
        [many] { $value } человек
       *[other] { $value } человека
    }
    [p2] больше в { $value ->
        [one] { $value } раз
        [few] { $value } раза
        [many] { $value } раз
       *[other] { $value } раза
    }
    [v1] { $value } %
    [v2] { $value } %
   *[other] { $value }
}
part-amount-low = { $indicator_id ->
    [p2] { $value } от прежнего
   *[other] { part-amount }
}
part-bound = { $indicator_id ->
    [p2] { $bound ->
        [one] { $bound } раза
        [few] { $bound } раз
        [many] { $bound } раз
       *[other] { $bound } раза
    }
    [v1] { $bound } %
    [v2] { $bound } %
   *[other] { $bound }
}
part-bound-low = { $indicator_id ->
    [p2] { $bound }
   *[other] { part-bound }
}
part-count = { $indicator_id ->
    [p1] { $value ->
        [0] за неделю ни одной
       *[other] около { ROUGH($value) } за неделю
    }
   *[other] { $value ->
        [0] за неделю не было
       *[other] { ROUGH($value) } за неделю
    }
}
part-daily = около { ROUGH($against) } в день
part-four-weeks = { $against ->
    [0] за { WORD(4, gender: "f") } недели ни одного случая
   *[other] { $against } за { WORD(4, gender: "f") } недели
}

reason-threshold-reached = { $indicator }: { part-amount }; от { part-bound } показатель — { $level }.
reason-threshold-not-reached = { $indicator }: { $value ->
        [0] нет; показатель — { $level }
       *[other] { part-amount-low }; пока меньше { part-bound-low }, показатель — { $level }
    }.
reason-threshold-below = { $indicator }: { part-amount }; если меньше { part-bound }, показатель — { $level }.
reason-threshold-not-below = { $indicator }: { part-amount }; от { part-bound } показатель — { $level }.
reason-threshold-under-floor = { $indicator }: { part-amount }. Но около { ROUGH($daily) } в день — это меньше порога { $floor }, поэтому показатель — { $level }.
reason-threshold-not-sustained = { $indicator }: { part-amount }; показатель — { $level }. Для более высокого уровня { $weeks ->
        [one] нужна { $weeks } такая неделя
        [few] нужны { $weeks } такие недели
        [many] нужно { $weeks } таких недель
       *[other] нужно { $weeks } такой недели
    } подряд.

reason-presence-none = { $indicator }: нет; показатель — { $level }.
reason-presence-no-case = { $indicator }: { part-amount }, но не того рода, о котором говорит правило; показатель — { $level }.
reason-presence = { $indicator }: { part-amount }; показатель — { $level }.
reason-presence-case = { $indicator }: { part-amount }, самое тяжёлое — { $kind }. Показатель — { $level }.

reason-wounded-none = { $indicator }: никого; показатель — { $level }.
reason-wounded = { $indicator }: { part-amount }. Если есть раненые, показатель не ниже уровня «{ $level }».
reason-wounded-by-means = { $indicator }: { part-amount }; средство — { $means }. Показатель — { $level }.

reason-judged = { $indicator }: уровень { $level } по суждению «{ $office }»; оно действует до { $date }.
reason-judged-expired = { $indicator }: не оценён. Суждение «{ $office }» утратило силу: его последний день — { $date }.
reason-judged-none = { $indicator }: не оценён, потому что ни одно ведомство не вынесло суждения.

reason-p-above-day = { $indicator }: { part-count }, больше обычного (в { $percent } % недель — примерно до { ROUGH($bound) }); { part-daily } достигает порога { $floor }, поэтому показатель — { $level }.
reason-p-above-weeks = { $indicator }: { part-count }, больше обычного (в { $percent } % недель — не больше { ROUGH($bound) }); итог { part-four-weeks } достигает порога { $floor }, поэтому показатель — { $level }.
reason-p-under-floor-day = { $indicator }: { part-count }, больше обычного, но { part-daily } — меньше порога { $floor }, поэтому показатель — { $level }.
reason-p-under-floor-weeks = { $indicator }: { part-count }, больше обычного, но { part-four-weeks } — меньше порога { $floor }, поэтому показатель — { $level }.
reason-p-usual = { $indicator }: { part-count }, не больше обычного{ $bound ->
        [0] {""}
       *[other] {" "}(до { ROUGH($bound) })
    }; показатель — { $level }.
reason-p-floors-alone-reached-day = { $indicator }: { part-count }. Что обычно, пока неизвестно; { part-daily } достигает порога { $floor }, поэтому показатель — { $level }.
reason-p-floors-alone-reached-weeks = { $indicator }: { part-count }. Что обычно, пока неизвестно; итог { part-four-weeks } достигает порога { $floor }, поэтому показатель — { $level }.
reason-p-floors-alone-not-reached-day = { $indicator }: { part-count }. Что обычно, пока неизвестно; { part-daily } — меньше порога { $floor }, поэтому показатель — { $level }.
reason-p-floors-alone-not-reached-weeks = { $indicator }: { part-count }. Что обычно, пока неизвестно; { part-four-weeks } — меньше порога { $floor }, поэтому показатель — { $level }.

## Тенденция

reason-trend-worse = { $border }: ситуация ухудшилась.
reason-trend-better = { $border }: ситуация улучшилась.
reason-trend-same = { $border }: ситуация не изменилась.
part-worse-better = { $worse ->
    [100] Ухудшение следует из правила об уровнях, которому вероятность не нужна.
   *[other] { $better ->
        [100] Улучшение следует из правила об уровнях, которому вероятность не нужна.
       *[other] Вероятность ухудшения: { $worse } %, улучшения: { $better } %.
    }
}
reason-trend-rule = { part-worse-better } Правило: попытки, тяжесть и уровни сравниваются с предыдущими неделями со сведениями (не более { $weeks }); неделя хуже, если хуже хотя бы одно из трёх, и так называется при вероятности от { $percent } %.
reason-trend-together = Ни одна часть отдельно не указывает на ухудшение, но вместе они указывают: попыток больше с вероятностью { $count } %, тяжесть выше с вероятностью { $severity } %, хотя бы одно из двух — { $percent } % или больше.
part-rise = { $percent ->
    [0] {""}
    [100] {" "}Рост несомненен.
   *[other] {" "}Вероятность роста: { $percent } %.
}
reason-trend-poor-coverage = { $border }: тенденция не оценена. { $percent ->
        [0] Сообщений за эту неделю нет
       *[other] Сообщения охватывают { $percent } % недели
    }, а нужно не менее { $needed } %.
reason-trend-weeks-before-not-covered = { $border }: тенденция не оценена. Предыдущих недель — { $weeks }, со сведениями { $count ->
        [0] нет ни одной
       *[other] только { $count }
    }, а нужно не менее { $needed }.
part-chance = { $percent ->
    [100] Изменение больше чем на { $margin } % практически несомненно.
   *[other] Вероятность изменения больше чем на { $margin } %: { $percent } %.
}
reason-trend-count-worse = Попыток стало больше: около { ROUGH($value) } за неделю против примерно { ROUGH($before) } в среднем за { $weeks ->
        [one] { $weeks } предыдущую неделю
        [few] { $weeks } предыдущие недели
        [many] { $weeks } предыдущих недель
       *[other] { $weeks } предыдущей недели
    } со сведениями. { part-chance }
reason-trend-count-better = Попыток стало меньше: около { ROUGH($value) } за неделю против примерно { ROUGH($before) } в среднем за { $weeks ->
        [one] { $weeks } предыдущую неделю
        [few] { $weeks } предыдущие недели
        [many] { $weeks } предыдущих недель
       *[other] { $weeks } предыдущей недели
    } со сведениями. { part-chance }
reason-trend-count-same = Число попыток явно не изменилось: около { ROUGH($value) } за неделю при среднем около { ROUGH($before) } за { $weeks ->
        [one] { $weeks } предыдущую неделю
        [few] { $weeks } предыдущие недели
        [many] { $weeks } предыдущих недель
       *[other] { $weeks } предыдущей недели
    } со сведениями. { part-chance }
reason-trend-wounded-worse = Раненые и погибшие при нападениях: { $value }, больше, чем в любую из предыдущих недель ({ $before ->
        [0] тогда никого
       *[other] не более { $before }
    }).{ part-rise }
reason-trend-hurt-worse = Раненые и погибшие при нападениях: { $value } за неделю, а за предыдущие недели со сведениями ({ $weeks }) вместе { $before }.{ part-rise }
reason-trend-wounded-same = Раненые и погибшие при нападениях: { $value ->
        [0] нет
       *[other] { $value }
    }; в предыдущие недели { $before ->
        [0] не было
       *[other] не более { $before } в неделю
    }.{ part-rise }
reason-trend-means-worse = Средства нападения опаснее, чем в любую из предыдущих недель: ступень { $value } по шкале средств, { $before ->
        [0] прежде их не было
       *[other] прежде не выше { $before }
    }.{ part-rise }
reason-trend-acts-worse = Действия со средствами ступени { $rank } и выше по шкале средств: { $value } за неделю, а за предыдущие недели со сведениями ({ $weeks }) вместе { $before }.{ part-rise }
reason-trend-severity-same = { $value ->
        [0] О средствах нападения сообщений нет
       *[other] Самые тяжёлые средства нападения: ступень { $value } по шкале средств, { $before ->
            [0] прежде их не было
           *[other] прежде не выше { $before }
        }
    }.{ part-rise }
reason-trend-severity-unknown = Нельзя сравнить, есть ли раненые и какими были средства нападения: сведений о предыдущих неделях слишком мало.
reason-trend-regime = { $told ->
    [yes] Уровень числа попыток за последние недели ({ $weeks }) изменился с вероятностью { $percent } %.
   *[no] Ничто не говорит о том, что уровень числа попыток за последние недели ({ $weeks }) изменился: вероятность этого { $percent } %.
}
reason-trend-means-new = Новое средство: { $means } ({ $user ->
    [far] применили службы соседнего государства
    [crossers] применили те, кто переходит границу
    [own] применили собственные службы
   *[other] применили другие, или кто применил, не сообщается
}). За предыдущие недели со сведениями ({ $weeks }) средств этой ступени не было.
reason-trend-trigger = Критический инцидент: { $trigger }.
reason-trend-factor-worse = Фактор «{ $factor }»: уровень вырос до { $level_gen }; в предыдущие недели он был не выше уровня «{ $before_level }».
reason-trend-factor-better = Фактор «{ $factor }»: уровень снизился до { $level_gen }; в предыдущие недели он был не ниже уровня «{ $before_level }».
reason-trend-levels-same = { $count ->
        [1] Уровень оценённого фактора не вышел за пределы предыдущих недель.
        [one] Уровни { $count } оценённого фактора не вышли за пределы предыдущих недель.
       *[other] Уровни { $count } оценённых факторов не вышли за пределы предыдущих недель.
    }
reason-trend-levels-unknown = Уровни факторов нельзя сравнить: оценено слишком мало недель.

## Страница документа критериев

criteria-border = { $border_short }
criteria-factor = { $factor }
criteria-indicator = { $indicator }
criteria-kind = { $kind }
criteria-level = { $level }
criteria-means = { $means }
criteria-party = { $party }
criteria-trigger = { $trigger }

criteria-status-proposal = Не официальный документ, а предложение; ни одна комиссия его не утверждала.
criteria-status-approved = Утверждено: { $body }, { $date }.
criteria-version = Версия { $version }, отпечаток { $hash }.
criteria-borders = Действует для границ: { $names }.
criteria-evidence = Учитываются только сообщения с оценкой { $grade } или лучше; более слабые показаны как неподтверждённые. Неделя обеспечена сведениями, если сообщения охватывают не менее { $percent } % её дней.
criteria-dimension-threat = Угроза: от неё зависит уровень границы.
criteria-dimension-vulnerability = Уязвимость: она никогда не повышает угрозу.
criteria-dimension-impact = Последствия для людей: показаны рядом с уровнем, но в него не входят.
criteria-essential = Обязательный фактор: пока он не оценён, не оценена и граница.
criteria-no-indicator = Источников для него пока нет, поэтому он не оценён.

criteria-head-indicator = Показатель
criteria-head-border = Граница
criteria-head-rule = Правило
criteria-head-trigger = Триггер
criteria-head-test = Срабатывает, когда выполнено всё это
criteria-or = или
criteria-every-border = каждая граница

criteria-rule-thresholds = значение достигает
criteria-rule-thresholds-falling = значение снижается
criteria-rule-p = за неделю больше обычного, и достигнут порог (пока неизвестно, что обычно, решает только порог, не выше уровня «{ $level }»)
criteria-rule-wounded = раненые и погибшие
criteria-rule-presence = что произошло
criteria-rule-judged = уровень определяет, с обоснованием, { $names }; не оценён, если прошло больше { $days ->
        [one] { $days } дня
        [few] { $days } дней
        [many] { $days } дней
       *[other] { $days } дня
    } или истёк более ранний срок, названный в суждении
criteria-cell-judged = если так определено
criteria-wounded-any = любое ранение
criteria-wounded-means = ранение, средство: { $names }
criteria-presence-any = любой случай
criteria-cell-from = от { $bound }
criteria-cell-below = меньше { $bound }
criteria-cell-above = больше, чем в { $percent } % недель
criteria-cell-sustained = { $weeks ->
        [one] { $weeks } неделя
        [few] { $weeks } недели
        [many] { $weeks } недель
       *[other] { $weeks } недели
    } подряд
criteria-cell-floor-day = не менее { $floor } в день
criteria-cell-floor-weeks = не менее { $floor } за четыре недели
criteria-cell-floor-from = если «{ $indicator }» — не менее { $floor } в день

criteria-side-near = государство, которое охраняет границу
criteria-side-far = государство по ту сторону границы
criteria-side-none = ни одно из двух государств
criteria-test-actor = кто действует: { $names }
criteria-test-recipient = против кого: { $names }
criteria-test-means = средство: { $names }
criteria-test-not-means = средство не: { $names }
criteria-test-people = в группе не менее { $count ->
        [one] { $count } человека
       *[other] { $count } человек
    }
criteria-test-organised = организатор: { $names }
criteria-test-wounded = есть раненые
criteria-test-not-wounded = раненых нет
criteria-test-warning = только предупредительные выстрелы
criteria-test-no-warning = не предупредительные выстрелы

criteria-combine-title = Как складываются уровни
criteria-combine-factor = Фактор имеет наивысший уровень своих показателей. { $count ->
        [0] Число источников ничего не меняет.
        [one] Он на { $count } ступень ниже, если такой уровень даёт только один показатель и за ним стоит один источник.
        [few] Он на { $count } ступени ниже, если такой уровень даёт только один показатель и за ним стоит один источник.
       *[other] Он на { $count } ступеней ниже, если такой уровень даёт только один показатель и за ним стоит один источник.
    }
criteria-combine-critical = Уровень границы критический, когда критических факторов угрозы не менее { $count }.
criteria-combine-high = Уровень высокий, когда хотя бы один фактор угрозы высокий или критический или когда средних факторов не менее { $count }.
criteria-combine-rest = Уровень средний, когда хотя бы один фактор угрозы средний, иначе — низкий. Учитываются только оценённые факторы, и рядом с уровнем написано, сколько их было.
criteria-combine-essential = Уровень не оценён, пока не оценён хотя бы один из этих факторов: { $names }.
criteria-combine-impact = Если угроза имеет уровень «{ $level }» или выше, а уязвимость — «{ $guard_level }» или выше, последствия оцениваются на { $count ->
        [one] { $count } ступень
        [few] { $count } ступени
        [many] { $count } ступеней
       *[other] { $count } ступени
    } выше. Уязвимость никогда не повышает угрозу.

criteria-fall-title = Как уровень растёт и падает
criteria-fall-up = Уровень растёт сразу.
criteria-fall-critical = Критический уровень снижается до высокого через { $days ->
        [one] { $days } день
        [few] { $days } дня
        [many] { $days } дней
       *[other] { $days } дня
    } после последнего основания.
criteria-fall-down = Любой другой уровень снижается на одну ступень после { $weeks ->
        [one] { $weeks } оценённой недели
       *[other] { $weeks } оценённых недель
    } ниже него, и снова — ещё после стольких же.
criteria-fall-lapse = Если оценки нет больше { $weeks ->
        [one] { $weeks } недели
       *[other] { $weeks } недель
    } подряд, прежний уровень больше не учитывается.

criteria-trigger-doubt = Решает человек, если в сообщении есть слова: { $words }.
criteria-trigger-title = Критические инциденты
criteria-trigger-caption = Каждый из них сразу делает уровень границы критическим, что бы ни показывали факторы, и требует консультаций на других границах с тем же государством. Учитывается только то, что произошло или что пытались сделать, с оценкой { $grade } или лучше.

criteria-trend-title = Как определяется тенденция
criteria-trend-count = Число: вероятность того, что попыток больше (хуже) или меньше (лучше) среднего за предыдущие недели ({ $weeks }) более чем на { $margin } % и более чем на { $least } в неделю.
criteria-trend-severity = Тяжесть: вероятность того, что за неделю раненых и погибших больше или что средства некоторой ступени и выше (от { $rank }) применяются чаще, чем в предыдущие недели ({ $weeks }): как числа Пуассона с гамма-распределением, большая из двух. Неделя без таких случаев никогда не хуже.
criteria-trend-levels = Уровни, без вероятности: хуже, если фактор угрозы выше своего наивысшего уровня за предыдущие недели ({ $weeks }) или произошёл критический инцидент; лучше, если фактор ниже своего самого низкого.
criteria-trend-together = Неделя хуже, если хуже хотя бы одна часть; лучше, если лучше хотя бы одна и ни одна не хуже: 1 − «хуже» есть произведение 1 − «хуже» частей, «без изменений» — произведение их «без изменений». Хуже называется при вероятности от { $percent } %, лучше — от { $better } %, иначе без изменений. Тяжесть никогда не указывает на улучшение.
criteria-trend-beside = Рядом с тенденцией, но без влияния на неё, сообщается: с какой вероятностью уровень числа попыток изменился за последние недели ({ $weeks }; байесовские точки изменения) и применены ли средства такой ступени, каких не было за много предыдущих недель со сведениями.
criteria-trend-coverage = Тенденция не оценена, если сведения есть за слишком малое число дней недели или если из предыдущих недель ({ $weeks }) обеспечено сведениями меньше { $count }.

criteria-valid-both = Действует с { $start } по { $end }.
criteria-valid-from = Действует с { $start } бессрочно.
criteria-valid-to = Действует по { $end }.

criteria-diff-title = Различия между { $before } и { $after }
criteria-diff-none = Оба документа говорят одно и то же.
criteria-diff-order = Различается только порядок записей.
part-where = { $where ->
    [none] {""}
   *[other] { $where }:{" "}
}
criteria-diff-added = { part-where }добавлено: { $after }
criteria-diff-removed = { part-where }исключено: { $before }
criteria-diff-changed = { part-where }было «{ $before }», стало «{ $after }»
