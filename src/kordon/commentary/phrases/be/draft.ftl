### Чарнавік тыдня. Частка сказа (clause) пачынаецца з малой літары, загаловак без кропкі.
### Лікі ў тэкст не ўпісваюцца: { WORD(4) } аб'яўляе лік, які належыць самой фразе.

## Часткі

day = { DAY($day) }
same-border-nom = гэтая самая мяжа
same-border-gen = гэтай самай мяжы
same-border-acc = гэтую самую мяжу
same-border-loc = гэтай самай мяжы
span = { RANGE($start, $end) }
near = {" "}каля населенага пункта { $name }
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
by-far-side = ; удзельнічалі службы суседняга боку
doubt-unconfirmed = {" "}(не пацверджана)
doubt-claim = {" "}(так сцвярджае толькі абвінаваўчы бок)
interval-90 = {" "}(інтэрвал { PCT(90) }: { ROUGH($low90) }–{ ROUGH($high90) })
count-part = каля { ROUGH($mean) } на { $where_loc }
level-part = на { $where_loc } — { $level }
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

act-mass-push = група спрабавала прарвацца праз лінію мяжы
act-crossing-attempt = людзі спрабавалі трапіць на другі бок
act-stone-throwing = у патрулі кідалі камяні
act-slingshot = па патрулях стралялі з рагатак
act-pepper-spray = супраць патрулёў ужывалі перцавы газ
act-pyrotechnics = ужывалі піратэхніку
act-laser = патрулі асляплялі лазерамі
act-knife-attack = на памежны нарад напалі з нажом
act-assault = на памежны нарад напалі
act-fence-damage = пашкодзілі загароду
act-tunnel = выявілі падкоп пад загароду
act-shots-fired = прагучалі стрэлы
act-warning-shots = памежны нарад зрабіў папераджальныя стрэлы
act-weapon-use = ужылі зброю
act-weapon-aimed = на памежны нарад навялі зброю
act-armed-incursion = узброеныя людзі перайшлі лінію мяжы
act-airspace-violation = была парушана паветраная прастора
act-drone = зафіксавалі залёт беспілотніка
act-balloon = зафіксавалі залёт паветраных шароў
act-exercise = прайшлі вайсковыя вучэнні
act-deployment = былі перакінуты сілы
act-death = зафіксавана гібель чалавека
act-rescue = выратавалі людзей
act-espionage = выявіўся выпадак шпіянажу або вярбоўкі
act-information-attack = адбылася інфармацыйная атака
act-cyber = адбыўся кіберінцыдэнт
act-smuggling = спынілі кантрабанду
act-other = адбыўся інцыдэнт іншага роду
act-unnamed = адзначана наступнае: { $kind }

happened-a = { $days } на { $where_loc }{ $near } { $act }{ $hurt }{ $by }{ $doubt }.
happened-b = На { $where_loc }{ $near } { $days } { $act }{ $hurt }{ $by }{ $doubt }.
happened-span = { $days } на { $where_loc }{ $near } { $act }{ $hurt }{ $by }{ $doubt }.
happened-week-a = На працягу тыдня на { $where_loc }{ $near } { $act }{ $times }{ $hurt }{ $by }{ $doubt }.
happened-week-b = На { $where_loc }{ $near } за тыдзень { $act }{ $times }{ $hurt }{ $by }{ $doubt }.
told-heavier = У папярэднія тыдні такіх сродкаў на { $where_loc } не адзначалі: { $means }.

## Загалоўкі

