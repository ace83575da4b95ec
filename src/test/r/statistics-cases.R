# Makes the table of known answers that StatisticsCasesTest checks org.osteocohort.statistics against.
#
#   Rscript src/test/r/statistics-cases.R > src/test/resources/org/osteocohort/statistics/statistics-cases.csv
#
# Needs R 4 with epitools, survival and vcd (Debian: r-base-core r-cran-epitools r-cran-survival r-cran-vcd). The tests
# themselves need no R. One row is one case; the oracle column names the function that gave the expected numbers.
# Lists are joined by semicolons, a dash is a number that does not exist, numbers have 17 significant digits.
#
# Where our definition goes beyond the oracle's, the script says so and the oracle column ends in an asterisk.

suppressMessages({
  library(epitools)
  library(survival)
  library(vcd)
})

# Small tables make chisq.test and anova.lm warn; neither's answer is used.
options(warn = -1)

number <- function(x) ifelse(is.na(x) | is.infinite(x), "-", sprintf("%.17g", x))
named <- function(values) paste(names(values), sapply(values, function(v) paste(number(v), collapse = ";")),
                                sep = "=", collapse = " ")
case <- function(statistic, oracle, inputs, expected) {
  cat(statistic, oracle, named(inputs), paste0(named(expected), "\n"), sep = ",")
}
three <- function(estimate, low, high) list(estimate = estimate, low = low, high = high)
none <- three(NA, NA, NA)

cat("# ", R.version.string, ", epitools ", format(packageVersion("epitools")), ", survival ",
    format(packageVersion("survival")), ", vcd ", format(packageVersion("vcd")), "\n", sep = "")
cat("statistic,oracle,inputs,expected\n")

# Proportions ---------------------------------------------------------------------------------------------------------

proportions <- list(c(0, 1), c(1, 1), c(0, 15), c(15, 15), c(1, 2), c(1, 10), c(5, 10), c(9, 10), c(7, 120),
                    c(114, 933), c(819, 933), c(1, 1000000), c(999999, 1000000))

for (p in proportions) {
  x <- p[1]; n <- p[2]
  w <- binom.wilson(x, n)
  # The formula is exactly 0 and 1 at the ends; floating point leaves a trace of rounding there.
  case("wilson", "epitools::binom.wilson", list(count = x, total = n),
       three(w$proportion, if (x == 0) 0 else w$lower, if (x == n) 1 else w$upper))
}
for (p in list(c(3, 3000000000), c(0, 3000000000), c(1500000000, 3000000000))) {
  w <- binom.wilson(p[1], p[2])
  case("wilson", "epitools::binom.wilson", list(count = p[1], total = p[2]),
       three(w$proportion, if (p[1] == 0) 0 else w$lower, w$upper))
}
case("wilson", "none*", list(count = 0, total = 0), none)

for (p in proportions) {
  e <- binom.exact(p[1], p[2])
  case("clopper_pearson", "epitools::binom.exact", list(count = p[1], total = p[2]),
       three(e$proportion, e$lower, e$upper))
}
# binom.exact would list every outcome of three thousand million trials, so its own formula stands here.
for (p in list(c(3, 3000000000), c(0, 3000000000), c(1500000000, 3000000000))) {
  x <- p[1]; n <- p[2]
  case("clopper_pearson", "stats::qbeta", list(count = x, total = n),
       three(x / n, if (x == 0) 0 else qbeta(0.025, x, n - x + 1), qbeta(0.025, x + 1, n - x, lower.tail = FALSE)))
}
case("clopper_pearson", "none*", list(count = 0, total = 0), none)

# Rates ---------------------------------------------------------------------------------------------------------------

# epitools::pois.exact searches with a tolerance of 1e-4; poisson.test takes the quantiles themselves.
for (r in list(c(0, 100, 10000), c(1, 100, 10000), c(0, 0.25, 1), c(2, 0.5, 1), c(10, 2345.75, 10000),
               c(25, 1000, 1), c(114, 93300.5, 10000), c(1000, 12345.678, 100000), c(3, 12000000, 10000),
               c(1000000, 3000000, 10000))) {
  e <- poisson.test(r[1], r[2])
  case("poisson_rate", "stats::poisson.test", list(events = r[1], personYears = r[2], per = r[3]),
       three(e$estimate * r[3], e$conf.int[1] * r[3], e$conf.int[2] * r[3]))
}
case("poisson_rate", "none*", list(events = 0, personYears = 0, per = 10000), none)

