# Жизнь меры: даты, материалы к пересмотру, кого и что мера затрагивает, её результат.

life-calendar = Меры: важные даты
life-date-starts = { $measure }, { $name }: первый день
life-date-ends = { $measure }, { $name }: последний день
life-date-review = { $measure }, { $name }: пересмотр
life-date-dossier = { $measure }, { $name }: до окончания { $days ->
        [one] { $days } день
        [few] { $days } дня
        [many] { $days } дней
       *[other] { $days } дня
    }, материалы к пересмотру

dossier-title = материалы к пересмотру на { $date }: { $measure }, { $name }
dossier-border = Где: { $border }.
dossier-starts = Действует с { $date }.
dossier-start-not-told = Первый день не известен.
dossier-basis = Основание: { $basis }.
dossier-basis-not-told = Основание не названо: назовите его, прежде чем принимать решение.
dossier-exception = Исключение: { $exception }.
dossier-no-exceptions = Об исключениях ничего не сообщалось.
dossier-no-end = Собственного срока окончания нет.
dossier-review = Следующий пересмотр: { $date }.
dossier-ended = Последним днём было { $date }.
dossier-ends = Последний день: { $date }, осталось { $days ->
        [0] меньше дня
        [one] { $days } день
        [few] { $days } дня
        [many] { $days } дней
       *[other] { $days } дня
    }. Без нового решения мера прекратится сама.
dossier-chain = Вместе с продлениями мер подряд: { $count }, первая с { $date }.
dossier-gap = Перед { $name } был перерыв, когда ничего не действовало, дней: { $days }.
dossier-overlap = { $name } и предыдущая мера действовали одновременно, дней: { $days }.
dossier-extension-adopted = Продление принято: { $name }.
dossier-extension-pending = Продление готовится и пока не принято: { $name }.
dossier-no-extension = Продление никто не предложил.
dossier-opinion-positive = Положительное заключение, { $office }: до { $until }.
dossier-opinion-negative = Отрицательное заключение, { $office }: до { $until }.
dossier-opinion-decisively-negative = Категорически отрицательное заключение, { $office }: до { $until }.
dossier-incidents-not-asked = Инциденты с первого дня не проверялись.
dossier-no-incidents = Инцидентов с первого дня не зафиксировано.
dossier-incidents = Инцидентов с первого дня: { $count }.
dossier-incidents-kind = { $kind }: { $count }
dossier-readings-not-asked = Показатели не проверялись.
dossier-no-readings = Ни один показатель не удалось определить.
dossier-readings = Последних значений показателей: { $count }.
dossier-reading = { $border }, { $indicator }: { NUMBER($value) } (неделя с { $date })
dossier-expires = На той же границе заканчивается { $date }: { $measure }, { $name }.

impact-no-traffic = Как сообщается, движение через пункты пропуска мера не ограничивает. Кто живёт, работает и ездит там, где она действует, в открытых данных нет.
impact-touches = { $count ->
        [0] Мера не затрагивает ни одного пункта пропуска, о котором известно, что на { $date } он был открыт.
        [one] Мера затрагивает { $count } пункт пропуска, открытый на { $date }.
        [few] Мера затрагивает { $count } пункта пропуска, открытые на { $date }.
        [many] Мера затрагивает { $count } пунктов пропуска, открытых на { $date }.
       *[other] Мера затрагивает { $count } пункта пропуска, открытого на { $date }.
    }
impact-passes = Тогда там проезжали, { $traffic }: пунктов пропуска { $count }.
impact-untold = Пунктов пропуска, которые она затрагивает и о которых полностью или частично не известно, кого там тогда пропускали: { $count }.
impact-left = Других пунктов пропуска на этой границе, о которых известно, что они были тогда открыты для такого движения: { $count }.
impact-passengers-not-told = Сколько людей там проезжает, в открытых данных нет: спросите пограничную службу.
impact-trade-not-told = Сколько стоит торговля через эти пункты, в открытых данных нет: спросите таможню.
impact-labour-not-told = Сколько людей работает по другую сторону границы, в открытых данных нет: спросите службу занятости.
impact-first-of-kind = Более ранних мер этого вида не зафиксировано.
impact-earlier = Раньше такого вида: { $name } ({ $border }) с { $date } действовала { $days ->
        [one] { $days } день
        [few] { $days } дня
        [many] { $days } дней
       *[other] { $days } дня
    }; продлений: { $count }.
impact-stands = Раньше такого вида: { $name } ({ $border }) с { $date } действует уже { $days ->
        [one] { $days } день
        [few] { $days } дня
        [many] { $days } дней
       *[other] { $days } дня
    }, об окончании не известно; продлений: { $count }.
impact-earlier-undated = Раньше такого вида: { $name } ({ $border }), даты не известны; продлений: { $count }.

effect-told = { $border }: за { $weeks ->
        [one] { $weeks } неделю
        [few] { $weeks } недели
        [many] { $weeks } недель
       *[other] { $weeks } недели
    } после начала число составило { NUMBER($ratio) } от ожидаемого по другим границам (90%-й интервал от { NUMBER($low) } до { NUMBER($high) }; границ для сравнения: { $controls }).
effect-none = { $border }: отличить результат от его отсутствия нельзя. За { $weeks ->
        [one] { $weeks } неделю
        [few] { $weeks } недели
        [many] { $weeks } недель
       *[other] { $weeks } недели
    } после начала число составило { NUMBER($ratio) } от ожидаемого (90%-й интервал от { NUMBER($low) } до { NUMBER($high) }; границ для сравнения: { $controls }).
effect-tried = Тот же расчёт сделан для отрезков перед началом, когда ничего не начиналось: { $tried }; результат он показал в { $found } из них.
effect-together = Других мер, которые начались на этой границе примерно тогда же: { $count }. Что сделала каждая из них, отдельно определить нельзя.
effect-too-short = Результат определить нельзя: перед началом или после него слишком мало недель с подсчётом.
effect-poor-coverage = Результат определить нельзя: за слишком многие недели никто не дал чисел.
effect-no-controls = Результат определить нельзя: нет другой границы с числами для сравнения.
effect-untried = Результат определить нельзя: перед началом слишком мало недель, чтобы проверить расчёт там, где ничего не начиналось.
effect-not-trusted = Результат определить нельзя: тот же расчёт находит результаты перед началом, когда ничего не начиналось.
