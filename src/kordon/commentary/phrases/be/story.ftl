### Лід і тэкст чарнавіка тыдня. Частка сказа (clause) пачынаецца з малой літары і канчаецца без кропкі: чарнавік сам
### зводзіць іх у сказы. У кожнай некалькі варыянтаў (-a, -b ...), яны чаргуюцца; лікаў у тэксце фраз няма.

## Як часткі звязаны

tied-a = { $one }; { $two }
tied-b = { $one }, а { $two }
tied-c = { $one }; { $two }
stopped = { $told }.
border-with-nom = { $number ->
    [one] мяжа з { $names }
   *[many] межы з { $names }
}
border-with-gen = { $number ->
    [one] мяжы з { $names }
   *[many] межаў з { $names }
}
border-with-acc = { $number ->
    [one] мяжу з { $names }
   *[many] межы з { $names }
}
border-with-loc = { $number ->
    [one] мяжы з { $names }
   *[many] межах з { $names }
}
at = на { $where_loc }{" "}
at-again = там жа{" "}
at-there = там жа{" "}
also-a = { $main }; { $also }
also-b = { $main }, а { $also }
also-but-a = { $main }; пры гэтым { $also }
also-but-b = { $main }, але { $also }

## Погляд назад

weeks-count = { $weeks ->
    [one] { NUMBER($weeks) } тыдзень
    [few] { WORD($weeks) } тыдні
   *[other] { WORD($weeks) } тыдняў
}
weeks-acc = { weeks-count }
back-most = , больш, чым у любы з тыдняў з вядомымі лічбамі пасля { $since }
weeks-earlier = { $seen ->
    [one] { $seen } ранейшага тыдня
   *[other] { $seen } ранейшых тыдняў
} з вядомымі лічбамі
back-record = , больш, чым у любы з { weeks-earlier }
back-rises = ; выразны рост { weeks-count } запар
back-least = , менш, чым у любы з тыдняў з вядомымі лічбамі пасля { $since }
back-falls = ; выразнае зніжэнне { weeks-count } запар
back-level = {" "}(ранейшы, { $from_level }, трымаўся { weeks-count })
back-lull = {" "}— упершыню пасля { $since }
back-attacks = , і так { weeks-count } запар

## Часткі ліда

size-change = { SIZE($ratio) ->
    [tiny] рэзка скарацілася
    [quarter-left] скарацілася прыкладна на тры чвэрці
    [third-left] скарацілася прыкладна на дзве траціны
    [half] скарацілася прыкладна ўдвая
    [third-lost] скарацілася прыкладна на траціну
    [quarter-lost] скарацілася прыкладна на чвэрць
    [none] амаль не змянілася
    [quarter] вырасла прыкладна на чвэрць
    [third] вырасла прыкладна на траціну
    [half-more] вырасла прыкладна ў паўтара раза
    [two-thirds] вырасла прыкладна на дзве траціны
    [double] вырасла прыкладна ўдвая
    [over-double] вырасла больш чым удвая
    [triple] вырасла прыкладна ўтрая
   *[manifold] вырасла ў шмат разоў
} супраць сярэдняй за { WORD(4) } папярэднія тыдні

