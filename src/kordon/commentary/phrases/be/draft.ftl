### Чарнавік тыдня. Частка сказа (clause) пачынаецца з малой літары, загаловак без кропкі.
### Лікі ў тэкст не ўпісваюцца: { WORD(4) } аб'яўляе лік, які належыць самой фразе.

## Часткі

day = { DAY($day) }
same-border-nom = тая ж мяжа
same-border-gen = той жа мяжы
same-border-acc = тую ж мяжу
same-border-loc = той жа мяжы
span = { RANGE($start, $end) }
near = {" "}({ $name })
times = {" "}{ $times ->
    [2] двойчы
    [few] { WORD($times) } разы
   *[other] { WORD($times) } разоў
}
hurt = ; { $hurt }
hurt-killed = { $killed ->
    [1] загінуў адзін чалавек
    [one] загінуў { $killed } чалавек
    [few] загінулі { WORD($killed) } чалавекі
   *[other] загінула { WORD($killed) } чалавек
}
hurt-injured = { $injured ->
    [1] паранены адзін чалавек
    [one] паранены { $injured } чалавек
    [few] паранены { WORD($injured) } чалавекі
   *[other] паранена { WORD($injured) } чалавек
}
by-far-side = ; удзельнічалі службы суседняй дзяржавы
doubt-unconfirmed = {" "}(не пацверджана)
doubt-claim = {" "}(так сцвярджае толькі бок, які абвінавачвае)
interval-90 = {" "}(інтэрвал { PCT(90) }: { ROUGH($low90) }–{ ROUGH($high90) })
count-part = каля { ROUGH($mean) } на { $where_loc }
level-part = { $level } на { $where_loc }
on-border = {" "}на { $borders_loc }
measure-starts = {" "}з { DAY($start) }
measure-since = {" "}з { DAY($start) }
measure-ends = {" "}(па { DAY($end) })

attempts = { ROUGH($mean) ->
    [one] спробы
   *[other] спроб
}
attempts-were = { attempts }

## Што было зроблена

act-mass-push = група спрабавала прарвацца на другі бок
act-crossing-attempt = людзі спрабавалі трапіць на другі бок
act-stone-throwing = у памежныя патрулі кідалі камяні
act-slingshot = па патрулях стралялі з рагатак
act-pepper-spray = супраць патрулёў ужывалі перцавы газ
act-pyrotechnics = ужывалі піратэхніку
act-laser = патрулі асляплялі лазерамі
act-knife-attack = на памежны патруль напалі з нажом
act-assault = напалі на памежны патруль
act-fence-damage = пашкодзілі загароду
act-tunnel = выявілі падкоп пад загароду
act-shots-fired = прагучалі стрэлы
act-warning-shots = памежны патруль зрабіў папераджальныя стрэлы
act-weapon-use = ужылі зброю
act-weapon-aimed = на памежны патруль навялі зброю
act-armed-incursion = узброеныя людзі перайшлі на другі бок
act-airspace-violation = была парушана паветраная прастора
act-drone = заўважылі беспілотнік, які пераляцеў мяжу
act-balloon = заўважылі паветраныя шары, якія пераляцелі мяжу
act-exercise = прайшлі вайсковыя вучэнні
act-deployment = перакінулі сілы
act-death = загінуў чалавек
act-rescue = выратавалі людзей
act-espionage = выявіўся выпадак шпіянажу або вярбоўкі
act-information-attack = адбылася інфармацыйная атака
act-cyber = адбыўся кіберінцыдэнт
act-smuggling = затрымалі кантрабанду
act-other = адбыўся інцыдэнт іншага роду
act-unnamed = адзначана наступнае: { $kind }

happened-a = { $days } на { $where_loc }{ $near } { $act }{ $hurt }{ $by }{ $doubt }.
happened-b = На { $where_loc }{ $near } { $days } { $act }{ $hurt }{ $by }{ $doubt }.
happened-span = { $days } на { $where_loc }{ $near } { $act }{ $hurt }{ $by }{ $doubt }.
happened-week-a = На працягу тыдня на { $where_loc }{ $near } { $act }{ $times }{ $hurt }{ $by }{ $doubt }.
happened-week-b = На { $where_loc }{ $near } за тыдзень { $act }{ $times }{ $hurt }{ $by }{ $doubt }.
told-heavier = У папярэднія тыдні пра напады з такімі сродкамі ({ $means }) на { $where_loc } не паведамлялі.

