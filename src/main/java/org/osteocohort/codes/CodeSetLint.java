package org.osteocohort.codes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.osteocohort.problem.Problem;

/**
 * Judges the rows of code set files together: rows that repeat or contradict one another, that can match no code or
 * that add nothing, and what the study needs and nobody wrote. {@link CodeSetReader} judges each line by itself.
 */
public final class CodeSetLint {
    /** Without one of these no definition of the study can be met, or none can be explained. */
    private static final Set<Role> NEEDED = EnumSet.of(
            Role.SECONDARY_CAUSE, Role.FRACTURE_VERTEBRAL_COMPRESSION, Role.FRACTURE_LONG_BONE, Role.OSTEOPOROSIS_DX);

    /** Without one of these a report stays empty or a rule never holds, and nothing else tells so. */
    private static final Set<Role> EXPECTED = EnumSet.of(
            Role.MED_CAUSE,
            Role.LIFESTYLE_CAUSE,
            Role.FRACTURE_NEVER_COUNTED,
            Role.HISTORY_ONLY_NOT_INCIDENT,
            Role.FRACTURE_LONG_BONE_PATHOLOGIC,
            Role.LOCAL_BONE_DISEASE_EXCLUSION,
            Role.TRAUMA_HIGH,
            Role.TRAUMA_LOW,
            Role.IJO_EXCLUSION_GENETIC_OR_ENDOCRINE,
            Role.DXA_PROCEDURE,
            Role.BMD_ZSCORE,
            Role.TREATMENT);

    /** Rows of these roles stand in the files switched off, for sites that want them. */
    private static final Set<Role> OFF_BY_INTENTION = EnumSet.of(
            Role.SECONDARY_CAUSE_EXTENSION,
            Role.MED_CAUSE_OPTIONAL,
            Role.OPTIONAL_RISK,
            Role.LIFESTYLE_CAUSE_LAB_PROXY,
            Role.LIFESTYLE_CAUSE_OPTIONAL,
            Role.FRACTURE_ANKLE_OPTIONAL);

    private static final Comparator<CodeRow> BY_PLACE =
            Comparator.comparing(CodeRow::file).thenComparingLong(CodeRow::line);

    /** Whether the study can run with it. */
    public enum Severity {
        /** A row that does not do what its author meant. */
        ERROR,
        /** Nothing is lost, but the author may want to know. */
        WARNING
    }

    /** One thing that was found. */
    public record Finding(Severity severity, Problem problem) {
        public Finding {
            Objects.requireNonNull(severity, "severity");
            Objects.requireNonNull(problem, "problem");
        }
    }

    private final List<CodeRow> rows;
    private final List<CodeRow> active;
    private final List<Finding> findings = new ArrayList<>();

    private CodeSetLint(List<CodeRow> rows) {
        this.rows = rows.stream().sorted(BY_PLACE).toList();
        this.active = this.rows.stream().filter(CodeRow::active).toList();
    }

    /** Everything found, in the order of the rules; empty when the rows are in order. */
    public static List<Finding> findings(List<CodeRow> rows) {
        CodeSetLint lint = new CodeSetLint(rows);
        lint.shapes();
        lint.sameCode();
        lint.redundantRows();
        lint.silentItems();
        lint.missingRoles();
        return List.copyOf(lint.findings);
    }

    /** The findings with which no study should run. */
    public static List<Problem> problems(List<CodeRow> rows) {
        return findings(rows).stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(Finding::problem)
                .toList();
    }

    /** Codes that their vocabulary cannot hold are never recorded, also when their row is switched off today. */
    private void shapes() {
        for (CodeRow row : rows) {
            CodeSetLintShape.mistake(row).ifPresent(what -> add(Severity.ERROR, row.place(), what));
        }
    }

    private void sameCode() {
        Map<CodeKey, List<CodeRow>> byKey =
                rows.stream().collect(Collectors.groupingBy(CodeRow::key, LinkedHashMap::new, Collectors.toList()));
        for (List<CodeRow> sameKey : byKey.values()) {
            for (int later = 1; later < sameKey.size(); later++) {
                for (CodeRow earlier : sameKey.subList(0, later)) {
                    compare(earlier, sameKey.get(later));
                }
            }
        }
    }

    private void compare(CodeRow earlier, CodeRow later) {
        String code = later.key().vocabulary() + " " + later.key().code();
        if (sameMeaning(earlier, later)) {
            add(Severity.ERROR, later.place(), code + " repeats " + earlier.place() + ", " + meaning(earlier));
        } else if (earlier.active() && later.active() && compete(earlier, later)) {
            add(
                    Severity.ERROR,
                    later.place(),
                    code + " is " + meaning(later) + ", but " + meaning(earlier) + " in " + earlier.place()
                            + ", and only one of the two can count");
        }
    }

    /** Asked of the matching itself, so that the rule stands in one place. */
    private static boolean compete(CodeRow first, CodeRow second) {
        return new CodeSets(List.of(first, second)).match(second.key()).size() == 1;
    }

    private void redundantRows() {
        for (CodeRow row : active) {
            boolean alone = row.match() == CodeMatch.DESCENDANTS || row.match() == CodeMatch.INGREDIENT;
            List<CodeRow> above = alone ? List.of() : rowsAbove(row);
            for (CodeRow winner : new CodeSets(above).match(row.key())) {
                if (sameMeaning(winner, row)) {
                    String what = row.key().code() + " adds nothing to "
                            + winner.key().code() + " in " + winner.place() + ", which has the same item and role";
                    add(Severity.WARNING, row.place(), what);
                }
            }
        }
    }

    /** The rows that would speak for the row's code if it were not there. */
    private List<CodeRow> rowsAbove(CodeRow row) {
        String code = row.key().code();
        return active.stream()
                .filter(other -> other.key().vocabulary() == row.key().vocabulary()
                        && other.key().code().length() < code.length()
                        && code.startsWith(other.key().code()))
                .toList();
    }

    private void silentItems() {
        Map<String, List<CodeRow>> byItem =
                rows.stream().collect(Collectors.groupingBy(CodeRow::item, TreeMap::new, Collectors.toList()));
        byItem.forEach((item, itsRows) -> {
            boolean silent = itsRows.stream().noneMatch(CodeRow::active);
            boolean intended = itsRows.stream().allMatch(row -> OFF_BY_INTENTION.contains(row.role()));
            if (silent && !intended) {
                String what = "all rows of item '" + item + "' are switched off, so it is never found";
                add(Severity.WARNING, itsRows.get(0).place(), what);
            }
        });
    }

    private void missingRoles() {
        Set<Role> missing = EnumSet.allOf(Role.class);
        active.forEach(row -> missing.remove(row.role()));
        for (Role role : missing) {
            String what = "no active row has the role " + role.label();
            if (NEEDED.contains(role)) {
                add(Severity.ERROR, "code sets", what + ", and the study needs one");
            } else if (EXPECTED.contains(role)) {
                add(Severity.WARNING, "code sets", what + ", so its part of the reports stays empty");
            }
        }
    }

    private static boolean sameMeaning(CodeRow first, CodeRow second) {
        return first.role() == second.role() && first.item().equals(second.item());
    }

    private static String meaning(CodeRow row) {
        return row.item() + " as " + row.role().label();
    }

    private void add(Severity severity, String place, String what) {
        findings.add(new Finding(severity, new Problem(place, what)));
    }
}
