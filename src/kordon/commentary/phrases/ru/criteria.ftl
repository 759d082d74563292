# Почему граница, фактор или показатель имеют свой уровень; и страница, которая пересказывает документ критериев.

part-assessed = Оценено факторов: { $assessed } из { $of }.

## Граница: оценка самой недели

reason-score-critical =
    { $border }: уровень { $level }. { $count ->
        [one] Критический { $count } фактор
        [few] Критические { $count } фактора
        [many] Критические { $count } факторов
       *[other] Критические { $count } фактора
    }, среди них: { $factor }. { part-assessed }
reason-score-high =
    { $border }: уровень { $level }. { $count ->
        [one] Высокий или критический { $count } фактор
        [few] Высокие или критические { $count } фактора
        [many] Высокие или критические { $count } факторов
       *[other] Высокие или критические { $count } фактора
    }; наивысший: { $factor }. { part-assessed }
reason-score-many-medium =
    { $border }: уровень { $level }. { $count ->
        [one] Средний { $count } фактор
        [few] Средние { $count } фактора
        [many] Средние { $count } факторов
       *[other] Средние { $count } фактора
    }, среди них: { $factor }. { part-assessed }
reason-score-medium =
    { $border }: уровень { $level }. { $count ->
        [one] Средний { $count } фактор
        [few] Средние { $count } фактора
        [many] Средние { $count } факторов
       *[other] Средние { $count } фактора
    }, среди них: { $factor }. { part-assessed }
reason-score-low =
    { $border }: уровень { $level }. { $count ->
        [0] Ни один оценённый фактор не выше низкого.
       *[other] Факторов выше низкого: { $count }.
    } { part-assessed }
reason-score-essential-missing =
    { $border }: уровень не оценён, так как { $count ->
        [1] не оценён фактор «{ $factor }»
        [2] не оценены факторы «{ $factor }» и «{ $other_factor }»
       *[other] не оценены «{ $factor }», «{ $other_factor }» и другие обязательные факторы
    }. { part-assessed }
reason-score-nothing = { $border }: уровень не оценён, потому что не оценён ни один фактор. { part-assessed }
reason-no-criteria = { $border }: уровень не оценён, потому что для неё нет действующих критериев.
reason-criteria-not-valid = { $border }: уровень не оценён, потому что в эту неделю её критерии не действуют.

## Граница: что остаётся в силе

reason-standing-triggered = { $border }: уровень сразу { $level }, независимо от оценки. Критический инцидент: { $trigger }. Уровень остаётся до { $date }.
reason-standing-critical = { $border }: уровень { $level } до { $date }; критический уровень держится { $days ->
        [one] { $days } день
        [few] { $days } дня
        [many] { $days } дней
       *[other] { $days } дня
    } после последнего основания.
reason-standing-expired = { $border }: уровень { $level }. Критический уровень закончился: { $days ->
        [one] { $days } день
        [few] { $days } дня
        [many] { $days } дней
       *[other] { $days } дня
    } без новых оснований.
reason-standing-held = { $border }: уровень { $level } пока остаётся. Оценённых недель ниже него: { $count }; чтобы уровень снизился, их должно быть { $weeks }.
reason-standing-stepped-down = { $border }: уровень { $level }, на ступень ниже: { $weeks ->
        [one] { $weeks } оценённая неделя
        [few] { $weeks } оценённые недели
        [many] { $weeks } оценённых недель
       *[other] { $weeks } оценённой недели
    } ниже прежнего уровня.
reason-consult = Критический инцидент на другой границе ({ $border }) требует консультации здесь.

## Триггеры

reason-trigger = { $border }: { $trigger } ({ $count ->
        [one] { $count } инцидент
        [few] { $count } инцидента
        [many] { $count } инцидентов
       *[other] { $count } инцидента
    }).
reason-trigger-incident = { $date }: { $kind }, степень доверия { $grade }.
reason-trigger-incident-people = { $date }: { $kind }, { $people ->
        [one] { $people } человек
        [few] { $people } человека
        [many] { $people } человек
       *[other] { $people } человека
    }, степень доверия { $grade }.

