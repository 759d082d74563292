# Чаму мяжа, фактар або паказчык маюць свой узровень; і старонка, якая пераказвае дакумент крытэрыяў.

part-assessed = Ацэнена фактараў: { $assessed } з { $of }.

## Мяжа: ацэнка самога тыдня

reason-score-critical =
    { $border }: узровень { $level }. { $count ->
        [one] Крытычны { $count } фактар
        [few] Крытычныя { $count } фактары
        [many] Крытычныя { $count } фактараў
       *[other] Крытычныя { $count } фактару
    }, сярод іх «{ $factor }». { part-assessed }
reason-score-high =
    { $border }: узровень { $level }. { $count ->
        [1] Высокі або крытычны фактар — «{ $factor }»
        [one] Высокі або крытычны { $count } фактар; найвышэйшы — «{ $factor }»
        [few] Высокія або крытычныя { $count } фактары; найвышэйшы — «{ $factor }»
        [many] Высокія або крытычныя { $count } фактараў; найвышэйшы — «{ $factor }»
       *[other] Высокія або крытычныя { $count } фактару; найвышэйшы — «{ $factor }»
    }. { part-assessed }
reason-score-many-medium =
    { $border }: узровень { $level }. { $count ->
        [one] Сярэдні { $count } фактар
        [few] Сярэднія { $count } фактары
        [many] Сярэднія { $count } фактараў
       *[other] Сярэднія { $count } фактару
    }, першы з іх — «{ $factor }». { part-assessed }
reason-score-medium =
    { $border }: узровень { $level }. { $count ->
        [1] Сярэдні фактар — «{ $factor }»
        [one] Сярэдні { $count } фактар
        [few] Сярэднія { $count } фактары, першы з іх — «{ $factor }»
        [many] Сярэднія { $count } фактараў, першы з іх — «{ $factor }»
       *[other] Сярэднія { $count } фактару, першы з іх — «{ $factor }»
    }. { part-assessed }
reason-score-low =
    { $border }: узровень { $level }. { $count ->
        [0] Усе ацэненыя фактары нізкія.
       *[other] Фактараў, вышэйшых за нізкі ўзровень: { $count }.
    } { part-assessed }
reason-score-essential-missing =
    { $border }: узровень не ацэнены, бо замала звестак, каб ацаніць { $count ->
        [1] фактар «{ $factor }»
        [2] фактары «{ $factor }» і «{ $other_factor }»
       *[other] «{ $factor }», «{ $other_factor }» і іншыя абавязковыя фактары
    }. { part-assessed }
reason-score-nothing = { $border }: узровень не ацэнены, бо не ўдалося ацаніць ніводзін фактар. { part-assessed }
reason-no-criteria = { $border }: узровень не ацэнены, бо для гэтай мяжы няма крытэрыяў.
reason-criteria-not-valid = { $border }: узровень не ацэнены, бо крытэрыі для гэтай мяжы на гэты тыдзень не распаўсюджваюцца.

## Мяжа: што застаецца ў сіле

reason-standing-triggered = { $border }: узровень адразу { $level }, што б ні паказвалі фактары, бо адбыўся крытычны інцыдэнт ({ $trigger }). Узровень застаецца да { $date }.
reason-standing-critical = { $border }: узровень { $level } да { $date }. Крытычны ўзровень трымаецца { $days ->
        [one] { $days } дзень
        [few] { $days } дні
        [many] { $days } дзён
       *[other] { $days } дня
    } пасля апошняй падставы для яго.
reason-standing-expired = { $border }: узровень { $level }. Крытычны ўзровень зняты: { $days ->
        [one] { $days } дзень
        [few] { $days } дні
        [many] { $days } дзён
       *[other] { $days } дня
    } не было новых падстаў.
reason-standing-held = { $border }: узровень усё яшчэ { $level }. Сам тыдзень дае ніжэйшы ўзровень, але для зніжэння трэба { $weeks ->
        [one] { $weeks } ацэнены тыдзень, ніжэйшы
        [few] { $weeks } ацэненыя тыдні, ніжэйшыя
        [many] { $weeks } ацэненых тыдняў, ніжэйшых
       *[other] { $weeks } ацэненага тыдня, ніжэйшага
    } за яго; пакуль іх { $count ->
        [0] не было
       *[other] { $count }
    }.
