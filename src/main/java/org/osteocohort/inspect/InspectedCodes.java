package org.osteocohort.inspect;

import static org.osteocohort.inspect.InspectionText.share;
import static org.osteocohort.inspect.InspectionText.shown;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.osteocohort.codes.CodeRow;
import org.osteocohort.codes.Role;
import org.osteocohort.ehr.EventDomain;

/** What of an extract's codes the study can use: code systems, drugs, bone density, accidents. */
final class InspectedCodes {
    private static final int MOST_DENSITY_CODES = 30;

    private final List<CodeUse> codes;
    private final InspectionText text;

    InspectedCodes(List<CodeUse> codes, InspectionText text) {
        this.codes = codes;
        this.text = text;
    }

    void tell(List<ExtractFiles> files, ExtractScan scan) {
        text.title("Code systems of the rows that the code sets know");
        sums(code -> true, code -> code.code().vocabulary() + ", " + word(code.resolution()))
                .forEach((system, count) -> text.line(system, shown(count)));
        drugs(files, scan.unmappedDrugs());
        density();
        accidents(scan.fractureDays(codes));
    }

    private void drugs(List<ExtractFiles> files, Map<String, Long> unmapped) {
        text.title("Drugs");
        Map<String, Long> byTable = sums(code -> code.domain() == EventDomain.DRUG, CodeUse::table);
        if (byTable.isEmpty()) {
            text.sentence(
                    "no drug record that the code sets know; without a vocabulary, drugs are known by their names");
        }
        for (ExtractFiles table : files) {
            Long known = table.valueOf(byTable);
            Long unknown = table.valueOf(unmapped);
            if (known != null || unknown != null) {
                text.line(table.name(), drugsOf(table, known == null ? 0 : known, unknown == null ? 0 : unknown));
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

    private void density() {
        text.title("Bone density: codes seen, rows, and rows with a number");
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
            text.line(
                    code.code().vocabulary() + " " + code.code().code(),
                    shown(code.rows()) + ", with a number " + shown(code.numbers()) + " (" + roles + ")");
        }
        boolean zScores = seen.stream()
                .anyMatch(code -> code.numbers() > 0 && code.meaning().stream().anyMatch(InspectedCodes::isZScore));
        text.sentence(
                zScores
                        ? "Z-scores are recorded."
                        : "No Z-score is recorded under a known code; name the site's own codes with --local-codes.");
    }

    private static boolean isZScore(CodeRow row) {
        return row.role() == Role.BMD_ZSCORE || row.role() == Role.BMD_ZSCORE_HEIGHT_ADJUSTED;
    }

    /** @param days with a fracture, and those of them with a cause */
    private void accidents(long[] days) {
        text.title("Accidents");
        text.line("fracture days", shown(days[0]));
        if (days[0] >= InspectionText.THRESHOLD) {
            text.line("with a cause", share(days[1], days[0]) + " have an external cause coded on the same day");
        }
    }

    private Map<String, Long> sums(Predicate<CodeUse> wanted, Function<CodeUse, String> name) {
        return codes.stream()
                .filter(wanted)
                .collect(Collectors.groupingBy(name, TreeMap::new, Collectors.summingLong(CodeUse::rows)));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