## Факторы

part-read = Прочитано показателей: { $assessed } из { $of }.
reason-factor-low = { $factor }: уровень { $level }. Ни один показатель не выше низкого. { part-read }
reason-factor-one = { $factor }: уровень { $level }. Его даёт показатель: { $indicator }. { part-read }
reason-factor-several = { $factor }: уровень { $level }. Его { $count ->
        [one] даёт { $count } показатель
        [few] дают { $count } показателя
        [many] дают { $count } показателей
       *[other] дают { $count } показателя
    }, первый: { $indicator }. { part-read }
reason-factor-single-source = { $factor }: уровень { $level }. Один показатель имеет уровень { $read_level } ({ $indicator }), но его подтверждает один источник, поэтому фактор ниже. { part-read }
reason-factor-raised = { $factor }: уровень { $level } (было: { $read_level }), потому что угроза встречает слабую охрану.
reason-factor-not-assessed = { $factor }: уровень не оценён, потому что ни один его показатель нельзя прочитать.
reason-factor-no-source = { $factor }: уровень не оценён, потому что для него нет источника.

## Показатели

reason-indicator-no-reading = { $indicator }: уровень не оценён, потому что за эту неделю нет значения.
reason-indicator-unknown = { $indicator }: уровень не оценён.
reason-indicator-poor-coverage = { $indicator }: уровень не оценён. Источники охватили { $percent } % недели, нужно не менее { $needed } %.
reason-indicator-unconfirmed = { $count ->
        [one] { $count } сообщение не учтено
        [few] { $count } сообщения не учтены
        [many] { $count } сообщений не учтено
       *[other] { $count } сообщения не учтено
    } как неподтверждённое: степень доверия ниже { $grade }.

reason-threshold-reached = { $indicator }: { $value }; от { $bound } — уровень { $level }.
reason-threshold-not-reached = { $indicator }: { $value }, меньше { $bound }: уровень { $level }.
reason-threshold-below = { $indicator }: { $value }; меньше { $bound } — уровень { $level }.
reason-threshold-not-below = { $indicator }: { $value }, не меньше { $bound }: уровень { $level }.
reason-threshold-under-floor = { $indicator }: { $value }, но { $daily } в день — меньше порога { $floor } в день: уровень { $level }.
reason-threshold-not-sustained = { $indicator }: { $value }, уровень { $level }. Для более высокого уровня нужно { $weeks ->
        [one] { $weeks } неделя
        [few] { $weeks } недели
        [many] { $weeks } недель
       *[other] { $weeks } недели
    } подряд.

reason-presence-none = { $indicator }: нет ({ $value }), уровень { $level }.
reason-presence-no-case = { $indicator }: { $value }, но не то, что называет правило: уровень { $level }.
reason-presence = { $indicator }: { $value }, уровень { $level }.
reason-presence-case = { $indicator }: { $value }, самое тяжёлое — { $kind }; уровень { $level }.

reason-wounded-none = { $indicator }: никого, уровень { $level }.
reason-wounded = { $indicator }: { $value }. Если есть раненые, уровень не ниже: { $level }.
reason-wounded-by-means = { $indicator }: { $value }, средство — { $means }; уровень { $level }.

