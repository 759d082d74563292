### Словы публічнага сайта.

site-language-name = Беларуская
site-strap = Межы пад ціскам, тыдзень за тыднем
site-skip = Перайсці да тэксту
site-menu = Старонкі
site-languages = Мовы
site-nav-week = Гэты тыдзень
site-nav-archive = Архіў
site-nav-borders = Межы
site-nav-criteria = Як мы ацэньваем
site-nav-about = Пра праект
site-foot-drafts = Узроўні і тэндэнцыі вылічаныя з апублікаваных паведамленняў паводле нашых уласных, не афіцыйных крытэрыяў. Каментар — чарнавік, складзены на іх аснове, пакуль яго не выпусцяць людзі.
site-nav-letters = Навіны поштай
site-foot-known = Паводле таго, што было вядома на { $day }.
site-foot-licence = Лініі межаў: © удзельнікі OpenStreetMap, ODbL. Геаграфічныя назвы: GeoNames, CC BY.

## Час

site-span-untold = час не названы
site-span-until = да { $day }
site-span-since = з { $day }
site-span-year = { $year } год
site-week-number = Тыдзень { NUMBER($number) }, { $year } год
site-weeks = { NUMBER($count) ->
    [one] { NUMBER($count) } тыдзень
    [few] { NUMBER($count) } тыдні
    [many] { NUMBER($count) } тыдняў
   *[other] { NUMBER($count) } тыдня
}
site-as-known = Паводле таго, што было вядома на { $day }.
site-since = з { $day }

## Лічбы

site-interval = { $low }–{ $high }
site-rounded = { $word ->
    [over] больш за { $number }
    [at_least] не менш за { $number }
    [almost] амаль { $number }
    [up_to] да { $number }
   *[about] каля { $number }
}
site-figure = { $form ->
    [rate] { $per ->
        [day] { $number } за дзень
        [week] { $number } за тыдзень
        [month] { $number } за месяц
       *[other] { $number }
    }
   *[count] { $number }
} ({ $unit })
site-reading = { $number } ({ $unit })
site-count = { NUMBER($count) ->
    [one] каля { $number } спробы за тыдзень
   *[other] каля { $number } спроб за тыдзень
}
site-count-untold = спробы: за гэты тыдзень паведамленняў няма

## Факты пры лічбе або паказанні

site-fact-interval = 90-працэнтны інтэрвал { $interval }
site-fact-per-day = { $number } за дзень
site-fact-usual = звычайна: каля { $expected }, не больш за { $bound }
site-fact-learnt = { NUMBER($weeks) ->
    [one] паводле { NUMBER($weeks) } тыдня
   *[other] паводле { NUMBER($weeks) } тыдняў
}
site-fact-alarm = трывога: больш, чым чакалася, паводле { $count } метадаў з { $judged }
site-fact-alarm-bound = паводле мінулых гадоў чакалася каля { $expected }, трывога — калі больш за { $bound }
site-fact-no-alarm = трывогі няма
site-fact-alarm-unknown = трывога: замала звестак
site-fact-coverage = { NUMBER($days) ->
    [0] звестак няма ні за адзін дзень
    [7] звесткі ёсць за ўсе 7 дзён
    [one] звесткі ёсць за { NUMBER($days) } дзень з 7
    [few] звесткі ёсць за { NUMBER($days) } дні з 7
   *[other] звесткі ёсць за { NUMBER($days) } дзён з 7
}
site-fact-sources = { NUMBER($count) ->
    [one] { NUMBER($count) } крыніца
    [few] { NUMBER($count) } крыніцы
    [many] { NUMBER($count) } крыніц
   *[other] { NUMBER($count) } крыніцы
}
site-fact-people = { NUMBER($count) ->
    [one] група: { $number } чалавек
    [few] група: { $number } чалавекі
    [many] група: { $number } чалавек
   *[other] група: { $number } чалавека
}
site-fact-injured = { NUMBER($count) ->
    [one] { $number } паранены
   *[other] { $number } параненых
}
site-fact-killed = { NUMBER($count) ->
    [one] { $number } загінулы
   *[other] { $number } загінулых
}
site-fact-warning-shots = папераджальныя стрэлы
site-fact-claim = сцвярджае: { $party }
site-grade = ацэнка { $grade }
site-grade-word = ацэнка
site-assumed-word = дата меркаваная
site-published-assumed = { $day } (дата меркаваная)
site-published-unknown = дата публікацыі невядомая
site-source-untold = крыніца не названая
site-unconfirmed = Не ўлічана, бо ацэнка крыніцы занізкая:
site-evidence-again = { NUMBER($count) ->
    [one] і { NUMBER($count) } паказанае вышэй
   *[other] і { NUMBER($count) } паказаных вышэй
}
site-evidence-rest = { NUMBER($count) ->
    [one] і яшчэ { NUMBER($count) }
   *[other] і яшчэ { NUMBER($count) }
}