reason-standing-stepped-down = { $border }: узровень { $level }, на прыступку ніжэй, бо { $weeks ->
        [one] { $weeks } ацэнены тыдзень быў ніжэйшы
        [few] { $weeks } ацэненыя тыдні былі ніжэйшыя
        [many] { $weeks } ацэненых тыдняў былі ніжэйшыя
       *[other] { $weeks } ацэненага тыдня былі ніжэйшыя
    } за ранейшы ўзровень.
reason-consult = З-за крытычнага інцыдэнту на іншай мяжы ({ $border }) тут патрэбны кансультацыі.

## Трыгеры

reason-trigger = { $border }: { $count ->
        [1] крытычны інцыдэнт
        [one] { $count } крытычны інцыдэнт
        [few] { $count } крытычныя інцыдэнты
        [many] { $count } крытычных інцыдэнтаў
       *[other] { $count } крытычнага інцыдэнту
    }, { $trigger }.
reason-trigger-doubtful = { $border }: { $trigger } — пра гэта паведамляюць з агаворкай («{ $word }»). Пакуль чалавек не пацвердзіць, на ўзровень гэта не ўплывае.
reason-trigger-incident = { $date }: { $kind }; ацэнка крыніцы — { $grade }.
reason-trigger-incident-people = { $date }: { $kind }, { $people ->
        [one] { $people } чалавек
        [few] { $people } чалавекі
        [many] { $people } чалавек
       *[other] { $people } чалавека
    }; ацэнка крыніцы — { $grade }.

## Фактары

part-read = Паказчыкаў са значэннем: { $assessed } з { $of }.
reason-factor-low = { $factor }: узровень { $level }; усе паказчыкі нізкія. { part-read }
reason-factor-one = { $factor }: узровень { $level } праз паказчык «{ $indicator }». { part-read }
reason-factor-several = { $factor }: узровень { $level }. Так паказваюць { $count ->
        [one] { $count } паказчык
        [few] { $count } паказчыкі
        [many] { $count } паказчыкаў
       *[other] { $count } паказчыка
    }, першы з іх — «{ $indicator }». { part-read }
reason-factor-single-source = { $factor }: узровень { $level }. Паводле паказчыка «{ $indicator }» ён быў бы { $read_level }, але за ім стаіць адзіная крыніца, таму ўзровень на прыступку ніжэйшы. { part-read }
reason-factor-raised = { $factor }: узровень { $level } замест { $read_level_gen }, бо пагроза рэальная, а ахова слабая.
reason-factor-not-assessed = { $factor }: узровень не ацэнены, бо ніводзін паказчык не мае значэння.
reason-factor-no-source = { $factor }: узровень не ацэнены, бо крыніцы пра гэта не паведамляюць.

## Паказчыкі

reason-indicator-no-reading = { $indicator }: за гэты тыдзень значэння няма, таму паказчык не ацэнены.
reason-indicator-unknown = { $indicator }: паказчык не ацэнены.
reason-indicator-poor-coverage = { $indicator }: паказчык не ацэнены. { $percent ->
        [0] Паведамленняў за гэты тыдзень няма
       *[other] Паведамленні ахопліваюць { $percent } % тыдня
    }, а трэба не менш за { $needed } %.
reason-indicator-unconfirmed = { $count ->
        [one] { $count } паведамленне не ўлічана
        [few] { $count } паведамленні не ўлічаны
        [many] { $count } паведамленняў не ўлічана
       *[other] { $count } паведамлення не ўлічана
    } як непацверджанае: ацэнка крыніцы ніжэйшая за { $grade }.
