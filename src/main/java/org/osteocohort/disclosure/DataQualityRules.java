package org.osteocohort.disclosure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osteocohort.measure.quality.DataQualityMeasure;
import org.osteocohort.measure.quality.DataQualityRow;
import org.osteocohort.table.Table;

/** Violations and what is left without them; the rules that rows break do not exclude each other. */
final class DataQualityRules implements TableRules<DataQualityRow> {
    private static final String ALL_RULES = DataQualityMeasure.ROWS_USABLE;
    /** Not a part of all rules' violations. */
    private static final Set<String> STANDING_ALONE = Set.of(ALL_RULES, DataQualityMeasure.CELLS_USABLE);

    private static final CountSpace CHECKED = CountSpace.of("checked", "site", "layer", "check", "table");
    private static final CountSpace VIOLATIONS =
            CountSpace.of("violations", "site", "layer", "check", "table", "column");

    @Override
    public Table<DataQualityRow> table() {
        return DataQualityRow.TABLE;
    }

    @Override
    public Map<String, CellId> cells(DataQualityRow row) {
        return Map.of("checked", checked(row), "violations", violations(row));
    }

    @Override
    public Map<String, List<String>> derived() {
        List<String> counts = List.of("checked", "violations");
        // With a threshold the status tells on which side of a number the violations are.
        return Map.of("share", counts, "status", counts);
    }

    @Override
    public Set<String> settings() {
        return Set.of("threshold");
    }

    @Override
    public void relate(DataQualityRow row, CellGraph graph) {
        graph.contains(checked(row), violations(row));
        if (!row.layer().equals(DataQualityMeasure.EXTRACT) || STANDING_ALONE.contains(row.checkName())) {
            return;
        }
        if (row.checkName().equals(DataQualityMeasure.DRUG_CODES_KNOWN)) {
            relateDrugs(row, graph);
        } else {
            graph.part(
                    VIOLATIONS.cell(row.site(), row.layer(), ALL_RULES, row.tableName(), ""), "rules", violations(row));
        }
    }

    /** Drug records are those of the study and those that nobody can name; a table may hold none of the study. */
    private static void relateDrugs(DataQualityRow row, CellGraph graph) {
        graph.part(checked(row), "drugs", violations(row));
        boolean noneOfTheStudy = row.checked() != null && row.checked().equals(row.violations());
        if (!noneOfTheStudy) {
            graph.part(checked(row), "drugs", CHECKED.cell(row.site(), row.layer(), ALL_RULES, row.tableName()));
        }
    }

    private static CellId checked(DataQualityRow row) {
        return CHECKED.cell(row.site(), row.layer(), row.checkName(), row.tableName());
    }

    private static CellId violations(DataQualityRow row) {
        return VIOLATIONS.cell(row.site(), row.layer(), row.checkName(), row.tableName(), row.columnName());
    }
}
