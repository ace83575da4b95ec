package org.osteocohort.measure.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osteocohort.measure.population.StudyFrame;
import org.osteocohort.measure.tally.Measure;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.measure.tally.TallyBranch;
import org.osteocohort.measure.tally.TallyKey;
import org.osteocohort.measure.tally.ValueStatus;
import org.osteocohort.phenotype.Assessment;
import org.osteocohort.table.Table;

/** How much of what was read is whole and believable, site by site. */
public final class DataQualityMeasure implements Measure<DataQualityRow> {
    /** Tally of the rows that the study asked for; parts are site and table. */
    public static final String ROWS = "source_rows";

    /** Tally of the rows that could not be used; parts are site, table, column (may be empty) and rule. */
    public static final String FAULTS = "source_faults";

    /** Tally of the cells that could not be used, of rows that are used without them; parts are site, table and column. */
    public static final String CELL_FAULTS = "source_cell_faults";

    /** Tally of the drug records of which nobody can tell what drug they are; parts are site, table and column. */
    public static final String UNMAPPED_DRUGS = "unmapped_drugs";

    /** The check of drug records; those that it checks are the usable rows of the table and the unmapped ones. */
    public static final String DRUG_CODES_KNOWN = "drug_codes_known";

    private static final String NAME = "data_quality";
    /** Layer of the checks of source rows. */
    public static final String EXTRACT = "extract";

    private static final String RESTRICTED = "restricted";
    /** Check of all rows of a table of an extract. */
    public static final String ROWS_USABLE = "rows_usable";

    /** Check of a column of a table of which rows are used also without a value. */
    public static final String CELLS_USABLE = "cells_usable";

    private static final String RIGHT = "right";
    private static final String WRONG = "wrong";
    private static final String NOT_APPLICABLE = "not_applicable";

    private final StudyFrame frame;
    private final QualityChecks checks;

    public DataQualityMeasure(StudyFrame frame, QualityChecks checks) {
        this.frame = frame;
        this.checks = checks;
    }

    @Override
    public Table<DataQualityRow> table() {
        return DataQualityRow.TABLE;
    }

    @Override
    public void observe(Assessment child, Tally tally) {
        TallyBranch ofSite = tally.of(NAME).at(child.history().patient().site());
        for (ChildCheck check : ChildCheck.values()) {
            ChildCheck.Answers answers = check.answers(child, frame);
            count(RIGHT, answers.right(), ofSite.at(check.name()));
            count(WRONG, answers.wrong(), ofSite.at(check.name()));
        }
    }

    private static void count(String answer, long count, TallyBranch ofCheck) {
        if (count > 0) {
            ofCheck.at(answer).add(count);
        }
    }

    @Override
    public List<DataQualityRow> rows(Tally tally) {
        List<DataQualityRow> rows = new ArrayList<>();
        for (String site : frame.sites()) {
            tally.forEach(ROWS, (parts, count) -> {
                if (parts.get(0).equals(site)) {
                    addSourceRows(site, parts.get(1), count, tally, rows);
                }
            });
            tally.forEach(UNMAPPED_DRUGS, (parts, count) -> {
                if (parts.get(0).equals(site)) {
                    // Of the drugs that are known, those of the study alone were counted.
                    long read = tally.count(TallyKey.of(ROWS, site, parts.get(1)));
                    long checked = count + checked(read, faults(site, parts.get(1), tally));
                    rows.add(row(site, EXTRACT, DRUG_CODES_KNOWN, parts.get(1), parts.get(2), checked, count));
                }
            });
            for (ChildCheck check : ChildCheck.values()) {
                long right = tally.count(TallyKey.of(NAME, site, check.name(), RIGHT));
                long wrong = tally.count(TallyKey.of(NAME, site, check.name(), WRONG));
                rows.add(row(site, RESTRICTED, check.label(), check.table(), check.column(), right + wrong, wrong));
            }
        }
        return rows;
    }

    private void addSourceRows(String site, String table, long read, Tally tally, List<DataQualityRow> rows) {
        Map<List<String>, Long> faults = faults(site, table, tally);
        long checked = checked(read, faults);
        rows.add(row(site, EXTRACT, ROWS_USABLE, table, "", checked, sum(faults)));
        faults.forEach(
                (fault, count) -> rows.add(row(site, EXTRACT, fault.get(0), table, fault.get(1), checked, count)));
        addCells(site, table, checked, tally, rows);
    }

    private void addCells(String site, String table, long checked, Tally tally, List<DataQualityRow> rows) {
        tally.forEach(CELL_FAULTS, (parts, count) -> {
            if (parts.get(0).equals(site) && parts.get(1).equals(table)) {
                rows.add(row(site, EXTRACT, CELLS_USABLE, table, parts.get(2), checked, count));
            }
        });
    }

    /** By rule and column. */
    private static Map<List<String>, Long> faults(String site, String table, Tally tally) {
        Map<List<String>, Long> faults =
                new TreeMap<>((one, other) -> one.toString().compareTo(other.toString()));
        tally.forEach(FAULTS, (parts, count) -> {
            if (parts.get(0).equals(site) && parts.get(1).equals(table)) {
                faults.put(List.of(parts.get(3), parts.get(2)), count);
            }
        });
        return faults;
    }

    /** A row may break two rules, and is then counted for each. */
    private static long checked(long read, Map<List<String>, Long> faults) {
        return Math.max(read, sum(faults));
    }

    private static long sum(Map<List<String>, Long> faults) {
        return faults.values().stream().mapToLong(Long::longValue).sum();
    }

    private DataQualityRow row(
            String site, String layer, String name, String table, String column, long checked, long violations) {
        QualityCheck check = checks.of(name);
        Boolean passed = check.passed(checked, violations);
        return new DataQualityRow(
                site,
                layer,
                name,
                check.category().label(),
                check.severity().label(),
                table,
                column,
                checked,
                violations,
                checked == 0 ? null : (double) violations / checked,
                check.threshold(),
                passed == null ? NOT_APPLICABLE : passed ? DataQualityRow.PASSED : DataQualityRow.FAILED,
                checked == 0 ? ValueStatus.NOT_ESTIMABLE.label() : ValueStatus.RELEASED.label());
    }
}
