# Чаму мяжа, фактар або паказчык маюць свой узровень; і старонка, якая пераказвае дакумент крытэрыяў.

part-assessed = Ацэнена фактараў: { $assessed } з { $of }.

## Мяжа: ацэнка самога тыдня

reason-score-critical =
    { $border }: узровень { $level }. { $count ->
        [one] Крытычны { $count } фактар
        [few] Крытычныя { $count } фактары
        [many] Крытычныя { $count } фактараў
       *[other] Крытычныя { $count } фактару
    }, сярод іх: { $factor }. { part-assessed }
reason-score-high =
    { $border }: узровень { $level }. { $count ->
        [one] Высокі або крытычны { $count } фактар
        [few] Высокія або крытычныя { $count } фактары
        [many] Высокія або крытычныя { $count } фактараў
       *[other] Высокія або крытычныя { $count } фактару
    }; найвышэйшы: { $factor }. { part-assessed }
reason-score-many-medium =
    { $border }: узровень { $level }. { $count ->
        [one] Сярэдні { $count } фактар
        [few] Сярэднія { $count } фактары
        [many] Сярэднія { $count } фактараў
       *[other] Сярэднія { $count } фактару
    }, сярод іх: { $factor }. { part-assessed }
reason-score-medium =
    { $border }: узровень { $level }. { $count ->
        [one] Сярэдні { $count } фактар
        [few] Сярэднія { $count } фактары
        [many] Сярэднія { $count } фактараў
       *[other] Сярэднія { $count } фактару
    }, сярод іх: { $factor }. { part-assessed }
reason-score-low =
    { $border }: узровень { $level }. { $count ->
        [0] Ніводзін ацэнены фактар не вышэйшы за нізкі.
       *[other] Фактараў, вышэйшых за нізкі: { $count }.
    } { part-assessed }
reason-score-essential-missing =
    { $border }: узровень не ацэнены, бо { $count ->
        [1] не ацэнены фактар «{ $factor }»
        [2] не ацэнены фактары «{ $factor }» і «{ $other_factor }»
       *[other] не ацэнены «{ $factor }», «{ $other_factor }» і іншыя абавязковыя фактары
    }. { part-assessed }
reason-score-nothing = { $border }: узровень не ацэнены, бо не ацэнены ніводзін фактар. { part-assessed }
reason-no-criteria = { $border }: узровень не ацэнены, бо для яе няма дзейных крытэрыяў.
reason-criteria-not-valid = { $border }: узровень не ацэнены, бо ў гэты тыдзень яе крытэрыі не дзейнічаюць.

## Мяжа: што застаецца ў сіле

reason-standing-triggered = { $border }: узровень адразу { $level }, незалежна ад ацэнкі. Крытычны інцыдэнт: { $trigger }. Узровень застаецца да { $date }.
reason-standing-critical = { $border }: узровень { $level } да { $date }; крытычны ўзровень трымаецца { $days ->
        [one] { $days } дзень
        [few] { $days } дні
        [many] { $days } дзён
       *[other] { $days } дня
    } пасля апошняй падставы.
reason-standing-expired = { $border }: узровень { $level }. Крытычны ўзровень скончыўся: { $days ->
        [one] { $days } дзень
        [few] { $days } дні
        [many] { $days } дзён
       *[other] { $days } дня
    } без новых падстаў.
reason-standing-held = { $border }: узровень { $level } пакуль застаецца. Ацэненых тыдняў, ніжэйшых за яго: { $count }; каб узровень знізіўся, іх мае быць { $weeks }.
reason-standing-stepped-down = { $border }: узровень { $level }, на прыступку ніжэй: { $weeks ->
        [one] { $weeks } ацэнены тыдзень
        [few] { $weeks } ацэненыя тыдні
        [many] { $weeks } ацэненых тыдняў
       *[other] { $weeks } ацэненага тыдня
    } ніжэй за ранейшы ўзровень.
reason-consult = Крытычны інцыдэнт на іншай мяжы ({ $border }) патрабуе кансультацыі тут.

## Трыгеры

reason-trigger = { $border }: { $trigger } ({ $count ->
        [one] { $count } інцыдэнт
        [few] { $count } інцыдэнты
        [many] { $count } інцыдэнтаў
       *[other] { $count } інцыдэнту
    }).
reason-trigger-incident = { $date }: { $kind }, ступень даверу { $grade }.
reason-trigger-incident-people = { $date }: { $kind }, { $people ->
        [one] { $people } чалавек
        [few] { $people } чалавекі
        [many] { $people } чалавек
       *[other] { $people } чалавека
    }, ступень даверу { $grade }.

## Фактары

