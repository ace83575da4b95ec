package org.osteocohort.inspect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.osteocohort.codes.CodeRow;
import org.osteocohort.codes.CodeSets;
import org.osteocohort.codes.Role;
import org.osteocohort.ehr.EventDomain;
import org.osteocohort.job.Deidentification.Profile;
import org.osteocohort.job.Extract;
import org.osteocohort.problem.BadInputException;
import org.osteocohort.problem.Problem;
import org.osteocohort.source.Extracts;

/** Tells in plain words what an extract holds. Small counts are hidden, since the text may well be shared. */
public final class ExtractInspection {
    /** Counts below are shown as a bound only, as in the reports. */
    private static final long THRESHOLD = 11;

    private static final int MOST_DENSITY_CODES = 30;

    private final Extract extract;
    private final CodeSets codeSets;
    private final List<String> lines = new ArrayList<>();

    private ExtractInspection(Extract extract, CodeSets codeSets) {
        this.extract = extract;
        this.codeSets = codeSets;
    }

    /**
     * Looks at an extract.
     *
     * @return lines of text; they end early, with what is wrong, when the extract cannot be used
     */
    public static List<String> of(Extract extract, CodeSets codeSets, SparkSession spark) {
        ExtractInspection inspection = new ExtractInspection(extract, codeSets);
        inspection.look(spark);
        return List.copyOf(inspection.lines);
    }

    private void look(SparkSession spark) {
        List<ExtractFiles> files = files();
        Dataset<Row> rows;
        try {
            rows = Extracts.source(extract, codeSets).read(spark).cache();
        } catch (BadInputException refused) {
            title("Files");
            files.forEach(table -> line(table.name(), rowsOf(table)));
            title("A run would refuse this extract");
            refused.problems().forEach(problem -> lines.add("  " + problem));
            return;
        }
        try {
            tell(files, new ExtractScan(rows, codeSets));
        } finally {
            rows.unpersist();
        }
    }

    private List<ExtractFiles> files() {
        try {
            return ExtractFiles.of(extract.path());
        } catch (IOException failure) {
            throw new BadInputException(
                    List.of(new Problem(extract.path().toString(), "this folder cannot be listed")));
        }
    }

    private void tell(List<ExtractFiles> files, ExtractScan scan) {
        Map<String, Long> used = scan.used();
        title("Tables: rows, and how many of them this study asks for");
        for (ExtractFiles table : files) {
            Long asked = valueOf(used, table.name());
            line(table.name(), rowsOf(table) + ", " + (asked == null ? "not read" : "asked for " + shown(asked)));
        }
        line("patients", shown(scan.children()));
        line("years", scan.years().isEmpty() ? "no dates" : scan.years());
        title("Rows that cannot be used as they are");
        Map<String, Long> faults = scan.faults();
        faults.forEach((fault, count) -> line(fault, shown(count)));
        if (faults.isEmpty()) {
            lines.add("  none in what was looked at; a run looks at each child's rows together, too");
        }
        List<CodeUse> codes = scan.codes();
        title("Code systems of the rows that the code sets know");
        sums(codes, code -> true, code -> code.code().vocabulary() + ", " + word(code.resolution()))
                .forEach((system, count) -> line(system, shown(count)));
        drugs(codes, files, scan.unmappedDrugs());
        density(codes);
        accidents(codes, scan);
        title("De-identification");
        if (extract.deidentification().profile() == Profile.SYNTHETIC) {
            lines.add("  the people are declared to be invented, so nothing was looked for");
            return;
        }
        lines.add("  nothing found against "
                + extract.deidentification().profile().label()
                + " in column names and first values of the tables that are read;");
        lines.add("  tables that are not read, such as notes, were not looked at. This is a check and no proof.");
    }

