### Слова публичного сайта.

site-language-name = Русский
site-strap = Границы под давлением, неделя за неделей
site-skip = Перейти к тексту
site-menu = Страницы
site-languages = Языки
site-nav-week = Эта неделя
site-nav-archive = Архив
site-nav-borders = Границы
site-nav-criteria = Как мы оцениваем
site-nav-about = О проекте
site-foot-drafts = Уровни и тенденции вычислены по опубликованным сообщениям согласно нашим собственным, не официальным критериям. Комментарий — черновик, составленный на их основе, пока его не выпустят люди.
site-nav-letters = Новости по почте
site-foot-known = По тому, что было известно на { $day }.
site-foot-licence = Линии границ: © участники OpenStreetMap, ODbL. Географические названия: GeoNames, CC BY.

## Время

site-span-untold = время не названо
site-span-until = до { $day }
site-span-since = с { $day }
site-span-year = { $year } год
site-week-number = Неделя { NUMBER($number) }, { $year } год
site-weeks = { NUMBER($count) ->
    [one] { NUMBER($count) } неделя
    [few] { NUMBER($count) } недели
    [many] { NUMBER($count) } недель
   *[other] { NUMBER($count) } недели
}
site-as-known = По тому, что было известно на { $day }.
site-since = с { $day }

## Числа

site-interval = { $low }–{ $high }
site-rounded = { $word ->
    [over] более { $number }
    [at_least] не менее { $number }
    [almost] почти { $number }
    [up_to] до { $number }
   *[about] около { $number }
}
site-figure = { $form ->
    [rate] { $per ->
        [day] { $number } в день
        [week] { $number } в неделю
        [month] { $number } в месяц
       *[other] { $number }
    }
   *[count] { $number }
} ({ $unit })
site-reading = { $number } ({ $unit })
site-count = { NUMBER($count) ->
    [one] около { $number } попытки за неделю
   *[other] около { $number } попыток за неделю
}
site-count-untold = попытки: за эту неделю сообщений нет

## Факты при числе или показании

site-fact-interval = 90-процентный интервал { $interval }
site-fact-per-day = { $number } в день
site-fact-usual = обычно: около { $expected }, не более { $bound }
site-fact-learnt = { NUMBER($weeks) ->
    [one] по { NUMBER($weeks) } неделе
   *[other] по { NUMBER($weeks) } неделям
}
site-fact-alarm = тревога: больше, чем ожидалось, по { $count } методам из { $judged }
site-fact-alarm-bound = по прошлым годам ожидалось около { $expected }, тревога — если больше { $bound }
site-fact-no-alarm = тревоги нет
site-fact-alarm-unknown = тревога: мало данных
site-fact-coverage = { NUMBER($days) ->
    [0] сведений нет ни за один день
    [7] сведения есть за все 7 дней
    [one] сведения есть за { NUMBER($days) } день из 7
    [few] сведения есть за { NUMBER($days) } дня из 7
   *[other] сведения есть за { NUMBER($days) } дней из 7
}
site-fact-sources = { NUMBER($count) ->
    [one] { NUMBER($count) } источник
    [few] { NUMBER($count) } источника
    [many] { NUMBER($count) } источников
   *[other] { NUMBER($count) } источника
}
site-fact-people = { NUMBER($count) ->
    [one] группа: { $number } человек
    [few] группа: { $number } человека
    [many] группа: { $number } человек
   *[other] группа: { $number } человека
}
site-fact-injured = { NUMBER($count) ->
    [one] { $number } раненый
   *[other] { $number } раненых
}
site-fact-killed = { NUMBER($count) ->
    [one] { $number } погибший
   *[other] { $number } погибших
}
site-fact-warning-shots = предупредительные выстрелы
site-fact-claim = утверждает: { $party }
site-grade = оценка { $grade }
site-grade-word = оценка
site-assumed-word = дата предположительная
site-published-assumed = { $day } (дата предположительная)
site-published-unknown = дата публикации неизвестна
site-source-untold = источник не назван
site-unconfirmed = Не учтено, потому что оценка источника слишком низкая:
site-evidence-again = { NUMBER($count) ->
    [one] и { NUMBER($count) } показанное выше
   *[other] и { NUMBER($count) } показанных выше
}
site-evidence-rest = { NUMBER($count) ->
    [one] и ещё { NUMBER($count) }
   *[other] и ещё { NUMBER($count) }
}