part-read = Прачытана паказчыкаў: { $assessed } з { $of }.
reason-factor-low = { $factor }: узровень { $level }. Ніводзін паказчык не вышэйшы за нізкі. { part-read }
reason-factor-one = { $factor }: узровень { $level }. Яго дае паказчык: { $indicator }. { part-read }
reason-factor-several = { $factor }: узровень { $level }. Яго { $count ->
        [one] дае { $count } паказчык
        [few] даюць { $count } паказчыкі
        [many] даюць { $count } паказчыкаў
       *[other] даюць { $count } паказчыка
    }, першы: { $indicator }. { part-read }
reason-factor-single-source = { $factor }: узровень { $level }. Адзін паказчык мае ўзровень { $read_level } ({ $indicator }), але яго пацвярджае адна крыніца, таму фактар ніжэйшы. { part-read }
reason-factor-raised = { $factor }: узровень { $level } (было: { $read_level }), бо пагроза сустракае слабую ахову.
reason-factor-not-assessed = { $factor }: узровень не ацэнены, бо ніводзін яго паказчык нельга прачытаць.
reason-factor-no-source = { $factor }: узровень не ацэнены, бо для яго няма крыніцы.

## Паказчыкі

reason-indicator-no-reading = { $indicator }: узровень не ацэнены, бо за гэты тыдзень няма значэння.
reason-indicator-unknown = { $indicator }: узровень не ацэнены.
reason-indicator-poor-coverage = { $indicator }: узровень не ацэнены. Крыніцы ахапілі { $percent } % тыдня, патрэбна не менш за { $needed } %.
reason-indicator-unconfirmed = { $count ->
        [one] { $count } паведамленне не ўлічана
        [few] { $count } паведамленні не ўлічаныя
        [many] { $count } паведамленняў не ўлічана
       *[other] { $count } паведамлення не ўлічана
    } як непацверджанае: ступень даверу ніжэйшая за { $grade }.

reason-threshold-reached = { $indicator }: { $value }; ад { $bound } — узровень { $level }.
reason-threshold-not-reached = { $indicator }: { $value }, менш за { $bound }: узровень { $level }.
reason-threshold-below = { $indicator }: { $value }; менш за { $bound } — узровень { $level }.
reason-threshold-not-below = { $indicator }: { $value }, не менш за { $bound }: узровень { $level }.
reason-threshold-under-floor = { $indicator }: { $value }, але { $daily } за дзень — менш за парог { $floor } за дзень: узровень { $level }.
reason-threshold-not-sustained = { $indicator }: { $value }, узровень { $level }. Для вышэйшага ўзроўню трэба { $weeks ->
        [one] { $weeks } тыдзень
        [few] { $weeks } тыдні
        [many] { $weeks } тыдняў
       *[other] { $weeks } тыдня
    } запар.

reason-presence-none = { $indicator }: няма ({ $value }), узровень { $level }.
reason-presence-no-case = { $indicator }: { $value }, але не тое, што называе правіла: узровень { $level }.
reason-presence = { $indicator }: { $value }, узровень { $level }.
reason-presence-case = { $indicator }: { $value }, найцяжэйшае — { $kind }; узровень { $level }.

reason-wounded-none = { $indicator }: нікога, узровень { $level }.
reason-wounded = { $indicator }: { $value }. Калі ёсць параненыя, узровень не ніжэйшы за { $level }.
reason-wounded-by-means = { $indicator }: { $value }, сродак — { $means }; узровень { $level }.

reason-p-above-day = { $indicator }: { $value } за тыдзень, больш, чым звычайна (мяжа { $percent } % — { $bound }); { $against } за дзень дасягае парога { $floor }: узровень { $level }.
reason-p-above-weeks = { $indicator }: { $value } за тыдзень, больш, чым звычайна (мяжа { $percent } % — { $bound }); { $against } за { WORD(4) } тыдні дасягае парога { $floor }: узровень { $level }.
reason-p-under-floor-day = { $indicator }: { $value } за тыдзень, больш, чым звычайна, але { $against } за дзень — менш за парог { $floor }: узровень { $level }.
reason-p-under-floor-weeks = { $indicator }: { $value } за тыдзень, больш, чым звычайна, але { $against } за { WORD(4) } тыдні — менш за парог { $floor }: узровень { $level }.
reason-p-usual = { $indicator }: { $value } за тыдзень, не больш, чым звычайна (да { $bound }): узровень { $level }.
reason-p-floors-alone-reached-day = { $indicator }: { $value } за тыдзень. Звестак замала, каб сказаць, што звычайна; { $against } за дзень дасягае парога { $floor }: узровень { $level }.
reason-p-floors-alone-reached-weeks = { $indicator }: { $value } за тыдзень. Звестак замала, каб сказаць, што звычайна; { $against } за { WORD(4) } тыдні дасягае парога { $floor }: узровень { $level }.
reason-p-floors-alone-not-reached-day = { $indicator }: { $value } за тыдзень. Звестак замала, каб сказаць, што звычайна; { $against } за дзень — менш за парог { $floor }: узровень { $level }.
reason-p-floors-alone-not-reached-weeks = { $indicator }: { $value } за тыдзень. Звестак замала, каб сказаць, што звычайна; { $against } за { WORD(4) } тыдні — менш за парог { $floor }: узровень { $level }.