clause-trigger-a = на { $where_loc } адбыўся крытычны інцыдэнт ({ $trigger })
clause-trigger-b = { $where } перажыла крытычны інцыдэнт ({ $trigger })
clause-killed-a = у выніку нападаў на { $where_loc } { $killed ->
    [1] загінуў адзін чалавек
    [one] загінуў { $killed } чалавек
    [few] загінулі { WORD($killed) } чалавекі
   *[other] загінула { WORD($killed) } чалавек
}{ $back }
clause-killed-b = напады на { $where_loc } каштавалі людзям жыцця ({ $killed ->
    [1] загінуў адзін чалавек
    [one] загінуў { $killed } чалавек
    [few] загінулі { WORD($killed) } чалавекі
   *[other] загінула { WORD($killed) } чалавек
}){ $back }
clause-wounded-a = у выніку нападаў на { $where_loc } { $injured ->
    [1] паранены адзін чалавек
    [one] паранены { $injured } чалавек
    [few] паранены { WORD($injured) } чалавекі
   *[other] паранена { WORD($injured) } чалавек
}{ $back }
clause-wounded-b = падчас нападаў на { $where_loc } { $injured ->
    [1] пацярпеў адзін чалавек
    [one] пацярпеў { $injured } чалавек
    [few] пацярпелі { WORD($injured) } чалавекі
   *[other] пацярпела { WORD($injured) } чалавек
}{ $back }
clause-level-up-a = узровень на { $where_loc } падняўся з { $from_level_gen } да { $level_gen }{ $back }
clause-level-up-b = на { $where_loc } узровень вырас да { $level_gen } з { $from_level_gen }{ $back }
clause-level-up-c = на { $where_loc } замест { $from_level_gen } узроўню цяпер { $level }{ $back }
clause-level-down-a = узровень на { $where_loc } знізіўся з { $from_level_gen } да { $level_gen }{ $back }
clause-level-down-b = на { $where_loc } узровень апусціўся да { $level_gen } з { $from_level_gen }{ $back }
clause-level-down-c = узровень на { $where_loc } упаў з { $from_level_gen } да { $level_gen }{ $back }
clause-count-up-a = колькасць спроб перасекчы { $where_acc } { size-change } — прыкладна да { ROUGH($mean) }{ $back }
clause-count-up-b = на { $where_loc } было каля { ROUGH($mean) } { attempts }, тады як у { WORD(4) } папярэднія тыдні — у сярэднім каля { ROUGH($before) }{ $back }
clause-count-up-c = ціск на { $where_loc } вырас: колькасць спроб { size-change } і дайшла прыкладна да { ROUGH($mean) }{ $back }
clause-count-down-a = колькасць спроб перасекчы { $where_acc } { size-change } — прыкладна да { ROUGH($mean) }{ $back }
clause-count-down-b = на { $where_loc } было толькі каля { ROUGH($mean) } { attempts }, тады як у { WORD(4) } папярэднія тыдні — у сярэднім каля { ROUGH($before) }{ $back }
clause-count-down-c = ціск на { $where_loc } аслаб: колькасць спроб { size-change } і склала каля { ROUGH($mean) }{ $back }
clause-heavier-a = сродкі нападу на { $where_loc } сталі больш небяспечныя: { $means }
clause-heavier-b = на { $where_loc } нападалі са сродкамі, пра якія ў папярэднія тыдні не паведамлялі ({ $means })
clause-attacks-a = на { $where_loc } нападалі на памежныя патрулі ({ $kinds }){ $back }
clause-attacks-b = памежныя патрулі на { $where_loc } зазналі напады ({ $kinds }){ $back }
clause-event-a = на { $where_loc } { $act }
clause-event-b = { $act } на { $where_loc }
clause-count-same-a = спроб перасекчы { $where_acc } было каля { ROUGH($mean) }, амаль як у сярэднім за { WORD(4) } папярэднія тыдні
clause-count-same-b = тыдзень на { $where_loc } мала адрозніваўся ад папярэдніх: каля { ROUGH($mean) } { attempts }
clause-count-same-c = на { $where_loc } налічылі каля { ROUGH($mean) } { attempts } — амаль столькі ж, колькі ў сярэднім за апошнія { WORD(4) } тыдні
clause-count-same-d = на { $where_loc } мала што змянілася: каля { ROUGH($mean) } { attempts }
clause-count-unclear-a = на { $where_loc } было каля { ROUGH($mean) } { attempts }, але лічбы занадта грубыя, каб казаць пра змену
clause-count-unclear-b = ці змянілася што на { $where_loc }, з такіх прыблізных лічбаў (каля { ROUGH($mean) } { attempts }) не зразумець
clause-count-unclear-c = на { $where_loc } колькасць спроб (каля { ROUGH($mean) }) вядомая занадта недакладна, каб назваць яе ростам або спадам
clause-count-unclear-d = лічбы пра { $where_acc }, каля { ROUGH($mean) } { attempts }, не паказваюць выразна ні росту, ні спаду
clause-count-a = перасекчы { $where_acc } спрабавалі каля { ROUGH($mean) ->
    [one] { ROUGH($mean) } раза
   *[other] { ROUGH($mean) } разоў
}
clause-count-b = на { $where_loc } налічылі каля { ROUGH($mean) } { attempts }
clause-count-c = паведамленні даюць для { $where_gen } каля { ROUGH($mean) } { attempts }
clause-trend-worse-a = { $cause ->
    [wounded-worse] на { $where_loc } падчас нападаў пацярпелі людзі
    [means-worse] на { $where_loc } нападалі з больш небяспечнымі сродкамі, чым у папярэднія тыдні
   *[other] тыдзень на { $where_loc } быў горшы за папярэднія
}
clause-trend-better-a = тыдзень на { $where_loc } быў лепшы за папярэднія
clause-factor-worse-a = на { $where_loc } фактар «{ $factor }» падняўся да { $level_gen } узроўню (для мяжы ў цэлым — { $border_level })
clause-factor-worse-b = паводле крытэрыяў узровень фактару «{ $factor }» на { $where_loc } цяпер { $level }, хоць для мяжы ў цэлым ён { $border_level }
clause-factor-better-a = на { $where_loc } фактар «{ $factor }» знізіўся да { $level_gen } узроўню (для мяжы ў цэлым — { $border_level })
clause-factor-better-b = паводле крытэрыяў узровень фактару «{ $factor }» на { $where_loc } цяпер толькі { $level } (для мяжы ў цэлым — { $border_level })
clause-level-same-a = узровень на { $where_loc } застаецца { $level_ins }
clause-level-same-b = на { $where_loc } узровень, як і раней, { $level }
clause-level-same-c = узровень на { $where_loc } ранейшы — { $level }
clause-level-a = узровень на { $where_loc } — { $level }
clause-level-b = на { $where_loc } узровень { $level }
clause-both-level-same-a = на { $where_loc } узровень застаецца { $level_ins }
clause-both-level-same-b = узровень на { $where_loc }, як і раней, { $level }
clause-both-count-up-a = на { $where_loc } спроб стала больш: { $counts }
clause-both-count-up-b = ціск на { $where_loc } вырас; спроб было { $counts }
clause-both-count-down-a = на { $where_loc } спроб стала менш: { $counts }
clause-both-count-down-b = ціск на { $where_loc } аслаб; спроб было { $counts }
clause-both-level-a = на { $where_loc } узровень { $level }
clause-both-level-b = узровень на { $where_loc } — { $level }