reason-p-above-day = { $indicator }: { $value } за неделю, больше обычного (граница { $percent } % — { $bound }); { $against } в день достигает порога { $floor }: уровень { $level }.
reason-p-above-weeks = { $indicator }: { $value } за неделю, больше обычного (граница { $percent } % — { $bound }); { $against } за { WORD(4) } недели достигает порога { $floor }: уровень { $level }.
reason-p-under-floor-day = { $indicator }: { $value } за неделю, больше обычного, но { $against } в день — меньше порога { $floor }: уровень { $level }.
reason-p-under-floor-weeks = { $indicator }: { $value } за неделю, больше обычного, но { $against } за { WORD(4) } недели — меньше порога { $floor }: уровень { $level }.
reason-p-usual = { $indicator }: { $value } за неделю, не больше обычного (до { $bound }): уровень { $level }.
reason-p-floors-alone-reached-day = { $indicator }: { $value } за неделю. Сведений мало, чтобы сказать, что обычно; { $against } в день достигает порога { $floor }: уровень { $level }.
reason-p-floors-alone-reached-weeks = { $indicator }: { $value } за неделю. Сведений мало, чтобы сказать, что обычно; { $against } за { WORD(4) } недели достигает порога { $floor }: уровень { $level }.
reason-p-floors-alone-not-reached-day = { $indicator }: { $value } за неделю. Сведений мало, чтобы сказать, что обычно; { $against } в день — меньше порога { $floor }: уровень { $level }.
reason-p-floors-alone-not-reached-weeks = { $indicator }: { $value } за неделю. Сведений мало, чтобы сказать, что обычно; { $against } за { WORD(4) } недели — меньше порога { $floor }: уровень { $level }.

## Тенденция

reason-trend-worse = { $border }: ситуация ухудшилась.
reason-trend-better = { $border }: ситуация улучшилась.
reason-trend-same = { $border }: ситуация не изменилась.
reason-trend-poor-coverage = { $border }: тенденция не оценена. Источники охватили { $percent } % недели, нужно не менее { $needed } %.
reason-trend-weeks-before-not-covered = { $border }: тенденция не оценена. Предыдущих недель — { $weeks }, из них обеспеченных сведениями — { $count }; нужно не менее { $needed }.
part-chance = Вероятность изменения больше чем на { $margin } %: { $percent } %.
reason-trend-count-worse = Попытки: { $value } за неделю, в среднем { $before } за { $weeks ->
        [one] { $weeks } предыдущую неделю
        [few] { $weeks } предыдущие недели
        [many] { $weeks } предыдущих недель
       *[other] { $weeks } предыдущей недели
    } со сведениями: больше. { part-chance }
reason-trend-count-better = Попытки: { $value } за неделю, в среднем { $before } за { $weeks ->
        [one] { $weeks } предыдущую неделю
        [few] { $weeks } предыдущие недели
        [many] { $weeks } предыдущих недель
       *[other] { $weeks } предыдущей недели
    } со сведениями: меньше. { part-chance }
reason-trend-count-same = Попытки: { $value } за неделю, в среднем { $before } за { $weeks ->
        [one] { $weeks } предыдущую неделю
        [few] { $weeks } предыдущие недели
        [many] { $weeks } предыдущих недель
       *[other] { $weeks } предыдущей недели
    } со сведениями: явного изменения нет. { part-chance }