headline-trigger-a = Крытычны інцыдэнт на { $where_loc }
headline-trigger-b = На { $where_loc } адбыўся крытычны інцыдэнт
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
headline-level-down-b = { $where }: узровень апусціўся з { $from_level_gen } да { $level_gen }
headline-count-up-a = Спроб перасекчы { $where_acc } пабольшала: каля { ROUGH($mean) }
headline-count-up-b = Больш спроб на { $where_loc }: каля { ROUGH($mean) } за тыдзень
headline-count-down-a = Спроб перасекчы { $where_acc } паменшала: каля { ROUGH($mean) }
headline-count-down-b = Менш спроб на { $where_loc }: каля { ROUGH($mean) } за тыдзень
headline-heavier-a = Сродкі нападу на { $where_loc } сталі больш небяспечныя: { $means }
headline-heavier-b = На { $where_loc } у ход пайшлі больш небяспечныя сродкі: { $means }
headline-attacks-a = Напады на памежныя нарады на { $where_loc }
headline-attacks-b = На { $where_loc } нападалі на памежныя нарады
headline-event-a = На { $where_loc } { $act }
headline-event-b = { $where }: { $act }
headline-count-same-a = Спроб перасекчы { $where_acc } столькі ж, як і раней: каля { ROUGH($mean) }
headline-count-same-b = На { $where_loc } каля { ROUGH($mean) } { attempts }, амаль без змен
headline-count-unclear-a = На { $where_loc } каля { ROUGH($mean) } { attempts }, выразных змен няма
headline-count-unclear-b = Без выразных змен на { $where_loc }: каля { ROUGH($mean) } { attempts }
headline-count-a = Каля { ROUGH($mean) } { attempts } перасекчы { $where_acc } за тыдзень
headline-count-b = { $where }: каля { ROUGH($mean) } { attempts } за тыдзень
headline-trend-worse-a = Паводле крытэрыяў на { $where_loc } стала горш
headline-trend-better-a = Паводле крытэрыяў на { $where_loc } стала лепш
headline-factor-worse-a = { $where }: { $factor } — узровень вырас да { $level_gen }
headline-factor-better-a = { $where }: { $factor } — узровень знізіўся да { $level_gen }
headline-level-a = Узровень на { $where_loc } — { $level }
headline-level-b = { $where }: узровень { $level }
headline-plain = Тыдзень { $week }

## Часткі ліда

clause-trigger-a = на { $where_loc } зафіксаваны крытычны інцыдэнт: { $trigger }
clause-trigger-b = на { $where_loc } адбылося тое, што крытэрыі называюць крытычным інцыдэнтам ({ $trigger })
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
clause-level-up-b = { $where } перайшла з { $from_level_gen } ўзроўню на { $level }
clause-level-down-a = узровень на { $where_loc } знізіўся з { $from_level_gen } да { $level_gen }
clause-level-down-b = { $where } апусцілася з { $from_level_gen } ўзроўню на { $level }
clause-count-up-a = спроб перасекчы { $where_acc } стала каля { ROUGH($mean) } супраць прыкладна { ROUGH($before) } на тыдзень за { WORD(4) } папярэднія тыдні
clause-count-up-b = на { $where_loc } адзначана каля { ROUGH($mean) } { attempts }, тады як { WORD(4) } папярэднія тыдні давалі ў сярэднім каля { ROUGH($before) }
clause-count-down-a = спроб перасекчы { $where_acc } паменшала: каля { ROUGH($mean) } супраць прыкладна { ROUGH($before) } на тыдзень за { WORD(4) } папярэднія тыдні
clause-count-down-b = на { $where_loc } адзначана толькі каля { ROUGH($mean) } { attempts }, тады як { WORD(4) } папярэднія тыдні давалі ў сярэднім каля { ROUGH($before) }
clause-heavier-a = сродкі нападу на { $where_loc } сталі больш небяспечныя: { $means }
clause-heavier-b = на { $where_loc } у ход пайшлі сродкі, якіх раней не адзначалі ({ $means })
clause-attacks-a = на { $where_loc } нападалі на памежныя нарады ({ $kinds })
clause-attacks-b = памежныя нарады на { $where_loc } цярпелі ад нападаў ({ $kinds })
clause-event-a = на { $where_loc } { $act }
clause-event-b = { $act } на { $where_loc }
clause-count-same-a = спроб перасекчы { $where_acc } каля { ROUGH($mean) }, амаль столькі ж, як у сярэднім за { WORD(4) } папярэднія тыдні
clause-count-same-b = { $where } засталася на ранейшай адзнацы: каля { ROUGH($mean) } { attempts }, як у сярэднім за { WORD(4) } папярэднія тыдні
clause-count-unclear-a = на { $where_loc } каля { ROUGH($mean) } { attempts }, і выразных змен у гэтым няма
clause-count-unclear-b = колькасць спроб на { $where_loc } (каля { ROUGH($mean) }) выразна не змянілася
clause-count-a = адзначана каля { ROUGH($mean) } { attempts } перасекчы { $where_acc }
clause-count-b = на { $where_loc } налічылі каля { ROUGH($mean) } { attempts }
clause-trend-worse-a = у сукупнасці крытэрыі паказваюць пагаршэнне на { $where_loc }
clause-trend-better-a = у сукупнасці крытэрыі паказваюць паляпшэнне на { $where_loc }
clause-factor-worse-a = на { $where_loc } узровень фактару «{ $factor }» вырас да { $level_gen }
clause-factor-better-a = на { $where_loc } узровень фактару «{ $factor }» знізіўся да { $level_gen }
clause-level-a = узровень на { $where_loc } — { $level }
clause-level-b = { $where } застаецца на адзнацы «{ $level }»