there-level-same-a = узровень застаецца { $level_ins }
there-level-same-b = узровень, як і раней, { $level }
there-level-same-c = узровень не зрушыў з { $level_gen }
there-level-same-d = узровень там, як і быў, { $level }
there-level-weeks-a = узровень { $level } ужо { weeks-count }
there-level-weeks-b = { weeks-count } запар узровень { $level }
there-level-weeks-c = { $level } узровень трымаецца { weeks-count }
there-level-a = узровень там { $level }
there-level-b = мяжа ацэненая так: узровень { $level }
there-level-up-a = узровень падняўся з { $from_level_gen } да { $level_gen }
there-level-up-b = узровень вырас да { $level_gen } з { $from_level_gen }
there-level-down-a = узровень знізіўся з { $from_level_gen } да { $level_gen }
there-level-down-b = узровень апусціўся да { $level_gen } з { $from_level_gen }
there-count-up-a = колькасць спроб { size-change } — прыкладна да { ROUGH($mean) }
there-count-up-b = колькасць спроб вырасла прыкладна да { ROUGH($mean) }
there-count-down-a = колькасць спроб { size-change } — прыкладна да { ROUGH($mean) }
there-count-down-b = колькасць спроб знізілася прыкладна да { ROUGH($mean) }
there-count-same-a = колькасць спроб трымалася каля { ROUGH($mean) }
there-count-same-b = спроб было прыкладна столькі ж, колькі ў папярэднія тыдні, — каля { ROUGH($mean) }
there-count-same-c = колькасць спроб, каля { ROUGH($mean) }, блізкая да нядаўняй
there-count-unclear-a = спроб налічылі каля { ROUGH($mean) }, без выразных змен
there-count-unclear-b = колькасць спроб (каля { ROUGH($mean) }) выразна не змянілася
there-count-unclear-c = у колькасці спроб (каля { ROUGH($mean) }) змены не разгледзець
there-count-a = спроб там налічылі каля { ROUGH($mean) }
there-count-b = паводле паведамленняў, спроб было каля { ROUGH($mean) }
there-event-a = там жа { $act }
there-event-b = на той жа мяжы { $act }
there-heavier-a = нападалі там са сродкамі, пра якія ў папярэднія тыдні не паведамлялі ({ $means })
there-attacks-a = на патрулі нападалі ({ $kinds })
there-attacks-b = патрулі зазналі напады ({ $kinds })

lede-plain = { $told }.
lede-moved-a = { $told }; для ўсіх межаў разам тэндэнцыя не змянілася.
lede-moved-b = { $told }. Калі ўзяць усе межы разам, пералому няма.
lede-moved-c = { $told }. Агульнай тэндэнцыі гэта не мяняе.
lede-moved-one-a = { $told }; сама тэндэнцыя не змянілася.
lede-moved-one-b = { $told }. Пераломам тэндэнцыі гэта яшчэ не лічыцца.
lede-moved-one-c = { $told }. У параўнанні з папярэднімі тыднямі тэндэнцыя ранейшая.
lede-no-step-a = пра новыя меры не паведамлялі; { $told }.
lede-no-step-b = { $told }. Пра меры нічога новага не паведамлялася.
lede-no-step-c = тыдзень мінуў без вестак пра новыя меры: { $told }.
lede-no-step-d = { $told }; пра новыя меры не стала вядома.
lede-no-step-e = { $told }. Ні пра рашэнні, ні пра сігналы не паведамлялася.
lede-untrended-a = { $told }; тэндэнцыю вызначыць нельга.
lede-untrended-b = { $told }. Для тэндэнцыі звестак замала.
lede-untrended-c = { $told }, але пра папярэднія тыдні вядома замала, каб меркаваць пра тэндэнцыю.
lede-open-a = { $told }. Больш нічога не вядома, і ацаніць тыдзень нельга.
lede-open-b = ацаніць тыдзень у цэлым нельга, але вядома вось што: { $told }.
lede-open-c = { $told }; для ацэнкі тыдня гэтага мала.
lede-open-d = ні ўзроўню, ні тэндэнцыі назваць нельга; вядома толькі, што { $told }.

quiet-headline-a = Каб ацаніць тыдзень, звестак замала
quiet-headline-b = Паведамленняў замала, каб ацаніць тыдзень
quiet-headline-c = Пра тыдзень вядома мала
quiet-headline-d = Тыдзень без ацэнкі
quiet-lede-a = За тыдзень { $week } не знайшлося паведамленняў, па якіх можна было б меркаваць пра межы.
quiet-lede-b = Пра тыдзень { $week } не вядома нічога, што можна палічыць або ацаніць.
quiet-lede-c = Наяўныя паведамленні нічога не кажуць пра тыдзень { $week }, таму ацэнкі няма.
quiet-lede-d = Пра тыдзень { $week } няма ні лічбаў, ні паведамленняў пра інцыдэнты.

## Лічбы

