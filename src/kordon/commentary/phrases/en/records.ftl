site-records-title = What was read, { $year }
site-records-lede = Every figure and incident on record, by its day. Figures overlap: a day lies in a week, a month and a year.
site-records-border = The border
site-records-years = Everything that was read, by year