## Тэндэнцыя

reason-trend-worse = { $border }: сітуацыя пагоршылася.
reason-trend-better = { $border }: сітуацыя палепшылася.
reason-trend-same = { $border }: сітуацыя не змянілася.
reason-trend-poor-coverage = { $border }: тэндэнцыя не ацэнена. Крыніцы ахапілі { $percent } % тыдня, патрэбна не менш за { $needed } %.
reason-trend-weeks-before-not-covered = { $border }: тэндэнцыя не ацэнена. Папярэдніх тыдняў — { $weeks }, з іх забяспечаных звесткамі — { $count }; трэба не менш за { $needed }.
part-chance = Імавернасць змены больш чым на { $margin } %: { $percent } %.
reason-trend-count-worse = Спробы: { $value } за тыдзень, у сярэднім { $before } за { $weeks ->
        [one] { $weeks } папярэдні тыдзень
        [few] { $weeks } папярэднія тыдні
        [many] { $weeks } папярэдніх тыдняў
       *[other] { $weeks } папярэдняга тыдня
    } са звесткамі: больш. { part-chance }
reason-trend-count-better = Спробы: { $value } за тыдзень, у сярэднім { $before } за { $weeks ->
        [one] { $weeks } папярэдні тыдзень
        [few] { $weeks } папярэднія тыдні
        [many] { $weeks } папярэдніх тыдняў
       *[other] { $weeks } папярэдняга тыдня
    } са звесткамі: менш. { part-chance }
reason-trend-count-same = Спробы: { $value } за тыдзень, у сярэднім { $before } за { $weeks ->
        [one] { $weeks } папярэдні тыдзень
        [few] { $weeks } папярэднія тыдні
        [many] { $weeks } папярэдніх тыдняў
       *[other] { $weeks } папярэдняга тыдня
    } са звесткамі: выразнай змены няма. { part-chance }