fig-zero-a = паведамлялася, што спроб на { $where_loc } { ROUGH($mean) ->
    [0] не было
   *[other] { ROUGH($mean) }
}: гэта звесткі, а не маўчанне
fig-zero-b = на { $where_loc }, як прама сказана ў паведамленнях, { ROUGH($mean) ->
    [0] спроб не было
   *[other] спроб { ROUGH($mean) }
}
fig-count-up-a = на { $where_loc } было каля { ROUGH($mean) } { attempts }{ $interval } — больш, чым у сярэднім за { WORD(4) } папярэднія тыдні (каля { ROUGH($before) })
fig-count-up-b = колькасць спроб на { $where_loc } вырасла прыкладна з { ROUGH($before) } у сярэднім за { WORD(4) } папярэднія тыдні да { ROUGH($mean) }{ $interval }
fig-count-up-c = на { $where_loc } налічылі каля { ROUGH($mean) } { attempts }{ $interval }; у { WORD(4) } папярэднія тыдні ў сярэднім выходзіла каля { ROUGH($before) }
fig-count-up-d = спроб на { $where_loc } было каля { ROUGH($mean) }{ $interval } — выразна больш за нядаўнія { ROUGH($before) } ці каля таго
fig-count-down-a = на { $where_loc } было каля { ROUGH($mean) } { attempts }{ $interval } — менш, чым у сярэднім за { WORD(4) } папярэднія тыдні (каля { ROUGH($before) })
fig-count-down-b = колькасць спроб на { $where_loc } знізілася прыкладна з { ROUGH($before) } у сярэднім за { WORD(4) } папярэднія тыдні да { ROUGH($mean) }{ $interval }
fig-count-down-c = на { $where_loc } налічылі каля { ROUGH($mean) } { attempts }{ $interval }; у { WORD(4) } папярэднія тыдні ў сярэднім выходзіла каля { ROUGH($before) }
fig-count-down-d = спроб на { $where_loc } было каля { ROUGH($mean) }{ $interval } — выразна менш за нядаўнія { ROUGH($before) } ці каля таго
fig-count-same-a = на { $where_loc } было каля { ROUGH($mean) } { attempts }{ $interval }, амаль як у { WORD(4) } папярэднія тыдні (у сярэднім каля { ROUGH($before) })
fig-count-same-b = колькасць спроб на { $where_loc } трымалася каля { ROUGH($mean) }{ $interval }
fig-count-same-c = на { $where_loc } налічылі каля { ROUGH($mean) } { attempts }{ $interval }; нядаўняя сярэдняя да гэтага блізкая — каля { ROUGH($before) }
fig-count-same-d = спроб на { $where_loc } прыкладна столькі ж, колькі ў апошнія { WORD(4) } тыдні, — каля { ROUGH($mean) }{ $interval }
fig-count-unclear-a = на { $where_loc } было каля { ROUGH($mean) } { attempts }{ $interval }; у { WORD(4) } папярэднія тыдні ў сярэднім — каля { ROUGH($before) }, але лічбы занадта прыблізныя, каб назваць гэта зменай
fig-count-unclear-b = на { $where_loc } налічылі каля { ROUGH($mean) } { attempts }{ $interval }; ці гэта змена супраць ранейшых { ROUGH($before) } ці каля таго, сказаць цяжка
fig-count-unclear-c = колькасць спроб на { $where_loc } ацэньваецца прыкладна ў { ROUGH($mean) }{ $interval }; ці адрозніваецца яна ад нядаўняй сярэдняй (каля { ROUGH($before) }), сказаць нельга
fig-count-a = на { $where_loc } было каля { ROUGH($mean) } { attempts }{ $interval }; пра папярэднія тыдні звестак замала, параўнаць няма з чым
fig-count-b = на { $where_loc } налічылі каля { ROUGH($mean) } { attempts }{ $interval }, а ранейшых лічбаў для параўнання не хапае
fig-count-c = паведамленні даюць для { $where_gen } каля { ROUGH($mean) } { attempts }{ $interval }; нядаўніх лічбаў, з якімі гэта можна параўнаць, няма