part-amount = { $indicator_id ->
    [b1-wounded] { $value ->
        [one] { $value } чалавек
        [few] { $value } чалавекі
        [many] { $value } чалавек
       *[other] { $value } чалавека
    }
    [b4] { $value ->
        [one] { $value } чалавек
        [few] { $value } чалавекі
        [many] { $value } чалавек
       *[other] { $value } чалавека
    }
    [p5] { $value ->
        [one] { $value } чалавек
        [few] { $value } чалавекі
        [many] { $value } чалавек
       *[other] { $value } чалавека
    }
    [p2] больш у { $value ->
        [one] { $value } раз
        [few] { $value } разы
        [many] { $value } разоў
       *[other] { $value } раза
    }
    [v1] { $value } %
    [v2] { $value } %
   *[other] { $value }
}
part-amount-low = { $indicator_id ->
    [p2] { $value } ад ранейшага
   *[other] { part-amount }
}
part-bound = { $indicator_id ->
    [p2] { $bound ->
        [one] { $bound } раза
        [few] { $bound } разоў
        [many] { $bound } разоў
       *[other] { $bound } раза
    }
    [v1] { $bound } %
    [v2] { $bound } %
   *[other] { $bound }
}
part-bound-low = { $indicator_id ->
    [p2] { $bound }
   *[other] { part-bound }
}
part-count = { $indicator_id ->
    [p1] { $value ->
        [0] за тыдзень ніводнай
       *[other] каля { ROUGH($value) } за тыдзень
    }
   *[other] { $value ->
        [0] за тыдзень не было
       *[other] { ROUGH($value) } за тыдзень
    }
}
part-daily = каля { ROUGH($against) } за дзень
part-four-weeks = { $against ->
    [0] за { WORD(4) } тыдні ніводнага выпадку
   *[other] { $against } за { WORD(4) } тыдні
}

reason-threshold-reached = { $indicator }: { part-amount }; ад { part-bound } паказчык — { $level }.
reason-threshold-not-reached = { $indicator }: { $value ->
        [0] няма; паказчык — { $level }
       *[other] { part-amount-low }; пакуль менш за { part-bound-low }, паказчык — { $level }
    }.
reason-threshold-below = { $indicator }: { part-amount }; калі менш за { part-bound }, паказчык — { $level }.
reason-threshold-not-below = { $indicator }: { part-amount }; ад { part-bound } паказчык — { $level }.
reason-threshold-under-floor = { $indicator }: { part-amount }. Але каля { ROUGH($daily) } за дзень — гэта менш за парог { $floor }, таму паказчык — { $level }.
reason-threshold-not-sustained = { $indicator }: { part-amount }; паказчык — { $level }. Для вышэйшага ўзроўню трэба { $weeks ->
        [one] { $weeks } такі тыдзень
        [few] { $weeks } такія тыдні
        [many] { $weeks } такіх тыдняў
       *[other] { $weeks } такога тыдня
    } запар.

reason-presence-none = { $indicator }: няма; паказчык — { $level }.
reason-presence-no-case = { $indicator }: { part-amount }, але не таго роду, пра які кажа правіла; паказчык — { $level }.
reason-presence = { $indicator }: { part-amount }; паказчык — { $level }.
reason-presence-case = { $indicator }: { part-amount }, найцяжэйшае — { $kind }. Паказчык — { $level }.

reason-wounded-none = { $indicator }: нікога; паказчык — { $level }.
reason-wounded = { $indicator }: { part-amount }. Калі ёсць параненыя, паказчык не ніжэйшы за { $level }.
reason-wounded-by-means = { $indicator }: { part-amount }; сродак — { $means }. Паказчык — { $level }.

reason-judged = { $indicator }: узровень { $level } паводле меркавання «{ $office }»; яно дзейнічае да { $date }.
reason-judged-expired = { $indicator }: не ацэнены. Меркаванне «{ $office }» страціла сілу: яго апошні дзень — { $date }.
reason-judged-none = { $indicator }: не ацэнены, бо ніводнае ведамства не выказала меркавання.

reason-p-above-day = { $indicator }: { part-count }, больш, чым звычайна (у { $percent } % тыдняў — прыкладна да { ROUGH($bound) }); { part-daily } дасягае парога { $floor }, таму паказчык — { $level }.
reason-p-above-weeks = { $indicator }: { part-count }, больш, чым звычайна (у { $percent } % тыдняў — не больш за { ROUGH($bound) }); вынік { part-four-weeks } дасягае парога { $floor }, таму паказчык — { $level }.
reason-p-under-floor-day = { $indicator }: { part-count }, больш, чым звычайна, але { part-daily } — менш за парог { $floor }, таму паказчык — { $level }.
reason-p-under-floor-weeks = { $indicator }: { part-count }, больш, чым звычайна, але { part-four-weeks } — менш за парог { $floor }, таму паказчык — { $level }.
reason-p-usual = { $indicator }: { part-count }, не больш, чым звычайна{ $bound ->
        [0] {""}
       *[other] {" "}(да { ROUGH($bound) })
    }; паказчык — { $level }.