## Коротко

site-glance = Коротко
site-later = { NUMBER($count) ->
    [1] В архиве есть ещё одна, более поздняя неделя: { $week }. В ней удалось оценить меньше границ.
    [one] В архиве есть ещё { NUMBER($count) } более поздняя неделя, последняя — { $week }. Границ в них удалось оценить меньше.
    [few] В архиве есть ещё { NUMBER($count) } более поздние недели, последняя — { $week }. Границ в них удалось оценить меньше.
   *[other] В архиве есть ещё { NUMBER($count) } более поздних недель, последняя — { $week }. Границ в них удалось оценить меньше.
}
site-no-assessment = За эту неделю граница не оценена.
site-factors-assessed = { NUMBER($of) ->
    [one] оценён { NUMBER($assessed) } из { NUMBER($of) } фактора
   *[other] оценено { NUMBER($assessed) } из { NUMBER($of) } факторов
}
site-note-trigger = Критический инцидент: { $words }.
site-note-consult = Критический инцидент в другом месте требует консультаций: { $borders }.
site-note-expires = Критический уровень действует до { $day }, если его не подтвердят новые сведения.
site-situation = { $assessed ->
    [no] Ситуация не оценена
   *[yes] Ситуация { $trend }
}
site-map-title = Уровни на границах, { $week }
site-map-caption = Каждая граница по её уровню; пунктир — не оценена.
site-map-crossings = Пункты пропуска: заполненный круг — закрыт, наполовину — ограничен, кольцо — открыт, точка — не сообщается.
site-week-description = { $week }: уровень и тенденция каждой границы, комментарий и то, на чём они основаны.
site-commentary = Комментарий
site-evidence = Основания
site-not-written = На этом языке ещё не написано.
site-why = Почему
site-why-headline = На чём основан заголовок
site-why-level = { $assessed ->
    [no] Почему не оценена
   *[yes] Почему уровень «{ $level }»
}
site-why-trend = { $assessed ->
    [no] Почему нет тенденции
   *[yes] Почему «{ $trend }»
}
site-level-chances = { $count ->
    [1] Каким бы ни оказалось точное число за неделю, уровень тот же: { $levels }.
   *[other] По тому, насколько точно известно число за неделю (всё остальное — как прочитано): { $levels }.
}
site-trend-chances = Вероятность того, что ситуация ухудшилась: { $worse }; улучшилась: { $better }; не изменилась: { $same }.
site-why-range = Что можно сделать
site-scored = По одной только этой неделе уровень был бы: { $level }.
site-essential = обязательный
site-not-counted = показывается, но не повышает уровень
site-range = От { $low } до { $high }.
site-range-one = { $low }.
site-range-note = Это набор возможных мер от самой мягкой до самой жёсткой. Решение принимают люди; здесь ничего не решено.
site-side = Рядом с текстом
site-rests-on = Границы, о которых речь
site-this-week = Эта неделя
site-overview = Все границы и основания

## Переход по неделям и архив

site-pager = Недели
site-pager-end = Недели, ещё раз
site-pager-years = Годы
site-previous = Предыдущая неделя:{" "}
site-next = Следующая неделя:{" "}
site-previous-year = Предыдущий год:{" "}
site-next-year = Следующий год:{" "}
site-view-all = Показать все
site-archive-title = Все недели
site-archive-lede = Каждая неделя в своём месяце. Знак показывает наивысший уровень на границах в ту неделю.
site-year-title = { $year } год
site-year-caption = Недели за { $year } год: уровень и тенденция каждой границы, сначала новые

## Графики