reason-trend-wounded-worse = Параненыя: { $value }, больш, чым у любы з папярэдніх тыдняў (найбольш { $before }).
reason-trend-wounded-same = Параненыя: { $value }, не больш, чым у папярэднія тыдні (найбольш { $before }).
reason-trend-means-worse = Ужытыя сродкі: ступень { $value }, вышэй, чым ва ўсе папярэднія тыдні (найбольш { $before }).
reason-trend-severity-same = Ужытыя сродкі: ступень { $value }, не горш, чым у папярэднія тыдні (найбольш { $before }).
reason-trend-severity-unknown = Параненых і сродкі нельга параўнаць: вядома замала тыдняў.
reason-trend-trigger = Крытычны інцыдэнт: { $trigger }.
reason-trend-factor-worse = { $factor }: узровень { $level }, вышэйшы за найвышэйшы ў папярэднія тыдні ({ $before_level }).
reason-trend-factor-better = { $factor }: узровень { $level }, ніжэйшы за найніжэйшы ў папярэднія тыдні ({ $before_level }).
reason-trend-levels-same = { $count ->
        [one] Узровень { $count } фактару не выйшаў за межы папярэдніх тыдняў.
       *[other] Узроўні { $count } фактараў не выйшлі за межы папярэдніх тыдняў.
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

criteria-status-proposal = Не афіцыйны дакумент: прапанова, якой не зацвярджала ніводная камісія.
criteria-status-approved = Зацверджана: { $body }, { $date }.
criteria-version = Версія { $version }, адбітак { $hash }.
criteria-borders = Дзейнічае для межаў: { $names }.
criteria-evidence = Улічваецца толькі тое, чыя ступень даверу { $grade } або лепшая; слабейшыя паведамленні паказваюцца як непацверджаныя. Тыдзень забяспечаны звесткамі, калі крыніцы ахапілі не менш за { $percent } % яго дзён.
criteria-dimension-threat = Пагроза: ад яе залежыць узровень мяжы.
criteria-dimension-vulnerability = Уразлівасць: яна ніколі не павышае пагрозу.
criteria-dimension-impact = Наступствы для людзей: паказваюцца побач з узроўнем, але не ўваходзяць у яго.
criteria-essential = Абавязковы фактар: пакуль ён не ацэнены, не ацэнена і мяжа.
criteria-no-indicator = Для яго пакуль не чытаецца ніводная крыніца, таму ён не ацэнены.

criteria-head-indicator = Паказчык
criteria-head-border = Мяжа
criteria-head-rule = Правіла
criteria-head-trigger = Трыгер
criteria-head-test = Спрацоўвае, калі выконваецца ўсё гэта
criteria-or = або
criteria-every-border = кожная мяжа

criteria-rule-thresholds = значэнне дасягае
criteria-rule-thresholds-falling = значэнне зніжаецца
criteria-rule-p = за тыдзень больш, чым звычайна, і дасягнуты парог (калі няма з чым параўноўваць — толькі парогі, не вышэй за ўзровень «{ $level }»)
criteria-rule-wounded = параненыя і загінулыя
criteria-rule-presence = што адбылося
criteria-wounded-any = любое раненне
criteria-wounded-means = раненне, сродак: { $names }
criteria-presence-any = любы выпадак
criteria-cell-from = ад { $bound }
criteria-cell-below = менш за { $bound }
criteria-cell-above = вышэй за мяжу { $percent } %
criteria-cell-sustained = { $weeks ->
        [one] { $weeks } тыдзень
        [few] { $weeks } тыдні
        [many] { $weeks } тыдняў
       *[other] { $weeks } тыдня
    } запар
criteria-cell-floor-day = не менш за { $floor } за дзень
criteria-cell-floor-weeks = не менш за { $floor } за чатыры тыдні
criteria-cell-floor-from = { $indicator }: не менш за { $floor } за дзень

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
        [one] Ён на { $count } прыступку ніжэйшы, калі такі ўзровень дае толькі адзін паказчык і яго пацвярджае адна крыніца.
        [few] Ён на { $count } прыступкі ніжэйшы, калі такі ўзровень дае толькі адзін паказчык і яго пацвярджае адна крыніца.
       *[other] Ён на { $count } прыступак ніжэйшы, калі такі ўзровень дае толькі адзін паказчык і яго пацвярджае адна крыніца.
    }
criteria-combine-critical = Мяжа мае крытычны ўзровень, калі { $count ->
        [one] крытычны прынамсі { $count } фактар пагрозы
        [few] крытычныя прынамсі { $count } фактары пагрозы
        [many] крытычныя прынамсі { $count } фактараў пагрозы
       *[other] крытычныя прынамсі { $count } фактару пагрозы
    }.
criteria-combine-high = Узровень высокі, калі хоць адзін фактар пагрозы высокі або крытычны або калі сярэдніх прынамсі { $count }.
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
criteria-fall-lapse = Калі запар не ацэнена больш за { $weeks ->
        [one] { $weeks } тыдзень
        [few] { $weeks } тыдні
        [many] { $weeks } тыдняў
       *[other] { $weeks } тыдня
    }, ранейшы ўзровень болей не памятаецца.

criteria-trigger-title = Крытычныя інцыдэнты
criteria-trigger-caption = Кожны з іх адразу робіць узровень мяжы крытычным незалежна ад ацэнкі і патрабуе кансультацыі на іншых межах з той самай дзяржавай. Улічваецца толькі тое, што адбылося або што спрабавалі зрабіць, са ступенню даверу { $grade } або лепшай.

criteria-trend-title = Як вызначаецца тэндэнцыя
criteria-trend-count = Колькасць: горш або лепш, калі спроб больш або менш за сярэдняе папярэдніх тыдняў ({ $weeks }) больш чым на { $margin } % і больш чым на { $least } за тыдзень, з імавернасцю не менш за { $percent } %.
criteria-trend-severity = Цяжкасць: горш, калі параненых больш або ўжыты сродак цяжэйшы, чым у любы з папярэдніх тыдняў ({ $weeks }).
criteria-trend-levels = Узроўні: горш, калі фактар пагрозы вышэйшы за свой найвышэйшы ўзровень папярэдніх тыдняў ({ $weeks }) або спрацаваў трыгер; лепш, калі фактар ніжэйшы за свой найніжэйшы.
criteria-trend-together = Горш, калі так кажа хоць адна частка; інакш лепш, калі так кажа хоць адна; інакш без зменаў. Цяжкасць ніколі не паказвае на паляпшэнне.
criteria-trend-coverage = Тэндэнцыя не ацэнена, калі тыдзень слаба забяспечаны звесткамі або калі з папярэдніх тыдняў ({ $weeks }) забяспечана менш за { $count }.