also-but = { $main }; пры гэтым { $also }
also-a = { $main }; { $also }
also-b = { $main }, а { $also }
also-c = { $main }; акрамя таго, { $also }

lede-worse-a = Сітуацыя пагоршылася: { $told }.
lede-worse-b = За тыдзень ціск вырас: { $told }.
lede-worse-c = Тыдзень быў цяжэйшы за мінулы: { $told }.
lede-same-a = Прыкметных зрухаў няма: { $told }.
lede-same-b = Сітуацыя не змянілася: { $told }.
lede-same-c = Тыдзень прайшоў без пералому: { $told }.
lede-better-a = Сітуацыя палепшылася: { $told }.
lede-better-b = Тыдзень прынёс пэўную палёгку: { $told }.
lede-better-c = Стала спакайней, і гэта відаць са звестак: { $told }.
lede-moved-a = Сам тыдзень пералому не прынёс, але адзначыць трэба вось што: { $told }.
lede-moved-b = Тэндэнцыя ранейшая; пры гэтым { $told }.
lede-plain = { $told }.
lede-open-a = Каб ацаніць тыдзень, звестак мала, але вядома наступнае: { $told }.
lede-open-b = Ацаніць тыдзень у цэлым немагчыма; сказаць можна вось што: { $told }.
lede-open-c = Пра тэндэнцыю меркаваць няма падстаў, ёсць толькі паведамленні: { $told }.

quiet-headline-a = Меркаваць пра тыдзень няма па чым
quiet-headline-b = Паведамленняў замала, каб ацаніць тыдзень
quiet-headline-c = Тыдзень без звестак
quiet-lede-a = За { $week } не знайшлося паведамленняў, па якіх можна было б меркаваць пра межы.
quiet-lede-b = Пра тыдзень { $week } не стала вядома нічога, што можна палічыць або ацаніць.
quiet-lede-c = Наяўныя паведамленні нічога не кажуць пра тыдзень { $week }, таму ацэнкі няма.

## Колькасць спроб

