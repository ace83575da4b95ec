package org.osteocohort.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.osteocohort.StudyResult;
import org.osteocohort.measure.prevalence.PrevalenceRow;
import org.osteocohort.measure.prevalence.PrevalenceType;
import org.osteocohort.measure.tally.TableRows;
import org.osteocohort.measure.treatment.TreatmentCoverageRow;
import org.osteocohort.trends.Drift;
import org.osteocohort.trends.TrendRow;

/** A few lines of a published run for the person who started it; told from the published tables only. */
final class RunSummary {
    private static final String ALL = "all";
    private static final String ANY_BISPHOSPHONATE = "bisphosphonate.any";
    private static final double PER = 10_000;
    private static final double PERCENT = 100;
    private static final int TREATED_WITHIN_DAYS = 365;
    private static final String FORMAT = "%-12s %-22s %10s %10s %26s %16s%n";

    private final StudyResult result;
    private final List<PrevalenceRow> prevalence;
    private final List<TreatmentCoverageRow> coverage;

    RunSummary(StudyResult result) {
        this.result = result;
        this.prevalence = rows(result, PrevalenceRow.class);
        this.coverage = rows(result, TreatmentCoverageRow.class);
    }

    private static <R extends Record> List<R> rows(StudyResult result, Class<R> type) {
        return result.reports().stream()
                .map(TableRows::rows)
                .flatMap(List::stream)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** Prints the summary. */
    void print(SummaryFormat format, PrintWriter out) {
        switch (format) {
            case TEXT -> {
                out.println();
                printTable(out);
                out.println();
                drifted().forEach(row -> out.println("Warning: " + Drift.describe(row)));
                String reports = result.location().resolve("reports").toString();
                String page = result.location().resolve("reports/report.html").toString();
                String restricted = result.location().resolve("restricted").toString();
                out.println("Open:       " + page + "  (the answer with charts, in any browser)");
                out.println("Reports:    " + reports + "  (small counts hidden; free to share)");
                out.println("Restricted: " + restricted + "  (one row per child or finer; keep inside)");
            }
            case JSON -> out.println(json().toPrettyString());
        }
        out.flush();
    }

    /** The run and its main numbers; a number that is hidden or cannot be told is null. */
    private ObjectNode json() {
        ObjectNode summary = new ObjectMapper().createObjectNode();
        summary.put("run_id", result.runId());
        summary.put("run", result.location().toString());
        summary.put("reports", result.location().resolve("reports").toString());
        ArrayNode definitions = summary.putArray("definitions");
        for (PrevalenceRow row : prevalence) {
            if (row.kind().equals("phenotype") && ofTheWholeStudy(row)) {
                definitions
                        .addObject()
                        .put("definition", row.item())
                        .put("class", row.caseClass())
                        .put("children", row.denominator())
                        .put("cases", row.numerator())
                        .put("estimate", row.estimate())
                        .put("ci_low", row.ciLow())
                        .put("ci_high", row.ciHigh())
                        .put("value_status", row.valueStatus().toString().toLowerCase(Locale.ROOT));
            }
        }
        ArrayNode warnings = summary.putArray("warnings");
        drifted().map(Drift::describe).forEach(warnings::add);
        return summary;
    }

    private Stream<TrendRow> drifted() {
        return rows(result, TrendRow.class).stream().filter(TrendRow::drifted);
    }

    /** Prints one line a definition and class: cases over the whole study among the children observed in it. */
    private void printTable(PrintWriter out) {
        out.printf(
                Locale.ROOT,
                FORMAT,
                "definition",
                "class",
                "children",
                "cases",
                "per 10,000 (95 % CI)",
                "bisphosphonate");
        for (PrevalenceRow row : prevalence) {
            if (row.kind().equals("phenotype") && ofTheWholeStudy(row)) {
                out.printf(
                        Locale.ROOT,
                        FORMAT,
                        row.item(),
                        row.caseClass().replace('_', ' '),
                        count(row.denominator()),
                        count(row.numerator()),
                        rate(row),
                        treated(row));
            }
        }
        out.println("children: observed on any day of the study while of the population's age.");
        out.println(
                "bisphosphonate: given within a year of the index date; a floor, since who left is counted as not treated.");
        out.println("hidden: a count below the disclosure threshold, or one that would give such a count away.");
    }

    private static boolean ofTheWholeStudy(PrevalenceRow row) {
        return row.prevalenceType().equals(PrevalenceType.PERIOD.label())
                && row.denominatorName().equals("observed")
                && row.period().equals("study")
                && List.of(row.sex(), row.ageGroup(), row.ageBand(), row.race(), row.ethnicity(), row.site()).stream()
                        .allMatch(ALL::equals);
    }

    private static String count(Long count) {
        return count == null ? "hidden" : String.format(Locale.ROOT, "%,d", count);
    }

    private static String rate(PrevalenceRow row) {
        if (row.estimate() == null || row.ciLow() == null || row.ciHigh() == null) {
            return "-";
        }
        return String.format(
                Locale.ROOT, "%.1f (%.1f to %.1f)", row.estimate() * PER, row.ciLow() * PER, row.ciHigh() * PER);
    }

    private String treated(PrevalenceRow cases) {
        for (TreatmentCoverageRow row : coverage) {
            boolean sameCases =
                    row.phenotype().equals(cases.item()) && row.caseClass().equals(cases.caseClass());
            boolean anyAgent = row.treatment().equals(ANY_BISPHOSPHONATE);
            boolean firstYear = row.windowStartDay() == 0 && row.windowEndDay() == TREATED_WITHIN_DAYS;
            boolean everybody = row.sex().equals(ALL) && row.ageGroup().equals(ALL);
            if (sameCases
                    && anyAgent
                    && firstYear
                    && everybody
                    && row.denominatorName().equals("all_in_cohort")) {
                return row.estimate() == null ? "-" : String.format(Locale.ROOT, "%.0f %%", row.estimate() * PERCENT);
            }
        }
        return "-";
    }
}