standardized <- function(events, population, weight, per = 1) {
  e <- unname(ageadjust.direct(events, population, stdpop = weight))
  # Without an event epitools gives NaN for the lower bound, which is 0 by definition.
  case("standardized_rate", if (sum(events) == 0) "epitools::ageadjust.direct*" else "epitools::ageadjust.direct",
       list(events = events, population = population, weight = weight, per = per),
       three(e[2] * per, if (sum(events) == 0) 0 else e[3] * per, e[4] * per))
}
standardized(c(3, 8, 12, 5), c(1000, 1500, 1800, 900), c(2000, 2500, 2600, 2100))
standardized(c(3, 8, 12, 5), c(1000, 1500, 1800, 900), c(2000, 2500, 2600, 2100), 10000)
standardized(c(0, 0, 0), c(100, 200, 300), c(8.86, 8.69, 8.60), 10000)
standardized(c(0, 1, 0), c(100, 200, 300), c(8.86, 8.69, 8.60), 10000)
standardized(7, 120, 1)
standardized(0, 120, 5)
standardized(c(15, 22, 31, 46, 12, 19, 40, 38), c(1234.5, 2345.25, 3456, 2789, 1300, 2250, 3300, 2850),
             c(69135, 72533, 73032, 57735, 69135, 72533, 73032, 57735) / 2, 10000)
standardized(c(120000, 250000), c(1000000, 900000), c(0.25, 0.75), 100)
standardized(c(5, 1), c(1000000, 3), c(0.999, 0.001), 10000)
case("standardized_rate", "none*", list(events = c(3, 0), population = c(1000, 0), weight = c(1, 1), per = 1), none)

# Comparisons ---------------------------------------------------------------------------------------------------------

for (r in list(c(10, 1000, 5, 900), c(5, 900, 10, 1000), c(1, 10, 1, 10), c(0, 100, 4, 120), c(4, 120, 0, 100),
               c(114, 9330.5, 98, 10211.25), c(1, 5000, 250, 4800), c(2500, 100000, 2400, 100000))) {
  e <- poisson.test(c(r[1], r[3]), c(r[2], r[4]))
  case("rate_ratio", "stats::poisson.test", list(events = r[1], personYears = r[2], referenceEvents = r[3],
       referencePersonYears = r[4]), three(e$estimate, e$conf.int[1], e$conf.int[2]))
}
case("rate_ratio", "none*", list(events = 0, personYears = 10, referenceEvents = 0, referencePersonYears = 10), none)
case("rate_ratio", "none*", list(events = 1, personYears = 10, referenceEvents = 0, referencePersonYears = 0), none)

for (r in list(c(10, 100, 5, 90), c(5, 90, 10, 100), c(1, 2, 1, 2), c(15, 15, 15, 15), c(15, 15, 7, 15),
               c(1, 1000000, 2, 900000), c(114, 933, 59, 933))) {
  e <- riskratio.wald(matrix(c(r[4] - r[3], r[3], r[2] - r[1], r[1]), 2, byrow = TRUE))$measure[2, ]
  # Everybody against everybody has no standard error; an interval without width is none.
  if (e[["lower"]] == e[["upper"]]) e[c("lower", "upper")] <- NA
  case("risk_ratio", paste0("epitools::riskratio.wald", if (is.na(e[["lower"]])) "*"), list(cases = r[1], total = r[2], referenceCases = r[3],
       referenceTotal = r[4]), three(e[["estimate"]], e[["lower"]], e[["upper"]]))
}
# The logarithm of zero has no interval; the ratio itself is zero.
case("risk_ratio", "none*", list(cases = 0, total = 10, referenceCases = 3, referenceTotal = 10), three(0, NA, NA))
case("risk_ratio", "none*", list(cases = 3, total = 10, referenceCases = 0, referenceTotal = 10), none)
case("risk_ratio", "none*", list(cases = 0, total = 0, referenceCases = 3, referenceTotal = 10), none)

