package org.osteocohort.disclosure;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osteocohort.measure.cohort.CauseOverlap;
import org.osteocohort.measure.cohort.CauseProfileRow;
import org.osteocohort.measure.population.ItemKind;
import org.osteocohort.measure.population.StudyItem;
import org.osteocohort.table.Table;

final class CauseProfileRules implements TableRules<CauseProfileRow> {
    static final CountSpace CAUSE = new CountSpace(
            "cause",
            List.of("phenotype", Spaces.CASE_CLASS, "kind", "item", Spaces.SEX, Spaces.AGE_GROUP, Spaces.AGE_BAND),
            Spaces.SEX_AND_AGE);

    @Override
    public Table<CauseProfileRow> table() {
        return CauseProfileRow.TABLE;
    }

    @Override
    public Map<String, CellId> cells(CauseProfileRow row) {
        return Map.of("numerator", cause(row), "denominator", cohort(row));
    }

    @Override
    public Map<String, List<String>> derived() {
        List<String> counts = List.of("numerator", "denominator");
        return Map.of("estimate", counts, "ci_low", counts, "ci_high", counts);
    }

    @Override
    public CauseProfileRow estimated(CauseProfileRow rounded) {
        return RoundedShare.in(CauseProfileRow.TABLE, rounded, "numerator");
    }

    @Override
    public boolean isFine(CauseProfileRow row) {
        return Detail.isFine(row.sex(), row.ageGroup(), row.ageBand());
    }

    @Override
    public void relate(CauseProfileRow row, CellGraph graph) {
        CellId cause = cause(row);
        CellId cohort = cohort(row);
        graph.contains(cohort, cause);
        Spaces.nestClasses(cohort, graph);
        Spaces.nestClasses(cause, graph);
        ItemKind kind = ItemKind.valueOf(row.kind().toUpperCase(Locale.ROOT));
        if (kind == ItemKind.ETIOLOGY || kind == ItemKind.OVERLAP) {
            // Every child is of exactly one level; other causes overlap and so make no margin.
            graph.part(cohort, kind.label(), cause);
        }
        if (kind == ItemKind.OVERLAP) {
            relateLevel(CauseOverlap.valueOf(row.item().toUpperCase(Locale.ROOT)), cohort, cause, graph);
        }
        if (kind == ItemKind.ANY) {
            graph.part(cohort, row.item(), cause);
        }
        new StudyItem(kind, row.item()).wider().forEach(wider -> graph.contains(of(wider, cause), cause));
        CauseOverlap.wider(kind).forEach(wider -> graph.contains(of(wider, cause), cause));
    }

    /** Everybody is who has any cause, or who is of a level without one; and so with medications. */
    private static void relateLevel(CauseOverlap level, CellId cohort, CellId cell, CellGraph graph) {
        for (StudyItem any : CauseOverlap.ANY) {
            if (level.wider().contains(any)) {
                graph.part(of(any, cell), ItemKind.OVERLAP.label(), cell);
            } else {
                graph.part(cohort, any.item(), cell);
            }
        }
    }

    /** The same children's number of another item. */
    private static CellId of(StudyItem item, CellId cause) {
        return cause.with("kind", item.kind().label()).with("item", item.item());
    }

    private static CellId cohort(CauseProfileRow row) {
        return Spaces.COHORT.cell(row.phenotype(), row.caseClass(), row.sex(), row.ageGroup(), row.ageBand());
    }

    private static CellId cause(CauseProfileRow row) {
        return CAUSE.cell(
                row.phenotype(), row.caseClass(), row.kind(), row.item(), row.sex(), row.ageGroup(), row.ageBand());
    }
}