## Коратка

site-glance = Коратка
site-later = { NUMBER($count) ->
    [1] У архіве ёсць яшчэ адзін, пазнейшы тыдзень: { $week }. У ім удалося ацаніць менш межаў.
    [one] У архіве ёсць яшчэ { NUMBER($count) } пазнейшы тыдзень, апошні — { $week }. Межаў у іх удалося ацаніць менш.
    [few] У архіве ёсць яшчэ { NUMBER($count) } пазнейшыя тыдні, апошні — { $week }. Межаў у іх удалося ацаніць менш.
   *[other] У архіве ёсць яшчэ { NUMBER($count) } пазнейшых тыдняў, апошні — { $week }. Межаў у іх удалося ацаніць менш.
}
site-no-assessment = За гэты тыдзень мяжа не ацэненая.
site-factors-assessed = { NUMBER($of) ->
    [one] ацэнены { NUMBER($assessed) } з { NUMBER($of) } фактару
   *[other] ацэнена { NUMBER($assessed) } з { NUMBER($of) } фактараў
}
site-note-trigger = Крытычны інцыдэнт: { $words }.
site-note-consult = Крытычны інцыдэнт у іншым месцы патрабуе кансультацый: { $borders }.
site-note-expires = Крытычны ўзровень дзейнічае да { $day }, калі яго не пацвердзяць новыя звесткі.
site-situation = { $assessed ->
    [no] Сітуацыя не ацэнена
   *[yes] Сітуацыя { $trend }
}
site-map-title = Узроўні на межах, { $week }
site-map-caption = Кожная мяжа паводле ўзроўню; пункцір — не ацэнена.
site-map-crossings = Пункты пропуску: запоўнены круг — закрыты, напалову — абмежаваны, кальцо — адкрыты, кропка — не паведамляецца.
site-week-description = { $week }: узровень і тэндэнцыя кожнай мяжы, каментар і тое, на чым яны грунтуюцца.
site-commentary = Каментар
site-evidence = Падставы
site-not-written = На гэтай мове яшчэ не напісана.
site-why = Чаму
site-why-headline = На чым грунтуецца загаловак
site-why-level = { $assessed ->
    [no] Чаму не ацэнена
   *[yes] Чаму ўзровень «{ $level }»
}
site-why-trend = { $assessed ->
    [no] Чаму няма тэндэнцыі
   *[yes] Чаму «{ $trend }»
}
site-level-chances = { $count ->
    [1] Якой бы ні выявілася дакладная колькасць за тыдзень, узровень той самы: { $levels }.
   *[other] Паводле таго, наколькі дакладна вядомая колькасць за тыдзень (усё астатняе — як прачытана): { $levels }.
}
site-trend-chances = Імавернасць таго, што сітуацыя пагоршылася: { $worse }; палепшылася: { $better }; не змянілася: { $same }.
site-why-range = Што можна зрабіць
site-scored = Паводле толькі гэтага тыдня ўзровень быў бы: { $level }.
site-essential = абавязковы
site-not-counted = паказваецца, але не падымае ўзровень
site-range = Ад { $low } да { $high }.
site-range-one = { $low }.
site-range-note = Гэта набор магчымых мер ад самай мяккай да самай жорсткай. Рашэнне прымаюць людзі; тут нічога не вырашана.
site-side = Побач з тэкстам
site-rests-on = Межы, пра якія гаворка
site-this-week = Гэты тыдзень
site-overview = Усе межы і падставы

## Пераход па тыднях і архіў

site-pager = Тыдні
site-pager-end = Тыдні, яшчэ раз
site-pager-years = Гады
site-previous = Папярэдні тыдзень:{" "}
site-next = Наступны тыдзень:{" "}
site-previous-year = Папярэдні год:{" "}
site-next-year = Наступны год:{" "}
site-view-all = Паказаць усе
site-archive-title = Усе тыдні
site-archive-lede = Кожны тыдзень у сваім месяцы. Знак паказвае найвышэйшы ўзровень на межах у той тыдзень.
site-year-title = { $year } год
site-year-caption = Тыдні за { $year } год: узровень і тэндэнцыя кожнай мяжы, спачатку новыя

## Графікі