## Загалоўкі

headline-trigger-a = Крытычны інцыдэнт на { $where_loc }: { $trigger }
headline-trigger-b = { $where }: крытычны інцыдэнт — { $trigger }
headline-killed-a = На { $where_loc } у выніку нападаў { $killed ->
    [1] загінуў чалавек
    [one] загінуў { $killed } чалавек
    [few] загінулі { WORD($killed) } чалавекі
   *[other] загінула { WORD($killed) } чалавек
}
headline-killed-b = Напады на { $where_loc }: { $killed ->
    [1] загінуў адзін чалавек
    [one] загінуў { $killed } чалавек
    [few] загінулі { WORD($killed) } чалавекі
   *[other] загінула { WORD($killed) } чалавек
}
headline-wounded-a = На { $where_loc } у выніку нападаў { $injured ->
    [1] паранены адзін чалавек
    [one] паранены { $injured } чалавек
    [few] паранены { WORD($injured) } чалавекі
   *[other] паранена { WORD($injured) } чалавек
}
headline-wounded-b = Напады на { $where_loc }: { $injured ->
    [1] паранены адзін чалавек
    [one] паранены { $injured } чалавек
    [few] паранены { WORD($injured) } чалавекі
   *[other] паранена { WORD($injured) } чалавек
}
headline-level-up-a = Узровень на { $where_loc } вырас з { $from_level_gen } да { $level_gen }
headline-level-up-b = { $where }: узровень падняўся з { $from_level_gen } да { $level_gen }
headline-level-down-a = Узровень на { $where_loc } знізіўся з { $from_level_gen } да { $level_gen }
headline-level-down-b = { $where }: узровень знізіўся з { $from_level_gen } да { $level_gen }
headline-count-up-a = Спроб перасекчы { $where_acc } пабольшала: каля { ROUGH($mean) }
headline-count-up-b = Больш спроб на { $where_loc }: каля { ROUGH($mean) } за тыдзень
headline-count-down-a = Спроб перасекчы { $where_acc } паменшала: каля { ROUGH($mean) }
headline-count-down-b = Менш спроб на { $where_loc }: каля { ROUGH($mean) } за тыдзень
headline-heavier-a = Сродкі нападу на { $where_loc } сталі больш небяспечныя: { $means }
headline-heavier-b = На { $where_loc } нападалі з больш небяспечнымі сродкамі: { $means }
headline-attacks-a = Напады на памежныя патрулі на { $where_loc }
headline-attacks-b = На { $where_loc } нападалі на памежныя патрулі
headline-event-a = На { $where_loc } { $act }
headline-event-b = { $where }: { $act }
headline-count-same-a = Спроб перасекчы { $where_acc } столькі ж, колькі і раней: каля { ROUGH($mean) }
headline-count-same-b = На { $where_loc } каля { ROUGH($mean) } { attempts }, амаль без змен
headline-count-unclear-a = На { $where_loc } каля { ROUGH($mean) } { attempts }, выразных змен няма
headline-count-unclear-b = Без выразных змен на { $where_loc }: каля { ROUGH($mean) } { attempts }
headline-count-a = Каля { ROUGH($mean) } { attempts } перасекчы { $where_acc } за тыдзень
headline-count-b = { $where }: каля { ROUGH($mean) } { attempts } за тыдзень
headline-trend-worse-a = { $cause ->
    [wounded-worse] На { $where_loc } пры нападах пацярпелі людзі
    [means-worse] На { $where_loc } нападалі з больш небяспечнымі сродкамі
   *[other] Сітуацыя на { $where_loc } пагоршылася
}
headline-trend-better-a = Сітуацыя на { $where_loc } палепшылася
headline-factor-worse-a = { $where }: фактар «{ $factor }» — { $level }, узровень мяжы — { $border_level }
headline-factor-better-a = { $where }: фактар «{ $factor }» — ужо { $level }, узровень мяжы — { $border_level }
headline-level-same-a = Узровень на { $where_loc } ранейшы — { $level }
headline-level-same-b = { $where }: узровень, як і раней, { $level }
headline-level-a = Узровень на { $where_loc } — { $level }
headline-level-b = { $where }: узровень { $level }
headline-plain = Тыдзень { $week }

