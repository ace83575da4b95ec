package org.osteocohort.job;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osteocohort.statistics.ProportionMethod;
import org.osteocohort.yaml.YamlObject;

/** Reads the part {@code reports} of a job file. */
final class ReportSettingsReader {
    private static final Pattern AGE = Pattern.compile("(\\d{1,3})(m?)");
    private static final String AGES = "ages in ascending order: years such as 5, or months such as 6m";
    private static final int LONGEST_DAYS = 36_525;

    private final YamlObject reports;

    private ReportSettingsReader(YamlObject reports) {
        this.reports = reports;
    }

    /** The settings that a job asks for, the usual ones where it says nothing. */
    static ReportSettings read(YamlObject file) {
        if (!file.has("reports")) {
            return ReportSettings.USUAL;
        }
        YamlObject reports = file.object("reports");
        ReportSettings settings = new ReportSettingsReader(reports).settings();
        reports.done();
        return settings;
    }

    private ReportSettings settings() {
        ReportSettings usual = ReportSettings.USUAL;
        List<Integer> bands = reports.has("ageBands") ? ages("ageBands") : usual.ageBandStarts();
        List<Integer> groups = groups(bands);
        return new ReportSettings(
                periods(),
                bands,
                groups,
                reports.has("strata") ? crossings() : usual.crossings(),
                reports.constant("point", PointInPeriod.class, usual.pointInPeriod()),
                reports.integer("priorObservationDays", 0, LONGEST_DAYS, usual.priorObservationDays()),
                lookBackDays(),
                reports.integer("washoutDays", 0, LONGEST_DAYS, usual.washoutDays()),
                reports.constant("interval", ProportionMethod.class, usual.interval()));
    }

    /** Null when nothing is said; written without a conditional expression, which would unbox the null. */
    private Integer lookBackDays() {
        if (reports.has("lookBackDays")) {
            return reports.integer("lookBackDays", 0, LONGEST_DAYS);
        }
        return ReportSettings.USUAL.lookBackDays();
    }

    private Set<PeriodKind> periods() {
        if (!reports.has("periods")) {
            return ReportSettings.USUAL.periods();
        }
        Set<PeriodKind> periods = new LinkedHashSet<>(reports.constants("periods", PeriodKind.class));
        periods.add(PeriodKind.STUDY);
        return periods;
    }

    /** Groups that begin where bands begin; none when only bands are named and the usual groups do not fit. */
    private List<Integer> groups(List<Integer> bands) {
        if (!reports.has("ageGroups")) {
            List<Integer> usual = ReportSettings.USUAL.ageGroupStarts();
            return bands.containsAll(usual) ? usual : List.of();
        }
        List<Integer> groups = ages("ageGroups");
        if (!bands.containsAll(groups)) {
            reports.problem("ageGroups", "ages at which age bands begin");
        }
        return groups;
    }

    private List<Integer> ages(String key) {
        List<Integer> months = new ArrayList<>();
        boolean right = true;
        for (String text : reports.textsOrIntegers(key)) {
            Matcher age = AGE.matcher(text);
            if (!age.matches()) {
                right = false;
                continue;
            }
            int number = Integer.parseInt(age.group(1));
            int start = age.group(2).isEmpty() ? number * ReportSettings.MONTHS_OF_A_YEAR : number;
            right = right && (months.isEmpty() || start > months.get(months.size() - 1));
            months.add(start);
        }
        if (!right || months.isEmpty()) {
            reports.problem(key, AGES);
        }
        return months;
    }

    private List<Set<StratumColumn>> crossings() {
        List<Set<StratumColumn>> crossings =
                reports.elements("strata", (element, key) -> element.constants(key, StratumColumn.class));
        for (int index = 0; index < crossings.size(); index++) {
            Set<StratumColumn> columns = crossings.get(index);
            boolean agesTwice = columns.containsAll(Set.of(StratumColumn.AGE_GROUP, StratumColumn.AGE_BAND));
            if (columns.isEmpty() || agesTwice) {
                reports.problem(
                        "strata", index, columns.toString(), "columns to cross, of which at most one is an age");
            }
        }
        return List.copyOf(new LinkedHashSet<>(crossings));
    }
}
