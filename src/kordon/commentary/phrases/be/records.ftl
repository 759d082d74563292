site-records-title = Што прачытана, { $year } год
site-records-lede = Усе зафіксаваныя лічбы і інцыдэнты па днях. Лічбы перакрываюцца: дзень уваходзіць і ў тыдзень, і ў месяц, і ў год.
site-records-border = Мяжа
site-records-years = Усё прачытанае па гадах
