package org.osteocohort.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.osteocohort.statistics.KaplanMeier.Step;

/** Asks our statistics what a row of the table of known answers asks. */
final class StatisticsCase {
    private static final List<String> INTERVAL = List.of("estimate", "low", "high");

    private StatisticsCase() {}

    static CaseNumbers answer(String statistic, CaseNumbers inputs) {
        return switch (statistic) {
            case "wilson" -> proportion(ProportionMethod.WILSON, inputs);
            case "clopper_pearson" -> proportion(ProportionMethod.CLOPPER_PEARSON, inputs);
            case "poisson_rate" -> poissonRate(inputs);
            case "standardized_rate" -> standardizedRate(inputs);
            case "rate_ratio" -> rateRatio(inputs);
            case "risk_ratio" -> riskRatio(inputs);
            case "trend" -> trend(inputs);
            case "kappa" -> kappa(inputs);
            case "kaplan_meier" -> kaplanMeier(inputs);
            default -> throw new IllegalArgumentException("no such statistic: " + statistic);
        };
    }

    private static CaseNumbers proportion(ProportionMethod method, CaseNumbers inputs) {
        ProportionInterval interval = method.interval(inputs.count("count"), inputs.count("total"));
        return CaseNumbers.of(INTERVAL, interval.estimate(), interval.low(), interval.high());
    }

    private static CaseNumbers poissonRate(CaseNumbers inputs) {
        PoissonRate rate = PoissonRate.of(inputs.count("events"), inputs.number("personYears"), inputs.number("per"));
        return CaseNumbers.of(INTERVAL, rate.estimate(), rate.low(), rate.high());
    }

    private static CaseNumbers standardizedRate(CaseNumbers inputs) {
        List<StandardizedRate.Stratum> strata = new ArrayList<>();
        for (int place = 0; place < inputs.size("events"); place++) {
            strata.add(new StandardizedRate.Stratum(
                    "stratum " + place,
                    inputs.number("weight", place),
                    inputs.count("events", place),
                    inputs.number("population", place)));
        }
        StandardizedRate rate = StandardizedRate.direct(strata, inputs.number("per"));
        return CaseNumbers.of(INTERVAL, rate.estimate(), rate.low(), rate.high());
    }

    private static CaseNumbers rateRatio(CaseNumbers inputs) {
        RateRatio ratio = RateRatio.of(
                inputs.count("events"),
                inputs.number("personYears"),
                inputs.count("referenceEvents"),
                inputs.number("referencePersonYears"));
        return CaseNumbers.of(INTERVAL, ratio.estimate(), ratio.low(), ratio.high());
    }

    private static CaseNumbers riskRatio(CaseNumbers inputs) {
        RiskRatio ratio = RiskRatio.of(
                inputs.count("cases"),
                inputs.count("total"),
                inputs.count("referenceCases"),
                inputs.count("referenceTotal"));
        return CaseNumbers.of(INTERVAL, ratio.estimate(), ratio.low(), ratio.high());
    }

    private static CaseNumbers trend(CaseNumbers inputs) {
        List<TrendTest.Group> groups = new ArrayList<>();
        for (int place = 0; place < inputs.size("score"); place++) {
            groups.add(new TrendTest.Group(
                    inputs.number("score", place), inputs.count("cases", place), inputs.count("total", place)));
        }
        TrendTest test = TrendTest.cochranArmitage(groups);
        return CaseNumbers.of(List.of("z", "chiSquare", "pValue"), test.z(), test.chiSquare(), test.pValue());
    }

    private static CaseNumbers kappa(CaseNumbers inputs) {
        int side = (int) Math.sqrt(inputs.size("table"));
        long[][] table = new long[side][side];
        for (int cell = 0; cell < side * side; cell++) {
            table[cell / side][cell % side] = inputs.count("table", cell);
        }
        CohenKappa kappa = CohenKappa.of(table);
        return CaseNumbers.of(INTERVAL, kappa.estimate(), kappa.low(), kappa.high());
    }

    private static CaseNumbers kaplanMeier(CaseNumbers inputs) {
        KaplanMeier curve = KaplanMeier.of(followUp(inputs, "day", "events", "censored"));
        Map<String, List<Double>> answer = new LinkedHashMap<>();
        answer.put("day", steps(curve, step -> (double) step.day()));
        answer.put("atRisk", steps(curve, step -> (double) step.atRisk()));
        answer.put("survival", steps(curve, Step::survival));
        answer.put("low", steps(curve, Step::low));
        answer.put("high", steps(curve, Step::high));
        return new CaseNumbers(answer);
    }

    private static List<Double> steps(KaplanMeier curve, Function<Step, Double> number) {
        return curve.steps().stream().map(number).toList();
    }

    private static List<FollowUpDay> followUp(CaseNumbers inputs, String day, String events, String censored) {
        List<FollowUpDay> days = new ArrayList<>();
        for (int place = 0; place < inputs.size(day); place++) {
            days.add(new FollowUpDay(
                    (int) inputs.count(day, place), inputs.count(events, place), inputs.count(censored, place)));
        }
        return days;
    }
}
