package org.osteocohort.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.osteocohort.statistics.StandardizedRate.Stratum;

/** What must hold for every count, small ones all, large ones by seeded chance. */
class IntervalPropertiesTest {
    private static final long SEED = 20_260_101L;
    private static final int TIMES = 300;

    private record Counted(long count, long total) {}

    @ParameterizedTest
    @EnumSource
    void aProportionIsWithinItsIntervalAndThatWithinZeroAndOne(ProportionMethod method) {
        for (Counted counted : proportions()) {
            ProportionInterval interval = method.interval(counted.count(), counted.total());

            assertThat(interval.low()).as("%s", counted).isBetween(0.0, interval.estimate());
            assertThat(interval.high()).as("%s", counted).isBetween(interval.estimate(), 1.0);
            assertThat(interval.low()).as("%s", counted).isLessThan(interval.high());
        }
    }

    @ParameterizedTest
    @EnumSource
    void moreCasesMoveBothEndsUp(ProportionMethod method) {
        for (Counted counted : proportions()) {
            if (counted.count() < counted.total()) {
                ProportionInterval interval = method.interval(counted.count(), counted.total());
                ProportionInterval more = method.interval(counted.count() + 1, counted.total());

                assertThat(more.low()).as("%s", counted).isGreaterThan(interval.low());
                assertThat(more.high()).as("%s", counted).isGreaterThan(interval.high());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void thoseWithoutTheConditionHaveTheMirroredInterval(ProportionMethod method) {
        for (Counted counted : proportions()) {
            ProportionInterval interval = method.interval(counted.count(), counted.total());
            ProportionInterval without = method.interval(counted.total() - counted.count(), counted.total());

            assertThat(without.low()).as("%s", counted).isCloseTo(1 - interval.high(), within(1e-11));
            assertThat(without.high()).as("%s", counted).isCloseTo(1 - interval.low(), within(1e-11));
        }
    }

    @Test
    void aRateIsWithinItsIntervalAndMoreEventsMoveBothEndsUp() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int time = 0; time < TIMES; time++) {
            long events = time < 50 ? time : random.nextLong(100_000_000);
            double personYears = random.nextDouble(0.01, 1e7);
            PoissonRate rate = PoissonRate.of(events, personYears, 10_000);
            PoissonRate more = PoissonRate.of(events + 1, personYears, 10_000);

            assertThat(rate.low()).isBetween(0.0, rate.estimate());
            assertThat(rate.high()).isGreaterThan(rate.estimate()).isLessThan(more.high());
            assertThat(rate.low()).isLessThan(more.low());
        }
    }

    @Test
    void aStandardOfOneStratumGivesTheExactPoissonRate() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (long events = 0; events < TIMES; events++) {
            double population = random.nextDouble(1, 1e6);
            StandardizedRate standardized = StandardizedRate.direct(
                    List.of(new Stratum("all", random.nextDouble(1, 9), events, population)), 1);
            PoissonRate rate = PoissonRate.of(events, population, 1);

            assertThat(standardized.estimate()).isCloseTo(rate.estimate(), partOf(rate.estimate()));
            assertThat(standardized.low()).isCloseTo(rate.low(), partOf(rate.low()));
            assertThat(standardized.high()).isCloseTo(rate.high(), partOf(rate.high()));
        }
    }