site-spark-title = { $border }: спробы за апошнія тыдні, усяго тыдняў — { NUMBER($weeks) }
site-chart-desc = { $border }, { $days }: ацэнка спроб за тыдзень з інтэрваламі 50 і 90 %, апублікаваныя лічбы, звычайны ўзровень. Лічбы — у табліцы ніжэй.
site-chart-desc-levels = { $border }, { $days }: ацэнка колькасці спроб за тыдзень з 50- і 90-працэнтнымі інтэрваламі, апублікаваныя лічбы, звычайны ўзровень, падзеі і меры як пранумараваныя лініі, а пад імі ўзровень кожнага тыдня. Лічбы — у табліцы ніжэй.
site-chart-how = Лінія — наша ацэнка колькасці спроб за тыдзень; вакол яе 50- і 90-працэнтныя інтэрвалы. Цёмныя рыскі — апублікаваныя лічбы: шырыня адпавядае дням, за якія яны дадзены, вышыня — таму, колькі гэта за тыдзень. Шэрая паласа — звычайны ўзровень: дзевяць тыдняў з дзесяці застаюцца ў яе межах. Дзе лінія абрываецца, за той тыдзень паведамленняў няма. Слупкі ўнізе — узроўні; пусты слупок з пункціру — не ацэнена.
site-usual-band = звычайна
site-answer-untold = { $border }: лічбаў замала, каб сказаць, колькі было спроб
site-answer-no-usual = { $border }: каля { $number } { NUMBER($count) ->
    [one] спробы
   *[other] спроб
}; звычайны ўзровень невядомы
site-answer-usual = { $border }: каля { $number } { NUMBER($count) ->
    [one] спробы
   *[other] спроб
}, у межах звычайнага (да { $bound })
site-answer-above = { $border }: каля { $number } { NUMBER($count) ->
    [one] спробы
   *[other] спроб
}, больш, чым звычайна (да { $bound })
site-answer-far = { $border }: каля { $number } { NUMBER($count) ->
    [one] спробы
   *[other] спроб
}, значна больш, чым звычайна (да { $bound })
site-answer-extreme = { $border }: каля { $number } { NUMBER($count) ->
    [one] спробы
   *[other] спроб
}, такога амаль не бывае (звычайна да { $bound })
site-peak = { $year }: найбольш спроб { $days }, каля { $number }
site-peak-untold = { $year }: лічбаў замала, каб сказаць
site-numbers = Лічбы
site-col-week = Тыдзень
site-col-estimate = Спробы, ацэнка
site-col-interval = 90-працэнтны інтэрвал
site-col-usual = Звычайна да
site-col-days = Дзён са звесткамі
site-col-level = Узровень

## Межы

site-borders-title = Межы
site-border-description = { $border }: спробы па тыднях, узроўні ў часе, меры, якія дзейнічаюць, і пункты пропуску.
site-standing = Дзейнічае на { $day }
site-standing-none = Пра меры, якія дзейнічаюць, нам невядома.
site-basis = Названая прычына: { $words }
site-days-left = { NUMBER($days) ->
    [0] апошні дзень
    [one] застаўся { NUMBER($days) } дзень
    [few] засталося { NUMBER($days) } дні
   *[other] засталося { NUMBER($days) } дзён
}
site-no-end = дата заканчэння невядомая
site-years-title = Спробы, падзеі і ўзроўні па гадах
site-crossings-title = Пункты пропуску
site-crossings-caption = Пункты пропуску і што пра іх вядома, { $day }
site-col-crossing = Пункт пропуску
site-col-status = Стан
site-col-limits = З якога дня і што абмежавана
site-col-source = Крыніца
site-status-untold = не паведамляецца
site-past-title = Іншыя меры
site-past-open = { NUMBER($count) ->
    [one] { NUMBER($count) } мера: запытаная, запланаваная, скончаная або яшчэ не ўведзеная
    [few] { NUMBER($count) } меры: запытаныя, запланаваныя, скончаныя або яшчэ не ўведзеныя
   *[other] { NUMBER($count) } мер: запытаныя, запланаваныя, скончаныя або яшчэ не ўведзеныя
}

## Як мы ацэньваем

site-criteria-lede = Адны крытэрыі для ўсіх межаў, каб аднолькавыя факты ўсюды давалі аднолькавы ўзровень.
site-criteria-ours = Гэтыя крытэрыі нашы, а не афіцыйныя.
site-criteria-ours-why = Крытэрыі, зацверджаныя ўрадамі, не апублікаваныя; вядома толькі, з чаго яны складаюцца. Лічбы тут — наша прапанова. Кожная ацэнка называе версію, паводле якой яна зроблена.
site-criteria-none = У гэтым выданні крытэрыяў няма.

## Пра праект