told-count-up-a = Адзначана каля { ROUGH($mean) } { attempts } перасекчы { $where_acc }{ $interval }; за { WORD(4) } папярэднія тыдні ў сярэднім было каля { ROUGH($before) }.
told-count-up-b = На { $where_loc } — каля { ROUGH($mean) } { attempts }{ $interval }, больш, чым у сярэднім за { WORD(4) } папярэднія тыдні (каля { ROUGH($before) }).
told-count-up-c = Колькасць спроб перасекчы { $where_acc } вырасла прыкладна з { ROUGH($before) } на тыдзень (сярэдняе за { WORD(4) } тыдні) да { ROUGH($mean) }{ $interval }.
told-count-down-a = Адзначана каля { ROUGH($mean) } { attempts } перасекчы { $where_acc }{ $interval }; за { WORD(4) } папярэднія тыдні ў сярэднім было больш, каля { ROUGH($before) }.
told-count-down-b = На { $where_loc } — каля { ROUGH($mean) } { attempts }{ $interval }, менш, чым у сярэднім за { WORD(4) } папярэднія тыдні (каля { ROUGH($before) }).
told-count-down-c = Колькасць спроб перасекчы { $where_acc } знізілася прыкладна з { ROUGH($before) } на тыдзень (сярэдняе за { WORD(4) } тыдні) да { ROUGH($mean) }{ $interval }.
told-count-same-a = Адзначана каля { ROUGH($mean) } { attempts } перасекчы { $where_acc }{ $interval }, амаль як за { WORD(4) } папярэднія тыдні (у сярэднім каля { ROUGH($before) }).
told-count-same-b = На { $where_loc } колькасць спроб трымалася каля { ROUGH($mean) }{ $interval } пры сярэднім каля { ROUGH($before) } за { WORD(4) } папярэднія тыдні.
told-count-unclear-a = Адзначана каля { ROUGH($mean) } { attempts } перасекчы { $where_acc }{ $interval }; за { WORD(4) } папярэднія тыдні ў сярэднім было каля { ROUGH($before) }, але лічбы занадта грубыя, каб назваць гэта зменай.
told-count-unclear-b = На { $where_loc } — каля { ROUGH($mean) } { attempts }{ $interval }; побач з сярэднім за { WORD(4) } папярэднія тыдні (каля { ROUGH($before) }) пэўнай змены не відаць.
told-count-a = Адзначана каля { ROUGH($mean) } { attempts } перасекчы { $where_acc }{ $interval }; пра папярэднія тыдні звестак мала, параўнаць няма з чым.
told-count-b = На { $where_loc } — каля { ROUGH($mean) } { attempts }{ $interval }; для параўнання ранейшых звестак не хапае.
count-zero = Для { $where_gen } паведамлены лік { ROUGH($mean) }: гэта звесткі, а не маўчанне.
usual-above = Звычайным быў бы лік каля { ROUGH($expected) }, так што тыдзень вышэйшы за звычайны.
usual-below = Звычайным быў бы лік каля { ROUGH($expected) }, так што тыдзень ніжэйшы за звычайны.
usual-near = Гэта блізка да чаканага (каля { ROUGH($expected) }).
told-year = Годам раней за той самы тыдзень было каля { ROUGH($year) }.
told-thin = Па гэтай мяжы паведамленні ахопліваюць { $covered ->
    [1] адзін дзень
    [one] { $covered } дзень
    [few] { WORD($covered) } дні
   *[other] { WORD($covered) } дзён
} тыдня з { NUMBER(7) }; астатняе — ацэнка.
count-list-a = Спробы перасячэння за тыдзень: { $counts }.
count-list-b = За гэтым стаяць спробы перасячэння: { $counts }.

## Узроўні

level-first = Паводле крытэрыяў узровень на { $where_loc } — { $level }; ацэнена фактараў пагрозы: { $assessed } з { $of }.
level-same-a = Паводле крытэрыяў узровень на { $where_loc } ранейшы — { $level } (ацэнена фактараў пагрозы: { $assessed } з { $of }).
level-same-b = Калі мераць крытэрыямі, { $where } застаецца на тым самым узроўні: { $level }; фактараў пагрозы ацэнена { $assessed } з { $of }.
level-up-a = Паводле крытэрыяў узровень на { $where_loc } падымаецца з { $from_level_gen } да { $level_gen } (ацэнена фактараў пагрозы: { $assessed } з { $of }).
level-up-b = Калі мераць крытэрыямі, узровень на { $where_loc } вырас з { $from_level_gen } да { $level_gen }; фактараў пагрозы ацэнена { $assessed } з { $of }.
level-down-a = Паводле крытэрыяў узровень на { $where_loc } зніжаецца з { $from_level_gen } да { $level_gen } (ацэнена фактараў пагрозы: { $assessed } з { $of }).
level-down-b = Калі мераць крытэрыямі, узровень на { $where_loc } апусціўся з { $from_level_gen } да { $level_gen }; фактараў пагрозы ацэнена { $assessed } з { $of }.
level-list-a = Узровень паводле крытэрыяў: { $levels }.
level-list-b = Крытэрыі даюць такія ўзроўні: { $levels }.

## Чаго мы не ведаем

unknown-borders = Не ацэнены межы: { $borders }.
unknown-counts = Лічбаў пра спробы за гэты тыдзень не знайшлося для межаў: { $borders }.
unknown-factors = На { $borders_loc } няма па чым ацаніць такія фактары: { $factors }.
silence-a = Дзе маўчаць паведамленні, там нічога не вядома; маўчанне — не спакой.
silence-b = Маўчанне — не спакой: тое, пра што не паведамілі, магло адбыцца.
silence-c = Усё гэта не прыкмета спакою, а толькі адсутнасць звестак.

## Меры

