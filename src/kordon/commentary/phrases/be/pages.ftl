### Словы старонак сайта, акрамя тыдняў і межаў: пункты пропуску, зоны, праверка, правілы, пошук, стужкі.

site-nav-crossings = Пункты пропуску
site-nav-search = Пошук
site-nav-all = Усе загалоўкі
site-nav-scores = Ці спраўджваліся ацэнкі
site-nav-policy = Людзі, выпраўленні, выдаленне
site-nav-feed = Стужка Atom
site-nav-dates = Даты мер (каляндар)
site-foot-menu = Яшчэ
site-lost = Такой старонкі няма. Да самага новага тыдня
site-col-border = Мяжа
site-col-trend = Тэндэнцыя
site-col-when = Калі
site-col-words = Што сказана
site-map-licence = Лініі © удзельнікі OpenStreetMap, ODbL.
site-place-licence = Месцы: GeoNames, CC BY; становішча прыблізнае.
site-later-newest = Самы новы тыдзень з узроўнем:

## Што гэта за тэкст

site-draft-note = Гэта машынны чарнавік, складзены на аснове ацэнак. Ніхто з людзей яго не правяраў.
site-draft-mark = Машынны чарнавік, не правераны
site-released = Выпуск № { NUMBER($number) }, апублікаваны { $day }.
site-published-elsewhere = Апублікавана ў іншым месцы, { $day }; у архіў унесена пазней.
site-trend-differs = Вылічана з паказчыкаў: { $trend }. Аналітыкі ацэньваюць інакш{ $why ->
    [none] .
   *[other] : { $why }
}
site-issue-number = Выпуск № { NUMBER($number) }
site-written-by = Аўтары: { $names }.
site-reviewed-by = Рэцэнзавалі: { $names }.
site-corrected-on = Выпраўлена { $day }:
site-sources = Крыніцы
site-pdf = Гэты выпуск у PDF
site-all-lede = Усе нашы загалоўкі, спачатку новыя, з тэндэнцыяй кожнай тэмы.

## Стужкі

site-feed-title = Kordon: { $area }
site-feed-draft = Машынны чарнавік: { $headline }
site-feed-correction = Выпраўленне: { $area }, { $week }

## На чым грунтуецца сказ

site-report = Паведамленне
site-count-of = { $border }, { $week }: спробы
site-fact-about = каля { $number }
site-see-week = Лічбы і графік тыдня
site-assessment-of = { $border }, { $week }
site-see-reasons = Усе падставы, да самых паведамленняў

## Пункты пропуску

site-crossings-lede = Што дазволена ў кожным пункце пропуску для кожнага віду руху — наколькі вядома з паведамленняў, на { $day }.
site-crossings-warning = Гэта не даведка для паездак: правілы мяняюцца за гадзіны. Перад дарогай спытайце памежнікаў.
site-crossings-none = Пра пункты пропуску запісаў няма.
site-crossing-description = { $name } ({ $border }): адкрыты, абмежаваны ці закрыты — паводле відаў руху і ў часе.
site-crossing-kind = { $kind ->
    [road] Аўтамабільны пункт пропуску
    [rail] Чыгуначны пункт пропуску
    [river] Рачны пункт пропуску
    [pedestrian] Пешаходны пункт пропуску
   *[other] Пункт пропуску
}
site-also-called = Таксама:
site-crossing-now = На { $day }
site-crossing-last = Апошняя змена
site-crossing-over = У часе
site-crossing-rows = Усё, што паведамлялася
site-crossing-rows-caption = Спачатку новае; словы нашы, паводле старонкі, на якую вядзе спасылка.
site-crossing-none = Пра гэты пункт пропуску нічога не паведамлялася. Гэта не значыць, што ён адкрыты.
site-status-ended = Невядома: { $traffic }. Апошняе правіла магло скончыцца; калі — не паведамлялася.
site-status-never = Не паведамлялася пра: { $traffic }.
site-end-unknown = канец невядомы
site-decided-by = рашэнне: { $who }
site-lanes-title = { $name }: стан у часе паводле відаў руху
site-lanes-desc = { $days }. Кожная змена — у табліцы ніжэй.
site-lanes-how = Цёмнае — закрыта. Шэрае — абмежавана. Контур — адкрыта. Пуста — не паведамлялася.
site-map-here = Абведзены знак — гэты пункт пропуску.

## Буферныя зоны

