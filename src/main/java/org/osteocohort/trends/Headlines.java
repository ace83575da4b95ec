package org.osteocohort.trends;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.osteocohort.measure.fracture.FractureRateRow;
import org.osteocohort.measure.incidence.IncidenceRow;
import org.osteocohort.measure.prevalence.PrevalenceRow;
import org.osteocohort.measure.quality.DataQualityMeasure;
import org.osteocohort.measure.quality.DataQualityRow;
import org.osteocohort.measure.tally.TableRows;
import org.osteocohort.measure.treatment.TreatmentCoverageRow;
import org.osteocohort.table.Table;
import org.osteocohort.trends.Headline.Key;

/** The headlines of the published tables of one run, in the order of the tables. */
final class Headlines {
    /** The tables that hold headlines. */
    static final List<Table<?>> TABLES = List.of(
            PrevalenceRow.TABLE,
            IncidenceRow.TABLE,
            TreatmentCoverageRow.TABLE,
            FractureRateRow.TABLE,
            DataQualityRow.TABLE);

    static final String PERIOD_PREVALENCE = "period_prevalence";
    static final String ROWS_READ = "rows_read";
    static final String PHENOTYPE = "phenotype";
    static final String OBSERVED = "observed";
    static final String STUDY = "study";

    private static final String ALL = "all";
    private static final String MONTH = "month";

    private Headlines() {}

    static Map<Key, Headline> of(List<TableRows<?>> tables) {
        Map<Key, Headline> headlines = new LinkedHashMap<>();
        Consumer<Headline> add = headline -> headlines.put(headline.key(), headline);
        rows(tables, PrevalenceRow.class)
                .filter(Headlines::isOne)
                .map(Headlines::of)
                .forEach(add);
        rows(tables, IncidenceRow.class)
                .filter(Headlines::isOne)
                .map(Headlines::of)
                .forEach(add);
        rows(tables, TreatmentCoverageRow.class)
                .filter(Headlines::isOne)
                .map(Headlines::of)
                .forEach(add);
        rows(tables, FractureRateRow.class)
                .filter(Headlines::isOne)
                .map(Headlines::of)
                .forEach(add);
        rows(tables, DataQualityRow.class)
                .filter(Headlines::isOne)
                .map(Headlines::of)
                .forEach(add);
        return headlines;
    }

    private static <R extends Record> Stream<R> rows(List<TableRows<?>> tables, Class<R> type) {
        return tables.stream()
                .flatMap(table -> table.rows().stream())
                .filter(type::isInstance)
                .map(type::cast);
    }

    private static boolean everybody(String... levels) {
        return Stream.of(levels).allMatch(ALL::equals);
    }

    private static boolean isOne(PrevalenceRow row) {
        return everybody(row.sex(), row.ageGroup(), row.ageBand(), row.race(), row.ethnicity())
                && !row.periodKind().equals(MONTH);
    }

    private static Headline of(PrevalenceRow row) {
        Key key = new Key(
                row.prevalenceType() + "_prevalence",
                null,
                row.kind(),
                row.item(),
                row.caseClass(),
                row.denominatorName(),
                row.period(),
                row.site());
        return new Headline(key, row.numerator(), row.denominator(), row.estimate(), row.valueStatus());
    }

    private static boolean isOne(IncidenceRow row) {
        return everybody(row.sex(), row.ageGroup(), row.ageBand(), row.race(), row.ethnicity())
                && !row.periodKind().equals(MONTH);
    }

    private static Headline of(IncidenceRow row) {
        Key key = new Key(
                "incidence",
                null,
                row.kind(),
                row.item(),
                row.caseClass(),
                row.denominatorName(),
                row.period(),
                row.site());
        return new Headline(key, row.events(), row.personsAtRisk(), row.estimate(), row.valueStatus());
    }

    private static boolean isOne(TreatmentCoverageRow row) {
        return everybody(row.sex(), row.ageGroup(), row.ageBand());
    }

    private static Headline of(TreatmentCoverageRow row) {
        Key key = new Key(
                "treatment_coverage",
                row.phenotype(),
                "treatment",
                row.treatment(),
                row.caseClass(),
                row.denominatorName(),
                row.windowName(),
                ALL);
        return new Headline(key, row.treated(), row.denominator(), row.estimate(), row.valueStatus());
    }

    private static boolean isOne(FractureRateRow row) {
        return everybody(row.traumaTier(), row.confirmation(), row.sex(), row.ageGroup(), row.ageBand());
    }

    private static Headline of(FractureRateRow row) {
        Key key = new Key("fracture_rate", null, "fracture", row.bone(), ALL, OBSERVED, STUDY, ALL);
        return new Headline(key, row.events(), row.childrenObserved(), row.rate(), row.valueStatus());
    }

    private static boolean isOne(DataQualityRow row) {
        return row.layer().equals(DataQualityMeasure.EXTRACT) && row.checkName().equals(DataQualityMeasure.ROWS_USABLE);
    }

    private static Headline of(DataQualityRow row) {
        Key key = new Key(ROWS_READ, null, row.layer(), row.tableName(), ALL, "rows", STUDY, row.site());
        return new Headline(key, row.violations(), row.checked(), row.share(), row.valueStatus());
    }
}
