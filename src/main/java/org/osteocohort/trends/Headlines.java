package org.osteocohort.trends;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
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
    /** Which rows of a table are headlines, and what they say. */
    private record Source<R extends Record>(
            Table<R> table, Class<R> type, Predicate<R> isHeadline, Function<R, Headline> headline) {
        Stream<Headline> in(List<TableRows<?>> tables) {
            return tables.stream()
                    .flatMap(rows -> rows.rows().stream())
                    .filter(type::isInstance)
                    .map(type::cast)
                    .filter(isHeadline)
                    .map(headline);
        }
    }

    private static final List<Source<?>> SOURCES = List.of(
            new Source<>(PrevalenceRow.TABLE, PrevalenceRow.class, Headlines::isOne, Headlines::of),
            new Source<>(IncidenceRow.TABLE, IncidenceRow.class, Headlines::isOne, Headlines::of),
            new Source<>(TreatmentCoverageRow.TABLE, TreatmentCoverageRow.class, Headlines::isOne, Headlines::of),
            new Source<>(FractureRateRow.TABLE, FractureRateRow.class, Headlines::isOne, Headlines::of),
            new Source<>(DataQualityRow.TABLE, DataQualityRow.class, Headlines::isOne, Headlines::of));

    /** The tables that hold headlines. */
    static final List<Table<?>> TABLES =
            SOURCES.stream().<Table<?>>map(Source::table).toList();

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
        SOURCES.stream()
                .flatMap(source -> source.in(tables))
                .forEach(headline -> headlines.put(headline.key(), headline));
        return headlines;
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
