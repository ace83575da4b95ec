package org.osteocohort.report;

import java.util.List;
import java.util.Objects;
import org.osteocohort.disclosure.ReleasedRow;
import org.osteocohort.disclosure.SuppressionRow;
import org.osteocohort.disclosure.SuppressionSummaryRow;
import org.osteocohort.measure.cohort.AttritionRow;
import org.osteocohort.measure.cohort.CauseProfileRow;
import org.osteocohort.measure.cohort.PhenotypeOverlapRow;
import org.osteocohort.measure.comparison.ComparisonRow;
import org.osteocohort.measure.comparison.StandardizedRateRow;
import org.osteocohort.measure.fracture.FractureRateRow;
import org.osteocohort.measure.incidence.IncidenceRow;
import org.osteocohort.measure.prevalence.PrevalenceRow;
import org.osteocohort.measure.quality.DataQualityRow;
import org.osteocohort.measure.treatment.PersistenceRow;
import org.osteocohort.measure.treatment.TimeToTreatmentRow;
import org.osteocohort.measure.treatment.TreatmentCoverageRow;
import org.osteocohort.table.Table;
import org.osteocohort.trends.TrendRow;

/** Every table of a run, in the order in which they are described. */
public final class ReportCatalogue {
    private static final List<Entry> ENTRIES = List.of(
            new Entry(Folder.REPORTS, PrevalenceRow.TABLE),
            new Entry(Folder.REPORTS, IncidenceRow.TABLE),
            new Entry(Folder.REPORTS, StandardizedRateRow.TABLE),
            new Entry(Folder.REPORTS, ComparisonRow.TABLE),
            new Entry(Folder.REPORTS, CauseProfileRow.TABLE),
            new Entry(Folder.REPORTS, TreatmentCoverageRow.TABLE),
            new Entry(Folder.REPORTS, TimeToTreatmentRow.TABLE),
            new Entry(Folder.REPORTS, PersistenceRow.TABLE),
            new Entry(Folder.REPORTS, FractureRateRow.TABLE),
            new Entry(Folder.REPORTS, PhenotypeOverlapRow.TABLE),
            new Entry(Folder.REPORTS, AttritionRow.TABLE),
            new Entry(Folder.REPORTS, DataQualityRow.TABLE),
            new Entry(Folder.REPORTS, TrendRow.TABLE),
            new Entry(Folder.RESTRICTED, RestrictedRows.PATIENTS),
            new Entry(Folder.RESTRICTED, RestrictedRows.OBSERVATION),
            new Entry(Folder.RESTRICTED, RestrictedRows.TAGS),
            new Entry(Folder.RESTRICTED, RestrictedRows.FRACTURES),
            new Entry(Folder.RESTRICTED, RestrictedRows.BONE_DENSITY),
            new Entry(Folder.RESTRICTED, RestrictedRows.EXPOSURES),
            new Entry(Folder.RESTRICTED, RestrictedRows.VERDICTS),
            new Entry(Folder.RESTRICTED, RestrictedRows.COHORT),
            new Entry(Folder.RESTRICTED, RestrictedRows.EVIDENCE),
            new Entry(Folder.RESTRICTED, QuarantineRow.TABLE),
            new Entry(Folder.RESTRICTED, SuppressionRow.TABLE),
            new Entry(Folder.RESTRICTED, SuppressionSummaryRow.TABLE),
            new Entry(Folder.RESTRICTED, ReleasedRow.TABLE));

    private ReportCatalogue() {}

    /** A table and its folder. */
    public record Entry(Folder folder, Table<?> table) {
        public Entry {
            Objects.requireNonNull(folder, "folder");
            Objects.requireNonNull(table, "table");
        }
    }

    public static List<Entry> entries() {
        return ENTRIES;
    }
}