reason-p-floors-alone-reached-day = { $indicator }: { part-count }. Што звычайна, пакуль невядома; { part-daily } дасягае парога { $floor }, таму паказчык — { $level }.
reason-p-floors-alone-reached-weeks = { $indicator }: { part-count }. Што звычайна, пакуль невядома; вынік { part-four-weeks } дасягае парога { $floor }, таму паказчык — { $level }.
reason-p-floors-alone-not-reached-day = { $indicator }: { part-count }. Што звычайна, пакуль невядома; { part-daily } — менш за парог { $floor }, таму паказчык — { $level }.
reason-p-floors-alone-not-reached-weeks = { $indicator }: { part-count }. Што звычайна, пакуль невядома; { part-four-weeks } — менш за парог { $floor }, таму паказчык — { $level }.

## Тэндэнцыя

reason-trend-worse = { $border }: сітуацыя пагоршылася.
reason-trend-better = { $border }: сітуацыя палепшылася.
reason-trend-same = { $border }: сітуацыя не змянілася.
part-worse-better = { $worse ->
    [100] Пагаршэнне вынікае з правіла пра ўзроўні, якому імавернасць не патрэбная.
   *[other] { $better ->
        [100] Паляпшэнне вынікае з правіла пра ўзроўні, якому імавернасць не патрэбная.
       *[other] Імавернасць пагаршэння: { $worse } %, паляпшэння: { $better } %.
    }
}
reason-trend-rule = { part-worse-better } Правіла: спробы, цяжкасць і ўзроўні параўноўваюцца з папярэднімі тыднямі са звесткамі (найбольш { $weeks }); на тыдні горш, калі горш хоць у адным з трох, і так ён называецца пры імавернасці ад { $percent } %.
reason-trend-together = Ніводная частка паасобку не паказвае на пагаршэнне, але разам яны паказваюць: спроб больш з імавернасцю { $count } %, цяжкасць большая з імавернасцю { $severity } %, хоць адно з двух — { $percent } % або больш.
part-rise = { $percent ->
    [0] {""}
    [100] {" "}Рост пэўны.
   *[other] {" "}Імавернасць росту: { $percent } %.
}
reason-trend-poor-coverage = { $border }: тэндэнцыя не ацэнена. { $percent ->
        [0] Паведамленняў за гэты тыдзень няма
       *[other] Паведамленні ахопліваюць { $percent } % тыдня
    }, а трэба не менш за { $needed } %.
reason-trend-weeks-before-not-covered = { $border }: тэндэнцыя не ацэнена. Папярэдніх тыдняў — { $weeks }, са звесткамі { $count ->
        [0] няма ніводнага
       *[other] толькі { $count }
    }, а трэба не менш за { $needed }.
part-chance = { $percent ->
    [100] Змена больш чым на { $margin } % практычна пэўная.
   *[other] Імавернасць змены больш чым на { $margin } %: { $percent } %.
}
reason-trend-count-worse = Спроб пабольшала: каля { ROUGH($value) } за тыдзень супраць прыкладна { ROUGH($before) } у сярэднім за { $weeks ->
        [one] { $weeks } папярэдні тыдзень
        [few] { $weeks } папярэднія тыдні
        [many] { $weeks } папярэдніх тыдняў
       *[other] { $weeks } папярэдняга тыдня
    } са звесткамі. { part-chance }
reason-trend-count-better = Спроб паменшала: каля { ROUGH($value) } за тыдзень супраць прыкладна { ROUGH($before) } у сярэднім за { $weeks ->
        [one] { $weeks } папярэдні тыдзень
        [few] { $weeks } папярэднія тыдні
        [many] { $weeks } папярэдніх тыдняў
       *[other] { $weeks } папярэдняга тыдня
    } са звесткамі. { part-chance }
reason-trend-count-same = Колькасць спроб выразна не змянілася: каля { ROUGH($value) } за тыдзень пры сярэднім каля { ROUGH($before) } за { $weeks ->
        [one] { $weeks } папярэдні тыдзень
        [few] { $weeks } папярэднія тыдні
        [many] { $weeks } папярэдніх тыдняў
       *[other] { $weeks } папярэдняга тыдня
    } са звесткамі. { part-chance }
reason-trend-wounded-worse = Параненыя і загінулыя ў нападах: { $value }, больш, чым у любы з папярэдніх тыдняў ({ $before ->
        [0] тады нікога
       *[other] найбольш { $before }
    }).{ part-rise }