site-spark-title = { $border }: попытки за последние недели, всего недель — { NUMBER($weeks) }
site-chart-desc = { $border }, { $days }: оценка попыток за неделю с интервалами 50 и 90 %, опубликованные числа, обычный уровень. Числа — в таблице ниже.
site-chart-desc-levels = { $border }, { $days }: оценка числа попыток за неделю с 50- и 90-процентными интервалами, опубликованные числа, обычный уровень, события и меры как пронумерованные линии, а под ними уровень каждой недели. Числа — в таблице ниже.
site-chart-how = Линия — наша оценка числа попыток за неделю; вокруг неё 50- и 90-процентные интервалы. Тёмные чёрточки — опубликованные числа: ширина соответствует дням, за которые они даны, высота — тому, сколько это за неделю. Серая полоса — обычный уровень: девять недель из десяти остаются в её пределах. Где линия обрывается, за ту неделю сообщений нет. Столбики внизу — уровни; пустой столбик из пунктира — не оценена.
site-usual-band = обычно
site-answer-untold = { $border }: данных слишком мало, чтобы сказать, сколько было попыток
site-answer-no-usual = { $border }: около { $number } { NUMBER($count) ->
    [one] попытки
   *[other] попыток
}; обычный уровень неизвестен
site-answer-usual = { $border }: около { $number } { NUMBER($count) ->
    [one] попытки
   *[other] попыток
}, в пределах обычного (до { $bound })
site-answer-above = { $border }: около { $number } { NUMBER($count) ->
    [one] попытки
   *[other] попыток
}, больше обычного (до { $bound })
site-answer-far = { $border }: около { $number } { NUMBER($count) ->
    [one] попытки
   *[other] попыток
}, намного больше обычного (до { $bound })
site-answer-extreme = { $border }: около { $number } { NUMBER($count) ->
    [one] попытки
   *[other] попыток
}, такого почти не бывает (обычно до { $bound })
site-peak = { $year }: больше всего попыток { $days }, около { $number }
site-peak-untold = { $year }: данных слишком мало, чтобы сказать
site-numbers = Числа
site-col-week = Неделя
site-col-estimate = Попытки, оценка
site-col-interval = 90-процентный интервал
site-col-usual = Обычно до
site-col-days = Дней со сведениями
site-col-level = Уровень

## Границы

site-borders-title = Границы
site-border-description = { $border }: попытки по неделям, уровни во времени, действующие меры и пункты пропуска.
site-standing = Действует на { $day }
site-standing-none = О действующих мерах нам неизвестно.
site-basis = Названная причина: { $words }
site-days-left = { NUMBER($days) ->
    [0] последний день
    [one] остался { NUMBER($days) } день
    [few] осталось { NUMBER($days) } дня
   *[other] осталось { NUMBER($days) } дней
}
site-no-end = дата окончания неизвестна
site-years-title = Попытки, события и уровни по годам
site-crossings-title = Пункты пропуска
site-crossings-caption = Пункты пропуска и что о них известно, { $day }
site-col-crossing = Пункт пропуска
site-col-status = Состояние
site-col-limits = С какого дня и что ограничено
site-col-source = Источник
site-status-untold = не сообщается
site-past-title = Другие меры
site-past-open = { NUMBER($count) ->
    [one] { NUMBER($count) } мера: запрошенная, планируемая, завершённая или ещё не введённая
    [few] { NUMBER($count) } меры: запрошенные, планируемые, завершённые или ещё не введённые
   *[other] { NUMBER($count) } мер: запрошенные, планируемые, завершённые или ещё не введённые
}

## Как мы оцениваем

site-criteria-lede = Одни критерии для всех границ, чтобы одинаковые факты везде давали одинаковый уровень.
site-criteria-ours = Эти критерии наши, а не официальные.
site-criteria-ours-why = Критерии, утверждённые правительствами, не опубликованы; известно лишь, из чего они состоят. Числа здесь — наше предложение. Каждая оценка называет версию, по которой она сделана.
site-criteria-none = В этом издании критериев нет.

## О проекте