## Часткі ліда

clause-trigger-a = на { $where_loc } адбыўся крытычны інцыдэнт ({ $trigger })
clause-trigger-b = { $where } перажыла крытычны інцыдэнт ({ $trigger })
clause-killed-a = у выніку нападаў на { $where_loc } { $killed ->
    [1] загінуў адзін чалавек
    [one] загінуў { $killed } чалавек
    [few] загінулі { WORD($killed) } чалавекі
   *[other] загінула { WORD($killed) } чалавек
}
clause-killed-b = напады на { $where_loc } каштавалі людзям жыцця ({ $killed ->
    [1] загінуў адзін чалавек
    [one] загінуў { $killed } чалавек
    [few] загінулі { WORD($killed) } чалавекі
   *[other] загінула { WORD($killed) } чалавек
})
clause-wounded-a = у выніку нападаў на { $where_loc } { $injured ->
    [1] паранены адзін чалавек
    [one] паранены { $injured } чалавек
    [few] паранены { WORD($injured) } чалавекі
   *[other] паранена { WORD($injured) } чалавек
}
clause-wounded-b = падчас нападаў на { $where_loc } { $injured ->
    [1] пацярпеў адзін чалавек
    [one] пацярпеў { $injured } чалавек
    [few] пацярпелі { WORD($injured) } чалавекі
   *[other] пацярпела { WORD($injured) } чалавек
}
clause-level-up-a = узровень на { $where_loc } падняўся з { $from_level_gen } да { $level_gen }
clause-level-up-b = { $where } паднялася з { $from_level_gen } ўзроўню на { $level }
clause-level-down-a = узровень на { $where_loc } знізіўся з { $from_level_gen } да { $level_gen }
clause-level-down-b = { $where } апусцілася з { $from_level_gen } ўзроўню на { $level }
clause-count-up-a = спроб перасекчы { $where_acc } стала каля { ROUGH($mean) } супраць прыкладна { ROUGH($before) } у сярэднім за { WORD(4) } папярэднія тыдні
clause-count-up-b = на { $where_loc } было каля { ROUGH($mean) } { attempts }, тады як у { WORD(4) } папярэднія тыдні — у сярэднім каля { ROUGH($before) }
clause-count-down-a = спроб перасекчы { $where_acc } паменшала: каля { ROUGH($mean) } супраць прыкладна { ROUGH($before) } у сярэднім за { WORD(4) } папярэднія тыдні
clause-count-down-b = на { $where_loc } было толькі каля { ROUGH($mean) } { attempts }, тады як у { WORD(4) } папярэднія тыдні — у сярэднім каля { ROUGH($before) }
clause-heavier-a = сродкі нападу на { $where_loc } сталі больш небяспечныя: { $means }
clause-heavier-b = на { $where_loc } нападалі са сродкамі, пра якія раней не паведамлялі ({ $means })
clause-attacks-a = на { $where_loc } нападалі на памежныя патрулі ({ $kinds })
clause-attacks-b = памежныя патрулі на { $where_loc } зазналі напады ({ $kinds })
clause-event-a = на { $where_loc } { $act }
clause-event-b = { $act } на { $where_loc }
clause-count-same-a = спроб перасекчы { $where_acc } было каля { ROUGH($mean) }, амаль столькі ж, колькі ў сярэднім за { WORD(4) } папярэднія тыдні
clause-count-same-b = на { $where_loc } было каля { ROUGH($mean) } { attempts }, прыкладна як у { WORD(4) } папярэднія тыдні
clause-count-unclear-a = на { $where_loc } было каля { ROUGH($mean) } { attempts }, выразных змен няма
clause-count-unclear-b = колькасць спроб на { $where_loc } (каля { ROUGH($mean) }) выразна не змянілася
clause-count-a = было каля { ROUGH($mean) } { attempts } перасекчы { $where_acc }
clause-count-b = на { $where_loc } налічылі каля { ROUGH($mean) } { attempts }
clause-trend-worse-a = { $cause ->
    [wounded-worse] на { $where_loc } пры нападах пацярпелі людзі
    [means-worse] на { $where_loc } нападалі з больш небяспечнымі сродкамі, чым у папярэднія тыдні
   *[other] тыдзень на { $where_loc } быў горшы за папярэднія
}
clause-trend-better-a = тыдзень на { $where_loc } быў лепшы за папярэднія
clause-factor-worse-a = на { $where_loc } фактар «{ $factor }» падняўся да { $level_gen } ўзроўню (для мяжы ў цэлым — { $border_level })
clause-factor-better-a = на { $where_loc } фактар «{ $factor }» знізіўся да { $level_gen } ўзроўню (для мяжы ў цэлым — { $border_level })
clause-level-same-a = узровень на { $where_loc } ранейшы — { $level }
clause-level-same-b = узровень на { $where_loc }, як і раней, { $level }
clause-level-a = узровень на { $where_loc } — { $level }
clause-level-b = { $where } мае { $level } узровень