reason-trend-hurt-worse = Параненыя і загінулыя ў нападах: { $value } за тыдзень, а за папярэднія тыдні са звесткамі ({ $weeks }) разам { $before }.{ part-rise }
reason-trend-wounded-same = Параненыя і загінулыя ў нападах: { $value ->
        [0] няма
       *[other] { $value }
    }; у папярэднія тыдні { $before ->
        [0] не было
       *[other] найбольш { $before } за тыдзень
    }.{ part-rise }
reason-trend-means-worse = Сродкі нападу больш небяспечныя, чым у любы з папярэдніх тыдняў: ступень { $value } паводле шкалы сродкаў, { $before ->
        [0] раней іх не было
       *[other] раней не вышэй за { $before }
    }.{ part-rise }
reason-trend-acts-worse = Дзеянні са сродкамі ступені { $rank } і вышэй паводле шкалы сродкаў: { $value } за тыдзень, а за папярэднія тыдні са звесткамі ({ $weeks }) разам { $before }.{ part-rise }
reason-trend-severity-same = { $value ->
        [0] Пра сродкі нападу паведамленняў няма
       *[other] Найцяжэйшыя сродкі нападу: ступень { $value } паводле шкалы сродкаў, { $before ->
            [0] раней іх не было
           *[other] раней не вышэй за { $before }
        }
    }.{ part-rise }
reason-trend-severity-unknown = Нельга параўнаць, ці ёсць параненыя і якія былі сродкі нападу: звестак пра папярэднія тыдні замала.
reason-trend-regime = { $told ->
    [yes] Узровень колькасці спроб за апошнія тыдні ({ $weeks }) змяніўся з імавернасцю { $percent } %.
   *[no] Нішто не сведчыць, што ўзровень колькасці спроб за апошнія тыдні ({ $weeks }) змяніўся: імавернасць гэтага { $percent } %.
}
reason-trend-means-new = Новы сродак: { $means } ({ $user ->
    [far] ужылі службы суседняй дзяржавы
    [crossers] ужылі тыя, хто пераходзіць мяжу
    [own] ужылі ўласныя службы
   *[other] ужылі іншыя, або хто ўжыў, не паведамляецца
}). За папярэднія тыдні са звесткамі ({ $weeks }) сродкаў гэтай ступені не было.
reason-trend-trigger = Крытычны інцыдэнт: { $trigger }.
reason-trend-factor-worse = Фактар «{ $factor }»: узровень вырас да { $level_gen }; у папярэднія тыдні ён быў не вышэйшы за { $before_level }.
reason-trend-factor-better = Фактар «{ $factor }»: узровень знізіўся да { $level_gen }; у папярэднія тыдні ён быў не ніжэйшы за { $before_level }.
reason-trend-levels-same = { $count ->
        [1] Узровень ацэненага фактару не выйшаў за межы папярэдніх тыдняў.
        [one] Узроўні { $count } ацэненага фактару не выйшлі за межы папярэдніх тыдняў.
       *[other] Узроўні { $count } ацэненых фактараў не выйшлі за межы папярэдніх тыдняў.
    }
reason-trend-levels-unknown = Узроўні фактараў нельга параўнаць: ацэнена замала тыдняў.

## Старонка дакумента крытэрыяў

criteria-border = { $border_short }
criteria-factor = { $factor }
criteria-indicator = { $indicator }
criteria-kind = { $kind }
criteria-level = { $level }
criteria-means = { $means }
criteria-party = { $party }
criteria-trigger = { $trigger }

criteria-status-proposal = Не афіцыйны дакумент, а прапанова; ніводная камісія яе не зацвярджала.
criteria-status-approved = Зацверджана: { $body }, { $date }.
criteria-version = Версія { $version }, адбітак { $hash }.
criteria-borders = Дзейнічае для межаў: { $names }.
criteria-evidence = Улічваюцца толькі паведамленні з ацэнкай { $grade } або лепшай; слабейшыя паказваюцца як непацверджаныя. Тыдзень забяспечаны звесткамі, калі паведамленні ахопліваюць не менш за { $percent } % яго дзён.
criteria-dimension-threat = Пагроза: ад яе залежыць узровень мяжы.
criteria-dimension-vulnerability = Уразлівасць: яна ніколі не павышае пагрозу.
criteria-dimension-impact = Наступствы для людзей: паказваюцца побач з узроўнем, але не ўваходзяць у яго.
criteria-essential = Абавязковы фактар: пакуль ён не ацэнены, не ацэнена і мяжа.
criteria-no-indicator = Крыніц для яго пакуль няма, таму ён не ацэнены.