site-about-title = О проекте, метод и ограничения
site-about-lede = Kordon читает то, что публикуется о границах под давлением, считает, что произошло, прикладывает к этому критерии и каждую неделю говорит, стало ли хуже.
site-about-chain = От сообщения к уровню
site-about-chain-1 = Сообщение читается, и записывается то, о чём оно рассказывает: инциденты, числа, меры — каждое вместе со словами, на которых оно основано.
site-about-chain-2 = Числа и инциденты дают значения показателей, значения по критериям — уровни, а каждый уровень открывает набор мер, о которых могут решать люди.
site-about-chain-3 = Каждый уровень, тенденцию и фразу можно раскрыть до слов сообщения. Ищите слово «Почему».
site-about-levels = Что означает уровень
site-about-levels-1 = Уровней четыре: низкий, средний, высокий и критический. Они повторяют слова статьи 34 Регламента (ЕС) 2019/1896. Пороги между ними определили мы.
site-about-levels-2 = Уровень поднимается сразу. Снижается он постепенно, после недель, которые остаются ниже него. У критического уровня всегда есть конец.
site-about-levels-3 = Тенденция сравнивает неделю с предыдущими: ухудшилась, не изменилась, улучшилась.
site-about-silence = Молчание — не спокойствие
site-about-silence-1 = Неделя без сообщений — не спокойная неделя. Если сведения есть за слишком малое число дней, мы пишем «не оценена» и штрихуем такую неделю, а не показываем низкий уровень.
site-about-silence-2 = Инциденты на границе и нерегулярная миграция обязательны: пока что-то из этого не оценено, не оценена и граница.
site-about-unknown = Что неизвестно
site-about-unknown-1 = Мы видим то, что публикуется, а не то, что происходит. Службы считают разное и сообщают с разной частотой.
site-about-unknown-2 = Числа — это попытки, а не люди: кто пытался трижды, посчитан трижды.
site-about-unknown-3 = Кто стоит за действием и с какой целью — это суждение, и оно отмечено как суждение.
site-about-unknown-4 = Если дата публикации не найдена, берётся первый возможный день, а при источнике стоит «дата предположительная».
site-about-counts = Как составляется недельный ряд
site-about-counts-1 = Источники дают числа за дни, выходные, недели, месяцы и слова вроде «почти 3 000». Такие числа пересекаются, округлены и противоречат друг другу.
site-about-counts-2 = Все вместе они дают один недельный ряд с его неопределённостью. Широкая полоса означает, что известно мало.
site-about-counts-3 = Обычный уровень определяется по предыдущим неделям, поэтому трудная зима сравнивается с другими неделями, а не с пожеланием.
site-about-sources = Источники и их оценки
site-about-sources-1 = Оценка — это буква для источника и цифра для сведений, от A1 до F6. B2 — пограничная служба, министерство или ведущее агентство; C3 — другое издание; D4 — издание государства, которое само вовлечено в дело.
site-about-sources-2 = Инциденты с оценкой ниже C3 показываются, но не учитываются.
site-about-people = Люди
site-about-people-1 = Должностные лица называются по должности. Имена частных людей не хранятся.
site-about-readers = Читатели
site-about-readers-1 = На этих страницах нет файлов cookie, и они ничего не запрашивают у других серверов. Скрипт, наш собственный, есть только у поиска; без него там простые списки. Их можно скопировать целиком и читать без сети.
site-about-licences = Данные и лицензии
site-about-licences-1 = Факты взяты из публичных сообщений, каждое названо там, где использовано. Картографические данные использованы на таких условиях:
site-about-osm = Линии границ и некоторые пункты пропуска: © участники OpenStreetMap, Open Database License (ODbL).
site-about-geonames = Географические названия: GeoNames, Creative Commons Attribution (CC BY).
site-about-quotes = Цитаты не длиннее 25 слов и ведут на страницу, откуда они взяты.
site-empty-title = Пока нечего показать
site-empty = Ни одна неделя ещё не оценена. Когда появятся сообщения, здесь будет самая новая неделя.