also-but = { $main }; пры гэтым { $also }
also-a = { $main }; { $also }
also-b = { $main }, а { $also }
also-c = { $main }; { $also }

lede-worse-a = Стала горш: { $told }.
lede-worse-b = За тыдзень ціск вырас: { $told }.
lede-worse-c = Тыдзень быў цяжэйшы за папярэднія: { $told }.
lede-same-a = Змянілася мала: { $told }.
lede-same-b = Без істотных перамен: { $told }.
lede-same-c = Тыдзень не прынёс перамен: { $told }.
lede-better-a = Стала лепш: { $told }.
lede-better-b = Тыдзень прынёс палёгку: { $told }.
lede-better-c = Ціск паменшаў: { $told }.
lede-moved-a = Агульная тэндэнцыя не змянілася, але { $told }.
lede-moved-b = Агульная тэндэнцыя ранейшая, аднак { $told }.
lede-plain = { $told }.
lede-open-a = Каб ацаніць тыдзень у цэлым, звестак замала; вядома наступнае: { $told }.
lede-open-b = Ацаніць тыдзень у цэлым немагчыма; вядома толькі тое, што { $told }.
lede-open-c = Тэндэнцыю вызначыць нельга; паводле паведамленняў, { $told }.
lede-untrended-a = Тэндэнцыю вызначыць нельга; { $told }.
lede-untrended-b = Для тэндэнцыі звестак замала; { $told }.
lede-untrended-c = Паведамленні не даюць меркаваць пра тэндэнцыю; { $told }.

quiet-headline-a = Каб ацаніць тыдзень, звестак замала
quiet-headline-b = Паведамленняў замала, каб ацаніць тыдзень
quiet-headline-c = Пра тыдзень вядома мала
quiet-lede-a = За тыдзень { $week } не знайшлося паведамленняў, па якіх можна было б меркаваць пра межы.
quiet-lede-b = Пра тыдзень { $week } не вядома нічога, што можна палічыць або ацаніць.
quiet-lede-c = Наяўныя паведамленні нічога не кажуць пра тыдзень { $week }, таму ацэнкі няма.

## Колькасць спроб

