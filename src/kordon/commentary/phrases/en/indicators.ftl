# Why an indicator has no value, or no baseline.
no-source-for-factor = No source that was read speaks of this in that week.
poor-coverage = Too few days of the week are spoken for.
not-enough-data = Too few covered weeks to compare with.
