# What files and pages of a week's issue say beside its texts.
issue-sources = Источники