criteria-head-indicator = Паказчык
criteria-head-border = Мяжа
criteria-head-rule = Правіла
criteria-head-trigger = Трыгер
criteria-head-test = Спрацоўвае, калі выконваецца ўсё гэта
criteria-or = або
criteria-every-border = кожная мяжа

criteria-rule-thresholds = значэнне дасягае
criteria-rule-thresholds-falling = значэнне зніжаецца
criteria-rule-p = за тыдзень больш, чым звычайна, і дасягнуты парог (пакуль невядома, што звычайна, рашае толькі парог, не вышэй за ўзровень «{ $level }»)
criteria-rule-wounded = параненыя і загінулыя
criteria-rule-presence = што адбылося
criteria-rule-judged = узровень вызначае, з абгрунтаваннем, { $names }; не ацэнены, калі прайшло больш за { $days ->
        [one] { $days } дзень
        [few] { $days } дні
        [many] { $days } дзён
       *[other] { $days } дня
    } або скончыўся ранейшы тэрмін, названы ў меркаванні
criteria-cell-judged = калі так вызначана
criteria-wounded-any = любое раненне
criteria-wounded-means = раненне, сродак: { $names }
criteria-presence-any = любы выпадак
criteria-cell-from = ад { $bound }
criteria-cell-below = менш за { $bound }
criteria-cell-above = больш, чым у { $percent } % тыдняў
criteria-cell-sustained = { $weeks ->
        [one] { $weeks } тыдзень
        [few] { $weeks } тыдні
        [many] { $weeks } тыдняў
       *[other] { $weeks } тыдня
    } запар
criteria-cell-floor-day = не менш за { $floor } за дзень
criteria-cell-floor-weeks = не менш за { $floor } за чатыры тыдні
criteria-cell-floor-from = калі «{ $indicator }» — не менш за { $floor } за дзень

criteria-side-near = дзяржава, якая ахоўвае мяжу
criteria-side-far = дзяржава з таго боку мяжы
criteria-side-none = ніводная з дзвюх дзяржаў
criteria-test-actor = хто дзейнічае: { $names }
criteria-test-recipient = супраць каго: { $names }
criteria-test-means = сродак: { $names }
criteria-test-not-means = сродак не: { $names }
criteria-test-people = у групе не менш за { $count ->
        [one] { $count } чалавека
       *[other] { $count } чалавек
    }
criteria-test-organised = арганізатар: { $names }
criteria-test-wounded = ёсць параненыя
criteria-test-not-wounded = параненых няма
criteria-test-warning = толькі папераджальныя стрэлы
criteria-test-no-warning = не папераджальныя стрэлы

criteria-combine-title = Як складаюцца ўзроўні
criteria-combine-factor = Фактар мае найвышэйшы ўзровень сваіх паказчыкаў. { $count ->
        [0] Колькасць крыніц нічога не змяняе.
        [one] Ён на { $count } прыступку ніжэйшы, калі такі ўзровень дае толькі адзін паказчык і за ім стаіць адна крыніца.
        [few] Ён на { $count } прыступкі ніжэйшы, калі такі ўзровень дае толькі адзін паказчык і за ім стаіць адна крыніца.
       *[other] Ён на { $count } прыступак ніжэйшы, калі такі ўзровень дае толькі адзін паказчык і за ім стаіць адна крыніца.
    }
criteria-combine-critical = Мяжа мае крытычны ўзровень, калі крытычных фактараў пагрозы не менш за { $count }.
criteria-combine-high = Узровень высокі, калі хоць адзін фактар пагрозы высокі або крытычны ці калі сярэдніх фактараў не менш за { $count }.
criteria-combine-rest = Узровень сярэдні, калі хоць адзін фактар пагрозы сярэдні, інакш — нізкі. Улічваюцца толькі ацэненыя фактары, і побач з узроўнем напісана, колькі іх было.
criteria-combine-essential = Узровень не ацэнены, пакуль не ацэнены хоць адзін з гэтых фактараў: { $names }.
criteria-combine-impact = Калі пагроза мае ўзровень «{ $level }» або вышэйшы, а ўразлівасць — «{ $guard_level }» або вышэйшы, наступствы ацэньваюцца на { $count ->
        [one] { $count } прыступку
        [few] { $count } прыступкі
        [many] { $count } прыступак
       *[other] { $count } прыступкі
    } вышэй. Уразлівасць ніколі не павышае пагрозу.

