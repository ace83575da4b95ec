package org.osteocohort.source.omop;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.upper;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.osteocohort.ehr.Sex;
import org.osteocohort.ehr.VisitKind;
import org.osteocohort.source.CanonicalColumns;
import org.osteocohort.source.CanonicalRows;
import org.osteocohort.source.PersonParts;
import org.osteocohort.source.files.ExtractTables;

/** Canonical rows from OMOP's tables about a person and their time. */
final class PersonRows {
    private static final StructType BIRTH =
            new StructType().add("date", DataTypes.DateType).add("precision", DataTypes.StringType);
    private static final Object[] INPATIENT_WORDS = {"inpatient", "ip", "ei"};
    private static final Object[] EMERGENCY_WORDS = {"emergency", "emergency room", "ed", "er"};
    private static final Object[] OUTPATIENT_WORDS = {"outpatient", "op", "av", "ambulatory", "office visit"};

    private final String site;

    PersonRows(String site) {
        this.site = site;
    }

    /** {@code <site>:<source id>}; null for a row of nobody. */
    static Column patientId(String site) {
        return PersonParts.patientId(site, col(OmopTables.PERSON_ID));
    }

    Dataset<Row> patients(Dataset<Row> person) {
        UDF4<Long, Long, Long, Integer, Row> birthDate = (year, month, day, written) -> BirthDate.of(
                        year, month, day, written == null ? null : LocalDate.ofEpochDay(written))
                .map(birth -> RowFactory.create(birth.date(), birth.precision().name()))
                .orElse(null);
        Dataset<Row> withBirth = person.withColumn(
                "birth",
                udf(birthDate, BIRTH)
                        .apply(
                                col("year_of_birth"),
                                col("month_of_birth"),
                                col("day_of_birth"),
                                unix_date(col("birth_datetime"))));
        Column patient = CanonicalColumns.part(
                CanonicalRows.PATIENT_TYPE,
                Map.of(
                        "site", lit(site),
                        "subject_id", col(OmopTables.PERSON_ID),
                        "sex", sex(),
                        "birth_date", col("birth.date"),
                        "birth_date_precision", col("birth.precision"),
                        "race", named(col("race_concept_id"), OmopConcepts.RACES),
                        "ethnicity", named(col("ethnicity_concept_id"), OmopConcepts.ETHNICITIES)));
        return rows(withBirth, CanonicalRows.PATIENT, patient);
    }

    Dataset<Row> observationPeriods(Dataset<Row> periods) {
        Column period = CanonicalColumns.part(
                CanonicalRows.OBSERVATION_TYPE,
                Map.of(
                        "start", col("observation_period_start_date"),
                        "end", col("observation_period_end_date")));
        return rows(periods, CanonicalRows.OBSERVATION, period);
    }

    /** Visits of the given kinds only: most visits of an extract say nothing that any rule asks. */
    Dataset<Row> visits(Dataset<Row> visits, Set<VisitKind> kinds) {
        Column visit = CanonicalColumns.part(
                CanonicalRows.VISIT_TYPE,
                Map.of(
                        "visit_id", col("visit_occurrence_id"),
                        "kind", byVisitKind(VisitKind::name),
                        "start", col("visit_start_date"),
                        "end", col("visit_end_date")));
        // Asked by number, and not whether the name is one of those that are wanted: it is asked of every visit.
        Column wanted = byVisitKind(kinds::contains);
        return rows(visits.filter(wanted.or(col(ExtractTables.UNREADABLE))), CanonicalRows.VISIT, visit);
    }

    Dataset<Row> deaths(Dataset<Row> deaths) {
        return rows(deaths, CanonicalRows.DEATH_DATE, col("death_date"));
    }

    private Dataset<Row> rows(Dataset<Row> source, String part, Column value) {
        return CanonicalColumns.rows(source, site, patientId(site), part, value);
    }

    private static Column sex() {
        Column concept = col("gender_concept_id");
        Column text = upper(col("gender_source_value"));
        return when(concept.equalTo(OmopConcepts.MALE), Sex.MALE.name())
                .when(concept.equalTo(OmopConcepts.FEMALE), Sex.FEMALE.name())
                .when(text.isin("M", "MALE"), Sex.MALE.name())
                .when(text.isin("F", "FEMALE"), Sex.FEMALE.name())
                .otherwise(Sex.UNKNOWN.name());
    }

    private static Column named(Column concept, Map<Long, String> names) {
        Column name = lit(null).cast(DataTypes.StringType);
        for (Map.Entry<Long, String> entry : names.entrySet()) {
            name = when(concept.equalTo(entry.getKey()), entry.getValue()).otherwise(name);
        }
        return name;
    }

    private static Column byVisitKind(Function<VisitKind, Object> value) {
        Column concept = col("visit_concept_id");
        Column text = lower(col("visit_source_value"));
        Column unmapped = concept.isNull().or(concept.equalTo(0));
        return when(isOneOf(concept, OmopConcepts.visits(VisitKind.INPATIENT)), value.apply(VisitKind.INPATIENT))
                .when(isOneOf(concept, OmopConcepts.visits(VisitKind.EMERGENCY)), value.apply(VisitKind.EMERGENCY))
                .when(isOneOf(concept, OmopConcepts.visits(VisitKind.OUTPATIENT)), value.apply(VisitKind.OUTPATIENT))
                .when(unmapped.and(text.isin(INPATIENT_WORDS)), value.apply(VisitKind.INPATIENT))
                .when(unmapped.and(text.isin(EMERGENCY_WORDS)), value.apply(VisitKind.EMERGENCY))
                .when(unmapped.and(text.isin(OUTPATIENT_WORDS)), value.apply(VisitKind.OUTPATIENT))
                .otherwise(value.apply(VisitKind.OTHER));
    }

    private static Column isOneOf(Column concept, Collection<Long> concepts) {
        return concept.isin(List.copyOf(concepts).toArray());
    }
}
