### Слова страниц сайта, кроме недель и границ: пункты пропуска, зоны, проверка, правила, поиск, ленты.

site-nav-crossings = Пункты пропуска
site-nav-search = Поиск
site-nav-all = Все заголовки
site-nav-scores = Сбывались ли оценки
site-nav-policy = Люди, исправления, удаление
site-nav-feed = Лента Atom
site-nav-dates = Даты мер (календарь)
site-foot-menu = Ещё
site-lost = Такой страницы нет. К самой новой неделе
site-col-border = Граница
site-col-trend = Тенденция
site-col-when = Когда
site-col-words = Что сказано
site-map-licence = Линии © участники OpenStreetMap, ODbL.
site-place-licence = Места: GeoNames, CC BY; положение приблизительное.
site-later-newest = Самая новая неделя с уровнем:

## Что это за текст

site-draft-note = Это машинный черновик, составленный по оценкам. Никто из людей его не проверял.
site-draft-mark = Машинный черновик, не проверен
site-released = Выпуск № { NUMBER($number) }, опубликован { $day }.
site-published-elsewhere = Опубликовано в другом месте, { $day }; в архив внесено позже.
site-trend-differs = Вычислено по показателям: { $trend }. Аналитики оценивают иначе{ $why ->
    [none] .
   *[other] : { $why }
}
site-issue-number = Выпуск № { NUMBER($number) }
site-written-by = Авторы: { $names }.
site-reviewed-by = Рецензировали: { $names }.
site-corrected-on = Исправлено { $day }:
site-sources = Источники
site-pdf = Этот выпуск в PDF
site-all-lede = Все наши заголовки, сначала новые, с тенденцией каждой темы.

## Ленты

site-feed-title = Kordon: { $area }
site-feed-draft = Машинный черновик: { $headline }
site-feed-correction = Исправление: { $area }, { $week }

## На чём основано предложение

site-report = Сообщение
site-count-of = { $border }, { $week }: попытки
site-fact-about = около { $number }
site-see-week = Числа и график недели
site-assessment-of = { $border }, { $week }
site-see-reasons = Все основания, до самих сообщений

## Пункты пропуска

site-crossings-lede = Что разрешено в каждом пункте пропуска для каждого вида движения — насколько известно из сообщений, на { $day }.
site-crossings-warning = Это не справка для поездок: правила меняются за часы. Перед дорогой спросите пограничников.
site-crossings-none = О пунктах пропуска записей нет.
site-crossing-description = { $name } ({ $border }): открыт, ограничен или закрыт — по видам движения и во времени.
site-crossing-kind = { $kind ->
    [road] Автомобильный пункт пропуска
    [rail] Железнодорожный пункт пропуска
    [river] Речной пункт пропуска
    [pedestrian] Пешеходный пункт пропуска
   *[other] Пункт пропуска
}
site-also-called = Также:
site-crossing-now = На { $day }
site-crossing-last = Последнее изменение
site-crossing-over = Во времени
site-crossing-rows = Всё, что сообщалось
site-crossing-rows-caption = Сначала новое; слова наши, по странице, на которую ведёт ссылка.
site-crossing-none = Об этом пункте пропуска ничего не сообщалось. Это не значит, что он открыт.
site-status-ended = Неизвестно: { $traffic }. Последнее правило могло закончиться; когда — не сообщалось.
site-status-never = Не сообщалось о: { $traffic }.
site-end-unknown = конец неизвестен
site-decided-by = решение: { $who }
site-lanes-title = { $name }: состояние во времени по видам движения
site-lanes-desc = { $days }. Каждое изменение — в таблице ниже.
site-lanes-how = Тёмное — закрыто. Серое — ограничено. Контур — открыто. Пусто — не сообщалось.
site-map-here = Обведённый знак — этот пункт пропуска.

## Буферные зоны