acts = { $measure_id ->
    [indicator_system] дзейнічаюць
    [emergency_consultations] дзейнічаюць
   *[other] дзейнічае
}
clause-step-in-force = у { $states_loc }{ $since } { acts } { $measure }{ $on_border }{ $ends }
clause-step-extended = у { $states_loc } падоўжана дзеянне { $measure_gen }{ $on_border }{ $ends }
clause-step-decided = у { $states_loc } прынята рашэнне пра { $measure_acc }{ $on_border }{ $starts }
clause-step-lifted = у { $states_loc } спынена дзеянне { $measure_gen }{ $on_border }
clause-step-lapsed = { $lapse } у { $states_loc } скончыўся тэрмін дзеяння { $measure_gen }{ $on_border }
clause-step-agreed = у { $states_loc } дамовіліся пра { $measure_acc }{ $on_border }
clause-step-announced = у { $states_loc } абвешчана пра { $measure_acc }{ $on_border }
clause-step-conditional = у { $states_loc } { $measure_acc }{ $on_border } паставілі ў залежнасць ад умовы
clause-step-planned = у { $states_loc } стала вядома пра план: { $measure }{ $on_border }
clause-step-proposed = у { $states_loc } прагучала прапанова: { $measure }{ $on_border }
clause-step-asked = у { $states_loc } прагучаў запыт на { $measure_acc }{ $on_border }
clause-step-denied = у { $states_loc } абверглі паведамленні пра { $measure_acc }{ $on_border }
step-in-force = { clause-step-in-force }.
step-extended = { clause-step-extended }.
step-decided = { clause-step-decided }.
step-lifted = { clause-step-lifted }.
step-lapsed = { clause-step-lapsed }.
step-agreed = { clause-step-agreed }.
step-announced = { clause-step-announced }; у сілу гэта яшчэ не ўступіла.
step-conditional = { clause-step-conditional }; у сілу гэта яшчэ не ўступіла.
step-planned = { clause-step-planned }; у сілу гэта яшчэ не ўступіла.
step-proposed = { clause-step-proposed }; у сілу гэта яшчэ не ўступіла.
step-asked = { clause-step-asked }; у сілу гэта яшчэ не ўступіла.
step-denied = { clause-step-denied }.
headline-step-in-force = { $states }: { acts } { $measure }
headline-step-extended = { $states }: дзеянне { $measure_gen } падоўжана
headline-step-decided = { $states }: прынята рашэнне пра { $measure_acc }
headline-step-lifted = { $states }: дзеянне { $measure_gen } спынена
headline-step-lapsed = { $states }: скончыўся тэрмін дзеяння { $measure_gen }
headline-step-agreed = { $states }: дамоўленасць пра { $measure_acc }
headline-step-announced = { $states }: абвешчана пра { $measure_acc }
headline-step-conditional = { $states }: { $measure } — пры ўмове
headline-step-planned = { $states }: у планах { $measure }
headline-step-proposed = { $states }: прапанавана мера — { $measure }
headline-step-asked = { $states }: запыт на { $measure_acc }
headline-step-denied = { $states }: паведамленні пра { $measure_acc } абвергнуты
crossing = Пункт пропуску «{ $name }» з { DAY($start) } { $status }.
range-a = Для { $borders_gen } прапанаваны набор мер: ад { $low_measure_gen } да { $high_measure_gen }; вырашаюць людзі.
range-b = Лесвіца мер для { $borders_gen } вядзе ад { $low_measure_gen } да { $high_measure_gen }, а выбар застаецца за людзьмі.
range-single = Для { $borders_gen } не прапануецца нічога звыш гэтага: { $low_measure }.
due-start = Пачатак дзеяння { $measure_gen }{ $on_border } ({ $states }) прызначаны на { $begin }.
due-lapse = { $lapse } сканчаецца тэрмін дзеяння { $measure_gen }{ $on_border } ({ $states }), калі яго не падоўжаць.
due-critical = Крытычны ўзровень на { $where_loc } трымаецца да { DAY($expires) }, калі яго не адновяць новыя інцыдэнты.
due-consult = Крытычны інцыдэнт у іншым месцы ({ $asking }) патрабуе кансультацый і для { $where_gen }.

## Сігналы

signal = Пададзены сігнал: { $signal } ({ $answer }).
signal-from = { $sender } падае сігнал: { $signal } ({ $answer }).
signal-between = { $sender } — { $receiver }: { $signal } ({ $answer }).
headline-signal = { $signal }: { $answer }
clause-signal = сігнал тыдня такі: { $signal } ({ $answer })