    private void drugs(List<CodeUse> codes, List<ExtractFiles> files, Map<String, Long> unmapped) {
        title("Drugs");
        Map<String, Long> byTable = sums(codes, code -> code.domain() == EventDomain.DRUG, CodeUse::table);
        if (byTable.isEmpty()) {
            lines.add("  no drug record that the code sets know; without a vocabulary, drugs are known by their names");
        }
        for (ExtractFiles table : files) {
            Long known = valueOf(byTable, table.name());
            Long unknown = valueOf(unmapped, table.name());
            if (known != null || unknown != null) {
                line(table.name(), drugsOf(table, known == null ? 0 : known, unknown == null ? 0 : unknown));
            }
        }
    }

    private static String drugsOf(ExtractFiles table, long known, long unknown) {
        String told = unknown == 0
                ? "every code is known"
                : shown(unknown) + " rows are of a code that nobody knows and of no name";
        return table.rows().isEmpty()
                ? told
                : share(known, table.rows().getAsLong()) + " of its rows are drugs of this study; mapped: "
                        + share(table.rows().getAsLong() - unknown, table.rows().getAsLong()) + "; " + told;
    }

    /** FHIR writes types with capitals, files are gathered without. */
    private static <T> T valueOf(Map<String, T> byTable, String table) {
        return byTable.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(table))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private void density(List<CodeUse> codes) {
        title("Bone density: codes seen, rows, and rows with a number");
        List<CodeUse> seen = codes.stream()
                .filter(code ->
                        code.meaning().stream().anyMatch(row -> row.role().family() == Role.Family.DENSITY))
                .sorted((left, right) -> Long.compare(right.rows(), left.rows()))
                .limit(MOST_DENSITY_CODES)
                .toList();
        for (CodeUse code : seen) {
            String roles = code.meaning().stream()
                    .filter(row -> row.role().family() == Role.Family.DENSITY)
                    .map(row -> row.item() + " as " + row.role().label())
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining(", "));
            line(
                    code.code().vocabulary() + " " + code.code().code(),
                    shown(code.rows()) + ", with a number " + shown(code.numbers()) + " (" + roles + ")");
        }
        boolean zScores = seen.stream()
                .anyMatch(code -> code.numbers() > 0 && code.meaning().stream().anyMatch(ExtractInspection::isZScore));
        lines.add(
                zScores
                        ? "  Z-scores are recorded."
                        : "  No Z-score is recorded under a known code; name the site's own codes with --local-codes.");
    }

    private static boolean isZScore(CodeRow row) {
        return row.role() == Role.BMD_ZSCORE || row.role() == Role.BMD_ZSCORE_HEIGHT_ADJUSTED;
    }

    private void accidents(List<CodeUse> codes, ExtractScan scan) {
        title("Accidents");
        long[] days = scan.fractureDays(codes);
        line("fracture days", shown(days[0]));
        if (days[0] >= THRESHOLD) {
            line("with a cause", share(days[1], days[0]) + " have an external cause coded on the same day");
        }
    }

    private static Map<String, Long> sums(
            List<CodeUse> codes, Predicate<CodeUse> wanted, Function<CodeUse, String> name) {
        return codes.stream()
                .filter(wanted)
                .collect(Collectors.groupingBy(name, TreeMap::new, Collectors.summingLong(CodeUse::rows)));
    }

    private static String rowsOf(ExtractFiles table) {
        String files = table.files() == 1 ? "" : " in " + table.files() + " files";
        return table.rows().isPresent() ? shown(table.rows().getAsLong()) + files : "cannot be counted";
    }

    private static String shown(long count) {
        return count > 0 && count < THRESHOLD ? "<" + THRESHOLD : String.format(Locale.ROOT, "%,d", count);
    }

    /** A share tells its count, so a small count has none. */
    private static String share(long part, long whole) {
        long rest = whole - part;
        boolean small = part > 0 && part < THRESHOLD || rest > 0 && rest < THRESHOLD;
        return small || whole == 0
                ? "a share that is not shown"
                : String.format(Locale.ROOT, "%.0f %%", 100.0 * part / whole);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void title(String title) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.add(title);
    }

    private void line(String name, String text) {
        lines.add(String.format(Locale.ROOT, "  %-34s %s", name, text));
    }
}
