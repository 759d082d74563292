### Чарнавік тыдня. Частка сказа (clause) пачынаецца з малой літары, загаловак без кропкі.
### Лікі ў тэкст не ўпісваюцца: { WORD(4) } аб'яўляе лік, які належыць самой фразе.

## Часткі

day = { DAY($day) }
span = { RANGE($start, $end) }
near = {" "}({ $name })
times = {" "}{ $times ->
    [2] двойчы
    [few] { WORD($times) } разы
   *[other] { WORD($times) } разоў
}
hurt = , { $hurt }
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
by-far-side = {" "}(удзельнічалі службы суседняй дзяржавы)
doubt-unconfirmed = {" "}(не пацверджана)
doubt-claim = {" "}(так сцвярджае толькі бок, які абвінавачвае)
interval-90 = {" "}(інтэрвал { PCT(90) }: { ROUGH($low90) }–{ ROUGH($high90) })
on-border = {" "}на { $borders_loc }
not-yet = {" "}(пакуль не дзейнічае)
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

happened-a = { $days } { $at }{ $near } { $act }{ $hurt }{ $by }{ $doubt }
happened-b = { $at }{ $near } { $days } { $act }{ $hurt }{ $by }{ $doubt }
happened-c = { $act } { $at }{ $near } { $days }{ $hurt }{ $by }{ $doubt }
happened-span-a = { $days } { $at }{ $near } { $act }{ $hurt }{ $by }{ $doubt }
happened-span-b = { $act } { $at }{ $near } у гэтыя дні: { $days }{ $hurt }{ $by }{ $doubt }
happened-week-a = за тыдзень { $at }{ $near } { $act }{ $times }{ $hurt }{ $by }{ $doubt }
happened-week-b = { $at }{ $near } на працягу тыдня { $act }{ $times }{ $hurt }{ $by }{ $doubt }
told-heavier-a = у папярэднія тыдні пра напады з такімі сродкамі ({ $means }) на { $where_loc } не паведамлялі
told-heavier-b = такія сродкі ({ $means }) для { $where_gen } новыя, калі глядзець на папярэднія тыдні
told-attack-weeks-a = напады на { $where_loc } доўжацца { weeks-count } запар
told-attack-weeks-b = ужо { weeks-count } запар з { $where_gen } паведамляюць пра напады

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
headline-level-up-c = На { $where_loc } цяпер { $level } узровень, быў { $from_level }
headline-level-down-a = Узровень на { $where_loc } знізіўся з { $from_level_gen } да { $level_gen }
headline-level-down-b = { $where }: узровень знізіўся з { $from_level_gen } да { $level_gen }
headline-level-down-c = На { $where_loc } замест { $from_level_gen } узроўню — { $level }
headline-count-up-a = Спроб перасекчы { $where_acc } пабольшала: каля { ROUGH($mean) }
headline-count-up-b = Больш спроб на { $where_loc }: каля { ROUGH($mean) } за тыдзень
headline-count-up-c = Ціск на { $where_loc } расце: каля { ROUGH($mean) } { attempts }
headline-count-down-a = Спроб перасекчы { $where_acc } паменшала: каля { ROUGH($mean) }
headline-count-down-b = Менш спроб на { $where_loc }: каля { ROUGH($mean) } за тыдзень
headline-count-down-c = Ціск на { $where_loc } слабее: каля { ROUGH($mean) } { attempts }
headline-count-down-d = Колькасць спроб на { $where_loc } упала прыкладна да { ROUGH($mean) }
headline-heavier-a = Сродкі нападу на { $where_loc } сталі больш небяспечныя: { $means }
headline-heavier-b = На { $where_loc } нападалі з больш небяспечнымі сродкамі: { $means }
headline-attacks-a = Напады на памежныя патрулі на { $where_loc }
headline-attacks-b = На { $where_loc } нападалі на памежныя патрулі
headline-attacks-c = Патрулі на { $where_loc } зазналі напады
headline-attacks-d = { $where }: напады на патрулі ({ $kinds })
headline-event-a = На { $where_loc } { $act }
headline-event-b = { $where }: { $act }
headline-event-c = { $act } на { $where_loc }
headline-count-same-a = Спроб перасекчы { $where_acc } столькі ж, колькі і раней: каля { ROUGH($mean) }
headline-count-same-b = На { $where_loc } каля { ROUGH($mean) } { attempts }, амаль без змен
headline-count-same-c = Мала змен на { $where_loc }: каля { ROUGH($mean) } { attempts }
headline-count-same-d = { $where }: як і раней, каля { ROUGH($mean) } { attempts }
headline-count-same-e = На { $where_loc } усё па-ранейшаму — каля { ROUGH($mean) } { attempts }
headline-count-unclear-a = На { $where_loc } каля { ROUGH($mean) } { attempts }, выразных змен няма
headline-count-unclear-b = Без выразных змен на { $where_loc }: каля { ROUGH($mean) } { attempts }
headline-count-unclear-c = { $where }: каля { ROUGH($mean) } { attempts }, куды ідзе справа, незразумела
headline-count-unclear-d = Ні выразнага росту, ні выразнага спаду на { $where_loc }: каля { ROUGH($mean) } { attempts }
headline-count-unclear-e = Лічбы пра { $where_acc } грубыя, выразных змен няма
headline-count-a = Каля { ROUGH($mean) } { attempts } перасекчы { $where_acc } за тыдзень
headline-count-b = { $where }: каля { ROUGH($mean) } { attempts } за тыдзень
headline-count-c = Паводле паведамленняў, на { $where_loc } каля { ROUGH($mean) } { attempts }
headline-trend-worse-a = { $cause ->
    [wounded-worse] На { $where_loc } пры нападах пацярпелі людзі
    [means-worse] На { $where_loc } нападалі з больш небяспечнымі сродкамі
   *[other] Сітуацыя на { $where_loc } пагоршылася
}
headline-trend-worse-b = { $cause ->
    [wounded-worse] Напады на { $where_loc }: пацярпелі людзі
    [means-worse] Больш небяспечныя сродкі нападу на { $where_loc }
   *[other] Цяжкі тыдзень на { $where_loc }
}
headline-trend-better-a = Сітуацыя на { $where_loc } палепшылася
headline-trend-better-b = Тыдзень на { $where_loc } лепшы за папярэднія
headline-factor-worse-a = { $where }: фактар «{ $factor }» — { $level }, узровень мяжы — { $border_level }
headline-factor-better-a = { $where }: фактар «{ $factor }» — ужо { $level }, узровень мяжы — { $border_level }
headline-level-same-a = Узровень на { $where_loc } ранейшы — { $level }
headline-level-same-b = { $where }: узровень, як і раней, { $level }
headline-level-same-c = На { $where_loc } застаецца { $level } узровень
headline-level-same-d = Па-ранейшаму { $level } узровень на { $where_loc }
headline-level-a = Узровень на { $where_loc } — { $level }
headline-level-b = { $where }: узровень { $level }
headline-level-c = На { $where_loc } { $level } узровень
headline-plain = Тыдзень { $week }

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