fig-before-a = у { WORD(4) } папярэднія тыдні ў сярэднім выходзіла каля { ROUGH($before) }
fig-before-b = сярэдняя за { WORD(4) } папярэднія тыдні лічба — каля { ROUGH($before) }
fig-before-c = для параўнання: у { WORD(4) } папярэднія тыдні — каля { ROUGH($before) } за тыдзень
fig-before-unclear-a = сярэдняя за { WORD(4) } папярэднія тыдні — каля { ROUGH($before) }
fig-before-unclear-b = ці гэта змена супраць сярэдняй за { WORD(4) } папярэднія тыдні (каля { ROUGH($before) }), незразумела
fig-before-unclear-c = нядаўняя сярэдняя — каля { ROUGH($before) }, і казаць пра змену рана
fig-coarse-a = лічба прыблізная, яе інтэрвал { PCT(90) } — ад { ROUGH($low90) } да { ROUGH($high90) }
fig-coarse-b = магчымая любая колькасць ад { ROUGH($low90) } да { ROUGH($high90) } (інтэрвал { PCT(90) })
fig-coarse-c = крыніцы пакідаюць прастор ад { ROUGH($low90) } да { ROUGH($high90) } ({ PCT(90) })
fig-coarse-d = колькі іх было дакладна, невядома: інтэрвал { PCT(90) } — { ROUGH($low90) }–{ ROUGH($high90) }
fig-firm-a = інтэрвал { PCT(90) } — { ROUGH($low90) }–{ ROUGH($high90) }
fig-firm-b = з імавернасцю { PCT(90) } іх было ад { ROUGH($low90) } да { ROUGH($high90) }
fig-firm-c = ацэнка даволі надзейная (інтэрвал { PCT(90) }: { ROUGH($low90) }–{ ROUGH($high90) })
fig-most-since-a = з тыдняў, пра якія ёсць лічбы, большага не было пасля { $since }
fig-most-since-b = гэта найбольшая лічба пасля { $since }, калі браць тыдні з вядомымі лічбамі
fig-least-since-a = з тыдняў, пра якія ёсць лічбы, меншага не было пасля { $since }
fig-least-since-b = гэта найменшая лічба пасля { $since }, калі браць тыдні з вядомымі лічбамі
fig-record-a = так шмат не было ні ў які з { weeks-earlier }
fig-record-b = больш не было, калі лічыць і астатнія тыдні з лічбамі ({ NUMBER($seen) })
fig-rises = ацэнка выразна расце { weeks-count } запар
fig-falls-a = ацэнка выразна зніжаецца { weeks-count } запар
fig-falls-b = выразнае зніжэнне доўжыцца { weeks-count } запар
fig-usual-above-a = звычайна было б каля { ROUGH($expected) }
fig-usual-above-b = гэта значна больш, чым звычайна (каля { ROUGH($expected) })
fig-usual-above-c = паводле досведу ранейшых тыдняў варта было чакаць каля { ROUGH($expected) }
fig-usual-above-d = звычайна бывае каля { ROUGH($expected) }, і рэдкі тыдзень адыходзіць так далёка ўгору
fig-usual-below-a = звычайна было б каля { ROUGH($expected) }
fig-usual-below-b = гэта менш, чым звычайна (каля { ROUGH($expected) })
fig-usual-below-c = паводле досведу ранейшых тыдняў варта было чакаць каля { ROUGH($expected) }
fig-usual-near-a = гэта прыкладна столькі, колькі звычайна (каля { ROUGH($expected) })
fig-usual-near-b = звычайна бывае каля { ROUGH($expected) }, так што тыдзень не вылучаецца
fig-usual-near-c = нічога незвычайнага ў гэтым няма (чакаць варта было каля { ROUGH($expected) })
fig-year-a = годам раней за той самы тыдзень { ROUGH($year) ->
    [0] спроб не было
   *[other] было каля { ROUGH($year) }
}
fig-year-b = год таму на тым жа тыдні { ROUGH($year) ->
    [0] спроб не было
   *[other] налічылі каля { ROUGH($year) }
}
fig-year-c = той самы тыдзень папярэдняга года { ROUGH($year) ->
    [0] абышоўся без спроб
   *[other] прынёс каля { ROUGH($year) }
}
fig-last-a = тыднем раней было каля { ROUGH($last) }
fig-last-b = за папярэдні тыдзень ацэнка — каля { ROUGH($last) }
fig-last-c = мінулая ацэнка складала каля { ROUGH($last) }
fig-daily-a = гэта каля { ROUGH($daily) } за дзень
fig-daily-b = у сярэдні дзень тыдня выходзіла каля { ROUGH($daily) }
fig-daily-c = то-бок каля { ROUGH($daily) } за дзень
fig-thin-a = звесткі ахопліваюць { days-covered } тыдня з { NUMBER(7) }, астатняе — ацэнка
fig-thin-b = лічбы ёсць толькі за { days-covered } з { NUMBER(7) }, іншыя дні ацэненыя
days-covered = { $covered ->
    [1] адзін дзень
    [one] { $covered } дзень
    [few] { WORD($covered) } дні
   *[other] { WORD($covered) } дзён
}
fig-apart-count-up-a = на { $where_loc }, наадварот, колькасць спроб вырасла прыкладна з { ROUGH($before) } да { ROUGH($mean) }
fig-apart-count-up-b = інакш на { $where_loc }: там рост прыкладна з { ROUGH($before) } да { ROUGH($mean) } за тыдзень
fig-apart-count-down-a = на { $where_loc }, наадварот, колькасць спроб знізілася прыкладна з { ROUGH($before) } да { ROUGH($mean) }
fig-apart-count-down-b = інакш на { $where_loc }: там зніжэнне прыкладна з { ROUGH($before) } да { ROUGH($mean) } за тыдзень
fig-others-a = на іншых межах карціна такая: { $counts }
fig-others-b = іншыя лічбы такія: { $counts }
fig-others-c = да гэтага дадаюцца { $counts }
fig-others-thin-a = на іншых межах лічбы ёсць толькі за асобныя дні: { $counts }
fig-others-thin-b = урыўкавыя лічбы даюць { $counts }
fig-others-thin-c = пра астатнія паведамлялі толькі за асобныя дні; выходзіць { $counts }
fig-part = каля { ROUGH($mean) } на { $where_loc }
fig-part-zero = ніводнай на { $where_loc }

## Паводле крытэрыяў

level-part = { $level } на { $where_loc }
stands-first-a = паводле крытэрыяў узровень на { $where_loc } — { $level }
stands-first-b = крытэрыі даюць для { $where_gen } { $level } узровень
stands-a = паводле крытэрыяў узровень на { $where_loc } застаецца { $level_ins }
stands-b = узровень на { $where_loc } — { $level }, як і тыднем раней
stands-c = крытэрыі пакідаюць на { $where_loc } { $level } узровень
stands-weeks-a = узровень на { $where_loc } { $level } ужо { weeks-count }
stands-weeks-b = { $level } узровень трымаецца на { $where_loc } { weeks-count } запар
stands-weeks-c = ужо { weeks-count } крытэрыі даюць для { $where_gen } { $level } узровень
stands-weeks-d = на { $where_loc } застаецца { $level } узровень, які стаіць там { weeks-count }
stands-up-a = паводле крытэрыяў узровень на { $where_loc } падняўся з { $from_level_gen } да { $level_gen }
stands-up-b = на { $where_loc } узровень вырас з { $from_level_gen } да { $level_gen }
stands-down-a = паводле крытэрыяў узровень на { $where_loc } знізіўся з { $from_level_gen } да { $level_gen }
stands-down-b = на { $where_loc } узровень апусціўся з { $from_level_gen } да { $level_gen }
stands-others-a = на іншых межах узровень такі: { $levels }
stands-others-b = яшчэ крытэрыі даюць такі ўзровень: { $levels }
stands-others-c = у астатнім узровень — { $levels }
leaning-worse-a = { $likelihood } ({ $low }–{ $high } %), што тыдзень быў горшы за { WORD(4) } папярэднія
leaning-worse-b = калі што і зрушылася, то да горшага: гэта { $likelihood } ({ $low }–{ $high } %)
leaning-worse-c = што стала горш, { $likelihood } ({ $low }–{ $high } %), але для тэндэнцыі гэтага мала
leaning-better-a = { $likelihood } ({ $low }–{ $high } %), што тыдзень быў лепшы за { WORD(4) } папярэднія
leaning-better-b = калі што і зрушылася, то да лепшага: гэта { $likelihood } ({ $low }–{ $high } %)
leaning-better-c = што стала лепш, { $likelihood } ({ $low }–{ $high } %), але для тэндэнцыі гэтага мала
settled-worse-a = { $likelihood } ({ $low }–{ $high } %), што тыдзень быў горшы за { WORD(4) } папярэднія
settled-worse-b = што гэта пагаршэнне, { $likelihood } ({ $low }–{ $high } %)
settled-better-a = { $likelihood } ({ $low }–{ $high } %), што тыдзень быў лепшы за { WORD(4) } папярэднія
settled-better-b = што гэта палёгка, { $likelihood } ({ $low }–{ $high } %)