told-count-up-a = Было каля { ROUGH($mean) } { attempts } перасекчы { $where_acc }{ $interval }; у { WORD(4) } папярэднія тыдні ў сярэднім было менш, каля { ROUGH($before) }.
told-count-up-b = На { $where_loc } было каля { ROUGH($mean) } { attempts }{ $interval }, больш, чым у сярэднім за { WORD(4) } папярэднія тыдні (каля { ROUGH($before) }).
told-count-up-c = Колькасць спроб перасекчы { $where_acc } вырасла прыкладна з { ROUGH($before) } у сярэднім за { WORD(4) } папярэднія тыдні да { ROUGH($mean) }{ $interval }.
told-count-down-a = Было каля { ROUGH($mean) } { attempts } перасекчы { $where_acc }{ $interval }; у { WORD(4) } папярэднія тыдні ў сярэднім было больш, каля { ROUGH($before) }.
told-count-down-b = На { $where_loc } было каля { ROUGH($mean) } { attempts }{ $interval }, менш, чым у сярэднім за { WORD(4) } папярэднія тыдні (каля { ROUGH($before) }).
told-count-down-c = Колькасць спроб перасекчы { $where_acc } знізілася прыкладна з { ROUGH($before) } у сярэднім за { WORD(4) } папярэднія тыдні да { ROUGH($mean) }{ $interval }.
told-count-same-a = Было каля { ROUGH($mean) } { attempts } перасекчы { $where_acc }{ $interval }, амаль як у { WORD(4) } папярэднія тыдні (у сярэднім каля { ROUGH($before) }).
told-count-same-b = На { $where_loc } колькасць спроб трымалася каля { ROUGH($mean) }{ $interval }; у сярэднім за { WORD(4) } папярэднія тыдні — каля { ROUGH($before) }.
told-count-unclear-a = Было каля { ROUGH($mean) } { attempts } перасекчы { $where_acc }{ $interval }; у { WORD(4) } папярэднія тыдні ў сярэднім — каля { ROUGH($before) }, але лічбы занадта прыблізныя, каб назваць гэта зменай.
told-count-unclear-b = На { $where_loc } было каля { ROUGH($mean) } { attempts }{ $interval }; у { WORD(4) } папярэднія тыдні ў сярэднім — каля { ROUGH($before) }, і ці гэта змена, сказаць нельга.
told-count-a = Было каля { ROUGH($mean) } { attempts } перасекчы { $where_acc }{ $interval }; пра папярэднія тыдні звестак замала, параўнаць няма з чым.
told-count-b = На { $where_loc } было каля { ROUGH($mean) } { attempts }{ $interval }; каб параўнаць, ранейшых звестак не хапае.
count-zero = Паведамлялася, што спроб на { $where_loc } — { ROUGH($mean) }: гэта звесткі, а не маўчанне.
usual-above = Гэта больш, чым звычайна (каля { ROUGH($expected) }).
usual-below = Гэта менш, чым звычайна (каля { ROUGH($expected) }).
usual-near = Гэта прыкладна столькі, колькі звычайна (каля { ROUGH($expected) }).
told-year = Годам раней за той самы тыдзень { ROUGH($year) ->
    [0] спроб не было
   *[other] было каля { ROUGH($year) }
}.
told-thin = Звесткі пра гэтую мяжу ахопліваюць { $covered ->
    [1] адзін дзень
    [one] { $covered } дзень
    [few] { WORD($covered) } дні
   *[other] { WORD($covered) } дзён
} тыдня з { NUMBER(7) }; астатняе — ацэнка.
count-list-a = Спробы перасекчы мяжу за тыдзень: { $counts }.
count-list-b = Спроб перасекчы мяжу за тыдзень: { $counts }.

## Узроўні