reason-trend-wounded-worse = Раненые: { $value }, больше, чем в любую из предыдущих недель (самое большее { $before }).
reason-trend-wounded-same = Раненые: { $value }, не больше, чем в предыдущие недели (самое большее { $before }).
reason-trend-means-worse = Применённые средства: ступень { $value }, выше, чем во все предыдущие недели (самое большее { $before }).
reason-trend-severity-same = Применённые средства: ступень { $value }, не хуже, чем в предыдущие недели (самое большее { $before }).
reason-trend-severity-unknown = Раненых и средства нельзя сравнить: известно слишком мало недель.
reason-trend-trigger = Критический инцидент: { $trigger }.
reason-trend-factor-worse = { $factor }: уровень { $level }, выше наивысшего в предыдущие недели ({ $before_level }).
reason-trend-factor-better = { $factor }: уровень { $level }, ниже самого низкого в предыдущие недели ({ $before_level }).
reason-trend-levels-same = { $count ->
        [one] Уровень { $count } фактора не вышел за пределы предыдущих недель.
       *[other] Уровни { $count } факторов не вышли за пределы предыдущих недель.
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

criteria-status-proposal = Не официальный документ: предложение, которого не утверждала ни одна комиссия.
criteria-status-approved = Утверждено: { $body }, { $date }.
criteria-version = Версия { $version }, отпечаток { $hash }.
criteria-borders = Действует для границ: { $names }.
criteria-evidence = Учитывается только то, чья степень доверия { $grade } или лучше; более слабые сообщения показаны как неподтверждённые. Неделя обеспечена сведениями, если источники охватили не менее { $percent } % её дней.
criteria-dimension-threat = Угроза: от неё зависит уровень границы.
criteria-dimension-vulnerability = Уязвимость: она никогда не повышает угрозу.
criteria-dimension-impact = Последствия для людей: показаны рядом с уровнем, но в него не входят.
criteria-essential = Обязательный фактор: пока он не оценён, не оценена и граница.
criteria-no-indicator = Для него пока не читается ни один источник, поэтому он не оценён.

criteria-head-indicator = Показатель
criteria-head-border = Граница
criteria-head-rule = Правило
criteria-head-trigger = Триггер
criteria-head-test = Срабатывает, когда выполнено всё это
criteria-or = или
criteria-every-border = каждая граница

criteria-rule-thresholds = значение достигает
criteria-rule-thresholds-falling = значение снижается
criteria-rule-p = за неделю больше обычного, и достигнут порог (если сравнить не с чем — только пороги, не выше уровня «{ $level }»)
criteria-rule-wounded = раненые и погибшие
criteria-rule-presence = что произошло
criteria-wounded-any = любое ранение
criteria-wounded-means = ранение, средство: { $names }
criteria-presence-any = любой случай
criteria-cell-from = от { $bound }
criteria-cell-below = меньше { $bound }
criteria-cell-above = выше границы { $percent } %
criteria-cell-sustained = { $weeks ->
        [one] { $weeks } неделя
        [few] { $weeks } недели
        [many] { $weeks } недель
       *[other] { $weeks } недели
    } подряд
criteria-cell-floor-day = не менее { $floor } в день
criteria-cell-floor-weeks = не менее { $floor } за четыре недели
criteria-cell-floor-from = { $indicator }: не менее { $floor } в день

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
        [one] Он на { $count } ступень ниже, если такой уровень даёт только один показатель и его подтверждает один источник.
        [few] Он на { $count } ступени ниже, если такой уровень даёт только один показатель и его подтверждает один источник.
       *[other] Он на { $count } ступеней ниже, если такой уровень даёт только один показатель и его подтверждает один источник.
    }
criteria-combine-critical = Уровень границы критический, когда { $count ->
        [one] критический хотя бы { $count } фактор угрозы
        [few] критические хотя бы { $count } фактора угрозы
        [many] критические хотя бы { $count } факторов угрозы
       *[other] критические хотя бы { $count } фактора угрозы
    }.
criteria-combine-high = Уровень высокий, когда хотя бы один фактор угрозы высокий или критический или когда средних не менее { $count }.
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
criteria-fall-lapse = Если подряд не оценено больше { $weeks ->
        [one] { $weeks } недели
       *[other] { $weeks } недель
    }, прежний уровень больше не помнится.

criteria-trigger-title = Критические инциденты
criteria-trigger-caption = Каждый из них сразу делает уровень границы критическим независимо от оценки и требует консультации на других границах с тем же государством. Учитывается только то, что произошло или что пытались сделать, со степенью доверия { $grade } или лучше.

criteria-trend-title = Как определяется тенденция
criteria-trend-count = Число: хуже или лучше, если попыток больше или меньше среднего за предыдущие недели ({ $weeks }) более чем на { $margin } % и более чем на { $least } в неделю, с вероятностью не менее { $percent } %.
criteria-trend-severity = Тяжесть: хуже, если раненых больше или применено более тяжёлое средство, чем в любую из предыдущих недель ({ $weeks }).
criteria-trend-levels = Уровни: хуже, если фактор угрозы выше своего наивысшего уровня за предыдущие недели ({ $weeks }) или сработал триггер; лучше, если фактор ниже своего самого низкого.
criteria-trend-together = Хуже, если так говорит хотя бы одна часть; иначе лучше, если так говорит хотя бы одна; иначе без изменений. Тяжесть никогда не указывает на улучшение.
criteria-trend-coverage = Тенденция не оценена, если неделя слабо обеспечена сведениями или если из предыдущих недель ({ $weeks }) обеспечено меньше { $count }.