site-about-title = Пра праект, метад і абмежаванні
site-about-lede = Kordon чытае тое, што публікуецца пра межы пад ціскам, лічыць, што адбылося, прыкладае да гэтага крытэрыі і кожны тыдзень кажа, ці стала горш.
site-about-chain = Ад паведамлення да ўзроўню
site-about-chain-1 = Паведамленне чытаецца, і запісваецца тое, пра што яно расказвае: інцыдэнты, лічбы, меры — кожнае разам са словамі, на якіх яно грунтуецца.
site-about-chain-2 = Лічбы і інцыдэнты даюць значэнні паказчыкаў, значэнні паводле крытэрыяў — узроўні, а кожны ўзровень адкрывае набор мер, пра якія могуць вырашаць людзі.
site-about-chain-3 = Кожны ўзровень, тэндэнцыю і сказ можна раскрыць да слоў паведамлення. Шукайце слова «Чаму».
site-about-levels = Што азначае ўзровень
site-about-levels-1 = Узроўняў чатыры: нізкі, сярэдні, высокі і крытычны. Яны паўтараюць словы артыкула 34 Рэгламенту (ЕС) 2019/1896. Парогі паміж імі вызначылі мы.
site-about-levels-2 = Узровень падымаецца адразу. Зніжаецца ён паступова, пасля тыдняў, якія застаюцца ніжэй за яго. Крытычны ўзровень заўсёды мае канец.
site-about-levels-3 = Тэндэнцыя параўноўвае тыдзень з папярэднімі: пагоршылася, не змянілася, палепшылася.
site-about-silence = Маўчанне — не спакой
site-about-silence-1 = Тыдзень без паведамленняў — не спакойны тыдзень. Калі звесткі ёсць за занадта мала дзён, мы пішам «не ацэнена» і штрыхуем такі тыдзень, а не паказваем нізкі ўзровень.
site-about-silence-2 = Інцыдэнты на мяжы і нерэгулярная міграцыя абавязковыя: пакуль нешта з гэтага не ацэнена, не ацэнена і мяжа.
site-about-unknown = Што невядома
site-about-unknown-1 = Мы бачым тое, што публікуецца, а не тое, што адбываецца. Службы лічаць рознае і паведамляюць з рознай частатой.
site-about-unknown-2 = Лічбы — гэта спробы, а не людзі: хто спрабаваў тройчы, палічаны тройчы.
site-about-unknown-3 = Хто стаіць за дзеяннем і з якой мэтай — гэта меркаванне, і яно пазначана як меркаванне.
site-about-unknown-4 = Калі дата публікацыі не знойдзена, бярэцца першы магчымы дзень, а пры крыніцы стаіць «дата меркаваная».
site-about-counts = Як складаецца тыднёвы шэраг
site-about-counts-1 = Крыніцы даюць лічбы за дні, выхадныя, тыдні, месяцы і словы накшталт «амаль 3 000». Такія лічбы перасякаюцца, акругленыя і супярэчаць адна адной.
site-about-counts-2 = Усе разам яны даюць адзін тыднёвы шэраг з яго няпэўнасцю. Шырокая паласа азначае, што вядома мала.
site-about-counts-3 = Звычайны ўзровень вызначаецца паводле папярэдніх тыдняў, таму цяжкая зіма параўноўваецца з іншымі тыднямі, а не з пажаданнем.
site-about-sources = Крыніцы і іх ацэнкі
site-about-sources-1 = Ацэнка — гэта літара для крыніцы і лічба для звестак, ад A1 да F6. B2 — памежная служба, міністэрства або вядучае агенцтва; C3 — іншае выданне; D4 — выданне дзяржавы, якая сама ўцягнутая ў справу.
site-about-sources-2 = Інцыдэнты з ацэнкай ніжэй за C3 паказваюцца, але не ўлічваюцца.
site-about-people = Людзі
site-about-people-1 = Службовыя асобы называюцца паводле пасады. Імёны прыватных людзей не захоўваюцца.
site-about-readers = Чытачы
site-about-readers-1 = На гэтых старонках няма файлаў cookie, і яны нічога не запытваюць у іншых сервераў. Скрыпт, наш уласны, мае толькі пошук; без яго там простыя спісы. Іх можна скапіяваць цалкам і чытаць без сеткі.
site-about-licences = Звесткі і ліцэнзіі
site-about-licences-1 = Факты ўзяты з публічных паведамленняў, кожнае названа там, дзе выкарыстана. Картаграфічныя звесткі выкарыстаны на такіх умовах:
site-about-osm = Лініі межаў і некаторыя пункты пропуску: © удзельнікі OpenStreetMap, Open Database License (ODbL).
site-about-geonames = Геаграфічныя назвы: GeoNames, Creative Commons Attribution (CC BY).
site-about-quotes = Цытаты не даўжэйшыя за 25 слоў і вядуць на старонку, адкуль яны ўзятыя.
site-empty-title = Пакуль няма чаго паказаць
site-empty = Ніводзін тыдзень яшчэ не ацэнены. Калі з'явяцца паведамленні, тут будзе самы новы тыдзень.