level-first = Паводле крытэрыяў узровень на { $where_loc } — { $level } (ацэнена фактараў пагрозы: { $assessed } з { $of }).
level-same-a = Паводле крытэрыяў узровень на { $where_loc } ранейшы — { $level } (ацэнена фактараў пагрозы: { $assessed } з { $of }).
level-same-b = Узровень на { $where_loc } застаецца { $level_ins }; ацэнена фактараў пагрозы: { $assessed } з { $of }.
level-up-a = Паводле крытэрыяў узровень на { $where_loc } падняўся з { $from_level_gen } да { $level_gen } (ацэнена фактараў пагрозы: { $assessed } з { $of }).
level-up-b = Узровень на { $where_loc } вырас з { $from_level_gen } да { $level_gen }; ацэнена фактараў пагрозы: { $assessed } з { $of }.
level-down-a = Паводле крытэрыяў узровень на { $where_loc } знізіўся з { $from_level_gen } да { $level_gen } (ацэнена фактараў пагрозы: { $assessed } з { $of }).
level-down-b = Узровень на { $where_loc } апусціўся з { $from_level_gen } да { $level_gen }; ацэнена фактараў пагрозы: { $assessed } з { $of }.
level-list-a = Узровень паводле крытэрыяў: { $levels }.
level-list-b = Паводле крытэрыяў узровень такі: { $levels }.
told-reason-standing-triggered = Такі ўзровень дзейнічае адразу, што б ні паказвалі фактары, праз крытычны інцыдэнт ({ $trigger }) і трымаецца да { $date }.
told-reason-standing-critical = Крытычны ўзровень трымаецца { $days ->
    [one] { NUMBER($days) } дзень
    [few] { NUMBER($days) } дні
   *[other] { NUMBER($days) } дзён
} пасля апошняй падставы для яго, тут — да { $date }.
told-reason-standing-expired = Крытычны ўзровень зняты: { $days ->
    [one] { NUMBER($days) } дзень
    [few] { NUMBER($days) } дні
   *[other] { NUMBER($days) } дзён
} не было новых падстаў.
told-reason-standing-held = Сам тыдзень дае ніжэйшы ўзровень, але для зніжэння трэба { $weeks ->
    [one] { NUMBER($weeks) } ацэнены тыдзень, ніжэйшы
    [few] { WORD($weeks) } ацэненыя тыдні, ніжэйшыя
   *[other] { WORD($weeks) } ацэненых тыдняў, ніжэйшых
} за яго; пакуль іх { $count ->
    [0] не было
   *[other] { NUMBER($count) }
}.
told-reason-standing-stepped-down = Ён знізіўся на прыступку, бо { $weeks ->
    [one] { NUMBER($weeks) } ацэнены тыдзень быў ніжэйшы
    [few] { WORD($weeks) } ацэненыя тыдні былі ніжэйшыя
   *[other] { WORD($weeks) } ацэненых тыдняў былі ніжэйшыя
} за ранейшы ўзровень.
told-reason-trend-count-worse = { $percent ->
    [100] Практычна пэўна, што колькасць спроб вырасла больш чым на { NUMBER($margin) } %.
   *[other] Імавернасць таго, што колькасць спроб вырасла больш чым на { NUMBER($margin) } %, — { NUMBER($percent) } %.
}
told-reason-trend-count-better = { $percent ->
    [100] Практычна пэўна, што колькасць спроб знізілася больш чым на { NUMBER($margin) } %.
   *[other] Імавернасць таго, што колькасць спроб знізілася больш чым на { NUMBER($margin) } %, — { NUMBER($percent) } %.
}
told-reason-trend-wounded-worse = Параненых і загінулых у нападах больш, чым у любы з папярэдніх тыдняў ({ $before ->
    [0] тады нікога
   *[other] найбольш { NUMBER($before) }
}).
told-reason-trigger = Падстава для гэтага ўзроўню — { $count ->
    [1] крытычны інцыдэнт
    [one] { NUMBER($count) } крытычны інцыдэнт
    [few] { NUMBER($count) } крытычныя інцыдэнты
   *[other] { NUMBER($count) } крытычных інцыдэнтаў
}: { $trigger }.

## Чаго мы не ведаем

unknown-borders = Узровень не ацэнены: { $borders }. Там замала звестак, каб ацаніць { $factors }.
unknown-borders-plain = Узровень не ацэнены: { $borders }.
unknown-counts = Не знайшлося лічбаў пра спробы за гэты тыдзень: { $borders }.
unknown-factors = На { $borders_loc } не было па чым ацаніць { $factors }.
silence-a = Дзе няма паведамленняў, там нічога не вядома; маўчанне — не спакой.
silence-b = Маўчанне — не спакой: магло адбыцца і тое, пра што не паведамілі.
silence-c = Усё гэта не прыкмета спакою, а толькі адсутнасць звестак.
not-yet = {" "}(пакуль не дзейнічае)

## Меры