next-daily-a = яшчэ каля { ROUGH($gap) } за дзень — і паводле колькасці спроб узровень быў бы { $level } (ён пачынаецца прыкладна з { ROUGH($need) } за дзень)
next-daily-b = да наступнай прыступкі недалёка: паводле колькасці спроб узровень { $level } прыкладна з { ROUGH($need) } за дзень, а было каля { ROUGH($now) }
next-daily-c = за чым сачыць: прыкладна з { ROUGH($need) } спроб за дзень гэты паказчык — { $level }, было ж каля { ROUGH($now) }
next-value-a = паказчык «{ $indicator }» падышоў да наступнай прыступкі: { NUMBER($now, maximumFractionDigits: 1) } пры тым, што { $level } пачынаецца з { NUMBER($need) }
next-value-b = за чым сачыць: паказчык «{ $indicator }» — { NUMBER($now, maximumFractionDigits: 1) }, а з { NUMBER($need) } ён { $level }
told-reason-standing-triggered = такі ўзровень дзейнічае адразу, што б ні паказвалі фактары, праз крытычны інцыдэнт ({ $trigger }) і трымаецца да { $date }
told-reason-standing-critical = крытычны ўзровень трымаецца { $days ->
    [one] { NUMBER($days) } дзень
    [few] { NUMBER($days) } дні
   *[other] { NUMBER($days) } дзён
} пасля апошняй падставы для яго, тут — да { $date }
told-reason-standing-expired = крытычны ўзровень зняты: { $days ->
    [one] { NUMBER($days) } дзень
    [few] { NUMBER($days) } дні
   *[other] { NUMBER($days) } дзён
} не было новых падстаў
weeks-below = { $weeks ->
    [one] { NUMBER($weeks) } ацэнены тыдзень
    [few] { WORD($weeks) } ацэненыя тыдні
   *[other] { WORD($weeks) } ацэненых тыдняў
}
weeks-past = { $count ->
    [0] не прайшло ніводнага
    [1] прайшоў { WORD($count) }
    [one] прайшоў { NUMBER($count) }
    [few] прайшлі { WORD($count) }
   *[other] прайшло { WORD($count) }
}
told-reason-standing-held-a = сам тыдзень дае менш, але для зніжэння патрэбныя { weeks-below } ніжэй за гэты ўзровень; пакуль { weeks-past }
told-reason-standing-held-b = для зніжэння патрабуюцца { weeks-below } ніжэй за гэты ўзровень, з іх { weeks-past }
told-reason-standing-held-c = утрымлівае яго толькі правіла: { weeks-below } запар мусяць быць ніжэй, а { weeks-past }
told-reason-standing-held-d = паводле самога тыдня ўзровень быў бы ніжэйшы; каб ён знізіўся, патрэбныя { weeks-below }, і пакуль { weeks-past }
told-reason-standing-stepped-down-a = на прыступку яго апусцілі { weeks-below } ніжэй за ранейшы
told-reason-standing-stepped-down-b = зніжэнню папярэднічалі { weeks-below } ніжэй за ранейшы ўзровень
told-reason-trend-count-worse-a = { $percent ->
    [100] што колькасць спроб вырасла больш чым на { NUMBER($margin) } %, слушна з імавернасцю вышэй за { NUMBER(99) } %
   *[other] імавернасць таго, што колькасць спроб вырасла больш чым на { NUMBER($margin) } %, — { NUMBER($percent) } %
}
told-reason-trend-count-worse-b = { $percent ->
    [100] з імавернасцю вышэй за { NUMBER(99) } % рост перавышае { NUMBER($margin) } %
   *[other] з імавернасцю { NUMBER($percent) } % рост перавышае { NUMBER($margin) } %
}
told-reason-trend-count-better-a = { $percent ->
    [100] што колькасць спроб знізілася больш чым на { NUMBER($margin) } %, слушна з імавернасцю вышэй за { NUMBER(99) } %
   *[other] імавернасць таго, што колькасць спроб знізілася больш чым на { NUMBER($margin) } %, — { NUMBER($percent) } %
}
told-reason-trend-count-better-b = { $percent ->
    [100] з імавернасцю вышэй за { NUMBER(99) } % зніжэнне перавышае { NUMBER($margin) } %
   *[other] з імавернасцю { NUMBER($percent) } % зніжэнне перавышае { NUMBER($margin) } %
}
told-reason-trend-wounded-worse = параненых і загінулых у нападах больш, чым у любы з папярэдніх тыдняў ({ $before ->
    [0] тады нікога
   *[other] не больш за { NUMBER($before) }
})
told-reason-trend-means-worse-a = сродкі, якімі нападалі, больш небяспечныя, чым у любы з папярэдніх тыдняў
told-reason-trend-means-worse-b = пагаршэннем лічыцца выбар сродкаў: яны больш небяспечныя, чым у любы з папярэдніх тыдняў
told-reason-trend-factor-worse-a = фактар «{ $factor }» падняўся да { $level_gen } узроўню, раней ён быў не вышэй за { $before_level_acc }
told-reason-trend-factor-worse-b = змяніў карціну фактар «{ $factor }»: цяпер узровень { $level }, раней — не вышэй за { $before_level_acc }
told-reason-trend-factor-worse-c = узровень фактару «{ $factor }» цяпер { $level }; у папярэднія тыдні ён не падымаўся вышэй за { $before_level_acc }
told-reason-trend-factor-better-a = фактар «{ $factor }» знізіўся да { $level_gen } узроўню, раней ён быў не ніжэй за { $before_level_acc }
told-reason-trend-factor-better-b = змяніў карціну фактар «{ $factor }»: цяпер узровень { $level }, раней — не ніжэй за { $before_level_acc }
told-reason-trigger = падстава для гэтага ўзроўню — { $count ->
    [1] крытычны інцыдэнт
    [one] { NUMBER($count) } крытычны інцыдэнт
    [few] { NUMBER($count) } крытычныя інцыдэнты
   *[other] { NUMBER($count) } крытычных інцыдэнтаў
}: { $trigger }
told-reason-p-above-day-p1-a = каля { ROUGH($against) } спроб за дзень — гэта вышэй за парог { $floor } і больш, чым бывае ў { $percent } % тыдняў, так што тут узровень { $level }
told-reason-p-above-day-p1-b = паводле колькасці спроб узровень { $level }: каля { ROUGH($against) } за дзень пры парозе { $floor }, і { $percent } % звычайных тыдняў застаюцца ніжэй
told-reason-p-above-day-p1-c = паводле адной толькі колькасці спроб узровень быў бы { $level } (каля { ROUGH($against) } за дзень пры парозе { $floor })
told-reason-p-above-weeks-b1-a = напады на патрулі даюць { $level } узровень: за { WORD(4) } тыдні іх { $against }, парог — { $floor }
told-reason-p-above-weeks-b1-b = за { WORD(4) } тыдні нападаў { $against }, і паводле крытэрыяў гэта { $level } узровень (парог — { $floor })
times-of = { $value ->
    [one] раз
    [many] разоў
   *[other] раза
}
told-reason-threshold-reached-p2-a = за { WORD(4) } тыдні спроб было ў { $value } { times-of } больш, чым годам раней; пачынаючы з { $bound } гэта { $level } узровень
told-reason-threshold-reached-p2-b = за тыя ж { WORD(4) } тыдні годам раней спроб было ў { $value } { times-of } менш, і паводле крытэрыяў такі рост (ад { $bound }) — { $level } узровень
told-reason-threshold-not-sustained-p2-a = за { WORD(4) } тыдні спроб было ў { $value } { times-of } больш, чым годам раней; гэта { $level } узровень, пакуль так не пратрымаецца { weeks-count }
told-reason-threshold-not-sustained-p2-b = за тыя ж { WORD(4) } тыдні годам раней спроб было ў { $value } { times-of } менш; гэта { $level } узровень, а для наступнага так мусіць быць { weeks-count } запар
told-reason-p-floors-alone-reached-day-p1 = звычайная колькасць пакуль невядомая, але каля { ROUGH($against) } спроб за дзень дасягаюць парога { $floor }, а гэта { $level } узровень
told-reason-threshold-reached-a = паказчык «{ $indicator }» — { part-amount }; ад { part-bound } гэта { $level } узровень
told-reason-threshold-reached-b = ад { part-bound } паказчык «{ $indicator }» ({ part-amount }) дае { $level } узровень
told-reason-presence-a = паказчык «{ $indicator }» ({ part-amount }) дае { $level } узровень
told-reason-presence-b = паводле паказчыка «{ $indicator }» ({ part-amount }) узровень { $level }
told-reason-presence-case-a = паводле найцяжэйшага выпадку ({ $kind }) паказчык «{ $indicator }» дае { $level } узровень
told-reason-presence-case-b = паказчык «{ $indicator }»: найцяжэйшае ({ $kind }) дае { $level } узровень
told-reason-threshold-reached-b4 = найбольшая група каля мяжы, { $value ->
    [one] { $value } чалавек
    [few] { $value } чалавекі
   *[other] { $value } чалавек
}, перавышае парог { $bound }; гэта { $level } узровень
told-reason-threshold-reached-a3 = парушэнні паветранай прасторы за { WORD(4) } тыдні ({ $value }) даюць { $level } узровень
told-reason-wounded-b1-wounded-a = любое раненне падчас нападу дае ўзровень не ніжэй за { $level_acc }
told-reason-wounded-b1-wounded-b = калі ёсць параненыя, напады ацэньваюцца не ніжэй за { $level_acc } узровень
told-reason-wounded-by-means-b1-wounded = раны ад такіх сродкаў ({ $means }) даюць { $level } узровень

