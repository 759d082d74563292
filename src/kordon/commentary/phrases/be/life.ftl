# Жыццё меры: даты, матэрыялы да перагляду, каго і што мера закранае, яе вынік.

life-calendar = Меры: важныя даты
life-date-starts = { $measure }, { $name }: першы дзень
life-date-ends = { $measure }, { $name }: апошні дзень
life-date-review = { $measure }, { $name }: перагляд
life-date-dossier = { $measure }, { $name }: да заканчэння { $days ->
        [one] { $days } дзень
        [few] { $days } дні
        [many] { $days } дзён
       *[other] { $days } дня
    }, матэрыялы да перагляду

dossier-title = матэрыялы да перагляду на { $date }: { $measure }, { $name }
dossier-border = Дзе: { $border }.
dossier-starts = Дзейнічае з { $date }.
dossier-start-not-told = Першы дзень не вядомы.
dossier-basis = Падстава: { $basis }.
dossier-basis-not-told = Падстава не названая: назавіце яе, перш чым прымаць рашэнне.
dossier-exception = Выключэнне: { $exception }.
dossier-no-exceptions = Пра выключэнні нічога не паведамлялася.
dossier-no-end = Уласнага тэрміну заканчэння няма.
dossier-review = Наступны перагляд: { $date }.
dossier-ended = Апошні дзень быў { $date }.
dossier-ends = Апошні дзень: { $date }, засталося { $days ->
        [0] менш за дзень
        [one] { $days } дзень
        [few] { $days } дні
        [many] { $days } дзён
       *[other] { $days } дня
    }. Без новага рашэння мера спыніцца сама.
dossier-chain = Разам з працягамі мер запар: { $count }, першая з { $date }.
dossier-gap = Перад { $name } быў перапынак, калі нічога не дзейнічала, дзён: { $days }.
dossier-overlap = { $name } і папярэдняя мера дзейнічалі адначасова, дзён: { $days }.
dossier-extension-adopted = Працяг прыняты: { $name }.
dossier-extension-pending = Працяг рыхтуецца і пакуль не прыняты: { $name }.
dossier-no-extension = Працяг ніхто не прапанаваў.
dossier-opinion-positive = Станоўчае заключэнне, { $office }: да { $until }.
dossier-opinion-negative = Адмоўнае заключэнне, { $office }: да { $until }.
dossier-opinion-decisively-negative = Катэгарычна адмоўнае заключэнне, { $office }: да { $until }.
dossier-incidents-not-asked = Інцыдэнты з першага дня не правяраліся.
dossier-no-incidents = Інцыдэнтаў з першага дня не зафіксавана.
dossier-incidents = Інцыдэнтаў з першага дня: { $count }.
dossier-incidents-kind = { $kind }: { $count }
dossier-readings-not-asked = Паказчыкі не правяраліся.
dossier-no-readings = Ніводзін паказчык не ўдалося вызначыць.
dossier-readings = Апошніх значэнняў паказчыкаў: { $count }.
dossier-reading = { $border }, { $indicator }: { NUMBER($value) } (тыдзень з { $date })
dossier-expires = На той жа мяжы канчаецца { $date }: { $measure }, { $name }.

impact-no-traffic = Як паведамляецца, рух праз пункты пропуску мера не абмяжоўвае. Хто жыве, працуе і ездзіць там, дзе яна дзейнічае, у адкрытых даных няма.
impact-touches = { $count ->
        [0] Мера не закранае ніводнага пункта пропуску, пра які вядома, што на { $date } ён быў адкрыты.
        [one] Мера закранае { $count } пункт пропуску, адкрыты на { $date }.
        [few] Мера закранае { $count } пункты пропуску, адкрытыя на { $date }.
        [many] Мера закранае { $count } пунктаў пропуску, адкрытых на { $date }.
       *[other] Мера закранае { $count } пункта пропуску, адкрытага на { $date }.
    }
impact-passes = Тады там праязджалі, { $traffic }: пунктаў пропуску { $count }.
impact-untold = Пунктаў пропуску, якія яна закранае і пра якія цалкам або часткова не вядома, каго там тады прапускалі: { $count }.
impact-left = Іншых пунктаў пропуску на гэтай мяжы, пра якія вядома, што яны былі тады адкрытыя для такога руху: { $count }.
impact-passengers-not-told = Колькі людзей там праязджае, у адкрытых даных няма: спытайце памежную службу.
impact-trade-not-told = Колькі каштуе гандаль праз гэтыя пункты, у адкрытых даных няма: спытайце мытню.
impact-labour-not-told = Колькі людзей працуе па другі бок мяжы, у адкрытых даных няма: спытайце службу занятасці.
impact-first-of-kind = Ранейшых мер гэтага віду не зафіксавана.
impact-earlier = Раней такога віду: { $name } ({ $border }) з { $date } дзейнічала { $days ->
        [one] { $days } дзень
        [few] { $days } дні
        [many] { $days } дзён
       *[other] { $days } дня
    }; працягаў: { $count }.
impact-stands = Раней такога віду: { $name } ({ $border }) з { $date } дзейнічае ўжо { $days ->
        [one] { $days } дзень
        [few] { $days } дні
        [many] { $days } дзён
       *[other] { $days } дня
    }, пра заканчэнне не вядома; працягаў: { $count }.
impact-earlier-undated = Раней такога віду: { $name } ({ $border }), даты не вядомыя; працягаў: { $count }.

effect-told = { $border }: за { $weeks ->
        [one] { $weeks } тыдзень
        [few] { $weeks } тыдні
        [many] { $weeks } тыдняў
       *[other] { $weeks } тыдня
    } пасля пачатку лічба складала { NUMBER($ratio) } ад чаканай па іншых межах (90%-ы інтэрвал ад { NUMBER($low) } да { NUMBER($high) }; межаў для параўнання: { $controls }).
effect-none = { $border }: адрозніць вынік ад яго адсутнасці нельга. За { $weeks ->
        [one] { $weeks } тыдзень
        [few] { $weeks } тыдні
        [many] { $weeks } тыдняў
       *[other] { $weeks } тыдня
    } пасля пачатку лічба складала { NUMBER($ratio) } ад чаканай (90%-ы інтэрвал ад { NUMBER($low) } да { NUMBER($high) }; межаў для параўнання: { $controls }).
effect-tried = Той жа разлік зроблены для адрэзкаў перад пачаткам, калі нічога не пачыналася: { $tried }; вынік ён паказаў у { $found } з іх.
effect-together = Іншых мер, якія пачаліся на гэтай мяжы прыкладна тады ж: { $count }. Што зрабіла кожная з іх, асобна вызначыць нельга.
effect-too-short = Вынік вызначыць нельга: перад пачаткам або пасля яго замала тыдняў з падлікам.
effect-poor-coverage = Вынік вызначыць нельга: за занадта шмат тыдняў ніхто не даў лічбаў.
effect-no-controls = Вынік вызначыць нельга: няма іншай мяжы з лічбамі для параўнання.
effect-untried = Вынік вызначыць нельга: перад пачаткам замала тыдняў, каб праверыць разлік там, дзе нічога не пачыналася.
effect-not-trusted = Вынік вызначыць нельга: той жа разлік знаходзіць вынікі перад пачаткам, калі нічога не пачыналася.