    @Test
    void aStandardizedRateIsWithinItsIntervalWhateverTheOrderAndUnitOfTheStandard() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int time = 0; time < TIMES; time++) {
            List<Stratum> strata = strata(random);
            StandardizedRate rate = StandardizedRate.direct(strata, 100);
            List<Stratum> otherwise = new ArrayList<>(strata.stream()
                    .map(each -> new Stratum(each.name(), each.weight() * 1000, each.events(), each.population()))
                    .toList());
            Collections.reverse(otherwise);
            StandardizedRate same = StandardizedRate.direct(otherwise, 100);

            assertThat(rate.low()).isBetween(0.0, rate.estimate());
            assertThat(rate.high()).isGreaterThan(rate.estimate());
            assertThat(same.estimate()).isCloseTo(rate.estimate(), partOf(rate.estimate()));
            assertThat(same.low()).isCloseTo(rate.low(), partOf(rate.low()));
            assertThat(same.high()).isCloseTo(rate.high(), partOf(rate.high()));
        }
    }

    @Test
    void groupsThatSwapPlacesInvertTheirRatios() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int time = 0; time < TIMES; time++) {
            long events = random.nextLong(1, 1000);
            long others = random.nextLong(1, 1000);
            RateRatio rates = RateRatio.of(events, 5000, others, 7000);
            RateRatio swappedRates = RateRatio.of(others, 7000, events, 5000);
            RiskRatio risks = RiskRatio.of(events, 5000, others, 7000);
            RiskRatio swappedRisks = RiskRatio.of(others, 7000, events, 5000);

            assertThat(rates.estimate()).isBetween(rates.low(), rates.high());
            assertThat(1 / swappedRates.low()).isCloseTo(rates.high(), partOf(rates.high()));
            assertThat(1 / swappedRates.high()).isCloseTo(rates.low(), partOf(rates.low()));
            assertThat(risks.estimate()).isBetween(risks.low(), risks.high());
            assertThat(1 / swappedRisks.low()).isCloseTo(risks.high(), partOf(risks.high()));
        }
    }

    @Test
    void noSmallCountsGiveANumberThatIsNone() {
        for (long first = 0; first <= 4; first++) {
            for (long second = 0; second <= 4; second++) {
                for (long total = 0; total <= 4; total++) {
                    smallCounts(first, second, total)
                            .forEach(number -> assertThat(number == null || Double.isFinite(number))
                                    .isTrue());
                }
            }
        }
    }

    @Test
    void aCurveFallsAndStaysWithinItsInterval() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int time = 0; time < TIMES; time++) {
            List<FollowUpDay> days = new ArrayList<>();
            for (int row = 0; row < random.nextInt(1, 40); row++) {
                days.add(new FollowUpDay(random.nextInt(366), random.nextLong(3), random.nextLong(3)));
            }
            double before = 1;
            for (KaplanMeier.Step step : KaplanMeier.of(days).steps()) {
                assertThat(step.survival()).isBetween(0.0, before);
                if (step.low() != null) {
                    assertThat(step.low()).isBetween(0.0, step.survival());
                    assertThat(step.high()).isBetween(step.survival(), 1.0);
                }
                before = step.survival();
            }
        }
    }

    private static List<Counted> proportions() {
        List<Counted> proportions = new ArrayList<>();
        for (long total = 1; total <= 20; total++) {
            for (long count = 0; count <= total; count++) {
                proportions.add(new Counted(count, total));
            }
        }
        SplittableRandom random = new SplittableRandom(SEED);
        for (int time = 0; time < TIMES; time++) {
            long total = random.nextLong(21, 5_000_000_000L);
            proportions.add(new Counted(random.nextLong(total + 1), total));
        }
        return proportions;
    }

    private static List<Stratum> strata(SplittableRandom random) {
        List<Stratum> strata = new ArrayList<>();
        for (int place = 0; place < 8; place++) {
            double population = random.nextDouble(1, 10_000);
            strata.add(new Stratum("stratum " + place, random.nextDouble(0.1, 9), random.nextLong(5), population));
        }
        return strata;
    }

    /** Every statistic of two groups of at most four children. */
    private static Stream<Double> smallCounts(long first, long second, long total) {
        List<Double> numbers = new ArrayList<>();
        RateRatio rates = RateRatio.of(first, total, second, 2);
        Collections.addAll(numbers, rates.estimate(), rates.low(), rates.high());
        CohenKappa kappa = CohenKappa.of(new long[][] {{first, second}, {0, total}});
        Collections.addAll(numbers, kappa.estimate(), kappa.low(), kappa.high());
        if (first <= total && second <= total) {
            RiskRatio risks = RiskRatio.of(first, total, second, total);
            Collections.addAll(numbers, risks.estimate(), risks.low(), risks.high());
            TrendTest trend = TrendTest.cochranArmitage(
                    List.of(new TrendTest.Group(1, first, total), new TrendTest.Group(2, second, total)));
            Collections.addAll(numbers, trend.z(), trend.chiSquare(), trend.pValue());
        }
        return numbers.stream();
    }

    private static Offset<Double> partOf(double number) {
        return within(Math.abs(number) * 1e-11);
    }
}