criteria-fall-title = Як узровень расце і падае
criteria-fall-up = Узровень расце адразу.
criteria-fall-critical = Крытычны ўзровень зніжаецца да высокага праз { $days ->
        [one] { $days } дзень
        [few] { $days } дні
        [many] { $days } дзён
       *[other] { $days } дня
    } пасля апошняй падставы.
criteria-fall-down = Любы іншы ўзровень зніжаецца на адну прыступку пасля { $weeks ->
        [one] { $weeks } ацэненага тыдня
       *[other] { $weeks } ацэненых тыдняў
    }, ніжэйшых за яго, і зноў — яшчэ пасля столькіх жа.
criteria-fall-lapse = Калі ацэнкі няма больш за { $weeks ->
        [one] { $weeks } тыдзень
        [few] { $weeks } тыдні
        [many] { $weeks } тыдняў
       *[other] { $weeks } тыдня
    } запар, ранейшы ўзровень больш не ўлічваецца.

criteria-trigger-doubt = Вырашае чалавек, калі ў паведамленні ёсць словы: { $words }.
criteria-trigger-title = Крытычныя інцыдэнты
criteria-trigger-caption = Кожны з іх адразу робіць узровень мяжы крытычным, што б ні паказвалі фактары, і патрабуе кансультацый на іншых межах з той самай дзяржавай. Улічваецца толькі тое, што адбылося або што спрабавалі зрабіць, з ацэнкай { $grade } або лепшай.

criteria-trend-title = Як вызначаецца тэндэнцыя
criteria-trend-count = Колькасць: імавернасць таго, што спроб больш (горш) або менш (лепш) за сярэдняе папярэдніх тыдняў ({ $weeks }) больш чым на { $margin } % і больш чым на { $least } за тыдзень.
criteria-trend-severity = Цяжкасць: імавернасць таго, што за тыдзень параненых і загінулых больш або што сродкі пэўнай ступені і вышэй (ад { $rank }) ужываюцца часцей, чым у папярэднія тыдні ({ $weeks }): як лікі Пуасона з гама-размеркаваннем, большая з дзвюх. Тыдзень без такіх выпадкаў ніколі не горшы.
criteria-trend-levels = Узроўні, без імавернасці: горш, калі фактар пагрозы вышэйшы за свой найвышэйшы ўзровень папярэдніх тыдняў ({ $weeks }) або адбыўся крытычны інцыдэнт; лепш, калі фактар ніжэйшы за свой найніжэйшы.
criteria-trend-together = На тыдні горш, калі горш хоць у адной частцы; лепш, калі лепш хоць у адной і не горш ні ў якой: 1 − «горш» ёсць здабытак 1 − «горш» частак, «без змен» — здабытак іх «без змен». Горш называецца пры імавернасці ад { $percent } %, лепш — ад { $better } %, інакш без змен. Цяжкасць ніколі не паказвае на паляпшэнне.
criteria-trend-beside = Побач з тэндэнцыяй, але без уплыву на яе, паведамляецца: з якой імавернасцю ўзровень колькасці спроб змяніўся за апошнія тыдні ({ $weeks }; байесаўскія пункты змены) і ці ўжыты сродкі такой ступені, якіх не было за шмат папярэдніх тыдняў са звесткамі.
criteria-trend-coverage = Тэндэнцыя не ацэнена, калі звесткі ёсць за занадта мала дзён тыдня або калі з папярэдніх тыдняў ({ $weeks }) забяспечана звесткамі менш за { $count }.

criteria-valid-both = Дзейнічае з { $start } па { $end }.
criteria-valid-from = Дзейнічае з { $start } бестэрмінова.
criteria-valid-to = Дзейнічае па { $end }.

criteria-diff-title = Адрозненні паміж { $before } і { $after }
criteria-diff-none = Абодва дакументы кажуць адно і тое ж.
criteria-diff-order = Адрозніваецца толькі парадак запісаў.
part-where = { $where ->
    [none] {""}
   *[other] { $where }:{" "}
}
criteria-diff-added = { part-where }дададзена: { $after }
criteria-diff-removed = { part-where }выключана: { $before }
criteria-diff-changed = { part-where }было «{ $before }», стала «{ $after }»