## Чаго мы не ведаем

gap-borders-a = для { $where_gen } узровень назваць нельга: замала вядома, каб ацаніць { $factors }
gap-borders-b = на { $where_loc } не ўдалося ацаніць { $factors }, а без гэтага ўзроўню няма
gap-borders-c = пра { $where_acc } вядома замала, каб ацаніць { $factors } і назваць узровень, а маўчанне — не спакой
gap-borders-d = узроўню для { $where_gen } няма: не было па чым ацаніць { $factors }
gap-borders-e = не ацэнена: { $borders }; каб ацаніць { $factors }, няма паведамленняў, і гэта не прыкмета спакою
gap-borders-again-a = для { $where_gen } узроўню па-ранейшаму няма
gap-borders-again-b = на { $where_loc } узровень зноў не ацэнены
gap-borders-again-c = паведамленні ўсё яшчэ не дазваляюць назваць узровень для { $where_gen }
gap-borders-again-d = як і тыднем раней, узровень для { $where_gen } назваць нельга
gap-borders-again-e = пра { $where_acc } па-ранейшаму вядома замала для ўзроўню, і гэта не прыкмета спакою
gap-borders-plain-a = для { $where_gen } узровень назваць нельга
gap-borders-plain-b = на { $where_loc } узровень не ацэнены
gap-borders-plain-c = не ацэнена: { $borders }; гэта не прыкмета спакою
gap-all-a = ніводнай з межаў ацаніць не ўдалося: замала вядома, каб ацаніць { $factors }; маўчанне — не спакой
gap-all-b = узроўню за тыдзень няма нідзе: не хапае паведамленняў, каб ацаніць { $factors }
gap-all-c = без паведамленняў, па якіх ацэньваюць { $factors }, узровень межаў не вызначыць, і гэта не прыкмета спакою
gap-factors-again-a = на { $where_loc } не было па чым ацаніць тыя ж фактары пагрозы, што і тыднем раней (усяго іх { NUMBER($missing) })
gap-factors-again-b = фактары пагрозы, пра якія на { $where_loc } нічога не ведалі тыднем раней ({ NUMBER($missing) }), невядомыя і цяпер
gap-factors-again-c = без паведамленняў на { $where_loc } застаюцца { $missing ->
    [one] { NUMBER($missing) } фактар
    [few] { WORD($missing) } фактары
   *[other] { WORD($missing) } фактараў
} пагрозы
gap-factors-a = на { $where_loc } не было па чым ацаніць { $factors }
gap-factors-b = узровень на { $where_loc } абапіраецца на частку фактараў пагрозы ({ NUMBER($assessed) } з { NUMBER($of) }); не ўдалося ацаніць { $factors }
gap-factors-c = фактараў пагрозы на { $where_loc } ацэнена { NUMBER($assessed) } з { NUMBER($of) }, а ацаніць { $factors } не было па чым
gap-factors-d = паведамленні пра { $where_acc } не даюць ацаніць { $factors }
gap-factors-e = каб ацаніць { $factors } на { $where_loc }, паведамленняў не знайшлося