site-zone-title = Буферная зона: { $border }
site-zone-in-force = Действует на { $day }. { NUMBER($terms) ->
    [1] Это её первый срок.
    [one] Вместе с продлениями — { NUMBER($terms) } срок.
    [few] Вместе с продлениями — { NUMBER($terms) } срока.
   *[other] Вместе с продлениями — { NUMBER($terms) } сроков.
}
site-zone-ahead = Решение принято, действует с { $day }.
site-zone-over = Не действует. Последний названный день — { $day }.
site-zone-until = до { $day } включительно
site-zone-settlements = { NUMBER($count) ->
    [one] При первом объявлении был назван { NUMBER($count) } населённый пункт.
    [few] При первом объявлении были названы { NUMBER($count) } населённых пункта.
   *[other] При первом объявлении были названы { NUMBER($count) } населённых пунктов.
}
site-zone-km = { $km } км границы
site-zone-length = { $word ->
    [about] около { $km } км
   *[exact] { $km } км
}
site-zone-depth = { $word ->
    [about] около { $depth } м
    [up_to] до { $depth } м
   *[exact] { $depth } м
}
site-zone-stretch = { $km } границы, глубина { $depth }
site-zone-terms = Сроки
site-zone-terms-caption = Первый срок и каждое продление, сначала новые.
site-zone-chart = Сроки зоны
site-zone-chart-desc = Сроки один за другим: { NUMBER($terms) }; { $days }. Дни — в таблице ниже.
site-zone-chart-how = Каждая полоса — срок, в порядке таблицы снизу вверх; знак под ними — день данных.
site-zone-map = Где лежит зона
site-zone-map-desc = Линия границы с полосой на отрезке между названными заставами.
site-zone-map-how = Приблизительно: полоса идёт вдоль границы между заставами, которые называют сообщения. Точные пределы описывает сам акт; у нас их нет.
site-zone-spoken = Объявлялось раньше, но не в таком виде
site-zone-earlier = Прежние запреты на той же территории
site-zone-limits = Оставшиеся дни посчитаны на день данных и могли измениться. Для тех, кто там живёт, работает или помогает, возможны исключения: кто это, сказано в акте.
site-col-length = Дней
site-col-reach = Что охватывает
site-col-basis = Названная причина

## Сбывались ли оценки

site-scores-lede = Кто оценивает, должен показать, чего стоят его оценки. Здесь всё, что есть в наших записях, и этого мало.
site-scores-borders = Тенденция аналитиков и вычисленная — по границам
site-scores-borders-none = Аналитики ещё не отметили ни одной недели, поэтому сравнивать нечего.
site-scores-areas = Опубликованные комментарии и вычисленная подсказка — по темам
site-scores-areas-none = Ни один выпуск ещё не опубликован, поэтому сравнивать нечего.
site-scores-agree = Обе оценки совпали в { NUMBER($same) } случаях из { NUMBER($count) }.
site-scores-kappa = Каппа Коэна, совпадение сверх случайного: { $kappa }.
site-scores-few = { NUMBER($count) ->
    [one] Это { NUMBER($count) } оценка: слишком мало, чтобы судить, хороша ли вычисленная тенденция.
    [few] Это { NUMBER($count) } оценки: слишком мало, чтобы судить, хороша ли вычисленная тенденция.
   *[other] Это { NUMBER($count) } оценок: слишком мало, чтобы судить, хороша ли вычисленная тенденция.
}
site-scores-table = Недели по вычисленной тенденции (строки) и тенденции аналитика (столбцы)
site-scores-computed = Вычислено
site-scores-triggers = Критические инциденты задним числом
site-scores-triggers-how = Наши условия, применённые ко всем неделям: каждый из этих случаев созвал бы соседей на консультации. Условия — наше предложение, а сообщения — всё, что мы прочли позже.
site-scores-triggers-none = Ни в одной неделе условия не сработали.
site-scores-calls = Что было в наборе, когда правительства решали
site-scores-calls-how = Взгляд назад, со всем, что известно сегодня, поэтому это не прогноз. Для каждой принятой меры: уровень её границы в неделю решения и была ли такая мера в нашем наборе, не раньше чем за { NUMBER($weeks) } недель. В наборе несколько мер, поэтому попасть легко; промах говорит больше.
site-scores-calls-sum = { NUMBER($count) ->
    [one] Из { NUMBER($count) } меры в неделю решения в наборе было { NUMBER($proposed) }.
   *[other] Из { NUMBER($count) } мер в неделю решения в наборе было { NUMBER($proposed) }.
}
site-scores-calls-caption = Принятые меры, сначала ранние
site-scores-calls-none = Ни одна известная мера не приходится на оценённые недели.
site-col-measure = Мера
site-col-level-then = Уровень в ту неделю
site-col-proposed = Была ли в нашем наборе?
site-range-short = набор от { $low } до { $high }
site-scores-proposed = { $more ->
    [yes] да, { NUMBER($weeks) } недель или дольше
   *[no] { NUMBER($weeks) ->
        [1] да, только в ту неделю
        [one] да, { NUMBER($weeks) } неделю
        [few] да, { NUMBER($weeks) } недели
       *[other] да, { NUMBER($weeks) } недель
    }
}
site-scores-not-proposed = нет
site-scores-missing = Чего здесь нет
site-scores-coverage = { NUMBER($count) ->
    [one] Уровень удалось определить в { NUMBER($assessed) } из { NUMBER($count) } случая (неделя и граница).
   *[other] Уровень удалось определить в { NUMBER($assessed) } из { NUMBER($count) } случаев (неделя и граница).
}
site-scores-missing-1 = Оценок прогнозов мы здесь пока не публикуем, как и сравнения со второй группой аналитиков. Где числа у нас нет, мы его не даём.

