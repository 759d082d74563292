site-records-title = Что прочитано, { $year } год
site-records-lede = Все зафиксированные цифры и инциденты по дням. Цифры перекрываются: день входит и в неделю, и в месяц, и в год.
site-records-border = Граница
site-records-years = Всё прочитанное по годам