site-zone-title = Буферная зона: { $border }
site-zone-in-force = Дзейнічае на { $day }. { NUMBER($terms) ->
    [1] Гэта яе першы тэрмін.
    [one] Разам з падаўжэннямі — { NUMBER($terms) } тэрмін.
    [few] Разам з падаўжэннямі — { NUMBER($terms) } тэрміны.
   *[other] Разам з падаўжэннямі — { NUMBER($terms) } тэрмінаў.
}
site-zone-ahead = Рашэнне прынята, дзейнічае з { $day }.
site-zone-over = Не дзейнічае. Апошні названы дзень — { $day }.
site-zone-until = да { $day } уключна
site-zone-settlements = { NUMBER($count) ->
    [one] Пры першай абвестцы быў названы { NUMBER($count) } населены пункт.
    [few] Пры першай абвестцы былі названыя { NUMBER($count) } населеныя пункты.
   *[other] Пры першай абвестцы былі названыя { NUMBER($count) } населеных пунктаў.
}
site-zone-km = { $km } км мяжы
site-zone-length = { $word ->
    [about] каля { $km } км
   *[exact] { $km } км
}
site-zone-depth = { $word ->
    [about] каля { $depth } м
    [up_to] да { $depth } м
   *[exact] { $depth } м
}
site-zone-stretch = { $km } мяжы, глыбіня { $depth }
site-zone-terms = Тэрміны
site-zone-terms-caption = Першы тэрмін і кожнае падаўжэнне, спачатку новыя.
site-zone-chart = Тэрміны зоны
site-zone-chart-desc = Тэрміны адзін за адным: { NUMBER($terms) }; { $days }. Дні — у табліцы ніжэй.
site-zone-chart-how = Кожны слупок — тэрмін, у парадку табліцы знізу ўверх; знак пад імі — дзень звестак.
site-zone-map = Дзе ляжыць зона
site-zone-map-desc = Лінія мяжы з паласой на адрэзку паміж названымі заставамі.
site-zone-map-how = Прыблізна: паласа ідзе ўздоўж мяжы паміж заставамі, якія называюць паведамленні. Дакладныя межы апісвае сам акт; у нас іх няма.
site-zone-spoken = Абвяшчалася раней, але не ў такім выглядзе
site-zone-earlier = Ранейшыя забароны на той жа тэрыторыі
site-zone-limits = Дні, якія засталіся, палічаны на дзень звестак і маглі змяніцца. Для тых, хто там жыве, працуе або дапамагае, могуць быць выключэнні: хто гэта, сказана ў акце.
site-col-length = Дзён
site-col-reach = Што ахоплівае
site-col-basis = Названая прычына

## Ці спраўджваліся ацэнкі

site-scores-lede = Хто ацэньвае, павінен паказаць, чаго вартыя яго ацэнкі. Тут усё, што ёсць у нашых запісах, і гэтага мала.
site-scores-borders = Тэндэнцыя аналітыкаў і вылічаная — па межах
site-scores-borders-none = Аналітыкі яшчэ не пазначылі ніводнага тыдня, таму параўноўваць няма чаго.
site-scores-areas = Апублікаваныя каментары і вылічаная падказка — па тэмах
site-scores-areas-none = Ніводзін выпуск яшчэ не апублікаваны, таму параўноўваць няма чаго.
site-scores-agree = Абедзве ацэнкі супалі ў { NUMBER($same) } з { NUMBER($count) } выпадкаў.
site-scores-kappa = Капа Коэна, супадзенне звыш выпадковага: { $kappa }.
site-scores-few = { NUMBER($count) ->
    [one] Гэта { NUMBER($count) } ацэнка: замала, каб судзіць, ці добрая вылічаная тэндэнцыя.
    [few] Гэта { NUMBER($count) } ацэнкі: замала, каб судзіць, ці добрая вылічаная тэндэнцыя.
   *[other] Гэта { NUMBER($count) } ацэнак: замала, каб судзіць, ці добрая вылічаная тэндэнцыя.
}
site-scores-table = Тыдні паводле вылічанай тэндэнцыі (радкі) і тэндэнцыі аналітыка (слупкі)
site-scores-computed = Вылічана
site-scores-triggers = Крытычныя інцыдэнты заднім чыслом
site-scores-triggers-how = Нашы ўмовы, прымененыя да ўсіх тыдняў: кожны з гэтых выпадкаў склікаў бы суседзяў на кансультацыі. Умовы — наша прапанова, а паведамленні — усё, што мы прачыталі пазней.
site-scores-triggers-none = Ні ў адным тыдні ўмовы не спраўдзіліся.
site-scores-calls = Што было ў наборы, калі ўрады вырашалі
site-scores-calls-how = Погляд назад, з усім, што вядома сёння, таму гэта не прагноз. Для кожнай прынятай меры: узровень яе мяжы ў тыдзень рашэння і ці была такая мера ў нашым наборы, не раней чым за { NUMBER($weeks) } тыдняў. У наборы некалькі мер, таму пацэліць лёгка; промах гаворыць больш.
site-scores-calls-sum = { NUMBER($count) ->
    [one] З { NUMBER($count) } меры ў тыдзень рашэння ў наборы было { NUMBER($proposed) }.
   *[other] З { NUMBER($count) } мер у тыдзень рашэння ў наборы было { NUMBER($proposed) }.
}
site-scores-calls-caption = Прынятыя меры, спачатку раннія
site-scores-calls-none = Ніводная вядомая мера не прыпадае на ацэненыя тыдні.
site-col-measure = Мера
site-col-level-then = Узровень у той тыдзень
site-col-proposed = Ці была ў нашым наборы?
site-range-short = набор ад { $low } да { $high }
site-scores-proposed = { $more ->
    [yes] так, { NUMBER($weeks) } тыдняў або даўжэй
   *[no] { NUMBER($weeks) ->
        [1] так, толькі ў той тыдзень
        [one] так, { NUMBER($weeks) } тыдзень
        [few] так, { NUMBER($weeks) } тыдні
       *[other] так, { NUMBER($weeks) } тыдняў
    }
}
site-scores-not-proposed = не
site-scores-missing = Чаго тут няма
site-scores-coverage = { NUMBER($count) ->
    [one] Узровень удалося вызначыць у { NUMBER($assessed) } з { NUMBER($count) } выпадку (тыдзень і мяжа).
   *[other] Узровень удалося вызначыць у { NUMBER($assessed) } з { NUMBER($count) } выпадкаў (тыдзень і мяжа).
}
site-scores-missing-1 = Ацэнак прагнозаў мы тут пакуль не публікуем, як і параўнання з другой групай аналітыкаў. Дзе лічбы ў нас няма, мы яе не даём.