## Адносіны

no-step-a = Пра рашэнні наконт мер за тыдзень не паведамлялася.
no-step-b = Пра новыя меры не стала вядома.
no-step-c = Пра меры нічога новага не паведамлялася.
no-step-d = Не паведамлялася ні пра рашэнні, ні пра сігналы.
no-step-e = Пра змену мер паведамленняў не было.
in-force-until-a = да { $lapse } { acts } { $measure }{ $on_border } ({ $states })
in-force-until-b = у сіле да { $lapse }: { $measure }{ $on_border } ({ $states })
in-force-until-c = { $measure }{ $on_border } ({ $states }): яшчэ ў сіле, да { $lapse }
in-force-since-a = з { $begin } { acts } { $measure }{ $on_border } ({ $states }), пра канец не паведамлялася
in-force-since-b = застаецца ў сіле з { $begin }: { $measure }{ $on_border } ({ $states })
behind-counts-a = за гэтым стаіць такая колькасць спроб: { $counts }
behind-counts-b = перасекчы мяжу спрабавалі: { $counts }
behind-counts-c = спробы за тыдзень: { $counts }
behind-counts-d = што да ціску, спроб было { $counts }
behind-levels-e = што да крытэрыяў, узровень такі: { $levels }
behind-levels-a = паводле крытэрыяў узровень такі: { $levels }
behind-levels-b = узровень паводле крытэрыяў — { $levels }
behind-levels-c = калі меркаваць паводле крытэрыяў, узровень { $levels }
behind-levels-d = крытэрыі даюць узровень { $levels }
range-a = для { $where_gen } лесвіца мер адкрывае набор ад { $low_measure_gen } да { $high_measure_gen }; вырашаюць людзі
range-b = для { $where_gen } выбар мер — ад { $low_measure_gen } да { $high_measure_gen }; рашэнне за людзьмі
range-d = для { $where_gen } набор такі: найменшае — { $low_measure }, найбольшае — { $high_measure }
range-c = на лесвіцы мер для { $where_gen } цяпер даступна ўсё ад { $low_measure_gen } да { $high_measure_gen }
range-weeks-a = набор мер для { $where_gen } не мяняецца { weeks-count }: ад { $low_measure_gen } да { $high_measure_gen }
range-weeks-b = { weeks-count } запар для { $where_gen } прапануецца тое самае — ад { $low_measure_gen } да { $high_measure_gen }
range-weeks-c = за { weeks-count } набор для { $where_gen } не вырас і не звузіўся: крайняя мера — { $high_measure }
range-weeks-d = крайняя прыступка лесвіцы для { $where_gen } ранейшая, ужо { weeks-count }: { $high_measure }
range-single-a = для { $where_gen } лесвіца мер не адкрывае нічога, акрамя гэтага: { $low_measure }
range-single-b = для { $where_gen } на лесвіцы мер — толькі { $low_measure }
range-single-c = далей за гэтую меру лесвіца для { $where_gen } не ідзе: { $low_measure }
range-single-weeks-a = { weeks-count } запар лесвіца мер прапануе для { $where_gen } толькі { $low_measure_acc }
range-single-weeks-b = { $low_measure } — усё, што лесвіца мер адкрывае для { $where_gen } ужо { weeks-count }
range-single-weeks-c = для { $where_gen } усё тое ж, што і { weeks-count } запар: { $low_measure }
