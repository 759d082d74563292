### Пратакол пасяджэння.

sitting-title = Пратакол пасяджэння { $id }
sitting-notice = Парадак пасяджэння, лесвіца мер і крытэрыі — прапановы гэтага праекта, а не афіцыйныя дакументы, калі толькі іх не зацвердзіў які-небудзь орган. Прычыны, заключэнні і ацэнкі прыведзеныя словамі тых, хто іх даў.
sitting-state = Стан пасяджэння: { $words }.
sitting-called = Для каго склікана: { $body }. Хто склікаў: { $who }, { $when }.
sitting-fingerprint = Запіс на момант складання пратакола: колькасць радкоў { $number }, адбітак { $hash }.
sitting-moment = { $day }, { $time } UTC

sitting-border = { $border_short }
sitting-factor = { $factor }
sitting-indicator = { $indicator }
sitting-level = { $level }
sitting-measure = { $measure }
sitting-traffic = { $traffic }
sitting-value = { $number } ({ $unit })
sitting-number = { $number }
sitting-interval = ад { $low } да { $high }
sitting-days = { $start } — { $end }

sitting-not-estimated = ніхто гэтага не ацэньваў
sitting-not-read = не вымяралася
sitting-no-earlier = раней не разглядалася

sitting-changes-title = Што змянілася: { $name }
sitting-changes-level = Узровень на мінулым пасяджэнні: { $before }; цяпер: { $now } ({ $moved }).
sitting-changes-first = Раней гэтую мяжу ніводнае пасяджэнне не разглядала, таму параўноўваць няма з чым.
sitting-changes-criteria = Дзве ацэнкі зробленыя паводле розных крытэрыяў, таму іх узроўні не параўноўваюцца.
sitting-moved-up = вышэй
sitting-moved-down = ніжэй
sitting-moved-same = без змен
sitting-moved-not-told = не параўноўваецца

sitting-head-factor = Фактар
sitting-head-indicator = Паказчык
sitting-head-level-before = Узровень раней
sitting-head-level-now = Узровень цяпер
sitting-head-moved = Змена
sitting-head-value-before = Значэнне раней
sitting-head-value-now = Значэнне цяпер
sitting-head-option = Варыянт
sitting-head-rung = Прыступка
sitting-head-measure = Мера
sitting-head-border = Мяжа
sitting-head-scope = Рух і пункты пропуску
sitting-head-exceptions = Выняткі
sitting-head-basis = Прававая падстава
sitting-head-days = Першы і апошні дзень
sitting-head-put-by = Хто прапанаваў
sitting-head-office = Ведамства
sitting-head-about = Пра што
sitting-head-opinion = Заключэнне
sitting-head-words = Яго словамі
sitting-head-when = Калі
sitting-head-who = Хто
sitting-head-step = Крок
sitting-head-why = Прычына
sitting-head-evidence = Доказы

sitting-range-title = Набор варыянтаў
sitting-range-caption = Ад найменш да найбольш абмежавальнага на кожнай мяжы. Гэта набор, а не адказ: рашэнне прымаюць людзі.
sitting-withdrawn = адкліканы
sitting-beyond = Па-за прапанаваным наборам: { $why }
sitting-no-exceptions = няма
sitting-no-traffic = рух не абмяжоўваецца
sitting-no-crossing = пункты пропуску не названыя

sitting-impact-title = Што закране кожны варыянт
sitting-impact-caption = Дзе ніхто не ведае, так і сказана.
sitting-impact-passes = Хто і што там праязджае
sitting-impact-trade = Гандаль
sitting-impact-labour = Праца
sitting-impact-last-time = Што назіралася мінулым разам
sitting-touches-none = ніводзін пункт пропуску не закранаецца
sitting-passes-not-told = не вядома, ці праязджае там хто-небудзь
sitting-no-last-time = больш ранніх мер гэтага віду ў запісе няма

sitting-opinions-title = Заключэнні
sitting-no-opinion = Ніводнае ведамства не дало заключэння.
sitting-all-options = усе варыянты
sitting-opinion-positive = станоўчае
sitting-opinion-negative = адмоўнае
sitting-opinion-decisively-negative = рашуча адмоўнае

sitting-decision-title = Рашэнне
sitting-decided-options = Вырашана: { $names }.
sitting-decided-none = Вырашана: ніводзін з варыянтаў.
sitting-decided-other = Вырашана тое, чаго не было сярод варыянтаў: { $words }
sitting-decided-by = Рашэнне прыняў: { $who }, { $when }.
sitting-decided-why = Прычына: { $words }
sitting-next-review = Наступны разгляд: { $day }.
sitting-deferred = Рашэнне адкладзена. Хто адклаў: { $who }, { $when }. Прычына: { $words }
sitting-nothing-decided = Нічога не вырашана.
sitting-dissent = Асобная думка: { $who }, { $when }. { $words }

sitting-record-title = Запіс
sitting-record-caption = Усе крокі пасяджэння па парадку; з запісу нічога не выдаляецца.
