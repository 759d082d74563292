# What R's surveillance says of counts, as a table: the reference that our methods are compared with.
#
#   Rscript surveillance.R SETTINGS.csv OUT.csv        every setting on every series of its counts
#   Rscript surveillance.R salmNewport COUNTS.csv      write the counts that the package ships
#
# A setting names its counts (a table beside SETTINGS.csv, one column a series), its method, and the columns that the
# method takes; the others are empty. `from` and `to` are the weeks judged, counted from 1; `monday` the first day of the
# first week, or empty where a year is to have 52 weeks. The last line printed is the versions and the processor's seconds.
suppressWarnings(suppressMessages(library(surveillance)))
given <- commandArgs(TRUE)

if (given[1] == "salmNewport") {
  data(salmNewport)
  write.csv(observed(salmNewport), given[2], row.names = FALSE, quote = FALSE)
  quit()
}

settings <- read.csv(given[1], stringsAsFactors = FALSE, colClasses = "character")

as_series <- function(counts, column, monday) {
  observed <- matrix(counts[, column], ncol = 1)
  if (monday == "") return(sts(observed = observed, frequency = 52, start = c(2000, 1)))
  days <- seq(as.Date(monday), by = "week", length.out = nrow(counts))
  sts(observed = observed, epoch = as.numeric(days), frequency = 52, start = c(2000, 1), epochAsDate = TRUE)
}

number <- function(setting, name) as.numeric(setting[[name]])

one <- function(setting, counts, column) {
  series <- as_series(counts, column, setting$monday)
  range <- number(setting, "from"):number(setting, "to")
  expected <- rep(NA, length(range))
  dispersion <- rep(NA, length(range))
  trend <- rep(NA, length(range))
  if (setting$method == "farrington") {
    control <- list(
      range = range, b = number(setting, "years"), w = number(setting, "half_window"),
      noPeriods = number(setting, "seasons"), pastWeeksNotIncluded = number(setting, "left_out"),
      trend = setting$trend == "true", pThresholdTrend = number(setting, "trend_significance"),
      reweight = setting$reweight == "true", weightsThreshold = number(setting, "outlier"),
      alpha = number(setting, "alpha"), thresholdMethod = setting$threshold, powertrans = setting$power,
      limit54 = c(number(setting, "least_events"), number(setting, "least_events_weeks")),
      populationOffset = FALSE, glmWarnings = FALSE
    )
    told <- suppressWarnings(farringtonFlexible(series, control))
    bound <- upperbound(told)[, 1]
    fired <- alarms(told)[, 1]
    expected <- told@control$expected[, 1]
    dispersion <- told@control$phiVector[, 1]
    trend <- told@control$trend[, 1]
  } else if (setting$method %in% c("C1", "C2", "C3")) {
    control <- list(
      range = range, method = setting$method, baseline = number(setting, "baseline"),
      minSigma = number(setting, "least_deviation"), alpha = number(setting, "alpha")
    )
    told <- earsC(series, control)
    bound <- upperbound(told)[, 1]
    fired <- alarms(told)[, 1]
  } else {
    # The known mean and dispersion are those of the setting; theta is the log of the out-of-control ratio.
    control <- list(
      range = range, mu0 = rep(number(setting, "mean"), length(range)), alpha = number(setting, "dispersion"),
      c.ARL = number(setting, "limit"), theta = log(number(setting, "ratio")), change = "intercept",
      ret = setting$returned, dir = "inc"
    )
    told <- glrnb(series, control = control)
    bound <- upperbound(told)[, 1]
    fired <- alarms(told)[, 1]
  }
  data.frame(
    setting = setting$name, series = colnames(counts)[column], week = range, bound = bound, fired = as.integer(fired),
    expected = expected, dispersion = dispersion, trend = trend
  )
}

began <- sum(proc.time()[1:2])
told <- list()
for (row in seq_len(nrow(settings))) {
  setting <- as.list(settings[row, ])
  file <- file.path(dirname(given[1]), paste0(setting$counts, ".csv"))
  counts <- as.matrix(read.csv(file, check.names = FALSE))
  told <- c(told, lapply(seq_len(ncol(counts)), function(column) one(setting, counts, column)))
}
told <- do.call(rbind, told)
took <- sum(proc.time()[1:2]) - began
for (name in c("bound", "expected", "dispersion")) {
  told[[name]] <- ifelse(is.na(told[[name]]), "", formatC(as.numeric(told[[name]]), digits = 17, format = "g"))
}
told$trend <- ifelse(is.na(told$trend), "", as.integer(told$trend))
write.csv(told, given[2], row.names = FALSE, quote = FALSE)
cat(R.version$major, ".", R.version$minor, " ", as.character(packageVersion("surveillance")), " ", took, "\n", sep = "")