trend <- function(cases, total, score = seq_along(cases)) {
  e <- prop.trend.test(cases, total, score)
  # The sign of z is that of the slope of the proportion on the score.
  slope <- sign(sum(score * (cases - total * sum(cases) / sum(total))))
  case("trend", "stats::prop.trend.test", list(score = score, cases = cases, total = total),
       list(z = slope * sqrt(unname(e$statistic)), chiSquare = e$statistic, pValue = e$p.value))
}
trend(c(5, 9, 14, 22), c(100, 110, 120, 130))
trend(c(22, 14, 9, 5), c(130, 120, 110, 100))
trend(c(83, 90, 129, 70), c(86, 93, 136, 82))
trend(c(0, 0, 1), c(10, 10, 10))
trend(c(0, 15), c(15, 15))
trend(c(12, 11, 13, 12, 14), c(1000, 990, 1010, 1005, 1020), c(2015, 2016, 2017, 2018, 2019))
trend(c(5, 9, 14, 22), c(100, 110, 120, 130), c(0, 1, 5, 10.5))
trend(c(400, 800, 1600), c(10000, 10000, 10000))
flat <- list(z = NA, chiSquare = NA, pValue = NA)
case("trend", "none*", list(score = c(1, 2), cases = c(0, 0), total = c(10, 10)), flat)
case("trend", "none*", list(score = c(1, 2), cases = c(10, 10), total = c(10, 10)), flat)
case("trend", "none*", list(score = c(1, 1), cases = c(3, 4), total = c(10, 10)), flat)
case("trend", "none*", list(score = c(1, 2), cases = c(3, 0), total = c(10, 0)), flat)

kappa <- function(table) {
  k <- Kappa(table)
  e <- k$Unweighted[["value"]]
  interval <- confint(k)["Unweighted", ]
  # Without a standard error there is no interval; a kappa is within -1 and 1, so the normal interval is cut there.
  if (k$Unweighted[["ASE"]] < 1e-12) interval <- c(NA, NA)
  case("kappa", paste0("vcd::Kappa", if (anyNA(interval)) "*"), list(table = as.vector(t(table))),
       three(e, max(-1, interval[[1]]), min(1, interval[[2]])))
}
kappa(matrix(c(20, 5, 10, 15), 2, byrow = TRUE))
kappa(matrix(c(114, 5, 10, 804), 2, byrow = TRUE))
kappa(matrix(c(0, 5, 5, 0), 2, byrow = TRUE))
kappa(matrix(c(10, 0, 0, 90), 2, byrow = TRUE))
kappa(matrix(c(25, 25, 25, 25), 2, byrow = TRUE))
kappa(matrix(c(0, 15, 0, 30), 2, byrow = TRUE))
kappa(matrix(c(44, 5, 1, 7, 20, 3, 9, 5, 6), 3, byrow = TRUE))
kappa(matrix(c(9, 1, 0, 1, 8, 0, 0, 0, 0), 3, byrow = TRUE))
case("kappa", "none*", list(table = c(12, 0, 0, 0)), none)
case("kappa", "none*", list(table = c(0, 0, 0, 0)), none)

# Follow-up -----------------------------------------------------------------------------------------------------------

followed <- function(d) data.frame(
  time = c(rep(d$day, d$events), rep(d$day, d$censored)),
  status = c(rep(1, sum(d$events)), rep(0, sum(d$censored))))
curve <- function(day, events, censored) {
  f <- survfit(Surv(time, status) ~ 1, data = followed(list(day = day, events = events, censored = censored)),
               conf.type = "log-log")
  case("kaplan_meier", "survival::survfit", list(day = day, events = events, censored = censored),
       list(day = f$time, atRisk = f$n.risk, survival = f$surv, low = f$lower, high = f$upper))
}
curve(c(1, 2, 3, 4), c(0, 1, 0, 1), c(1, 0, 1, 0))
curve(c(10), c(1), c(0))
curve(c(10), c(0), c(5))
curve(c(0, 365), c(1, 0), c(0, 9))
curve(c(5, 9, 20), c(1, 1, 2), c(0, 0, 0))
curve(c(5, 9, 20), c(1, 1, 0), c(0, 0, 2))
curve(c(9, 13, 18, 23, 28, 31, 34, 45, 48, 161), c(1, 1, 1, 1, 0, 1, 1, 0, 1, 0), c(0, 1, 0, 0, 1, 0, 0, 1, 0, 1))
curve(c(7, 30, 30.0 + 60, 180, 270, 365), c(12, 40, 33, 8, 2, 0), c(0, 3, 25, 31, 44, 735))