## Люди, исправления, удаление

site-policy-lede = Что мы пишем о людях, как исправляем ошибки и как убрать что-то со страницы.
site-policy-people = Люди
site-policy-people-1 = Должностные лица называются по должности. Имён частных людей мы не храним: ни тех, кто переходит границу, ни тех, кто её охраняет, ни тех, кто там живёт.
site-policy-people-2 = Авторы и рецензенты указываются как учётные записи или группы — так, как они сами себя называют.
site-policy-people-3 = Мы не храним место человека точнее, чем оно дано в опубликованном сообщении, и ничего, по чему можно было бы найти того, кто в пути.
site-policy-takedown = Удаление
site-policy-takedown-1 = Если страница вредит вам или тому, за кого вы просите, или использует ваши слова против вашей воли, напишите издателю этой копии. Назовите адрес страницы и что не так; чтобы вас услышали, доказывать свою личность не нужно.
site-policy-takedown-2 = Если человека можно узнать, мы сначала убираем текст, а разбираемся потом. Цитата убирается по желанию издания; факт остаётся, со своим адресом.
site-policy-takedown-3 = Копии этого сайта делают другие, и до всех нам не добраться. В следующем выпуске сайта убранного уже нет.
site-policy-corrections = Исправления
site-policy-corrections-1 = Опубликованное не меняется молча: у исправления есть дата, оно говорит, что было неверно и что верно, стоит на странице и идёт в лентах.
site-policy-corrections-2 = Число, которое оказалось ошибочным, остаётся в записях рядом с верным. Уровни и черновики вычисляются заново; опубликованные тексты исправляют люди.
site-policy-corrections-none = Опубликованные тексты пока не исправлялись.
site-policy-use = Как пользоваться
site-policy-use-1 = Наши собственные тексты и таблицы можно использовать на условиях, которые издатель этой копии называет при данных; факты не принадлежат никому, и каждый стоит со своим адресом.

## Поиск

site-search-lede = Недели, места, пункты пропуска и слова комментариев.
site-search-label = Что вы ищете?
site-search-button = Искать
site-search-how = Поиск идёт на вашем устройстве: то, что вы пишете, никуда не отправляется. Заглавные буквы и надстрочные знаки не важны.
site-search-some = Найдено: #
site-search-none = Ничего не найдено.
site-search-lists = Всё по видам
site-kind = { $kind ->
    [border] Границы
    [crossing] Пункты пропуска
    [zone] Буферные зоны
    [place] Места, названные в инцидентах
    [year] Годы
    [page] Страницы
    [week] Недели
   *[commentary] Комментарии
}
site-place-incidents = { NUMBER($count) ->
    [one] { NUMBER($count) } инцидент
    [few] { NUMBER($count) } инцидента
    [many] { NUMBER($count) } инцидентов
   *[other] { NUMBER($count) } инцидента
}
