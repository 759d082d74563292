### Протокол заседания.

sitting-title = Протокол заседания { $id }
sitting-notice = Порядок заседания, лестница мер и критерии — предложения этого проекта, а не официальные документы, если только их не утвердил какой-либо орган. Причины, заключения и оценки приведены словами тех, кто их дал.
sitting-state = Состояние заседания: { $words }.
sitting-called = Для кого созвано: { $body }. Кто созвал: { $who }, { $when }.
sitting-fingerprint = Запись на момент составления протокола: число строк { $number }, отпечаток { $hash }.
sitting-moment = { $day }, { $time } UTC

sitting-border = { $border_short }
sitting-factor = { $factor }
sitting-indicator = { $indicator }
sitting-level = { $level }
sitting-measure = { $measure }
sitting-traffic = { $traffic }
sitting-value = { $number } ({ $unit })
sitting-number = { $number }
sitting-interval = от { $low } до { $high }
sitting-days = { $start } — { $end }

sitting-not-estimated = никто этого не оценивал
sitting-not-read = не измерялось
sitting-no-earlier = раньше не рассматривалась

sitting-changes-title = Что изменилось: { $name }
sitting-changes-level = Уровень на прошлом заседании: { $before }; сейчас: { $now } ({ $moved }).
sitting-changes-first = Раньше эту границу ни одно заседание не рассматривало, поэтому сравнивать не с чем.
sitting-changes-criteria = Две оценки сделаны по разным критериям, поэтому их уровни не сравниваются.
sitting-moved-up = выше
sitting-moved-down = ниже
sitting-moved-same = без изменений
sitting-moved-not-told = не сравнивается

sitting-head-factor = Фактор
sitting-head-indicator = Показатель
sitting-head-level-before = Уровень раньше
sitting-head-level-now = Уровень сейчас
sitting-head-moved = Изменение
sitting-head-value-before = Значение раньше
sitting-head-value-now = Значение сейчас
sitting-head-option = Вариант
sitting-head-rung = Ступень
sitting-head-measure = Мера
sitting-head-border = Граница
sitting-head-scope = Движение и пункты пропуска
sitting-head-exceptions = Исключения
sitting-head-basis = Правовое основание
sitting-head-days = Первый и последний день
sitting-head-put-by = Кто предложил
sitting-head-office = Ведомство
sitting-head-about = О чём
sitting-head-opinion = Заключение
sitting-head-words = Его словами
sitting-head-when = Когда
sitting-head-who = Кто
sitting-head-step = Шаг
sitting-head-why = Причина
sitting-head-evidence = Доказательства

sitting-range-title = Набор вариантов
sitting-range-caption = От наименее до наиболее ограничительного на каждой границе. Это набор, а не ответ: решение принимают люди.
sitting-withdrawn = отозван
sitting-beyond = Вне предложенного набора: { $why }
sitting-no-exceptions = нет
sitting-no-traffic = движение не ограничивается
sitting-no-crossing = пункты пропуска не названы

sitting-impact-title = Что затронет каждый вариант
sitting-impact-caption = Где никто не знает, так и сказано.
sitting-impact-passes = Кто и что там проезжает
sitting-impact-trade = Торговля
sitting-impact-labour = Труд
sitting-impact-last-time = Что наблюдалось в прошлый раз
sitting-touches-none = ни один пункт пропуска не затрагивается
sitting-passes-not-told = не известно, проезжает ли там кто-нибудь
sitting-no-last-time = более ранних мер этого вида в записи нет

sitting-opinions-title = Заключения
sitting-no-opinion = Ни одно ведомство не дало заключения.
sitting-all-options = все варианты
sitting-opinion-positive = положительное
sitting-opinion-negative = отрицательное
sitting-opinion-decisively-negative = решительно отрицательное

sitting-decision-title = Решение
sitting-decided-options = Решено: { $names }.
sitting-decided-none = Решено: ни один из вариантов.
sitting-decided-other = Решено то, чего не было среди вариантов: { $words }
sitting-decided-by = Решение принял: { $who }, { $when }.
sitting-decided-why = Причина: { $words }
sitting-next-review = Следующее рассмотрение: { $day }.
sitting-deferred = Решение отложено. Кто отложил: { $who }, { $when }. Причина: { $words }
sitting-nothing-decided = Ничего не решено.
sitting-dissent = Особое мнение: { $who }, { $when }. { $words }

sitting-record-title = Запись
sitting-record-caption = Все шаги заседания по порядку; из записи ничего не удаляется.