acts = { $measure_id ->
    [indicator_system] дзейнічаюць
    [emergency_consultations] дзейнічаюць
   *[other] дзейнічае
}
clause-step-in-force = { $measure_id ->
    [troop_deployment] у { $states_loc }{ $since } на мяжу накіроўваюць дадатковыя сілы
    [barrier] у { $states_loc }{ $since } пачаўся новы этап работ на памежнай загародзе{ $on_border }
    [checkpoint_closure] у { $states_loc }{ $since } закрываюць пункты пропуску{ $on_border }
    [checkpoint_opening] у { $states_loc }{ $since } адкрываюць пункт пропуску{ $on_border }
   *[other] у { $states_loc }{ $since } { acts } { $measure }{ $on_border }
}{ $ends }
clause-step-extended = у { $states_loc } падоўжылі дзеянне { $measure_gen }{ $on_border }{ $ends }
clause-step-decided = у { $states_loc } прынялі рашэнне пра { $measure_acc }{ $on_border }{ $starts }
clause-step-lifted = у { $states_loc } спынілі дзеянне { $measure_gen }{ $on_border }
clause-step-lapsed = { $lapse } у { $states_loc } скончыўся тэрмін дзеяння { $measure_gen }{ $on_border }
clause-step-agreed = у { $states_loc } дамовіліся пра { $measure_acc }{ $on_border }
clause-step-announced = у { $states_loc } абвясцілі пра { $measure_acc }{ $on_border }{ not-yet }
clause-step-conditional = у { $states_loc } { $measure_acc }{ $on_border } паставілі ў залежнасць ад умовы{ not-yet }
clause-step-planned = у { $states_loc } стала вядома пра план: { $measure }{ $on_border }{ not-yet }
clause-step-proposed = у { $states_loc } прапанавалі { $measure_acc }{ $on_border }{ not-yet }
clause-step-asked = у { $states_loc } папрасілі пра { $measure_acc }{ $on_border }{ not-yet }
clause-step-denied = у { $states_loc } абверглі паведамленні пра { $measure_acc }{ $on_border }
step-in-force = { clause-step-in-force }.
step-extended = { clause-step-extended }.
step-decided = { clause-step-decided }.
step-lifted = { clause-step-lifted }.
step-lapsed = { clause-step-lapsed }.
step-agreed = { clause-step-agreed }.
step-announced = { clause-step-announced }.
step-conditional = { clause-step-conditional }.
step-planned = { clause-step-planned }.
step-proposed = { clause-step-proposed }.
step-asked = { clause-step-asked }.
step-denied = { clause-step-denied }.
headline-step-in-force = { $measure_id ->
    [troop_deployment] { $states }: на мяжу накіраваны дадатковыя сілы
    [barrier] { $states }: новы этап работ на памежнай загародзе
    [checkpoint_closure] { $states }: пункты пропуску закрываюцца
    [checkpoint_opening] { $states }: пункт пропуску адкрываецца
   *[other] { $states }: { acts } { $measure }
}
headline-step-extended = { $states }: дзеянне { $measure_gen } падоўжана
headline-step-decided = { $states }: прынята рашэнне пра { $measure_acc }
headline-step-lifted = { $states }: дзеянне { $measure_gen } спынена
headline-step-lapsed = { $states }: скончыўся тэрмін дзеяння { $measure_gen }
headline-step-agreed = { $states }: дамоўленасць пра { $measure_acc }
headline-step-announced = { $states }: абвешчана мера — { $measure }
headline-step-conditional = { $states }: { $measure } — пры ўмове
headline-step-planned = { $states }: у планах — { $measure }
headline-step-proposed = { $states }: прапанавана мера — { $measure }
headline-step-asked = { $states }: запыт на { $measure_acc }
headline-step-denied = { $states }: абвергнуты паведамленні пра { $measure_acc }
crossing = Пункт пропуску «{ $name }» з { DAY($start) } { $status_id ->
    [restricted] працуе з абмежаваннямі
   *[other] { $status }
}.
range-a = Для { $borders_gen } лесвіца мер адкрывае набор ад { $low_measure_gen } да { $high_measure_gen }; вырашаюць людзі.
range-b = Для { $borders_gen } выбар мер — ад { $low_measure_gen } да { $high_measure_gen }; рашэнне за людзьмі.
range-single = Для { $borders_gen } лесвіца мер не адкрывае нічога, акрамя гэтага: { $low_measure }.
due-start = З { $begin }: { $measure }{ $on_border } ({ $states }).
due-lapse = Па { $lapse }, калі не падоўжаць: { $measure }{ $on_border } ({ $states }).
due-critical = Крытычны ўзровень на { $where_loc } дзейнічае да { DAY($expires) }, калі яго не падоўжаць новыя інцыдэнты.
due-consult = З-за крытычнага інцыдэнту на { $asking } патрэбны кансультацыі наконт сітуацыі на { $where_loc }.

## Сігналы

signal = Быў сігнал: { $signal } ({ $answer }).
signal-from = { $sender }, сігнал: { $signal } ({ $answer }).
signal-between = { $sender } — { $receiver }: { $signal } ({ $answer }).
headline-signal = { $signal }: { $answer }
clause-signal = быў сігнал: { $signal } ({ $answer })