## Людзі, выпраўленні, выдаленне

site-policy-lede = Што мы пішам пра людзей, як выпраўляем памылкі і як прыбраць нешта са старонкі.
site-policy-people = Людзі
site-policy-people-1 = Службовыя асобы называюцца паводле пасады. Імёнаў прыватных людзей мы не захоўваем: ні тых, хто пераходзіць мяжу, ні тых, хто яе ахоўвае, ні тых, хто там жыве.
site-policy-people-2 = Аўтары і рэцэнзенты пазначаюцца як уліковыя запісы або групы — так, як яны самі сябе называюць.
site-policy-people-3 = Мы не захоўваем месца чалавека дакладней, чым яно дадзена ў апублікаваным паведамленні, і нічога, па чым можна было б знайсці таго, хто ў дарозе.
site-policy-takedown = Выдаленне
site-policy-takedown-1 = Калі старонка шкодзіць вам або таму, за каго вы просіце, ці выкарыстоўвае вашы словы супраць вашай волі, напішыце выдаўцу гэтай копіі. Назавіце адрас старонкі і што не так; каб вас пачулі, даказваць сваю асобу не трэба.
site-policy-takedown-2 = Калі чалавека можна пазнаць, мы спачатку прыбіраем тэкст, а разбіраемся потым. Цытата прыбіраецца на жаданне выдання; факт застаецца, са сваім адрасам.
site-policy-takedown-3 = Копіі гэтага сайта робяць іншыя, і да ўсіх мы не дабяромся. У наступным выпуску сайта прыбранага ўжо няма.
site-policy-corrections = Выпраўленні
site-policy-corrections-1 = Апублікаванае не мяняецца моўчкі: выпраўленне мае дату, кажа, што было няправільна і што правільна, стаіць на старонцы і ідзе ў стужках.
site-policy-corrections-2 = Лічба, якая аказалася памылковай, застаецца ў запісах побач з правільнай. Узроўні і чарнавікі вылічваюцца нанова; апублікаваныя тэксты выпраўляюць людзі.
site-policy-corrections-none = Апублікаваныя тэксты пакуль не выпраўляліся.
site-policy-use = Як карыстацца
site-policy-use-1 = Нашы ўласныя тэксты і табліцы можна выкарыстоўваць на ўмовах, якія выдавец гэтай копіі называе пры звестках; факты не належаць нікому, і кожны стаіць са сваім адрасам.

## Пошук

site-search-lede = Тыдні, месцы, пункты пропуску і словы каментароў.
site-search-label = Што вы шукаеце?
site-search-button = Шукаць
site-search-how = Пошук ідзе на вашай прыладзе: тое, што вы пішаце, нікуды не адпраўляецца. Вялікія літары і надрадковыя знакі не важныя; можна пісаць і лацінкай.
site-search-some = Знойдзена: #
site-search-none = Нічога не знойдзена.
site-search-lists = Усё паводле відаў
site-kind = { $kind ->
    [border] Межы
    [crossing] Пункты пропуску
    [zone] Буферныя зоны
    [place] Месцы, названыя ў інцыдэнтах
    [year] Гады
    [page] Старонкі
    [week] Тыдні
   *[commentary] Каментары
}
site-place-incidents = { NUMBER($count) ->
    [one] { NUMBER($count) } інцыдэнт
    [few] { NUMBER($count) } інцыдэнты
    [many] { NUMBER($count) } інцыдэнтаў
   *[other] { NUMBER($count) } інцыдэнту
}
